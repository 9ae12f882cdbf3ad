//! Counting a log of ten million visitors: the embedded engine compared with DuckDB's own command line running the clause written for it.
//!
//! The log is created once, in the folder for temporary files, and reused. `BECKON_REACH_ROWS` says how many rows it has.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use beckon::campaign::{Campaign, Condition, Field, Group, Joiner, Node, Operator};
use beckon::reach::{Dialect, Log, clause, count};
use chrono::{DateTime, Utc};
use fastrand::Rng;
use serde_json::json;

const ROWS: u64 = 10_000_000;
const RUNS: usize = 3;

fn main() {
    let rows = std::env::var("BECKON_REACH_ROWS").map_or(ROWS, |text| text.parse().expect("a whole number"));
    let path = log_of(rows);
    let bytes = fs::metadata(&path).expect("the log").len();
    println!("{rows} rows, {:.2} GB, {} processors", bytes as f64 / 1e9, processors());
    let (campaign, now) = (campaign(), now());
    let log = Log::open(&path).expect("a log");
    let mapping = log.suggest(&campaign);
    let ours = measure(rows, "embedded SQLite", || {
        let reach = count(&campaign, &log, &mapping, now, &mut |_| true).expect("counted");
        assert_eq!((reach.rows, reach.unreadable), (rows, 0));
        reach.qualified
    });
    if let Some(kilobytes) = peak_memory() {
        println!("most memory that this took: {} MB", kilobytes / 1024);
    }
    let sql = clause(&campaign, &mapping, Dialect::DuckDb, now).sql;
    println!("\n{sql}\n");
    let duckdb = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/.venv/bin/duckdb");
    if !duckdb.exists() {
        println!("{} is missing: install it with ./run setup test", duckdb.display());
        return;
    }
    let theirs = measure(rows, "DuckDB's command line", || ask_duckdb(&duckdb, &path, &sql));
    assert_eq!(ours, theirs, "both count the same");
    println!("both: {ours} of {rows} qualify");
}

/// The best of some runs, in words.
fn measure(rows: u64, name: &str, mut run: impl FnMut() -> u64) -> u64 {
    let mut best = Duration::MAX;
    let mut answer = 0;
    for _ in 0..RUNS {
        let start = Instant::now();
        answer = run();
        best = best.min(start.elapsed());
    }
    let seconds = best.as_secs_f64();
    println!(
        "{name}: {seconds:.2} s, {:.2} million rows a second (best of {RUNS})",
        rows as f64 / seconds / 1e6
    );
    answer
}

fn ask_duckdb(duckdb: &Path, log: &Path, sql: &str) -> u64 {
    let types = "{'url': 'VARCHAR', 'page_views': 'BIGINT', 'visits': 'BIGINT', 'browser_language': 'VARCHAR', 'browser': 'VARCHAR', \
                 'browser_version': 'VARCHAR', 'device_type': 'VARCHAR', 'first_seen': 'TIMESTAMPTZ', 'plan': 'VARCHAR'}";
    let question = format!(
        "SELECT count(*) FROM read_csv('{}', header = true, types = {types}) {sql}",
        log.display()
    );
    let answer = Command::new(duckdb)
        .args(["-noheader", "-list", "-c", &question])
        .output()
        .expect("duckdb starts");
    let text = String::from_utf8_lossy(&answer.stdout);
    let number = text.trim().parse();
    number.unwrap_or_else(|_| panic!("duckdb says: {text}{}", String::from_utf8_lossy(&answer.stderr)))
}

fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Returns the peak memory in kilobytes, if the system reports it.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_341_600, 0).expect("2026-11-22T10:00:00Z")
}

/// Ten conditions: an address, counters, a language, a version, a device, a date, an attribute.
fn campaign() -> Campaign {
    let ask = |field, operator, value: serde_json::Value| Node::Condition(Condition::new(field, operator, value));
    let plan = Condition::custom("plan", Operator::Equals, Some(json!("trial")));
    let spam = Condition::custom("plan", Operator::Contains, Some(json!("test")));
    let often = Group::of(
        Joiner::Any,
        vec![
            Node::Condition(plan),
            ask(Field::Visits, Operator::AtLeast, json!(20)),
            ask(
                Field::CurrentPageUrl,
                Operator::StartsWith,
                json!("https://www.example.com/docs/"),
            ),
        ],
    );
    let never = Group::of(
        Joiner::None,
        vec![
            Node::Condition(spam),
            ask(Field::DeviceType, Operator::Equals, json!("tablet")),
        ],
    );
    let conditions = vec![
        ask(Field::CurrentPageUrl, Operator::NotContains, json!("/checkout")),
        ask(Field::PageViews, Operator::GreaterThan, json!(2)),
        ask(Field::BrowserLanguage, Operator::OneOf, json!(["en", "tr", "de"])),
        ask(Field::BrowserVersion, Operator::GreaterThan, json!("118.0")),
        ask(Field::FirstSeen, Operator::OnOrLater, json!("2026-03-01")),
        Node::Group(often),
        Node::Group(never),
    ];
    Campaign {
        time_zone: Some("Europe/Istanbul".to_owned()),
        audience: Group::of(Joiner::All, conditions),
        ..Campaign::default()
    }
}

/// Makes a log of this many rows; an existing one is reused.
fn log_of(rows: u64) -> PathBuf {
    let path = std::env::temp_dir().join(format!("beckon-reach-{rows}.csv"));
    if path.exists() {
        return path;
    }
    println!("writing {}", path.display());
    let unfinished = path.with_extension("part");
    let mut file = BufWriter::with_capacity(1 << 20, File::create(&unfinished).expect("room for the log"));
    let header = "url,page_views,visits,browser_language,browser,browser_version,device_type,first_seen,plan";
    writeln!(file, "{header}").expect("room for the log");
    let mut rng = Rng::with_seed(7);
    for _ in 0..rows {
        write_row(&mut file, &mut rng);
    }
    file.flush().expect("room for the log");
    fs::rename(&unfinished, &path).expect("the log gets its name");
    path
}

fn write_row(file: &mut impl Write, rng: &mut Rng) {
    let mut pick = |from: &[&'static str]| from[rng.usize(..from.len())];
    let page = pick(&[
        "",
        "pricing",
        "pricing/teams",
        "docs/start",
        "docs/api/rest",
        "blog/hello-world",
        "checkout/cart",
        "Products/Widgets",
    ]);
    let tail = pick(&["", "", "?utm_source=mail&utm_campaign=autumn", "#top", "?q=how%20to"]);
    let language = pick(&["en-US", "en-GB", "tr-TR", "tr", "de-DE", "fr-FR", "ja", "pt-BR"]);
    let browser = pick(&["chrome", "chrome", "safari", "firefox", "edge"]);
    let version = pick(&["131.0.6778", "118.0.5993", "17.6", "120.0", "133.0", "118"]);
    let device = pick(&["desktop", "desktop", "mobile", "mobile", "tablet"]);
    let plan = pick(&["", "", "trial", "Trial", "pro", "\"team, large\"", "latest offer", "5"]);
    let views = 1 + rng.u32(..10);
    let visits = views + rng.u32(..40);
    let (month, day, hour) = (1 + rng.u32(..11), 1 + rng.u32(..28), rng.u32(..24));
    let first_seen = if rng.u32(..4) == 0 {
        String::new()
    } else {
        format!("2026-{month:02}-{day:02}T{hour:02}:15:00Z")
    };
    writeln!(
        file,
        "https://www.example.com/{page}{tail},{views},{visits},{language},{browser},{version},{device},{first_seen},{plan}"
    )
    .expect("room for the log");
}
