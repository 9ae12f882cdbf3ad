//! Findings in English.

mod content;
mod together;

use crate::campaign::{Field, FieldType, Operator};
use crate::insight::Problem;
use crate::wording::number::{date, tidy};
use crate::wording::{Language, choice_label, field_label, operator_label};

/// Message and fix.
pub(super) fn phrase(problem: &Problem) -> (String, String) {
    let (message, fix) = match problem {
        Problem::MissingId => (
            "The campaign has no identity.".into(),
            "Duplicate the campaign: the copy gets one.".into(),
        ),
        Problem::IdNotUuid { id } => (
            format!("The campaign's identity “{}” is not a UUID.", tidy(id)),
            "It works as long as no other campaign has the same; a duplicate of the campaign gets a UUID.".into(),
        ),
        Problem::MissingPlatform => ("No platform is chosen.".into(), "Choose Web Messenger.".into()),
        Problem::UnknownPlatform { word } => (
            format!("The platform “{}” is not known.", tidy(word)),
            "Choose Web Messenger, or update Beckon.".into(),
        ),
        Problem::MissingTimeZone => (
            "No time zone is chosen, so nobody knows when a day begins.".into(),
            "Choose the time zone of your visitors, such as Europe/Istanbul.".into(),
        ),
        Problem::UnknownTimeZone { name } => (
            format!("There is no time zone “{}”.", tidy(name)),
            "Choose one from the list, such as Europe/Istanbul.".into(),
        ),
        Problem::MalformedLaunchedAt { text } => (
            format!(
                "The time of the last launch, “{}”, cannot be read; the campaign counts as never launched.",
                tidy(text)
            ),
            "Launch it again, or remove launched_at from the file.".into(),
        ),
        Problem::EmptyAudience => (
            "The audience has no conditions.".into(),
            "Add one. For everybody, use Number of Visit, at least, 1.".into(),
        ),
        Problem::MutedAudience {
            activity_decides: false,
        } => (
            "Everything in the audience is muted, so everyone sees the campaign.".into(),
            "Unmute a condition, unless everyone is meant.".into(),
        ),
        Problem::MutedAudience { activity_decides: true } => (
            "Everything in the audience is muted, so only the activity on the page decides.".into(),
            "Unmute a condition, unless everyone is meant.".into(),
        ),
        Problem::EmptyGroup => (
            "This group has no conditions.".into(),
            "Add a condition, or remove the group.".into(),
        ),
        Problem::MutedGroup => (
            "All conditions of this group are muted, so it decides nothing.".into(),
            "Unmute a condition, or remove the group.".into(),
        ),
        Problem::UnknownJoin { word } => (
            format!(
                "The activity is joined to the audience by “{}”, which is not known.",
                tidy(word)
            ),
            "Choose AND or OR.".into(),
        ),
        Problem::MissingField => (
            "This condition is not about anything yet.".into(),
            "Choose what it asks about.".into(),
        ),
        Problem::UnknownField { word } => (
            format!("This condition asks about “{}”, which is not known.", tidy(word)),
            "Choose something else, or update Beckon.".into(),
        ),
        Problem::MisplacedInAudience { field } => (
            format!(
                "{} belongs to the activity on the page, not to the audience.",
                label(*field)
            ),
            "Remove it here and add it under When, on the page.".into(),
        ),
        Problem::MisplacedInActivity { field } => (
            format!(
                "{} belongs to the audience, not to the activity on the page.",
                label(*field)
            ),
            "Remove it here and add it under Who sees it.".into(),
        ),
        Problem::MissingOperator { field } => (
            format!("{}: how to compare is not chosen.", label(*field)),
            format!("Choose, for example, “{}”.", first(*field)),
        ),
        Problem::UnknownOperator { field, word } => (
            format!("{}: the comparison “{}” is not known.", label(*field), tidy(word)),
            format!("Choose another, such as “{}”.", first(*field)),
        ),
        Problem::UnfitOperator { field, operator } => (
            format!("{} cannot be compared by “{}”.", label(*field), compare(*operator)),
            format!("Choose another comparison, such as “{}”.", first(*field)),
        ),
        Problem::MissingKey => (
            "The custom attribute has no name.".into(),
            "Write the name that your site uses, such as plan.".into(),
        ),
        Problem::KeyTooLong { length, limit } => (
            format!("The custom attribute's name has {length} characters; at most {limit} are allowed."),
            "Write the name that your site uses, such as plan.".into(),
        ),
        Problem::ValueTooLong { field, length, limit } => (
            format!(
                "{}: the value has {length} characters; at most {limit} are allowed.",
                label(*field)
            ),
            "Keep the part that matters; “contains” finds it anywhere.".into(),
        ),
        Problem::TestNameTooLong { length, limit } => (
            format!("The test's name has {length} characters; lists have room for {limit}."),
            "Give it a shorter name.".into(),
        ),
        Problem::MissingValue { field } => (
            format!("{}: the value is missing.", label(*field)),
            format!("Write {}.", wanted(field.spec().kind)),
        ),
        Problem::WrongType { field, wanted: kind } => (
            format!("{}: the value is of the wrong kind.", label(*field)),
            format!("Write {}.", wanted(*kind)),
        ),
        Problem::ListWanted { field, operator } => (
            format!("{}: “{}” needs a list.", label(*field), compare(*operator)),
            "Choose the values again, or choose “equals”.".into(),
        ),
        Problem::ListUnwanted { field, operator } => (
            format!(
                "{}: “{}” compares with one value, not with a list.",
                label(*field),
                compare(*operator)
            ),
            "Keep one value, or choose “is one of”.".into(),
        ),
        Problem::EmptyList { field } => (
            format!("{}: the list is empty.", label(*field)),
            "Choose at least one value.".into(),
        ),
        Problem::DuplicateItem { field, item } => (
            format!("{}: “{}” is in the list twice.", label(*field), value(*field, item)),
            "Remove one of the two.".into(),
        ),
        Problem::NegativeNumber { field } => (
            format!("{} is never below 0.", label(*field)),
            "Write 0 or more.".into(),
        ),
        Problem::NotWhole { field } => (
            format!("{} is always a whole number.", label(*field)),
            "Write a number without a fraction.".into(),
        ),
        Problem::NumberTooLarge { field } => (
            format!("{}: no browser counts that far.", label(*field)),
            "Write a smaller number.".into(),
        ),
        Problem::NumberWanted { operator, value } => (
            format!(
                "“{}” compares numbers, and “{}” is none.",
                compare(*operator),
                tidy(value)
            ),
            "Write a number, or choose “equals” or “contains”.".into(),
        ),
        Problem::PercentOutOfRange { field } => (
            format!("{} is a percentage.", label(*field)),
            "Write a number from 0 to 100.".into(),
        ),
        Problem::NeverHolds {
            field,
            operator,
            value,
            least,
            most,
        } => (
            format!(
                "{}, {}, {}: this never happens.",
                label(*field),
                compare(*operator),
                tidy(value)
            ),
            match most {
                Some(most) => format!(
                    "{} goes from {least} to {most}; write a value that can be reached.",
                    label(*field)
                ),
                None => format!(
                    "The smallest value of {} is {least}; write a larger one.",
                    label(*field)
                ),
            },
        ),
        Problem::MalformedDate { field, text } => (
            format!("{}: “{}” is not a date.", label(*field), tidy(text)),
            "Write year, month and day, such as 2026-12-01.".into(),
        ),
        Problem::NonexistentDate { field, text } => (
            format!("{}: no calendar has the day {}.", label(*field), tidy(text)),
            "Correct the day or the month.".into(),
        ),
        Problem::DatePassed { date: day } => (
            format!(
                "{} is over, so nobody will see the campaign by this condition again.",
                date(*day, Language::English)
            ),
            "Choose a later day, or remove the condition.".into(),
        ),
        Problem::MalformedVersion { text } => (
            format!("“{}” is not a version.", tidy(text)),
            "Write numbers with dots between, such as 120 or 17.4.".into(),
        ),
        Problem::MalformedLanguage { text, meant } => (
            format!("“{}” is not a language tag.", tidy(text)),
            match meant {
                Some(meant) => format!("Write {meant}."),
                None => "Choose a language from the list, or write a tag such as tr or pt-BR.".into(),
            },
        ),
        Problem::UnknownChoice { field, word, meant } => (
            format!("{}: “{}” is none of the choices.", label(*field), tidy(word)),
            match meant {
                Some(meant) => format!("Choose {}.", value(*field, meant)),
                None => "Choose one from the list.".into(),
            },
        ),
        Problem::MalformedUrl { text } => (
            format!("“{}” is not an address.", tidy(text)),
            "Write one such as https://www.example.com/pricing.".into(),
        ),
        Problem::ForeignUrlScheme { scheme } => (
            format!(
                "No page of a website has an address that begins with {}://.",
                tidy(scheme)
            ),
            "Begin with https://, or with the host alone.".into(),
        ),
        Problem::UrlFragment { text } => (
            format!(
                "What follows # belongs to a page's address only where it is a route such as #/checkout, and “{}” has a #.",
                tidy(text)
            ),
            "Remove the # and what follows it.".into(),
        ),
        Problem::UrlBlank { text, never: false } => (
            format!("No address has a blank in its host, and “{}” does.", tidy(text)),
            "Remove the blank.".into(),
        ),
        Problem::UrlBlank { text, never: true } => (
            format!(
                "No page ever matches “{}”: no address has a blank in its host.",
                tidy(text)
            ),
            "Remove the blank.".into(),
        ),
        Problem::UrlWithoutHost { text } => (
            format!(
                "An address begins with its host, and “{}” begins with a path.",
                tidy(text)
            ),
            "Write the host before it, such as www.example.com, or choose “contains”.".into(),
        ),
        Problem::ExitScreenNotYes => (
            "Exit Screen can only ask whether the visitor is about to leave.".into(),
            "Choose yes, or remove the condition.".into(),
        ),
        Problem::UnfinishedCondition { field } => (
            format!("{}: the condition is not finished, so it is ignored.", label(*field)),
            "Choose its comparison and its value again.".into(),
        ),
        other => return together::phrase(other).unwrap_or_else(|| content::phrase(other)),
    };
    (message, fix)
}

fn label(field: Field) -> &'static str {
    field_label(field, Language::English)
}

fn compare(operator: Operator) -> &'static str {
    operator_label(operator, Language::English)
}

/// A comparison that the field takes.
fn first(field: Field) -> &'static str {
    field
        .spec()
        .operators
        .first()
        .map_or("equals", |operator| compare(*operator))
}

fn value(field: Field, item: &str) -> String {
    choice_label(field, item, Language::English)
}

fn wanted(kind: FieldType) -> &'static str {
    match kind {
        FieldType::Url => "an address or a part of one, such as www.example.com/pricing",
        FieldType::WholeNumber => "a whole number, such as 3",
        FieldType::Language => "a language tag, such as tr",
        FieldType::Choice => "one of the choices",
        FieldType::Version => "a version in quotation marks, such as \"120\"",
        FieldType::Date => "a date, such as 2026-12-01",
        FieldType::Custom => "a text, a number, or yes or no",
        FieldType::Percent => "a number from 0 to 100",
        FieldType::Flag => "yes",
    }
}
