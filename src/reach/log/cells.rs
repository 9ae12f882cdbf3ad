//! The values of one row, as the file holds them.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// One value of a row.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::reach) enum Cell<'r> {
    /// Nothing, or null.
    #[default]
    Missing,
    Text(Cow<'r, [u8]>),
    Whole(u64),
    Number(f64),
    Flag(bool),
    /// A list or an object.
    Nested,
}

impl<'r> Cell<'r> {
    /// Reads a value of a CSV file: an empty one counts as missing, and so does what databases write for null.
    pub(in crate::reach) fn of_csv(bytes: &'r [u8]) -> Cell<'r> {
        match bytes {
            b"" | b"\\N" => Cell::Missing,
            bytes => Cell::Text(Cow::Borrowed(bytes)),
        }
    }

    /// Returns the same value, without a copy of its text.
    pub(in crate::reach) fn borrowed(&self) -> Cell<'_> {
        match self {
            Cell::Missing => Cell::Missing,
            Cell::Text(bytes) => Cell::Text(Cow::Borrowed(bytes)),
            Cell::Whole(number) => Cell::Whole(*number),
            Cell::Number(number) => Cell::Number(*number),
            Cell::Flag(yes) => Cell::Flag(*yes),
            Cell::Nested => Cell::Nested,
        }
    }

    /// Returns the value for people to look at, cut short.
    pub(in crate::reach) fn shown(&self) -> String {
        let text = match self {
            Cell::Missing => String::new(),
            Cell::Text(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            Cell::Whole(number) => number.to_string(),
            Cell::Number(number) => number.to_string(),
            Cell::Flag(yes) => yes.to_string(),
            Cell::Nested => "a list or an object".to_owned(),
        };
        match text.char_indices().nth(40) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text,
        }
    }
}

/// Reads the values of some keys from a JSON object, in the order of the keys; `None` when it is not an object.
pub(in crate::reach) fn of_json<'r>(line: &'r [u8], keys: &[String]) -> Option<Vec<Cell<'r>>> {
    let mut cells = vec![Cell::Missing; keys.len()];
    let mut reader = serde_json::Deserializer::from_slice(line);
    let row = Row {
        keys,
        prefix: "",
        cells: &mut cells,
    };
    row.deserialize(&mut reader).ok()?;
    reader.end().ok()?;
    Some(cells)
}

/// A reader of an object, perhaps within another whose keys precede its own.
struct Row<'k, 'c, 'r> {
    keys: &'k [String],
    prefix: &'k str,
    cells: &'c mut [Cell<'r>],
}

impl<'r> DeserializeSeed<'r> for Row<'_, '_, 'r> {
    type Value = ();

    fn deserialize<D: Deserializer<'r>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'r> Visitor<'r> for Row<'_, '_, 'r> {
    type Value = ();

    fn expecting(&self, form: &mut fmt::Formatter<'_>) -> fmt::Result {
        form.write_str("an object")
    }

    fn visit_map<A: MapAccess<'r>>(self, mut object: A) -> Result<(), A::Error> {
        while let Some(key) = object.next_key_seed(KeyOf {
            keys: self.keys,
            prefix: self.prefix,
        })? {
            match key {
                Key::Wanted(index) => self.cells[index] = object.next_value_seed(OneCell)?,
                Key::Outer(name) => {
                    let prefix = format!("{}{name}.", self.prefix);
                    object.next_value_seed(Inner(Row {
                        keys: self.keys,
                        prefix: &prefix,
                        cells: self.cells,
                    }))?;
                }
                Key::Other => {
                    object.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

enum Key {
    Wanted(usize),
    /// A key that wanted keys begin with, followed by a dot.
    Outer(String),
    Other,
}

struct KeyOf<'k> {
    keys: &'k [String],
    prefix: &'k str,
}

impl<'r> DeserializeSeed<'r> for KeyOf<'_> {
    type Value = Key;

    fn deserialize<D: Deserializer<'r>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeyOf<'_> {
    type Value = Key;

    fn expecting(&self, form: &mut fmt::Formatter<'_>) -> fmt::Result {
        form.write_str("a key")
    }

    fn visit_str<E>(self, name: &str) -> Result<Key, E> {
        let mut outer = false;
        for (index, key) in self.keys.iter().enumerate() {
            let Some(rest) = key.strip_prefix(self.prefix).and_then(|inner| inner.strip_prefix(name)) else {
                continue;
            };
            if rest.is_empty() {
                return Ok(Key::Wanted(index));
            }
            outer |= rest.starts_with('.');
        }
        Ok(if outer { Key::Outer(name.to_owned()) } else { Key::Other })
    }
}

/// The value of a key that wanted keys begin with: an object, or anything else, which is ignored.
struct Inner<'k, 'c, 'r>(Row<'k, 'c, 'r>);

impl<'r> DeserializeSeed<'r> for Inner<'_, '_, 'r> {
    type Value = ();

    fn deserialize<D: Deserializer<'r>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'r> Visitor<'r> for Inner<'_, '_, 'r> {
    type Value = ();

    fn expecting(&self, form: &mut fmt::Formatter<'_>) -> fmt::Result {
        form.write_str("any value")
    }

    fn visit_map<A: MapAccess<'r>>(self, object: A) -> Result<(), A::Error> {
        self.0.visit_map(object)
    }

    fn visit_seq<A: SeqAccess<'r>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

struct OneCell;

impl<'r> DeserializeSeed<'r> for OneCell {
    type Value = Cell<'r>;

    fn deserialize<D: Deserializer<'r>>(self, deserializer: D) -> Result<Cell<'r>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'r> Visitor<'r> for OneCell {
    type Value = Cell<'r>;

    fn expecting(&self, form: &mut fmt::Formatter<'_>) -> fmt::Result {
        form.write_str("any value")
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Cell<'r>, E> {
        Ok(Cell::Flag(yes))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Cell<'r>, E> {
        Ok(Cell::Whole(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Cell<'r>, E> {
        Ok(Cell::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Cell<'r>, E> {
        Ok(Cell::Number(number))
    }

    fn visit_borrowed_str<E>(self, text: &'r str) -> Result<Cell<'r>, E> {
        Ok(Cell::Text(Cow::Borrowed(text.as_bytes())))
    }

    fn visit_str<E>(self, text: &str) -> Result<Cell<'r>, E> {
        Ok(Cell::Text(Cow::Owned(text.as_bytes().to_vec())))
    }

    fn visit_unit<E>(self) -> Result<Cell<'r>, E> {
        Ok(Cell::Missing)
    }

    fn visit_seq<A: SeqAccess<'r>>(self, mut list: A) -> Result<Cell<'r>, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Cell::Nested)
    }

    fn visit_map<A: MapAccess<'r>>(self, mut object: A) -> Result<Cell<'r>, A::Error> {
        while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Cell::Nested)
    }
}
