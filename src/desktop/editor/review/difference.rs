//! What launching would change for visitors: the live version next to the draft.

use egui::Ui;

use crate::{
    desktop::{
        editor::{desk::Desk, rule},
        theme::{Type, palette, space},
        widgets::{self, Card, Change},
    },
    publish::Standing,
    studio::{action::Action, editor_step::EditorStep, publishing::LaunchView, tone::Tone},
};

/// Shows the card if there is anything to compare.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk<'_, '_>) -> bool {
    let launch = desk.ctx.launch;
    let differs = !launch.changes.is_empty() && launch.standing() != Standing::Draft;
    if !differs {
        return false;
    }
    let count = launch.changes.len().to_string();
    let title = desk.t("difference-title");
    Card::new(&title).show_with(
        ui,
        desk,
        |ui, _| {
            widgets::badge(ui, &count, Tone::Warning);
        },
        |ui, desk| {
            ui.spacing_mut().item_spacing.y = space::S;
            rows(ui, launch, desk);
            rules(ui, launch, desk);
        },
    );
    true
}

fn rows(ui: &mut Ui, launch: &LaunchView, desk: &mut Desk<'_, '_>) {
    widgets::change_heads(ui, &desk.t("difference-live"), &desk.t("difference-draft"), true);
    let word = desk.t("editor-show-place");
    for line in &launch.changes {
        let name = desk.t1("editor-show-finding", "finding", line.sentence.as_str());
        let change = Change {
            what: &line.what,
            before: line.live.as_ref(),
            after: line.draft.as_ref(),
            sentence: &line.sentence,
            show: Some((&word, &name)),
        };
        let pressed = widgets::change_row(ui, &change);
        if pressed.is_some_and(|pressed| pressed.clicked()) {
            let step = EditorStep::of_pointer(&line.pointer);
            desk.actions.send(Action::GoTo(step, Some(line.pointer.clone())));
        }
    }
}

/// The rule in words, before and after.
fn rules(ui: &mut Ui, launch: &LaunchView, desk: &Desk<'_, '_>) {
    let Some([live, draft]) = &launch.rules else { return };
    let p = palette(ui);
    widgets::hairline(ui);
    for (head, spans) in [("difference-rule-live", live), ("difference-rule-draft", draft)] {
        ui.label(Type::Caption.text(desk.t(head), p.text_faint));
        rule::sentence(ui, spans);
    }
}
