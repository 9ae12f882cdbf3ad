//! The campaign of ten conditions and its visitor, for whom all of them hold: every one has to be asked.

use beckon::campaign::{Campaign, from_json};
use beckon::visitor::Visitor;
use chrono::{DateTime, Utc};
use serde_json::json;

/// The campaign.
pub fn campaign() -> Campaign {
    let condition = |field: &str, operator: &str, value: serde_json::Value| json!({ "field": field, "operator": operator, "value": value });
    let file = json!({
        "format": "beckon.campaign", "version": 1, "id": "ten", "name": "Ten conditions", "time_zone": "Europe/Istanbul",
        "audience": { "all": [
            condition("current_page_url", "contains", json!("/pricing")),
            condition("page_views", "greater_than", json!(5)),
            condition("visits", "at_least", json!(10)),
            condition("views", "less_than", json!(3)),
            condition("clicks", "equals", json!(0)),
            condition("browser_language", "one_of", json!(["tr", "en"])),
            condition("browser", "equals", json!("chrome")),
            condition("device_type", "not_equals", json!("mobile")),
            condition("conversation_count", "at_most", json!(5)),
            json!({ "field": "custom", "key": "plan", "operator": "equals", "value": "trial" }),
        ] },
        "schedule": { "repeat_cycle": null, "message_delay": 0, "priority": 1 }
    });
    from_json(file.to_string().as_bytes()).expect("a campaign")
}

/// The visitor.
pub fn visitor() -> Visitor {
    let file = json!({
        "url": "https://www.example.com/products/pricing?utm_source=mail", "page_views": 6, "visits": 12, "views": 0, "clicks": 0,
        "browser_language": "en", "browser": "chrome", "browser_version": "131.0.6778", "device_type": "desktop",
        "conversation_count": 0, "custom": { "city": "Bursa", "plan": "trial" }
    });
    Visitor::from_json(&file.to_string()).expect("a visitor")
}

/// The instant.
pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_341_600, 0).expect("an instant")
}
