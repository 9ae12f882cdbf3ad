//! The keys that a library's campaigns ask about: names of attributes, parameters and events.

use std::collections::BTreeMap;

use crate::campaign::{Activity, Campaign, Condition, Field, Group, Node};

/// Keys by their field, each once, in the order of the alphabet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownKeys(BTreeMap<Field, Vec<String>>);

impl KnownKeys {
    /// No keys.
    pub const NONE: &'static KnownKeys = &KnownKeys(BTreeMap::new());

    /// Returns the keys that a campaign's conditions ask about.
    pub(super) fn of_campaign(campaign: &Campaign) -> KnownKeys {
        let mut known = KnownKeys::default();
        known.read(&campaign.audience);
        let Activity { conditions, .. } = &campaign.activity;
        conditions.iter().for_each(|condition| known.take(condition));
        known
    }

    /// Adds others.
    pub(super) fn extend(&mut self, others: &KnownKeys) {
        for (field, keys) in &others.0 {
            keys.iter().for_each(|key| self.add(*field, key));
        }
    }

    /// Returns the keys of a field.
    pub fn of(&self, field: Field) -> &[String] {
        self.0.get(&field).map_or(&[], Vec::as_slice)
    }

    /// Returns the names of attributes.
    pub fn attributes(&self) -> &[String] {
        self.of(Field::Custom)
    }

    fn read(&mut self, group: &Group) {
        for child in &group.children {
            match child {
                Node::Group(inner) => self.read(inner),
                Node::Condition(condition) => self.take(condition),
                // Its own conditions are read with the library's audiences.
                Node::Saved(_) => {}
            }
        }
    }

    fn take(&mut self, condition: &Condition) {
        let field = condition.field.known().filter(|field| field.spec().keys.is_some());
        let key = condition.key.as_deref().map(str::trim).filter(|key| !key.is_empty());
        if let (Some(field), Some(key)) = (field, key) {
            self.add(field, key);
        }
    }

    fn add(&mut self, field: Field, key: &str) {
        let keys = self.0.entry(field).or_default();
        if let Err(place) = keys.binary_search_by(|known| known.as_str().cmp(key)) {
            keys.insert(place, key.to_owned());
        }
    }
}
