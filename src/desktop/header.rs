//! The head of the window: the campaign's name and state, the steps, whether everything is saved, undo and redo, its tests, and what to do next.

mod fit;
mod labels;

use egui::{Align, Layout, Rect, Ui, UiBuilder};

use self::fit::{Fit, Widths, fit};
use super::{
    theme::{Icon, Type, palette, space},
    widgets::{self, Button, StepsForm},
};
use crate::{
    studio::{
        action::{Action, Actions},
        command::Command,
        editor_step::EditorStep,
        expecting::{TestLine, TestState},
        publishing::{LaunchAct, LaunchView},
        session::{Saving, Session},
        shelf::{Item, Status},
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
    /// The keys of the names of the steps that undo and redo mean in the library, rather than in the campaign.
    pub in_library: [Option<&'static str>; 2],
    /// Its list item with its status.
    pub item: Option<&'a Item>,
    /// How many findings there are of each kind, on each step.
    pub tallies: [Tally; 3],
    /// Its tests.
    pub tests: &'a [TestLine],
    /// Its state on the site.
    pub launch: &'a LaunchView,
    /// Whether the drawer is open, in a window that has one.
    pub drawer: Option<bool>,
    /// Whether the keyboard goes to the button that launches, in this frame.
    pub arrives: bool,
    /// The words.
    pub text: &'a Text,
}

/// Shows the head in the whole of `ui`, with the chosen step in `step`.
pub fn show(ui: &mut Ui, view: &HeaderView<'_>, step: &mut EditorStep, actions: &mut Actions) {
    let text = view.text;
    let words = [text.t("step-audience"), text.t("step-message"), text.t("step-review")];
    let [audience, message, review] = view.tallies;
    let options = [
        (EditorStep::Audience, &*words[0], counts(audience)),
        (EditorStep::Message, &*words[1], counts(message)),
        (EditorStep::Review, &*words[2], counts(review)),
    ];
    let whole = ui.max_rect();
    let margin = if whole.width() < 1000.0 { space::L } else { space::XL };
    let inner = whole.shrink2(egui::vec2(margin, 0.0));
    let steps = StepsForm::ALL.map(|form| widgets::steps_width(ui, *step, &options, form) + space::L);
    let widths = widths(ui, view, *step, steps);
    let fit = fit(inner.width(), &widths, save_trouble(view).is_some());
    ui.spacing_mut().item_spacing.x = 0.0;
    // The keyboard goes from left to right, so the left part comes first, in the room that the right one leaves.
    let right = right_width(&widths, &fit);
    let left = inner.with_max_x((inner.right() - right).max(inner.left()));
    part(ui, left, Layout::left_to_right(Align::Center), |ui| {
        name(ui, view, &fit, actions)
    });
    let named = fit.name + if fit.status { widths.status } else { 0.0 } + space::L;
    let tabs = left.with_min_x((left.left() + named).min(left.right()));
    part(ui, tabs, Layout::left_to_right(Align::Center), |ui| {
        widgets::steps(ui, step, &options, fit.steps);
    });
    let right = inner.with_min_x(left.right());
    part(ui, right, Layout::left_to_right(Align::Center), |ui| {
        if fit.saved {
            saved(ui, view, widths.saved);
        }
        history(ui, view, actions);
        tests(ui, view, fit.tests_in_words, actions);
        drawer(ui, view, actions);
        next(ui, view, *step, actions);
    });
}

/// What is wrong on a step, and what is still to do there.
fn counts(tally: Tally) -> [(usize, Tone); 2] {
    [(tally.blockers, Kind::Blocker.tone()), (tally.to_do, Kind::ToDo.tone())]
}

fn part(ui: &mut Ui, rect: Rect, layout: Layout, content: impl FnOnce(&mut Ui)) {
    let builder = UiBuilder::new().max_rect(rect).layout(layout);
    ui.scope_builder(builder, content);
}

fn right_width(widths: &Widths, fit: &Fit) -> f32 {
    let [in_words, as_number] = widths.tests;
    widths.rest + if fit.saved { widths.saved } else { 0.0 } + if fit.tests_in_words { in_words } else { as_number }
}

fn widths(ui: &Ui, view: &HeaderView<'_>, step: EditorStep, steps: [f32; StepsForm::ALL.len()]) -> Widths {
    let line = |words: &str, font: Type| {
        let ink = egui::Color32::PLACEHOLDER;
        ui.painter()
            .layout_no_wrap(words.to_owned(), font.font(), ink)
            .size()
            .x
            .ceil()
    };
    let tests = tests_words(view);
    let test = |words: &str| line(words, Type::Label) + 20.0 + 20.0 + space::XS;
    let drawer = view.drawer.map_or(0.0, |_| 28.0 + space::XS);
    Widths {
        name: line(shown_name(view).as_str(), Type::Title),
        status: badge_width(ui, view) + labels::width(ui, view),
        steps,
        saved: saved_words(view.text)
            .map(|words| line(&words, Type::Small))
            .into_iter()
            .fold(0.0, f32::max)
            + space::M,
        tests: tests.map_or([0.0; 2], |(words, number, _)| [test(&words), test(&number)]),
        rest: 2.0 * 28.0 + space::XS + drawer + space::S + primary(view, step).width(ui),
    }
}

fn shown_name(view: &HeaderView<'_>) -> String {
    let name = &view.session.campaign().name;
    match name.trim().is_empty() {
        true => view.text.t("unnamed"),
        false => name.clone(),
    }
}

fn name(ui: &mut Ui, view: &HeaderView<'_>, fit: &Fit, actions: &mut Actions) {
    let p = palette(ui);
    let label = egui::Label::new(Type::Title.text(shown_name(view), p.text))
        .truncate()
        .sense(egui::Sense::click());
    let response = ui.scope(|ui| {
        // What is measured in parts of points must not be cut for one.
        ui.set_max_width(fit.name + 1.0);
        ui.add(label)
    });
    let response = response.inner.on_hover_text(view.text.t("command-rename-tip"));
    widgets::focus_ring(ui, &response, response.rect.expand2(egui::vec2(2.0, 0.0)), 4);
    if response.clicked() {
        actions.command(Command::Rename);
    }
    if fit.status {
        ui.add_space(space::M);
        state(ui, view, actions);
        labels::show(ui, view, actions);
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

/// Returns the room for the badge next to the name, with the gap before it. It is that of the longest state, so that a new one moves nothing.
fn badge_width(ui: &Ui, view: &HeaderView<'_>) -> f32 {
    let own = save_trouble(view).map(|(word, _)| word);
    let states = Status::FILTERS.into_iter().chain(view.item.map(|item| item.status));
    let keys = states.map(Status::label_key).chain(own);
    let width = |key: &str| {
        let ink = egui::Color32::PLACEHOLDER;
        let galley = ui.painter().layout_no_wrap(view.text.t(key), Type::Caption.font(), ink);
        galley.size().x.ceil() + 20.0 + space::M
    };
    keys.map(width).fold(0.0, f32::max)
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

/// What can be said about saving while nothing is wrong.
fn saved_words(text: &Text) -> [String; 2] {
    [text.t("save-done"), text.t("save-running")]
}

fn saved(ui: &mut Ui, view: &HeaderView<'_>, room: f32) {
    let [done, running] = saved_words(view.text);
    let words = match view.session.saving() {
        Saving::Fine if !view.session.is_unsaved() => done,
        Saving::Fine | Saving::Running(_) => running,
        // Said beside the name.
        Saving::Failed(_) | Saving::Undecided => return,
    };
    // Its room is that of the longer word, so that nothing moves while it is saved.
    let size = egui::vec2(room - space::M, ui.available_height());
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_size(size);
        ui.label(Type::Small.text(words, palette(ui).text_muted));
    });
    ui.add_space(space::M);
}

fn history(ui: &mut Ui, view: &HeaderView<'_>, actions: &mut Actions) {
    let words = |name: Option<&str>, key: &str| {
        name.map(|name| view.text.tv(key, &[("name", step_name(name, view.text).into())]))
    };
    let [undo, redo] = view.in_library;
    let undo = words(undo.or(view.session.undo_name()), "undo-of");
    let redo = words(redo.or(view.session.redo_name()), "redo-of");
    for (command, what, icon) in [(Command::Undo, undo, Icon::Undo2), (Command::Redo, redo, Icon::Redo2)] {
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
        if command == Command::Undo {
            ui.add_space(space::XS);
        }
    }
}

/// How the tests stand: in words, as a number, and whether all pass; `None` without any.
fn tests_words(view: &HeaderView<'_>) -> Option<(String, String, bool)> {
    let count = view.tests.len();
    let passing = view.tests.iter().filter(|test| test.state == TestState::Passes).count();
    let (key, number) = match count - passing {
        0 if count == 0 => return None,
        0 => ("header-tests-pass", count),
        failing => ("header-tests-fail", failing),
    };
    let words = view.text.tv(key, &[("count", number.into())]);
    Some((words, number.to_string(), passing == count))
}

fn tests(ui: &mut Ui, view: &HeaderView<'_>, in_words: bool, actions: &mut Actions) {
    let Some((words, number, pass)) = tests_words(view) else {
        return;
    };
    ui.add_space(space::XS);
    let icon = if pass { Icon::CircleCheck } else { Icon::CircleX };
    let face = if in_words { words.clone() } else { number };
    let button = match pass {
        true => Button::ghost(face),
        false => Button::ghost(face).alarming(),
    };
    let button = ui.add(button.icon(icon).small()).accessible_name(&words);
    let button = if in_words { button } else { button.on_hover_text(words) };
    if button.clicked() {
        actions.send(Action::GoTo(EditorStep::Review, None));
    }
}

/// Shows and hides the drawer, in a window that has one.
fn drawer(ui: &mut Ui, view: &HeaderView<'_>, actions: &mut Actions) {
    let Some(open) = view.drawer else { return };
    ui.add_space(space::XS);
    let name = view.text.t(&Command::SidePanel.label_key());
    let tip = format!("{name} ({})", Command::SidePanel.keys_text(ui.ctx()));
    let button = widgets::icon_toggle(ui, Icon::PanelRight, &tip, open).accessible_name(name);
    if button.clicked() {
        actions.command(Command::SidePanel);
    }
}

/// Returns the name of a step of the history, which another version with other names may have stored.
pub fn step_name(key: &str, text: &Text) -> String {
    text.t(if text.has(key) { key } else { "edit-change" })
}

/// The one button that leads on, as it looks.
fn primary(view: &HeaderView<'_>, step: EditorStep) -> Button {
    match step {
        EditorStep::Audience | EditorStep::Message => Button::primary(view.text.t("next")),
        EditorStep::Review => launch_button(view),
    }
}

fn next(ui: &mut Ui, view: &HeaderView<'_>, step: EditorStep, actions: &mut Actions) {
    ui.add_space(space::S);
    if step == EditorStep::Review {
        return launch(ui, view, actions);
    }
    let tip = view.text.t(&Command::Next.tip_key());
    let tip = format!("{tip} ({})", Command::Next.keys_text(ui.ctx()));
    let button = primary(view, step);
    if ui.add(button).on_hover_text(tip).clicked() {
        actions.command(Command::Next);
    }
}

/// The button of the last step: of a campaign that is live as it stands here, what can still be done about that.
fn launch_button(view: &HeaderView<'_>) -> Button {
    let text = view.text;
    let act = view.launch.act();
    let icon = match act {
        LaunchAct::Done => Icon::Pause,
        LaunchAct::OnItsWay if view.launch.waits_for_line() => Icon::Hourglass,
        LaunchAct::OnItsWay => Icon::Send,
        LaunchAct::Choose => Icon::GitMerge,
        LaunchAct::Launch | LaunchAct::Changes | LaunchAct::Resume => Icon::Rocket,
    };
    let word = match view.launch.waits_for_line() {
        true => text.t("launch-waits"),
        false if act == LaunchAct::Done => text.t(&Command::Pause.label_key()),
        false => text.t(act.label_key()),
    };
    match act {
        LaunchAct::Done => Button::secondary(word).icon(icon),
        LaunchAct::OnItsWay | LaunchAct::Choose | LaunchAct::Launch | LaunchAct::Changes | LaunchAct::Resume => {
            Button::primary(word).icon(icon)
        }
    }
}

/// Shows the button of the last step: its action depends on the campaign's status; a disabled one says why.
fn launch(ui: &mut Ui, view: &HeaderView<'_>, actions: &mut Actions) {
    let text = view.text;
    let act = view.launch.act();
    let tally: Tally = view.tallies.into_iter().sum();
    let (enabled, tip) = match act {
        _ if !view.launch.possible => (false, text.t("launch-impossible")),
        LaunchAct::Done => (true, text.t(&Command::Pause.tip_key())),
        LaunchAct::OnItsWay => (false, text.t("launch-said-sending")),
        LaunchAct::Choose => (true, text.t(&Command::ResolveConflict.tip_key())),
        _ if tally.blockers > 0 => (false, text.tv("launch-stopped", &[("count", tally.blockers.into())])),
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
    let button = ui.add_enabled(enabled, launch_button(view));
    let button = button.on_hover_text(&tip).on_disabled_hover_text(&tip);
    if view.arrives {
        button.request_focus();
    }
    if button.clicked() {
        actions.command(match act {
            LaunchAct::Choose => Command::ResolveConflict,
            LaunchAct::Resume => Command::Resume,
            LaunchAct::Done => Command::Pause,
            LaunchAct::Launch | LaunchAct::Changes | LaunchAct::OnItsWay => Command::Launch,
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
