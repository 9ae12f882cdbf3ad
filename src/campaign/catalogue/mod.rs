//! The one catalogue of what can be asked about a visitor; what each field means is in `tests/specification/fields.md`.
//!
//! Engine, solver, overlaps, logs, checks, sentences, schema, editor and tests are driven by it: they ask for a field's kind, scope and bond,
//! and name no field. A new field of a known kind is one row in `table`, its place in the visitor, its words in each language, and the
//! place where the widget observes it.

mod operator;
mod table;

use serde_json::{Value, json};

use super::choices::Choice;
use super::{Named, limits};
pub use operator::{DayTest, Operator, Order, UrlTest};
pub use table::{CATALOGUE, Field};

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

/// How long a field's value lasts, and whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The page that is open: another page has another value.
    Page,
    /// The visitor, on all pages of the site.
    Visitor,
    /// The visitor and one campaign: each campaign has its own value.
    Campaign,
}

/// Which values a field's value is bound to: they cannot be chosen freely of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bond {
    /// It is bound to no other.
    Free,
    /// Views of the page, at most the pages opened.
    PageViews,
    /// Pages opened on the whole site.
    PagesOpened,
    /// Showings of the campaign, at least one with a first showing.
    Shown,
    /// Something done at most once with each showing of the campaign, such as a click.
    WithinShown,
    /// The day of the first showing, not after the last one.
    FirstShown,
    /// The present day.
    Present,
}

/// One row of the catalogue: everything that is said of a field.
#[derive(Debug, Clone, Copy)]
pub struct FieldSpec {
    /// The field.
    pub field: Field,
    /// The identifier in files. The keys of its texts are made from it.
    pub id: &'static str,
    /// Where it is offered.
    pub section: Section,
    /// What values it has.
    pub kind: FieldType,
    /// How long a value lasts, and whose it is.
    pub scope: Scope,
    /// Which values it is bound to.
    pub bond: Bond,
    /// The operators it takes, in the order in which people are offered them.
    pub operators: &'static [Operator],
    /// The values that people are offered; empty where they type their own.
    pub choices: &'static [Choice],
    /// The key of its value in a visitor file.
    pub visitor_key: &'static str,
    /// What it costs in the nearest change that the value changes at all: what a visitor does on the page costs little, what they are costs much.
    pub weight: u32,
    /// What columns of logs call it, besides its id and its visitor key: lower case, letters and digits alone.
    pub columns: &'static [&'static str],
    /// A value that shows the form, as JSON text.
    pub sample: &'static str,
}

impl Field {
    /// How many fields there are.
    pub const COUNT: usize = CATALOGUE.len();

    /// The row of the catalogue.
    pub fn spec(self) -> &'static FieldSpec {
        // The catalogue stands in the order of the enum; a test holds it so.
        &CATALOGUE[self as usize]
    }
}

/// One thing for each field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ByField<T>([T; Field::COUNT]);

impl<T> ByField<T> {
    /// Makes each field's.
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
    /// Whether it is the address of the page that is open.
    pub fn is_page_address(&self) -> bool {
        (self.kind, self.scope) == (FieldType::Url, Scope::Page)
    }

    /// Whether it is counted for each campaign apart.
    pub const fn is_campaign_count(&self) -> bool {
        matches!((self.kind, self.scope), (FieldType::WholeNumber, Scope::Campaign))
    }

    /// A value that shows the form.
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

/// The fields that are counted for each campaign apart.
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

/// The fields that count what is done at most once with each showing of a campaign.
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

/// The JSON Schema of a finished value of a type.
pub(super) fn value_schema(spec: &FieldSpec) -> Value {
    match spec.kind {
        FieldType::WholeNumber => json!({ "type": "integer", "minimum": 0 }),
        FieldType::Percent => json!({ "type": "number", "minimum": 0, "maximum": 100 }),
        FieldType::Flag => json!({ "const": true }),
        FieldType::Date => json!({ "type": "string", "format": "date" }),
        FieldType::Version => json!({ "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)*$" }),
        FieldType::Choice => json!({ "enum": spec.choices.iter().map(|choice| choice.id).collect::<Vec<_>>() }),
        FieldType::Url => json!({ "type": "string", "minLength": 1, "maxLength": limits::CONDITION_ADDRESS }),
        FieldType::Language => json!({ "type": "string", "minLength": 1 }),
        FieldType::Custom => {
            json!({ "type": ["string", "number", "boolean"], "maxLength": limits::CONDITION_TEXT })
        }
    }
}
