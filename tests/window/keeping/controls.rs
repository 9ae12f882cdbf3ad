//! Every control of the editor names what it changes, so that it can be undone and is saved.

use beckon::studio::editor_step::EditorStep;
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};

use super::{WELCOME, undo};
use crate::support::library::{Window, choose, keys, rest, window};

#[test]
fn every_control_of_the_editor_names_what_it_changes() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut harness = window(folder.path());
    choose(&mut harness, WELCOME);
    for step in EditorStep::ALL.iter().copied() {
        harness.state_mut().app.as_mut().expect("started").show_step(step);
        harness.run();
        try_every_control(&mut harness, step);
    }
}

/// Presses every button and choice of the editor, and types into every field, one after the other. A change without a name would cause a
/// panic; a named one has to be shown, undoable and saved.
fn try_every_control(harness: &mut Window, step: EditorStep) {
    let places = controls(harness);
    assert!(places.len() > 3, "{step:?} has controls");
    for (role, name) in places {
        let found = harness.query_all_by_role_and_label(role, &name).next();
        let Some(control) = found else { continue };
        let before = harness.state().campaign().clone();
        match role {
            Role::TextInput | Role::MultilineTextInput => {
                control.focus();
                harness.run();
                harness.event(egui::Event::Text("7".to_owned()));
                harness.run();
            }
            _ => {
                control.click();
                harness.run();
            }
        }
        let state = harness.state();
        if *state.campaign() != before {
            let session = state.app().session().expect("open");
            let name_of_step = session.undo_name().expect("a step").to_owned();
            assert_ne!(name_of_step, "edit-change", "{step:?}: {name}");
            rest(harness);
            assert_eq!(
                harness.state().stored(),
                *harness.state().campaign(),
                "{step:?}: {name}"
            );
            undo_all(harness, &before);
        }
        keys(harness, Modifiers::NONE, Key::Escape);
        keys(harness, Modifiers::NONE, Key::Escape);
        harness.state_mut().app.as_mut().expect("started").show_step(step);
        harness.run();
    }
}

/// The controls in the middle of the window, by role and name.
fn controls(harness: &Window) -> Vec<(Role, String)> {
    let roles = [
        Role::Button,
        Role::RadioButton,
        Role::CheckBox,
        Role::Switch,
        Role::ComboBox,
        Role::TextInput,
        Role::MultilineTextInput,
        Role::SpinButton,
    ];
    let mut found = Vec::new();
    for role in roles {
        for node in harness.query_all_by_role(role) {
            let name = node.accesskit_node().label().unwrap_or_default();
            let middle = node.rect().center();
            let inside = (264.0..960.0).contains(&middle.x) && middle.y > 70.0;
            if inside && !name.is_empty() && !found.contains(&(role, name.clone())) {
                found.push((role, name));
            }
        }
    }
    found
}

fn undo_all(harness: &mut Window, wanted: &beckon::campaign::Campaign) {
    for _ in 0..4 {
        if harness.state().campaign() == wanted {
            return;
        }
        keys(harness, Modifiers::NONE, Key::Escape);
        undo(harness);
    }
    assert_eq!(harness.state().campaign(), wanted, "undo leads back");
}
