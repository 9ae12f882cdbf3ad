//! What the values of a look are called.

use serde_json::Value;

use super::text::Text;
use super::{Language, number};
use crate::campaign::{LookKey, LookKind, LookUnit};

/// Returns the name of a value of a look.
pub fn look_label(key: LookKey, language: Language) -> &'static str {
    Text::of(language).word(key.spec().label)
}

/// Returns the name of one of the words that a value of a look is chosen from; `None` for any other word.
pub fn look_word(key: LookKey, word: &str, language: Language) -> Option<&'static str> {
    let spec = key.spec();
    let LookKind::Choice { words, .. } = spec.kind else {
        return None;
    };
    let known = words.iter().find(|known| **known == word)?;
    let name = format!("look-{}-{}", spec.id.replace('_', "-"), known.replace('_', "-"));
    Text::of(language).name(&name)
}

/// Returns a value of a look in words; `None` for one that it cannot have.
pub fn look_value(key: LookKey, value: &Value, language: Language) -> Option<String> {
    let spec = key.spec();
    if !spec.kind.accepts(value) {
        return None;
    }
    let text = Text::of(language);
    Some(match (spec.kind, value) {
        (LookKind::ThemeColor, Value::Null) => text.t("look-theme-color"),
        (LookKind::Color(_) | LookKind::ThemeColor, _) => number::tidy(value.as_str()?),
        (LookKind::Choice { .. }, _) => look_word(key, value.as_str()?, language)?.to_owned(),
        (LookKind::Flag(_), _) if value == &Value::Bool(true) => text.t("look-yes"),
        (LookKind::Flag(_), _) => text.t("look-no"),
        (LookKind::Number { .. }, _) => measured(value, spec.unit, language)?,
        (LookKind::Distances { .. }, _) => {
            let distance = |at| measured(value.get(at)?, spec.unit, language);
            text.tv(
                "look-distances",
                &[("side", distance(0)?.into()), ("upright", distance(1)?.into())],
            )
        }
    })
}

fn measured(value: &Value, unit: LookUnit, language: Language) -> Option<String> {
    let number = number::decimal(value.as_f64()?, language);
    let text = Text::of(language);
    Some(match unit {
        LookUnit::None => number,
        LookUnit::Pixels => text.tv("look-pixels", &[("number", number.into())]),
        LookUnit::Milliseconds => text.tv("look-milliseconds", &[("number", number.into())]),
    })
}

/// Writes a contrast, such as 4.5 : 1; never more than it is.
pub fn contrast(ratio: f64, language: Language) -> String {
    let number = number::decimal((ratio * 10.0).floor() / 10.0, language);
    Text::of(language).tv("look-ratio", &[("number", number.into())])
}
