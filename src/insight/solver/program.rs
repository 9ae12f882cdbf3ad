//! A formula made ready for the search: negations pushed down to the conditions, conditions on the same value joined into one set of cells.

use super::sets;
use super::space::Space;
use super::term::Term;

/// One part of a formula.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    /// A value lies in a set of cells, which begins at this word of the program's.
    In { variable: usize, set: usize },
    /// All parts in this stretch of the program's.
    All { from: usize, to: usize },
    /// One of them at least.
    Any { from: usize, to: usize },
}

/// A formula.
#[derive(Debug)]
pub(super) struct Program {
    pub parts: Vec<Part>,
    pub children: Vec<usize>,
    words: Vec<u64>,
    pub root: Root,
    /// For every part, the stretch of `groups` with the groups of values that it speaks of.
    mentions: Vec<(usize, usize)>,
    groups: Vec<usize>,
}

/// Where it begins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Root {
    True,
    False,
    Part(usize),
}

enum Tree {
    True,
    False,
    In(usize, Vec<u64>),
    All(Vec<Tree>),
    Any(Vec<Tree>),
}

impl Program {
    /// Makes a formula ready. Conditions that are not kept are free: they turn out as they are needed.
    pub fn new(space: &Space, formula: &Term, kept: &dyn Fn(usize) -> bool) -> Program {
        let mut program = Program {
            parts: Vec::new(),
            children: Vec::new(),
            words: Vec::new(),
            root: Root::True,
            mentions: Vec::new(),
            groups: Vec::new(),
        };
        program.root = match tree(space, formula, true, kept) {
            Tree::True => Root::True,
            Tree::False => Root::False,
            tree => {
                let mut groups = Vec::new();
                Root::Part(program.add(space, tree, &mut groups))
            }
        };
        program
    }

    #[inline]
    pub fn set(&self, set: usize, words: usize) -> &[u64] {
        &self.words[set..set + words]
    }

    /// The groups of values that a part speaks of.
    #[inline]
    pub fn groups(&self, part: usize) -> &[usize] {
        let (from, to) = self.mentions[part];
        &self.groups[from..to]
    }

    /// How large it is.
    pub fn size(&self) -> usize {
        self.parts.len()
    }

    fn add(&mut self, space: &Space, tree: Tree, mentioned: &mut Vec<usize>) -> usize {
        let mut groups = Vec::new();
        let part = match tree {
            Tree::In(variable, set) => {
                let at = self.words.len();
                self.words.extend(set);
                groups.push(space.variables[variable].group);
                Part::In { variable, set: at }
            }
            Tree::All(trees) => {
                let (from, to) = self.add_all(space, trees, &mut groups);
                Part::All { from, to }
            }
            Tree::Any(trees) => {
                let (from, to) = self.add_all(space, trees, &mut groups);
                Part::Any { from, to }
            }
            // Both are folded away before.
            Tree::True | Tree::False => Part::All { from: 0, to: 0 },
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

fn tree(space: &Space, term: &Term, positive: bool, kept: &dyn Fn(usize) -> bool) -> Tree {
    match term {
        Term::True if positive => Tree::True,
        Term::False if !positive => Tree::True,
        Term::True | Term::False => Tree::False,
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
            tree => waiting.push(tree),
        }
        for tree in waiting.drain(..) {
            match tree {
                Tree::True => {}
                Tree::False => return Tree::False,
                Tree::In(variable, set) => {
                    let known = joined.iter_mut().find_map(|tree| match tree {
                        Tree::In(other, known) if *other == variable => Some(known),
                        _ => None,
                    });
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
                tree => joined.push(tree),
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
            tree => waiting.push(tree),
        }
        for tree in waiting.drain(..) {
            match tree {
                Tree::False => {}
                Tree::True => return Tree::True,
                Tree::In(variable, set) => {
                    let known = joined.iter_mut().find_map(|tree| match tree {
                        Tree::In(other, known) if *other == variable => Some(known),
                        _ => None,
                    });
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
                tree => joined.push(tree),
            }
        }
    }
    match joined.len() {
        0 => Tree::False,
        1 => joined.pop().unwrap_or(Tree::False),
        _ => Tree::Any(joined),
    }
}
