//! From the open campaign to what the renderer is asked to draw.

use serde_json::{Map, Value};

use super::Site;
use crate::{
    campaign::{Action, Campaign, ContentType, LauncherImage, fill_tokens},
    popup::{Frame, Image, Launcher, PopupContent, Scale, Scene, Theme},
};

/// How the picture is to look, whatever it shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// The browser window.
    pub frame: Frame,
    /// Light or dark.
    pub theme: Theme,
    /// Physical pixels for one CSS pixel.
    pub scale: Scale,
}

/// The scene of `campaign` on `site` for a visitor with these custom attributes; `picture` gives the bytes of the library's pictures.
pub fn scene(
    campaign: &Campaign,
    attributes: &Map<String, Value>,
    look: Look,
    site: &Site,
    picture: impl Fn(&str) -> Option<Image>,
) -> Scene {
    let fill = |text: &Option<String>| {
        fill_tokens(text.as_deref().unwrap_or_default(), |key| {
            attributes.get(key).map(plain)
        })
    };
    let content = &campaign.content;
    let shown = match content.kind.known().unwrap_or(ContentType::Rich) {
        ContentType::Rich => PopupContent::Rich {
            title: fill(&content.title),
            subtitle: fill(&content.subtitle),
            image: content.image.as_deref().and_then(&picture),
            button: fill(&content.button.as_ref().and_then(|button| button.name.clone())),
        },
        ContentType::Text => PopupContent::Text {
            text: fill(&content.text),
        },
        ContentType::OpenWindow => PopupContent::OpenWindow {
            user_say: fill(&content.user_say),
            reply: fill(&content.preview_reply),
        },
    };
    let launcher = match &campaign.launcher_image {
        Some(LauncherImage::BotProfile) => Launcher::BotProfile,
        Some(LauncherImage::Image(name)) => picture(name).map_or(Launcher::Current, Launcher::Image),
        Some(LauncherImage::Current | LauncherImage::Unknown(_)) | None => Launcher::Current,
    };
    Scene {
        launcher,
        brand: site.brand.clone(),
        backdrop: site.backdrop.clone(),
        theme: look.theme,
        frame: look.frame,
        scale: look.scale,
        ..Scene::new(shown)
    }
}

/// The page with its launcher alone.
pub fn page_scene(look: Look, site: &Site) -> Scene {
    Scene {
        brand: site.brand.clone(),
        backdrop: site.backdrop.clone(),
        theme: look.theme,
        frame: look.frame,
        scale: look.scale,
        ..Scene::new(PopupContent::Nothing)
    }
}

/// The chat that a click on `campaign` opens: what the visitor says by it, and the reply that its previews show.
pub fn chat_scene(
    campaign: &Campaign,
    attributes: &Map<String, Value>,
    look: Look,
    site: &Site,
    picture: impl Fn(&str) -> Option<Image>,
) -> Scene {
    let said =
        |text: Option<&String>| fill_tokens(text.map_or("", String::as_str), |key| attributes.get(key).map(plain));
    let content = &campaign.content;
    let message = content.button.as_ref().and_then(|button| match &button.action {
        Some(Action::Message(message)) => Some(message),
        _ => None,
    });
    Scene {
        content: PopupContent::OpenWindow {
            user_say: said(content.user_say.as_ref().or(message)),
            reply: said(content.preview_reply.as_ref()),
        },
        ..scene(campaign, attributes, look, site, picture)
    }
}

/// An attribute's value as it is inserted into a text.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
