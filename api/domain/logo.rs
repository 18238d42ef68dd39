//! Logos: PNG pictures that were read to their end before anybody is shown them.

use std::io::Cursor;

use png::{Decoder, DecodingError, Limits};

use super::rejection::FieldError;

/// In bytes.
pub const LARGEST: usize = 64 * 1024;
/// In pixels, in both directions.
pub const LONGEST_SIDE: u32 = 512;
/// What reading may take beside the pixels, in bytes: a row of the widest, and what comes with it.
const MEMORY: usize = 1024 * 1024;

/// A picture that holds what it says: nothing of it is left out, follows it, or moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    png: Vec<u8>,
    width: u16,
    height: u16,
}

/// Why a file is no logo.
enum Unfit {
    Unreadable,
    TooLong,
    Animated,
}

impl From<DecodingError> for Unfit {
    fn from(_: DecodingError) -> Self {
        Self::Unreadable
    }
}

impl Logo {
    /// Errors: no PNG (W3C PNG, third edition), one that is broken or goes on after its end, one that moves, or one that is over
    /// 64 KiB or 512 pixels.
    pub fn parse(png: Vec<u8>) -> Result<Self, FieldError> {
        if png.len() > LARGEST {
            return Err(wrong("too_large", "At most 64 KiB."));
        }
        match size(&png) {
            Ok((width, height)) => Ok(Self { png, width, height }),
            Err(Unfit::Unreadable) => Err(wrong("invalid_png", "This is not a whole PNG picture.")),
            Err(Unfit::TooLong) => Err(wrong("too_many_pixels", "At most 512 pixels wide and high.")),
            Err(Unfit::Animated) => Err(wrong("animated", "The picture has to stand still.")),
        }
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.png
    }

    pub fn width(&self) -> u16 {
        self.width
    }

    pub fn height(&self) -> u16 {
        self.height
    }
}

fn wrong(code: &'static str, message: &str) -> FieldError {
    FieldError::new("logo", code, message)
}

/// Reads all pixels, and gives how many there are in each direction.
fn size(png: &[u8]) -> Result<(u16, u16), Unfit> {
    let mut file = Cursor::new(png);
    let mut decoder = Decoder::new_with_limits(&mut file, Limits { bytes: MEMORY });
    // They are not looked at, and may be far longer than they are here.
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let header = decoder.read_header_info()?;
    let (width, height) = (header.width, header.height);
    if width.max(height) > LONGEST_SIDE {
        return Err(Unfit::TooLong);
    }
    let mut reader = decoder.read_info()?;
    if reader.info().animation_control.is_some() {
        return Err(Unfit::Animated);
    }
    let mut pixels = vec![0; reader.output_buffer_size().ok_or(Unfit::TooLong)?];
    reader.next_frame(&mut pixels)?;
    reader.finish()?;
    drop(reader);
    let ends = usize::try_from(file.position()).is_ok_and(|end| end == png.len());
    let side = |pixels: u32| u16::try_from(pixels).map_err(|_| Unfit::TooLong);
    if ends { Ok((side(width)?, side(height)?)) } else { Err(Unfit::Unreadable) }
}

#[cfg(test)]
mod tests {
    use png::{BitDepth, ColorType, Encoder};

    use super::*;

    fn picture(width: u32, height: u32) -> Vec<u8> {
        written(width, height, false)
    }

    fn written(width: u32, height: u32, moves: bool) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, width, height);
        encoder.set_color(ColorType::Grayscale);
        encoder.set_depth(BitDepth::Eight);
        if moves {
            encoder.set_animated(1, 0).unwrap();
        }
        let pixels = vec![7; usize::try_from(width * height).unwrap()];
        encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
        file
    }

    fn refused(png: Vec<u8>) -> &'static str {
        Logo::parse(png).unwrap_err().code
    }

    #[test]
    fn a_picture_is_known_with_its_size() {
        let png = picture(512, 3);
        let logo = Logo::parse(png.clone()).unwrap();
        assert_eq!((logo.width(), logo.height(), logo.as_bytes()), (512, 3, png.as_slice()));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        for file in [&b""[..], b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a", b"\x89PNG\r\n\x1a\n"]
        {
            assert_eq!(refused(file.to_vec()), "invalid_png");
        }
        assert_eq!(refused(picture(513, 1)), "too_many_pixels");
        assert_eq!(refused(picture(1, 513)), "too_many_pixels");
        assert_eq!(refused(written(2, 2, true)), "animated");
        assert_eq!(refused(vec![0; LARGEST + 1]), "too_large");
    }

    #[test]
    fn it_is_whole_and_nothing_follows_it() {
        let png = picture(8, 8);
        for end in 0..png.len() {
            assert_eq!(refused(png[..end].to_vec()), "invalid_png", "{end} bytes");
        }
        assert_eq!(refused([&png[..], b"<script>"].concat()), "invalid_png");
        assert_eq!(refused([&png[..], &png[..]].concat()), "invalid_png");
        for at in 8..png.len() {
            let mut broken = png.clone();
            broken[at] ^= 1;
            assert!(Logo::parse(broken).is_err(), "another byte {at}");
        }
    }
}
