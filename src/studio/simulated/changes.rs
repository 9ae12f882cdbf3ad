//! How two simulated visitors differ, by the names that the panel gives their values.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{SimulatedVisitor, instant, written};
use crate::{
    campaign::{CATALOGUE, Element, FieldSpec, FieldType},
    studio::duration,
    visitor::Visitor,
    wording::{self, choice_label, field_label, percent, text::Text},
};

/// The values of `after` that `before` does not have, each as name and value. The instant is left out.
pub fn changes(before: &SimulatedVisitor, after: &SimulatedVisitor, zone: Tz, text: &Text) -> Vec<String> {
    let (old, new) = (&before.visitor, &after.visitor);
    let shown = |visitor, spec| shown(visitor, spec, zone, text);
    let fields = CATALOGUE.iter().map(|spec| {
        let name = field_label(spec.field, text.language()).to_owned();
        (name, shown(old, spec), shown(new, spec))
    });
    let quiet = |visitor: &Visitor| past(visitor.quiet_until, zone, text);
    let quiet = (text.t("simulator-quiet-until"), quiet(old), quiet(new));
    let zone = |visitor: &Visitor| visitor.time_zone.clone().unwrap_or_default();
    let zone = (text.t("simulator-visitor-zone"), zone(old), zone(new));
    let mut lines: Vec<String> = fields
        .chain([quiet, zone])
        .filter(|(_, old, new)| old != new)
        .map(|(name, _, new)| format!("{name} {new}"))
        .collect();
    let given = new.custom.iter().filter(|(key, now)| old.custom.get(*key) != Some(now));
    lines.extend(given.map(|(key, now)| format!("{key} “{}”", written(now))));
    let gone = old.custom.keys().filter(|key| !new.custom.contains_key(*key));
    let events: BTreeSet<&String> = old.event.keys().chain(new.event.keys()).collect();
    let count = |visitor: &Visitor, key: &String| visitor.event.get(key).copied().unwrap_or_default();
    let counted = events.into_iter().filter(|key| count(old, key) != count(new, key));
    lines.extend(counted.map(|key| format!("{key} {}", count(new, key))));
    lines.extend(gone.map(|key| format!("{key} {}", text.t("advice-missing"))));
    lines
}

/// A value as the panel shows it; nothing for what is stored under keys, which have names of their own.
fn shown(visitor: &Visitor, spec: &FieldSpec, zone: Tz, text: &Text) -> String {
    let field = spec.field;
    match spec.kind {
        FieldType::Url | FieldType::Language | FieldType::Version => visitor.text(field).to_owned(),
        FieldType::WholeNumber => visitor.count(field).to_string(),
        FieldType::Choice => choice_label(field, visitor.text(field), text.language()),
        FieldType::Date => past(visitor.kept_instant(field), zone, text),
        FieldType::Seconds => duration::write(visitor.number(field), text),
        FieldType::Percent => percent(visitor.number(field).round(), text.language()),
        FieldType::Flag => text.t(if visitor.flag(field) { "advice-yes" } else { "advice-no" }),
        FieldType::Element => {
            let elements = visitor.get(field);
            let items = elements.as_array().into_iter().flatten().filter_map(Element::of);
            let words: Vec<String> = items.map(|item| wording::element(&item)).collect();
            words.join(", ")
        }
        FieldType::Custom | FieldType::Parameter | FieldType::KeyedCount => String::new(),
    }
}

fn past(at: Option<DateTime<Utc>>, zone: Tz, text: &Text) -> String {
    at.map_or_else(|| text.t("simulator-never"), |at| instant::write(at, zone))
}
