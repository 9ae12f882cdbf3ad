//! A row of fields: its label at the left, what is typed or chosen at the right, what is wrong with it below.

use egui::{Id, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::desktop::{
    theme::{Icon, Type, control_height, palette, space},
    widgets,
};

/// Width of a label, in points.
const LABEL: f32 = 88.0;
/// Width of the sign at its end.
const SIGN: f32 = 20.0;

/// A row.
#[must_use = "call `show`"]
pub(super) struct Line<'a> {
    label: &'a str,
    tip: &'a str,
    back: Option<&'a str>,
}

impl<'a> Line<'a> {
    /// A row called `label`.
    pub(super) fn new(label: &'a str) -> Self {
        Self {
            label,
            tip: "",
            back: None,
        }
    }

    /// Explains it while the pointer is on the label.
    pub(super) fn tip(mut self, tip: &'a str) -> Self {
        self.tip = tip;
        self
    }

    /// Offers a way back to what it was; `name` says to what.
    pub(super) fn back(mut self, name: Option<&'a str>) -> Self {
        self.back = name;
        self
    }

    /// Shows the row. `content` gets the identity of the label. Returns what it returns, and whether the way back was taken.
    pub(super) fn show<R>(self, ui: &mut Ui, content: impl FnOnce(&mut Ui, Id) -> R) -> (R, bool) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let (label, is_back) = self.label(ui);
            let width = ui.available_width();
            let shown = ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = space::XS;
                content(ui, label)
            });
            (shown.inner, is_back)
        })
        .inner
    }

    fn label(&self, ui: &mut Ui) -> (Id, bool) {
        let p = palette(ui);
        let room = self.back.map_or(LABEL, |_| LABEL - SIGN);
        let words = ui
            .painter()
            .layout(self.label.to_owned(), Type::Small.font(), p.text_muted, room);
        let tall = control_height(ui);
        let (rect, response) = ui.allocate_exact_size(vec2(LABEL, words.size().y.max(tall)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.label));
        let top = rect.top() + ((tall - words.size().y) / 2.0).max(0.0);
        ui.painter().galley(pos2(rect.left(), top), words, p.text_muted);
        let id = response.id;
        if !self.tip.is_empty() {
            response.on_hover_text(self.tip);
        }
        let is_back = self.back.is_some_and(|name| {
            let middle = pos2(rect.right() - SIGN / 2.0, rect.top() + tall / 2.0);
            way_back(ui, id.with("back"), middle, name)
        });
        (id, is_back)
    }
}

/// The broken link at a value that follows nothing else: pressed, it follows again. `name` says what it follows then.
pub(super) fn way_back(ui: &Ui, id: Id, middle: egui::Pos2, name: &str) -> bool {
    let p = palette(ui);
    let rect = egui::Rect::from_center_size(middle, vec2(SIGN, SIGN + 4.0));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    if response.hovered() {
        ui.painter()
            .rect_filled(rect, crate::desktop::theme::radius::S, p.hover);
    }
    Icon::Unlink.paint(ui.painter(), middle, 14.0, p.accent_text);
    widgets::focus_ring(ui, &response, rect, crate::desktop::theme::radius::S);
    response.on_hover_text(name).clicked()
}
