//! Which choices a search finds, best first, and which is nearest to words that find none.

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::Choice;
use crate::engine;

/// The form in which letters are compared: case and accents do not count, so that a search needs no other keyboard.
pub fn plain(text: &str) -> String {
    if text.is_ascii() {
        return engine::fold(text);
    }
    let parts = DecomposingNormalizerBorrowed::new_nfkd().normalize(text);
    let letters = parts.chars().filter(|letter| !('\u{300}'..='\u{36f}').contains(letter));
    engine::fold(&letters.collect::<String>()).replace('ı', "i")
}

/// Returns the indices of the choices that match `wanted`: names before other words and details, and beginnings of words before their
/// insides. Choices that match equally well keep their order; an empty search finds them all. Where nothing matches, those whose names
/// `wanted` abbreviates do, as `lnch` does *Launch*.
pub fn ranked(choices: &[Choice], wanted: &str) -> Vec<usize> {
    let wanted = plain(wanted.trim());
    let mut found: Vec<(u8, usize)> = choices
        .iter()
        .enumerate()
        .filter_map(|(place, choice)| Some((rank(choice, &wanted)?, place)))
        .collect();
    if found.is_empty() {
        let short = choices.iter().enumerate();
        let short = short.filter_map(|(place, choice)| Some((abbreviates(&wanted, &plain(&choice.label))?, place)));
        found = short.map(|(start, place)| (u8::from(start > 0), place)).collect();
    }
    found.sort_unstable_by_key(|(rank, place)| (choices[*place].last, *rank, *place));
    found.into_iter().map(|(_, place)| place).collect()
}

/// The letters from which an abbreviation is one: fewer are in too many names.
const SHORTEST: usize = 3;

/// Where the word of `text` begins with whose first letter `short` begins, if its other letters follow there in order.
fn abbreviates(short: &str, text: &str) -> Option<usize> {
    let letters: Vec<char> = short.chars().filter(|letter| !letter.is_whitespace()).collect();
    let (first, others) = letters.split_first().filter(|_| letters.len() >= SHORTEST)?;
    let follow = |mut rest: std::str::Chars<'_>| others.iter().all(|letter| rest.any(|other| other == *letter));
    let words = text.split_whitespace().filter(|word| word.starts_with(*first));
    let mut starts = words.map(|word| word.as_ptr() as usize - text.as_ptr() as usize);
    starts.find(|start| follow(text[*start + first.len_utf8()..].chars()))
}

/// Returns how well a choice matches, 0 being best; `None` if it does not.
fn rank(choice: &Choice, wanted: &str) -> Option<u8> {
    let (label, detail) = (plain(&choice.label), plain(&choice.detail));
    if label.starts_with(wanted) {
        return Some(0);
    }
    if begins_a_word(&label, wanted) {
        return Some(1);
    }
    // Several words may be apart and in any order.
    let every =
        |text: &str, is_found: fn(&str, &str) -> bool| wanted.split_whitespace().all(|word| is_found(text, word));
    let within: fn(&str, &str) -> bool = |text, word| text.contains(word);
    if every(&label, begins_a_word) {
        return Some(2);
    }
    if every(&label, within) {
        return Some(3);
    }
    if every(&plain(&choice.words), begins_a_word) {
        return Some(4);
    }
    if every(&detail, begins_a_word) {
        return Some(5);
    }
    every(&format!("{label} {detail}"), within).then_some(6)
}

/// The similarity of input and word, between 0 and 1, from which the input counts as a typing error.
const ALIKE: f64 = 0.6;

/// Returns the index of the choice whose name, or a word of it, is nearest to `wanted`; `None` when none is near.
pub(super) fn nearest(choices: &[Choice], wanted: &str) -> Option<usize> {
    let wanted = plain(wanted.trim());
    let likeness = |choice: &Choice| {
        let (label, words) = (plain(&choice.label), plain(&choice.words));
        let all = label.split_whitespace().chain(words.split_whitespace());
        all.chain([label.as_str()])
            .map(|word| strsim::normalized_damerau_levenshtein(word, &wanted))
            .fold(0.0, f64::max)
    };
    let near = choices.iter().map(likeness).enumerate();
    let near = near.filter(|(_, likeness)| *likeness >= ALIKE);
    // Of equals the first.
    let best = near.reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map(|(place, _)| place)
}

fn begins_a_word(text: &str, wanted: &str) -> bool {
    text.match_indices(wanted).any(|(at, _)| {
        text[..at]
            .chars()
            .next_back()
            .is_none_or(|before| !before.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviation_finds_what_nothing_else_does() {
        let choices = ["Go to Review & launch", "Launch", "Check the whole library", "Undo"].map(|label| Choice {
            label: label.to_owned(),
            ..Choice::default()
        });
        let cases: [(&str, &[usize]); 7] = [
            ("lnch", &[1, 0]),
            ("chklib", &[2]),
            ("chk lib", &[2]),
            ("whlib", &[2]),
            ("ln", &[]),
            ("aunh", &[]),
            ("lnchx", &[]),
        ];
        for (wanted, expected) in cases {
            assert_eq!(ranked(&choices, wanted), expected, "{wanted}");
        }
    }

    #[test]
    fn accents_do_not_count() {
        let choices = ["Türkiye", "İsviçre", "Sırbistan", "Réunion"].map(|label| Choice {
            label: label.to_owned(),
            ..Choice::default()
        });
        for (wanted, expected) in [("turk", 0), ("TÜRK", 0), ("isvicre", 1), ("sirb", 2), ("reunion", 3)] {
            assert_eq!(ranked(&choices, wanted), [expected], "{wanted}");
        }
    }

    #[test]
    fn names_come_before_details_and_beginnings_before_the_rest() {
        let choices = [
            ("Current Page URL", "The page that the visitor is on."),
            ("Number of Page View", "How often they opened this page."),
            ("Number of Visit", "How many pages they opened."),
            ("İlk Görülme", "İlk kez görüldüğü gün."),
            ("Custom Attribute", "What the site knows: revisits."),
        ]
        .map(|(label, detail)| Choice {
            label: label.to_owned(),
            detail: detail.to_owned(),
            ..Choice::default()
        });
        let cases: [(&str, &[usize]); 9] = [
            ("", &[0, 1, 2, 3, 4]),
            ("visit", &[2, 0, 4]),
            ("page", &[0, 1, 2]),
            ("number", &[1, 2]),
            ("visit number", &[2]),
            ("ilk", &[3]),
            ("İLK", &[3]),
            ("attr", &[4]),
            ("country", &[]),
        ];
        for (wanted, expected) in cases {
            assert_eq!(ranked(&choices, wanted), expected, "{wanted}");
        }
    }

    #[test]
    fn other_words_find_a_choice_after_names_and_before_details() {
        let choice = |label: &str, words: &str, detail: &str| Choice {
            label: label.to_owned(),
            words: words.to_owned(),
            detail: detail.to_owned(),
            ..Choice::default()
        };
        let choices = [
            choice("Page", "address", "A phone has small ones."),
            choice("Device Type", "phone mobile", ""),
            choice("Phone number", "", ""),
        ];
        assert_eq!(ranked(&choices, "phone"), [2, 1, 0]);
        assert_eq!(ranked(&choices, "mobile"), [1]);
    }

    #[test]
    fn a_slip_of_the_keys_finds_the_nearest() {
        let choice = |label: &str, words: &str| Choice {
            label: label.to_owned(),
            words: words.to_owned(),
            ..Choice::default()
        };
        let choices = [
            choice("Number of Visit", "pages"),
            choice("Browser Language", ""),
            choice("Custom", "country city"),
        ];
        let cases = [
            ("contry", Some(2)),
            ("langauge", Some(1)),
            ("BROSWER", Some(1)),
            ("vsit", Some(0)),
            ("browser langage", Some(1)),
            ("weather", None),
            ("x", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(nearest(&choices, typed), expected, "{typed}");
        }
    }
}
