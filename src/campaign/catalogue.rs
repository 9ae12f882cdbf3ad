//! The one catalogue of what can be asked about a visitor (SPEC 3).
//!
//! The editor, the checks, the sentences, the JSON Schema and the tests are driven by it: a new field is one entry here, one line in
//! the visitor, and one in the widget.

use serde_json::{Value, json};

use super::{Named, choices, limits};

/// What can be asked about a visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is described once, in CATALOGUE")]
pub enum Field {
    CurrentPageUrl,
    PageViews,
    Visits,
    Views,
    Clicks,
    BrowserLanguage,
    Browser,
    BrowserVersion,
    DeviceType,
    FirstSeen,
    LastSeen,
    ConversationCount,
    Custom,
    ScrollRatio,
    ExitScreen,
}

/// How a value is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the identifiers say it, SPEC 3 means it")]
pub enum Operator {
    Contains,
    NotContains,
    Equals,
    NotEquals,
    StartsWith,
    /// With `*` standing for any text.
    Matches,
    GreaterThan,
    LessThan,
    AtLeast,
    AtMost,
    OneOf,
    NoneOf,
    On,
    OnOrLater,
    OnOrEarlier,
    IsSet,
    IsNotSet,
}

/// What values a field has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldType {
    /// Text compared as a URL (WHATWG).
    Url,
    /// A whole number, 0 or more.
    WholeNumber,
    /// A BCP 47 language tag, covering its extensions.
    Language,
    /// One of the choices.
    Choice,
    /// Dotted numbers, compared by as many parts as are wanted.
    Version,
    /// A calendar date, `YYYY-MM-DD`.
    Date,
    /// Text, number or yes/no under a key.
    Custom,
    /// Percent, 0 to 100.
    Percent,
    /// Yes.
    Flag,
}

/// Where a field is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// In the audience tree.
    Audience,
    /// In the activity list.
    Activity,
}

/// One entry of the catalogue.
#[derive(Debug, Clone, Copy)]
pub struct FieldSpec {
    /// The field.
    pub field: Field,
    /// The identifier in files.
    pub id: &'static str,
    /// What people read, in English.
    pub label: &'static str,
    /// Where it is offered.
    pub section: Section,
    /// What values it has.
    pub kind: FieldType,
    /// The operators it takes, in the order in which people are offered them.
    pub operators: &'static [Operator],
    /// What it means, in one English sentence.
    pub help: &'static str,
    /// A value that shows the form, as JSON text.
    pub sample: &'static str,
}

const URL_OPERATORS: &[Operator] = &[
    Operator::Contains,
    Operator::NotContains,
    Operator::Equals,
    Operator::NotEquals,
    Operator::StartsWith,
    Operator::Matches,
];
const NUMBER_OPERATORS: &[Operator] = &[
    Operator::Equals,
    Operator::NotEquals,
    Operator::GreaterThan,
    Operator::LessThan,
    Operator::AtLeast,
    Operator::AtMost,
];
const CHOICE_OPERATORS: &[Operator] = &[Operator::Equals, Operator::NotEquals, Operator::OneOf, Operator::NoneOf];
const VERSION_OPERATORS: &[Operator] = &[
    Operator::Equals,
    Operator::NotEquals,
    Operator::GreaterThan,
    Operator::LessThan,
];
const DATE_OPERATORS: &[Operator] = &[Operator::On, Operator::OnOrLater, Operator::OnOrEarlier];
const CUSTOM_OPERATORS: &[Operator] = &[
    Operator::Equals,
    Operator::NotEquals,
    Operator::Contains,
    Operator::NotContains,
    Operator::GreaterThan,
    Operator::LessThan,
    Operator::IsSet,
    Operator::IsNotSet,
];

const fn audience(
    field: Field,
    id: &'static str,
    label: &'static str,
    kind: FieldType,
    operators: &'static [Operator],
    help: &'static str,
    sample: &'static str,
) -> FieldSpec {
    FieldSpec {
        field,
        id,
        label,
        section: Section::Audience,
        kind,
        operators,
        help,
        sample,
    }
}

/// Every field, in the order in which people are offered them.
pub const CATALOGUE: [FieldSpec; 15] = [
    audience(
        Field::CurrentPageUrl,
        "current_page_url",
        "Current Page URL",
        FieldType::Url,
        URL_OPERATORS,
        "The address of the page that the visitor is on.",
        r#""https://www.example.com/pricing""#,
    ),
    audience(
        Field::PageViews,
        "page_views",
        "Number of Page View",
        FieldType::WholeNumber,
        NUMBER_OPERATORS,
        "How often this visitor has opened this page, this time included.",
        "5",
    ),
    audience(
        Field::Visits,
        "visits",
        "Number of Visit",
        FieldType::WholeNumber,
        NUMBER_OPERATORS,
        "How many pages this visitor has opened on the whole site, this one included.",
        "10",
    ),
    audience(
        Field::Views,
        "views",
        "Number of View",
        FieldType::WholeNumber,
        NUMBER_OPERATORS,
        "How often this visitor has been shown this campaign, before now.",
        "3",
    ),
    audience(
        Field::Clicks,
        "clicks",
        "Number of Click",
        FieldType::WholeNumber,
        NUMBER_OPERATORS,
        "How often this visitor has clicked this campaign, before now.",
        "1",
    ),
    audience(
        Field::BrowserLanguage,
        "browser_language",
        "Browser Language",
        FieldType::Language,
        CHOICE_OPERATORS,
        "The language of the visitor's browser; Portuguese covers Portuguese (Brazil) too.",
        r#""tr""#,
    ),
    audience(
        Field::Browser,
        "browser",
        "Browser",
        FieldType::Choice,
        CHOICE_OPERATORS,
        "The visitor's browser.",
        r#""chrome""#,
    ),
    audience(
        Field::BrowserVersion,
        "browser_version",
        "Browser Version",
        FieldType::Version,
        VERSION_OPERATORS,
        "The version of the visitor's browser; 120 covers every 120.x.",
        r#""120""#,
    ),
    audience(
        Field::DeviceType,
        "device_type",
        "Device Type",
        FieldType::Choice,
        CHOICE_OPERATORS,
        "Phone, tablet or desktop computer.",
        r#""mobile""#,
    ),
    audience(
        Field::FirstSeen,
        "first_seen",
        "First Seen",
        FieldType::Date,
        DATE_OPERATORS,
        "The date on which this visitor first saw this campaign; today for one who has not.",
        r#""2026-12-01""#,
    ),
    audience(
        Field::LastSeen,
        "last_seen",
        "Last Seen",
        FieldType::Date,
        DATE_OPERATORS,
        "The date that this showing would have: today. \"On or earlier\" ends a campaign after that day.",
        r#""2026-12-31""#,
    ),
    audience(
        Field::ConversationCount,
        "conversation_count",
        "Conversation Count",
        FieldType::WholeNumber,
        NUMBER_OPERATORS,
        "How many conversations this visitor has had with the chatbot.",
        "1",
    ),
    audience(
        Field::Custom,
        "custom",
        "Custom",
        FieldType::Custom,
        CUSTOM_OPERATORS,
        "An attribute that your site tells the widget, such as plan or city.",
        r#""trial""#,
    ),
    FieldSpec {
        field: Field::ScrollRatio,
        id: "scroll_ratio",
        label: "Scroll Ratio",
        section: Section::Activity,
        kind: FieldType::Percent,
        operators: &[Operator::GreaterThan, Operator::AtLeast],
        help: "How far down this page the visitor has scrolled, in percent.",
        sample: "40",
    },
    FieldSpec {
        field: Field::ExitScreen,
        id: "exit_screen",
        label: "Exit Screen",
        section: Section::Activity,
        kind: FieldType::Flag,
        operators: &[Operator::Equals],
        help: "The visitor is about to leave: the pointer has left through the top edge of the page; on a phone or tablet, they flicked up fast near the top or switched to another tab.",
        sample: "true",
    },
];

impl Field {
    /// The entry of the catalogue.
    pub fn spec(self) -> &'static FieldSpec {
        // The catalogue stands in the order of the enum; a test holds it so.
        &CATALOGUE[self as usize]
    }
}

impl FieldSpec {
    /// A value that shows the form.
    pub fn sample_value(&self) -> Value {
        serde_json::from_str(self.sample).unwrap_or(Value::Null)
    }
}

impl Named for Field {
    const ALL: &'static [Self] = &[
        Field::CurrentPageUrl,
        Field::PageViews,
        Field::Visits,
        Field::Views,
        Field::Clicks,
        Field::BrowserLanguage,
        Field::Browser,
        Field::BrowserVersion,
        Field::DeviceType,
        Field::FirstSeen,
        Field::LastSeen,
        Field::ConversationCount,
        Field::Custom,
        Field::ScrollRatio,
        Field::ExitScreen,
    ];
    fn id(self) -> &'static str {
        self.spec().id
    }
}

impl Named for Operator {
    const ALL: &'static [Self] = &[
        Operator::Contains,
        Operator::NotContains,
        Operator::Equals,
        Operator::NotEquals,
        Operator::StartsWith,
        Operator::Matches,
        Operator::GreaterThan,
        Operator::LessThan,
        Operator::AtLeast,
        Operator::AtMost,
        Operator::OneOf,
        Operator::NoneOf,
        Operator::On,
        Operator::OnOrLater,
        Operator::OnOrEarlier,
        Operator::IsSet,
        Operator::IsNotSet,
    ];
    fn id(self) -> &'static str {
        match self {
            Operator::Contains => "contains",
            Operator::NotContains => "not_contains",
            Operator::Equals => "equals",
            Operator::NotEquals => "not_equals",
            Operator::StartsWith => "starts_with",
            Operator::Matches => "matches",
            Operator::GreaterThan => "greater_than",
            Operator::LessThan => "less_than",
            Operator::AtLeast => "at_least",
            Operator::AtMost => "at_most",
            Operator::OneOf => "one_of",
            Operator::NoneOf => "none_of",
            Operator::On => "on",
            Operator::OnOrLater => "on_or_later",
            Operator::OnOrEarlier => "on_or_earlier",
            Operator::IsSet => "is_set",
            Operator::IsNotSet => "is_not_set",
        }
    }
}

impl Operator {
    /// Whether the operator is compared with a value.
    pub fn wants_value(self) -> bool {
        !matches!(self, Operator::IsSet | Operator::IsNotSet)
    }

    /// Whether the value is a list.
    pub fn wants_list(self) -> bool {
        matches!(self, Operator::OneOf | Operator::NoneOf)
    }

    /// What people read, in English.
    pub fn label(self) -> &'static str {
        match self {
            Operator::Contains => "contains",
            Operator::NotContains => "does not contain",
            Operator::Equals => "equals",
            Operator::NotEquals => "does not equal",
            Operator::StartsWith => "starts with",
            Operator::Matches => "matches",
            Operator::GreaterThan => "greater than",
            Operator::LessThan => "less than",
            Operator::AtLeast => "at least",
            Operator::AtMost => "at most",
            Operator::OneOf => "is one of",
            Operator::NoneOf => "is none of",
            Operator::On => "on",
            Operator::OnOrLater => "on or later",
            Operator::OnOrEarlier => "on or earlier",
            Operator::IsSet => "is set",
            Operator::IsNotSet => "is not set",
        }
    }
}

/// The JSON Schema of a finished value of a type.
pub(super) fn value_schema(spec: &FieldSpec) -> Value {
    match spec.kind {
        FieldType::WholeNumber => json!({ "type": "integer", "minimum": 0 }),
        FieldType::Percent => json!({ "type": "number", "minimum": 0, "maximum": 100 }),
        FieldType::Flag => json!({ "const": true }),
        FieldType::Date => json!({ "type": "string", "format": "date" }),
        FieldType::Version => json!({ "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)*$" }),
        FieldType::Choice => json!({ "enum": choices(spec.field).iter().map(|choice| choice.id).collect::<Vec<_>>() }),
        FieldType::Url => json!({ "type": "string", "minLength": 1, "maxLength": limits::CONDITION_ADDRESS }),
        FieldType::Language => json!({ "type": "string", "minLength": 1 }),
        FieldType::Custom => {
            json!({ "type": ["string", "number", "boolean"], "maxLength": limits::CONDITION_TEXT })
        }
    }
}
