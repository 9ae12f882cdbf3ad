//! Which records are written down.

use tracing::Metadata;
use tracing::level_filters::LevelFilter;

/// The environment variable that says how much is written down: `off`, `error`, `warn`, `info`, `debug` or `trace`.
pub const LEVEL_VARIABLE: &str = "BECKON_LOG";

/// How much is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Level {
    /// Of what Beckon records.
    pub(super) most: LevelFilter,
    /// Other crates whose errors are logged. Nothing else is logged, since it may quote anything.
    pub(super) heard: &'static [&'static str],
}

impl Level {
    /// What the variable says of Beckon's own records; `Err` with the usual level when it says something else.
    pub(super) fn read(word: Option<&str>) -> Result<LevelFilter, LevelFilter> {
        let usual = LevelFilter::INFO;
        match word.map(str::trim).filter(|word| !word.is_empty()) {
            None => Ok(usual),
            Some(word) => word.to_ascii_lowercase().parse().map_err(|_| usual),
        }
    }

    /// Whether a record is written down: Beckon's own from this level on, of the server on this computer what went wrong, and of crates that are
    /// heard errors alone.
    pub(super) fn takes(self, record: &Metadata<'_>) -> bool {
        let target = record.target();
        let own = is_of_crate(target, "beckon");
        let most = if own && !target.starts_with("beckon::backend") {
            self.most
        } else if own {
            self.most.min(LevelFilter::WARN)
        } else if is_of_crates(target, self.heard) {
            // Their warnings appear at every start, and would hide real problems.
            self.most.min(LevelFilter::ERROR)
        } else {
            LevelFilter::OFF
        };
        *record.level() <= most
    }
}

/// Whether a record comes from one of these crates, or of their families, by its target.
pub fn is_of_crates(target: &str, crates: &[&str]) -> bool {
    crates.iter().any(|name| is_of_crate(target, name))
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
        let usual = LevelFilter::INFO;
        for (word, level) in [
            (None, Ok(usual)),
            (Some(""), Ok(usual)),
            (Some("debug"), Ok(LevelFilter::DEBUG)),
            (Some(" WARN "), Ok(LevelFilter::WARN)),
            (Some("off"), Ok(LevelFilter::OFF)),
            (Some("beckon=debug"), Err(usual)),
            (Some("loud"), Err(usual)),
        ] {
            assert_eq!(Level::read(word), level, "{word:?}");
        }
    }
}
