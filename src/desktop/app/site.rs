//! The library's site document: read when the library is opened, and written when the site's look is changed.

use super::{App, Event};
use crate::{
    campaign::{Look, SiteDocument},
    library::LoadError,
};

impl App {
    /// Requests the site document of the library.
    pub(super) fn read_site(&self) {
        let library = self.library.clone();
        self.tasks.disk(None, "busy-site-read", move || {
            Event::SiteRead(Box::new(library.site()))
        });
    }

    /// The document was read. Without one, the site looks as the settings say.
    pub(super) fn site_read(&mut self, read: Result<Option<SiteDocument>, LoadError>) {
        match read {
            Ok(Some(document)) => {
                self.preview.site.brand.look = document.look.clone();
                self.site_document = Some(document);
            }
            Ok(None) => self.site_document = None,
            Err(error) => self.complain(&error),
        }
    }

    /// Keeps the site's look where it has been changed: in the document where there is one, and in the settings for libraries without.
    pub(super) fn keep_site(&mut self) {
        let look: &Look = &self.preview.site.brand.look;
        let Some(document) = self.site_document.as_mut() else {
            self.settings.set_brand(&self.preview.site.brand);
            return;
        };
        if document.look == *look {
            return;
        }
        document.look = look.clone();
        let (library, document) = (self.library.clone(), document.clone());
        self.tasks.disk(None, "busy-site-save", move || {
            Event::SiteSaved(library.save_site(&document))
        });
    }
}
