//! Pages: addresses made of what the conditions want, tested with the engine.

use std::collections::{HashMap, HashSet};

use serde_json::Value;
use url::Url;

use super::form::Form;
use super::product::Product;
use super::{Asked, Cells, Collector};
use crate::campaign::{Field, UrlTest};
use crate::engine::parts::{Address, ConditionTest, Wanted, without_anchor};
use crate::engine::trim;
use crate::insight::solver::cost::weight;

/// Most wanted parts of which every set is tried on every page.
const MOST_PARTS: usize = 4;
/// Most pages that take every set of parts.
const MOST_PAGES: usize = 24;
/// Most hosts at which paths and queries are tried first.
const MOST_HOSTS: usize = 12;
/// The host of a visitor's page when none was given.
const EXAMPLE: &str = "www.example.com";
/// A page of another site, which led the visitor here.
const OUTSIDE: &str = "https://www.google.com/";
/// The weight of a page's host that nobody named.
const STRANGE: u32 = 400;
/// Most parts that are considered at all.
const MOST_OF_ALL: usize = 200;

/// How much is done to find all answers that pages can give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Depth {
    /// Pages made of what is wanted. Answers that they do not show stay doubtful.
    Quick,
    /// All possible addresses as well, unless they are too many.
    Thorough,
}

/// Cuts the page. The visitor's own counts when it is a website's, or when it is to be kept as it is.
pub(in crate::insight::solver) fn url(
    field: Field,
    base: &str,
    kept: bool,
    depth: Depth,
    asked: &[Asked<'_>],
) -> Cells {
    let mut maker = Maker {
        common: weight(field),
        cells: Collector::new(asked.len()),
        asked,
        tried: HashMap::new(),
    };
    let absent = field.spec().may_be_absent() && trim(base).is_empty();
    if !absent && (kept || website(base).is_some()) {
        maker.take(base, &Address::of(base), 0);
    }
    if field.spec().may_be_absent() {
        maker
            .cells
            .take(Value::Null, if absent { 0 } else { weight(field) }, |_| false);
        maker.take_page(OUTSIDE, weight(field) + 5);
    }
    let common = maker.common;
    let parts = parts(asked);
    let sets = sets(parts.len());
    let chosen = |set: &[usize]| -> Vec<&str> { set.iter().map(|index| parts[*index].as_str()).collect() };
    let hosts = hosts(base, asked);
    let pages = skeletons(&hosts, asked);
    // A host that nobody named gives the answers that no page of the site can.
    let strange = |page: &str| {
        let host = Url::parse(page).ok().and_then(|url| url.host_str().map(str::to_owned));
        if host.is_some_and(|host| hosts.contains(&host)) {
            0
        } else {
            STRANGE
        }
    };
    if let (Some(first), Some(set)) = (hosts.first(), sets.first()) {
        maker.take_with_parts(&format!("https://{first}/"), &chosen(set), common + 300);
    }
    let strangeness: Vec<u32> = pages.iter().map(|page| strange(page)).collect();
    for (index, page) in pages.iter().enumerate() {
        if maker.cells.is_spent(2) {
            break;
        }
        maker.take_page(page, common + 10 + index.min(200) as u32 + strangeness[index]);
    }
    for (index, page) in pages.iter().take(MOST_PAGES).enumerate() {
        for set in &sets {
            if maker.cells.is_full() || maker.cells.is_spent(1) {
                break;
            }
            maker.take_with_parts(page, &chosen(set), common + 300 + index as u32 + strangeness[index]);
        }
    }
    let doubtful = if maker.cells.is_full() {
        Vec::new()
    } else if depth == Depth::Quick {
        vec![(Vec::new(), Vec::new())]
    } else {
        maker.take_all(&pages)
    };
    maker.cells.finish(&doubtful)
}

struct Maker<'a, 'c> {
    /// The weight of another address.
    common: u32,
    cells: Collector,
    asked: &'a [Asked<'c>],
    /// Texts that were made already, with the least weight that they had: many pages lead to the same ones, and reading an address takes long.
    tried: HashMap<String, u32>,
}

impl Maker<'_, '_> {
    /// Takes a page as a browser writes it.
    fn take_page(&mut self, page: &str, weight: u32) {
        if self.is_lighter(page, weight) {
            self.take(page, &Address::of_parsed(page), weight);
        }
    }

    /// Takes the page of a website that a text leads to, if there is one.
    fn take_made(&mut self, text: &str, weight: u32) {
        if self.is_lighter(text, weight)
            && let Some(page) = website(text)
            && (page == text || self.is_lighter(&page, weight))
        {
            self.take(&page, &Address::of_parsed(&page), weight);
        }
    }

    /// Notes that a text was made; returns whether it had not been with this weight or less.
    fn is_lighter(&mut self, text: &str, weight: u32) -> bool {
        match self.tried.get_mut(text) {
            Some(least) if *least <= weight => false,
            Some(least) => {
                *least = weight;
                true
            }
            None => {
                self.tried.insert(text.to_owned(), weight);
                true
            }
        }
    }

    fn take(&mut self, page: &str, address: &Address, weight: u32) {
        let asked = self.asked;
        // All else that is asked is whether there is one.
        let holds = |index: usize| wanted(asked[index].ask).is_none_or(|wanted| wanted.holds(address));
        self.cells.take(Value::from(page), weight, holds);
    }

    /// Takes an address for every combination of answers; returns what stays doubtful.
    fn take_all(&mut self, pages: &[String]) -> Vec<(Vec<usize>, Vec<usize>)> {
        let everything = || vec![(Vec::new(), Vec::new())];
        // Whether there is an address at all holds for every one.
        let is_compared = |index: &usize| wanted(self.asked[*index].ask).is_some();
        let numbers: Vec<usize> = (0..self.asked.len()).filter(is_compared).collect();
        let asks: Vec<&ConditionTest> = numbers.iter().map(|index| self.asked[*index].ask).collect();
        let count = self.asked.len();
        let whole = |truth: &[bool]| {
            let mut all = vec![true; count];
            numbers
                .iter()
                .zip(truth)
                .for_each(|(index, holds)| all[*index] = *holds);
            all
        };
        let Some(product) = Product::new(&asks) else {
            return everything();
        };
        let mut seeds: Vec<String> = Vec::new();
        for page in pages {
            let origin = Url::parse(page).map(|url| format!("{}/", url.origin().ascii_serialization().to_lowercase()));
            seeds.extend(
                origin
                    .ok()
                    .filter(|origin| seeds.len() < MOST_HOSTS && !seeds.contains(origin)),
            );
        }
        let anywhere = ["https://".to_owned(), "http://".to_owned()];
        let common = self.common;
        let strict = [&seeds[..], &anywhere[..]].concat();
        for answer in product.answers(Form::Strict, &strict).0 {
            self.take_made(&answer.text, common + 800);
        }
        let (answers, complete) = product.answers(Form::Loose, &anywhere);
        if !complete {
            return everything();
        }
        let truths = answers.iter().map(|answer| whole(&answer.truth));
        let unknown = truths.filter(|truth| !self.cells.knows(truth));
        unknown
            .map(|truth| (0..count).partition(|index| truth[*index]))
            .collect()
    }

    /// Puts parts into the path and into the query of a page.
    fn take_with_parts(&mut self, page: &str, parts: &[&str], weight: u32) {
        if parts.is_empty() {
            return;
        }
        let bare = page.split(['?', '#']).next().unwrap_or(page).trim_end_matches('/');
        let in_path = parts
            .iter()
            .map(|part| part.trim_start_matches('/'))
            .collect::<Vec<_>>()
            .join("/");
        let in_query = parts
            .iter()
            .map(|part| part.trim_start_matches(['?', '&']))
            .collect::<Vec<_>>()
            .join("&");
        let glued = parts.join("");
        // Without a query, the first try is the same page.
        let asks_query = parts.iter().any(|part| part.contains('='));
        let usual = bare.split_once("://").filter(|_| asks_query);
        let usual = usual.map(|(_, rest)| page_with(rest, parts));
        let tries = [
            format!("{bare}/{in_path}"),
            format!("{bare}?{in_query}"),
            format!("{bare}/?{in_query}"),
            format!("{bare}/{}", parts.join("")),
            format!("{bare}{glued}"),
            format!("{bare}/?x={}", parts.join("-")),
        ];
        // An address with a route has its query there.
        let in_route = page
            .contains('#')
            .then(|| [format!("{page}/{in_path}"), format!("{page}?{in_query}")]);
        for page in usual.into_iter().chain(tries).chain(in_route.into_iter().flatten()) {
            self.take_made(&page, weight);
        }
    }
}

/// Returns what is wanted of an address.
pub(super) fn wanted(ask: &ConditionTest) -> Option<&Wanted> {
    if let ConditionTest::Address(_, wanted) = ask {
        Some(wanted)
    } else {
        None
    }
}

/// Returns the address as a browser writes it, when a page can have it.
fn website(page: &str) -> Option<String> {
    let url = Url::parse(page).ok()?;
    (matches!(url.scheme(), "http" | "https") && url.has_host()).then(|| url.into())
}

fn written<'c>(asked: &Asked<'c>) -> Option<(UrlTest, &'c str)> {
    let test = asked.condition.operator.known()?.url_test()?;
    Some((test, trim(asked.condition.value.as_ref()?.as_str()?)))
}

/// Returns the hosts that are tried first: those that conditions name and the visitor's, which leads unless it is the default example.
fn hosts(base: &str, asked: &[Asked<'_>]) -> Vec<String> {
    let mut hosts: Vec<String> = Vec::new();
    let named = asked.iter().filter_map(written).filter_map(|(test, value)| match test {
        UrlTest::Equals | UrlTest::StartsWith | UrlTest::Matches => named_host(value),
        // Among texts that an address is to contain, only a whole address states which host is meant.
        UrlTest::Contains => value.contains("://").then(|| named_host(value)).flatten(),
    });
    for host in named {
        if hosts.len() < MOST_HOSTS && !hosts.contains(&host) {
            hosts.push(host);
        }
    }
    let own = Url::parse(base).ok().and_then(|url| url.host_str().map(str::to_owned));
    let own = own.unwrap_or_else(|| EXAMPLE.to_owned());
    hosts.retain(|host| *host != own);
    let place = if own == EXAMPLE { hosts.len() } else { 0 };
    hosts.insert(place, own);
    hosts
}

/// Returns the host of a wanted address, when a site could have it.
fn named_host(value: &str) -> Option<String> {
    let rest = value.split_once("://").map_or(value, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next()?.to_lowercase();
    let (_, end) = host.rsplit_once('.')?;
    let is_one = end.len() >= 2 && end.bytes().all(|letter| letter.is_ascii_alphabetic());
    let url = Url::parse(&format!("https://{host}/")).ok().filter(|_| is_one)?;
    Some(url.host_str()?.to_owned())
}

/// Returns pages that the conditions name, wholly or by their beginnings, and pages with what they want at the site's own hosts.
fn skeletons(hosts: &[String], asked: &[Asked<'_>]) -> Vec<String> {
    let mut pages = Vec::new();
    let mut known = HashSet::new();
    let mut add = |page: String| {
        if let Some(page) = website(&page)
            && known.insert(page.clone())
        {
            pages.push(page);
        }
    };
    let host = hosts.first().map_or(EXAMPLE, String::as_str);
    for (test, value) in asked.iter().filter_map(written) {
        match test {
            UrlTest::Contains => add(page_with(host, &[value])),
            UrlTest::Matches => add(filled(value, host)),
            UrlTest::Equals | UrlTest::StartsWith => {}
        }
    }
    add(format!("https://{host}/"));
    add(format!("https://{host}/page"));
    add(format!("https://{host}/?ref=home"));
    add(format!("https://{host}/page?x=1"));
    for (test, value) in asked.iter().filter_map(written) {
        let value = without_anchor(value);
        let whole = if value.contains("://") {
            value.to_owned()
        } else {
            format!("https://{}", value.trim_start_matches('/'))
        };
        match test {
            UrlTest::Equals => {
                add(whole.clone());
                if !value.contains('?') {
                    add(format!("{whole}?x=1"));
                }
            }
            UrlTest::StartsWith => {
                for tail in ["", "/", "x", "/x", ".com/", "://www.example.com/", "//www.example.com/"] {
                    add(format!("{whole}{tail}"));
                    add(format!("{value}{tail}"));
                }
            }
            UrlTest::Matches => {
                for filling in ["", "x", "/x", "www.example.com", "https://www.example.com"] {
                    add(whole.replace('*', filling));
                    add(value.replace('*', filling));
                }
                add(value.replacen('*', &format!("https://{host}"), 1).replace('*', ""));
                add(value.replacen('*', &format!("https://{host}/x"), 1).replace('*', "x"));
                add(value.replacen('*', host, 1).replace('*', "x"));
            }
            UrlTest::Contains => {
                add(format!("https://{host}/{}", value.trim_start_matches('/')));
                add(format!("https://{host}{value}"));
                add(format!("https://{host}/?{value}"));
                add(whole.clone());
                add(format!("https://{value}.example.com/"));
                add(format!("https://www.{value}.com/"));
                add(format!("http://{host}/"));
            }
        }
    }
    add("https://www.shop.test/".to_owned());
    add("http://www.shop.test/".to_owned());
    pages
}

/// Returns a page of a host with these texts where people would expect them: `id=4` in the query, `/blog/` in the path.
fn page_with(host: &str, parts: &[&str]) -> String {
    let (query, path): (Vec<&str>, Vec<&str>) = parts.iter().copied().partition(|part| part.contains('='));
    let path: Vec<&str> = path.iter().map(|part| part.trim_start_matches('/')).collect();
    let query: Vec<&str> = query
        .iter()
        .map(|part| part.trim_start_matches(['/', '?', '&']))
        .collect();
    let slash = if path.is_empty() && host.contains('/') { "" } else { "/" };
    let mut page = format!("https://{host}{slash}{}", path.join("/"));
    if !query.is_empty() {
        page.push('?');
        page.push_str(&query.join("&"));
    }
    page
}

/// Returns a pattern with ordinary words in place of its asterisks.
fn filled(pattern: &str, host: &str) -> String {
    let (scheme, rest) = pattern.split_once("://").unwrap_or(("https", pattern));
    let (site, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    let site = match site {
        "" | "*" => host.to_owned(),
        site => site.replace('*', "www"),
    };
    let mut page = format!("{}://{site}", if scheme == "*" { "https" } else { scheme });
    for letter in path.chars() {
        match letter {
            '*' if page.ends_with('/') => page.push_str("page"),
            '*' => {}
            letter => page.push(letter),
        }
    }
    page
}

/// Returns the texts that addresses are to contain.
fn parts(asked: &[Asked<'_>]) -> Vec<String> {
    let pieces = asked.iter().filter_map(written).flat_map(|(test, value)| match test {
        // Elsewhere an asterisk is just an asterisk.
        UrlTest::Matches => value.split('*').collect(),
        UrlTest::Contains => vec![value],
        UrlTest::Equals | UrlTest::StartsWith => Vec::new(),
    });
    let mut parts: Vec<String> = pieces.filter(|part| !part.is_empty()).map(str::to_owned).collect();
    parts.sort_unstable();
    parts.dedup();
    parts.truncate(MOST_OF_ALL);
    parts
}

/// Returns the sets of parts to try: all sets of a few; of many, each part alone, each left out, and all together.
fn sets(parts: usize) -> Vec<Vec<usize>> {
    let all: Vec<usize> = (0..parts).collect();
    if parts <= MOST_PARTS {
        return (1..1_usize << parts)
            .map(|set| all.iter().copied().filter(|index| set >> index & 1 == 1).collect())
            .collect();
    }
    let each = all.iter().map(|index| vec![*index]);
    let without = all
        .iter()
        .map(|index| all.iter().copied().filter(|other| other != index).collect());
    [all.clone()].into_iter().chain(each).chain(without).collect()
}
