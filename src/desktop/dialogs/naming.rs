//! A new campaign, and another name for one.

use std::path::PathBuf;

use egui::{CornerRadius, Id, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::{
    Answer, DialogView,
    shell::{Shell, buttons, entered},
};
use crate::{
    desktop::{
        theme::{Icon, Type, palette, radius, space},
        widgets::{self, Field},
    },
    studio::tone::Tone,
};

/// Asks for the platform and the name of a new campaign.
#[derive(Debug, Default)]
pub struct NewDialog {
    naming: Naming,
}

/// A field for a name that must not stay empty.
#[derive(Debug, Default)]
struct Naming {
    name: String,
    seen: bool,
    /// Whether Enter or the button was pressed without a name.
    missing: bool,
}

impl Naming {
    /// Shows the field and the two buttons. Returns the name once confirmed, or that the dialog was cancelled.
    fn show(&mut self, ui: &mut Ui, id: Id, view: DialogView<'_>, hint: &str, act: &str) -> Option<Named> {
        let text = view.text;
        let missing = [(Tone::Danger, text.t("name-missing"))];
        let label = text.t("new-name");
        let field = Field::new(&label, &mut self.name).id(id).placeholder(hint);
        let field = if self.missing { field.findings(&missing) } else { field };
        let field = field.show(ui).response;
        if !std::mem::replace(&mut self.seen, true) {
            field.request_focus();
        }
        if field.changed() {
            self.missing = false;
        }
        let entered = field.lost_focus() && entered(ui);
        let (acted, cancel) = buttons(ui, act, true, &text.t("cancel"));
        if cancel {
            return Some(Named::Cancel);
        }
        if !(acted || entered) {
            return None;
        }
        let name = self.name.trim();
        if name.is_empty() {
            // The next input is the name.
            self.missing = true;
            field.request_focus();
            return None;
        }
        Some(Named::Name(name.to_owned()))
    }
}

/// The outcome of asking for a name.
enum Named {
    Name(String),
    Cancel,
}

impl NewDialog {
    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let shell = Shell {
            id: "new campaign",
            title: &text.t("command-new"),
            width: 440.0,
        };
        let shown = shell.show(ctx, |ui| {
            widgets::field_label(ui, &text.t("new-platform"));
            platform(
                ui,
                &text.t("platform-web-messenger"),
                &text.t("platform-web-messenger-detail"),
            );
            ui.add_space(space::M);
            let id = Id::unique("new campaign's name");
            let (hint, act) = (text.t("new-name-hint"), text.t("new-create"));
            Some(match self.naming.show(ui, id, view, &hint, &act)? {
                Named::Name(name) => Answer::Create(name),
                Named::Cancel => Answer::Cancel,
            })
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }
}

/// Shows the only platform, selected.
fn platform(ui: &mut Ui, name: &str, detail: &str) -> Response {
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 64.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, true, name));
    let stroke = Stroke::new(2.0, p.accent);
    ui.painter().rect(
        rect,
        CornerRadius::same(radius::M),
        p.accent_soft,
        stroke,
        StrokeKind::Inside,
    );
    Icon::MessageCircle.paint(ui.painter(), rect.left_center() + vec2(32.0, 0.0), 24.0, p.accent_text);
    let at = rect.left_top() + vec2(60.0, 12.0);
    ui.painter()
        .text(at, egui::Align2::LEFT_TOP, name, Type::BodyStrong.font(), p.text);
    let below = at + vec2(0.0, 20.0);
    ui.painter().text(
        below,
        egui::Align2::LEFT_TOP,
        detail,
        Type::Caption.font(),
        p.text_muted,
    );
    Icon::CircleCheck.paint(ui.painter(), rect.right_center() - vec2(24.0, 0.0), 18.0, p.accent_text);
    widgets::focus_ring(ui, &response, rect, radius::M);
    response
}

/// Asks for a new name.
#[derive(Debug)]
pub struct RenameDialog {
    path: PathBuf,
    naming: Naming,
}

impl RenameDialog {
    /// For the campaign of the file `path`, which is called `name` now.
    pub fn new(path: PathBuf, name: String) -> Self {
        let naming = Naming {
            name,
            ..Naming::default()
        };
        Self { path, naming }
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let shell = Shell {
            id: "rename campaign",
            title: &text.t("command-rename"),
            width: 440.0,
        };
        let shown = shell.show(ctx, |ui| {
            let id = Id::unique("campaign's other name");
            Some(match self.naming.show(ui, id, view, "", &text.t("rename-do"))? {
                Named::Name(name) => Answer::Rename(self.path.clone(), name),
                Named::Cancel => Answer::Cancel,
            })
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }
}
