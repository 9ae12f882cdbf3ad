use serde_json::json;

use super::*;
use crate::campaign::{Look, LookKey, Named as _};

const LIVE: &str = include_str!("../../../assets/widget/live.css");

fn style(motion: Motion, position: PagePlace) -> Style {
    let mut look = Look::default();
    look.set(LookKey::Motion, Some(motion.id().into()));
    look.set(LookKey::Position, Some(position.id().into()));
    look.set(LookKey::MotionMs, Some(json!(400)));
    Style::of(&[&look])
}

fn begun(motion: Motion, position: PagePlace, delay: f64) -> Arrival {
    let mut arrival = Arrival::new(&style(motion, position), delay, Pace::Usual);
    arrival.begin(10.0);
    arrival
}

fn pose(arrival: &Arrival, now: f64) -> Pose {
    match arrival.at(now) {
        Moment::Moving(pose) => pose,
        other => panic!("{other:?} at {now}"),
    }
}

/// The stylesheet moves the pop-up for visitors; this must say the same.
#[test]
fn the_stylesheet_has_the_same_measures() {
    for said in [
        format!("--from: translateY({RISE}px)"),
        format!("translateX({}%)", SLIDE * 100.0),
        format!("translateX(-{}%)", SLIDE * 100.0),
        format!("translateY({}%)", SLIDE * 100.0),
        "cubic-bezier(.2, .8, .2, 1)".to_owned(),
        "@keyframes bk-in { from { opacity: 0; transform: var(--from) } }".to_owned(),
    ] {
        assert!(LIVE.contains(&said), "{said}");
    }
    assert_eq!(EASE, [0.2, 0.8, 0.2, 1.0]);
}

#[test]
fn it_waits_moves_and_stands() {
    let arrival = begun(Motion::Rise, PagePlace::BottomRight, 1.0);
    assert_eq!(arrival.at(10.9), Moment::Waiting);
    let start = pose(&arrival, 11.0);
    assert!(start.progress < 0.01 && (start.pixels.1 - RISE).abs() < 0.1);
    let later = pose(&arrival, 11.2);
    assert!((0.85..1.0).contains(&later.progress), "quick at first: {later:?}");
    assert!(later.pixels.1 < 3.0);
    assert_eq!(arrival.at(11.4), Moment::Over);
}

#[test]
fn it_slides_in_from_its_own_side() {
    for (place, from) in [
        (PagePlace::BottomRight, (1.1, 0.0)),
        (PagePlace::TopLeft, (-1.1, 0.0)),
        (PagePlace::TopCenter, (0.0, -1.1)),
        (PagePlace::CenterCenter, (0.0, 1.1)),
        (PagePlace::BottomCenter, (0.0, 1.1)),
    ] {
        let (x, y) = pose(&begun(Motion::Slide, place, 0.0), 10.0).sizes;
        assert!(
            (x - from.0).abs() < 0.01 && (y - from.1).abs() < 0.01,
            "{place:?}: {x} {y}"
        );
    }
}

#[test]
fn whoever_wants_no_motion_sees_none() {
    let mut still = Arrival::new(&style(Motion::Slide, PagePlace::BottomRight), 1.0, Pace::Still);
    still.begin(10.0);
    assert_eq!((still.at(10.9), still.at(11.0)), (Moment::Waiting, Moment::Over));
    assert_eq!(begun(Motion::None, PagePlace::BottomRight, 0.0).at(10.0), Moment::Over);
}

#[test]
fn a_long_wait_is_shortened_and_nothing_begins_without_a_picture() {
    let arrival = begun(Motion::Fade, PagePlace::BottomRight, 60.0);
    assert!(arrival.is_shortened() && arrival.delay() == 60.0);
    assert_eq!(arrival.at(11.9), Moment::Waiting);
    let (first, last) = (pose(&arrival, 12.1).progress, pose(&arrival, 12.3).progress);
    assert!(0.0 < first && first < last && last < 1.0);
    let waits = Arrival::new(&style(Motion::Fade, PagePlace::BottomRight), f64::NAN, Pace::Usual);
    assert_eq!((waits.at(1e9), waits.delay()), (Moment::Waiting, 0.0));
}

#[test]
fn slowly_it_goes_the_same_way_after_the_same_wait() {
    let usual = begun(Motion::Slide, PagePlace::BottomRight, 1.0);
    let mut slow = Arrival::new(&style(Motion::Slide, PagePlace::BottomRight), 1.0, Pace::Slow);
    slow.begin(10.0);
    assert_eq!(slow.at(10.9), Moment::Waiting);
    for share in [0.1, 0.5, 0.9] {
        let (one, other) = (pose(&usual, 11.0 + 0.4 * share), pose(&slow, 11.0 + 2.0 * share));
        assert!((one.sizes.0 - other.sizes.0).abs() < 0.001, "{one:?} {other:?}");
    }
    assert_eq!(slow.at(13.0), Moment::Over);
}
