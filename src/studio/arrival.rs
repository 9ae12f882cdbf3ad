//! How a pop-up comes onto the page: the wait before it, and where it is at each instant of its entrance, as the widget's stylesheet moves it.

#[cfg(test)]
mod tests;

use crate::campaign::{Edge, Motion, PagePlace, Style};

/// The longest wait that is played, in seconds.
const LONGEST: f64 = 2.0;
/// From how far below a pop-up rises, in CSS pixels.
const RISE: f32 = 16.0;
/// From how far beside its place a pop-up slides in, in its own sizes.
const SLIDE: f32 = 1.1;
/// How many times longer a slow entrance takes.
const SLOW: f64 = 5.0;
/// The control points of its speed.
const EASE: [f32; 4] = [0.2, 0.8, 0.2, 1.0];

/// How an entrance is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// As visitors see it.
    Usual,
    /// Slowly, to see each step of it.
    Slow,
    /// As visitors who want reduced motion see it: without moving.
    Still,
}

/// An entrance that is played.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arrival {
    motion: Motion,
    place: PagePlace,
    /// In seconds.
    lasts: f64,
    /// The campaign's own wait, in seconds.
    delay: f64,
    /// When it began, in seconds since the app started; `None` until there is something to show.
    begun: Option<f64>,
}

/// What is to be seen of an entrance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Moment {
    /// The page without the pop-up.
    Waiting,
    /// The pop-up on its way.
    Moving(Pose),
    /// The pop-up, in its place.
    Over,
}

/// Where a pop-up is on its way, and how much of it is to be seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pose {
    /// How far it has come, 0 to 1; as much of it is to be seen.
    pub progress: f32,
    /// How far it is from its place: to the right and down, in CSS pixels.
    pub pixels: (f32, f32),
    /// The same in its own width and height, in addition.
    pub sizes: (f32, f32),
}

impl Arrival {
    /// The entrance of a pop-up of this look, after a wait of so many seconds.
    pub fn new(style: &Style, delay: f64, pace: Pace) -> Self {
        let (motion, times) = match pace {
            Pace::Usual => (style.motion, 1.0),
            Pace::Slow => (style.motion, SLOW),
            Pace::Still => (Motion::None, 1.0),
        };
        Self {
            motion,
            place: style.position,
            lasts: match motion {
                Motion::None => 0.0,
                Motion::Rise | Motion::Fade | Motion::Slide => f64::from(style.motion_ms) / 1_000.0 * times,
            },
            delay: if delay.is_finite() { delay.max(0.0) } else { 0.0 },
            begun: None,
        }
    }

    /// The campaign's own wait, in seconds.
    pub fn delay(&self) -> f64 {
        self.delay
    }

    /// Whether that is longer than what is played.
    pub fn is_shortened(&self) -> bool {
        self.delay > LONGEST
    }

    /// Begins, unless it has begun.
    pub fn begin(&mut self, now: f64) {
        self.begun.get_or_insert(now);
    }

    /// What is to be seen now; times are seconds since the app started.
    pub fn at(&self, now: f64) -> Moment {
        let Some(begun) = self.begun else {
            return Moment::Waiting;
        };
        let since = now - begun - self.delay.min(LONGEST);
        if since < 0.0 {
            return Moment::Waiting;
        }
        if since >= self.lasts {
            return Moment::Over;
        }
        let progress = eased((since / self.lasts) as f32);
        let left = 1.0 - progress;
        let (pixels, sizes) = match self.motion {
            Motion::Rise => ((0.0, RISE * left), (0.0, 0.0)),
            Motion::Slide => ((0.0, 0.0), self.beside(SLIDE * left)),
            Motion::Fade | Motion::None => ((0.0, 0.0), (0.0, 0.0)),
        };
        Moment::Moving(Pose {
            progress,
            pixels,
            sizes,
        })
    }

    /// From the side that it stands at; in the middle, from above or below.
    fn beside(&self, far: f32) -> (f32, f32) {
        match (self.place.column(), self.place.row()) {
            (Edge::First, _) => (-far, 0.0),
            (Edge::Last, _) => (far, 0.0),
            (Edge::Middle, Edge::First) => (0.0, -far),
            (Edge::Middle, Edge::Middle | Edge::Last) => (0.0, far),
        }
    }
}

/// Returns how far a movement has come after this share of its time.
fn eased(time: f32) -> f32 {
    let [x1, y1, x2, y2] = EASE;
    let along = |one: f32, two: f32, t: f32| {
        let rest = 1.0 - t;
        3.0 * rest * rest * t * one + 3.0 * rest * t * t * two + t * t * t
    };
    // The curve runs forward in time, so halving finds the point.
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..20 {
        let middle = (low + high) / 2.0;
        if along(x1, x2, middle) < time {
            low = middle;
        } else {
            high = middle;
        }
    }
    along(y1, y2, high)
}
