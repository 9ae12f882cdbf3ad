//! The card "Who sees it": *Everyone*, or visitors whom an outline of conditions describes. One sentence a row; boxes only on the row that is
//! being edited.
//!
//! Rows change their own condition; everything that changes the tree's shape is a [`TreeEdit`], made after drawing.

mod drag;
mod flow;
mod group_line;
mod head;
mod joiner;
pub(super) mod keys;
pub(super) mod line;
mod list;
pub(super) mod metrics;
mod node_menu;
mod saved;
mod tail;

#[cfg(test)]
mod tests;

use egui::Ui;

pub(super) use list::row_id;

use super::{desk::Desk, row};
use crate::{
    campaign::{Campaign, Group, NodePath},
    desktop::{
        theme::{Icon, Type, palette, space},
        widgets::{self, Button, Card, MenuItem},
    },
    studio::outline::{Event, ReadyRow, TreeEdit},
};

/// Shows the card.
pub(super) fn show(ui: &mut Ui, campaign: &mut Campaign, desk: &mut Desk<'_, '_>) {
    desk.outline
        .settle(&campaign.audience, campaign.activity.conditions.len());
    if let Some(pointer) = desk.ctx.focus {
        desk.outline.on(Event::Arrive(pointer.to_owned()), &campaign.audience);
    } else if let Some(pointer) = desk.ctx.reveal {
        desk.outline.on(Event::Reveal(pointer.to_owned()), &campaign.audience);
    }
    let title = desk.t("editor-who");
    let mut edit = None;
    let mut whole = (&mut campaign.audience, desk);
    Card::new(&title).show_with(
        ui,
        &mut whole,
        |ui, (_, desk)| head::reach(ui, desk),
        |ui, (audience, desk)| edit = body(ui, audience, desk),
    );
    let (audience, desk) = whole;
    if let Some(edit) = edit
        && desk.outline.make(audience, &edit).is_some()
    {
        desk.structural(edit.name_key());
        ui.request_repaint();
    }
}

/// Shows the card of a saved audience, which is not *Everyone*.
pub(super) fn show_saved(ui: &mut Ui, audience: &mut Group, desk: &mut Desk<'_, '_>) {
    desk.outline.settle(audience, 0);
    let title = desk.t("audience-who");
    let mut edit = None;
    let mut whole = (&mut *audience, &mut *desk);
    Card::new(&title).show_with(
        ui,
        &mut whole,
        |_, _| {},
        |ui, (audience, desk)| {
            ui.horizontal(|ui| head::joined(ui, audience, desk));
            ui.add_space(space::XS);
            let listed = list::show(ui, audience, desk);
            ui.add_space(space::XS);
            let added = foot(ui, audience, desk);
            row::notes_exactly(ui, "/audience", 22.0, desk);
            edit = listed.or(added);
        },
    );
    if let Some(edit) = edit
        && desk.outline.make(audience, &edit).is_some()
    {
        desk.structural(edit.name_key());
        ui.request_repaint();
    }
}

fn body(ui: &mut Ui, audience: &mut Group, desk: &mut Desk<'_, '_>) -> Option<TreeEdit> {
    head::show(ui, audience, desk);
    if audience.children.is_empty() {
        ui.label(Type::Small.text(desk.t("editor-empty-audience"), palette(ui).text_muted));
        row::notes_exactly(ui, "/audience", 0.0, desk);
        let mut edit = None;
        ui.horizontal(|ui| {
            if !desk.ctx.audiences.is_empty() {
                saved::menu(ui, audience, desk, &mut edit);
            }
            saved::exchange(ui, audience, desk);
        });
        return edit;
    }
    ui.add_space(space::XS);
    let edit = list::show(ui, audience, desk);
    ui.add_space(space::XS);
    let added = foot(ui, audience, desk);
    row::notes_exactly(ui, "/audience", 22.0, desk);
    edit.or(added)
}

/// The buttons below the rows.
fn foot(ui: &mut Ui, audience: &Group, desk: &mut Desk<'_, '_>) -> Option<TreeEdit> {
    let count = audience.children.len();
    let mut edit = None;
    ui.horizontal_wrapped(|ui| {
        ui.add_space(14.0);
        let condition = Button::link(desk.t("editor-add-condition")).icon(Icon::Plus).small();
        let condition = ui.add(condition);
        if condition.accessible_name(desk.t("editor-add-condition-name")).clicked() {
            edit = Some(TreeEdit::AddCondition(NodePath::default(), count));
        }
        let group = Button::link(desk.t("editor-add-group")).icon(Icon::Plus).small();
        let group = ui.add(group).accessible_name(desk.t("editor-add-group-name"));
        if group.clicked() {
            edit = Some(TreeEdit::AddGroup(NodePath::default(), count));
        }
        let ready = Button::link(desk.t("editor-add-ready")).icon(Icon::ChevronDown).small();
        let ready = ui.add(ready).accessible_name(desk.t("editor-add-ready-name"));
        widgets::menu(&ready, |ui| {
            for row in ReadyRow::all() {
                let name = desk.t(&row.label_key());
                if ui
                    .add(MenuItem::new(Icon::Plus, &name))
                    .on_hover_text(desk.t(&row.help_key()))
                    .clicked()
                {
                    edit = Some(TreeEdit::AddReady(NodePath::default(), Box::new(row.node.clone())));
                    ui.close();
                }
            }
        });
        if desk.ctx.refers {
            saved::menu(ui, audience, desk, &mut edit);
            saved::exchange(ui, audience, desk);
        }
    });
    edit
}
