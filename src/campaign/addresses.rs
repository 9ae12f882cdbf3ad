//! The addresses in a campaign: the only list of the places that hold one.
//!
//! What searches or changes addresses goes by it; a new place that holds an address is a line here.

use serde_json::Value;

use super::{
    Action, CATALOGUE, Campaign, Condition, Field, FieldType, Group, Named as _, Node, Operator, ReplyPlace,
    SiteDocument, TextPart,
};

/// What an address is used for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AddressUse {
    /// A condition compares with it.
    Condition {
        /// What is asked about.
        field: Field,
        /// How it is compared; `None` while that is not chosen.
        operator: Option<Operator>,
    },
    /// A button opens it.
    Link,
    /// A test has a visitor with it.
    Test {
        /// What the test is called.
        name: String,
        /// What it is of the visitor.
        field: Field,
    },
    /// Campaigns of the site are shown there.
    Site,
}

/// An address in a campaign, or in the site document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Its place in the file, as a JSON Pointer (RFC 6901).
    pub place: String,
    /// What it is used for.
    pub used: AddressUse,
    /// The address, or the part of one, as it is written.
    pub text: String,
}

impl SiteDocument {
    /// Returns every address as something to be searched, in the order of the file.
    pub fn places(&self) -> Vec<Address> {
        let all = self.addresses.iter().enumerate();
        all.map(|(index, text)| Address {
            place: format!("/addresses/{index}"),
            used: AddressUse::Site,
            text: text.clone(),
        })
        .collect()
    }

    /// Replaces the address at a place, if it is still `before`; says whether it was.
    pub fn replace_address(&mut self, place: &str, before: &str, after: &str) -> bool {
        let index = place
            .strip_prefix("/addresses/")
            .and_then(|index| index.parse::<usize>().ok());
        let there = index
            .and_then(|index| self.addresses.get_mut(index))
            .filter(|text| *text == before);
        let found = there.is_some();
        if let Some(text) = there {
            after.clone_into(text);
        }
        found
    }
}

impl Campaign {
    /// Returns every address, in the order of the file, those of muted conditions and of texts kept for other types included.
    pub fn addresses(&self) -> Vec<Address> {
        let mut found = Vec::new();
        // Reading goes the way of changing, so that there is one list of places.
        self.clone().each_address(&mut |place, used, text| {
            found.push(Address {
                place: place.to_owned(),
                used,
                text: text.clone(),
            });
        });
        found
    }

    /// Replaces the address at a place, if it is still `before`; says whether it was.
    pub fn replace_address(&mut self, place: &str, before: &str, after: &str) -> bool {
        let mut replaced = false;
        self.each_address(&mut |here, _, text| {
            if here == place && text == before {
                after.clone_into(text);
                replaced = true;
            }
        });
        replaced
    }

    /// Calls `visit` with the place, the use and the text of every address.
    fn each_address(&mut self, visit: &mut dyn FnMut(&str, AddressUse, &mut String)) {
        in_group(&mut self.audience, "/audience", visit);
        for (index, condition) in self.activity.conditions.iter_mut().enumerate() {
            in_condition(condition, &format!("/activity/conditions/{index}"), visit);
        }
        if let Some(Action::Link(link)) = self.content.button.as_mut().and_then(|button| button.action.as_mut()) {
            visit(TextPart::ButtonLink.pointer(), AddressUse::Link, link);
        }
        for (place, reply) in ReplyPlace::ALL.iter().zip(&mut self.content.replies) {
            if let Some(Action::Link(link)) = &mut reply.action {
                visit(TextPart::ReplyLink(*place).pointer(), AddressUse::Link, link);
            }
        }
        for translation in &mut self.content.translations {
            let texts = &mut translation.texts;
            let buttons = texts.button.iter_mut().map(|button| (TextPart::ButtonLink, button));
            let replies = ReplyPlace::ALL.iter().map(|place| TextPart::ReplyLink(*place));
            for (part, button) in buttons.chain(replies.zip(&mut texts.replies)) {
                if let Some(Action::Link(link)) = &mut button.action {
                    visit(&part.pointer_in(&translation.tag), AddressUse::Link, link);
                }
            }
        }
        for (index, test) in self.expectations.iter_mut().enumerate() {
            let Value::Object(visitor) = &mut test.visitor else {
                continue;
            };
            for spec in CATALOGUE.iter().filter(|spec| spec.kind == FieldType::Url) {
                if let Some(Value::String(text)) = visitor.get_mut(spec.visitor_key) {
                    let used = AddressUse::Test {
                        name: test.name.clone(),
                        field: spec.field,
                    };
                    let place = format!("/expectations/{index}/visitor/{}", spec.visitor_key);
                    visit(&place, used, text);
                }
            }
        }
    }
}

fn in_group(group: &mut Group, place: &str, visit: &mut dyn FnMut(&str, AddressUse, &mut String)) {
    let joiner = group.joiner.id();
    for (index, child) in group.children.iter_mut().enumerate() {
        let place = format!("{place}/{joiner}/{index}");
        match child {
            Node::Group(inner) => in_group(inner, &place, visit),
            Node::Condition(condition) => in_condition(condition, &place, visit),
            // Its addresses stand in its own file.
            Node::Saved(_) => {}
        }
    }
}

fn in_condition(condition: &mut Condition, place: &str, visit: &mut dyn FnMut(&str, AddressUse, &mut String)) {
    let Some(field) = condition
        .field
        .known()
        .filter(|field| field.spec().kind == FieldType::Url)
    else {
        return;
    };
    let operator = condition.operator.known();
    let used = || AddressUse::Condition { field, operator };
    match &mut condition.value {
        Some(Value::String(text)) => visit(&format!("{place}/value"), used(), text),
        Some(Value::Array(items)) => {
            for (index, item) in items.iter_mut().enumerate() {
                if let Value::String(text) = item {
                    visit(&format!("{place}/value/{index}"), used(), text);
                }
            }
        }
        Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_)) | None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::{from_json, to_value};

    fn campaign() -> Campaign {
        from_json(
            br#"{ "format": "beckon.campaign", "version": 1, "name": "Moved",
                "audience": { "all": [
                    { "field": "current_page_url", "operator": "equals", "value": "https://old.example.com/a" },
                    { "field": "page_views", "operator": "equals", "value": 3 },
                    { "any": [ { "field": "current_page_url", "value": ["https://old.example.com/b", 4], "muted": true } ] },
                    { "field": "custom", "key": "url", "operator": "equals", "value": "https://old.example.com/c" } ] },
                "content": { "type": "text", "button": { "action": { "link": "https://old.example.com/d" } } },
                "expectations": [ { "name": "Reader", "visitor": { "url": "https://old.example.com/e" } }, { "name": "Nobody" } ] }"#,
        )
        .expect("a campaign")
    }

    #[test]
    fn every_address_is_found_at_the_place_that_the_file_has_it() {
        let campaign = campaign();
        let file = to_value(&campaign);
        let found = campaign.addresses();
        for address in &found {
            let there = file.pointer(&address.place).and_then(Value::as_str);
            assert_eq!(there, Some(address.text.as_str()), "{}", address.place);
        }
        let letters: String = found.iter().filter_map(|address| address.text.chars().last()).collect();
        assert_eq!(letters, "abde", "an attribute of the visitor is no address");
    }

    #[test]
    fn an_address_is_replaced_only_where_it_is_what_it_was() {
        let mut campaign = campaign();
        let place = "/audience/all/0/value";
        assert!(!campaign.replace_address(place, "https://other.example.com/", "https://new.example.com/"));
        assert!(!campaign.replace_address("/audience/all/9/value", "https://old.example.com/a", "x"));
        assert!(campaign.replace_address(place, "https://old.example.com/a", "https://new.example.com/"));
        assert_eq!(campaign.addresses()[0].text, "https://new.example.com/");
    }
}
