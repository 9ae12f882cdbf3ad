//! Reading of a document from a JSON value, which collects every value of a wrong type instead of stopping at the first.
//!
//! Each object is walked once, so that the work grows only in proportion to the file.

use serde_json::{Map, Number, Value};

use super::fault::{FileFault, JsonKind, Wanted};
use super::file::{FileProblem, MAX_PROBLEMS, MAX_UNKNOWN_KEYS};
use super::rests::rest_time;
use super::translation::TRANSLATIONS;
use super::{
    Action, Activity, AudienceReference, Button, Campaign, Condition, Content, Expectation, Extras, Group, Joiner,
    LauncherImage, Look, LookKey, MAX_GROUP_DEPTH, Named, Node, OpenHours, RepeatCycle, RestTime, Runs, Schedule,
    Translation, Weekday, Word, expectation, labels,
};

/// The key of a look.
pub(super) const LOOK: &str = "look";
/// The key of a saved audience's name.
pub(super) const SAVED: &str = "saved";
/// The key of hours.
pub(super) const HOURS: &str = "hours";

/// What reading a file found besides its values.
#[derive(Default)]
pub(super) struct Report {
    /// The first problems, at most [`MAX_PROBLEMS`].
    pub problems: Vec<FileProblem>,
    /// How many problems there are beyond those.
    pub more_problems: usize,
    /// How many keys of all objects together are unknown.
    pub unknown_keys: usize,
}

/// A reader of an object that takes the known keys one by one; what is left at the end is unknown and kept.
pub(super) struct ObjectReader<'r> {
    /// The object as it was read. The value of a known key is null once it was taken.
    map: Map<String, Value>,
    taken: Vec<&'static str>,
    pointer: String,
    report: &'r mut Report,
}

impl<'r> ObjectReader<'r> {
    pub(super) fn new(map: Map<String, Value>, pointer: String, report: &'r mut Report) -> Self {
        ObjectReader {
            map,
            taken: Vec::new(),
            pointer,
            report,
        }
    }

    fn take(&mut self, key: &'static str) -> Option<Value> {
        // The key keeps its place: removing it would move all that follow.
        let value = self.map.get_mut(key)?.take();
        self.taken.push(key);
        Some(value)
    }

    /// Takes a key whose null means the same as its absence.
    fn take_some(&mut self, key: &'static str) -> Option<Value> {
        self.take(key).filter(|value| !value.is_null())
    }

    fn at(&self, key: &str) -> String {
        format!("{}/{}", self.pointer, key.replace('~', "~0").replace('/', "~1"))
    }

    fn wrong(&mut self, key: &str, wanted: Wanted, found: &Value) {
        let fault = FileFault::WrongType {
            key: key.to_owned(),
            wanted,
            found: JsonKind::of(found),
        };
        self.report(fault, self.at(key));
    }

    pub(super) fn report(&mut self, fault: FileFault, pointer: String) {
        if self.report.problems.len() == MAX_PROBLEMS {
            self.report.more_problems += 1;
            return;
        }
        self.report.problems.push(FileProblem {
            fault,
            pointer,
            position: None,
        });
    }

    /// Takes the keys that every document begins with.
    pub(super) fn skip_header(&mut self) {
        self.take("format");
        self.take("version");
    }

    pub(super) fn text(&mut self, key: &'static str) -> Option<String> {
        match self.take_some(key)? {
            Value::String(text) => Some(text),
            other => {
                self.wrong(key, Wanted::Text, &other);
                None
            }
        }
    }

    pub(super) fn number(&mut self, key: &'static str) -> Option<Number> {
        match self.take_some(key)? {
            Value::Number(number) => Some(number),
            other => {
                self.wrong(key, Wanted::Number, &other);
                None
            }
        }
    }

    /// Takes the time of a rest: a word, or so many minutes, hours or days.
    pub(super) fn rest_time(&mut self, key: &'static str) -> Option<RestTime> {
        match self.take_some(key)? {
            Value::String(word) => Some(rest_time(word)),
            Value::Object(map) => {
                let pointer = self.at(key);
                Some(RestTime::Span(read_cycle(ObjectReader::new(map, pointer, self.report))))
            }
            other => {
                self.wrong(key, Wanted::RestTime, &other);
                None
            }
        }
    }

    fn answer(&mut self, key: &'static str) -> Option<bool> {
        match self.take_some(key)? {
            Value::Bool(flag) => Some(flag),
            other => {
                self.wrong(key, Wanted::Flag, &other);
                None
            }
        }
    }

    fn flag(&mut self, key: &'static str) -> bool {
        self.answer(key).unwrap_or(false)
    }

    fn word<T: Named>(&mut self, key: &'static str) -> Word<T> {
        self.text(key).map_or(Word::Missing, |text| Word::from_id(&text))
    }

    pub(super) fn object<T>(&mut self, key: &'static str, read: impl FnOnce(ObjectReader<'_>) -> T) -> Option<T> {
        match self.take_some(key)? {
            Value::Object(map) => {
                let pointer = self.at(key);
                Some(read(ObjectReader::new(map, pointer, self.report)))
            }
            other => {
                self.wrong(key, Wanted::Object, &other);
                None
            }
        }
    }

    /// Returns whether a key has an empty list.
    fn has_empty_list(&self, key: &str) -> bool {
        let list = self.map.get(key).and_then(Value::as_array);
        list.is_some_and(Vec::is_empty)
    }

    /// Takes the elements of a list; there are none where it is missing or something else.
    fn items(&mut self, key: &'static str) -> Vec<Value> {
        match self.take_some(key) {
            None => Vec::new(),
            Some(Value::Array(items)) => items,
            Some(other) => {
                self.wrong(key, Wanted::List, &other);
                Vec::new()
            }
        }
    }

    /// Takes the elements of a list of objects, each read on its own.
    pub(super) fn objects<T>(&mut self, key: &'static str, mut read: impl FnMut(ObjectReader<'_>) -> T) -> Vec<T> {
        let items = self.items(key);
        let mut list = Vec::with_capacity(items.len());
        for (index, item) in items.into_iter().enumerate() {
            let pointer = format!("{}/{index}", self.at(key));
            match item {
                Value::Object(map) => list.push(read(ObjectReader::new(map, pointer, self.report))),
                other => {
                    let fault = FileFault::WrongEntry {
                        key: key.to_owned(),
                        found: JsonKind::of(&other),
                    };
                    self.report(fault, pointer);
                }
            }
        }
        list
    }

    /// Takes every key of an object of objects.
    fn entries<T>(mut self, read: impl Fn(&str, ObjectReader<'_>) -> T) -> Vec<T> {
        let map = std::mem::take(&mut self.map);
        let mut list = Vec::with_capacity(map.len());
        for (key, value) in map {
            match value {
                Value::Object(inner) => {
                    let pointer = self.at(&key);
                    list.push(read(&key, ObjectReader::new(inner, pointer, self.report)));
                }
                Value::Null => {}
                other => self.wrong(&key, Wanted::Object, &other),
            }
        }
        list
    }

    /// Takes the elements of a list of texts.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<String> {
        let items = self.items(key);
        let mut list = Vec::with_capacity(items.len());
        for (index, item) in items.into_iter().enumerate() {
            match item {
                Value::String(text) => list.push(text),
                other => {
                    let fault = FileFault::WrongTextEntry {
                        key: key.to_owned(),
                        found: JsonKind::of(&other),
                    };
                    self.report(fault, format!("{}/{index}", self.at(key)));
                }
            }
        }
        list
    }

    pub(super) fn extras(self) -> Extras {
        let ObjectReader { map, taken, report, .. } = self;
        let mut extras = Extras::default();
        let mut after = "";
        for (key, value) in map {
            if let Some(known) = taken.iter().find(|known| **known == key) {
                after = known;
                continue;
            }
            report.unknown_keys += 1;
            // A file with more is refused, so the rest need not be kept.
            if report.unknown_keys <= MAX_UNKNOWN_KEYS {
                extras.push(after, key, value);
            }
        }
        extras
    }
}

pub(super) fn read_campaign(mut object: ObjectReader<'_>) -> Campaign {
    object.skip_header();
    Campaign {
        id: object.text("id").unwrap_or_default(),
        name: object.text("name").unwrap_or_default(),
        labels: read_labels(&mut object),
        platform: object.word("platform"),
        time_zone: object.text("time_zone"),
        audience: object.object("audience", read_outermost).unwrap_or_default(),
        activity: object.object("activity", read_activity).unwrap_or_default(),
        content: object.object("content", read_content).unwrap_or_default(),
        look: read_own_look(&mut object),
        schedule: object.object("schedule", read_schedule).unwrap_or_default(),
        launcher_image: read_launcher(&mut object),
        launched_at: object.text("launched_at"),
        expectations: read_expectations(&mut object),
        extras: object.extras(),
    }
}

fn joiner_of(object: &ObjectReader<'_>) -> Option<Joiner> {
    Joiner::ALL
        .iter()
        .copied()
        .find(|joiner| object.map.contains_key(joiner.id()))
}

/// Reads an audience.
pub(super) fn read_outermost(object: ObjectReader<'_>) -> Group {
    read_group(object, 1)
}

fn read_group(mut object: ObjectReader<'_>, depth: usize) -> Group {
    let joiners = Joiner::ALL
        .iter()
        .filter(|joiner| object.map.contains_key(joiner.id()))
        .count();
    let pointer = object.pointer.clone();
    if joiners > 1 {
        object.report(FileFault::TwoJoiners, pointer);
    } else if joiners == 0 && (object.map.contains_key("field") || object.map.contains_key(SAVED)) {
        object.report(FileFault::NotAGroup, pointer);
    } else if depth > MAX_GROUP_DEPTH {
        object.report(FileFault::GroupsTooDeep, pointer);
        return Group::default();
    }
    let joiner = joiner_of(&object).unwrap_or_default();
    let children = object.objects(joiner.id(), |child| read_node(child, depth));
    Group {
        joiner,
        children,
        muted: object.flag("muted"),
        extras: object.extras(),
    }
}

fn read_node(object: ObjectReader<'_>, depth: usize) -> Node {
    if joiner_of(&object).is_some() {
        return Node::Group(read_group(object, depth + 1));
    }
    // What names a field is a condition, whatever else it names.
    if object.map.contains_key(SAVED) && !object.map.contains_key("field") {
        return Node::Saved(read_reference(object));
    }
    Node::Condition(read_condition(object))
}

fn read_reference(mut object: ObjectReader<'_>) -> AudienceReference {
    AudienceReference {
        name: object.text(SAVED).unwrap_or_default(),
        muted: object.flag("muted"),
        extras: object.extras(),
    }
}

fn read_condition(mut object: ObjectReader<'_>) -> Condition {
    Condition {
        field: object.word("field"),
        key: object.text("key"),
        operator: object.word("operator"),
        value: object.take("value"),
        muted: object.flag("muted"),
        extras: object.extras(),
    }
}

fn read_activity(mut object: ObjectReader<'_>) -> Activity {
    Activity {
        join: object.word("join"),
        conditions: object.objects("conditions", read_condition),
        extras: object.extras(),
    }
}

fn read_content(mut object: ObjectReader<'_>) -> Content {
    let kind = object.word("type");
    let language = object.text("language");
    let translations = read_translations(&mut object);
    Content {
        kind,
        language,
        translations,
        ..read_texts(object)
    }
}

/// Reads the translations. None at all stay among the unknown keys, so that a save leaves them in place.
fn read_translations(object: &mut ObjectReader<'_>) -> Vec<Translation> {
    let empty = |value: &Value| value.as_object().is_some_and(Map::is_empty);
    if object.map.get(TRANSLATIONS).is_some_and(empty) {
        return Vec::new();
    }
    let read = |tag: &str, texts: ObjectReader<'_>| Translation {
        tag: tag.to_owned(),
        texts: read_texts(texts),
    };
    object.object(TRANSLATIONS, |all| all.entries(read)).unwrap_or_default()
}

/// Reads the texts and the picture: what every language has.
fn read_texts(mut object: ObjectReader<'_>) -> Content {
    Content {
        title: object.text("title"),
        subtitle: object.text("subtitle"),
        image: object.text("image"),
        image_dense: object.text("image_dense"),
        image_alt: object.text("image_alt"),
        button: object.object("button", read_button),
        text: object.text("text"),
        user_say: object.text("user_say"),
        replies: read_replies(&mut object),
        preview_reply: object.text("preview_reply"),
        extras: object.extras(),
        ..Content::default()
    }
}

/// Reads the quick replies. An empty list stays among the unknown keys, so that a save leaves it in place.
fn read_replies(object: &mut ObjectReader<'_>) -> Vec<Button> {
    match object.has_empty_list("replies") {
        true => Vec::new(),
        false => object.objects("replies", read_button),
    }
}

fn read_button(mut object: ObjectReader<'_>) -> Button {
    let name = object.text("name");
    let (action, action_extras) = object.object("action", read_action).unwrap_or_default();
    Button {
        name,
        action,
        extras: object.extras(),
        action_extras,
    }
}

fn read_action(mut object: ObjectReader<'_>) -> (Option<Action>, Extras) {
    let pointer = object.pointer.clone();
    let action = match (object.text("message"), object.text("link")) {
        (Some(_), Some(_)) => {
            object.report(FileFault::TwoActions, pointer);
            None
        }
        (Some(message), None) => Some(Action::Message(message)),
        (None, Some(link)) => Some(Action::Link(link)),
        (None, None) => None,
    };
    (action, object.extras())
}

/// Reads a campaign's look. An empty one stays among the unknown keys, so that a save leaves it in place.
fn read_own_look(object: &mut ObjectReader<'_>) -> Look {
    let empty = |value: &Value| value.as_object().is_some_and(Map::is_empty);
    if object.map.get(LOOK).is_some_and(empty) {
        return Look::default();
    }
    object.object(LOOK, read_look).unwrap_or_default()
}

pub(super) fn read_look(mut object: ObjectReader<'_>) -> Look {
    let mut look = Look::default();
    for key in LookKey::ALL {
        let spec = key.spec();
        let Some(value) = object.take(spec.id) else { continue };
        match spec.kind.wants(&value) {
            None => look.set(*key, Some(value)),
            // As elsewhere, a null that means nothing of its own is as good as no key.
            Some(_) if value.is_null() => {}
            Some(wanted) => object.wrong(spec.id, wanted, &value),
        }
    }
    look.extras = object.extras();
    look
}

fn read_schedule(mut object: ObjectReader<'_>) -> Schedule {
    Schedule {
        repeat_cycle: object.object("repeat_cycle", read_cycle),
        message_delay: object.number("message_delay"),
        closes_after: object.number("closes_after"),
        runs: object.object("runs", |mut runs| Runs {
            from: runs.text("from"),
            until: runs.text("until"),
            extras: runs.extras(),
        }),
        hours: read_hours(&mut object, HOURS),
        hours_in: object.word("hours_in"),
        only_in_hours: object.flag("only_in_hours"),
        priority: object.number("priority"),
        extras: object.extras(),
    }
}

/// Reads hours. An empty list stays among the unknown keys, so that a save leaves it in place.
pub(super) fn read_hours(object: &mut ObjectReader<'_>, key: &'static str) -> Vec<OpenHours> {
    if object.has_empty_list(key) {
        return Vec::new();
    }
    object.objects(key, |mut hours| OpenHours {
        days: read_days(&mut hours),
        from: hours.text("from"),
        until: hours.text("until"),
        extras: hours.extras(),
    })
}

fn read_days(hours: &mut ObjectReader<'_>) -> Vec<Word<Weekday>> {
    match hours.has_empty_list("days") {
        true => Vec::new(),
        false => hours.texts("days").iter().map(|id| Word::from_id(id)).collect(),
    }
}

/// Reads the labels. An empty list stays among the unknown keys, so that a save leaves it in place.
fn read_labels(object: &mut ObjectReader<'_>) -> Vec<String> {
    match object.has_empty_list(labels::KEY) {
        true => Vec::new(),
        false => object.texts(labels::KEY),
    }
}

/// Reads the expectations. An empty list stays among the unknown keys, too.
fn read_expectations(object: &mut ObjectReader<'_>) -> Vec<Expectation> {
    if object.has_empty_list(expectation::KEY) {
        return Vec::new();
    }
    object.objects(expectation::KEY, |mut object| Expectation {
        name: object.text("name").unwrap_or_default(),
        visitor: object.take("visitor").unwrap_or_default(),
        at: object.text("at"),
        shown: object.answer("shown"),
        waived: object.flag("waived"),
        extras: object.extras(),
    })
}

fn read_cycle(mut cycle: ObjectReader<'_>) -> RepeatCycle {
    RepeatCycle {
        every: cycle.number("every"),
        unit: cycle.word("unit"),
        extras: cycle.extras(),
    }
}

fn read_launcher(object: &mut ObjectReader<'_>) -> Option<LauncherImage> {
    match object.take_some("launcher_image")? {
        Value::String(word) => Some(match word.as_str() {
            "current" => LauncherImage::Current,
            "bot_profile" => LauncherImage::BotProfile,
            _ => LauncherImage::Unknown(word),
        }),
        Value::Object(map) if map.len() == 1 && map.get("image").is_some_and(Value::is_string) => map
            .get("image")
            .and_then(Value::as_str)
            .map(|path| LauncherImage::Image(path.to_owned())),
        other => {
            object.wrong("launcher_image", Wanted::LauncherImage, &other);
            None
        }
    }
}
