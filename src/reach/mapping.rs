//! The mapping from a log's columns to what they say about its visitors.

use std::collections::{BTreeMap, BTreeSet};

use crate::campaign::{Bond, CATALOGUE, Campaign, Element, Field, FieldSpec, FieldType, Section};

use super::audience;
use crate::visitor::parameter_name;

/// One thing that a log can hold about a visitor.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    /// A field of the catalogue without keys, other than the date of this showing.
    Field(Field),
    /// The value of a field under a key: an attribute, a parameter, the count of an event.
    Keyed(Field, String),
    /// When the visitor was there, which is "today" for the row.
    Instant,
}

impl Slot {
    /// Returns the name by which people map it: the key of a visitor file, `custom.KEY` for what is stored under a key, `at` for the instant.
    pub fn name(&self) -> String {
        match self {
            Slot::Field(field) => field.spec().visitor_key.to_owned(),
            Slot::Keyed(field, key) => format!("{}.{key}", field.spec().visitor_key),
            Slot::Instant => "at".to_owned(),
        }
    }

    /// Returns the slot of a name; the catalogue's own names are accepted too.
    pub fn from_name(name: &str) -> Option<Slot> {
        match name {
            "at" => Some(Slot::Instant),
            _ => match Slot::keyed(name) {
                Some(slot) => Some(slot),
                None => {
                    let named = |spec: &&FieldSpec| spec.id == name || spec.visitor_key == name;
                    let spec = CATALOGUE.iter().find(named)?;
                    // The day of a row is that of its instant. In a visitor file, this name means something else.
                    if spec.bond == Bond::Present {
                        return (spec.id == name).then_some(Slot::Instant);
                    }
                    (!spec.kind.has_names()).then_some(Slot::Field(spec.field))
                }
            },
        }
    }

    /// Returns the slot of a name such as `custom.KEY`.
    fn keyed(name: &str) -> Option<Slot> {
        let (of, key) = name.split_once('.').filter(|(_, key)| !key.is_empty())?;
        let of = |spec: &&FieldSpec| spec.kind.has_names() && spec.visitor_key == of;
        let spec = CATALOGUE.iter().find(of)?;
        let key = match spec.kind {
            FieldType::Parameter => parameter_name(key),
            FieldType::Element => Element::of_identity(key).identity(),
            FieldType::Custom
            | FieldType::KeyedCount
            | FieldType::Url
            | FieldType::WholeNumber
            | FieldType::Language
            | FieldType::Choice
            | FieldType::Version
            | FieldType::Date
            | FieldType::Percent
            | FieldType::Flag
            | FieldType::Seconds => key.to_owned(),
        };
        Some(Slot::Keyed(spec.field, key))
    }

    /// Returns whether it belongs to the activity.
    pub(super) fn is_activity(&self) -> bool {
        match self {
            Slot::Field(field) | Slot::Keyed(field, _) => field.spec().section == Section::Activity,
            Slot::Instant => false,
        }
    }

    /// Returns the default name of its column.
    fn standard_column(&self) -> String {
        match self {
            // A bare key that is also a visitor's key would be ambiguous.
            Slot::Keyed(_, key) if Slot::from_name(key).is_none() => key.clone(),
            Slot::Field(_) | Slot::Keyed(..) | Slot::Instant => self.name(),
        }
    }

    /// Returns the column that most likely holds it.
    fn likely<'c>(&self, columns: &'c [String]) -> Option<&'c String> {
        let called = |name: &str| columns.iter().find(|column| *column == name);
        let like = |name: &str| {
            let name = plain(name);
            columns.iter().find(|column| !name.is_empty() && plain(column) == name)
        };
        match self {
            // A different meaning of "today" must not be guessed.
            Slot::Instant => called("at"),
            Slot::Keyed(_, key) => called(&self.name())
                .or_else(|| called(&self.standard_column()))
                .or_else(|| like(&self.name()))
                .or_else(|| like(&self.standard_column()))
                .or_else(|| like(&format!("attribute{key}"))),
            Slot::Field(field) => {
                let synonyms = field.spec().columns;
                called(&self.name())
                    .or_else(|| like(&self.name()))
                    .or_else(|| synonyms.iter().find_map(|name| like(name)))
            }
        }
    }
}

/// Returns a column's name without case, blanks, punctuation and the common prefixes of logs.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    let plain: String = letters.flat_map(char::to_lowercase).collect();
    let bare = ["visitor", "user"].iter().find_map(|prefix| plain.strip_prefix(prefix));
    bare.filter(|bare| !bare.is_empty())
        .map_or(plain.clone(), str::to_owned)
}

/// The columns of the slots.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    columns: BTreeMap<Slot, String>,
}

impl Mapping {
    /// Returns what a campaign asks about, in the catalogue's order, for mapping.
    pub fn slots(campaign: &Campaign) -> Vec<Slot> {
        audience::slots(campaign)
            .into_iter()
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect()
    }

    /// Returns the default columns, for a warehouse whose columns are not known here.
    ///
    /// The activity has none, since few warehouses record it, and neither has the instant.
    pub fn standard(campaign: &Campaign) -> Mapping {
        let slots = Mapping::slots(campaign).into_iter();
        let known = slots.filter(|slot| !slot.is_activity() && *slot != Slot::Instant);
        Mapping {
            columns: known.map(|slot| (slot.clone(), slot.standard_column())).collect(),
        }
    }

    /// Returns the columns that most likely hold what a campaign asks about, by their names.
    pub fn suggest(campaign: &Campaign, columns: &[String]) -> Mapping {
        let slots = Mapping::slots(campaign).into_iter();
        Mapping {
            columns: slots
                .filter_map(|slot| slot.likely(columns).cloned().map(|column| (slot, column)))
                .collect(),
        }
    }

    /// Returns the column of a slot.
    pub fn column(&self, slot: &Slot) -> Option<&str> {
        self.columns.get(slot).map(String::as_str)
    }

    /// Maps a slot to a column, or to none. An empty name is none.
    pub fn set(&mut self, slot: Slot, column: Option<String>) {
        match column.filter(|column| !column.is_empty()) {
            Some(column) => self.columns.insert(slot, column),
            None => self.columns.remove(&slot),
        };
    }

    /// Returns what is mapped, in the catalogue's order.
    pub fn iter(&self) -> impl Iterator<Item = (&Slot, &str)> {
        self.columns.iter().map(|(slot, column)| (slot, column.as_str()))
    }
}
