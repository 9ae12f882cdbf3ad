//! Wanted addresses as machines that read an address letter by letter, and the shape that addresses of websites have.
//!
//! Run side by side over all texts of that shape, they show every combination of answers that an address can give. A *strict* shape
//! has only texts that are addresses; a *loose* one has all that are, and some that are not: what even that does not show cannot be.

use crate::engine::parts::{Shape, Wanted};

/// A state of a machine.
pub(super) type State = u16;

/// Reads texts and says whether they are wanted.
#[derive(Debug)]
pub(super) struct Machine {
    kind: Kind,
    dead: State,
}

#[derive(Debug)]
enum Kind {
    /// Stretches of text, one behind the other.
    Pieces(Vec<Piece>),
    Equals {
        bare: Vec<u8>,
        query: Vec<u8>,
    },
}

#[derive(Debug)]
struct Piece {
    text: Vec<u8>,
    /// Where to go on after a letter that does not fit: the longest beginning that is still there.
    back: Vec<usize>,
    start: usize,
    place: Place,
}

/// Where a piece stands.
#[derive(Debug, PartialEq, Clone, Copy)]
enum Place {
    /// Where the reading begins.
    First,
    /// Anywhere behind the one before.
    Later,
    /// At the end of the text.
    End,
    /// From the first letter to the last.
    Whole,
}

impl Machine {
    /// The machine of a wanted address.
    pub fn of(wanted: &Wanted) -> Machine {
        match wanted.shape() {
            Shape::Equals { bare, query } => {
                let (bare, query) = (bare.as_bytes().to_vec(), query.as_bytes().to_vec());
                // Every place in the address, a slash behind it, every place in the query.
                let dead = (bare.len() + query.len() + 3) as State;
                Machine {
                    kind: Kind::Equals { bare, query },
                    dead,
                }
            }
            Shape::Contains(text) => Machine::of_pieces(vec![(text.as_bytes(), Place::Later)]),
            Shape::StartsWith(text) => Machine::of_pieces(vec![(text.as_bytes(), Place::First)]),
            Shape::Matches(pieces) => {
                let last = pieces.len() - 1;
                let placed = pieces.iter().enumerate().map(|(index, piece)| {
                    let place = match index {
                        _ if last == 0 => Place::Whole,
                        0 => Place::First,
                        index if index == last => Place::End,
                        _ => Place::Later,
                    };
                    (piece.as_bytes(), place)
                });
                // What is empty asks for nothing.
                let placed = placed.filter(|(text, place)| !text.is_empty() || *place == Place::Whole);
                Machine::of_pieces(placed.collect())
            }
        }
    }

    fn of_pieces(placed: Vec<(&[u8], Place)>) -> Machine {
        let mut start = 0;
        let pieces: Vec<Piece> = placed
            .into_iter()
            .map(|(text, place)| {
                let piece = Piece {
                    text: text.to_vec(),
                    back: back(text),
                    start,
                    place,
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

    /// How many states it may be in.
    pub fn states(&self) -> usize {
        usize::from(self.dead) + 1
    }

    /// Whether its texts are too long for its states.
    pub fn is_too_large(wanted: &Wanted) -> bool {
        let length = match wanted.shape() {
            Shape::Equals { bare, query } => bare.len() + query.len(),
            Shape::Contains(text) | Shape::StartsWith(text) => text.len(),
            Shape::Matches(pieces) => pieces.iter().map(|piece| piece.len() + 1).sum(),
        };
        length > 4_000
    }

    /// The letters that it tells apart.
    pub fn letters(&self) -> Vec<u8> {
        match &self.kind {
            Kind::Pieces(pieces) => pieces.iter().flat_map(|piece| piece.text.clone()).collect(),
            Kind::Equals { bare, query } => bare.iter().chain(query).copied().collect(),
        }
    }

    /// The state after one letter more.
    pub fn step(&self, state: State, letter: u8) -> State {
        if state == self.dead {
            return state;
        }
        match &self.kind {
            Kind::Pieces(pieces) => self.step_pieces(pieces, usize::from(state), letter),
            Kind::Equals { bare, query } => self.step_equals(bare, query, usize::from(state), letter),
        }
    }

    fn step_pieces(&self, pieces: &[Piece], state: usize, letter: u8) -> State {
        // Behind all pieces, anything may come.
        let Some((index, piece)) = pieces
            .iter()
            .enumerate()
            .find(|(_, piece)| (piece.start..=piece.start + piece.text.len()).contains(&state))
        else {
            return state as State;
        };
        let mut at = state - piece.start;
        let is_last = index + 1 == pieces.len();
        match piece.place {
            Place::First | Place::Whole => {
                if at == piece.text.len() {
                    // Only the last piece is stayed in when it is read.
                    return if piece.place == Place::Whole {
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
            Place::Later if at == piece.text.len() => return state as State,
            Place::Later | Place::End => {
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

    fn step_equals(&self, bare: &[u8], query: &[u8], state: usize, letter: u8) -> State {
        let (slash, asked) = (bare.len() + 1, bare.len() + 2);
        if state >= asked {
            let at = state - asked;
            return match query.get(at) {
                _ if query.is_empty() => state as State,
                Some(wanted) if *wanted == letter => state as State + 1,
                _ => self.dead,
            };
        }
        if state < bare.len() {
            return if bare[state] == letter {
                state as State + 1
            } else {
                self.dead
            };
        }
        match letter {
            b'/' if state == bare.len() => slash as State,
            b'?' if state == slash || !bare.ends_with(b"/") => asked as State,
            _ => self.dead,
        }
    }

    /// Whether a text that ends in a state is wanted.
    pub fn accepts(&self, state: State) -> bool {
        let at = usize::from(state);
        match &self.kind {
            _ if state == self.dead => false,
            Kind::Pieces(pieces) => pieces.last().is_none_or(|last| at == last.start + last.text.len()),
            Kind::Equals { bare, query } => {
                let (slash, asked) = (bare.len() + 1, bare.len() + 2);
                if at >= asked {
                    return at == asked + query.len();
                }
                query.is_empty() && (at == slash || at == bare.len() && !bare.ends_with(b"/"))
            }
        }
    }
}

/// For every beginning of a text, the length of its longest ending that is a shorter beginning.
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

/// What addresses of websites look like behind `://`: a host, perhaps a port, a path, perhaps a query. Without user names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Form {
    /// Only texts that are addresses.
    Strict,
    /// All that are, and some that are not.
    Loose,
}

/// Where in an address a text has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
pub(super) enum Spot {
    /// Where the host, or another part of its name, begins.
    Label,
    /// In a part of the host that began with a letter.
    Word,
    /// Behind a hyphen in it.
    WordHyphen,
    /// In a part of the host that began with a digit, which cannot be its last.
    Digits,
    /// Behind a hyphen in that.
    DigitsHyphen,
    /// Behind the colon of the port.
    Port,
    /// In the port, by the number of its digits.
    Port1,
    Port2,
    Port3,
    Port4,
    /// Where a part of the path begins.
    Segment,
    /// In a part of the path that is a dot so far.
    Dot,
    /// Or two.
    Dots,
    /// In another part of the path.
    Path,
    /// In the query.
    Query,
}

impl Form {
    /// Where a letter leads; `None` where it cannot stand.
    pub fn step(self, spot: Spot, letter: u8) -> Option<Spot> {
        match self {
            Form::Strict => strict(spot, letter),
            Form::Loose => loose(spot, letter),
        }
    }

    /// Whether an address may end there.
    pub fn ends(self, spot: Spot) -> bool {
        matches!(spot, Spot::Segment | Spot::Path | Spot::Query) || self == Form::Loose && spot == Spot::Dot
    }
}

fn strict(spot: Spot, letter: u8) -> Option<Spot> {
    use Spot::*;
    let next = match (spot, letter) {
        (Label, b'a'..=b'z') => Word,
        (Label, b'0'..=b'9') => Digits,
        (Word | WordHyphen, b'a'..=b'z' | b'0'..=b'9') => Word,
        (Digits | DigitsHyphen, b'a'..=b'z' | b'0'..=b'9') => Digits,
        (Word | WordHyphen, b'-') => WordHyphen,
        (Digits | DigitsHyphen, b'-') => DigitsHyphen,
        (Word | Digits, b'.') => Label,
        (Word, b':') => Port,
        (Port, b'1'..=b'9') => Port1,
        (Port1, b'0'..=b'9') => Port2,
        (Port2, b'0'..=b'9') => Port3,
        (Port3, b'0'..=b'9') => Port4,
        (Word | Port1 | Port2 | Port3 | Port4 | Segment | Path, b'/') => Segment,
        (Segment | Path, b'?') => Query,
        (Segment, b'.') => Dot,
        (Dot, b'.') => Dots,
        (Segment | Dot | Dots | Path, letter) if in_path(letter) => Path,
        (Query, letter) if in_query(letter) => Query,
        _ => return None,
    };
    Some(next)
}

/// What parsers leave in a path as it is.
fn in_path(letter: u8) -> bool {
    letter.is_ascii_lowercase() || letter.is_ascii_digit() || b"-._~!$&'()*+,;=:@%|[]".contains(&letter)
}

fn in_query(letter: u8) -> bool {
    in_path(letter) && letter != b'\'' || b"/?`{}^\\".contains(&letter)
}

/// The spots of the host and the port are one, those of the path as well.
fn loose(spot: Spot, letter: u8) -> Option<Spot> {
    use Spot::*;
    let printed = letter.is_ascii_graphic() && !letter.is_ascii_uppercase() && letter != b'#';
    let next = match (spot, letter) {
        (Path, b'?') => Query,
        (Path | Query, _) if printed => {
            if spot == Path && letter == b'\\' {
                return None;
            }
            spot
        }
        (Word, b'/') => Path,
        (Label | Word, letter) if printed && !b"/?@\\^|<>".contains(&letter) => Word,
        _ => return None,
    };
    Some(next)
}
