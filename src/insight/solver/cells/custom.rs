//! Attributes and parameters: missing, yes or no, numbers cut at the wanted ones, and texts.
//!
//! The only texts needed are the wanted ones themselves and, for every set of wanted parts that also holds the parts of its parts, a text that
//! contains these and no others, made by joining them with a character that none of them has. Only numbers of which parts are wanted too (`greater
//! than 5` and `contains 7`) may have answers that no candidate shows: they leave a doubtful cell.

use serde_json::Value;

use super::{Asked, Cells, Collector};
use crate::campaign::{Field, FieldType, attribute_text, number_text};
use crate::engine::parts::{Attribute, ConditionTest};
use crate::engine::{fold, number_like};
use crate::insight::solver::cost::weight;

/// Most different parts of which every set is tried.
const MOST_PARTS: usize = 7;

/// Most parts in a text that get a word after them.
const MOST_PLAIN: usize = 2;

/// Cuts an attribute, or a parameter, which is always a text.
pub(in crate::insight::solver) fn custom(field: Field, base: Option<&Value>, asked: &[Asked<'_>]) -> Cells {
    let mut maker = Maker {
        cells: Collector::new(asked.len()),
        asked,
        weight: weight(field),
        is_text: field.spec().kind == FieldType::Parameter,
    };
    let own = base.filter(|value| Attribute::of(value).is_some());
    maker.take_at(own.cloned().unwrap_or(Value::Null), 0);
    let wanted = Wanted::of(asked);
    for value in asked
        .iter()
        .filter(|asked| matches!(asked.ask, ConditionTest::AttributeEquals(..)))
    {
        maker.take(value.condition.value.clone().unwrap_or(Value::Null), 0);
    }
    for text in &wanted.texts {
        maker.take(Value::from(text.as_str()), 5);
    }
    maker.take(Value::Null, 10);
    for yes in [true, false] {
        maker.take(Value::from(yes), 60);
    }
    let near = own.and_then(Attribute::of).and_then(|own| own.number());
    let numbers = regions(&wanted.points, near);
    for number in &numbers {
        maker.take(written(*number), 20);
    }
    let mut doubtful = Vec::new();
    if maker.is_text {
        // Texts with many digits are no numbers, so that some numbers cannot be written.
        let unwritten = numbers
            .iter()
            .filter(|number| number_like(&number_text(**number)).is_none());
        doubtful.extend(unwritten.map(|number| maker.doubtful_number(*number)));
    }
    if !maker.take_texts(&wanted) {
        doubtful.push((
            Vec::new(),
            maker.failing(|ask| !matches!(ask, ConditionTest::AttributeContains(..))),
        ));
    }
    if !wanted.points.is_empty() && wanted.parts.iter().any(|part| is_numeric(part)) {
        maker.take_numeric_texts(&wanted);
        doubtful.extend(numbers.iter().map(|number| maker.doubtful_number(*number)));
    }
    if maker.cells.is_full() {
        doubtful.clear();
    }
    maker.cells.finish(&doubtful)
}

/// What the conditions ask for.
#[derive(Default)]
struct Wanted {
    /// Numbers that are compared with, in order.
    points: Vec<f64>,
    /// Texts that are compared with.
    texts: Vec<String>,
    /// Parts that texts are to contain, as they are compared.
    parts: Vec<String>,
}

impl Wanted {
    fn of(asked: &[Asked<'_>]) -> Wanted {
        let mut wanted = Wanted::default();
        for asked in asked {
            if let ConditionTest::AttributeEquals(_, attribute) = asked.ask {
                wanted.points.extend(attribute.number());
                wanted.texts.push(attribute.text().to_owned());
            } else if let ConditionTest::AttributeCompares(_, number, _) = asked.ask {
                wanted.points.push(*number);
            } else if let ConditionTest::AttributeContains(_, part) = asked.ask
                && !part.text().is_empty()
            {
                wanted.parts.push(part.text().to_owned());
            }
        }
        // Both zeros are one number.
        wanted.points.iter_mut().for_each(|point| *point += 0.0);
        wanted.points.sort_by(f64::total_cmp);
        wanted.points.dedup();
        wanted.parts.sort_unstable();
        wanted.parts.dedup();
        wanted
    }
}

struct Maker<'a, 'c> {
    cells: Collector,
    asked: &'a [Asked<'c>],
    weight: u32,
    /// Whether every value is a text.
    is_text: bool,
}

impl Maker<'_, '_> {
    fn take(&mut self, value: Value, weight: u32) {
        self.take_at(value, self.weight + weight);
    }

    fn take_at(&mut self, value: Value, weight: u32) {
        let value = match self.is_text {
            true => attribute_text(&value).map_or(Value::Null, Value::from),
            false => value,
        };
        let attribute = Attribute::of(&value);
        let asked = self.asked;
        self.cells
            .take(value, weight, |index| holds(asked[index].ask, attribute.as_ref()));
    }

    /// Takes texts for the sets of parts; returns whether these cover everything.
    fn take_texts(&mut self, wanted: &Wanted) -> bool {
        let parts = &wanted.parts;
        let gap = gap(wanted);
        if parts.len() <= MOST_PARTS {
            for set in 0..1_usize << parts.len() {
                let chosen = parts.iter().enumerate().filter(|(index, _)| set >> index & 1 == 1);
                self.take_text(chosen.map(|(_, part)| part.as_str()).collect(), gap, wanted);
            }
            return parts.iter().all(|part| fold(part) == *part);
        }
        self.take_text(Vec::new(), gap, wanted);
        self.take_text(parts.iter().map(String::as_str).collect(), gap, wanted);
        for part in parts {
            if self.cells.is_spent(1) {
                break;
            }
            self.take_text(vec![part], gap, wanted);
            self.take_text(
                parts
                    .iter()
                    .filter(|other| *other != part)
                    .map(String::as_str)
                    .collect(),
                gap,
                wanted,
            );
        }
        false
    }

    /// Takes a text of these parts, and one that is neither a number nor any of the wanted texts.
    fn take_text(&mut self, parts: Vec<&str>, gap: char, wanted: &Wanted) {
        let joined = parts.join(&gap.to_string());
        if parts.is_empty() {
            self.take(Value::from("other"), 30);
        } else {
            self.take(Value::from(joined.as_str()), 30 + parts.len() as u32);
        }
        if parts.len() <= MOST_PLAIN {
            // A text as a site would send it, which is not a number: "10 items".
            let is_number = joined.trim().parse::<f64>().is_ok();
            let endings = if is_number {
                ["items", "pieces"]
            } else {
                ["customer", "member"]
            };
            for ending in endings.into_iter().filter(|_| !parts.is_empty()) {
                self.take(Value::from(format!("{joined} {ending}")), 40 + parts.len() as u32);
            }
        }
        let mut other = joined + &gap.to_string();
        while wanted.texts.contains(&other) {
            other.push(gap);
        }
        self.take(Value::from(other), 50 + parts.len() as u32);
    }

    /// Takes numbers with wanted digits in them.
    fn take_numeric_texts(&mut self, wanted: &Wanted) {
        let parts = || wanted.parts.iter().filter(|part| is_numeric(part));
        for part in parts() {
            if self.cells.is_spent(1) {
                return;
            }
            for text in [
                part.clone(),
                format!("{part}0"),
                format!("1{part}"),
                format!("0.{part}"),
                format!("{part}.5"),
            ] {
                self.take(Value::from(text), 70);
            }
            for point in &wanted.points {
                self.take(Value::from(format!("{point}.{part}")), 75);
                self.take(Value::from(format!("{point}{part}")), 75);
            }
            for other in parts() {
                self.take(Value::from(format!("{part}{other}")), 80);
                self.take(Value::from(format!("{part}.{other}")), 80);
            }
        }
    }

    /// Returns the conditions that surely fail.
    fn failing(&self, fails: impl Fn(&ConditionTest) -> bool) -> Vec<usize> {
        (0..self.asked.len())
            .filter(|index| fails(self.asked[*index].ask) && !matches!(self.asked[*index].ask, ConditionTest::IsSet(_)))
            .collect()
    }

    /// Returns a number like this one, written in a way that contains whatever digits are wanted.
    fn doubtful_number(&self, number: f64) -> (Vec<usize>, Vec<usize>) {
        let attribute = Attribute::of(&Value::from(number));
        let doubtful =
            |ask: &ConditionTest| matches!(ask, ConditionTest::AttributeContains(_, part) if is_numeric(part.text()));
        let sure = |index: &usize| !doubtful(self.asked[*index].ask);
        (0..self.asked.len())
            .filter(sure)
            .partition(|index| holds(self.asked[*index].ask, attribute.as_ref()))
    }
}

/// Returns a number as sites write it: a whole one without a fraction.
fn written(number: f64) -> Value {
    /// Above this, not every whole number can be represented.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() < EXACT {
        Value::from(number as i64)
    } else {
        Value::from(number)
    }
}

/// Returns whether a condition holds for an attribute, by the engine's own comparisons.
pub(super) fn holds(ask: &ConditionTest, found: Option<&Attribute>) -> bool {
    match ask {
        ConditionTest::IsSet(_) => found.is_some(),
        ConditionTest::AttributeEquals(_, wanted) => found.is_some_and(|found| found.equals(wanted)),
        ConditionTest::AttributeContains(_, part) => found.is_some_and(|found| found.contains(part)),
        ConditionTest::AttributeCompares(_, wanted, side) => {
            let number = found.and_then(Attribute::number);
            number.is_some_and(|number| number.partial_cmp(wanted) == Some(*side))
        }
        ConditionTest::Count(..)
        | ConditionTest::CountOf(..)
        | ConditionTest::Address(..)
        | ConditionTest::Given(_)
        | ConditionTest::Language(..)
        | ConditionTest::Choice(..)
        | ConditionTest::Version(..)
        | ConditionTest::Day(..)
        | ConditionTest::Over(..)
        | ConditionTest::AtLeast(..)
        | ConditionTest::Flag(_)
        | ConditionTest::FlagOf(_)
        | ConditionTest::Lasts(..) => false,
    }
}

/// Returns a number for every point and for every range between and around them.
fn regions(points: &[f64], near: Option<f64>) -> Vec<f64> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return Vec::new();
    };
    let mut numbers = points.to_vec();
    let below = near
        .filter(|near| near < first)
        .unwrap_or((first - 1.0).min(first.next_down()));
    let above = near
        .filter(|near| near > last)
        .unwrap_or((last + 1.0).max(last.next_up()));
    numbers.extend([below, above].into_iter().filter(|number| number.is_finite()));
    for pair in points.windows(2) {
        let (low, high) = (pair[0], pair[1]);
        let tries = [
            near.unwrap_or(low),
            low.floor() + 1.0,
            low / 2.0 + high / 2.0,
            low.next_up(),
        ];
        numbers.extend(tries.into_iter().find(|number| low < *number && *number < high));
    }
    numbers
}

/// Returns whether a number's text may contain it.
fn is_numeric(part: &str) -> bool {
    part.bytes()
        .all(|byte| byte.is_ascii_digit() || b".-+e".contains(&byte))
}

/// Returns a character that no wanted part and no number has, and that case folding leaves alone.
fn gap(wanted: &Wanted) -> char {
    let free = |gap: &char| !wanted.parts.iter().any(|part| part.contains(*gap));
    let common = [' ', '/', '|', ',', ';', ':', '_', '·', '~', '#'];
    let rare = (0x4e00..0x9fff).filter_map(char::from_u32);
    common.into_iter().chain(rare).find(free).unwrap_or('\u{e000}')
}
