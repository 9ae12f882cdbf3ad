//! The script that websites carry, joined from `assets/widget`: the engine, the widget, the pop-up's template and its styles.
//!
//! There is no build step: the files are plain modules, which tests import as they are. Joined, they are one classic script in a scope of
//! its own; a name that two files declare is a syntax error there, which a test would find.

use std::sync::LazyLock;

use super::template::{STYLE, TEMPLATES};

macro_rules! source {
    ($name:literal) => {
        include_str!(concat!("../../assets/widget/", $name))
    };
}

/// In the order in which they stand upon one another.
const MODULES: [&str; 6] = [
    source!("engine.js"),
    source!("content.js"),
    source!("visitor.js"),
    source!("watch.js"),
    source!("view.js"),
    source!("widget.js"),
];
const LIVE_STYLE: &str = source!("live.css");

static SCRIPT: LazyLock<String> = LazyLock::new(join);

/// `widget.js` as it is served: everything but the font and the campaigns.
pub fn widget_script() -> &'static str {
    &SCRIPT
}

/// The files that the script asks for under `fonts/`, beside itself: name and content, of the type `font/woff2`.
pub fn widget_fonts() -> [(&'static str, &'static [u8]); 1] {
    [("inter.woff2", include_bytes!("../../assets/widget/fonts/inter.woff2"))]
}

fn join() -> String {
    let modules: String = MODULES.into_iter().map(module).collect();
    let style = squeezed_style(&[STYLE, LIVE_STYLE].concat());
    let (template, style) = (text_literal(&squeezed_markup(TEMPLATES)), text_literal(&style));
    format!("(()=>{{'use strict';{{const TEMPLATE={template},STYLE={style};\n{modules}}}}})()\n")
}

/// A module's lines without indentation, comments of their own and what ties modules together.
fn module(source: &str) -> String {
    let lines = source.lines().map(str::trim);
    let kept = lines.filter(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with("import "));
    kept.map(|line| format!("{}\n", line.strip_prefix("export ").unwrap_or(line)))
        .collect()
}

/// The text between every pair of marks left out.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut rest = text;
    let mut out = String::with_capacity(text.len());
    while let Some((before, comment)) = rest.split_once(open) {
        out.push_str(before);
        rest = comment.split_once(close).map_or("", |(_, after)| after);
    }
    out + rest
}

fn squeezed_markup(html: &str) -> String {
    without(html, "<!--", "-->").lines().map(str::trim).collect()
}

/// Blanks go where they mean nothing: around braces and semicolons, and behind colons and commas.
fn squeezed_style(css: &str) -> String {
    let mut out = without(css, "/*", "*/")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    for (long, short) in [
        (" {", "{"),
        ("{ ", "{"),
        ("; ", ";"),
        (" }", "}"),
        ("} ", "}"),
        (": ", ":"),
        (", ", ","),
        (";}", "}"),
    ] {
        out = out.replace(long, short);
    }
    out
}

/// As JavaScript writes it. `</` would end a script element that the script may be pasted into.
fn text_literal(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace("</", "<\\/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_one_scope_without_modules_and_comments() {
        let script = widget_script();
        assert!(script.starts_with("(()=>{'use strict'"));
        for line in script.lines() {
            assert!(
                !line.starts_with("import ") && !line.starts_with("export ") && !line.starts_with("//"),
                "{line}"
            );
        }
    }

    #[test]
    fn styles_keep_what_they_mean() {
        let css =
            "/* a */ .bk .card, .b { top: 1px;\n  left: calc(1px + 2px) }\n@media (hover: none) { .c { margin: 0 } }";
        assert_eq!(
            squeezed_style(css),
            ".bk .card,.b{top:1px;left:calc(1px + 2px)}@media (hover:none){.c{margin:0}}"
        );
    }
}
