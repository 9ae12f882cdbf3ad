//! Calendar dates as people type them, in any language.

use chrono::NaiveDate;

use super::Language;
use super::number::MONTHS;
use super::text;
use crate::engine::trim;

/// Shortest beginning of a month's name that is recognised, in letters.
const SHORTEST_NAME: usize = 3;

/// Reads a date: `2026-12-01`, `1 December 2026`, `Dec 1st, 2026`, `1 Aralık 2026`, `1.12.2026` or `13/12/2026`.
///
/// Names are those of all languages, with or without Turkish letters. `None` for what is not a date or could be two: `1/12/2026` is a date only in
/// Turkish, since English readers disagree about which number is the month.
pub fn typed_date(text: &str, language: Language) -> Option<NaiveDate> {
    let plain = plain(trim(text));
    let dotted = plain.contains('.');
    let words: Vec<&str> = plain
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '/' | '-'))
        .filter(|word| !word.is_empty() && *word != "of")
        .collect();
    let [first, second, third] = *words.as_slice() else {
        return None;
    };
    if let Some(month) = month_named(second) {
        return date(year(third)?, month, day(first)?);
    }
    if let Some(month) = month_named(first) {
        return date(year(third)?, month, day(second)?);
    }
    if let Some(year) = year(first) {
        return date(year, number(second)?, number(third)?);
    }
    let (year, first, second) = (year(third)?, number(first)?, number(second)?);
    let day_first = date(year, second, first);
    let month_first = date(year, first, second);
    // Nobody puts the month first between dots.
    if dotted || language.grammar().day_comes_first() || day_first == month_first {
        return day_first;
    }
    match (day_first, month_first) {
        (Some(only), None) | (None, Some(only)) => Some(only),
        (Some(_), Some(_)) | (None, None) => None,
    }
}

/// Returns a text in lower case, with Turkish letters as the nearest English ones.
fn plain(text: &str) -> String {
    let letter = |c: char| match c {
        'ç' => 'c',
        'ğ' => 'g',
        'ı' => 'i',
        'ö' => 'o',
        'ş' => 's',
        'ü' => 'u',
        other => other,
    };
    crate::engine::fold(text).chars().map(letter).collect()
}

fn month_named(word: &str) -> Option<u32> {
    if word.len() < SHORTEST_NAME || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let of = |language: Language| {
        let named = |key: &&'static str| plain(text::word(language, key)).starts_with(word);
        MONTHS.iter().position(named)
    };
    let place = Language::ALL.into_iter().find_map(of)?;
    u32::try_from(place + 1).ok()
}

/// Reads a day of the month, perhaps with the ending of an English ordinal.
fn day(word: &str) -> Option<u32> {
    let bare = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending));
    number(bare.unwrap_or(word))
}

/// Reads one or two digits.
fn number(word: &str) -> Option<u32> {
    digits(word, 1..=2)?.parse().ok()
}

/// Reads four digits: two would leave the century open.
fn year(word: &str) -> Option<i32> {
    digits(word, 4..=4)?.parse().ok()
}

fn digits(word: &str, length: std::ops::RangeInclusive<usize>) -> Option<&str> {
    (length.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())).then_some(word)
}

fn date(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use chrono::Days;

    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let first = "2026-12-01";
        let cases = [
            ("2026-12-01", Some(first)),
            (" 2026-12-1 ", Some(first)),
            ("2026/12/01", Some(first)),
            ("1 December 2026", Some(first)),
            ("1st of December, 2026", Some(first)),
            ("December 1, 2026", Some(first)),
            ("Dec 1st 2026", Some(first)),
            ("1-dec-2026", Some(first)),
            ("1 Aralık 2026", Some(first)),
            ("1 ARALIK 2026", Some(first)),
            ("1 aralik 2026", Some(first)),
            ("1 Ara 2026", Some(first)),
            ("01.12.2026", Some(first)),
            ("3 Şubat 2027", Some("2027-02-03")),
            ("3 agustos 2027", Some("2027-08-03")),
            ("12 Sept. 2026", Some("2026-09-12")),
            ("13/12/2026", Some("2026-12-13")),
            ("12/13/2026", Some("2026-12-13")),
            ("5/5/2026", Some("2026-05-05")),
            ("1/12/2026", None),
            ("1/12/26", None),
            ("31 February 2026", None),
            ("1 Smarch 2026", None),
            ("1 2026", None),
            ("soon", None),
            ("", None),
        ];
        for (text, expected) in cases {
            let read = typed_date(text, Language::ENGLISH).map(|date| date.to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
        let turkish = typed_date("1/12/2026", Language::TURKISH).map(|date| date.to_string());
        assert_eq!(turkish.as_deref(), Some(first), "Turkish puts the day first");
    }

    #[test]
    fn what_sentences_write_is_read_back() {
        let start = date(2027, 1, 1).expect("a date");
        for date in (0..365).filter_map(|days| start.checked_add_days(Days::new(days))) {
            for language in Language::ALL {
                let written = crate::wording::number::date(date, language);
                assert_eq!(typed_date(&written, language), Some(date), "{written}");
            }
        }
    }
}
