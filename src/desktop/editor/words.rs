//! The names of fields, comparisons and choices in the app's language.

use crate::{
    campaign::{Field, FieldType, Operator},
    desktop::widgets,
    wording::{self, text::Text},
};

/// Returns the name of a field.
pub(super) fn field(text: &Text, field: Field) -> &'static str {
    wording::field_label(field, text.language())
}

/// What a field means, in a sentence.
pub(super) fn field_help(text: &Text, field: Field) -> &'static str {
    wording::field_help(field, text.language())
}

/// The same, with the name that people know the field by from other tools.
pub(super) fn field_detail(text: &Text, field: Field) -> String {
    let help = field_help(text, field);
    match wording::field_also(field, text.language()) {
        Some(also) => text.tv("editor-field-also", &[("help", help.into()), ("also", also.into())]),
        None => help.to_owned(),
    }
}

/// Other words by which people look for a field, among them what it can be; they are not shown.
pub(super) fn field_words(text: &Text, field: Field) -> String {
    let language = text.language();
    let also = wording::field_also(field, language).unwrap_or_default();
    let mut words = format!("{} {also}", wording::field_words(field, language));
    for choice in field.spec().choices {
        words.push(' ');
        words.push_str(&wording::choice_label(field, choice.id, language));
        words.push(' ');
        words.push_str(wording::choice_words(field, choice.id, language));
    }
    words
}

/// How many choices are looked over without a search.
pub(in crate::desktop) const SEARCHED: usize = 12;

/// The identifiers of a field's choices in the order in which they are offered: that of the catalogue, or of their names where there are many.
pub(in crate::desktop) fn choices(text: &Text, field: Field) -> Vec<&'static str> {
    let spec = field.spec();
    let mut ids: Vec<_> = spec.choices.iter().map(|choice| choice.id).collect();
    if spec.kind == FieldType::Choice && ids.len() > SEARCHED {
        ids.sort_by_cached_key(|id| widgets::plain(&wording::choice_label(field, id, text.language())));
    }
    ids
}

/// Other words by which people look for a choice: those that its language has for it, and its identifier.
pub(in crate::desktop) fn choice_words(text: &Text, field: Field, id: &str) -> String {
    format!("{} {id}", wording::choice_words(field, id, text.language()))
}

/// Returns the name of a comparison.
pub(super) fn operator(text: &Text, operator: Operator) -> &'static str {
    wording::operator_label(operator, text.language())
}

/// Returns the name of a value of a field of choices; languages with their tag, by which they can be found too.
pub(super) fn choice(text: &Text, field: Field, id: &str) -> String {
    let label = wording::choice_label(field, id, text.language());
    if field.spec().kind == FieldType::Language && label != id {
        format!("{label} ({id})")
    } else {
        label
    }
}
