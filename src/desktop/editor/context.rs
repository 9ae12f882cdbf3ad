//! What the editor may read besides the campaign.

use std::collections::HashMap;

use chrono::NaiveDate;
use egui::TextureId;

use crate::{
    campaign::{Look, SavedAudiences},
    studio::{analysis::Analysis, outline::InLog, publishing::LaunchView, shelf::KnownKeys},
    wording::text::Text,
};

/// A picture of the library, as far as known.
#[derive(Debug, Clone, Copy)]
pub struct Thumbnail {
    /// Its pixels, once they are loaded.
    pub texture: Option<TextureId>,
    /// Width and height in pixels; unknown when the file is missing or no picture.
    pub size: Option<[u32; 2]>,
}

/// Looks pictures up by their names in campaigns.
pub trait Pictures {
    /// Returns what is known about the picture; `None` until it is looked up.
    fn thumbnail(&self, name: &str) -> Option<Thumbnail>;
}

/// What the editor may read besides the campaign.
pub struct EditorContext<'a> {
    /// The app's texts.
    pub text: &'a Text,
    /// What the other modules say about this revision and the simulated visitor.
    pub analysis: &'a Analysis,
    /// How the site's pop-ups look, which a campaign follows where it says nothing else.
    pub site: &'a Look,
    /// What the site is called; empty where it has no name.
    pub site_name: &'a str,
    /// The language in which campaigns of the site are written, where they do not say otherwise.
    pub usual_language: Option<&'a str>,
    /// The translation that is being written; `None` for the campaign's own language.
    pub speaks: Option<&'a str>,
    /// Whether the preview shows the pop-up as visitors with a dark system see it.
    pub dark: bool,
    /// Whether the whole picture is known of which the card shows a part.
    pub can_crop: bool,
    /// The library's pictures.
    pub pictures: &'a dyn Pictures,
    /// The campaign's state on the site.
    pub launch: &'a LaunchView,
    /// Today in the campaign's time zone.
    pub today: NaiveDate,
    /// The keys that the library's campaigns ask about, to choose from.
    pub keys: &'a KnownKeys,
    /// The saved audiences, to choose from.
    pub audiences: &'a SavedAudiences,
    /// How many campaigns use the saved audience of a name.
    pub uses: &'a dyn Fn(&str) -> usize,
    /// Whether the audience may use saved ones; a saved one may not.
    pub refers: bool,
    /// How many visitors of a log are left after each row of the audience, by its JSON Pointer; empty without a log.
    pub left: &'a HashMap<String, u64>,
    /// How many visitors of the log the whole campaign is for, once that was counted.
    pub in_log: Option<InLog>,
    /// The place to move the keyboard to, as a JSON Pointer; for one frame only.
    pub focus: Option<&'a str>,
    /// The place to scroll into sight, as a JSON Pointer; for one frame only. The keyboard stays where it is.
    pub reveal: Option<&'a str>,
}
