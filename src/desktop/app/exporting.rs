//! The ways in and out: exports into files, imports into the library.

use std::path::{Path, PathBuf};

use super::{App, Event};
use crate::{
    campaign::Campaign,
    desktop::{
        chooser::{Question, usual_folder},
        dialogs::{Dialog, FileDialog, Purpose},
        widgets::Tone,
    },
    library::write_atomically,
    popup,
    publish::{self, Loss},
};

impl App {
    /// Asks where to write or what to read: with the path field, and with the desktop's own dialog over it.
    pub(super) fn ask_file(&mut self, purpose: Purpose) {
        if purpose.writes() && self.session.is_none() {
            return;
        }
        let path = if purpose.writes() {
            self.suggested(purpose).display().to_string()
        } else {
            String::new()
        };
        self.dialog = Some(Dialog::File(FileDialog::new(purpose, path)));
        if !purpose.writes() {
            self.browse(purpose);
        }
    }

    /// Shows the desktop's own file dialog beside the window.
    pub(super) fn browse(&mut self, purpose: Purpose) {
        let key = purpose.key();
        let suggested = self.suggested(purpose);
        let question = Question {
            title: self.text.t(&format!("file-{key}-title")),
            kind: (self.text.t(&format!("file-{key}-kind")), purpose.endings()),
            save_as: purpose
                .writes()
                .then(|| suggested.file_name().unwrap_or_default().to_string_lossy().into_owned()),
            folder: suggested.parent().map(Path::to_owned),
        };
        let chooser = self.chooser.clone();
        self.tasks
            .start(move || Event::Chosen(purpose, chooser.choose(&question)));
    }

    /// The file that an export begins with: the campaign's name in the user's documents.
    fn suggested(&self, purpose: Purpose) -> PathBuf {
        let name = self
            .session
            .as_ref()
            .map(|session| session.campaign().name.clone())
            .unwrap_or_default();
        let tame: String = name
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { '-' })
            .collect();
        let tame = tame
            .split('-')
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("-")
            .to_lowercase();
        let name = if tame.is_empty() { "campaign".to_owned() } else { tame };
        if matches!(purpose, Purpose::OpenJourney | Purpose::SaveJourney) {
            return self.suggested_journey(&name);
        }
        let ending = match purpose {
            Purpose::ExportJetlink => "js",
            Purpose::ExportPng => "png",
            _ => "json",
        };
        usual_folder().join(format!("{name}.{ending}"))
    }

    /// A file was chosen in the desktop's own dialog, or none.
    pub(super) fn chosen(&mut self, ctx: &egui::Context, purpose: Purpose, path: Option<PathBuf>) {
        let asking = matches!(&self.dialog, Some(Dialog::File(dialog)) if dialog.purpose == purpose);
        if let (Purpose::Log, Some(path)) = (purpose, &path) {
            return self.log_chosen(path);
        }
        if let Some(path) = path.filter(|_| asking) {
            self.dialog = None;
            self.use_file(ctx, purpose, &path);
        }
    }

    /// Reads or writes the file that was chosen or typed.
    pub(super) fn use_file(&mut self, ctx: &egui::Context, purpose: Purpose, path: &Path) {
        match purpose {
            Purpose::Import => self.import(path),
            Purpose::Log => self.log_chosen(path),
            Purpose::Picture(target) => self.read_picture(target, path.to_owned()),
            Purpose::Screenshot => self.read_screenshot(path.to_owned()),
            Purpose::OpenJourney => self.read_journey_file(path),
            Purpose::SaveJourney => self.write_journey(path.to_owned(), None),
            Purpose::ExportJson | Purpose::ExportJetlink | Purpose::ExportPng => {
                self.export(ctx, purpose, path.to_owned())
            }
        }
    }

    fn import(&mut self, path: &Path) {
        let done = publish::read_file(path)
            .and_then(|bundle| publish::install(&self.library, bundle, crate::clock::new_id))
            .map_err(|error| (error.to_string(), error.hint().to_owned()));
        match done {
            Ok(installed) => {
                let count = installed.len();
                self.list_library();
                if let Some(first) = installed.into_iter().next()
                    && self.flush()
                {
                    self.open_stored(first);
                }
                let text = self.text.tv("imported", &[("count", count.into())]);
                self.say(Tone::Success, text);
            }
            Err((error, hint)) => self.complain(&error, &hint),
        }
    }

    fn export(&mut self, ctx: &egui::Context, purpose: Purpose, path: PathBuf) {
        let Some(session) = &self.session else { return };
        let (campaign, folder) = (session.campaign().clone(), self.library.dir().to_owned());
        if purpose == Purpose::ExportPng {
            let scene = self.scene(&campaign, self.preview.look_at_full_size(ctx));
            self.tasks.start(move || Event::Exported(write_picture(&scene, path)));
            return;
        }
        self.tasks
            .start(move || Event::Exported(write_campaign(purpose, &campaign, &folder, path)));
    }

    /// Says where an export went, and what it could not carry.
    pub(super) fn tell_export(&mut self, path: &Path, losses: &[Loss]) {
        let path = path.display().to_string();
        let mut words: Vec<String> = losses
            .iter()
            .map(|loss| self.text.t(&format!("loss-{}", loss.id().replace('_', "-"))))
            .collect();
        words.dedup();
        let text = if words.is_empty() {
            self.text.tv("exported", &[("path", path.into())])
        } else {
            let what = words.join(", ");
            self.text
                .tv("exported-without", &[("path", path.into()), ("what", what.into())])
        };
        self.say(Tone::Success, text);
    }
}

type Told<T> = Result<T, (String, String)>;

fn write_campaign(purpose: Purpose, campaign: &Campaign, folder: &Path, path: PathBuf) -> Told<(PathBuf, Vec<Loss>)> {
    let only = [(campaign, folder)];
    let made = match purpose {
        Purpose::ExportJetlink => publish::jetlink(only).map(|snippet| {
            let losses = snippet.left_out.into_iter().map(|left| left.loss).collect();
            (snippet.code, losses)
        }),
        _ => publish::bundle(only).map(|bundle| (bundle.to_json(), Vec::new())),
    };
    let (text, losses) = made.map_err(|error| (error.to_string(), error.hint().to_owned()))?;
    Ok((write(path, text.as_bytes())?, losses))
}

fn write_picture(scene: &popup::Scene, path: PathBuf) -> Told<(PathBuf, Vec<Loss>)> {
    let picture = popup::render(scene).map_err(|error| (error.to_string(), String::new()))?;
    let png = picture.to_png().map_err(|error| (error.to_string(), String::new()))?;
    Ok((write(path, &png)?, Vec::new()))
}

fn write(path: PathBuf, bytes: &[u8]) -> Told<PathBuf> {
    write_atomically(&path, bytes).map_err(|source| {
        let error = crate::library::LibraryError::new("save", &path, source);
        (error.to_string(), error.hint().to_owned())
    })?;
    Ok(path)
}
