//! The description of the routes as served: `assets/api/openapi.json` with the campaign file's JSON Schema inserted.

use serde_json::{Map, Value};

use crate::campaign::schema;
use crate::wording::{Language, field_help, schema_label};

/// What the package brings along.
const DESCRIPTION: &str = include_str!("../../assets/api/openapi.json");
/// Where the parts of the campaign's schema go.
const SCHEMAS: &str = "#/components/schemas/";

/// The whole description.
pub(super) fn description() -> Value {
    let mut description: Value = serde_json::from_str(DESCRIPTION).unwrap_or_default();
    let mut campaign = schema(&|field| [schema_label(field), field_help(field, Language::ENGLISH)]);
    let parts = campaign.as_object_mut().and_then(|schema| {
        schema.remove("$schema");
        schema.remove("$id");
        schema.remove("$defs")
    });
    if let Some(schemas) = description
        .pointer_mut("/components/schemas")
        .and_then(Value::as_object_mut)
    {
        let parts = parts.as_ref().and_then(Value::as_object).into_iter().flatten();
        let named = parts.map(|(name, part)| (part_name(name), part.clone()));
        let mut all: Map<String, Value> = named.collect();
        all.insert("Campaign".into(), campaign);
        all.values_mut().for_each(lead_home);
        schemas.extend(all);
    }
    description
}

/// `content` as `CampaignContent`.
fn part_name(name: &str) -> String {
    let words = name.split('_').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    });
    format!("Campaign{}", words.collect::<String>())
}

/// Makes references to the schema's own parts lead to where these are now.
fn lead_home(value: &mut Value) {
    match value {
        Value::Object(map) => {
            if let Some(Value::String(reference)) = map.get_mut("$ref")
                && let Some(name) = reference.strip_prefix("#/$defs/")
            {
                *reference = format!("{SCHEMAS}{}", part_name(name));
            }
            map.values_mut().for_each(lead_home);
        }
        Value::Array(items) => items.iter_mut().for_each(lead_home),
        _ => {}
    }
}
