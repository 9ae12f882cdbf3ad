//! The page that a campaign is most likely meant for.

use crate::{
    campaign::{Campaign, Condition, Joiner, Operator},
    engine::parts::{Plan, plan_audience},
    engine::trim,
};

/// An address that the audience asks for, as a page to simulate; the example site when it asks for none.
pub fn page_of(campaign: &Campaign) -> String {
    asked_page(campaign).unwrap_or_else(|| crate::visitor::Visitor::default().url)
}

/// An address that the audience asks for; none when it asks for none.
pub fn asked_page(campaign: &Campaign) -> Option<String> {
    wanted(campaign).and_then(|(operator, value)| address(operator, &value))
}

/// A whole address that the audience names; none when it asks for a part of one, or for no page.
pub fn named_page(campaign: &Campaign) -> Option<String> {
    let is_whole = |operator: Operator| matches!(operator, Operator::Equals | Operator::StartsWith);
    wanted(campaign)
        .filter(|(operator, _)| is_whole(*operator))
        .and_then(|(operator, value)| address(operator, &value))
}

/// What the audience first asks of the page's address: in the part that decides, and not what it must not be.
fn wanted(campaign: &Campaign) -> Option<(Operator, String)> {
    first(&plan_audience(campaign, &mut |condition, _, _| asked(condition))?)
}

fn first(part: &Plan<Option<(Operator, String)>>) -> Option<(Operator, String)> {
    match part {
        Plan::Ask(asked) => asked.clone(),
        Plan::Join { joiner, parts, .. } => match joiner {
            Joiner::All | Joiner::Any => parts.iter().find_map(first),
            Joiner::None => None,
        },
    }
}

fn asked(condition: &Condition) -> Option<(Operator, String)> {
    let field = condition.field.known()?;
    let value = trim(condition.value.as_ref()?.as_str()?);
    field
        .spec()
        .is_page_address()
        .then_some((condition.operator.known()?, value.to_owned()))
}

fn address(operator: Operator, value: &str) -> Option<String> {
    let whole = value.replace('*', "");
    let with_scheme = if whole.contains("://") {
        whole
    } else {
        match operator {
            Operator::Equals | Operator::StartsWith => format!("https://{whole}"),
            Operator::Contains | Operator::Matches => {
                format!("https://www.example.com/{}", whole.trim_start_matches('/'))
            }
            _ => return None,
        }
    };
    let fits = matches!(
        operator,
        Operator::Equals | Operator::StartsWith | Operator::Contains | Operator::Matches
    );
    let url = url::Url::parse(&with_scheme)
        .ok()
        .filter(|url| fits && url.has_host())?;
    Some(url.into())
}
