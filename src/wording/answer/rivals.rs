//! Campaigns that compete for a visitor, in words.

use super::{Language, Statement, example, number, say, sentence};
use crate::campaign::Campaign;
use crate::insight::{Overlap, RankReason, Shadowed};

/// How two campaigns compete. `a` and `b` are those that the overlap names so.
pub fn overlap(a: &Campaign, b: &Campaign, overlap: &Overlap, language: Language) -> Statement {
    let (winner, loser) = if overlap.winner == overlap.a { (a, b) } else { (b, a) };
    let [first, second] = [winner, loser].map(|campaign| name(campaign, language));
    let headline = match language {
        Language::English => format!("{first} and {second} compete for the same visitors; {first} goes first."),
        Language::Turkish => format!("{first} ve {second} aynı ziyaretçiler için yarışıyor; önce {first} gösterilir."),
    };
    let for_b = overlap.other.as_deref().unwrap_or(&overlap.sighting.visitor);
    let seen = [(a, &overlap.sighting.visitor), (b, for_b)];
    Statement {
        headline: crate::wording::capitalised(&headline, language),
        detail: format!(
            "{} {}",
            sentence(&rank(winner, loser, overlap.why, language), language),
            example(&seen, overlap.sighting.at, language)
        ),
    }
}

/// That a campaign always loses, and to whom. `by` are the campaigns that the answer names so, in its order.
pub fn shadowed(loser: &Campaign, by: &[&Campaign], shadowed: &Shadowed, language: Language) -> Statement {
    let loser = name(loser, language);
    let names: Vec<String> = by.iter().map(|campaign| name(campaign, language)).collect();
    let one = names.len() == 1;
    let winners = listed(&names, language);
    let (headline, why) = match (language, one) {
        (Language::English, true) => (
            format!("{loser} always loses against {winners}."),
            "Whoever could see it could see that one as well, and it goes first.",
        ),
        (Language::English, false) => (
            format!("{loser} always loses against one of {winners}."),
            "Whoever could see it could see one of these as well, and each of them goes first.",
        ),
        (Language::Turkish, true) => (
            format!("{loser} her zaman {winners} kampanyasının gerisinde kalır."),
            "Onu görebilecek herkes o kampanyayı da görebilir ve önce o gösterilir.",
        ),
        (Language::Turkish, false) => (
            format!("{loser} her zaman {winners} kampanyalarından birinin gerisinde kalır."),
            "Onu görebilecek herkes bunlardan birini de görebilir ve bunların hepsi ondan önce gösterilir.",
        ),
    };
    let turn = match (language, shadowed.rests) {
        (Language::English, false) => "It gets its turn only after the other one was closed on the same page.",
        (Language::English, true) => {
            "It gets its turn only after the other one was closed on the same page, or while that one rests after a showing."
        }
        (Language::Turkish, false) => "Sıra ona ancak diğeri aynı sayfada kapatıldıktan sonra gelir.",
        (Language::Turkish, true) => {
            "Sıra ona ancak diğeri aynı sayfada kapatıldıktan sonra veya yineleme aralığı nedeniyle beklerken gelir."
        }
    };
    Statement {
        headline: crate::wording::capitalised(&headline, language),
        detail: format!("{why} {turn}"),
    }
}

/// Why one goes before the other.
fn rank(winner: &Campaign, loser: &Campaign, why: RankReason, language: Language) -> String {
    match why {
        RankReason::Priority => {
            let [first, second] =
                [winner, loser].map(|campaign| number::decimal(campaign.schedule.rank() as f64, language));
            match language {
                Language::English => format!("its priority is {first}, the other's is {second}"),
                Language::Turkish => format!("önceliği {first}, diğerininki {second}"),
            }
        }
        RankReason::LaunchedLater if loser.launched_at.is_none() => say(
            language,
            "both have the same priority, and only this one has been launched",
            "öncelikleri aynı, yalnızca bu kampanya yayınlandı",
        ),
        RankReason::LaunchedLater => say(
            language,
            "both have the same priority, and this one was launched later",
            "öncelikleri aynı, bu kampanya daha sonra yayınlandı",
        ),
        RankReason::Id => say(
            language,
            "both have the same priority and launch, so their order is arbitrary; give one of them another priority",
            "öncelikleri ve yayınlanma zamanları aynı, aralarındaki sıra rastgele; birine başka bir öncelik verin",
        ),
    }
}

/// A campaign as it is called within a sentence.
fn name(campaign: &Campaign, language: Language) -> String {
    let name = number::tidy(&campaign.name);
    if name.is_empty() {
        return say(language, "a campaign without a name", "adsız bir kampanya");
    }
    format!("“{name}”")
}

fn listed(names: &[String], language: Language) -> String {
    let last = say(language, " and ", " ve ");
    match names {
        [most @ .., one] if !most.is_empty() => format!("{}{last}{one}", most.join(", ")),
        _ => names.concat(),
    }
}
