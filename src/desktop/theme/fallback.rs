//! Fonts of the computer for characters that Inter lacks (Japanese, Arabic, emoji, …), found when one is first needed.
//!
//! Only well-known, widely installed families are tried, in a fixed order, so that no frame waits for a scan of every font.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

use egui::{
    FontData, FontFamily,
    epaint::text::{FallbackRequest, FontInsert, FontPriority, FontProvider, InsertFontFamily},
};

/// File names worth trying, best first.
const WELL_KNOWN: &[&str] = &[
    "NotoColorEmoji.ttf",
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

/// One provider a font, because egui asks one after the other until a font has the character.
pub(super) fn providers() -> Vec<Arc<dyn FontProvider>> {
    let files = Arc::new(Files::default());
    WELL_KNOWN
        .iter()
        .map(|name| {
            Arc::new(ComputerFont {
                name,
                files: files.clone(),
                data: OnceLock::new(),
            }) as Arc<dyn FontProvider>
        })
        .collect()
}

/// Where the computer's well-known fonts lie; searched for once.
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
    /// Read once: every further missing character asks again.
    data: OnceLock<Option<FontData>>,
}

impl FontProvider for ComputerFont {
    fn font_for(&self, _: &FallbackRequest<'_>) -> Option<FontInsert> {
        let read = || fs::read(self.files.named(self.name)?).ok().map(FontData::from_owned);
        let data = self.data.get_or_init(read).clone()?;
        let proportional = InsertFontFamily {
            family: FontFamily::Proportional,
            priority: FontPriority::Lowest,
        };
        Some(FontInsert {
            name: self.name.to_owned(),
            data,
            families: vec![proportional],
        })
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
