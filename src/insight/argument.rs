//! What a sentence about a problem is made with: values of the code, which `wording` writes in each language.

use chrono::NaiveDate;

use super::expectation::{Lack, Surprise};
use super::{Conflict, TextPart};
use crate::campaign::{Field, FieldType, LookKey, Operator};

/// One value in a sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Argument<'a> {
    /// Nothing: a value that is unknown or unbounded.
    Absent,
    /// A text that somebody wrote.
    Text(&'a str),
    /// A character, shown as its code point.
    Character(char),
    /// A count.
    Number(u64),
    /// Yes or no.
    Flag(bool),
    /// A day.
    Day(NaiveDate),
    /// What a condition asks about.
    Field(Field),
    /// How a condition compares.
    Operator(Operator),
    /// The kind of value that a field takes.
    Kind(FieldType),
    /// A value of a field, by the name of the choice where the value is one.
    Choice(Field, &'a str),
    /// Words of the file format, as written there.
    Words(&'a [&'a str]),
    /// A text of the campaign.
    Part(TextPart),
    /// A value of a look.
    Look(LookKey),
    /// A contrast, 1 to 21.
    Contrast(f64),
    /// Conditions that cannot hold together.
    Conflict(&'a Conflict),
    /// The outcome of a test.
    Surprise(&'a Surprise),
    /// What keeps a test from being run.
    Lack(&'a Lack),
}

/// Values that are arguments as they are.
macro_rules! arguments {
    ($($type:ty => |$value:ident| $argument:expr;)+) => {
        $(impl<'a> From<&'a $type> for Argument<'a> {
            fn from($value: &'a $type) -> Self {
                $argument
            }
        })+
    };
}

arguments! {
    String => |text| Argument::Text(text);
    char => |character| Argument::Character(*character);
    usize => |number| Argument::Number(*number as u64);
    u32 => |number| Argument::Number(u64::from(*number));
    bool => |flag| Argument::Flag(*flag);
    NaiveDate => |day| Argument::Day(*day);
    Field => |field| Argument::Field(*field);
    Operator => |operator| Argument::Operator(*operator);
    FieldType => |kind| Argument::Kind(*kind);
    TextPart => |part| Argument::Part(*part);
    LookKey => |key| Argument::Look(*key);
    f64 => |ratio| Argument::Contrast(*ratio);
    Conflict => |conflict| Argument::Conflict(conflict);
    Box<Surprise> => |surprise| Argument::Surprise(surprise);
    Lack => |lack| Argument::Lack(lack);
    // Places are counted; no sentence names them.
    Vec<String> => |places| Argument::Number(places.len() as u64);
    Option<u32> => |number| number.as_ref().map_or(Argument::Absent, Argument::from);
    Option<String> => |text| text.as_ref().map_or(Argument::Absent, Argument::from);
    Option<&'static str> => |text| text.map_or(Argument::Absent, Argument::Text);
}
