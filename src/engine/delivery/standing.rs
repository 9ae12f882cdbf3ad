//! Where every campaign stands at an instant: who is visible, who waits, and for what.

use serde::Serialize;

use super::Delivery;
use super::machine::Contender;
use super::time::seconds;
use crate::engine::Shut;
use crate::engine::rests::waits_for;

/// Where one campaign stands. Times are seconds after the start.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Standing {
    /// The id of the campaign.
    pub campaign: String,
    /// The instant since which it qualifies.
    pub since: Option<f64>,
    /// What it does or waits for.
    #[serde(flatten)]
    pub state: StandingState,
}

/// What a campaign does or waits for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum StandingState {
    /// No page is open yet.
    NoPage,
    /// It is what the visitor sees.
    Visible,
    /// It was shown on this page view, and waits for the next one.
    AlreadyShown,
    /// The page is none of the site's, and no campaign is shown there.
    OtherSite,
    /// Its run has not begun.
    Scheduled {
        /// When it begins.
        until: f64,
    },
    /// Its run is over.
    Ended,
    /// Its rule does not hold.
    RuleFails,
    /// Its rule holds, but it is outside its hours.
    OutOfHours {
        /// When it opens again; `None` when that is more than a week away.
        until: Option<f64>,
    },
    /// Its rule holds, but it is shown only while somebody answers, and nobody does.
    NobodyAnswers {
        /// When it opens again; `None` when that is more than a week away.
        until: Option<f64>,
    },
    /// Its rule holds, but it was shown too recently.
    RepeatCycle {
        /// The end of the cycle; `None` when that is a later session.
        until: Option<f64>,
    },
    /// Its rule holds, but a rest of the site is full.
    Resting {
        /// When it no longer is; `None` when that is the end of the session.
        until: Option<f64>,
        /// The ids of the campaigns that fill it, in the order in which they were shown.
        by: Vec<String>,
    },
    /// It is next, once its message delay is over.
    Waiting {
        /// The end of the delay.
        until: f64,
    },
    /// It is next, once quiet is over after a pop-up or the chat left the screen.
    Quiet {
        /// The end of the quiet.
        until: f64,
    },
    /// It qualifies, and waits for a better-ranked one.
    Outranked {
        /// The id of that one.
        by: String,
    },
    /// It qualifies, and waits for the visible one to go.
    Behind {
        /// The id of the visible one.
        visible: String,
    },
    /// It qualifies, and waits for the chat to be closed.
    ChatOpen,
    /// It qualifies, and waits for the visitor to come back from another tab.
    Away,
    /// It qualifies, and waits for what covers the page to go.
    Covered,
}

impl Delivery {
    /// Returns where every campaign stands now, best-ranked first.
    pub fn standing(&self) -> Vec<Standing> {
        let standing = |(index, contender): (usize, &Contender)| Standing {
            campaign: contender.id.clone(),
            since: contender.since.map(seconds),
            state: self.state_of(index, contender),
        };
        self.line.iter().enumerate().map(standing).collect()
    }

    fn state_of(&self, index: usize, contender: &Contender) -> StandingState {
        if !self.page_open {
            return StandingState::NoPage;
        }
        if self.visible == Some(index) {
            return StandingState::Visible;
        }
        if self.elsewhere {
            return StandingState::OtherSite;
        }
        if contender.shown_here {
            return StandingState::AlreadyShown;
        }
        let shut = contender.shut_at(self.wall());
        let shut = shut.map(|shut| shut.map(|at| seconds(at.saturating_sub(self.clock_at(0)))));
        match shut {
            Some(Shut::Scheduled { until }) => return StandingState::Scheduled { until },
            Some(Shut::Ended) => return StandingState::Ended,
            _ if !contender.rule_holds => return StandingState::RuleFails,
            Some(Shut::OutOfHours { until }) => return StandingState::OutOfHours { until },
            Some(Shut::NobodyAnswers { until }) => return StandingState::NobodyAnswers { until },
            None => {}
        }
        let blocked = self.blocked_until(contender).map(seconds);
        let in_session = contender.sessions_left(self.visitor.sessions).is_some();
        if let Some(resting) = waits_for(&self.full_rests(), &contender.id) {
            let until = resting.until.map(|at| seconds(at.saturating_sub(self.clock_at(0))));
            // What lasts longer is said. Nobody knows when another session begins.
            if until.is_none() || (!in_session && until >= blocked) {
                return StandingState::Resting {
                    until,
                    by: resting.by.clone(),
                };
            }
        }
        if in_session {
            return StandingState::RepeatCycle { until: None };
        }
        if let Some(until) = blocked.map(Some) {
            return StandingState::RepeatCycle { until };
        }
        if let Some(visible) = self.visible() {
            return StandingState::Behind {
                visible: visible.to_owned(),
            };
        }
        match self.candidate() {
            None if self.chat_open => StandingState::ChatOpen,
            None if self.away => StandingState::Away,
            None => StandingState::Covered,
            Some((first, due)) if first == index => {
                let until = seconds(due);
                if contender.due() < Some(due) {
                    StandingState::Quiet { until }
                } else {
                    StandingState::Waiting { until }
                }
            }
            Some((first, _)) => StandingState::Outranked {
                by: self.line[first].id.clone(),
            },
        }
    }
}
