//! The file of a picture without what cameras and programs write beside it: place, device, author, comments,
//! previews, and whatever follows its end. The picture itself is not touched, nor the profile of its colours. Only
//! parts that are known to draw it are kept, so that no kind of note can be forgotten here.

use image::metadata::Orientation;

/// A JPEG's segments: of the application ones, those that say how its numbers become colours. How the camera was held
/// is written anew. None when it does not come to its end.
pub(super) fn jpeg(file: &[u8], held: Orientation) -> Option<Vec<u8>> {
    let mut rest = file.strip_prefix(b"\xFF\xD8")?;
    let mut bare = Vec::with_capacity(file.len());
    bare.extend(b"\xFF\xD8");
    if held != Orientation::NoTransforms {
        bare.extend(exif(held));
    }
    loop {
        rest = rest.strip_prefix(b"\xFF")?;
        let (&marker, after) = rest.split_first()?;
        match marker {
            // Any number of these may stand before a marker.
            0xFF => {}
            0xD9 => {
                bare.extend(b"\xFF\xD9");
                return Some(bare);
            }
            _ => {
                let length = usize::from(u16::from_be_bytes(*after.first_chunk()?));
                let (segment, behind) = (after.get(..length)?, after.get(length..)?);
                if draws(marker, segment.get(2..)?) {
                    bare.extend([0xFF, marker]);
                    bare.extend(segment);
                }
                // The picture's own numbers follow a scan's head, without a length.
                let numbers = if marker == 0xDA { until_marker(behind)? } else { 0 };
                bare.extend(&behind[..numbers]);
                rest = &behind[numbers..];
            }
        }
    }
}

fn draws(marker: u8, contents: &[u8]) -> bool {
    match marker {
        // JFIF without a preview of its own, colours, Adobe's transformation.
        0xE0 => contents.len() == 14 && contents.starts_with(b"JFIF\0"),
        0xE2 => contents.starts_with(b"ICC_PROFILE\0"),
        0xEE => contents.len() == 12 && contents.starts_with(b"Adobe"),
        0xE1..=0xEF | 0xFE => false,
        // Tables, frames and scans.
        0xC0..=0xDF => true,
        _ => false,
    }
}

/// Bytes until the next marker that is none of a scan's own: a byte FF of the numbers is followed by 0.
fn until_marker(scan: &[u8]) -> Option<usize> {
    scan.windows(2).position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0 | 0xD0..=0xD7))
}

/// An Exif segment that says how the camera was held and nothing else.
fn exif(held: Orientation) -> Vec<u8> {
    let head = b"\xFF\xE1\0\x22Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0";
    [&head[..], &[held.to_exif(), 0, 0, 0, 0, 0, 0]].concat()
}

/// A PNG's chunks: those that draw one still picture. None when it does not come to its end.
pub(super) fn png(file: &[u8]) -> Option<Vec<u8>> {
    const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1A\n";
    let mut rest = file.strip_prefix(SIGNATURE)?;
    let mut bare = SIGNATURE.to_vec();
    loop {
        let length = u32::from_be_bytes(*rest.first_chunk()?) as usize;
        let chunk = rest.get(..length.checked_add(12)?)?;
        let kind = chunk.get(4..8)?;
        match kind {
            b"IHDR" | b"PLTE" | b"IDAT" | b"IEND" | b"tRNS" | b"gAMA" | b"cHRM" | b"sRGB" | b"iCCP"
            | b"sBIT" => {
                bare.extend(chunk);
            }
            _ => {}
        }
        if kind == b"IEND" {
            return Some(bare);
        }
        rest = &rest[chunk.len()..];
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::codecs::jpeg::JpegEncoder;
    use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Rgb, RgbImage};
    use proptest::prelude::*;

    use super::*;

    const SECRET: &[u8] = b"Camera 4417, 22.54 N 114.05 E, Li Wei";

    fn picture() -> DynamicImage {
        RgbImage::from_fn(40, 24, |x, y| Rgb([(x * 6) as u8, (y * 9) as u8, (x * y) as u8])).into()
    }

    fn as_jpeg() -> Vec<u8> {
        let mut file = Vec::new();
        JpegEncoder::new_with_quality(&mut file, 90).encode_image(&picture()).unwrap();
        file
    }

    fn as_png() -> Vec<u8> {
        let mut file = Vec::new();
        picture().write_to(&mut Cursor::new(&mut file), ImageFormat::Png).unwrap();
        file
    }

    fn pixels(file: &[u8]) -> Vec<u8> {
        image::load_from_memory(file).unwrap().to_rgb8().into_raw()
    }

    fn tells(file: &[u8]) -> bool {
        file.windows(SECRET.len()).any(|part| part == SECRET)
    }

    fn segment(marker: u8, head: &[u8]) -> Vec<u8> {
        let length = u16::try_from(head.len() + SECRET.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, marker], &length[..], head, SECRET].concat()
    }

    #[test]
    fn whatever_is_written_beside_a_jpeg_stays_behind_and_its_pixels_do_not_change() {
        let plain = as_jpeg();
        for (marker, head) in [
            (0xE0, &b"JFXX\0"[..]),
            (0xE1, b"Exif\0\0"),
            (0xE2, b"MPF\0"),
            (0xED, b"Photoshop"),
            (0xEE, b"Adobe"),
            (0xFE, b""),
        ] {
            let file = [&plain[..2], &segment(marker, head), &plain[2..], SECRET].concat();
            assert!(tells(&file));
            let bare = jpeg(&file, Orientation::NoTransforms).unwrap();
            assert!(!tells(&bare), "{marker:02X}");
            assert_eq!(pixels(&bare), pixels(&plain));
        }
        // A note between the end of one scan and the end of the file.
        let end = plain.len() - 2;
        let file = [&plain[..end], &segment(0xFE, b""), &plain[end..]].concat();
        assert_eq!(
            jpeg(&file, Orientation::NoTransforms).unwrap(),
            jpeg(&plain, Orientation::NoTransforms).unwrap()
        );
    }

    #[test]
    fn how_the_camera_was_held_goes_with_it() {
        for held in 1..=8 {
            let held = Orientation::from_exif(held).unwrap();
            let bare = jpeg(&as_jpeg(), held).unwrap();
            let reader = ImageReader::new(Cursor::new(&bare)).with_guessed_format().unwrap();
            assert_eq!(reader.into_decoder().unwrap().orientation().unwrap(), held);
        }
    }

    #[test]
    fn whatever_is_written_beside_a_png_stays_behind_and_its_pixels_do_not_change() {
        let plain = as_png();
        let length = u32::try_from(SECRET.len()).unwrap().to_be_bytes();
        // Behind the head of 33 bytes; what is not kept is not checked either.
        for kind in [b"tEXt", b"iTXt", b"eXIf", b"tIME", b"prVt"] {
            let chunk = [&length[..], kind, SECRET, &[0; 4]].concat();
            let bare = png(&[&plain[..33], &chunk, &plain[33..], SECRET].concat()).unwrap();
            assert_eq!(bare, plain);
        }
    }

    proptest! {
        /// A file that was cut or changed is passed over or comes out no longer than it was.
        #[test]
        fn no_file_is_too_strange(mut file in prop_oneof![Just(as_jpeg()), Just(as_png())], cut in 0..2000_usize,
            at in 0..2000_usize, byte: u8) {
            if let Some(place) = file.get_mut(at) { *place = byte; }
            file.truncate(cut);
            for bare in [jpeg(&file, Orientation::NoTransforms), png(&file)].into_iter().flatten() {
                prop_assert!(bare.len() <= file.len());
            }
        }
    }
}
