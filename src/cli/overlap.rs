//! `beckon overlap`: which campaigns compete for the same visitors, which one goes first, and which one always loses.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};

use super::arguments::Overlap as Arguments;
use super::input::{Draft, PicturesOf, instant};
use super::preset;
use super::terminal::{Exit, Fault, Terminal};
use crate::campaign::Campaign;
use crate::engine::SiteRules;
use crate::insight::{
    Context, Overlap, Overlaps, RankReason, Shadowed, SiteContext, Starved, check, competes, let_through,
    overlaps_among, starved,
};
use crate::wording::{Statement, overlap as phrase, shadowed as phrase_shadowed};

/// What is known of one pair, in the shape of `--json`.
#[derive(Debug, Serialize)]
struct Line {
    a: String,
    b: String,
    file_a: String,
    file_b: String,
    outcome: &'static str,
    /// The visitor who proves it, as `a` knows them.
    visitor: Option<Value>,
    /// The same visitor as `b` knows them, where views, clicks, closes or showings differ.
    visitor_b: Option<Value>,
    at: Option<String>,
    winner: Option<String>,
    reason: Option<&'static str>,
    /// The one of the two that always loses, because of the other alone or together with more campaigns.
    always_loses: Option<String>,
    /// The rest of the site for which the loser waits once the winner has been shown, and whether it never gets its turn.
    rest: Option<Value>,
}

pub(super) fn run(arguments: &Arguments, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let now = instant(arguments.at.as_deref())?;
    let drafts = Draft::read_all(&arguments.files)?;
    let near = preset::near(arguments.near.as_deref(), &drafts, now)?;
    let files: Vec<String> = drafts
        .iter()
        .map(|draft| draft.file.to_string_lossy().into_owned())
        .collect();
    let competing: Vec<bool> = drafts.iter().map(|draft| takes_part(draft, now)).collect();
    // Files of one folder are of one site.
    let site = match drafts.first() {
        Some(draft) => draft.site(arguments.site.named())?,
        None => None,
    };
    let site = SiteRules::from(site.as_ref());
    let campaigns: Vec<Campaign> = drafts.into_iter().map(|draft| draft.campaign).collect();
    let known = overlaps_among(&campaigns, &competing, &near, now, &|| false);
    if terminal.json {
        terminal.value(&lines(&files, &campaigns, &competing, (&known, &site)))?;
    } else {
        print(&campaigns, (&known, &site), terminal)?;
        for (file, _) in files.iter().zip(&competing).filter(|(_, competes)| !**competes) {
            let words = terminal
                .text()
                .tv("cli-overlap-left-out", &[("file", file.as_str().into())]);
            terminal.line(&words)?;
        }
    }
    Ok(if known.shadowed.is_empty() && known.unsure.is_empty() {
        Exit::Yes
    } else {
        Exit::No
    })
}

/// Whether a draft could be launched, and so meet the others at a visitor.
fn takes_part(draft: &Draft, now: DateTime<Utc>) -> bool {
    let context = Context {
        pictures: &PicturesOf(draft.folder()),
        site: SiteContext::UNKNOWN,
        now: Some(now),
    };
    competes(&draft.campaign, &check(&draft.campaign, context))
}

/// Every pair once, in the order of the files.
fn lines(
    files: &[String],
    campaigns: &[Campaign],
    competing: &[bool],
    (known, site): (&Overlaps, &SiteRules),
) -> Vec<Line> {
    let mut lines = Vec::new();
    for a in 0..campaigns.len() {
        for b in a + 1..campaigns.len() {
            let found = known.pairs.iter().find(|pair| (pair.a, pair.b) == (a, b));
            let mut line = Line {
                a: campaigns[a].id.clone(),
                b: campaigns[b].id.clone(),
                file_a: files[a].clone(),
                file_b: files[b].clone(),
                outcome: if !(competing[a] && competing[b]) {
                    "not_ready"
                } else if known.unsure.contains(&(a, b)) {
                    "undetermined"
                } else {
                    "none"
                },
                visitor: None,
                visitor_b: None,
                at: None,
                winner: None,
                reason: None,
                always_loses: None,
                rest: None,
            };
            if let Some(found) = found {
                prove(&mut line, campaigns, found, &known.shadowed);
                line.rest = starving(campaigns, found, (known, site))
                    .map(|starved| json!({ "rest": starved.rest.to_value(), "for_good": starved.for_good }));
            }
            lines.push(line);
        }
    }
    lines
}

fn prove(line: &mut Line, campaigns: &[Campaign], found: &Overlap, shadowed: &[Shadowed]) {
    line.outcome = "overlap";
    line.visitor = serde_json::to_value(&found.sighting.visitor).ok();
    line.visitor_b = found.other.as_ref().and_then(|other| serde_json::to_value(other).ok());
    line.at = Some(found.sighting.at.to_rfc3339());
    line.winner = Some(campaigns[found.winner].id.clone());
    line.reason = Some(reason(found.why));
    let loser = if found.winner == found.a { found.b } else { found.a };
    let loses = |entry: &&Shadowed| entry.loser == loser && entry.by.contains(&found.winner);
    line.always_loses = shadowed
        .iter()
        .find(loses)
        .map(|entry| campaigns[entry.loser].id.clone());
}

/// What the site makes of the one that loses.
fn starving(campaigns: &[Campaign], found: &Overlap, (known, site): (&Overlaps, &SiteRules)) -> Option<Starved> {
    let loser = if found.winner == found.a { found.b } else { found.a };
    let alone = |entry: &Shadowed| entry.loser == loser && entry.by == [found.winner];
    let always_loses = known.shadowed.iter().any(alone);
    starved(&campaigns[found.winner], &campaigns[loser], site, always_loses)
}

fn reason(why: RankReason) -> &'static str {
    match why {
        RankReason::Priority => "priority",
        RankReason::LaunchedLater => "launched_later",
        RankReason::Id => "id",
    }
}

fn print(
    campaigns: &[Campaign],
    (known, site): (&Overlaps, &SiteRules),
    terminal: &mut Terminal<'_>,
) -> Result<(), Fault> {
    let (language, text) = (terminal.language, terminal.text());
    let mut statements: Vec<Statement> = Vec::new();
    for entry in &known.shadowed {
        let by: Vec<&Campaign> = entry.by.iter().map(|index| &campaigns[*index]).collect();
        let loser = &campaigns[entry.loser];
        let on_site = Shadowed {
            rests: entry.rests || let_through(&by, loser, site),
            ..entry.clone()
        };
        statements.push(phrase_shadowed(loser, &by, &on_site, language));
    }
    let said = |pair: &Overlap| {
        let starved = starving(campaigns, pair, (known, site));
        phrase(&campaigns[pair.a], &campaigns[pair.b], pair, starved.as_ref(), language)
    };
    statements.extend(known.pairs.iter().map(said));
    if statements.is_empty() && known.unsure.is_empty() {
        return terminal.line(&text.t("cli-overlap-none"));
    }
    for statement in &statements {
        terminal.line(&statement.headline)?;
        terminal.line(&format!("  {}", statement.detail))?;
    }
    for (a, b) in &known.unsure {
        let [a, b] = [*a, *b].map(|index| &campaigns[index].name);
        let values = [("one", a.as_str().into()), ("other", b.as_str().into())];
        terminal.line(&text.tv("cli-overlap-unsure", &values))?;
    }
    Ok(())
}
