//! Conditions that ask for a page on which no campaign of the site is shown (`tests/specification/look.md`).

use super::{Findings, Problem};
use crate::campaign::{Condition, Group, Joiner, Named as _, Node, Operator, SiteDocument};

/// Reports each condition that wants a page outside of these addresses. Without any that can be read, there is no outside.
pub(super) fn check(audience: &Group, addresses: &[String], findings: &mut Findings) {
    let sites: Vec<String> = addresses
        .iter()
        .filter_map(|text| SiteDocument::address(text))
        .collect();
    if !sites.is_empty() && !audience.muted {
        in_group(audience, "/audience", &sites, findings);
    }
}

fn in_group(group: &Group, pointer: &str, sites: &[String], findings: &mut Findings) {
    // What must not be so may well be elsewhere.
    if group.joiner == Joiner::None {
        return;
    }
    for (index, child) in group.children.iter().enumerate() {
        let pointer = format!("{pointer}/{}/{index}", group.joiner.id());
        match child {
            child if child.muted() => {}
            Node::Group(inner) => in_group(inner, &pointer, sites, findings),
            Node::Saved(_) => {}
            Node::Condition(condition) => {
                if let Some(address) = page(condition, sites) {
                    findings.add(format!("{pointer}/value"), Problem::OutsideSite { address });
                }
            }
        }
    }
}

/// The page that a condition wants, if it is none of these sites'.
fn page(condition: &Condition, sites: &[String]) -> Option<String> {
    condition.field.known().filter(|field| field.spec().is_page_address())?;
    let operator = condition.operator.known()?;
    let is_beginning = operator == Operator::StartsWith;
    if !is_beginning && operator != Operator::Equals {
        return None;
    }
    let text = condition.value.as_ref()?.as_str()?.trim();
    let has_scheme = text.contains("://");
    let address = match has_scheme {
        true => SiteDocument::address(text),
        false if names_a_host(text) => SiteDocument::address(&format!("https://{text}")),
        false => None,
    }?;
    // Without a scheme, what follows it is compared.
    let compared = |address: &str| match has_scheme {
        true => address.to_owned(),
        false => address
            .split_once("://")
            .map_or_else(String::new, |(_, rest)| rest.to_owned()),
    };
    let wanted = compared(&address);
    let is_there = |site: &String| {
        let site = compared(site);
        wanted == site || wanted.starts_with(&format!("{site}/")) || (is_beginning && site.starts_with(&wanted))
    };
    (!sites.iter().any(is_there)).then(|| text.to_owned())
}

/// Whether a text without a scheme begins with a host, and not with a part of a path.
fn names_a_host(text: &str) -> bool {
    let host = text.split(['/', '?', '#', ':']).next().unwrap_or_default();
    host == "localhost" || (host.contains('.') && !host.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::Field;

    fn found(group: Group, addresses: &[&str]) -> Vec<String> {
        let addresses: Vec<String> = addresses.iter().map(|address| (*address).to_owned()).collect();
        let mut findings = Findings {
            list: Vec::new(),
            today: None,
            translation: None,
        };
        check(&group, &addresses, &mut findings);
        findings.list.into_iter().map(|finding| finding.path).collect()
    }

    fn asking(joiner: Joiner, operator: Operator, value: &str) -> Group {
        let condition = Condition::new(Field::CurrentPageUrl, operator, value);
        Group::of(joiner, vec![Node::Condition(condition)])
    }

    #[test]
    fn a_page_is_outside_where_no_address_covers_it() {
        let shop = ["https://www.example.com/shop", "http://localhost:8080"];
        for (operator, value, outside) in [
            (Operator::Equals, "https://www.example.com/shop", false),
            (Operator::Equals, "https://www.example.com/shop/sale?a=1", false),
            (Operator::Equals, "HTTPS://WWW.Example.com/Shop/", false),
            (Operator::Equals, "www.example.com/shop/sale", false),
            (Operator::Equals, "localhost:8080/cart", false),
            (Operator::Equals, "https://www.example.com/", true),
            (Operator::Equals, "https://www.example.com/shopping", true),
            (Operator::Equals, "https://other.example.com/shop", true),
            (Operator::Equals, "www.other.example/shop", true),
            (Operator::Equals, "/shop", false),
            (Operator::StartsWith, "https://www.example.com/", false),
            (Operator::StartsWith, "https://www.exam", false),
            (Operator::StartsWith, "https://www.example.com/blog", true),
            (Operator::Contains, "other.example.com", false),
            (Operator::NotEquals, "https://other.example.com/", false),
            (Operator::Equals, "", false),
        ] {
            let paths = found(asking(Joiner::All, operator, value), &shop);
            let wanted: &[&str] = if outside { &["/audience/all/0/value"] } else { &[] };
            assert_eq!(paths, wanted, "{operator:?} {value}");
        }
    }

    #[test]
    fn nothing_is_outside_of_any_page_or_of_what_must_not_be() {
        let elsewhere = || asking(Joiner::Any, Operator::Equals, "https://other.example/");
        assert_eq!(found(elsewhere(), &["https://www.example.com"]).len(), 1);
        assert_eq!(found(elsewhere(), &[]), [""; 0]);
        assert_eq!(
            found(elsewhere(), &["www.example.com"]),
            [""; 0],
            "no address can be read"
        );
        let not = asking(Joiner::None, Operator::Equals, "https://other.example/");
        assert_eq!(found(not, &["https://www.example.com"]), [""; 0]);
    }
}
