//! A new campaign, and another name for one.

use std::path::PathBuf;

use egui::{CornerRadius, Id, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::{
    Answer, DialogView,
    shell::{Shell, buttons, entered},
};
use crate::desktop::{
    theme::{Icon, Type, palette, radius, space},
    widgets::{self, Field},
};

/// Asks for the platform and the name of a new campaign.
#[derive(Debug, Default)]
pub struct NewDialog {
    name: String,
    seen: bool,
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
            let hint = text.t("new-name-hint");
            let field = Field::new(&text.t("new-name"), &mut self.name)
                .id(id)
                .placeholder(&hint)
                .show(ui);
            if !std::mem::replace(&mut self.seen, true) {
                field.response.request_focus();
            }
            let ready = !self.name.trim().is_empty();
            let (create, cancel) = buttons(ui, &text.t("new-create"), ready, &text.t("cancel"));
            let create = create || (ready && field.response.lost_focus() && entered(ui));
            if create {
                Some(Answer::Create(self.name.trim().to_owned()))
            } else {
                cancel.then_some(Answer::Cancel)
            }
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }
}

/// The one platform there is, chosen.
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

/// Asks for another name.
#[derive(Debug)]
pub struct RenameDialog {
    path: PathBuf,
    name: String,
    seen: bool,
}

impl RenameDialog {
    /// For the campaign of the file `path`, which is called `name` now.
    pub fn new(path: PathBuf, name: String) -> Self {
        Self {
            path,
            name,
            seen: false,
        }
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
            let field = Field::new(&text.t("new-name"), &mut self.name).id(id).show(ui);
            if !std::mem::replace(&mut self.seen, true) {
                field.response.request_focus();
            }
            let ready = !self.name.trim().is_empty();
            let (rename, cancel) = buttons(ui, &text.t("rename-do"), ready, &text.t("cancel"));
            let rename = rename || (ready && field.response.lost_focus() && entered(ui));
            let answer = || Answer::Rename(self.path.clone(), self.name.trim().to_owned());
            if rename {
                Some(answer())
            } else {
                cancel.then_some(Answer::Cancel)
            }
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }
}
