//! Conversion of the document to a JSON value, keys in the order of the format.

use serde_json::{Map, Value, json};

use super::extras::ObjectWriter;
use super::file::{FORMAT, VERSION};
use super::read::{HOURS, LOOK, SAVED};
use super::translation::TRANSLATIONS;
use super::{
    Action, Activity, AudienceReference, Button, Campaign, Condition, Content, Expectation, Group, LauncherImage, Look,
    Named, Node, OpenHours, RepeatCycle, Runs, Schedule, Translation, Word, expectation, labels,
};

pub(super) fn write_campaign(campaign: &Campaign) -> Value {
    let mut object = ObjectWriter::new(&campaign.extras);
    object
        .put("format", FORMAT)
        .put("version", VERSION)
        .put("id", campaign.id.as_str())
        .put("name", campaign.name.as_str())
        .put_some(
            labels::KEY,
            (!campaign.labels.is_empty()).then(|| campaign.labels.clone()),
        )
        .put_some("platform", campaign.platform.id())
        .put_some("time_zone", campaign.time_zone.as_deref())
        .put("audience", write_group(&campaign.audience))
        .put("activity", write_activity(&campaign.activity))
        .put("content", write_content(&campaign.content))
        .put_some(LOOK, (!campaign.look.is_empty()).then(|| write_look(&campaign.look)))
        .put("schedule", write_schedule(&campaign.schedule))
        .put_some("launcher_image", campaign.launcher_image.as_ref().map(write_launcher))
        .put_some("launched_at", campaign.launched_at.as_deref())
        .put_some(expectation::KEY, write_expectations(&campaign.expectations));
    object.done()
}

fn write_expectations(expectations: &[Expectation]) -> Option<Vec<Value>> {
    let list: Vec<Value> = expectations.iter().map(write_expectation).collect();
    (!list.is_empty()).then_some(list)
}

fn write_expectation(expectation: &Expectation) -> Value {
    let mut object = ObjectWriter::new(&expectation.extras);
    let name = Some(expectation.name.as_str()).filter(|name| !name.is_empty());
    let visitor = Some(&expectation.visitor).filter(|visitor| !visitor.is_null());
    object
        .put_some("name", name)
        .put_some("visitor", visitor.cloned())
        .put_some("at", expectation.at.as_deref())
        .put_some("shown", expectation.shown)
        .put_some("waived", expectation.waived.then_some(true));
    object.done()
}

pub(super) fn write_group(group: &Group) -> Value {
    let children = group.children.iter().map(|child| match child {
        Node::Group(inner) => write_group(inner),
        Node::Condition(condition) => write_condition(condition),
        Node::Saved(saved) => write_reference(saved),
    });
    let mut object = ObjectWriter::new(&group.extras);
    object
        .put(group.joiner.id(), children.collect::<Vec<_>>())
        .put_some("muted", group.muted.then_some(true));
    object.done()
}

fn write_reference(saved: &AudienceReference) -> Value {
    let mut object = ObjectWriter::new(&saved.extras);
    object
        .put(SAVED, saved.name.as_str())
        .put_some("muted", saved.muted.then_some(true));
    object.done()
}

fn write_condition(condition: &Condition) -> Value {
    let mut object = ObjectWriter::new(&condition.extras);
    object
        .put_some("field", condition.field.id())
        .put_some("key", condition.key.as_deref())
        .put_some("operator", condition.operator.id())
        .put_some("value", condition.value.clone())
        .put_some("muted", condition.muted.then_some(true));
    object.done()
}

fn write_activity(activity: &Activity) -> Value {
    let mut object = ObjectWriter::new(&activity.extras);
    object.put("join", activity.join.id().unwrap_or("and")).put(
        "conditions",
        activity.conditions.iter().map(write_condition).collect::<Vec<_>>(),
    );
    object.done()
}

fn write_content(content: &Content) -> Value {
    let mut object = ObjectWriter::new(&content.extras);
    object.put_some("type", content.kind.id());
    write_texts(content, &mut object);
    object.put_some("language", content.language.as_deref());
    let written = |translation: &Translation| {
        let mut texts = ObjectWriter::new(&translation.texts.extras);
        write_texts(&translation.texts, &mut texts);
        (translation.tag.clone(), texts.done())
    };
    let translations: Map<String, Value> = content.translations.iter().map(written).collect();
    object.put_some(TRANSLATIONS, (!translations.is_empty()).then_some(translations));
    object.done()
}

/// Writes the texts and the picture: what every language has.
fn write_texts(content: &Content, object: &mut ObjectWriter<'_>) {
    object
        .put_some("title", content.title.as_deref())
        .put_some("subtitle", content.subtitle.as_deref())
        .put_some("image", content.image.as_deref())
        .put_some("image_dense", content.image_dense.as_deref())
        .put_some("image_alt", content.image_alt.as_deref())
        .put_some("button", content.button.as_ref().map(write_button))
        .put_some("text", content.text.as_deref())
        .put_some("user_say", content.user_say.as_deref())
        .put_some("replies", write_replies(&content.replies))
        .put_some("preview_reply", content.preview_reply.as_deref());
}

fn write_replies(replies: &[Button]) -> Option<Vec<Value>> {
    (!replies.is_empty()).then(|| replies.iter().map(write_button).collect())
}

pub(super) fn write_look(look: &Look) -> Value {
    let mut object = ObjectWriter::new(&look.extras);
    for (key, value) in look.chosen() {
        object.put(key.spec().id, value.clone());
    }
    object.done()
}

fn write_button(button: &Button) -> Value {
    let mut action = ObjectWriter::new(&button.action_extras);
    match &button.action {
        Some(Action::Message(message)) => action.put("message", message.as_str()),
        Some(Action::Link(link)) => action.put("link", link.as_str()),
        None => &mut action,
    };
    let action = (button.action.is_some() || !button.action_extras.is_empty()).then(|| action.done());
    let mut object = ObjectWriter::new(&button.extras);
    object
        .put_some("name", button.name.as_deref())
        .put_some("action", action);
    object.done()
}

fn write_schedule(schedule: &Schedule) -> Value {
    let cycle = schedule.repeat_cycle.as_ref().map_or(Value::Null, write_cycle);
    let mut object = ObjectWriter::new(&schedule.extras);
    object
        .put("repeat_cycle", cycle)
        .put_some("message_delay", schedule.message_delay.clone().map(Value::Number))
        .put_some("closes_after", schedule.closes_after.clone().map(Value::Number))
        .put_some("runs", schedule.runs.as_ref().map(write_runs))
        .put_some(HOURS, write_hours(&schedule.hours))
        .put_some("hours_in", schedule.hours_in.id())
        .put_some("only_in_hours", schedule.only_in_hours.then_some(true))
        .put_some("priority", schedule.priority.clone().map(Value::Number));
    object.done()
}

pub(super) fn write_cycle(cycle: &RepeatCycle) -> Value {
    let mut object = ObjectWriter::new(&cycle.extras);
    object
        .put_some("every", cycle.every.clone().map(Value::Number))
        .put_some("unit", cycle.unit.id());
    object.done()
}

fn write_runs(runs: &Runs) -> Value {
    let mut object = ObjectWriter::new(&runs.extras);
    object
        .put_some("from", runs.from.as_deref())
        .put_some("until", runs.until.as_deref());
    object.done()
}

pub(super) fn write_hours(hours: &[OpenHours]) -> Option<Vec<Value>> {
    let written = hours.iter().map(|hours| {
        let days: Vec<&str> = hours.days.iter().filter_map(Word::id).collect();
        let mut object = ObjectWriter::new(&hours.extras);
        object
            .put_some("days", (!days.is_empty()).then_some(days))
            .put_some("from", hours.from.as_deref())
            .put_some("until", hours.until.as_deref());
        object.done()
    });
    (!hours.is_empty()).then(|| written.collect())
}

fn write_launcher(launcher: &LauncherImage) -> Value {
    match launcher {
        LauncherImage::Current => json!("current"),
        LauncherImage::BotProfile => json!("bot_profile"),
        LauncherImage::Unknown(word) => json!(word),
        LauncherImage::Image(path) => json!({ "image": path }),
    }
}
