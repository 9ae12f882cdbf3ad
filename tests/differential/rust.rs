//! The answers of the app's engine.

use beckon::campaign::{Campaign, SiteDocument, from_json, to_value};
use beckon::engine::{
    Delivery, Effect, EffectKind, Outcome, QUIET, Rule, Shut, SiteRules, explain, simulate_on, spoken,
};
use beckon::visitor::{Journey, Visitor};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::case::{Answer, Case, Probe, ProbeResult, Speech};

/// Returns the answer to a whole case.
pub fn answer(case: &Case) -> Answer {
    let campaigns: Vec<Campaign> = case.campaigns.iter().filter_map(read).collect();
    let file = json!({ "start": case.start, "visitor": case.visitor, "events": case.events });
    let journey = Journey::from_json(&file.to_string()).unwrap_or_else(|error| panic!("{file}: {error}"));
    let document = json!({ "format": "beckon.site", "version": 1, "hours": case.hours, "rests": case.rests });
    let document = SiteDocument::from_json(document.to_string().as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    let site = SiteRules::from(&document);
    let mut delivery =
        Delivery::with_quiet(&campaigns, &journey.visitor, journey.start, case.quiet).on_site(site.clone());
    let line = delivery
        .standing()
        .into_iter()
        .map(|standing| standing.campaign)
        .collect();
    let mut settings = case.clock.iter().peekable();
    let mut effects = Vec::new();
    for event in &journey.events {
        while let Some(setting) = settings.next_if(|setting| seconds(&setting["at"]) <= event.at) {
            effects.extend(delivery.set_clock(seconds(&setting["by"]), seconds(&setting["at"])));
        }
        effects.extend(delivery.step(&event.kind, event.at));
    }
    if case.clock.is_empty() && case.quiet == QUIET {
        assert_eq!(
            effects,
            simulate_on(&campaigns, &journey, &site),
            "simulate and the steps disagree on {file}"
        );
    }
    Answer {
        line,
        effects: effects.into_iter().map(shown_effect).collect(),
        probes: case.probes.iter().map(probe).collect(),
        speeches: case.speeches.iter().map(speech).collect(),
    }
}

fn read(file: &Value) -> Option<Campaign> {
    from_json(file.to_string().as_bytes()).ok()
}

fn seconds(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}

fn shown_effect(effect: Effect) -> (f64, String, String) {
    let kind = match effect.effect {
        EffectKind::Show => "show",
        EffectKind::Hide => "hide",
    };
    (effect.at, kind.to_owned(), effect.campaign)
}

/// Returns what a campaign says to a visitor, as the widget keeps it.
fn speech(speech: &Speech) -> Value {
    let campaign = read(&speech.campaign).expect("a campaign");
    let visitor = Visitor::from_json(&speech.visitor.to_string()).expect("a visitor");
    let found = spoken(
        &campaign.content,
        visitor.preferred_languages(),
        speech.usual.as_deref(),
    );
    let said = match found.as_ref().and_then(|found| found.translation()) {
        Some(tag) => campaign.in_language(tag),
        None => campaign,
    };
    let mut named = said.for_launch().for_visitors();
    named.content.translations.clear();
    if named.content.language.is_none() {
        named.content.language.clone_from(&speech.usual);
        named = named.for_visitors();
    }
    // An empty name is none.
    named.content.image_dense.take_if(|name| name.is_empty());
    to_value(&named)["content"].clone()
}

fn probe(probe: &Probe) -> ProbeResult {
    let Some(campaign) = read(&probe.campaign) else {
        return ProbeResult {
            outcome: "refused".into(),
            until: None,
            shut: None,
            quiet: None,
        };
    };
    let visitor =
        Visitor::from_json(&probe.visitor.to_string()).unwrap_or_else(|error| panic!("{}: {error}", probe.visitor));
    let at: DateTime<Utc> = probe.at.parse().unwrap_or_else(|error| panic!("{}: {error}", probe.at));
    let explanation = explain(&campaign, &visitor, at);
    let compiled = Rule::compile(&campaign).holds_for(&visitor, at);
    assert_eq!(
        compiled, explanation.holds,
        "the rule and its explanation disagree on {}",
        probe.campaign
    );
    let parts = [explanation.audience.outcome, explanation.activity.outcome];
    let outcome = match explanation.holds {
        _ if parts.iter().all(|part| matches!(part, Outcome::Ignored(_))) => "ignored",
        true => "holds",
        false => "fails",
    };
    let micros = |instant: DateTime<Utc>| instant.timestamp_micros() as f64;
    ProbeResult {
        outcome: outcome.into(),
        // What lasts for the session, and no instant says.
        until: match explanation.blocks.repeat_cycle_sessions {
            Some(_) => Some(-1.0),
            None => explanation.blocks.repeat_cycle_until.map(micros),
        },
        shut: explanation.blocks.shut.map(|shut| {
            let name = match shut {
                Shut::Scheduled { .. } => "scheduled",
                Shut::Ended => "ended",
                Shut::NobodyAnswers { .. } => "nobody_answers",
                Shut::OutOfHours { .. } => "out_of_hours",
            };
            let until = shut.until().map(|until| until.timestamp_micros().to_string());
            format!("{name} {}", until.unwrap_or_default())
        }),
        quiet: explanation.blocks.quiet_until.map(micros),
    }
}
