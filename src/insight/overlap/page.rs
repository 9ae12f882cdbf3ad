//! Constraints on pages; most pairs of them are settled at a glance.
//!
//! Two whole addresses either are the same page or are not; a whole address either has a beginning or has not. A page that meets both constraints is
//! tested against the engine's rules; what is known to be impossible follows from the meaning of `equals` and `starts_with`. Everything else is left
//! to the solver.

use chrono::{DateTime, Utc};

use super::Met;
use super::pair::Meeting;
use crate::campaign::{Campaign, Condition, Group, Joiner, Node, Operator};
use crate::engine::parts::{Plan, plan_audience};
use crate::engine::{Rule, trim};
use crate::insight::Sighting;
use crate::visitor::Visitor;

/// A constraint, prepared to be asked.
pub(super) struct Constraint {
    pub campaign: Campaign,
    rule: Rule,
    /// Whether it is one on pages.
    of_pages: bool,
    /// What it says about them.
    pages: Pages,
}

/// The texts of a constraint on pages, as far as they are simple enough for a quick look.
#[derive(Default)]
struct Pages {
    /// The page that it must be, perhaps with a query and with a slash at its end; and the condition that says so.
    is: Option<(String, Rule)>,
    /// The condition that says how an address must begin, and a page that does.
    begins: Option<(String, Rule)>,
    /// Text that helps pages meet the constraint when it follows their question mark.
    texts: String,
}

impl Constraint {
    /// Prepares a constraint.
    pub fn new(campaign: Campaign, of_pages: bool) -> Constraint {
        let rule = Rule::compile(&campaign);
        let mut pages = Pages::default();
        let plan = plan_audience(&campaign, &mut |condition, _, _| condition);
        if let Some(Plan::Join {
            joiner: Joiner::All,
            parts,
            ..
        }) = plan
        {
            for part in parts {
                if let Plan::Condition(condition) = part {
                    pages.read(&campaign, condition);
                }
            }
        }
        Constraint {
            campaign,
            rule,
            of_pages,
            pages,
        }
    }
}

impl Pages {
    fn read(&mut self, campaign: &Campaign, condition: &Condition) {
        let field = condition.field.known();
        if !field.is_some_and(|field| field.spec().is_page_address()) {
            return;
        }
        let Some(text) = condition.value.as_ref().and_then(|value| value.as_str()).map(trim) else {
            return;
        };
        let odd = |letter: char| matches!(letter, '?' | '#' | '*' | '\\') || !letter.is_ascii_graphic();
        let deep = text.split_once("://").is_some_and(|(before, _)| before.contains('/'));
        let plain = !text.is_empty() && !text.contains(odd) && !text.starts_with('/') && !deep;
        let alone = || {
            Rule::compile(&Campaign {
                audience: Group::of(Joiner::All, vec![Node::Condition(condition.clone())]),
                ..campaign.clone()
            })
        };
        match condition.operator.known() {
            Some(Operator::Equals) if plain => self.is = Some((with_scheme(text), alone())),
            Some(Operator::StartsWith) if plain && begins_itself(text, &alone()) => {
                self.begins = Some((with_scheme(text), alone()));
            }
            Some(Operator::Contains | Operator::StartsWith) => self.texts.push_str(text),
            Some(Operator::Matches) => self.texts.push_str(&text.replace('*', "")),
            _ => {}
        }
    }
}

impl Pages {
    /// Returns pages that may meet the constraint.
    fn examples(&self) -> impl Iterator<Item = &str> {
        let own = [&self.is, &self.begins].into_iter().flatten();
        own.map(|(page, _)| page.as_str())
    }
}

/// Returns whether a page that is the text itself begins with it, whatever its scheme where the text has none. Some do not: browsers leave out `/..`
/// and default ports.
fn begins_itself(text: &str, begins: &Rule) -> bool {
    let itself = |page: &str| holds(begins, page, DateTime::UNIX_EPOCH);
    if text.contains("://") {
        itself(text)
    } else {
        ["https://", "http://"]
            .iter()
            .all(|scheme| itself(&format!("{scheme}{text}")))
    }
}

/// Precedes a text that does not state its scheme.
const ANY_SCHEME: &str = "//";

fn with_scheme(text: &str) -> String {
    if text.contains("://") {
        text.to_owned()
    } else {
        format!("{ANY_SCHEME}{text}")
    }
}

/// Returns a page that a text stands for.
fn as_page(text: &str) -> String {
    match text.strip_prefix(ANY_SCHEME) {
        Some(open) => format!("https://{open}"),
        None => text.to_owned(),
    }
}

fn holds(rule: &Rule, url: &str, now: DateTime<Utc>) -> bool {
    let visitor = Visitor {
        url: url.to_owned(),
        ..Visitor::default()
    };
    rule.holds_for(&visitor, now)
}

/// Returns who meets two constraints on pages, or that nobody does, when that is plain.
pub(super) fn known_pages(two: [&Constraint; 2], near: &Visitor, now: DateTime<Utc>) -> Option<Meeting> {
    let [one, other] = two;
    if !one.of_pages || !other.of_pages {
        return None;
    }
    for (first, second) in [(one, other), (other, one)] {
        for page in first.pages.examples().chain([near.url.as_str()]) {
            let texts = [&first.pages.texts, &second.pages.texts].map(String::as_str).concat();
            let page = as_page(page);
            for url in [page.clone(), format!("{page}/"), format!("{page}?{texts}")] {
                if holds(&one.rule, &url, now) && holds(&other.rule, &url, now) {
                    let visitor = Visitor { url, ..near.clone() };
                    let sighting = Sighting { visitor, at: now };
                    return Some(Meeting::Both(Box::new(Met { sighting, other: None })));
                }
            }
        }
    }
    apart(&one.pages, &other.pages, now).then_some(Meeting::Never)
}

/// Returns whether two constraints plainly exclude each other. Neither text has a query, so what follows a question mark does not matter.
fn apart(one: &Pages, other: &Pages, now: DateTime<Utc>) -> bool {
    match ((&one.is, &one.begins), (&other.is, &other.begins)) {
        ((Some(first), _), (Some(second), _)) => !agree(first, second, now),
        ((Some(is), _), (_, Some(begins))) | ((_, Some(begins)), (Some(is), _)) => {
            let slashed = (format!("{}/", is.0), is.1.clone());
            !leads(is, begins, now) && !leads(&slashed, begins, now)
        }
        ((_, Some(first)), (_, Some(second))) => !agree(first, second, now),
        _ => false,
    }
}

/// Returns whether one of two texts is, or begins, the other.
fn agree(first: &(String, Rule), second: &(String, Rule), now: DateTime<Utc>) -> bool {
    leads(first, second, now) || leads(second, first, now)
}

/// Returns whether the page that a text stands for meets the other condition, whatever its scheme where the text has none.
fn leads((page, _): &(String, Rule), (_, rule): &(String, Rule), now: DateTime<Utc>) -> bool {
    let Some(open) = page.strip_prefix(ANY_SCHEME) else {
        return holds(rule, page, now);
    };
    ["https://", "http://"]
        .iter()
        .any(|scheme| holds(rule, &format!("{scheme}{open}"), now))
}
