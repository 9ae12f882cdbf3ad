//! The JSON Schema (draft 2020-12) of the campaign file, made from the field catalogue.
//!
//! It describes drafts: the condition for a file to be readable. `insight` decides what a launch needs beyond that.

use serde_json::{Map, Value, json};

use super::catalogue::value_schema;
use super::file::{FORMAT, VERSION};
use super::{
    AUDIENCE_FORMAT, AUDIENCE_VERSION, CATALOGUE, ContentType, CycleUnit, Field, FieldSpec, FieldType, HoursIn, Join,
    LookKey, LookKind, Named, Operator, Platform, ReplyPlace, Section, Source, TextPart, Weekday, limits,
};

/// The keys of groups.
const JOINERS: [&str; 3] = ["all", "any", "none"];
/// The name of the schema's part for a saved audience within a group.
const SAVED: &str = "saved_audience";

/// Gives a field's name, and its meaning in one sentence.
pub type FieldWords<'a> = &'a dyn Fn(Field) -> [&'static str; 2];

/// Returns the JSON Schema of a saved audience, with these words about fields.
pub fn audience_schema(words_of: FieldWords<'_>) -> Value {
    let mut group = group();
    let node = json!({ "oneOf": [{ "$ref": "#/$defs/group" }, { "$ref": "#/$defs/condition" }] });
    // It holds no other saved audience.
    for (form, joiner) in group["oneOf"].as_array_mut().into_iter().flatten().zip(JOINERS) {
        form["properties"][joiner]["items"] = node.clone();
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:beckon:audience:1",
        "title": "Beckon audience",
        "description": "An audience that several campaigns use. Unknown keys are kept.",
        "type": "object",
        "required": ["format", "version"],
        "properties": {
            "format": { "const": AUDIENCE_FORMAT },
            "version": { "const": AUDIENCE_VERSION },
            "name": text(TextPart::Name),
            "description": { "type": "string" },
            "audience": { "$ref": "#/$defs/group" }
        },
        "$defs": {
            "group": group,
            "condition": { "oneOf": conditions(|_| true, words_of) }
        }
    })
}

/// Returns the JSON Schema of a campaign file, with these words about fields.
pub fn schema(words_of: FieldWords<'_>) -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:beckon:campaign:1",
        "title": "Beckon campaign",
        "description": "One proactive conversation. A draft may lack or half-fill anything; unknown keys are kept.",
        "type": "object",
        "required": ["format", "version"],
        "properties": {
            "format": { "const": FORMAT },
            "version": { "const": VERSION },
            "id": { "type": "string" },
            "name": text(TextPart::Name),
            "labels": {
                "type": "array",
                "maxItems": limits::LABELS,
                "items": { "type": "string", "minLength": 1 },
                "description": "What its makers sort it by, each at most 40 characters. Visitors cannot read them."
            },
            "platform": words::<Platform>("Where it is shown."),
            "time_zone": { "type": "string", "description": "IANA time zone in which \"today\" is taken." },
            "audience": {
                "$ref": "#/$defs/group",
                "description": "Who sees it. Without any condition, `{\"all\": []}`, everyone does."
            },
            "activity": { "$ref": "#/$defs/activity" },
            "content": { "$ref": "#/$defs/content" },
            "look": { "$ref": "#/$defs/look" },
            "schedule": { "$ref": "#/$defs/schedule" },
            "launcher_image": { "oneOf": [
                { "enum": ["current", "bot_profile"] },
                { "type": "object", "required": ["image"], "properties": { "image": { "type": "string" } } }
            ] },
            "launched_at": { "type": "string", "format": "date-time" },
            "expectations": { "type": "array", "items": { "$ref": "#/$defs/expectation" } }
        },
        "$defs": {
            "group": group(),
            SAVED: reference(),
            "condition": { "oneOf": conditions(|_| true, words_of) },
            "activity_condition": { "oneOf": conditions(|spec| spec.section == Section::Activity, words_of) },
            "activity": {
                "type": "object",
                "description": "When on the page: all of these, joined to the audience.",
                "properties": {
                    "join": words::<Join>("AND when missing."),
                    "conditions": { "type": "array", "items": { "$ref": "#/$defs/activity_condition" } }
                }
            },
            "content": content(),
            "look": look(),
            "expectation": expectation(),
            "visitor": visitor(),
            "hours": hours(),
            "schedule": {
                "type": "object",
                "properties": {
                    "repeat_cycle": { "oneOf": [{ "type": "null" }, {
                        "type": "object",
                        "properties": {
                            "every": { "type": "integer", "minimum": 1 },
                            "unit": words::<CycleUnit>("The unit.")
                        }
                    }] },
                    "message_delay": { "type": "number", "minimum": 0, "description": "Seconds." },
                    "closes_after": {
                        "type": ["number", "null"],
                        "exclusiveMinimum": 0,
                        "description": "Seconds after which a visible pop-up goes by itself; null for never."
                    },
                    "runs": {
                        "type": ["object", "null"],
                        "description": "From when until when it runs, on the clock of its zone; always when missing.",
                        "properties": {
                            "from": run_time("The first minute."),
                            "until": run_time("The first minute after the last.")
                        }
                    },
                    "hours": {
                        "type": "array",
                        "description": "At which hours of the week it may be shown; at all when missing.",
                        "items": { "$ref": "#/$defs/hours" }
                    },
                    "hours_in": words::<HoursIn>("Whose clock the hours are read from; the campaign's when missing."),
                    "only_in_hours": {
                        "type": "boolean",
                        "description": "Whether it may only be shown while somebody answers: in the hours of the site."
                    },
                    "priority": { "type": "integer", "description": "The lowest number goes first." }
                }
            }
        }
    })
}

fn run_time(description: &str) -> Value {
    let form = r"^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$";
    json!({ "type": ["string", "null"], "pattern": form, "description": format!("{description} Such as 2026-12-01T09:00.") })
}

fn hours() -> Value {
    let ids: Vec<_> = Weekday::ALL.iter().map(|day| day.id()).collect();
    let time = |description: &str| json!({ "type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d$", "description": description });
    json!({
        "type": "object",
        "properties": {
            "days": { "type": "array", "minItems": 1, "items": { "enum": ids }, "description": "The days on which they begin." },
            "from": time("The first minute, such as 09:00."),
            "until": time("The first minute after the last; on the next day, unless it is later than the first minute.")
        }
    })
}

/// Describes a text. JSON Schema counts code points; the description states what people count.
fn text(part: TextPart) -> Value {
    let limit = part.limit();
    let description = format!("At most {} characters, as a person counts them.", limit.characters);
    json!({ "type": "string", "maxLength": limit.code_points(), "description": description })
}

fn words<T: Named>(description: &str) -> Value {
    let ids: Vec<_> = T::ALL.iter().map(|word| word.id()).collect();
    json!({ "enum": ids, "description": description })
}

fn group() -> Value {
    let node = json!({ "oneOf": [
        { "$ref": "#/$defs/group" },
        { "$ref": "#/$defs/condition" },
        { "$ref": format!("#/$defs/{SAVED}") }
    ] });
    let forms: Vec<_> = JOINERS
        .iter()
        .map(|joiner| json!({ "required": [joiner], "properties": { *joiner: { "type": "array", "items": node } } }))
        .collect();
    json!({ "type": "object", "properties": { "muted": { "type": "boolean" } }, "oneOf": forms })
}

fn reference() -> Value {
    json!({
        "type": "object",
        "description": "A saved audience of the library: its conditions stand here.",
        "required": ["saved"],
        "not": { "required": ["field"] },
        "properties": {
            "saved": { "type": "string", "minLength": 1, "description": "The name of its file in the folder audiences, without .audience.json." },
            "muted": { "type": "boolean" }
        }
    })
}

fn conditions(wanted: fn(&FieldSpec) -> bool, words_of: FieldWords<'_>) -> Vec<Value> {
    CATALOGUE
        .iter()
        .filter(|spec| wanted(spec))
        .flat_map(|spec| forms_of(spec, words_of))
        .collect()
}

/// Returns a field's conditions, by what their operators take: a value, a list, or nothing.
fn forms_of(spec: &FieldSpec, words_of: FieldWords<'_>) -> Vec<Value> {
    let words = words_of(spec.field);
    let ids = |wanted: fn(&Operator) -> bool| -> Vec<&str> {
        spec.operators
            .iter()
            .filter(|operator| wanted(operator))
            .map(|operator| operator.id())
            .collect()
    };
    let value = value_schema(spec);
    let list = json!({ "type": "array", "minItems": 1, "items": value });
    let with_value = ids(|operator| operator.wants_value() && !operator.wants_list());
    let with_list = ids(|operator| operator.wants_list());
    let bare = ids(|operator| !operator.wants_value());
    let mut forms = vec![form(spec, words, with_value, Some(value))];
    if !with_list.is_empty() {
        forms.push(form(spec, words, with_list, Some(list)));
    }
    if !bare.is_empty() {
        forms.push(form(spec, words, bare, None));
    }
    forms
}

fn form(spec: &FieldSpec, [label, help]: [&str; 2], operators: Vec<&str>, value: Option<Value>) -> Value {
    let mut required = vec!["field", "operator"];
    let mut properties = Map::new();
    properties.insert("field".into(), json!({ "const": spec.id }));
    if spec.kind.has_keys() {
        required.push("key");
        properties.insert(
            "key".into(),
            json!({ "type": "string", "minLength": 1, "maxLength": limits::ATTRIBUTE_KEY }),
        );
    }
    properties.insert("operator".into(), json!({ "enum": operators }));
    if let Some(value) = value {
        required.push("value");
        properties.insert("value".into(), value);
    }
    properties.insert("muted".into(), json!({ "type": "boolean" }));
    json!({
        "type": "object",
        "title": label,
        "description": help,
        "required": required,
        "properties": properties
    })
}

fn content() -> Value {
    let mut properties = texts();
    properties.insert("type".into(), words::<ContentType>("What kind of pop-up it is."));
    properties.insert(
        "language".into(),
        language("In which it is written; the site's when missing."),
    );
    properties.insert(
        "translations".into(),
        json!({
            "type": "object",
            "description": "The same in other languages, by BCP 47 tag. What a language does not say is shown as the content itself says it.",
            "propertyNames": { "pattern": LANGUAGE },
            "additionalProperties": { "type": "object", "properties": texts() }
        }),
    );
    json!({ "type": "object", "properties": properties })
}

/// A well-formed language tag.
const LANGUAGE: &str = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$";

fn language(description: &str) -> Value {
    json!({ "type": "string", "pattern": LANGUAGE, "description": description })
}

/// Describes the texts and the picture: what every language has.
fn texts() -> Map<String, Value> {
    let texts = json!({
            "title": text(TextPart::Title),
            "subtitle": text(TextPart::Subtitle),
            "image": { "type": "string" },
            "image_dense": { "type": "string" },
            "image_alt": text(TextPart::ImageAlt),
            "button": button(TextPart::ButtonName, TextPart::ButtonMessage, TextPart::ButtonLink),
            "text": text(TextPart::Text),
            "user_say": text(TextPart::UserSay),
            "replies": {
                "type": "array",
                "description": "Quick replies of a rich card or a text; on a card they take the button's place. One without an action says its name.",
                "maxItems": ReplyPlace::ALL.len(),
                "items": button(
                    TextPart::ReplyName(ReplyPlace::First),
                    TextPart::ReplyMessage(ReplyPlace::First),
                    TextPart::ReplyLink(ReplyPlace::First),
                )
            },
            "preview_reply": text(TextPart::PreviewReply)
    });
    match texts {
        Value::Object(texts) => texts,
        _ => Map::new(),
    }
}

/// Describes a button, or a quick reply.
fn button(name: TextPart, message: TextPart, link: TextPart) -> Value {
    json!({
        "type": "object",
        "properties": {
            "name": text(name),
            "action": { "type": "object", "oneOf": [
                { "required": ["message"], "properties": { "message": text(message) } },
                { "required": ["link"], "properties": { "link": text(link) } }
            ] }
        }
    })
}

/// Describes how a pop-up looks.
fn look() -> Value {
    const COLOR: &str = "^\\s*#*([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})\\s*$";
    let described = |key: &LookKey| {
        let spec = key.spec();
        let mut value = match spec.kind {
            LookKind::Color(_) => json!({ "type": "string", "pattern": COLOR }),
            LookKind::ThemeColor => json!({ "type": ["string", "null"], "pattern": COLOR }),
            LookKind::Number { least, most, .. } => json!({ "type": "integer", "minimum": least, "maximum": most }),
            LookKind::Distances { most, .. } => json!({
                "type": "array", "minItems": 2, "maxItems": 2,
                "items": { "type": "integer", "minimum": 0, "maximum": most }
            }),
            LookKind::Flag(_) => json!({ "type": "boolean" }),
            LookKind::Choice { words, .. } => json!({ "enum": words }),
        };
        value["description"] = spec.about.into();
        value["default"] = spec.kind.usual();
        (spec.id.to_owned(), value)
    };
    json!({
        "type": "object",
        "description": "How it looks. Each value that is missing in a campaign follows the site's; in the site's own look, the usual one.",
        "properties": LookKey::ALL.iter().map(described).collect::<Map<_, _>>()
    })
}

fn expectation() -> Value {
    json!({
        "type": "object",
        "description": "A test: whether this visitor, at this instant, is to see the campaign.",
        "properties": {
            "name": { "type": "string", "maxLength": limits::TEST_NAME },
            "visitor": { "$ref": "#/$defs/visitor" },
            "at": { "type": "string", "format": "date-time" },
            "shown": { "type": "boolean" },
            "waived": { "type": "boolean", "description": "Its failing stops no launch." }
        }
    })
}

/// Describes a visitor, who has a key for every field that a condition can ask about, and one for quiet.
fn visitor() -> Value {
    let property = |spec: &FieldSpec| {
        let value = match spec.kind {
            FieldType::WholeNumber | FieldType::Percent | FieldType::Seconds => value_schema(spec),
            FieldType::Flag => json!({ "type": "boolean" }),
            FieldType::Date => json!({ "type": ["string", "null"], "format": "date-time" }),
            FieldType::Custom => json!({ "type": "object" }),
            FieldType::Parameter => json!({
                "type": "object",
                "description": "Written into the address that they belong to.",
                "additionalProperties": { "type": ["string", "number", "boolean"] }
            }),
            FieldType::KeyedCount => json!({ "type": "object", "additionalProperties": value_schema(spec) }),
            FieldType::Element => json!({ "type": "array", "items": value_schema(spec) }),
            FieldType::Url if spec.may_be_absent() => json!({ "type": ["string", "null"] }),
            FieldType::Choice if spec.source == Source::Server => json!({ "type": ["string", "null"] }),
            FieldType::Url | FieldType::Language | FieldType::Choice | FieldType::Version => {
                json!({ "type": "string" })
            }
        };
        (spec.visitor_key.to_owned(), value)
    };
    let mut properties: Map<_, _> = CATALOGUE.iter().map(property).collect();
    properties.insert(
        "languages".to_owned(),
        json!({
            "type": "array",
            "items": { "type": "string" },
            "description": "The languages that they prefer, as BCP 47 tags, in order; that of the browser alone when missing."
        }),
    );
    properties.insert(
        "time_zone".to_owned(),
        json!({
            "type": ["string", "null"],
            "description": "IANA time zone of the browser; the campaign's when missing."
        }),
    );
    properties.insert(
        "quiet_until".to_owned(),
        json!({
            "type": ["string", "null"],
            "format": "date-time",
            "description": "Until when nothing is shown, because a pop-up or the chat has just gone from the screen."
        }),
    );
    properties.insert(
        "last_session".to_owned(),
        json!({
            "type": "integer",
            "minimum": 0,
            "description": "In which of their sessions they were last shown the campaign; one before the present when missing."
        }),
    );
    properties.insert(
        "showings".to_owned(),
        json!({
            "type": "array",
            "description": "Which campaigns of the site they have been shown, as far as that may fill a rest.",
            "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["campaign", "at"],
                "properties": {
                    "campaign": { "type": "string" },
                    "at": { "type": "string", "format": "date-time" },
                    "session": { "type": ["integer", "null"], "minimum": 0, "description": "In which of their sessions; one before the present when missing." }
                }
            }
        }),
    );
    json!({
        "type": "object",
        "description": "Missing keys take the values of a first-time desktop visitor.",
        "additionalProperties": false,
        "properties": properties
    })
}
