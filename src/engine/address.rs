//! Page addresses in the form in which they are compared (`tests/specification/addresses.md`).

use url::Url;

use super::trim;

/// Returns the page that an address names, for counting its views: two addresses are one page exactly when `equals` without a query says so.
pub fn page_identity(address: &str) -> String {
    Address::of(address).bare(true).to_owned()
}

/// A page's address, prepared for comparisons.
#[derive(Debug, Clone, Default)]
pub(crate) struct Address {
    /// The WHATWG form, lower-cased, without its fragment unless that is a route; what a parser leaves in addresses without a host is percent-encoded
    /// as in other plain text.
    text: String,
    /// Where the part after `://` begins.
    after_scheme: usize,
    /// Where the path ends, without one trailing slash; for an address without a route.
    bare_end: usize,
    /// Where the query begins, after its question mark, or the length of the text when there is none; for an address without a route.
    query: usize,
    /// The parts of an address with a route, which do not follow each other.
    routed: Option<Box<Routed>>,
}

/// An address with a route, split into its parts.
#[derive(Debug, Clone)]
struct Routed {
    /// The address without queries, without the slash at the end of the path and of the route, and without a route that names nothing.
    bare: String,
    /// The query of the path, and that of the route after a `#`: `a=1`, `#b=2`, `a=1#b=2`.
    query: String,
}

impl Address {
    /// Reads the address of a page.
    pub(crate) fn of(page: &str) -> Address {
        let page = trim(page);
        let text = match Url::parse(page) {
            Ok(url) => plain(without_anchor(url.as_str())),
            Err(_) => plain(without_anchor(page)),
        };
        Address::of_form(text)
    }

    /// Reads the address of a page that a URL parser has written.
    pub(crate) fn of_parsed(page: &str) -> Address {
        let address = Address::of_form(plain(without_anchor(page)));
        debug_assert_eq!(address.text, Address::of(page).text);
        address
    }

    /// Reads the address of a text that already has the form of one.
    pub(super) fn of_form(text: String) -> Address {
        let after_scheme = scheme_end(&text).unwrap_or(0);
        let path_end = text.find('?').unwrap_or(text.len());
        let bare_end = without_slash(&text[..path_end]).len().max(after_scheme);
        let query = text.len().min(path_end + 1);
        let routed = text.contains('#').then(|| Box::new(Routed::of(&text, after_scheme)));
        Address {
            text,
            after_scheme,
            bare_end,
            query,
            routed,
        }
    }

    /// Returns the text that is searched for parts of addresses, with its scheme or from after `://` on.
    #[inline]
    pub(crate) fn text(&self, whole: bool) -> &str {
        &self.text[self.start(whole)..]
    }

    /// Returns the address without its query and without one slash at the end of path and route.
    #[inline]
    pub(crate) fn bare(&self, whole: bool) -> &str {
        match &self.routed {
            None => &self.text[self.start(whole)..self.bare_end],
            Some(routed) => &routed.bare[self.start(whole)..],
        }
    }

    /// Returns the query, including that of a route after a `#`; empty when there is none.
    #[inline]
    pub(crate) fn query(&self) -> &str {
        match &self.routed {
            None => &self.text[self.query..],
            Some(routed) => &routed.query,
        }
    }

    /// Whether there is nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Returns the host with its port: what stands before the path.
    pub(super) fn host(&self) -> &str {
        self.text(false).split(['/', '?', '#']).next().unwrap_or_default()
    }

    /// Returns where the part after `://` begins, in both the text and the bare address.
    pub(crate) fn after_scheme(&self) -> usize {
        self.after_scheme
    }

    /// Returns the bare address with the slashes that do not matter.
    pub(crate) fn spelled_out(&self) -> String {
        self.bare(true).replacen('#', "/#", 1) + "/"
    }

    #[inline]
    fn start(&self, whole: bool) -> usize {
        if whole { 0 } else { self.after_scheme }
    }
}

impl Routed {
    fn of(text: &str, after_scheme: usize) -> Routed {
        let (scheme, rest) = text.split_at(after_scheme);
        let (page, route) = rest.split_once('#').unwrap_or((rest, ""));
        let [(path, query), (route, route_query)] =
            [page, route].map(|part| part.split_once('?').unwrap_or((part, "")));
        let mut bare = [scheme, without_slash(path)].concat();
        // `#/` and `#!` alone lead nowhere: single-page apps start with the former, and links that do nothing have the latter.
        if !route.chars().all(|letter| matches!(letter, '/' | '!')) {
            bare.push('#');
            bare.push_str(without_slash(route));
        }
        let mut query = query.to_owned();
        if !route_query.is_empty() {
            query.push('#');
            query.push_str(route_query);
        }
        Routed { bare, query }
    }
}

fn without_slash(path: &str) -> &str {
    path.strip_suffix('/').unwrap_or(path)
}

/// Returns where the part after `://` begins; `None` when no `://` stands before the path, query and fragment.
pub(super) fn scheme_end(text: &str) -> Option<usize> {
    let at = text.find("://")?;
    (!text[..at].contains(['/', '?', '#'])).then_some(at + 3)
}

/// Returns an address without its fragment, unless that is a route. Routes begin with `#/` or `#!`; a `#` in a route begins a separate fragment.
pub(crate) fn without_anchor(text: &str) -> &str {
    let Some(at) = text.find('#') else { return text };
    let fragment = &text[at + 1..];
    let route = match fragment.starts_with(['/', '!']) {
        true => 1 + fragment.find('#').unwrap_or(fragment.len()),
        false => 0,
    };
    &text[..at + route]
}

/// Returns plain text in the form of an address: what a parser would percent-encode is encoded, upper case is lowered.
pub(super) fn plain(text: &str) -> String {
    let mut form = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b' ' | b'"' | b'<' | b'>' | 0..=0x1f | 0x7f.. => form.push_str(&format!("%{byte:02x}")),
            _ => form.push(char::from(byte.to_ascii_lowercase())),
        }
    }
    form
}
