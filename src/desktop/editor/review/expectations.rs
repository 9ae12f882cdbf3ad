//! The makers' tests: whom they expect to see the campaign, and the outcome.

use egui::{Align, Id, Label, Layout, Ui, vec2};

use crate::{
    campaign::{Campaign, Expectation},
    desktop::{
        editor::desk::Desk,
        theme::{Icon, Type, height, palette, space},
        widgets::{self, Button, Card, Field},
    },
    studio::{
        action::Action,
        expecting::{TestLine, TestState, pointer},
        tone::{Mark, Tone},
    },
};

/// Shows the card.
pub(super) fn show(ui: &mut Ui, campaign: &mut Campaign, desk: &mut Desk<'_, '_>) {
    let count = campaign.expectations.len();
    let tests = &desk.ctx.analysis.tests;
    let passing = tests.iter().filter(|test| test.state == TestState::Passes).count();
    let title = desk.t("tests");
    let mut state = (campaign, desk);
    Card::new(&title).show_with(
        ui,
        &mut state,
        |ui, (_, desk)| {
            if count > 0 {
                let values = [("passing", passing.into()), ("count", count.into())];
                let tone = if passing == count { Tone::Success } else { Tone::Danger };
                widgets::badge(ui, &desk.ctx.text.tv("tests-passing", &values), tone);
            }
        },
        |ui, (campaign, desk)| {
            ui.spacing_mut().item_spacing.y = space::S;
            if count == 0 {
                let text = Type::Body.text(desk.t("tests-empty"), palette(ui).text_muted);
                ui.add(Label::new(text).wrap());
            }
            let mut removed = None;
            for (index, expectation) in campaign.expectations.iter_mut().enumerate() {
                if index > 0 {
                    widgets::hairline(ui);
                }
                let gone = ui.push_id(index, |ui| row(ui, index, expectation, desk)).inner;
                removed = gone.then_some(index).or(removed);
            }
            if let Some(index) = removed {
                campaign.expectations.remove(index);
                desk.structural("editor-step-remove-test");
            }
        },
    );
}

/// One test; true when it is to be removed.
fn row(ui: &mut Ui, index: usize, expectation: &mut Expectation, desk: &mut Desk<'_, '_>) -> bool {
    let line = desk.ctx.analysis.tests.get(index).cloned();
    let number = index + 1;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let removed = head(ui, index, expectation, line.as_ref(), desk);
        let Some(line) = line else { return removed };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            ui.add_space(height::SMALL - 4.0 + space::S);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = space::XS;
                message(ui, &line, expectation.waived);
                foot(ui, number, expectation, &line, desk);
            });
        });
        removed
    })
    .inner
}

/// Shows mark, name, expected outcome, and the button to remove it.
fn head(
    ui: &mut Ui,
    index: usize,
    expectation: &mut Expectation,
    line: Option<&TestLine>,
    desk: &mut Desk<'_, '_>,
) -> bool {
    let number = index + 1;
    let words = [desk.t("tests-shown"), desk.t("tests-not-shown")];
    ui.horizontal(|ui| {
        ui.set_min_height(height::CONTROL);
        ui.spacing_mut().item_spacing.x = space::S;
        let (mark, word) = mark(line, expectation.waived);
        widgets::mark(ui, mark, &desk.t(word));
        let beside = widgets::segmented_width(ui, &[&words[0], &words[1]]) + height::SMALL + 2.0 * space::S;
        let room = vec2((ui.available_width() - beside).max(88.0), height::CONTROL);
        ui.allocate_ui_with_layout(room, Layout::top_down(Align::Min), |ui| {
            name(ui, index, expectation, desk);
        });
        let mut wanted = expectation.shown;
        let options = [(Some(true), &*words[0]), (Some(false), &*words[1])];
        let label = desk.t1("tests-expected", "number", number);
        if widgets::segmented(ui, &label, &mut wanted, &options).changed() {
            expectation.shown = wanted;
            desk.structural("editor-step-expect");
        }
        let label = desk.t1("tests-remove-name", "number", number);
        widgets::icon_button(ui, Icon::Trash2, &label).clicked()
    })
    .inner
}

fn mark(line: Option<&TestLine>, waived: bool) -> (Mark, &'static str) {
    match line.map(|line| line.state) {
        Some(TestState::Passes) => (Mark::Yes, "tests-passes"),
        _ if waived => (Mark::Open, "tests-waived"),
        Some(TestState::Fails) => (Mark::No, "tests-fails"),
        Some(TestState::Unreadable) => (Mark::No, "tests-unreadable"),
        None => (Mark::Open, "tests-unreadable"),
    }
}

fn name(ui: &mut Ui, index: usize, expectation: &mut Expectation, desk: &mut Desk<'_, '_>) {
    let id = Id::unique(("editor-test", index));
    let label = desk.t1("tests-name", "number", index + 1);
    let place = pointer(index);
    let field = Field::new(&label, &mut expectation.name).hide_label().id(id);
    let response = field.show(ui).response;
    desk.arrive(ui, &place, id, response.rect);
    if response.changed() {
        desk.typing(&format!("{place}/name"), "editor-step-test-name");
    }
}

fn message(ui: &mut Ui, line: &TestLine, waived: bool) {
    if line.message.is_empty() {
        return;
    }
    let p = palette(ui);
    let color = if waived { p.text_muted } else { p.danger };
    ui.add(Label::new(Type::Small.text(&line.message, color)).wrap());
}

/// Where its visitor is, the way to see them, and whether its failing counts.
fn foot(ui: &mut Ui, number: usize, expectation: &mut Expectation, line: &TestLine, desk: &mut Desk<'_, '_>) {
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), height::SMALL),
        Layout::right_to_left(Align::Center),
        |ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            if line.state != TestState::Passes || expectation.waived {
                waive(ui, number, expectation, desk);
            }
            if let Some((visitor, at)) = &line.visitor {
                let show = Button::ghost(desk.t("tests-show")).icon(Icon::User).small();
                let label = desk.t1("tests-show-name", "number", number);
                if ui.add(show).accessible_name(label).clicked() {
                    desk.actions.send(Action::Meet(None, Box::new(visitor.clone()), *at));
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let text = Type::Caption.text(&line.place, palette(ui).text_faint);
                ui.add(Label::new(text).truncate());
            });
        },
    );
}

fn waive(ui: &mut Ui, number: usize, expectation: &mut Expectation, desk: &mut Desk<'_, '_>) {
    let (word, label, tip) = if expectation.waived {
        ("tests-count-again", "tests-count-again-name", "tests-count-again-tip")
    } else {
        ("tests-waive", "tests-waive-name", "tests-waive-tip")
    };
    let label = desk.t1(label, "number", number);
    let button = ui.add(Button::ghost(desk.t(word)).small()).accessible_name(label);
    if button.on_hover_text(desk.t(tip)).clicked() {
        expectation.waived = !expectation.waived;
        desk.structural("editor-step-waive");
    }
}
