//! Wanted addresses as machines that read an address letter by letter.
//!
//! Run side by side over all texts of the shape that addresses have ([`super::form`]), they show every combination of answers that an address can
//! give.

use crate::engine::parts::{Shape, Wanted};

/// A state of a machine.
pub(super) type State = u16;

/// A reader of texts that decides whether they are wanted.
#[derive(Debug)]
pub(super) struct Machine {
    kind: Kind,
    dead: State,
}

#[derive(Debug)]
enum Kind {
    /// Stretches of text, one after the other.
    Pieces(Vec<Piece>),
    /// The part before the `#` of a route, and the route.
    Equals(PathAndQuery, PathAndQuery),
}

/// A part of an address that equals a wanted one: its path, a slash that does not matter, its query.
#[derive(Debug)]
struct PathAndQuery {
    path: Path,
    /// The query; `None` when any will do.
    query: Option<Vec<u8>>,
    /// The first of its states.
    start: usize,
}

#[derive(Debug)]
enum Path {
    /// This one.
    Is(Vec<u8>),
    /// A route of nothing but `/` and `!`, which may be missing.
    Nowhere,
}

#[derive(Debug)]
struct Piece {
    text: Vec<u8>,
    /// The state after a letter that does not fit: the longest beginning that still matches.
    back: Vec<usize>,
    start: usize,
    position: PiecePosition,
}

/// Where a piece stands.
#[derive(Debug, PartialEq, Clone, Copy)]
enum PiecePosition {
    /// Where the reading begins.
    First,
    /// Anywhere after the one before.
    Later,
    /// At the end of the text.
    End,
    /// From the first letter to the last.
    Whole,
}

impl Machine {
    /// Builds the machine of a wanted address.
    pub fn of(wanted: &Wanted) -> Machine {
        match wanted.shape() {
            Shape::Equals { bare, query } => Machine::of_equals(bare, query),
            Shape::Contains(text) => Machine::of_pieces(vec![(text.as_bytes(), PiecePosition::Later)]),
            Shape::StartsWith(text) => Machine::of_pieces(vec![(text.as_bytes(), PiecePosition::First)]),
            Shape::Matches(pieces) => {
                let last = pieces.len() - 1;
                let placed = pieces.iter().enumerate().map(|(index, piece)| {
                    let position = match index {
                        _ if last == 0 => PiecePosition::Whole,
                        0 => PiecePosition::First,
                        index if index == last => PiecePosition::End,
                        _ => PiecePosition::Later,
                    };
                    (piece.as_bytes(), position)
                });
                // An empty text asks for nothing.
                let placed = placed.filter(|(text, position)| !text.is_empty() || *position == PiecePosition::Whole);
                Machine::of_pieces(placed.collect())
            }
        }
    }

    fn of_equals(bare: &str, query: &str) -> Machine {
        let (path, route) = match bare.split_once('#') {
            Some((path, route)) => (path, Path::Is(route.into())),
            None => (bare, Path::Nowhere),
        };
        let (path_query, route_query) = query.split_once('#').unwrap_or((query, ""));
        let wanted = |part: &str| (!query.is_empty()).then(|| part.into());
        let page = PathAndQuery {
            path: Path::Is(path.into()),
            query: wanted(path_query),
            start: 0,
        };
        let route = PathAndQuery {
            path: route,
            query: wanted(route_query),
            start: page.end(),
        };
        let dead = route.end() as State;
        Machine {
            kind: Kind::Equals(page, route),
            dead,
        }
    }

    fn of_pieces(placed: Vec<(&[u8], PiecePosition)>) -> Machine {
        let mut start = 0;
        let pieces: Vec<Piece> = placed
            .into_iter()
            .map(|(text, position)| {
                let piece = Piece {
                    text: text.to_vec(),
                    back: back(text),
                    start,
                    position,
                };
                start += text.len() + 1;
                piece
            })
            .collect();
        Machine {
            kind: Kind::Pieces(pieces),
            dead: start as State + 1,
        }
    }

    /// Returns how many states it may be in.
    pub fn states(&self) -> usize {
        usize::from(self.dead) + 1
    }

    /// Returns whether its texts are too long for its states.
    pub fn is_too_large(wanted: &Wanted) -> bool {
        let length = match wanted.shape() {
            Shape::Equals { bare, query } => bare.len() + query.len(),
            Shape::Contains(text) | Shape::StartsWith(text) => text.len(),
            Shape::Matches(pieces) => pieces.iter().map(|piece| piece.len() + 1).sum(),
        };
        length > 4_000
    }

    /// Returns the letters that it distinguishes.
    pub fn letters(&self) -> Vec<u8> {
        match &self.kind {
            Kind::Pieces(pieces) => pieces.iter().flat_map(|piece| piece.text.clone()).collect(),
            Kind::Equals(page, route) => [page, route].iter().flat_map(|part| part.letters()).copied().collect(),
        }
    }

    /// Returns the state after one more letter.
    pub fn step(&self, state: State, letter: u8) -> State {
        if state == self.dead {
            return state;
        }
        match &self.kind {
            Kind::Pieces(pieces) => self.step_pieces(pieces, usize::from(state), letter),
            Kind::Equals(page, route) => {
                let next = match (usize::from(state), letter) {
                    (state, b'#') if state < route.start => page.is_read(state).then_some(route.start),
                    (state, _) if state < route.start => page.step(state, letter),
                    (state, _) => route.step(state, letter),
                };
                next.map_or(self.dead, |next| next as State)
            }
        }
    }

    fn step_pieces(&self, pieces: &[Piece], state: usize, letter: u8) -> State {
        // After all pieces, anything may come.
        let Some((index, piece)) = pieces
            .iter()
            .enumerate()
            .find(|(_, piece)| (piece.start..=piece.start + piece.text.len()).contains(&state))
        else {
            return state as State;
        };
        let mut at = state - piece.start;
        let is_last = index + 1 == pieces.len();
        match piece.position {
            PiecePosition::First | PiecePosition::Whole => {
                if at == piece.text.len() {
                    // Only the last piece keeps its state once it is read.
                    return if piece.position == PiecePosition::Whole {
                        self.dead
                    } else {
                        state as State
                    };
                }
                if piece.text[at] != letter {
                    return self.dead;
                }
                at += 1;
            }
            PiecePosition::Later if at == piece.text.len() => return state as State,
            PiecePosition::Later | PiecePosition::End => {
                at = loop {
                    match piece.text.get(at) {
                        Some(wanted) if *wanted == letter => break at + 1,
                        _ if at == 0 => break 0,
                        _ => at = piece.back[at - 1],
                    }
                };
            }
        }
        if at == piece.text.len() && !is_last {
            return pieces[index + 1].start as State;
        }
        (piece.start + at) as State
    }

    /// Returns whether a text that ends in a state is wanted.
    pub fn accepts(&self, state: State) -> bool {
        let at = usize::from(state);
        match &self.kind {
            _ if state == self.dead => false,
            Kind::Pieces(pieces) => pieces.last().is_none_or(|last| at == last.start + last.text.len()),
            Kind::Equals(page, route) if at < route.start => page.is_read(at) && route.may_be_missing(),
            Kind::Equals(_, route) => route.is_read(at),
        }
    }
}

impl PathAndQuery {
    /// Returns the state after the last letter of the path.
    fn path_end(&self) -> usize {
        match &self.path {
            Path::Is(path) => self.start + path.len(),
            Path::Nowhere => self.start,
        }
    }

    /// Returns the state after the slash that does not matter.
    fn slash(&self) -> usize {
        self.path_end() + 1
    }

    /// Returns the state after the question mark.
    fn asked(&self) -> usize {
        self.path_end() + 2
    }

    /// Returns the state after all of its own.
    fn end(&self) -> usize {
        self.asked() + self.query.as_ref().map_or(0, Vec::len) + 1
    }

    fn letters(&self) -> impl Iterator<Item = &u8> {
        let path = match &self.path {
            Path::Is(path) => &path[..],
            Path::Nowhere => &[],
        };
        path.iter().chain(self.query.iter().flatten())
    }

    /// Returns the state after one more letter; `None` when no further letter can make it the wanted one.
    fn step(&self, state: usize, letter: u8) -> Option<usize> {
        if state >= self.asked() {
            return match &self.query {
                None => Some(state),
                Some(query) => (query.get(state - self.asked()) == Some(&letter)).then_some(state + 1),
            };
        }
        match (&self.path, letter) {
            (Path::Is(path), letter) if state < self.path_end() => {
                (path[state - self.start] == letter).then_some(state + 1)
            }
            (Path::Is(_), b'/') if state == self.path_end() => Some(self.slash()),
            (Path::Nowhere, b'/' | b'!') => Some(state),
            (_, b'?') if self.is_path(state) => Some(self.asked()),
            _ => None,
        }
    }

    /// Returns whether the path is read: of a path that ends in a slash, one more is left out.
    fn is_path(&self, state: usize) -> bool {
        let whole = !matches!(&self.path, Path::Is(path) if path.ends_with(b"/"));
        state == self.slash() || state == self.path_end() && whole
    }

    /// Returns whether all that is wanted is read.
    fn is_read(&self, state: usize) -> bool {
        match &self.query {
            None => self.is_path(state) || state >= self.asked(),
            Some(query) => {
                let no_query = query.is_empty() && self.is_path(state);
                no_query || state == self.asked() + query.len()
            }
        }
    }

    /// Returns whether an address without this part is the same.
    fn may_be_missing(&self) -> bool {
        matches!(self.path, Path::Nowhere) && self.query.as_ref().is_none_or(Vec::is_empty)
    }
}

/// Returns for every beginning of a text the length of its longest ending that is a shorter beginning.
fn back(text: &[u8]) -> Vec<usize> {
    let mut back = vec![0; text.len()];
    for end in 1..text.len() {
        let mut length = back[end - 1];
        while length > 0 && text[length] != text[end] {
            length = back[length - 1];
        }
        back[end] = length + usize::from(text[length] == text[end]);
    }
    back
}
