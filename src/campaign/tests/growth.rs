//! Reading, checking and writing take time in proportion to the file, whatever fills it.

use std::fmt::Write as _;

use super::*;
use crate::growth::grows_as_its_input;

/// Returns parts of a list or of an object, each made from its number.
fn parts(count: usize, part: impl Fn(usize) -> String) -> String {
    let mut all = String::new();
    for number in 0..count {
        let comma = if number == 0 { "" } else { "," };
        let _ = write!(all, "{comma}{}", part(number));
    }
    all
}

/// Returns a file with this in it, after its head.
fn file(inside: &str) -> String {
    format!(r#"{{"format":"beckon.campaign","version":1,{inside}}}"#)
}

fn unknown(count: usize) -> String {
    parts(count, |number| format!(r#""k{number}":1"#))
}

/// Content for a file: its name, how much of it is little, and a function that makes the file of a given size.
type Filling = (&'static str, usize, fn(usize) -> String);

const FILLINGS: &[Filling] = &[
    ("unknown keys", 8_000, |count| file(&unknown(count))),
    ("unknown keys behind known ones", 8_000, |count| {
        file(&format!(r#""name":"a",{},"id":"b""#, unknown(count)))
    }),
    ("unknown keys of the content", 8_000, |count| {
        file(&format!(r#""content":{{"title":"a",{}}}"#, unknown(count)))
    }),
    ("unknown keys of the schedule", 8_000, |count| {
        file(&format!(r#""schedule":{{{},"priority":1}}"#, unknown(count)))
    }),
    ("unknown keys of a condition", 8_000, |count| {
        file(&format!(
            r#""audience":{{"all":[{{"field":"visits",{}}}]}}"#,
            unknown(count)
        ))
    }),
    ("unknown keys of many conditions", 2_000, |count| {
        let condition = |number: usize| format!(r#"{{"field":"visits","why{number}":1}}"#);
        file(&format!(r#""audience":{{"all":[{}]}}"#, parts(count, condition)))
    }),
    ("keys within an unknown one", 8_000, |count| {
        file(&format!(r#""later":{{{}}}"#, unknown(count)))
    }),
    ("conditions", 2_000, |count| {
        let condition = |_| r#"{"field":"visits","operator":"at_least","value":1}"#.to_owned();
        file(&format!(r#""audience":{{"any":[{}]}}"#, parts(count, condition)))
    }),
    ("groups", 2_000, |count| {
        file(&format!(
            r#""audience":{{"none":[{}]}}"#,
            parts(count, |_| r#"{"all":[{"any":[]}]}"#.to_owned())
        ))
    }),
    ("conditions on the page", 2_000, |count| {
        file(&format!(
            r#""activity":{{"conditions":[{}]}}"#,
            parts(count, |_| r#"{"field":"exit_screen","value":true}"#.to_owned())
        ))
    }),
    ("values of a list", 8_000, |count| {
        let list = parts(count, |number| format!(r#""v{number}""#));
        file(&format!(
            r#""audience":{{"all":[{{"field":"browser","operator":"one_of","value":[{list}]}}]}}"#
        ))
    }),
    ("tests", 2_000, |count| {
        let test = |number: usize| {
            format!(r#"{{"name":"t{number}","visitor":{{}},"at":"2026-11-22T10:00:00Z","shown":true}}"#)
        };
        file(&format!(r#""expectations":[{}]"#, parts(count, test)))
    }),
    ("values of a wrong type", 4_000, |count| {
        file(&format!(
            r#""audience":{{"all":[{}]}}"#,
            parts(count, |_| r#"{"field":7,"operator":[]}"#.to_owned())
        ))
    }),
    ("entries of a wrong type", 8_000, |count| {
        file(&format!(r#""expectations":[{}]"#, parts(count, |_| "7".to_owned())))
    }),
    ("attributes in a text", 8_000, |count| {
        let text: String = (0..count).map(|number| format!("{{{{k{number}}}}}")).collect();
        file(&format!(r#""content":{{"type":"text","text":"{text}"}}"#))
    }),
    ("braces in a text", 16_000, |count| {
        file(&format!(
            r#""content":{{"type":"text","text":"{}"}}"#,
            "{{}".repeat(count)
        ))
    }),
    ("marks on a letter", 16_000, |count| {
        file(&format!(
            r#""content":{{"type":"rich","title":"a{}"}}"#,
            "\u{301}".repeat(count)
        ))
    }),
    ("lines", 16_000, |count| {
        file(&format!("\"name\":\n{}7", "\n".repeat(count)))
    }),
];

#[test]
fn files_are_read_checked_and_written_in_the_time_that_their_size_asks_for() {
    for (what, little, file) in FILLINGS {
        let read = |text: &String| drop(from_json(text.as_bytes()));
        grows_as_its_input(&format!("reading {what}"), *little, file, read);
        let campaign = |count| from_json(file(count).as_bytes()).ok();
        let write = |campaign: &Option<Campaign>| drop(campaign.as_ref().map(to_json));
        grows_as_its_input(&format!("writing {what}"), *little, campaign, write);
    }
}

#[test]
fn unknown_keys_are_kept_up_to_a_number_and_then_refused() {
    let read = |count| from_json(file(&unknown(count)).as_bytes());
    let kept = read(MAX_UNKNOWN_KEYS).expect("so many are kept");
    assert_eq!(kept.extras.keys().count(), MAX_UNKNOWN_KEYS);
    let error = read(MAX_UNKNOWN_KEYS + 1).expect_err("too many");
    let [problem] = &error.problems[..] else {
        panic!("{error:?}")
    };
    assert_eq!((problem.code(), problem.position), (ProblemCode::TooManyKeys, None));
    assert!(
        problem.message().contains("1001") && !problem.hint().is_empty(),
        "{problem}"
    );
    // The unknown keys of all objects count together.
    let condition = |number: usize| format!(r#"{{"field":"visits","why{number}":1}}"#);
    let spread = |count| {
        let nodes = parts(count, condition);
        from_json(file(&format!(r#""audience":{{"all":[{nodes}]}}"#)).as_bytes())
    };
    assert!(spread(MAX_UNKNOWN_KEYS).is_ok() && spread(MAX_UNKNOWN_KEYS + 1).is_err());
    // Keys within the value of an unknown key do not count.
    assert!(from_json(file(&format!(r#""later":{{{}}}"#, unknown(2_000))).as_bytes()).is_ok());
}

#[test]
fn of_very_many_problems_the_first_are_listed_and_the_others_counted() {
    let entries = |count| {
        let text = file(&format!(r#""expectations":[{}]"#, parts(count, |_| "\n7".to_owned())));
        from_json(text.as_bytes()).expect_err("wrong types").problems
    };
    assert_eq!(entries(MAX_PROBLEMS).len(), MAX_PROBLEMS);
    let listed = entries(MAX_PROBLEMS + 20);
    assert_eq!(listed.len(), MAX_PROBLEMS + 1);
    assert_eq!(listed[MAX_PROBLEMS - 1].position, Some((MAX_PROBLEMS + 1, 1)));
    let last = &listed[MAX_PROBLEMS];
    assert_eq!(last.code(), ProblemCode::TooManyProblems);
    assert!(last.message().contains("20 more"), "{last}");
}
