//! Limits of what people write and choose (`tests/specification/message.md` and `checks.md` next to it). Those of a message's texts are in
//! [`TextPart::spec`](super::TextPart::spec).
//!
//! Drafts may exceed them; a launch may not.

/// Longest name of an attribute, a parameter or an event that a condition asks about, in code points.
pub const ATTRIBUTE_KEY: usize = 100;
/// Longest text that a condition compares with, in code points.
pub const CONDITION_TEXT: usize = 1_000;
/// Longest address that a condition compares with, in code points. Few browsers and servers accept longer ones.
pub const CONDITION_ADDRESS: usize = 2_000;
/// Most pop-ups that a rest may let a visitor see: the browser keeps each of them until it no longer counts.
pub const REST_COUNT: u64 = 100;
/// Most labels of a campaign.
pub const LABELS: usize = 10;
/// Longest label, in characters as a person counts them (grapheme clusters).
pub const LABEL: usize = 40;
/// Longest name of a test, in code points.
pub const TEST_NAME: usize = 200;
/// Width of a card's picture in pixels.
pub const PICTURE_WIDTH: u32 = 400;
/// Height of a card's picture in pixels.
pub const PICTURE_HEIGHT: u32 = 200;
/// Width of the same picture for dense screens, in pixels.
pub const DENSE_PICTURE_WIDTH: u32 = 2 * PICTURE_WIDTH;
/// Height of the same picture for dense screens, in pixels.
pub const DENSE_PICTURE_HEIGHT: u32 = 2 * PICTURE_HEIGHT;
/// Schemes that a link may have.
pub const LINK_SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];
