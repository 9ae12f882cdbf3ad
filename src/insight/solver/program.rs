//! A formula prepared for the search: negations pushed down to the conditions, conditions on the same value joined into one set of cells.

use super::sets;
use super::space::{BOUND, MOMENTS, PAGES, RecordPlaces, Space};
use super::term::Term;

/// One part of a formula.
#[derive(Debug, Clone, Copy)]
pub(super) enum FormulaNode {
    /// A value, by its place in the program, lies in a set of cells, which begins at this word of the program's.
    In { variable: usize, set: usize },
    /// All parts in this stretch of the program's.
    All { from: usize, to: usize },
    /// One of them at least.
    Any { from: usize, to: usize },
}

/// A value that a formula is about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Active {
    /// Its place in the space.
    pub variable: usize,
    /// Where its words begin in a domain.
    pub at: usize,
    pub words: usize,
    /// The group of bound values that it belongs to.
    pub group: usize,
}

/// A formula. It covers only the values that it is about, so that a question about few of many costs no more than those few.
#[derive(Debug)]
pub(super) struct Program {
    /// Page views, visits and the present; the counts and the first showing of each record; sessions and the pages of the present one, where they are
    /// asked for; then those bound to no other.
    pub active: Vec<Active>,
    /// The records that it is about.
    pub records: Vec<usize>,
    /// The places of sessions and of the pages of the present one, where they are asked for.
    pub sessions: Option<[usize; 2]>,
    /// The words of the domains of all values together.
    pub domain: usize,
    /// How many groups of bound values there are.
    pub group_count: usize,
    pub parts: Vec<FormulaNode>,
    pub children: Vec<usize>,
    words: Vec<u64>,
    pub root: Root,
    /// The place of each variable of the space; beyond all places where it has none.
    places: Vec<usize>,
    /// For every part, the stretch of `groups` with the groups of values that it is about.
    mentions: Vec<(usize, usize)>,
    groups: Vec<usize>,
}

/// Where it begins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Root {
    True,
    False,
    Node(usize),
}

enum Tree {
    True,
    False,
    In(usize, Vec<u64>),
    All(Vec<Tree>),
    Any(Vec<Tree>),
}

impl Tree {
    /// Returns the set of values that a variable is to have, if the part says that.
    fn set_of(&mut self, variable: usize) -> Option<&mut Vec<u64>> {
        match self {
            Tree::In(other, set) => (*other == variable).then_some(set),
            Tree::True | Tree::False | Tree::All(_) | Tree::Any(_) => None,
        }
    }
}

impl Program {
    /// Prepares a formula, with these records and those that it is about. Conditions that are not kept are free: they turn out as needed.
    pub fn new(space: &Space, formula: &Term, mut records: Vec<usize>, kept: &dyn Fn(usize) -> bool) -> Program {
        let tree = tree(space, formula, true, kept);
        add_records(space, &tree, &mut records);
        records.sort_unstable();
        records.dedup();
        let mut program = Program {
            active: Vec::new(),
            records: Vec::new(),
            sessions: None,
            domain: 0,
            group_count: MOMENTS + 1,
            parts: Vec::new(),
            children: Vec::new(),
            words: Vec::new(),
            root: Root::True,
            places: vec![usize::MAX; space.variables.len()],
            mentions: Vec::new(),
            groups: Vec::new(),
        };
        BOUND.into_iter().for_each(|variable| program.activate(space, variable));
        for record in &records {
            RecordPlaces::all(*record).for_each(|variable| program.activate(space, variable));
        }
        program.records = records;
        program.sessions = space
            .sessions
            .map(|both| both.map(|variable| program.place(space, variable)));
        program.root = match tree {
            Tree::True => Root::True,
            Tree::False => Root::False,
            tree @ (Tree::In(..) | Tree::All(_) | Tree::Any(_)) => {
                let mut groups = Vec::new();
                Root::Node(program.add(space, tree, &mut groups))
            }
        };
        program
    }

    #[inline]
    pub fn set(&self, set: usize, words: usize) -> &[u64] {
        &self.words[set..set + words]
    }

    /// Returns the groups of values that a part is about.
    #[inline]
    pub fn groups(&self, part: usize) -> &[usize] {
        let (from, to) = self.mentions[part];
        &self.groups[from..to]
    }

    /// Returns the domains in which everything is possible.
    pub fn everything(&self, space: &Space, domains: &mut Vec<u64>) {
        domains.clear();
        domains.resize(self.domain, u64::MAX);
        for active in &self.active {
            let cells = space.variables[active.variable].cells;
            if !cells.is_multiple_of(64) {
                domains[active.at + active.words - 1] = (1 << (cells % 64)) - 1;
            }
        }
    }

    fn activate(&mut self, space: &Space, variable: usize) {
        let words = space.variables[variable].words;
        let group = match variable {
            _ if space.variables[variable].own.is_some() => {
                self.group_count += 1;
                self.group_count - 1
            }
            variable if variable == BOUND[0] || variable == BOUND[1] => PAGES,
            variable if space.sessions.is_some_and(|both| both.contains(&variable)) => PAGES,
            _ => MOMENTS,
        };
        self.places[variable] = self.active.len();
        self.active.push(Active {
            variable,
            at: self.domain,
            words,
            group,
        });
        self.domain += words;
    }

    /// Returns the place of a value in the program.
    fn place(&mut self, space: &Space, variable: usize) -> usize {
        if self.places[variable] == usize::MAX {
            self.activate(space, variable);
        }
        self.places[variable]
    }

    /// Returns its size.
    pub fn size(&self) -> usize {
        self.parts.len()
    }

    fn add(&mut self, space: &Space, tree: Tree, mentioned: &mut Vec<usize>) -> usize {
        let mut groups = Vec::new();
        let part = match tree {
            Tree::In(variable, set) => {
                let at = self.words.len();
                self.words.extend(set);
                let variable = self.place(space, variable);
                groups.push(self.active[variable].group);
                FormulaNode::In { variable, set: at }
            }
            Tree::All(trees) => {
                let (from, to) = self.add_all(space, trees, &mut groups);
                FormulaNode::All { from, to }
            }
            Tree::Any(trees) => {
                let (from, to) = self.add_all(space, trees, &mut groups);
                FormulaNode::Any { from, to }
            }
            // Both have been folded away already.
            Tree::True | Tree::False => FormulaNode::All { from: 0, to: 0 },
        };
        groups.sort_unstable();
        groups.dedup();
        mentioned.extend(&groups);
        let start = self.groups.len();
        self.groups.extend(groups);
        self.parts.push(part);
        self.mentions.push((start, self.groups.len()));
        self.parts.len() - 1
    }

    fn add_all(&mut self, space: &Space, trees: Vec<Tree>, groups: &mut Vec<usize>) -> (usize, usize) {
        let parts: Vec<usize> = trees.into_iter().map(|tree| self.add(space, tree, groups)).collect();
        let from = self.children.len();
        self.children.extend(parts);
        (from, self.children.len())
    }
}

/// Adds the records that a formula is about.
fn add_records(space: &Space, tree: &Tree, records: &mut Vec<usize>) {
    match tree {
        Tree::True | Tree::False => {}
        Tree::In(variable, _) => records.extend(space.variables[*variable].what.record()),
        Tree::All(trees) | Tree::Any(trees) => trees.iter().for_each(|tree| add_records(space, tree, records)),
    }
}

fn tree(space: &Space, term: &Term, positive: bool, kept: &dyn Fn(usize) -> bool) -> Tree {
    match term {
        Term::True if positive => Tree::True,
        Term::True => Tree::False,
        Term::Holds(number) if !kept(*number) => Tree::True,
        Term::Holds(number) => {
            let condition = &space.conditions[*number];
            let set = if positive { &condition.yes } else { &condition.no };
            literal(space, condition.variable, set.clone())
        }
        Term::Not(inner) => tree(space, inner, !positive, kept),
        Term::All(parts) if positive => all(space, parts.iter().map(|part| tree(space, part, true, kept))),
        Term::Any(parts) if !positive => all(space, parts.iter().map(|part| tree(space, part, false, kept))),
        Term::All(parts) | Term::Any(parts) => any(space, parts.iter().map(|part| tree(space, part, positive, kept))),
    }
}

fn literal(space: &Space, variable: usize, set: Vec<u64>) -> Tree {
    let cells = space.variables[variable].cells;
    if sets::is_empty(&set) {
        Tree::False
    } else if set == sets::full(cells) {
        Tree::True
    } else {
        Tree::In(variable, set)
    }
}

fn all(space: &Space, trees: impl Iterator<Item = Tree>) -> Tree {
    let mut joined: Vec<Tree> = Vec::new();
    let mut waiting: Vec<Tree> = Vec::new();
    for tree in trees {
        match tree {
            Tree::All(inner) => waiting.extend(inner),
            tree @ (Tree::True | Tree::False | Tree::In(..) | Tree::Any(_)) => waiting.push(tree),
        }
        for tree in waiting.drain(..) {
            match tree {
                Tree::True => {}
                Tree::False => return Tree::False,
                Tree::In(variable, set) => {
                    let known = joined.iter_mut().find_map(|tree| tree.set_of(variable));
                    match known {
                        Some(known) => {
                            sets::keep(known, &set);
                            if sets::is_empty(known) {
                                return Tree::False;
                            }
                        }
                        None => joined.push(literal(space, variable, set)),
                    }
                }
                tree @ (Tree::All(_) | Tree::Any(_)) => joined.push(tree),
            }
        }
    }
    match joined.len() {
        0 => Tree::True,
        1 => joined.pop().unwrap_or(Tree::True),
        _ => Tree::All(joined),
    }
}

fn any(space: &Space, trees: impl Iterator<Item = Tree>) -> Tree {
    let mut joined: Vec<Tree> = Vec::new();
    let mut waiting: Vec<Tree> = Vec::new();
    for tree in trees {
        match tree {
            Tree::Any(inner) => waiting.extend(inner),
            tree @ (Tree::True | Tree::False | Tree::In(..) | Tree::All(_)) => waiting.push(tree),
        }
        for tree in waiting.drain(..) {
            match tree {
                Tree::False => {}
                Tree::True => return Tree::True,
                Tree::In(variable, set) => {
                    let known = joined.iter_mut().find_map(|tree| tree.set_of(variable));
                    match known {
                        Some(known) => {
                            sets::join(known, &set);
                            if *known == sets::full(space.variables[variable].cells) {
                                return Tree::True;
                            }
                        }
                        None => joined.push(literal(space, variable, set)),
                    }
                }
                tree @ (Tree::All(_) | Tree::Any(_)) => joined.push(tree),
            }
        }
    }
    match joined.len() {
        0 => Tree::False,
        1 => joined.pop().unwrap_or(Tree::False),
        _ => Tree::Any(joined),
    }
}
