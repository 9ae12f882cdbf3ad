//! Audiences in the notations of other programs: [JsonLogic](https://jsonlogic.com) and react-querybuilder's JSON, both ways, as pure functions over
//! the catalogue (`assets/docs/conditions.md`).
//!
//! Nothing is dropped in silence: what a notation cannot say exactly is a [`Loss`]. A pasted audience never says more than its source: what Beckon
//! cannot ask stands there as a condition that it does not know, which stops a launch, with its source among the unknown keys. It reads no file, and
//! decides nothing.

mod json_logic;
mod loss;
mod question;
mod react_querybuilder;
mod value;

#[cfg(test)]
mod tests;

use serde_json::Value;

pub use loss::{Loss, LossKind};

use crate::campaign::{Group, ReadError, strict_value};

/// A notation of audiences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Notation {
    /// JsonLogic: rules as operations on data.
    JsonLogic,
    /// What react-querybuilder edits: groups of rules.
    ReactQuerybuilder,
}

impl Notation {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Notation; 2] = [Notation::JsonLogic, Notation::ReactQuerybuilder];

    /// Returns the word for it on the command line and in keys of texts.
    pub fn id(self) -> &'static str {
        match self {
            Notation::JsonLogic => "jsonlogic",
            Notation::ReactQuerybuilder => "react-querybuilder",
        }
    }

    /// Returns what its makers call it.
    pub fn name(self) -> &'static str {
        match self {
            Notation::JsonLogic => "JsonLogic",
            Notation::ReactQuerybuilder => "react-querybuilder",
        }
    }
}

/// An audience in another notation.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// What the other program reads.
    pub value: Value,
    /// What it does not say, or does not say exactly.
    pub losses: Vec<Loss>,
}

impl Written {
    /// Returns it as a text: pretty-printed, a line end at the end.
    pub fn text(&self) -> String {
        // Values made of maps with text keys and finite numbers always print.
        let mut text = serde_json::to_string_pretty(&self.value).unwrap_or_default();
        text.push('\n');
        text
    }
}

/// An audience from another notation.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// In which notation it was.
    pub notation: Notation,
    /// The audience.
    pub audience: Group,
    /// What could not be taken over, or only in other words.
    pub losses: Vec<Loss>,
}

/// Why a text is no audience in any of the notations.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotationError {
    /// It is not JSON.
    #[error("{0}")]
    Json(ReadError),
    /// It is JSON, and neither notation has that form.
    #[error("the text is neither JsonLogic nor a query of react-querybuilder")]
    Neither,
    /// Its groups are nested deeper than a campaign's can be.
    #[error("groups are nested more than {} deep", crate::campaign::MAX_GROUP_DEPTH)]
    TooDeep,
    /// It is longer than any audience.
    #[error("the text is larger than {} kB, which no audience is", MOST_BYTES >> 10)]
    TooLarge,
}

impl NotationError {
    /// Returns the word for it in keys of texts.
    pub fn id(&self) -> &'static str {
        match self {
            NotationError::Json(_) => "json",
            NotationError::Neither => "neither",
            NotationError::TooDeep => "too-deep",
            NotationError::TooLarge => "too-large",
        }
    }

    /// Returns what to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            NotationError::Json(_) => "copy the whole text, from its first brace to its last",
            NotationError::Neither => {
                "JsonLogic is an object with one operation such as { \"and\": [ … ] }, and a query of react-querybuilder has a combinator and rules"
            }
            NotationError::TooDeep => "join some of the groups: an all inside an all can be one",
            NotationError::TooLarge => "copy the rule alone",
        }
    }
}

/// Most bytes of a text that is read.
const MOST_BYTES: usize = 1 << 20;

/// Writes an audience in a notation. Saved audiences have their conditions in their places before.
///
/// ```
/// use beckon::{campaign, notation::{Notation, write}};
///
/// let file = br#"{ "format": "beckon.campaign", "version": 1, "audience": { "all": [
///     { "field": "page_views", "operator": "greater_than", "value": 5 } ] } }"#;
/// let written = write(&campaign::from_json(file)?.audience, Notation::JsonLogic);
/// assert_eq!(written.value.to_string(), r#"{"and":[{">":[{"var":"page_views"},5]}]}"#);
/// assert!(written.losses.is_empty());
/// # Ok::<(), campaign::ReadError>(())
/// ```
pub fn write(audience: &Group, notation: Notation) -> Written {
    match notation {
        Notation::JsonLogic => json_logic::write(audience),
        Notation::ReactQuerybuilder => react_querybuilder::write(audience),
    }
}

/// Reads an audience in whichever notation it is.
///
/// ```
/// use beckon::notation::read;
///
/// let read = read(r#"{ "combinator": "or", "rules": [ { "field": "visits", "operator": ">=", "value": "3" } ] }"#)?;
/// assert_eq!(read.audience.count_conditions(), 1);
/// assert!(read.losses.is_empty());
/// # Ok::<(), beckon::notation::NotationError>(())
/// ```
///
/// # Errors
/// When the text is not JSON, or has the form of neither.
pub fn read(text: &str) -> Result<Read, NotationError> {
    if text.len() > MOST_BYTES {
        return Err(NotationError::TooLarge);
    }
    let value = strict_value(text.trim_start_matches('\u{feff}').trim()).map_err(NotationError::Json)?;
    let is_query = value.get("rules").is_some_and(Value::is_array);
    let is_logic = value.is_boolean() || value.as_object().is_some_and(|object| object.len() == 1);
    let (notation, (audience, losses)) = match (is_query, is_logic) {
        (true, _) => (Notation::ReactQuerybuilder, react_querybuilder::read(&value)),
        (false, true) => (Notation::JsonLogic, json_logic::read(&value)),
        (false, false) => return Err(NotationError::Neither),
    };
    if audience.depth() > crate::campaign::MAX_GROUP_DEPTH {
        return Err(NotationError::TooDeep);
    }
    Ok(Read {
        notation,
        audience,
        losses,
    })
}
