//! What is live of the site, what is not yet, and the way to publish it.

use egui::{Label, Ui};

use crate::{
    desktop::{
        theme::{Icon, Type, palette, space},
        widgets::{self, Button},
    },
    publish::SiteStanding,
    studio::{
        action::{Action, Actions},
        command::Command,
        publishing::{ConnectionState, SiteAct, SiteLaunch},
        tone::Tone,
        trouble::{InWords, sentence},
    },
    wording::text::Text,
};

/// Returns how it stands, in a few words.
pub(super) fn pill(launch: &SiteLaunch, blockers: usize, text: &Text) -> (String, Tone) {
    match launch.act() {
        SiteAct::Publish if blockers > 0 => (
            text.tv("site-pill-blocked", &[("count", blockers.into())]),
            Tone::Danger,
        ),
        SiteAct::Publish | SiteAct::Done | SiteAct::OnItsWay | SiteAct::Choose => launch.pill(text),
    }
}

/// The one button, and the one that shows what it changes; from the right.
pub(super) fn buttons(ui: &mut Ui, launch: &SiteLaunch, blockers: usize, text: &Text, actions: &mut Actions) {
    let act = launch.act();
    let publishes = act == SiteAct::Publish;
    let can = act.can_be_pressed() && !(publishes && blockers > 0);
    let button = Button::primary(text.t(act.label_key())).icon(Icon::Rocket);
    let tip = match publishes && blockers > 0 {
        true => text.tv("site-pill-blocked", &[("count", blockers.into())]),
        false => text.tv("launch-goes-to", &[("place", launch.place_name(text).into())]),
    };
    let pressed = ui
        .add_enabled(can, button)
        .on_hover_text(&tip)
        .on_disabled_hover_text(&tip);
    if pressed.clicked() {
        actions.send(match act {
            SiteAct::Choose => Action::ShowSiteConflict,
            SiteAct::Publish | SiteAct::Done | SiteAct::OnItsWay => Action::PublishSite,
        });
    }
    let differs = publishes && !launch.changes.is_empty();
    if differs && ui.add(Button::secondary(text.t("site-see-changes"))).clicked() {
        actions.send(Action::ShowSiteChanges);
    }
}

/// What needs the user, or time, if anything does.
pub(super) fn notice(ui: &mut Ui, launch: &SiteLaunch, text: &Text, actions: &mut Actions) {
    let place = || [("place", launch.place_name(text).into())];
    let (tone, icon, title, detail) = match launch.standing {
        SiteStanding::Refused => {
            let refusal = launch.refusal.as_ref();
            let detail = refusal.map(|refusal| refusal.words(text).line(text));
            let title = text.tv("launch-said-refused", &place());
            (Tone::Danger, Icon::CircleAlert, title, detail.unwrap_or_default())
        }
        SiteStanding::Conflict => (
            Tone::Danger,
            Icon::GitMerge,
            text.tv("launch-said-conflict", &place()),
            text.t("launch-said-conflict-detail"),
        ),
        SiteStanding::ChangedThere => (
            Tone::Warning,
            Icon::GitMerge,
            text.tv("launch-said-conflict", &place()),
            text.t("site-changed-there-detail"),
        ),
        SiteStanding::Waiting => match &launch.line {
            ConnectionState::Offline(reason) => (
                Tone::Warning,
                Icon::Hourglass,
                text.t("launch-said-offline"),
                sentence(&reason.words(text).what, text.language()),
            ),
            ConnectionState::Stopped(reason) => (
                Tone::Danger,
                Icon::CircleAlert,
                text.t("launch-said-stuck"),
                reason.words(text).line(text),
            ),
            ConnectionState::Online | ConnectionState::Unknown => return,
        },
        SiteStanding::Unpublished | SiteStanding::Changed(_) | SiteStanding::Live => return,
    };
    widgets::notice(ui, tone, icon, &title, |ui| {
        let words = Type::Small.text(detail, palette(ui).text_muted);
        ui.add(Label::new(words).wrap());
        if launch.standing == SiteStanding::Waiting {
            ui.add_space(space::XS);
            let again = Button::secondary(text.t(&Command::RetryNow.label_key())).small();
            if ui.add(again).clicked() {
                actions.command(Command::RetryNow);
            }
        }
    });
    ui.add_space(space::S);
}
