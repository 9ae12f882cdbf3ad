//! The help: the documents that the command line shows as well, with a list of topics and a search.

mod document;
mod page;

use egui::{Align, CornerRadius, Id, Layout, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::{
    Answer, DialogView,
    shell::{Shell, buttons_one, sentence},
};
use crate::{
    desktop::{
        theme::{Type, palette, radius, space},
        widgets::{self, Follow},
    },
    help::{TOPICS, Topic},
};
use document::Block;

/// Width of the list of topics, in points.
const LIST: f32 = 232.0;
/// Height of a line of that list, in points.
const ROW: f32 = 34.0;

/// The help, open at a topic.
pub struct HelpDialog {
    topic: &'static Topic,
    blocks: Vec<Block>,
    wanted: String,
    /// The topics that speak of what is wanted.
    found: Vec<&'static Topic>,
}

impl Default for HelpDialog {
    fn default() -> Self {
        Self::at(&TOPICS[0])
    }
}

impl HelpDialog {
    fn at(topic: &'static Topic) -> Self {
        Self {
            topic,
            blocks: document::blocks(topic.markdown),
            wanted: String::new(),
            found: TOPICS.iter().collect(),
        }
    }

    fn turn_to(&mut self, topic: &'static Topic) {
        self.topic = topic;
        self.blocks = document::blocks(topic.markdown);
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let shell = Shell {
            id: "help",
            title: &text.t("command-help"),
            width: 900.0_f32.min(ctx.content_rect().width() - 96.0),
        };
        let shown = shell.show(ctx, |ui| {
            let note = text.t("help-language");
            if !note.is_empty() {
                sentence(ui, &note, palette(ui).text_muted);
                ui.add_space(space::S);
            }
            let height = (ui.ctx().content_rect().height() - 220.0).clamp(200.0, 640.0);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::XL;
                ui.allocate_ui_with_layout(vec2(LIST, height), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(LIST);
                    self.topics(ui, view, height);
                });
                ui.vertical(|ui| {
                    ui.set_width(ui.available_width());
                    self.page(ui, height);
                });
            });
            buttons_one(ui, &text.t("close")).then_some(Answer::Cancel)
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }

    fn topics(&mut self, ui: &mut Ui, view: DialogView<'_>, height: f32) {
        let name = view.text.t("help-search");
        let search = widgets::search_field(ui, Id::unique("help search"), &mut self.wanted, &name);
        if search.changed() {
            self.found = TOPICS.iter().filter(|topic| speaks_of(topic, &self.wanted)).collect();
        }
        ui.add_space(space::S);
        if self.found.is_empty() {
            let none = Type::Small.text(view.text.t("help-none"), palette(ui).text_muted);
            ui.add(egui::Label::new(none).wrap());
        }
        let mut chosen = None;
        ScrollArea::vertical()
            .id_salt("help topics")
            .max_height(height - 48.0)
            .auto_shrink([false, false])
            .follow(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                for topic in self.found.iter().copied() {
                    if self.row(ui, topic) {
                        chosen = Some(topic);
                    }
                }
            });
        if let Some(topic) = chosen {
            self.turn_to(topic);
        }
    }

    /// A line of the list; true when it is chosen now.
    fn row(&self, ui: &mut Ui, topic: &Topic) -> bool {
        let p = palette(ui);
        let marked = topic.name == self.topic.name;
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
        let title = topic.title();
        response.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, marked, title));
        if marked || response.hovered() {
            let fill = if marked { p.accent_soft } else { p.hover };
            ui.painter().rect_filled(rect, CornerRadius::same(radius::M), fill);
        }
        widgets::focus_ring(ui, &response, rect.shrink(1.0), radius::M);
        let ink = if marked { p.accent_text } else { p.text };
        widgets::text_line(
            ui,
            rect.left_top() + vec2(12.0, 8.0),
            title,
            Type::Label,
            ink,
            rect.width() - 20.0,
        );
        let chosen = response.clicked() || (response.gained_focus() && !marked);
        response.on_hover_text(topic.summary);
        chosen
    }

    fn page(&mut self, ui: &mut Ui, height: f32) {
        let followed = ScrollArea::vertical()
            .id_salt(("help page", self.topic.name))
            .max_height(height)
            .auto_shrink([false, false])
            .follow(ui, |ui| page::show(ui, &self.blocks));
        let Some(link) = followed.inner else { return };
        match TOPICS.iter().find(|topic| leads_to(&link, topic)) {
            Some(topic) => self.turn_to(topic),
            None => ui.ctx().open_url(egui::OpenUrl::new_tab(link)),
        }
    }
}

/// Whether a link of a document leads to another topic.
fn leads_to(link: &str, topic: &Topic) -> bool {
    let file = link.split('#').next().unwrap_or_default();
    file.strip_suffix(".md") == Some(topic.name)
}

/// Whether a topic contains all the searched words.
fn speaks_of(topic: &Topic, wanted: &str) -> bool {
    let markdown = topic.markdown.to_lowercase();
    wanted
        .to_lowercase()
        .split_whitespace()
        .all(|word| markdown.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_is_found_by_any_words_of_it() {
        let found = |wanted: &str| -> Vec<&str> {
            let found = TOPICS.iter().filter(|topic| speaks_of(topic, wanted));
            found.map(|topic| topic.name).collect()
        };
        assert_eq!(found("").len(), TOPICS.len());
        assert!(found("Repeat CYCLE").contains(&"delivery"));
        assert!(found("data-corner").contains(&"website"));
        assert_eq!(found("zebra crossing"), Vec::<&str>::new());
    }

    #[test]
    fn every_link_leads_to_a_topic_or_out_of_the_app() {
        for topic in &TOPICS {
            for link in page::links(&document::blocks(topic.markdown)) {
                let known = TOPICS.iter().any(|other| leads_to(&link, other));
                assert!(known || link.starts_with("https://"), "{}: {link}", topic.name);
            }
        }
    }
}
