//! `beckon help`: the documents by topic, and the options of a command.

mod readable;

use serde_json::json;

use super::arguments::{self, Help};
use super::nearest::most_alike;
use super::terminal::{Exit, Fault, Terminal};
use crate::help::{TOPICS, Topic, topic};

pub(super) fn run(arguments: &Help, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let Some(wanted) = &arguments.topic else {
        return list(terminal);
    };
    let wanted = wanted.to_lowercase();
    if let Some(topic) = topic(&wanted) {
        return show(topic, terminal);
    }
    if let Some(options) = arguments::options_of(&wanted) {
        terminal.raw(&options)?;
        return Ok(Exit::Yes);
    }
    Err(unknown(&wanted))
}

fn list(terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    if terminal.json {
        let topics =
            TOPICS.map(|topic| json!({ "topic": topic.name, "title": topic.title(), "summary": topic.summary }));
        terminal.value(&topics)?;
        return Ok(Exit::Yes);
    }
    terminal.line("Topics:")?;
    let widest = TOPICS.iter().map(|topic| topic.name.len()).max().unwrap_or_default();
    for topic in &TOPICS {
        terminal.line(&format!("  {:widest$}  {}", topic.name, topic.summary))?;
    }
    terminal.line("")?;
    terminal.line("beckon help TOPIC shows a topic, beckon help COMMAND the options of a command.")?;
    terminal.line("beckon --help lists the commands.")?;
    Ok(Exit::Yes)
}

fn show(topic: &Topic, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    if terminal.json {
        terminal.value(&json!({ "topic": topic.name, "title": topic.title(), "markdown": topic.markdown }))?;
    } else {
        terminal.raw(&readable::readable(topic.markdown))?;
    }
    Ok(Exit::Yes)
}

fn unknown(wanted: &str) -> Fault {
    let hint = match nearest(wanted) {
        Some(name) => format!("the nearest is: beckon help {name}"),
        None => "see the topics with: beckon help".to_owned(),
    };
    Fault::new(format!("`{wanted}` is neither a topic nor a command"), hint)
}

/// Returns the topic or command of a similar name, or else the topic whose summary has a similar word.
fn nearest(wanted: &str) -> Option<String> {
    let commands = arguments::command_names().into_iter().map(|name| (name.clone(), name));
    let named = TOPICS
        .iter()
        .map(|topic| (topic.name.to_owned(), topic.name.to_owned()));
    let about = TOPICS.iter().flat_map(|topic| {
        let words = topic.summary.split(|letter: char| !letter.is_alphanumeric());
        // Short words, such as "and", do not count.
        let words = words.filter(|word| word.len() > 3);
        words.map(|word| (word.to_lowercase(), topic.name.to_owned()))
    });
    most_alike(wanted, named.chain(commands)).or_else(|| most_alike(wanted, about))
}
