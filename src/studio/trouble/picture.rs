//! The words for pictures that cannot be used, and for previews that cannot be drawn.

use super::{InWords, Words, megabytes};
use crate::{
    library::{MAX_PICTURE_BYTES, PictureError},
    popup::{PngError, RenderError},
    wording::text::Text,
};

impl InWords for PictureError {
    fn words(&self, text: &Text) -> Words {
        match self {
            Self::TooManyBytes => {
                let most = megabytes(MAX_PICTURE_BYTES, text);
                Words::of("trouble-picture-bytes", &[("most", most)], text)
            }
            Self::TooManyPixels { width, height } => {
                let values = [("width", width.to_string()), ("height", height.to_string())];
                Words::of("trouble-picture-pixels", &values, text)
            }
            Self::UnknownFormat => Words::of("trouble-picture-format", &[], text),
            // The decoder speaks English, of things that users cannot act on.
            Self::Damaged(_) => Words::of("trouble-picture-damaged", &[], text),
            Self::Unwritable(_) => Words::of("trouble-picture-unwritable", &[], text),
        }
    }
}

impl InWords for RenderError {
    fn words(&self, text: &Text) -> Words {
        match self {
            Self::TooLarge => Words::of("trouble-preview-large", &[], text),
            Self::Broken => Words::of("trouble-preview-broken", &[], text),
            Self::NoThread(system) => Words::of("trouble-preview-thread", &[("system", system.clone())], text),
        }
    }
}

impl InWords for PngError {
    fn words(&self, text: &Text) -> Words {
        Words::of("trouble-preview-png", &[], text)
    }
}
