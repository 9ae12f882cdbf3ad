//! Every finding of the checks' table is phrased in both languages; some to the letter.

use super::*;
use crate::campaign::Field;
use crate::insight::{Problem, TextPart, every_finding};

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
                // Never an identifier of the code or the file.
                assert!(!text.contains(found.code()) || !found.code().contains('_'), "{text}");
            }
        }
        assert_ne!(english.message, turkish.message, "{}", found.code());
    }
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
                "In the text, visitors without “name” see a gap. Write a stand-in: {{name|…}}.",
                "Metin: “name” bilgisi olmayan ziyaretçiler bir boşluk görür. Yerine geçecek bir söz yazın: {{name|…}}",
            ],
        ),
        (
            Problem::MissingValue {
                field: Field::PageViews,
            },
            [
                "Number of Page View: the value is missing. Write a whole number, such as 3.",
                "Sayfa Görüntüleme Sayısı: değer eksik. 3 gibi bir tam sayı yazın.",
            ],
        ),
        (
            Problem::EmptyAudience,
            [
                "The audience has no conditions. Add one. For everybody, use Number of Visit, at least, 1.",
                "Hedef kitlede hiç koşul yok. Bir koşul ekleyin. Herkes için: Ziyaret Sayısı, en az, 1.",
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
