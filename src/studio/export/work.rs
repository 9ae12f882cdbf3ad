//! What background jobs do for an export.

use std::{
    collections::{BTreeSet, HashMap},
    path::{Path, PathBuf},
};

use crate::{
    campaign::Campaign,
    library::{Library, LibraryError, write_atomically},
    popup::{self, Scene},
    publish::{self, Loss},
    studio::{
        sheet::{ProofForm, ProofSource},
        trouble,
    },
};

/// A file that was exported.
#[derive(Debug)]
pub struct Exported {
    /// The file.
    pub path: PathBuf,
    /// How many campaigns it holds, where it is about the library.
    pub campaigns: Option<usize>,
    /// What it cannot carry.
    pub losses: Vec<Loss>,
    /// Campaign files that could not be read and are not included.
    pub unreadable: Vec<String>,
}

/// What an export of the open campaign is made of.
#[derive(Debug)]
pub enum Source {
    /// The campaign, with the pictures of its folder.
    Bundle(Campaign, PathBuf),
    /// The same, as a snippet for Jetlink's SDK.
    Jetlink(Campaign, PathBuf),
    /// The texts for translators.
    Texts(Box<TextsSource>),
    /// A page for any browser.
    Page(Box<Scene>),
    /// A picture.
    Picture(Box<Scene>),
    /// The contact sheet.
    Proof(Box<ProofSource>, ProofForm),
}

/// What a file for translators is made of.
#[derive(Debug)]
pub struct TextsSource {
    /// The campaign.
    pub campaign: Campaign,
    /// The only language that is wanted; `None` for all.
    pub to: Option<String>,
    /// The language of campaigns that do not name theirs.
    pub usual: Option<String>,
    /// Whether it is a table.
    pub table: bool,
}

impl TextsSource {
    fn bytes(&self) -> trouble::Result<Vec<u8>> {
        let rows = publish::texts([&self.campaign], self.to.as_deref(), self.usual.as_deref())?;
        let text = match self.table {
            true => publish::write_table(&rows),
            false => publish::write_xliff(&rows)?,
        };
        Ok(text.into_bytes())
    }
}

impl Source {
    /// Returns the file's content, and what it cannot carry.
    fn bytes(self) -> trouble::Result<(Vec<u8>, Vec<Loss>)> {
        let bytes = match self {
            Self::Bundle(campaign, folder) => bundled([(&campaign, folder.as_path())])?,
            Self::Texts(source) => source.bytes()?,
            Self::Page(scene) => popup::html(&scene).into_bytes(),
            Self::Picture(scene) => drawn(&scene)?,
            Self::Proof(source, form) => source.file(form)?,
            Self::Jetlink(campaign, folder) => {
                let snippet = publish::jetlink([(&campaign, folder.as_path())])?;
                let losses = snippet.left_out.into_iter().map(|left| left.loss).collect();
                return Ok((snippet.code.into_bytes(), losses));
            }
        };
        Ok((bytes, Vec::new()))
    }
}

/// Writes an export of the open campaign.
///
/// # Errors
/// When it cannot be made, or the disk refuses.
pub fn write_source(source: Source, path: PathBuf) -> trouble::Result<Exported> {
    let (bytes, losses) = source.bytes()?;
    write(&path, &bytes)?;
    Ok(Exported {
        path,
        campaigns: None,
        losses,
        unreadable: Vec::new(),
    })
}

fn bundled<'a>(campaigns: impl IntoIterator<Item = (&'a Campaign, &'a Path)>) -> trouble::Result<Vec<u8>> {
    Ok(publish::bundle(campaigns)?.to_file()?.into_bytes())
}

fn drawn(scene: &Scene) -> trouble::Result<Vec<u8>> {
    Ok(popup::render(scene)?.to_png()?)
}

/// Writes campaigns of a library into one file: every one, or `only` these; those of `known` as they are there.
///
/// # Errors
/// When the folder cannot be listed, or the disk refuses.
pub fn write_library(
    library: &Library,
    known: &HashMap<PathBuf, Campaign>,
    only: Option<&BTreeSet<PathBuf>>,
    path: PathBuf,
) -> trouble::Result<Exported> {
    let (mut campaigns, mut unreadable) = (Vec::new(), Vec::new());
    let audiences = library.known_audiences();
    for entry in library.entries()? {
        if only.is_some_and(|only| !only.contains(&entry.path)) {
            continue;
        }
        match (known.get(&entry.path), &entry.content) {
            (Some(campaign), _) => campaigns.push(campaign.inlined(&audiences)),
            (None, Ok(stored)) => campaigns.push(stored.campaign.inlined(&audiences)),
            (None, Err(_)) => unreadable.push(entry.name().to_owned()),
        }
    }
    let bytes = bundled(campaigns.iter().map(|campaign| (campaign, library.dir())))?;
    write(&path, &bytes)?;
    Ok(Exported {
        path,
        campaigns: Some(campaigns.len()),
        losses: Vec::new(),
        unreadable,
    })
}

fn write(path: &Path, bytes: &[u8]) -> trouble::Result<()> {
    Ok(write_atomically(path, bytes).map_err(|source| LibraryError::new("save", path, source))?)
}
