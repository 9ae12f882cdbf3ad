//! When a condition can be asked.

use serde::Serialize;

use super::compiled::CompiledCondition;
use crate::campaign::Condition;

/// Why a condition cannot be asked yet. Previews and simulations ignore it; `check` reports it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unfinished {
    /// No field is chosen.
    NoField,
    /// The field is not in the catalogue.
    UnknownField,
    /// No operator is chosen.
    NoOperator,
    /// The operator is not in the catalogue.
    UnknownOperator,
    /// The field does not take this operator.
    OperatorDoesNotFit,
    /// The attribute, the parameter or the event has no name.
    NoKey,
    /// The value is missing, or an empty text.
    NoValue,
    /// The value has a different type than the field.
    WrongType,
    /// A whole number, 0 or more, is wanted.
    NotAWholeNumber,
    /// A number is wanted (attribute or parameter, greater or less than).
    NotANumber,
    /// A percentage from 0 to 100 is wanted.
    NotAPercentage,
    /// Seconds are wanted, 0 or more.
    NotADuration,
    /// A calendar date `YYYY-MM-DD` is wanted.
    NotADate,
    /// Dotted numbers are wanted.
    NotAVersion,
    /// A language tag (BCP 47) is wanted.
    NotALanguage,
    /// The value is not one of the field's choices.
    NotAChoice,
    /// The list has no entries.
    EmptyList,
    /// An entry of the list, counted from 0, is empty, has another type, or is not one of the field's choices.
    BadItem(usize),
}

/// Returns whether a condition can be asked: its field and operator are known and fit each other, and its value has the right type.
///
/// Being muted does not matter here.
///
/// # Errors
/// The first thing that is missing, in the order in which people fill a condition in.
pub fn finished(condition: &Condition) -> Result<(), Unfinished> {
    CompiledCondition::of(condition).map(drop)
}
