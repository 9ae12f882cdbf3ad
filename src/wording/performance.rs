//! What visitors did with a campaign, in numbers as each language writes them.

use super::text::{say, word};
use super::{Language, Reader, number};

/// Writes a count, with separated thousands: `1,204`.
pub fn count(count: u64, language: Language) -> String {
    number::count(count, language)
}

/// Writes an instant in the zone in which it counts, such as `23 November 2026, 10:00`; with the zone's name where it is not the reader's.
pub fn instant(instant: chrono::DateTime<chrono::Utc>, zone: chrono_tz::Tz, reader: impl Into<Reader>) -> String {
    number::instant(instant, zone, reader)
}

/// Writes a percentage: `40%`, `%40`.
pub fn percent(percent: f64, language: Language) -> String {
    number::percent(percent, language)
}

/// Writes a calendar date, such as `23 November 2026`.
pub fn day(day: chrono::NaiveDate, language: Language) -> String {
    number::date(day, language)
}

/// Writes `Shown 1,204 · clicked 96 (8.0%) · closed 310`. The share refers to the showings, and is left out without any.
pub fn performance(shown: u64, clicked: u64, closed: u64, language: Language) -> String {
    let [shown_words, clicked_words, closed_words] = [shown, clicked, closed].map(|n| number::count(n, language));
    let share = if shown > 0 {
        share(clicked, shown, language)
    } else {
        "none".to_owned()
    };
    let values = [
        ("shown", shown_words.as_str()),
        ("clicked", &clicked_words),
        ("share", &share),
        ("closed", &closed_words),
    ];
    say(language, "performance", &values)
}

/// Writes how often each quick reply was clicked: `“Yes, please” 40 · “Later” 12`; `None` without replies.
pub fn reply_counts<'n>(replies: impl IntoIterator<Item = (&'n str, u64)>, language: Language) -> Option<String> {
    let one = |(name, clicked)| format!("“{}” {}", number::tidy(name), number::count(clicked, language));
    let all: Vec<String> = replies.into_iter().map(one).collect();
    (!all.is_empty()).then(|| all.join(" · "))
}

/// Writes a share with one decimal: `8.0%`, `%8,0`.
pub fn share(part: u64, whole: u64, language: Language) -> String {
    let percent = part as f64 * 100.0 / whole as f64;
    let number = format!("{percent:.1}").replace('.', word(language, "number-point"));
    say(language, "number-percent", &[("number", &number)])
}

#[cfg(test)]
mod tests {
    use super::{Language, performance, reply_counts};

    #[test]
    fn replies_are_counted_by_their_names() {
        let counts = [("Yes, please", 1_040), ("Later", 0)];
        assert_eq!(
            reply_counts(counts, Language::ENGLISH).as_deref(),
            Some("“Yes, please” 1,040 · “Later” 0")
        );
        assert_eq!(reply_counts([], Language::TURKISH), None);
    }

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        for (counts, english, turkish) in [
            (
                (1204, 96, 310),
                "Shown 1,204 · clicked 96 (8.0%) · closed 310",
                "1.204 gösterim · 96 tıklama (%8,0) · 310 kapatma",
            ),
            (
                (0, 0, 0),
                "Shown 0 · clicked 0 · closed 0",
                "0 gösterim · 0 tıklama · 0 kapatma",
            ),
            (
                (3, 1, 1_000_000),
                "Shown 3 · clicked 1 (33.3%) · closed 1,000,000",
                "3 gösterim · 1 tıklama (%33,3) · 1.000.000 kapatma",
            ),
        ] {
            let (shown, clicked, closed) = counts;
            assert_eq!(performance(shown, clicked, closed, Language::ENGLISH), english);
            assert_eq!(performance(shown, clicked, closed, Language::TURKISH), turkish);
        }
    }
}
