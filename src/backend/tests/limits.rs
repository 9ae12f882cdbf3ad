//! The rate of events, and counts that wait to be written.

use std::net::IpAddr;

use crate::backend::counter::{Counter, Report};
use crate::backend::limiter::Limiter;

#[test]
fn an_address_is_stopped_and_others_are_not() {
    let limiter = Limiter::new();
    let of = |text: &str| text.parse::<IpAddr>().expect("an address");
    let taken = (0..400).take_while(|_| limiter.count(of("192.0.2.1")).is_ok()).count();
    assert!((200..400).contains(&taken), "{taken}");
    let wait = limiter.count(of("192.0.2.1")).err();
    assert!(wait.is_none_or(|seconds| seconds >= 1), "{wait:?}");
    assert!(limiter.count(of("192.0.2.2")).is_ok());
    assert!(limiter.count(of("::ffff:192.0.2.3")).is_ok());
}

#[test]
fn a_network_of_ipv6_counts_as_one() {
    let limiter = Limiter::new();
    let of = |last: u16| format!("2001:db8:1:2::{last:x}").parse::<IpAddr>().expect("an address");
    let taken = (0..400).take_while(|last| limiter.count(of(*last)).is_ok()).count();
    assert!(taken < 400, "{taken}");
    assert!(limiter.count("2001:db8:1:3::1".parse().expect("an address")).is_ok());
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
