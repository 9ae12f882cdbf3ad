//! The library's site document as the window shows it, and what was changed in it since it was read.
//!
//! Others may write the file as well: only what was changed here is written, and the file's answer is what the window then shows. A library
//! without a document keeps the site's look in the settings, until the page of the site is used. Takes [`Event`]s and returns [`Request`]s.

mod addresses;
mod history;

#[cfg(test)]
mod tests;

pub use addresses::{AddressRows, Meaning};

use self::history::History;
use super::{finding_line::FindingLine, session::Edit, to_do::Kind, undoing::Direction};
use crate::{
    campaign::{Look, SiteChange, SiteDocument},
    engine::SiteRules,
    insight::{Severity, SiteContext, check_site},
    library::LoadError,
    wording::text::Language,
};

/// Something that happens to the document.
#[derive(Debug)]
pub enum Event {
    /// It was read; `None` where the library has none.
    Read(Result<Option<SiteDocument>, LoadError>),
    /// The look was changed in the preview, or is as it was.
    LookShown(Look),
    /// Name, addresses or look were changed on the page of the site, from the one draft to the other; without a document, this makes one.
    Changed(Box<[SiteDocument; 2]>, Edit),
    /// The last change on the page is to be undone, or redone.
    Walk(Direction),
    /// The changes up to this number were written, or not; the document as it is now.
    Saved(u64, Result<SiteDocument, LoadError>),
    /// What could not be written is to be tried again.
    Retry,
    /// A job of the disk worker panicked: nothing is being written.
    BrokeOff,
}

/// A request to be carried out.
#[derive(Debug, PartialEq)]
pub enum Request {
    /// Show pop-ups in this look.
    ShowLook(Look),
    /// Show pop-ups in the look that the settings keep.
    ShowSettingsLook,
    /// Bring a typical simulated visitor to the site, whose addresses are others now.
    Visit,
    /// Keep the look in the settings.
    KeepInSettings,
    /// Write the changes.
    Save(Box<Save>),
    /// Say what was undone, or redone: the key of a text.
    SayWalked(Direction, &'static str),
    /// Tell that the file cannot be read, or written.
    Complain(LoadError),
}

/// Changes to be written.
#[derive(Debug, PartialEq)]
pub struct Save {
    /// Their number.
    pub number: u64,
    /// All that are not known to be written.
    pub change: SiteChange,
    /// The whole document, if there is none to change.
    pub otherwise: SiteDocument,
}

/// Whether the changes are on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Saving {
    /// All of them.
    #[default]
    Done,
    /// They are being written.
    Running,
    /// The disk refused the last ones; they go with the next ones, or when the page is opened again.
    Failed,
}

/// The document.
#[derive(Debug, Default)]
pub struct SiteDesk {
    /// As the window shows it; `None` where the library has none.
    shown: Option<SiteDocument>,
    /// What is not known to be written.
    unsaved: SiteChange,
    saving: Saving,
    /// The number of the last changes that were to be written.
    number: u64,
    /// Why the file could not be read the last time.
    trouble: Option<LoadError>,
    history: History,
    /// What it says of all campaigns.
    rules: SiteRules,
    /// The addresses that the simulated visitor was last brought to.
    ruled: Vec<String>,
    /// Rises when the document changes that it shows.
    revision: u64,
}

impl SiteDesk {
    /// The document as the window shows it; `None` where the library has none.
    pub fn document(&self) -> Option<&SiteDocument> {
        self.shown.as_ref()
    }

    /// What the site says of all its campaigns.
    pub fn rules(&self) -> &SiteRules {
        &self.rules
    }

    /// What the checks know about the site, whose pop-ups look like this.
    pub fn context<'a>(&'a self, look: &'a Look) -> SiteContext<'a> {
        SiteContext {
            look: Some(look),
            ..SiteContext::from(self.document())
        }
    }

    /// The language in which campaigns are written, where they do not say otherwise.
    pub fn language(&self) -> Option<&str> {
        self.document()?.languages.default.as_deref()
    }

    fn addresses(&self) -> &[String] {
        self.shown.as_ref().map_or(&[], |document| &document.addresses)
    }

    /// What its page shows of it, to be changed. Where there is none, that is a new one with the look of the preview.
    pub fn draft(&self, preview: &Look) -> SiteDocument {
        match &self.shown {
            Some(shown) => shown.clone(),
            None => {
                let mut fresh = SiteDocument::new("");
                for (key, value) in preview.chosen() {
                    fresh.look.set(key, Some(value.clone()));
                }
                fresh
            }
        }
    }

    /// Why the file could not be read the last time.
    pub fn trouble(&self) -> Option<&LoadError> {
        self.trouble.as_ref()
    }

    /// Whether the changes are on the disk.
    pub fn saving(&self) -> Saving {
        self.saving
    }

    /// The name of the step that would be undone or redone: the key of a text.
    ///
    /// Of a file that cannot be read, nothing is: what it says cannot be seen.
    pub fn step(&self, direction: Direction) -> Option<&'static str> {
        let can = self.trouble.is_none();
        can.then(|| self.history.name(direction)).flatten()
    }

    /// Rises when the document changes that it shows.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Handles `event`, and returns the requests.
    pub fn on(&mut self, event: Event) -> Vec<Request> {
        let mut requests = self.handle(event);
        if self.addresses() != self.ruled {
            self.ruled = self.addresses().to_vec();
            requests.insert(0, Request::Visit);
        }
        self.rules = SiteRules::from(self.document());
        requests
    }

    fn handle(&mut self, event: Event) -> Vec<Request> {
        match event {
            Event::Read(Ok(read)) => self.read(read),
            Event::Read(Err(error)) => {
                let known = self.trouble.replace(error.clone()) == Some(error.clone());
                (!known).then_some(Request::Complain(error)).into_iter().collect()
            }
            Event::LookShown(look) => self.look_shown(look),
            Event::Changed(drafts, edit) => self.changed(&drafts, edit),
            Event::Walk(direction) => self.walk(direction),
            Event::Saved(number, Ok(document)) if number == self.number => {
                self.unsaved = SiteChange::default();
                self.saving = Saving::Done;
                self.show(document)
            }
            // Later changes are on their way, with these.
            Event::Saved(_, Ok(_)) => Vec::new(),
            Event::Saved(number, Err(error)) => {
                if number == self.number {
                    self.saving = Saving::Failed;
                }
                vec![Request::Complain(error)]
            }
            Event::Retry => self.retry(),
            Event::BrokeOff => {
                if self.saving == Saving::Running {
                    self.saving = Saving::Failed;
                }
                Vec::new()
            }
        }
    }

    /// Ends the open step of typing: what is typed next is a step of its own.
    pub fn close_step(&mut self) {
        self.history.close();
    }

    /// Writes again what could not be written.
    fn retry(&mut self) -> Vec<Request> {
        match (self.saving, self.shown.clone()) {
            (Saving::Failed, Some(shown)) => vec![self.save(shown)],
            (Saving::Failed | Saving::Done | Saving::Running, _) => Vec::new(),
        }
    }

    fn read(&mut self, read: Option<SiteDocument>) -> Vec<Request> {
        self.trouble = None;
        match read {
            Some(mut document) => {
                self.unsaved.apply(&mut document);
                let shown = self.show(document);
                shown.into_iter().chain(self.retry()).collect()
            }
            None if self.unsaved.is_empty() => {
                let gone = self.shown.take().is_some();
                self.revision += u64::from(gone);
                // Its look goes with it, and does not become that of libraries without a document.
                gone.then_some(Request::ShowSettingsLook).into_iter().collect()
            }
            None => self.retry(),
        }
    }

    fn show(&mut self, document: SiteDocument) -> Vec<Request> {
        if self.shown.as_ref() == Some(&document) {
            return Vec::new();
        }
        self.revision += 1;
        let other = self.shown.as_ref().is_none_or(|shown| shown.look != document.look);
        let look = other.then(|| Request::ShowLook(document.look.clone()));
        self.shown = Some(document);
        look.into_iter().collect()
    }

    fn look_shown(&mut self, look: Look) -> Vec<Request> {
        match &self.shown {
            None => vec![Request::KeepInSettings],
            Some(shown) if shown.look == look => Vec::new(),
            Some(shown) => {
                let changed = SiteDocument { look, ..shown.clone() };
                vec![self.save(changed)]
            }
        }
    }

    fn changed(&mut self, [before, after]: &[SiteDocument; 2], edit: Edit) -> Vec<Request> {
        let forth = SiteChange::between(before, after);
        if forth.is_empty() {
            return Vec::new();
        }
        // Without a document, the draft becomes one as a whole.
        let mut changed = self.shown.clone().unwrap_or_else(|| before.clone());
        forth.apply(&mut changed);
        self.history.note(edit, SiteChange::between(after, before), forth);
        self.make(changed)
    }

    fn walk(&mut self, direction: Direction) -> Vec<Request> {
        if self.step(direction).is_none() {
            return Vec::new();
        }
        let Some((name, change)) = self.history.walk(direction) else {
            return Vec::new();
        };
        let mut after = self.shown.clone().unwrap_or_default();
        change.apply(&mut after);
        let mut requests = self.make(after);
        requests.push(Request::SayWalked(direction, name));
        requests
    }

    /// Shows a change of its own, and has it written.
    fn make(&mut self, after: SiteDocument) -> Vec<Request> {
        let look = after.look.clone();
        let other = self.shown.as_ref().is_none_or(|shown| shown.look != look);
        let save = self.save(after);
        let shown = other.then_some(Request::ShowLook(look));
        shown.into_iter().chain([save]).collect()
    }

    fn save(&mut self, changed: SiteDocument) -> Request {
        let before = self.shown.take().unwrap_or_default();
        self.unsaved.extend(SiteChange::between(&before, &changed));
        self.number += 1;
        self.saving = Saving::Running;
        self.revision += 1;
        let save = Save {
            number: self.number,
            change: self.unsaved.clone(),
            otherwise: changed.clone(),
        };
        self.shown = Some(changed);
        Request::Save(Box::new(save))
    }
}

/// Whether something in a site document has to be corrected before it can be published.
pub fn is_blocked(document: &SiteDocument) -> bool {
    let findings = check_site(document);
    findings.iter().any(|finding| finding.severity() == Severity::Error)
}

/// Returns what is wrong with a site document, and what deserves a look, in words.
pub fn findings(document: &SiteDocument, language: Language) -> Vec<FindingLine> {
    let kind = |severity| match severity {
        Severity::Error => Kind::Blocker,
        Severity::Warning => Kind::Advice,
    };
    check_site(document)
        .iter()
        .map(|finding| FindingLine::of(finding, kind(finding.severity()), language))
        .collect()
}
