//! What one network may do, and counts that wait to be written.

use std::time::{Duration, Instant};

use crate::backend::counter::{Counter, Report};
use crate::backend::limiter::Buckets;
use crate::backend::network::customer;

#[test]
fn one_is_stopped_and_others_are_not() {
    let buckets = Buckets::new(2.0, 10, 1_000);
    let begin = Instant::now();
    let taken = |key: &str, now| {
        (0..50)
            .take_while(|_| buckets.take(key.to_owned(), now).is_ok())
            .count()
    };
    assert_eq!(taken("a", begin), 10);
    assert_eq!(buckets.take("a".to_owned(), begin), Err(1));
    assert_eq!(buckets.look(&"a".to_owned(), begin), Err(1));
    assert_eq!(taken("b", begin), 10);
    // Two a second come back, up to all of them.
    assert_eq!(taken("a", begin + Duration::from_secs(3)), 6);
    assert_eq!(taken("a", begin + Duration::from_secs(3_600)), 10);
    // A clock that goes backwards adds no tokens.
    assert_eq!(taken("a", begin), 0);
}

#[test]
fn the_wait_is_as_long_as_it_takes() {
    let buckets = Buckets::new(0.125, 2, 10);
    let begin = Instant::now();
    for _ in 0..2 {
        assert_eq!(buckets.take((), begin), Ok(()));
    }
    assert_eq!(buckets.take((), begin), Err(8));
    assert_eq!(buckets.take((), begin + Duration::from_secs(4)), Err(4));
    assert_eq!(buckets.take((), begin + Duration::from_secs(8)), Ok(()));
}

#[test]
fn memory_is_bounded_and_given_back() {
    let buckets = Buckets::new(1.0, 10, 100);
    let begin = Instant::now();
    let taken = (0..500).filter(|key| buckets.take(*key, begin).is_ok()).count();
    assert_eq!(taken, 100);
    assert_eq!(buckets.take(7, begin), Ok(()), "who is known goes on");
    buckets.prune(begin + Duration::from_secs(1));
    assert_eq!(
        buckets.take(500, begin),
        Ok(()),
        "who may do everything again is forgotten"
    );
}

#[test]
fn a_customers_addresses_count_as_one() {
    let of = |text: &str| customer(text.parse().expect("an address"));
    assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
    assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
    assert_eq!(of("::ffff:192.0.2.3"), of("192.0.2.3"));
    assert_ne!(of("192.0.2.3"), of("192.0.2.4"));
}

#[test]
fn counts_wait_and_come_back_after_a_failure() {
    let counter = Counter::default();
    let report = r#"{ "events": [
        { "campaign": "a", "event": "shown" }, { "campaign": "a", "event": "shown", "more": 1 },
        { "campaign": "a", "event": "clicked" }, { "campaign": "b", "event": "closed" } ] }"#;
    let report: Report = serde_json::from_str(report).expect("a report");
    counter.count(&report, |id| id == "a");
    let first = counter.take();
    assert_eq!((first["a"].shown, first["a"].clicked, first.len()), (2, 1, 1));
    assert!(counter.take().is_empty());
    counter.count(&report, |id| id == "a");
    counter.put_back(first);
    assert_eq!(counter.take()["a"].shown, 4);
}
