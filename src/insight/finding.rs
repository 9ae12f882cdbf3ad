//! One finding of `check`: its place, its severity and its problem.

use super::expectation::{Lack, Surprise};
use super::{Argument, Conflict};
use crate::campaign::{Field, FieldType, LookKey, Operator, TextPart, limits, translation_of};

/// The severity of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Stops a launch.
    Error,
    /// Worth a look; does not stop a launch.
    Warning,
}

impl Severity {
    /// Returns the identifier in machine-readable output.
    pub fn id(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// One finding about a campaign.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The place in the file, as a JSON Pointer (RFC 6901). It may name a key that the file does not have yet.
    pub path: String,
    /// What is wrong.
    pub problem: Problem,
}

impl Finding {
    /// Returns its severity.
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    /// Returns the language of the translation that it is in, as a tag.
    pub fn translation(&self) -> Option<String> {
        let (tag, within) = translation_of(&self.path)?;
        (!within.is_empty()).then_some(tag)
    }

    /// Returns the stable identifier of the kind of problem, such as `too_long`.
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }
}

/// Returns whether any of the findings stops a launch.
pub fn stops_launch(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity() == Severity::Error)
}

/// How serious a kind of problem is.
#[derive(Clone, Copy)]
enum Grade {
    /// Something is not there yet: it stops a launch, though nothing that is there is wrong.
    Missing,
    /// What is there stops a launch.
    Error,
    /// Worth a look.
    Warning,
}

/// Declares [`Problem`] from one table, so that no kind lacks its code, its grade, its arguments or its place in [`CODES`].
macro_rules! problems {
    ($(
        $(#[$doc:meta])*
        $grade:ident $code:literal $name:ident $({ $($field:ident: $type:ty),+ })? $(with { $($made:ident: $argument:expr),+ })?;
    )+) => {
        /// What is wrong, with what a sentence about it needs to know.
        #[derive(Debug, Clone, PartialEq)]
        #[allow(missing_docs, reason = "parameters are described by their variant")]
        pub enum Problem {
            $($(#[$doc])* $name $({ $($field: $type),+ })?,)+
        }

        impl Problem {
            /// Returns the stable identifier of the kind of problem.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Problem::$name { .. } => $code,)+
                }
            }

            /// Returns what its sentences are made with, by name: its parameters, then what is derived from them, which may replace one of them.
            pub fn arguments(&self) -> Vec<(&'static str, Argument<'_>)> {
                match self {
                    $(Problem::$name $({ $($field),+ })? => vec![
                        $($((stringify!($field), Argument::from($field)),)+)?
                        $($((stringify!($made), $argument),)+)?
                    ],)+
                }
            }

            /// Returns its grade, unless its makers accept it.
            fn grade(&self) -> Grade {
                match self {
                    $(Problem::$name { .. } => Grade::$grade,)+
                }
            }
        }

        /// Every code there is, in the order of [`Problem`].
        pub const CODES: &[&str] = &[$($code),+];
    };
}

impl Problem {
    /// Returns its severity.
    pub fn severity(&self) -> Severity {
        if let Problem::ExpectationFails { waived: true, .. } | Problem::ExpectationUnreadable { waived: true, .. } =
            self
        {
            return Severity::Warning;
        }
        if let Problem::UrlBlank { never: true, .. } = self {
            return Severity::Error;
        }
        match self.grade() {
            Grade::Missing | Grade::Error => Severity::Error,
            Grade::Warning => Severity::Warning,
        }
    }

    /// Returns whether something is only not there yet, such as a title that nobody has written.
    pub fn is_missing(&self) -> bool {
        matches!(self.grade(), Grade::Missing)
    }
}

/// Returns a comparison that a field takes, as an example.
fn fitting(field: Field) -> Argument<'static> {
    Argument::Operator(field.spec().operators.first().copied().unwrap_or(Operator::Equals))
}

problems! {
    /// The campaign has no identity.
    Error "missing_id" MissingId;
    /// The identity is not a UUID.
    Warning "id_not_uuid" IdNotUuid { id: String };
    /// The platform is not chosen.
    Missing "missing_platform" MissingPlatform;
    /// A platform that this version does not know.
    Error "unknown_platform" UnknownPlatform { word: String };
    /// The time zone is not chosen.
    Missing "missing_time_zone" MissingTimeZone;
    /// No time zone of this name exists.
    Error "unknown_time_zone" UnknownTimeZone { name: String };
    /// The instant of the last launch cannot be read.
    Warning "malformed_launched_at" MalformedLaunchedAt { text: String };

    /// The audience is an empty group that does not mean everyone: any or none of nothing.
    Missing "empty_audience" EmptyAudience;
    /// Everything in the audience is muted; the activity decides alone, or nothing does.
    Warning "muted_audience" MutedAudience { activity_decides: bool };
    /// A group without conditions.
    Missing "empty_group" EmptyGroup;
    /// A group whose conditions are all muted.
    Warning "muted_group" MutedGroup;
    /// A saved audience that the library does not have, or that cannot be read.
    Error "missing_audience" MissingAudience { name: String };
    /// Groups nested deeper than a launch can say, with the conditions of saved audiences in their places.
    Error "groups_too_deep" GroupsTooDeep { limit: usize };
    /// The activity is joined in a way that this version does not know.
    Error "unknown_join" UnknownJoin { word: String };

    /// A condition that does not say what it is about.
    Missing "missing_field" MissingField;
    /// A condition about something that this version does not know.
    Error "unknown_field" UnknownField { word: String };
    /// An audience field among the activity.
    Error "misplaced_in_activity" MisplacedInActivity { field: Field };
    /// A condition that does not say how to compare.
    Missing "missing_operator" MissingOperator { field: Field }
        with { fitting: fitting(*field) };
    /// A comparison that this version does not know.
    Error "unknown_operator" UnknownOperator { field: Field, word: String }
        with { fitting: fitting(*field) };
    /// A comparison that the field does not take.
    Error "unfit_operator" UnfitOperator { field: Field, operator: Operator }
        with { fitting: fitting(*field) };
    /// A condition without the name of its attribute, parameter or event.
    Missing "missing_key" MissingKey { field: Field };
    /// Such a name that is longer than any site needs, in code points.
    Error "key_too_long" KeyTooLong { field: Field, length: usize, limit: usize };
    /// A duration below 0.
    Error "negative_duration" NegativeDuration { field: Field };
    /// A condition without a value.
    Missing "missing_value" MissingValue { field: Field }
        with { wanted: Argument::Kind(field.spec().kind) };
    /// A value of another type than the field's.
    Error "wrong_type" WrongType { field: Field, wanted: FieldType };
    /// One value where the operator compares with a list.
    Error "list_wanted" ListWanted { field: Field, operator: Operator };
    /// A list where the operator compares with one value.
    Error "list_unwanted" ListUnwanted { field: Field, operator: Operator };
    /// A list with nothing in it.
    Missing "empty_list" EmptyList { field: Field };
    /// The same value twice in a list.
    Warning "duplicate_item" DuplicateItem { field: Field, item: String }
        with { item: Argument::Choice(*field, item) };
    /// A count below zero.
    Error "negative_number" NegativeNumber { field: Field };
    /// A count with a fraction.
    Error "not_whole" NotWhole { field: Field };
    /// A count beyond what browsers count exactly.
    Error "number_too_large" NumberTooLarge { field: Field };
    /// A custom attribute compared as a number with something that is not a number.
    Error "number_wanted" NumberWanted { operator: Operator, value: String };
    /// Below 0 or above 100 percent.
    Error "percent_out_of_range" PercentOutOfRange { field: Field };
    /// No visitor can ever satisfy this comparison; `least` and `most` are the bounds of the field.
    Error "never_holds" NeverHolds { field: Field, operator: Operator, value: String, least: u32, most: Option<u32> };
    /// A text or an address that is longer than any visitor's, in code points.
    Error "value_too_long" ValueTooLong { field: Field, length: usize, limit: usize };
    /// Not written as year, month and day.
    Error "malformed_selector" MalformedSelector { field: Field, selector: String };
    Error "malformed_date" MalformedDate { field: Field, text: String };
    /// A day and a month in figures of which either may be the month.
    Error "ambiguous_date" AmbiguousDate { field: Field, text: String, day_first: chrono::NaiveDate, month_first: chrono::NaiveDate };
    /// Well-formed, but not in the calendar.
    Error "nonexistent_date" NonexistentDate { field: Field, text: String };
    /// A day that is over, so that nobody can satisfy it any more.
    Warning "date_passed" DatePassed { date: chrono::NaiveDate };
    /// Not dotted numbers.
    Error "malformed_version" MalformedVersion { text: String };
    /// Not a language tag; what was probably meant, if that is known.
    Error "malformed_language" MalformedLanguage { text: String, meant: Option<String> };
    /// A well-formed tag whose language does not exist; what was probably meant.
    Error "unknown_language" UnknownLanguage { text: String, meant: Option<String> };
    /// A browser or device that the widget does not distinguish; what was probably meant.
    Error "unknown_choice" UnknownChoice { field: Field, word: String, meant: Option<&'static str> }
        with { meant: meant.map_or(Argument::Absent, |id| Argument::Choice(*field, id)) };
    /// An address that has a scheme but is not valid.
    Error "malformed_url" MalformedUrl { text: String };
    /// An address with a scheme that websites do not have.
    Warning "foreign_url_scheme" ForeignUrlScheme { scheme: String };
    /// An address with a fragment other than a route; pages are compared without it.
    Warning "url_fragment" UrlFragment { text: String };
    /// An address with a blank in its host; an error where no page can therefore ever match.
    Warning "url_blank" UrlBlank { text: String, never: bool };
    /// A path where an address with its host is compared.
    Warning "url_without_host" UrlWithoutHost { text: String };
    /// Exit screen compared with "no".
    Error "exit_screen_not_yes" ExitScreenNotYes;
    /// A condition about what only a server knows, where there is none: of nobody it is known.
    Warning "unknown_on_static_host" UnknownOnStaticHost { field: Field };
    /// A condition that decisions ignore for a reason without a code of its own.
    Error "unfinished_condition" UnfinishedCondition { field: Field };

    /// No visitor can ever satisfy the conditions together; those that make it so.
    Error "nobody_sees" NobodySees { conflict: Conflict };
    /// A condition or group that every visitor satisfies; `exclusions` when it joins by *any* what must not be, as in "not A or not B".
    Warning "always_true" AlwaysTrue { exclusions: bool };
    /// One of several alternatives that can never hold together with the other conditions, or by itself; what keeps it from holding, itself included.
    Warning "dead_alternative" DeadAlternative { conflict: Conflict };
    /// A condition or group that the others imply; their places.
    Warning "redundant" Redundant { by: Vec<String> };

    /// The kind of pop-up is not chosen.
    Missing "missing_content_type" MissingContentType;
    /// A kind of pop-up that this version does not know.
    Error "unknown_content_type" UnknownContentType { word: String };
    /// A text that the pop-up needs.
    Missing "missing_text" MissingText { part: TextPart }
        with { limit: Argument::Number(part.limit().characters as u64) };
    /// A text bubble whose click says nothing.
    Warning "nothing_to_say" NothingToSay;
    /// More quick replies than a message shows.
    Error "too_many_replies" TooManyReplies { count: usize, most: usize };
    /// A needed text that is empty for visitors without the attribute it inserts.
    Error "empty_without_attribute" EmptyWithoutAttribute { part: TextPart };
    /// More characters than fit.
    Error "too_long" TooLong { part: TextPart, length: usize, limit: usize }
        with { excess: Argument::Number(length.saturating_sub(*limit) as u64) };
    /// More code points than its characters need: stacked marks, or invisible ones.
    Error "too_many_marks" TooManyMarks { part: TextPart, code_points: usize, limit: usize };
    /// A button's name that needs more than one line.
    Warning "may_not_fit" MayNotFit { part: TextPart, length: usize, fitting: usize };
    /// An inserted attribute with nothing to stand in for it.
    Warning "token_without_fallback" TokenWithoutFallback { part: TextPart, key: String };
    /// Braces that look like an inserted attribute but are not one.
    Warning "broken_token" BrokenToken { part: TextPart };
    /// An invisible character that programs write and people do not.
    Warning "control_character" ControlCharacter { part: TextPart, character: char };
    /// An invisible character that turns the direction of the text around.
    Warning "direction_override" DirectionOverride { part: TextPart, character: char };
    /// The button does nothing.
    Missing "missing_action" MissingAction;
    /// A link without scheme, such as `www.example.com`.
    Error "link_without_scheme" LinkWithoutScheme { link: String };
    /// A link of a scheme that is not allowed.
    Error "link_scheme" LinkScheme { scheme: String }
        with { allowed: Argument::Words(&limits::LINK_SCHEMES) };
    /// A link that leads nowhere.
    Error "malformed_link" MalformedLink { link: String };
    /// A link whose scheme or host is partly an inserted attribute, so that it leads anywhere.
    Error "link_from_attribute" LinkFromAttribute { key: String };
    /// A link with a user's name before its host, so that people take it for another; the host.
    Error "link_with_user" LinkWithUser { host: String };

    /// A campaign with translations of which nobody said in which language it is itself.
    Warning "own_language_not_set" OwnLanguageNotSet;
    /// A translation into the campaign's own language.
    Error "own_translation" OwnTranslation { language: String }
        with { language: Argument::Choice(Field::BrowserLanguage, language) };
    /// A language that is there already, written in another way.
    Error "language_twice" LanguageTwice { language: String }
        with { language: Argument::Choice(Field::BrowserLanguage, language) };
    /// A language of the site into which the campaign is not translated.
    Warning "no_translation" NoTranslation { language: String }
        with { language: Argument::Choice(Field::BrowserLanguage, language) };
    /// A part that a translation does not say.
    Warning "untranslated" Untranslated { part: TextPart };
    /// A part of a translation that the campaign itself does not have.
    Warning "excess_translation" ExcessTranslation { part: TextPart };

    /// A picture outside the library.
    Error "picture_outside_library" PictureOutsideLibrary { path: String };
    /// A picture that is not there.
    Error "picture_missing" PictureMissing { path: String };
    /// A file that is not a picture.
    Error "picture_unreadable" PictureUnreadable { path: String };
    /// A picture that is not a PNG.
    Error "picture_not_png" PictureNotPng { path: String };
    /// A card's picture of another size than 400×200.
    Error "picture_size" PictureSize { width: u32, height: u32 }
        with { card_width: Argument::from(&limits::PICTURE_WIDTH), card_height: Argument::from(&limits::PICTURE_HEIGHT) };
    /// A card's picture without one of twice its size for dense screens.
    Warning "picture_not_dense" PictureNotDense
        with { card_width: Argument::from(&limits::DENSE_PICTURE_WIDTH), card_height: Argument::from(&limits::DENSE_PICTURE_HEIGHT) };
    /// A card's picture for dense screens that is not twice the size of the other.
    Error "dense_picture_size" DensePictureSize { width: u32, height: u32 }
        with { card_width: Argument::from(&limits::DENSE_PICTURE_WIDTH), card_height: Argument::from(&limits::DENSE_PICTURE_HEIGHT) };
    /// A card's picture of which nobody wrote what it shows.
    Warning "missing_image_alt" MissingImageAlt;
    /// A launcher picture that is not square.
    Warning "launcher_not_square" LauncherNotSquare { width: u32, height: u32 };
    /// The launcher image is not chosen.
    Warning "launcher_not_chosen" LauncherNotChosen;
    /// A launcher image that this version does not know.
    Error "unknown_launcher" UnknownLauncher { word: String };

    /// An address of a site that is none of a website.
    Error "site_address" SiteAddress { text: String };
    /// A page that a condition wants, outside of the addresses of the site.
    Warning "outside_site" OutsideSite { address: String };
    /// A colour of a look that is not written like one.
    Error "look_color" LookColor { key: LookKey, written: String };
    /// A number of a look that is out of its range, or not whole.
    Error "look_number" LookNumber { key: LookKey, written: String, least: u32, most: u32 };
    /// Distances of a look that are out of their range, or not two.
    Error "look_distances" LookDistances { key: LookKey, written: String, most: u32 };
    /// A word of a look that this version does not know.
    Error "look_word" LookWord { key: LookKey, written: String };
    /// Text whose contrast with the card is below WCAG 2.2 AA.
    Warning "low_contrast" LowContrast { text: String, card: String, ratio: f64 };

    /// A rest without a whole number of pop-ups of at least 1.
    Error "rest_count" RestCount;
    /// A rest without a time within which pop-ups count.
    Error "rest_time" RestTime;
    /// A repeat cycle without its number.
    Missing "missing_cycle_length" MissingCycleLength;
    /// A repeat cycle that is not a whole number of at least 1.
    Error "cycle_length" CycleLength { every: String };
    /// A repeat cycle without its unit.
    Missing "missing_cycle_unit" MissingCycleUnit;
    /// A unit that this version does not know.
    Error "unknown_cycle_unit" UnknownCycleUnit { word: String };
    /// A delay below zero.
    Error "negative_delay" NegativeDelay { delay: String };
    /// A time after which the pop-up goes by itself that is not more than 0.
    Error "closes_at_once" ClosesAtOnce { after: String };
    /// A beginning or end of a run that is not a date with a time.
    Error "run_time" RunTime { written: String };
    /// A run that ends before it begins, or at that instant.
    Error "run_without_time" RunWithoutTime { from: String };
    /// A run that is over.
    Warning "run_over" RunOver;
    /// Hours without a day.
    Missing "missing_weekday" MissingWeekday;
    /// A day of the week that this version does not know.
    Error "unknown_weekday" UnknownWeekday { word: String };
    /// Hours without their beginning or end.
    Missing "missing_hour" MissingHour;
    /// A time of day that is not written like one.
    Error "hour_unreadable" HourUnreadable { written: String };
    /// A campaign that is shown only while somebody answers, on a site that does not say when.
    Warning "no_site_hours" NoSiteHours;
    /// A clock for the hours that this version does not know.
    Error "unknown_hours_in" UnknownHoursIn { word: String };
    /// A priority with a fraction, or beyond what computers count exactly.
    Error "priority_not_whole" PriorityNotWhole { priority: String };

    /// More labels than a campaign may have.
    Warning "too_many_labels" TooManyLabels { count: usize, limit: usize };
    /// A label that is empty, too long, has blanks at its ends, or is there twice.
    Warning "label_unfit" LabelUnfit { label: String, limit: usize };

    /// Another outcome than the makers expect of a visitor; a waived one stops no launch.
    Error "expectation_fails" ExpectationFails { name: String, surprise: Box<Surprise>, waived: bool }
        with { named: Argument::Flag(!name.is_empty()) };
    /// An expectation that cannot be run; a waived one stops no launch.
    Error "expectation_unreadable" ExpectationUnreadable { name: String, lack: Lack, waived: bool }
        with { named: Argument::Flag(!name.is_empty()) };
    /// The name of a test that no list has room for, in code points.
    Warning "test_name_too_long" TestNameTooLong { length: usize, limit: usize };
}
