//! The rule as one plain sentence, as a marketer would write it (`tests/specification/words.md`).
//!
//! Nesting stays unambiguous: in English a comma before *and* or *or* binds loosest, a bare *and* or *or* binds tighter, and brackets hold the rest
//! together; in Turkish every inner group is in brackets. A Turkish suffix never touches a value.

mod timing;

#[cfg(test)]
mod tests;

use serde_json::Value;

use super::rule::{self, Rule, WordedCondition};
use super::{Language, Sentence, label, number, text};
use crate::campaign::{Campaign, FieldType, Group, Join};
use crate::engine::trim;

pub use timing::timing;
pub(super) use timing::{cycle_words, last_cycle};

/// Writes who sees a campaign and when on the page, in one sentence. Never empty, whatever the campaign holds.
///
/// ```
/// use beckon::{campaign, wording::{Language, summary}};
///
/// let campaign = campaign::from_json(br#"{ "format": "beckon.campaign", "version": 1,
///     "audience": { "all": [ { "field": "page_views", "operator": "greater_than", "value": 5 } ] },
///     "activity": { "conditions": [ { "field": "exit_screen", "operator": "equals", "value": true } ] } }"#)?;
/// assert_eq!(
///     summary(&campaign, Language::ENGLISH).to_string(),
///     "Show to visitors who have opened this page more than 5 times, once they are about to leave the page."
/// );
/// assert_eq!(
///     summary(&campaign, Language::TURKISH).to_string(),
///     "Bu sayfayı 5 kereden fazla açmış olan ziyaretçilere, sayfadan ayrılmak üzere olduklarında göster."
/// );
/// # Ok::<(), beckon::campaign::ReadError>(())
/// ```
pub fn summary(campaign: &Campaign, language: Language) -> Sentence {
    if let Some((_, saved)) = campaign.audience.unresolved() {
        let name = Sentence::literal(&number::tidy(&saved.name));
        return Sentence::of_text(language, "summary-missing-audience", &[("name", &name)]);
    }
    let audience = rule::audience(campaign);
    let activity = rule::activity(campaign);
    let either = campaign.activity.join() == Join::Or && audience.is_some();
    language.grammar().summary(audience.as_ref(), &activity, either)
}

/// Writes whom an audience describes, apart from any campaign: `Visitors who have opened this page more than 5 times`. Never empty.
pub fn audience(group: &Group, language: Language) -> Sentence {
    let campaign = Campaign {
        audience: group.clone(),
        ..Campaign::default()
    };
    match rule::audience(&campaign) {
        Some(rule) => Sentence::of_text(
            language,
            "audience-sentence",
            &[("visitors", &visitors(&rule, language))],
        ),
        None => Sentence::plain(text::word(language, "audience-sentence-everyone")),
    }
}

/// Writes which visitors a rule describes: `on example.com who have opened this page more than 5 times`, `telefon kullanan`.
pub(super) fn visitors(rule: &Rule<'_>, language: Language) -> Sentence {
    language.grammar().visitors(rule)
}

/// Writes one wanted value as it appears in a sentence.
pub(super) fn word(ask: &WordedCondition<'_>, value: &Value, language: Language) -> Sentence {
    let text = value.as_str().unwrap_or_default();
    match ask.field.spec().kind {
        FieldType::Language | FieldType::Choice => {
            Sentence::strong(&label::choice_in_sentence(ask.field, text, language))
        }
        FieldType::Date => Sentence::strong(&number::written_date(text, language)),
        FieldType::Seconds => Sentence::strong(&number::seconds(ask.number(), language)),
        FieldType::Percent => Sentence::strong(&number::percent(ask.number(), language)),
        FieldType::Url => Sentence::value(&number::tidy(text)),
        FieldType::WholeNumber
        | FieldType::Version
        | FieldType::Custom
        | FieldType::Parameter
        | FieldType::KeyedCount
        | FieldType::Flag
        | FieldType::Element => Sentence::value(&number::value(value, language)),
    }
}

/// Writes the wanted values, joined by *or*.
pub(super) fn words(ask: &WordedCondition<'_>, language: Language) -> Sentence {
    let items: Vec<Sentence> = ask
        .items()
        .into_iter()
        .map(|value| word(ask, value, language))
        .collect();
    Sentence::list(&items, ", ", &between("word-or", language))
}

/// Writes a word of a list, between blanks.
pub(super) fn between(key: &'static str, language: Language) -> String {
    format!(" {} ", text::word(language, key))
}

/// Writes a whole address as people do, without `https://` and without a lone slash at its end, which add nothing.
pub(super) fn address(value: &str) -> Sentence {
    let shown = trim(value);
    let shown = shown.strip_prefix("https://").unwrap_or(shown);
    let shown = if shown.contains(['?', '#']) {
        shown
    } else {
        shown.strip_suffix('/').unwrap_or(shown)
    };
    Sentence::value(&number::tidy(if shown.is_empty() { value } else { shown }))
}

/// Writes the name of what is stored under a key.
pub(super) fn attribute(ask: &WordedCondition<'_>) -> Sentence {
    debug_assert!(ask.field.spec().kind.has_keys());
    Sentence::literal(&number::tidy(ask.key))
}
