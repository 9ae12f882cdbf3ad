//! The page that a campaign is most likely meant for.

use crate::{
    campaign::{Campaign, Condition, Field, Group, Joiner, Node, Operator},
    engine::trim,
};

/// An address that the audience asks for, as a page to simulate; the example site when it asks for none.
pub fn page_of(campaign: &Campaign) -> String {
    asked_page(campaign).unwrap_or_else(|| crate::visitor::Visitor::default().url)
}

/// An address that the audience asks for; none when it asks for none.
pub fn asked_page(campaign: &Campaign) -> Option<String> {
    wanted(&campaign.audience).and_then(|(operator, value)| address(operator, &value))
}

/// A whole address that the audience names; none when it asks for a part of one, or for no page.
pub fn named_page(campaign: &Campaign) -> Option<String> {
    let is_whole = |operator: Operator| matches!(operator, Operator::Equals | Operator::StartsWith);
    wanted(&campaign.audience)
        .filter(|(operator, _)| is_whole(*operator))
        .and_then(|(operator, value)| address(operator, &value))
}

fn wanted(group: &Group) -> Option<(Operator, String)> {
    if group.muted || group.joiner == Joiner::None {
        return None;
    }
    group.children.iter().find_map(|child| match child {
        Node::Group(inner) => wanted(inner),
        Node::Condition(condition) => asked(condition),
    })
}

fn asked(condition: &Condition) -> Option<(Operator, String)> {
    let operator = condition.operator.known()?;
    let about_the_page = condition.field.known() == Some(Field::CurrentPageUrl) && !condition.muted;
    let value = trim(condition.value.as_ref()?.as_str()?);
    (about_the_page && !value.is_empty()).then(|| (operator, value.to_owned()))
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
