//! How pop-ups look: what a site decides for all of its campaigns, and what a campaign decides otherwise, value by value.

mod choices;
mod keys;
mod style;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde_json::Value;

pub use choices::{Align, CloseSign, Edge, Font, Motion, PagePlace, PictureLayout, TextSize, ThemeChoice};
pub use keys::{LookKey, LookKind, LookSpec, LookUnit};
pub use style::{Colors, READABLE, Style};

use super::Extras;

/// Chosen values of a look. Any may be missing: a campaign's then follow the site, a site's are the usual ones.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Look {
    /// As the file holds them: of the type that their key has, but perhaps out of its range.
    values: BTreeMap<LookKey, Value>,
    /// Keys of the file that this version does not know.
    pub extras: Extras,
}

impl Look {
    /// Returns a look in which every value is the usual one.
    pub fn usual() -> Look {
        let usual = LookKey::ALL.iter().map(|key| (*key, key.spec().kind.usual()));
        Look {
            values: usual.collect(),
            extras: Extras::default(),
        }
    }

    /// Returns a chosen value; `None` where it follows.
    pub fn get(&self, key: LookKey) -> Option<&Value> {
        self.values.get(&key)
    }

    /// Chooses a value, or lets it follow.
    pub fn set(&mut self, key: LookKey, value: Option<Value>) {
        match value {
            Some(value) => drop(self.values.insert(key, value)),
            None => drop(self.values.remove(&key)),
        }
    }

    /// Returns this look with a value chosen.
    #[must_use]
    pub fn with(mut self, key: LookKey, value: impl Into<Value>) -> Look {
        self.set(key, Some(value.into()));
        self
    }

    /// Returns what is chosen, in the order of the file.
    pub fn chosen(&self) -> impl Iterator<Item = (LookKey, &Value)> {
        self.values.iter().map(|(key, value)| (*key, value))
    }

    /// Returns whether it says nothing at all.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.extras.is_empty()
    }

    /// Returns this look without what is impossible or not known: what visitors get.
    pub fn possible(&self) -> Look {
        let possible = self.chosen().filter(|(key, value)| key.spec().kind.accepts(value));
        Look {
            values: possible.map(|(key, value)| (key, value.clone())).collect(),
            extras: Extras::default(),
        }
    }
}
