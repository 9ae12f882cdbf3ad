//! What a launch would change: everything in which a draft differs from what is live, with both values and its place.
//!
//! The comparison covers what would be launched (`Campaign::for_launch`): muted nodes, content of other types, labels, expectations, the instant of
//! the last launch and the identity do not count. Nothing here phrases anything; `wording::change` does.

mod tree;

#[cfg(test)]
mod tests;

use serde_json::{Map, Value};

use crate::campaign::{
    Campaign, Condition, Join, Joiner, LookKey, Node, PicturePlace, TextPart, to_value, translation_of,
};

/// One thing in which a draft differs from what is live.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Where it stands in the draft, as a JSON Pointer; for something removed, the place that held it.
    pub pointer: String,
    /// What differs.
    pub kind: ChangeKind,
}

/// What differs.
#[derive(Debug, Clone, PartialEq)]
pub enum ChangeKind {
    /// A part with a value of its own; `None` where the part is not set.
    Part {
        /// Which one.
        part: ChangedPart,
        /// What is live, as the file holds it.
        live: Option<Value>,
        /// What the draft says.
        draft: Option<Value>,
    },
    /// How the activity is joined to the audience.
    Join {
        /// Live.
        live: Join,
        /// In the draft.
        draft: Join,
    },
    /// How the nodes of a group are joined.
    Joiner {
        /// Live.
        live: Joiner,
        /// In the draft.
        draft: Joiner,
    },
    /// A condition or group that the draft has in addition.
    Added(Node),
    /// A condition or group that the draft no longer has.
    Removed(Node),
    /// A condition that asks something else about the same field.
    Changed {
        /// Live.
        live: Condition,
        /// In the draft.
        draft: Condition,
    },
    /// A condition or group that stands somewhere else.
    Moved(Node),
}

/// A part of a campaign with a value of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "named as in the file")]
pub enum ChangedPart {
    /// A text, except those of a button's action.
    Text(TextPart),
    Platform,
    TimeZone,
    ContentType,
    Picture,
    /// The same picture for dense screens.
    DensePicture,
    ButtonAction,
    /// All quick replies, since each of them is seen beside the others.
    Replies,
    RepeatCycle,
    MessageDelay,
    /// After how long the pop-up goes by itself.
    ClosesAfter,
    /// The beginning of its run.
    RunsFrom,
    /// The end of its run.
    RunsUntil,
    Hours,
    HoursIn,
    OnlyInHours,
    Priority,
    LauncherImage,
    /// In which language it is written; `None` follows the site.
    Language,
    /// A part of a translation.
    InLanguage {
        /// The language, as its tag.
        tag: String,
        /// What differs there.
        part: Box<ChangedPart>,
    },
    /// A value of its look; `None` follows the site.
    Look(LookKey),
    /// A key that this version does not know.
    Unknown(String),
}

/// Returns everything in which launching `draft` would change what is `live`: head, audience, activity, then the rest of the file in its order. Empty
/// if and only if both launch alike.
pub fn difference(live: &Campaign, draft: &Campaign) -> Vec<Change> {
    let values = (to_value(&live.for_launch()), to_value(&draft.for_launch()));
    let (Value::Object(from), Value::Object(to)) = &values else {
        return Vec::new();
    };
    let mut changes = Vec::new();
    members(from, to, "", &mut changes);
    let mut ordered = Vec::new();
    // The audience stands between the head and the rest of the file.
    let head = changes.iter().take_while(|change| is_head(change)).count();
    let rest = changes.split_off(head);
    ordered.extend(changes);
    tree::audience(live, draft, &mut ordered);
    tree::activity(live, draft, &mut ordered);
    ordered.extend(rest);
    ordered
}

/// Returns the differences that visitors can notice: a name, a note and anything else that never reaches a website do not count.
pub fn visible_difference(live: &Campaign, draft: &Campaign) -> Vec<Change> {
    difference(&live.for_visitors(), &draft.for_visitors())
}

fn is_head(change: &Change) -> bool {
    let parts = [
        ChangedPart::Text(TextPart::Name),
        ChangedPart::Platform,
        ChangedPart::TimeZone,
    ];
    matches!(&change.kind, ChangeKind::Part { part, .. } if parts.contains(part))
}

/// Compares two objects of the file, key by key.
fn members(live: &Map<String, Value>, draft: &Map<String, Value>, at: &str, changes: &mut Vec<Change>) {
    let gone = live.keys().filter(|key| !draft.contains_key(*key));
    let keys: Vec<&String> = draft.keys().chain(gone).collect();
    for key in keys {
        let pointer = format!("{at}/{}", escaped(key));
        let (from, to) = (live.get(key), draft.get(key));
        match key_kind(&pointer) {
            KeyKind::Elsewhere => {}
            KeyKind::Object => {
                let empty = Map::new();
                let object = |value: Option<&Value>| value.and_then(Value::as_object).unwrap_or(&empty).clone();
                members(&object(from), &object(to), &pointer, changes);
            }
            KeyKind::Part(part) => {
                if from != to {
                    changes.push(Change {
                        pointer,
                        kind: ChangeKind::Part {
                            part,
                            live: from.cloned(),
                            draft: to.cloned(),
                        },
                    });
                }
            }
        }
    }
}

/// What is known about a place of the file.
enum KeyKind {
    /// Compared by other means, or not at all.
    Elsewhere,
    /// An object of parts.
    Object,
    /// A part.
    Part(ChangedPart),
}

fn key_kind(pointer: &str) -> KeyKind {
    if let Some((tag, within)) = translation_of(pointer) {
        return match key_kind(&format!("/content{within}")) {
            KeyKind::Part(part) => KeyKind::Part(ChangedPart::InLanguage {
                tag,
                part: Box::new(part),
            }),
            other @ (KeyKind::Elsewhere | KeyKind::Object) => other,
        };
    }
    if let Some(text) = TextPart::ALL.into_iter().find(|part| part.pointer() == pointer) {
        return KeyKind::Part(ChangedPart::Text(text));
    }
    if let Some(key) = pointer.strip_prefix("/look/").and_then(LookKey::from_id) {
        return KeyKind::Part(ChangedPart::Look(key));
    }
    if pointer == PicturePlace::Card.pointer() {
        return KeyKind::Part(ChangedPart::Picture);
    }
    if pointer == PicturePlace::DenseCard.pointer() {
        return KeyKind::Part(ChangedPart::DensePicture);
    }
    KeyKind::Part(match pointer {
        "/format" | "/version" | "/id" | "/launched_at" | "/audience" | "/activity/join" | "/activity/conditions" => {
            return KeyKind::Elsewhere;
        }
        "/activity"
        | "/content"
        | "/content/translations"
        | "/content/button"
        | "/look"
        | "/schedule"
        | "/schedule/runs" => {
            return KeyKind::Object;
        }
        "/platform" => ChangedPart::Platform,
        "/time_zone" => ChangedPart::TimeZone,
        "/content/language" => ChangedPart::Language,
        "/content/type" => ChangedPart::ContentType,
        "/content/button/action" => ChangedPart::ButtonAction,
        "/content/replies" => ChangedPart::Replies,
        "/schedule/repeat_cycle" => ChangedPart::RepeatCycle,
        "/schedule/message_delay" => ChangedPart::MessageDelay,
        "/schedule/closes_after" => ChangedPart::ClosesAfter,
        "/schedule/runs/from" => ChangedPart::RunsFrom,
        "/schedule/runs/until" => ChangedPart::RunsUntil,
        "/schedule/hours" => ChangedPart::Hours,
        "/schedule/hours_in" => ChangedPart::HoursIn,
        "/schedule/only_in_hours" => ChangedPart::OnlyInHours,
        "/schedule/priority" => ChangedPart::Priority,
        "/launcher_image" => ChangedPart::LauncherImage,
        other => ChangedPart::Unknown(unescaped(other.rsplit('/').next().unwrap_or_default())),
    })
}

fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn unescaped(key: &str) -> String {
    key.replace("~1", "/").replace("~0", "~")
}
