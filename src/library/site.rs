//! The site document of a library: the file `site.json` next to its campaigns.

use std::io;
use std::path::Path;

use super::disk::{read_input, write_atomically};
use super::trouble::Context;
use super::{Library, LoadError};
use crate::campaign::{MAX_FILE_BYTES, SiteChange, SiteDocument};

/// The name of the file.
pub const SITE_FILE: &str = "site.json";

/// Reads a site document.
///
/// # Errors
/// When the file cannot be read, or is no site document.
pub fn read_site(file: &Path) -> Result<SiteDocument, LoadError> {
    let bytes = read_input(file, MAX_FILE_BYTES).context("read", file)?;
    SiteDocument::from_json(&bytes).map_err(|error| LoadError::Text {
        path: file.to_owned(),
        error,
    })
}

/// Reads the site document in a folder of campaigns; `None` where there is none.
///
/// # Errors
/// As for [`read_site`].
pub fn site_in(folder: &Path) -> Result<Option<SiteDocument>, LoadError> {
    match read_site(&folder.join(SITE_FILE)) {
        Ok(site) => Ok(Some(site)),
        Err(LoadError::Disk(error)) if error.source.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

impl Library {
    /// Reads its site document; `None` where it has none.
    ///
    /// # Errors
    /// As for [`read_site`].
    pub fn site(&self) -> Result<Option<SiteDocument>, LoadError> {
        site_in(self.dir())
    }

    /// Returns its site document; `None` where it has none, or nobody can read that.
    pub fn known_site(&self) -> Option<SiteDocument> {
        self.site().ok().flatten()
    }

    /// Makes changes in its site document, in one step, and returns it as it is then. What others wrote into it meanwhile stays. Without one, it is
    /// made: the changes and whatever else `otherwise` says.
    ///
    /// # Errors
    /// When the disk refuses it, or the file that is there cannot be read: it would be lost.
    pub fn change_site(&self, change: &SiteChange, otherwise: &SiteDocument) -> Result<SiteDocument, LoadError> {
        let there = self.site()?;
        let mut site = there.clone().unwrap_or_else(|| otherwise.clone());
        change.apply(&mut site);
        if there.as_ref() != Some(&site) {
            let file = self.dir().join(SITE_FILE);
            write_atomically(&file, site.to_json().as_bytes()).context("save", &file)?;
        }
        Ok(site)
    }
}
