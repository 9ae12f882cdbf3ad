//! Which quick replies a message has: adding, moving and removing them.

use crate::campaign::{Action, Button, Click, ClickTarget, Content, ContentType, ReplyPlace};

/// What becomes of the replies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// One more, at the end.
    Add,
    /// One less.
    Remove(ReplyPlace),
    /// It changes places with the one before.
    MoveUp(ReplyPlace),
}

/// Changes the replies of a message, in each of its languages. The first reply of a card says and does what its button did, which stays in the draft.
pub fn on(content: &mut Content, change: Change) {
    match change {
        Change::Add if content.replies.len() >= ReplyPlace::ALL.len() => {}
        Change::Add => {
            let reply = first(content).filter(|_| content.replies.is_empty());
            if let Some(reply) = &reply {
                translate_first(content, reply);
            }
            content.replies.push(reply.unwrap_or_default());
        }
        Change::Remove(place) if place.index() < content.replies.len() => {
            content.replies.remove(place.index());
            for translation in &mut content.translations {
                let replies = &mut translation.texts.replies;
                if place.index() < replies.len() {
                    replies.remove(place.index());
                }
            }
        }
        Change::MoveUp(place) if (1..content.replies.len()).contains(&place.index()) => {
            content.replies.swap(place.index(), place.index() - 1);
            for translation in &mut content.translations {
                let replies = &mut translation.texts.replies;
                // A language may not have all of them yet.
                if place.index() <= replies.len() {
                    replies.resize_with(replies.len().max(place.number()), Button::default);
                    replies.swap(place.index(), place.index() - 1);
                }
            }
        }
        Change::Remove(_) | Change::MoveUp(_) => {}
    }
}

/// A reply that is what the button of a card is.
fn first(content: &Content) -> Option<Button> {
    if content.kind.known() != Some(ContentType::Rich) {
        return None;
    }
    let name = content.button.as_ref()?.name.clone()?;
    let action = match content.click(ClickTarget::Message)? {
        Click::Opens(link) => Some(Action::Link(link.to_owned())),
        Click::Says(words) if words.trim().is_empty() || words == name => None,
        Click::Says(words) => Some(Action::Message(words.to_owned())),
    };
    Some(Button {
        name: Some(name),
        action,
        ..Button::default()
    })
}

/// Says the first reply of a card in each language in which its button is said.
fn translate_first(content: &mut Content, reply: &Button) {
    for translation in &mut content.translations {
        let texts = &mut translation.texts;
        if let (Some(button), true) = (&texts.button, texts.replies.is_empty()) {
            texts.replies.push(Button {
                name: button.name.clone(),
                action: reply.action.as_ref().and(button.action.clone()),
                ..Button::default()
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::Word;

    fn card(name: &str, action: Action) -> Content {
        Content {
            kind: Word::Known(ContentType::Rich),
            button: Some(Button {
                name: Some(name.to_owned()),
                action: Some(action),
                ..Button::default()
            }),
            ..Content::default()
        }
    }

    fn names(content: &Content) -> Vec<&str> {
        content
            .replies
            .iter()
            .map(|reply| reply.name.as_deref().unwrap_or_default())
            .collect()
    }

    #[test]
    fn the_first_reply_of_a_card_does_what_its_button_did() {
        for (action, kept) in [
            (Action::Message("Go".to_owned()), None),
            (
                Action::Message("I want to go".to_owned()),
                Some(Action::Message("I want to go".to_owned())),
            ),
            (
                Action::Link("https://www.example.com/".to_owned()),
                Some(Action::Link("https://www.example.com/".to_owned())),
            ),
        ] {
            let mut content = card("Go", action);
            let button = content.button.clone();
            on(&mut content, Change::Add);
            on(&mut content, Change::Add);
            assert_eq!(names(&content), ["Go", ""]);
            assert_eq!(content.replies[0].action, kept);
            assert_eq!(content.button, button, "it comes back once the replies are gone");
        }
    }

    #[test]
    fn each_language_keeps_its_replies_beside_those_of_the_campaign() {
        let mut content = card("Go", Action::Message("Go".to_owned()));
        content.translation_mut("tr").texts.button = Some(Button {
            name: Some("Git".to_owned()),
            action: Some(Action::Message("Git".to_owned())),
            ..Button::default()
        });
        content.translation_mut("de");
        on(&mut content, Change::Add);
        on(&mut content, Change::Add);
        let turkish = |content: &Content| names(&content.translations[0].texts).join(",");
        assert_eq!(turkish(&content), "Git");
        assert_eq!(content.translations[0].texts.replies[0].action, None);
        on(&mut content, Change::MoveUp(ReplyPlace::Second));
        assert_eq!(
            (names(&content).join(","), turkish(&content)),
            (",Go".to_owned(), ",Git".to_owned())
        );
        on(&mut content, Change::Remove(ReplyPlace::First));
        assert_eq!(
            (names(&content).join(","), turkish(&content)),
            ("Go".to_owned(), "Git".to_owned())
        );
        assert!(content.translations[1].texts.replies.is_empty());
    }

    #[test]
    fn replies_are_added_up_to_four_moved_and_removed() {
        let mut content = Content {
            kind: Word::Known(ContentType::Text),
            ..Content::default()
        };
        for _ in 0..6 {
            on(&mut content, Change::Add);
        }
        assert_eq!(content.replies.len(), 4);
        for (reply, name) in content.replies.iter_mut().zip(["a", "b", "c", "d"]) {
            reply.name = Some(name.to_owned());
        }
        on(&mut content, Change::MoveUp(ReplyPlace::Third));
        on(&mut content, Change::MoveUp(ReplyPlace::First));
        on(&mut content, Change::Remove(ReplyPlace::Second));
        assert_eq!(names(&content), ["a", "b", "d"]);
        on(&mut content, Change::Remove(ReplyPlace::Fourth));
        on(&mut content, Change::MoveUp(ReplyPlace::Fourth));
        assert_eq!(names(&content), ["a", "b", "d"]);
    }
}
