//! The smallest case on which both engines still disagree.

use serde_json::Value;

use super::case::Case;
use super::rust;
use super::widget::Widget;

/// Removes whatever can be removed, until nothing more can.
pub fn smallest(case: &Case, widget: &mut Widget) -> Case {
    let mut small = case.clone();
    while let Some(smaller) = smaller(&small).into_iter().find(|smaller| disagree(smaller, widget)) {
        small = smaller;
    }
    small
}

fn disagree(case: &Case, widget: &mut Widget) -> bool {
    rust::answer(case) != widget.ask([case].into_iter()).remove(0)
}

/// Returns every case with one thing less, the large ones first.
fn smaller(case: &Case) -> Vec<Case> {
    let mut all = Vec::new();
    let mut with = |change: &dyn Fn(&mut Case)| {
        let mut smaller = case.clone();
        change(&mut smaller);
        all.push(smaller);
    };
    for index in 0..case.speeches.len() {
        with(&|case| {
            case.speeches.remove(index);
        });
    }
    for index in 0..case.probes.len() {
        with(&|case| case.probes = vec![case.probes[index].clone()]);
        with(&|case| {
            case.probes.remove(index);
        });
    }
    if case.probes.len() == 1 && all.len() > 1 {
        all.remove(0);
    }
    let mut with = |change: &dyn Fn(&mut Case)| {
        let mut smaller = case.clone();
        change(&mut smaller);
        all.push(smaller);
    };
    if !case.events.is_empty() || !case.campaigns.is_empty() {
        with(&|case| {
            case.events.clear();
            case.campaigns.clear();
            case.clock.clear();
            case.loads.clear();
        });
    }
    for index in 0..case.campaigns.len() {
        with(&|case| {
            case.campaigns.remove(index);
        });
    }
    for index in 0..case.events.len() {
        with(&|case| {
            case.events.remove(index);
            case.loads.retain(|load| *load != index);
            for load in case.loads.iter_mut().filter(|load| **load > index) {
                *load -= 1;
            }
        });
    }
    for index in 0..case.clock.len() {
        with(&|case| {
            case.clock.remove(index);
        });
    }
    if case.quiet != 30.0 {
        with(&|case| case.quiet = 30.0);
    }
    if !case.rests.is_null() {
        with(&|case| case.rests = Value::Null);
    }
    if !case.hours.is_null() {
        with(&|case| case.hours = Value::Null);
    }
    for index in 0..case.loads.len() {
        with(&|case| {
            case.loads.remove(index);
        });
    }
    for index in 0..case.campaigns.len() {
        for smaller in simpler(&case.campaigns[index]) {
            with(&|case| case.campaigns[index] = smaller.clone());
        }
    }
    for index in 0..case.probes.len() {
        for smaller in simpler(&case.probes[index].campaign) {
            with(&|case| case.probes[index].campaign = smaller.clone());
        }
        for smaller in simpler(&case.probes[index].visitor) {
            with(&|case| case.probes[index].visitor = smaller.clone());
        }
    }
    for smaller in simpler(&case.visitor) {
        with(&|case| case.visitor = smaller.clone());
    }
    all
}

/// Returns every value with one element or key less, at any depth.
fn simpler(value: &Value) -> Vec<Value> {
    let mut all = Vec::new();
    match value {
        Value::Object(map) => {
            for (key, inner) in map {
                if !["format", "version", "id", "field", "operator", "key"].contains(&key.as_str()) {
                    let mut less = map.clone();
                    less.shift_remove(key);
                    all.push(Value::Object(less));
                }
                for smaller in simpler(inner) {
                    let mut less = map.clone();
                    less.insert(key.clone(), smaller);
                    all.push(Value::Object(less));
                }
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                let mut less = items.clone();
                less.remove(index);
                all.push(Value::Array(less));
                for smaller in simpler(inner) {
                    let mut less = items.clone();
                    less[index] = smaller;
                    all.push(Value::Array(less));
                }
            }
        }
        _ => {}
    }
    all
}
