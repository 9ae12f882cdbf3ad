//! The names of fields, comparisons and choices in the app's language.

use crate::{
    campaign::{Field, Named, Operator, choices},
    wording::text::Text,
};

/// What a field is called.
pub(crate) fn field(text: &Text, field: Field) -> String {
    text.t(&format!("field-{}", field.id().replace('_', "-")))
}

/// What a field means, in a sentence.
pub(crate) fn field_help(text: &Text, field: Field) -> String {
    text.t(&format!("field-{}-help", field.id().replace('_', "-")))
}

/// What a comparison is called.
pub(crate) fn operator(text: &Text, operator: Operator) -> String {
    text.t(&format!("operator-{}", operator.id().replace('_', "-")))
}

/// What a value of a field of choices is called; the value itself when it is none of them.
pub(crate) fn choice(text: &Text, field: Field, id: &str) -> String {
    let Some(known) = choices(field).iter().find(|choice| choice.id.eq_ignore_ascii_case(id)) else {
        return id.to_owned();
    };
    match field {
        Field::BrowserLanguage => format!("{} ({})", language(text, known.id), known.id),
        _ => text.t(&format!("choice-{}", known.id.replace('_', "-"))),
    }
}

fn language(text: &Text, tag: &str) -> String {
    text.t(&format!("language-{}", tag.to_ascii_lowercase()))
}
