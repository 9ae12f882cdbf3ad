//! The files that the window exports: the content and the extension of each. [`write_source`] and
//! [`write_library`] write them, in jobs.

mod work;

use std::path::{Path, PathBuf};

pub use work::{Exported, Source, TextsSource, write_library, write_source};

/// A file for elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum Export {
    /// The open campaign with its pictures, for another library or system.
    Campaign,
    /// The selected campaigns with their pictures.
    Selection,
    /// Every campaign of the library with their pictures.
    Library,
    /// The pop-up as the preview shows it, as a page for any browser.
    Page,
    /// The pop-up alone as a picture.
    Popup,
    /// The whole preview as a picture.
    Preview,
    /// The snippet for Jetlink's SDK.
    Jetlink,
    /// The texts for translators, in the language that is being written.
    Xliff,
    /// The texts for translators, in every language, as a table.
    Table,
}

impl Export {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

    /// The part of its text keys that is its own: `command-ID`, `editor-ID`, `file-ID-title`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Campaign => "export-json",
            Self::Selection => "export-selection",
            Self::Library => "export-library",
            Self::Page => "export-html",
            Self::Popup => "export-popup",
            Self::Preview => "export-png",
            Self::Jetlink => "export-jetlink",
            Self::Xliff => "export-xliff",
            Self::Table => "export-table",
        }
    }

    /// Its file's extension, without the dot.
    pub const fn ending(self) -> &'static str {
        match self {
            // The desktop opens files of this ending with Beckon, and leaves other JSON alone.
            Self::Campaign | Self::Selection | Self::Library => "beckon.json",
            Self::Page => "html",
            Self::Popup | Self::Preview => "png",
            Self::Jetlink => "js",
            Self::Xliff => "xlf",
            Self::Table => "csv",
        }
    }

    /// The name that its file begins with, after that of the campaign or the library.
    pub fn file_name(self, name: &str) -> String {
        let (name, ending) = (file_name(name), self.ending());
        match self {
            // To differ from the picture of the whole preview, which has only the campaign's name.
            Self::Popup => format!("{name}-popup.{ending}"),
            Self::Campaign
            | Self::Selection
            | Self::Library
            | Self::Page
            | Self::Preview
            | Self::Jetlink
            | Self::Xliff
            | Self::Table => {
                format!("{name}.{ending}")
            }
        }
    }

    /// Whether it is made of the open campaign.
    pub const fn needs_campaign(self) -> bool {
        match self {
            Self::Selection | Self::Library => false,
            Self::Campaign | Self::Page | Self::Popup | Self::Preview | Self::Jetlink | Self::Xliff | Self::Table => {
                true
            }
        }
    }
}

/// A name as every file system takes it: `Winter sale!` becomes `winter-sale`.
pub fn file_name(name: &str) -> String {
    let parts = name.split(|c: char| !c.is_alphanumeric());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    match parts.join("-").to_lowercase() {
        empty if empty.is_empty() => "campaign".to_owned(),
        name => name,
    }
}

/// How a file's name fits its intended content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Naming {
    /// It has the right extension.
    Right,
    /// It has no extension; this is the name with one.
    Short(PathBuf),
    /// It has the extension of another kind of file.
    Wrong,
}

impl Naming {
    /// Compares `path` with the possible extensions; the first is the usual one. Of an extension in two parts, the last one is enough.
    pub fn of(path: &Path, endings: &[&'static str]) -> Self {
        let is_folder = path.as_os_str().to_string_lossy().ends_with(std::path::is_separator);
        let Some(usual) = endings.first().filter(|_| !is_folder) else {
            // Folders are judged where they are looked up.
            return Self::Right;
        };
        match path.extension().map(|ending| ending.to_string_lossy()) {
            Some(ending)
                if endings
                    .iter()
                    .any(|usual| ending.eq_ignore_ascii_case(last_part(usual))) =>
            {
                Self::Right
            }
            Some(ending) if is_ending(&ending) => Self::Wrong,
            _ => {
                let mut name = path.file_name().unwrap_or_default().to_owned();
                name.push(".");
                name.push(usual);
                Self::Short(path.with_file_name(name))
            }
        }
    }
}

/// The part of an extension after its last dot: `json` of `beckon.json`.
pub fn last_part(ending: &str) -> &str {
    ending.rsplit_once('.').map_or(ending, |(_, last)| last)
}

/// Whether the text after a dot is an extension, rather than a part of the name, as in `Mr. Smith` or `spring 2.0`.
fn is_ending(part: &str) -> bool {
    let letters = part.chars().all(|c| c.is_ascii_alphanumeric());
    letters && part.len() <= 5 && part.chars().any(|c| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_makes_a_file_name() {
        for (name, wanted) in [
            ("Winter sale!", "winter-sale"),
            ("  Ürün / kampanya  ", "ürün-kampanya"),
            ("../etc", "etc"),
            ("?!", "campaign"),
            ("", "campaign"),
        ] {
            assert_eq!(file_name(name), wanted);
        }
        assert_eq!(Export::Popup.file_name("Sale"), "sale-popup.png");
        assert_eq!(Export::Preview.file_name("Sale"), "sale.png");
    }

    #[test]
    fn the_ending_says_what_a_file_holds() {
        for (path, endings, wanted) in [
            ("/a/spring.html", &["html"][..], Naming::Right),
            ("/a/spring.HTML", &["html"], Naming::Right),
            ("/a/spring", &["html"], Naming::Short("/a/spring.html".into())),
            ("/a/spring 2.0", &["png"], Naming::Short("/a/spring 2.0.png".into())),
            (
                "/a/for Mr. Smith",
                &["json"],
                Naming::Short("/a/for Mr. Smith.json".into()),
            ),
            ("/a/spring.html", &["js"], Naming::Wrong),
            ("/a/spring.json", &["png"], Naming::Wrong),
            ("/a/spring.exe", &["png"], Naming::Wrong),
            ("/a.b/spring", &["png"], Naming::Short("/a.b/spring.png".into())),
            ("/a/spring/", &["png"], Naming::Right),
            ("/a/spring.csv", &["csv", "txt"], Naming::Right),
            (
                "/a/spring",
                &["beckon.json"],
                Naming::Short("/a/spring.beckon.json".into()),
            ),
            ("/a/spring.beckon.json", &["beckon.json"], Naming::Right),
            ("/a/spring.json", &["beckon.json"], Naming::Right),
            (
                "/a/spring.beckon",
                &["beckon.json"],
                Naming::Short("/a/spring.beckon.beckon.json".into()),
            ),
        ] {
            assert_eq!(Naming::of(Path::new(path), endings), wanted, "{path}");
        }
    }
}
