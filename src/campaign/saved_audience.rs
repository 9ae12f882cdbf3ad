//! The file `NAME.audience.json`: an audience that several campaigns use by its name (`tests/specification/saved-audiences.md`).
//!
//! A campaign names it where a group could stand; [`Campaign::inlined`] puts its conditions there. A saved audience holds no other one, so that
//! nothing can go round in circles.

use std::collections::BTreeMap;

use serde_json::Value;

use super::extras::ObjectWriter;
use super::fault::Document;
use super::file::{ReadError, read_document};
use super::read::{ObjectReader, read_outermost};
use super::write::write_group;
use super::{Campaign, Extras, FileFault, Group, Joiner, Node};

/// The value of the key `format` of a saved audience.
pub const AUDIENCE_FORMAT: &str = "beckon.audience";
/// The newest version of the format that this program reads, and the one it writes.
pub const AUDIENCE_VERSION: u64 = 1;
/// The key of the description.
const DESCRIPTION: &str = "description";
/// The key of the conditions.
const AUDIENCE: &str = "audience";

/// An audience that several campaigns use.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SavedAudience {
    /// What people call it.
    pub name: String,
    /// What people should know about it.
    pub description: Option<String>,
    /// Who belongs to it. It holds no reference to another saved audience.
    pub audience: Group,
    /// Keys of the file that this version does not know.
    pub extras: Extras,
}

impl SavedAudience {
    /// Reads one.
    ///
    /// ```
    /// use beckon::campaign::SavedAudience;
    ///
    /// let file = br#"{ "format": "beckon.audience", "version": 1, "name": "Returning buyers", "audience": { "all": [
    ///     { "field": "visits", "operator": "at_least", "value": 2 } ] } }"#;
    /// let audience = SavedAudience::from_json(file)?;
    /// assert_eq!(audience.audience.count_conditions(), 1);
    ///
    /// // A saved audience within another is refused.
    /// let nested = br#"{ "format": "beckon.audience", "version": 1, "audience": { "all": [ { "saved": "others" } ] } }"#;
    /// let error = SavedAudience::from_json(nested).unwrap_err();
    /// assert_eq!(error.problems[0].message(), "a saved audience uses another one, `others`");
    /// # Ok::<(), beckon::campaign::ReadError>(())
    /// ```
    ///
    /// # Errors
    /// Every problem that keeps the file from being read completely, with line, column and remedy.
    pub fn from_json(bytes: &[u8]) -> Result<Self, ReadError> {
        read_document(bytes, Document::Audience, read_saved)
    }

    /// Returns it as a JSON value, keys in the order of the format.
    pub fn to_value(&self) -> Value {
        let mut object = ObjectWriter::new(&self.extras);
        object
            .put("format", AUDIENCE_FORMAT)
            .put("version", AUDIENCE_VERSION)
            .put("name", self.name.as_str())
            .put_some(DESCRIPTION, self.description.as_deref())
            .put(AUDIENCE, write_group(&self.audience));
        object.done()
    }

    /// Returns it as its file holds it: pretty-printed, a line end at the end.
    pub fn to_json(&self) -> String {
        // Values made of maps with text keys and finite numbers always print.
        let mut text = serde_json::to_string_pretty(&self.to_value()).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Returns its conditions as a group within a campaign's audience. Conditions that are all muted stay so, one level deeper, because whether
    /// that group is muted is for the campaign to say.
    pub(super) fn as_part(&self) -> Group {
        let group = Group {
            extras: Extras::default(),
            ..self.audience.clone()
        };
        match group.muted {
            true => Group::of(Joiner::All, vec![Node::Group(group)]),
            false => group,
        }
    }
}

fn read_saved(mut object: ObjectReader<'_>) -> SavedAudience {
    object.skip_header();
    let name = object.text("name").unwrap_or_default();
    let description = object.text(DESCRIPTION);
    let audience = object.object(AUDIENCE, read_outermost).unwrap_or_default();
    if let Some((path, nested)) = audience.references().first() {
        object.report(FileFault::NestedAudience(nested.name.clone()), audience.pointer(path));
    }
    SavedAudience {
        name,
        description,
        audience,
        extras: object.extras(),
    }
}

/// The saved audiences of a library, by the names that campaigns use: those of their files, without the ending.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SavedAudiences(BTreeMap<String, SavedAudience>);

impl SavedAudiences {
    /// Returns the audience of a name.
    pub fn get(&self, name: &str) -> Option<&SavedAudience> {
        self.0.get(name)
    }

    /// Adds an audience under a name, or replaces it.
    pub fn insert(&mut self, name: String, audience: SavedAudience) {
        self.0.insert(name, audience);
    }

    /// Takes an audience out.
    pub fn remove(&mut self, name: &str) -> Option<SavedAudience> {
        self.0.remove(name)
    }

    /// Returns them, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &SavedAudience)> {
        self.0.iter().map(|(name, audience)| (name.as_str(), audience))
    }

    /// Returns whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(String, SavedAudience)> for SavedAudiences {
    fn from_iter<I: IntoIterator<Item = (String, SavedAudience)>>(audiences: I) -> Self {
        SavedAudiences(audiences.into_iter().collect())
    }
}

impl Campaign {
    /// Returns this campaign with the conditions of saved audiences in the place of the references to them.
    pub fn inlined(&self, audiences: &SavedAudiences) -> Campaign {
        Campaign {
            audience: self.audience.inlined(audiences),
            ..self.clone()
        }
    }

    /// Returns the names of the saved audiences that it uses, each once, muted ones included.
    pub fn uses(&self) -> Vec<&str> {
        let mut names = Vec::new();
        for (_, saved) in self.audience.references() {
            if !names.contains(&saved.name.as_str()) {
                names.push(saved.name.as_str());
            }
        }
        names
    }
}
