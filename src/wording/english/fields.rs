//! English phrases. `{}` stands for the values; asterisks emphasise words.

use crate::campaign::Field;

/// What follows *they*, and its opposite.
pub(super) type Predicate = [&'static str; 2];

/// The phrases of a field, by its kind.
pub(super) enum Phrases {
    Address(Address),
    Count(Counting),
    Choice(Choosing),
    Version(Version),
    Day(Dating),
    /// What is named by its key.
    Attribute(Naming),
    /// An event that is named by its key.
    Event,
    Percent(Percent),
    Flag(Flag),
    Lasting(Lasting),
    /// Something on the page that is clicked.
    Click,
}

/// The address of a page.
pub(super) struct Address {
    /// The relation to the page: `are on`.
    pub be: Predicate,
    /// The form directly after `visitors`: `on`.
    pub lead: &'static str,
    pub found: &'static str,
    /// The phrase for no page.
    pub none: &'static str,
    pub change: &'static str,
    /// The phrase for no page that is wished for.
    pub change_to_none: &'static str,
    /// That there is a page at all, and the opposite, where there may be none.
    pub set: Option<Predicate>,
}

/// How something is counted.
pub(super) enum Counting {
    /// The present one counts, too: `opened this page`, and `this is their 3rd view of the page`.
    Ordinal { done: &'static str, present: &'static str },
    /// `seen this campaign` a number of times; for a change, `been shown this campaign`.
    Times { done: &'static str, changed: &'static str },
    /// `opened` a number of `pages` `of the site`.
    Things {
        done: &'static str,
        one: &'static str,
        many: &'static str,
        of: &'static str,
    },
}

/// A choice or a language.
pub(super) struct Choosing {
    /// Something of the visitors that the sentence is about instead: `browser`, in `whose browser speaks Turkish`.
    pub theirs: Option<&'static str>,
    pub is: Predicate,
    /// The shorter form directly after `visitors`, if there is one: `on {}`.
    pub lead: Option<&'static str>,
    pub found: &'static str,
    /// The phrase for an unknown value.
    pub unknown: &'static str,
    pub change: &'static str,
}

/// A version.
pub(super) struct Version {
    /// The thing with the version: `browser version`.
    pub of: &'static str,
}

/// What is named by its key: `{}` stands for that.
pub(super) struct Naming {
    /// The name within a rule, after *whose*.
    pub whose: &'static str,
    /// The name after *their*.
    pub their: &'static str,
    /// That there is one, and the opposite.
    pub set: Predicate,
}

/// A day.
pub(super) struct Dating {
    pub predicate: &'static str,
    pub found: &'static str,
    /// For visitors who have not been shown the campaign, and for others.
    pub change: [&'static str; 2],
}

/// A share.
pub(super) struct Percent {
    pub at_least: Predicate,
    pub over: Predicate,
    pub found: &'static str,
    /// None of it, only that much of it, more of it.
    pub change: [&'static str; 3],
}

/// Something that lasts.
pub(super) struct Lasting {
    pub at_least: Predicate,
    pub found: &'static str,
    /// Longer, and only that long.
    pub change: [&'static str; 2],
}

/// A yes or no; both forms of each.
pub(super) struct Flag {
    pub is: Predicate,
    pub found: [&'static str; 2],
    pub change: [&'static str; 2],
}

/// Returns the phrases of a field.
pub(super) fn phrases(field: Field) -> Phrases {
    match field {
        Field::CurrentPageUrl => Phrases::Address(Address {
            be: ["are on ", "are not on "],
            lead: "on ",
            found: "they are on {}",
            none: "they are on a page without an address",
            change: "they were on {}",
            change_to_none: "they were on a page without an address",
            set: None,
        }),
        Field::PageViews => Phrases::Count(Counting::Ordinal {
            done: "opened this page",
            present: "view of the page",
        }),
        Field::Visits => Phrases::Count(Counting::Things {
            done: "opened",
            one: "page",
            many: "pages",
            of: "of the site",
        }),
        Field::Sessions => Phrases::Count(Counting::Ordinal {
            done: "come to the site",
            present: "session on the site",
        }),
        Field::SessionPages => Phrases::Count(Counting::Things {
            done: "opened",
            one: "page",
            many: "pages",
            of: "in this session",
        }),
        Field::Referrer => Phrases::Address(Address {
            be: ["came from ", "did not come from "],
            lead: "from ",
            found: "they came from {}",
            none: "they came from no other site",
            change: "they had come from {}",
            change_to_none: "they had come from no other site",
            set: Some(["came from *another site*", "came from *no other site*"]),
        }),
        Field::LandingPage => Phrases::Address(Address {
            be: ["began their visit on ", "did not begin their visit on "],
            lead: "who began their visit on ",
            found: "they began their visit on {}",
            none: "they began their visit on a page without an address",
            change: "they had begun their visit on {}",
            change_to_none: "they had begun their visit on a page without an address",
            set: None,
        }),
        Field::Views => Phrases::Count(Counting::Times {
            done: "seen this campaign",
            changed: "been shown this campaign",
        }),
        Field::Clicks => Phrases::Count(Counting::Times {
            done: "clicked this campaign",
            changed: "clicked this campaign",
        }),
        Field::Closes => Phrases::Count(Counting::Times {
            done: "closed this campaign",
            changed: "closed this campaign",
        }),
        Field::ConversationCount => Phrases::Count(Counting::Things {
            done: "had",
            one: "conversation",
            many: "conversations",
            of: "with the chatbot",
        }),
        Field::BrowserLanguage => Phrases::Choice(Choosing {
            theirs: Some("browser"),
            is: ["speaks {}", "does not speak {}"],
            lead: None,
            found: "their browser speaks {}",
            unknown: "the language of their browser is not known",
            change: "their browser spoke {}",
        }),
        Field::Browser => Phrases::Choice(Choosing {
            theirs: None,
            is: ["use {}", "do not use {}"],
            lead: None,
            found: "they use {}",
            unknown: "their browser is not known",
            change: "they used {}",
        }),
        Field::DeviceType => Phrases::Choice(Choosing {
            theirs: None,
            is: ["are on {}", "are not on {}"],
            lead: Some("on {}"),
            found: "they are on {}",
            unknown: "their device is not known",
            change: "they used {}",
        }),
        Field::OperatingSystem => Phrases::Choice(Choosing {
            theirs: None,
            is: ["use {}", "do not use {}"],
            lead: None,
            found: "they use {}",
            unknown: "their operating system is not known",
            change: "they used {}",
        }),
        Field::Country => Phrases::Choice(Choosing {
            theirs: None,
            is: ["are in {}", "are not in {}"],
            lead: Some("in {}"),
            found: "they are in {}",
            unknown: "their country is not known",
            change: "they were in {}",
        }),
        Field::BrowserVersion => Phrases::Version(Version { of: "browser version" }),
        Field::FirstSeen => Phrases::Day(Dating {
            predicate: "first see this campaign {}",
            found: "they first see this campaign on {}",
            change: [
                "they saw this campaign for the first time on {}",
                "they had seen this campaign for the first time on {}",
            ],
        }),
        Field::LastSeen => Phrases::Day(Dating {
            predicate: "visit {}",
            found: "today is {}",
            change: ["they came back on {}", "they came back on {}"],
        }),
        Field::Query => Phrases::Attribute(Naming {
            whose: "query parameter {}",
            their: "query parameter {}",
            set: ["is *set*", "is *not set*"],
        }),
        Field::LandingQuery => Phrases::Attribute(Naming {
            whose: "campaign parameter {}",
            their: "campaign parameter {}",
            set: ["is *set*", "is *not set*"],
        }),
        Field::Event => Phrases::Event,
        Field::Custom => Phrases::Attribute(Naming {
            whose: "{}",
            their: "{} attribute",
            set: ["is *known*", "is *not known*"],
        }),
        Field::ScrollRatio => Phrases::Percent(Percent {
            at_least: ["have scrolled to {} or further", "have not scrolled as far as {}"],
            over: ["have scrolled past {}", "have not scrolled past {}"],
            found: "they have scrolled to {}",
            change: [
                "they had not scrolled yet",
                "they had scrolled only to {}",
                "they scrolled to {}",
            ],
        }),
        Field::ExitScreen => Phrases::Flag(Flag {
            is: ["are *about to leave* the page", "are *not about to leave* the page"],
            found: [
                "they are about to leave the page",
                "they are not about to leave the page",
            ],
            change: [
                "they were about to leave the page",
                "they were not about to leave the page",
            ],
        }),
        Field::TimeOnPage => Phrases::Lasting(Lasting {
            at_least: [
                "have been on this page for *at least* {}",
                "have been on this page for *less than* {}",
            ],
            found: "they have been on this page for {}",
            change: [
                "they had been on this page for {}",
                "they had been on this page for only {}",
            ],
        }),
        Field::TimeOnSite => Phrases::Lasting(Lasting {
            at_least: [
                "have been on the site for *at least* {}",
                "have been on the site for *less than* {}",
            ],
            found: "they have been on the site for {}",
            change: [
                "they had been on the site for {}",
                "they had been on the site for only {}",
            ],
        }),
        Field::Inactivity => Phrases::Lasting(Lasting {
            at_least: [
                "have been inactive for *at least* {}",
                "have been inactive for *less than* {}",
            ],
            found: "they have been inactive for {}",
            change: ["they had been inactive for {}", "they had been inactive for only {}"],
        }),
        Field::Clicked => Phrases::Click,
    }
}

/// Returns what was done a number of times.
pub(super) fn times(field: Field) -> Option<&'static str> {
    match phrases(field) {
        Phrases::Count(Counting::Times { done, .. }) => Some(done),
        Phrases::Count(Counting::Ordinal { .. } | Counting::Things { .. })
        | Phrases::Address(_)
        | Phrases::Choice(_)
        | Phrases::Version(_)
        | Phrases::Day(_)
        | Phrases::Attribute(_)
        | Phrases::Event
        | Phrases::Percent(_)
        | Phrases::Lasting(_)
        | Phrases::Click
        | Phrases::Flag(_) => None,
    }
}
