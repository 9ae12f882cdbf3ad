//! The head of the editor: the campaign's name and state, undo and redo, Next, and the three steps.

use egui::{Align, Layout, Ui};

use super::{
    theme::{Icon, Type, palette, space},
    widgets::{self, Button},
};
use crate::{
    studio::{
        action::{Action, Actions},
        command::Command,
        editor_step::EditorStep,
        publishing::{LaunchAct, LaunchView},
        session::{Saving, Session},
        shelf::Item,
        to_do::{Kind, Tally},
        tone::Tone,
        trouble::{InWords, Words},
    },
    wording::text::Text,
};

/// What the head shows.
pub struct HeaderView<'a> {
    /// The open campaign.
    pub session: &'a Session,
    /// Its list item with its status.
    pub item: Option<&'a Item>,
    /// How many findings there are of each kind, on each step.
    pub tallies: [Tally; 3],
    /// Its state on the site.
    pub launch: &'a LaunchView,
    /// The words.
    pub text: &'a Text,
}

/// Shows the head, with the chosen step in `step`.
pub fn show(ui: &mut Ui, view: &HeaderView<'_>, step: &mut EditorStep, actions: &mut Actions) {
    let text = view.text;
    ui.horizontal(|ui| {
        ui.set_height(36.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            next(ui, view, *step, actions);
            history(ui, view, actions);
            ui.add_space(space::S);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| name(ui, view, actions));
        });
    });
    ui.add_space(space::S);
    let words = [text.t("step-audience"), text.t("step-message"), text.t("step-review")];
    let [audience, message, review] = view.tallies;
    let options = [
        (EditorStep::Audience, &*words[0], counts(audience)),
        (EditorStep::Message, &*words[1], counts(message)),
        (EditorStep::Review, &*words[2], counts(review)),
    ];
    widgets::steps(ui, step, &options);
}

/// What is wrong on a step, and what is still to do there.
fn counts(tally: Tally) -> [(usize, Tone); 2] {
    [(tally.blockers, Kind::Blocker.tone()), (tally.to_do, Kind::ToDo.tone())]
}

fn name(ui: &mut Ui, view: &HeaderView<'_>, actions: &mut Actions) {
    let p = palette(ui);
    let campaign = view.session.campaign();
    let unnamed = view.text.t("unnamed");
    let name = if campaign.name.trim().is_empty() {
        &unnamed
    } else {
        &campaign.name
    };
    let all = ui.available_width();
    let badge_room = badge_width(ui, view);
    // Where there is no room for both, the name matters more: the list shows the campaign's status. Problems with saving are shown
    // only here.
    let both = save_trouble(view).is_some() || all - badge_room >= 110.0;
    let room = if both { (all - badge_room).max(0.0) } else { all };
    let label = egui::Label::new(Type::Title.text(name, p.text))
        .truncate()
        .sense(egui::Sense::click());
    let response = ui.scope(|ui| {
        ui.set_max_width(room);
        ui.add(label)
    });
    let response = response.inner.on_hover_text(view.text.t("command-rename-tip"));
    if response.clicked() {
        actions.command(Command::Rename);
    }
    if both {
        ui.add_space(space::XS);
        state(ui, view, actions);
    }
}

/// Returns the problem with saving: the key of its word, and its description.
fn save_trouble(view: &HeaderView<'_>) -> Option<(&'static str, String)> {
    let text = view.text;
    match view.session.saving() {
        Saving::Fine | Saving::Running(_) => None,
        Saving::Failed(failed) => {
            let safe = text.t(if failed.rescued.is_some() {
                "save-copy-kept"
            } else {
                "save-no-copy"
            });
            let Words { what, hint, .. } = failed.why.words(text);
            Some(("save-not", format!("{what}\n{hint}\n{safe}")))
        }
        Saving::Undecided => Some(("save-undecided", text.t("save-undecided-tip"))),
    }
}

/// Returns the width of the badge next to the name.
fn badge_width(ui: &Ui, view: &HeaderView<'_>) -> f32 {
    let word = match (save_trouble(view), view.item) {
        (Some((word, _)), _) => view.text.t(word),
        (None, Some(item)) => view.text.t(item.status.label_key()),
        (None, None) => return 0.0,
    };
    let galley = ui
        .painter()
        .layout_no_wrap(word, Type::Caption.font(), egui::Color32::PLACEHOLDER);
    galley.size().x + 20.0 + space::S + space::XS
}

/// Shows the badge next to the name: a problem with saving, which can be retried, else the campaign's status.
fn state(ui: &mut Ui, view: &HeaderView<'_>, actions: &mut Actions) {
    if let Some((key, tip)) = save_trouble(view) {
        let word = view.text.t(key);
        let name = view.text.tv(&format!("{key}-name"), &[("state", word.as_str().into())]);
        if widgets::badge_button(ui, &word, Tone::Danger, &name)
            .on_hover_text(tip)
            .clicked()
        {
            actions.send(Action::SaveAgain);
        }
        return;
    }
    if let Some(item) = view.item {
        widgets::badge(ui, &view.text.t(item.status.label_key()), item.status.tone());
    }
}

fn history(ui: &mut Ui, view: &HeaderView<'_>, actions: &mut Actions) {
    ui.spacing_mut().item_spacing.x = space::XS;
    let redo = view
        .session
        .redo_name()
        .map(|name| view.text.tv("redo-of", &[("name", step_name(name, view.text).into())]));
    let undo = view
        .session
        .undo_name()
        .map(|name| view.text.tv("undo-of", &[("name", step_name(name, view.text).into())]));
    let buttons = [(Command::Redo, redo, Icon::Redo2), (Command::Undo, undo, Icon::Undo2)];
    for (command, what, icon) in buttons {
        let keys = command.keys_text(ui.ctx());
        let name = view.text.t(&command.label_key());
        let tip = what
            .as_ref()
            .map_or_else(|| format!("{name} ({keys})"), |what| format!("{what} ({keys})"));
        let button = ui
            .add_enabled_ui(what.is_some(), |ui| widgets::icon_button(ui, icon, &tip))
            .inner;
        if button.accessible_name(name).clicked() {
            actions.command(command);
        }
    }
    ui.spacing_mut().item_spacing.x = space::S;
}

/// Returns the name of a step of the history, which another version with other names may have stored.
pub fn step_name(key: &str, text: &Text) -> String {
    text.t(if text.has(key) { key } else { "edit-change" })
}

fn next(ui: &mut Ui, view: &HeaderView<'_>, step: EditorStep, actions: &mut Actions) {
    if step == EditorStep::Review {
        return launch(ui, view, actions);
    }
    let (word, tip) = ("next", Command::Next.tip_key());
    let tip = format!("{} ({})", view.text.t(&tip), Command::Next.keys_text(ui.ctx()));
    if ui.add(Button::primary(view.text.t(word))).on_hover_text(tip).clicked() {
        actions.command(Command::Next);
    }
}

/// Shows the button of the last step: its action depends on the campaign's status; a disabled one says why.
fn launch(ui: &mut Ui, view: &HeaderView<'_>, actions: &mut Actions) {
    let text = view.text;
    let act = view.launch.act();
    let tally: Tally = view.tallies.into_iter().sum();
    let (enabled, tip) = match act {
        _ if !view.launch.possible => (false, text.t("launch-impossible")),
        LaunchAct::Done => (false, text.t("launch-nothing-new")),
        LaunchAct::OnItsWay => (false, text.t("launch-said-sending")),
        LaunchAct::Choose => (true, text.t(&Command::ResolveConflict.tip_key())),
        _ if tally.blockers > 0 => (false, text.tv("launch-stopped", &[("count", tally.stoppers().into())])),
        // Trying it is how one finds out what is still needed.
        _ if tally.to_do > 0 => (true, text.tv("launch-said-to-do", &[("count", tally.to_do.into())])),
        _ => {
            let keys = Command::Launch.keys_text(ui.ctx());
            let place = view.launch.place_name(text);
            let tip = match view.launch.lacks_place() {
                true => text.t("launch-choose-connection"),
                false => text.tv("launch-goes-to", &[("place", place.into())]),
            };
            (true, format!("{tip} ({keys})"))
        }
    };
    let icon = match act {
        LaunchAct::Done => Icon::Check,
        LaunchAct::OnItsWay if view.launch.waits_for_line() => Icon::Hourglass,
        LaunchAct::OnItsWay => Icon::Send,
        LaunchAct::Choose => Icon::GitMerge,
        LaunchAct::Launch | LaunchAct::Changes | LaunchAct::Resume => Icon::Rocket,
    };
    let word = match view.launch.waits_for_line() {
        true => text.t("launch-waits"),
        false => text.t(act.label_key()),
    };
    let button = ui.add_enabled(enabled, Button::primary(word).icon(icon));
    let button = button.on_hover_text(&tip).on_disabled_hover_text(&tip);
    if button.clicked() {
        actions.command(match act {
            LaunchAct::Choose => Command::ResolveConflict,
            LaunchAct::Resume => Command::Resume,
            _ => Command::Launch,
        });
    }
}

/// Shows what to do when no campaign is open.
pub fn nothing_open(ui: &mut Ui, text: &Text, actions: &mut Actions) {
    let p = palette(ui);
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.32);
        let (rect, _) = ui.allocate_exact_size(egui::vec2(56.0, 56.0), egui::Sense::hover());
        ui.painter().circle_filled(rect.center(), 28.0, p.accent_soft);
        Icon::MessageSquare.paint(ui.painter(), rect.center(), 26.0, p.accent_text);
        ui.add_space(space::S);
        ui.label(Type::Heading.text(text.t("nothing-open"), p.text));
        ui.label(Type::Body.text(text.t("nothing-open-help"), p.text_muted));
        ui.add_space(space::M);
        if ui
            .add(Button::primary(text.t("command-new")).icon(Icon::Plus))
            .clicked()
        {
            actions.command(Command::NewCampaign);
        }
        if ui
            .add(Button::ghost(text.t("command-import")).icon(Icon::FileUp))
            .clicked()
        {
            actions.command(Command::Import);
        }
    });
}
