//! What the maker of a campaign has been at, so that nothing is called wrong before its time: the places that were left with something in
//! them, the one that is being typed into, and whether a launch was tried.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::campaign::{Campaign, to_value};

/// What was touched in a session. What a file brought along counts as left: only the place that is being typed into for the first time does not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched {
    /// The places that were left with something in them, as JSON Pointers.
    left: BTreeSet<String>,
    /// The place that is being typed into.
    typing: Option<String>,
    launch_tried: bool,
}

impl Touched {
    /// Notes that something is typed into a place; the one before is left.
    pub(super) fn type_into(&mut self, place: &str, campaign: &Campaign) {
        if self.typing.as_deref() != Some(place) {
            self.leave(campaign);
            self.typing = Some(place.to_owned());
        }
    }

    /// Notes that the keyboard is elsewhere.
    pub(super) fn leave(&mut self, campaign: &Campaign) {
        if let Some(place) = self.typing.take()
            && holds_something(&to_value(campaign), &place)
        {
            self.left.insert(place);
        }
    }

    /// Notes that the campaign was changed other than by typing: a place that is empty now, such as one in a row that took the number of a
    /// removed one, was not left by anybody.
    pub(super) fn restructure(&mut self, campaign: &Campaign) {
        let value = to_value(campaign);
        self.left.retain(|place| holds_something(&value, place));
    }

    /// Notes that a launch was tried: from now on everything counts.
    pub(super) fn try_launch(&mut self) {
        self.launch_tried = true;
    }

    /// Whether a launch was tried.
    pub fn launch_tried(&self) -> bool {
        self.launch_tried
    }

    /// Another number whenever something else counts while the campaign stays as it is.
    pub fn generation(&self) -> usize {
        2 * self.left.len() + usize::from(self.launch_tried)
    }

    /// Whether a place was left with something in it.
    pub fn was_left(&self, place: &str) -> bool {
        self.left.contains(place)
    }

    /// Whether a place is being typed into for the first time.
    pub fn is_new_at(&self, place: &str) -> bool {
        self.typing.as_deref() == Some(place) && !self.was_left(place)
    }
}

fn holds_something(campaign: &Value, place: &str) -> bool {
    match campaign.pointer(place) {
        None | Some(Value::Null) => false,
        Some(Value::String(text)) => !text.trim().is_empty(),
        Some(Value::Array(list)) => !list.is_empty(),
        Some(Value::Bool(_) | Value::Number(_) | Value::Object(_)) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TITLE: &str = "/content/title";

    fn titled(title: &str) -> Campaign {
        let mut campaign = Campaign::default();
        campaign.content.title = Some(title.to_owned());
        campaign
    }

    #[test]
    fn a_place_is_left_once_the_keyboard_goes_elsewhere() {
        let mut touched = Touched::default();
        touched.type_into(TITLE, &titled("H"));
        assert!(touched.is_new_at(TITLE) && !touched.was_left(TITLE));
        touched.type_into("/content/subtitle", &titled("Hello"));
        assert!(touched.was_left(TITLE) && touched.is_new_at("/content/subtitle"));
        touched.type_into(TITLE, &titled("Hello y"));
        assert!(!touched.is_new_at(TITLE), "it was left before");
    }

    #[test]
    fn a_place_that_is_emptied_by_other_means_than_typing_was_not_left() {
        let mut touched = Touched::default();
        touched.type_into(TITLE, &titled("Hello"));
        touched.leave(&titled("Hello"));
        touched.restructure(&titled("Hello"));
        assert!(touched.was_left(TITLE));
        touched.restructure(&Campaign::default());
        assert!(!touched.was_left(TITLE));
    }

    #[test]
    fn a_place_that_is_left_empty_was_not_touched() {
        let mut touched = Touched::default();
        touched.type_into(TITLE, &titled("H"));
        touched.leave(&titled("  "));
        touched.type_into(TITLE, &titled("H"));
        touched.leave(&Campaign::default());
        assert_eq!(touched, Touched::default());
    }
}
