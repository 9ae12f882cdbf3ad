//! Asks the engine what a case means. The README next to this file describes the format of the cases.

use beckon::campaign::{self, Campaign, SiteDocument};
use beckon::engine::{
    Delivery, Detail, Explained, Explanation, Ignored, Outcome, QUIET, Reason, Rule, Shut, SiteRules, explain,
    simulate_on, spoken,
};
use beckon::visitor::{Journey, Visitor};
use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

/// Returns the base object with the keys of the outer one on top.
fn over(base: &Value, outer: &Value, keys: impl Fn(&str) -> bool) -> Value {
    let mut whole = base.as_object().cloned().unwrap_or_default();
    for (key, value) in outer.as_object().into_iter().flatten().filter(|(key, _)| keys(key)) {
        whole.insert(key.clone(), value.clone());
    }
    Value::Object(whole)
}

pub fn campaign_of(defaults: &Value, given: &Value) -> Campaign {
    let parts = [
        "id",
        "time_zone",
        "audience",
        "activity",
        "content",
        "schedule",
        "launched_at",
    ];
    let file = over(&defaults["campaign"], given, |key| parts.contains(&key));
    campaign::from_json(file.to_string().as_bytes()).expect("a campaign")
}

pub fn instant(value: &Value) -> DateTime<Utc> {
    value.as_str().and_then(|text| text.parse().ok()).expect("an instant")
}

pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Holds => "holds",
        Outcome::Fails => "fails",
        Outcome::Ignored(Ignored::Muted) => "muted",
        Outcome::Ignored(Ignored::Unfinished(_)) => "unfinished",
        Outcome::Ignored(Ignored::Empty) => "empty",
    }
}

pub fn outcomes(explanation: &Explanation) -> Map<String, Value> {
    fn add(node: &Explained, all: &mut Map<String, Value>) {
        all.insert(node.pointer.clone(), outcome(node.outcome).into());
        if let Detail::Group { children, .. } = &node.detail {
            children.iter().for_each(|child| add(child, all));
        }
    }
    let mut all = Map::new();
    add(&explanation.audience, &mut all);
    all.insert("/activity".into(), outcome(explanation.activity.outcome).into());
    explanation
        .activity
        .conditions
        .iter()
        .for_each(|condition| add(condition, &mut all));
    all
}

pub fn reasons(explanation: &Explanation) -> Map<String, Value> {
    let reasons = explanation.reasons.iter().map(|reason| match reason {
        Reason::Condition {
            pointer, outcome: came, ..
        } => (pointer.clone(), outcome(*came).into()),
        Reason::MissingAudience { pointer, .. } => (pointer.clone(), "missing_audience".into()),
        Reason::OtherSite => ("other_site".to_owned(), true.into()),
        Reason::Shut { shut } => match shut {
            Shut::Scheduled { until } => ("scheduled".to_owned(), seconds_text(*until).into()),
            Shut::Ended => ("ended".to_owned(), true.into()),
            Shut::NobodyAnswers { until } => ("nobody_answers".to_owned(), until.map(seconds_text).into()),
            Shut::OutOfHours { until } => ("out_of_hours".to_owned(), until.map(seconds_text).into()),
        },
        // Without an instant, until a later session.
        Reason::RepeatCycle { until } => {
            let until = until.map_or_else(|| SESSION.to_owned(), seconds_text);
            ("repeat_cycle".to_owned(), until.into())
        }
        Reason::Rest { resting } => ("rest".to_owned(), resting.until.map(seconds_text).into()),
        Reason::Quiet { until } => ("quiet".to_owned(), seconds_text(*until).into()),
    });
    reasons.collect()
}

/// Until when a repeat cycle blocks that counts sessions.
const SESSION: &str = "session";

/// Returns until when the repeat cycle blocks.
pub fn until(explanation: &Explanation) -> Option<String> {
    let sessions = explanation.blocks.repeat_cycle_sessions.map(|_| SESSION.to_owned());
    sessions.or(explanation.blocks.repeat_cycle_until.map(seconds_text))
}

fn seconds_text(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

pub fn matching(defaults: &Value, case: &Value) -> Vec<String> {
    let campaign = campaign_of(defaults, case);
    let visitor = Visitor::from_json(&case["visitor"].to_string()).expect("a visitor");
    let at = instant(case.get("at").unwrap_or(&defaults["at"]));
    let explanation = explain(&campaign, &visitor, at);
    let expect = &case["expect"];
    let mut faults = Vec::new();
    let mut same = |what: &str, found: Value, wanted: &Value| {
        if found != *wanted {
            faults.push(format!("{what}: {found}, expected {wanted}"));
        }
    };
    same("shown", explanation.shown.into(), &expect["shown"]);
    let holds = expect.get("holds").unwrap_or(&expect["shown"]);
    same("holds", explanation.holds.into(), holds);
    same(
        "compiled rule",
        Rule::compile(&campaign).holds_for(&visitor, at).into(),
        holds,
    );
    same("reasons", reasons(&explanation).into(), &expect["reasons"]);
    if let Some(wanted) = expect.get("outcomes") {
        same("outcomes", outcomes(&explanation).into(), wanted);
    }
    if let Some(wanted) = expect.get("until") {
        same("until", until(&explanation).into(), wanted);
    }
    if let Some(wanted) = expect.get("delay") {
        same("delay", explanation.blocks.delay.into(), &json!(wanted.as_f64()));
    }
    faults
}

/// Which language of a campaign a visitor gets, and what it then says.
pub fn speech(defaults: &Value, case: &Value) -> Vec<String> {
    let campaign = campaign_of(defaults, case);
    let visitor = Visitor::from_json(&case["visitor"].to_string()).expect("a visitor");
    let found = spoken(&campaign.content, visitor.preferred_languages(), case["site"].as_str());
    let translation = found.as_ref().and_then(|found| found.translation());
    let said = match translation {
        Some(tag) => campaign.in_language(tag),
        None => campaign,
    };
    let said = campaign::to_value(&said)["content"].clone();
    let expect = &case["expect"];
    let mut faults = Vec::new();
    let language = json!(found.and_then(|found| found.language));
    if expect.get("language").is_some_and(|wanted| *wanted != language) {
        faults.push(format!("language: {language}, expected {}", expect["language"]));
    }
    for (key, wanted) in expect["content"].as_object().into_iter().flatten() {
        if said.get(key) != Some(wanted) {
            faults.push(format!("{key}: {}, expected {wanted}", said[key]));
        }
    }
    faults
}

/// What happens on a journey besides its events: the clock is set, or the standings are checked.
enum Aside<'c> {
    Clock(f64),
    Look(&'c Value),
}

pub fn delivery(defaults: &Value, case: &Value) -> Vec<String> {
    let campaigns: Vec<Campaign> = case["campaigns"]
        .as_array()
        .expect("campaigns")
        .iter()
        .map(|given| campaign_of(defaults, given))
        .collect();
    let journey = json!({
        "start": case.get("start").unwrap_or(&defaults["at"]),
        "visitor": case.get("visitor").unwrap_or(&json!({})),
        "events": case["events"],
    });
    let journey = Journey::from_json(&journey.to_string()).expect("a journey");
    let list = |key: &str| case.get(key).and_then(Value::as_array).into_iter().flatten();
    let at = |entry: &Value| entry["at"].as_f64().expect("a time");
    // The clock is set before the events of its instant; checks see the effects of the events of theirs.
    let clock = list("clock").map(|entry| (at(entry), 0, Aside::Clock(entry["by"].as_f64().expect("seconds"))));
    let looks = list("standing").map(|entry| (at(entry), 2, Aside::Look(&entry["is"])));
    let mut asides: Vec<_> = clock.chain(looks).collect();
    asides.sort_by(|one, other| (one.0, one.1).partial_cmp(&(other.0, other.1)).expect("times compare"));

    let mut faults = Vec::new();
    let quiet = case
        .get("quiet")
        .map_or(QUIET, |quiet| quiet.as_f64().expect("seconds"));
    let addresses: Vec<String> = list("addresses").filter_map(Value::as_str).map(str::to_owned).collect();
    let file = json!({ "format": "beckon.site", "version": 1, "hours": case.get("hours").unwrap_or(&Value::Null),
        "rests": case.get("rests").unwrap_or(&Value::Null) });
    let document = SiteDocument::from_json(file.to_string().as_bytes()).expect("hours of a site");
    let site = SiteRules::of_addresses(&addresses)
        .with_hours(document.hours.as_ref())
        .with_rests(&document.rests);
    let mut delivery = Delivery::with_quiet(&campaigns, &journey.visitor, journey.start, quiet).on_site(site.clone());
    let mut effects = Vec::new();
    let mut events = journey.events.iter().peekable();
    for (time, order, aside) in asides {
        while let Some(event) = events.next_if(|event| event.at < time || (order == 2 && event.at == time)) {
            effects.extend(delivery.step(&event.kind, event.at));
        }
        match aside {
            Aside::Clock(by) => effects.extend(delivery.set_clock(by, time)),
            Aside::Look(wanted) => {
                effects.extend(delivery.advance(time));
                faults.extend(compare_standing(&delivery, time, wanted));
            }
        }
    }
    for event in events {
        effects.extend(delivery.step(&event.kind, event.at));
    }
    let as_json = |effects: &Vec<beckon::engine::Effect>| serde_json::to_value(effects).expect("effects write");
    // Numbers compare as numbers: 3 and 3.0 are one instant.
    let wanted = list("effects")
        .map(|effect| json!({ "at": at(effect), "effect": effect["effect"], "campaign": effect["campaign"] }));
    let wanted = Value::Array(wanted.collect());
    if as_json(&effects) != wanted {
        faults.push(format!("effects: {}, expected {wanted}", as_json(&effects)));
    }
    let simulated = || as_json(&simulate_on(&campaigns, &journey, &site));
    if case.get("clock").is_none() && quiet == QUIET && simulated() != wanted {
        faults.push("simulate and the steps disagree".to_owned());
    }
    faults
}

fn compare_standing(delivery: &Delivery, time: f64, wanted: &Value) -> Vec<String> {
    let standing = delivery.standing();
    let mut faults = Vec::new();
    for (id, state) in wanted.as_object().expect("standings") {
        let found = standing
            .iter()
            .find(|standing| standing.campaign == *id)
            .expect("a campaign of the case");
        let found = serde_json::to_value(&found.state).expect("a standing writes");
        // Numbers compare as numbers: 3 and 3.0 are one instant.
        let until = state.get("until").map(|until| json!({ "until": until.as_f64() }));
        let state = over(state, &until.unwrap_or_default(), |_| true);
        if found != state {
            faults.push(format!("standing of {id} at {time}: {found}, expected {state}"));
        }
    }
    faults
}
