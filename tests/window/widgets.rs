//! The app's own controls: all of them can be shown, named and used by keyboard, in both themes.

use crate::support::{Painter, keep_picture};
use beckon::{
    desktop::testing::{
        Button, Card, Choice, DropZone, Field, Icon, MenuItem, NumberField, Select, StepsForm, Type, badge, chip,
        icon_button, install, mark, notice, palette, segmented, space, steps, toggle,
    },
    studio::tone::{Mark, Tone},
};
use egui::{Id, Ui};
use egui_kittest::{Harness, kittest::Queryable};

#[derive(Default)]
struct State {
    title: String,
    subtitle: String,
    views: Option<f64>,
    joiner: usize,
    step: usize,
    on: bool,
    picked: Option<usize>,
    pressed: usize,
}

fn gallery(ui: &mut Ui, state: &mut State) {
    egui::CentralPanel::default().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::L;
        steps(
            ui,
            &mut state.step,
            &[
                (0, "Audience", [(0, Tone::Danger), (3, Tone::Neutral)]),
                (1, "Message", [(2, Tone::Danger), (1, Tone::Neutral)]),
                (2, "Review & launch", [(0, Tone::Danger), (0, Tone::Neutral)]),
            ],
            StepsForm::Names,
        );
        Card::new("Who sees it").show_with(
            ui,
            state,
            |ui, state| {
                segmented(
                    ui,
                    "Joined by",
                    &mut state.joiner,
                    &[(0, "all"), (1, "any"), (2, "none")],
                );
            },
            rows,
        );
        Card::new("Compose your message").show(ui, |ui| fields(ui, state));
        buttons(ui, state);
        notice(
            ui,
            Tone::Danger,
            Icon::CircleX,
            "Would not be shown: this is their 4th view.",
            |ui| {
                ui.label(Type::Small.text("More than 5 are needed.", palette(ui).text_muted));
            },
        );
    });
}

fn rows(ui: &mut Ui, state: &mut State) {
    ui.horizontal(|ui| {
        let choices = || {
            ["Page address", "Views of this page", "Language"]
                .map(|label| Choice {
                    label: label.to_owned(),
                    ..Choice::default()
                })
                .into()
        };
        if let Some(picked) = Select::new("Field", "Page address")
            .width(200.0)
            .searchable("Search fields")
            .show(ui, choices)
        {
            state.picked = Some(picked);
        }
        NumberField::new(Id::unique("views"), "Views", &mut state.views)
            .suffix("%")
            .show(ui);
    });
    ui.horizontal(|ui| {
        mark(ui, Mark::Yes, "Holds");
        mark(ui, Mark::No, "Does not hold");
        mark(ui, Mark::Open, "Takes no part");
        icon_button(ui, Icon::Minus, "Remove");
        icon_button(ui, Icon::Plus, "Add");
        toggle(ui, &mut state.on, "Muted");
        badge(ui, "Changed since launch", Tone::Warning);
        badge(ui, "Live", Tone::Success);
        chip(ui, "Draft", 3, true);
        chip(ui, "Live", 2, false);
    });
}

fn fields(ui: &mut Ui, state: &mut State) {
    Field::new("Title", &mut state.title)
        .placeholder("Need a hand?")
        .show(ui);
    let problems = [(
        Tone::Danger,
        "The subtitle is 3 characters too long: shorten it to 100.".to_owned(),
    )];
    Field::new("Subtitle", &mut state.subtitle).findings(&problems).show(ui);
    DropZone.show(ui, |ui| {
        ui.label(Type::Small.text("Drop a picture here", palette(ui).text_muted));
    });
}

fn buttons(ui: &mut Ui, state: &mut State) {
    ui.horizontal(|ui| {
        if ui.add(Button::primary("Next")).clicked() {
            state.pressed += 1;
        }
        ui.add(Button::secondary("Undo").icon(Icon::Undo2));
        ui.add(Button::ghost("Later"));
        ui.add(Button::danger("Delete").icon(Icon::Trash2));
        ui.add(Button::secondary("Condition").icon(Icon::Plus).small());
        ui.add_enabled(false, Button::primary("Launch"));
    });
    ui.scope(|ui| {
        ui.set_max_width(232.0);
        ui.add(MenuItem::new(Icon::Copy, "Duplicate").shortcut("Ctrl+D".to_owned()));
    });
}

fn harness(theme: egui::Theme) -> Harness<'static, State> {
    Harness::builder()
        .with_size([860.0, 760.0])
        .with_theme(theme)
        .renderer(Painter::default())
        .with_context_setup(install)
        .build_ui_state(
            gallery,
            State {
                title: "Still comparing?".to_owned(),
                ..State::default()
            },
        )
}

#[test]
fn every_control_is_painted_in_both_themes() {
    for (theme, name) in [
        (egui::Theme::Light, "widgets-light"),
        (egui::Theme::Dark, "widgets-dark"),
    ] {
        let mut harness = harness(theme);
        harness.run();
        keep_picture(&mut harness, name);
    }
}

#[test]
fn a_button_can_be_pressed_by_name_and_by_keyboard() {
    let mut harness = harness(egui::Theme::Light);
    harness.get_by_label("Next").click();
    harness.run();
    harness.get_by_label("Next").focus();
    harness.run();
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert_eq!(harness.state().pressed, 2);
}

#[test]
fn typing_goes_into_the_field_that_was_named() {
    let mut harness = harness(egui::Theme::Light);
    harness.get_by_label("Subtitle").focus();
    harness.run();
    harness.get_by_label("Subtitle").type_text("Ask us");
    harness.run();
    assert_eq!(harness.state().subtitle, "Ask us");
}

#[test]
fn a_choice_is_made_in_the_list() {
    let mut harness = harness(egui::Theme::Light);
    harness.get_by_label("Field").click();
    harness.run();
    keep_picture(&mut harness, "widgets-select");
    harness.get_by_label("Language").click();
    harness.run();
    assert_eq!(harness.state().picked, Some(2));
}

#[test]
fn a_number_field_takes_only_numbers() {
    let mut harness = harness(egui::Theme::Light);
    harness.get_by_label("Views").focus();
    harness.run();
    harness.get_by_label("Views").type_text("4x");
    harness.run();
    assert_eq!(harness.state().views, None);
}
