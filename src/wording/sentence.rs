//! Sentences made of spans, so that a screen can colour the values in them.

use std::fmt;

use super::Language;
use super::text::Text;

/// The first of the characters that stand for parts; Unicode reserves them for private use.
const STAND_INS: u32 = 0xE000;

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Whether it is a value that the sentence is about.
    pub emphasis: bool,
    /// Whether a person wrote it, so that its letters stay as they are.
    literal: bool,
}

/// A sentence, or part of one. `to_string` gives the plain words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sentence {
    /// The pieces, in order, blanks included.
    pub spans: Vec<Span>,
}

impl Sentence {
    /// Creates a sentence of plain words.
    pub fn plain(text: &str) -> Sentence {
        Sentence::of(text, false, false)
    }

    /// Creates emphasised words of the language.
    pub(super) fn strong(text: &str) -> Sentence {
        Sentence::of(text, true, false)
    }

    /// Creates an emphasised value that a person wrote.
    pub(super) fn value(text: &str) -> Sentence {
        Sentence::of(text, true, true)
    }

    /// Creates a word that a person wrote, without emphasis.
    pub(super) fn literal(text: &str) -> Sentence {
        Sentence::of(text, false, true)
    }

    fn of(text: &str, emphasis: bool, literal: bool) -> Sentence {
        Sentence {
            spans: vec![Span {
                text: text.to_owned(),
                emphasis,
                literal,
            }],
        }
    }

    /// Returns whether it has no words.
    pub fn is_empty(&self) -> bool {
        self.spans.iter().all(|span| span.text.is_empty())
    }

    /// Adds plain words.
    pub(super) fn say(&mut self, text: &str) -> &mut Self {
        self.add(&Sentence::plain(text))
    }

    /// Adds another sentence, joining neighbours of the same kind.
    pub(super) fn add(&mut self, other: &Sentence) -> &mut Self {
        for span in other.spans.iter().filter(|span| !span.text.is_empty()) {
            match self.spans.last_mut() {
                Some(last) if (last.emphasis, last.literal) == (span.emphasis, span.literal) => {
                    last.text.push_str(&span.text)
                }
                _ => self.spans.push(span.clone()),
            }
        }
        self
    }

    /// Fills the gaps of a template: each `{}` with the next part. Text between two `*` is emphasised. Parts are never read as template.
    pub(super) fn fill(template: &str, parts: &[&Sentence]) -> Sentence {
        let mut sentence = Sentence::default();
        let mut parts = parts.iter();
        for (index, piece) in template.split('*').enumerate() {
            let make = if index % 2 == 1 {
                Sentence::strong
            } else {
                Sentence::plain
            };
            for (gap, words) in piece.split("{}").enumerate() {
                if gap > 0
                    && let Some(part) = parts.next()
                {
                    sentence.add(part);
                }
                sentence.add(&make(words));
            }
        }
        sentence
    }

    /// Fills the places in the text of `key` with parts. Parts are never read as text of the language.
    pub(super) fn of_text(language: Language, key: &str, parts: &[(&str, &Sentence)]) -> Sentence {
        // Private characters stand for the parts until the text is split there; no text of the languages has any.
        let stand_in = |place: usize| char::from_u32(STAND_INS + place as u32).unwrap_or_default();
        let values: Vec<_> = parts
            .iter()
            .enumerate()
            .map(|(place, (name, _))| (*name, stand_in(place).to_string().into()))
            .collect();
        let mut sentence = Sentence::default();
        let mut words = String::new();
        for letter in Text::of(language).tv(key, &values).chars() {
            match (0..parts.len()).find(|place| stand_in(*place) == letter) {
                Some(place) => {
                    sentence.say(&std::mem::take(&mut words)).add(parts[place].1);
                }
                None => words.push(letter),
            }
        }
        sentence.say(&words);
        sentence
    }

    /// Joins several parts, with one word between them and another before the last.
    pub(super) fn list(parts: &[Sentence], between: &str, last: &str) -> Sentence {
        let mut sentence = Sentence::default();
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                sentence.say(if index + 1 == parts.len() { last } else { between });
            }
            sentence.add(part);
        }
        sentence
    }

    /// Returns the sentence with its first letter in upper case, as its language writes it; a person's value keeps its own.
    pub(super) fn capitalised(mut self, language: Language) -> Sentence {
        let Some(span) = self.spans.first_mut().filter(|span| !span.literal) else {
            return self;
        };
        let opening = span.text.len() - span.text.trim_start_matches(['(', '“', '"']).len();
        let (before, rest) = span.text.split_at(opening);
        if let Some(first) = rest.chars().next() {
            let upper = language.grammar().upper(first);
            span.text = format!("{before}{upper}{}", &rest[first.len_utf8()..]);
        }
        self
    }
}

/// Returns a text with its first letter in upper case, as its language writes it; a quotation at the beginning keeps its letters.
pub fn capitalised(text: &str, language: Language) -> String {
    if text.starts_with('“') {
        return text.to_owned();
    }
    Sentence::plain(text).capitalised(language).to_string()
}

/// Returns a text in lower case, as its language writes it.
pub fn lower_case(text: &str, language: Language) -> String {
    language.grammar().lower(text)
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.spans.iter().try_for_each(|span| f.write_str(&span.text))
    }
}
