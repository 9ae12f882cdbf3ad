//! What people install: the Debian package that the script makes of a binary, and the files that describe the program to a desktop.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::help::commands;
use super::support::Desk;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a program prints that must succeed.
fn said(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let problem = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {problem}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Whether a program is installed.
fn has(program: &str) -> bool {
    Command::new("sh")
        .args(["-c", &format!("command -v {program} >/dev/null")])
        .status()
        .is_ok_and(|status| status.success())
}

/// Every file below a folder, by its path in it.
fn files(folder: &Path, below: &Path, all: &mut BTreeSet<PathBuf>) {
    for entry in fs::read_dir(folder.join(below)).expect("a folder") {
        let path = below.join(entry.expect("an entry").file_name());
        match folder.join(&path).is_dir() {
            true => files(folder, &path, all),
            false => drop(all.insert(path)),
        }
    }
}

fn unzipped(path: &Path) -> String {
    let packed = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut text = String::new();
    flate2::read::GzDecoder::new(packed.as_slice())
        .read_to_string(&mut text)
        .expect("gzip of UTF-8");
    text
}

#[test]
fn the_debian_package_holds_what_a_desktop_expects() {
    let desk = Desk::new();
    let mut script = Command::new(root().join("packaging/linux/deb.sh"));
    // The least compression: a build for tests is large.
    script.arg(env!("CARGO_BIN_EXE_beckon")).arg(desk.path("out")).arg("0");
    let package = PathBuf::from(said(&mut script).trim());
    let field = |name: &str| {
        said(Command::new("dpkg-deb").arg("-f").arg(&package).arg(name))
            .trim()
            .to_owned()
    };

    assert_eq!(field("Package"), "beckon");
    assert_eq!(field("Version"), format!("{}-1", env!("CARGO_PKG_VERSION")));
    let depends = field("Depends");
    let window = fs::read_to_string(root().join("packaging/linux/window-packages")).expect("the list");
    let window = window.lines().filter(|line| !line.starts_with('#'));
    for package in window.chain(["libgcc-s1"]) {
        assert!(depends.split(", ").any(|one| one == package), "{package}: {depends}");
    }
    assert!(depends.contains("libc6 (>= 2."), "{depends}");

    let folder = desk.path("unpacked");
    said(Command::new("dpkg-deb").arg("-R").arg(&package).arg(&folder));
    let mut all = BTreeSet::new();
    files(&folder, Path::new(""), &mut all);
    let has_file = |path: &str| assert!(all.contains(Path::new(path)), "{path} is missing: {all:#?}");
    for path in [
        "usr/bin/beckon",
        "usr/share/applications/beckon.desktop",
        "usr/share/mime/packages/beckon.xml",
        "usr/share/metainfo/app.beckon.beckon.metainfo.xml",
        "usr/share/icons/hicolor/scalable/apps/beckon.svg",
        "usr/share/bash-completion/completions/beckon",
        "usr/share/zsh/vendor-completions/_beckon",
        "usr/share/fish/vendor_completions.d/beckon.fish",
        "usr/share/doc/beckon/copyright",
        "usr/share/doc/beckon/notices.gz",
        "usr/share/doc/beckon/changelog.gz",
        "usr/share/doc/beckon/changelog.Debian.gz",
        "usr/share/man/man1/beckon.1.gz",
    ] {
        has_file(path);
    }
    for size in [16, 22, 24, 32, 48, 64, 128, 256, 512] {
        has_file(&format!("usr/share/icons/hicolor/{size}x{size}/apps/beckon.png"));
    }
    for command in commands(&desk) {
        has_file(&format!("usr/share/man/man1/beckon-{command}.1.gz"));
    }

    // Only the program can be run, only root may change anything, and all is as the sums say.
    for path in all.iter().filter(|path| !path.starts_with("DEBIAN")) {
        let mode = fs::metadata(folder.join(path))
            .expect("it is there")
            .permissions()
            .mode()
            & 0o7777;
        let wanted = if path.starts_with("usr/bin") { 0o755 } else { 0o644 };
        assert_eq!(mode, wanted, "{}", path.display());
    }
    let contents = said(Command::new("dpkg-deb").arg("-c").arg(&package));
    assert!(contents.lines().all(|line| line.contains(" root/root ")), "{contents}");
    said(
        Command::new("md5sum")
            .args(["--check", "--quiet", "DEBIAN/md5sums"])
            .current_dir(&folder),
    );
    let summed = fs::read_to_string(folder.join("DEBIAN/md5sums")).expect("sums");
    assert_eq!(
        summed.lines().count(),
        all.iter().filter(|path| path.starts_with("usr")).count()
    );

    // The program in it is this one, without its symbols.
    let version = said(Command::new(folder.join("usr/bin/beckon")).arg("--version"));
    assert_eq!(version.trim(), concat!("beckon ", env!("CARGO_PKG_VERSION")));
    let sections = said(Command::new("objdump").arg("-h").arg(folder.join("usr/bin/beckon")));
    assert!(!sections.contains(".debug_info"), "{sections}");

    let share = folder.join("usr/share");
    let page = unzipped(&share.join("man/man1/beckon-explain.1.gz"));
    assert_eq!(page, desk.run(&["man", "explain"]).out);
    let completions = fs::read_to_string(share.join("bash-completion/completions/beckon")).expect("completions");
    assert_eq!(completions, desk.run(&["completions", "bash"]).out);
    let copyright = fs::read_to_string(share.join("doc/beckon/copyright")).expect("copyright");
    assert!(
        copyright.starts_with("MIT License") && copyright.contains("\n- egui "),
        "the notices are in it"
    );
    let changes = unzipped(&share.join("doc/beckon/changelog.gz"));
    assert_eq!(
        changes,
        fs::read_to_string(root().join("CHANGELOG.md")).expect("it is there")
    );
    is_valid_for_a_desktop(&share);
}

/// The desktop's own tools agree, where they are installed.
fn is_valid_for_a_desktop(share: &Path) {
    if has("desktop-file-validate") {
        let said = said(Command::new("desktop-file-validate").arg(share.join("applications/beckon.desktop")));
        assert_eq!(said, "");
    }
    if has("appstreamcli") {
        let file = share.join("metainfo/app.beckon.beckon.metainfo.xml");
        said(Command::new("appstreamcli").args(["validate", "--no-net"]).arg(file));
    }
    if has("update-mime-database") {
        let mime = share.join("mime");
        said(Command::new("update-mime-database").arg(&mime));
        let globs = fs::read_to_string(mime.join("globs2")).expect("the globs");
        assert!(
            globs.contains("60:application/vnd.beckon.campaign+json:*.campaign.json"),
            "{globs}"
        );
    }
}

#[test]
fn a_script_without_a_binary_says_so_and_makes_nothing() {
    let desk = Desk::new();
    let output = Command::new(root().join("packaging/linux/deb.sh"))
        .arg(desk.path("nothing"))
        .arg(desk.path("out"))
        .output()
        .expect("it starts");
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("nothing"));
    assert!(!desk.path("out").exists());
}

#[test]
fn the_desktop_opens_campaign_files_with_the_program() {
    let entry = fs::read_to_string(root().join("packaging/linux/beckon.desktop")).expect("the entry");
    let type_of_campaigns = "application/vnd.beckon.campaign+json";
    assert!(entry.contains("\nExec=beckon %F\n"), "{entry}");
    assert!(entry.contains(&format!("\nMimeType={type_of_campaigns};\n")), "{entry}");
    for file in [
        "linux/beckon.xml",
        "linux/app.beckon.beckon.metainfo.xml",
        "macos/Info.plist",
    ] {
        let text = fs::read_to_string(root().join("packaging").join(file)).expect("a description");
        assert!(text.contains(type_of_campaigns), "{file}");
    }
}

#[test]
fn the_icon_has_every_size_that_systems_ask_for() {
    let folder = root().join("assets/icon");
    for size in [16, 22, 24, 32, 48, 64, 128, 256, 512] {
        let picture = image::open(folder.join(format!("beckon-{size}.png")))
            .expect("a picture")
            .into_rgba8();
        assert_eq!(picture.dimensions(), (size, size));
        // Corners are transparent, the middle is not.
        assert_eq!(
            (picture.get_pixel(0, 0)[3], picture.get_pixel(size / 2, size / 2)[3]),
            (0, 255),
            "{size}"
        );
    }
    let windows = fs::read(folder.join("beckon.ico")).expect("an icon");
    assert_eq!(windows[..6], [0, 0, 1, 0, 7, 0], "seven pictures");
    let mac = fs::read(folder.join("beckon.icns")).expect("an icon");
    let said = u32::from_be_bytes(mac[4..8].try_into().expect("four bytes"));
    assert_eq!((&mac[..4], said as usize), (b"icns".as_slice(), mac.len()));
}

/// Packages of their own have versions of their own to keep up.
#[test]
fn every_part_of_an_installation_has_the_programs_version() {
    for manifest in [
        "packaging/linux/appimage-runtime/Cargo.toml",
        "packaging/windows/launcher/Cargo.toml",
    ] {
        let text = fs::read_to_string(root().join(manifest)).expect("a manifest");
        assert!(
            text.contains(concat!("\nversion = \"", env!("CARGO_PKG_VERSION"), "\"\n")),
            "{manifest}"
        );
    }
}
