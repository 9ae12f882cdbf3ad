//! Answers the questions of [`crate::studio::inquiring`] in the background, and acts on the answers.

use chrono::{DateTime, Utc};

use super::{App, Event};
use crate::{
    engine::SiteRules,
    studio::{
        analysis::Analysis,
        inquiring::{self, Present, Request},
        sessions::Sessions,
        shelf::Shelf,
        shell,
        simulated::{Advice, SimulatedVisitor},
        tone::Tone,
    },
};

impl App {
    /// Asks for what the panels show and is not yet known of the current revision.
    pub(super) fn inquire(&mut self, ctx: &egui::Context) {
        self.inquire_on(inquiring::Event::Frame);
        // If everything is done at once, the answers have already arrived.
        self.take_events_at_once(ctx);
        let analysis = self.analyst.analysis();
        let present = present(
            &self.sessions,
            &self.simulated,
            analysis,
            self.clock.now(),
            (&self.shelf, self.site.rules()),
        );
        let examined = self.inquiring.examined(present, analysis, self.text.language());
        self.analyst.take(examined);
    }

    /// Handles an event of the questions about the open campaign.
    pub(super) fn inquire_on(&mut self, event: inquiring::Event) {
        let analysis = self.analyst.analysis();
        let present = present(
            &self.sessions,
            &self.simulated,
            analysis,
            self.clock.now(),
            (&self.shelf, self.site.rules()),
        );
        for request in self.inquiring.on(event, present) {
            match request {
                Request::Ask(question) => self.tasks.start(Event::Unanswered(question.clone()), move || {
                    Event::Answered(Box::new(question.answer()))
                }),
                Request::Simulate(visitor) => self.simulated = *visitor,
                Request::ShowVisitor => {
                    self.journey.shown = false;
                    self.shell_on(shell::Event::ShowVisitor);
                }
                Request::Say(key) => {
                    let text = self.text.t(key);
                    self.say(Tone::Neutral, text);
                }
            }
        }
    }

    /// What the simulator shows and offers below the verdict.
    pub(super) fn advice(&self) -> Advice {
        let analysis = self.analyst.analysis();
        let present = present(
            &self.sessions,
            &self.simulated,
            analysis,
            self.clock.now(),
            (&self.shelf, self.site.rules()),
        );
        self.inquiring.advice(present, &self.text)
    }
}

fn present<'a>(
    sessions: &'a Sessions,
    simulated: &'a SimulatedVisitor,
    analysis: &Analysis,
    now: DateTime<Utc>,
    (shelf, site): (&'a Shelf, &'a SiteRules),
) -> Present<'a> {
    Present {
        session: sessions.open(),
        simulated,
        shown: analysis.verdict.as_ref().map(|verdict| verdict.shown),
        now,
        shelf,
        site,
    }
}
