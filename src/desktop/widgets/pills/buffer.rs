//! A text whose pills are one character each for the field that it is typed into.
//!
//! The text itself stays as it is written. A field gets it with a sign in the place of each pill; what is inserted or deleted there happens in the text.
//! Signs are remembered for as long as the field is, so that one that comes back, such as by the field's own way to undo, is the same pill again.

use std::{any::TypeId, cell::RefCell, ops::Range, rc::Rc};

use egui::{
    TextBuffer,
    text::{ByteIndex, CharIndex},
};

/// Finds the pills of a text: ranges of bytes, in order.
pub type Find = fn(&str) -> Vec<Range<usize>>;

/// The characters that stand for pills, of a plane that no script uses.
const SIGNS: Range<u32> = 0x10_0000..0x10_fffe;

/// What each sign stands for.
#[derive(Debug, Clone, Default)]
pub(super) struct Signs(Vec<String>);

impl Signs {
    /// What a sign stands for; `None` for any other character.
    pub(super) fn source(&self, sign: char) -> Option<&str> {
        let at = u32::from(sign).checked_sub(SIGNS.start)?;
        self.0.get(usize::try_from(at).ok()?).map(String::as_str)
    }

    /// The sign for a part of a text; the replacement character once there are more than signs.
    fn of(&mut self, source: &str) -> char {
        let at = self.0.iter().position(|known| known == source).unwrap_or_else(|| {
            self.0.push(source.to_owned());
            self.0.len() - 1
        });
        let sign = u32::try_from(at).ok().map(|at| SIGNS.start.saturating_add(at));
        let sign = sign.filter(|sign| SIGNS.contains(sign));
        sign.and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    fn put_plain(&mut self, shown: &mut String, part: &str) {
        for letter in part.chars() {
            // A text may have such a character of its own, which then stands for itself.
            let letter = match SIGNS.contains(&u32::from(letter)) {
                true => self.of(letter.encode_utf8(&mut [0; 4])),
                false => letter,
            };
            shown.push(letter);
        }
    }

    /// A text as a field gets it.
    pub(super) fn encode(&mut self, source: &str, find: Find) -> String {
        let mut shown = String::with_capacity(source.len());
        let mut from = 0;
        for range in find(source) {
            let (Some(plain), Some(pill)) = (source.get(from..range.start), source.get(range.clone())) else {
                continue;
            };
            self.put_plain(&mut shown, plain);
            shown.push(self.of(pill));
            from = range.end;
        }
        self.put_plain(&mut shown, source.get(from..).unwrap_or_default());
        shown
    }

    /// The text that is meant by what a field has.
    pub(super) fn decode(&self, shown: &str) -> String {
        let mut source = String::with_capacity(shown.len());
        for letter in shown.chars() {
            match self.source(letter) {
                Some(meant) => source.push_str(meant),
                None => source.push(letter),
            }
        }
        source
    }

    /// How many bytes of the text a character of the field stands for.
    fn bytes(&self, letter: char) -> usize {
        self.source(letter).map_or_else(|| letter.len_utf8(), str::len)
    }
}

/// A text that is typed into.
pub(super) struct PillBuffer<'a> {
    source: &'a mut String,
    pub(super) shown: String,
    /// Shared with what lays the text out, also while it is being changed.
    pub(super) signs: Rc<RefCell<Signs>>,
    find: Find,
    /// Most characters of the text.
    most: usize,
    /// Where the cursor belongs instead of where the field puts it: a pill may have come together before it.
    pub(super) moved: Option<usize>,
    /// Whether something was left out for which there was no room.
    pub(super) was_cut: bool,
}

impl<'a> PillBuffer<'a> {
    pub(super) fn new(source: &'a mut String, mut signs: Signs, find: Find, most: usize) -> Self {
        let shown = signs.encode(source, find);
        Self {
            source,
            shown,
            signs: Rc::new(RefCell::new(signs)),
            find,
            most,
            moved: None,
            was_cut: false,
        }
    }

    /// The bytes of the text before a character of the field.
    fn source_at(&self, index: usize) -> usize {
        let signs = self.signs.borrow();
        self.shown.chars().take(index).map(|letter| signs.bytes(letter)).sum()
    }

    /// The characters of the field before a byte of the text; one within a pill is behind it.
    fn shown_at(&self, byte: usize) -> usize {
        let signs = self.signs.borrow();
        let mut from = 0;
        let before = self.shown.chars().take_while(|letter| {
            let is_before = from < byte;
            from += signs.bytes(*letter);
            is_before
        });
        before.count()
    }

    /// The bytes of the text that a character of the field stands for.
    pub(super) fn range_of(&self, index: usize) -> Range<usize> {
        self.range_between(index, index + 1)
    }

    /// The bytes of the text between two places in the field.
    pub(super) fn range_between(&self, from: usize, to: usize) -> Range<usize> {
        self.source_at(from)..self.source_at(to)
    }

    /// Whether a character of the field is a pill.
    pub(super) fn is_pill(&self, index: usize) -> bool {
        let letter = self.shown.chars().nth(index);
        letter.is_some_and(|letter| self.signs.borrow().source(letter).is_some())
    }

    fn changed(&mut self) {
        self.shown = self.signs.borrow_mut().encode(self.source, self.find);
    }
}

impl TextBuffer for PillBuffer<'_> {
    fn is_mutable(&self) -> bool {
        true
    }

    fn as_str(&self) -> &str {
        &self.shown
    }

    fn insert_text(&mut self, text: &str, index: CharIndex) -> usize {
        let room = self.most.saturating_sub(self.source.chars().count());
        let whole = self.signs.borrow().decode(text);
        let meant = match whole.char_indices().nth(room) {
            Some((end, _)) => &whole[..end],
            None => &whole,
        };
        self.was_cut |= meant.len() < whole.len();
        let at = self.source_at(index.0);
        self.source.insert_str(at, meant);
        let end = at + meant.len();
        self.changed();
        let cursor = self.shown_at(end);
        self.moved = (cursor < index.0).then_some(cursor);
        cursor.saturating_sub(index.0)
    }

    fn delete_char_range(&mut self, range: Range<CharIndex>) {
        let (from, to) = (self.source_at(range.start.0), self.source_at(range.end.0));
        self.source.replace_range(from..to.max(from), "");
        self.changed();
        let cursor = self.shown_at(from);
        self.moved = (cursor != range.start.0).then_some(cursor);
    }

    fn byte_index_from_char_index(&self, index: CharIndex) -> ByteIndex {
        let byte = self.shown.char_indices().nth(index.0).map(|(byte, _)| byte);
        ByteIndex(byte.unwrap_or(self.shown.len()))
    }

    fn type_id(&self) -> TypeId {
        TypeId::of::<PillBuffer<'static>>()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Letters between angle brackets are a pill.
    fn find(text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(open) = text[from..].find('<').map(|at| from + at) {
            let Some(close) = text[open..].find('>').map(|at| open + at) else {
                break;
            };
            found.push(open..close + 1);
            from = close + 1;
        }
        found
    }

    fn buffer(source: &mut String) -> PillBuffer<'_> {
        PillBuffer::new(source, Signs::default(), find, 1_000)
    }

    #[test]
    fn a_pill_is_one_character_and_goes_as_one() {
        let mut text = "Hi <name>, ü".to_owned();
        let mut field = buffer(&mut text);
        assert_eq!(field.shown.chars().count(), 7);
        assert_eq!(field.range_of(3), 3..9);
        field.delete_char_range(CharIndex(3)..CharIndex(4));
        assert_eq!(text, "Hi , ü");
    }

    #[test]
    fn a_pill_that_is_typed_comes_together_behind_the_cursor() {
        let mut text = "Hi <name".to_owned();
        let mut field = buffer(&mut text);
        assert_eq!(field.insert_text(">", CharIndex(8)), 0);
        assert_eq!((field.shown.chars().count(), field.moved), (4, Some(4)));
        let mut text = "<a-b>".to_owned();
        let mut field = buffer(&mut text);
        assert_eq!(field.insert_text("x", CharIndex(1)), 1);
        assert_eq!(text, "<a-b>x");
    }

    #[test]
    fn what_is_copied_cut_and_put_back_is_the_text() {
        let mut text = "<a> and <b>".to_owned();
        let mut field = buffer(&mut text);
        let all = field.shown.clone();
        assert_eq!(field.signs.borrow().decode(&all), "<a> and <b>");
        field.replace_with("");
        assert!(field.shown.is_empty());
        field.replace_with(&all);
        assert_eq!(text, "<a> and <b>");
    }

    #[test]
    fn what_has_no_room_is_left_out_and_said() {
        let mut text = "abc".to_owned();
        let mut field = PillBuffer::new(&mut text, Signs::default(), find, 5);
        assert_eq!(field.insert_text("defg", CharIndex(3)), 2);
        assert!(field.was_cut);
        assert_eq!(text, "abcde");
    }

    proptest! {
        #[test]
        fn the_text_is_what_the_field_shows(
            mut text in "[a<> \u{100001}ü]{0,12}",
            steps in prop::collection::vec((0_usize..14, 0_usize..4, "[a<>\u{100002} ]{0,4}"), 0..6),
        ) {
            let mut field = buffer(&mut text);
            for (at, length, inserted) in steps {
                let count = field.shown.chars().count();
                let from = at.min(count);
                field.delete_char_range(CharIndex(from)..CharIndex((from + length).min(count)));
                let from = field.moved.take().unwrap_or(from);
                let moved = field.insert_text(&inserted, CharIndex(from));
                let cursor = field.moved.take().unwrap_or(from + moved);
                prop_assert!(cursor <= field.shown.chars().count());
                let meant = field.signs.borrow().decode(&field.shown);
                prop_assert_eq!(&meant, &*field.source);
            }
        }
    }
}
