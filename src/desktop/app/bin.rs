//! The bin: what is in it, giving it back, and removing it for good.

use super::{App, Event};
use crate::{
    desktop::dialogs::{BinDialog, Dialog},
    library::{BinEntry, Binned},
    studio::{
        file_work,
        trouble::{self, Trouble},
    },
};

impl App {
    /// Does once at the start what nobody waits for: the bin and what is kept beside the campaigns lose what is over its time.
    pub(super) fn tidy(&mut self) {
        let (library, now) = (self.library.clone(), self.clock.now());
        self.write(None, "busy-tidy", move || {
            file_work::tidy(&library, now);
            Event::BinRead(library.bin(now))
        });
    }

    /// Reads what is in the bin.
    pub(super) fn read_bin(&mut self) {
        let (library, now) = (self.library.clone(), self.clock.now());
        self.tasks
            .disk(None, "busy-look", move || Event::BinRead(library.bin(now)));
    }

    /// What is in the bin was read.
    pub(super) fn bin_read(&mut self, entries: Vec<BinEntry>) {
        self.bin = entries;
    }

    /// Shows what is in the bin.
    pub(super) fn show_bin(&mut self) {
        self.read_bin();
        self.dialog = Some(Dialog::Bin(BinDialog::default()));
    }

    /// Removes something from the bin for good.
    pub(super) fn erase(&mut self, binned: Binned) {
        let (library, now) = (self.library.clone(), self.clock.now());
        self.tasks.disk(None, "busy-delete", move || {
            let erased = library.erase_with_history(&binned, now).map_err(Trouble::from);
            Event::Erased(erased, library.bin(now))
        });
    }

    /// Something was removed from the bin for good, or not.
    pub(super) fn erased(&mut self, erased: trouble::Result<()>, entries: Vec<BinEntry>) {
        self.bin = entries;
        if let Err(trouble) = erased {
            self.complain(&trouble);
        }
    }
}
