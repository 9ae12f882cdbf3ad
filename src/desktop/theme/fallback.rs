//! Fonts for characters that Inter lacks: the bundled ones of the pop-up for emoji, Japanese and Arabic, then the computer's own.
//!
//! Each is read when it is first needed. Of the computer's fonts only well-known, widely installed families are tried, in a fixed order,
//! so that no frame waits for a scan of every font.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

use egui::{
    FontData, FontFamily,
    epaint::text::{FallbackRequest, FontInsert, FontPriority, FontProvider, InsertFontFamily, has_emoji_presentation},
};

use crate::popup::FallbackFont;

/// File names worth trying, best first.
const WELL_KNOWN: &[&str] = &[
    "NotoSansCJK-Regular.ttc",
    "NotoSansCJKjp-Regular.otf",
    "NotoSansArabic-Regular.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansThai-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "wqy-microhei.ttc",
    "DroidSansFallbackFull.ttf",
    "ipag.ttf",
    "DejaVuSans.ttf",
    "FreeSans.ttf",
    "unifont.ttf",
    "PingFang.ttc",
    "Apple Color Emoji.ttc",
    "seguiemj.ttf",
    "msgothic.ttc",
];

/// How deep folders of fonts are searched.
const DEPTH: usize = 4;

/// Returns one provider per font, because egui asks one after the other until a font has the character.
pub(super) fn providers() -> Vec<Arc<dyn FontProvider>> {
    let bundled = [FallbackFont::Emoji, FallbackFont::Japanese, FallbackFont::Arabic];
    let bundled = bundled
        .into_iter()
        .map(|font| -> Arc<dyn FontProvider> { Arc::new(Bundled(font)) });
    let files = Arc::new(Files::default());
    let computers = WELL_KNOWN.iter().map(move |name| -> Arc<dyn FontProvider> {
        Arc::new(ComputerFont {
            name,
            files: files.clone(),
            data: OnceLock::new(),
        })
    });
    bundled.chain(computers).collect()
}

/// A font that the preview uses too.
struct Bundled(FallbackFont);

impl Bundled {
    /// Whether decoding the font for this character is worth the time.
    fn is_for(&self, cluster: &str) -> bool {
        let Some(first) = cluster.chars().next() else {
            return false;
        };
        match self.0 {
            FallbackFont::Emoji => {
                has_emoji_presentation(cluster) || matches!(u32::from(first), 0x2600..=0x27bf | 0x1f000..=0x1faff)
            }
            FallbackFont::Japanese => {
                matches!(u32::from(first), 0x3000..=0x30ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xff00..=0xffef)
            }
            FallbackFont::Arabic => {
                matches!(u32::from(first), 0x0600..=0x06ff | 0x0750..=0x077f | 0x08a0..=0x08ff | 0xfb50..=0xfdff | 0xfe70..=0xfeff)
            }
        }
    }
}

impl FontProvider for Bundled {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        if !self.is_for(request.cluster) {
            return None;
        }
        let data = FontData::from_static(self.0.decoded());
        Some(insert(&format!("{:?}", self.0), data))
    }
}

fn insert(name: &str, data: FontData) -> FontInsert {
    let proportional = InsertFontFamily {
        family: FontFamily::Proportional,
        priority: FontPriority::Lowest,
    };
    FontInsert {
        name: name.to_owned(),
        data,
        families: vec![proportional],
    }
}

/// The places of the computer's well-known fonts; searched for once.
#[derive(Default)]
struct Files(OnceLock<Vec<PathBuf>>);

impl Files {
    fn named(&self, name: &str) -> Option<&PathBuf> {
        let files = self.0.get_or_init(|| {
            let mut found = Vec::new();
            for root in roots() {
                collect(&root, DEPTH, &mut found);
            }
            found
        });
        files.iter().find(|path| file_name(path) == name)
    }
}

struct ComputerFont {
    name: &'static str,
    files: Arc<Files>,
    /// Read once, since every further missing character asks again.
    data: OnceLock<Option<FontData>>,
}

impl FontProvider for ComputerFont {
    #[expect(clippy::disallowed_methods, reason = "egui asks for a font within a frame, and once")]
    fn font_for(&self, _: &FallbackRequest<'_>) -> Option<FontInsert> {
        let read = || fs::read(self.files.named(self.name)?).ok().map(FontData::from_owned);
        let data = self.data.get_or_init(read).clone()?;
        Some(insert(self.name, data))
    }
}

fn file_name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

fn roots() -> Vec<PathBuf> {
    let mut roots: Vec<PathBuf> = [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/System/Library/Fonts",
        "C:/Windows/Fonts",
    ]
    .map(PathBuf::from)
    .into();
    if let Some(home) = directories::BaseDirs::new() {
        roots.push(home.data_dir().join("fonts"));
    }
    roots
}

#[expect(clippy::disallowed_methods, reason = "egui asks for a font within a frame, and once")]
fn collect(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            if depth > 0 {
                collect(&path, depth - 1, found);
            }
        } else if WELL_KNOWN.contains(&file_name(&path)) {
            found.push(path);
        }
    }
}
