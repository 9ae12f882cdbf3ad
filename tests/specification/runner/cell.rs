//! The values in the cells of tables: compact JSON, spans of time, yes and no.

use serde_json::{Map, Value};

/// Returns the code in a cell, without its backticks.
pub fn code(cell: &str) -> &str {
    let bare = cell.strip_prefix('`').and_then(|cell| cell.strip_suffix('`'));
    bare.unwrap_or(cell).trim()
}

/// Reads `page_views: 3, custom: { plan: "trial" }, exit`, in its order. A key without a value is `true`, and `"x" × 5` is a text of five.
///
/// # Errors
/// Where it is malformed.
pub fn entries(cell: &str) -> Result<Vec<(String, Value)>, String> {
    let mut reader = Reader { rest: code(cell) };
    let entries = reader.entries(None)?;
    Ok(entries)
}

/// Reads the same as an object.
///
/// # Errors
/// Where it is malformed, or a key that occurs twice.
pub fn object(cell: &str) -> Result<Map<String, Value>, String> {
    let entries = entries(cell)?;
    let count = entries.len();
    let map: Map<String, Value> = entries.into_iter().collect();
    if map.len() == count {
        Ok(map)
    } else {
        Err("a key occurs twice".to_owned())
    }
}

struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn take(&mut self, sign: char) -> bool {
        self.skip();
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn entries(&mut self, end: Option<char>) -> Result<Vec<(String, Value)>, String> {
        let mut entries = Vec::new();
        loop {
            self.skip();
            match end {
                Some(end) if self.take(end) => return Ok(entries),
                None if self.rest.is_empty() => return Ok(entries),
                _ => {}
            }
            if !entries.is_empty() && !self.take(',') {
                return Err(format!("a comma is missing before `{}`", self.rest));
            }
            let key = self.key()?;
            let value = if self.take(':') {
                self.value()?
            } else {
                Value::Bool(true)
            };
            entries.push((key, value));
        }
    }

    fn key(&mut self) -> Result<String, String> {
        self.skip();
        if self.rest.starts_with('"') {
            let key = self.json()?;
            return Ok(key.as_str().unwrap_or_default().to_owned());
        }
        let is_bare = |letter: char| letter.is_alphanumeric() || "_./".contains(letter);
        let end = self.rest.find(|letter| !is_bare(letter)).unwrap_or(self.rest.len());
        let (key, rest) = self.rest.split_at(end);
        self.rest = rest;
        if key.is_empty() {
            return Err(format!("no key before `{rest}`"));
        }
        Ok(key.to_owned())
    }

    fn value(&mut self) -> Result<Value, String> {
        if self.take('{') {
            let entries = self.entries(Some('}'))?;
            return Ok(Value::Object(entries.into_iter().collect()));
        }
        if self.take('[') {
            let mut list = Vec::new();
            while !self.take(']') {
                if !list.is_empty() && !self.take(',') {
                    return Err(format!("a comma is missing before `{}`", self.rest));
                }
                list.push(self.value()?);
            }
            return Ok(Value::Array(list));
        }
        let value = self.json()?;
        match &value {
            Value::String(text) if self.take('×') => {
                let times = self.json()?.as_u64().ok_or("a number follows ×")?;
                Ok(text
                    .repeat(usize::try_from(times).map_err(|error| error.to_string())?)
                    .into())
            }
            _ => Ok(value),
        }
    }

    /// Reads a text, a number, `true`, `false` or `null`.
    fn json(&mut self) -> Result<Value, String> {
        self.skip();
        let mut values = serde_json::Deserializer::from_str(self.rest).into_iter::<Value>();
        let value = values.next().ok_or("a value is missing")?;
        let value = value.map_err(|error| format!("`{}`: {error}", self.rest))?;
        self.rest = &self.rest[values.byte_offset()..];
        Ok(value)
    }
}

/// Reads a span of time such as `1 d 2 h 5 min 3.5 s` in seconds; a bare number is seconds.
///
/// # Errors
/// When it is not a span of time.
pub fn seconds(cell: &str) -> Result<f64, String> {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let number = |word: &str| {
        word.parse::<f64>()
            .map_err(|_| format!("`{cell}` is not a span of time"))
    };
    if let [bare] = words[..] {
        return number(bare);
    }
    let mut all = 0.0;
    for pair in words.chunks(2) {
        let unit = match pair.get(1) {
            Some(&"d") => 86_400.0,
            Some(&"h") => 3_600.0,
            Some(&"min") => 60.0,
            Some(&"s") => 1.0,
            _ => return Err(format!("`{cell}` is not a span of time")),
        };
        all += number(pair[0])? * unit;
    }
    Ok(all)
}

/// Puts a value into an object: `content.title` is the title in the content.
pub fn set(base: &mut Value, path: &str, value: Value) {
    let mut place = base;
    for key in path.split('.') {
        if !place.is_object() {
            *place = Value::Object(Map::new());
        }
        let Value::Object(map) = place else { return };
        place = map.entry(key.to_owned()).or_insert(Value::Null);
    }
    *place = value;
}
