//! One question to both engines, as JSON, and their answers.

use beckon::campaign::Field;
use beckon::campaign::Named;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A journey on a site with these campaigns, and single questions in addition.
#[derive(Debug, Clone, Serialize)]
pub struct Case {
    /// Campaign files.
    pub campaigns: Vec<Value>,
    /// The start of the journey, RFC 3339.
    pub start: String,
    /// A journey file's visitor.
    pub visitor: Value,
    /// For how many seconds it is quiet after a pop-up or the chat has left the screen.
    pub quiet: f64,
    /// The hours of the site document.
    pub hours: Value,
    /// The rests of the site document.
    pub rests: Value,
    /// `{ at, by }`: when the wall clock is set, and by how many seconds.
    pub clock: Vec<Value>,
    /// A journey file's events.
    pub events: Vec<Value>,
    /// Numbers of events, all of them opened pages, at which the widget is loaded again from its stored state.
    pub loads: Vec<usize>,
    /// What is asked without a journey.
    pub probes: Vec<Probe>,
    /// In which language visitors get a campaign.
    pub speeches: Vec<Speech>,
}

/// Which language of a campaign a visitor gets.
#[derive(Debug, Clone, Serialize)]
pub struct Speech {
    /// A campaign file.
    pub campaign: Value,
    /// The list of campaigns that visitors get, with this one in it.
    pub live: Value,
    /// The default language of the site.
    pub usual: Option<String>,
    /// A visitor file.
    pub visitor: Value,
}

/// Whether a campaign's rule holds for a visitor.
#[derive(Debug, Clone, Serialize)]
pub struct Probe {
    /// A campaign file.
    pub campaign: Value,
    /// A visitor file.
    pub visitor: Value,
    /// RFC 3339.
    pub at: String,
}

/// An engine's answer.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Answer {
    /// The ids of the campaigns that it reads, best first.
    pub line: Vec<String>,
    /// Seconds after the start, `show` or `hide`, the campaign's id.
    pub effects: Vec<(f64, String, String)>,
    /// The answers to the probes.
    pub probes: Vec<ProbeResult>,
    /// What each campaign says, in the language that the visitor gets.
    pub speeches: Vec<Value>,
}

/// An engine's answer to a probe.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ProbeResult {
    /// `holds`, `fails`, `ignored` (nothing takes part), or `refused` (the campaign is malformed).
    pub outcome: String,
    /// Until when the repeat cycle blocks, in microseconds since 1970.
    pub until: Option<f64>,
    /// Why the campaign is not open, and until when, in microseconds since 1970.
    pub shut: Option<String>,
    /// Until when it is quiet, in microseconds since 1970.
    pub quiet: Option<f64>,
}

impl Case {
    /// Returns the time zones that its campaigns and visitors name, as written.
    pub fn zones(&self) -> impl Iterator<Item = &str> {
        let asked = self.probes.iter().flat_map(|probe| [&probe.campaign, &probe.visitor]);
        self.campaigns
            .iter()
            .chain([&self.visitor, &self.hours])
            .chain(asked)
            .filter_map(|named| named["time_zone"].as_str())
    }
}

impl Probe {
    /// Returns the fields that the campaign asks for.
    pub fn fields(&self) -> impl Iterator<Item = String> {
        let text = self.campaign["audience"].to_string();
        let named = move |field: &&Field| text.contains(&format!("\"{}\"", field.id()));
        Field::ALL
            .iter()
            .filter(named)
            .map(|field| field.id().to_owned())
            .collect::<Vec<_>>()
            .into_iter()
    }
}

/// Keys of a campaign file that are written into conformance cases.
const PARTS: [&str; 7] = [
    "id",
    "time_zone",
    "audience",
    "activity",
    "content",
    "schedule",
    "launched_at",
];

fn parts(campaign: &Value) -> Value {
    let mut parts = campaign.clone();
    if let Some(object) = parts.as_object_mut() {
        object.retain(|key, _| PARTS.contains(&key.as_str()));
    }
    parts
}

/// Writes a disagreement as conformance cases, with the answers of both engines.
pub fn tell(case: &Case, ours: &Answer, theirs: &Answer) -> String {
    let mut text = String::new();
    if ours.effects != theirs.effects || ours.line != theirs.line {
        let effects: Vec<Value> = ours
            .effects
            .iter()
            .map(|(at, effect, id)| json!({ "at": at, "effect": effect, "campaign": id }))
            .collect();
        let ready = json!({
            "name": "…",
            "campaigns": case.campaigns.iter().map(parts).collect::<Vec<_>>(),
            "start": case.start,
            "visitor": case.visitor,
            "quiet": case.quiet,
            "hours": case.hours,
            "rests": case.rests,
            "clock": case.clock,
            "events": case.events,
            "effects": effects,
        });
        text += &format!(
            "{ready}\n  page loads at events {:?}\n  app:    {ours:?}\n  widget: {theirs:?}\n",
            case.loads
        );
    }
    for (speech, (ours, theirs)) in case.speeches.iter().zip(ours.speeches.iter().zip(&theirs.speeches)) {
        if ours != theirs {
            let ready = json!({ "name": "…", "content": speech.campaign["content"], "site": speech.usual, "visitor": speech.visitor });
            text += &format!("{ready}\n  app:    {ours}\n  widget: {theirs}\n");
        }
    }
    for (probe, (ours, theirs)) in case.probes.iter().zip(ours.probes.iter().zip(&theirs.probes)) {
        if ours != theirs {
            let mut ready = parts(&probe.campaign);
            ready["visitor"] = probe.visitor.clone();
            ready["at"] = probe.at.clone().into();
            text += &format!("{ready}\n  app:    {ours:?}\n  widget: {theirs:?}\n");
        }
    }
    text
}
