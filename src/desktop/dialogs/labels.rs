//! The labels of one campaign or of several.

use egui::{CornerRadius, Id, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::{
    Answer, DialogView,
    shell::{Shell, buttons, entered, sentence},
};
use crate::{
    desktop::{
        theme::{Icon, Type, height, palette, space},
        widgets::{self, Button, Field},
    },
    studio::{
        labelling::{Labelling, Refused},
        labels::Used,
        tone::Tone,
    },
    wording::text::Text,
};

/// How many labels in use are offered.
const OFFERED: usize = 12;
/// Most width of a label, in points.
const MOST_WIDE: f32 = 220.0;

/// Changes labels.
#[derive(Debug)]
pub struct LabelsDialog {
    /// The campaign's name, if it is one.
    name: Option<String>,
    labelling: Labelling,
    typed: String,
    /// Why what was typed could not be added.
    refused: Option<Refused>,
    seen: bool,
}

impl LabelsDialog {
    /// For these campaigns; with the name, if it is one.
    pub fn new(name: Option<String>, labelling: Labelling) -> Self {
        Self {
            name,
            labelling,
            typed: String::new(),
            refused: None,
            seen: false,
        }
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let title = match &self.name {
            Some(name) => text.tv("labels-title", &[("name", name.as_str().into())]),
            None => text.tv("labels-title-several", &[("count", self.labelling.len().into())]),
        };
        let shell = Shell {
            id: "labels",
            title: &title,
            width: 480.0_f32.min(ctx.content_rect().width() - 96.0),
        };
        let holds = !self.typed.trim().is_empty() || !self.labelling.files().is_empty();
        let shown = shell.show_holding(ctx, holds, |ui| {
            sentence(ui, &text.t("labels-help"), palette(ui).text_muted);
            ui.add_space(space::M);
            self.own(ui, text);
            let ended = self.field(ui, text);
            self.offers(ui, text);
            let files = self.labelling.files();
            let typed = !self.typed.trim().is_empty();
            let (apply, cancel) = buttons(ui, &text.t("labels-do"), typed || !files.is_empty(), &text.t("cancel"));
            if cancel {
                return Some(Answer::Cancel);
            }
            // What is typed and not added yet is meant as well.
            let apply = apply || ended && !files.is_empty();
            if !apply || (typed && !self.add()) {
                return None;
            }
            Some(Answer::Label(self.labelling.files()))
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }

    /// The labels that they have, each with the way to remove it.
    fn own(&mut self, ui: &mut Ui, text: &Text) {
        let all = self.labelling.len();
        let used = self.labelling.used();
        if used.is_empty() {
            ui.label(Type::Small.text(text.t("labels-none"), palette(ui).text_muted));
            ui.add_space(space::S);
            return;
        }
        let mut removed = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            for Used { label, count } in &used {
                let shown = match *count == all {
                    true => label.clone(),
                    false => text.tv(
                        "labels-some",
                        &[
                            ("label", label.as_str().into()),
                            ("count", (*count).into()),
                            ("all", all.into()),
                        ],
                    ),
                };
                let name = text.tv("labels-remove", &[("label", label.as_str().into())]);
                if chip(ui, &shown, &name, *count == all) {
                    removed = Some(label.clone());
                }
            }
        });
        ui.add_space(space::S);
        if let Some(label) = removed {
            self.labelling.remove(&label);
        }
    }

    /// What is added; true when Enter was pressed while it is empty, which ends the dialog.
    fn field(&mut self, ui: &mut Ui, text: &Text) -> bool {
        let label = text.t("labels-add");
        let said: Vec<(Tone, String)> = self
            .refused
            .iter()
            .map(|why| (Tone::Danger, text.t(why.key())))
            .collect();
        let field = Field::new(&label, &mut self.typed)
            .id(Id::unique("label to add"))
            .findings(&said)
            .show(ui)
            .response;
        if !std::mem::replace(&mut self.seen, true) {
            field.request_focus();
        }
        if field.changed() {
            self.refused = None;
        }
        let entered = field.lost_focus() && entered(ui);
        if entered && !self.typed.trim().is_empty() {
            self.add();
            field.request_focus();
            return false;
        }
        entered
    }

    /// What is in use elsewhere and fits what is typed.
    fn offers(&mut self, ui: &mut Ui, text: &Text) {
        let offers = self.labelling.offers(&self.typed);
        if offers.is_empty() {
            return;
        }
        ui.add_space(space::S);
        ui.label(Type::Caption.text(text.t("labels-in-use"), palette(ui).text_faint));
        let mut added = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            for label in offers.into_iter().take(OFFERED) {
                let name = text.tv("labels-add-one", &[("label", label.into())]);
                let button = Button::secondary(shortened(label)).icon(Icon::Plus).small();
                if ui.add(button).accessible_name(name).clicked() {
                    added = Some(label.to_owned());
                }
            }
        });
        if let Some(label) = added {
            self.typed = label;
            self.add();
        }
    }

    /// Adds what is typed; says whether that worked.
    fn add(&mut self) -> bool {
        self.refused = self.labelling.add(&self.typed).err();
        if self.refused.is_none() {
            self.typed.clear();
        }
        self.refused.is_none()
    }
}

/// A label as short as a button may be.
fn shortened(label: &str) -> String {
    match label.char_indices().nth(24) {
        Some((end, _)) => format!("{}…", label[..end].trim_end()),
        None => label.to_owned(),
    }
}

/// Shows a label that goes when it is pressed; true when it was. `name` says what pressing it does.
fn chip(ui: &mut Ui, label: &str, name: &str, everywhere: bool) -> bool {
    let p = palette(ui);
    let width = (widgets::line_width(ui, label, Type::Label) + 44.0).min(MOST_WIDE);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height::SMALL), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let (fill, ink) = match everywhere {
        true => (p.accent_soft, p.accent_text),
        false => (p.input, p.text_muted),
    };
    let edge = if response.hovered() { p.accent } else { p.control_border };
    let corners = CornerRadius::same(14);
    ui.painter()
        .rect(rect, corners, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    widgets::text_line(
        ui,
        rect.left_top() + vec2(12.0, 6.0),
        label,
        Type::Label,
        ink,
        rect.width() - 40.0,
    );
    Icon::X.paint(ui.painter(), rect.right_center() - vec2(16.0, 0.0), 12.0, ink);
    widgets::focus_ring(ui, &response, rect, 14);
    response.on_hover_text(name).clicked()
}
