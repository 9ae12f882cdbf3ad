//! Campaigns deleted in the last weeks, to be restored or removed for good.

use egui::{Align, CornerRadius, Layout, ScrollArea, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::{
    Answer, DialogView,
    shell::{Shell, buttons, buttons_one, sentence},
};
use crate::{
    desktop::{
        theme::{Icon, Type, palette, radius, space},
        widgets::{self, Button, Follow},
    },
    library::{BIN_KEEPS, BinEntry, Binned, Removal},
    studio::tone::Tone,
    wording::{self, text::Text},
};

/// Height of a line, in points.
const ROW: f32 = 60.0;

/// The list of the bin's content.
#[derive(Debug, Default)]
pub struct BinDialog {
    /// The item about to be removed for good.
    erasing: Option<Binned>,
}

impl BinDialog {
    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let shell = Shell {
            id: "bin",
            title: &text.t("command-bin"),
            width: 600.0,
        };
        let shown = shell.show(ctx, |ui| {
            let days = BIN_KEEPS.num_days();
            sentence(
                ui,
                &text.tv("bin-help", &[("days", days.into())]),
                palette(ui).text_muted,
            );
            ui.add_space(space::M);
            let answer = self.list(ui, view);
            let deleted = view.bin.iter().filter(|entry| entry.why == Removal::Deleted);
            let deleted: Vec<Binned> = deleted.map(|entry| entry.binned.clone()).collect();
            if deleted.len() < 2 {
                let close = buttons_one(ui, &text.t("close"));
                return answer.or(close.then_some(Answer::Cancel));
            }
            let all = text.tv("bin-restore-all", &[("count", deleted.len().into())]);
            let (restore, close) = buttons(ui, &all, true, &text.t("close"));
            answer
                .or(restore.then_some(Answer::RestoreAll(deleted)))
                .or(close.then_some(Answer::Cancel))
        });
        // Escape cancels a question before it closes the list.
        if shown.dismissed && self.erasing.take().is_some() {
            return None;
        }
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }

    fn list(&mut self, ui: &mut Ui, view: DialogView<'_>) -> Option<Answer> {
        if view.bin.is_empty() {
            nothing(ui, view.text);
            return None;
        }
        let mut answer = None;
        let tallest = (ui.ctx().content_rect().height() - 280.0).clamp(160.0, 420.0);
        ScrollArea::vertical()
            .max_height(tallest)
            // A list that grows is as high as it needs, not as high as the dialog was before.
            .min_scrolled_height(tallest)
            .auto_shrink([false, true])
            .follow(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::XS;
                for entry in view.bin {
                    let row = ui.push_id(&entry.binned.kept, |ui| self.row(ui, view, entry)).inner;
                    answer = answer.take().or(row);
                }
            });
        answer
    }

    fn row(&mut self, ui: &mut Ui, view: DialogView<'_>, entry: &BinEntry) -> Option<Answer> {
        let (text, p) = (view.text, palette(ui));
        if self.erasing.as_ref() == Some(&entry.binned) {
            return self.really_erase(ui, text, entry);
        }
        let name = entry.name();
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), egui::Sense::hover());
        let detail = detail(entry, view);
        let spoken = format!("{name}, {detail}");
        response.widget_info(|| WidgetInfo::labeled(egui::Role::ListItem, true, &spoken));
        let edge = Stroke::new(1.0, p.border);
        ui.painter()
            .rect(rect, CornerRadius::same(radius::M), p.surface, edge, StrokeKind::Inside);
        let controls = rect.with_min_x(rect.right() - 168.0).shrink2(vec2(10.0, 0.0));
        let words = rect.with_min_x(rect.left() + 14.0).with_max_x(controls.left());
        widgets::text_line(
            ui,
            words.left_top() + vec2(0.0, 11.0),
            &name,
            Type::BodyStrong,
            p.text,
            words.width(),
        );
        let below = words.left_top() + vec2(0.0, 34.0);
        widgets::text_line(ui, below, &detail, Type::Caption, p.text_muted, words.width());
        let inside = egui::UiBuilder::new()
            .max_rect(controls)
            .layout(Layout::right_to_left(Align::Center));
        let mut answer = None;
        ui.scope_builder(inside, |ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let named = |key: &str| text.tv(key, &[("name", name.as_str().into())]);
            if widgets::icon_button(ui, Icon::Trash2, &named("bin-erase-of")).clicked() {
                self.erasing = Some(entry.binned.clone());
            }
            let restore = ui.add(Button::secondary(text.t("bin-restore")).small());
            if restore.accessible_name(named("bin-restore-of")).clicked() {
                answer = Some(Answer::Restore(entry.binned.clone()));
            }
        });
        answer
    }

    fn really_erase(&mut self, ui: &mut Ui, text: &Text, entry: &BinEntry) -> Option<Answer> {
        let title = text.tv("bin-erase-title", &[("name", entry.name().into())]);
        let mut answer = None;
        widgets::notice(ui, Tone::Danger, Icon::Trash2, &title, |ui| {
            ui.horizontal(|ui| {
                if ui.add(Button::danger(text.t("bin-erase")).small()).clicked() {
                    answer = Some(Answer::Erase(entry.binned.clone()));
                    self.erasing = None;
                }
                if ui.add(Button::secondary(text.t("cancel")).small()).clicked() {
                    self.erasing = None;
                }
            });
        });
        answer
    }
}

/// When, why, and how large.
fn detail(entry: &BinEntry, view: DialogView<'_>) -> String {
    let (text, language) = (view.text, view.text.language());
    let when = wording::instant(entry.at, view.zone, language);
    let key = match entry.why {
        Removal::Deleted => "bin-deleted",
        Removal::SetAside => "bin-set-aside",
    };
    let mut detail = text.tv(key, &[("when", when.into())]);
    if entry.campaign.is_none() {
        detail = format!("{detail} · {}", text.t("status-broken"));
    }
    format!("{detail} · {}", size_words(entry.bytes, text))
}

/// A size as people read it.
fn size_words(bytes: u64, text: &Text) -> String {
    let kilobytes = bytes.div_ceil(1_000).max(1);
    text.tv(
        "size-kb",
        &[("size", wording::count(kilobytes, text.language()).into())],
    )
}

fn nothing(ui: &mut Ui, text: &Text) {
    let p = palette(ui);
    ui.vertical_centered(|ui| {
        ui.add_space(space::XL);
        let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(48.0), egui::Sense::hover());
        ui.painter().circle_filled(rect.center(), 24.0, p.accent_soft);
        Icon::Trash2.paint(ui.painter(), rect.center(), 22.0, p.accent_text);
        ui.add_space(space::S);
        ui.label(Type::Body.text(text.t("bin-empty"), p.text_muted));
        ui.add_space(space::XL);
    });
}
