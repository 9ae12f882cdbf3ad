//! From the body of a PUT to a campaign that can be stored: parsed, with its pictures extracted and validated.

use std::io::Cursor;

use axum::body::Bytes;
use image::{ImageFormat, ImageReader, Limits};
use serde_json::{Value, json};

use super::problem::{Kind, Problem};
use crate::campaign::{Campaign, MAX_FILE_BYTES, ProblemCode, ReadError, from_json, to_value};
use crate::library::ContentHash;

/// Largest PNG that is accepted, in bytes.
pub(super) const MAX_PICTURE_BYTES: usize = 1 << 20;
/// Longest side of an accepted picture, in pixels. A pop-up shows less; the checks of a launch report by how much.
const MAX_PICTURE_SIDE: u32 = 2_048;
/// Most memory that decoding a picture may take, in bytes.
const MAX_PICTURE_ALLOCATION: u64 = 64 << 20;
/// An instant as a launch writes it; all have this length.
const SOME_INSTANT: &str = "2026-11-22T10:00:00.000Z";
/// More bytes than a launch adds to a document.
const LAUNCH: usize = 64;
/// Longest identity of a campaign.
pub(super) const MAX_ID: usize = 128;

/// A campaign as it will be stored: every picture is named `images/HASH.png`.
#[derive(Debug, Clone)]
pub(super) struct Document {
    /// The campaign.
    pub campaign: Campaign,
    /// Its text as stored, which can be read back, even after a launch.
    pub text: String,
    /// The pictures that came with it.
    pub pictures: Vec<Picture>,
}

/// A picture that came with a campaign.
#[derive(Debug, Clone)]
pub(super) struct Picture {
    /// SHA-256 of the PNG, in 64 hexadecimal digits.
    pub hash: String,
    /// The PNG.
    pub png: Bytes,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// Whether a text can be a campaign's identity here: letters, digits and `._-`, beginning with a letter or a digit.
pub(super) fn is_id(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    text.len() <= MAX_ID && text.bytes().all(plain) && text.starts_with(|first: char| first.is_ascii_alphanumeric())
}

/// The hash that a stored picture's name carries.
pub(super) fn picture_hash(name: &str) -> Option<&str> {
    let hash = name.strip_prefix("images/")?.strip_suffix(".png")?;
    is_hash(hash).then_some(hash)
}

/// Whether a text is a SHA-256 as this backend writes it.
pub(super) fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Reads the document sent for an identity.
///
/// # Errors
/// Every problem of the file; another identity within it; invalid or missing pictures; a text that would be longer than
/// what can be read, even if only after a launch.
pub(super) fn read(id: &str, body: &[u8]) -> Result<Document, Problem> {
    let mut campaign = from_json(body).map_err(|error| unreadable(&error))?;
    if campaign.id.is_empty() {
        campaign.id = id.to_owned();
    }
    if campaign.id != id {
        return Err(other_identity(&campaign.id, id));
    }
    let mut pictures = Vec::new();
    let mut faults = Vec::new();
    for (place, name) in campaign.pictures_mut() {
        match take(name) {
            Ok(None) => {}
            Ok(Some(picture)) => {
                *name = format!("images/{}.png", picture.hash);
                pictures.push(picture);
            }
            Err(fault) => faults.push(fault.at(place.pointer())),
        }
    }
    if !faults.is_empty() {
        return Err(picture_problem(faults));
    }
    let text = text_of(&campaign)?;
    if text.len() + LAUNCH > MAX_FILE_BYTES {
        // Near the limit it is worth trying the result of a launch.
        let launched_at = Some(SOME_INSTANT.to_owned());
        text_of(&Campaign {
            launched_at,
            ..campaign.clone()
        })?;
    }
    // Any fault is found now, and not when somebody reads the campaign back. Omitted and explicit values
    // are the same only once both were read from the written text.
    let campaign = from_json(text.as_bytes()).map_err(|error| unreadable(&error))?;
    Ok(Document {
        campaign,
        text,
        pictures,
    })
}

/// Returns a campaign's text as stored: without blanks, so that it is no longer than the sent text, except for expanded numbers.
///
/// # Errors
/// When it is longer than what can be read.
pub(super) fn text_of(campaign: &Campaign) -> Result<String, Problem> {
    let text = to_value(campaign).to_string();
    if text.len() > MAX_FILE_BYTES {
        return Err(too_large(MAX_FILE_BYTES));
    }
    Ok(text)
}

/// The document is of a campaign other than the one in the address.
fn other_identity(there: &str, wanted: &str) -> Problem {
    let detail = format!("the document is campaign `{there}`, and the address names `{wanted}`");
    let hint = "put it at the address of its own identity";
    let listed = json!([{ "code": "id_mismatch", "path": "/id", "message": detail, "hint": hint }]);
    Problem::new(Kind::InvalidDocument, detail, hint).with("problems", listed)
}

/// Returns the faults of pictures as a problem.
pub(super) fn picture_problem(faults: Vec<Value>) -> Problem {
    Problem::new(
        Kind::InvalidDocument,
        "a picture of the campaign cannot be used",
        "send each picture as a PNG in a data URL, or name one that this backend has",
    )
    .with("problems", faults)
}

/// A fault of one picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PictureFault {
    /// A name that leads elsewhere.
    Elsewhere,
    /// A name of this backend's form, but no picture of that name.
    Missing,
    /// An invalid data URL.
    Undecodable,
    /// Over [`MAX_PICTURE_BYTES`].
    TooManyBytes,
    /// Longer than [`MAX_PICTURE_SIDE`].
    TooManyPixels,
    /// Not a PNG, or a damaged one.
    NotPng,
}

impl PictureFault {
    /// As a member of `problems`.
    pub(super) fn at(self, path: &str) -> Value {
        let (code, message, hint) = match self {
            PictureFault::Elsewhere => (
                "picture_elsewhere",
                "the picture is not carried in the document",
                "send it as a data URL that begins with data:image/png;base64,",
            ),
            PictureFault::Missing => (
                "picture_missing",
                "this backend has no such picture",
                "send it as a data URL that begins with data:image/png;base64,",
            ),
            PictureFault::Undecodable => (
                "picture_undecodable",
                "the picture's data URL cannot be decoded",
                "send it as a data URL that begins with data:image/png;base64,",
            ),
            PictureFault::TooManyBytes => (
                "picture_too_large",
                "the picture has more than 1 MB",
                "make it smaller; a pop-up shows 400 × 200 pixels",
            ),
            PictureFault::TooManyPixels => (
                "picture_too_large",
                "the picture is longer than 2048 pixels",
                "make it smaller; a pop-up shows 400 × 200 pixels",
            ),
            PictureFault::NotPng => (
                "picture_not_png",
                "the picture is not a PNG, or it is damaged",
                "save it again as PNG in a picture editor",
            ),
        };
        json!({ "code": code, "path": path, "message": message, "hint": hint })
    }
}

/// Returns the picture embedded in a name; `None` for the name of a stored one.
fn take(name: &str) -> Result<Option<Picture>, PictureFault> {
    if picture_hash(name).is_some() {
        return Ok(None);
    }
    if !name.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:")) {
        return Err(PictureFault::Elsewhere);
    }
    let url = data_url::DataUrl::process(name).map_err(|_| PictureFault::Undecodable)?;
    let (png, _) = url.decode_to_vec().map_err(|_| PictureFault::Undecodable)?;
    let (width, height) = prove(&png)?;
    Ok(Some(Picture {
        hash: ContentHash::of(&png).to_string(),
        png: png.into(),
        width,
        height,
    }))
}

/// Width and height of a PNG that decodes to its end.
fn prove(png: &[u8]) -> Result<(u32, u32), PictureFault> {
    if png.len() > MAX_PICTURE_BYTES {
        return Err(PictureFault::TooManyBytes);
    }
    if image::guess_format(png).ok() != Some(ImageFormat::Png) {
        return Err(PictureFault::NotPng);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_PICTURE_SIDE);
    limits.max_image_height = Some(MAX_PICTURE_SIDE);
    limits.max_alloc = Some(MAX_PICTURE_ALLOCATION);
    let mut reader = ImageReader::with_format(Cursor::new(png), ImageFormat::Png);
    reader.limits(limits);
    let picture = reader.decode().map_err(|error| match error {
        image::ImageError::Limits(_) => PictureFault::TooManyPixels,
        _ => PictureFault::NotPng,
    })?;
    Ok((picture.width(), picture.height()))
}

/// Returns the problems of a text that is not what it should be.
pub(super) fn unreadable(error: &ReadError) -> Problem {
    if error
        .problems
        .iter()
        .any(|problem| problem.code() == ProblemCode::TooLarge)
    {
        return too_large(MAX_FILE_BYTES);
    }
    let listed = error.problems.iter().map(|problem| {
        let (line, column) = problem.position.unzip();
        json!({
            "code": problem.code().id(),
            "path": problem.pointer,
            "line": line,
            "column": column,
            "message": problem.message(),
            "hint": problem.hint(),
        })
    });
    Problem::new(Kind::InvalidDocument, error.to_string(), error.hint()).with("problems", listed.collect::<Vec<_>>())
}

/// Returns the problem of a document longer than `limit` bytes.
fn too_large(limit: usize) -> Problem {
    let detail = format!(
        "a campaign's document has at most {} kB here, as it is stored",
        limit >> 10
    );
    Problem::new(
        Kind::TooLarge,
        detail,
        "make its texts shorter, or remove keys that Beckon does not know",
    )
}
