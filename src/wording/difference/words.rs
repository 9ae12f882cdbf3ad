//! The words around changes.

use super::{Language, Part};
use crate::campaign::{Join, Joiner, TextPart};
use crate::wording::text::word;

/// Returns the name of a part; empty for one that this version does not know.
pub(super) fn part(part: &Part, language: Language) -> &'static str {
    let key = match part {
        Part::Text(TextPart::Name) => "change-part-name",
        Part::Platform => "change-part-platform",
        Part::TimeZone => "change-part-time-zone",
        Part::ContentType => "change-part-content-type",
        Part::Text(TextPart::Title) => "change-part-title",
        Part::Text(TextPart::Subtitle) => "change-part-subtitle",
        Part::Picture => "change-part-picture",
        Part::Text(TextPart::ButtonName) => "change-part-button-name",
        Part::ButtonAction | Part::Text(TextPart::ButtonMessage | TextPart::ButtonLink) => "change-part-button-action",
        Part::Text(TextPart::Text) => "change-part-text",
        Part::Text(TextPart::UserSay) => "change-part-user-say",
        Part::Text(TextPart::PreviewReply) => "change-part-preview-reply",
        Part::RepeatCycle => "change-part-repeat-cycle",
        Part::MessageDelay => "change-part-message-delay",
        Part::Priority => "change-part-priority",
        Part::LauncherImage => "change-part-launcher-image",
        Part::Unknown(_) => return "",
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
