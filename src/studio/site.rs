//! The library's site document as the window shows it, and what was changed in it since it was read.
//!
//! Others may write the file as well: only what was changed here is written, and the file's answer is what the window then shows. A library
//! without a document keeps the site's look in the settings. Takes [`Event`]s and returns [`Request`]s.

#[cfg(test)]
mod tests;

use crate::{
    campaign::{Look, SiteChange, SiteDocument},
    library::LoadError,
};

/// Something that happens to the document.
#[derive(Debug)]
pub enum Event {
    /// It was read; `None` where the library has none.
    Read(Result<Option<SiteDocument>, LoadError>),
    /// The look was changed in the preview, or is as it was.
    LookShown(Look),
    /// The changes up to this number were written, or not; the document as it is now.
    Saved(u64, Result<SiteDocument, LoadError>),
}

/// A request to be carried out.
#[derive(Debug, PartialEq)]
pub enum Request {
    /// Show pop-ups in this look.
    ShowLook(Look),
    /// Keep the look in the settings.
    KeepInSettings,
    /// Write the changes.
    Save(Box<Save>),
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

/// The document.
#[derive(Debug, Default)]
pub struct SiteDesk {
    /// As the window shows it; `None` where the library has none.
    shown: Option<SiteDocument>,
    /// What is not known to be written.
    unsaved: SiteChange,
    /// The number of the last changes that were to be written.
    number: u64,
    /// Rises when the look that it shows changes.
    generation: u64,
}

impl SiteDesk {
    /// The document as the window shows it; `None` where the library has none.
    pub fn document(&self) -> Option<&SiteDocument> {
        self.shown.as_ref()
    }

    /// Rises when the look that it shows changes.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Handles `event`, and returns the requests.
    pub fn on(&mut self, event: Event) -> Vec<Request> {
        match event {
            Event::Read(Ok(read)) => self.read(read),
            Event::Read(Err(error)) => vec![Request::Complain(error)],
            Event::LookShown(look) => self.look_shown(look),
            Event::Saved(number, Ok(document)) if number == self.number => {
                self.unsaved = SiteChange::default();
                self.show(document)
            }
            // Later changes are on their way, with these.
            Event::Saved(_, Ok(_)) => Vec::new(),
            // They stay, and are written with the next ones.
            Event::Saved(_, Err(error)) => vec![Request::Complain(error)],
        }
    }

    fn read(&mut self, read: Option<SiteDocument>) -> Vec<Request> {
        match read {
            Some(mut document) => {
                self.unsaved.apply(&mut document);
                self.show(document)
            }
            None if self.unsaved.is_empty() => {
                self.shown = None;
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    fn show(&mut self, document: SiteDocument) -> Vec<Request> {
        let other = self.shown.as_ref().is_none_or(|shown| shown.look != document.look);
        let look = other.then(|| Request::ShowLook(document.look.clone()));
        self.generation += u64::from(other);
        self.shown = Some(document);
        look.into_iter().collect()
    }

    fn look_shown(&mut self, look: Look) -> Vec<Request> {
        match &self.shown {
            None => vec![Request::KeepInSettings],
            Some(shown) if shown.look == look => Vec::new(),
            Some(shown) => {
                let changed = SiteDocument { look, ..shown.clone() };
                vec![self.change(changed)]
            }
        }
    }

    fn change(&mut self, changed: SiteDocument) -> Request {
        let before = self.shown.take().unwrap_or_default();
        self.unsaved.extend(SiteChange::between(&before, &changed));
        self.number += 1;
        self.generation += u64::from(before.look != changed.look);
        let save = Save {
            number: self.number,
            change: self.unsaved.clone(),
            otherwise: changed.clone(),
        };
        self.shown = Some(changed);
        Request::Save(Box::new(save))
    }
}
