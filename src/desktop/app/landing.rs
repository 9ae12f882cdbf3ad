//! Puts the keyboard where the work begins, after keys or the palette led to a step or a page.

use egui::Context;

use super::App;
use crate::{
    desktop::site_page::NAME,
    studio::{
        command::Command,
        landing::{Aim, Known, Landing, landing},
        navigation::{self, Page},
        outline,
        shell::Region,
    },
};

/// Where the keyboard is to go.
#[derive(Debug, Default)]
pub(super) struct Landings {
    /// What was asked for since the last frame.
    aim: Option<Aim>,
    /// Whether it goes to the button that launches.
    launch: bool,
}

impl Landings {
    /// Whether the keyboard goes to the button that launches; only once.
    pub(super) fn take_launch(&mut self) -> bool {
        std::mem::take(&mut self.launch)
    }
}

impl App {
    /// Carries out a command that was given by keys, or in the palette: where it leads elsewhere, the keyboard goes there.
    pub(super) fn command_by_keys(&mut self, ctx: &Context, command: Command) {
        let before = (self.navigation.page(), self.navigation.step());
        self.command(ctx, command);
        let moved = before != (self.navigation.page(), self.navigation.step());
        let names_step = matches!(command, Command::GoAudience | Command::GoMessage | Command::GoReview);
        let turns_page = matches!(
            command,
            Command::Checks | Command::Calendar | Command::Site | Command::Audiences
        );
        let goes_on = matches!(command, Command::Next | Command::Launch);
        self.landing.aim = match moved {
            _ if names_step => Some(Aim::Step),
            true if turns_page => Some(Aim::Step),
            true if goes_on => Some(Aim::Launch),
            true | false => None,
        };
    }

    /// Goes where the keyboard belongs, once everything is known about the step.
    pub(super) fn land(&mut self) {
        let Some(aim) = self.landing.aim.take() else { return };
        match self.navigation.page() {
            Page::Editor => {}
            Page::Site if self.site.trouble().is_none() => return self.site_page.lead_to(NAME),
            Page::Checks | Page::Calendar | Page::Site | Page::Audiences | Page::Gallery | Page::Sheet => {
                return self.regions.go_to(Region::Editor);
            }
        }
        let Some(launch) = self.launch_view() else { return };
        let Some(session) = self.sessions.open() else { return };
        let step = self.navigation.step();
        let outline = self.outlines.of(session.number());
        let known = Known {
            campaign: session.campaign(),
            findings: self.analyst.analysis().all_findings(),
            selected: outline.selected(),
            act: launch.possible.then(|| launch.act()),
        };
        match landing(step, aim, known) {
            Landing::Place(place) => self.navigate_on(navigation::Event::Place(step, Some(place))),
            Landing::Row(row) => outline.on(outline::Event::Select(row), &session.campaign().audience),
            Landing::Launch => self.landing.launch = true,
            Landing::First => self.regions.go_to(Region::Editor),
        }
    }
}
