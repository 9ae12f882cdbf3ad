//! Order, newest wins, and an end that loses nothing.

use std::{
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    time::{Duration, Instant},
};

use super::{
    Crashed, Execution, Key, SlowDisk, Tasks,
    queue::{Job, Queue},
    worker::Worker,
};

/// The results of jobs in these tests.
#[derive(Debug, PartialEq)]
enum Done {
    Job(&'static str),
    Crashed(Crashed),
}

impl From<Crashed> for Done {
    fn from(crashed: Crashed) -> Self {
        Self::Crashed(crashed)
    }
}

/// Far enough for a machine under load; only what never happens takes so long.
const LONG: Duration = Duration::from_secs(60);

fn order(jobs: &[(Option<Key>, &'static str)]) -> Vec<&'static str> {
    let mut queue = Queue::default();
    for (key, what) in jobs {
        let (key, what) = (*key, *what);
        queue.put(Job { key, what, work: () });
    }
    let now = Instant::now();
    std::iter::from_fn(|| queue.next(now)).map(|job| job.what).collect()
}

#[test]
fn of_one_key_the_newest_is_done_and_nothing_passes_a_job_that_may_depend_on_it() {
    let (save, note, other) = (Some(Key::Save(1)), Some(Key::Note(1)), Some(Key::Save(2)));
    let cases: [(&[_], &[&str]); 6] = [
        (&[(None, "a"), (None, "b"), (None, "c")], &["a", "b", "c"]),
        (&[(save, "old"), (save, "new")], &["new"]),
        (
            &[(note, "note 1"), (save, "save 1"), (note, "note 2")],
            &["save 1", "note 2"],
        ),
        (
            &[(save, "mine"), (other, "theirs"), (save, "mine again")],
            &["theirs", "mine again"],
        ),
        // The rename has to find what was saved before it.
        (
            &[(save, "old"), (None, "rename"), (save, "new")],
            &["old", "rename", "new"],
        ),
        (
            &[(save, "old"), (None, "rename"), (save, "new"), (save, "newest")],
            &["old", "rename", "newest"],
        ),
    ];
    for (jobs, expected) in cases {
        assert_eq!(order(jobs), expected);
    }
}

#[test]
fn what_is_put_off_waits_is_replaced_and_comes_at_once_when_flushed() {
    let job = |key, what| Job { key, what, work: () };
    let now = Instant::now();
    let soon = now + Duration::from_secs(1);
    let mut queue = Queue::default();
    queue.put_off(soon, job(Some(Key::Save(1)), "again"));
    queue.put_off(soon + LONG, job(Some(Key::Save(2)), "later"));
    assert!(queue.next(now).is_none());
    assert_eq!(queue.next_due(), Some(soon));
    queue.put(job(Some(Key::Save(1)), "newer"));
    assert_eq!(queue.next(soon).map(|job| job.what), Some("newer"));
    assert!(queue.next(soon).is_none(), "the one that was put off is older");
    queue.put_off(soon, job(Some(Key::Save(3)), "third"));
    queue.flush();
    let rest: Vec<_> = std::iter::from_fn(|| queue.next(now)).map(|job| job.what).collect();
    assert_eq!(rest, ["third", "later"]);
    // What waits already says the same or more.
    queue.put(job(Some(Key::Save(1)), "waits"));
    queue.put_off(soon, job(Some(Key::Save(1)), "older"));
    queue.flush();
    assert_eq!(std::iter::from_fn(|| queue.next(soon)).count(), 1);
}

proptest::proptest! {
    /// Whatever is requested: unkeyed jobs all run in order, and of each key the last one runs after everything unkeyed before it.
    #[test]
    fn nothing_is_lost_and_nothing_older_comes_last(asked in proptest::collection::vec(0_u64..5, 0..60)) {
        let mut queue = Queue::default();
        for (number, key) in asked.iter().enumerate() {
            let key = (*key > 0).then_some(Key::Save(*key));
            queue.put(Job { key, what: "", work: number });
        }
        let now = Instant::now();
        let ran: Vec<usize> = std::iter::from_fn(|| queue.next(now)).map(|job| job.work).collect();
        proptest::prop_assert!(ran.is_sorted(), "{ran:?}");
        for key in 0..5 {
            let all: Vec<usize> = (0..asked.len()).filter(|at| asked[*at] == key).collect();
            let done: Vec<usize> = ran.iter().copied().filter(|at| asked[*at] == key).collect();
            proptest::prop_assert!(done.last() == all.last());
            proptest::prop_assert!(key > 0 || done == all);
        }
    }
}

/// A worker, what it did, and a gate that its first job waits at.
fn gated() -> (Worker<Done>, Receiver<Done>, Sender<()>) {
    let (sender, receiver) = channel();
    let worker = Worker::new(move |done| {
        let _ = sender.send(done);
    });
    let (gate, closed) = channel::<()>();
    worker.put(None, "gate", None, move || {
        let _ = closed.recv();
        Done::Job("gate")
    });
    (worker, receiver, gate)
}

#[test]
fn the_end_waits_for_everything_that_was_asked_for() {
    let (worker, receiver, gate) = gated();
    worker.put(Some(Key::Save(1)), "save", None, || Done::Job("older"));
    worker.put(Some(Key::Save(1)), "save", None, || Done::Job("newer"));
    worker.put(None, "urgent", None, || Done::Job("urgent"));
    worker.put(Some(Key::Save(2)), "again", Some(Instant::now() + LONG), || {
        Done::Job("put off")
    });
    drop(gate);
    assert!(worker.finish(Instant::now() + LONG).is_empty());
    let done: Vec<_> = receiver.try_iter().collect();
    assert_eq!(done, ["gate", "newer", "urgent", "put off"].map(Done::Job));
}

#[test]
fn a_disk_that_hangs_is_not_waited_for_longer_than_said_and_what_waits_is_named() {
    let (worker, receiver, gate) = gated();
    worker.put(Some(Key::Save(1)), "save", None, || Done::Job("save"));
    assert_eq!(worker.finish(Instant::now()), ["gate", "save"]);
    assert!(receiver.try_recv().is_err());
    // It can be awaited again.
    drop(gate);
    assert!(worker.finish(Instant::now() + LONG).is_empty());
    assert_eq!(receiver.try_iter().count(), 2);
}

#[test]
fn a_job_that_panics_is_reported_and_the_next_one_is_done() {
    let (worker, receiver, gate) = gated();
    worker.put(Some(Key::Save(7)), "save", None, || panic!("on purpose"));
    worker.put(None, "after", None, || Done::Job("after"));
    drop(gate);
    assert!(worker.finish(Instant::now() + LONG).is_empty());
    let crashed = Crashed {
        key: Some(Key::Save(7)),
        what: "save",
    };
    let done: Vec<_> = receiver.try_iter().collect();
    assert_eq!(done, [Done::Job("gate"), Done::Crashed(crashed), Done::Job("after")]);
}

#[test]
fn background_work_runs_on_named_threads_and_exports_are_waited_for() {
    let mut tasks: Tasks<Done> = Tasks::new(Execution::Background(std::sync::Arc::new(|| {})));
    let (gate, closed) = channel::<()>();
    let (names, named) = channel();
    let name = move || {
        let name = std::thread::current().name().unwrap_or_default().to_owned();
        let _ = names.send(name);
    };
    let pool = name.clone();
    tasks.start_to_the_end(Done::Job("broke off"), move || {
        pool();
        let _ = closed.recv();
        Done::Job("export")
    });
    tasks.disk(None, "busy-save", move || {
        name();
        Done::Job("save")
    });
    let mut seen: Vec<String> = named.iter().take(2).collect();
    seen.sort();
    assert_eq!(seen, ["beckon-disk", "beckon-task"]);
    assert!(tasks.unwritten().contains(&"busy-export"));
    // The save may be about to end.
    assert!(tasks.finish(Duration::ZERO).contains(&"busy-export"));
    drop(gate);
    assert!(tasks.finish(LONG).is_empty());
    assert!(tasks.unwritten().is_empty());
    assert_eq!(tasks.finished().len(), 2);
}

#[test]
fn many_jobs_that_wait_for_each_other_all_end() {
    let mut tasks: Tasks<Done> = Tasks::new(Execution::Background(std::sync::Arc::new(|| {})));
    let all = Arc::new(std::sync::Barrier::new(12));
    for _ in 0..12 {
        let all = Arc::clone(&all);
        tasks.start_to_the_end(Done::Job("broke off"), move || {
            all.wait();
            Done::Job("met")
        });
    }
    assert!(tasks.finish(LONG).is_empty());
    assert_eq!(tasks.finished().len(), 12);
}

#[test]
fn whoever_waits_for_a_job_of_the_pool_hears_that_it_broke_off() {
    let mut tasks: Tasks<Done> = Tasks::new(Execution::Background(std::sync::Arc::new(|| {})));
    tasks.start_to_the_end(Done::Job("broke off"), || panic!("a fault"));
    tasks.start_to_the_end(Done::Job("broke off"), || Done::Job("whole"));
    assert!(tasks.finish(LONG).is_empty());
    let done = tasks.finished();
    assert!(
        done.len() == 2 && done.contains(&Done::Job("broke off")) && done.contains(&Done::Job("whole")),
        "{done:?}"
    );
}

#[test]
fn a_slow_disk_does_nothing_until_it_is_let_and_everything_at_the_end() {
    let disk = SlowDisk::default();
    let mut tasks: Tasks<Done> = Tasks::new(Execution::Slow(disk.clone()));
    tasks.disk(Some(Key::Save(1)), "busy-save", || Done::Job("save"));
    tasks.start(Done::Job("broke off"), || Done::Job("computed"));
    assert_eq!(tasks.finished(), [Done::Job("computed")]);
    assert_eq!(tasks.unwritten(), ["busy-save"]);
    disk.go_on();
    assert_eq!(tasks.finished(), [Done::Job("save")]);
    tasks.disk_later(Some(Key::Save(1)), "busy-save", Duration::ZERO, || Done::Job("again"));
    disk.go_on();
    assert!(tasks.finished().is_empty());
    assert!(tasks.finish(Duration::ZERO).is_empty());
    assert_eq!(tasks.finished(), [Done::Job("again")]);
}
