//! How values are compared, and which comparisons each kind of field takes.

use crate::campaign::Named;

/// How a value is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the identifiers say it, SPEC 3 means it")]
pub enum Operator {
    Contains,
    NotContains,
    Equals,
    NotEquals,
    StartsWith,
    /// With `*` standing for any text.
    Matches,
    GreaterThan,
    LessThan,
    AtLeast,
    AtMost,
    OneOf,
    NoneOf,
    On,
    OnOrLater,
    OnOrEarlier,
    IsSet,
    IsNotSet,
}

pub(super) const URL_OPERATORS: &[Operator] = &[
    Operator::Contains,
    Operator::NotContains,
    Operator::Equals,
    Operator::NotEquals,
    Operator::StartsWith,
    Operator::Matches,
];
pub(super) const NUMBER_OPERATORS: &[Operator] = &[
    Operator::Equals,
    Operator::NotEquals,
    Operator::GreaterThan,
    Operator::LessThan,
    Operator::AtLeast,
    Operator::AtMost,
];
pub(super) const CHOICE_OPERATORS: &[Operator] =
    &[Operator::Equals, Operator::NotEquals, Operator::OneOf, Operator::NoneOf];
pub(super) const VERSION_OPERATORS: &[Operator] = &[
    Operator::Equals,
    Operator::NotEquals,
    Operator::GreaterThan,
    Operator::LessThan,
];
pub(super) const DATE_OPERATORS: &[Operator] = &[Operator::On, Operator::OnOrLater, Operator::OnOrEarlier];
pub(super) const CUSTOM_OPERATORS: &[Operator] = &[
    Operator::Equals,
    Operator::NotEquals,
    Operator::Contains,
    Operator::NotContains,
    Operator::GreaterThan,
    Operator::LessThan,
    Operator::IsSet,
    Operator::IsNotSet,
];

pub(super) const PERCENT_OPERATORS: &[Operator] = &[Operator::GreaterThan, Operator::AtLeast];
pub(super) const FLAG_OPERATORS: &[Operator] = &[Operator::Equals];

impl Named for Operator {
    const ALL: &'static [Self] = &[
        Operator::Contains,
        Operator::NotContains,
        Operator::Equals,
        Operator::NotEquals,
        Operator::StartsWith,
        Operator::Matches,
        Operator::GreaterThan,
        Operator::LessThan,
        Operator::AtLeast,
        Operator::AtMost,
        Operator::OneOf,
        Operator::NoneOf,
        Operator::On,
        Operator::OnOrLater,
        Operator::OnOrEarlier,
        Operator::IsSet,
        Operator::IsNotSet,
    ];
    fn id(self) -> &'static str {
        match self {
            Operator::Contains => "contains",
            Operator::NotContains => "not_contains",
            Operator::Equals => "equals",
            Operator::NotEquals => "not_equals",
            Operator::StartsWith => "starts_with",
            Operator::Matches => "matches",
            Operator::GreaterThan => "greater_than",
            Operator::LessThan => "less_than",
            Operator::AtLeast => "at_least",
            Operator::AtMost => "at_most",
            Operator::OneOf => "one_of",
            Operator::NoneOf => "none_of",
            Operator::On => "on",
            Operator::OnOrLater => "on_or_later",
            Operator::OnOrEarlier => "on_or_earlier",
            Operator::IsSet => "is_set",
            Operator::IsNotSet => "is_not_set",
        }
    }
}

impl Operator {
    /// Whether the operator is compared with a value.
    pub fn wants_value(self) -> bool {
        !matches!(self, Operator::IsSet | Operator::IsNotSet)
    }

    /// Whether the value is a list.
    pub fn wants_list(self) -> bool {
        matches!(self, Operator::OneOf | Operator::NoneOf)
    }

    /// What people read, in English.
    pub fn label(self) -> &'static str {
        match self {
            Operator::Contains => "contains",
            Operator::NotContains => "does not contain",
            Operator::Equals => "equals",
            Operator::NotEquals => "does not equal",
            Operator::StartsWith => "starts with",
            Operator::Matches => "matches",
            Operator::GreaterThan => "greater than",
            Operator::LessThan => "less than",
            Operator::AtLeast => "at least",
            Operator::AtMost => "at most",
            Operator::OneOf => "is one of",
            Operator::NoneOf => "is none of",
            Operator::On => "on",
            Operator::OnOrLater => "on or later",
            Operator::OnOrEarlier => "on or earlier",
            Operator::IsSet => "is set",
            Operator::IsNotSet => "is not set",
        }
    }
}
