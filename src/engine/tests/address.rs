//! Pages and their spellings: what is one page for `equals` is one page for counting.

use proptest::prelude::*;
use proptest::sample::select;

use crate::campaign::{Campaign, Condition, Field, Group, Joiner, Node, Operator};
use crate::engine::{Rule, page_identity};
use crate::visitor::Visitor;

/// An address in parts; many pairs are nearly the same.
#[derive(Debug, Clone)]
struct Spelling {
    blank: &'static str,
    base: &'static str,
    path: &'static str,
    query: &'static str,
    route: &'static str,
    route_query: &'static str,
    anchor: &'static str,
}

impl Spelling {
    fn whole(&self) -> String {
        [
            self.blank,
            self.base,
            self.path,
            self.query,
            self.route,
            self.route_query,
            self.anchor,
            self.blank,
        ]
        .concat()
    }

    fn without_query(&self) -> String {
        [self.blank, self.base, self.path, self.route, self.anchor].concat()
    }
}

fn spelling() -> impl Strategy<Value = Spelling> {
    let base = select(vec![
        "https://www.example.com",
        "HTTPS://WWW.Example.com:443",
        "http://www.example.com",
    ]);
    let path = select(vec![
        "", "/", "/a", "/A", "/a/", "/a//", "/%61", "/b/../a", "/a/b", "/ü", "/%C3%BC",
    ]);
    let query = select(vec!["", "?", "?x=1", "?X=2/"]);
    let route = select(vec![
        "", "", "#/", "#!", "#!/", "#/a", "#/A/", "#/a//", "#!a", "#!/a", "#/ü", "#/%C3%BC", "#/b/../a",
    ]);
    let route_query = select(vec!["", "", "?", "?x=1", "?x=1/"]);
    let anchor = select(vec!["", "", "#top", "#", "#/c"]);
    let blank = select(vec!["", "", " ", "\u{200b}", "\u{feff}\u{2060} "]);
    (blank, base, path, query, route, route_query, anchor).prop_map(
        |(blank, base, path, query, route, route_query, anchor)| Spelling {
            blank,
            base,
            path,
            query,
            route,
            route_query: if route.is_empty() { "" } else { route_query },
            // Without a route before it, it may be one.
            anchor: if route.is_empty() && anchor == "#/c" {
                ""
            } else {
                anchor
            },
        },
    )
}

fn equals(value: &str, page: &str) -> bool {
    let condition = Condition::new(Field::CurrentPageUrl, Operator::Equals, value);
    let campaign = Campaign {
        audience: Group::of(Joiner::All, vec![Node::Condition(condition)]),
        ..Campaign::default()
    };
    let visitor = Visitor {
        url: page.to_owned(),
        ..Visitor::default()
    };
    Rule::compile(&campaign).holds_for(&visitor, super::generate::noon())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn one_page_is_what_equals_without_a_query_calls_so(one in spelling(), other in spelling()) {
        let same = page_identity(&one.whole()) == page_identity(&other.whole());
        prop_assert_eq!(equals(&one.without_query(), &other.whole()), same);
        prop_assert_eq!(equals(&other.without_query(), &one.whole()), same);
        prop_assert!(equals(&one.without_query(), &one.whole()));
    }
}
