//! The widget in Chromium, Firefox and WebKitGTK. All cases run in Chromium; in the other two, those that depend on engine differences: layout,
//! visibility, typing, scrolling, leaving. Running all of them there, by hand, takes some ten minutes on two cores.
//!
//! These tests take longest, and mostly wait. Tests begin in the order of their names: as `browsers::` they begin early, with others beside them.

use crate::widget::cases_in;

/// Cases about the widget's own logic, which every engine runs alike: conformance and whole visits run in all three.
const ALIKE_EVERYWHERE: &str = "activity.mjs,addresses.mjs,api.mjs,clicks.mjs,hostile.mjs,keys.mjs,languages.mjs,pages.mjs,popup.mjs,quiet.mjs,safety.mjs,sessions.mjs,time.mjs,use-cases.mjs";

#[test]
fn it_does_in_chromium_what_its_cases_say() {
    cases_in("chromium", "");
}

#[test]
fn it_does_in_firefox_what_its_cases_say() {
    cases_in("firefox", ALIKE_EVERYWHERE);
}

#[test]
fn it_does_in_webkit_what_its_cases_say() {
    cases_in("webkit", ALIKE_EVERYWHERE);
}
