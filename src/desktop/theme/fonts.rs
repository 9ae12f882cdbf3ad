//! The bundled fonts: Inter in three weights out of one variable font, and the icons.
//!
//! What Inter lacks is looked for in the computer's own fonts when a character first needs it.

use std::{collections::BTreeMap, sync::Arc};

use egui::{
    FontData, FontDefinitions, FontFamily,
    epaint::text::{FontTweak, VariationCoords},
};

use super::{
    fallback,
    type_scale::{ICONS, MEDIUM, SEMIBOLD, family},
};

static INTER: &[u8] = include_bytes!("../../../assets/theme/Inter.ttf");
static ICON_FONT: &[u8] = include_bytes!("../../../assets/theme/icons.ttf");

fn inter(weight: f32) -> Arc<FontData> {
    let tweak = FontTweak {
        coords: VariationCoords::new([(b"wght", weight)]),
        ..FontTweak::default()
    };
    Arc::new(FontData::from_static(INTER).tweak(tweak))
}

fn definitions() -> FontDefinitions {
    let data = BTreeMap::from([
        ("Inter 400".to_owned(), inter(400.0)),
        ("Inter 500".to_owned(), inter(500.0)),
        ("Inter 600".to_owned(), inter(600.0)),
        ("Icons".to_owned(), Arc::new(FontData::from_static(ICON_FONT))),
    ]);
    let one = |name: &str| vec![name.to_owned(), "Icons".to_owned()];
    let families = BTreeMap::from([
        (FontFamily::Proportional, one("Inter 400")),
        (FontFamily::Monospace, one("Inter 400")),
        (family(MEDIUM), one("Inter 500")),
        (family(SEMIBOLD), one("Inter 600")),
        (family(ICONS), vec!["Icons".to_owned()]),
    ]);
    FontDefinitions {
        font_data: data,
        families,
    }
}

/// Makes the app's fonts the context's only ones.
pub(super) fn install(ctx: &egui::Context) {
    ctx.set_fonts(definitions());
    for provider in fallback::providers() {
        ctx.add_font_provider(provider);
    }
}
