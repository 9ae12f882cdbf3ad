//! Which records are written down.

use tracing::Metadata;
use tracing::level_filters::LevelFilter;

/// The environment variable that says how much is written down: `off`, `error`, `warn`, `info`, `debug` or `trace`.
pub const LEVEL_VARIABLE: &str = "BECKON_LOG";

/// What other crates say of the window, the clipboard and dialogs. Of all others nothing is written: nobody knows what they quote.
const WINDOW_CRATES: [&str; 7] = ["winit", "glutin", "eframe", "egui", "accesskit", "arboard", "rfd"];

/// How much is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Level(pub(super) LevelFilter);

impl Level {
    /// What the variable says; `Err` with the usual level when it says something else.
    pub(super) fn read(word: Option<&str>) -> Result<Self, Self> {
        let usual = Level(LevelFilter::INFO);
        match word.map(str::trim).filter(|word| !word.is_empty()) {
            None => Ok(usual),
            Some(word) => word.to_ascii_lowercase().parse().map(Level).map_err(|_| usual),
        }
    }

    /// Whether a record is written down: Beckon's own from this level on, of the server on this computer and of the window's crates only
    /// what went wrong.
    pub(super) fn takes(self, record: &Metadata<'_>) -> bool {
        let target = record.target();
        let own = is_of_crate(target, "beckon");
        let most = if own && !target.starts_with("beckon::backend") {
            self.0
        } else if own || is_of_window(target) {
            self.0.min(LevelFilter::WARN)
        } else {
            LevelFilter::OFF
        };
        *record.level() <= most
    }
}

/// Whether a record comes from a crate that the window is made of, by its target.
pub fn is_of_window(target: &str) -> bool {
    WINDOW_CRATES.iter().any(|name| is_of_crate(target, name))
}

fn is_of_crate(target: &str, name: &str) -> bool {
    let rest = target.strip_prefix(name);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '_', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variable_names_a_level_and_anything_else_means_the_usual_one() {
        let usual = Level(LevelFilter::INFO);
        for (word, level) in [
            (None, Ok(usual)),
            (Some(""), Ok(usual)),
            (Some("debug"), Ok(Level(LevelFilter::DEBUG))),
            (Some(" WARN "), Ok(Level(LevelFilter::WARN))),
            (Some("off"), Ok(Level(LevelFilter::OFF))),
            (Some("beckon=debug"), Err(usual)),
            (Some("loud"), Err(usual)),
        ] {
            assert_eq!(Level::read(word), level, "{word:?}");
        }
    }
}
