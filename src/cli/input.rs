//! Reading a command's input, with problems that name the file, the place and the remedy.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::terminal::{Exit, Fault, Problem};
use crate::campaign::{Campaign, Group, MAX_FILE_BYTES, SiteDocument, one_line, same_language};
use crate::insight::{self, Picture};
use crate::library::{
    AUDIENCE_FOLDER, AUDIENCE_SUFFIX, AudienceEntry, Library, LibraryError, LoadError, PictureFacts, SITE_FILE, Stored,
    audiences_in, picture_facts, read_input, read_picture, read_site, readable, site_in,
};
use crate::popup::Image;
use crate::visitor::VisitorError;

/// A campaign and the file it came from.
pub(super) struct Draft {
    pub file: PathBuf,
    /// With the conditions of saved audiences in their places.
    pub campaign: Campaign,
    /// Its audience as the file has it.
    pub written: Group,
}

impl Draft {
    /// Reads a campaign file.
    pub(super) fn read(file: &Path) -> Result<Self, Fault> {
        let stored = Library::load_input(file).map_err(|error| unreadable(file, &error))?;
        Audiences::default().draft(file.to_owned(), stored.campaign)
    }

    /// Does the same for who looks for what is wrong: what names a saved audience that cannot be had stays so, and is found there.
    pub(super) fn read_unresolved(file: &Path) -> Result<Self, LoadError> {
        let written = Library::load_input(file)?.campaign;
        let folder = file.parent().unwrap_or(Path::new(""));
        let audiences = readable(&audiences_in(folder).unwrap_or_default());
        Ok(Draft {
            file: file.to_owned(),
            campaign: written.inlined(&audiences),
            written: written.audience,
        })
    }

    /// Reads several; the problems of all broken ones come back together.
    pub(super) fn read_all(files: &[PathBuf]) -> Result<Vec<Self>, Fault> {
        gather(files.iter().map(|file| (file.clone(), Library::load_input(file))))
    }

    /// Reads every campaign of a folder, in the order of their files' names.
    pub(super) fn read_library(folder: &Path) -> Result<Vec<Self>, Fault> {
        let failed = |error: LibraryError| Fault::new(error.to_string(), error.hint());
        if !folder.is_dir() {
            // Opening a library would make it.
            return Err(failed(LibraryError::new(
                "read",
                folder,
                std::io::ErrorKind::NotFound.into(),
            )));
        }
        let library = Library::open(folder).map_err(failed)?;
        let entries = library.entries().map_err(failed)?;
        let drafts = gather(entries.map(|entry| (entry.path, entry.content)))?;
        if drafts.is_empty() {
            let message = format!("`{}` holds no campaign", folder.display());
            return Err(Fault::new(
                message,
                "name a folder with files that end in .campaign.json",
            ));
        }
        Ok(drafts)
    }

    /// Returns the folder of its pictures.
    pub(super) fn folder(&self) -> &Path {
        self.file.parent().unwrap_or(Path::new(""))
    }

    /// Returns what holds for all campaigns of its site: the document that an option names, else the one next to its file.
    pub(super) fn site(&self, named: Option<&Path>) -> Result<Option<SiteDocument>, Fault> {
        Ok(self.site_file(named)?.map(|(_, site)| site))
    }

    /// The same, with its file.
    pub(super) fn site_file(&self, named: Option<&Path>) -> Result<Option<(PathBuf, SiteDocument)>, Fault> {
        let (file, read) = match named {
            Some(file) => (file.to_owned(), read_site(file).map(Some)),
            None => (self.folder().join(SITE_FILE), site_in(self.folder())),
        };
        let site = read.map_err(|error| unreadable(&file, &error))?;
        Ok(site.map(|site| (file, site)))
    }

    /// Returns it in one of its languages; without a name, in its own.
    pub(super) fn spoken(mut self, language: Option<&str>) -> Result<Self, Fault> {
        let Some(tag) = language else { return Ok(self) };
        let content = &self.campaign.content;
        let is_own = content.language.as_deref().is_some_and(|own| same_language(own, tag));
        if is_own {
            return Ok(self);
        }
        if content.translation(tag).is_none() {
            let tags: Vec<&str> = content.translations.iter().map(|one| one.tag.as_str()).collect();
            let hint = match tags.is_empty() {
                true => "it has only its own texts: leave out --in".to_owned(),
                false => format!("it has texts in: {}", tags.join(", ")),
            };
            let message = format!("{} has no texts in {}", self.file.display(), one_line(tag));
            return Err(Fault::found(message, hint));
        }
        self.campaign = self.campaign.in_language(tag);
        Ok(self)
    }

    /// A picture that the campaign names.
    pub(super) fn picture(&self, name: &str) -> Option<Image> {
        read_picture(self.folder(), name).ok().map(Image::new)
    }
}

/// A site document and the file it came from.
pub(super) struct SiteFile {
    pub file: PathBuf,
    pub document: SiteDocument,
}

impl SiteFile {
    /// Whether a file is a site document, going by its name.
    pub(super) fn is(file: &Path) -> bool {
        file.file_name().is_some_and(|name| name == SITE_FILE)
    }

    /// Reads one.
    pub(super) fn read(file: &Path) -> Result<Self, Fault> {
        let document = read_site(file).map_err(|error| unreadable(file, &error))?;
        Ok(SiteFile {
            file: file.to_owned(),
            document,
        })
    }

    /// Returns the folder of its library.
    pub(super) fn folder(&self) -> &Path {
        self.file.parent().unwrap_or(Path::new(""))
    }
}

/// The drafts of what was read, or the problems of everything that could not be.
fn gather(read: impl Iterator<Item = (PathBuf, Result<Stored, LoadError>)>) -> Result<Vec<Draft>, Fault> {
    let (mut drafts, mut problems) = (Vec::new(), Vec::new());
    let mut audiences = Audiences::default();
    for (file, content) in read {
        match content {
            Ok(Stored { campaign, .. }) => match audiences.draft(file, campaign) {
                Ok(draft) => drafts.push(draft),
                Err(Fault::Problems { list, .. }) => problems.extend(list),
                Err(fault) => return Err(fault),
            },
            Err(error) => problems.extend(problems_of(&file, &error)),
        }
    }
    if problems.is_empty() {
        return Ok(drafts);
    }
    Err(Fault::Problems {
        exit: Exit::Bad,
        list: problems,
    })
}

/// The saved audiences next to campaigns, each folder read once.
#[derive(Default)]
struct Audiences(HashMap<PathBuf, Vec<AudienceEntry>>);

impl Audiences {
    /// Puts the conditions of saved audiences into a campaign.
    fn draft(&mut self, file: PathBuf, written: Campaign) -> Result<Draft, Fault> {
        let folder = file.parent().unwrap_or(Path::new("")).to_owned();
        let mut none = Vec::new();
        let entries = match self.0.entry(folder) {
            Entry::Occupied(read) => read.into_mut(),
            // A campaign that uses none needs no folder of them.
            Entry::Vacant(_) if written.audience.unresolved().is_none() => &mut none,
            Entry::Vacant(unread) => {
                let folder = match unread.key() {
                    folder if folder.as_os_str().is_empty() => Path::new("."),
                    folder => folder,
                };
                let read = audiences_in(folder).map_err(|error| Fault::new(error.to_string(), error.hint()))?;
                unread.insert(read)
            }
        };
        let campaign = written.inlined(&readable(entries));
        match campaign.audience.unresolved() {
            Some((_, missing)) => Err(without_audience(&file, &missing.name, entries)),
            None => Ok(Draft {
                file,
                campaign,
                written: written.audience,
            }),
        }
    }
}

/// Returns why a campaign's saved audience cannot be had.
fn without_audience(file: &Path, name: &str, entries: &[AudienceEntry]) -> Fault {
    let broken = entries.iter().find(|entry| entry.name == name);
    if let Some((entry, error)) = broken.and_then(|entry| Some((entry, entry.content.as_ref().err()?))) {
        return unreadable(&entry.path, error);
    }
    let name = one_line(name);
    Fault::Problems {
        exit: Exit::Bad,
        list: vec![Problem {
            message: format!("{}: the saved audience `{name}` is missing", file.display()),
            hint: format!(
                "bring {AUDIENCE_FOLDER}/{name}{AUDIENCE_SUFFIX} back next to the campaign, or use another one"
            ),
        }],
    }
}

/// What is known of the pictures next to a campaign file.
pub(super) struct PicturesOf<'a>(pub &'a Path);

impl insight::PictureFacts for PicturesOf<'_> {
    fn picture(&self, path: &str) -> Picture {
        match picture_facts(self.0, path) {
            PictureFacts::Missing => Picture::Missing,
            PictureFacts::Outside => Picture::Outside,
            PictureFacts::Unreadable => Picture::Unreadable,
            PictureFacts::Readable { png, width, height } => Picture::Readable { png, width, height },
        }
    }
}

/// Returns the problems of a file that is not a campaign.
pub(super) fn unreadable(file: &Path, error: &LoadError) -> Fault {
    Fault::Problems {
        exit: Exit::Bad,
        list: problems_of(file, error),
    }
}

fn problems_of(file: &Path, error: &LoadError) -> Vec<Problem> {
    match error {
        LoadError::Disk(error) => vec![Problem {
            message: error.to_string(),
            hint: error.hint().to_owned(),
        }],
        LoadError::Text { error, .. } => {
            let said = error.problems.iter().map(|problem| Problem {
                message: format!("{}: {problem}", file.display()),
                hint: problem.hint().into_owned(),
            });
            said.collect()
        }
    }
}

/// Reads a visitor or journey file through its own reader.
pub(super) fn read_text<T>(file: &Path, read: impl FnOnce(&str) -> Result<T, VisitorError>) -> Result<T, Fault> {
    let bytes = read_input(file, MAX_FILE_BYTES).map_err(|error| {
        let error = LibraryError::new("read", file, error);
        Fault::new(error.to_string(), error.hint())
    })?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Fault::new(
            format!("{}: the file is not UTF-8 text", file.display()),
            "save it as UTF-8 in a text editor",
        )
    })?;
    let text = text.trim_start_matches('\u{feff}');
    read(text).map_err(|error| Fault::new(format!("{}: {error}", file.display()), error.hint()))
}

/// The instant that an option names, else the present one.
pub(super) fn instant(at: Option<&str>) -> Result<DateTime<Utc>, Fault> {
    let Some(text) = at else { return Ok(crate::clock::now()) };
    let instant = DateTime::parse_from_rfc3339(text);
    instant.map(|instant| instant.to_utc()).map_err(|_| {
        Fault::new(
            format!("`{text}` is not an instant"),
            "write it with its zone, such as 2026-11-22T10:00:00Z",
        )
    })
}
