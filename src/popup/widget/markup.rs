//! Conversion of the templates of `popup.html` into what the script builds elements from, as JSON: `[name, attributes, ...children]`, under the template's id.
//! A visitor's page then has no markup to parse. It understands what those templates use: elements and quoted attributes, no text.

use std::fmt::Write as _;

/// What the preview only draws and the live chat makes work.
const LIVE: [(&str, &str); 5] = [
    (
        "<div class=\"talk\">",
        "<div class=\"talk\" role=\"log\" tabindex=\"0\">",
    ),
    ("<div class=\"entry\">", "<form class=\"entry\">"),
    (
        "<i class=\"field\"></i>",
        "<input class=\"field\" autocomplete=\"off\" enterkeyhint=\"send\" maxlength=\"2000\">",
    ),
    ("<span class=\"send\">", "<button class=\"send\">"),
    ("</span></div>", "</button></form>"),
];
/// What the live widget does itself, or does not need.
const NEEDLESS: [&str; 7] = [
    " type=\"button\"",
    " aria-label=\"Close\"",
    " aria-label=\"Chat\"",
    " width=\"400\" height=\"200\"",
    " width=\"60\" height=\"60\"",
    "<p class=\"say mine\" data-slot=\"user_say\"></p>",
    "<p class=\"say\" data-slot=\"preview_reply\"></p>",
];
/// Elements that never hold others.
const VOID: [&str; 2] = ["img", "input"];

/// Returns the templates as a JSON object. The markup has no comments, and its values have nothing that JSON would have to escape.
pub(super) fn templates(html: &str) -> String {
    let html: String = html.lines().map(str::trim).collect();
    let html = NEEDLESS.iter().fold(html, |html, needless| html.replace(needless, ""));
    let html = LIVE.iter().fold(html, |html, (drawn, live)| html.replace(drawn, live));
    let mut out = String::from("{");
    for tag in html
        .split('<')
        .filter_map(|piece| piece.split_once('>'))
        .map(|(tag, _)| tag)
    {
        let (tag, closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        match name {
            "template" => write_id(&mut out, attributes),
            "/template" => {}
            _ if name.starts_with('/') => out.push_str("],"),
            _ => {
                write_start(&mut out, name, attributes);
                if closed || VOID.contains(&name) {
                    out.push_str("],");
                }
            }
        }
    }
    (out + "}").replace(",]", "]").replace(",}", "}")
}

/// Writes the template's id as the key of its element.
fn write_id(out: &mut String, attributes: &str) {
    let id = attributes.split('"').nth(1).unwrap_or_default();
    let _ = write!(out, "\"{id}\":");
}

fn write_start(out: &mut String, name: &str, attributes: &str) {
    let _ = write!(out, "[\"{name}\",{{");
    let mut parts = attributes.split('"');
    while let (Some(key), Some(value)) = (parts.next(), parts.next()) {
        let key = key.trim().trim_end_matches('=');
        let _ = write!(out, "\"{key}\":\"{value}\",");
    }
    out.push_str("},");
}

#[cfg(test)]
mod tests {
    use super::templates;

    #[test]
    fn templates_are_arrays_of_arrays() {
        let html = "<template id=\"one\">\n<p class=\"a\">\n<img data-slot=\"b\" alt=\"\">\n<svg><path d=\"M0 0\"/></svg>\n</p>\n</template>\n";
        assert_eq!(
            templates(html),
            r#"{"one":["p",{"class":"a"},["img",{"data-slot":"b","alt":""}],["svg",{},["path",{"d":"M0 0"}]]]}"#
        );
    }
}
