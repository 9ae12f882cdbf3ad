//! The card "When, on the page": how far they scrolled, and whether they are about to leave.

use egui::{Id, Ui};

use super::{
    audience::between,
    desk::Desk,
    input::label_if_fits,
    row::{self, RowPlace},
};
use crate::{
    campaign::{Activity, Campaign, Condition, Field, Join, Operator, Section, Word},
    desktop::{
        theme::{Icon, Type, palette},
        widgets::{self, Button, Card, MenuItem},
    },
};

/// What the user requests of the list.
enum Ask {
    Insert(usize, Condition),
    Remove(usize),
    Swap(usize, usize),
    Mute(usize),
}

/// Shows the card.
pub(super) fn show(ui: &mut Ui, campaign: &mut Campaign, desk: &mut Desk<'_, '_>) {
    let title = desk.t("editor-when");
    let mut whole = (&mut campaign.activity, desk);
    Card::new(&title).show_with(
        ui,
        &mut whole,
        |ui, (activity, desk)| join(ui, activity, desk),
        |ui, (activity, desk)| body(ui, activity, desk),
    );
}

fn join(ui: &mut Ui, activity: &mut Activity, desk: &mut Desk<'_, '_>) {
    let words = [desk.t("editor-word-and"), desk.t("editor-word-or")];
    let options = [(Join::And, words[0].as_str()), (Join::Or, words[1].as_str())];
    let mut join = activity.join();
    if widgets::segmented(ui, &desk.t("editor-join"), &mut join, &options).changed() {
        activity.join = Word::Known(join);
        desk.structural("editor-step-join");
    }
    label_if_fits(ui, &desk.t("editor-joined-by"));
}

fn body(ui: &mut Ui, activity: &mut Activity, desk: &mut Desk<'_, '_>) {
    ui.spacing_mut().item_spacing.y = 6.0;
    if activity.conditions.is_empty() {
        ui.label(Type::Small.text(desk.t("editor-empty-activity"), palette(ui).text_muted));
    }
    let mut ask = None;
    let count = activity.conditions.len();
    for (index, condition) in activity.conditions.iter_mut().enumerate() {
        if index > 0 {
            between(ui, &desk.t("editor-word-and"));
        }
        ask = one(ui, condition, index, count, desk).or(ask);
    }
    ui.horizontal(|ui| {
        ui.add_space(28.0);
        for (field, key) in [
            (Field::ScrollRatio, "editor-add-scroll"),
            (Field::ExitScreen, "editor-add-exit"),
        ] {
            let present = activity
                .conditions
                .iter()
                .any(|condition| condition.field.known() == Some(field));
            if !present
                && ui
                    .add(Button::secondary(desk.t(key)).icon(Icon::Plus).small())
                    .clicked()
            {
                ask = Some(Ask::Insert(count, fresh(field)));
            }
        }
    });
    if let Some(ask) = ask {
        answer(activity, ask, desk);
    }
}

fn one(ui: &mut Ui, condition: &mut Condition, index: usize, count: usize, desk: &mut Desk<'_, '_>) -> Option<Ask> {
    let number = index + 1;
    let name = desk.t1("editor-page-condition-name", "number", number);
    let pointer = format!("/activity/conditions/{index}");
    let place = RowPlace {
        id: Id::unique(("editor-activity-row", index)),
        name: &name,
        number,
        pointer: &pointer,
        section: Section::Activity,
        take_focus: None,
    };
    let shown = row::show(ui, condition, &place, desk);
    let mut ask = None;
    widgets::menu(&shown.handle, |ui| {
        row::what_would_change(ui, &pointer, desk);
        ask = menu(ui, condition.muted, index, count, desk);
    });
    if shown.add {
        ask = Some(Ask::Insert(index + 1, Condition::default()));
    } else if shown.remove {
        ask = Some(Ask::Remove(index));
    } else if shown.unmute {
        ask = Some(Ask::Mute(index));
    }
    ask
}

fn menu(ui: &mut Ui, muted: bool, index: usize, count: usize, desk: &Desk<'_, '_>) -> Option<Ask> {
    let mut line = |enabled: bool, icon, key: &str| {
        let words = desk.t(key);
        ui.add_enabled(enabled, MenuItem::new(icon, &words)).clicked()
    };
    let up = line(index > 0, Icon::ArrowUp, "editor-menu-up");
    let down = line(index + 1 < count, Icon::ArrowDown, "editor-menu-down");
    let mute = if muted {
        line(true, Icon::Eye, "editor-menu-unmute")
    } else {
        line(true, Icon::EyeOff, "editor-menu-mute")
    };
    let remove = line(true, Icon::Trash2, "editor-menu-remove");
    match (up, down, mute, remove) {
        (true, ..) => Some(Ask::Swap(index - 1, index)),
        (_, true, ..) => Some(Ask::Swap(index, index + 1)),
        (_, _, true, _) => Some(Ask::Mute(index)),
        (.., true) => Some(Ask::Remove(index)),
        _ => None,
    }
}

/// A new condition that already says something useful.
fn fresh(field: Field) -> Condition {
    match field {
        Field::ExitScreen => Condition::new(field, Operator::Equals, true),
        _ => Condition::new(field, Operator::GreaterThan, 40),
    }
}

fn answer(activity: &mut Activity, ask: Ask, desk: &mut Desk<'_, '_>) {
    let conditions = &mut activity.conditions;
    match ask {
        Ask::Insert(index, condition) => {
            conditions.insert(index.min(conditions.len()), condition);
            desk.structural("editor-step-add-condition");
        }
        Ask::Remove(index) => {
            conditions.remove(index);
            desk.structural("editor-step-remove");
        }
        Ask::Swap(upper, lower) => {
            conditions.swap(upper, lower);
            desk.structural("editor-step-move");
        }
        Ask::Mute(index) => {
            if let Some(condition) = conditions.get_mut(index) {
                condition.muted = !condition.muted;
                desk.structural("editor-step-mute");
            }
        }
    }
}
