//! The first part of an AppImage (type 2): a program whose end is followed by a squashfs image.
//!
//! The usual runtime mounts the image, which needs FUSE and fails where that is not set up. This one unpacks the image once into the user's
//! cache, as that runtime does when it cannot mount, and starts `AppRun` from there. An unpacked image is used again as long as the file is
//! the same; those of earlier versions are removed.

use std::error::Error;
use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, Permissions};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, SystemTime};

use backhand::{FilesystemReader, InnerNode};

type Outcome<T> = Result<T, Box<dyn Error>>;

const HELP: &str = "\
--appimage-extract   unpack into ./squashfs-root, and stop
--appimage-offset    print where the squashfs image begins, and stop
--appimage-version   print what this first part is, and stop
--appimage-help      this list
Everything else goes to Beckon. It is unpacked once into ~/.cache/beckon-appimage (or $XDG_CACHE_HOME); FUSE is not needed.
";

/// What an unfinished folder is called in the end.
const PARTIAL: &str = "partial";
/// From this age on, an unfinished folder was left behind by a start that broke off.
const ABANDONED: Duration = Duration::from_secs(60 * 60);

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: the AppImage cannot be started: {error}");
            eprintln!("hint: make room in the cache folder, or unpack it elsewhere with --appimage-extract");
            ExitCode::from(2)
        }
    }
}

fn run() -> Outcome<ExitCode> {
    let image = fs::read_link("/proc/self/exe")?;
    let offset = end_of_program(&mut File::open(&image)?)?;
    match std::env::args_os().nth(1).as_deref().and_then(|first| first.to_str()) {
        Some("--appimage-help") => print!("{HELP}"),
        Some("--appimage-version") => println!("Beckon's AppImage runtime {}", env!("CARGO_PKG_VERSION")),
        Some("--appimage-offset") => println!("{offset}"),
        Some("--appimage-extract") => {
            unpack(&image, offset, Path::new("squashfs-root"))?;
            println!("squashfs-root");
        }
        _ => return start(&image, offset),
    }
    Ok(ExitCode::SUCCESS)
}

/// Replaces this process by the program of the image; returns only when that fails.
fn start(image: &Path, offset: u64) -> Outcome<ExitCode> {
    let folder = unpacked(image, offset)?;
    let mut arguments = std::env::args_os();
    let called: OsString = arguments.next().unwrap_or_default();
    let mut command = Command::new(folder.join("AppRun"));
    command.args(arguments);
    command
        .env("APPDIR", &folder)
        .env("APPIMAGE", image)
        .env("ARGV0", called);
    if let Ok(here) = std::env::current_dir() {
        command.env("OWD", here);
    }
    Err(command.exec().into())
}

/// Returns where the ELF file ends, which is where the image begins: its table of sections is last.
fn end_of_program(program: &mut File) -> Outcome<u64> {
    let mut head = [0; 64];
    program.read_exact(&mut head)?;
    if head[..4] != *b"\x7fELF" || head[4] != 2 {
        return Err("this is not a 64-bit ELF file".into());
    }
    let bytes = |at: usize| head[at..at + 8].try_into().map(u64::from_le_bytes);
    let short = |at: usize| u64::from(u16::from_le_bytes([head[at], head[at + 1]]));
    Ok(bytes(0x28)? + short(0x3a) * short(0x3c))
}

/// Returns the folder of the unpacked image; unpacks it if that was not done yet.
fn unpacked(image: &Path, offset: u64) -> Outcome<PathBuf> {
    let cache = cache_folder()?;
    DirBuilder::new().recursive(true).mode(0o700).create(&cache)?;
    let name = identity(image, offset)?;
    let folder = cache.join(&name);
    if folder.is_dir() {
        return Ok(folder);
    }
    let partial = cache.join(format!("{name}.{}.{PARTIAL}", std::process::id()));
    unpack(image, offset, &partial)?;
    // Another start may have been quicker: what it unpacked is the same.
    if let Err(error) = fs::rename(&partial, &folder)
        && !folder.is_dir()
    {
        return Err(error.into());
    }
    tidy(&cache, &name);
    Ok(folder)
}

fn cache_folder() -> Outcome<PathBuf> {
    let set = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let cache = set("XDG_CACHE_HOME")
        .filter(|path| path.is_absolute())
        .or_else(|| Some(set("HOME")?.join(".cache")));
    Ok(cache
        .ok_or("neither XDG_CACHE_HOME nor HOME is set")?
        .join("beckon-appimage"))
}

/// Tells files apart: by the file itself, its size, its time and the head of its image.
fn identity(image: &Path, offset: u64) -> Outcome<String> {
    let mut file = File::open(image)?;
    let facts = file.metadata()?;
    let mut head = [0; 96];
    file.seek(SeekFrom::Start(offset))?;
    file.read_exact(&mut head)?;
    let mut hasher = DefaultHasher::new();
    (facts.len(), facts.mtime(), facts.mtime_nsec(), head).hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}

fn unpack(image: &Path, offset: u64, folder: &Path) -> Outcome<()> {
    let files = FilesystemReader::from_reader_with_offset(BufReader::new(File::open(image)?), offset)?;
    for node in files.files() {
        let path = folder.join(inside(&node.fullpath)?);
        let mode = u32::from(node.header.permissions & 0o777);
        match &node.inner {
            InnerNode::Dir(_) => DirBuilder::new().recursive(true).mode(0o700).create(&path)?,
            InnerNode::Symlink(link) => symlink(&link.link, &path)?,
            InnerNode::File(file) => {
                let mut written = File::create_new(&path)?;
                io::copy(&mut files.file(file).reader(), &mut written)?;
                written.set_permissions(Permissions::from_mode(mode))?;
            }
            InnerNode::CharacterDevice(_) | InnerNode::BlockDevice(_) | InnerNode::NamedPipe | InnerNode::Socket => {
                return Err(format!("{} is not a file", node.fullpath.display()).into());
            }
        }
    }
    Ok(())
}

/// The path within the folder that is unpacked into.
fn inside(path: &Path) -> Outcome<PathBuf> {
    let parts = path.components().filter(|part| *part != Component::RootDir);
    let parts: PathBuf = parts.collect();
    let stays = parts.components().all(|part| matches!(part, Component::Normal(_)));
    if stays {
        Ok(parts)
    } else {
        Err("a path leads out of the image".into())
    }
}

/// Removes what earlier versions unpacked, and what was left behind. A program that runs from there goes on: it is loaded already.
fn tidy(cache: &Path, name: &str) {
    let Ok(entries) = fs::read_dir(cache) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let age = || {
            SystemTime::now()
                .duration_since(entry.metadata().ok()?.modified().ok()?)
                .ok()
        };
        let in_work = path.extension().is_some_and(|end| end == PARTIAL) && age().is_none_or(|age| age < ABANDONED);
        if path.file_name().is_some_and(|other| other != name) && !in_work {
            // What cannot be removed now is tried again after the next version.
            let _ = fs::remove_dir_all(path);
        }
    }
}
