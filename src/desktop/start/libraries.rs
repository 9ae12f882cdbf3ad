//! Checks whether the shared libraries that the window loads are installed. The window's own crates panic when one is not.

use std::{
    fs,
    path::{Path, PathBuf},
};

use thiserror::Error;

/// A library that is not installed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the window needs the library `{file}`, which is not installed")]
pub struct MissingLibrary {
    /// Its file name.
    pub file: &'static str,
    /// The Debian and Ubuntu package that brings it.
    pub package: &'static str,
}

impl MissingLibrary {
    pub(super) fn hint(&self) -> String {
        format!("install it with: sudo apt install {}", self.package)
    }
}

const X11: &[MissingLibrary] = &[
    library("libX11.so.6", "libx11-6"),
    library("libX11-xcb.so.1", "libx11-xcb1"),
    library("libXcursor.so.1", "libxcursor1"),
    library("libXi.so.6", "libxi6"),
    library("libxkbcommon.so.0", "libxkbcommon0"),
    library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
];

const OPENGL_ON_X11: &[MissingLibrary] = &[library("libGL.so.1", "libgl1")];

const WAYLAND: &[MissingLibrary] = &[
    library("libwayland-client.so.0", "libwayland-client0"),
    library("libxkbcommon.so.0", "libxkbcommon0"),
];

const OPENGL_ON_WAYLAND: &[MissingLibrary] = &[
    library("libwayland-egl.so.1", "libwayland-egl1"),
    library("libEGL.so.1", "libegl1"),
];

const fn library(file: &'static str, package: &'static str) -> MissingLibrary {
    MissingLibrary { file, package }
}

#[expect(clippy::disallowed_methods, reason = "before the window opens")]
pub(super) fn check(wayland: bool) -> Result<Option<MissingLibrary>, MissingLibrary> {
    let (needed, opengl) = match wayland {
        true => (WAYLAND, OPENGL_ON_WAYLAND),
        false => (X11, OPENGL_ON_X11),
    };
    let folders = folders();
    let is_there = |file: &str| folders.iter().any(|folder| folder.join(file).exists());
    first_missing(needed, is_there)?;
    Ok(first_missing(opengl, is_there).err())
}

fn first_missing(needed: &[MissingLibrary], is_there: impl Fn(&str) -> bool) -> Result<(), MissingLibrary> {
    needed
        .iter()
        .find(|library| !is_there(library.file))
        .map_or(Ok(()), |missing| Err(missing.clone()))
}

/// Returns where the dynamic linker looks: its path variable, its configuration, and its built-in folders.
#[expect(clippy::disallowed_methods, reason = "before the window opens")]
fn folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = std::env::var_os("LD_LIBRARY_PATH")
        .map(|paths| {
            std::env::split_paths(&paths)
                .filter(|path| !path.as_os_str().is_empty())
                .collect()
        })
        .unwrap_or_default();
    read_configuration(Path::new("/etc/ld.so.conf"), &mut folders);
    if let Ok(entries) = fs::read_dir("/etc/ld.so.conf.d") {
        for entry in entries.flatten() {
            read_configuration(&entry.path(), &mut folders);
        }
    }
    let machine = format!("{}-linux-gnu", std::env::consts::ARCH);
    for root in ["/lib", "/usr/lib", "/usr/local/lib"] {
        folders.push(Path::new(root).join(&machine));
        folders.push(root.into());
    }
    folders.extend(
        [
            "/lib64",
            "/usr/lib64",
            "/run/opengl-driver/lib",
            "/run/current-system/sw/lib",
        ]
        .map(PathBuf::from),
    );
    folders
}

#[expect(clippy::disallowed_methods, reason = "before the window opens")]
fn read_configuration(file: &Path, folders: &mut Vec<PathBuf>) {
    let Ok(text) = fs::read_to_string(file) else { return };
    folders.extend(
        text.lines()
            .map(str::trim)
            .filter(|line| line.starts_with('/'))
            .map(PathBuf::from),
    );
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{OPENGL_ON_WAYLAND, OPENGL_ON_X11, WAYLAND, X11, first_missing};

    #[test]
    fn nothing_is_missing_when_all_is_there() {
        assert_eq!(first_missing(X11, |_| true), Ok(()));
    }

    #[test]
    fn packages_of_the_program_depend_on_what_is_looked_for_here() {
        let list = include_str!("../../../packaging/linux/window-packages");
        let installed: BTreeSet<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
        let opengl = OPENGL_ON_X11.iter().chain(OPENGL_ON_WAYLAND);
        let looked_for = X11.iter().chain(WAYLAND).chain(opengl).map(|library| library.package);
        // A desktop without it has no file dialogs, which the dialogs say.
        let expected: BTreeSet<&str> = looked_for.chain(["libdbus-1-3"]).collect();
        assert_eq!(installed, expected);
    }

    #[test]
    fn the_package_of_a_missing_library_is_named() {
        let missing = first_missing(X11, |file| file != "libxkbcommon-x11.so.0").unwrap_err();
        assert_eq!(missing.hint(), "install it with: sudo apt install libxkbcommon-x11-0");
        assert_eq!(
            missing.to_string(),
            "the window needs the library `libxkbcommon-x11.so.0`, which is not installed"
        );
    }
}
