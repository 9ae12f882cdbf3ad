//! The only catalogue of what can be asked about a visitor; `tests/specification/fields.md` defines what each field means.
//!
//! It drives engine, solver, overlaps, logs, checks, sentences, schema, editor and tests: they ask for a field's kind, scope and bond, and name no
//! field. A new field of a known kind is one row in `table`, its place in the visitor, its words in each language, and the place where the widget
//! observes it.

mod operator;
mod table;

use serde_json::{Value, json};

use super::choices::Choice;
use super::{Named, limits};
pub use operator::{DayTest, Operator, Order, UrlTest};
pub use table::{CATALOGUE, Field};

/// The kind of values that a field has.
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
    /// Text under a key: a parameter of an address.
    Parameter,
    /// A whole number under a key, 0 where the key is missing.
    KeyedCount,
    /// Percent, 0 to 100.
    Percent,
    /// Yes.
    Flag,
    /// Seconds that have passed.
    Seconds,
    /// Something on a page, by its selector or its text ([`super::Element`]).
    Element,
}

impl FieldType {
    /// Returns whether there is one value under each key, so that a condition needs one.
    pub const fn has_keys(self) -> bool {
        match self {
            FieldType::Custom | FieldType::Parameter | FieldType::KeyedCount => true,
            FieldType::Url
            | FieldType::WholeNumber
            | FieldType::Language
            | FieldType::Choice
            | FieldType::Version
            | FieldType::Date
            | FieldType::Percent
            | FieldType::Flag
            | FieldType::Seconds
            | FieldType::Element => false,
        }
    }

    /// Returns whether a visitor has several values of it, each with a name: its key, or the identity of an element.
    pub const fn has_names(self) -> bool {
        self.has_keys() || matches!(self, FieldType::Element)
    }

    /// Returns whether its values are counted: whole numbers, 0 or more.
    pub fn is_counted(self) -> bool {
        matches!(self, FieldType::WholeNumber | FieldType::KeyedCount)
    }
}

/// Where a field is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// In the audience tree alone.
    Audience,
    /// In the audience tree and in the activity list: what happens on the page.
    Activity,
}

/// How long a field's value lasts, and what it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The open page: another page has another value.
    Page,
    /// The session: one coming to the site, on all pages and in all tabs, until half an hour has passed in which the visitor did nothing.
    Session,
    /// The visitor, on all pages of the site.
    Visitor,
    /// The visitor and one campaign: each campaign has its own value.
    Campaign,
}

/// Who knows a field's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// The browser, by itself or because the page says so.
    Browser,
    /// The backend that the script comes from, if it is told; elsewhere the value is unknown.
    Server,
}

/// The values that a field's value is bound to, so that they cannot be chosen independently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bond {
    /// It is not bound to any other.
    Free,
    /// Views of the page, at most the pages opened.
    PageViews,
    /// Pages opened on the whole site.
    PagesOpened,
    /// Sessions, each with at least one of the pages opened.
    Sessions,
    /// Pages opened in the present session; in the first session, these are all pages opened.
    SessionPages,
    /// Showings of the campaign, at least one with a first showing.
    Shown,
    /// Something done at most once for each showing of the campaign, such as a click.
    WithinShown,
    /// The day of the first showing, not after the last one.
    FirstShown,
    /// The present day.
    Present,
    /// The address in which it is written.
    Within(Field),
    /// Time that passes: nobody is inactive for longer than they are on the page, nor on the page for longer than on the site.
    Elapsed,
}

/// The keys under which a field has its values.
#[derive(Debug, Clone, Copy)]
pub struct Keys {
    /// One that shows what a key is.
    pub sample: &'static str,
    /// Those that mean the same on every website.
    pub known: &'static [&'static str],
}

/// One row of the catalogue: everything that is defined about a field.
#[derive(Debug, Clone, Copy)]
pub struct FieldSpec {
    /// The field.
    pub field: Field,
    /// The identifier in files. The keys of its texts are made from it.
    pub id: &'static str,
    /// Where it is offered.
    pub section: Section,
    /// The kind of its values.
    pub kind: FieldType,
    /// How long a value lasts, and what it belongs to.
    pub scope: Scope,
    /// Who knows a value.
    pub source: Source,
    /// The values that it is bound to.
    pub bond: Bond,
    /// The operators it takes, in the order in which people are offered them.
    pub operators: &'static [Operator],
    /// The values that people are offered; empty where they type their own.
    pub choices: &'static [Choice],
    /// The key of its value in a visitor file.
    pub visitor_key: &'static str,
    /// What its keys are called on websites; `None` for a field with one value.
    pub keys: Option<Keys>,
    /// The cost of any change of the value in the nearest change: what a visitor does on the page costs little, what they are costs much.
    pub weight: u32,
    /// Names that columns of logs give it, besides its id and its visitor key: only lower-case letters and digits.
    pub columns: &'static [&'static str],
    /// A value that shows its form, as JSON text.
    pub sample: &'static str,
}

// A field has keys exactly where its kind does.
const _: () = {
    let mut index = 0;
    while index < CATALOGUE.len() {
        assert!(CATALOGUE[index].keys.is_some() == CATALOGUE[index].kind.has_keys());
        index += 1;
    }
};

impl Field {
    /// How many fields there are.
    pub const COUNT: usize = CATALOGUE.len();

    /// Returns the row of the catalogue.
    pub fn spec(self) -> &'static FieldSpec {
        // The catalogue has the order of the enum; a test checks this.
        &CATALOGUE[self as usize]
    }
}

/// One thing for each field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ByField<T>([T; Field::COUNT]);

impl<T> ByField<T> {
    /// Makes one for each field.
    pub fn from_fn(mut make: impl FnMut(&'static FieldSpec) -> T) -> Self {
        Self(std::array::from_fn(|index| make(&CATALOGUE[index])))
    }
}

impl<T: Copy + Default> Default for ByField<T> {
    fn default() -> Self {
        Self([T::default(); Field::COUNT])
    }
}

impl<T> std::ops::Index<Field> for ByField<T> {
    type Output = T;

    #[inline]
    fn index(&self, field: Field) -> &T {
        &self.0[field as usize]
    }
}

impl<T> std::ops::IndexMut<Field> for ByField<T> {
    #[inline]
    fn index_mut(&mut self, field: Field) -> &mut T {
        &mut self.0[field as usize]
    }
}

impl FieldSpec {
    /// Returns whether it is the address of the open page.
    pub fn is_page_address(&self) -> bool {
        (self.kind, self.scope) == (FieldType::Url, Scope::Page)
    }

    /// Returns whether a visitor may have no value, which is more than a value that nobody knows: a condition can ask for it.
    pub fn may_be_absent(&self) -> bool {
        self.operators.contains(&Operator::IsSet)
    }

    /// Returns whether it is counted for each campaign separately.
    pub const fn is_campaign_count(&self) -> bool {
        matches!((self.kind, self.scope), (FieldType::WholeNumber, Scope::Campaign))
    }

    /// Returns a value that shows the form.
    pub fn sample_value(&self) -> Value {
        serde_json::from_str(self.sample).unwrap_or(Value::Null)
    }
}

const CAMPAIGN_COUNT: usize = {
    let (mut found, mut index) = (0, 0);
    while index < CATALOGUE.len() {
        found += CATALOGUE[index].is_campaign_count() as usize;
        index += 1;
    }
    found
};

/// The fields that are counted for each campaign separately.
pub const CAMPAIGN_COUNTS: [Field; CAMPAIGN_COUNT] = {
    let mut fields = [Field::CurrentPageUrl; CAMPAIGN_COUNT];
    let (mut found, mut index) = (0, 0);
    while index < CATALOGUE.len() {
        if CATALOGUE[index].is_campaign_count() {
            fields[found] = CATALOGUE[index].field;
            found += 1;
        }
        index += 1;
    }
    fields
};

/// The field that counts the showings of a campaign.
pub const SHOWINGS: Field = {
    let mut index = 0;
    while !matches!(CATALOGUE[index].bond, Bond::Shown) {
        index += 1;
    }
    CATALOGUE[index].field
};

/// The fields that count what is done at most once for each showing of a campaign.
pub const WITHIN_SHOWINGS: [Field; CAMPAIGN_COUNT - 1] = {
    let mut fields = [Field::CurrentPageUrl; CAMPAIGN_COUNT - 1];
    let (mut found, mut index) = (0, 0);
    while index < CATALOGUE.len() {
        if matches!(CATALOGUE[index].bond, Bond::WithinShown) {
            fields[found] = CATALOGUE[index].field;
            found += 1;
        }
        index += 1;
    }
    assert!(
        found == fields.len(),
        "every count of a campaign is bound to its showings"
    );
    fields
};

impl Named for Field {
    fn id(self) -> &'static str {
        self.spec().id
    }
}

/// Returns the JSON Schema of a finished value of a type.
pub(super) fn value_schema(spec: &FieldSpec) -> Value {
    match spec.kind {
        FieldType::WholeNumber | FieldType::KeyedCount => json!({ "type": "integer", "minimum": 0 }),
        FieldType::Percent => json!({ "type": "number", "minimum": 0, "maximum": 100 }),
        FieldType::Seconds => json!({ "type": "number", "minimum": 0 }),
        FieldType::Flag => json!({ "const": true }),
        FieldType::Element => element_schema(),
        FieldType::Date => json!({ "type": "string", "format": "date" }),
        FieldType::Version => json!({ "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)*$" }),
        FieldType::Choice => json!({ "enum": spec.choices.iter().map(|choice| choice.id).collect::<Vec<_>>() }),
        FieldType::Url => json!({ "type": "string", "minLength": 1, "maxLength": limits::CONDITION_ADDRESS }),
        FieldType::Language => json!({ "type": "string", "minLength": 1 }),
        FieldType::Custom | FieldType::Parameter => {
            json!({ "type": ["string", "number", "boolean"], "maxLength": limits::CONDITION_TEXT })
        }
    }
}

/// Returns the JSON Schema of an element of a page.
pub(super) fn element_schema() -> Value {
    let text = json!({ "type": "string", "minLength": 1, "maxLength": limits::CONDITION_TEXT });
    json!({ "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1,
        "properties": { "selector": text, "text": text } })
}
