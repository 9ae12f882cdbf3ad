//! Checks of how the pop-up looks: that each value is possible, and that its text can be read.

use serde_json::Value;

use super::{Findings, Problem};
use crate::campaign::{Look, LookKey, LookKind, READABLE, Style};

pub(super) fn check(look: &Look, site: Option<&Look>, findings: &mut Findings) {
    for (key, value) in look.chosen() {
        check_value(key, value, findings);
    }
    check_contrast(look, site, findings);
}

fn check_value(key: LookKey, value: &Value, findings: &mut Findings) {
    let spec = key.spec();
    if spec.kind.accepts(value) {
        return;
    }
    let written = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let problem = match spec.kind {
        LookKind::Color(_) | LookKind::ThemeColor => Problem::LookColor { key, written },
        LookKind::Number { least, most, .. } => Problem::LookNumber {
            key,
            written,
            least,
            most,
        },
        LookKind::Distances { most, .. } => Problem::LookDistances { key, written, most },
        LookKind::Choice { .. } | LookKind::Flag(_) => Problem::LookWord { key, written },
    };
    findings.add(format!("/look/{}", spec.id), problem);
}

/// Reports text that cannot be read on its card, where the look has chosen one of the two.
fn check_contrast(look: &Look, site: Option<&Look>, findings: &mut Findings) {
    let chosen = |key: LookKey| look.get(key).is_some_and(|value| key.spec().kind.accepts(value));
    let Some(key) = [LookKey::Text, LookKey::Card, LookKey::Theme]
        .into_iter()
        .find(|key| chosen(*key))
    else {
        return;
    };
    let looks: Vec<&Look> = [Some(look), site].into_iter().flatten().collect();
    let worst = Style::of(&looks)
        .every_colors()
        .into_iter()
        .min_by(|one, other| one.of_text().total_cmp(&other.of_text()));
    if let Some(colors) = worst.filter(|colors| colors.of_text() < READABLE) {
        findings.add(
            format!("/look/{}", key.spec().id),
            Problem::LowContrast {
                text: colors.text.to_string(),
                card: colors.card.to_string(),
                ratio: colors.of_text(),
            },
        );
    }
}
