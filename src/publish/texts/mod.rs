//! Texts for translators: what campaigns say, with their translations, as XLIFF 2.0 or as a table (CSV), and back into the campaigns.
//!
//! A file says of each text how it stood when it was written, so that what somebody has changed since is kept, and reported. Nothing here writes a
//! campaign's file.

mod merge;
mod table;
#[cfg(test)]
mod tests;
mod xliff;

pub use merge::{Brought, BroughtKind, bring_back};
pub use table::{read_table, write_table};
pub use xliff::{read_xliff, write_xliff};

use crate::campaign::{Campaign, MessagePart, PartTranslation, TextPart, Translation, is_language_tag, same_language};

/// Where a text of a campaign stands in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextRow {
    /// The campaign's id.
    pub campaign: String,
    /// The campaign's name, for people.
    pub name: String,
    /// The place of the text in the content, such as `button/name`.
    pub key: String,
    /// The campaign's own language; empty where nobody said which that is.
    pub from: String,
    /// What the campaign itself says.
    pub own: String,
    /// The language of the translation.
    pub to: String,
    /// The translation; empty while there is none.
    pub text: String,
    /// The translation as it stood when the file was written; `None` where a file does not say.
    pub before: Option<String>,
}

/// Why a file of texts cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextsError {
    /// A campaign has no other language.
    #[error("no campaign has a language besides its own")]
    NoLanguage,
    /// XLIFF holds one language, and there are several.
    #[error("the campaigns are translated into several languages, and XLIFF holds one: {0}")]
    WhichLanguage(String),
    /// The file is neither.
    #[error("the file is neither XLIFF 2 nor a table of texts: {0}")]
    Unreadable(String),
    /// A column is not there.
    #[error("the table has no column `{0}`")]
    NoColumn(&'static str),
    /// A language tag that is none.
    #[error("`{0}` is not a language tag")]
    Language(String),
    /// The file is of campaigns that are not here.
    #[error("the file has texts of a campaign that is not here: {name} ({id})")]
    OtherCampaign {
        /// Its id in the file.
        id: String,
        /// Its name there.
        name: String,
    },
    /// The file is in the campaign's own language.
    #[error("the file translates the campaign “{0}” into its own language")]
    OwnLanguage(String),
}

impl TextsError {
    /// Returns what to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            TextsError::NoLanguage => "add a language to the message first, or name one with --to",
            TextsError::WhichLanguage(_) => "name one of them with --to, or write a table with --as csv",
            TextsError::Unreadable(_) => "bring back the file that was exported, saved as XLIFF 2 or CSV (UTF-8)",
            TextsError::NoColumn(_) => "keep the table's first line as it was exported",
            TextsError::Language(_) => "write a tag such as tr or pt-BR",
            TextsError::OtherCampaign { .. } => "name the campaign's file too, or the folder that has it",
            TextsError::OwnLanguage(_) => "correct the language of the file, or the campaign's own",
        }
    }
}

/// Returns every text of campaigns that is translated, in each of their languages, or in the one `to`; `usual` is the language of campaigns that
/// do not name theirs.
///
/// # Errors
/// When there is no language to translate into.
pub fn texts<'c>(
    campaigns: impl IntoIterator<Item = &'c Campaign>,
    to: Option<&str>,
    usual: Option<&str>,
) -> Result<Vec<TextRow>, TextsError> {
    if let Some(tag) = to.filter(|tag| !is_language_tag(tag)) {
        return Err(TextsError::Language(tag.to_owned()));
    }
    let mut rows = Vec::new();
    for campaign in campaigns {
        let content = &campaign.content;
        let fresh = to
            .filter(|tag| content.translation(tag).is_none())
            .map(Translation::new);
        let wanted = content
            .translations
            .iter()
            .filter(|one| to.is_none_or(|tag| same_language(tag, &one.tag)));
        for translation in wanted.chain(&fresh) {
            rows.extend(rows_of(campaign, translation, usual));
        }
    }
    match rows.is_empty() {
        true => Err(TextsError::NoLanguage),
        false => Ok(rows),
    }
}

fn rows_of(campaign: &Campaign, translation: &Translation, usual: Option<&str>) -> Vec<TextRow> {
    let content = &campaign.content;
    let from = content.language.as_deref().or(usual).unwrap_or_default();
    let row = |part: TextPart| {
        let own = content.text(part).unwrap_or_default();
        let is_own_part = content.has_part(MessagePart::Text(part)) && !own.trim().is_empty();
        let text = translation.texts.text(part).unwrap_or_default();
        is_own_part.then(|| TextRow {
            campaign: campaign.id.clone(),
            name: campaign.name.clone(),
            key: key_of(part),
            from: from.to_owned(),
            own: own.to_owned(),
            to: translation.tag.clone(),
            text: text.to_owned(),
            before: Some(text.to_owned()),
        })
    };
    let parts = MessagePart::translatable().filter_map(|part| match part {
        MessagePart::Text(part) => row(part),
        MessagePart::Picture | MessagePart::Action(_) => None,
    });
    parts.collect()
}

/// Returns the key of a text: its place in the content.
fn key_of(part: TextPart) -> String {
    let place = part.pointer();
    place.strip_prefix("/content/").unwrap_or(place).to_owned()
}

/// Returns the text with a key.
fn part_of(key: &str) -> Option<TextPart> {
    MessagePart::translatable().find_map(|part| match part {
        MessagePart::Text(part) if key_of(part) == key => Some(part),
        MessagePart::Text(_) | MessagePart::Picture | MessagePart::Action(_) => None,
    })
}

/// Reads a file of texts in whichever form it is.
///
/// # Errors
/// When it is neither form.
pub fn read_texts(bytes: &[u8]) -> Result<Vec<TextRow>, TextsError> {
    let text = std::str::from_utf8(bytes).map_err(|_| TextsError::Unreadable("it is not UTF-8".to_owned()))?;
    let text = text.trim_start_matches('\u{feff}');
    match text.trim_start().starts_with('<') {
        true => read_xliff(text),
        false => read_table(text),
    }
}

/// Returns whether a text needs a translation that is not there.
pub(super) fn is_translatable(campaign: &Campaign, translation: &Translation, part: TextPart) -> bool {
    let content = &campaign.content;
    let part = MessagePart::Text(part);
    let fits = content.has_part(part);
    fits && matches!(
        content.part_translation(translation, part),
        PartTranslation::Done | PartTranslation::Missing | PartTranslation::Own
    )
}
