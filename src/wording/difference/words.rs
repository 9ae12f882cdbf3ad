//! The words around changes.

use super::{ChangedPart, Language};
use crate::campaign::{Join, Joiner, TextPart};
use crate::wording::look::look_label;
use crate::wording::text::word;

/// Returns the name of a part; empty for one that this version does not know.
pub(super) fn words_of(part: &ChangedPart, language: Language) -> &'static str {
    let key = match part {
        ChangedPart::Text(TextPart::Name) => "change-part-name",
        ChangedPart::Platform => "change-part-platform",
        ChangedPart::TimeZone => "change-part-time-zone",
        ChangedPart::ContentType => "change-part-content-type",
        ChangedPart::Text(TextPart::Title) => "change-part-title",
        ChangedPart::Text(TextPart::Subtitle) => "change-part-subtitle",
        ChangedPart::Picture => "change-part-picture",
        ChangedPart::DensePicture => "change-part-dense-picture",
        ChangedPart::Text(TextPart::ImageAlt) => "change-part-image-alt",
        ChangedPart::Text(TextPart::ButtonName) => "change-part-button-name",
        ChangedPart::ButtonAction | ChangedPart::Text(TextPart::ButtonMessage | TextPart::ButtonLink) => {
            "change-part-button-action"
        }
        ChangedPart::Text(TextPart::Text) => "change-part-text",
        ChangedPart::Text(TextPart::UserSay) => "change-part-user-say",
        ChangedPart::Text(TextPart::PreviewReply) => "change-part-preview-reply",
        ChangedPart::Replies
        | ChangedPart::Text(TextPart::ReplyName(_) | TextPart::ReplyMessage(_) | TextPart::ReplyLink(_)) => {
            "change-part-replies"
        }
        ChangedPart::RepeatCycle => "change-part-repeat-cycle",
        ChangedPart::MessageDelay => "change-part-message-delay",
        ChangedPart::ClosesAfter => "change-part-closes-after",
        ChangedPart::RunsFrom => "change-part-runs-from",
        ChangedPart::RunsUntil => "change-part-runs-until",
        ChangedPart::Hours => "change-part-hours",
        ChangedPart::HoursIn => "change-part-hours-in",
        ChangedPart::OnlyInHours => "change-part-only-in-hours",
        ChangedPart::Priority => "change-part-priority",
        ChangedPart::Language => "change-part-language",
        ChangedPart::InLanguage { part: inner, .. } => return words_of(inner, language),
        ChangedPart::LauncherImage => "change-part-launcher-image",
        ChangedPart::Look(key) => return look_label(*key, language),
        ChangedPart::Unknown(_) => return "",
    };
    word(language, key)
}

/// Returns how the activity is joined.
pub(super) fn join(join: Join, language: Language) -> &'static str {
    let key = match join {
        Join::And => "change-join-and",
        Join::Or => "change-join-or",
    };
    word(language, key)
}

/// Returns how a group is joined.
pub(super) fn joiner(joiner: Joiner, language: Language) -> &'static str {
    let key = match joiner {
        Joiner::All => "change-joiner-all",
        Joiner::Any => "change-joiner-any",
        Joiner::None => "change-joiner-none",
    };
    word(language, key)
}
