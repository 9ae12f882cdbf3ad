//! The answers to the questions, in words.

use super::{Change, Inquiring, Present, is_about};
use crate::{
    campaign::Group,
    insight::{Conflict, Doubt, FindAnswer, Finding, NearestAnswer, Problem},
    studio::{
        analysis::{Analysis, Examined},
        finding_line::FindingLine,
        inquiry::{AboutCampaign, AboutVisitor, ConflictMarks, same_shape},
        simulated::{Advice, ChangeAdvice, Notice, changes},
        to_do::Kind,
        tone::Tone,
    },
    wording::{
        self, Statement,
        text::{Language, Text},
    },
};

impl Inquiring {
    /// What was found about the conditions taken together. Findings of an older revision stay, while their places still mean the same,
    /// until the new answer arrives. What `analysis` already says about a place is not repeated.
    pub fn examined(&self, present: Present<'_>, analysis: &Analysis, language: Language) -> Examined {
        let (Some(session), Some((question, found))) = (present.session, self.inquiries.findings.last()) else {
            return Examined::default();
        };
        let stale = question.revision != session.revision();
        if stale && !same_shape(&question.campaign, session.inlined()) {
            return Examined::default();
        }
        let written = &session.campaign().audience;
        let known = |finding: &&Finding| analysis.stops_below(&finding.path);
        let lines = found.iter().filter(|finding| !known(finding));
        let line = |finding| {
            let kind = Kind::of(finding, session.touched(), session.campaign());
            FindingLine::in_campaign(finding, written, kind, language)
        };
        Examined {
            findings: lines.map(line).collect(),
            conflict: found
                .iter()
                .find_map(conflict_of)
                .map(|conflict| marks(question, written, conflict, language)),
            stale,
        }
    }

    /// What the simulator shows and offers below the verdict.
    pub fn advice(&self, present: Present<'_>, text: &Text) -> Advice {
        let Some(session) = present.session else {
            return Advice::default();
        };
        let visitor = &self.inquiries.visitor;
        let of_now = |question: &AboutVisitor| question.revision == session.revision();
        Advice {
            searching: visitor.is_open() && visitor.newest().is_some_and(of_now),
            notice: visitor
                .last()
                .filter(|(question, _)| of_now(question))
                .and_then(|(question, answer)| notice(question, answer, text.language())),
            filled: self.filled_words(present, text),
            can_go_back: self.filled.is_some(),
            change: self.change_advice(present, text.language()),
        }
    }

    /// The differences of a visitor who was filled in, as long as that visitor is unchanged.
    fn filled_words(&self, present: Present<'_>, text: &Text) -> Vec<String> {
        let (Some(filled), Some(session)) = (&self.filled, present.session) else {
            return Vec::new();
        };
        if !filled.is_as_it_was(present.simulated) {
            return Vec::new();
        }
        let zone = session.campaign().zone();
        let changes = changes(&filled.before, &filled.after, zone, text).join(" · ");
        let mut lines = Vec::new();
        if !changes.is_empty() {
            lines.push(text.tv("advice-changed", &[("changes", changes.into())]));
        }
        if filled.before.at != filled.after.at {
            let instant = wording::instant(filled.after.at, zone, text.language());
            lines.push(text.tv("advice-moved", &[("instant", instant.into())]));
        }
        lines
    }

    fn change_advice(&self, present: Present<'_>, language: Language) -> ChangeAdvice {
        if self.change == Change::Folded {
            return ChangeAdvice::Folded;
        }
        let Some((question, answer)) = self.inquiries.change.last() else {
            return ChangeAdvice::Working;
        };
        let statement = || wording::nearest(&question.campaign, answer, language);
        match answer {
            NearestAnswer::AlreadyShown => ChangeAdvice::Working,
            NearestAnswer::Change(way) => ChangeAdvice::NearestChange {
                lines: wording::way(&question.campaign, way, language),
                current: is_about(question, present),
            },
            NearestAnswer::Nobody(conflict) => ChangeAdvice::Notice(nobody(statement(), conflict)),
            NearestAnswer::Undetermined(doubt) => ChangeAdvice::Notice(unsure(statement(), doubt)),
        }
    }
}

fn notice(question: &AboutVisitor, answer: &FindAnswer, language: Language) -> Option<Notice> {
    let statement = wording::find_answer(&question.campaign, answer, language);
    match answer {
        FindAnswer::Found(_) => None,
        FindAnswer::Nobody(conflict) => Some(nobody(statement, conflict)),
        FindAnswer::Undetermined(doubt) => Some(unsure(statement, doubt)),
    }
}

fn marks(question: &AboutCampaign, written: &Group, conflict: &Conflict, language: Language) -> ConflictMarks {
    let own = |place: &String| written.own_place(place).0.to_owned();
    ConflictMarks {
        places: conflict.places.iter().map(own).collect(),
        reason: wording::contradiction(&question.campaign, conflict, language),
    }
}

fn conflict_of(finding: &Finding) -> Option<&Conflict> {
    let Problem::NobodySees { conflict } = &finding.problem else {
        return None;
    };
    Some(conflict)
}

fn nobody(statement: Statement, conflict: &Conflict) -> Notice {
    Notice {
        tone: Tone::Danger,
        headline: statement.headline,
        detail: statement.detail,
        place: conflict.places.first().cloned(),
    }
}

fn unsure(statement: Statement, doubt: &Doubt) -> Notice {
    Notice {
        tone: Tone::Warning,
        headline: statement.headline,
        detail: statement.detail,
        place: doubt.places.first().cloned(),
    }
}
