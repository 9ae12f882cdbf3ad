//! Which parts of the window are shown, where they stand and how large they are. All lengths are in points.
//!
//! [`Shell::arrange`] is a plain function of the window's width and of what the user chose, so that every width can be tried without a window.

mod fields;
mod preview;
mod region;
#[cfg(test)]
mod tests;
mod zoom;

use std::ops::RangeInclusive;

pub use preview::{CAPTION, Place, places};
pub use region::Region;
pub use zoom::{STEPS as ZOOMS, USUAL as USUAL_ZOOM, larger, smaller, within as zoom_within};

/// How wide the unfolded library may be.
pub const LIBRARY: RangeInclusive<f32> = 200.0..=360.0;
/// The library's width until the user chooses one.
const USUAL_LIBRARY: f32 = 272.0;
/// How wide the right panel may be while the editor needs the rest.
const SIDE: RangeInclusive<f32> = 320.0..=560.0;
/// The right panel's share of what the library leaves, until the user chooses a width.
const SIDE_SHARE: f32 = 0.34;
/// How wide a drawer may be.
const DRAWER: RangeInclusive<f32> = 312.0..=400.0;
/// What the editor keeps beside an open drawer, or the drawer lies over it.
pub const EDITOR: f32 = 560.0;
/// From here on the editor does without what a wider drawer would take.
const COMFORT: f32 = 680.0;
/// The widest column of fields without the pop-up that they change.
pub const FIELDS: f32 = 560.0;
/// The widest column of an editor.
pub const COLUMN: f32 = 880.0;
/// The same with its margins: further width goes to the preview.
const EDITOR_MOST: f32 = COLUMN + 2.0 * 28.0;
/// The widest column of the visitor's values, and of the fields beside the pop-up that they change.
pub const INSPECTOR: f32 = 440.0;
/// Height of the line below the pop-up that says whether it would be shown.
pub const STRIP: f32 = 48.0;
/// Narrower windows fold the library, and their right panel is a drawer.
const WIDE: f32 = 1200.0;
/// Narrower windows have a narrower rail.
const ROOMY: f32 = 1024.0;
/// Height of the head above the editor and the right panel.
pub const HEADER: f32 = 56.0;
/// Width, or height, of an edge that can be moved.
pub const EDGE: f32 = 8.0;
/// Width of the strip with the handle that shows and hides the right panel.
const HANDLE: f32 = 14.0;
/// How low the visitor, or the journey, may be.
const LOWER: f32 = 160.0;
/// What the preview keeps above it.
const UPPER: f32 = 180.0;

/// What the user chose about the parts of the window, as it is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ShellChoice {
    /// Width of the unfolded library.
    pub library: Option<f32>,
    /// Whether a wide window folds the library.
    pub folded: bool,
    /// Width of the right panel.
    pub side: Option<f32>,
    /// Whether a wide window hides the right panel.
    pub side_hidden: bool,
    /// Whether a narrow window hides the drawer that has room beside the editor.
    pub drawer_hidden: bool,
    /// Height of the visitor below the preview.
    pub visitor: Option<f32>,
    /// Height of the journey below the preview.
    pub journey: Option<f32>,
    /// Width of the fields beside the pop-up.
    pub fields: Option<f32>,
    /// Whether the visitor is shown below the pop-up that has its fields beside it.
    pub visitor_shown: bool,
}

/// Something that changes which parts are shown, or their size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Event {
    /// The library is to be folded, or unfolded.
    TurnLibrary,
    /// The whole library is wanted, such as for its search.
    ShowLibrary,
    /// The right panel is to be hidden, or shown.
    TurnSide,
    /// The right panel is wanted.
    ShowSide,
    /// The visitor is wanted.
    ShowVisitor,
    /// Below the pop-up that has its fields beside it, the visitor is to be hidden, or shown.
    TurnVisitor,
    /// The library's edge was moved; `None` for its usual place.
    LibraryWidth(Option<f32>),
    /// The right panel's edge was moved; `None` for its usual place.
    SideWidth(Option<f32>),
    /// The edge between the pop-up and its fields was moved; `None` for its usual place.
    FieldsWidth(Option<f32>),
    /// The edge between preview and visitor was moved; `None` for its usual place.
    VisitorHeight(Option<f32>),
    /// The edge between preview and journey was moved; `None` for its usual place.
    JourneyHeight(Option<f32>),
    /// The user went to something under the library.
    LeaveLibrary,
    /// The user went to something under the drawer.
    LeaveSide,
}

/// Where something stands between the left and the right edge of the window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// Where it begins.
    pub left: f32,
    /// Where it ends.
    pub right: f32,
}

impl Span {
    /// How wide it is.
    pub fn width(self) -> f32 {
        self.right - self.left
    }

    /// Whether both share more than an edge.
    pub fn meets(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right
    }
}

/// How the library is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LibraryForm {
    /// Whole, beside the editor.
    Whole,
    /// Icons alone.
    Rail,
    /// Whole, over the rail and a part of the editor, until the user goes on.
    Over,
}

/// How the right panel is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SideForm {
    /// Beside the editor, as wide as the user likes.
    Panel,
    /// Beside the editor of a narrow window.
    Drawer,
    /// Over a part of the editor.
    Over,
}

/// Where the parts of the window stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arrangement {
    /// The library, or its rail.
    pub library: (LibraryForm, Span),
    /// What is right of the library: the head of the window is over all of it.
    pub main: Span,
    /// The editor. What lies over it covers a part of it.
    pub editor: Span,
    /// The right panel; `None` while it is hidden.
    pub side: Option<(SideForm, Span)>,
    /// Between which widths the library's edge can be moved, while it can.
    pub library_range: Option<(f32, f32)>,
    /// The right panel's edge and between which widths it can be moved, while it can.
    pub side_edge: Option<(Span, (f32, f32))>,
    /// The strip of the handle that shows and hides the right panel, where its edge does not move.
    pub handle: Option<Span>,
    /// Whether the right panel is a drawer.
    pub has_drawer: bool,
    /// Whether there is a right panel to show or hide.
    pub has_side: bool,
    /// Whether the preview is in the middle, and the editor at its right holds the fields of what it shows.
    pub has_fields: bool,
}

impl Arrangement {
    /// The same with a page in the middle that has nothing to preview.
    pub fn without_side(self) -> Self {
        Self {
            editor: Span {
                right: self.main.right,
                ..self.editor
            },
            side: None,
            side_edge: None,
            handle: None,
            has_side: false,
            has_fields: false,
            ..self
        }
    }

    /// The part of `span` that the library does not lie over.
    pub fn beside_library(&self, span: Span) -> Span {
        let left = match self.library {
            (LibraryForm::Over, library) => span.left.max(library.right).min(span.right),
            (LibraryForm::Whole | LibraryForm::Rail, _) => span.left,
        };
        Span { left, ..span }
    }

    /// The part of the editor that nothing lies over.
    pub fn open_editor(&self) -> Span {
        let left = self.beside_library(self.editor).left;
        let right = self
            .handle
            .map_or(self.editor.right, |handle| self.editor.right.min(handle.left));
        Span {
            left,
            right: right.max(left),
        }
    }
}

/// The parts of the window.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Shell {
    choice: ShellChoice,
    /// Whether the editor's step is about what the preview shows.
    edits_preview: bool,
    /// What lies over the editor of a narrow window, until the user goes on.
    over: Option<Over>,
}

/// What can lie over the editor: one at a time, so that neither lies over the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Over {
    /// The whole library.
    Library,
    /// A drawer without room beside the editor.
    Side,
}

impl Shell {
    /// The parts as they were chosen before.
    pub fn new(choice: ShellChoice) -> Self {
        Self {
            choice,
            edits_preview: false,
            over: None,
        }
    }

    /// Says whether the editor's step is about what the preview shows: where there is room, it is the preview's fields then.
    pub fn edit_preview(&mut self, edits: bool) {
        self.edits_preview = edits;
    }

    /// What is to be remembered.
    pub fn choice(&self) -> &ShellChoice {
        &self.choice
    }

    /// Handles `event` in a window of this width.
    pub fn on(&mut self, event: Event, window: f32) {
        let now = self.arrange(window);
        match event {
            Event::TurnLibrary => self.show_library(matches!(now.library.0, LibraryForm::Rail), window),
            Event::ShowLibrary => self.show_library(true, window),
            Event::TurnSide => self.show_side(now.side.is_none(), window),
            Event::ShowSide => self.show_side(true, window),
            Event::ShowVisitor => {
                self.show_side(true, window);
                self.choice.visitor_shown = true;
            }
            Event::TurnVisitor => self.choice.visitor_shown = !self.choice.visitor_shown,
            Event::FieldsWidth(width) => self.choice.fields = width.map(|width| clamped(width, &fields::WIDTH)),
            Event::LibraryWidth(width) => self.choice.library = width.map(|width| clamped(width, &LIBRARY)),
            Event::SideWidth(width) => self.choice.side = width.map(|width| width.max(*SIDE.start())),
            Event::VisitorHeight(height) => self.choice.visitor = height.map(|height| height.max(LOWER)),
            Event::JourneyHeight(height) => self.choice.journey = height.map(|height| height.max(LOWER)),
            Event::LeaveLibrary => self.leave(Over::Library),
            Event::LeaveSide => self.leave(Over::Side),
        }
    }

    fn show_library(&mut self, shown: bool, window: f32) {
        match (window >= WIDE, shown) {
            (true, _) => self.choice.folded = !shown,
            (false, true) => self.over = Some(Over::Library),
            (false, false) => self.leave(Over::Library),
        }
    }

    fn show_side(&mut self, shown: bool, window: f32) {
        let pushes = Narrow::of(window).pushes || self.has_room_for_fields(window);
        match (window >= WIDE, pushes, shown) {
            (true, _, _) => self.choice.side_hidden = !shown,
            (false, true, _) => self.choice.drawer_hidden = !shown,
            (false, false, true) => self.over = Some(Over::Side),
            (false, false, false) => self.leave(Over::Side),
        }
    }

    fn leave(&mut self, what: Over) {
        if self.over == Some(what) {
            self.over = None;
        }
    }

    /// Where the parts stand in a window of this width.
    pub fn arrange(&self, window: f32) -> Arrangement {
        let window = if window.is_finite() { window.max(0.0) } else { 0.0 };
        let now = if window >= WIDE {
            self.wide(window)
        } else {
            self.narrow(window)
        };
        let hidden = if window >= WIDE {
            self.choice.side_hidden
        } else {
            self.choice.drawer_hidden
        };
        if self.has_room_for_fields(window) && !hidden {
            self.with_fields(now, window)
        } else {
            now
        }
    }

    fn wide(&self, window: f32) -> Arrangement {
        let shown = !self.choice.side_hidden;
        let side_least = if shown { SIDE.start() + EDGE } else { HANDLE };
        let library_most = LIBRARY.end().min(window - side_least - EDITOR);
        let library = match self.choice.folded {
            true => 64.0,
            false => self
                .choice
                .library
                .unwrap_or(USUAL_LIBRARY)
                .clamp(*LIBRARY.start(), library_most.max(*LIBRARY.start())),
        };
        let rest = window - library - EDGE;
        // A hidden panel leaves its room to the library, and has no width.
        let side_most = (rest - EDITOR)
            .min(SIDE.end().max(rest - EDITOR_MOST))
            .max(*SIDE.start());
        let usual = (rest * SIDE_SHARE)
            .clamp(*SIDE.start(), *SIDE.end())
            .max(rest - EDITOR_MOST);
        let side = self.choice.side.unwrap_or(usual).clamp(*SIDE.start(), side_most);
        let left = window - side;
        let edge = Span {
            left: left - EDGE,
            right: left,
        };
        let handle = Span {
            left: window - HANDLE,
            right: window,
        };
        Arrangement {
            library: (
                match self.choice.folded {
                    true => LibraryForm::Rail,
                    false => LibraryForm::Whole,
                },
                Span {
                    left: 0.0,
                    right: library,
                },
            ),
            main: Span {
                left: library,
                right: window,
            },
            editor: Span {
                left: library,
                right: if shown { edge.left } else { handle.left },
            },
            side: shown.then_some((SideForm::Panel, Span { left, right: window })),
            library_range: (!self.choice.folded).then_some((*LIBRARY.start(), library_most)),
            side_edge: shown.then_some((edge, (*SIDE.start(), side_most))),
            handle: (!shown).then_some(handle),
            has_drawer: false,
            has_side: true,
            has_fields: false,
        }
    }

    fn narrow(&self, window: f32) -> Arrangement {
        let Narrow { rail, drawer, pushes } = Narrow::of(window);
        let library = match self.over {
            Some(Over::Library) => (
                LibraryForm::Over,
                Span {
                    left: 0.0,
                    right: clamped(self.choice.library.unwrap_or(USUAL_LIBRARY), &LIBRARY).min(window),
                },
            ),
            Some(Over::Side) | None => (LibraryForm::Rail, Span { left: 0.0, right: rail }),
        };
        let form = match (pushes, self.over) {
            (true, _) => (!self.choice.drawer_hidden).then_some(SideForm::Drawer),
            (false, Some(Over::Side)) => Some(SideForm::Over),
            (false, Some(Over::Library) | None) => None,
        };
        let drawer = Span {
            left: window - drawer,
            right: window,
        };
        let side = form.map(|form| (form, drawer));
        let beside = form.map_or(window, |_| drawer.left);
        let handle = Span {
            left: (beside - HANDLE).max(rail),
            right: beside,
        };
        Arrangement {
            library,
            main: Span {
                left: rail,
                right: window,
            },
            editor: Span {
                left: rail,
                right: match form {
                    Some(SideForm::Drawer) | None => handle.left,
                    Some(SideForm::Panel | SideForm::Over) => window,
                },
            },
            side,
            library_range: None,
            side_edge: None,
            handle: Some(handle),
            has_drawer: true,
            has_side: true,
            has_fields: false,
        }
    }

    /// How high the visitor is below the preview, of this height for both, and between which heights that can be chosen.
    pub fn visitor_height(&self, both: f32) -> (f32, (f32, f32)) {
        lower(self.choice.visitor, (both * 0.38).clamp(220.0, 340.0), both)
    }

    /// The same of the journey.
    pub fn journey_height(&self, both: f32) -> (f32, (f32, f32)) {
        lower(self.choice.journey, (both * 0.5).clamp(280.0, 460.0), both)
    }
}

/// What a narrow window has room for.
struct Narrow {
    /// Width of the rail.
    rail: f32,
    /// Width of the drawer.
    drawer: f32,
    /// Whether the editor has room beside the drawer.
    pushes: bool,
}

impl Narrow {
    fn of(window: f32) -> Self {
        let rail = if window >= ROOMY { 64.0 } else { 56.0_f32.min(window) };
        let rest = window - rail;
        let drawer = clamped(rest - COMFORT, &DRAWER).min(rest);
        Self {
            rail,
            drawer,
            pushes: rest - drawer - HANDLE >= EDITOR,
        }
    }
}

/// Whether a right panel of this width has room for the visitor beside the preview rather than below it.
pub fn is_beside(side: f32) -> bool {
    side >= INSPECTOR + *SIDE.end()
}

fn clamped(value: f32, range: &RangeInclusive<f32>) -> f32 {
    value.max(*range.start()).min(*range.end())
}

fn lower(chosen: Option<f32>, usual: f32, both: f32) -> (f32, (f32, f32)) {
    let both = both.max(0.0);
    let most = (both - UPPER).max(both / 2.0);
    let least = LOWER.min(most);
    (chosen.unwrap_or(usual).clamp(least, most), (least, most))
}
