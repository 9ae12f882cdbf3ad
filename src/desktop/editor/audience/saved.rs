//! A saved audience as one row of the outline, and the menu from which one is put there.

use egui::{Rect, Ui, pos2, vec2};

use super::{
    line::{Answer, Drawn, LineView, framed},
    metrics::{Metrics, ROW},
    tail,
};
use crate::{
    campaign::{AudienceReference, Group, NodePath},
    desktop::{
        editor::desk::Desk,
        theme::{Icon, Type, palette, space},
        widgets::{self, Button, MenuItem},
    },
    notation::Notation,
    studio::{
        action::Action,
        audiences::title,
        outline::{RowPart, TreeEdit},
    },
    wording,
};

/// How wide the way to the audience is.
const WAY: f32 = 28.0;

/// What a row says: what the audience is called, and whom it describes.
pub(super) fn said(saved: &AudienceReference, desk: &Desk<'_, '_>) -> [String; 2] {
    let name = title(desk.ctx.audiences, &saved.name).to_owned();
    let says = match desk.ctx.audiences.get(&saved.name) {
        Some(found) => wording::audience(&found.audience, desk.ctx.text.language()).to_string(),
        None => desk.t("audience-missing"),
    };
    [name, says]
}

/// Shows the row.
pub(super) fn show(
    ui: &mut Ui,
    saved: &AudienceReference,
    view: &LineView<'_>,
    metrics: &Metrics,
    desk: &mut Desk<'_, '_>,
) -> Drawn {
    let [name, says] = said(saved, desk);
    let words = format!("{name}: {says}");
    let spoken = desk.ctx.text.tv(
        "outline-row",
        &[("name", view.name.into()), ("words", words.as_str().into())],
    );
    framed(ui, view, ROW, &spoken, None, metrics, desk, |ui, row, active, desk| {
        let opened = ui
            .scope(|ui| {
                if saved.muted {
                    ui.multiply_opacity(0.45);
                }
                content(ui, saved, (&name, &says), (view, row), metrics, desk)
            })
            .inner;
        let middle = row.top() + ROW / 2.0;
        let answer = tail::show(ui, view, middle, saved.muted, active, metrics, desk);
        opened.then_some(Answer::Open(RowPart::Value)).or(answer)
    })
}

/// Shows its name, its sentence as far as there is room, and the way to it; true when that was pressed.
fn content(
    ui: &mut Ui,
    saved: &AudienceReference,
    (name, says): (&str, &str),
    (view, row): (&LineView<'_>, Rect),
    metrics: &Metrics,
    desk: &Desk<'_, '_>,
) -> bool {
    let p = palette(ui);
    let (left, middle) = (metrics.text(view.level), row.top() + ROW / 2.0);
    Icon::Users.paint(ui.painter(), pos2(left + 7.0, middle), 14.0, p.text_muted);
    let (from, until) = (left + 20.0, metrics.text_end() - WAY);
    let named = widgets::line_width(ui, name, Type::Strong).min((until - from) * 0.6);
    widgets::text_line(ui, pos2(from, middle - 9.0), name, Type::Strong, p.text, named);
    let there = desk.ctx.audiences.get(&saved.name).is_some();
    let ink = if there { p.text_muted } else { p.danger };
    let at = from + named + space::S;
    if until - at > 40.0 {
        widgets::text_line(ui, pos2(at, middle - 8.5), says, Type::Small, ink, until - at);
        let rect = Rect::from_x_y_ranges(at..=until, row.y_range());
        ui.interact(rect, view.id.with("says"), egui::Sense::hover())
            .on_hover_text(says);
    }
    if !there {
        return false;
    }
    let used = desk.t1("audience-used", "count", (desk.ctx.uses)(&saved.name));
    let tip = desk
        .ctx
        .text
        .tv("audience-edit-used", &[("name", name.into()), ("used", used.into())]);
    let rect = Rect::from_center_size(pos2(until + WAY / 2.0, middle), vec2(24.0, 24.0));
    let builder = egui::UiBuilder::new().max_rect(rect);
    ui.scope_builder(builder, |ui| widgets::icon_button(ui, Icon::Pencil, &tip))
        .inner
        .clicked()
}

/// The menu from which the whole audience goes to other programs, or comes from them.
pub(super) fn exchange(ui: &mut Ui, audience: &Group, desk: &mut Desk<'_, '_>) {
    let button = Button::link(desk.t("notation-menu")).icon(Icon::ChevronDown).small();
    let button = ui.add(button).accessible_name(desk.t("notation-menu-name"));
    widgets::menu(&button, |ui| {
        if !audience.children.is_empty() {
            copy_lines(ui, &NodePath::default(), desk);
        }
        paste_line(ui, &NodePath::default(), desk);
    });
}

/// The lines that copy a part for another program.
pub(super) fn copy_lines(ui: &mut Ui, path: &NodePath, desk: &mut Desk<'_, '_>) {
    for notation in Notation::ALL {
        let words = desk.t1("notation-copy", "notation", notation.name());
        if ui.add(MenuItem::new(Icon::Copy, &words)).clicked() {
            desk.actions.send(Action::CopyAudience(notation, path.clone()));
            ui.close();
        }
    }
}

/// The line that pastes what another program wrote into a group.
pub(super) fn paste_line(ui: &mut Ui, path: &NodePath, desk: &mut Desk<'_, '_>) {
    let words = desk.t("notation-paste");
    if ui.add(MenuItem::new(Icon::FileDown, &words)).clicked() {
        desk.actions.send(Action::PasteAudience(path.clone()));
        ui.close();
    }
}

/// The menu from which a saved audience is put into the outermost group, or the whole audience is saved.
pub(super) fn menu(ui: &mut Ui, audience: &Group, desk: &mut Desk<'_, '_>, edit: &mut Option<TreeEdit>) {
    let button = Button::link(desk.t("audience-use")).icon(Icon::ChevronDown).small();
    let button = ui.add(button).accessible_name(desk.t("audience-use-name"));
    widgets::menu(&button, |ui| {
        for (name, found) in desk.ctx.audiences.iter() {
            let words = title(desk.ctx.audiences, name);
            let says = wording::audience(&found.audience, desk.ctx.text.language()).to_string();
            if ui.add(MenuItem::new(Icon::Users, words)).on_hover_text(says).clicked() {
                *edit = Some(TreeEdit::AddSaved(NodePath::default(), name.to_owned()));
                ui.close();
            }
        }
        if !desk.ctx.audiences.is_empty() {
            widgets::hairline(ui);
        }
        let words = desk.t("audience-save-all");
        let can = !audience.children.is_empty() && audience.references().is_empty();
        if ui.add_enabled(can, MenuItem::new(Icon::Save, &words)).clicked() {
            desk.actions.send(Action::SaveAudience(NodePath::default()));
            ui.close();
        }
        let words = desk.t("audience-manage");
        if ui.add(MenuItem::new(Icon::Settings, &words)).clicked() {
            desk.actions.send(Action::ShowAudiences);
            ui.close();
        }
    });
}
