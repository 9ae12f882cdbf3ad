//! The window: library at the left, editor in the middle, pop-up and visitor at the right.
//!
//! Nothing here decides what a campaign means, how a pop-up looks, or what stops a launch: it shows what the other rooms say and sends
//! them what the user wants.

pub mod commands;
pub mod soft;
pub mod start;
pub mod theme;
pub mod widgets;
