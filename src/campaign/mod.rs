//! The document: one proactive conversation, as a person edits it and as its file keeps it.
//!
//! Plain data. This module uses no other module, no clock, no disk. In a draft anything may be missing or half-filled: reading accepts every
//! well-formed half-finished campaign, and `insight` decides what stops a launch. Nothing unknown is ever lost: unknown keys are kept in [`Extras`].

mod addresses;
mod audience;
mod catalogue;
mod choices;
mod color;
mod content;
mod countries;
mod element;
mod expectation;
mod extras;
mod fault;
mod file;
mod labels;
mod language;
pub mod limits;
mod live;
mod locate;
mod look;
mod message;
mod one_line;
mod parts;
mod pictures;
mod plain_text;
mod read;
mod rests;
mod saved_audience;
mod schedule;
mod schema;
mod site;
mod site_change;
mod site_difference;
mod timetable;
mod token;
mod translation;
mod word;
mod write;

#[cfg(test)]
mod tests;

pub use addresses::{Address, AddressUse};
pub use audience::{
    Activity, AudienceReference, Condition, Group, Join, Joiner, MAX_GROUP_DEPTH, Node, NodePath, Requirement,
};
pub use catalogue::{
    Bond, ByField, CAMPAIGN_COUNTS, CATALOGUE, DayTest, Field, FieldSpec, FieldType, Operator, Order, SHOWINGS, Scope,
    Section, Source, UrlTest, WITHIN_SHOWINGS,
};
pub use choices::{BROWSERS, Choice, DEVICE_TYPES, LANGUAGES, OPERATING_SYSTEMS};
pub use color::{ColorError, Rgb};
pub use content::{Action, Button, Content, ContentType, LauncherImage, PICTURE_FOLDER, is_picture_name};
pub use countries::COUNTRIES;
pub use element::Element;
pub use expectation::Expectation;
pub use extras::Extras;
pub use fault::{Document, FileFault, JsonKind, Wanted};
pub(crate) use file::place;
pub use file::{
    FORMAT, FileProblem, MAX_FILE_BYTES, MAX_PROBLEMS, MAX_UNKNOWN_KEYS, ProblemCode, ReadError, TooLong, VERSION,
    from_json, strict_value, to_file, to_json, to_value,
};
pub use labels::{as_label, label_key, with_label, without_label};
pub use language::{is_known_language, is_language_tag, meant_language, same_language};
pub(crate) use language::{language_tag, spoken_tag};
pub use live::{LIVE_FORMAT, LIVE_VERSION, live_list, looks_alike};
pub use locate::{Position, locate};
pub use look::{
    Align, CloseSign, Colors, Edge, Font, Look, LookKey, LookKind, LookSpec, LookUnit, Motion, PagePlace,
    PictureLayout, READABLE, Style, TextSize, ThemeChoice,
};
pub use message::Click;
pub use one_line::{one_line, steers};
pub use parts::{ClickTarget, MessagePart, MessageSlot, Need, ReplyPlace, TextLimit, TextPart, TextSpec, Translated};
pub use pictures::PicturePlace;
pub use plain_text::{attribute_text, fold};
pub(crate) use plain_text::{number_text, trim};
pub use rests::{Rest, RestTime};
pub use saved_audience::{AUDIENCE_FORMAT, AUDIENCE_VERSION, SavedAudience, SavedAudiences};
pub use schedule::{CycleUnit, RepeatCycle, Schedule};
pub use schema::{FieldWords, audience_schema, schema};
pub use site::{SITE_FORMAT, SITE_VERSION, SiteDocument};
pub use site_change::SiteChange;
pub use site_difference::SiteDifference;
pub use timetable::{HoursIn, OpenHours, Runs, SiteHours, Weekday, hour, run_time, write_hour, write_run_time};
pub use token::{Token, fill_from, fill_tokens, text_length, token_ranges, tokens};
pub use translation::{PartTranslation, SiteLanguages, Translation, pointer_in, translation_of};
pub use word::{Named, Word};

/// The platform that shows a campaign. There is only one today; the file keeps others that a later version may know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum Platform {
    /// The chat launcher on a website.
    WebMessenger,
}

impl Named for Platform {
    fn id(self) -> &'static str {
        match self {
            Platform::WebMessenger => "web_messenger",
        }
    }
}

/// One proactive conversation.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Campaign {
    /// Identity across renames and machines; a UUID (version 7) in campaigns made here. Empty when the file has none.
    pub id: String,
    /// The name that its makers give it.
    pub name: String,
    /// The labels by which its makers sort it.
    pub labels: Vec<String>,
    /// Where it is shown.
    pub platform: Word<Platform>,
    /// IANA zone in which "today" is taken, such as `Europe/Istanbul`.
    pub time_zone: Option<String>,
    /// Who may see it.
    pub audience: Group,
    /// When on the page.
    pub activity: Activity,
    /// What is shown.
    pub content: Content,
    /// How it looks where that differs from the site.
    pub look: Look,
    /// How often, how soon and before whom.
    pub schedule: Schedule,
    /// What the launcher looks like while this campaign is shown.
    pub launcher_image: Option<LauncherImage>,
    /// When it was last launched (RFC 3339); `None` is never.
    pub launched_at: Option<String>,
    /// Which visitors its makers expect to see it, and which not.
    pub expectations: Vec<Expectation>,
    /// Keys of the file that this version does not know.
    pub extras: Extras,
}

impl Campaign {
    /// Creates an empty draft with the given identity and name, in the given zone.
    pub fn new(id: uuid::Uuid, name: &str, time_zone: &str) -> Self {
        Campaign {
            id: id.to_string(),
            name: name.to_owned(),
            platform: Word::Known(Platform::WebMessenger),
            time_zone: Some(time_zone.to_owned()),
            activity: Activity {
                join: Word::Known(Join::And),
                ..Activity::default()
            },
            content: Content {
                kind: Word::Known(ContentType::Rich),
                ..Content::default()
            },
            schedule: Schedule::standard(),
            launcher_image: Some(LauncherImage::Current),
            ..Campaign::default()
        }
    }

    /// Returns the zone in which "today" is taken; UTC when the file names no existing zone.
    pub fn zone(&self) -> chrono_tz::Tz {
        self.time_zone
            .as_deref()
            .and_then(|name| name.trim().parse().ok())
            .unwrap_or(chrono_tz::UTC)
    }

    /// Returns what is launched: this campaign without its muted nodes, without content of other types than its own, and without
    /// labels and expectations.
    pub fn for_launch(&self) -> Campaign {
        let mut launched = self.clone();
        launched.audience = launched.audience.launched();
        launched.activity.conditions.retain(|condition| !condition.muted);
        launched.content = launched.content.of_own_type();
        launched.without_expectations();
        launched.without_labels();
        launched.extras.remove(read::LOOK);
        launched
    }

    /// Returns this version of a campaign, as it came from a backend, with what no backend has of it: the labels and expectations of `own`.
    pub fn with_unlaunched_of(mut self, own: &Campaign) -> Campaign {
        self.without_expectations();
        self.without_labels();
        self.labels.clone_from(&own.labels);
        self.expectations.clone_from(&own.expectations);
        self
    }
}
