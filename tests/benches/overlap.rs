//! Overlaps of a whole library, and the solver compared with Z3: `./run bench overlap`. Figures and bounds are in the README next to this file.

#[path = "../z3/ask.rs"]
mod ask;
mod library;
#[path = "../z3/rules.rs"]
mod rules;

use std::time::{Duration, Instant};

use beckon::campaign::{Campaign, from_json};
use beckon::insight::{examine, find_visitor, overlaps};
use beckon::visitor::Visitor;
use serde_json::Value;

const CAMPAIGNS: usize = 500;
const RULES: u64 = 500;

fn main() {
    let now = rules::NOW.parse().expect("an instant");
    let near = Visitor::default();
    let campaigns = library::library(CAMPAIGNS);
    let (known, taken) = fastest(5, || overlaps(&campaigns, &near, now, &|| false));
    println!(
        "overlaps of {CAMPAIGNS} campaigns, {} pairs: {taken:.2?}; {} overlap, {} always lose, {} undetermined",
        CAMPAIGNS * (CAMPAIGNS - 1) / 2,
        known.pairs.len(),
        known.shadowed.len(),
        known.unsure.len()
    );
    let (_, taken) = fastest(5, || {
        campaigns
            .iter()
            .map(|campaign| examine(campaign, now).len())
            .sum::<usize>()
    });
    println!("examining each of them: {:.2?} a campaign", taken / CAMPAIGNS as u32);
    compared_with_z3(&near, now);
}

/// The shortest of several runs.
fn fastest<T>(runs: usize, mut run: impl FnMut() -> T) -> (T, Duration) {
    let timed = |run: &mut dyn FnMut() -> T| {
        let begun = Instant::now();
        let answer = run();
        (answer, begun.elapsed())
    };
    let mut best = timed(&mut run);
    for _ in 1..runs {
        let next = timed(&mut run);
        if next.1 < best.1 {
            best = next;
        }
    }
    best
}

/// How much work Z3 may put into a rule: some seconds.
const STEPS: u32 = 3_000_000;

/// The same rules, decided by both; for Z3 only the check counts, for the solver everything from the campaign to the visitor.
fn compared_with_z3(near: &Visitor, now: chrono::DateTime<chrono::Utc>) {
    let files: Vec<Value> = (0..RULES).map(rules::campaign).collect();
    let asked = ask::z3(&files, STEPS);
    let (mut ours, mut theirs, mut ratios) = (0.0, 0.0, Vec::new());
    for (file, asked) in files.iter().zip(&asked).filter(|(_, asked)| asked.answer != "unknown") {
        let campaign: Campaign = from_json(file.to_string().as_bytes()).expect("a campaign");
        let (_, taken) = fastest(3, || find_visitor(&campaign, near, now));
        let (own, other) = (taken.as_secs_f64() * 1e6, asked.microseconds as f64);
        ours += own;
        theirs += other;
        ratios.push(other / own);
    }
    ratios.sort_by(f64::total_cmp);
    let (count, median) = (ratios.len(), ratios[ratios.len() / 2]);
    println!(
        "{count} rules beside Z3: {:.0} µs each here, {:.0} µs there; {:.0} times as fast in all, {median:.0} times in the median",
        ours / count as f64,
        theirs / count as f64,
        theirs / ours
    );
}
