//! Every finding of the checks' table is phrased in both languages; some are compared word for word.

use std::collections::BTreeSet;

use super::*;
use crate::campaign::Field;
use crate::insight::{Conflict, Problem, Relation, TextPart, every_finding};

#[test]
fn every_finding_says_what_is_the_matter_and_what_to_do() {
    for found in every_finding() {
        let [english, turkish] = Language::ALL.map(|language| finding(&found, language));
        for phrase in [&english, &turkish] {
            assert!(
                phrase.message.ends_with(['.', ')']),
                "{}: {}",
                found.code(),
                phrase.message
            );
            assert!(phrase.fix.chars().count() > 5, "{}: {}", found.code(), phrase.fix);
            for text in [&phrase.message, &phrase.fix] {
                assert!(
                    !text.contains('\n') && !text.contains("  ") && !text.contains("{}\""),
                    "{text}"
                );
                // Sentences never contain an identifier of the code or the file.
                assert!(!text.contains(found.code()) || !found.code().contains('_'), "{text}");
            }
        }
        assert_ne!(english.message, turkish.message, "{}", found.code());
    }
}

/// What follows from conditions taken together is stated with its reasons, for one place and for several.
#[test]
fn findings_about_several_conditions_say_why() {
    let conflict = |places: usize, because: &[Relation]| Conflict {
        places: (0..places).map(|index| format!("/audience/all/{index}")).collect(),
        because: because.to_vec(),
    };
    let within = [Relation::PageViewsWithinVisits];
    let problems = [
        Problem::NobodySees {
            conflict: conflict(2, &within),
        },
        Problem::NobodySees {
            conflict: conflict(1, &[Relation::TimePasses]),
        },
        Problem::NobodySees {
            conflict: conflict(3, &[]),
        },
        Problem::NobodySees {
            conflict: conflict(0, &[]),
        },
        Problem::AlwaysTrue { exclusions: true },
        Problem::AlwaysTrue { exclusions: false },
        Problem::DeadAlternative {
            conflict: conflict(2, &within),
        },
        Problem::DeadAlternative {
            conflict: conflict(1, &[]),
        },
        Problem::Redundant {
            by: vec!["/audience/all/1".into()],
        },
        Problem::Redundant {
            by: vec!["/audience/all/1".into(), "/audience/all/2".into()],
        },
        Problem::Redundant { by: Vec::new() },
    ];
    let mut said = BTreeSet::new();
    for problem in problems {
        let found = Finding {
            path: "/audience".into(),
            problem,
        };
        for language in Language::ALL {
            let Phrase { message, fix } = finding(&found, language);
            assert!(
                message.ends_with('.') && fix.ends_with('.') && !message.contains('/'),
                "{message} {fix}"
            );
            assert!(said.insert(message.clone()), "{message} is said of two things");
        }
    }
    let nobody = Finding {
        path: "/audience/all/0".into(),
        problem: Problem::NobodySees {
            conflict: conflict(2, &within),
        },
    };
    assert_eq!(
        finding(&nobody, Language::ENGLISH).message,
        "Nobody can ever see this campaign: 2 of its conditions rule each other out (nobody opens one page more often than all pages of the site together)."
    );
}

#[test]
fn some_findings_to_the_letter() {
    let cases = [
        (
            Problem::TooLong {
                part: TextPart::Title,
                length: 23,
                limit: 20,
            },
            [
                "The title has 23 characters; 20 fit. Shorten it by 3.",
                "Başlık 23 karakter; en fazla 20 karakter sığar. 3 karakter kısaltın.",
            ],
        ),
        (
            Problem::TokenWithoutFallback {
                part: TextPart::Text,
                key: "name".into(),
            },
            [
                "In the text, visitors without “name” see a gap. Add a fallback: {{name|…}}.",
                "Metin: “name” özelliği olmayan ziyaretçiler bir boşluk görür. Bir yedek ekleyin: {{name|…}}",
            ],
        ),
        (
            Problem::MissingValue {
                field: Field::PageViews,
            },
            [
                "Views of this page: the value is missing. Write a whole number, such as 3.",
                "Bu sayfayı açma sayısı: değer eksik. 3 gibi bir tam sayı yazın.",
            ],
        ),
        (
            Problem::EmptyAudience,
            [
                "The audience is an empty group. Add a condition, or choose Everyone.",
                "Hedef kitle boş bir grup. Bir koşul ekleyin veya Herkes’i seçin.",
            ],
        ),
        (
            Problem::UnknownChoice {
                field: Field::Browser,
                word: "Chrome".into(),
                meant: Some("chrome"),
            },
            [
                "Browser: “Chrome” is none of the choices. Choose Chrome.",
                "Tarayıcı: “Chrome” seçenekler arasında yok. Şunu seçin: Chrome",
            ],
        ),
    ];
    for (problem, wanted) in cases {
        let found = Finding {
            path: String::new(),
            problem,
        };
        let said = Language::ALL.map(|language| {
            let phrase = finding(&found, language);
            format!("{} {}", phrase.message, phrase.fix)
        });
        assert_eq!(said, wanted);
    }
}

/// Returns the finding about a visitor who is expected to see the campaign or not, in words.
fn both_languages(condition: &str, expectation: &str) -> [String; 2] {
    let file = format!(
        r#"{{ "format": "beckon.campaign", "version": 1, "time_zone": "Europe/Istanbul", "audience": {{ "all": [{condition}] }},
        "schedule": {{ "repeat_cycle": {{ "every": 1, "unit": "day" }} }},
        "expectations": [{{ "at": "2026-11-22T10:00:00Z", {expectation} }}] }}"#
    );
    let campaign = crate::campaign::from_json(file.as_bytes()).expect("well formed");
    let findings = crate::insight::check(&campaign, crate::insight::Context::UNKNOWN);
    let found = findings
        .iter()
        .find(|found| found.path == "/expectations/0")
        .expect("it does not pass");
    Language::ALL.map(|language| finding(found, language).message)
}

#[test]
fn tests_that_fail_say_what_was_expected_what_came_out_and_why() {
    let visits = r#"{ "field": "visits", "operator": "at_least", "value": 5 }"#;
    let cases = [
        (
            visits,
            r#""name": "Third visit", "visitor": { "visits": 3 }, "shown": true"#,
            [
                "“Third visit” should see it, but does not: they have opened 3 pages of the site, at least 5 needed.",
                "“Third visit” bunu görmeli ama görmüyor: sitede 3 sayfa açtı, en az 5 sayfa olmalı.",
            ],
        ),
        (
            visits,
            r#""visitor": { "visits": 6 }, "shown": false"#,
            [
                "The visitor of this test should not see it, but does: they have opened 6 pages of the site, at least 5 needed.",
                "Bu testin ziyaretçisi bunu görmemeli ama görüyor: sitede 6 sayfa açtı, en az 5 sayfa olmalı.",
            ],
        ),
        (
            "",
            r#""name": "Anybody", "visitor": {}, "shown": false"#,
            [
                "“Anybody” should not see it, but does: no condition restricts who sees it.",
                "“Anybody” bunu görmemeli ama görüyor: kimin göreceğini sınırlayan bir koşul yok.",
            ],
        ),
        (
            visits,
            r#""name": "Back soon", "visitor": { "visits": 6, "last_shown": "2026-11-22T09:00:00Z" }, "shown": true"#,
            [
                "“Back soon” should see it, but does not: it was shown too recently, again from 23 November 2026, 12:00 (Europe/Istanbul).",
                "“Back soon” bunu görmeli ama görmüyor: yakın zamanda gösterildi, yeniden 23 Kasım 2026, 12:00 (Europe/Istanbul) itibarıyla gösterilebilir.",
            ],
        ),
        (
            visits,
            r#""name": "Moody", "visitor": { "visits": 6, "mood": 1 }, "shown": true"#,
            [
                "“Moody” cannot be run: visitors have no “mood”.",
                "“Moody” çalıştırılamıyor: ziyaretçilerde “mood” diye bir özellik yok.",
            ],
        ),
    ];
    for (condition, expectation, wanted) in cases {
        assert_eq!(both_languages(condition, expectation), wanted);
    }
}
