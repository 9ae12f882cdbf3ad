//! Checks of what the pop-up shows (`tests/specification/message.md`). What a draft keeps for other types is not checked.

use url::Url;

use super::super::Severity;
use super::{Findings, PictureFacts, Problem, TextPart, picture, text};
use crate::campaign::{
    Action, ClickTarget, Content, ContentType, MessagePart, Need, ReplyPlace, fill_tokens, limits, tokens,
};

pub(super) fn check(content: &Content, pictures: &dyn PictureFacts, findings: &mut Findings) {
    let unknown = |word| Problem::UnknownContentType { word };
    findings.add_word("/content/type", &content.kind, Problem::MissingContentType, unknown);
    for slot in MessagePart::ALL.into_iter().filter_map(|part| content.slot(part)) {
        match slot.part {
            MessagePart::Text(part) => check_text(part, slot.need, content, findings),
            MessagePart::Picture => {
                if let Some(path) = &content.image {
                    check_picture(path, content, pictures, findings);
                }
            }
            MessagePart::Action(ClickTarget::Message) => check_action(content, findings),
            MessagePart::Action(ClickTarget::Reply(place)) => check_reply_action(place, content, findings),
        }
    }
    let most = ReplyPlace::ALL.len();
    if content.has_replies() && content.replies.len() > most {
        let count = content.replies.len();
        findings.add("/content/replies", Problem::TooManyReplies { count, most });
    }
}

fn check_text(part: TextPart, need: Need, content: &Content, findings: &mut Findings) {
    let text = content.text(part);
    let need = match is_said_elsewhere(part, content) {
        true => Need::Optional,
        false => need,
    };
    match need {
        Need::Required => text::check_required(part, text, findings),
        Need::Advised if text.is_none_or(|text| text.trim().is_empty()) => {
            findings.add(part.pointer(), Problem::NothingToSay);
        }
        Need::Advised | Need::Optional => text::check_optional(part, text, findings),
    }
}

/// Whether another part says the same: of a card's button message and what the visitor says by it, one is enough. Visitors who have replies to choose
/// from have something to say.
fn is_said_elsewhere(part: TextPart, content: &Content) -> bool {
    let other = match part {
        TextPart::UserSay if content.has_replies() => return true,
        TextPart::UserSay => TextPart::ButtonMessage,
        TextPart::ButtonMessage => TextPart::UserSay,
        TextPart::Name
        | TextPart::Title
        | TextPart::Subtitle
        | TextPart::ImageAlt
        | TextPart::ButtonName
        | TextPart::ButtonLink
        | TextPart::Text
        | TextPart::ReplyName(_)
        | TextPart::ReplyMessage(_)
        | TextPart::ReplyLink(_)
        | TextPart::PreviewReply => return false,
    };
    let is_card = content.kind.known() == Some(ContentType::Rich);
    is_card && content.text(other).is_some_and(|text| !text.trim().is_empty())
}

/// Checks the picture, and once it can be shown, whether there are words for those who cannot see it.
fn check_picture(path: &str, content: &Content, pictures: &dyn PictureFacts, findings: &mut Findings) {
    let before = findings.list.len();
    picture::check_card(path, content.image_dense.as_deref(), pictures, findings);
    let shown = !findings.list[before..]
        .iter()
        .any(|finding| finding.severity() == Severity::Error);
    if shown && content.image_alt.is_none() {
        findings.add(TextPart::ImageAlt.pointer(), Problem::MissingImageAlt);
    }
}

fn check_action(content: &Content, findings: &mut Findings) {
    match content.action(ClickTarget::Message) {
        None if is_said_elsewhere(TextPart::ButtonMessage, content) => {}
        None => findings.add("/content/button/action", Problem::MissingAction),
        Some(Action::Message(_)) => check_text(TextPart::ButtonMessage, Need::Required, content, findings),
        Some(Action::Link(link)) => check_link(TextPart::ButtonLink, link, findings),
    }
}

/// Checks what a reply does; one that is not told says its name.
fn check_reply_action(place: ReplyPlace, content: &Content, findings: &mut Findings) {
    match content.action(ClickTarget::Reply(place)) {
        None => {}
        Some(Action::Message(_)) => check_text(TextPart::ReplyMessage(place), Need::Optional, content, findings),
        Some(Action::Link(link)) => check_link(TextPart::ReplyLink(place), link, findings),
    }
}

pub(super) fn check_link(part: TextPart, link: &str, findings: &mut Findings) {
    let before = findings.list.len();
    text::check_required(part, Some(link), findings);
    let empty = |problem: &Problem| {
        matches!(
            problem,
            Problem::MissingText { .. } | Problem::EmptyWithoutAttribute { .. }
        )
    };
    if findings.list[before..].iter().any(|finding| empty(&finding.problem)) {
        return;
    }
    let path = part.pointer();
    // A visitor's attribute must choose neither the scheme, which could be one that runs code, nor the host.
    if let Some(token) = tokens(link)
        .first()
        .filter(|token| !names_its_host(&link[..token.range.start]))
    {
        findings.add(
            path,
            Problem::LinkFromAttribute {
                key: token.key.to_owned(),
            },
        );
        return;
    }
    let filled = fill_tokens(link, |_| None).trim().to_owned();
    match Url::parse(&filled) {
        Err(url::ParseError::RelativeUrlWithoutBase) => {
            findings.add(path, Problem::LinkWithoutScheme { link: filled });
        }
        Err(_) => findings.add(path, Problem::MalformedLink { link: filled }),
        Ok(url) if !limits::LINK_SCHEMES.contains(&url.scheme()) => {
            // `example.com:8080` and `localhost:3000` parse as a scheme of their own.
            let problem = if looks_like_host(&filled) {
                Problem::LinkWithoutScheme { link: filled }
            } else {
                Problem::LinkScheme {
                    scheme: url.scheme().to_owned(),
                }
            };
            findings.add(path, problem);
        }
        Ok(url) if !url.username().is_empty() || url.password().is_some() => {
            let host = url.host_str().unwrap_or_default().to_owned();
            findings.add(path, Problem::LinkWithUser { host });
        }
        Ok(url) if !leads_somewhere(&url) => findings.add(path, Problem::MalformedLink { link: filled }),
        Ok(_) => {}
    }
}

/// Returns whether the beginning of a link states its scheme and, if such links have one, its host.
fn names_its_host(beginning: &str) -> bool {
    match beginning.split_once(':') {
        None => false,
        Some((_, rest)) if !beginning.trim_start().to_ascii_lowercase().starts_with("http") => !rest.starts_with('/'),
        Some((_, rest)) => rest.trim_start_matches(['/', '\\']).contains(['/', '\\', '?', '#']),
    }
}

fn looks_like_host(link: &str) -> bool {
    link.split_once(':')
        .is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn leads_somewhere(url: &Url) -> bool {
    match url.scheme() {
        "mailto" => url
            .path()
            .split_once('@')
            .is_some_and(|(person, host)| !person.is_empty() && !host.is_empty()),
        "tel" => url.path().chars().any(|c| c.is_ascii_digit()),
        _ => url.has_host(),
    }
}
