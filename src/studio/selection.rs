//! The campaigns of the list that are selected, to do something with all of them.
//!
//! One alone is not selected but open: a selection holds none, or more than one.

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
            Self::Pause => "several-pause",
            Self::Resume => "several-resume",
            Self::Delete => "several-delete",
        }
    }

    fn fits(self, item: &Item) -> bool {
        match self {
            Self::Duplicate | Self::Export => item.status != Status::Broken,
            Self::Pause | Self::Resume | Self::Delete => item.commands().contains(&self.command()),
        }
    }
}

/// The selected campaigns, by their files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    chosen: BTreeSet<PathBuf>,
    /// Where selecting through begins.
    from: Option<PathBuf>,
}

impl Selection {
    /// Handles a press of the campaign at `path`, of those that the list shows, in its order. The open one belongs to what is begun with.
    pub fn press(&mut self, how: Press, path: &Path, open: Option<&Path>, shown: &[&Path]) {
        match how {
            Press::Alone => self.chosen.clear(),
            Press::Turn => {
                if self.chosen.is_empty() {
                    let begun = open.filter(|open| shown.contains(open));
                    self.chosen.extend(begun.map(Path::to_owned));
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
        self.settle();
    }

    /// Selects all of these.
    pub fn take(&mut self, shown: &[&Path]) {
        self.chosen = shown.iter().map(|path| path.to_path_buf()).collect();
        self.settle();
    }

    /// Selects nothing.
    pub fn clear(&mut self) {
        self.chosen.clear();
    }

    /// Leaves out what is no longer there.
    pub fn keep(&mut self, shelf: &Shelf) {
        if self.chosen.is_empty() {
            return;
        }
        let there: BTreeSet<&Path> = shelf.items().iter().map(|item| item.path.as_path()).collect();
        self.chosen.retain(|path| there.contains(path.as_path()));
        self.settle();
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

    /// What can be done with at least one of them, each with those.
    pub fn offers(&self, shelf: &Shelf) -> Vec<(Together, Vec<PathBuf>)> {
        let items: Vec<&Item> = shelf.items().iter().filter(|item| self.contains(&item.path)).collect();
        let offer = |what: &Together| {
            let fitting = items.iter().filter(|item| what.fits(item));
            (*what, fitting.map(|item| item.path.clone()).collect())
        };
        let offers = Together::ALL.iter().map(offer);
        offers.filter(|(_, paths): &(_, Vec<_>)| !paths.is_empty()).collect()
    }

    fn settle(&mut self) {
        if self.chosen.len() == 1 {
            self.chosen.clear();
        }
    }
}
