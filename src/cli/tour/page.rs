//! The page that shows a whole tour in a browser.

use super::{Stop, check::Line};

const STYLE: &str = "\
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 16%, transparent) }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; padding: 32px 24px 64px; max-width: 1120px }
h1 { font-size: 28px; line-height: 36px } h2 { font-size: 20px; margin: 0 }
section { border: 1px solid var(--line); border-radius: 12px; padding: 24px; margin: 24px 0 }
p { margin: 8px 0 } ul { padding-left: 20px } .file { opacity: .6; font-size: 14px }
.frames { display: flex; gap: 16px; align-items: flex-start; margin-top: 16px }
.frames a { min-width: 0 } img { display: block; max-width: 100%; border: 1px solid var(--line); border-radius: 8px }
.yes::before { content: '✓ '; color: #12805c } .no::before { content: '✗ '; color: #b3261e }";

/// Returns the page. Its pictures are next to it.
pub(super) fn html(stops: &[Stop], windows: &[String]) -> String {
    let windows: String = windows.iter().map(|name| image(name, "The app's window")).collect();
    let stops: String = stops.iter().map(section).collect();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>A tour of Beckon</title>\n<style>\n{STYLE}\n</style>\n</head>\n\
         <body>\n<h1>A tour of Beckon</h1>\n{windows}{stops}</body>\n</html>\n"
    )
}

fn section(stop: &Stop) -> String {
    let findings: String = stop.findings.iter().map(finding).collect();
    let findings = if findings.is_empty() {
        "<p>Nothing stops a launch.</p>\n".to_owned()
    } else {
        format!("<ul>\n{findings}</ul>\n")
    };
    let verdicts: String = stop
        .verdicts
        .iter()
        .map(|verdict| {
            let class = if verdict.shown { "yes" } else { "no" };
            format!(
                "<p class=\"{class}\"><b>{}</b>: {}</p>\n",
                escaped(verdict.visitor),
                escaped(&verdict.sentence)
            )
        })
        .collect();
    let frames: String = stop.pictures.iter().map(|name| image(name, &stop.name)).collect();
    format!(
        "<section>\n<h2>{}</h2>\n<p class=\"file\">{}</p>\n<p>{}</p>\n{verdicts}{findings}<div class=\"frames\">\n{frames}</div>\n</section>\n",
        escaped(&stop.name),
        escaped(stop.file),
        escaped(&stop.summary),
    )
}

fn finding(line: &Line) -> String {
    format!("<li>{}<br>{}</li>\n", escaped(&line.head()), escaped(line.fix()))
}

fn image(name: &str, text: &str) -> String {
    let (name, text) = (escaped(name), escaped(text));
    format!("<a href=\"{name}\"><img src=\"{name}\" alt=\"{text}\"></a>\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
