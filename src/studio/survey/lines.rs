//! From what was found to the lines of the page.

use super::{
    Meeting, Report, ReportLine, Section,
    work::{Broken, File},
};
use crate::{
    campaign::Campaign,
    engine::SiteRules,
    insight::{Finding, Overlap, Overlaps, Shadowed, let_through, starved},
    library::LoadError,
    studio::{
        to_do::Kind,
        tone::Tone,
        trouble::{InWords, sentence},
    },
    wording::{self, text::Text},
};

/// The place that decides which campaign goes first.
const PRIORITY: &str = "/schedule/priority";

/// How many pairs are listed at most: nobody reads more, and a library of hundreds of campaigns can have tens of thousands.
const MOST_PAIRS: usize = 1_000;

/// Collects lines.
pub(super) struct Lines<'t> {
    text: &'t Text,
    lines: Vec<ReportLine>,
    unsure: usize,
    unlisted: usize,
    too_many: bool,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t Text) -> Self {
        Self {
            text,
            lines: Vec::new(),
            unsure: 0,
            unlisted: 0,
            too_many: false,
        }
    }

    /// A file that cannot be read.
    pub(super) fn broken(&mut self, file: &Broken) {
        // The line names the file already.
        let words = match &file.error {
            LoadError::Disk(error) => error.words(self.text),
            LoadError::Text { error, .. } => error.words(self.text),
        };
        self.lines.push(ReportLine {
            section: Section::Launch,
            path: file.path.clone(),
            name: file.name.clone(),
            message: sentence(&words.what, self.text.language()),
            detail: words.hint,
            tone: Tone::Danger,
            place: String::new(),
            meeting: None,
            folded: String::new(),
        });
    }

    pub(super) fn finding(&mut self, file: &File, finding: &Finding) {
        let (place, phrase) = wording::finding_in(&file.written, finding, self.text.language());
        let kind = Kind::of(finding, &file.touched, &file.campaign);
        self.lines.push(ReportLine {
            section: section_of(finding.code(), kind),
            message: phrase.message,
            detail: phrase.fix,
            tone: kind.tone(),
            place: place.to_owned(),
            ..blank(file)
        });
    }

    /// There are too many campaigns to compare all pairs.
    pub(super) fn too_many(&mut self) {
        self.too_many = true;
    }

    pub(super) fn overlaps(&mut self, files: &[&File], overlaps: &Overlaps, site: &SiteRules) {
        self.unlisted = overlaps.pairs.len().saturating_sub(MOST_PAIRS);
        for overlap in overlaps.pairs.iter().take(MOST_PAIRS) {
            if let (Some(a), Some(b)) = (files.get(overlap.a), files.get(overlap.b)) {
                let loser = if overlap.winner == overlap.a {
                    overlap.b
                } else {
                    overlap.a
                };
                let alone = |entry: &Shadowed| entry.loser == loser && entry.by == [overlap.winner];
                self.pair(a, b, overlap, (site, overlaps.shadowed.iter().any(alone)));
            }
        }
        for shadowed in &overlaps.shadowed {
            self.shadowed(files, shadowed, site);
        }
        self.unsure = overlaps.unsure.len();
    }

    fn pair(&mut self, a: &File, b: &File, overlap: &Overlap, (site, always_loses): (&SiteRules, bool)) {
        let (winner, loser) = if overlap.winner == overlap.a { (a, b) } else { (b, a) };
        let starved = starved(&winner.campaign, &loser.campaign, site, always_loses);
        let language = self.text.language();
        let said = wording::overlap(&a.campaign, &b.campaign, overlap, starved.as_ref(), language);
        let for_b = overlap.other.as_deref().unwrap_or(&overlap.sighting.visitor);
        let visitor = if overlap.winner == overlap.a {
            &overlap.sighting.visitor
        } else {
            for_b
        };
        self.lines.push(ReportLine {
            section: Section::Meets,
            message: self.text.tv("checks-before", &[("name", loser.name.as_str().into())]),
            detail: said.detail,
            tone: Tone::Neutral,
            // The winner is named, and the loser is where that can be changed.
            path: loser.path.clone(),
            place: PRIORITY.to_owned(),
            meeting: Some(Box::new(Meeting {
                path: winner.path.clone(),
                visitor: visitor.clone(),
                at: overlap.sighting.at,
            })),
            ..blank(winner)
        });
    }

    fn shadowed(&mut self, files: &[&File], shadowed: &Shadowed, site: &SiteRules) {
        let Some(file) = files.get(shadowed.loser) else { return };
        let by: Vec<&Campaign> = shadowed
            .by
            .iter()
            .filter_map(|index| files.get(*index))
            .map(|file| &file.campaign)
            .collect();
        let on_site = Shadowed {
            rests: shadowed.rests || let_through(&by, &file.campaign, site),
            ..shadowed.clone()
        };
        let said = wording::shadowed(&file.campaign, &by, &on_site, self.text.language());
        self.lines.push(ReportLine {
            section: Section::Never,
            message: said.headline,
            detail: said.detail,
            tone: Tone::Warning,
            place: PRIORITY.to_owned(),
            ..blank(file)
        });
    }

    /// The report on this many campaigns.
    pub(super) fn done(mut self, campaigns: usize) -> Report {
        for line in &mut self.lines {
            line.folded = format!("{} {}", line.name, line.message).to_lowercase();
        }
        // The order of the file stays among lines that are alike in these.
        self.lines
            .sort_by_cached_key(|line| (line.section, line.tone != Tone::Danger, line.name.to_lowercase()));
        Report {
            lines: self.lines,
            campaigns,
            unsure: self.unsure,
            unlisted: self.unlisted,
            too_many: self.too_many,
        }
    }
}

/// A line about a campaign that says nothing yet.
fn blank(file: &File) -> ReportLine {
    ReportLine {
        section: Section::Look,
        path: file.path.clone(),
        name: file.name.clone(),
        message: String::new(),
        detail: String::new(),
        tone: Tone::Neutral,
        place: String::new(),
        meeting: None,
        folded: String::new(),
    }
}

fn section_of(code: &str, kind: Kind) -> Section {
    match code {
        "expectation_fails" | "expectation_unreadable" => Section::Tests,
        "nobody_sees" | "always_true" | "dead_alternative" | "redundant" => Section::Together,
        _ => match kind {
            Kind::ToDo => Section::ToDo,
            Kind::Blocker => Section::Launch,
            Kind::Advice => Section::Look,
        },
    }
}
