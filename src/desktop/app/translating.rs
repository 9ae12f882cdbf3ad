//! Brings the texts that translators have written into the open campaign.

use std::path::{Path, PathBuf};

use super::{App, Event};
use crate::{
    campaign::MAX_FILE_BYTES,
    library::{LibraryError, read_bounded},
    publish::{self, Brought, BroughtKind, TextRow},
    studio::{
        action::Action,
        command::Command,
        editor_step::EditorStep,
        filing, navigation, speaking,
        tone::Tone,
        trouble::{self, Trouble},
    },
    wording::language_label,
};

/// The endings of files with texts.
const ENDINGS: [&str; 3] = ["xlf", "xliff", "csv"];

impl App {
    /// Brings a file in: texts into the open campaign, campaigns into the library.
    pub(super) fn import_file(&mut self, path: PathBuf) {
        let is_texts = |path: &Path| {
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
            ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
        };
        match self.sessions.open().map(|session| session.number()) {
            Some(session) if is_texts(&path) => {
                self.tasks
                    .start(Event::TextsRead(session, Err(Trouble::BrokeOff)), move || {
                        Event::TextsRead(session, read(&path))
                    });
            }
            _ => self.file_on(filing::Event::Import(path)),
        }
    }

    /// The texts of a file were read: they become those of the campaign, in one step, and what became of them is said.
    pub(super) fn texts_read(&mut self, session: u64, read: trouble::Result<Vec<TextRow>>) {
        let usual = self.site.language().map(str::to_owned);
        let Some(open) = self.sessions.of(session) else { return };
        let mut campaign = open.campaign().clone();
        let brought = read.and_then(|rows| Ok(publish::bring_back(&rows, &mut [&mut campaign], usual.as_deref())?));
        match brought {
            Ok(brought) => {
                if campaign != *open.campaign() {
                    open.step("editor-step-texts", |open| *open = campaign);
                    self.refresh_item();
                }
                self.say_brought(session, &brought);
            }
            Err(trouble) => self.complain(&trouble),
        }
    }

    fn say_brought(&mut self, session: u64, brought: &[Brought]) {
        let keys = |wanted: &dyn Fn(&BroughtKind) -> bool| -> Option<String> {
            let keys = brought.iter().filter(|one| wanted(&one.kind)).map(|one| {
                let language = language_label(&one.language, self.text.language());
                format!("{} ({language})", one.key)
            });
            Some(keys.collect::<Vec<_>>().join(", ")).filter(|keys| !keys.is_empty())
        };
        let lines = [
            (
                "texts-changed",
                keys(&|kind| matches!(kind, BroughtKind::Changed { own_changed: false, .. })),
            ),
            (
                "texts-own-changed",
                keys(&|kind| matches!(kind, BroughtKind::Changed { own_changed: true, .. })),
            ),
            ("texts-kept", keys(&|kind| matches!(kind, BroughtKind::Kept { .. }))),
            ("texts-not-here", keys(&|kind| *kind == BroughtKind::NotHere)),
        ];
        let said: Vec<String> = lines
            .into_iter()
            .filter_map(|(key, keys)| Some(self.text.tv(key, &[("keys", keys?.into())])))
            .collect();
        let Some(first) = brought.first() else {
            let words = self.text.t("import-nothing");
            return self.say(Tone::Neutral, words);
        };
        self.speaking
            .on(speaking::Event::Choose(session, Some(&first.language)));
        self.navigate_on(navigation::Event::Step(EditorStep::Message));
        let all_well = brought
            .iter()
            .all(|one| matches!(one.kind, BroughtKind::Changed { own_changed: false, .. }));
        let tone = if all_well { Tone::Success } else { Tone::Warning };
        let undo = self.text.t(&Command::Undo.label_key());
        self.say_with(tone, said.join(" "), undo, Action::Do(Command::Undo));
    }
}

fn read(path: &Path) -> trouble::Result<Vec<TextRow>> {
    let bytes = read_bounded(path, MAX_FILE_BYTES).map_err(|error| LibraryError::new("read", path, error))?;
    Ok(publish::read_texts(&bytes)?)
}
