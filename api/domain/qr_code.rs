//! QR codes (ISO/IEC 18004) as SVG pictures.

use std::fmt::Write;

use qrcodegen::{DataTooLong, QrCode, QrCodeEcc};
use zeroize::Zeroizing;

/// Light modules around the code, without which scanners do not find it.
const QUIET_ZONE: i32 = 4;

/// An SVG of `text`, black on white whatever is behind it. Errors: over about 2,300 bytes.
pub fn svg(text: &str) -> Result<Zeroizing<String>, DataTooLong> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium)?;
    let side = code.size() + 2 * QUIET_ZONE;
    let mut path = Zeroizing::new(String::new());
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            write!(path, "M{},{}h1v1h-1z", x + QUIET_ZONE, y + QUIET_ZONE).expect("a string takes any text");
        }
    }
    Ok(Zeroizing::new(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{}\" fill=\"#000\"/></svg>",
        *path
    )))
}
