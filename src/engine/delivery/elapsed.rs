//! For how long a visitor has been on the page and on the site, and for how long they have done nothing. Counted by the time since the start, which
//! no clock changes.

use super::time::{Micros, micros, seconds};
use crate::campaign::Field;
use crate::engine::PageView;
use crate::visitor::{EventKind, Visitor};

/// Since when, in time since the start.
#[derive(Debug, Clone, Copy)]
pub(super) struct Elapsed {
    page: Micros,
    site: Micros,
    /// When the visitor last did something.
    active: Micros,
}

impl Elapsed {
    /// Returns that of a visitor at the start, who has opened no page yet.
    pub(super) fn of(visitor: &Visitor) -> Elapsed {
        Elapsed {
            page: 0,
            site: -micros(visitor.time_on_site),
            active: 0,
        }
    }

    /// Notes what happens; `begins` says that it begins a session.
    pub(super) fn note(&mut self, event: &EventKind, begins: bool, now: Micros) {
        if event.opening().is_some() {
            self.page = now;
        }
        if begins {
            self.site = now;
        }
        if event.is_done_by_visitor() {
            self.active = now;
        }
    }

    /// Returns since when a field counts; `None` for fields that count no time.
    pub(super) fn since(&self, field: Field) -> Option<Micros> {
        self.all()
            .into_iter()
            .find_map(|(known, since)| (known == field).then_some(since))
    }

    /// Gives a page view what has passed.
    pub(super) fn tell(&self, page: &mut PageView, now: Micros) {
        for (field, since) in self.all() {
            page.set_elapsed(field, now.saturating_sub(since));
        }
    }

    /// Gives a visitor what has passed.
    pub(super) fn write(&self, visitor: &mut Visitor, now: Micros) {
        for (field, since) in self.all() {
            visitor.set(field, &seconds(now.saturating_sub(since)).into());
        }
    }

    fn all(&self) -> [(Field, Micros); 3] {
        [
            (Field::TimeOnPage, self.page),
            (Field::TimeOnSite, self.site),
            (Field::Inactivity, self.active),
        ]
    }
}
