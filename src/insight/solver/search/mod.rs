//! Searches for the cheapest values that satisfy a formula, or proves that none do: branch and bound with propagation.
//!
//! Each step derives what the formula forces and takes the cheapest values that are left. If they satisfy the formula, nothing cheaper can follow;
//! otherwise the search enters the alternatives of a part that they do not satisfy. Everything is counted in steps, so that the same question always
//! ends at the same point, on every computer.

mod open;
mod propagate;
mod values;

use super::cost::{Cost, DOUBTFUL, FREE, changes, cost};
use super::program::{FormulaNode, Program, Root};
use super::sets;
use super::space::Space;
use super::ties::{Choice, Relations};
use super::times::Moment;

/// How many steps a search may take. A step is one look at one part of the formula, or at one value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Effort {
    /// Until something is found or proved impossible.
    pub(crate) first: u64,
    /// After that, to find something cheaper.
    pub(crate) better: u64,
}

impl Effort {
    /// For one question that somebody waits for.
    pub(crate) const THOROUGH: Effort = Effort {
        first: 8_000_000,
        better: 3_000_000,
    };
}

/// The task of the search.
#[derive(Clone, Copy)]
pub(super) struct Task<'t> {
    pub program: &'t Program,
    pub relations: Relations,
    pub cycles: &'t [Moment],
    pub effort: Effort,
}

/// The end of a search.
#[derive(Debug)]
pub(super) struct Ending {
    pub best: Option<Best>,
    /// Whether everything was examined, so that nothing is cheaper than the best, or nothing is possible.
    pub complete: bool,
    pub steps: u64,
}

/// The cheapest values found.
#[derive(Debug, Clone)]
pub(super) struct Best {
    pub cost: Cost,
    /// A cell for each value involved.
    pub cells: Vec<(usize, usize)>,
    /// What was chosen for each record involved.
    pub choices: Vec<(usize, Choice)>,
    /// When the visitor comes.
    pub at: Moment,
}

/// The places of page views, visits and the present in a program; what belongs to records follows.
const BOUND: [usize; 3] = [0, 1, 2];

impl Best {
    /// Returns the chosen cell of a value.
    pub fn cell(&self, variable: usize) -> usize {
        let found = self.cells.iter().find(|(of, _)| *of == variable);
        found.map_or(0, |(_, cell)| *cell)
    }

    /// Returns whether it needs a value that may not exist.
    pub fn is_doubtful(&self) -> bool {
        changes(self.cost) >= DOUBTFUL
    }
}

/// What a search asks for: the fewest changes, or the smallest of equally few.
#[derive(Clone, Copy, PartialEq)]
enum Aim {
    Changes,
    Cost,
}

/// How many alternatives may be chosen one after the other.
const MOST_LEVELS: usize = 600;

struct Search<'s> {
    space: &'s Space,
    task: Task<'s>,
    aim: Aim,
    /// The domains of each level, one after the other.
    domains: Vec<u64>,
    /// Parts that must hold on the current branch.
    asserted: Vec<usize>,
    /// Parts of which an alternative was chosen on the current branch.
    decided: Vec<bool>,
    /// The cheapest cell of each variable at the current step, and the cost of each group.
    cells: Vec<usize>,
    costs: Vec<Cost>,
    choices: Vec<Choice>,
    at: Moment,
    /// Marks groups while open alternatives are counted.
    marks: Vec<u32>,
    mark: u32,
    best: Option<Best>,
    steps: u64,
    limit: u64,
}

/// Runs a search.
pub(super) fn search(space: &Space, task: Task<'_>) -> Ending {
    let mut search = Search::new(space, task);
    let mut complete = search.run();
    if complete && search.best.is_some() {
        search.aim = Aim::Cost;
        search.limit = search.steps + task.effort.better;
        complete = search.run();
        // The fewest changes are found; only a smaller change of equally many values might exist.
    }
    Ending {
        complete,
        best: search.best,
        steps: search.steps,
    }
}

impl<'s> Search<'s> {
    fn new(space: &'s Space, task: Task<'s>) -> Search<'s> {
        Search {
            space,
            task,
            aim: Aim::Changes,
            domains: Vec::new(),
            asserted: Vec::new(),
            decided: vec![false; task.program.size()],
            cells: vec![0; task.program.active.len()],
            costs: vec![FREE; task.program.group_count],
            choices: Vec::new(),
            at: space.ties.times.now,
            marks: vec![0; task.program.group_count],
            mark: 0,
            best: None,
            steps: 0,
            limit: task.effort.first,
        }
    }

    /// Examines everything, from the start; false when something was left out.
    fn run(&mut self) -> bool {
        self.task.program.everything(self.space, &mut self.domains);
        self.asserted.clear();
        self.decided.fill(false);
        match self.task.program.root {
            Root::False => return true,
            Root::True => {}
            Root::Node(part) => self.asserted.push(part),
        }
        if self.best.is_none() && self.task.program.size() > MOST_LEVELS {
            self.dive();
        }
        self.explore(0)
    }

    /// Takes the cheapest alternative of every open part, without ever going back, until none is open: for formulas with more alternatives than can
    /// be chosen one after the other.
    fn dive(&mut self) {
        let asserted = self.asserted.len();
        self.domains.extend_from_within(..);
        while self.steps < self.limit && self.propagate(1) {
            let Some(cost) = self.cheapest(1) else { break };
            let parts = self.all_open(1);
            if parts.is_empty() {
                self.keep(cost);
                break;
            }
            let mut stays = false;
            for part in parts {
                let cheapest = self.options(1, part).into_iter().min();
                stays |= cheapest.is_none_or(|(_, child)| {
                    self.decided[part] = true;
                    self.asserted.push(child);
                    !self.assert(1, child, &mut true)
                });
            }
            if stays {
                break;
            }
        }
        self.asserted.truncate(asserted);
        self.decided.fill(false);
    }

    fn domain(&self, level: usize, variable: usize) -> &[u64] {
        let variable = &self.task.program.active[variable];
        let at = level * self.task.program.domain + variable.at;
        &self.domains[at..at + variable.words]
    }

    /// Examines everything that is left on a level; false when the steps did not suffice, or when alternatives would have to be chosen deeper.
    fn explore(&mut self, level: usize) -> bool {
        if self.steps >= self.limit || level > MOST_LEVELS {
            return false;
        }
        if !self.propagate(level) {
            return true;
        }
        let Some(mut least) = self.cheapest(level) else {
            return true;
        };
        if self.is_beaten(least) {
            return true;
        }
        let (open, more) = self.open(level);
        let Some(part) = open else {
            self.keep(least);
            if level == 0 || !self.best.as_ref().is_some_and(Best::is_doubtful) {
                self.limit = self.limit.min(self.steps.saturating_add(self.task.effort.better));
            }
            return true;
        };
        least += cost(more, 0);
        if self.is_beaten(least) {
            return true;
        }
        self.branch(level, part)
    }

    /// Keeps the cheapest values as the best found.
    fn keep(&mut self, cost: Cost) {
        self.best = Some(Best {
            cost,
            cells: self.chosen(),
            choices: self
                .task
                .program
                .records
                .iter()
                .copied()
                .zip(self.choices.clone())
                .collect(),
            at: self.at,
        });
    }

    fn chosen(&self) -> Vec<(usize, usize)> {
        let active = self.task.program.active.iter();
        active
            .zip(&self.cells)
            .map(|(active, cell)| (active.variable, *cell))
            .collect()
    }

    /// Returns whether the best found is as good as anything that costs at least this much.
    fn is_beaten(&self, least: Cost) -> bool {
        self.best.as_ref().is_some_and(|best| match self.aim {
            Aim::Changes => changes(least) >= changes(best.cost),
            Aim::Cost => least >= best.cost,
        })
    }

    /// Returns the alternatives of a part that are possible, with what they would cost.
    fn options(&mut self, level: usize, part: usize) -> Vec<(Cost, usize)> {
        let FormulaNode::Any { from, to } = self.task.program.parts[part] else {
            return Vec::new();
        };
        let mut options = Vec::with_capacity(to - from);
        for index in from..to {
            let child = self.task.program.children[index];
            if self.state(level, child) != Some(false) {
                options.push((self.price(level, child), child));
            }
        }
        options
    }

    /// Enters the alternatives of a part, the cheapest first.
    fn branch(&mut self, level: usize, part: usize) -> bool {
        let mut options = self.options(level, part);
        options.sort_unstable();
        self.decided[part] = true;
        let words = self.task.program.domain;
        let mut finished = true;
        for (_, child) in options {
            self.domains.truncate((level + 1) * words);
            let start = level * words;
            self.domains.extend_from_within(start..start + words);
            self.steps += words as u64;
            self.asserted.push(child);
            finished = self.explore(level + 1);
            self.asserted.pop();
            if !finished {
                break;
            }
            // What satisfies this alternative has been examined.
            if let FormulaNode::In { variable, set } = self.task.program.parts[child] {
                let variable = &self.task.program.active[variable];
                let at = level * words + variable.at;
                let (program, domains) = (self.task.program, &mut self.domains);
                sets::remove(&mut domains[at..at + variable.words], program.set(set, variable.words));
                if sets::is_empty(&domains[at..at + variable.words]) {
                    break;
                }
            }
        }
        self.decided[part] = false;
        finished
    }
}
