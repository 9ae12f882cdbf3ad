//! Opening a log and cutting it into rows takes time in proportion to its size.

use super::support::{all, paper};
use crate::campaign::{Condition, Field, Operator};
use crate::growth::grows_as_its_input;
use crate::reach::log::blocks::Blocks;

/// Content for a log: its name, how much of it is little, and a function that makes the log of a given size.
type Filling = (&'static str, usize, fn(usize) -> String);

const FILLINGS: &[Filling] = &[
    ("rows", 20_000, |count| {
        format!("url,page_views\n{}", "https://www.example.com/,6\n".repeat(count))
    }),
    ("objects", 10_000, |count| {
        "{\"page_views\":6,\"custom\":{\"plan\":\"trial\"}}\n".repeat(count)
    }),
    ("columns", 1_000, |count| {
        let columns: Vec<String> = (0..count).map(|number| format!("c{number}")).collect();
        format!("page_views,{}\n6{}\n", columns.join(","), ",1".repeat(count))
    }),
    ("keys of an object", 4_000, |count| {
        let keys: Vec<String> = (0..count).map(|number| format!("\"k{number}\":1")).collect();
        format!("{{{}}}\n", keys.join(","))
    }),
    ("keys of many objects", 1_000, |count| {
        (0..count)
            .map(|number| format!("{{\"page_views\":1,\"k{number}\":1}}\n"))
            .collect()
    }),
    ("quotes", 20_000, |count| {
        format!("page_views\n\"{}\"\n", "\"\"".repeat(count))
    }),
    ("an open quote", 20_000, |count| {
        format!("page_views\n\"{}", "6\n".repeat(count))
    }),
];

#[test]
fn logs_are_read_in_the_time_that_their_size_asks_for() {
    let campaign = all(vec![Condition::new(Field::PageViews, Operator::GreaterThan, 5)]);
    for (what, little, text) in FILLINGS {
        grows_as_its_input(&format!("opening a log of {what}"), *little, text, |text| {
            drop(paper(text).log.suggest(&campaign))
        });
        grows_as_its_input(
            &format!("cutting a log of {what}"),
            *little,
            |count| paper(text(count)),
            |paper| {
                let mut blocks = Blocks::open(&paper.log).expect("it opens");
                while let Ok(Some(block)) = blocks.next() {
                    std::hint::black_box(block);
                }
            },
        );
    }
}
