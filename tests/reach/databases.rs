//! Other databases, driven by `engines.py`.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::table::Table;

/// Returns the rows that each clause selects, or the database's error.
pub fn ask(engine: &str, table: &Table, clauses: &[String]) -> Vec<Result<BTreeSet<usize>, String>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let python = here.join(".venv/bin/python");
    assert!(
        python.exists(),
        "{} is missing: install it with ./run setup test",
        python.display()
    );
    let folder = tempfile::tempdir().expect("a folder");
    let rows = folder.path().join("log.csv");
    std::fs::write(&rows, table.csv()).expect("written");
    let job = json!({ "table": rows, "columns": table.columns(), "clauses": clauses });
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(job.to_string().as_bytes()).expect("written");
    let run = Command::new(python)
        .args([
            here.join("reach/engines.py").as_os_str(),
            engine.as_ref(),
            file.path().as_os_str(),
        ])
        .output()
        .expect("python starts");
    let (said, complaint) = (
        String::from_utf8_lossy(&run.stdout),
        String::from_utf8_lossy(&run.stderr),
    );
    let answers = said.lines().find_map(|line| line.strip_prefix("ANSWERS "));
    let answers = answers.unwrap_or_else(|| panic!("{engine} does not answer: {said}\n{complaint}"));
    let answers: Vec<Value> = serde_json::from_str(answers).expect("JSON");
    assert_eq!(answers.len(), clauses.len());
    answers
        .into_iter()
        .map(|answer| match answer.as_array() {
            Some(numbers) => Ok(numbers
                .iter()
                .filter_map(|number| Some(number.as_u64()? as usize))
                .collect()),
            None => Err(format!(
                "{}\n{}",
                answer["error"],
                complaint.lines().take(12).collect::<Vec<_>>().join("\n")
            )),
        })
        .collect()
}
