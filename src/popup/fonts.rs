//! The bundled fonts, for the preview (decoded once, when first needed) and for exported pages (inlined).
//!
//! The preview draws only with these, so that a picture is the same on every machine:
//!
//! - **Inter** (variable, 400 to 700) for Latin, Greek and Cyrillic. The widget includes it too.
//! - **Noto Sans Arabic** (400, 700), **Noto Sans JP** (400, 700: kana and the kanji of JIS X 0208) and **Noto Color Emoji** for what Inter lacks. A
//!   visitor's browser uses its own system's fonts for these; exported pages include those they need.
//!
//! Other scripts show as boxes here, and in the visitor's own fonts on the site. `assets/widget/fonts/prepare.py` makes the files and explains how
//! they differ from the published ones. All are under the SIL Open Font License.

use std::sync::{Arc, OnceLock};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use blitz_dom::FontContext;
use parley::fontique::{
    Blob, Collection, CollectionOptions, FamilyId, FontInfoOverride, FontWeight, GenericFamily, SourceCache,
};

use super::text::Scripts;

struct Face {
    family: &'static str,
    /// As `@font-face` writes it.
    weight: &'static str,
    /// The weight of a font that has only one.
    fixed_weight: Option<f32>,
    woff2: &'static [u8],
    /// The OpenType file, once somebody has needed it.
    decoded: OnceLock<Vec<u8>>,
    needed: fn(Scripts) -> bool,
}

impl Face {
    /// Returns the font as an OpenType file, which all of the process shares.
    fn decoded(&'static self) -> &'static [u8] {
        self.decoded
            .get_or_init(|| blitz_dom::decode_font_bytes(self.woff2).into_owned())
    }
}

macro_rules! font {
    ($name:literal) => {
        include_bytes!(concat!("../../assets/widget/fonts/", $name))
    };
}

static FACES: [Face; 6] = [
    Face {
        family: "Beckon",
        weight: "400 700",
        fixed_weight: None,
        woff2: font!("inter.woff2"),
        decoded: OnceLock::new(),
        needed: |_| true,
    },
    Face {
        family: "Beckon Arabic",
        weight: "400",
        fixed_weight: Some(400.0),
        woff2: font!("noto-sans-arabic-regular.woff2"),
        decoded: OnceLock::new(),
        needed: |scripts| scripts.arabic,
    },
    Face {
        family: "Beckon Arabic",
        weight: "700",
        fixed_weight: Some(700.0),
        woff2: font!("noto-sans-arabic-bold.woff2"),
        decoded: OnceLock::new(),
        needed: |scripts| scripts.arabic,
    },
    Face {
        family: "Beckon Japanese",
        weight: "400",
        fixed_weight: Some(400.0),
        woff2: font!("noto-sans-jp-regular.woff2"),
        decoded: OnceLock::new(),
        needed: |scripts| scripts.japanese,
    },
    Face {
        family: "Beckon Japanese",
        weight: "700",
        fixed_weight: Some(700.0),
        woff2: font!("noto-sans-jp-bold.woff2"),
        decoded: OnceLock::new(),
        needed: |scripts| scripts.japanese,
    },
    Face {
        family: "Beckon Emoji",
        weight: "400",
        fixed_weight: Some(400.0),
        woff2: font!("noto-color-emoji.woff2"),
        decoded: OnceLock::new(),
        needed: |scripts| scripts.emoji,
    },
];

/// A bundled font for what Inter lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FallbackFont {
    /// Noto Color Emoji.
    Emoji,
    /// Noto Sans JP.
    Japanese,
    /// Noto Sans Arabic.
    Arabic,
}

impl FallbackFont {
    /// Returns the regular font as an OpenType file, for interfaces that show the pop-ups' texts. Decoding it for the first time takes tens of
    /// milliseconds.
    pub fn decoded(self) -> &'static [u8] {
        let family = match self {
            Self::Emoji => "Beckon Emoji",
            Self::Japanese => "Beckon Japanese",
            Self::Arabic => "Beckon Arabic",
        };
        let face = FACES.iter().find(|face| face.family == family);
        face.map(Face::decoded).unwrap_or_default()
    }
}

/// Returns the `@font-face` rules of the fonts that these scripts need, with the fonts inside.
pub(super) fn font_faces(scripts: Scripts) -> String {
    let needed = FACES.iter().filter(|face| (face.needed)(scripts));
    let rule = |face: &Face| {
        format!(
            "@font-face{{font-family:\"{}\";font-weight:{};src:url(data:font/woff2;base64,{})format(\"woff2\")}}",
            face.family,
            face.weight,
            BASE64.encode(face.woff2)
        )
    };
    needed.map(rule).collect()
}

/// Fonts that are ready to draw with, each from when it is first needed.
pub(super) struct Fonts {
    context: FontContext,
    loaded: [bool; FACES.len()],
}

impl Fonts {
    pub fn new() -> Self {
        let options = CollectionOptions {
            shared: false,
            system_fonts: false,
        };
        let context = FontContext {
            source_cache: SourceCache::new_shared(),
            collection: Collection::new(options),
        };
        Self {
            context,
            loaded: [false; FACES.len()],
        }
    }

    /// Returns a font collection that has at least what these scripts need.
    pub fn for_scripts(&mut self, scripts: Scripts) -> FontContext {
        for (face, loaded) in FACES.iter().zip(&mut self.loaded) {
            if !*loaded && (face.needed)(scripts) {
                register(&mut self.context.collection, face);
                *loaded = true;
            }
        }
        self.context.clone()
    }
}

fn register(collection: &mut Collection, face: &'static Face) {
    let font = Blob::new(Arc::new(face.decoded()));
    let info = FontInfoOverride {
        family_name: Some(face.family),
        weight: face.fixed_weight.map(FontWeight::new),
        ..Default::default()
    };
    let families: Vec<FamilyId> = collection
        .register_fonts(font, Some(info))
        .into_iter()
        .map(|(family, _)| family)
        .collect();
    let generics: &[GenericFamily] = match face.family {
        "Beckon" => &[
            GenericFamily::SansSerif,
            GenericFamily::SystemUi,
            GenericFamily::Serif,
            GenericFamily::Monospace,
        ],
        "Beckon Emoji" => &[GenericFamily::Emoji],
        _ => &[],
    };
    for generic in generics {
        collection.append_generic_families(*generic, families.iter().copied());
    }
}
