//! Looks for the cheapest values that satisfy a formula, or proves that none do: branch and bound with propagation.
//!
//! At each step, what the formula forces is drawn from it; the cheapest values that are left are taken; if they satisfy the formula,
//! nothing cheaper can follow, otherwise the search goes into the alternatives of a part that they do not satisfy. Everything is counted
//! in steps, so that the same question always ends at the same point, on every computer.

use super::cost::{Cost, DOUBTFUL, FREE, changes, cost};
use super::program::{Part, Program, Root};
use super::sets;
use super::space::{MOMENTS, PAGES, Space};
use super::ties::{Choice, Left, Relations};
use super::times::Moment;
use crate::insight::Relation;

/// How many steps a search may take. A step is one look at one part of the formula, or at one value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Effort {
    /// Until something is found, or proved impossible.
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

/// What is asked of the search.
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
    /// Whether everything was looked at, so that nothing is cheaper than the best, or nothing is possible.
    pub complete: bool,
    pub steps: u64,
}

/// The cheapest values found.
#[derive(Debug, Clone)]
pub(super) struct Best {
    pub cost: Cost,
    /// A cell for each value that was spoken of.
    pub cells: Vec<(usize, usize)>,
    /// What was chosen of each record that was spoken of.
    pub choices: Vec<(usize, Choice)>,
    /// When they come.
    pub at: Moment,
}

/// The places of page views, visits and the present in a program; what belongs to records follows.
const BOUND: [usize; 3] = [0, 1, 2];

fn of_record(index: usize) -> [usize; 3] {
    let first = 3 + 3 * index;
    [first, first + 1, first + 2]
}

impl Best {
    /// The chosen cell of a value.
    pub fn cell(&self, variable: usize) -> usize {
        let found = self.cells.iter().find(|(of, _)| *of == variable);
        found.map_or(0, |(_, cell)| *cell)
    }

    /// Whether it needs a value of which it is doubtful whether it exists.
    pub fn is_doubtful(&self) -> bool {
        changes(self.cost) >= DOUBTFUL
    }
}

/// What a search asks for: the fewest changes, or among as many the smallest.
#[derive(Clone, Copy, PartialEq)]
enum Aim {
    Changes,
    Cost,
}

struct Search<'s> {
    space: &'s Space,
    task: Task<'s>,
    aim: Aim,
    /// The domains of each level, one behind the other.
    domains: Vec<u64>,
    /// Parts that must hold on the present branch.
    asserted: Vec<usize>,
    /// Parts of which an alternative was chosen on the present branch.
    decided: Vec<bool>,
    /// The cheapest cell of each variable at the present step, and the cost of each group.
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
        // The fewest changes are found; only a smaller one of as many might be.
    }
    Ending {
        complete: complete || search.best.is_none() && search.steps < search.limit,
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

    /// Looks at everything, from the start; false when the steps did not suffice.
    fn run(&mut self) -> bool {
        self.task.program.everything(self.space, &mut self.domains);
        self.asserted.clear();
        self.decided.fill(false);
        match self.task.program.root {
            Root::False => return true,
            Root::True => {}
            Root::Part(part) => self.asserted.push(part),
        }
        self.explore(0)
    }

    fn domain(&self, level: usize, variable: usize) -> &[u64] {
        let variable = &self.task.program.active[variable];
        let at = level * self.task.program.domain + variable.at;
        &self.domains[at..at + variable.words]
    }

    /// Looks at everything that is left on a level; false when the steps did not suffice.
    fn explore(&mut self, level: usize) -> bool {
        if self.steps >= self.limit {
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
            self.best = Some(Best {
                cost: least,
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

    fn chosen(&self) -> Vec<(usize, usize)> {
        let active = self.task.program.active.iter();
        active
            .zip(&self.cells)
            .map(|(active, cell)| (active.variable, *cell))
            .collect()
    }

    /// Whether the best that was found is as good as anything that costs this much at least.
    fn is_beaten(&self, least: Cost) -> bool {
        self.best.as_ref().is_some_and(|best| match self.aim {
            Aim::Changes => changes(least) >= changes(best.cost),
            Aim::Cost => least >= best.cost,
        })
    }

    /// Goes into the alternatives of a part, the cheapest first.
    fn branch(&mut self, level: usize, part: usize) -> bool {
        let Part::Any { from, to } = self.task.program.parts[part] else {
            return true;
        };
        let mut options: Vec<(Cost, usize)> = Vec::with_capacity(to - from);
        for index in from..to {
            let child = self.task.program.children[index];
            if self.state(level, child) != Some(false) {
                options.push((self.price(level, child), child));
            }
        }
        options.sort_unstable();
        self.decided[part] = true;
        let words = self.task.program.domain;
        let mut finished = true;
        for (_, child) in options {
            self.domains.truncate((level + 1) * words);
            let start = level * words;
            self.domains.extend_from_within(start..start + words);
            self.asserted.push(child);
            finished = self.explore(level + 1);
            self.asserted.pop();
            if !finished {
                break;
            }
            // What satisfies this alternative has been looked at.
            if let Part::In { variable, set } = self.task.program.parts[child] {
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

    /// Draws what the asserted parts force; false when it is impossible.
    fn propagate(&mut self, level: usize) -> bool {
        loop {
            let mut changed = false;
            for index in 0..self.asserted.len() {
                if !self.assert(level, self.asserted[index], &mut changed) {
                    return false;
                }
            }
            if !self.bind(level, &mut changed) {
                return false;
            }
            if !changed {
                return true;
            }
        }
    }

    /// Makes a part hold as far as that is forced; false when it cannot.
    fn assert(&mut self, level: usize, part: usize, changed: &mut bool) -> bool {
        self.steps += 1;
        match self.task.program.parts[part] {
            Part::In { variable, set } => {
                let variable = &self.task.program.active[variable];
                let at = level * self.task.program.domain + variable.at;
                let domain = &mut self.domains[at..at + variable.words];
                *changed |= sets::keep(domain, self.task.program.set(set, variable.words));
                !sets::is_empty(domain)
            }
            Part::All { from, to } => {
                (from..to).all(|index| self.assert(level, self.task.program.children[index], changed))
            }
            Part::Any { .. } if self.decided[part] => true,
            Part::Any { from, to } => {
                let mut only = None;
                for index in from..to {
                    let child = self.task.program.children[index];
                    match self.state(level, child) {
                        Some(true) => return true,
                        Some(false) => {}
                        None if only.is_some() => return true,
                        None => only = Some(child),
                    }
                }
                only.is_some_and(|child| self.assert(level, child, changed))
            }
        }
    }

    /// Whether a part holds for all that is left, or for nothing of it.
    fn state(&mut self, level: usize, part: usize) -> Option<bool> {
        self.steps += 1;
        match self.task.program.parts[part] {
            Part::In { variable, set } => {
                let domain = self.domain(level, variable);
                let set = self.task.program.set(set, domain.len());
                if !sets::meets(domain, set) {
                    Some(false)
                } else {
                    sets::within(domain, set).then_some(true)
                }
            }
            Part::All { from, to } => {
                let mut all = Some(true);
                for index in from..to {
                    match self.state(level, self.task.program.children[index]) {
                        Some(false) => return Some(false),
                        Some(true) => {}
                        None => all = None,
                    }
                }
                all
            }
            Part::Any { from, to } => {
                let mut any = Some(false);
                for index in from..to {
                    match self.state(level, self.task.program.children[index]) {
                        Some(true) => return Some(true),
                        Some(false) => {}
                        None => any = None,
                    }
                }
                any
            }
        }
    }

    /// Draws the bounds that bound values set each other.
    fn bind(&mut self, level: usize, changed: &mut bool) -> bool {
        let relations = self.task.relations;
        let [page_views, visits, _] = BOUND;
        if relations.has(Relation::PageViewsWithinVisits) && !self.order(level, page_views, visits, changed) {
            return false;
        }
        if relations.has(Relation::ClicksWithinViews) {
            for record in 0..self.task.program.records.len() {
                let [views, clicks, _] = of_record(record);
                if !self.order(level, clicks, views, changed) {
                    return false;
                }
            }
        }
        true
    }

    /// The first of two counters is the second at most.
    fn order(&mut self, level: usize, less: usize, more: usize, changed: &mut bool) -> bool {
        let (Some(from), Some(to)) = (
            sets::first(self.domain(level, less)),
            sets::last(self.domain(level, more)),
        ) else {
            return false;
        };
        let start = level * self.task.program.domain;
        for (variable, from, to) in [(less, 0, to), (more, from, usize::MAX - 64)] {
            let variable = &self.task.program.active[variable];
            let at = start + variable.at;
            let domain = &mut self.domains[at..at + variable.words];
            *changed |= sets::clip(domain, from, to);
            if sets::is_empty(domain) {
                return false;
            }
        }
        true
    }

    /// Takes the cheapest values that are left and fit each other; what they cost, `None` when none fit.
    fn cheapest(&mut self, level: usize) -> Option<Cost> {
        let (space, program) = (self.space, self.task.program);
        self.steps += (program.active.len() + program.domain) as u64;
        let mut total = FREE;
        for (index, active) in program.active.iter().enumerate() {
            let Some(own) = &space.variables[active.variable].own else {
                continue;
            };
            let domain = self.domain(level, index);
            let cell = sets::cells(domain).min_by_key(|cell| own.costs[*cell])?;
            self.cells[index] = cell;
            self.costs[active.group] = own.costs[cell];
            total += own.costs[cell];
        }
        total += self.cheapest_bound(level)?;
        Some(total)
    }

    fn cheapest_bound(&mut self, level: usize) -> Option<Cost> {
        let (space, task) = (self.space, self.task);
        let [page_views, visits, today] = BOUND;
        let pages = space.ties.cheapest_pages(
            self.domain(level, page_views),
            self.domain(level, visits),
            task.relations,
        )?;
        (self.cells[page_views], self.cells[visits], self.costs[PAGES]) = pages;
        let lefts: Vec<Left<'_>> = task
            .program
            .records
            .iter()
            .enumerate()
            .map(|(index, record)| {
                let [views, clicks, first] = of_record(index);
                Left {
                    record: *record,
                    views: self.domain(level, views),
                    clicks: self.domain(level, clicks),
                    first: self.domain(level, first),
                    cycle: task.cycles[*record],
                }
            })
            .collect();
        let (time, at, moments, choices) =
            space
                .ties
                .cheapest_moment(self.domain(level, today), &lefts, task.relations)?;
        self.steps += (space.ties.pages.count() + space.ties.times.count() * choices.len()) as u64;
        self.cells[today] = time;
        self.at = at;
        for (index, choice) in choices.iter().enumerate() {
            let [views, clicks, first] = of_record(index);
            self.cells[views] = choice.views;
            self.cells[clicks] = choice.clicks;
            self.cells[first] = choice.first;
        }
        self.costs[MOMENTS] = moments;
        self.choices = choices;
        Some(self.costs[PAGES] + moments)
    }

    /// What a part would cost by itself, roughly.
    fn price(&self, level: usize, part: usize) -> Cost {
        match self.task.program.parts[part] {
            Part::In { variable, set } => {
                let domain = self.domain(level, variable);
                let wanted = self.task.program.set(set, domain.len());
                if sets::has(wanted, self.cells[variable]) {
                    return FREE;
                }
                let active = &self.task.program.active[variable];
                let Some(own) = &self.space.variables[active.variable].own else {
                    return cost(1, 100) + active.at as Cost;
                };
                let cells = sets::cells(domain).filter(|cell| sets::has(wanted, *cell));
                let least = cells.map(|cell| own.costs[cell]).min().unwrap_or(FREE);
                least.saturating_sub(self.costs[active.group])
            }
            Part::All { from, to } => (from..to)
                .map(|index| self.price(level, self.task.program.children[index]))
                .sum(),
            Part::Any { from, to } => (from..to)
                .map(|index| self.price(level, self.task.program.children[index]))
                .min()
                .unwrap_or(FREE),
        }
    }

    /// The part with alternatives that the cheapest values do not satisfy and that has the fewest of them; and how many more values have
    /// to change at least, because such parts speak of different ones that have not changed yet.
    fn open(&mut self, level: usize) -> (Option<usize>, u32) {
        self.mark += 1;
        let mut found = Open::default();
        for index in 0..self.asserted.len() {
            self.add_open(level, self.asserted[index], &mut found);
        }
        (found.part, found.more)
    }

    fn add_open(&mut self, level: usize, part: usize, found: &mut Open) {
        match self.task.program.parts[part] {
            Part::In { .. } => {}
            Part::All { from, to } => {
                for index in from..to {
                    self.add_open(level, self.task.program.children[index], found);
                }
            }
            Part::Any { .. } if self.decided[part] || self.is_satisfied(part) => {}
            Part::Any { from, to } => {
                let mut possible = 0;
                let mut last = None;
                for index in from..to {
                    let child = self.task.program.children[index];
                    if self.state(level, child) != Some(false) {
                        possible += 1;
                        last = Some(child);
                    }
                }
                if possible == 1 {
                    return last.into_iter().for_each(|child| self.add_open(level, child, found));
                }
                found.more += u32::from(self.is_apart(part));
                if found.part.is_none() || possible < found.alternatives {
                    found.part = Some(part);
                    found.alternatives = possible;
                }
            }
        }
    }

    /// Whether a part speaks only of values that have not changed, and of which no other open part was found to speak.
    fn is_apart(&mut self, part: usize) -> bool {
        let groups = self.task.program.groups(part);
        self.steps += groups.len() as u64;
        let free = groups
            .iter()
            .all(|group| self.costs[*group] == FREE && self.marks[*group] != self.mark);
        if free {
            groups.iter().for_each(|group| self.marks[*group] = self.mark);
        }
        free
    }

    /// Whether the cheapest values satisfy a part.
    fn is_satisfied(&mut self, part: usize) -> bool {
        self.steps += 1;
        match self.task.program.parts[part] {
            Part::In { variable, set } => {
                let words = self.task.program.active[variable].words;
                sets::has(self.task.program.set(set, words), self.cells[variable])
            }
            Part::All { from, to } => (from..to).all(|index| self.is_satisfied(self.task.program.children[index])),
            Part::Any { from, to } => (from..to).any(|index| self.is_satisfied(self.task.program.children[index])),
        }
    }
}

#[derive(Default)]
struct Open {
    part: Option<usize>,
    alternatives: usize,
    more: u32,
}
