//! The logo: taken from a picture file, kept as a PNG without margins and without what a camera or a program wrote
//! beside it, and handed to the papers of the vendor.

use std::io::Cursor;
use std::path::Path;

use hefu_api::Failure;
use hefu_api::failure::LogoProblem;
use hefu_api::vendor::{RemoveVendorLogo, Removed, SetVendorLogo, VendorLogoSet};
use hefu_documents::paper as doc;
use hefu_domain::id::OrganisationId;
use hefu_domain::journal::Act;
use hefu_domain::party::{Logo, Organisation, VendorProfile};
use hefu_reading::{Unread, limits};
use hefu_store::Reader;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Rgba, RgbaImage};

use crate::failure::CommandError;
use crate::given::of_unread;
use crate::session::{Action, OnProgress};

/// Pixels at the longer side, below which print is not sharp.
const SMALLEST: u32 = 120;
/// Pixels at the longer side: 500 dots an inch at the size it is printed.
const KEPT: u32 = 1200;
/// A pixel this close to white, or this transparent, belongs to the margin.
const NEAR: u8 = 6;

pub(crate) fn set_vendor_logo(
    request: SetVendorLogo,
    _: OnProgress<'_>,
) -> Result<impl FnOnce(&mut Action<'_>) -> Result<VendorLogoSet, CommandError> + use<>, CommandError> {
    let path = Path::new(&request.path);
    let picture = read(path)?;
    let unusable = |problem| Failure::UnusableLogo { path: request.path.clone(), problem };
    let picture = without_margins(&picture).ok_or_else(|| unusable(LogoProblem::Blank))?;
    if picture.width().max(picture.height()) < SMALLEST {
        return Err(unusable(LogoProblem::TooSmall).into());
    }
    let picture = no_larger(picture);
    let mut png = Vec::new();
    let internal = |error: ImageError| Failure::Internal { reason: error.to_string() };
    picture.write_to(&mut Cursor::new(&mut png), ImageFormat::Png).map_err(internal)?;
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (width, height) = (picture.width(), picture.height());
    Ok(move |action: &mut Action<'_>| {
        action.write(None, Vec::new(), |tx| {
            let profile = ours(tx)?;
            let logo = Logo { sha256: tx.keep_file(&png)?, width, height, file_name: file.clone() };
            let set = VendorLogoSet { sha256: logo.sha256.clone(), width, height };
            tx.put(&VendorProfile { logo: Some(logo), ..profile })?;
            Ok((Act::VendorLogoSet { file }, set))
        })
    })
}

pub(crate) fn remove_vendor_logo(
    action: &mut Action<'_>,
    _: RemoveVendorLogo,
) -> Result<Removed, CommandError> {
    action.write(None, Vec::new(), |tx| {
        let profile = ours(tx)?;
        let file = profile.logo.as_ref().map(|logo| logo.file_name.clone()).unwrap_or_default();
        // The bytes stay: undo brings the logo back.
        tx.put(&VendorProfile { logo: None, ..profile })?;
        Ok((Act::VendorLogoRemoved { file }, Removed {}))
    })
}

fn ours(reader: &Reader<'_>) -> Result<VendorProfile, CommandError> {
    let profile = reader.vendor_profile()?;
    Ok(profile.ok_or_else(|| Failure::NotFound { noun: "vendor_profile".into() })?)
}

/// The logo for a paper of this vendor: our own, when the vendor is ours or belongs to us; otherwise none.
pub(crate) fn logo_of(
    reader: &Reader<'_>,
    vendor: OrganisationId,
) -> Result<Option<doc::Logo>, CommandError> {
    let Some(profile) = reader.vendor_profile()? else { return Ok(None) };
    let Some(logo) = profile.logo else { return Ok(None) };
    if vendor != profile.organisation {
        let organisation: Organisation = reader.one(vendor.0)?;
        if organisation.parent != Some(profile.organisation) {
            return Ok(None);
        }
    }
    let internal = |error: ImageError| Failure::Internal { reason: error.to_string() };
    let kept = image::load_from_memory_with_format(&reader.file(&logo.sha256)?, ImageFormat::Png);
    let rgb = on_white(&kept.map_err(internal)?.to_rgba8());
    Ok(Some(doc::Logo { sha256: logo.sha256, width: logo.width, height: logo.height, rgb }))
}

/// The picture in a file, as the camera was held.
fn read(path: &Path) -> Result<DynamicImage, CommandError> {
    let unusable = |problem| Failure::UnusableLogo { path: path.display().to_string(), problem };
    let bytes = match hefu_reading::read(path, &limits::LOGO) {
        Ok(bytes) => bytes,
        Err(Unread::TooLarge { .. }) => return Err(unusable(LogoProblem::TooLarge).into()),
        Err(error) => return Err(of_unread(path, error).into()),
    };
    if is_drawing(&bytes) {
        return Err(unusable(LogoProblem::Drawing).into());
    }
    match decoded(&bytes) {
        Ok(picture) => Ok(picture),
        Err(ImageError::Limits(_)) => Err(unusable(LogoProblem::TooLarge).into()),
        Err(_) => Err(unusable(LogoProblem::NotAPicture).into()),
    }
}

fn is_drawing(bytes: &[u8]) -> bool {
    let begin = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_lowercase();
    begin.starts_with("%pdf") || begin.starts_with("%!ps") || begin.contains("<svg")
}

fn decoded(bytes: &[u8]) -> Result<DynamicImage, ImageError> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let mut most = Limits::default();
    most.max_alloc = Some(limits::PICTURE.bytes);
    reader.limits(most.clone());
    let mut decoder = reader.into_decoder()?;
    // A decoder holds itself to the limit; the picture that it is asked for is not its own.
    most.reserve(decoder.total_bytes())?;
    let held = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(held);
    Ok(picture)
}

/// The part that is drawn on; none when nothing is. A margin would move the logo off the edge it stands on.
fn without_margins(picture: &DynamicImage) -> Option<DynamicImage> {
    let pixels = picture.to_rgba8();
    let drawn = |pixel: &Rgba<u8>| pixel.0[3] > NEAR && pixel.0[..3].iter().any(|part| *part < 255 - NEAR);
    let (mut left, mut top, mut right, mut bottom) = (u32::MAX, u32::MAX, 0, 0);
    for (x, y, _) in pixels.enumerate_pixels().filter(|(_, _, pixel)| drawn(pixel)) {
        (left, right) = (left.min(x), right.max(x + 1));
        (top, bottom) = (top.min(y), bottom.max(y + 1));
    }
    (left < right).then(|| picture.crop_imm(left, top, right - left, bottom - top))
}

fn no_larger(picture: DynamicImage) -> DynamicImage {
    if picture.width().max(picture.height()) <= KEPT {
        return DynamicImage::ImageRgba8(picture.to_rgba8());
    }
    DynamicImage::ImageRgba8(picture.resize(KEPT, KEPT, image::imageops::FilterType::Lanczos3).to_rgba8())
}

fn on_white(picture: &RgbaImage) -> Vec<u8> {
    let mut rgb = Vec::with_capacity(picture.len() / 4 * 3);
    for Rgba([red, green, blue, alpha]) in picture.pixels() {
        let over = |part: u8| {
            let (part, alpha) = (u32::from(part), u32::from(*alpha));
            u8::try_from((part * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
        };
        rgb.extend([over(*red), over(*green), over(*blue)]);
    }
    rgb
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A dark rectangle on a ground of one colour.
    fn sign(ground: [u8; 4]) -> DynamicImage {
        let inside = |x, y| (40..240).contains(&x) && (30..90).contains(&y);
        let pixel = |x, y| if inside(x, y) { Rgba([20, 60, 110, 255]) } else { Rgba(ground) };
        DynamicImage::ImageRgba8(RgbaImage::from_fn(300, 120, pixel))
    }

    fn written(picture: &DynamicImage, name: &str) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        picture.to_rgb8().save(&path).unwrap();
        (folder, path)
    }

    fn problem(path: &Path) -> Option<LogoProblem> {
        match read(path) {
            Err(CommandError::Failure(Failure::UnusableLogo { problem, .. })) => Some(problem),
            _ => None,
        }
    }

    #[test]
    fn margins_go_whether_white_or_transparent() {
        for ground in [[255, 255, 255, 255], [0, 0, 0, 0], [252, 253, 255, 255]] {
            let cut = without_margins(&sign(ground)).unwrap();
            assert_eq!((cut.width(), cut.height()), (200, 60), "{ground:?}");
        }
        assert!(without_margins(&DynamicImage::new_rgba8(50, 50)).is_none());
    }

    #[test]
    fn a_large_picture_is_kept_smaller_in_its_own_shape() {
        let kept = no_larger(DynamicImage::new_rgb8(3600, 900));
        assert_eq!((kept.width(), kept.height()), (1200, 300));
        let kept = no_larger(DynamicImage::new_rgb8(400, 900));
        assert_eq!((kept.width(), kept.height()), (400, 900));
    }

    #[test]
    fn on_paper_what_is_transparent_is_white() {
        let mut picture = RgbaImage::from_pixel(3, 1, Rgba([10, 20, 30, 255]));
        picture.put_pixel(1, 0, Rgba([10, 20, 30, 0]));
        picture.put_pixel(2, 0, Rgba([0, 0, 0, 51]));
        // A fifth of black over white is 255 × 4/5.
        assert_eq!(on_white(&picture), [10, 20, 30, 255, 255, 255, 204, 204, 204]);
    }

    #[test]
    fn png_and_jpeg_are_read_and_everything_else_says_why_not() {
        for name in ["logo.png", "logo.jpg"] {
            let (_folder, path) = written(&sign([255; 4]), name);
            assert_eq!(read(&path).map(|p| (p.width(), p.height())).ok(), Some((300, 120)), "{name}");
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("logo");
        for (bytes, expected) in [
            (&b"<?xml version=\"1.0\"?><svg xmlns=\"x\"/>"[..], LogoProblem::Drawing),
            (b"%PDF-1.7", LogoProblem::Drawing),
            (b"GIF89a....", LogoProblem::NotAPicture),
            (b"", LogoProblem::NotAPicture),
            (&vec![0; (8 << 20) + 1], LogoProblem::TooLarge),
        ] {
            std::fs::write(&path, bytes).unwrap();
            assert_eq!(problem(&path), Some(expected));
        }
        assert!(matches!(
            read(&folder.path().join("none.png")),
            Err(CommandError::Failure(Failure::NoFile { .. }))
        ));
    }
}
