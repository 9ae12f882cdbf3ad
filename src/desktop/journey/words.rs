//! Steps in words and icons.

use serde_json::Value;

use super::JourneyContext;
use crate::{
    campaign::{ClickTarget, TextPart},
    desktop::theme::Icon,
    studio::{
        duration,
        journey::{
            axis::Axis,
            timeline::{DAY, StepKind, Timeline},
        },
    },
    visitor::EventKind,
};

/// The icon of a kind of step.
pub(super) fn icon(kind: StepKind) -> Icon {
    match kind {
        StepKind::Open => Icon::Globe,
        StepKind::Wait => Icon::Hourglass,
        StepKind::Scroll => Icon::ArrowUpDown,
        StepKind::Leave => Icon::DoorOpen,
        StepKind::Click => Icon::MousePointerClick,
        StepKind::Close => Icon::X,
        StepKind::Chat => Icon::MessageCircle,
        StepKind::Input => Icon::Move,
        StepKind::Identify => Icon::Tag,
        StepKind::Track => Icon::CircleDot,
        StepKind::Press => Icon::MousePointerClick,
        StepKind::Away => Icon::LogOut,
        StepKind::Back => Icon::CornerDownLeft,
        StepKind::Cover => Icon::AppWindow,
        StepKind::Uncover => Icon::Eye,
        StepKind::Tomorrow => Icon::CalendarDays,
    }
}

/// The key of the text that names a kind of step in a menu, for a device used with fingers or not.
pub(super) fn kind_key(kind: StepKind, touch: bool) -> &'static str {
    match kind {
        StepKind::Open => "journey-kind-open",
        StepKind::Wait => "journey-kind-wait",
        StepKind::Scroll => "journey-kind-scroll",
        StepKind::Leave if touch => "journey-kind-leave-touch",
        StepKind::Leave => "journey-kind-leave",
        StepKind::Click => "journey-kind-click",
        StepKind::Close => "journey-kind-close",
        StepKind::Chat => "journey-kind-chat",
        StepKind::Input => "journey-kind-input",
        StepKind::Identify => "journey-kind-identify",
        StepKind::Track => "journey-kind-track",
        StepKind::Press => "journey-kind-press",
        StepKind::Away => "journey-kind-away",
        StepKind::Back => "journey-kind-back",
        StepKind::Cover => "journey-kind-cover",
        StepKind::Uncover => "journey-kind-uncover",
        StepKind::Tomorrow => "journey-kind-tomorrow",
    }
}

/// What a step does: `Scrolls to 45 %`.
pub(super) fn step(timeline: &Timeline, index: usize, ctx: &JourneyContext<'_>) -> String {
    let text = ctx.text;
    let Some(event) = timeline.steps().get(index) else {
        return String::new();
    };
    match &event.kind {
        EventKind::Open(opening) => {
            let back = timeline.kind(index) == Some(StepKind::Tomorrow);
            let key = if back {
                "journey-does-return"
            } else {
                "journey-does-open"
            };
            text.tv(key, &[("page", short(&opening.url).into())])
        }
        EventKind::Scroll(ratio) => text.tv("journey-does-scroll", &[("ratio", ratio.round().into())]),
        EventKind::Exit if ctx.touch => text.t("journey-does-leave-touch"),
        EventKind::Exit => text.t("journey-does-leave"),
        EventKind::Click(ClickTarget::Message) => text.t("journey-does-click"),
        EventKind::Click(ClickTarget::Reply(place)) => {
            text.tv("journey-does-click-reply", &[("number", place.number().into())])
        }
        EventKind::Close => text.t("journey-does-close"),
        EventKind::Converse => text.t("journey-does-chat"),
        EventKind::Input => text.t("journey-does-input"),
        EventKind::Identify(attributes) => {
            let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let pairs: Vec<String> = attributes
                .iter()
                .map(|(key, value)| format!("{key} = {}", plain(value)))
                .collect();
            text.tv("journey-does-identify", &[("attributes", pairs.join(", ").into())])
        }
        EventKind::Track(event) => text.tv("journey-does-track", &[("event", event.as_str().into())]),
        EventKind::Press(element) => {
            let element = crate::wording::element(element);
            text.tv("journey-does-press", &[("element", element.into())])
        }
        EventKind::Away(true) => text.t("journey-does-away"),
        EventKind::Away(false) => text.t("journey-does-back"),
        EventKind::Covered(true) => text.t("journey-does-cover"),
        EventKind::Covered(false) => text.t("journey-does-uncover"),
        EventKind::End if timeline.is_end(index) => text.t("journey-does-end"),
        EventKind::End => text.t("journey-does-wait"),
    }
}

/// What of a pop-up is clicked: `Reply 2`.
pub(super) fn target(target: ClickTarget, ctx: &JourneyContext<'_>) -> String {
    match target {
        ClickTarget::Message => ctx.text.t("journey-click-message"),
        ClickTarget::Reply(place) => ctx.text.t(TextPart::ReplyName(place).spec().label),
    }
}

/// An address without what every address has.
pub(super) fn short(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.strip_prefix("www.").unwrap_or(rest)
}

/// A time on the axis: `0:05`; behind a break `Day 2 · 0:05`, or `+3 h · 0:05` on the same day.
pub(super) fn time(at: f64, axis: &Axis, start: chrono::DateTime<chrono::Utc>, ctx: &JourneyContext<'_>) -> String {
    let stretch = axis.stretch(at);
    let within = duration::clock(at - stretch);
    if stretch == 0.0 {
        return within;
    }
    format!("{} · {within}", stretch_name(stretch, start, ctx))
}

/// Returns the name of a stretch after a break: `Day 2`, or `+3 h` on the first day.
pub(super) fn stretch_name(stretch: f64, start: chrono::DateTime<chrono::Utc>, ctx: &JourneyContext<'_>) -> String {
    let date = |at: f64| {
        let by = chrono::TimeDelta::try_milliseconds((at * 1e3) as i64)?;
        let instant = start.checked_add_signed(by)?;
        // The ends of the calendar have no local time everywhere.
        (instant.timestamp().abs() < 8_000_000_000_000).then(|| instant.with_timezone(&ctx.zone).date_naive())
    };
    let days = match (date(0.0), date(stretch)) {
        (Some(first), Some(then)) => (then - first).num_days(),
        _ => (stretch / DAY) as i64,
    };
    if days > 0 {
        ctx.text.tv("journey-day", &[("number", (days + 1).into())])
    } else {
        format!("+{}", duration::write(stretch, ctx.text))
    }
}
