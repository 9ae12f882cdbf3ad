//! Exports into files, and imports into the library.

use std::{
    collections::{BTreeSet, HashMap},
    path::{Path, PathBuf},
};

use super::{App, Event};
use crate::{
    campaign::Campaign,
    desktop::{
        dialogs::{Dialog, FileDialog},
        file_manager,
    },
    popup::{Scene, ScenePart},
    studio::{
        action::Action,
        choosing::{self, Choosing, Chosen, FileRequest, Purpose, Request, usual_folder},
        export::{Export, Exported, Source, TextsSource, file_name, write_library, write_source},
        journey,
        path_kind::PathKind,
        tone::Tone,
        trouble::Trouble,
    },
};

impl App {
    /// Asks where to write or what to read, with the path field and the desktop's own dialog in front of it.
    pub(super) fn ask_file(&mut self, purpose: Purpose) {
        if purpose.needs_campaign() && self.sessions.open().is_none() {
            return;
        }
        let path = if purpose.writes() {
            self.suggested(purpose).display().to_string()
        } else {
            String::new()
        };
        self.dialogs
            .put(Dialog::File(FileDialog::new(Choosing::new(purpose, path))));
        if !purpose.writes() {
            self.browse(purpose);
        }
    }

    /// Looks up what exists at the path typed in the file dialog.
    pub(super) fn look_at_place(&mut self, ctx: &egui::Context) {
        let Some(Dialog::File(dialog)) = self.dialogs.front_mut() else {
            return;
        };
        if let Some(path) = dialog.choosing.asks_about() {
            self.look_up_place(path);
            self.take_events_at_once(ctx);
        }
    }

    fn look_up_place(&mut self, path: PathBuf) {
        // What is not known is not overwritten without a question.
        let broke_off = Event::PlaceLookedUp(path.clone(), PathKind::UNKNOWN);
        self.tasks.start(broke_off, move || {
            let place = PathKind::of(&path);
            Event::PlaceLookedUp(path, place)
        });
    }

    /// Takes over what exists at a path.
    pub(super) fn place_looked_up(&mut self, path: PathBuf, place: PathKind) {
        if let Some(Dialog::File(dialog)) = self.dialogs.front_mut()
            && let Some(next) = dialog.choosing.take_place(path, place)
        {
            self.look_up_place(next);
        }
    }

    /// Shows the desktop's own file dialog from a background thread.
    pub(super) fn browse(&mut self, purpose: Purpose) {
        let key = purpose.key();
        let suggested = self.suggested(purpose);
        let question = FileRequest {
            title: self.text.t(&format!("file-{key}-title")),
            kind: (self.text.t(&format!("file-{key}-kind")), purpose.endings()),
            save_as: purpose
                .writes()
                .then(|| suggested.file_name().unwrap_or_default().to_string_lossy().into_owned()),
            wants_folder: purpose.wants_folder(),
            folder: suggested.parent().map(Path::to_owned),
        };
        let chooser = self.chooser.clone();
        self.tasks.start(Event::Chosen(purpose, Chosen::NoDialog), move || {
            Event::Chosen(purpose, chooser.choose(&question))
        });
    }

    /// The file that an export begins with: in the user's documents, named after the campaign or the library.
    fn suggested(&self, purpose: Purpose) -> PathBuf {
        let name = match (purpose, self.sessions.open()) {
            (Purpose::Export(Export::Library | Export::Selection), _) => {
                let folder = self.library.dir().file_name();
                folder.unwrap_or_default().to_string_lossy().into_owned()
            }
            (_, Some(session)) => session.campaign().name.clone(),
            (_, None) => String::new(),
        };
        match purpose {
            Purpose::OpenJourney | Purpose::SaveJourney => self.suggested_journey(&file_name(&name)),
            Purpose::Export(export) => usual_folder().join(export.file_name(&name)),
            Purpose::Proof(form) => usual_folder().join(format!("{}-proof.{}", file_name(&name), form.ending())),
            Purpose::Import | Purpose::Library | Purpose::Log | Purpose::Screenshot | Purpose::Picture(_) => {
                usual_folder().join(file_name(&name))
            }
        }
    }

    /// The desktop's own dialog was answered, or could not be shown.
    pub(super) fn chosen(&mut self, ctx: &egui::Context, purpose: Purpose, chosen: Chosen) {
        let open = match self.dialogs.front_mut() {
            Some(Dialog::File(dialog)) => Some(&mut dialog.choosing),
            _ => None,
        };
        match choosing::answered(open, purpose, chosen) {
            Some(Request::Use(path)) => self.use_file(ctx, purpose, &path),
            Some(Request::CloseAndUse(path)) => {
                self.dialogs.close();
                self.use_file(ctx, purpose, &path);
            }
            Some(Request::AskPath) => {
                let asked = Choosing::without_chooser(purpose);
                self.dialogs.put(Dialog::File(FileDialog::new(asked)));
            }
            Some(Request::SayNoChooser) => {
                let text = self.text.t("file-no-dialog");
                self.say(Tone::Warning, text);
            }
            None => {}
        }
    }

    /// Reads or writes the file that was chosen or typed.
    pub(super) fn use_file(&mut self, ctx: &egui::Context, purpose: Purpose, path: &Path) {
        match purpose {
            Purpose::Import => self.import_file(path.to_owned()),
            Purpose::Library => self.open_library(path.to_owned()),
            Purpose::Log => self.log_chosen(path),
            Purpose::Picture(target) => self.read_picture(target, path.to_owned()),
            Purpose::Screenshot => self.read_screenshot(path.to_owned()),
            Purpose::OpenJourney => {
                self.journey_on(journey::Event::Open(path.to_owned()));
            }
            Purpose::SaveJourney => {
                self.journey_on(journey::Event::SaveAs(path.to_owned()));
            }
            Purpose::Export(export) => self.export(ctx, export, path.to_owned()),
            Purpose::Proof(form) => self.export_proof(form, path.to_owned()),
        }
    }

    fn export(&mut self, ctx: &egui::Context, export: Export, path: PathBuf) {
        let open = || self.sessions.open().map(|session| session.inlined().clone());
        let folder = || self.library.dir().to_owned();
        let look = self.preview.look_at_full_size(ctx);
        let scene = |part| {
            let scene = self.scene(&self.as_spoken(open()?), look);
            Some(Box::new(Scene { part, ..scene }))
        };
        let source = match export {
            Export::Library => return self.export_library(None, path),
            Export::Selection => {
                let only = self.library_panel.selection.paths().clone();
                return self.export_library(Some(only), path);
            }
            Export::Campaign => open().map(|campaign| Source::Bundle(campaign, folder())),
            Export::Jetlink => open().map(|campaign| Source::Jetlink(campaign, folder())),
            Export::Xliff | Export::Table => open().map(|campaign| {
                Source::Texts(Box::new(TextsSource {
                    campaign,
                    to: self
                        .written_tag()
                        .filter(|_| export == Export::Xliff)
                        .map(str::to_owned),
                    usual: self.site.language().map(str::to_owned),
                    table: export == Export::Table,
                }))
            }),
            Export::Page => scene(ScenePart::Page).map(Source::Page),
            Export::Preview => scene(ScenePart::Page).map(Source::Picture),
            Export::Popup => scene(ScenePart::Popup).map(Source::Picture),
        };
        let Some(source) = source else { return };
        self.tasks
            .start_to_the_end(Event::Exported(Err(Trouble::BrokeOff)), move || {
                Event::Exported(write_source(source, path))
            });
    }

    /// Exports every campaign of the library, or only these, after all that is still to be saved.
    fn export_library(&mut self, only: Option<BTreeSet<PathBuf>>, path: PathBuf) {
        let library = self.library.clone();
        let known: HashMap<PathBuf, Campaign> = self
            .sessions
            .all()
            .filter(|session| session.is_unsaved())
            .map(|session| (session.path().to_owned(), session.campaign().clone()))
            .collect();
        self.tasks.disk(None, "busy-export", move || {
            Event::Exported(write_library(&library, &known, only.as_ref(), path))
        });
    }

    /// Shows where an export was written, and what it could not carry.
    pub(super) fn tell_export(&mut self, exported: Exported) {
        let mut left_out: Vec<String> = exported
            .losses
            .iter()
            .map(|loss| self.text.t(&format!("loss-{}", loss.id().replace('_', "-"))))
            .collect();
        left_out.dedup();
        left_out.extend(exported.unreadable);
        let path = exported.path.display().to_string();
        let mut text = match exported.campaigns {
            Some(count) => self.text.tv(
                "exported-library",
                &[("count", count.into()), ("path", path.clone().into())],
            ),
            None => self.text.tv("exported", &[("path", path.clone().into())]),
        };
        if !left_out.is_empty() {
            text.push(' ');
            text.push_str(
                &self
                    .text
                    .tv("exported-without", &[("what", left_out.join(", ").into())]),
            );
        }
        let word = self.text.t("show-in-folder");
        self.say_with(Tone::Success, text, word, Action::ShowInFolder(exported.path));
    }

    /// Shows a file in the desktop's file manager.
    pub(super) fn show_in_folder(&mut self, path: PathBuf) {
        self.tasks.start(Event::ShownInFolder(path.clone(), false), move || {
            let shown = file_manager::show(&path).is_ok();
            Event::ShownInFolder(path, shown)
        });
    }

    /// A file was shown in the file manager, or not.
    pub(super) fn shown_in_folder(&mut self, path: &Path, shown: bool) {
        if !shown {
            let folder = path.parent().unwrap_or(path).display().to_string();
            let text = self.text.tv("no-file-manager", &[("folder", folder.into())]);
            self.say(Tone::Warning, text);
        }
    }
}
