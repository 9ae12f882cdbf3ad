//! The campaigns of the list that are selected, to do something with all of them.

#[cfg(test)]
mod tests;

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use super::{
    command::Command,
    export::Export,
    shelf::{Item, Shelf, Status},
};

/// How a campaign of the list was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// To have it alone, which opens it.
    Alone,
    /// To take it into the selection, or out of it.
    Turn,
    /// To select all from the one that was pressed before.
    Through,
}

/// What can be done with several campaigns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::VariantArray)]
pub enum Together {
    /// Copy each.
    Duplicate,
    /// Write them into one file.
    Export,
    /// Change their labels.
    Labels,
    /// Replace a text in their addresses.
    ReplaceAddress,
    /// Keep them off the site for now.
    Pause,
    /// Bring them back to the site.
    Resume,
    /// Move them into the bin.
    Delete,
}

impl Together {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

    /// The command that does the same with one.
    pub const fn command(self) -> Command {
        match self {
            Self::Duplicate => Command::Duplicate,
            Self::Export => Command::Export(Export::Selection),
            Self::Labels => Command::Labels,
            Self::ReplaceAddress => Command::ReplaceAddress,
            Self::Pause => Command::Pause,
            Self::Resume => Command::Resume,
            Self::Delete => Command::Delete,
        }
    }

    /// The key of its words, with `count`.
    pub const fn label_key(self) -> &'static str {
        match self {
            Self::Duplicate => "several-duplicate",
            Self::Export => "several-export",
            Self::Labels => "several-labels",
            Self::ReplaceAddress => "several-replace-address",
            Self::Pause => "several-pause",
            Self::Resume => "several-resume",
            Self::Delete => "several-delete",
        }
    }

    /// What a command does with several, if it can.
    pub fn of(command: Command) -> Option<Self> {
        Self::ALL.iter().copied().find(|what| what.command() == command)
    }

    fn fits(self, item: &Item) -> bool {
        match self {
            Self::Duplicate | Self::Export | Self::Labels | Self::ReplaceAddress => item.status != Status::Broken,
            Self::Pause | Self::Resume | Self::Delete => item.commands().contains(&self.command()),
        }
    }
}

/// The selected campaigns, by their files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    chosen: BTreeSet<PathBuf>,
    /// Rises with every change.
    revision: u64,
    /// Where selecting through begins.
    from: Option<PathBuf>,
}

impl Selection {
    /// Handles a press of the campaign at `path`, of those that the list shows, in its order. The open one, which looks chosen, is the first of several;
    /// until one was pressed, selecting through begins at it.
    pub fn press(&mut self, how: Press, path: &Path, open: Option<&Path>, shown: &[&Path]) {
        match how {
            Press::Alone => self.chosen.clear(),
            Press::Turn => {
                // The open one looks chosen, so it is the first of several.
                if let Some(open) = open.filter(|open| self.chosen.is_empty() && *open != path && shown.contains(open))
                {
                    self.chosen.insert(open.to_owned());
                }
                if !self.chosen.remove(path) {
                    self.chosen.insert(path.to_owned());
                }
            }
            Press::Through => {
                let place = |wanted: &Path| shown.iter().position(|shown| *shown == wanted);
                let from = self.from.as_deref().and_then(place);
                let from = from.or_else(|| open.and_then(place));
                if let Some((from, to)) = from.zip(place(path)) {
                    let through = shown.get(from.min(to)..=from.max(to)).unwrap_or_default();
                    self.chosen = through.iter().map(|path| path.to_path_buf()).collect();
                }
            }
        }
        if how != Press::Through {
            self.from = Some(path.to_owned());
        }
        self.revision += 1;
    }

    /// Selects all of these.
    pub fn take(&mut self, shown: &[&Path]) {
        self.chosen = shown.iter().map(|path| path.to_path_buf()).collect();
        self.revision += 1;
    }

    /// Selects nothing.
    pub fn clear(&mut self) {
        self.chosen.clear();
        self.revision += 1;
    }

    /// Rises with every change.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Leaves out what is no longer there.
    pub fn keep(&mut self, shelf: &Shelf) {
        if self.chosen.is_empty() {
            return;
        }
        let there: BTreeSet<&Path> = shelf.items().iter().map(|item| item.path.as_path()).collect();
        self.chosen.retain(|path| there.contains(path.as_path()));
        self.revision += 1;
    }

    /// Whether nothing is selected.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    /// How many are selected.
    pub fn len(&self) -> usize {
        self.chosen.len()
    }

    /// Whether the campaign at `path` is selected.
    pub fn contains(&self, path: &Path) -> bool {
        self.chosen.contains(path)
    }

    /// The files of the selected campaigns.
    pub fn paths(&self) -> &BTreeSet<PathBuf> {
        &self.chosen
    }

    /// What can be done with at least one of them, each with how many those are.
    pub fn offers(&self, shelf: &Shelf) -> Vec<(Together, usize)> {
        let count = |what: &Together| (*what, self.fitting(*what, shelf).count());
        let offers = Together::ALL.iter().map(count);
        offers.filter(|(_, count)| *count > 0).collect()
    }

    /// The files of those with which this can be done.
    pub fn files_for(&self, what: Together, shelf: &Shelf) -> Vec<PathBuf> {
        self.fitting(what, shelf).map(|item| item.path.clone()).collect()
    }

    fn fitting<'a>(&'a self, what: Together, shelf: &'a Shelf) -> impl Iterator<Item = &'a Item> {
        let items = shelf.items().iter();
        items.filter(move |item| self.contains(&item.path) && what.fits(item))
    }
}
