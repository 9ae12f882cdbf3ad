//! What follows from conditions taken together, in Turkish.

use crate::insight::{Conflict, Problem};
use crate::wording::{Language, answer};

/// Message and fix; `None` for other problems.
pub(super) fn phrase(problem: &Problem) -> Option<(String, String)> {
    Some(match problem {
        Problem::NobodySees { conflict } => (
            match conflict.places.len() {
                0 | 1 => format!("Bu koşul nedeniyle kampanyayı hiç kimse göremez{}.", because(conflict)),
                count => format!(
                    "Bu kampanyayı hiç kimse göremez: koşullarından {count} tanesi birbirini dışlıyor{}.",
                    because(conflict)
                ),
            },
            "Bunlardan birini değiştirin veya kaldırın.".into(),
        ),
        Problem::AlwaysTrue { exclusions: true } => (
            "Bu grup her ziyaretçi için geçerli: değerlerden birine sahip olan diğerine sahip değildir.".into(),
            "Değerlerin hiçbiri istenmiyorsa bunları “herhangi biri” yerine “tümü” ile bağlayın.".into(),
        ),
        Problem::AlwaysTrue { exclusions: false } => (
            "Bu her ziyaretçi için geçerli, bu yüzden hiçbir şeyi sınırlamıyor.".into(),
            "Kaldırın veya değerini düzeltin.".into(),
        ),
        Problem::DeadAlternative { conflict } => (
            match conflict.places.len() {
                0 | 1 => format!("Bu seçenek hiçbir zaman sağlanamaz{}.", because(conflict)),
                _ => format!(
                    "Bu seçenek diğer koşullarla birlikte hiçbir zaman sağlanamaz{}.",
                    because(conflict)
                ),
            },
            "Kaldırın veya çeliştiği koşulu değiştirin.".into(),
        ),
        Problem::Redundant { by } => (
            match by.len() {
                0 => "Bu hiçbir şeyi değiştirmiyor: zaten böyle bir ziyaretçi yok.".into(),
                1 => "Bu hiçbir şeyi değiştirmiyor: başka bir koşul zaten en az bu kadarını söylüyor.".into(),
                count => format!(
                    "Bu hiçbir şeyi değiştirmiyor: başka {count} koşul birlikte zaten en az bu kadarını söylüyor."
                ),
            },
            "Açıklık için durmuyorsa kaldırın.".into(),
        ),
        _ => return None,
    })
}

fn because(conflict: &Conflict) -> String {
    match answer::relations(&conflict.because, Language::Turkish) {
        reasons if reasons.is_empty() => String::new(),
        reasons if conflict.places.len() > 1 => format!(" ({reasons})"),
        reasons => format!(": {reasons}"),
    }
}
