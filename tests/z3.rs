//! The solver compared with Z3: thousands of generated rules, each decided by both, Z3 with its own reading of the specification.
//!
//! Z3 is asked without any part of the solver: `z3/decide.py` builds its formulas from the campaign file.

#[allow(dead_code, reason = "the bench reads the times")]
mod ask;
mod rules;

use std::collections::BTreeMap;

use beckon::campaign::{Campaign, from_json};
use beckon::engine::explain;
use beckon::insight::{FindAnswer, find_visitor};
use beckon::visitor::Visitor;
use serde_json::Value;

/// How many rules both have to decide.
const RULES: usize = 2_000;
/// How much work Z3 may put into each. Nineteen of twenty rules need less than a tenth of it; of the others, half are not decided with ten times as
/// much either.
const STEPS: u32 = 200_000;
/// Slightly more, since a few of them are too hard for Z3.
const SEEDS: u64 = 2_060;

fn read(file: &Value) -> Campaign {
    from_json(file.to_string().as_bytes()).expect("well formed")
}

#[test]
fn both_say_the_same_of_every_rule() {
    let now = rules::NOW.parse().expect("an instant");
    let near = Visitor::default();
    let files: Vec<Value> = (0..SEEDS).map(rules::campaign).collect();
    let asked = ask::z3(&files, STEPS);
    let mut answers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (seed, (file, theirs)) in files.iter().zip(&asked).enumerate() {
        let campaign = read(file);
        let ours = find_visitor(&campaign, &near, now);
        *answers.entry(theirs.answer.as_str()).or_default() += 1;
        let fits = match (&ours, theirs.answer.as_str()) {
            (FindAnswer::Found(sighting), "sat" | "unknown") => {
                sighting.at >= now && explain(&campaign, &sighting.visitor, sighting.at).shown
            }
            (FindAnswer::Nobody(_), "unsat" | "unknown") => true,
            _ => false,
        };
        if !fits {
            wrong.push(format!(
                "seed {seed}: Z3 says {}, the solver {ours:?}\n{file}",
                theirs.answer
            ));
        }
    }
    let decided = answers.get("sat").unwrap_or(&0) + answers.get("unsat").unwrap_or(&0);
    assert!(
        wrong.is_empty(),
        "{} of {answers:?} differ:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(5)].join("\n\n")
    );
    assert!(decided >= RULES, "{answers:?}");
    // A test in which nothing, or everything, is impossible would show little.
    assert!(
        answers["sat"] * 3 > decided && answers["unsat"] * 3 > decided,
        "{answers:?}"
    );
}
