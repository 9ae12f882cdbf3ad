//! Wanted addresses and parts of addresses, prepared for comparisons with a page's (`tests/specification/addresses.md`).

use url::{Position, Url};

use super::address::{Address, plain, scheme_end, without_anchor};
use super::trim;

/// A wanted address, or part of one.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    /// Whether it is compared with the whole form, or with the part after `://`.
    whole: bool,
    shape: Shape,
}

/// How it is compared.
#[derive(Debug, Clone)]
pub(crate) enum Shape {
    /// The address as [`Address::bare`] gives it, and the query if it has to match.
    Equals {
        /// The address.
        bare: Box<str>,
        /// The query as [`Address::query`] gives it; empty when any query matches.
        query: Box<str>,
    },
    /// Somewhere in the address.
    Contains(Box<str>),
    /// At the beginning of the address.
    StartsWith(Box<str>),
    /// These pieces with any text between them.
    Matches(Box<[Box<str>]>),
}

impl Wanted {
    /// Wants the address itself; its query counts only when it has one.
    pub(super) fn equals(value: &str) -> Wanted {
        let value = trim(value);
        let whole = scheme_end(value).is_some();
        let address = match whole {
            true => Address::of(value),
            false => Address::of_form(form_without_scheme(value)),
        };
        Wanted {
            whole,
            shape: Shape::Equals {
                bare: address.bare(true).into(),
                query: address.query().into(),
            },
        }
    }

    /// Wants any text of the address.
    pub(super) fn contains(value: &str) -> Wanted {
        Wanted::text(value, false, Shape::Contains)
    }

    /// Wants the beginning of the address.
    pub(super) fn starts_with(value: &str) -> Wanted {
        Wanted::text(value, true, Shape::StartsWith)
    }

    /// Wants the whole address, with `*` standing for any text.
    pub(super) fn matches(pattern: &str) -> Wanted {
        Wanted::text(pattern, true, |text| {
            Shape::Matches(text.split('*').map(Box::from).collect())
        })
    }

    fn text(value: &str, from_start: bool, shape: impl FnOnce(Box<str>) -> Shape) -> Wanted {
        let value = trim(value);
        let whole = scheme_end(value).is_some();
        let text = match host_in_punycode(value, from_start) {
            Some((host, rest)) => host + &plain(rest),
            None => plain(value),
        };
        Wanted {
            whole,
            shape: shape(text.into()),
        }
    }

    /// Returns whether it is compared with the whole form, rather than with the part after `://`.
    pub(crate) fn is_whole(&self) -> bool {
        self.whole
    }

    /// Returns how it is compared.
    pub(crate) fn shape(&self) -> &Shape {
        &self.shape
    }

    /// Returns the texts without query that have this bare address: with and without the slashes that do not matter, including
    /// [`Address::spelled_out`]. None for other shapes.
    pub(crate) fn spellings(&self) -> Vec<String> {
        let Shape::Equals { bare, .. } = &self.shape else {
            return Vec::new();
        };
        let slashed = |part: &str| [part.to_owned(), format!("{part}/")];
        let texts: Vec<String> = match bare.split_once('#') {
            None => slashed(bare).into(),
            Some((path, route)) => {
                let routes = slashed(route);
                let with_route = |path: String| routes.clone().map(|route| format!("{path}#{route}"));
                slashed(path).into_iter().flat_map(with_route).collect()
            }
        };
        let same = |text: &String| Address::of_form(text.clone()).bare(true) == &**bare;
        texts.into_iter().filter(same).collect()
    }

    /// Returns whether a page has this address.
    #[inline]
    pub(crate) fn holds(&self, page: &Address) -> bool {
        match &self.shape {
            Shape::Equals { bare, query } => {
                page.bare(self.whole).as_bytes() == bare.as_bytes()
                    && (query.is_empty() || page.query().as_bytes() == query.as_bytes())
            }
            Shape::Contains(text) => page.text(self.whole).contains(&**text),
            Shape::StartsWith(text) => page.text(self.whole).as_bytes().starts_with(text.as_bytes()),
            Shape::Matches(pieces) => matches(pieces, page.text(self.whole)),
        }
    }
}

/// Returns whether a text consists of these pieces with any text between them. Taking each piece as early as possible decides it.
fn matches(pieces: &[Box<str>], text: &str) -> bool {
    let [first, middle @ .., last] = pieces else {
        return pieces.first().is_some_and(|only| **only == *text);
    };
    let Some(mut rest) = text.strip_prefix(&**first) else {
        return false;
    };
    for piece in middle {
        let Some((_, after)) = rest.split_once(&**piece) else {
            return false;
        };
        rest = after;
    }
    rest.ends_with(&**last)
}

/// Returns what a browser makes of an address typed without a scheme. A lone path has no host to rewrite.
fn form_without_scheme(value: &str) -> String {
    let typed = value.strip_prefix("//").unwrap_or(value);
    if !typed.starts_with('/')
        && let Ok(url) = Url::parse(&format!("https://{typed}"))
    {
        let text = plain(without_anchor(url.as_str()));
        return text["https://".len()..].to_owned();
    }
    plain(without_anchor(typed))
}

/// Splits a value that begins with a host beyond ASCII into that beginning, as a parser writes it, and the rest.
fn host_in_punycode(value: &str, from_start: bool) -> Option<(String, &str)> {
    let scheme = match scheme_end(value) {
        Some(end) => end,
        None if from_start => 0,
        None => return None,
    };
    let host_length = value[scheme..].find(['/', '?', '#']).unwrap_or(value.len() - scheme);
    let (host, rest) = value[scheme..].split_at(host_length);
    if host.is_ascii() || host.contains('*') || value[..scheme].contains('*') {
        return None;
    }
    let prefix = if scheme == 0 { "https://" } else { &value[..scheme] };
    let url = Url::parse(&format!("{prefix}{host}/")).ok()?;
    let written = plain(&url[..Position::BeforePath]);
    Some((
        if scheme == 0 {
            written["https://".len()..].to_owned()
        } else {
            written
        },
        rest,
    ))
}
