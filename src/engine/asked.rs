//! The visitors that a campaign is most likely meant for: the page and the language that its audience asks for.

use super::parts::{Plan, plan_audience};
use super::trim;
use crate::campaign::{Campaign, Condition, FieldSpec, FieldType, Joiner, Operator};
use crate::visitor::Visitor;

/// Returns an address that the audience asks for, as a page to simulate; the example site when it asks for none.
pub fn page_of(campaign: &Campaign) -> String {
    asked_page(campaign).unwrap_or_else(|| Visitor::default().url)
}

/// Returns an address that the audience asks for, if any.
pub fn asked_page(campaign: &Campaign) -> Option<String> {
    wanted_page(campaign).and_then(|(operator, value)| address(operator, &value))
}

/// Returns a whole address that the audience names; none when it asks for part of an address, or for no page.
pub fn named_page(campaign: &Campaign) -> Option<String> {
    let is_whole = |operator: Operator| matches!(operator, Operator::Equals | Operator::StartsWith);
    wanted_page(campaign)
        .filter(|(operator, _)| is_whole(*operator))
        .and_then(|(operator, value)| address(operator, &value))
}

/// Returns the language of the browser that the audience asks for, if any.
pub fn asked_language(campaign: &Campaign) -> Option<String> {
    let is_language = |spec: &FieldSpec| spec.kind == FieldType::Language;
    let is_one = |operator: Operator| matches!(operator, Operator::Equals | Operator::OneOf);
    wanted(campaign, is_language)
        .filter(|(operator, _)| is_one(*operator))
        .map(|(_, tag)| tag)
}

fn wanted_page(campaign: &Campaign) -> Option<(Operator, String)> {
    wanted(campaign, FieldSpec::is_page_address)
}

/// Returns what the audience first asks of a matching field: in the part that decides, and not what the field must not be.
fn wanted(campaign: &Campaign, is_it: impl Fn(&FieldSpec) -> bool) -> Option<(Operator, String)> {
    first(&plan_audience(campaign, &mut |condition, _, _| {
        asked(condition, &is_it)
    })?)
}

fn first(part: &Plan<Option<(Operator, String)>>) -> Option<(Operator, String)> {
    match part {
        Plan::Condition(asked) => asked.clone(),
        Plan::Join { joiner, parts, .. } => match joiner {
            Joiner::All | Joiner::Any => parts.iter().find_map(first),
            Joiner::None => None,
        },
    }
}

/// Returns the comparison and its value; the first of several values.
fn asked(condition: &Condition, is_it: impl Fn(&FieldSpec) -> bool) -> Option<(Operator, String)> {
    let spec = condition.field.known()?.spec();
    let value = condition.value.as_ref()?;
    let text = trim(value.as_str().or_else(|| value.get(0)?.as_str())?);
    is_it(spec).then_some((condition.operator.known()?, text.to_owned()))
}

fn address(operator: Operator, value: &str) -> Option<String> {
    let begins = matches!(operator, Operator::Equals | Operator::StartsWith);
    if !begins && !matches!(operator, Operator::Contains | Operator::Matches) {
        return None;
    }
    let whole = value.replace('*', "");
    let with_scheme = if whole.contains("://") {
        whole
    } else if begins {
        format!("https://{whole}")
    } else {
        format!("https://www.example.com/{}", whole.trim_start_matches('/'))
    };
    let url = url::Url::parse(&with_scheme).ok().filter(url::Url::has_host)?;
    Some(url.into())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::campaign::{Field, Group, Node};

    fn asking(joiner: Joiner, field: Field, operator: Operator, value: Value) -> Campaign {
        let condition = Condition::new(field, operator, value);
        Campaign {
            audience: Group::of(joiner, vec![Node::Condition(condition)]),
            ..Campaign::default()
        }
    }

    #[test]
    fn presets_stand_on_the_page_that_is_asked_for() {
        for (operator, value, wanted) in [
            (Operator::Equals, "example.com/pricing", "https://example.com/pricing"),
            (
                Operator::StartsWith,
                "https://a.example/docs/",
                "https://a.example/docs/",
            ),
            (Operator::Contains, "/plans", "https://www.example.com/plans"),
            (Operator::Matches, "*/blog/*", "https://www.example.com/blog/"),
            (Operator::NotContains, "/plans", "https://www.example.com/"),
        ] {
            let campaign = asking(Joiner::All, Field::CurrentPageUrl, operator, value.into());
            assert_eq!(page_of(&campaign), wanted, "{operator:?} {value}");
        }
    }

    #[test]
    fn the_language_is_the_first_that_is_asked_for() {
        for (joiner, operator, value, wanted) in [
            (Joiner::All, Operator::Equals, json!("ja"), Some("ja")),
            (Joiner::Any, Operator::OneOf, json!(["tr", "de"]), Some("tr")),
            (Joiner::All, Operator::NotEquals, json!("ja"), None),
            (Joiner::None, Operator::Equals, json!("ja"), None),
        ] {
            let campaign = asking(joiner, Field::BrowserLanguage, operator, value.clone());
            assert_eq!(
                asked_language(&campaign).as_deref(),
                wanted,
                "{joiner:?} {operator:?} {value}"
            );
        }
        assert_eq!(asked_language(&Campaign::default()), None);
    }
}
