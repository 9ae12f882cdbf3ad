//! The place of the log, and how paths are written in it.

use std::path::{Path, PathBuf};

use directories::{BaseDirs, ProjectDirs};

/// Returns the folder of the log and of reports, where the platform keeps such files: `$XDG_STATE_HOME/beckon` on Linux, `~/Library/Logs/Beckon` on
/// a Mac, `logs` among the application's local data elsewhere. `None` when the system has no home folder.
pub fn log_folder() -> Option<PathBuf> {
    let project = ProjectDirs::from("", "", "Beckon")?;
    if cfg!(target_os = "macos") {
        return Some(BaseDirs::new()?.home_dir().join("Library/Logs/Beckon"));
    }
    let state = project.state_dir().map(Path::to_owned);
    Some(state.unwrap_or_else(|| project.data_local_dir().join("logs")))
}

/// Writes the user's home folder as `~`, so that no text carries the user's name.
#[derive(Debug, Clone, Default)]
pub(super) struct Home(Vec<String>);

impl Home {
    /// Returns the home folder of this user, as named and with links resolved.
    pub(super) fn of_user() -> Self {
        let Some(home) = BaseDirs::new().map(|dirs| dirs.home_dir().to_owned()) else {
            return Self::default();
        };
        let found = home.canonicalize().ok();
        Self::at([Some(home), found].into_iter().flatten())
    }

    pub(super) fn at(folders: impl Iterator<Item = PathBuf>) -> Self {
        let mut names: Vec<String> = Vec::new();
        for folder in folders {
            let name = folder.to_string_lossy().trim_end_matches(['/', '\\']).to_owned();
            // A system user may have `/`, which is in every path.
            if name.len() > 1 && !names.contains(&name) {
                names.push(name);
            }
        }
        Home(names)
    }

    /// The text with `~` for the home folder wherever a path leads through it.
    pub(super) fn shorten(&self, text: &str) -> String {
        self.0
            .iter()
            .fold(text.to_owned(), |text, home| replace_folder(&text, home))
    }

    /// A path, shortened.
    pub(super) fn path(&self, path: &Path) -> String {
        self.shorten(&path.to_string_lossy())
    }
}

/// Replaces a folder only as a whole: `/root` is not a part of `/rootfs`.
fn replace_folder(text: &str, folder: &str) -> String {
    let mut shortened = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(folder) {
        let (before, after) = (&rest[..at], &rest[at + folder.len()..]);
        let goes_on = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.');
        let whole = !after.starts_with(goes_on) && !before.ends_with(goes_on);
        shortened.push_str(before);
        shortened.push_str(if whole { "~" } else { folder });
        rest = after;
    }
    shortened + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_home_folder_is_shortened_where_it_is_one() {
        let home = Home::at(["/home/ayşe/".into(), "/home/ayşe".into(), "/".into()].into_iter());
        for (text, shown) in [
            ("/home/ayşe/Documents/Beckon", "~/Documents/Beckon"),
            ("`/home/ayşe`: no", "`~`: no"),
            ("/home/ayşenur/Beckon", "/home/ayşenur/Beckon"),
            ("/srv/home/ayşe2", "/srv/home/ayşe2"),
            ("from /home/ayşe/a to /home/ayşe/b", "from ~/a to ~/b"),
            ("/var/lib", "/var/lib"),
            ("", ""),
        ] {
            assert_eq!(home.shorten(text), shown);
        }
        assert_eq!(Home::default().shorten("/home/ayşe"), "/home/ayşe");
    }
}
