//! Conversion of any common picture to the PNG that a pop-up shows: decoded under limits, cropped as chosen, resized once.

use std::borrow::Cow;
use std::io::Cursor;

use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use crate::campaign::PicturePlace;
use crate::popup::without_metadata;

/// Largest picture file that is read, in bytes.
pub const MAX_PICTURE_BYTES: usize = 32 << 20;
/// Longest side of a picture that is decoded, in pixels.
pub const MAX_PICTURE_SIDE: u32 = 12_000;
/// Most memory that decoding a picture may take, in bytes: enough for a camera's 40 million pixels.
pub const MAX_PICTURE_ALLOCATION: u64 = 192 << 20;
/// Largest PNG that is kept as it came instead of being encoded again, in bytes.
const MAX_KEPT_BYTES: usize = 1 << 20;

/// What a picture is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PictureUse {
    /// The picture of a rich card.
    Card,
    /// The launcher's face.
    Launcher,
}

impl PictureUse {
    /// Returns the width and height that a picture needs at least, in pixels; its parts have these proportions.
    pub fn size(self) -> (u32, u32) {
        self.place().size()
    }

    /// Returns the place that is always filled.
    pub const fn place(self) -> PicturePlace {
        self.places()[0]
    }

    /// Returns all its places, the one that is always filled first; the others are filled if the part of the picture is as large.
    pub const fn places(self) -> &'static [PicturePlace] {
        match self {
            PictureUse::Card => &[PicturePlace::Card, PicturePlace::DenseCard],
            PictureUse::Launcher => &[PicturePlace::Launcher],
        }
    }
}

/// A part of a picture, in its own pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crop {
    /// Distance of the left edge.
    pub x: u32,
    /// Distance of the top edge.
    pub y: u32,
    /// Width, at least 1.
    pub width: u32,
    /// Height, at least 1.
    pub height: u32,
}

/// Why a picture cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// Over [`MAX_PICTURE_BYTES`].
    #[error("the picture has more than {} MB", MAX_PICTURE_BYTES >> 20)]
    TooManyBytes,
    /// Longer than [`MAX_PICTURE_SIDE`], or in need of more than [`MAX_PICTURE_ALLOCATION`], or claiming to be.
    #[error("the picture says it is {width} × {height} pixels, which is too large")]
    TooManyPixels {
        /// Width that the file claims.
        width: u32,
        /// Height that the file claims.
        height: u32,
    },
    /// Not a supported format.
    #[error("the file is not a picture that can be read")]
    UnknownFormat,
    /// A known format, but damaged.
    #[error("the picture is damaged: {0}")]
    Damaged(String),
    /// The PNG could not be written into memory.
    #[error("the picture cannot be written: {0}")]
    Unwritable(String),
}

impl PictureError {
    /// Returns what to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            PictureError::TooManyBytes | PictureError::TooManyPixels { .. } => {
                "make it smaller in a picture editor; a pop-up shows 400 × 200 pixels"
            }
            PictureError::UnknownFormat => "choose a PNG, JPEG, WebP, GIF or BMP file",
            PictureError::Damaged(_) => "choose another file, or save the picture again in a picture editor",
            PictureError::Unwritable(_) => "choose a smaller part of the picture",
        }
    }
}

/// What is known about a picture after it was fully decoded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Proof {
    pub format: ImageFormat,
    /// In pixels, as they are stored.
    pub width: u32,
    /// In pixels, as they are stored.
    pub height: u32,
    /// Whether it has Exif data: how to turn it, and perhaps who took it and where.
    exif: bool,
}

/// Decodes a picture under the limits, and discards its pixels.
///
/// # Errors
/// As [`SourcePicture::decode`].
pub(super) fn prove(bytes: &[u8]) -> Result<Proof, PictureError> {
    decode(&plain(bytes)?).map(|(proof, _)| proof)
}

/// Returns the picture without anything but its pixels and what is needed to draw them.
fn plain(bytes: &[u8]) -> Result<Cow<'_, [u8]>, PictureError> {
    if bytes.len() > MAX_PICTURE_BYTES {
        return Err(PictureError::TooManyBytes);
    }
    Ok(without_metadata(bytes))
}

/// Returns what the picture is, and its pixels, upright. Every limit applies before the content is read.
fn decode(bytes: &[u8]) -> Result<(Proof, DynamicImage), PictureError> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let mut reader = reader.map_err(|error| PictureError::Damaged(error.to_string()))?;
    let format = reader.format().ok_or(PictureError::UnknownFormat)?;
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_PICTURE_ALLOCATION);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder().map_err(|error| damaged(&error))?;
    let (width, height) = decoder.dimensions();
    let too_large = || PictureError::TooManyPixels { width, height };
    if width == 0 || height == 0 {
        return Err(PictureError::Damaged("it has no pixels".into()));
    }
    if width.max(height) > MAX_PICTURE_SIDE || decoder.total_bytes() > MAX_PICTURE_ALLOCATION {
        return Err(too_large());
    }
    limits.reserve(decoder.total_bytes()).map_err(|_| too_large())?;
    decoder.set_limits(limits).map_err(|_| too_large())?;
    let exif = decoder.exif_metadata().is_ok_and(|exif| exif.is_some());
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(|error| damaged(&error))?;
    image.apply_orientation(orientation);
    let proof = Proof {
        format,
        width,
        height,
        exif,
    };
    Ok((proof, image))
}

/// A decoded picture, upright, waiting for its crop.
#[derive(Debug, Clone)]
pub struct SourcePicture {
    image: DynamicImage,
    /// The file itself without its metadata, when it is a PNG that can be stored unchanged.
    original: Option<Vec<u8>>,
}

impl SourcePicture {
    /// Decodes a picture, or the first frame of an animated one. It never takes more memory than the limits allow, whatever the file claims.
    ///
    /// # Errors
    /// When it is too large, of an unknown format, or damaged.
    pub fn decode(bytes: &[u8]) -> Result<Self, PictureError> {
        let plain = plain(bytes)?;
        let (proof, image) = decode(&plain)?;
        let fit = proof.format == ImageFormat::Png && !proof.exif && plain.len() <= MAX_KEPT_BYTES;
        let original = fit.then(|| plain.into_owned());
        Ok(SourcePicture { image, original })
    }

    /// Returns width and height in pixels.
    pub fn size(&self) -> (u32, u32) {
        (self.image.width(), self.image.height())
    }

    /// Returns the pixels as RGBA, for a crop dialog.
    pub fn to_rgba(&self) -> image::RgbaImage {
        self.image.to_rgba8()
    }

    /// Returns whether the picture needs no crop for this use.
    pub fn fits(&self, purpose: PictureUse) -> bool {
        purpose.places().iter().any(|place| self.size() == place.size())
    }

    /// Returns the largest centred part with the right proportions.
    pub fn suggested_crop(&self, purpose: PictureUse) -> Crop {
        let (width, height) = self.size();
        let (wanted_width, wanted_height) = purpose.size();
        let scale = f64::min(
            f64::from(width) / f64::from(wanted_width),
            f64::from(height) / f64::from(wanted_height),
        );
        let side = |wanted: u32, most: u32| ((f64::from(wanted) * scale).round() as u32).clamp(1, most);
        let (crop_width, crop_height) = (side(wanted_width, width), side(wanted_height, height));
        Crop {
            x: (width - crop_width) / 2,
            y: (height - crop_height) / 2,
            width: crop_width,
            height: crop_height,
        }
    }

    /// Returns the pictures to store, with their places: this part of it, as a PNG of the size for each place, and for dense screens only if it
    /// need not be enlarged.
    ///
    /// # Errors
    /// When a PNG cannot be encoded.
    pub fn to_pngs(&self, crop: Crop, purpose: PictureUse) -> Result<Vec<(PicturePlace, Vec<u8>)>, PictureError> {
        let (width, height) = self.size();
        let part = crop.within(width, height);
        let large_enough = |place: &&PicturePlace| **place == purpose.place() || part.width >= place.size().0;
        let places = purpose.places().iter().filter(large_enough);
        places.map(|place| Ok((*place, self.to_png(crop, *place)?))).collect()
    }

    /// Returns the picture to store at a place: this part of it, as a PNG of the size for it. A PNG that fits is kept byte for byte, except for its
    /// metadata, which may reveal who took it and where.
    ///
    /// Parts that reach beyond the edge are moved and cut to lie within the picture.
    ///
    /// # Errors
    /// When the PNG cannot be encoded.
    pub fn to_png(&self, crop: Crop, place: PicturePlace) -> Result<Vec<u8>, PictureError> {
        let (width, height) = self.size();
        let crop = crop.within(width, height);
        let whole = crop
            == Crop {
                x: 0,
                y: 0,
                width,
                height,
            };
        if let Some(original) = self.original.as_ref().filter(|_| whole && self.size() == place.size()) {
            return Ok(original.clone());
        }
        let part = self.image.crop_imm(crop.x, crop.y, crop.width, crop.height);
        let (wanted_width, wanted_height) = place.size();
        let resized = part
            .resize_exact(wanted_width, wanted_height, FilterType::Lanczos3)
            .to_rgba8();
        let mut png = Cursor::new(Vec::new());
        let written = resized.write_to(&mut png, ImageFormat::Png);
        written.map_err(|error| PictureError::Unwritable(error.to_string()))?;
        Ok(png.into_inner())
    }
}

impl Crop {
    fn within(self, width: u32, height: u32) -> Crop {
        let (crop_width, crop_height) = (self.width.clamp(1, width), self.height.clamp(1, height));
        let (x, y) = (self.x.min(width - crop_width), self.y.min(height - crop_height));
        Crop {
            x,
            y,
            width: crop_width,
            height: crop_height,
        }
    }
}

fn damaged(error: &image::ImageError) -> PictureError {
    match error {
        image::ImageError::Unsupported(_) => PictureError::UnknownFormat,
        // A single line, since some decoders explain themselves at length.
        other => PictureError::Damaged(other.to_string().lines().next().unwrap_or_default().to_owned()),
    }
}
