//! The makers' own tests in words: what was expected, what came out, and why.

use crate::insight::{Lack, Surprise};
use crate::wording::Language;
use crate::wording::number::tidy;
use crate::wording::verdict::{clauses, few};

/// Reasons that are told; more would hide the first.
const TOLD: usize = 3;

/// Message and fix of a test that comes out otherwise.
pub(super) fn fails(name: &str, surprise: &Surprise, waived: bool, language: Language) -> (String, String) {
    let who = match (language, name) {
        (Language::English, "") => "The visitor of this test".to_owned(),
        (Language::Turkish, "") => "Bu testin ziyaretçisi".to_owned(),
        (_, name) => format!("“{}”", tidy(name)),
    };
    let what = match (language, surprise.explanation.shown) {
        (Language::English, false) => "should see it, but does not",
        (Language::English, true) => "should not see it, but does",
        (Language::Turkish, false) => "bunu görmeli ama görmüyor",
        (Language::Turkish, true) => "bunu görmemeli ama görüyor",
    };
    let why = why(surprise, language);
    let message = if why.is_empty() {
        format!("{who} {what}.")
    } else {
        format!("{who} {what}: {why}.")
    };
    let fix = match language {
        Language::English => "Change the conditions, or, under Tests, correct what is expected or waive the test.",
        Language::Turkish => "Koşulları değiştirin ya da Testler bölümünde bekleneni düzeltin veya testi yok sayın.",
    };
    (message, unless_waived(waived, fix, language))
}

/// Message and fix of a test that cannot be run.
pub(super) fn unreadable(name: &str, lack: &Lack, waived: bool, language: Language) -> (String, String) {
    let (why, fix) = match language {
        Language::English => english(lack),
        Language::Turkish => turkish(lack),
    };
    let message = match (language, name) {
        (Language::English, "") => format!("This test cannot be run: {why}."),
        (Language::English, name) => format!("“{}” cannot be run: {why}.", tidy(name)),
        (Language::Turkish, "") => format!("Bu test çalıştırılamıyor: {why}."),
        (Language::Turkish, name) => format!("“{}” çalıştırılamıyor: {why}.", tidy(name)),
    };
    (message, unless_waived(waived, fix, language))
}

fn unless_waived(waived: bool, fix: &str, language: Language) -> String {
    let text = match (waived, language) {
        (false, _) => fix,
        (true, Language::English) => "It is waived, so it stops no launch; under Tests it can be counted again.",
        (true, Language::Turkish) => {
            "Yok sayıldığı için yayını durdurmuyor; Testler bölümünde yeniden dikkate alınabilir."
        }
    };
    text.to_owned()
}

fn why(surprise: &Surprise, language: Language) -> String {
    let told = few(&clauses(&surprise.explanation, surprise.zone, language), TOLD, language);
    match language {
        Language::English if told.is_empty() && surprise.explanation.shown => {
            "no condition restricts who sees it".to_owned()
        }
        Language::Turkish if told.is_empty() && surprise.explanation.shown => {
            "kimin göreceğini sınırlayan bir koşul yok".to_owned()
        }
        Language::English | Language::Turkish => told,
    }
}

fn english(lack: &Lack) -> (String, &'static str) {
    let anew = "Remove the test, and keep one anew from the simulator.";
    match lack {
        Lack::NoVisitor => ("it has no visitor".to_owned(), anew),
        Lack::NotAVisitor => ("its visitor cannot be read".to_owned(), anew),
        Lack::UnknownKey(key) => (
            format!("visitors have no “{}”", tidy(key)),
            "Remove that from the file, or keep the test anew from the simulator.",
        ),
        Lack::WrongValue(key) => (
            format!("its visitor's “{}” has a value of the wrong kind", tidy(key)),
            "Correct that in the file, or keep the test anew from the simulator.",
        ),
        Lack::NoInstant => (
            "it does not say when the visitor is there".to_owned(),
            "Write an instant such as 2026-11-22T10:00:00Z into the file, or keep the test anew from the simulator.",
        ),
        Lack::Instant(text) => (
            format!("“{}” is no instant", tidy(text)),
            "Write one such as 2026-11-22T10:00:00Z into the file, or keep the test anew from the simulator.",
        ),
        Lack::NoOutcome => (
            "it does not say what is expected".to_owned(),
            "Under Tests, choose whether the visitor should see it.",
        ),
    }
}

fn turkish(lack: &Lack) -> (String, &'static str) {
    let anew = "Testi kaldırın ve canlandırılan ziyaretçiden yeniden saklayın.";
    match lack {
        Lack::NoVisitor => ("ziyaretçisi yok".to_owned(), anew),
        Lack::NotAVisitor => ("ziyaretçisi okunamıyor".to_owned(), anew),
        Lack::UnknownKey(key) => (
            format!("ziyaretçilerde “{}” diye bir bilgi yok", tidy(key)),
            "Bunu dosyadan silin veya testi canlandırılan ziyaretçiden yeniden saklayın.",
        ),
        Lack::WrongValue(key) => (
            format!("ziyaretçisinin “{}” değeri yanlış türde", tidy(key)),
            "Bunu dosyada düzeltin veya testi canlandırılan ziyaretçiden yeniden saklayın.",
        ),
        Lack::NoInstant => (
            "ziyaretçinin ne zaman orada olduğunu söylemiyor".to_owned(),
            "Dosyaya 2026-11-22T10:00:00Z gibi bir an yazın veya testi canlandırılan ziyaretçiden yeniden saklayın.",
        ),
        Lack::Instant(text) => (
            format!("“{}” bir an değil", tidy(text)),
            "Dosyaya 2026-11-22T10:00:00Z gibi bir an yazın veya testi canlandırılan ziyaretçiden yeniden saklayın.",
        ),
        Lack::NoOutcome => (
            "ne beklendiğini söylemiyor".to_owned(),
            "Testler bölümünde ziyaretçinin bunu görüp görmeyeceğini seçin.",
        ),
    }
}
