//! Checks of the audience tree and of the activity.

use super::super::Severity;
use super::{Findings, Problem, value};
use crate::campaign::{Campaign, Condition, Field, Group, MAX_GROUP_DEPTH, Named, Node, Section, Word, limits};
use crate::engine;

pub(super) fn check(campaign: &Campaign, findings: &mut Findings) {
    let audience = &campaign.audience;
    if audience.children.is_empty() {
        // `{"all": []}` is everyone. "Any of nothing" and "none of nothing" are nothing that anybody chose.
        if !audience.is_everyone() {
            findings.add("/audience", Problem::EmptyAudience);
        }
    } else if audience.muted || audience.children.iter().all(Node::muted) {
        let activity_decides = campaign.activity.conditions.iter().any(|condition| !condition.muted);
        findings.add("/audience", Problem::MutedAudience { activity_decides });
    } else {
        check_children(audience, "/audience", findings);
    }
    // A file cannot nest them so deep, but saved audiences can, in their places.
    if audience.depth() > MAX_GROUP_DEPTH {
        let limit = MAX_GROUP_DEPTH;
        findings.add("/audience", Problem::GroupsTooDeep { limit });
    }
    check_activity(campaign, findings);
}

fn check_children(group: &Group, pointer: &str, findings: &mut Findings) {
    for (index, child) in group.children.iter().enumerate() {
        let pointer = format!("{pointer}/{}/{index}", group.joiner.id());
        match child {
            child if child.muted() => {}
            Node::Condition(condition) => check_condition(condition, Section::Audience, &pointer, findings),
            Node::Saved(saved) => {
                let name = saved.name.clone();
                findings.add(pointer, Problem::MissingAudience { name });
            }
            Node::Group(inner) if inner.children.is_empty() => findings.add(pointer, Problem::EmptyGroup),
            Node::Group(inner) if inner.children.iter().all(Node::muted) => findings.add(pointer, Problem::MutedGroup),
            Node::Group(inner) => check_children(inner, &pointer, findings),
        }
    }
}

fn check_activity(campaign: &Campaign, findings: &mut Findings) {
    if let Word::Unknown(word) = &campaign.activity.join {
        findings.add("/activity/join", Problem::UnknownJoin { word: word.clone() });
    }
    for (index, condition) in campaign.activity.conditions.iter().enumerate() {
        if !condition.muted {
            check_condition(
                condition,
                Section::Activity,
                &format!("/activity/conditions/{index}"),
                findings,
            );
        }
    }
}

fn check_condition(condition: &Condition, section: Section, pointer: &str, findings: &mut Findings) {
    let field_pointer = format!("{pointer}/field");
    let unknown = |word| Problem::UnknownField { word };
    findings.add_word(&field_pointer, &condition.field, Problem::MissingField, unknown);
    let Some(field) = condition.field.known() else { return };
    let before = findings.list.len();
    // What happens on the page may stand in groups of the audience; the list is for that alone.
    if section == Section::Activity && field.spec().section != section {
        findings.add(field_pointer, Problem::MisplacedInActivity { field });
    }
    let has_key = condition
        .key
        .as_deref()
        .is_some_and(|key| !engine::trim(key).is_empty());
    if field.spec().kind.has_keys() && !has_key {
        findings.add(format!("{pointer}/key"), Problem::MissingKey { field });
    }
    let length = condition.key.as_deref().map_or(0, |key| key.chars().count());
    if length > limits::ATTRIBUTE_KEY {
        let limit = limits::ATTRIBUTE_KEY;
        findings.add(format!("{pointer}/key"), Problem::KeyTooLong { field, length, limit });
    }
    check_comparison(condition, field, pointer, findings);
    let explained = findings.list[before..]
        .iter()
        .any(|finding| finding.severity() == Severity::Error);
    if !explained && engine::finished(condition).is_err() {
        findings.add(pointer, Problem::UnfinishedCondition { field });
    }
}

fn check_comparison(condition: &Condition, field: Field, pointer: &str, findings: &mut Findings) {
    let operator_pointer = format!("{pointer}/operator");
    let unknown = |word| Problem::UnknownOperator { field, word };
    findings.add_word(
        &operator_pointer,
        &condition.operator,
        Problem::MissingOperator { field },
        unknown,
    );
    let operator = condition.operator.known();
    if let Some(operator) = operator.filter(|operator| !field.spec().operators.contains(operator)) {
        findings.add(operator_pointer, Problem::UnfitOperator { field, operator });
        return;
    }
    // A value is checked even before the comparison is chosen, so that nothing has to be corrected twice.
    if operator.is_none_or(|operator| operator.wants_value()) {
        value::check(
            field,
            operator,
            condition.value.as_ref(),
            &format!("{pointer}/value"),
            findings,
        );
    }
}
