//! Whatever fails, whenever: nothing is lost, happens twice, or happens out of order.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::fake::{Break, Desk, stored};
use crate::publish::courier::{Event, Step};
use crate::publish::{Operation, What};

const CAMPAIGNS: [&str; 3] = ["a", "b", "c"];

/// The files of a folder and all below it.
fn picture_of(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for path in fs::read_dir(folder)
        .expect("listed")
        .map(|entry| entry.expect("an entry").path())
    {
        if path.is_dir() {
            files.extend(picture_of(&path));
        } else {
            files.insert(path.clone(), fs::read(&path).expect("read"));
        }
    }
    files
}

fn put_back(folder: &Path, files: &BTreeMap<PathBuf, Vec<u8>>) {
    for path in picture_of(folder).keys().filter(|path| !files.contains_key(*path)) {
        fs::remove_file(path).expect("removed");
    }
    for (path, bytes) in files {
        fs::write(path, bytes).expect("written");
    }
}

/// The ledger as it was when the last request went out.
type AtSend = Arc<Mutex<Option<BTreeMap<PathBuf, Vec<u8>>>>>;

/// A step that a crash may cut short: before the ledger was written, or between ledger and outbox.
fn step_or_crash(desk: &mut Desk, chance: &mut fastrand::Rng, at_send: &AtSend) -> Step {
    let folder = desk.folder.path();
    let (ledger, outbox) = (folder.join("ledger"), folder.join("outbox"));
    let crash = chance.u8(0..12);
    if crash >= 2 {
        return desk.step();
    }
    let before = picture_of(&outbox);
    *at_send.lock().expect("no test panicked") = None;
    desk.step();
    put_back(&outbox, &before);
    if crash == 0
        && let Some(before) = at_send.lock().expect("no test panicked").take()
    {
        put_back(&ledger, &before);
    }
    desk.restart();
    Step::Worked
}

fn a_break(chance: &mut fastrand::Rng) -> Break {
    match chance.u8(0..20) {
        0 => Break::RequestLost,
        1 | 2 => Break::AnswerLost,
        3 => Break::Doubled,
        4 => Break::Instead([500, 429, 503, 302, 408][chance.usize(0..5)]),
        5 => Break::AfterAll([500, 504, 302][chance.usize(0..3)]),
        _ => Break::Nothing,
    }
}

/// What the backend must hold in the end: nothing, or whether it is on the site, with which title.
type Wanted = BTreeMap<&'static str, Option<(bool, Option<String>)>>;

fn operation_something(desk: &mut Desk, chance: &mut fastrand::Rng, number: usize, wanted: &mut Wanted) {
    let campaign = CAMPAIGNS[chance.usize(0..CAMPAIGNS.len())];
    match chance.u8(0..8) {
        0 => {
            desk.operation(campaign, Operation::TakeDown);
            wanted.insert(campaign, None);
        }
        1 => {
            desk.operation(campaign, Operation::Pause);
            // The pause may have overtaken the last launch; being off the site is all that was requested.
            wanted.insert(campaign, Some((false, None)));
        }
        _ => {
            let title = format!("{campaign} {number}");
            desk.launch(campaign, &title);
            wanted.insert(campaign, Some((true, Some(title))));
        }
    }
}

fn holds_what_was_requested(desk: &Desk, wanted: &Wanted, seed: u64) {
    let backend = desk.backend();
    for (campaign, wanted) in wanted {
        let kept = backend.campaigns.get(*campaign);
        let live = kept.filter(|kept| kept.status == "live");
        match wanted {
            None => assert_eq!(kept, None, "seed {seed}"),
            Some((false, _)) => assert_eq!(live, None, "seed {seed}"),
            Some((true, title)) => {
                let title = title.as_deref().unwrap_or_default();
                let live = live.and_then(|kept| kept.live.clone());
                assert_eq!(live, Some(stored(campaign, title)), "seed {seed}");
            }
        }
    }
}

/// Each write once, and those of a campaign in the order of request.
fn nothing_twice_or_out_of_order(desk: &Desk, seed: u64) {
    let backend = desk.backend();
    let mut keys = backend.carried_out.clone();
    let count = keys.len();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), count, "seed {seed}: a write happened twice");
    let rounds_above_zero = keys.iter().filter(|key| key.split('.').nth(1) != Some("0")).count();
    assert_eq!(rounds_above_zero, 0, "seed {seed}: a retry was taken for something new");
    let mut last: BTreeMap<String, String> = BTreeMap::new();
    let paths: BTreeMap<String, String> = backend
        .heard
        .iter()
        .filter_map(|request| {
            let campaign = request.path.split('/').nth(3)?;
            Some((request.key.clone()?, campaign.to_owned()))
        })
        .collect();
    for key in &backend.carried_out {
        let id = key.split('.').next().unwrap_or_default().to_owned();
        let before = last.insert(paths[key].clone(), id.clone());
        assert!(before.is_none_or(|before| before <= id), "seed {seed}: {key} came late");
    }
}

fn whole_life(seed: u64) {
    let mut chance = fastrand::Rng::with_seed(seed);
    let mut desk = Desk::new(seed);
    let mut faults = fastrand::Rng::with_seed(seed ^ 0xfa17);
    let at_send = AtSend::default();
    desk.break_with({
        let (ledger, at_send) = (desk.folder.path().join("ledger"), at_send.clone());
        move |_| {
            *at_send.lock().expect("no test panicked") = Some(picture_of(&ledger));
            a_break(&mut faults)
        }
    });
    let mut wanted = Wanted::new();
    for number in 0..12 {
        operation_something(&mut desk, &mut chance, number, &mut wanted);
        for _ in 0..chance.u8(0..6) {
            if let Step::Until(at) = step_or_crash(&mut desk, &mut chance, &at_send) {
                desk.now = at;
            }
        }
    }
    for _ in 0..5_000 {
        match step_or_crash(&mut desk, &mut chance, &at_send) {
            Step::Worked => {}
            Step::Until(at) => desk.now = at,
            Step::Idle => break,
        }
    }
    let surprise = desk
        .events
        .iter()
        .find(|event| matches!(event, Event::Conflict { .. } | Event::Refused { .. }));
    assert_eq!(surprise, None, "seed {seed}: nobody else was there");
    assert_eq!(desk.waits(), Vec::<What>::new(), "seed {seed}");
    holds_what_was_requested(&desk, &wanted, seed);
    nothing_twice_or_out_of_order(&desk, seed);
}

#[test]
fn nothing_is_lost_doubled_or_reordered() {
    for seed in 0..40 {
        whole_life(seed);
    }
}
