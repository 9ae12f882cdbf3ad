//! What is lost between Beckon's audiences and another notation.

use std::fmt;

/// One loss, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// The place in the source, as a JSON Pointer: in the audience that was copied, or in the text that was pasted.
    pub place: String,
    /// What is lost.
    pub kind: LossKind,
}

/// What is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LossKind {
    /// A condition that is not finished, or a group without any: it decides nothing, and is left out.
    Unfinished,
    /// A muted part: it decides nothing, and is left out.
    Muted,
    /// A saved audience whose conditions are not known: it is left out.
    SavedAudience(String),
    /// A comparison that the notation does not have, by its id: the condition is left out.
    Comparison(&'static str),
    /// Texts and addresses are compared letter by letter there: here capitals, and parts of an address, do not matter.
    LetterByLetter,
    /// A language counts there only as it is written: here `pt` covers `pt-BR`.
    Language,
    /// A name with a dot is read there as a path.
    DottedName(String),
    /// A name that no field has: it is taken for an attribute, which the site has to report.
    Attribute(String),
    /// Something that no condition can ask: it stops a launch until it is replaced.
    Unknown(String),
    /// A value that does not fit what is compared with it: it stops a launch until it is corrected.
    Value,
}

impl LossKind {
    /// Returns the identifier in machine-readable output and in keys of texts.
    pub fn id(&self) -> &'static str {
        match self {
            LossKind::Unfinished => "unfinished",
            LossKind::Muted => "muted",
            LossKind::SavedAudience(_) => "saved_audience",
            LossKind::Comparison(_) => "comparison",
            LossKind::LetterByLetter => "letter_by_letter",
            LossKind::Language => "language",
            LossKind::DottedName(_) => "dotted_name",
            LossKind::Attribute(_) => "attribute",
            LossKind::Unknown(_) => "unknown",
            LossKind::Value => "value",
        }
    }

    /// Returns the words of it that a sentence needs; empty for most.
    pub fn named(&self) -> &str {
        match self {
            LossKind::SavedAudience(name)
            | LossKind::DottedName(name)
            | LossKind::Attribute(name)
            | LossKind::Unknown(name) => name,
            LossKind::Comparison(name) => name,
            LossKind::Unfinished
            | LossKind::Muted
            | LossKind::LetterByLetter
            | LossKind::Language
            | LossKind::Value => "",
        }
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = crate::campaign::one_line(self.kind.named());
        match &self.kind {
            LossKind::Unfinished => f.write_str("an unfinished part is left out"),
            LossKind::Muted => f.write_str("a muted part is left out"),
            LossKind::SavedAudience(_) => write!(f, "the saved audience `{named}` is missing and left out"),
            LossKind::Comparison(_) => write!(f, "a condition is left out: there is no comparison `{named}` there"),
            LossKind::LetterByLetter => f.write_str("a text is compared letter by letter there"),
            LossKind::Language => f.write_str("a language counts there only as it is written"),
            LossKind::DottedName(_) => write!(f, "the name `{named}` is read as a path there"),
            LossKind::Attribute(_) => write!(f, "`{named}` is no field, and is taken for an attribute of the site"),
            LossKind::Unknown(_) => write!(f, "`{named}` cannot be asked, and stops a launch until it is replaced"),
            LossKind::Value => f.write_str("a value does not fit, and stops a launch until it is corrected"),
        }?;
        match self.place.is_empty() {
            true => Ok(()),
            false => write!(f, " ({})", self.place),
        }
    }
}
