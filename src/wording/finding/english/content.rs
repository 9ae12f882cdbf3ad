//! Findings about content, pictures and schedule, in English.

use super::super::code_point;
use crate::campaign::limits;
use crate::insight::{Problem, TextPart};
use crate::wording::number::tidy;

/// Message and fix.
pub(super) fn phrase(problem: &Problem) -> (String, String) {
    match problem {
        Problem::MissingContentType => (
            "The kind of pop-up is not chosen.".into(),
            "Choose rich card, text or open window.".into(),
        ),
        Problem::UnknownContentType { word } => (
            format!("The kind of pop-up “{}” is not known.", tidy(word)),
            "Choose rich card, text or open window.".into(),
        ),
        Problem::MissingText { part } => (format!("The {} is missing.", name(*part)), write_it(*part)),
        Problem::NothingToSay => (
            "A click on the text opens the chat and says nothing.".into(),
            "Write what the visitor would have typed; it starts the matching conversation.".into(),
        ),
        Problem::EmptyWithoutAttribute { part } => (
            format!(
                "The {} is empty for visitors without the attribute it inserts.",
                name(*part)
            ),
            "Give the attribute a stand-in, such as {{name|there}}.".into(),
        ),
        Problem::TooLong { part, length, limit } => (
            format!("The {} has {length} characters; {limit} fit.", name(*part)),
            format!("Shorten it by {}.", length - limit),
        ),
        Problem::TooManyMarks {
            part,
            code_points,
            limit,
        } => (
            format!(
                "The {} is made of {code_points} code points, far more than its letters need; at most {limit} are allowed.",
                name(*part)
            ),
            "Type it again, or paste it as plain text: stacked marks or invisible characters fill it.".into(),
        ),
        Problem::MayNotFit { part, length, fitting } => (
            format!(
                "The {} has {length} characters; on a phone, a line takes about {fitting}.",
                name(*part)
            ),
            "Shorten it, or look at the phone preview.".into(),
        ),
        Problem::TokenWithoutFallback { part, key } => (
            format!("In the {}, visitors without “{}” see a gap.", name(*part), tidy(key)),
            format!("Write a stand-in: {{{{{}|…}}}}.", tidy(key)),
        ),
        Problem::BrokenToken { part } => (
            format!("The {} has double braces that insert nothing.", name(*part)),
            "Write {{key|stand-in}}, or remove the braces.".into(),
        ),
        Problem::ControlCharacter { part, character } => (
            format!(
                "The {} holds an invisible character ({}).",
                name(*part),
                code_point(*character)
            ),
            "Type the text anew, or paste it as plain text on one line.".into(),
        ),
        Problem::DirectionOverride { part, character } => (
            format!(
                "The {} holds an invisible character that turns its direction around ({}).",
                name(*part),
                code_point(*character)
            ),
            "Type the text anew; right-to-left scripts need no such character.".into(),
        ),
        Problem::MissingAction => (
            "The button does nothing yet.".into(),
            "Choose what it says to the bot, or the link it opens.".into(),
        ),
        Problem::LinkWithoutScheme { link } => (
            format!("The link “{}” does not begin with https://.", tidy(link)),
            format!("Write https://{}.", tidy(link)),
        ),
        Problem::LinkScheme { scheme } => (
            format!("Links that begin with “{}:” are not allowed.", tidy(scheme)),
            format!("Use one of {}.", limits::LINK_SCHEMES.join(", ")),
        ),
        Problem::MalformedLink { link } => (
            format!("The link “{}” leads nowhere.", tidy(link)),
            "Write one such as https://www.example.com, mailto:hello@example.com or tel:+902125550100.".into(),
        ),
        Problem::LinkFromAttribute { key } => (
            format!(
                "The link's host depends on the attribute “{}”, so it could lead anywhere.",
                tidy(key)
            ),
            "Begin it with https://, your host and a slash; attributes may follow.".into(),
        ),
        Problem::LinkWithUser { host } => (
            format!(
                "The link leads to “{}”, whatever stands before its @: that is a user's name.",
                tidy(host)
            ),
            "Remove what stands between // and @.".into(),
        ),
        Problem::PictureOutsideLibrary { path } => (
            format!(
                "The picture “{}” is not a file in the library's own folder images.",
                tidy(path)
            ),
            "Choose the picture again; Beckon takes it into the library.".into(),
        ),
        Problem::PictureMissing { path } => (
            format!("The picture “{}” is missing from the library.", tidy(path)),
            "Choose the picture again, or put the file back.".into(),
        ),
        Problem::PictureUnreadable { path } => (
            format!("“{}” is not a picture, or is damaged.", tidy(path)),
            "Choose another picture.".into(),
        ),
        Problem::PictureNotPng { path } => (
            format!("The picture “{}” is not a PNG.", tidy(path)),
            "Choose it again; Beckon makes a PNG of it.".into(),
        ),
        Problem::PictureSize { width, height } => (
            format!(
                "The picture is {width}×{height}; a card shows {}×{}.",
                limits::PICTURE_WIDTH,
                limits::PICTURE_HEIGHT
            ),
            "Choose it again; Beckon offers to crop it.".into(),
        ),
        Problem::LauncherNotSquare { width, height } => (
            format!("The launcher picture is {width}×{height}; the launcher is round, so its sides are cut off."),
            "Choose a square picture.".into(),
        ),
        Problem::LauncherNotChosen => (
            "The launcher image is not chosen; the site's own stays.".into(),
            "Choose current, bot profile or a picture.".into(),
        ),
        Problem::UnknownLauncher { word } => (
            format!("The launcher image “{}” is not known.", tidy(word)),
            "Choose current, bot profile or a picture.".into(),
        ),
        Problem::MissingCycleLength => (
            "The repeat cycle has no number.".into(),
            "Write one, or choose never to wait.".into(),
        ),
        Problem::CycleLength { every } => (
            format!("The repeat cycle cannot be {}.", tidy(every)),
            "Write a whole number of at least 1.".into(),
        ),
        Problem::MissingCycleUnit => (
            "The repeat cycle has no unit.".into(),
            "Choose minutes, hours or days.".into(),
        ),
        Problem::UnknownCycleUnit { word } => (
            format!("The repeat cycle's unit “{}” is not known.", tidy(word)),
            "Choose minutes, hours or days.".into(),
        ),
        Problem::NegativeDelay { delay } => (
            format!("A message delay of {} seconds is impossible.", tidy(delay)),
            "Write 0 or more.".into(),
        ),
        Problem::PriorityNotWhole { priority } => (
            format!("The priority {} is not a whole number.", tidy(priority)),
            "Write one such as 1, which goes first.".into(),
        ),
        // All others are phrased above.
        other => (other.code().replace('_', " "), String::new()),
    }
}

fn name(part: TextPart) -> &'static str {
    match part {
        TextPart::Name => "campaign's name",
        TextPart::Title => "title",
        TextPart::Subtitle => "subtitle",
        TextPart::ButtonName => "button name",
        TextPart::ButtonMessage => "button's message",
        TextPart::ButtonLink => "button's link",
        TextPart::Text => "text",
        TextPart::UserSay => "user expression",
        TextPart::PreviewReply => "reply for previews",
    }
}

fn write_it(part: TextPart) -> String {
    match part {
        TextPart::Name => "Give the campaign a name that your colleagues recognise.".into(),
        TextPart::Title => format!(
            "Write one of at most {} characters.",
            TextPart::Title.limit().characters
        ),
        TextPart::Text => format!("Write one of at most {} characters.", TextPart::Text.limit().characters),
        TextPart::ButtonName => "Write what stands on the button, such as Compare plans.".into(),
        TextPart::ButtonMessage => "Write what the button says to the bot.".into(),
        TextPart::ButtonLink => "Write where the button leads, such as https://www.example.com.".into(),
        TextPart::Subtitle | TextPart::UserSay | TextPart::PreviewReply => {
            "Write what the visitor would have typed; it starts the matching conversation.".into()
        }
    }
}
