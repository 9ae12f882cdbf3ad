//! help: the documents in a terminal, and the options of a command.

use beckon::help::TOPICS;
use serde_json::json;

use super::support::Desk;

/// What the program calls its commands, as `--help` lists them.
pub fn commands(desk: &Desk) -> Vec<String> {
    let help = desk.run(&["--help"]);
    let listed = help.out.lines().skip_while(|line| *line != "Commands:").skip(1);
    let commands: Vec<String> = listed
        .take_while(|line| !line.is_empty())
        // A description continued on the next line is indented further.
        .filter_map(|line| line.strip_prefix("  ").filter(|name| !name.starts_with(' ')))
        .filter_map(|line| line.split_whitespace().next().map(str::to_owned))
        .collect();
    assert!(commands.len() > 10, "{help:?}");
    commands
}

#[test]
fn help_lists_every_topic_on_one_line() {
    let answer = Desk::new().run(&["help"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    for topic in &TOPICS {
        let line = answer
            .out
            .lines()
            .find(|line| line.split_whitespace().next() == Some(topic.name));
        assert!(
            line.is_some_and(|line| line.ends_with(topic.summary)),
            "{}: {answer:?}",
            topic.name
        );
    }
    assert!(answer.out.lines().all(|line| line.chars().count() <= 120), "{answer:?}");
}

#[test]
fn a_topic_is_readable_text() {
    let desk = Desk::new();
    for topic in &TOPICS {
        let answer = desk.run(&["help", topic.name]);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{}", topic.name);
        let mut lines = answer.out.lines();
        assert_eq!(lines.next(), Some(topic.title()));
        assert!(
            lines
                .next()
                .is_some_and(|line| line.chars().all(|letter| letter == '='))
        );
        // Code is indented by four and shown unchanged.
        let prose = answer.out.lines().filter(|line| !line.starts_with("    "));
        for line in prose {
            let raw = ["](", "![", "**", "```", "| ---"]
                .iter()
                .any(|mark| line.contains(mark));
            assert!(!raw && !line.starts_with(['|', '#']), "{}: {line}", topic.name);
            let is_wrapped = line.chars().count() <= 80 || line.split_whitespace().any(|word| word.len() > 60);
            assert!(is_wrapped, "{}: {line}", topic.name);
        }
    }
    assert_eq!(desk.run(&["help", "Drafts"]).out, desk.run(&["help", "drafts"]).out);
}

#[test]
fn a_link_to_another_document_names_its_topic() {
    let answer = Desk::new().run(&["help", "command-line"]);
    let words = answer.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("Publishing (beckon help publishing)"), "{words}");
}

#[test]
fn help_on_a_command_shows_its_options() {
    let desk = Desk::new();
    for command in commands(&desk) {
        let (help, options) = (desk.run(&["help", &command]), desk.run(&[&command, "--help"]));
        assert_eq!((help.code, help.err.as_str()), (0, ""), "{command}");
        assert_eq!(help.out, options.out, "{command}");
        assert!(help.out.contains(&format!("Usage: beckon {command}")), "{help:?}");
    }
}

#[test]
fn no_topic_is_called_like_a_command() {
    let commands = commands(&Desk::new());
    let both: Vec<&str> = TOPICS.iter().map(|topic| topic.name).collect();
    assert!(
        both.iter()
            .all(|topic| !commands.iter().any(|command| command == topic)),
        "{both:?}"
    );
}

#[test]
fn an_unknown_topic_is_an_error_that_names_the_nearest() {
    let desk = Desk::new();
    for (typed, nearest) in [
        ("publshing", "beckon help publishing"),
        ("Webiste", "beckon help website"),
        ("exprot", "beckon help export"),
        ("undo", "beckon help drafts"),
        ("priority", "beckon help delivery"),
        ("qqqqqqqqqqqq", "see the topics with: beckon help"),
        ("", "see the topics with: beckon help"),
    ] {
        let answer = desk.run(&["help", typed]);
        answer.is_refusal();
        assert!(answer.err.trim_end().ends_with(nearest), "{typed}: {answer:?}");
    }
    desk.run(&["help", "drafts", "publishing"]).is_refusal();
}

#[test]
fn topics_are_data_too() {
    let desk = Desk::new();
    let list = desk.json(0, &["help", "--json"]);
    let expected = TOPICS.map(|topic| json!({ "topic": topic.name, "title": topic.title(), "summary": topic.summary }));
    assert_eq!(list, json!(expected));
    let shown = desk.json(0, &["help", "publishing", "--json"]);
    let topic = beckon::help::topic("publishing").expect("a topic");
    assert_eq!(
        shown,
        json!({ "topic": "publishing", "title": "Publishing", "markdown": topic.markdown })
    );
}
