//! A campaign as the visitor sees it: its content with the visitor's attributes filled in.

use super::scene::{Image, Launcher, PopupContent, Scene};
use crate::campaign::{Campaign, Content, ContentType, LauncherImage, fill_tokens};

impl Scene {
    /// The campaign's pop-up and launcher in the scene that a new preview starts from ([`Scene::new`]).
    ///
    /// `attribute` gives a visitor's custom attribute for `{{key}}`, `picture` the picture file behind a path in the campaign.
    /// Neither needs to know an answer: a token then shows its fallback, a card no picture.
    pub fn of_campaign(
        campaign: &Campaign,
        attribute: impl Fn(&str) -> Option<String>,
        picture: impl Fn(&str) -> Option<Image>,
    ) -> Self {
        let mut scene = Self::new(PopupContent::of_campaign(&campaign.content, attribute, &picture));
        scene.launcher = match &campaign.launcher_image {
            Some(LauncherImage::BotProfile) => Launcher::BotProfile,
            Some(LauncherImage::Image(path)) => picture(path).map_or(Launcher::Current, Launcher::Image),
            _ => Launcher::Current,
        };
        scene
    }
}

impl PopupContent {
    /// The content with its tokens filled. A draft without a type yet is shown as the rich card it starts from.
    pub fn of_campaign(
        content: &Content,
        attribute: impl Fn(&str) -> Option<String>,
        picture: impl Fn(&str) -> Option<Image>,
    ) -> Self {
        let said = |text: &Option<String>| fill_tokens(text.as_deref().unwrap_or_default(), &attribute);
        match content.kind.known() {
            Some(ContentType::Text) => Self::Text {
                text: said(&content.text),
            },
            Some(ContentType::OpenWindow) => Self::OpenWindow {
                user_say: said(&content.user_say),
                reply: said(&content.preview_reply),
            },
            Some(ContentType::Rich) | None => Self::Rich {
                title: said(&content.title),
                subtitle: said(&content.subtitle),
                image: content.image.as_deref().and_then(picture),
                button: content
                    .button
                    .as_ref()
                    .map(|button| said(&button.name))
                    .unwrap_or_default(),
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
        let attribute = |key: &str| (key == "plan").then(|| "trial".to_owned());
        assert_eq!(
            PopupContent::of_campaign(&content, attribute, no_picture),
            PopupContent::Rich {
                title: "Hello there".into(),
                subtitle: "Your plan: trial".into(),
                image: None,
                button: "<b>Go</b>".into(),
            }
        );
    }

    #[test]
    fn an_empty_draft_is_an_empty_card() {
        let empty = String::new;
        assert_eq!(
            PopupContent::of_campaign(&Content::default(), |_| None, no_picture),
            PopupContent::Rich {
                title: empty(),
                subtitle: empty(),
                image: None,
                button: empty()
            }
        );
    }
}
