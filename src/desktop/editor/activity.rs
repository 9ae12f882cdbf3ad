//! The card "When, on the page": how far they scrolled, and whether they are about to leave.

use egui::{Frame, Margin, Ui};

use super::{
    audience::{
        keys::{self, BoxKey, RowKey},
        line::{self, Answer, Drawn, LineView},
        metrics::Metrics,
        row_id,
    },
    desk::Desk,
    row,
};
use crate::{
    campaign::{Activity, CATALOGUE, Campaign, Condition, FieldSpec, Join, Operator, Section, Word},
    desktop::{
        theme::{Icon, Type, palette, space},
        widgets::{self, Button, Card, Choice, MenuItem, Select},
    },
    engine::NodeLocation,
    studio::outline::{Between, Event, RowPart},
    wording::field_label,
};

/// What the user requests of the list.
#[derive(Debug, Clone, PartialEq)]
enum Ask {
    Insert(usize, Condition),
    Remove(usize),
    Swap(usize, usize),
    Mute(usize),
}

/// Shows the card.
pub(super) fn show(ui: &mut Ui, campaign: &mut Campaign, desk: &mut Desk<'_, '_>) {
    let title = desk.t("editor-when");
    let rows = campaign.audience.children.len();
    // Everyone leaves nobody out: there is nothing to be joined to.
    let joined = rows > 0 && !campaign.activity.conditions.is_empty();
    let mut whole = (&mut campaign.activity, desk);
    Card::new(&title).show_with(
        ui,
        &mut whole,
        |ui, (activity, desk)| {
            if joined {
                join(ui, activity, desk);
            }
        },
        |ui, (activity, desk)| body(ui, activity, rows, desk),
    );
}

/// The head line's switch, added from right to left.
fn join(ui: &mut Ui, activity: &mut Activity, desk: &mut Desk<'_, '_>) {
    let p = palette(ui);
    let words = [(Join::And, "outline-and"), (Join::Or, "outline-or")];
    let chosen = activity.join();
    ui.label(Type::Small.text(desk.t("outline-joined-this"), p.text_muted));
    let shown = words
        .iter()
        .find(|(join, _)| *join == chosen)
        .map_or_else(String::new, |(_, key)| desk.t(key));
    let picked = Select::new(&desk.t("editor-join"), &shown).inline().show(ui, || {
        let choice = |(join, key): &(Join, &str)| Choice {
            label: desk.t(key),
            chosen: *join == chosen,
            ..Choice::default()
        };
        words.iter().map(choice).collect()
    });
    ui.label(Type::Small.text(desk.t("outline-joined-audience"), p.text_muted));
    if let Some((join, _)) = picked
        .and_then(|index| words.get(index))
        .filter(|(join, _)| *join != chosen)
    {
        activity.join = Word::Known(*join);
        desk.structural("editor-step-join");
    }
}

/// Shows the rows; those of the audience before them are `before`, from where their numbers go on.
fn body(ui: &mut Ui, activity: &mut Activity, before: usize, desk: &mut Desk<'_, '_>) {
    if activity.conditions.is_empty() {
        ui.label(Type::Small.text(desk.t("editor-empty-activity"), palette(ui).text_muted));
    }
    let mut ask = by_keys(ui, activity, desk);
    let count = activity.conditions.len();
    let metrics = Metrics::of(ui, !desk.ctx.left.is_empty());
    let gap = ui.spacing().item_spacing.y;
    ui.spacing_mut().item_spacing.y = 0.0;
    for index in 0..count {
        ask = one(ui, activity, index, before, &metrics, desk).or(ask);
    }
    ui.spacing_mut().item_spacing.y = gap;
    ui.add_space(space::XS);
    let indent = if count > 0 { 14 } else { 0 };
    let offered = Frame::new().inner_margin(Margin {
        left: indent,
        ..Margin::ZERO
    });
    offered.show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            for spec in CATALOGUE.iter().filter(|spec| spec.section == Section::Activity) {
                let present = activity
                    .conditions
                    .iter()
                    .any(|condition| condition.field.known() == Some(spec.field));
                let label = field_label(spec.field, desk.ctx.text.language());
                // Several things may be clicked.
                let offered = !present || spec.kind.has_names();
                if offered && ui.add(Button::link(label).icon(Icon::Plus).small()).clicked() {
                    ask = Some(Ask::Insert(count, fresh(spec)));
                }
            }
        })
    });
    if let Some(ask) = ask {
        answer(activity, ask, desk);
        ui.request_repaint();
    }
}

fn one(
    ui: &mut Ui,
    activity: &mut Activity,
    index: usize,
    before: usize,
    metrics: &Metrics,
    desk: &mut Desk<'_, '_>,
) -> Option<Ask> {
    let number = (index + 1).to_string();
    let name = desk.t1("editor-page-condition-name", "number", number.as_str());
    let pointer = format!("/activity/conditions/{index}");
    let place = NodeLocation::Activity(index);
    let count = activity.conditions.len();
    let view = LineView {
        id: row_id(&place),
        pointer: &pointer,
        name: &name,
        number: &number,
        shown: Some((before + index + 1).to_string()),
        between: (index > 0).then_some(Between::And),
        level: 0,
        section: Section::Activity,
        left: desk.ctx.left.get(&pointer).copied(),
        is_group: false,
        stop: desk.outline.is_selected(&place) || (index == 0 && !is_here(desk)),
        dragged: false,
        place,
    };
    let condition = activity.conditions.get_mut(index)?;
    let muted = condition.muted;
    let mut ask = None;
    let drawn = if desk.outline.is_editing(&view.place) {
        let key = keys::in_boxes(ui, view.id);
        let drawn = line::edited(ui, condition, &view, metrics, desk);
        keys::note_boxes(ui, view.id, drawn.rect);
        ask = match key {
            Some(BoxKey::MoveUp) => index.checked_sub(1).map(|above| Ask::Swap(above, index)),
            Some(BoxKey::MoveDown) => (index + 1 < count).then_some(Ask::Swap(index, index + 1)),
            Some(BoxKey::Leave) => answered(ui, index, Answer::Done, desk),
            None => None,
        };
        drawn
    } else {
        line::condition(ui, condition, &view, metrics, desk)
    };
    row::conflict_stripe(ui, drawn.rect, &pointer, desk);
    let sought = desk.outline.take_sought(&view.place);
    let focused = desk.outline.is_selected(&view.place) && desk.outline.take_focus();
    if focused {
        ui.memory_mut(|memory| memory.request_focus(drawn.row.id));
    }
    if (focused || sought) && !ui.clip_rect().contains_rect(drawn.rect) {
        ui.scroll_to_rect(drawn.rect, None);
    }
    if let Some(given) = drawn.answer {
        ask = answered(ui, index, given, desk).or(ask);
    }
    menus(&drawn, &pointer, muted, index, count, desk).or(ask)
}

/// Whether a row of the activity is selected.
fn is_here(desk: &Desk<'_, '_>) -> bool {
    matches!(desk.outline.selected(), Some(NodeLocation::Activity(_)))
}

fn menus(
    drawn: &Drawn,
    pointer: &str,
    muted: bool,
    index: usize,
    count: usize,
    desk: &mut Desk<'_, '_>,
) -> Option<Ask> {
    let mut ask = None;
    widgets::menu(&drawn.handle, |ui| {
        row::what_would_change(ui, pointer, desk);
        ask = menu(ui, muted, index, count, desk);
    });
    widgets::context_menu(&drawn.row, |ui| {
        row::what_would_change(ui, pointer, desk);
        ask = menu(ui, muted, index, count, desk).or(ask.take());
    });
    ask
}

/// Does what the user asked of a row; a change of the list is returned.
fn answered(ui: &Ui, index: usize, answer: Answer, desk: &mut Desk<'_, '_>) -> Option<Ask> {
    // Rows of the activity are in no tree.
    let none = crate::campaign::Group::default();
    let place = NodeLocation::Activity(index);
    ui.request_repaint();
    match answer {
        Answer::Select => desk.outline.on(Event::Select(place), &none),
        Answer::Open(part) => desk.outline.on(Event::Open(place, part), &none),
        Answer::Done => desk.outline.on(Event::Leave, &none),
        // Its picker offers none.
        Answer::Ready(_) | Answer::Saved(_) => {}
        Answer::Remove => return Some(Ask::Remove(index)),
        Answer::Add => return Some(Ask::Insert(index + 1, Condition::default())),
        Answer::Unmute => return Some(Ask::Mute(index)),
    }
    None
}

/// Does what the keyboard asks of the selected row, or of the first, where Tab stops.
fn by_keys(ui: &Ui, activity: &Activity, desk: &mut Desk<'_, '_>) -> Option<Ask> {
    let index = match desk.outline.selected() {
        Some(NodeLocation::Activity(index)) => *index,
        Some(NodeLocation::Audience(_)) | None => 0,
    };
    let place = NodeLocation::Activity(index);
    let none = crate::campaign::Group::default();
    let last = activity.conditions.len().saturating_sub(1);
    let key = keys::on_row(ui, row_id(&place))?;
    ui.request_repaint();
    use crate::studio::outline::Step;
    let go = |to: usize| Event::Select(NodeLocation::Activity(to.min(last)));
    match key {
        RowKey::Edit => {
            let known = activity
                .conditions
                .get(index)
                .is_some_and(|row| row.field.known().is_some());
            let part = if known { RowPart::Value } else { RowPart::Field };
            desk.outline.on(Event::Edit(place, part), &none);
        }
        RowKey::Remove => return Some(Ask::Remove(index)),
        RowKey::Menu => egui::Popup::open_id(ui.ctx(), widgets::menu_id(row_id(&place).with("handle"))),
        RowKey::Go(Step::Up) => desk.outline.on(go(index.saturating_sub(1)), &none),
        RowKey::Go(Step::Down) => desk.outline.on(go(index + 1), &none),
        RowKey::Go(Step::First) => desk.outline.on(go(0), &none),
        RowKey::Go(Step::Last) => desk.outline.on(go(last), &none),
        RowKey::Inward | RowKey::Outward => {}
        RowKey::MoveUp => return index.checked_sub(1).map(|above| Ask::Swap(above, index)),
        RowKey::MoveDown => return (index < last).then_some(Ask::Swap(index, index + 1)),
    }
    None
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
fn fresh(spec: &FieldSpec) -> Condition {
    let operator = spec.operators.first().copied().unwrap_or(Operator::Equals);
    Condition::new(spec.field, operator, spec.sample_value())
}

fn answer(activity: &mut Activity, ask: Ask, desk: &mut Desk<'_, '_>) {
    let conditions = &mut activity.conditions;
    let none = crate::campaign::Group::default();
    match ask {
        Ask::Insert(index, condition) => {
            let index = index.min(conditions.len());
            let asks_nothing = condition.field.id().is_none();
            conditions.insert(index, condition);
            desk.structural("editor-step-add-condition");
            if asks_nothing {
                desk.outline.begin_at(NodeLocation::Activity(index));
            } else {
                desk.outline
                    .on(Event::Edit(NodeLocation::Activity(index), RowPart::Value), &none);
            }
        }
        Ask::Remove(index) => {
            if index < conditions.len() {
                conditions.remove(index);
                desk.structural("editor-step-remove");
                if let Some(last) = conditions.len().checked_sub(1) {
                    desk.outline
                        .on(Event::Select(NodeLocation::Activity(index.min(last))), &none);
                }
            }
        }
        Ask::Swap(upper, lower) => {
            let moved = if matches!(desk.outline.selected(), Some(NodeLocation::Activity(at)) if *at == lower) {
                upper
            } else {
                lower
            };
            conditions.swap(upper, lower);
            desk.structural("editor-step-move");
            desk.outline.on(Event::Select(NodeLocation::Activity(moved)), &none);
        }
        Ask::Mute(index) => {
            if let Some(condition) = conditions.get_mut(index) {
                condition.muted = !condition.muted;
                desk.structural("editor-step-mute");
            }
        }
    }
}
