//! Keys that this version does not know, kept with their position, so that a save leaves them in place.

use serde_json::{Map, Value};

/// Unknown keys of one object of the file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Extras {
    entries: Vec<Extra>,
}

#[derive(Debug, Clone, PartialEq)]
struct Extra {
    /// The known key before it in the file; empty when it came first.
    after: String,
    key: String,
    value: Value,
}

impl Extras {
    /// Returns the value of an unknown key.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.entries
            .iter()
            .find(|extra| extra.key == key)
            .map(|extra| &extra.value)
    }

    /// Returns whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Returns the names of the unknown keys, in the order of the file.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|extra| extra.key.as_str())
    }

    /// Sets or replaces a key, which a save writes last when it is new.
    pub fn set(&mut self, key: &str, value: Value) {
        match self.entries.iter_mut().find(|extra| extra.key == key) {
            Some(extra) => extra.value = value,
            None => self.push("\u{0}", key.to_owned(), value),
        }
    }

    /// Removes a key and returns its value.
    pub fn remove(&mut self, key: &str) -> Option<Value> {
        let at = self.entries.iter().position(|extra| extra.key == key)?;
        Some(self.entries.remove(at).value)
    }

    pub(super) fn push(&mut self, after: &str, key: String, value: Value) {
        self.entries.push(Extra {
            after: after.to_owned(),
            key,
            value,
        });
    }
}

/// A writer of an object, key by key, which puts each unknown key after the known one that it followed.
pub(super) struct ObjectWriter<'a> {
    map: Map<String, Value>,
    extras: &'a Extras,
}

impl<'a> ObjectWriter<'a> {
    pub(super) fn new(extras: &'a Extras) -> Self {
        let mut writer = ObjectWriter {
            map: Map::new(),
            extras,
        };
        writer.follow("");
        writer
    }

    pub(super) fn put(&mut self, key: &str, value: impl Into<Value>) -> &mut Self {
        self.map.insert(key.to_owned(), value.into());
        self.follow(key);
        self
    }

    pub(super) fn put_some(&mut self, key: &str, value: Option<impl Into<Value>>) -> &mut Self {
        if let Some(value) = value {
            self.put(key, value);
        }
        self
    }

    /// Returns the object. Unknown keys whose neighbour is gone come last.
    pub(super) fn done(mut self) -> Value {
        for extra in &self.extras.entries {
            if !self.map.contains_key(&extra.key) {
                self.map.insert(extra.key.clone(), extra.value.clone());
            }
        }
        Value::Object(self.map)
    }

    fn follow(&mut self, key: &str) {
        for extra in self.extras.entries.iter().filter(|extra| extra.after == key) {
            self.map.insert(extra.key.clone(), extra.value.clone());
        }
    }
}
