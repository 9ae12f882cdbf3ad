//! `beckon find-visitor`: a visitor who sees a campaign, or why nobody ever can.

use std::slice;

use serde_json::{Value, json};

use super::arguments::FindVisitor;
use super::input::{Draft, instant};
use super::preset;
use super::terminal::{Exit, Fault, Terminal};
use crate::engine::SiteRules;
use crate::insight::{FindAnswer, find_visitor_on};
use crate::wording::{Statement, find_answer};

pub(super) fn run(arguments: &FindVisitor, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let now = instant(arguments.at.as_deref())?;
    let draft = Draft::read(&arguments.file)?;
    let near = preset::near(arguments.near.as_deref(), slice::from_ref(&draft), now)?;
    let site = SiteRules::from(draft.site(arguments.site.named())?.as_ref());
    let answer = find_visitor_on(&draft.campaign, &near, now, &site);
    let statement = find_answer(&draft.campaign, &answer, terminal.language);
    if terminal.json {
        terminal.value(&as_json(&answer, &statement))?;
    } else {
        print(&answer, &statement, terminal)?;
    }
    Ok(match answer {
        FindAnswer::Found(_) => Exit::Yes,
        FindAnswer::Nobody(_) | FindAnswer::Undetermined(_) => Exit::No,
    })
}

fn as_json(answer: &FindAnswer, statement: &Statement) -> Value {
    let text = format!("{} {}", statement.headline, statement.detail);
    let mut value = json!({
        "outcome": null, "visitor": null, "at": null, "conflict": null, "because": [], "why": null, "text": text.trim_end(),
    });
    match answer {
        FindAnswer::Found(sighting) => {
            value["outcome"] = "found".into();
            value["visitor"] = json!(sighting.visitor);
            value["at"] = json!(sighting.at);
        }
        FindAnswer::Nobody(conflict) => {
            value["outcome"] = "nobody".into();
            value["conflict"] = json!(conflict.places);
            value["because"] = conflict.because.iter().map(|relation| relation.id()).collect();
        }
        FindAnswer::Undetermined(doubt) => {
            value["outcome"] = "undetermined".into();
            value["why"] = doubt.why.id().into();
        }
    }
    value
}

fn print(answer: &FindAnswer, statement: &Statement, terminal: &mut Terminal<'_>) -> Result<(), Fault> {
    terminal.line(&statement.headline)?;
    terminal.line(&statement.detail)?;
    match answer {
        FindAnswer::Found(_) => {}
        FindAnswer::Nobody(conflict) => tell_places(&conflict.places, terminal)?,
        FindAnswer::Undetermined(doubt) => tell_places(&doubt.places, terminal)?,
    }
    Ok(())
}

/// Writes the places of the conditions in the file.
fn tell_places(places: &[String], terminal: &mut Terminal<'_>) -> Result<(), Fault> {
    if !places.is_empty() {
        terminal.line(&terminal.text().t("cli-places"))?;
    }
    places.iter().try_for_each(|place| terminal.line(&format!("  {place}")))
}
