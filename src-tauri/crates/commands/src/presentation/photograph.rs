//! A kept photograph as it is shown.

use std::io::Cursor;

use base64::Engine as _;
use hefu_api::presentation::{PresentPhotograph, PresentedPhotograph};
use hefu_api::{Failure, Progress};
use hefu_domain::evidence::{Evidence, Holding};
use hefu_reading::limits;
use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use super::bare;
use crate::failure::CommandError;
use crate::progress::OnProgress;
use crate::session::Query;

const QUALITY: u8 = 88;
/// Pixels: beyond it no screen shows more.
const WIDEST: u32 = 7680;
/// A picture of so many times the screen's pixels each way is still left as it is.
const MARGIN: u32 = 2;

pub(crate) fn present_photograph(
    query: &mut Query<'_>,
    request: PresentPhotograph,
) -> Result<impl FnOnce(OnProgress<'_>) -> Result<PresentedPhotograph, CommandError> + use<>, CommandError> {
    let evidence: Evidence = query.reader().one(request.evidence.0)?;
    let Holding::Kept { sha256, .. } = &evidence.holding else {
        return Err(Failure::NotFound { noun: "file".into() }.into());
    };
    let kept = query.reader().file(sha256)?;
    let screen = [request.width.clamp(1, WIDEST), request.height.clamp(1, WIDEST)];
    Ok(move |report: OnProgress<'_>| {
        if report(Progress { done: 0, total: 1 }).is_break() {
            return Err(Failure::Cancelled.into());
        }
        present(evidence, &kept, screen)
    })
}

fn present(evidence: Evidence, kept: &[u8], screen: [u32; 2]) -> Result<PresentedPhotograph, CommandError> {
    let shown = shown(kept, screen).map_err(|_| Failure::NotAPicture { number: evidence.number })?;
    Ok(PresentedPhotograph {
        evidence: evidence.id,
        title: evidence.title.words(),
        date: evidence.date,
        width: shown.width,
        height: shown.height,
        media: shown.format.to_mime_type().to_owned(),
        bytes: base64::engine::general_purpose::STANDARD.encode(shown.bytes),
    })
}

struct Shown {
    /// Pixels, upright.
    width: u32,
    height: u32,
    format: ImageFormat,
    bytes: Vec<u8>,
}

/// As it is, when the screen can show it; drawn anew in its size when it is far larger, which takes a hundred times
/// as long.
fn shown(file: &[u8], [width, height]: [u32; 2]) -> Result<Shown, ImageError> {
    let (mut decoder, format) = opened(file)?;
    let held = decoder.orientation()?;
    let (across, down) = match held {
        Orientation::NoTransforms
        | Orientation::Rotate180
        | Orientation::FlipHorizontal
        | Orientation::FlipVertical => decoder.dimensions(),
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => {
            let (down, across) = decoder.dimensions();
            (across, down)
        }
    };
    let bare = match format {
        _ if across > width * MARGIN || down > height * MARGIN => None,
        ImageFormat::Jpeg => bare::jpeg(file, held),
        ImageFormat::Png if held == Orientation::NoTransforms => bare::png(file),
        _ => None,
    };
    if let Some(bytes) = bare {
        return Ok(Shown { width: across, height: down, format, bytes });
    }
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(held);
    let picture = within(picture, width, height);
    let bytes = written(&picture, format)?;
    Ok(Shown { width: picture.width(), height: picture.height(), format, bytes })
}

fn opened(file: &[u8]) -> Result<(impl ImageDecoder + '_, ImageFormat), ImageError> {
    let mut reader = ImageReader::new(Cursor::new(file)).with_guessed_format()?;
    let mut most = Limits::default();
    most.max_alloc = Some(limits::PICTURE.bytes);
    reader.limits(most.clone());
    let format = reader.format().unwrap_or(ImageFormat::Png);
    let decoder = reader.into_decoder()?;
    most.reserve(decoder.total_bytes())?;
    Ok((decoder, format))
}

fn within(picture: DynamicImage, width: u32, height: u32) -> DynamicImage {
    if picture.width() <= width && picture.height() <= height {
        return picture;
    }
    // A finer filter holds four numbers a point of as many rows as it reads: what is far too large is first halved
    // point by point.
    let [across, down] = [width, height].map(|side| side.saturating_mul(MARGIN));
    let near = match picture.width() > across || picture.height() > down {
        true => picture.thumbnail(across, down),
        false => picture,
    };
    near.resize(width, height, image::imageops::FilterType::CatmullRom)
}

/// Written anew, so that place, device and author, which cameras write beside the picture, stay behind.
fn written(picture: &DynamicImage, format: ImageFormat) -> Result<Vec<u8>, ImageError> {
    let mut bytes = Vec::new();
    match format {
        ImageFormat::Jpeg => {
            JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(&picture.to_rgb8())?;
        }
        _ => picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)?,
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage};

    use super::*;

    /// Dark at the left, light at the right.
    fn slope(width: u32, height: u32) -> DynamicImage {
        let shade = |x| u8::try_from(x * 255 / width.max(1)).unwrap();
        RgbImage::from_fn(width, height, |x, _| Rgb([shade(x); 3])).into()
    }

    fn as_file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Vec::new();
        picture.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
        bytes
    }

    #[test]
    fn a_picture_fits_the_screen_and_keeps_its_shape() {
        for (given, screen, shown) in [
            ((400, 300), (1920, 1080), (400, 300)),
            ((4000, 3000), (1920, 1080), (1440, 1080)),
            ((4000, 1000), (2000, 2000), (2000, 500)),
            ((300, 900), (600, 300), (100, 300)),
        ] {
            let picture = within(slope(given.0, given.1), screen.0, screen.1);
            assert_eq!((picture.width(), picture.height()), shown, "{given:?} on {screen:?}");
        }
    }

    fn drawn(shown: &Shown) -> DynamicImage {
        let (mut decoder, format) = opened(&shown.bytes).unwrap();
        assert_eq!(format, shown.format);
        let held = decoder.orientation().unwrap();
        let mut picture = DynamicImage::from_decoder(decoder).unwrap();
        picture.apply_orientation(held);
        assert_eq!((picture.width(), picture.height()), (shown.width, shown.height));
        picture
    }

    /// As it is on a large screen, drawn anew for a small one.
    const SCREENS: [[u32; 2]; 2] = [[64, 64], [16, 16]];

    #[test]
    fn both_formats_come_back_as_they_were() {
        for (format, screen) in
            [ImageFormat::Png, ImageFormat::Jpeg].into_iter().flat_map(|f| SCREENS.map(|screen| (f, screen)))
        {
            let shown = shown(&as_file(&slope(64, 32), format), screen).unwrap();
            assert_eq!(shown.format, format);
            assert!(shown.width <= screen[0] * MARGIN && shown.height * 2 == shown.width);
            drawn(&shown);
        }
    }

    /// An Exif block that says: held with the right side up (6), taken by this device.
    fn exif(device: &str) -> Vec<u8> {
        let text = [device.as_bytes(), &[0]].concat();
        let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
            [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value].concat()
        };
        let length = u32::try_from(text.len()).unwrap();
        // Two entries follow an eight-byte head and a count; the text stands behind them and the closing zero.
        let behind = 8 + 2 + 2 * 12 + 4;
        let head = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02";
        let model = entry(0x0110, 2, length, u32::to_be_bytes(behind));
        let turned = entry(0x0112, 3, 1, [0, 6, 0, 0]);
        [&head[..], &model, &turned, &[0; 4], &text].concat()
    }

    fn with_exif(jpeg: &[u8], block: &[u8]) -> Vec<u8> {
        let length = u16::try_from(block.len() + 2).unwrap().to_be_bytes();
        [&jpeg[..2], &[0xFF, 0xE1], &length, block, &jpeg[2..]].concat()
    }

    #[test]
    fn a_turned_photograph_stands_upright_and_its_camera_is_not_told() {
        let file = with_exif(&as_file(&slope(64, 32), ImageFormat::Jpeg), &exif("Camera 4417"));
        assert!(file.windows(11).any(|part| part == b"Camera 4417"));
        for screen in SCREENS {
            let shown = shown(&file, screen).unwrap();
            assert!(!shown.bytes.windows(11).any(|part| part == b"Camera 4417"));
            assert_eq!(shown.height, shown.width * 2);
            let picture = drawn(&shown).to_rgb8();
            let shade = |down| picture.get_pixel(shown.width / 2, down).0[0];
            let (top, bottom) = (shade(1), shade(shown.height - 2));
            assert!(top < 40 && bottom > 210, "turned clockwise its left is at the top: {top}, {bottom}");
        }
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        for screen in SCREENS {
            assert!(shown(b"%PDF-1.7 no picture", screen).is_err());
            let png = as_file(&slope(64, 32), ImageFormat::Png);
            assert!(shown(&png[..60], screen).is_err());
            assert!(shown(&png[..png.len() - 20], screen).is_err());
        }
    }
}
