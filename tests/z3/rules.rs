//! Seeded random rules on which the solver and Z3 have to agree: every kind of field, nested groups, values so close together that many rules are
//! impossible. Shared by the test and the bench.

use fastrand::Rng;
use serde_json::{Value, json};

/// The instant of the questions; `decide.py` uses the same.
pub const NOW: &str = "2026-11-23T10:00:00Z";

const PAGES: [&str; 8] = [
    "https://www.example.com/",
    "https://www.example.com/pricing",
    "https://www.example.com/blog/news",
    "https://shop.example.com/cart?step=2",
    "www.example.com/pricing/",
    "shop.example.com/cart",
    "https://www.example.com/#/bags",
    "shop.example.com#/cart/?step=2",
];
const PARTS: [&str; 12] = [
    "pricing",
    "/blog/",
    "example.com",
    "https://",
    "shop.",
    "step=",
    "?",
    "/cart",
    "news",
    "zz",
    "#/",
    "/bags",
];
const BEGINNINGS: [&str; 7] = [
    "https://www.example.com",
    "https://shop.",
    "http://",
    "www.example.com/p",
    "shop.example.com/cart",
    "https://www.example.com/blog/",
    "https://www.example.com/#/",
];
const PATTERNS: [&str; 8] = [
    "*.example.com/*",
    "https://*/pricing",
    "https://www.example.com/*/news",
    "*cart*",
    "www.*.com/*",
    "*?step=*",
    "https://shop.example.com/*",
    "*#/*bags",
];
const TAGS: [&str; 6] = ["en", "en-US", "tr", "pt", "pt-BR", "ja"];
const BROWSERS: [&str; 7] = [
    "chrome",
    "safari",
    "edge",
    "firefox",
    "samsung_internet",
    "opera",
    "other",
];
const DEVICES: [&str; 3] = ["mobile", "tablet", "desktop"];
const SYSTEMS: [&str; 7] = ["windows", "macos", "linux", "chromeos", "android", "ios", "other"];
const VERSIONS: [&str; 6] = ["120", "120.1", "120.0.5", "121", "119.9", "0"];
const DAYS: [&str; 6] = [
    "2026-11-20",
    "2026-11-22",
    "2026-11-23",
    "2026-11-24",
    "2026-11-25",
    "2026-12-01",
];
const WORDS: [&str; 5] = ["trial", "trial plus", "pro", "gold", "al p"];
const LETTERS: [&str; 4] = ["tri", "plus", "al", "o"];

/// Returns a campaign with a random rule. The same seed always gives the same rule.
pub fn campaign(seed: u64) -> Value {
    let mut rng = Rng::with_seed(seed);
    let fields = Fields::choose(&mut rng);
    let conditions = 4 + rng.usize(0..10);
    let audience = group(&mut rng, &fields, "all", conditions, 3);
    let activity: Vec<Value> = (0..rng.usize(0..3)).map(|_| activity(&mut rng)).collect();
    let cycle = if rng.u8(0..3) == 0 {
        let unit = *pick(&mut rng, &["hour", "day"]);
        json!({ "every": rng.u32(1..4), "unit": unit })
    } else {
        Value::Null
    };
    json!({
        "format": "beckon.campaign", "version": 1, "id": format!("rule-{seed}"), "name": format!("Rule {seed}"),
        "time_zone": "UTC",
        "audience": audience,
        "activity": { "join": if rng.u8(0..5) == 0 { "or" } else { "and" }, "conditions": activity },
        "schedule": { "repeat_cycle": cycle },
    })
}

/// The fields that one rule asks about: few, so that its conditions meet.
struct Fields(Vec<u8>);

impl Fields {
    fn choose(rng: &mut Rng) -> Fields {
        let few = 2 + rng.usize(0..4);
        Fields((0..few).map(|_| rng.u8(0..21)).collect())
    }
}

fn pick<'a, T>(rng: &mut Rng, from: &'a [T]) -> &'a T {
    &from[rng.usize(0..from.len())]
}

/// Returns a group with about this many conditions.
fn group(rng: &mut Rng, fields: &Fields, joiner: &str, conditions: usize, depth: usize) -> Value {
    let mut children = Vec::new();
    let mut left = conditions.max(1);
    while left > 0 {
        if depth > 0 && left > 1 && rng.u8(0..3) == 0 {
            let inside = 2 + rng.usize(0..left - 1).min(3);
            let inner = *pick(rng, &["all", "any", "any", "any", "none"]);
            children.push(group(rng, fields, inner, inside, depth - 1));
            left = left.saturating_sub(inside);
        } else {
            children.push(condition(rng, fields));
            left -= 1;
        }
    }
    if rng.u8(0..20) == 0 {
        children.push(json!({ "all": [] }));
    }
    let mut group = json!({ joiner: children });
    if depth < 3 && rng.u8(0..25) == 0 {
        group["muted"] = json!(true);
    }
    group
}

fn condition(rng: &mut Rng, fields: &Fields) -> Value {
    let field = *pick(rng, &fields.0);
    let mut condition = match field {
        0 => count(rng, "page_views"),
        1 => count(rng, "visits"),
        2 => count(rng, "views"),
        3 => count(rng, "clicks"),
        4 => count(rng, "conversation_count"),
        5 => listed(rng, "browser_language", &TAGS),
        6 => listed(rng, "browser", &BROWSERS),
        7 => listed(rng, "device_type", &DEVICES),
        8 => {
            json!({ "field": "browser_version", "operator": pick(rng, &["equals", "not_equals", "greater_than", "less_than"]),
            "value": pick(rng, &VERSIONS) })
        }
        9 => date(rng, "first_seen"),
        10 => date(rng, "last_seen"),
        11 => page(rng),
        12 => text(rng, "custom", "plan"),
        14 => count(rng, "closes"),
        15 => count(rng, "sessions"),
        16 => count(rng, "session_pages"),
        13 => listed(rng, "operating_system", &SYSTEMS),
        17 => {
            let mut event = count(rng, "event");
            event["key"] = "add_to_cart".into();
            event
        }
        18 => text(rng, "landing_query", "utm_source"),
        19 => elapsed(rng),
        _ => number(rng),
    };
    match rng.u8(0..40) {
        0 => condition["muted"] = json!(true),
        // Unfinished, so that it does not take part.
        1 => condition["value"] = Value::Null,
        _ => {}
    }
    if condition["operator"]
        .as_str()
        .is_some_and(|operator| operator.starts_with("is_"))
    {
        condition.as_object_mut().map(|map| map.shift_remove("value"));
    }
    condition
}

fn count(rng: &mut Rng, field: &str) -> Value {
    let operator = *pick(
        rng,
        &[
            "equals",
            "not_equals",
            "greater_than",
            "less_than",
            "at_least",
            "at_most",
        ],
    );
    json!({ "field": field, "operator": operator, "value": rng.u32(0..5) })
}

fn listed(rng: &mut Rng, field: &str, from: &[&str]) -> Value {
    let operator = *pick(rng, &["equals", "not_equals", "one_of", "none_of"]);
    if operator.ends_with("equals") {
        return json!({ "field": field, "operator": operator, "value": pick(rng, from) });
    }
    let several: Vec<&str> = (0..1 + rng.usize(0..from.len())).map(|_| *pick(rng, from)).collect();
    json!({ "field": field, "operator": operator, "value": several })
}

fn date(rng: &mut Rng, field: &str) -> Value {
    json!({ "field": field, "operator": pick(rng, &["on", "on_or_later", "on_or_earlier"]), "value": pick(rng, &DAYS) })
}

fn page(rng: &mut Rng) -> Value {
    let (operator, value) = match rng.u8(0..6) {
        0 => ("contains", pick(rng, &PARTS)),
        1 => ("not_contains", pick(rng, &PARTS)),
        2 => ("equals", pick(rng, &PAGES)),
        3 => ("not_equals", pick(rng, &PAGES)),
        4 => ("starts_with", pick(rng, &BEGINNINGS)),
        _ => ("matches", pick(rng, &PATTERNS)),
    };
    json!({ "field": "current_page_url", "operator": operator, "value": value })
}

/// Returns a condition about a text under a key.
fn text(rng: &mut Rng, field: &str, key: &str) -> Value {
    let operator = *pick(
        rng,
        &[
            "equals",
            "not_equals",
            "contains",
            "not_contains",
            "is_set",
            "is_not_set",
        ],
    );
    let value = if operator.contains("contains") {
        pick(rng, &LETTERS)
    } else {
        pick(rng, &WORDS)
    };
    json!({ "field": field, "key": key, "operator": operator, "value": value })
}

/// Returns a custom attribute that is a number.
fn number(rng: &mut Rng) -> Value {
    let operator = *pick(
        rng,
        &[
            "equals",
            "not_equals",
            "greater_than",
            "less_than",
            "is_set",
            "is_not_set",
        ],
    );
    json!({ "field": "custom", "key": "seats", "operator": operator, "value": f64::from(rng.u32(0..8)) / 2.0 })
}

fn elapsed(rng: &mut Rng) -> Value {
    let field = *pick(rng, &["time_on_page", "time_on_site", "inactivity"]);
    json!({ "field": field, "operator": "at_least", "value": f64::from(rng.u32(0..5)) * 7.5 })
}

fn clicked(rng: &mut Rng) -> Value {
    let element = *pick(rng, &["selector", "text"]);
    json!({ "field": "clicked", "operator": "equals", "value": { element: pick(rng, &["buy", "a"]) } })
}

fn activity(rng: &mut Rng) -> Value {
    if rng.u8(0..6) == 0 {
        return clicked(rng);
    }
    if rng.u8(0..4) == 0 {
        return elapsed(rng);
    }
    if rng.u8(0..4) == 0 {
        return json!({ "field": "exit_screen", "operator": "equals", "value": true });
    }
    let operator = *pick(rng, &["greater_than", "at_least"]);
    let value = *pick(rng, &[0, 25, 99, 100]);
    json!({ "field": "scroll_ratio", "operator": operator, "value": value })
}
