//! Changes of a visitor, and what is true of every visitor, in Turkish clauses. Suffixes are only on the language's own words, never on a value.

use serde_json::Value;

use super::fields::{self, Change, Phrases};
use crate::campaign::{Campaign, Element, Field};
use crate::insight::{Alteration, Altered, NearestChange};
use crate::wording::answer::{Count, counted, lasted, same_instant, share};
use crate::wording::fields::filled;
use crate::wording::verdict::page;
use crate::wording::{Language, label, number, summary};

const TURKISH: Language = Language::TURKISH;

/// States what would have to be different: `telefon kullansaydı`.
pub(super) fn change(campaign: &Campaign, way: &NearestChange, alteration: &Alteration) -> String {
    match &alteration.what {
        Altered::Field(field) => field_change(*field, way, alteration),
        Altered::Keyed(field, key) => keyed(*field, &number::tidy(key), alteration),
        Altered::LastShown => last_shown(campaign, way, alteration),
        Altered::Rest if alteration.from.is_null() => match alteration.to.as_u64() {
            Some(sessions) => format!("{} oturum sonra gelseydi", number::count(sessions, TURKISH)),
            None => "başka bir oturumda gelseydi".into(),
        },
        Altered::Opening | Altered::Rest => format!(
            "{} itibarıyla gelseydi",
            number::instant(way.goal.at, campaign.zone(), TURKISH)
        ),
        Altered::Quiet => format!(
            "{} anına kadar kalsaydı",
            number::second(way.goal.at, campaign.zone(), TURKISH)
        ),
    }
}

fn field_change(field: Field, way: &NearestChange, alteration: &Alteration) -> String {
    let text = alteration.to.as_str().unwrap_or_default();
    match fields::phrases(field) {
        Phrases::Address(phrases) if text.is_empty() => phrases.change_to_none.into(),
        Phrases::Address(phrases) => filled(phrases.change, &page(text)),
        Phrases::Count(counting) => count_change(&counting.change, alteration),
        Phrases::Choice(phrases) => filled(phrases.change, &label::choice_in_sentence(field, text, TURKISH)),
        Phrases::Version(phrases) => filled(phrases.change, &number::tidy(text)),
        Phrases::Day(phrases) => {
            let phrase = phrases.change[usize::from(way.goal.visitor.views > 0)];
            filled(phrase, &number::written_date(text, TURKISH))
        }
        Phrases::Attribute(_) | Phrases::Event | Phrases::Click => String::new(),
        Phrases::Percent(phrases) => {
            let (phrase, share) = share(phrases.change, alteration);
            filled(phrase, &number::percent(share, TURKISH))
        }
        Phrases::Lasting(lasting) => {
            let (longer, lasted) = lasted(alteration);
            filled(lasting.change[usize::from(!longer)], &number::seconds(lasted, TURKISH))
        }
        Phrases::Flag(flag) => flag.change[usize::from(alteration.to != Value::Bool(true))].into(),
    }
}

fn count_change(change: &Change, alteration: &Alteration) -> String {
    match (change, counted(alteration)) {
        (Change::Ordinal([more, _]) | Change::Number([more, _]), Count::More(by, _)) => filled(more, &count(by)),
        (Change::Ordinal([_, only]), Count::Only(to)) => filled(only, &number::ordinal(to, TURKISH)),
        (Change::Number([_, only]), Count::Only(to)) => filled(only, &count(to)),
        (Change::Often { what, done, not_done }, _) => often(alteration, what, done, not_done),
    }
}

fn often(alteration: &Alteration, what: &str, done: &str, not_done: &str) -> String {
    match counted(alteration) {
        Count::More(more, 0) => format!("{what} daha önce {} kere {done} olsaydı", count(more)),
        Count::More(more, _) => format!("{what} {} kere daha {done} olsaydı", count(more)),
        Count::Only(0) => format!("{what} hiç {not_done} olsaydı"),
        Count::Only(to) => format!("{what} yalnızca {} kere {done} olsaydı", count(to)),
    }
}

fn count(count: u64) -> String {
    number::count(count, TURKISH)
}

/// Writes what would be different under a key.
fn keyed(field: Field, key: &str, alteration: &Alteration) -> String {
    let name = match fields::phrases(field) {
        Phrases::Attribute([name, _]) => filled(name, key),
        Phrases::Click => {
            let element = Element::of(&alteration.to);
            let clicked = match element {
                Some(_) => "{} ögesine tıklamış olsaydı",
                None => "{} ögesine tıklamamış olsaydı",
            };
            return filled(
                clicked,
                &number::element(&element.unwrap_or_else(|| Element::of_identity(key))),
            );
        }
        Phrases::Event => {
            let what = format!("bu oturumda {key} olayı");
            return often(alteration, &what, "gerçekleşmiş", "gerçekleşmemiş");
        }
        Phrases::Address(_)
        | Phrases::Count(_)
        | Phrases::Choice(_)
        | Phrases::Version(_)
        | Phrases::Day(_)
        | Phrases::Percent(_)
        | Phrases::Lasting(_)
        | Phrases::Flag(_) => return String::new(),
    };
    match &alteration.to {
        Value::Null => format!("{name} belirtilmemiş olsaydı"),
        Value::String(text) if text.trim().is_empty() => format!("{name} boş olsaydı"),
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) | Value::Object(_) => {
            format!("{name} {} olsaydı", number::value(&alteration.to, TURKISH))
        }
    }
}

/// States that time has to pass, or that the last showing has to differ.
fn last_shown(campaign: &Campaign, way: &NearestChange, alteration: &Alteration) -> String {
    let visitor = &way.goal.visitor;
    if visitor.last_shown.is_none() {
        return "bu kampanyayı hiç görmemiş olsaydı".into();
    }
    if same_instant(&alteration.from, visitor.last_shown) {
        let from = number::minute(way.goal.at, campaign.zone(), TURKISH);
        return format!("{from} veya sonrasında geri gelseydi");
    }
    let cycle = campaign
        .schedule
        .repeat_cycle
        .as_ref()
        .and_then(|cycle| summary::cycle_words(cycle, TURKISH));
    match (cycle, visitor.last_shown) {
        (Some(cycle), _) => format!("bu kampanyayı en son {cycle} önce veya daha eskiden görmüş olsaydı"),
        (None, Some(at)) => {
            let at = number::instant(at, campaign.zone(), TURKISH);
            format!("bu kampanyayı en son {at} itibarıyla görmüş olsaydı")
        }
        (None, None) => String::new(),
    }
}

/// States that nobody has done what this counts more often than they were shown the campaign.
pub(super) fn within_views(field: Field) -> String {
    let [what, done] = fields::often(field).unwrap_or_default();
    format!("kimse {what} gördüğünden daha çok {done} olamaz")
}
