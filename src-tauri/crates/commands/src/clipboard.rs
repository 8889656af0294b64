//! The picture on the operating system's clipboard, or what stands in for it. It comes in from outside like the clock:
//! its bytes go from the clipboard into the encrypted file and lie on no disk in between.

use std::io::Cursor;

use hefu_api::Failure;
use image::{ImageFormat, RgbaImage};

/// Where a copied picture is taken from.
pub trait Clipboard: Send {
    /// Errors: there is none on it, or it cannot be reached.
    fn image(&self) -> Result<Picture, Failure>;
}

/// A picture as a file would hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub width: u32,
    pub height: u32,
    pub png: Vec<u8>,
}

impl Picture {
    /// Of rows from the top, four bytes a pixel: red, green, blue, opacity. Errors: the bytes are not so many.
    pub fn of_rgba(width: u32, height: u32, bytes: Vec<u8>) -> Result<Self, Failure> {
        let trouble = |reason: String| Failure::Internal { reason };
        let picture = RgbaImage::from_raw(width, height, bytes)
            .ok_or_else(|| trouble(format!("no picture of {width} by {height}")))?;
        let mut png = Vec::new();
        picture
            .write_to(&mut Cursor::new(&mut png), ImageFormat::Png)
            .map_err(|error| trouble(error.to_string()))?;
        Ok(Self { width, height, png })
    }
}

/// For machines without a clipboard and for tests: nothing is ever on it.
pub struct NoClipboard;

impl Clipboard for NoClipboard {
    fn image(&self) -> Result<Picture, Failure> {
        Err(Failure::NoClipboard)
    }
}

/// The clipboard of this machine's operating system.
pub struct SystemClipboard;

impl Clipboard for SystemClipboard {
    fn image(&self) -> Result<Picture, Failure> {
        let mut clipboard = arboard::Clipboard::new().map_err(|_| Failure::NoClipboard)?;
        let found = clipboard.get_image().map_err(|error| match error {
            arboard::Error::ContentNotAvailable | arboard::Error::ConversionFailure => Failure::NoImage,
            _ => Failure::NoClipboard,
        })?;
        let side = |pixels: usize| u32::try_from(pixels).unwrap_or_default();
        Picture::of_rgba(side(found.width), side(found.height), found.bytes.into_owned())
    }
}
