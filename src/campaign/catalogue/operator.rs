//! How values are compared, and which comparisons each kind of field takes.

use crate::campaign::Named;

/// How a value is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, strum::VariantArray)]
#[allow(missing_docs, reason = "the identifiers say it")]
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

/// Those of an address that every visitor has.
pub(super) const URL_OPERATORS: &[Operator] = OPTIONAL_URL_OPERATORS.split_at(6).0;
/// Those of an address that a visitor may not have; those that ask whether there is one come last.
pub(super) const OPTIONAL_URL_OPERATORS: &[Operator] = &[
    Operator::Contains,
    Operator::NotContains,
    Operator::Equals,
    Operator::NotEquals,
    Operator::StartsWith,
    Operator::Matches,
    Operator::IsSet,
    Operator::IsNotSet,
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
pub(super) const ELEMENT_OPERATORS: &[Operator] = &[Operator::Equals];
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
pub(super) const SECONDS_OPERATORS: &[Operator] = &[Operator::AtLeast];
pub(super) const FLAG_OPERATORS: &[Operator] = &[Operator::Equals];

impl Named for Operator {
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

/// How an address is compared, before the answer is reversed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UrlTest {
    /// The value occurs somewhere in it.
    Contains,
    /// It equals the value.
    Equals,
    /// It begins with the value.
    StartsWith,
    /// It matches the value, with `*` standing for any text.
    Matches,
}

/// How numbers and versions are compared, before the answer is reversed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// They are equal.
    Equal,
    /// It is greater than the value.
    Greater,
    /// It is less than the value.
    Less,
    /// It is at least the value.
    AtLeast,
    /// It is at most the value.
    AtMost,
}

/// How days are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayTest {
    /// It is the day.
    On,
    /// It is the day or a later one.
    OnOrLater,
    /// It is the day or an earlier one.
    OnOrEarlier,
}

impl Operator {
    /// Returns how it compares addresses; `None` when it does not.
    pub fn url_test(self) -> Option<UrlTest> {
        match self {
            Operator::Contains | Operator::NotContains => Some(UrlTest::Contains),
            Operator::Equals | Operator::NotEquals => Some(UrlTest::Equals),
            Operator::StartsWith => Some(UrlTest::StartsWith),
            Operator::Matches => Some(UrlTest::Matches),
            Operator::GreaterThan
            | Operator::LessThan
            | Operator::AtLeast
            | Operator::AtMost
            | Operator::OneOf
            | Operator::NoneOf
            | Operator::On
            | Operator::OnOrLater
            | Operator::OnOrEarlier
            | Operator::IsSet
            | Operator::IsNotSet => None,
        }
    }

    /// Returns how it compares numbers and versions; `None` when it does not.
    pub fn order(self) -> Option<Order> {
        match self {
            Operator::Equals | Operator::NotEquals => Some(Order::Equal),
            Operator::GreaterThan => Some(Order::Greater),
            Operator::LessThan => Some(Order::Less),
            Operator::AtLeast => Some(Order::AtLeast),
            Operator::AtMost => Some(Order::AtMost),
            Operator::Contains
            | Operator::NotContains
            | Operator::StartsWith
            | Operator::Matches
            | Operator::OneOf
            | Operator::NoneOf
            | Operator::On
            | Operator::OnOrLater
            | Operator::OnOrEarlier
            | Operator::IsSet
            | Operator::IsNotSet => None,
        }
    }

    /// Returns how it compares days; `None` when it does not.
    pub fn day_test(self) -> Option<DayTest> {
        match self {
            Operator::On => Some(DayTest::On),
            Operator::OnOrLater => Some(DayTest::OnOrLater),
            Operator::OnOrEarlier => Some(DayTest::OnOrEarlier),
            Operator::Contains
            | Operator::NotContains
            | Operator::Equals
            | Operator::NotEquals
            | Operator::StartsWith
            | Operator::Matches
            | Operator::GreaterThan
            | Operator::LessThan
            | Operator::AtLeast
            | Operator::AtMost
            | Operator::OneOf
            | Operator::NoneOf
            | Operator::IsSet
            | Operator::IsNotSet => None,
        }
    }

    /// Returns whether the answer is reversed: it states what must not be.
    pub fn is_negative(self) -> bool {
        !self.positive().1
    }

    /// Returns the comparison without the reversal, and whether this is that comparison: `does not contain` gives `contains` and false.
    pub fn positive(self) -> (Operator, bool) {
        let positive = match self {
            Operator::Contains | Operator::NotContains => Operator::Contains,
            Operator::Equals | Operator::NotEquals => Operator::Equals,
            Operator::OneOf | Operator::NoneOf => Operator::OneOf,
            Operator::IsSet | Operator::IsNotSet => Operator::IsSet,
            Operator::StartsWith
            | Operator::Matches
            | Operator::GreaterThan
            | Operator::LessThan
            | Operator::AtLeast
            | Operator::AtMost
            | Operator::On
            | Operator::OnOrLater
            | Operator::OnOrEarlier => self,
        };
        (positive, positive == self)
    }

    /// Returns whether the operator takes a value.
    pub fn wants_value(self) -> bool {
        !matches!(self, Operator::IsSet | Operator::IsNotSet)
    }

    /// Returns whether the value is a list.
    pub fn wants_list(self) -> bool {
        matches!(self, Operator::OneOf | Operator::NoneOf)
    }
}
