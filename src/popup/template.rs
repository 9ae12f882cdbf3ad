//! Filling of the widget's own templates.
//!
//! Values are text, never markup: whatever a text holds ends up inside one slot, escaped. What must never happen: a second copy of the pop-up's
//! markup in the code.

use std::fmt::Write as _;

use super::parts::REPLIES;
use super::scene::{Launcher, PopupContent, Scene, Theme};
use super::text::{is_right_to_left, presentable};
use crate::campaign::{CloseSign, Colors, Named as _, Style, is_language_tag};

/// The templates that both the widget and the preview fill.
pub(super) const TEMPLATES: &str = include_str!("../../assets/widget/popup.html");
/// The pop-up's stylesheet.
pub(super) const STYLE: &str = include_str!("../../assets/widget/popup.css");

/// What the link says that closes an invitation without a sign; the widget has it in the site's words.
const CLOSE: &str = "Close";

/// A slot's name and the text in it, ready for drawing.
pub(super) type SlotText = (&'static str, String);

/// From how many physical pixels for each CSS pixel the larger picture of a card is used: where browsers go from one to two, at the geometric mean of
/// the densities. The live widget has the same number.
pub(super) const DENSE: f32 = 1.4;

/// The locations of the pictures of a filled pop-up.
#[derive(Debug, Default)]
pub(super) struct ImageUrls {
    pub picture: Option<String>,
    pub launcher: Option<String>,
}

/// Returns the texts of a scene's pop-up, in reading order; placeholders where it has any.
pub(super) fn slot_texts(scene: &Scene) -> Vec<SlotText> {
    let texts = own_texts(scene).into_iter().map(|(slot, text)| {
        let shown = scene.placeholders.instead_of(slot, text).unwrap_or(text);
        (slot, presentable(shown))
    });
    let invites = matches!(scene.content, PopupContent::Rich { .. } | PopupContent::Text { .. });
    let close = (invites && scene.style().close == CloseSign::None).then(|| ("close", presentable(CLOSE)));
    texts.chain(close).collect()
}

/// Returns the slots that show a placeholder.
pub(super) fn placeholder_slots(scene: &Scene) -> Vec<&'static str> {
    let slots = own_texts(scene).into_iter();
    slots
        .filter_map(|(slot, text)| scene.placeholders.instead_of(slot, text).map(|_| slot))
        .collect()
}

fn own_texts(scene: &Scene) -> Vec<(&'static str, &String)> {
    match &scene.content {
        PopupContent::Rich {
            title,
            subtitle,
            button,
            replies,
            ..
        } => {
            let own = [("title", title), ("subtitle", subtitle), ("button", button)];
            own.into_iter().chain(reply_slots(replies)).collect()
        }
        PopupContent::Text { text, replies } => {
            let own = std::iter::once(("text", text));
            own.chain(reply_slots(replies)).collect()
        }
        PopupContent::OpenWindow { user_say, reply } => {
            vec![
                ("name", &scene.brand.name),
                ("user_say", user_say),
                ("preview_reply", reply),
            ]
        }
        PopupContent::Nothing => Vec::new(),
    }
}

/// Returns the quick replies, each with its slot.
fn reply_slots(replies: &[String]) -> impl Iterator<Item = (&'static str, &String)> {
    REPLIES.iter().map(|(_, slot)| *slot).zip(replies)
}

/// Returns a button for each quick reply, with its empty slot.
fn reply_buttons(texts: &[SlotText]) -> String {
    let slots = REPLIES.iter().map(|(_, slot)| *slot);
    let there = slots.filter(|slot| texts.iter().any(|(name, _)| name == slot));
    let button = template("reply").trim();
    there
        .map(|slot| button.replacen('>', &format!(" data-slot=\"{slot}\">"), 1))
        .collect()
}

/// Returns the pop-up's markup: its type's template and the launcher's, filled, in an element that carries brand and theme.
pub(super) fn popup_html(scene: &Scene, texts: &[SlotText], images: &ImageUrls) -> String {
    let kind = scene.content.kind();
    let mut card = kind.map(|kind| template(kind.id())).unwrap_or_default().to_owned();
    insert(&mut card, "replies", &reply_buttons(texts));
    for slot in placeholder_slots(scene) {
        mark(&mut card, slot);
    }
    for (slot, text) in texts {
        fill(&mut card, slot, text);
    }
    let mut launcher = template("launcher").to_owned();
    set_source(&mut card, "image", images.picture.as_deref());
    set_source(&mut launcher, "launcher", images.launcher.as_deref());
    let style = scene.style();
    let colors = style.colors(scene.theme == Theme::Dark);
    format!(
        "<div class=\"{}\" dir=\"{}\"{} style=\"{}\">{card}{launcher}</div>",
        classes(scene, &style, &colors),
        direction(texts),
        language(scene),
        properties(&style, &colors),
    )
}

/// Returns `rtl` when the pop-up's first letter is written from right to left. The chat's title does not decide for the messages.
pub(super) fn direction(texts: &[SlotText]) -> &'static str {
    let said = texts
        .iter()
        .filter(|(slot, _)| !matches!(*slot, "name" | "close"))
        .map(|(_, text)| text.as_str());
    if is_right_to_left(said) { "rtl" } else { "ltr" }
}

/// Returns the attribute that names the language of the texts, where that is known.
fn language(scene: &Scene) -> String {
    let language = scene.language.as_deref().filter(|tag| is_language_tag(tag));
    language.map(|tag| format!(" lang=\"{tag}\"")).unwrap_or_default()
}

fn classes(scene: &Scene, style: &Style, colors: &Colors) -> String {
    let switches = [
        (colors.dark, " bk-dark"),
        (style.card.is_some() || style.text.is_some(), " bk-own"),
        (scene.launcher == Launcher::BotProfile, " bk-bot"),
        (matches!(scene.content, PopupContent::OpenWindow { .. }), " bk-open"),
    ];
    let on = switches.into_iter().filter_map(|(on, class)| on.then_some(class));
    let mut classes: String = std::iter::once("bk").chain(on).collect();
    let usual = Style::default();
    let words = [
        ("text_size", style.text_size.id(), usual.text_size.id()),
        ("align", style.align.id(), usual.align.id()),
        ("picture", style.picture.id(), usual.picture.id()),
        ("close", style.close.id(), usual.close.id()),
        ("position", style.position.id(), usual.position.id()),
        ("shadow", if style.shadow { "true" } else { "false" }, "true"),
    ];
    for (key, word, _) in words.into_iter().filter(|(_, word, usual)| word != usual) {
        let _ = write!(classes, " bk-{key}-{word}");
    }
    classes
}

/// Returns the colours and measures that the stylesheet asks for: the usual ones are its own.
fn properties(style: &Style, colors: &Colors) -> String {
    let Colors { button, on_button, .. } = colors;
    let mut properties = format!("--brand:{button};--on-brand:{on_button}");
    if style.card.is_some() || style.text.is_some() {
        let _ = write!(properties, ";--bg:{};--fg:{}", colors.card, colors.text);
    }
    let usual = Style::default();
    let [side, bottom] = style.offset;
    let measures = [
        ("radius", style.radius, usual.radius),
        ("width", style.width, usual.width),
        ("side", side, usual.offset[0]),
        ("bottom", bottom, usual.offset[1]),
    ];
    for (name, pixels, _) in measures.into_iter().filter(|(_, pixels, usual)| pixels != usual) {
        let _ = write!(properties, ";--{name}:{pixels}px");
    }
    properties
}

/// Returns the inside of the template with this id; empty when the file has none, which a test forbids.
fn template(id: &str) -> &'static str {
    let start = format!("<template id=\"{id}\">");
    TEMPLATES
        .split_once(start.as_str())
        .and_then(|(_, rest)| rest.split_once("</template>"))
        .map(|(inside, _)| inside)
        .unwrap_or_default()
}

/// Marks the element of a slot as holding a placeholder.
fn mark(html: &mut String, slot: &str) {
    if let Some(at) = html.find(&format!("data-slot=\"{slot}\">")) {
        html.insert_str(at, "data-placeholder=\"\" ");
    }
}

/// Puts text into the (empty) element whose last attribute names the slot.
fn fill(html: &mut String, slot: &str, text: &str) {
    insert(html, slot, &escaped(text));
}

/// Puts markup into the (empty) element whose last attribute names the slot.
fn insert(html: &mut String, slot: &str, inside: &str) {
    let mark = format!("data-slot=\"{slot}\">");
    if let Some(at) = html.find(&mark) {
        html.insert_str(at + mark.len(), inside);
    }
}

fn set_source(html: &mut String, slot: &str, url: Option<&str>) {
    let mark = format!("data-slot=\"{slot}\"");
    if let (Some(url), Some(at)) = (url, html.find(&mark)) {
        html.insert_str(at, &format!("src=\"{}\" ", escaped(url)));
    }
}

/// Returns text that HTML reads back as the same text, between tags and inside quotes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{a0}' => out.push_str("&nbsp;"),
            c if c.is_control() => {
                let _ = write!(out, "&#xfffd;");
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::scene::Placeholders;
    use super::*;

    #[test]
    fn every_template_has_its_slots_once() {
        for (id, slots) in [
            (
                "rich",
                &["image", "title", "subtitle", "button", "replies", "close"][..],
            ),
            ("text", &["text", "replies", "close"]),
            ("reply", &[]),
            ("open_window", &["name", "user_say", "preview_reply"]),
            ("launcher", &["launcher"]),
        ] {
            let inside = template(id);
            let found: Vec<_> = inside
                .split("data-slot=\"")
                .skip(1)
                .filter_map(|s| s.split('"').next())
                .collect();
            assert_eq!(found, slots, "slots of {id}");
        }
    }

    #[test]
    fn the_widget_takes_the_picture_for_dense_screens_where_the_preview_does() {
        let widget = include_str!("../../assets/widget/view.js");
        assert!(widget.contains(&format!("devicePixelRatio >= {DENSE} &&")));
    }

    #[test]
    fn the_themes_have_the_colours_that_looks_are_judged_on() {
        for dark in [false, true] {
            let Colors { card, text, soft, .. } = Style::default().colors(dark);
            let card = card.to_string().replace("#ffffff", "#fff");
            assert!(
                STYLE.contains(&format!("--bg: {card}; --fg: {text}; --soft: {soft};")),
                "{card}"
            );
        }
    }

    #[test]
    fn nothing_in_the_templates_runs() {
        let lower = TEMPLATES.to_lowercase();
        assert!(!lower.contains("<script") && !lower.contains("javascript:") && !lower.contains(" on"));
    }

    #[test]
    fn a_value_is_text_whatever_it_holds() {
        let hostile = "</h2><script>alert(1)</script><img src=x onerror=\"x\"> & 'quotes' data-slot=\"subtitle\">";
        let scene = Scene::new(PopupContent::Rich {
            title: hostile.into(),
            subtitle: "data-slot=\"button\">".into(),
            image: None,
            button: "Go".into(),
            replies: Vec::new(),
        });
        let html = popup_html(&scene, &slot_texts(&scene), &ImageUrls::default());
        assert!(!html.contains("<script") && !html.contains("<img src=x"));
        assert!(html.contains("data-slot=\"button\">Go</button>"), "{html}");
        assert!(
            html.contains("data-slot=\"subtitle\">data-slot=&quot;button&quot;&gt;</p>"),
            "{html}"
        );
    }

    #[test]
    fn a_placeholder_stands_only_where_there_is_no_text() {
        let scene = Scene {
            placeholders: Placeholders(vec![("title", "Title".into()), ("button", "<Button>".into())]),
            ..Scene::new(PopupContent::Rich {
                title: " ".into(),
                subtitle: String::new(),
                image: None,
                button: "Go".into(),
                replies: Vec::new(),
            })
        };
        let html = popup_html(&scene, &slot_texts(&scene), &ImageUrls::default());
        assert!(
            html.contains("data-placeholder=\"\" data-slot=\"title\">Title</h2>"),
            "{html}"
        );
        assert!(html.contains("data-slot=\"button\">Go</button>"), "{html}");
        assert_eq!(html.matches("data-placeholder").count(), 1, "{html}");
    }

    #[test]
    fn without_a_pop_up_the_launcher_stands_alone() {
        let scene = Scene::new(PopupContent::Nothing);
        let html = popup_html(&scene, &slot_texts(&scene), &ImageUrls::default());
        assert!(
            html.contains("class=\"launcher\"") && !html.contains("role=\"dialog\""),
            "{html}"
        );
    }

    #[test]
    fn a_card_without_a_picture_has_none() {
        let scene = Scene::new(PopupContent::Text {
            text: "Hi".into(),
            replies: Vec::new(),
        });
        let html = popup_html(&scene, &slot_texts(&scene), &ImageUrls::default());
        assert!(!html.contains("src="));
    }
}
