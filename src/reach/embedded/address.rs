//! Addresses of pages in the form in which they are compared, most of them without parsing.

use crate::engine::parts::Address;
use crate::reach::tree::AddressPart;

/// A page's address in a reusable buffer.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// The address of a page that was read without parsing.
    text: String,
    behind_scheme: usize,
    /// Any other address, with its bare form spelled out.
    parsed: Option<(Address, String)>,
}

impl Page {
    /// Takes the address of another page. Most already have their normal form, which is visible without parsing them.
    pub(super) fn read(&mut self, page: &str) {
        self.parsed = None;
        if let Some(end) = normal_end(page.as_bytes()) {
            self.text.clear();
            self.text.push_str(&page[..end]);
            self.text.make_ascii_lowercase();
            self.behind_scheme = if page.starts_with("https") { 8 } else { 7 };
        } else {
            let address = Address::of(page);
            let spelled_out = address.spelled_out();
            self.parsed = Some((address, spelled_out));
        }
    }

    /// Returns a part of the address. The bare one is any of those that the engine treats as the same page.
    pub(super) fn part(&self, part: AddressPart) -> &str {
        match (&self.parsed, part) {
            (Some((address, _)), AddressPart::Text { whole }) => address.text(whole),
            (Some((address, bare)), AddressPart::Bare { whole }) => {
                &bare[if whole { 0 } else { address.after_scheme() }..]
            }
            (Some((address, _)), AddressPart::Query) => address.query(),
            (None, AddressPart::Text { whole }) => self.normal(whole),
            (None, AddressPart::Bare { whole }) => self.normal(whole).split('?').next().unwrap_or_default(),
            (None, AddressPart::Query) => self.text.split_once('?').map_or("", |(_, query)| query),
        }
    }

    fn normal(&self, whole: bool) -> &str {
        &self.text[if whole { 0 } else { self.behind_scheme }..]
    }
}

/// Returns where an address ends that a parser would leave as it is, apart from its fragment; `None` when the parser might change it, or when the
/// fragment is a route.
fn normal_end(page: &[u8]) -> Option<usize> {
    let behind = page
        .strip_prefix(b"https://")
        .or_else(|| page.strip_prefix(b"http://"))?;
    let host_length = behind.iter().position(|byte| *byte == b'/')?;
    let (host, rest) = behind.split_at(host_length);
    if !plain_host(host) {
        return None;
    }
    let path_length = rest
        .iter()
        .position(|byte| matches!(byte, b'?' | b'#'))
        .unwrap_or(rest.len());
    let (path, behind_path) = rest.split_at(path_length);
    let steps = path.windows(2).any(|pair| pair == b"/.");
    if steps || !path.iter().all(|byte| plain_in_path(*byte)) {
        return None;
    }
    let query_length = behind_path
        .iter()
        .position(|byte| *byte == b'#')
        .unwrap_or(behind_path.len());
    let (query, fragment) = behind_path.split_at(query_length);
    if matches!(fragment, [b'#', b'/' | b'!', ..]) {
        return None;
    }
    let plain = |byte: &u8| plain_in_path(*byte) || matches!(byte, b'?' | b'%');
    query
        .iter()
        .all(plain)
        .then_some(page.len() - behind_path.len() + query_length)
}

/// Returns whether a host consists of names of lower-case letters, digits and single hyphens, the last of which begins with a letter.
fn plain_host(host: &[u8]) -> bool {
    let label = |label: &[u8]| {
        let hyphens = label.first() == Some(&b'-') || label.windows(2).any(|pair| pair == b"--");
        let letters = label
            .iter()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-');
        !label.is_empty() && label.len() < 64 && letters && !hyphens
    };
    let last = host.rsplit(|byte| *byte == b'.').next().unwrap_or_default();
    host.len() < 200 && last.first().is_some_and(u8::is_ascii_lowercase) && host.split(|byte| *byte == b'.').all(label)
}

fn plain_in_path(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'/' | b'-'
                | b'_'
                | b'.'
                | b'~'
                | b'!'
                | b'$'
                | b'&'
                | b'('
                | b')'
                | b'*'
                | b'+'
                | b','
                | b';'
                | b'='
                | b':'
                | b'@'
        )
}
