//! The editor in the middle of the window: who sees a campaign, what they see, and what is left to do.
//!
//! It changes the campaign and names each change ([`Edit`]), reads everything else from an [`EditorContext`], and requests what it
//! cannot do itself. It never reads a file or a clock, or decides what a campaign means.

mod activity;
mod audience;
mod context;
mod crop;
mod desk;
mod hours;
mod input;
mod languages;
mod message;
mod rests;
mod review;
mod row;
mod rule;
#[cfg(test)]
mod testing;
mod words;

pub(in crate::desktop) use words::{SEARCHED, choice_words, choices};
mod zone;

pub use context::{EditorContext, Pictures, Thumbnail};
pub use crop::{CropAnswer, CropFrame};
pub use rests::Exceptable;

use egui::Ui;

use crate::{
    campaign::{Campaign, Group, Look, Rest, SiteHours, SiteLanguages},
    desktop::{theme::space, widgets},
    studio::{action::Actions, editor_step::EditorStep, inspector::Folds, outline::Outline, session::Edit},
};
use desk::Desk;
use hours::HoursPlace;

/// What became of a step in a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stepped {
    /// The name of the change.
    pub edit: Option<Edit>,
    /// The place of the message whose field has the keyboard, as a JSON Pointer.
    pub focused: Option<&'static str>,
}

/// What the editor remembers from frame to frame.
#[derive(Debug)]
pub struct Kept<'a> {
    /// Which rows of the audience are folded, selected and edited.
    pub outline: &'a mut Outline,
    /// Which sections of the message's fields are folded.
    pub folds: &'a mut Folds,
}

/// Shows one step over the whole width; the caller scrolls.
pub fn show_step(
    ui: &mut Ui,
    step: EditorStep,
    campaign: &mut Campaign,
    ctx: &EditorContext<'_>,
    Kept { outline, folds }: Kept<'_>,
    actions: &mut Actions,
) -> Stepped {
    let mut desk = Desk::new(ctx, actions, outline, folds);
    ui.spacing_mut().item_spacing.y = space::S;
    match step {
        EditorStep::Audience => {
            audience::show(ui, campaign, &mut desk);
            gap(ui);
            activity::show(ui, campaign, &mut desk);
            gap(ui);
            rule::show(ui, &mut desk);
        }
        EditorStep::Message => message::show(ui, campaign, &mut desk),
        EditorStep::Review => review::show(ui, campaign, &mut desk),
    }
    if desk.edit.is_some() {
        // What was drawn before the change in this frame shows the old state.
        ui.request_repaint();
    }
    Stepped {
        edit: desk.edit,
        focused: desk.focused,
    }
}

/// Shows the conditions of a saved audience; the caller scrolls. Returns the name of the change in this frame.
pub fn show_saved_audience(
    ui: &mut Ui,
    audience: &mut Group,
    ctx: &EditorContext<'_>,
    Kept { outline, folds }: Kept<'_>,
    actions: &mut Actions,
) -> Option<Edit> {
    let mut desk = Desk::new(ctx, actions, outline, folds);
    ui.spacing_mut().item_spacing.y = space::S;
    audience::show_saved(ui, audience, &mut desk);
    desk.edit
}

/// Shows how the pop-ups of the site look; the caller scrolls. Returns the name of the change in this frame.
pub fn show_site_look(
    ui: &mut Ui,
    look: &mut Look,
    ctx: &EditorContext<'_>,
    folds: &mut Folds,
    actions: &mut Actions,
) -> Option<Edit> {
    on_site(ui, ctx, folds, actions, |ui, desk| {
        message::show_site_look(ui, look, desk)
    })
}

/// Shows when somebody answers the visitors of the site; the caller scrolls. `zone` is that of the first hours. Returns the name of the change in this
/// frame.
pub fn show_site_hours(
    ui: &mut Ui,
    site_hours: &mut Option<SiteHours>,
    zone: &str,
    ctx: &EditorContext<'_>,
    actions: &mut Actions,
) -> Option<Edit> {
    on_site(ui, ctx, &mut Folds::default(), actions, |ui, desk| {
        site_hours_fields(ui, site_hours, zone, desk);
    })
}

fn site_hours_fields(ui: &mut Ui, site_hours: &mut Option<SiteHours>, zone: &str, desk: &mut Desk<'_, '_>) {
    let mut given = site_hours.clone().unwrap_or_default();
    if given.open.is_empty() {
        widgets::help_line(ui, &desk.t("site-hours-empty"));
    }
    hours::show(ui, &mut given.open, &SITE_HOURS, desk);
    if !given.open.is_empty() {
        let label = desk.t("editor-zone");
        let above = widgets::field_label(ui, &label).id;
        given.time_zone.get_or_insert_with(|| zone.to_owned());
        zone::show(ui, &mut given.time_zone, (&label, above), "/hours/time_zone", desk);
    }
    for (tone, line) in desk.ctx.analysis.lines_at("/hours") {
        widgets::finding_line(ui, tone, &line);
    }
    if desk.edit.is_some() {
        let is_nothing = given.open.is_empty() && given.extras.is_empty();
        *site_hours = (!is_nothing).then_some(given);
    }
}

/// Shows in which languages campaigns of the site speak. Returns the name of the change in this frame.
pub fn show_site_languages(
    ui: &mut Ui,
    site_languages: &mut SiteLanguages,
    ctx: &EditorContext<'_>,
    actions: &mut Actions,
) -> Option<Edit> {
    on_site(ui, ctx, &mut Folds::default(), actions, |ui, desk| {
        languages::show(ui, site_languages, desk)
    })
}

/// Shows how many pop-ups a visitor is shown at most. Returns the name of the change in this frame.
pub fn show_site_rests(
    ui: &mut Ui,
    all: &mut Vec<Rest>,
    campaigns: &[Exceptable],
    ctx: &EditorContext<'_>,
    actions: &mut Actions,
) -> Option<Edit> {
    on_site(ui, ctx, &mut Folds::default(), actions, |ui, desk| {
        rests::show(ui, all, campaigns, desk)
    })
}

/// Shows fields of the site document. Returns the name of the change in this frame.
fn on_site(
    ui: &mut Ui,
    ctx: &EditorContext<'_>,
    folds: &mut Folds,
    actions: &mut Actions,
    fields: impl FnOnce(&mut Ui, &mut Desk<'_, '_>),
) -> Option<Edit> {
    let mut outline = Outline::default();
    let mut desk = Desk::new(ctx, actions, &mut outline, folds);
    ui.spacing_mut().item_spacing.y = space::S;
    fields(ui, &mut desk);
    desk.edit
}

/// The hours of the site.
const SITE_HOURS: HoursPlace = HoursPlace {
    at: "/hours/open",
    step: "site-step-hours",
};

/// Between two cards, together with the space that follows every part.
fn gap(ui: &mut Ui) {
    ui.add_space(space::L - space::S);
}
