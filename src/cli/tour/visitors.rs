//! The two visitors whom the tour asks about, on a page and in a language that the campaign asks for.

use chrono::{DateTime, Utc};

use crate::campaign::Campaign;
use crate::engine::{asked_language, page_of};
use crate::visitor::{Visitor, VisitorPreset};

/// A first-time and a returning visitor, with what they are called.
pub(super) fn both(campaign: &Campaign, now: DateTime<Utc>) -> [(&'static str, Visitor); 2] {
    let page = page_of(campaign);
    let language = asked_language(campaign);
    let visitor = |preset: VisitorPreset| {
        let visitor = preset.visitor(&page, now);
        Visitor {
            browser_language: language.clone().unwrap_or_else(|| visitor.browser_language.clone()),
            ..visitor
        }
    };
    [
        ("First-time visitor", visitor(VisitorPreset::FirstVisit)),
        ("Returning visitor", visitor(VisitorPreset::Member)),
    ]
}
