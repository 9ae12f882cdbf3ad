//! The script that websites carry, joined from `assets/widget`: the engine and the widget; and the file of templates and styles from which it draws.
//! That one is fetched once a page with campaigns has come to rest, so that it delays nothing.
//!
//! It needs no build step: the files are plain modules, which tests import as they are. Joined, they are one classic script in its own scope, with
//! short names; a name that two files declare is a syntax error there, which a test finds.

mod fields;
mod markup;
mod scopes;
mod squeeze;
mod tokens;

use std::sync::LazyLock;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::template::{STYLE, TEMPLATES};

macro_rules! source {
    ($name:literal) => {
        include_str!(concat!("../../../assets/widget/", $name))
    };
}

/// The entry point comes last, with only definitions before it: in the order that gzip compresses best.
const MODULES: [&str; 11] = [
    source!("matching.js"),
    source!("engine.js"),
    source!("content.js"),
    source!("names.js"),
    source!("visitor.js"),
    source!("place.js"),
    source!("view.js"),
    source!("watch.js"),
    source!("scroll.js"),
    source!("life.js"),
    source!("widget.js"),
];
/// The fonts of other scripts, which a visitor's system has; the defaults of `:host`; what browsers derive from `dir`, from a button with its own
/// border and from a picture without a size; what makes every engine draw alike to the pixel; and the positions that `live.css` replaces.
const PREVIEW_STYLE: [&str; 11] = [
    "\"Beckon Arabic\", \"Beckon Japanese\", \"Beckon Emoji\", ",
    "text-align: start; letter-spacing: normal; text-transform: none; white-space: normal; ",
    "font-synthesis: none; text-rendering: geometricPrecision; text-spacing-trim: space-all; line-break: strict; ",
    "text-rendering: inherit; ",
    "direction: ltr; ",
    ".bk[dir=rtl] { direction: rtl } ",
    "appearance: none; ",
    "height: auto; ",
    "--right: var(--side); --left: var(--side); --foot: var(--bottom); --head: var(--bottom); --room: calc(100vh - 88px - var(--foot)); ",
    "left: 12px; right: 12px; width: calc(100% - 24px); ",
    "max-width: calc(var(--width) - 112px); ",
];
/// Properties of the script's own objects that neither the page, nor the browser, nor stored data, nor the site's code uses; the most frequent first.
const OWN_PROPERTIES: [&str; 41] = [
    "asksCountry",
    "stats",
    "visible",
    "step",
    "since",
    "calendar",
    "covered",
    "bare",
    "shownHere",
    "opensChat",
    "settle",
    "chatOpen",
    "state",
    "news",
    "seen",
    "reset",
    "away",
    "holds",
    "rule",
    "today",
    "line",
    "merge",
    "due",
    "queries",
    "cycle",
    "delay",
    "rank",
    "firstDay",
    "setClock",
    "openChat",
    "attach",
    "nobody",
    "resting",
    "advance",
    "show",
    "hide",
    "write",
    "date",
    "dates",
    "exit",
    "chat",
];
const LIVE_STYLE: &str = source!("live.css");
/// How many bytes of its hash tell one version of the file from another.
const VERSION: usize = 4;

/// The name of the file that the script draws from, next to it.
pub const POPUP_FILE: &str = "popup.json";

static PARTS: LazyLock<String> = LazyLock::new(parts);
static SCRIPT: LazyLock<String> = LazyLock::new(join);

/// Returns [`POPUP_FILE`] as it is served, JSON: the templates by id, each as `[name, attributes, ...children]`, and their style sheet.
pub fn widget_parts() -> &'static str {
    &PARTS
}

/// Returns `widget.js` as it is served: everything but what it draws from, the font and the campaigns.
pub fn widget_script() -> &'static str {
    &SCRIPT
}

/// Returns the files that the script requests under `fonts/`, relative to itself: name and content, of the type `font/woff2`.
pub fn widget_fonts() -> [(&'static str, &'static [u8]); 1] {
    [(
        "inter.woff2",
        include_bytes!("../../../assets/widget/fonts/inter.woff2"),
    )]
}

fn join() -> String {
    let modules: String = MODULES.into_iter().map(module).collect();
    let fields = module(&fields::module());
    // Browsers keep files for a while: the one with another content has another address.
    let hash = Sha256::digest(widget_parts());
    let version: String = hash.iter().take(VERSION).map(|byte| format!("{byte:02x}")).collect();
    let named = format!("const POPUP='{POPUP_FILE}?{version}';");
    let body = squeeze::squeezed(&format!("{named}{fields}{modules}"), &OWN_PROPERTIES);
    format!("(()=>{{{body}}})()\n")
}

fn parts() -> String {
    let template = markup::templates(&without(TEMPLATES, "<!--", "-->"));
    let style = Value::from(squeezed_style(&[STYLE, LIVE_STYLE].concat()));
    format!("{{\"template\":{template},\"style\":{style}}}")
}

/// Returns a module without its imports and exports.
fn module(source: &str) -> String {
    let tie = |line: &&str| line.starts_with("import ") || line.starts_with("export * ");
    let lines = source.lines().filter(|line| !tie(line));
    lines
        .map(|line| format!("{}\n", line.strip_prefix("export ").unwrap_or(line)))
        .collect()
}

/// Returns the text without everything between each pair of marks.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut rest = text;
    let mut out = String::with_capacity(text.len());
    while let Some((before, comment)) = rest.split_once(open) {
        out.push_str(before);
        rest = comment.split_once(close).map_or("", |(_, after)| after);
    }
    out + rest
}

/// Returns the style without meaningless blanks: those around signs of the grammar. Those of a sum stay. Everything in a shadow root is within `.bk`,
/// so that can be left out.
fn squeezed_style(css: &str) -> String {
    const SHORTER: [(&str, &str); 14] = [
        (" {", "{"),
        ("{ ", "{"),
        ("; ", ";"),
        (" }", "}"),
        ("} ", "}"),
        (": ", ":"),
        (", ", ","),
        (";}", "}"),
        (" > ", ">"),
        (" ~ ", "~"),
        (" !", "!"),
        (".bk.bk-", ".bk-"),
        (".bk ", ""),
        (".bk[", "["),
    ];
    let css = without(css, "/*", "*/")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let css = PREVIEW_STYLE
        .iter()
        .fold(css, |css, needless| css.replace(needless, ""));
    SHORTER.iter().fold(css, |css, (long, short)| css.replace(long, short))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::{Compression, write::GzEncoder};

    use super::*;

    /// Most bytes, gzipped at the highest level: of the script, which every page carries, and of what pop-ups are drawn from.
    const MOST_OF_SCRIPT: usize = 16_000;
    const MOST_OF_PARTS: usize = 3_500;

    #[test]
    fn what_pages_load_is_small() {
        for (file, most) in [(widget_script(), MOST_OF_SCRIPT), (widget_parts(), MOST_OF_PARTS)] {
            let mut packed = GzEncoder::new(Vec::new(), Compression::best());
            packed.write_all(file.as_bytes()).expect("memory");
            let size = packed.finish().expect("memory").len();
            println!("{} bytes, {size} gzipped", file.len());
            assert!(size <= most, "{size} bytes gzipped");
        }
    }

    #[test]
    fn what_it_draws_from_is_json_with_every_template_and_no_comment() {
        let parts: Value = serde_json::from_str(widget_parts()).expect("JSON");
        for id in ["rich", "text", "open_window", "launcher"] {
            assert!(parts["template"][id][0].is_string(), "{id}");
        }
        let style = parts["style"].as_str().expect("a style sheet");
        assert!(style.contains(".card") && !style.contains("/*"), "{style}");
        assert!(widget_script().contains(POPUP_FILE));
    }

    #[test]
    fn nothing_of_modules_and_comments_is_left() {
        let foreign = ["//", "import ", "export "];
        let left = |line: &&str| foreign.iter().any(|start| line.trim_start().starts_with(start));
        assert_eq!(widget_script().lines().find(left), None);
        let joined: String = MODULES.into_iter().map(module).collect();
        let tied = |line: &&str| line.starts_with("import ") || line.starts_with("export ");
        assert_eq!(joined.lines().find(tied), None);
    }

    #[test]
    fn styles_keep_what_they_mean() {
        let css =
            "/* a */ .bk .card, .b { top: 1px;\n  left: calc(1px + 2px) }\n@media (hover: none) { .c { margin: 0 } }";
        assert_eq!(
            squeezed_style(css),
            ".card,.b{top:1px;left:calc(1px + 2px)}@media (hover:none){.c{margin:0}}"
        );
    }
}
