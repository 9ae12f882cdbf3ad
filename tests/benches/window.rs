//! The window compared with egui's own hello-world: time to the first frame, memory at rest, processor time while idle; and compared with a Chromium
//! tab with the same pop-up. Needs a display: `cargo bench --bench window` (or `./run bench window`, which brings a display of its own).
//!
//! The bench starts itself as each of the measured programs, so that every figure is of a whole process.

use std::error::Error;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use beckon::campaign::Campaign;
use beckon::desktop::testing::{App, DiagnosticsSetup, Setup, Work};
use beckon::library::Library;
use beckon::studio::choosing::{Chosen, FixedChooser};
use beckon::studio::clock::Clock;
use beckon::studio::publishing::PublishingSetup;
use beckon::studio::settings::Settings;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Names the program that a started copy is to be, and its library.
const ROLE: &str = "BECKON_BENCH_ROLE";
/// Stands before the folder of a library of which frames are measured.
const FRAMES: &str = "frames:";
const STARTS: usize = 9;
/// How many campaigns are in that library, how many conditions the open one has, and how many frames are drawn before and while it is measured.
const CAMPAIGNS: usize = 5_000;
const CONDITIONS: usize = 200;
const WARM: u32 = 300;
const DRAWN: u32 = 600;
const REST: Duration = Duration::from_secs(4);
const IDLE: Duration = Duration::from_secs(10);

fn main() -> Outcome<()> {
    match std::env::var(ROLE).ok().as_deref() {
        Some("hello") => be_hello(false),
        Some(role) => match role.strip_prefix(FRAMES) {
            Some("hello") => be_hello(true),
            Some(folder) => be_drawn(Path::new(folder)),
            None => be_beckon(Path::new(role)),
        },
        None => measure(),
    }
}

fn measure() -> Outcome<()> {
    if std::env::var_os("DISPLAY").is_none() && std::env::var_os("WAYLAND_DISPLAY").is_none() {
        println!("window: left out, there is no display; with xvfb: xvfb-run -a cargo bench --bench window");
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let samples = library_of(&folder.path().join("samples"), 0)?;
    let many = library_of(&folder.path().join("many"), 2_000)?;
    println!(
        "{:<34}{:>16}{:>14}{:>18}",
        "program", "first frame", "resident", "CPU while idle"
    );
    let hello = report("egui hello-world", "hello")?;
    let beckon = report("Beckon, nine samples", &samples)?;
    report("Beckon, 2,000 campaigns more", &many)?;
    println!(
        "first frame, Beckon : hello-world = {:.2}",
        beckon.as_secs_f64() / hello.as_secs_f64()
    );
    let large = library_of(&folder.path().join("large"), CAMPAIGNS)?;
    report_frames("egui hello-world", "hello")?;
    report_frames(&format!("{CONDITIONS} conditions and {CAMPAIGNS} campaigns"), &large)?;
    match chromium_memory(folder.path()) {
        Ok(megabytes) => println!("Chromium with the same pop-up, all its processes: {megabytes:.0} MB (proportional)"),
        Err(error) => println!("Chromium with the same pop-up: not measured, {error}"),
    }
    Ok(())
}

/// A library with the samples and this many further drafts.
fn library_of(folder: &Path, further: usize) -> Outcome<String> {
    let library = Library::open(folder)?;
    library.add_samples()?;
    let draft = |number: usize| {
        let id = uuid::Uuid::from_u128(number as u128);
        Campaign::new(id, &format!("Draft {number}"), "Europe/Istanbul")
    };
    library.create_all((0..further).map(draft).collect())?;
    Ok(folder.to_string_lossy().into_owned())
}

/// Prints a program's row and returns its median time to the first frame.
fn report(name: &str, role: &str) -> Outcome<Duration> {
    let mut times = Vec::new();
    for _ in 0..STARTS {
        let (mut child, first_frame) = start(role)?;
        times.push(first_frame);
        child.kill()?;
        child.wait()?;
    }
    times.sort();
    let (mut child, _) = start(role)?;
    std::thread::sleep(REST);
    let resident = status_kilobytes(&child, "VmRSS:")?;
    let before = processor_seconds(&child)?;
    std::thread::sleep(IDLE);
    let busy = (processor_seconds(&child)? - before) / IDLE.as_secs_f64();
    child.kill()?;
    child.wait()?;
    let median = times[times.len() / 2];
    let first = format!("{:.0} ms", median.as_secs_f64() * 1e3);
    println!(
        "{name:<34}{first:>16}{:>11.0} MB{:>16.2} %",
        resident / 1024.0,
        busy * 100.0
    );
    Ok(median)
}

/// Prints how long frames take: input, layout, tessellation and the calls that draw, while the pointer moves and the audience scrolls.
fn report_frames(name: &str, folder: &str) -> Outcome<()> {
    let child = Command::new(std::env::current_exe()?)
        .env(ROLE, format!("{FRAMES}{folder}"))
        .output()?;
    let said = String::from_utf8(child.stdout)?;
    let times = said.lines().filter_map(|line| line.strip_prefix("took "));
    let mut times: Vec<f64> = times.filter_map(|time| time.parse().ok()).collect();
    times.sort_by(f64::total_cmp);
    let at = |share: f64| {
        times
            .get((times.len() as f64 * share) as usize)
            .copied()
            .unwrap_or(f64::NAN)
    };
    println!(
        "a frame of {name}: {:.2} ms in the median, {:.2} ms in 95 of 100, {} frames",
        at(0.5) * 1e3,
        at(0.95) * 1e3,
        times.len()
    );
    Ok(())
}

/// A draft with so many conditions, in groups of ten.
fn deep() -> Outcome<Campaign> {
    let condition = |number: usize| {
        let value = format!("https://www.example.com/shop/section-{number}");
        serde_json::json!({ "field": "current_page_url", "operator": "starts_with", "value": value })
    };
    let group = |number: usize| {
        let conditions: Vec<_> = (0..10).map(|index| condition(10 * number + index)).collect();
        serde_json::json!({ "any": conditions })
    };
    let groups: Vec<_> = (0..CONDITIONS / 10).map(group).collect();
    let file = serde_json::json!({
        "format": "beckon.campaign", "version": 1, "name": "Deep", "audience": { "all": groups },
        "content": { "type": "rich", "title": "Need a hand?", "subtitle": "Ask us anything about plans." },
    });
    Ok(beckon::campaign::from_json(file.to_string().as_bytes())?)
}

/// Starts a copy of this program in a role, and waits for its first frame to be on the screen.
fn start(role: &str) -> Outcome<(Child, Duration)> {
    let began = Instant::now();
    let mut child = Command::new(std::env::current_exe()?)
        .env(ROLE, role)
        .stdout(Stdio::piped())
        .spawn()?;
    let mut line = String::new();
    let output = child.stdout.take().ok_or("no output")?;
    BufReader::new(output).read_line(&mut line)?;
    if line.trim() != "frame" {
        return Err(format!("{role} drew no frame").into());
    }
    Ok((child, began.elapsed()))
}

fn status_kilobytes(child: &Child, key: &str) -> Outcome<f64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id()))?;
    let line = status
        .lines()
        .find(|line| line.starts_with(key))
        .ok_or("no such line")?;
    Ok(line.split_whitespace().nth(1).ok_or("no figure")?.parse()?)
}

/// User and system time of a process, by Linux's clock of 100 ticks a second.
fn processor_seconds(child: &Child) -> Outcome<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", child.id()))?;
    let behind_name = stat.rsplit_once(')').ok_or("unreadable")?.1;
    let ticks: Vec<f64> = behind_name
        .split_whitespace()
        .skip(11)
        .take(2)
        .filter_map(|n| n.parse().ok())
        .collect();
    Ok(ticks.iter().sum::<f64>() / 100.0)
}

/// Proportional memory of Chromium and its children with the pop-up open, in megabytes.
fn chromium_memory(folder: &Path) -> Outcome<f64> {
    let page = folder.join("popup.html");
    let sample = std::fs::read_dir(folder.join("samples"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.to_string_lossy().ends_with("welcome.campaign.json"))
        .ok_or("no sample")?;
    let beckon = PathBuf::from(env!("CARGO_BIN_EXE_beckon"));
    Command::new(beckon)
        .arg("html")
        .arg(sample)
        .arg("-o")
        .arg(&page)
        .status()?;
    let mut child = Command::new("chromium")
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
        ])
        .args([
            "--disable-component-update",
            "--disable-sync",
            "--remote-debugging-port=0",
            "--window-size=1280,800",
        ])
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .arg(format!("file://{}", page.display()))
        .stderr(Stdio::null())
        .spawn()?;
    std::thread::sleep(REST);
    let total = tree(child.id())
        .iter()
        .filter_map(|id| proportional_kilobytes(*id))
        .sum::<f64>();
    child.kill()?;
    child.wait()?;
    Ok(total / 1024.0)
}

fn proportional_kilobytes(id: u32) -> Option<f64> {
    let rollup = std::fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
    rollup
        .lines()
        .find(|line| line.starts_with("Pss:"))?
        .split_whitespace()
        .nth(1)?
        .parse()
        .ok()
}

/// A process and all its descendants.
fn tree(id: u32) -> Vec<u32> {
    let children = std::fs::read_dir(format!("/proc/{id}/task"))
        .into_iter()
        .flatten()
        .flatten();
    let ids = children.filter_map(|task| std::fs::read_to_string(task.path().join("children")).ok());
    let below = ids.flat_map(|text| {
        text.split_whitespace()
            .filter_map(|id| id.parse().ok())
            .collect::<Vec<u32>>()
    });
    std::iter::once(id).chain(below.flat_map(tree)).collect()
}

/// Passes everything on, and reports when the first frame has been shown: when the second is requested, or time has passed without one.
struct Announced<A> {
    inner: A,
    frames: u32,
}

impl<A: eframe::App> eframe::App for Announced<A> {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        self.inner.logic(ctx, frame);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.frames += 1;
        if self.frames == 1 {
            ui.ctx().request_repaint();
        }
        if self.frames == 2 {
            println!("frame");
        }
        self.inner.ui(ui, frame);
    }
}

/// Passes everything on, with a pointer that moves and scrolls, and says how long each frame took.
struct Measured<A> {
    inner: A,
    frames: u32,
}

impl<A: eframe::App> eframe::App for Measured<A> {
    fn raw_input_hook(&mut self, _: &egui::Context, input: &mut egui::RawInput) {
        let step = self.frames as f32;
        let place = egui::pos2(500.0 + (step * 7.0) % 240.0, 300.0 + (step * 11.0) % 400.0);
        input.events.push(egui::Event::PointerMoved(place));
        input.events.push(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(
                0.0,
                if (self.frames / 100).is_multiple_of(2) {
                    -24.0
                } else {
                    24.0
                },
            ),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
            modifiers: egui::Modifiers::NONE,
        });
    }

    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        self.inner.logic(ctx, frame);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.frames += 1;
        if let Some(took) = frame.info().cpu_usage.filter(|_| self.frames > WARM) {
            println!("took {took}");
        }
        if self.frames > WARM + DRAWN {
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
        }
        ui.ctx().request_repaint();
        self.inner.ui(ui, frame);
    }
}

struct Hello;

impl eframe::App for Hello {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        egui::CentralPanel::default().show(ui, |ui| ui.heading("Hello, world"));
    }
}

fn options() -> eframe::NativeOptions {
    let viewport = egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]);
    eframe::NativeOptions {
        viewport,
        ..eframe::NativeOptions::default()
    }
}

fn be_hello(drawn: bool) -> Outcome<()> {
    let app = move |_: &eframe::CreationContext<'_>| {
        let (inner, frames) = (Hello, 0);
        Ok(if drawn {
            Box::new(Measured { inner, frames }) as Box<dyn eframe::App>
        } else {
            Box::new(Announced { inner, frames })
        })
    };
    Ok(eframe::run_native("hello", options(), Box::new(app)).map_err(|error| error.to_string())?)
}

/// Opens a campaign with many conditions in a large library, and says how long its frames take.
fn be_drawn(folder: &Path) -> Outcome<()> {
    let library = Library::open(folder)?;
    let open = library.create(deep()?)?;
    let setup = setup_of(library, Some(open.tag.path));
    let app = |creation: &eframe::CreationContext<'_>| {
        Ok(Box::new(Measured {
            inner: App::new(&creation.egui_ctx, setup),
            frames: 0,
        }) as Box<dyn eframe::App>)
    };
    Ok(eframe::run_native("beckon", options(), Box::new(app)).map_err(|error| error.to_string())?)
}

fn setup_of(library: Library, open: Option<PathBuf>) -> Setup {
    Setup {
        library,
        open,
        bring: Vec::new(),
        settings: Settings::forgetful(),
        chooser: Arc::new(FixedChooser(Chosen::Cancelled)),
        clock: Clock::Real,
        work: Work::Background,
        publishing: PublishingSetup::none(),
        diagnostics: DiagnosticsSetup::default(),
    }
}

fn be_beckon(folder: &Path) -> Outcome<()> {
    let setup = setup_of(Library::open(folder)?, None);
    let app = |creation: &eframe::CreationContext<'_>| {
        Ok(Box::new(Announced {
            inner: App::new(&creation.egui_ctx, setup),
            frames: 0,
        }) as Box<dyn eframe::App>)
    };
    Ok(eframe::run_native("beckon", options(), Box::new(app)).map_err(|error| error.to_string())?)
}
