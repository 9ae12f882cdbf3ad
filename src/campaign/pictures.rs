//! The places where a campaign names pictures: each known here alone, with its size.

use super::{Campaign, LauncherImage, MessagePart, limits};

/// A place of a campaign that names a picture of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum PicturePlace {
    /// The picture of a rich card, for screens with one pixel for each CSS pixel.
    Card,
    /// The same picture twice as large, for dense screens.
    DenseCard,
    /// The launcher's face.
    Launcher,
}

impl PicturePlace {
    /// Returns its JSON pointer in the campaign file.
    pub const fn pointer(self) -> &'static str {
        match self {
            Self::Card => "/content/image",
            Self::DenseCard => "/content/image_dense",
            Self::Launcher => "/launcher_image/image",
        }
    }

    /// Returns the width and height of what is stored there, in pixels: the launcher's 60 CSS pixels twice, for dense screens.
    pub const fn size(self) -> (u32, u32) {
        match self {
            Self::Card => (limits::PICTURE_WIDTH, limits::PICTURE_HEIGHT),
            Self::DenseCard => (limits::DENSE_PICTURE_WIDTH, limits::DENSE_PICTURE_HEIGHT),
            Self::Launcher => (120, 120),
        }
    }
}

impl Campaign {
    /// Returns whether its type of message shows the picture of a place; drafts keep what was chosen for other types.
    pub fn shows_picture(&self, place: PicturePlace) -> bool {
        match place {
            PicturePlace::Card | PicturePlace::DenseCard => {
                let kind = self.content.kind.known();
                kind.is_none_or(|kind| kind.slot(MessagePart::Picture).is_some())
            }
            PicturePlace::Launcher => true,
        }
    }

    /// Takes out the names of pictures that its type of message does not show and that are not there: nobody misses them.
    pub fn forget_missing_pictures(&mut self, is_there: impl Fn(&str) -> bool) {
        if self.shows_picture(PicturePlace::Card) {
            return;
        }
        let translations = self.content.translations.iter_mut();
        let kept = translations.flat_map(|one| [&mut one.texts.image, &mut one.texts.image_dense]);
        for name in [&mut self.content.image, &mut self.content.image_dense]
            .into_iter()
            .chain(kept)
        {
            name.take_if(|name| !is_there(name));
        }
    }

    /// Returns the pictures that it names: paths within the library.
    pub fn pictures(&self) -> impl Iterator<Item = &str> {
        self.pictures_by_place().map(|(_, name)| name)
    }

    /// Returns the pictures that it names, with their places; those of translations have the places of what they replace.
    pub fn pictures_by_place(&self) -> impl Iterator<Item = (PicturePlace, &str)> {
        let launcher = match &self.launcher_image {
            Some(LauncherImage::Image(path)) => Some(path.as_str()),
            Some(LauncherImage::Current | LauncherImage::BotProfile | LauncherImage::Unknown(_)) | None => None,
        };
        let names = [
            (PicturePlace::Card, self.content.image.as_deref()),
            (PicturePlace::DenseCard, self.content.image_dense.as_deref()),
            (PicturePlace::Launcher, launcher),
        ];
        let translations = self.content.translations.iter().flat_map(|one| {
            [
                (PicturePlace::Card, one.texts.image.as_deref()),
                (PicturePlace::DenseCard, one.texts.image_dense.as_deref()),
            ]
        });
        // An empty name stands for no picture for dense screens.
        let translations = translations.filter(|(_, name)| name.as_ref().is_some_and(|name| !name.is_empty()));
        let names = names.into_iter().chain(translations);
        names.filter_map(|(place, name)| Some((place, name?)))
    }

    /// Returns the same names, to be changed.
    pub fn pictures_mut(&mut self) -> impl Iterator<Item = (PicturePlace, &mut String)> {
        let launcher = match &mut self.launcher_image {
            Some(LauncherImage::Image(path)) => Some(path),
            Some(LauncherImage::Current | LauncherImage::BotProfile | LauncherImage::Unknown(_)) | None => None,
        };
        let names = [
            (PicturePlace::Card, self.content.image.as_mut()),
            (PicturePlace::DenseCard, self.content.image_dense.as_mut()),
            (PicturePlace::Launcher, launcher),
        ];
        let translations = self.content.translations.iter_mut().flat_map(|one| {
            [
                (PicturePlace::Card, one.texts.image.as_mut()),
                (PicturePlace::DenseCard, one.texts.image_dense.as_mut()),
            ]
        });
        // An empty name stands for no picture for dense screens.
        let translations = translations.filter(|(_, name)| name.as_ref().is_some_and(|name| !name.is_empty()));
        let names = names.into_iter().chain(translations);
        names.filter_map(|(place, name)| Some((place, name?)))
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;
    use crate::campaign::Content;

    #[test]
    fn names_are_read_and_changed_at_the_same_places() {
        let mut campaign = Campaign {
            content: Content {
                image: Some("a".into()),
                image_dense: Some("b".into()),
                ..Content::default()
            },
            launcher_image: Some(LauncherImage::Image("c".into())),
            ..Campaign::default()
        };
        let places: Vec<_> = campaign.pictures_by_place().map(|(place, _)| place).collect();
        assert_eq!(places, PicturePlace::VARIANTS);
        let file = serde_json::to_value(crate::campaign::to_value(&campaign)).unwrap_or_default();
        for (place, name) in campaign.pictures_by_place() {
            assert_eq!(file.pointer(place.pointer()).and_then(|name| name.as_str()), Some(name));
        }
        campaign.pictures_mut().for_each(|(_, name)| name.push('!'));
        assert_eq!(campaign.pictures().collect::<Vec<_>>(), ["a!", "b!", "c!"]);
    }
}
