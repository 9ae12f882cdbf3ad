//! The bin: listing its content, restoring it, and removing it for good.

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
    /// Tidies up once at the start, in the background: expired items leave the bin and the data kept next to the campaigns.
    pub(super) fn tidy(&mut self) {
        let (library, now) = (self.library.clone(), self.clock.now());
        self.write(None, "busy-tidy", move || {
            file_work::tidy(&library, now);
            Event::BinRead(library.bin(now))
        });
    }

    /// Reads the content of the bin.
    pub(super) fn read_bin(&mut self) {
        let (library, now) = (self.library.clone(), self.clock.now());
        self.tasks
            .disk(None, "busy-look", move || Event::BinRead(library.bin(now)));
    }

    /// Takes over the content of the bin.
    pub(super) fn bin_read(&mut self, entries: Vec<BinEntry>) {
        self.bin = entries;
    }

    /// Shows the content of the bin.
    pub(super) fn show_bin(&mut self) {
        self.read_bin();
        self.dialogs.put(Dialog::Bin(BinDialog::default()));
    }

    /// Removes something from the bin for good.
    pub(super) fn erase(&mut self, binned: Binned) {
        self.deleted.forget();
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
