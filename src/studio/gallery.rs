//! The page on which a new campaign begins: blank, from a file, or as one of the starting points, which are narrowed by type, searched, and
//! looked at in each language, light or dark.
//!
//! Takes [`Event`]s and returns [`Request`]s. How the cards are drawn, and what a search finds, is told from outside.

#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use super::starting_point::{StartingPoint, starting_points};
use crate::{campaign::ContentType, wording::text::Language};

/// Something to begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Card {
    /// An empty campaign.
    Blank,
    /// A file.
    Import,
    /// The starting point at this index.
    Point(usize),
}

/// A cell of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// *Blank*, and *Import* below it.
    Begin,
    /// The starting point at this index.
    Point(usize),
}

impl Cell {
    fn first(self) -> Card {
        match self {
            Self::Begin => Card::Blank,
            Self::Point(index) => Card::Point(index),
        }
    }

    fn last(self) -> Card {
        match self {
            Self::Begin => Card::Import,
            Self::Point(index) => Card::Point(index),
        }
    }
}

/// Where the choice moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "they say what they are")]
pub enum Direction {
    Left,
    Right,
    Up,
    Down,
}

/// Something that happens on the page.
#[derive(Debug, Clone)]
pub enum Event {
    /// The page is shown, in this language, light or dark, on this day.
    Opened(Language, bool, NaiveDate),
    /// Another language for the cards.
    Language(Language),
    /// The cards light or dark.
    Dark(bool),
    /// Only starting points of this type, or all.
    Filter(Option<ContentType>),
    /// Words to search for, and the indices of the starting points that they find, the best first.
    Search(String, Vec<usize>),
    /// Another choice.
    Choose(Card),
    /// The same by keyboard, with so many cells a row.
    Move(Direction, usize),
    /// Begin with what is chosen.
    Begin,
}

/// What the page asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// Make an empty campaign.
    Blank,
    /// Let the user choose a file.
    Import,
    /// Make this campaign.
    Start(Box<StartingPoint>),
}

/// The state of the page.
#[derive(Debug, Clone)]
pub struct Gallery {
    language: Language,
    dark: bool,
    today: NaiveDate,
    points: Vec<StartingPoint>,
    kind: Option<ContentType>,
    wanted: String,
    /// The indices of what the search finds; all while there is none.
    found: Vec<usize>,
    chosen: Card,
}

impl Default for Gallery {
    fn default() -> Self {
        Self {
            language: Language::default(),
            dark: false,
            today: NaiveDate::default(),
            points: Vec::new(),
            kind: None,
            wanted: String::new(),
            found: Vec::new(),
            chosen: Card::Blank,
        }
    }
}

impl Gallery {
    /// The starting points in the language of choice.
    pub fn points(&self) -> &[StartingPoint] {
        &self.points
    }

    /// The language of the cards.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The day from which the dates of starting points are counted.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// Whether the cards are dark.
    pub fn is_dark(&self) -> bool {
        self.dark
    }

    /// The type that is shown alone.
    pub fn kind(&self) -> Option<ContentType> {
        self.kind
    }

    /// The words that are searched for.
    pub fn wanted(&self) -> &str {
        &self.wanted
    }

    /// What is chosen.
    pub fn chosen(&self) -> Card {
        self.chosen
    }

    /// The starting point that is chosen, if one is.
    pub fn chosen_point(&self) -> Option<&StartingPoint> {
        match self.chosen {
            Card::Point(index) => self.points.get(index),
            Card::Blank | Card::Import => None,
        }
    }

    /// How many starting points are of a type, or of any.
    pub fn count(&self, kind: Option<ContentType>) -> usize {
        let fits = |point: &&StartingPoint| kind.is_none_or(|kind| point.kind == kind);
        self.points.iter().filter(fits).count()
    }

    /// The cells of the grid, in order.
    pub fn cells(&self) -> Vec<Cell> {
        let searching = self.is_searching();
        let places: Vec<usize> = match searching {
            true => self.found.clone(),
            false => (0..self.points.len()).collect(),
        };
        let fits = |index: &usize| {
            let point = self.points.get(*index);
            point.is_some_and(|point| self.kind.is_none_or(|kind| point.kind == kind))
        };
        let begin = (!searching).then_some(Cell::Begin);
        let points = places.into_iter().filter(fits).map(Cell::Point);
        begin.into_iter().chain(points).collect()
    }

    /// Handles `event`, and returns the request, if any.
    pub fn on(&mut self, event: Event) -> Option<Request> {
        match event {
            Event::Opened(language, dark, today) => {
                *self = Self {
                    language,
                    dark,
                    today,
                    points: starting_points(language, today),
                    ..Self::default()
                };
            }
            Event::Language(language) => {
                self.language = language;
                self.points = starting_points(language, self.today);
            }
            Event::Dark(dark) => self.dark = dark,
            Event::Filter(kind) => {
                self.kind = kind;
                self.keep_choice_in_sight();
            }
            Event::Search(wanted, found) => {
                self.wanted = wanted;
                self.found = found;
                match self.cells().first() {
                    Some(first) if self.is_searching() => self.chosen = first.first(),
                    Some(_) | None => self.keep_choice_in_sight(),
                }
            }
            Event::Choose(card) => self.chosen = card,
            Event::Move(direction, columns) => self.go(direction, columns.max(1)),
            Event::Begin => return self.begin(),
        }
        None
    }

    fn is_searching(&self) -> bool {
        !self.wanted.trim().is_empty()
    }

    fn begin(&self) -> Option<Request> {
        // What is not in sight does not begin.
        self.place()?;
        match self.chosen {
            Card::Blank => Some(Request::Blank),
            Card::Import => Some(Request::Import),
            Card::Point(index) => self.points.get(index).cloned().map(Box::new).map(Request::Start),
        }
    }

    /// The cell of what is chosen; `None` while it is not shown.
    fn place(&self) -> Option<usize> {
        self.cells()
            .iter()
            .position(|cell| [cell.first(), cell.last()].contains(&self.chosen))
    }

    fn keep_choice_in_sight(&mut self) {
        if self.place().is_none()
            && let Some(first) = self.cells().first()
        {
            self.chosen = first.first();
        }
    }

    fn go(&mut self, direction: Direction, columns: usize) {
        let cells = self.cells();
        let Some(place) = self.place() else {
            return self.keep_choice_in_sight();
        };
        let at = |place: Option<usize>| place.and_then(|place| cells.get(place)).copied();
        let next = match (direction, self.chosen) {
            (Direction::Down, Card::Blank) => Some(Card::Import),
            (Direction::Up, Card::Import) => Some(Card::Blank),
            (Direction::Left, _) => at(place.checked_sub(1)).map(Cell::first),
            (Direction::Right, _) => at(Some(place + 1)).map(Cell::first),
            (Direction::Up, _) => at(place.checked_sub(columns)).map(Cell::last),
            (Direction::Down, _) => {
                let last = cells.len().saturating_sub(1);
                // A row that is not full ends with its last cell.
                let below_is_shorter = place + columns > last && place / columns < last / columns;
                let below = if below_is_shorter { last } else { place + columns };
                at(Some(below)).map(Cell::first)
            }
        };
        self.chosen = next.unwrap_or(self.chosen);
    }
}
