//! Addresses of pages in the form in which they are compared, most of them without parsing.

use crate::engine::parts::Address;

/// An [`Address`] into a buffer; most pages stand in their normal form already, which shows without parsing them.
pub(super) fn address_into(buffer: &mut String, page: &str) -> usize {
    buffer.clear();
    if let Some(end) = normal_end(page.as_bytes()) {
        buffer.push_str(&page[..end]);
        buffer.make_ascii_lowercase();
        return if page.starts_with("https") { 8 } else { 7 };
    }
    let (text, behind_scheme) = Address::of(page).into_text();
    buffer.push_str(&text);
    behind_scheme
}

/// Where the fragment of an address begins that a parser would leave as it is; `None` when it might not.
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
    let query = &behind_path[..query_length];
    let plain = |byte: &u8| plain_in_path(*byte) || matches!(byte, b'?' | b'%');
    query
        .iter()
        .all(plain)
        .then_some(page.len() - behind_path.len() + query_length)
}

/// Whether a host is names of lower-case letters, digits and single hyphens, the last of which begins with a letter.
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
