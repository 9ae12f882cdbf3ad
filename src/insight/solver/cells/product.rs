//! Runs all machines of a page's conditions side by side over all addresses, and collects the combinations of answers.

use std::collections::{HashMap, VecDeque};

use super::form::{Form, SPOT_BITS, Spot};
use super::machine::{Machine, State};
use crate::engine::parts::{ConditionTest, Wanted};

/// How many letters may be read in total.
const MOST_STEPS: usize = 600_000;
/// How many combinations of answers may be collected.
const MOST_ANSWERS: usize = 600;

/// A combination of answers, with the shortest text that gives it.
pub(super) struct Answer {
    pub truth: Vec<bool>,
    pub text: String,
}

/// The machines of the conditions on a page.
pub(super) struct Product {
    machines: Vec<Machine>,
    /// Which of them read the scheme as well.
    whole: Vec<bool>,
    letters: Vec<u8>,
    /// The state after each letter, by state, of each machine.
    tables: Vec<Vec<State>>,
    /// How many bits of a packed state each machine takes.
    bits: Vec<u32>,
}

/// One state of all machines together.
struct Node {
    spot: Spot,
    states: Vec<State>,
    /// The node before, and the letter from there; the seed's number for a seed.
    before: Result<(usize, u8), usize>,
}

impl Product {
    /// Builds the machines; `None` when they are too many or too large.
    pub fn new(asks: &[&ConditionTest]) -> Option<Product> {
        let wanted: Vec<&Wanted> = asks
            .iter()
            .filter_map(|ask| {
                if let ConditionTest::Address(_, wanted) = ask {
                    Some(wanted)
                } else {
                    None
                }
            })
            .collect();
        if wanted.len() != asks.len() || wanted.iter().any(|wanted| Machine::is_too_large(wanted)) {
            return None;
        }
        let machines: Vec<Machine> = wanted.iter().map(|wanted| Machine::of(wanted)).collect();
        let bits: Vec<u32> = machines
            .iter()
            .map(|machine| usize::BITS - machine.states().leading_zeros())
            .collect();
        if bits.iter().sum::<u32>() > u128::BITS - SPOT_BITS {
            return None;
        }
        let mut letters: Vec<u8> = machines.iter().flat_map(Machine::letters).chain(*b"/?#!").collect();
        letters.sort_unstable();
        letters.dedup();
        // One letter for all that no condition names: one that may stand everywhere, preferably one common in words. Where conditions name all of
        // those, each of the others.
        let everywhere = (b'a'..=b'z').rev().chain(b'0'..=b'9').chain(*b"-_~=&,;!$'()+*%:.[]{}`");
        match everywhere.into_iter().find(|letter| !letters.contains(letter)) {
            Some(letter) => letters.push(letter),
            None => letters.extend(
                b"@|^\\<>"
                    .iter()
                    .filter(|letter| !letters.contains(letter))
                    .copied()
                    .collect::<Vec<u8>>(),
            ),
        }
        let tables = machines.iter().map(|machine| {
            let states = 0..machine.states() as State;
            states
                .flat_map(|state| letters.iter().map(move |letter| machine.step(state, *letter)))
                .collect()
        });
        Some(Product {
            tables: tables.collect(),
            whole: wanted.iter().map(|wanted| wanted.is_whole()).collect(),
            machines,
            letters,
            bits,
        })
    }

    /// Returns every combination of answers that texts of a form give, those of the seeds' beginnings first; false when they are too many to collect.
    pub fn answers(&self, form: Form, seeds: &[String]) -> (Vec<Answer>, bool) {
        let mut nodes: Vec<Node> = Vec::new();
        let mut known: HashMap<u128, ()> = HashMap::new();
        let mut found: HashMap<Vec<bool>, usize> = HashMap::new();
        let mut waiting = VecDeque::new();
        let mut answers = Vec::new();
        for (number, seed) in seeds.iter().enumerate() {
            if let Some((spot, states)) = self.read(seed)
                && known.insert(self.packed(spot, &states), ()).is_none()
            {
                waiting.push_back(nodes.len());
                nodes.push(Node {
                    spot,
                    states,
                    before: Err(number),
                });
            }
        }
        let mut steps = 0;
        let mut next = vec![0; self.machines.len()];
        while let Some(index) = waiting.pop_front() {
            if form.ends(nodes[index].spot) {
                let states = nodes[index].states.iter();
                let truth: Vec<bool> = states
                    .zip(&self.machines)
                    .map(|(state, machine)| machine.accepts(*state))
                    .collect();
                if found.insert(truth.clone(), index).is_none() {
                    let text = written(&nodes, index, seeds);
                    answers.push(Answer { truth, text });
                    if answers.len() > MOST_ANSWERS {
                        return (answers, false);
                    }
                }
            }
            for (number, letter) in self.letters.iter().enumerate() {
                let Some(spot) = form.step(nodes[index].spot, *letter) else {
                    continue;
                };
                steps += 1;
                for (machine, state) in nodes[index].states.iter().enumerate() {
                    next[machine] = self.tables[machine][usize::from(*state) * self.letters.len() + number];
                }
                if known.insert(self.packed(spot, &next), ()).is_none() {
                    waiting.push_back(nodes.len());
                    nodes.push(Node {
                        spot,
                        states: next.clone(),
                        before: Ok((index, *letter)),
                    });
                }
            }
            if steps > MOST_STEPS {
                return (answers, false);
            }
        }
        (answers, true)
    }

    /// Reads the beginning of an address: a scheme, or a scheme, a host and a slash.
    fn read(&self, seed: &str) -> Option<(Spot, Vec<State>)> {
        let (scheme, rest) = seed.split_at(seed.find("://")? + 3);
        let mut states = vec![0; self.machines.len()];
        for (index, machine) in self.machines.iter().enumerate() {
            let read = if self.whole[index] { seed } else { rest };
            states[index] = read.bytes().fold(0, |state, letter| machine.step(state, letter));
        }
        // After a whole host and its slash, a path begins, whatever the host looks like.
        let spot = if rest.is_empty() { Spot::Label } else { Spot::Segment };
        (!scheme.is_empty()).then_some((spot, states))
    }

    fn packed(&self, spot: Spot, states: &[State]) -> u128 {
        let packed = states.iter().zip(&self.bits);
        packed.fold(spot as u128, |all, (state, bits)| all << bits | u128::from(*state))
    }
}

/// Returns the text that leads to a node.
fn written(nodes: &[Node], index: usize, seeds: &[String]) -> String {
    let mut letters = Vec::new();
    let mut at = index;
    let seed = loop {
        match nodes[at].before {
            Ok((before, letter)) => {
                letters.push(char::from(letter));
                at = before;
            }
            Err(seed) => break &seeds[seed],
        }
    };
    seed.chars().chain(letters.into_iter().rev()).collect()
}
