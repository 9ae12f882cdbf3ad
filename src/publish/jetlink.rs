//! A snippet for Jetlink's JavaScript SDK, and the list of what it cannot carry.
//!
//! The SDK takes a message, a title, a picture and a button's text. Who sees it, when, and what a click does are lost.

use std::fmt;
use std::path::Path;

use super::ExportError;
use super::bundle::data_url;
use crate::campaign::{
    Action, Campaign, ClickTarget, Content, ContentType, LauncherImage, ReplyPlace, Schedule, fill_tokens, tokens,
};
use crate::library::read_picture;

/// JavaScript for a website, safe inside a `script` element too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The calls, one for each campaign.
    pub code: String,
    /// The parts of the campaigns beyond them.
    pub left_out: Vec<LeftOut>,
}

/// A part of a campaign that the snippet lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The campaign's name.
    pub campaign: String,
    /// Its kind.
    pub loss: Loss,
}

/// What a snippet cannot carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Loss {
    /// Who may see it.
    Audience,
    /// When on the page.
    Activity,
    /// After how long it may return.
    RepeatCycle,
    /// How long it waits.
    MessageDelay,
    /// The time after which the pop-up goes by itself.
    ClosesAfter,
    /// From when until when it runs, and its hours.
    Timetable,
    /// Its priority over others.
    Priority,
    /// A button that opens a link.
    LinkAction,
    /// A button that says something other than its name.
    ButtonMessage,
    /// Quick replies: a card shows the first one as its button, if that is not a link.
    Replies,
    /// What the visitor would have typed.
    UserSay,
    /// What the launcher looks like.
    LauncherImage,
    /// Colours, place and the like, where the campaign has its own.
    Look,
    /// Inserted attributes of the visitor.
    Tokens,
    /// A picture with an address of its own: it travels inside the snippet.
    PictureAddress,
    /// What the picture shows, for visitors who cannot see it.
    ImageAlt,
}

impl Loss {
    /// The identifier in machine-readable output.
    pub fn id(self) -> &'static str {
        match self {
            Loss::Audience => "audience",
            Loss::Activity => "activity",
            Loss::RepeatCycle => "repeat_cycle",
            Loss::MessageDelay => "message_delay",
            Loss::ClosesAfter => "closes_after",
            Loss::Timetable => "timetable",
            Loss::Priority => "priority",
            Loss::LinkAction => "link_action",
            Loss::ButtonMessage => "button_message",
            Loss::Replies => "replies",
            Loss::UserSay => "user_say",
            Loss::LauncherImage => "launcher_image",
            Loss::Look => "look",
            Loss::Tokens => "tokens",
            Loss::PictureAddress => "picture_address",
            Loss::ImageAlt => "image_alt",
        }
    }

    /// What happens instead.
    pub fn hint(self) -> &'static str {
        match self {
            Loss::Audience | Loss::Activity => {
                "every visitor of a page with the snippet sees it; put it on the right pages only"
            }
            Loss::RepeatCycle | Loss::MessageDelay | Loss::ClosesAfter | Loss::Timetable | Loss::Priority => {
                "it shows as soon as the snippet runs, every time"
            }
            Loss::LinkAction => "the button says its name to the bot; let the bot answer with the link",
            Loss::ButtonMessage => "the button says its name to the bot; teach the bot that name",
            Loss::Replies => "a card has the first one as its button; let the bot offer the others",
            Loss::UserSay => "let the bot's flow begin with it",
            Loss::LauncherImage => "set the launcher in Jetlink's panel",
            Loss::Look => "set colours and place in Jetlink's panel",
            Loss::Tokens => "their fallbacks stand in the text for every visitor",
            Loss::PictureAddress => {
                "it is inside the snippet; for a shorter one, put it on your server and name its address in PictureUrl"
            }
            Loss::ImageAlt => "say in the text what the picture says",
        }
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Loss::Audience => "the audience",
            Loss::Activity => "the activity on the page",
            Loss::RepeatCycle => "the repeat cycle",
            Loss::MessageDelay => "the message delay",
            Loss::ClosesAfter => "the time after which the pop-up goes by itself",
            Loss::Timetable => "when it runs, and its hours",
            Loss::Priority => "the priority",
            Loss::LinkAction => "the link of the button",
            Loss::ButtonMessage => "the message of the button",
            Loss::Replies => "the quick replies",
            Loss::UserSay => "what the visitor says",
            Loss::LauncherImage => "the launcher image",
            Loss::Look => "how it looks",
            Loss::Tokens => "the visitor's attributes in the texts",
            Loss::PictureAddress => "an address for the picture",
            Loss::ImageAlt => "the alt text of the picture",
        })
    }
}

/// Writes the calls that show these campaigns, in the form in which they are launched; each comes with its pictures' folder.
///
/// # Errors
/// When a campaign opens the chat window, has no text, or its picture cannot be read.
pub fn jetlink<'a>(campaigns: impl IntoIterator<Item = (&'a Campaign, &'a Path)>) -> Result<Snippet, ExportError> {
    let mut snippet = Snippet {
        code: String::new(),
        left_out: Vec::new(),
    };
    for (campaign, folder) in campaigns {
        let campaign = campaign.for_launch();
        snippet.code.push_str(&call(&campaign, folder)?);
        let losses = losses(&campaign).into_iter();
        snippet.left_out.extend(losses.map(|loss| LeftOut {
            campaign: campaign.name.clone(),
            loss,
        }));
    }
    Ok(snippet)
}

fn call(campaign: &Campaign, folder: &Path) -> Result<String, ExportError> {
    let content = &campaign.content;
    let text = |text: &Option<String>| fill_tokens(text.as_deref().unwrap_or_default(), |_| None);
    let name = || campaign.name.clone();
    let mut entries: Vec<(&str, String)> = Vec::new();
    match content.kind.known() {
        Some(ContentType::OpenWindow) => return Err(ExportError::NoForm { campaign: name() }),
        Some(ContentType::Text) => entries.push(("Message", text(&content.text))),
        Some(ContentType::Rich) | None => {
            entries.push(("Message", text(&content.subtitle)));
            entries.push(("MessageTitle", text(&content.title)));
            if let Some(image) = &content.image {
                let picture = read_picture(folder, image);
                let picture = picture.map_err(|error| ExportError::Picture {
                    campaign: name(),
                    error,
                })?;
                entries.push(("PictureUrl", data_url(&picture)));
            }
            let button = content.button_of(button_target(content));
            entries.push(("ButtonText", text(&button.and_then(|button| button.name.clone()))));
        }
    }
    let says_nothing = |(key, value): &(&str, String)| !key.starts_with("Message") || value.trim().is_empty();
    if entries.iter().all(says_nothing) {
        return Err(ExportError::NoText { campaign: name() });
    }
    let lines: Vec<_> = entries
        .iter()
        .map(|(key, value)| format!("  {key}: {}", literal(value)))
        .collect();
    Ok(format!("Jetlink.AddCampaignMessage({{\n{}\n}});\n", lines.join(",\n")))
}

/// Returns what of the card its only button stands for.
fn button_target(content: &Content) -> ClickTarget {
    match content.has_replies() {
        true => ClickTarget::Reply(ReplyPlace::First),
        false => ClickTarget::Message,
    }
}

/// Returns whether it is not always open.
fn is_timed(schedule: &Schedule) -> bool {
    schedule.runs.as_ref().is_some_and(|runs| !runs.is_empty()) || !schedule.hours.is_empty() || schedule.only_in_hours
}

fn losses(campaign: &Campaign) -> Vec<Loss> {
    let content = &campaign.content;
    let rich = content.kind.known() != Some(ContentType::Text);
    let button = content.button_of(button_target(content)).filter(|_| rich);
    let action = button.and_then(|button| button.action.as_ref());
    let says_its_name = |message: &str| button.and_then(|button| button.name.as_deref()) == Some(message);
    let shown = [&content.text, &content.title, &content.subtitle].into_iter().flatten();
    let shown = shown.chain(button.and_then(|button| button.name.as_ref()));
    let launcher = campaign.launcher_image.as_ref();
    let all = [
        (Loss::Audience, campaign.audience.count_conditions() > 0),
        (Loss::Activity, !campaign.activity.conditions.is_empty()),
        (Loss::RepeatCycle, campaign.schedule.cycle_seconds() > 0.0),
        (Loss::MessageDelay, campaign.schedule.delay_seconds() > 0.0),
        (Loss::ClosesAfter, campaign.schedule.stay_seconds().is_some()),
        (Loss::Timetable, is_timed(&campaign.schedule)),
        (Loss::Priority, campaign.schedule.priority.is_some()),
        (Loss::LinkAction, matches!(action, Some(Action::Link(_)))),
        (
            Loss::ButtonMessage,
            matches!(action, Some(Action::Message(message)) if !says_its_name(message)),
        ),
        (Loss::Replies, content.has_replies()),
        (
            Loss::UserSay,
            content.user_say.as_ref().is_some_and(|text| !text.is_empty()),
        ),
        (
            Loss::LauncherImage,
            launcher.is_some_and(|launcher| *launcher != LauncherImage::Current),
        ),
        (Loss::Look, campaign.look.chosen().next().is_some()),
        (Loss::Tokens, shown.into_iter().any(|text| !tokens(text).is_empty())),
        (Loss::PictureAddress, rich && content.image.is_some()),
        (
            Loss::ImageAlt,
            rich && content.image.is_some() && content.image_alt.as_ref().is_some_and(|alt| !alt.is_empty()),
        ),
    ];
    all.into_iter()
        .filter(|(_, lost)| *lost)
        .map(|(loss, _)| loss)
        .collect()
}

/// Returns a text as a JavaScript literal that ends no script, comment, attribute or line, wherever it is pasted.
fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for letter in text.chars() {
        match letter {
            '"' => literal.push_str("\\\""),
            '\\' => literal.push_str("\\\\"),
            '\n' => literal.push_str("\\n"),
            '<' | '>' | '&' | '\'' | '`' | '\u{2028}' | '\u{2029}' => escape(letter, &mut literal),
            letter if letter.is_control() => escape(letter, &mut literal),
            letter => literal.push(letter),
        }
    }
    literal.push('"');
    literal
}

fn escape(letter: char, into: &mut String) {
    // All letters that are escaped fit into four digits.
    into.push_str(&format!("\\u{:04x}", u32::from(letter)));
}
