//! Compares the widget's engine, in node and in Chromium, with the app's: generated campaigns, journeys and visitors go through both, and what
//! visitors see is compared one by one, to the microsecond.
//!
//! Every case comes from its own seed, which is printed when the engines disagree, together with the smallest case that still shows the disagreement,
//! ready to be added to `tests/conformance`. `BECKON_DIFFERENTIAL=100000 cargo test --test integration differential:: -- --nocapture` is the full
//! run; `BECKON_DIFFERENTIAL_SEED=…` starts from another seed. It needs node, the packages of `tests` (`npm ci` there) and Chromium; `./run test`
//! installs them.

mod case;
pub mod generate;
pub mod pools;
mod rust;
mod shrink;
mod widget;
mod zones;

use std::collections::BTreeSet;

use beckon::campaign::{Field, Named};
use case::{Answer, Case};
use widget::Widget;

/// How many cases an everyday run asks in node, and how many in Chromium, whose addresses and zones differ from node's.
const EVERYDAY: u64 = 3_000;
const EVERYDAY_IN_CHROMIUM: u64 = 600;
/// How many cases are sent to the other engine at a time.
const BATCH: u64 = 250;
/// How many disagreements are shrunk and shown.
const SHOWN: usize = 5;

fn number(variable: &str) -> Option<u64> {
    let text = std::env::var(variable).ok()?;
    Some(
        text.parse()
            .unwrap_or_else(|_| panic!("{variable} is `{text}`, and must be a whole number")),
    )
}

#[test]
fn both_engines_agree_in_node() {
    compare("node", EVERYDAY);
}

#[test]
fn both_engines_agree_in_chromium() {
    compare("chromium", EVERYDAY_IN_CHROMIUM);
}

fn compare(place: &str, everyday: u64) {
    let count = number("BECKON_DIFFERENTIAL").unwrap_or(everyday);
    let seed = number("BECKON_DIFFERENTIAL_SEED").unwrap_or(1);
    let mut widget = Widget::start(place);
    // With a zone whose data is older or newer on the other side, a case would compare the data.
    let unlike = widget.zones_unlike_ours(pools::ZONES);
    let mut tally = Tally::default();
    let mut differing = Vec::new();
    let mut compared = 0;
    for first in (seed..seed + count).step_by(BATCH as usize) {
        let seeds = first..(first + BATCH).min(seed + count);
        let mut cases: Vec<(u64, Case)> = seeds.map(|seed| (seed, generate::case(seed))).collect();
        cases.retain(|(_, case)| !case.zones().any(|zone| unlike.contains(&zone.trim())));
        compared += cases.len() as u64;
        let answers = widget.ask(cases.iter().map(|(_, case)| case));
        for ((seed, case), theirs) in cases.into_iter().zip(answers) {
            let ours = rust::answer(&case);
            tally.add(&case, &ours);
            if ours != theirs {
                differing.push((seed, case));
            }
        }
    }
    println!(
        "{place}: {compared} of {count} cases from seed {seed}, zones with other data there {unlike:?}; {} differ; {tally:?}",
        differing.len()
    );
    assert!(
        compared * 4 > count * 3,
        "the data of too many time zones differ in {place}: {unlike:?}"
    );
    for (seed, case) in differing.iter().take(SHOWN) {
        let small = shrink::smallest(case, &mut widget);
        let theirs = widget.ask([&small].into_iter()).remove(0);
        println!("seed {seed}:\n{}", case::tell(&small, &rust::answer(&small), &theirs));
    }
    let seeds: Vec<u64> = differing.iter().map(|(seed, _)| *seed).collect();
    assert!(
        seeds.is_empty(),
        "the engines disagree in {place} on {} of {count} cases, seeds {seeds:?}",
        seeds.len()
    );
    assert!(
        tally.shown * 2 > compared && tally.holding * 10 > tally.probes && tally.fields == Tally::all_fields(),
        "the generator has gone stale: too little happens in {tally:?}"
    );
}

/// What happened in a run: a generator whose campaigns are never shown would prove nothing.
#[derive(Debug, Default)]
struct Tally {
    journeys: u64,
    events: usize,
    shown: u64,
    probes: u64,
    holding: u64,
    ignored: u64,
    fields: BTreeSet<String>,
}

impl Tally {
    fn all_fields() -> BTreeSet<String> {
        Field::ALL.iter().map(|field| field.id().to_owned()).collect()
    }

    fn add(&mut self, case: &Case, answer: &Answer) {
        self.journeys += 1;
        self.events += case.events.len();
        self.shown += answer.effects.iter().filter(|(_, effect, _)| effect == "show").count() as u64;
        self.probes += case.probes.len() as u64;
        let probes_with = |outcome: &str| answer.probes.iter().filter(|probe| probe.outcome == outcome).count() as u64;
        self.holding += probes_with("holds");
        self.ignored += probes_with("ignored");
        let fields = case.probes.iter().flat_map(|probe| probe.fields());
        self.fields.extend(fields);
    }
}
