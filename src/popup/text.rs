//! Preparation of texts for the preview: no control characters, no endless lengths; and the fonts and direction that they need.

use unicode_segmentation::UnicodeSegmentation;

/// Far beyond every limit of a text, yet short enough to keep a keystroke's picture quick.
const LONGEST: usize = 600;
/// A single "character" may carry thousands of combining marks; nothing readable needs so many code points.
const LONGEST_CLUSTER: usize = 24;

/// Returns the text as it is drawn: without control characters, line breaks as spaces, cut at 600 characters with an ellipsis for the rest.
pub(super) fn presentable(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(4 * LONGEST));
    let mut clusters = text.trim_end().graphemes(true);
    for cluster in clusters.by_ref().take(LONGEST) {
        out.extend(cluster.chars().take(LONGEST_CLUSTER).filter_map(drawn));
    }
    let shown = out.trim();
    if clusters.next().is_some() {
        return format!("{shown}…");
    }
    shown.to_owned()
}

fn drawn(c: char) -> Option<char> {
    match c {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        c if c.is_control() => None,
        // Interlinear annotation and tags outside emoji have no visible form; engines disagree on what to do with them.
        '\u{fff9}'..='\u{fffb}' => None,
        c => Some(c),
    }
}

/// Returns whether the first letter with a direction is written from right to left.
pub(super) fn is_right_to_left<'a>(texts: impl IntoIterator<Item = &'a str>) -> bool {
    texts.into_iter().flat_map(str::chars).find(|c| c.is_alphabetic()).is_some_and(|c| {
        matches!(u32::from(c), 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x10800..=0x10fff | 0x1e800..=0x1efff)
    })
}

/// The bundled fonts that a scene needs besides Inter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Scripts {
    pub arabic: bool,
    pub japanese: bool,
    pub emoji: bool,
}

impl Scripts {
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut found = Self::default();
        for c in texts.into_iter().flat_map(str::chars) {
            match u32::from(c) {
                0x600..=0x8ff | 0xfb50..=0xfdff | 0xfe70..=0xfeff => found.arabic = true,
                0x2e80..=0x9fff | 0xf900..=0xfaff | 0xff00..=0xffef | 0x20000..=0x3ffff => found.japanese = true,
                // Emoji are mixed with symbols; loading their font for an arrow costs time, but never gives a wrong picture.
                0xa9 | 0xae | 0x203c | 0x2049 | 0x20e3 | 0x2100..=0x2bff | 0x1f000..=0x1ffff => found.emoji = true,
                _ => {}
            }
        }
        // ㊗ ㊙ 〰 〽 are emoji among the Japanese characters.
        found.emoji |= found.japanese;
        found
    }

    /// Combines everything that either needs.
    pub fn or(self, other: Self) -> Self {
        Self {
            arabic: self.arabic || other.arabic,
            japanese: self.japanese || other.japanese,
            emoji: self.emoji || other.emoji,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_go_and_line_breaks_become_spaces() {
        assert_eq!(presentable(" a\u{0}b\u{7}\r\nc\td\u{9b}\u{2029}"), "ab  c d");
    }

    #[test]
    fn endless_texts_are_cut_between_characters() {
        assert_eq!(presentable(&"👩‍👩‍👧".repeat(100_000)), "👩‍👩‍👧".repeat(LONGEST) + "…");
        assert_eq!(
            presentable(&("a".repeat(LONGEST) + "\n ")),
            "a".repeat(LONGEST),
            "nothing to be read is cut"
        );
        let marks = format!("e{}", "\u{301}".repeat(100_000));
        assert_eq!(presentable(&marks).chars().count(), LONGEST_CLUSTER);
    }

    #[test]
    fn direction_is_that_of_the_first_letter() {
        for (texts, expected) in [
            (&["Hello"][..], false),
            (&["123 مرحبا hello"], true),
            (&["", "שלום"], true),
            (&["Hello مرحبا"], false),
            (&["!?", "12"], false),
            (&["こんにちは"], false),
        ] {
            assert_eq!(is_right_to_left(texts.iter().copied()), expected, "{texts:?}");
        }
    }

    #[test]
    fn only_the_needed_fonts_are_asked_for() {
        assert_eq!(Scripts::of(["Merhaba ığşöç İ ₺"]), Scripts::default());
        assert!(Scripts::of(["✨"]).emoji);
        assert!(Scripts::of(["日本"]).japanese);
        assert_eq!(
            Scripts::of(["مرحبا"]),
            Scripts {
                arabic: true,
                ..Scripts::default()
            }
        );
    }
}
