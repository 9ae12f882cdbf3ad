//! The names of fields, comparisons and choices in the app's language.

use crate::{
    campaign::{Field, FieldType, Operator},
    wording::{self, text::Text},
};

/// What a field is called.
pub(super) fn field(text: &Text, field: Field) -> &'static str {
    wording::field_label(field, text.language())
}

/// What a field means, in a sentence.
pub(super) fn field_help(text: &Text, field: Field) -> &'static str {
    wording::field_help(field, text.language())
}

/// Other words by which people look for a field; they are not shown.
pub(super) fn field_words(text: &Text, field: Field) -> &'static str {
    wording::field_words(field, text.language())
}

/// What a comparison is called.
pub(super) fn operator(text: &Text, operator: Operator) -> &'static str {
    wording::operator_label(operator, text.language())
}

/// What a value of a field of choices is called; languages with their tag, by which they are searched too.
pub(super) fn choice(text: &Text, field: Field, id: &str) -> String {
    let label = wording::choice_label(field, id, text.language());
    if field.spec().kind == FieldType::Language && label != id {
        format!("{label} ({id})")
    } else {
        label
    }
}
