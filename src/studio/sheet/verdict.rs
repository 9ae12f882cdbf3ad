//! What the sheet says in all: how many pictures need a look, and each finding once.

use super::{Finding, Problem, Repair, Variation};

/// A finding, and the pictures that have it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What is wrong, as it is where it is worst.
    pub problem: Problem,
    /// What repairs it.
    pub repair: Option<Repair>,
    /// The pictures: the worst first, then in order.
    pub pictures: Vec<Variation>,
}

/// What is said of the pictures that are shown.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Verdict {
    /// How many are shown.
    pub shown: usize,
    /// How many were looked at.
    pub judged: usize,
    /// How many need a look.
    pub troubled: usize,
    /// What was found, in the order of the pictures.
    pub lines: Vec<Line>,
}

impl Verdict {
    /// Sums up what was found in each picture; `None` for one that was not drawn yet.
    pub fn of<'a>(pictures: impl IntoIterator<Item = (Variation, Option<&'a [Finding]>)>) -> Self {
        let mut verdict = Self::default();
        for (variation, findings) in pictures {
            verdict.shown += 1;
            let Some(findings) = findings else { continue };
            verdict.judged += 1;
            verdict.troubled += usize::from(!findings.is_empty());
            findings.iter().for_each(|finding| verdict.add(variation, finding));
        }
        verdict
    }

    /// How many are fine.
    pub fn fine(&self) -> usize {
        self.judged - self.troubled
    }

    fn add(&mut self, variation: Variation, finding: &Finding) {
        let alike = |line: &&mut Line| line.problem.is_like(finding.problem) && line.repair == finding.repair;
        match self.lines.iter_mut().find(alike) {
            Some(line) if finding.problem.is_worse_than(line.problem) => {
                line.problem = finding.problem;
                line.pictures.insert(0, variation);
            }
            Some(line) => line.pictures.push(variation),
            None => self.lines.push(Line {
                problem: finding.problem,
                repair: finding.repair,
                pictures: vec![variation],
            }),
        }
    }
}
