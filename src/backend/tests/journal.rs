//! What has a line in the log.

use std::net::IpAddr;
use std::time::{Duration, Instant};

use axum::http::Method;

use crate::backend::journal::{Answered, Fate, Journal, LogOptions};

fn answered(status: u16, authorised: bool) -> Answered<'static> {
    Answered {
        method: &Method::GET,
        path: "/v1/campaigns.json",
        status,
        took: Duration::ZERO,
        client: IpAddr::from([192, 0, 2, 1]),
        authorised,
    }
}

#[test]
fn a_flood_makes_few_lines_and_is_summed_up() {
    let journal = Journal::new(LogOptions::default());
    let begin = Instant::now();
    let lines = |status, authorised, requests: u32, now| {
        let answered = answered(status, authorised);
        (0..requests)
            .filter(|_| journal.fate(&answered, now) == Fate::Line)
            .count()
    };
    assert_eq!(lines(200, false, 1_000, begin), 0, "what visitors fetch");
    assert_eq!(lines(200, true, 1_000, begin), 1_000, "every change");
    assert_eq!(lines(404, true, 10, begin), 10, "and what its maker was refused");
    let refusals = lines(401, false, 10_000, begin);
    assert!((100..200).contains(&refusals), "{refusals}");
    let later = lines(429, false, 10_000, begin + Duration::from_secs(60));
    assert!((50..70).contains(&later), "{later}");
    assert_eq!(journal.take_sums(), (1_000, 20_000 - (refusals + later) as u64));
    assert_eq!(journal.take_sums(), (0, 0));
}

#[test]
fn every_request_has_a_line_when_that_is_asked_for() {
    let journal = Journal::new(LogOptions {
        every_request: true,
        ..LogOptions::default()
    });
    let begin = Instant::now();
    let lines = (0..1_000).filter(|_| journal.fate(&answered(200, false), begin) == Fate::Line);
    assert_eq!(lines.count(), 1_000);
}
