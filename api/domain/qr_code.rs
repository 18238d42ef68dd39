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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The dark modules of a picture, counted from the corner of its quiet zone.
    fn dark(picture: &str) -> BTreeSet<(usize, usize)> {
        let path = picture.split("d=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let module = |text: &str| {
            let (x, y) = text.strip_suffix("h1v1h-1z").unwrap().split_once(',').unwrap();
            (x.parse().unwrap(), y.parse().unwrap())
        };
        path.split('M').skip(1).map(module).collect()
    }

    /// A row of a finder pattern: a ring around a square (ISO/IEC 18004, section 6.3.3).
    const FINDER: [&str; 7] = ["#######", "#     #", "# ### #", "# ### #", "# ### #", "#     #", "#######"];

    #[test]
    fn a_scanner_finds_the_three_corners_within_the_quiet_zone() {
        // Version 1 has 21 modules.
        let picture = svg("NIGHTLATCH").unwrap();
        assert!(
            picture.contains("viewBox=\"0 0 29 29\"") && picture.contains("<rect width=\"29\" height=\"29\"")
        );
        let dark = dark(&picture);
        assert!(dark.iter().all(|(x, y)| (4..25).contains(x) && (4..25).contains(y)));
        for (left, top) in [(4, 4), (18, 4), (4, 18)] {
            for (y, row) in FINDER.iter().enumerate() {
                for (x, module) in row.chars().enumerate() {
                    assert_eq!(dark.contains(&(left + x, top + y)), module == '#', "{left} {top}: {x} {y}");
                }
            }
        }
        // The timing pattern between them (section 6.3.5).
        for at in 12..17 {
            assert_eq!(
                (dark.contains(&(at, 10)), dark.contains(&(10, at))),
                (at % 2 == 0, at % 2 == 0),
                "{at}"
            );
        }
    }

    #[test]
    fn what_is_too_long_for_any_code_is_refused() {
        assert!(svg(&"x".repeat(2_300)).is_ok());
        assert!(svg(&"x".repeat(2_400)).is_err());
    }
}
