//! A file to read or write: a path field that always works, and the desktop's own dialog as well.

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
    studio::{
        choosing::{Choosing, Objection},
        tone::Tone,
    },
    wording::text::Text,
};

/// Asks for a file.
#[derive(Debug)]
pub struct FileDialog {
    /// The file that is being chosen.
    pub choosing: Choosing,
    seen: bool,
    /// Whether Enter was pressed before it was known what is there.
    waits: bool,
}

impl FileDialog {
    /// Shows what is being chosen.
    pub fn new(choosing: Choosing) -> Self {
        Self {
            choosing,
            seen: false,
            waits: false,
        }
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let purpose = self.choosing.purpose;
        let key = purpose.key();
        let shell = Shell {
            id: "file",
            title: &text.t(&format!("file-{key}-title")),
            width: 520.0,
        };
        let shown = shell.show(ctx, |ui| {
            sentence(ui, &text.t(&format!("file-{key}-help")), palette(ui).text_muted);
            ui.add_space(space::S);
            let target = self.choosing.target();
            let lines: Vec<(Tone, String)> = self
                .choosing
                .objection()
                .map(|objection| (objection.tone(), self.words(objection, text)))
                .into_iter()
                .collect();
            let ready = self.choosing.is_ready();
            let help = self
                .choosing
                .completed_name()
                .map(|name| text.tv("file-named", &[("name", name.into())]));
            let id = Id::unique("file's path");
            let label = text.t(if purpose.wants_folder() {
                "file-folder"
            } else {
                "file-path"
            });
            let mut field = Field::new(&label, &mut self.choosing.path).id(id).findings(&lines);
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
            let browse = if self.choosing.has_chooser() {
                let browse = Button::secondary(text.t("file-browse")).icon(Icon::FolderOpen).small();
                ui.add(browse).clicked()
            } else {
                widgets::help_line(ui, &text.t("file-no-dialog"));
                false
            };
            let (go, cancel) = buttons(ui, &text.t(&format!("file-{key}-do")), ready, &text.t("cancel"));
            let (changed, pressed) = (field.response.changed(), field.response.lost_focus() && entered(ui));
            // What is known is about the path as it was before this frame's typing.
            let known = ready && !changed;
            self.waits = match (pressed, changed) {
                (true, _) => !known,
                (false, true) => false,
                (false, false) => self.waits && lines.is_empty(),
            };
            let go = known && (go || pressed || self.waits);
            match (go, browse, cancel) {
                (true, _, _) => Some(Answer::File(purpose, target)),
                (_, true, _) => Some(Answer::Browse(purpose)),
                (_, _, true) => Some(Answer::Cancel),
                _ => None,
            }
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }

    fn words(&self, objection: Objection, text: &Text) -> String {
        match objection {
            Objection::Ending => {
                let ending = format!(".{}", self.choosing.purpose.endings().join(", ."));
                text.tv(objection.key(), &[("ending", ending.into())])
            }
            Objection::NewFolder
            | Objection::NotFolder
            | Objection::NoFolder
            | Objection::IsFolder
            | Objection::Replaces
            | Objection::Missing => text.t(objection.key()),
        }
    }
}
