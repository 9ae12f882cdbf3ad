//! Page addresses in the form in which they are compared (SPEC 3, URL text).

use url::{Position, Url};

use super::trim;

/// The page that an address is, for counting its views: its WHATWG form without query and fragment.
pub fn page_identity(address: &str) -> String {
    match Url::parse(address) {
        Ok(mut url) => {
            url.set_query(None);
            url.set_fragment(None);
            url.into()
        }
        Err(_) => trim(address).split(['?', '#']).next().unwrap_or_default().to_owned(),
    }
}

/// A page's address, ready to be compared.
#[derive(Debug, Clone, Default)]
pub(crate) struct Address {
    /// WHATWG form, no fragment, lowered; what a parser leaves in addresses without a host is percent-encoded as in other plain text.
    text: String,
    /// Where the part after `://` begins.
    after_scheme: usize,
    /// Where the path ends, one trailing slash left out.
    bare_end: usize,
    /// Where the query begins, behind its question mark; the length of the text when there is none.
    query: usize,
}

impl Address {
    /// The address of a page.
    pub(crate) fn of(page: &str) -> Address {
        let text = match Url::parse(page) {
            Ok(mut url) => {
                url.set_fragment(None);
                plain(url.as_str())
            }
            Err(_) => plain(without_fragment(trim(page))),
        };
        Address::of_form(text)
    }

    fn of_form(text: String) -> Address {
        let after_scheme = scheme_end(&text).unwrap_or(0);
        let path_end = text.find('?').unwrap_or(text.len());
        let path = &text[..path_end];
        let bare_end = path.strip_suffix('/').map_or(path_end, str::len).max(after_scheme);
        let query = text.len().min(path_end + 1);
        Address {
            text,
            after_scheme,
            bare_end,
            query,
        }
    }

    /// The text that is compared, and where its part after `://` begins.
    pub(crate) fn into_text(self) -> (String, usize) {
        (self.text, self.after_scheme)
    }

    #[inline]
    fn from(&self, whole: bool) -> &str {
        &self.text[if whole { 0 } else { self.after_scheme }..]
    }
}

/// A wanted address, or part of one.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    /// Compared with the whole form; otherwise with the part after `://`.
    whole: bool,
    shape: Shape,
}

/// How it is compared.
#[derive(Debug, Clone)]
pub(crate) enum Shape {
    /// The address without query and without one slash at the end of its path, and the query if it is to be the same.
    Equals {
        /// The address.
        bare: Box<str>,
        /// The query; empty when any will do.
        query: Box<str>,
    },
    /// Somewhere in it.
    Contains(Box<str>),
    /// At its beginning.
    StartsWith(Box<str>),
    /// These pieces with any text between them.
    Matches(Box<[Box<str>]>),
}

impl Wanted {
    /// The address itself; its query counts only when it has one.
    pub(super) fn equals(value: &str) -> Wanted {
        let value = trim(value);
        let whole = scheme_end(value).is_some();
        let address = match whole {
            true => Address::of(value),
            false => Address::of_form(form_without_scheme(value)),
        };
        let bare = address.text[..address.bare_end].into();
        Wanted {
            whole,
            shape: Shape::Equals {
                bare,
                query: address.text[address.query..].into(),
            },
        }
    }

    /// Any text of the address.
    pub(super) fn contains(value: &str) -> Wanted {
        Wanted::text(value, false, Shape::Contains)
    }

    /// The beginning of the address.
    pub(super) fn starts_with(value: &str) -> Wanted {
        Wanted::text(value, true, Shape::StartsWith)
    }

    /// The whole address, with `*` standing for any text.
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

    /// Whether it is compared with the whole form, otherwise with the part after `://`.
    pub(crate) fn is_whole(&self) -> bool {
        self.whole
    }

    /// How it is compared.
    pub(crate) fn shape(&self) -> &Shape {
        &self.shape
    }

    /// The addresses that equal a wanted one, compared like it: with and without the trailing slash that does not matter. `None` for other shapes.
    pub(crate) fn addresses(&self) -> Option<Vec<String>> {
        let Shape::Equals { bare, query } = &self.shape else {
            return None;
        };
        let same = |text: &String| {
            let address = Address::of_form(text.clone());
            address.text[..address.bare_end] == **bare
        };
        let texts = [bare.to_string(), format!("{bare}/")].into_iter().filter(same);
        let mark = if query.is_empty() { "" } else { "?" };
        Some(texts.map(|text| text + mark + query).collect())
    }

    /// Whether a page has this address.
    #[inline]
    pub(crate) fn holds(&self, page: &Address) -> bool {
        match &self.shape {
            Shape::Equals { bare, query } => {
                let start = if self.whole { 0 } else { page.after_scheme };
                page.text.as_bytes()[start..page.bare_end] == *bare.as_bytes()
                    && (query.is_empty() || page.text.as_bytes()[page.query..] == *query.as_bytes())
            }
            Shape::Contains(text) => page.from(self.whole).contains(&**text),
            Shape::StartsWith(text) => page.from(self.whole).as_bytes().starts_with(text.as_bytes()),
            Shape::Matches(pieces) => matches(pieces, page.from(self.whole)),
        }
    }
}

/// Whether a text is these pieces with any text between them. Taking each piece as early as possible decides it.
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

/// Where the part after `://` begins; `None` when no `://` stands before the path, query and fragment.
fn scheme_end(text: &str) -> Option<usize> {
    let at = text.find("://")?;
    (!text[..at].contains(['/', '?', '#'])).then_some(at + 3)
}

fn without_fragment(text: &str) -> &str {
    text.split_once('#').map_or(text, |(before, _)| before)
}

/// What a browser makes of an address typed without a scheme. A lone path has no host that could be put right.
fn form_without_scheme(value: &str) -> String {
    let typed = value.strip_prefix("//").unwrap_or(value);
    if !typed.starts_with('/')
        && let Ok(mut url) = Url::parse(&format!("https://{typed}"))
    {
        url.set_fragment(None);
        let text = plain(url.as_str());
        return text["https://".len()..].to_owned();
    }
    plain(without_fragment(typed))
}

/// Plain text in the form of an address: what a parser would percent-encode is encoded, upper case is lowered.
fn plain(text: &str) -> String {
    let mut form = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b' ' | b'"' | b'<' | b'>' | 0..=0x1f | 0x7f.. => form.push_str(&format!("%{byte:02x}")),
            _ => form.push(char::from(byte.to_ascii_lowercase())),
        }
    }
    form
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
