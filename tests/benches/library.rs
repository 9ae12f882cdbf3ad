//! A library as a large shop might have it: campaigns for pages and sections, returning visitors, languages, devices, plans, seasons.

use beckon::campaign::{Campaign, from_json};
use fastrand::Rng;
use serde_json::{Value, json};

const SECTIONS: [&str; 10] = [
    "pricing", "blog", "cart", "checkout", "support", "products", "account", "careers", "events", "partners",
];
const LANGUAGES: [&str; 8] = ["tr", "en", "en-GB", "de", "ja", "pt-BR", "fr", "ar"];
const ZONES: [&str; 5] = [
    "Europe/Istanbul",
    "Europe/Istanbul",
    "UTC",
    "America/New_York",
    "Asia/Tokyo",
];
const PLANS: [&str; 5] = ["trial", "free", "pro", "team", "enterprise"];
const BROWSERS: [&str; 4] = ["chrome", "safari", "edge", "firefox"];

/// Returns this many campaigns; the same every time.
pub fn library(count: usize) -> Vec<Campaign> {
    let mut rng = Rng::with_seed(500);
    (0..count).map(|index| campaign(&mut rng, index)).collect()
}

fn pick<T: Copy>(rng: &mut Rng, from: &[T]) -> T {
    from[rng.usize(0..from.len())]
}

/// True in this many of 100 cases.
fn often(rng: &mut Rng, percent: u8) -> bool {
    rng.u8(0..100) < percent
}

fn campaign(rng: &mut Rng, index: usize) -> Campaign {
    let mut conditions = Vec::new();
    if often(rng, 75) {
        conditions.push(page(rng));
    }
    if often(rng, 15) {
        conditions.push(json!({ "field": "current_page_url", "operator": "not_contains", "value": "/checkout" }));
    }
    for field in ["page_views", "visits", "conversation_count"] {
        if often(rng, 35) {
            conditions.push(count(rng, field));
        }
    }
    if often(rng, 25) {
        conditions.push(json!({ "field": "views", "operator": "less_than", "value": 1 + rng.u32(0..4) }));
    }
    if often(rng, 35) {
        conditions.push(language(rng));
    }
    if often(rng, 30) {
        let device = pick(rng, &["mobile", "tablet", "desktop"]);
        let operator = pick(rng, &["equals", "equals", "not_equals"]);
        conditions.push(json!({ "field": "device_type", "operator": operator, "value": device }));
    }
    if often(rng, 10) {
        let browsers = json!([pick(rng, &BROWSERS), pick(rng, &BROWSERS)]);
        conditions.push(json!({ "field": "browser", "operator": "one_of", "value": browsers }));
    }
    if often(rng, 35) {
        conditions.push(attribute(rng));
    }
    if often(rng, 15) {
        let month = rng.u32(1..13);
        conditions
            .push(json!({ "field": "last_seen", "operator": "on_or_later", "value": format!("2027-{month:02}-01") }));
        conditions
            .push(json!({ "field": "last_seen", "operator": "on_or_earlier", "value": format!("2027-{month:02}-21") }));
    }
    if often(rng, 30) {
        let either = [count(rng, "page_views"), attribute(rng), language(rng)];
        conditions.push(json!({ "any": either[..2 + rng.usize(0..2)] }));
    }
    if often(rng, 15) {
        conditions.push(json!({ "none": [attribute(rng), language(rng)] }));
    }
    // Campaigns for nearly everybody are rare: they would win over all others.
    while conditions.len() < 3 {
        conditions.push(if often(rng, 50) {
            attribute(rng)
        } else {
            count(rng, "visits")
        });
    }
    let activity = match rng.u8(0..10) {
        0..=3 => {
            json!([{ "field": "scroll_ratio", "operator": "at_least", "value": pick(rng, &[25, 40, 50, 75, 90]) }])
        }
        4 => json!([{ "field": "exit_screen", "operator": "equals", "value": true }]),
        _ => json!([]),
    };
    let cycle = pick(rng, &[Some("day"), Some("day"), Some("hour"), None]);
    let file = json!({
        "format": "beckon.campaign", "version": 1, "id": format!("campaign-{index:03}"), "name": format!("Campaign {index}"),
        "time_zone": pick(rng, &ZONES),
        "audience": { "all": conditions },
        "activity": { "join": "and", "conditions": activity },
        "schedule": { "repeat_cycle": cycle.map(|unit| json!({ "every": 1 + rng.u32(0..7), "unit": unit })), "priority": 1 + rng.u32(0..9) },
        "launched_at": format!("2026-11-{:02}T10:00:00Z", 1 + rng.u32(0..20)),
    });
    from_json(file.to_string().as_bytes()).expect("a campaign")
}

fn page(rng: &mut Rng) -> Value {
    let (section, number) = (pick(rng, &SECTIONS), rng.u32(0..12));
    let (operator, value) = match rng.u8(0..10) {
        0..=3 => ("equals", format!("https://www.example.com/{section}/{number}")),
        4 | 5 => ("starts_with", format!("https://www.example.com/{section}")),
        6 | 7 => ("contains", format!("/{section}/")),
        8 => ("matches", format!("*.example.com/{section}/*")),
        _ => ("equals", format!("shop.example.com/{section}")),
    };
    json!({ "field": "current_page_url", "operator": operator, "value": value })
}

fn count(rng: &mut Rng, field: &str) -> Value {
    let operator = pick(rng, &["greater_than", "at_least", "at_least", "less_than", "equals"]);
    json!({ "field": field, "operator": operator, "value": 1 + rng.u32(0..9) })
}

fn language(rng: &mut Rng) -> Value {
    if often(rng, 60) {
        return json!({ "field": "browser_language", "operator": "equals", "value": pick(rng, &LANGUAGES) });
    }
    let operator = pick(rng, &["one_of", "none_of"]);
    json!({ "field": "browser_language", "operator": operator, "value": [pick(rng, &LANGUAGES), pick(rng, &LANGUAGES)] })
}

fn attribute(rng: &mut Rng) -> Value {
    match rng.u8(0..5) {
        0..=2 => {
            json!({ "field": "custom", "key": "plan", "operator": pick(rng, &["equals", "not_equals"]), "value": pick(rng, &PLANS) })
        }
        3 => {
            json!({ "field": "custom", "key": "seats", "operator": pick(rng, &["greater_than", "less_than"]), "value": rng.u32(1..50) })
        }
        _ => {
            json!({ "field": "custom", "key": "city", "operator": "contains", "value": pick(rng, &["ank", "ist", "izm", "ber"]) })
        }
    }
}
