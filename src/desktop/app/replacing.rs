//! Gathers and searches the addresses of campaigns for the dialog that replaces them.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use super::{App, Event};
use crate::{
    campaign::Campaign,
    desktop::dialogs::{Dialog, ReplaceDialog},
    library::Library,
    studio::{
        action::Action,
        batch::{self, FileChanges},
        replacing::{Held, Line, SiteReplacement},
        session::Edit,
        shelf::Status,
        site,
        tone::Tone,
        trouble::Trouble,
    },
};

/// What comes back from gathering and searching, for the dialog of a number.
pub enum Replacing {
    /// The addresses of all campaigns.
    Gathered(u64, Vec<Held>),
    /// What the question of a number found; `None` when nobody wanted to know any more.
    Found(u64, u64, Option<Vec<Line>>),
    /// A job panicked.
    BrokeOff(u64),
}

impl From<Replacing> for Event {
    fn from(found: Replacing) -> Self {
        Self::Replacing(Box::new(found))
    }
}

impl App {
    /// Asks for the text to replace in the addresses of these campaigns, or of all.
    pub(super) fn show_replacing(&mut self, among: Option<Vec<PathBuf>>) {
        self.asked_dialogs += 1;
        let number = self.asked_dialogs;
        let replacing = crate::studio::replacing::Replacing::new(among.as_ref().map(Vec::len));
        self.dialogs
            .put(Dialog::Replace(Box::new(ReplaceDialog::new(number, replacing))));
        let readable = self.shelf.items().iter().filter(|item| item.status != Status::Broken);
        let site = self
            .site
            .document()
            .filter(|_| among.is_none() && self.site.trouble().is_none());
        let site = site.and_then(|site| Held::of_site(self.text.t("command-site"), site));
        let paths = among.unwrap_or_else(|| readable.map(|item| item.path.clone()).collect());
        let open = self.open_campaigns();
        self.tasks.start(Replacing::BrokeOff(number).into(), move || {
            let hold = |path: &PathBuf| hold(path, &open);
            let campaigns = paths.iter().filter_map(hold);
            Replacing::Gathered(number, site.into_iter().chain(campaigns).collect()).into()
        });
    }

    /// The campaigns that are, or were, open, which are newer than their files.
    pub(super) fn open_campaigns(&self) -> HashMap<PathBuf, Campaign> {
        let sessions = self.sessions.all();
        sessions
            .map(|session| (session.path().to_owned(), session.campaign().clone()))
            .collect()
    }

    /// Replaces what was agreed to: in campaigns as one step, and in the site's addresses as one of its own.
    pub(super) fn replace_addresses(&mut self, files: Vec<FileChanges>, in_site: &[SiteReplacement]) {
        if !files.is_empty() {
            self.batch_on(batch::Event::Wanted(batch::What::Addresses, files));
        }
        let before = self.site.draft(&self.preview.site.brand.look);
        let mut after = before.clone();
        let made = in_site
            .iter()
            .filter(|change| after.replace_address(&change.place, &change.before, &change.after))
            .count();
        if made > 0 {
            let step = Edit::Step("edit-replace-address");
            self.site_on(site::Event::Changed(Box::new([before, after]), step));
            let words = self.text.t("replaced-in-site");
            let show = self.text.t("launch-site-show");
            self.say_with(Tone::Success, words, show, Action::ShowSite);
        }
    }

    /// Finds what the open dialog asks for, in the background.
    pub(super) fn find_address(&mut self) {
        let Some(Dialog::Replace(dialog)) = self.dialogs.front_mut() else {
            return;
        };
        let (number, Some(question)) = (dialog.number, dialog.ask()) else {
            return;
        };
        self.tasks.start(Replacing::BrokeOff(number).into(), move || {
            Replacing::Found(number, question.number, question.answer()).into()
        });
    }

    /// Takes over what was gathered or found.
    pub(super) fn replacing_found(&mut self, found: Replacing) {
        let (Replacing::Gathered(number, _) | Replacing::Found(number, ..) | Replacing::BrokeOff(number)) = &found;
        let Some(Dialog::Replace(dialog)) = self
            .dialogs
            .front_mut()
            .filter(|dialog| matches!(dialog, Dialog::Replace(dialog) if dialog.number == *number))
        else {
            return;
        };
        match found {
            Replacing::Gathered(_, held) => dialog.replacing.gathered(held),
            Replacing::Found(_, question, Some(lines)) => dialog.replacing.take(question, lines),
            Replacing::Found(_, _, None) => {}
            Replacing::BrokeOff(_) => {
                self.dialogs.close();
                self.complain(&Trouble::BrokeOff);
            }
        }
    }
}

/// The addresses of the campaign of a file, from memory if it is there. What cannot be read is listed as such already.
fn hold(path: &Path, open: &HashMap<PathBuf, Campaign>) -> Option<Held> {
    match open.get(path) {
        Some(campaign) => Held::of(path, campaign),
        None => Held::of(path, &Library::load(path).ok()?.campaign),
    }
}
