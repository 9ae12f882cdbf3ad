//! `beckon calendar`: which campaigns of a folder run on which days, on which days none does, and who meets whom.

use chrono::{Duration, NaiveDate};
use serde_json::{Value, json};

use super::arguments::Calendar as Arguments;
use super::input::{Draft, PicturesOf, instant};
use super::terminal::{Exit, Fault, Terminal};
use crate::campaign::Campaign;
use crate::insight::{Calendar, Context, DaySpan, SiteContext, calendar, check, competes, overlaps};
use crate::visitor::Visitor;
use crate::wording::{clash, day, gap, open_times};

pub(super) fn run(arguments: &Arguments, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let now = instant(None)?;
    let (ready, others): (Vec<Draft>, Vec<Draft>) =
        Draft::read_library(&arguments.folder)?.into_iter().partition(|draft| {
            let context = Context {
                pictures: &PicturesOf(draft.folder()),
                site: SiteContext::UNKNOWN,
                now: Some(now),
            };
            competes(&draft.campaign, &check(&draft.campaign, context))
        });
    let campaigns: Vec<Campaign> = ready.iter().map(|draft| draft.campaign.clone()).collect();
    let zone = campaigns.first().map_or(chrono_tz::UTC, Campaign::zone);
    let first = arguments.from.unwrap_or_else(|| now.with_timezone(&zone).date_naive());
    let known = overlaps(&campaigns, &Visitor::default(), now, &|| false);
    let days = usize::from(arguments.weeks) * 7;
    let found = calendar(&campaigns, &known, first, days, zone);
    if terminal.json {
        terminal.value(&as_json(&ready, &found))?;
    } else {
        print(&ready, &found, terminal)?;
    }
    for draft in &others {
        let file = draft.file.to_string_lossy();
        let words = terminal.text().tv("cli-overlap-left-out", &[("file", file.into())]);
        terminal.note(&words, "");
    }
    Ok(Exit::Yes)
}

fn as_json(drafts: &[Draft], found: &Calendar) -> Value {
    let written = |span: &DaySpan| json!({ "first": span.first.to_string(), "last": span.last.to_string() });
    let campaign = |(draft, place): (&Draft, usize)| {
        json!({
            "id": draft.campaign.id,
            "name": draft.campaign.name,
            "file": draft.file.to_string_lossy(),
            "days": found.spans_of(place).iter().map(written).collect::<Vec<_>>(),
        })
    };
    let id = |place: usize| drafts.get(place).map(|draft| draft.campaign.id.as_str());
    let clashes = found.clashes.iter().map(|clash| {
        json!({ "a": id(clash.a), "b": id(clash.b), "winner": clash.winner.and_then(id), "days": written(&clash.days) })
    });
    json!({
        "campaigns": drafts.iter().zip(0..).map(campaign).collect::<Vec<_>>(),
        "gaps": found.gaps.iter().map(written).collect::<Vec<_>>(),
        "clashes": clashes.collect::<Vec<_>>(),
    })
}

fn print(drafts: &[Draft], found: &Calendar, terminal: &mut Terminal<'_>) -> Result<(), Fault> {
    let language = terminal.language;
    for (place, draft) in drafts.iter().enumerate() {
        let spans = found.spans_of(place);
        let words: Vec<String> = spans
            .iter()
            .map(|span| in_words(span, |at| day(at, language)))
            .collect();
        let words = match words.is_empty() {
            true => terminal.text().t("calendar-not-open"),
            false => words.join(", "),
        };
        terminal.line(&format!("{}: {words}", draft.campaign.name))?;
        let times = open_times(&draft.campaign, language);
        if !times.is_empty() {
            terminal.line(&format!("  {times}"))?;
        }
    }
    for span in &found.gaps {
        terminal.line(&gap(*span, language))?;
    }
    for met in &found.clashes {
        let winner = met.winner.unwrap_or(met.a);
        let loser = if winner == met.a { met.b } else { met.a };
        if let (Some(first), Some(other)) = (drafts.get(winner), drafts.get(loser)) {
            let names = [first.campaign.name.as_str(), other.campaign.name.as_str()];
            terminal.line(&clash(names, met.winner.is_some(), met.days, language))?;
        }
    }
    Ok(())
}

fn in_words(span: &DaySpan, day: impl Fn(NaiveDate) -> String) -> String {
    if span.last - span.first < Duration::days(1) {
        return day(span.first);
    }
    format!("{} – {}", day(span.first), day(span.last))
}
