//! The choice of a time zone.

use chrono_tz::{TZ_VARIANTS, Tz};
use egui::{Id, Ui};

use super::desk::Desk;
use crate::desktop::widgets::{Choice, Select};

/// Shows the choice at the place that a JSON Pointer names; `label` is its name and the identity of what is written above it.
pub(super) fn show(
    ui: &mut Ui,
    zone: &mut Option<String>,
    (label, above): (&str, Id),
    pointer: &str,
    desk: &mut Desk<'_, '_>,
) {
    let shown = zone.clone().unwrap_or_else(|| desk.t("editor-choose-value"));
    let search = desk.t("editor-search-zones");
    let nothing = desk.t("editor-no-zone-found");
    let nearest = desk.t("select-nearest");
    let id = ui.next_auto_id();
    let select = Select::new(label, &shown)
        .labelled_by(above)
        .searchable(&search)
        .when_nothing_is_found(&nothing, &nearest)
        .wrong(desk.is_wrong(pointer));
    let picked = select.show(ui, || {
        let choice = |of: &Tz| Choice {
            label: of.name().to_owned(),
            chosen: zone.as_deref() == Some(of.name()),
            ..Choice::default()
        };
        TZ_VARIANTS.iter().map(choice).collect()
    });
    desk.arrive(ui, pointer, id, ui.min_rect());
    if let Some(picked) = picked.and_then(|index| TZ_VARIANTS.get(index)) {
        *zone = Some(picked.name().to_owned());
        desk.structural("editor-step-zone");
    }
}
