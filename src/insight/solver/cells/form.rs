//! The shape that addresses of websites have, letter by letter.
//!
//! A *strict* shape has only texts that are addresses; a *loose* one has all that are, and some that are not: what even the loose one lacks cannot
//! exist.

/// The shape of website addresses after `://`: a host, perhaps a port, a path, perhaps a query, perhaps a route. Without user names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Form {
    /// Only texts that are addresses.
    Strict,
    /// All that are, and some that are not.
    Loose,
}

/// The spot in an address that a text has reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
pub(super) enum Spot {
    /// Where the host, or another part of its name, begins.
    Label,
    /// In a part of the host that began with a letter.
    Word,
    /// After a hyphen in it.
    WordHyphen,
    /// In a part of the host that began with a digit, which cannot be its last.
    Digits,
    /// After a hyphen in that.
    DigitsHyphen,
    /// After the colon of the port.
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
    /// In a part of the path that is two dots so far.
    Dots,
    /// In another part of the path.
    Path,
    /// In the query.
    Query,
    /// After the `#` of a route.
    Hash,
    /// In the route, or in its query.
    Route,
}

/// How many bits a spot takes.
pub(super) const SPOT_BITS: u32 = 5;

impl Form {
    /// Returns where a letter leads; `None` where it is not allowed.
    pub fn step(self, spot: Spot, letter: u8) -> Option<Spot> {
        match self {
            Form::Strict => strict(spot, letter),
            Form::Loose => loose(spot, letter),
        }
    }

    /// Returns whether an address may end there.
    pub fn ends(self, spot: Spot) -> bool {
        matches!(spot, Spot::Segment | Spot::Path | Spot::Query | Spot::Route)
            || self == Form::Loose && spot == Spot::Dot
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
        (Segment | Path | Query, b'#') => Hash,
        (Hash, b'/' | b'!') => Route,
        (Route, letter) if in_route(letter) => Route,
        _ => return None,
    };
    Some(next)
}

/// Returns whether parsers leave a letter in a path as it is.
fn in_path(letter: u8) -> bool {
    letter.is_ascii_lowercase() || letter.is_ascii_digit() || b"-._~!$&'()*+,;=:@%|[]".contains(&letter)
}

fn in_query(letter: u8) -> bool {
    in_path(letter) && letter != b'\'' || b"/?`{}^\\".contains(&letter)
}

fn in_route(letter: u8) -> bool {
    (in_query(letter) || letter == b'\'') && letter != b'`'
}

/// Treats the spots of the host and the port as one, and those of the path as another.
fn loose(spot: Spot, letter: u8) -> Option<Spot> {
    use Spot::*;
    let printed = letter.is_ascii_graphic() && !letter.is_ascii_uppercase() && letter != b'#';
    let next = match (spot, letter) {
        (Path, b'?') => Query,
        (Path | Query, b'#') => Hash,
        (Hash, b'/' | b'!') => Route,
        (Route, _) if printed => Route,
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
