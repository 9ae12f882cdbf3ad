//! The parameters of an address: what stands behind its question mark, and behind that of a route after a `#`
//! (`tests/specification/fields.md`).
//!
//! Their names count without regard to case, and of several values of one name the first does. It never looks at the rest of an address, which the
//! engine compares.

use std::borrow::Cow;

use url::form_urlencoded::{byte_serialize, parse};

use crate::campaign::{fold, trim};

/// Returns the form in which the names of parameters are compared.
pub(crate) fn parameter_name(name: &str) -> String {
    fold(trim(name))
}

/// Reads the queries of an address, `a=1#b=2` where both it and its route have one: names and values in their order, decoded.
pub(crate) fn parameters(queries: &str) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
    queries.split('#').flat_map(|query| parse(query.as_bytes()))
}

/// Returns the value of a parameter.
pub(super) fn parameter(address: &str, name: &str) -> Option<String> {
    let name = parameter_name(name);
    let split = Split::of(trim(address));
    let queries = [split.query, split.route_query];
    let mut all = queries.iter().flat_map(|query| parse(query.as_bytes()));
    all.find(|(other, _)| fold(other) == name)
        .map(|(_, value)| value.into_owned())
}

/// Gives a parameter this value, or removes it. The rest of the address stays as it is written. Nothing happens to an empty address.
pub(super) fn set_parameter(address: &mut String, name: &str, value: Option<&str>) {
    if trim(address).is_empty() {
        return;
    }
    let key = parameter_name(name);
    let written = value.map(|value| [encoded(trim(name)), "=".into(), encoded(value)].concat());
    let split = Split::of(trim(address));
    let with = |head: &str, query: &str, written: Option<String>| {
        let query = replaced(query, &key, written);
        let mark = if query.is_empty() { "" } else { "?" };
        [head, mark, &query].concat()
    };
    let page = with(split.page, split.query, written);
    let route = with(split.route, split.route_query, None);
    *address = [page, route, split.anchor.to_owned()].concat();
}

fn encoded(text: &str) -> String {
    byte_serialize(text.as_bytes()).collect()
}

/// Returns a query without a parameter and with what is written instead: where it stood, or at the end.
fn replaced(query: &str, key: &str, mut written: Option<String>) -> String {
    let mut parts = Vec::new();
    for part in query.split('&').filter(|part| !part.is_empty()) {
        let is_it = parse(part.as_bytes())
            .next()
            .is_some_and(|(name, _)| fold(&name) == key);
        match is_it {
            true => parts.extend(written.take().map(Cow::Owned)),
            false => parts.push(Cow::Borrowed(part)),
        }
    }
    parts.extend(written.map(Cow::Owned));
    parts.join("&")
}

/// An address in parts, without their question marks. Of the fragments, only a route has a query.
struct Split<'a> {
    page: &'a str,
    query: &'a str,
    /// With its `#`.
    route: &'a str,
    route_query: &'a str,
    /// Any other fragment, with its `#`.
    anchor: &'a str,
}

impl Split<'_> {
    fn of(address: &str) -> Split<'_> {
        let (before, fragment) = address.split_at(address.find('#').unwrap_or(address.len()));
        let (route, anchor) = match fragment.starts_with("#/") || fragment.starts_with("#!") {
            true => fragment.split_at(fragment[1..].find('#').map_or(fragment.len(), |at| at + 1)),
            false => ("", fragment),
        };
        let (page, query) = before.split_once('?').unwrap_or((before, ""));
        let (route, route_query) = route.split_once('?').unwrap_or((route, ""));
        Split {
            page,
            query,
            route,
            route_query,
            anchor,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_is_read_from_the_query_of_the_page_and_of_its_route() {
        let cases = [
            ("https://a.test/?utm_source=News", "UTM_Source", Some("News")),
            ("https://a.test/?a=1&a=2", "a", Some("1")),
            ("https://a.test/?q=spring+sale%21&flag", "q", Some("spring sale!")),
            ("https://a.test/?flag", "flag", Some("")),
            ("https://a.test/?%C3%9Cr%C3%BCn=%C3%87ay", "ürün", Some("Çay")),
            ("https://a.test/#/cart?coupon=X", "coupon", Some("X")),
            ("https://a.test/?coupon=Y#/cart?coupon=X", "coupon", Some("Y")),
            ("https://a.test/#cart?coupon=X", "coupon", None),
            ("https://a.test/#/cart#?coupon=X", "coupon", None),
            ("https://a.test/a=1", "a", None),
            ("", "a", None),
        ];
        for (address, name, expected) in cases {
            assert_eq!(parameter(address, name).as_deref(), expected, "{name} in {address}");
        }
    }

    #[test]
    fn a_parameter_that_is_set_leaves_the_rest_as_it_is_written() {
        let cases = [
            ("https://a.test", "b", Some("x y&ü"), "https://a.test?b=x+y%26%C3%BC"),
            (
                "https://a.test/?a=1&B=2&c=3&b=4#top",
                "b",
                Some("9"),
                "https://a.test/?a=1&b=9&c=3#top",
            ),
            ("https://a.test/?a=1&B=2#top", "b", None, "https://a.test/?a=1#top"),
            ("https://a.test/?b=2", "b", None, "https://a.test/"),
            (
                "https://a.test/#/x?b=2&c=3",
                "b",
                Some("1"),
                "https://a.test/?b=1#/x?c=3",
            ),
            ("", "b", Some("1"), ""),
        ];
        for (address, name, value, expected) in cases {
            let mut changed = address.to_owned();
            set_parameter(&mut changed, name, value);
            assert_eq!(changed, expected, "{name} in {address}");
            let read = parameter(&changed, name);
            assert_eq!(read.as_deref(), value.filter(|_| !address.is_empty()), "{changed}");
        }
    }
}
