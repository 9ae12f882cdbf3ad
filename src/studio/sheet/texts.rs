//! What may stand in a pop-up besides what is written: the longest texts, fallbacks, no picture, another direction, larger letters.

use unicode_segmentation::UnicodeSegmentation as _;

use super::Subject;
use crate::{
    campaign::{Named, PictureLayout, text_length},
    popup::{PopupContent, Scale},
};

/// What a pop-up says, and how large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Texts {
    /// What the campaign says to the simulated visitor.
    AsWritten,
    /// Every text as long as it may be, in its own words.
    Longest,
    /// What it says to a visitor of whom nothing is known.
    NoDetails,
    /// As written, without the picture.
    NoPicture,
    /// Arabic of the same length.
    RightToLeft,
    /// As written, in a browser that is zoomed in to twice the size.
    Zoomed,
}

/// What the words of a stress text are taken from.
const ARABIC: &str = "مرحبا بك في متجرنا اكتشف أحدث العروض والخصومات على جميع المنتجات اليوم ونحن هنا لمساعدتك في العثور على ما تبحث عنه بسرعة وسهولة";

impl Named for Texts {
    fn id(self) -> &'static str {
        self.into()
    }
}

impl Texts {
    /// All of them, in the order of the sheet.
    pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

    /// Whether the campaign itself says this, so that another text of it changes the picture.
    pub const fn is_own(self) -> bool {
        match self {
            Self::AsWritten | Self::NoDetails | Self::NoPicture | Self::Zoomed => true,
            Self::Longest | Self::RightToLeft => false,
        }
    }

    /// How far the visitor has zoomed in.
    pub(super) fn zoom(self) -> Scale {
        match self {
            Self::AsWritten | Self::Longest | Self::NoDetails | Self::NoPicture | Self::RightToLeft => Scale::default(),
            Self::Zoomed => Scale::new(2.0),
        }
    }

    /// What the pop-up says.
    pub(super) fn of(self, subject: &Subject) -> PopupContent {
        let written = &subject.scene.content;
        match self {
            Self::AsWritten | Self::Zoomed => written.clone(),
            Self::Longest => longest(written),
            Self::NoDetails => subject.without_details.clone(),
            Self::NoPicture => without_picture(subject),
            Self::RightToLeft if written.is_right_to_left() => written.clone(),
            Self::RightToLeft => in_arabic(written),
        }
    }
}

fn without_picture(subject: &Subject) -> PopupContent {
    let mut content = subject.scene.content.clone();
    // A look without pictures shows none in any case.
    if let PopupContent::Rich { image, .. } = &mut content
        && subject.scene.style().picture != PictureLayout::None
    {
        *image = None;
    }
    content
}

fn longest(written: &PopupContent) -> PopupContent {
    let mut source = written.clone();
    let texts: Vec<String> = source.texts_mut().into_iter().map(|(_, text)| text.clone()).collect();
    let mut content = written.clone();
    for (part, text) in content.texts_mut() {
        *text = lengthened(text, part.limit().characters, &texts);
    }
    content
}

/// Goes on with words of `source`, which are of the same language, until no other fits. A text that is not there stays away.
fn lengthened(text: &str, limit: usize, source: &[String]) -> String {
    let mut out = text.trim_end().to_owned();
    let is_spaced = !out.chars().any(is_unspaced);
    let words: Vec<&str> = source
        .iter()
        .flat_map(|text| match is_spaced {
            true => text.split_whitespace().collect::<Vec<_>>(),
            false => text.unicode_words().collect(),
        })
        .collect();
    let gap = usize::from(is_spaced);
    let mut count = text_length(&out);
    let mut grows = count > 0;
    while grows {
        grows = false;
        for word in &words {
            let more = gap + text_length(word);
            if count + more <= limit && more > gap {
                if is_spaced {
                    out.push(' ');
                }
                out.push_str(word);
                count += more;
                grows = true;
            }
        }
    }
    out
}

/// Whether a letter is of a script that puts no spaces between words: Thai, Lao, Khmer, Kana, Han.
fn is_unspaced(letter: char) -> bool {
    matches!(u32::from(letter), 0xe00..=0xeff | 0x1780..=0x17ff | 0x3040..=0x30ff | 0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

fn in_arabic(written: &PopupContent) -> PopupContent {
    let mut content = written.clone();
    for (_, text) in content.texts_mut() {
        *text = arabic(text_length(text.trim()));
    }
    content
}

/// Arabic words, about so many characters; at least one, unless there are none.
fn arabic(length: usize) -> String {
    let mut out = String::new();
    let mut count = 0;
    for word in ARABIC.split_whitespace().cycle() {
        let more = text_length(word) + usize::from(count > 0);
        if length == 0 || (count > 0 && count + more > length) {
            return out;
        }
        if count > 0 {
            out.push(' ');
        }
        out.push_str(word);
        count += more;
    }
    out
}
