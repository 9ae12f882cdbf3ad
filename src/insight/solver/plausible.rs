//! Makes a found visitor more like people are, where the rule leaves that open: the engine is asked about every step.

use super::Sighting;
use crate::campaign::Campaign;
use crate::engine::explain;
use crate::visitor::Visitor;

/// A version that each browser has had at about the same time.
const VERSIONS: [(&str, &str); 6] = [
    ("chrome", "131.0.6778"),
    ("edge", "131.0.2903"),
    ("firefox", "132.0"),
    ("opera", "115.0"),
    ("safari", "18.1"),
    ("samsung_internet", "27.0"),
];

/// What nobody would believe of a visitor, mended as far as they still see the campaign. Values that were given are not touched.
pub(super) fn made_plausible(campaign: &Campaign, near: &Visitor, mut sighting: Sighting) -> Sighting {
    for mend in [device, version, visits] {
        let mut mended = sighting.visitor.clone();
        mend(near, &mut mended);
        if mended != sighting.visitor && explain(campaign, &mended, sighting.at).shown {
            sighting.visitor = mended;
        }
    }
    sighting
}

/// Samsung's browser runs on phones and tablets alone.
fn device(near: &Visitor, visitor: &mut Visitor) {
    let is_changed = visitor.browser != near.browser || visitor.device_type != near.device_type;
    if is_changed && visitor.browser == "samsung_internet" && visitor.device_type == "desktop" {
        visitor.device_type = "mobile".to_owned();
    }
}

/// Another browser has another version.
fn version(near: &Visitor, visitor: &mut Visitor) {
    let known = VERSIONS.iter().find(|(browser, _)| *browser == visitor.browser);
    if visitor.browser != near.browser
        && visitor.browser_version == near.browser_version
        && let Some((_, version)) = known
    {
        visitor.browser_version = (*version).to_owned();
    }
}

/// Every showing took a page, and this page is one more.
fn visits(near: &Visitor, visitor: &mut Visitor) {
    if visitor.views != near.views {
        visitor.visits = visitor.visits.max(visitor.views.saturating_add(1));
    }
}
