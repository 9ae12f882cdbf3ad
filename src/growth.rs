//! For tests: whether work grows in proportion to its input.
//!
//! It compares processor times of one thread, which other programs hardly lengthen, and only as a ratio: an input that is eight times as large takes
//! about eight times as long where the work is linear, and sixty-four times where it is quadratic.

use std::hint::black_box;
use std::time::Duration;

/// How much larger the large input is.
const TIMES: usize = 8;
/// The largest ratio that counts as linear: caches and allocators add to it.
const MOST: u32 = 24;
/// How often each is measured; the shortest time counts.
const ROUNDS: usize = 3;
/// The overhead of measuring, whatever the input.
const NOISE: Duration = Duration::from_millis(2);

/// Asserts that `work` on an input eight times as large as `small` takes about eight times as long.
#[track_caller]
pub(crate) fn grows_as_its_input<T>(what: &str, small: usize, make: impl Fn(usize) -> T, work: impl Fn(&T)) {
    let [few, many] = [small, TIMES * small].map(|size| {
        let input = make(size);
        let rounds = (0..ROUNDS).map(|_| time_of(|| work(black_box(&input))));
        rounds.min().unwrap_or_default()
    });
    assert!(
        many <= MOST * (few + NOISE),
        "{what}: {small} took {few:?}, {TIMES} times as many {many:?}"
    );
}

fn time_of(work: impl FnOnce()) -> Duration {
    let begun = processor_time();
    work();
    processor_time() - begun
}

/// Returns how long this thread has been working.
#[cfg(unix)]
fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(
        time.tv_sec.unsigned_abs(),
        u32::try_from(time.tv_nsec).unwrap_or_default(),
    )
}

/// Systems without such a clock use the wall clock.
#[cfg(not(unix))]
fn processor_time() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;
    static BEGIN: LazyLock<Instant> = LazyLock::new(Instant::now);
    BEGIN.elapsed()
}

#[test]
fn quadratic_work_is_found_out() {
    let quadratic = |list: &Vec<usize>| {
        let found = list.iter().filter(|one| list.iter().any(|other| other == *one)).count();
        assert_eq!(black_box(found), list.len());
    };
    let caught = std::panic::catch_unwind(|| {
        grows_as_its_input("a search in a search", 4_000, |size| (0..size).collect(), quadratic);
    });
    assert!(caught.is_err());
    grows_as_its_input(
        "a sum",
        400_000,
        |size| (0..size).collect::<Vec<_>>(),
        |list| {
            black_box(list.iter().map(|number| black_box(*number)).sum::<usize>());
        },
    );
}
