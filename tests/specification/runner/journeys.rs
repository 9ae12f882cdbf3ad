//! A journey through a site with some campaigns: what happens, what is seen, and where the campaigns stand.

use serde_json::{Map, Value, json};

use super::coverage::STATES;
use super::page::Table;
use super::{Checker, cell};

/// The site of a path such as `/pricing`.
const SITE: &str = "https://www.example.com";

impl Checker {
    pub fn journey_table(&mut self, table: &Table) {
        self.columns(table, &["at", "happens", "seen", "state"]);
        self.section.unused.clear();
        let Some(campaigns) = self.section.campaigns.clone() else {
            return self.fault(table.line, "the section has no campaigns");
        };
        let mut case = self.section.journey.clone().unwrap_or(json!({}));
        let campaigns = campaigns.as_object().into_iter().flatten();
        case["campaigns"] = campaigns.map(|(id, keys)| contender(id, keys)).collect();
        case["name"] = self.name(table.line).into();
        let mut lists: [Vec<Value>; 4] = Default::default();
        let [events, clock, effects, standing] = &mut lists;
        for row in &table.rows {
            let at = match cell::seconds(&row.cells[0]) {
                Ok(at) => at,
                Err(error) => return self.fault(row.line, error),
            };
            let happens = match cell::entries(&row.cells[1]) {
                Ok(happens) => happens,
                Err(error) => return self.fault(row.line, error),
            };
            for (key, value) in happens {
                if key == "clock" {
                    let by = value
                        .as_str()
                        .map_or(Ok(value.as_f64().unwrap_or_default()), back_or_forth);
                    match by {
                        Ok(by) => clock.push(json!({ "at": at, "by": by })),
                        Err(error) => return self.fault(row.line, error),
                    }
                    continue;
                }
                let value = match value.as_str() {
                    Some(path) if path.starts_with('/') => format!("{SITE}{path}").into(),
                    _ => value,
                };
                // It belongs to the page that is opened before it.
                if key == "referrer"
                    && let Some(opening) = events.last_mut()
                {
                    opening[key] = value;
                    continue;
                }
                self.coverage.events.insert(key.clone());
                events.push(json!({ "at": at, key: value }));
            }
            for effect in parts(&row.cells[2], ',') {
                match effect.rsplit_once(' ') {
                    Some((id, "shows")) => effects.push(json!({ "at": at, "effect": "show", "campaign": id })),
                    Some((id, "hides")) => effects.push(json!({ "at": at, "effect": "hide", "campaign": id })),
                    _ => self.fault(row.line, format_args!("`{effect}` is not something that is seen")),
                }
            }
            let mut is = Map::new();
            for said in parts(table.cell(row, "state").unwrap_or_default(), ';') {
                match state(said) {
                    Ok((id, name, state)) => {
                        self.coverage.states.insert(name.to_owned());
                        is.insert(id.to_owned(), state);
                    }
                    Err(error) => self.fault(row.line, error),
                }
            }
            if !is.is_empty() {
                standing.push(json!({ "at": at, "is": is }));
            }
        }
        // Time passes up to the last row.
        let last = table.rows.last().and_then(|row| cell::seconds(&row.cells[0]).ok());
        events.push(json!({ "at": last, "end": true }));
        for (key, list) in ["events", "clock", "effects", "standing"].into_iter().zip(lists) {
            // A case without a clock also goes through `simulate`.
            if key != "clock" || !list.is_empty() {
                case[key] = list.into();
            }
        }
        self.delivery.push(case);
    }
}

/// Returns a campaign of a journey, with its whole schedule.
fn contender(id: &str, keys: &Value) -> Value {
    let mut campaign = super::rules::keys(keys.clone());
    let mut schedule = json!({ "repeat_cycle": null, "message_delay": 0, "priority": 1 });
    for (key, value) in campaign["schedule"].as_object().into_iter().flatten() {
        schedule[key] = value.clone();
    }
    campaign["id"] = id.into();
    campaign["schedule"] = schedule;
    campaign
}

fn parts(cell: &str, by: char) -> impl Iterator<Item = &str> {
    cell.split(by).map(str::trim).filter(|part| !part.is_empty())
}

/// Reads a span of time with a sign: `-1 h`.
fn back_or_forth(span: &str) -> Result<f64, String> {
    match span.strip_prefix('-') {
        Some(span) => cell::seconds(span).map(|seconds| -seconds),
        None => cell::seconds(span),
    }
}

/// Reads `a waiting until 5`: the campaign, the state's name, and the state as the cases write it.
fn state(said: &str) -> Result<(&str, &'static str, Value), String> {
    let wrong = || format!("`{said}` is not a state");
    let (id, rest) = said.split_once(' ').ok_or_else(wrong)?;
    let named = |name: &&&str| {
        rest.strip_prefix(**name)
            .is_some_and(|end| end.is_empty() || end.starts_with(' '))
    };
    let name = STATES.iter().find(named).ok_or_else(wrong)?;
    let end = rest[name.len()..].trim();
    let mut state = json!({ "state": name.replace(' ', "_") });
    match (*name, end.strip_prefix("until ")) {
        // Without an instant, until the session is over.
        ("resting", until) => {
            let (until, by) = match until.and_then(|rest| rest.split_once(" by ")) {
                Some((until, by)) => (Some(cell::seconds(until)?), by),
                None => (None, end.strip_prefix("by ").ok_or_else(wrong)?),
            };
            state["until"] = json!(until);
            state["by"] = by.split(" and ").collect();
        }
        ("repeat cycle" | "waiting" | "quiet" | "scheduled" | "out of hours" | "nobody answers", Some(until)) => {
            state["until"] = cell::seconds(until)?.into()
        }
        // Without an instant, until a later session.
        ("repeat cycle", None) if end.is_empty() => state["until"] = Value::Null,
        ("outranked", None) => state["by"] = end.strip_prefix("by ").ok_or_else(wrong)?.into(),
        ("behind", None) => state["visible"] = end.into(),
        (_, None) if end.is_empty() => {}
        _ => return Err(wrong()),
    }
    Ok((id, name, state))
}
