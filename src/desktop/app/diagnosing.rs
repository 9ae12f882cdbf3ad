//! How the window handles its own failures: it reports that it stopped unexpectedly last time, copies diagnostics, and
//! logs slow frames.

use std::{
    fmt,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use super::{App, Event};
use crate::{
    desktop::dialogs::{Dialog, StoppedDialog},
    diagnostics::{self, Sources, Summary, WindowFacts},
    studio::{tasks::Crashed, tone::Tone},
};

/// From this time on, a frame is slow enough for the log.
const SLOW_FRAME: Duration = Duration::from_millis(250);
/// How often slow frames are logged at most.
const EVERY: Duration = Duration::from_secs(10);

/// What draws the window.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum DrawnBy {
    /// Not known, as in tests and pictures.
    #[default]
    Unknown,
    /// The processor, without OpenGL.
    Processor,
    /// OpenGL.
    OpenGl {
        /// Its kind, version and driver.
        name: String,
        /// Whether a graphics card was asked for.
        accelerated: bool,
    },
}

/// For the log and the diagnostics.
impl fmt::Display for DrawnBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => Ok(()),
            Self::Processor => f.write_str("the processor, without OpenGL"),
            Self::OpenGl {
                name,
                accelerated: true,
            } => write!(f, "{name}, graphics card preferred"),
            Self::OpenGl {
                name,
                accelerated: false,
            } => write!(f, "{name}, without a graphics card"),
        }
    }
}

/// The window's setup for diagnostics.
#[derive(Debug, Clone, Default)]
pub struct DiagnosticsSetup {
    /// The folder of the log and of reports; `None` for tests and pictures.
    pub logs: Option<PathBuf>,
    /// What draws the window.
    pub drawn_by: DrawnBy,
}

/// The state of the window's diagnostics.
#[derive(Debug, Default)]
pub(super) struct Diagnosing {
    setup: DiagnosticsSetup,
    /// Whether the log already notes how the window opened.
    opened: bool,
    pace: Pace,
}

impl Diagnosing {
    pub(super) fn new(setup: DiagnosticsSetup) -> Self {
        Self {
            setup,
            ..Self::default()
        }
    }

    pub(super) fn setup(&self) -> &DiagnosticsSetup {
        &self.setup
    }

    pub(super) fn logs(&self) -> Option<&Path> {
        self.setup.logs.as_deref()
    }

    pub(super) fn drawn_by(&self) -> &DrawnBy {
        &self.setup.drawn_by
    }
}

/// How long frames take.
#[derive(Debug, Default)]
struct Pace {
    /// The time of this frame's part before drawing.
    before: Duration,
    /// How many frames were slow since the last log line.
    slow: u64,
    worst: Duration,
    written: Option<Instant>,
}

impl Pace {
    /// Records the time of a frame; returns how many were slow, and the slowest, when that is due for the log.
    fn frame(&mut self, took: Duration, now: Instant) -> Option<(u64, Duration)> {
        if took >= SLOW_FRAME {
            self.slow += 1;
            self.worst = self.worst.max(took);
        }
        let due = self.written.is_none_or(|written| now - written >= EVERY);
        if self.slow == 0 || !due {
            return None;
        }
        self.written = Some(now);
        Some((std::mem::take(&mut self.slow), std::mem::take(&mut self.worst)))
    }
}

impl App {
    /// Records the time of a frame's part before drawing.
    pub(super) fn thought_for(&mut self, took: Duration) {
        self.diagnosing.pace.before = took;
    }

    /// Records the time of drawing.
    pub(super) fn drew_for(&mut self, took: Duration) {
        let pace = &mut self.diagnosing.pace;
        let whole = std::mem::take(&mut pace.before) + took;
        if let Some((frames, worst)) = pace.frame(whole, Instant::now()) {
            tracing::warn!(frames, ms = worst.as_millis() as u64, "frames were slow");
        }
    }

    /// Says that the window is drawn on the processor for want of OpenGL.
    pub fn say_no_opengl(&mut self) {
        let text = self.text.t("no-opengl");
        self.say(Tone::Warning, text);
    }

    /// Looks up whether Beckon stopped unexpectedly last time.
    pub(super) fn look_for_crash(&self) {
        if let Some(logs) = self.diagnosing.setup.logs.clone() {
            self.write(None, "busy-open", move || {
                Event::StoppedBefore(diagnostics::unseen_report(&logs))
            });
        }
    }

    /// Says that it did.
    pub(super) fn stopped_before(&mut self, report: Option<PathBuf>) {
        if let Some(report) = report {
            self.dialogs.add(Dialog::Stopped(StoppedDialog { report }));
        }
    }

    /// Logs, once, how the window opened.
    pub(super) fn note_opening(&mut self, ctx: &egui::Context) {
        if std::mem::replace(&mut self.diagnosing.opened, true) {
            return;
        }
        let facts = self.window_facts(ctx);
        let [width, height] = facts.size;
        let (scale, language, renderer) = (facts.scale, &facts.language, &facts.renderer);
        tracing::info!(scale, width, height, language, renderer, "window opened");
        if let Some(logs) = self.diagnosing.setup.logs.clone() {
            self.write(None, "busy-settings", move || {
                facts.leave(&logs);
                Event::Done
            });
        }
    }

    fn window_facts(&self, ctx: &egui::Context) -> WindowFacts {
        let size = ctx.content_rect().size();
        let dark = ctx.global_style().visuals.dark_mode;
        WindowFacts {
            renderer: self.diagnosing.setup.drawn_by.to_string(),
            scale: ctx.pixels_per_point(),
            size: [size.x, size.y],
            language: self.text.language().tag().to_owned(),
            theme: if dark { "dark" } else { "light" }.to_owned(),
        }
    }

    /// Gathers the diagnostics to be copied, in the background.
    pub(super) fn copy_diagnostics(&self, ctx: &egui::Context) {
        let sources = Sources {
            library: Some(self.library.dir().to_owned()),
            publishing: self.data_dir().map(|data_dir| data_dir.dir().to_owned()),
            logs: self.diagnosing.setup.logs.clone(),
            window: Some(self.window_facts(ctx)),
        };
        let now = self.clock.now();
        self.tasks.start(Crashed::in_pool().into(), move || {
            diagnostics::flush();
            Event::DiagnosticsGathered(Summary::gather(&sources, now).to_string())
        });
    }

    /// Puts what was gathered into the clipboard.
    pub(super) fn diagnostics_gathered(&mut self, ctx: &egui::Context, summary: String) {
        ctx.copy_text(summary);
        let text = self.text.t("diagnostics-copied");
        self.say(Tone::Success, text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slow_frames_are_written_down_now_and_then_with_the_slowest() {
        let start = Instant::now();
        let (ms, s) = (Duration::from_millis, Duration::from_secs);
        let mut pace = Pace::default();
        assert_eq!(pace.frame(ms(16), start), None);
        assert_eq!(pace.frame(ms(300), start), Some((1, ms(300))));
        assert_eq!(pace.frame(ms(900), start + s(1)), None);
        assert_eq!(pace.frame(ms(400), start + s(2)), None);
        assert_eq!(pace.frame(ms(16), start + s(11)), Some((2, ms(900))));
        assert_eq!(pace.frame(ms(16), start + s(30)), None);
    }
}
