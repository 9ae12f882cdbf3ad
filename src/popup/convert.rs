//! A campaign as the visitor sees it: its content with the visitor's attributes filled in.

use serde_json::{Map, Value};

use super::scene::{CardPicture, Image, Launcher, PopupContent, Scene};
use crate::campaign::{Campaign, Click, ClickTarget, Content, ContentType, LauncherImage, fill_from};

impl Scene {
    /// Returns the campaign's pop-up and launcher in the scene that a new preview starts from ([`Scene::new`]), for a visitor with these custom
    /// attributes. The window, the command line and every export draw campaigns from here.
    ///
    /// `picture` returns the picture file for a path in the campaign; without it, a card has no picture and the launcher is the site's own.
    pub fn of_campaign(
        campaign: &Campaign,
        attributes: &Map<String, Value>,
        picture: impl Fn(&str) -> Option<Image>,
    ) -> Self {
        let mut scene = Self::new(PopupContent::of_campaign(&campaign.content, attributes, &picture));
        scene.look = campaign.look.clone();
        scene.language.clone_from(&campaign.content.language);
        scene.launcher = match &campaign.launcher_image {
            Some(LauncherImage::BotProfile) => Launcher::BotProfile,
            Some(LauncherImage::Image(path)) => picture(path).map_or(Launcher::Current, Launcher::Image),
            Some(LauncherImage::Current | LauncherImage::Unknown(_)) | None => Launcher::Current,
        };
        scene
    }

    /// Does the same with the chat open, as after a click on the campaign: what the visitor says with the click, and the reply that previews show.
    pub fn of_chat(
        campaign: &Campaign,
        attributes: &Map<String, Value>,
        picture: impl Fn(&str) -> Option<Image>,
    ) -> Self {
        let said = |text: &str| fill_from(text, attributes);
        let user_say = match campaign.content.click(ClickTarget::Message) {
            Some(Click::Says(words)) => said(words),
            Some(Click::Opens(_)) | None => said(campaign.content.user_say.as_deref().unwrap_or_default()),
        };
        Self {
            content: PopupContent::OpenWindow {
                user_say,
                reply: said(campaign.content.preview_reply.as_deref().unwrap_or_default()),
            },
            ..Self::of_campaign(campaign, attributes, picture)
        }
    }
}

impl PopupContent {
    /// Returns the content with its tokens filled. A draft without a type yet is shown as the rich card that it starts from.
    pub fn of_campaign(
        content: &Content,
        attributes: &Map<String, Value>,
        picture: impl Fn(&str) -> Option<Image>,
    ) -> Self {
        let said = |text: &Option<String>| fill_from(text.as_deref().unwrap_or_default(), attributes);
        let replies = content.replies_in_force().map(|(_, reply)| said(&reply.name)).collect();
        match content.kind.known() {
            Some(ContentType::Text) => Self::Text {
                text: said(&content.text),
                replies,
            },
            Some(ContentType::OpenWindow) => Self::OpenWindow {
                user_say: said(&content.user_say),
                reply: said(&content.preview_reply),
            },
            Some(ContentType::Rich) | None => Self::Rich {
                title: said(&content.title),
                subtitle: said(&content.subtitle),
                image: content.image.as_deref().and_then(&picture).map(|plain| CardPicture {
                    plain,
                    dense: content.image_dense.as_deref().and_then(&picture),
                }),
                button: match (content.has_replies(), &content.button) {
                    (false, Some(button)) => said(&button.name),
                    (true, _) | (false, None) => String::new(),
                },
                replies,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::{Button, Word};

    fn no_picture(_: &str) -> Option<Image> {
        None
    }

    #[test]
    fn tokens_are_filled_and_unknown_pictures_left_out() {
        let content = Content {
            kind: Word::Known(ContentType::Rich),
            title: Some("Hello {{name|there}}".into()),
            subtitle: Some("Your plan: {{plan}}".into()),
            image: Some("images/gone.png".into()),
            button: Some(Button {
                name: Some("<b>Go</b>".into()),
                ..Button::default()
            }),
            ..Content::default()
        };
        let attributes = Map::from_iter([("name".to_owned(), Value::Null), ("plan".to_owned(), "trial".into())]);
        assert_eq!(
            PopupContent::of_campaign(&content, &attributes, no_picture),
            PopupContent::Rich {
                title: "Hello there".into(),
                subtitle: "Your plan: trial".into(),
                image: None,
                button: "<b>Go</b>".into(),
                replies: Vec::new(),
            }
        );
    }

    #[test]
    fn an_empty_draft_is_an_empty_card() {
        let empty = String::new;
        assert_eq!(
            PopupContent::of_campaign(&Content::default(), &Map::new(), no_picture),
            PopupContent::Rich {
                title: empty(),
                subtitle: empty(),
                image: None,
                button: empty(),
                replies: Vec::new(),
            }
        );
    }
}
