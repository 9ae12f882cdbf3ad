//! Finds out for the dialog of the order who stands in line.

use super::{App, Event};
use crate::{
    desktop::dialogs::{Dialog, OrderDialog},
    studio::{
        inquiry::Stop,
        ordering::{Line, Task, read_order},
        trouble::Trouble,
    },
};

impl App {
    /// Shows the order of the campaigns.
    pub(super) fn show_order(&mut self) {
        self.asked_dialogs += 1;
        let (number, stop) = (self.asked_dialogs, Stop::default());
        let dialog = OrderDialog::new(number, stop.clone());
        self.dialogs.put(Dialog::Order(Box::new(dialog)));
        let items = self.shelf.items().iter();
        let task = Task {
            library: self.library.clone(),
            open: self.open_campaigns(),
            statuses: items.map(|item| (item.path.clone(), item.status)).collect(),
            site: self.preview.site.brand.look.clone(),
            now: self.clock.now(),
            stop,
        };
        let broke_off = Event::LineRead(number, None);
        self.tasks
            .start(broke_off, move || Event::LineRead(number, read_order(task)));
    }

    /// Takes over who stands in line, if the dialog that asked is still there.
    pub(super) fn line_read(&mut self, number: u64, line: Option<Line>) {
        let Some(Dialog::Order(dialog)) = self.dialogs.front_mut() else {
            return;
        };
        if dialog.number != number {
            return;
        }
        match line {
            Some(line) => dialog.take(line),
            None => {
                self.dialogs.close();
                self.complain(&Trouble::BrokeOff);
            }
        }
    }
}
