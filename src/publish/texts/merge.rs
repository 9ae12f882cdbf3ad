//! Texts back into their campaigns: what was translated, what somebody has changed meanwhile, and what does not belong here.

use super::{TextRow, TextsError, is_translatable, part_of};
use crate::campaign::{Campaign, Translation, is_language_tag, same_language};

/// What became of a text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// The campaign's id.
    pub campaign: String,
    /// The campaign's name here.
    pub name: String,
    /// The language, as its tag.
    pub language: String,
    /// The place of the text in the content.
    pub key: String,
    /// What became of it.
    pub kind: BroughtKind,
}

/// What became of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BroughtKind {
    /// It is the campaign's now.
    Changed {
        /// What stood there; empty for nothing.
        before: String,
        /// What stands there now.
        after: String,
        /// Whether the campaign's own text has changed since the file was written, so that it may translate something else.
        own_changed: bool,
    },
    /// Somebody has changed the translation since the file was written: theirs stays.
    Kept {
        /// What stays.
        here: String,
        /// What the file says.
        theirs: String,
    },
    /// The campaign has no such text.
    NotHere,
}

impl BroughtKind {
    /// Returns its identifier in machine-readable output.
    pub fn id(&self) -> &'static str {
        match self {
            BroughtKind::Changed { .. } => "changed",
            BroughtKind::Kept { .. } => "kept",
            BroughtKind::NotHere => "not_here",
        }
    }
}

/// Puts the texts of a file into campaigns, and returns what became of each that is not as it was. A text that is empty in the file changes nothing.
/// `usual` is the language of campaigns that do not name theirs.
///
/// # Errors
/// When a text is of a campaign that is not among these, or its language is none or the campaign's own; then nothing is changed.
pub fn bring_back(
    rows: &[TextRow],
    campaigns: &mut [&mut Campaign],
    usual: Option<&str>,
) -> Result<Vec<Brought>, TextsError> {
    for row in rows {
        let Some(campaign) = campaigns.iter().find(|campaign| campaign.id == row.campaign) else {
            return Err(TextsError::OtherCampaign {
                id: row.campaign.clone(),
                name: row.name.clone(),
            });
        };
        if !is_language_tag(&row.to) {
            return Err(TextsError::Language(row.to.clone()));
        }
        let own = campaign.content.language.as_deref().or(usual);
        if own.is_some_and(|own| same_language(own, &row.to)) {
            return Err(TextsError::OwnLanguage(campaign.name.clone()));
        }
    }
    let mut brought = Vec::new();
    for row in rows.iter().filter(|row| !row.text.trim().is_empty()) {
        let Some(campaign) = campaigns.iter_mut().find(|campaign| campaign.id == row.campaign) else {
            continue;
        };
        if let Some(kind) = bring(row, campaign) {
            brought.push(Brought {
                campaign: campaign.id.clone(),
                name: campaign.name.clone(),
                language: row.to.clone(),
                key: row.key.clone(),
                kind,
            });
        }
    }
    Ok(brought)
}

fn bring(row: &TextRow, campaign: &mut Campaign) -> Option<BroughtKind> {
    let empty = Translation::new(&row.to);
    let translation = campaign.content.translation(&row.to).unwrap_or(&empty);
    let part = part_of(&row.key).filter(|part| is_translatable(campaign, translation, *part));
    let Some(part) = part else {
        return Some(BroughtKind::NotHere);
    };
    let here = translation.texts.text(part).unwrap_or_default().to_owned();
    if alike(&here, &row.text) {
        return None;
    }
    if row.before.as_ref().is_some_and(|before| !alike(before, &here)) {
        // Where the file only says what it said when it was written, there is nothing of its own.
        let is_news = row.before.as_ref().is_none_or(|before| !alike(before, &row.text));
        return is_news.then(|| BroughtKind::Kept {
            here,
            theirs: row.text.clone(),
        });
    }
    let own_changed = !alike(campaign.content.text(part).unwrap_or_default(), &row.own);
    let text = Some(row.text.clone());
    campaign.content.translation_mut(&row.to).texts.set_text(part, text);
    Some(BroughtKind::Changed {
        before: here,
        after: row.text.clone(),
        own_changed,
    })
}

/// Whether two texts are the same; line ends of other systems and blanks at the ends come from programs.
fn alike(one: &str, other: &str) -> bool {
    let plain = |text: &str| text.replace("\r\n", "\n");
    plain(one).trim() == plain(other).trim()
}
