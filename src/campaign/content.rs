//! What a campaign shows.

use super::{Extras, Named, Translation, Word};

/// The folder within a library that holds its pictures.
pub const PICTURE_FOLDER: &str = "images";

/// Returns whether a text can name a picture of a library: a relative path of plain names within [`PICTURE_FOLDER`], on any system.
pub fn is_picture_name(name: &str) -> bool {
    let plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':', '\0']);
    let mut parts = name.split('/');
    parts.next() == Some(PICTURE_FOLDER) && name.contains('/') && parts.all(plain)
}

/// The kind of a pop-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum ContentType {
    /// A card with picture, title, subtitle and button.
    Rich,
    /// A short message next to the launcher.
    Text,
    /// The chat itself, opened with a first message.
    OpenWindow,
}

impl Named for ContentType {
    fn id(self) -> &'static str {
        match self {
            ContentType::Rich => "rich",
            ContentType::Text => "text",
            ContentType::OpenWindow => "open_window",
        }
    }
}

/// The content that is shown. A draft keeps what was written for other types, so that trying another type loses nothing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Content {
    /// The type in force.
    pub kind: Word<ContentType>,
    /// Rich: the headline.
    pub title: Option<String>,
    /// Rich: the line under it.
    pub subtitle: Option<String>,
    /// Rich: path of the picture within the library, such as `images/8c1f….png`.
    pub image: Option<String>,
    /// Rich: path of the same picture at twice the size, for dense screens.
    pub image_dense: Option<String>,
    /// Rich: what the picture shows, for visitors who cannot see it; empty for one that is decoration alone.
    pub image_alt: Option<String>,
    /// Rich: the button.
    pub button: Option<Button>,
    /// Text: the message.
    pub text: Option<String>,
    /// What the visitor would have typed; it starts the conversation.
    pub user_say: Option<String>,
    /// Rich and text: the quick replies, in order; on a card they stand in the button's place. More than [`ReplyPlace::ALL`](super::ReplyPlace::ALL) are
    /// kept, and not shown.
    pub replies: Vec<Button>,
    /// Open window: the bot's answer that previews show.
    pub preview_reply: Option<String>,
    /// BCP 47 tag of the language in which all of this is written; `None` follows the site.
    pub language: Option<String>,
    /// The same in other languages.
    pub translations: Vec<Translation>,
    /// Keys of the file that this version does not know.
    pub extras: Extras,
}

/// The button of a rich card, or a quick reply.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Button {
    /// The text on it.
    pub name: Option<String>,
    /// What pressing it does.
    pub action: Option<Action>,
    /// Keys of the file that this version does not know.
    pub extras: Extras,
    /// Keys of the action's object that this version does not know.
    pub action_extras: Extras,
}

/// What pressing a button does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Says this to the bot.
    Message(String),
    /// Opens this link.
    Link(String),
}

impl Action {
    /// Returns what is said to the bot; `None` for a link.
    pub fn message(&self) -> Option<&str> {
        match self {
            Action::Message(message) => Some(message),
            Action::Link(_) => None,
        }
    }

    /// Returns the link that is opened; `None` for a message.
    pub fn link(&self) -> Option<&str> {
        match self {
            Action::Link(link) => Some(link),
            Action::Message(_) => None,
        }
    }
}

/// What the launcher shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LauncherImage {
    /// The site's own launcher, untouched.
    Current,
    /// The bot's profile picture.
    BotProfile,
    /// A picture within the library.
    Image(String),
    /// A word that this version does not know, kept unchanged.
    Unknown(String),
}
