//! Every text of the journey exists in both languages.

use super::words;
use crate::{
    studio::journey::{Scope, timeline::StepKind},
    visitor::JourneyPreset,
    wording::text::{Language, Text},
};

#[test]
fn presets_kinds_and_scopes_are_named_in_every_language() {
    for language in Language::ALL {
        let text = Text::new(language);
        for preset in JourneyPreset::ALL.iter().copied() {
            assert!(text.has(preset.label_key()), "{preset:?}");
            assert!(text.has(&format!("{}-help", preset.label_key())), "{preset:?}");
        }
        for kind in StepKind::ALL.iter().copied() {
            for touch in [false, true] {
                assert!(text.has(words::kind_key(kind, touch)), "{kind:?}");
            }
        }
        for scope in Scope::ALL.iter().copied() {
            assert!(text.has(scope.label_key()), "{scope:?}");
        }
        for step in ["add", "edit", "move", "remove", "preset", "open"] {
            assert!(text.has(&format!("journey-step-{step}")), "{step}");
        }
    }
}
