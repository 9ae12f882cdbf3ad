//! Who reads a sentence: in which language, and in which time zone they live.

use chrono::{DateTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;

use super::Language;

/// The language and the time zone of the person who reads.
///
/// A time is written in the zone in which it counts. Where that zone is not the reader's, the time would be misread, so the zone's name follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    /// In which language to write.
    pub language: Language,
    /// Where the reader lives.
    pub zone: ReaderZone,
}

/// The time zone of a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReaderZone {
    /// It does not matter: no zone is named.
    Irrelevant,
    /// This one: others are named.
    Own(Tz),
    /// What is written may be read anywhere: every zone is named.
    Unknown,
}

impl Reader {
    /// Returns a reader who lives in `zone`.
    pub fn in_zone(language: Language, zone: Tz) -> Self {
        Self {
            language,
            zone: ReaderZone::Own(zone),
        }
    }

    /// Returns a reader of what is passed on, who may live anywhere.
    pub fn anywhere(language: Language) -> Self {
        Self {
            language,
            zone: ReaderZone::Unknown,
        }
    }

    /// Whether a time of `zone` shows another hour than the reader's clock at that instant, or may do so.
    pub fn is_elsewhere(self, zone: Tz, at: DateTime<Utc>) -> bool {
        let offset = |zone: Tz| zone.offset_from_utc_datetime(&at.naive_utc()).fix();
        match self.zone {
            ReaderZone::Irrelevant => false,
            ReaderZone::Own(own) => offset(own) != offset(zone),
            ReaderZone::Unknown => true,
        }
    }
}

impl From<Language> for Reader {
    fn from(language: Language) -> Self {
        Self {
            language,
            zone: ReaderZone::Irrelevant,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::instant;

    #[test]
    fn a_zone_is_named_where_its_clocks_differ_from_the_readers() {
        let cases = [
            // Both are three hours ahead.
            (
                "2026-11-28T05:55:00Z",
                Tz::Europe__Istanbul,
                Tz::Europe__Moscow,
                "28 November 2026, 08:55",
            ),
            // The reader's clocks have gone back an hour; in summer they agree with the campaign's.
            (
                "2026-11-28T05:55:00Z",
                Tz::Europe__Istanbul,
                Tz::Europe__Athens,
                "28 November 2026, 08:55 (Europe/Istanbul)",
            ),
            (
                "2026-07-01T05:55:00Z",
                Tz::Europe__Istanbul,
                Tz::Europe__Athens,
                "1 July 2026, 08:55",
            ),
            (
                "2026-11-28T05:55:00Z",
                Tz::UTC,
                Tz::Europe__Istanbul,
                "28 November 2026, 05:55 (UTC)",
            ),
        ];
        for (at, zone, own, expected) in cases {
            let at = at.parse().expect("an instant");
            assert_eq!(instant(at, zone, Reader::in_zone(Language::ENGLISH, own)), expected);
        }
        let at = "2026-11-28T05:55:00Z".parse().expect("an instant");
        assert_eq!(
            instant(at, Tz::Asia__Tokyo, Language::ENGLISH),
            "28 November 2026, 14:55"
        );
        let turkish = Reader::in_zone(Language::TURKISH, Tz::Europe__Istanbul);
        assert_eq!(
            instant(at, Tz::Asia__Tokyo, turkish),
            "28 Kasım 2026, 14:55 (Asia/Tokyo)"
        );
    }
}
