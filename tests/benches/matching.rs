//! The time of a decision: `cargo bench --bench matching`. Figures and bounds are in the README next to this file.

mod ten;

use std::hint::black_box;

use beckon::campaign::{Campaign, Condition, Field, Node, Operator};
use beckon::engine::{Delivery, PageView, Prepared, Rule, Stats, explain};
use beckon::visitor::{EventKind, Visitor};
use divan::Bencher;

fn main() {
    divan::main();
}

/// One decision of a ten-condition rule, the visitor prepared.
#[divan::bench(sample_count = 200, sample_size = 1000)]
fn one_decision(bencher: Bencher<'_, '_>) {
    let rule = Rule::compile(&ten::campaign());
    let visitor = ten::visitor();
    let page = PageView::of(&visitor);
    let prepared = Prepared::new(&page, &Stats::from(&visitor), rule.zone(), ten::now());
    assert!(rule.holds(&prepared));
    bencher.bench_local(|| black_box(&rule).holds(black_box(&prepared)));
}

/// Preparing a visitor, once a page view.
#[divan::bench(sample_size = 100)]
fn preparing_a_page_view(bencher: Bencher<'_, '_>) {
    let visitor = ten::visitor();
    bencher.bench_local(|| PageView::of(black_box(&visitor)));
}

/// A whole explanation, from a campaign and a visitor as they are.
#[divan::bench(sample_size = 100)]
fn one_explanation(bencher: Bencher<'_, '_>) {
    let (campaign, visitor) = (ten::campaign(), ten::visitor());
    assert_eq!(explain(&campaign, &visitor, ten::now()).reasons.len(), 10);
    bencher.bench_local(|| explain(black_box(&campaign), black_box(&visitor), ten::now()));
}

/// A thousand live campaigns of ten conditions and a date; every second one fails at its last condition.
fn thousand() -> Vec<Campaign> {
    let last = |index: usize| {
        if index.is_multiple_of(2) {
            "2026-12-31"
        } else {
            "2026-01-01"
        }
    };
    (0..1_000)
        .map(|index| {
            let mut campaign = ten::campaign();
            campaign.id = format!("campaign-{index:03}");
            let ends = Condition::new(Field::LastSeen, Operator::OnOrEarlier, last(index));
            campaign.audience.children.push(Node::Condition(ends));
            campaign
        })
        .collect()
}

fn returning() -> Visitor {
    let visitor = ten::visitor();
    Visitor {
        url: visitor.url,
        page_views: 6,
        visits: 12,
        browser_language: visitor.browser_language,
        custom: visitor.custom,
        ..Visitor::newcomer()
    }
}

/// A page view with a thousand live campaigns: the page is opened, the rules are asked, the best one is shown.
#[divan::bench(sample_size = 10)]
fn a_page_view_with_1000_campaigns(bencher: Bencher<'_, '_>) {
    let mut delivery = Delivery::new(&thousand(), &returning(), ten::now());
    let open = EventKind::Open(ten::visitor().url.into());
    let mut at = 0.0;
    assert_eq!(delivery.step(&open, at).len(), 1);
    bencher.bench_local(|| {
        at += 1.0;
        delivery.step(black_box(&open), at)
    });
}
