//! The documents under `assets/docs`, as topics that the command line and the window show.
//!
//! This table is the only list of them. A topic is its whole file: nothing is added or left out.

/// One document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Topic {
    /// The name of the topic and of its file: lower-case words with hyphens, never the name of a command.
    pub name: &'static str,
    /// The subject of the document, in one line without a full stop.
    pub summary: &'static str,
    /// The document, in Markdown, which begins with its title.
    pub markdown: &'static str,
}

impl Topic {
    /// Returns the heading that the document begins with.
    pub fn title(&self) -> &'static str {
        let first = self.markdown.lines().next().unwrap_or_default();
        first.trim_start_matches('#').trim()
    }
}

/// Makes a topic from the file of its name.
macro_rules! topic {
    ($name:literal, $summary:literal) => {
        Topic {
            name: $name,
            summary: $summary,
            markdown: include_str!(concat!("../assets/docs/", $name, ".md")),
        }
    };
}

/// Every topic, in the order in which a newcomer reads them.
pub static TOPICS: [Topic; 18] = [
    topic!(
        "getting-started",
        "a walk through the window, from the audience to the launch"
    ),
    topic!("keyboard", "every shortcut of the window, and the keys of its parts"),
    topic!(
        "installing",
        "packages, the manual, completions, and what opens with a campaign file"
    ),
    topic!(
        "drafts",
        "undo, deleted campaigns, versions, conflicts, and what happens when the disk fails"
    ),
    topic!(
        "conditions",
        "fields, comparisons and groups: what an audience can ask for, and what it means"
    ),
    topic!(
        "delivery",
        "when a campaign appears: page views, delay, priority, repeat cycle, quiet"
    ),
    topic!("use-cases", "what marketers ask for most, each with its campaign"),
    topic!("messages", "types of message, their limits, and attributes in texts"),
    topic!("insight", "questions about all possible visitors, answered with proofs"),
    topic!(
        "audience-size",
        "counting an audience in a log of visitors, and the audience as SQL"
    ),
    topic!("files", "the campaign file, pictures, the library folder, bundles"),
    topic!(
        "visitors",
        "preset visitors and journeys, and the files in which you describe your own"
    ),
    topic!(
        "publishing",
        "connections, launches, retries, conflicts, and export to a static host"
    ),
    topic!("backend", "running the backend: options, API, limits, proxies, backup"),
    topic!(
        "website",
        "the widget: tag, attributes, JavaScript API, and what it stores"
    ),
    topic!("command-line", "every command, its output and its exit codes"),
    topic!(
        "preview",
        "browser windows and zoom; how exactly it matches a browser, and how this is tested"
    ),
    topic!(
        "troubleshooting",
        "the log, crashes, and what to send along when something goes wrong"
    ),
];

/// Returns the topic of this name.
///
/// ```
/// let topic = beckon::help::topic("publishing").expect("a document");
/// assert_eq!(topic.title(), "Publishing");
/// ```
pub fn topic(name: &str) -> Option<&'static Topic> {
    TOPICS.iter().find(|topic| topic.name == name)
}
