//! The words for journey files that cannot be played.

use super::{InWords, Words};
use crate::{
    visitor::{EventFault, ShapeFault, VisitorError},
    wording::text::Text,
};

impl InWords for VisitorError {
    fn words(&self, text: &Text) -> Words {
        let words = match self {
            Self::Text(error) => return error.words(text),
            Self::NotAnObject => Words::of("trouble-journey-no-object", &[], text),
            Self::Shape { fault, position, .. } => of_shape(fault, text).at(*position, text),
            Self::Event { number, fault } => {
                let key = match fault {
                    EventFault::OutOfOrder => "trouble-journey-order",
                    EventFault::NotOneThing => "trouble-journey-one-thing",
                    EventFault::ReferrerAlone => "trouble-journey-referrer",
                    EventFault::ScrollOutside => "trouble-journey-scroll",
                };
                Words::of(key, &[("number", number.to_string())], text)
            }
        };
        words.capitalised(text)
    }
}

fn of_shape(fault: &ShapeFault, text: &Text) -> Words {
    match fault {
        ShapeFault::UnknownKey(key) => Words::of("trouble-journey-unknown-key", &[("key", key.clone())], text),
        ShapeFault::MissingKey(key) => Words::of("trouble-journey-missing-key", &[("key", key.clone())], text),
        ShapeFault::WrongValue => Words::of("trouble-journey-value", &[], text),
    }
}
