//! Times as people read and type them: `1:05`, `1 min 30 s`, `2 days`.

use crate::wording::{self, text::Text};

/// Units from large to small: seconds, the key of the text, and the spellings understood when typed, in every language.
const UNITS: [(f64, &str, &[&str]); 4] = [
    (86_400.0, "journey-days", &["d", "day", "days", "g", "gün"]),
    (3_600.0, "journey-hours", &["h", "hour", "hours", "sa", "saat"]),
    (
        60.0,
        "journey-minutes",
        &["m", "min", "minute", "minutes", "dk", "dakika"],
    ),
    (
        1.0,
        "journey-seconds",
        &["s", "sec", "second", "seconds", "sn", "saniye"],
    ),
];

/// A time on the axis: `1:05`, with tenths where there are any.
pub fn clock(seconds: f64) -> String {
    let tenths = (seconds.max(0.0) * 10.0).round();
    let whole = (tenths / 10.0).floor();
    let (hours, minutes, seconds) = ((whole / 3600.0).floor(), (whole / 60.0).floor() % 60.0, whole % 60.0);
    let rest = tenths - whole * 10.0;
    let rest = if rest > 0.0 { format!(".{rest}") } else { String::new() };
    if hours > 0.0 {
        format!("{hours}:{minutes:02}:{seconds:02}{rest}")
    } else {
        format!("{minutes}:{seconds:02}{rest}")
    }
}

/// Writes a duration in its two largest units.
pub fn write(seconds: f64, text: &Text) -> String {
    let mut left = (seconds.max(0.0) * 1e3).round() / 1e3;
    let mut words: Vec<String> = Vec::new();
    for (size, key, _) in UNITS {
        let smallest = size == 1.0;
        let count = if smallest {
            (left * 1e3).round() / 1e3
        } else {
            (left / size).floor()
        };
        left -= count * size;
        if (count > 0.0 || (smallest && words.is_empty())) && words.len() < 2 {
            // Only seconds have fractions, which are written as they are.
            let count = if count.fract() == 0.0 {
                count.into()
            } else {
                wording::decimal(count, text.language()).into()
            };
            words.push(text.tv(key, &[("count", count)]));
        }
    }
    words.join(" ")
}

/// Reads `typed` as seconds: a number of seconds, `1:30`, or numbers with units. `None` for anything else.
pub fn read(typed: &str) -> Option<f64> {
    let typed = typed.trim().to_lowercase().replace(',', ".");
    let seconds = if typed.contains(':') {
        on_clock(&typed)?
    } else if let Ok(seconds) = typed.parse::<f64>() {
        seconds
    } else {
        in_units(&typed)?
    };
    (seconds.is_finite() && seconds >= 0.0).then_some(seconds)
}

fn on_clock(typed: &str) -> Option<f64> {
    let mut seconds = 0.0;
    for part in typed.split(':') {
        let count: f64 = part.trim().parse().ok()?;
        seconds = seconds * 60.0 + count;
    }
    Some(seconds)
}

fn in_units(typed: &str) -> Option<f64> {
    if typed.is_empty() {
        return None;
    }
    let (mut seconds, mut rest) = (0.0, typed);
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !(c.is_ascii_digit() || c == '.'))?;
        let count: f64 = rest[..digits].parse().ok()?;
        let after = rest[digits..].trim_start();
        let letters = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
        let unit = UNITS.iter().find(|(_, _, words)| words.contains(&&after[..letters]))?;
        seconds += count * unit.0;
        rest = after[letters..].trim_start();
    }
    Some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;

    #[test]
    fn times_are_written_as_people_say_them() {
        let (english, turkish) = (Text::new(Language::ENGLISH), Text::new(Language::TURKISH));
        for (seconds, clocked, said, said_in_turkish) in [
            (0.0, "0:00", "0 s", "0 sn"),
            (3.5, "0:03.5", "3.5 s", "3,5 sn"),
            (90.0, "1:30", "1 min 30 s", "1 dk 30 sn"),
            (59.99, "1:00", "59.99 s", "59,99 sn"),
            (3_725.0, "1:02:05", "1 h 2 min", "1 sa 2 dk"),
            (86_400.0, "24:00:00", "1 day", "1 gün"),
            (180_000.0, "50:00:00", "2 days 2 h", "2 gün 2 sa"),
            (-4.0, "0:00", "0 s", "0 sn"),
        ] {
            assert_eq!(clock(seconds), clocked);
            assert_eq!(write(seconds, &english), said);
            assert_eq!(write(seconds, &turkish), said_in_turkish);
        }
    }

    #[test]
    fn what_is_written_is_read_and_nonsense_is_not() {
        for (typed, seconds) in [
            ("5", 5.0),
            (" 2,5 ", 2.5),
            ("1:30", 90.0),
            ("1:00:00", 3_600.0),
            ("1 min 30 s", 90.0),
            ("1dk", 60.0),
            ("2 Gün 2 sa", 180_000.0),
            ("1 day", 86_400.0),
        ] {
            assert_eq!(read(typed), Some(seconds), "{typed}");
        }
        for typed in [
            "",
            "soon",
            "-1",
            "1 fortnight",
            "nan",
            "inf",
            "1:x",
            "5 s x",
            "1e999",
            "٣",
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
