//! The fonts that a visitor's own system would have, given to the browser in place of the machine's: pictures must not depend on what is
//! installed here.

use std::fs;
use std::path::{Path, PathBuf};

/// Those of the preview that a website does not send along: scripts beyond Latin, and emoji.
const FILES: [&str; 5] = [
    "noto-sans-jp-regular",
    "noto-sans-jp-bold",
    "noto-sans-arabic-regular",
    "noto-sans-arabic-bold",
    "noto-color-emoji",
];

/// Slight hinting, as Debian has it by default: with full hinting Chromium moves letters to whole pixels.
const CONFIGURATION: &str = r#"<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>FONTS</dir>
  <cachedir>CACHE</cachedir>
  <match target="pattern"><edit name="hintstyle" mode="append"><const>hintslight</const></edit></match>
</fontconfig>
"#;

/// Writes the fonts and a configuration that names no others. Returns the value for `FONTCONFIG_FILE`.
pub fn install(folder: &Path) -> PathBuf {
    let place = folder.join("fonts");
    fs::create_dir_all(&place).expect("a folder for fonts");
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/widget/fonts");
    // Inter stands in for the sans-serif that pages fall back to. Browsers read WOFF2 from websites alone, so each is unpacked.
    for name in FILES.iter().chain(&["inter"]) {
        let packed = fs::read(sources.join(format!("{name}.woff2"))).expect("a bundled font");
        let font = blitz_dom::decode_font_bytes(&packed);
        fs::write(place.join(format!("{name}.ttf")), font).expect("a font is written");
    }
    let configuration = folder.join("fonts.conf");
    let text = CONFIGURATION
        .replace("FONTS", &place.display().to_string())
        .replace("CACHE", &folder.join("font-cache").display().to_string());
    fs::write(&configuration, text).expect("the configuration is written");
    configuration
}
