//! A file to read or write: a path field that always works, and the desktop's own dialog as well.

use std::path::{Path, PathBuf};

use egui::Id;

use super::{
    Answer, DialogView,
    shell::{Shell, buttons, entered, sentence},
};
use crate::{
    desktop::{
        theme::{Icon, palette, space},
        widgets::{self, Button, Field},
    },
    library::PictureUse,
    studio::{
        export::{Export, Naming},
        inquiry::Inquiry,
        path_kind::PathKind,
        tone::Tone,
    },
    wording::text::Text,
};

/// What a file is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A campaign to bring into the library.
    Import,
    /// The folder of another library.
    Library,
    /// A log of visitors to count in.
    Log,
    /// An export.
    Export(Export),
    /// A screenshot of the user's site, for the preview.
    Screenshot,
    /// A picture for the open campaign.
    Picture(PictureUse),
    /// A journey to be played.
    OpenJourney,
    /// The journey as a file.
    SaveJourney,
}

impl Purpose {
    /// The part of the text keys that is its own.
    pub fn key(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Library => "library",
            Self::Log => "log",
            Self::Export(export) => export.id(),
            Self::Screenshot => "screenshot",
            Self::Picture(_) => "picture",
            Self::OpenJourney => "open-journey",
            Self::SaveJourney => "save-journey",
        }
    }

    /// Whether a file is written.
    pub fn writes(self) -> bool {
        match self {
            Self::Export(_) | Self::SaveJourney => true,
            Self::Import | Self::Library | Self::Log | Self::Screenshot | Self::Picture(_) | Self::OpenJourney => false,
        }
    }

    /// Whether it is a folder.
    pub fn wants_folder(self) -> bool {
        self == Self::Library
    }

    /// Whether it is about the open campaign.
    pub fn needs_campaign(self) -> bool {
        match self {
            Self::Export(export) => export.needs_campaign(),
            Self::SaveJourney => true,
            Self::Import | Self::Library | Self::Log | Self::Screenshot | Self::Picture(_) | Self::OpenJourney => false,
        }
    }

    /// The endings of its files.
    pub fn endings(self) -> Vec<&'static str> {
        match self {
            Self::Import | Self::OpenJourney | Self::SaveJourney => vec!["json"],
            Self::Library => Vec::new(),
            Self::Export(export) => vec![export.ending()],
            Self::Log => vec!["csv", "tsv", "ndjson", "jsonl", "json", "txt", "log"],
            Self::Picture(_) | Self::Screenshot => vec!["png", "jpg", "jpeg", "webp", "gif", "bmp"],
        }
    }
}

/// Asks for a file.
#[derive(Debug)]
pub struct FileDialog {
    /// What for.
    pub purpose: Purpose,
    /// The path as currently typed.
    pub path: String,
    /// The newest path that was looked up, and what exists there.
    place: Inquiry<PathBuf, PathKind>,
    seen: bool,
    no_chooser: bool,
}

impl FileDialog {
    /// Begins with `path`.
    pub fn new(purpose: Purpose, path: String) -> Self {
        Self {
            purpose,
            path,
            place: Inquiry::default(),
            seen: false,
            no_chooser: false,
        }
    }

    /// Notes that the desktop has no file dialog: the path has to be typed.
    pub fn note_no_chooser(&mut self) {
        self.no_chooser = true;
    }

    /// Returns the intended file: a file to write gets the extension of its kind if none is typed.
    fn target(&self) -> PathBuf {
        let path = typed_path(&self.path);
        match self.naming(&path) {
            Naming::Short(named) => named,
            Naming::Right | Naming::Wrong => path,
        }
    }

    fn naming(&self, path: &Path) -> Naming {
        match self.purpose.writes() {
            true => Naming::of(path, &self.purpose.endings()),
            false => Naming::Right,
        }
    }

    /// Returns the path to look up now, if any.
    pub fn asks_about(&mut self) -> Option<PathBuf> {
        match self.path.trim().is_empty() {
            true => None,
            false => self.place.ask(self.target()),
        }
    }

    /// Takes over what exists at a path. Returns the next path to look up.
    pub fn take_place(&mut self, path: PathBuf, place: PathKind) -> Option<PathBuf> {
        self.place.take(path, place)
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let key = self.purpose.key();
        let shell = Shell {
            id: "file",
            title: &text.t(&format!("file-{key}-title")),
            width: 520.0,
        };
        let shown = shell.show(ctx, |ui| {
            sentence(ui, &text.t(&format!("file-{key}-help")), palette(ui).text_muted);
            ui.add_space(space::S);
            let target = self.target();
            let problem = self.problem(&target, text);
            let named = (!self.path.trim().is_empty() && target != typed_path(&self.path)).then(|| file_name(&target));
            let help = named.map(|name| text.tv("file-named", &[("name", name.into())]));
            let lines: Vec<(Tone, String)> = problem.iter().cloned().collect();
            let id = Id::unique("file's path");
            let label = text.t(if self.purpose.wants_folder() {
                "file-folder"
            } else {
                "file-path"
            });
            let mut field = Field::new(&label, &mut self.path).id(id).findings(&lines);
            if let Some(help) = &help {
                field = field.help(help);
            }
            let field = field.show(ui);
            if !std::mem::replace(&mut self.seen, true) {
                field.response.request_focus();
            }
            if field.response.changed() {
                // The new path is looked up before the next frame is drawn.
                ui.ctx().request_repaint();
            }
            let browse = if self.no_chooser {
                widgets::help_line(ui, &text.t("file-no-dialog"));
                false
            } else {
                let browse = Button::secondary(text.t("file-browse")).icon(Icon::FolderOpen).small();
                ui.add(browse).clicked()
            };
            let stopped = problem.is_some_and(|(tone, _)| tone == Tone::Danger);
            let ready = !self.path.trim().is_empty() && !stopped;
            let (go, cancel) = buttons(ui, &text.t(&format!("file-{key}-do")), ready, &text.t("cancel"));
            let go = go || (ready && field.response.lost_focus() && entered(ui));
            match (go, browse, cancel) {
                (true, _, _) => Some(Answer::File(self.purpose, target)),
                (_, true, _) => Some(Answer::Browse(self.purpose)),
                (_, _, true) => Some(Answer::Cancel),
                _ => None,
            }
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }

    /// Returns the objection to the path, once it is known what exists there.
    fn problem(&self, path: &Path, text: &Text) -> Option<(Tone, String)> {
        if self.naming(path) == Naming::Wrong {
            let ending = format!(".{}", self.purpose.endings().join(", ."));
            return Some((Tone::Danger, text.tv("file-ending", &[("ending", ending.into())])));
        }
        let (asked, place) = self.place.last()?;
        if asked != path {
            return None;
        }
        if self.purpose.wants_folder() {
            return match place {
                PathKind::Folder => None,
                PathKind::Free => Some((Tone::Neutral, text.t("file-new-folder"))),
                PathKind::File => Some((Tone::Danger, text.t("file-not-folder"))),
                PathKind::NoFolder => Some((Tone::Danger, text.t("file-no-folder"))),
            };
        }
        let (tone, key) = match (self.purpose.writes(), place) {
            (true, PathKind::Folder) => (Tone::Danger, "file-is-folder"),
            (true, PathKind::NoFolder) => (Tone::Danger, "file-no-folder"),
            (true, PathKind::File) => (Tone::Warning, "file-replaces"),
            (false, PathKind::Folder | PathKind::NoFolder | PathKind::Free) => (Tone::Danger, "file-missing"),
            (true, PathKind::Free) | (false, PathKind::File) => return None,
        };
        Some((tone, text.t(key)))
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The path that a typed text means; `~` is the home folder.
pub(super) fn typed_path(typed: &str) -> PathBuf {
    let typed = typed.trim();
    let home = || directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match typed
        .strip_prefix("~/")
        .and_then(|rest| home().map(|home| home.join(rest)))
    {
        Some(path) => path,
        None => PathBuf::from(typed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;

    /// The objection to a path where this exists.
    fn objection(purpose: Purpose, kind: PathKind) -> Option<(Tone, String)> {
        let mut dialog = FileDialog::new(purpose, "/tmp/sale.json".to_owned());
        let asked = dialog.asks_about().expect("a path");
        let text = Text::new(Language::ENGLISH);
        assert_eq!(dialog.problem(&asked, &text), None, "not before it is known");
        assert_eq!(dialog.take_place(asked.clone(), kind), None);
        dialog.problem(&asked, &text)
    }

    #[test]
    fn a_path_that_could_not_be_looked_up_is_not_overwritten_without_a_question() {
        let export = Purpose::Export(Export::Campaign);
        assert_eq!(objection(export, PathKind::Free), None);
        let there = objection(export, PathKind::File).expect("a question");
        assert_eq!(there.0, Tone::Warning);
        assert_eq!(objection(export, PathKind::UNKNOWN), Some(there));
        assert_eq!(objection(Purpose::Import, PathKind::UNKNOWN), None, "reading is tried");
    }

    #[test]
    fn a_path_that_cannot_be_used_stops_the_dialog() {
        let cases = [
            (Purpose::SaveJourney, PathKind::Folder),
            (Purpose::SaveJourney, PathKind::NoFolder),
            (Purpose::Import, PathKind::Folder),
            (Purpose::Import, PathKind::NoFolder),
            (Purpose::Import, PathKind::Free),
        ];
        for (purpose, kind) in cases {
            let found = objection(purpose, kind).map(|(tone, _)| tone);
            assert_eq!(found, Some(Tone::Danger), "{purpose:?} {kind:?}");
        }
    }
}
