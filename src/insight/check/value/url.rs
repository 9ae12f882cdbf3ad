//! Checks of the address that a page is compared with.

use url::Url;

use super::{Compared, Findings, Problem};
use crate::campaign::Operator;
use crate::engine::parts::without_anchor;
use crate::engine::trim;

pub(super) fn check_url(compared: &Compared<'_>, text: &str, findings: &mut Findings) {
    let trimmed = trim(text);
    if has_anchor(compared.operator, trimmed) {
        findings.add(
            compared.path,
            Problem::UrlFragment {
                text: trimmed.to_owned(),
            },
        );
    }
    // A part of an address may be anything; what stands at the beginning has to be an address.
    let from_start = matches!(
        compared.operator,
        Some(Operator::Equals | Operator::NotEquals | Operator::StartsWith | Operator::Matches)
    );
    if !from_start {
        return;
    }
    // Blanks of a path are written as %20, as browsers do; a host has none.
    let host = trimmed
        .split_once("://")
        .map_or(trimmed, |(_, rest)| rest)
        .split(['/', '?', '#'])
        .next();
    if let Some(blank) = host.and_then(|host| host.find(char::is_whitespace).map(|at| &host[..at])) {
        let never = match compared.operator {
            Some(Operator::Equals | Operator::StartsWith) => true,
            // An asterisk may stand for a path, too.
            Some(Operator::Matches) => !blank.contains('*'),
            _ => false,
        };
        findings.add(
            compared.path,
            Problem::UrlBlank {
                text: trimmed.to_owned(),
                never,
            },
        );
        return;
    }
    match trimmed.split_once("://") {
        Some((scheme, _)) => check_scheme(compared, trimmed, scheme, findings),
        None if trimmed.starts_with('/') => {
            findings.add(
                compared.path,
                Problem::UrlWithoutHost {
                    text: trimmed.to_owned(),
                },
            );
        }
        None => {}
    }
}

/// Returns whether the condition wants a fragment that no page's address has. A part of an address may end before the rest of a route.
fn has_anchor(operator: Option<Operator>, text: &str) -> bool {
    let Some(anchor) = text.get(without_anchor(text).len() + 1..) else {
        return false;
    };
    match operator {
        Some(Operator::Contains | Operator::NotContains | Operator::StartsWith) => !anchor.is_empty(),
        Some(Operator::Matches) => !anchor.starts_with('*'),
        _ => true,
    }
}

fn check_scheme(compared: &Compared<'_>, text: &str, scheme: &str, findings: &mut Findings) {
    let whole = matches!(compared.operator, Some(Operator::Equals | Operator::NotEquals));
    let is_name = !scheme.is_empty()
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    if whole && Url::parse(text).is_err() {
        findings.add(compared.path, Problem::MalformedUrl { text: text.to_owned() });
    } else if is_name && !["http", "https"].iter().any(|known| known.eq_ignore_ascii_case(scheme)) {
        findings.add(
            compared.path,
            Problem::ForeignUrlScheme {
                scheme: scheme.to_owned(),
            },
        );
    }
}
