//! The contact sheet: the open campaign's pop-up on every device, light and dark, with the texts that it has and with those that may befall it.
//!
//! Takes [`Event`]s and returns [`Request`]s. How the pictures are drawn is decided elsewhere; [`judge`] says what is found in them.

mod finding;
mod proof;
mod repair;
mod screen;
#[cfg(test)]
mod tests;
mod texts;
mod verdict;
mod words;

use crate::{
    popup::{PopupContent, Scale, Scene, ScenePart, Theme},
    studio::gallery::Direction,
};

pub use finding::{Finding, Problem, judge};
pub use proof::{ProofForm, ProofSource};
pub use repair::Repair;
pub use screen::Screen;
pub use texts::Texts;
pub use verdict::{Line, Verdict};
pub use words::theme_key;

/// The themes, in the order of the sheet.
pub const THEMES: [Theme; 2] = [Theme::Light, Theme::Dark];

/// What a picture of the sheet differs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Variation {
    /// What the pop-up says.
    pub texts: Texts,
    /// The browser window.
    pub screen: Screen,
    /// Light or dark.
    pub theme: Theme,
}

/// A filter: pictures of this kind are shown or left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chip {
    /// Those on a device.
    Screen(Screen),
    /// Those of a theme.
    Theme(Theme),
    /// Those with these texts.
    Texts(Texts),
}

impl Chip {
    fn fits(self, variation: Variation) -> bool {
        match self {
            Self::Screen(screen) => variation.screen == screen,
            Self::Theme(theme) => variation.theme == theme,
            Self::Texts(texts) => variation.texts == texts,
        }
    }
}

/// What the sheet is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    /// The open campaign's pop-up for the simulated visitor, on the site.
    pub scene: Scene,
    /// What it says to a visitor of whom nothing is known.
    pub without_details: PopupContent,
}

impl Subject {
    /// Whether the message says nothing yet.
    fn is_empty(&self) -> bool {
        let mut content = self.scene.content.clone();
        content.texts_mut().iter().all(|(_, text)| text.trim().is_empty())
    }
}

/// A picture of the sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Tile {
    /// What it differs in.
    pub variation: Variation,
    /// What it shows, at scale 1.
    pub scene: Scene,
}

/// Something that happens on the page.
#[derive(Debug, Clone)]
pub enum Event {
    /// The sheet is about this.
    About(Box<Subject>),
    /// Pictures of a kind are to be left out, or brought back.
    Turn(Chip),
    /// All pictures are to be shown.
    ShowAll,
    /// Another choice.
    Choose(Variation),
    /// The same by keyboard, with so many pictures a row.
    Move(Direction, usize),
    /// Work on what is chosen.
    Open,
    /// Proofs are to be this.
    Form(ProofForm),
    /// Proofs are to say what was found, or not.
    WithFindings(bool),
}

/// What the page asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Request {
    /// Show the message in this window and theme.
    Open(Screen, Theme),
}

/// The state of the page.
#[derive(Debug)]
pub struct Sheet {
    subject: Option<Box<Subject>>,
    /// Every picture there is, in order.
    tiles: Vec<Tile>,
    /// What is left out.
    off: Vec<Chip>,
    chosen: Option<Variation>,
    form: ProofForm,
    /// Whether a proof leaves out what was found.
    without_findings: bool,
}

impl Default for Sheet {
    fn default() -> Self {
        let others = Screen::ALL.iter().filter(|screen| !Screen::USUAL.contains(screen));
        Self {
            subject: None,
            tiles: Vec::new(),
            off: others.map(|screen| Chip::Screen(*screen)).collect(),
            chosen: None,
            form: ProofForm::default(),
            without_findings: false,
        }
    }
}

impl Sheet {
    /// What it is about.
    pub fn subject(&self) -> Option<&Subject> {
        self.subject.as_deref()
    }

    /// Every picture there is, shown or not.
    pub fn all(&self) -> &[Tile] {
        &self.tiles
    }

    /// The pictures that are shown, in order.
    pub fn shown(&self) -> impl Iterator<Item = &Tile> {
        self.tiles.iter().filter(|tile| self.shows(tile.variation))
    }

    /// The texts that make a difference.
    pub fn texts(&self) -> Vec<Texts> {
        let there = |texts: &Texts| self.tiles.iter().any(|tile| tile.variation.texts == *texts);
        Texts::ALL.iter().copied().filter(there).collect()
    }

    /// Whether pictures of a kind are shown.
    pub fn is_on(&self, chip: Chip) -> bool {
        !self.off.contains(&chip)
    }

    /// What is chosen; `None` while nothing is shown.
    pub fn chosen(&self) -> Option<Variation> {
        self.chosen
    }

    /// What a proof is.
    pub fn form(&self) -> ProofForm {
        self.form
    }

    /// Whether a proof says what was found.
    pub fn with_findings(&self) -> bool {
        !self.without_findings
    }

    /// The picture that is chosen.
    pub fn chosen_tile(&self) -> Option<&Tile> {
        self.tiles.iter().find(|tile| Some(tile.variation) == self.chosen)
    }

    /// Handles `event`, and returns the request, if any.
    pub fn on(&mut self, event: Event) -> Option<Request> {
        match event {
            Event::About(subject) => {
                if self.subject.as_ref() != Some(&subject) {
                    self.tiles = tiles(&subject);
                    self.subject = Some(subject);
                }
            }
            Event::Turn(chip) => match self.off.iter().position(|off| *off == chip) {
                Some(place) => {
                    self.off.remove(place);
                }
                None => self.off.push(chip),
            },
            Event::ShowAll => self.off.clear(),
            Event::Choose(variation) => self.chosen = Some(variation),
            Event::Move(direction, columns) => self.go(direction, columns.max(1)),
            Event::Form(form) => self.form = form,
            Event::WithFindings(with) => self.without_findings = !with,
            Event::Open => return self.chosen.map(|chosen| Request::Open(chosen.screen, chosen.theme)),
        }
        self.keep_choice_in_sight();
        None
    }

    fn shows(&self, variation: Variation) -> bool {
        !self.off.iter().any(|chip| chip.fits(variation))
    }

    fn keep_choice_in_sight(&mut self) {
        let is_shown = self.shown().any(|tile| Some(tile.variation) == self.chosen);
        if !is_shown {
            let first = self.shown().next().map(|tile| tile.variation);
            self.chosen = first;
        }
    }

    fn go(&mut self, direction: Direction, columns: usize) {
        let shown: Vec<Variation> = self.shown().map(|tile| tile.variation).collect();
        let place = shown.iter().position(|variation| Some(*variation) == self.chosen);
        let next = place.and_then(|place| neighbour(place, shown.len(), columns, direction));
        if let Some(next) = next.and_then(|next| shown.get(next)) {
            self.chosen = Some(*next);
        }
    }
}

/// The place beside another in rows of this length; a row that is not full ends with its last place.
fn neighbour(place: usize, count: usize, columns: usize, direction: Direction) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match direction {
        Direction::Left => place.checked_sub(1),
        Direction::Right => (place < last).then_some(place + 1),
        Direction::Up => place.checked_sub(columns),
        Direction::Down if place / columns == last / columns => None,
        Direction::Down => Some((place + columns).min(last)),
    }
}

/// Every picture that differs from the others.
fn tiles(subject: &Subject) -> Vec<Tile> {
    if subject.is_empty() {
        return Vec::new();
    }
    let mut different: Vec<(Texts, PopupContent, Scale)> = Vec::new();
    for texts in Texts::ALL {
        let (content, zoom) = (texts.of(subject), texts.zoom());
        let is_new = !different
            .iter()
            .any(|(_, other, other_zoom)| *other == content && *other_zoom == zoom);
        if is_new {
            different.push((*texts, content, zoom));
        }
    }
    let of = |(texts, content, zoom): &(Texts, PopupContent, Scale)| {
        let windows = Screen::ALL
            .iter()
            .flat_map(|screen| THEMES.map(|theme| (*screen, theme)));
        let tile = |(screen, theme): (Screen, Theme)| Tile {
            variation: Variation {
                texts: *texts,
                screen,
                theme,
            },
            scene: Scene {
                content: content.clone(),
                zoom: *zoom,
                viewport: screen.viewport(),
                theme,
                scale: Scale::default(),
                part: ScenePart::Popup,
                ..subject.scene.clone()
            },
        };
        windows.map(tile).collect::<Vec<_>>()
    };
    different.iter().flat_map(of).collect()
}
