//! An address with its parameters, which are a part of it: what a campaign wants of both has to be found in one text.
//!
//! The page and each parameter are cut by themselves, and all their cells are combined. A combination that no text shows stays doubtful: a page
//! whose text is to contain a parameter cannot be had without it.

use serde_json::Value;

use super::custom::{custom, holds};
use super::url::{Depth, url, wanted};
use super::{Asked, Cells, Collector};
use crate::campaign::Field;
use crate::engine::fold;
use crate::engine::parts::{Address, Attribute};
use crate::insight::solver::cost::{Cost, FREE};
use crate::visitor::{Visitor, parameters};

/// Most combinations that are tried; beyond them, everything is doubtful.
const MOST: usize = 4_000;

/// Cuts an address. The visitor's own counts when it is a website's, or when it is to be kept as it is.
pub(in crate::insight::solver) fn address(
    field: Field,
    near: &Visitor,
    kept: bool,
    depth: Depth,
    asked: &[Asked<'_>],
) -> Cells {
    let (parts, compared) = parts(asked);
    let of = |numbers: &[usize]| -> Vec<Asked<'_>> { numbers.iter().map(|number| asked[*number]).collect() };
    let pages = url(field, near.text(field), kept, depth, &of(&compared));
    if parts.is_empty() {
        return pages;
    }
    let cut = |part: &Parameter<'_>| {
        let own = near.value_under(part.field, part.name);
        custom(part.field, own.as_ref(), &of(&part.asked))
    };
    let cuts: Vec<Cells> = parts.iter().map(cut).collect();
    let sizes = [&pages].into_iter().chain(&cuts).map(|cells| cells.costs.len());
    let count = sizes.clone().try_fold(1, |count: usize, size| count.checked_mul(size));
    let mut maker = Maker {
        asked,
        field,
        parameters: &parts,
        cells: Collector::new(asked.len()),
        visitor: Visitor::default(),
        hoped: Vec::new(),
        doubtful: Vec::new(),
    };
    let sizes: Vec<usize> = sizes.collect();
    let numbers = [&compared].into_iter().chain(parts.iter().map(|part| &part.asked));
    let all: Vec<(&Cells, &Vec<usize>)> = [&pages].into_iter().chain(&cuts).zip(numbers).collect();
    let count = count.unwrap_or(usize::MAX);
    for combination in 0..count.min(MOST) {
        let mut rest = combination;
        let chosen: Vec<usize> = sizes
            .iter()
            .map(|size| {
                let cell = rest % size;
                rest /= size;
                cell
            })
            .collect();
        maker.combine(&all, &chosen);
    }
    if count > MOST {
        maker.doubtful.push((Vec::new(), Vec::new()));
    }
    maker.finish()
}

/// A parameter, and the numbers of the conditions that ask for it.
struct Parameter<'a> {
    field: Field,
    name: &'a str,
    asked: Vec<usize>,
}

/// Returns the parameters that are asked for, and the numbers of the other conditions.
fn parts<'a>(asked: &'a [Asked<'_>]) -> (Vec<Parameter<'a>>, Vec<usize>) {
    let mut parameters: Vec<Parameter<'a>> = Vec::new();
    let mut others = Vec::new();
    for (number, asked) in asked.iter().enumerate() {
        let field = asked.ask.field();
        match asked.ask.key() {
            None => others.push(number),
            Some(name) => match parameters
                .iter_mut()
                .find(|known| known.name == name && known.field == field)
            {
                Some(known) => known.asked.push(number),
                None => parameters.push(Parameter {
                    field,
                    name,
                    asked: vec![number],
                }),
            },
        }
    }
    (parameters, others)
}

struct Maker<'a, 'c> {
    field: Field,
    asked: &'a [Asked<'c>],
    parameters: &'a [Parameter<'a>],
    cells: Collector,
    /// Somebody on the address that is being made.
    visitor: Visitor,
    /// The answers that combinations were to give, where their texts gave others.
    hoped: Vec<Vec<bool>>,
    doubtful: Vec<(Vec<usize>, Vec<usize>)>,
}

impl Maker<'_, '_> {
    /// Takes the text of one cell of the page and one of each parameter.
    fn combine(&mut self, all: &[(&Cells, &Vec<usize>)], chosen: &[usize]) {
        let cells = || {
            all.iter()
                .zip(chosen)
                .map(|((cells, numbers), cell)| (*cells, *numbers, *cell))
        };
        // For each condition, whether it may hold, and whether it may fail.
        let mut may = vec![[false; 2]; self.asked.len()];
        for (cells, numbers, cell) in cells() {
            for (index, number) in numbers.iter().enumerate() {
                may[*number] = [&cells.yes, &cells.no].map(|side| side[index].contains(&cell));
            }
        }
        let with = |wanted: [bool; 2]| (0..may.len()).filter(|number| may[*number] == wanted).collect();
        let values: Option<Vec<&Value>> = cells().map(|(cells, _, cell)| cells.values[cell].as_ref()).collect();
        let Some(values) = values else {
            let doubt = (with([true, false]), with([false, true]));
            if !self.doubtful.contains(&doubt) {
                self.doubtful.push(doubt);
            }
            return;
        };
        let costs: Vec<Cost> = cells().map(|(cells, _, cell)| cells.costs[cell]).collect();
        let text = self.text(&values, &costs);
        let address = Address::of(&text);
        let mut found: Vec<Option<Attribute>> = vec![None; self.parameters.len()];
        for (name, value) in parameters(address.query()) {
            let name = fold(&name);
            for (place, parameter) in self.parameters.iter().enumerate() {
                if found[place].is_none() && parameter.name == name {
                    found[place] = Some(Attribute::of_text(&value));
                }
            }
        }
        let asked = self.asked;
        let parameters = self.parameters;
        let truth: Vec<bool> = (0..asked.len())
            .map(|number| match asked[number].ask.key() {
                // All else that is asked of an address is whether there is one.
                None => wanted(asked[number].ask).is_none_or(|wanted| wanted.holds(&address)),
                Some(_) => {
                    let place = parameters
                        .iter()
                        .position(|parameter| parameter.asked.contains(&number));
                    holds(asked[number].ask, place.and_then(|place| found[place].as_ref()))
                }
            })
            .collect();
        let cost = costs.into_iter().fold(FREE, Cost::saturating_add);
        self.cells.take_at(Value::from(text), cost, |number| truth[number]);
        let hoped: Vec<bool> = may.iter().map(|[holds, _]| *holds).collect();
        if hoped != truth {
            self.hoped.push(hoped);
        }
    }

    /// Returns the address of a page with these parameters. Those that the visitor's own page has already stay as they are written.
    fn text(&mut self, values: &[&Value], costs: &[Cost]) -> String {
        let visitor = &mut self.visitor;
        visitor.set(self.field, values[0]);
        for (index, parameter) in self.parameters.iter().enumerate() {
            let stands_there = costs[0] == FREE && costs[index + 1] == FREE;
            if !stands_there {
                visitor.set_under(parameter.field, parameter.name, values[index + 1]);
            }
        }
        visitor.text(self.field).to_owned()
    }

    fn finish(mut self) -> Cells {
        self.hoped.sort_unstable();
        self.hoped.dedup();
        let unknown = self.hoped.iter().filter(|truth| !self.cells.knows(truth));
        let doubtful = unknown.map(|truth| (0..truth.len()).partition(|number| truth[*number]));
        let doubtful: Vec<_> = doubtful.chain(self.doubtful).collect();
        match self.cells.is_full() {
            true => self.cells.finish(&[]),
            false => self.cells.finish(&doubtful),
        }
    }
}
