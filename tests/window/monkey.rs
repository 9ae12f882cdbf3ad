//! A monkey at the window: whatever is pressed, typed and dragged in whatever order, nothing panics, every file stays a campaign, and undo
//! leads each campaign back to how it was opened.
//!
//! It plays a fixed part of a fixed game, so that a failure is the change's own. `BECKON_MONKEY_SECONDS=600` lets it play on, and
//! `BECKON_MONKEY_SEED` another game. What it did last is printed when it fails.

use std::{
    collections::{HashMap, VecDeque},
    path::PathBuf,
    time::{Duration, Instant},
};

use beckon::{
    campaign::Campaign,
    studio::{command::Command, editor_step::EditorStep},
};
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Role};
use egui_kittest::kittest::NodeT;
use fastrand::Rng;

use crate::support::{
    library::{Window, rest, window},
    stroke,
};

/// How many things it does when nobody says how long.
const ACTIONS: usize = 100;

/// How many of the last things it did are printed.
const REMEMBERED: usize = 30;

/// What it types: usual, long, hostile, empty-looking and right to left.
const TEXTS: &[&str] = &[
    "a",
    "7",
    "-1",
    "https://www.example.com/pricing?a=1",
    "{{attribute1|friend}}",
    "{{",
    "\u{202e}",
    "مرحبا",
    "👩‍👩‍👧‍👦",
    "A rather long text that fills more than one line of whatever it is typed into, and then goes on",
    "#12345",
    "1 December 2026",
    "\n",
    "\"}],",
];

const KEYS: &[Key] = &[
    Key::Enter,
    Key::Escape,
    Key::Tab,
    Key::Space,
    Key::Delete,
    Key::Backspace,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::Home,
    Key::End,
    Key::F2,
    Key::F6,
    Key::F10,
];

const MODIFIERS: &[Modifiers] = &[
    Modifiers::NONE,
    Modifiers::NONE,
    Modifiers::NONE,
    Modifiers::SHIFT,
    Modifiers::ALT,
    Modifiers::COMMAND,
];

/// The window, and what the monkey remembers of its game.
struct Monkey {
    window: Window,
    rng: Rng,
    /// Each campaign as it was when it was opened first, by the number of its session.
    opened: HashMap<u64, Campaign>,
    done: VecDeque<String>,
}

impl Monkey {
    fn new(window: Window, seed: u64) -> Self {
        Self {
            window,
            rng: Rng::with_seed(seed),
            opened: HashMap::new(),
            done: VecDeque::new(),
        }
    }

    /// Does one thing, and lets the window answer.
    fn act(&mut self) {
        let did = match self.rng.u8(..100) {
            0..45 => self.click(),
            45..60 => self.type_text(),
            60..75 => self.press_key(),
            75..90 => self.give_command(),
            _ => self.drag(),
        };
        if self.done.len() == REMEMBERED {
            self.done.pop_front();
        }
        self.done.push_back(did);
        // What moves on the screen may go on moving.
        self.window.run_ok();
        self.look();
    }

    /// Remembers a campaign that is seen for the first time.
    fn look(&mut self) {
        if let Some(session) = self.window.state().app().session()
            && session.undo_name().is_none()
        {
            self.opened.insert(session.number(), session.campaign().clone());
        }
    }

    /// Returns a point of some control that can be seen, with its role and name.
    fn somewhere(&mut self) -> (Pos2, String) {
        let size = self.window.ctx.content_rect();
        let seen: Vec<(Pos2, String)> = self
            .window
            .root()
            .children_recursive()
            .filter_map(|node| {
                let node = node.accesskit_node();
                let at = node.bounding_box()?;
                let middle = egui::pos2(((at.x0 + at.x1) / 2.0) as f32, ((at.y0 + at.y1) / 2.0) as f32);
                let is_control = !matches!(node.role(), Role::Window | Role::GenericContainer | Role::Label);
                let name = format!("{:?} {}", node.role(), node.label().unwrap_or_default());
                (is_control && size.contains(middle)).then_some((middle, name))
            })
            .collect();
        let chosen = self.rng.choice(seen);
        chosen.unwrap_or((size.center(), "the middle".to_owned()))
    }

    fn point(&mut self, event: Event) {
        self.window.input_mut().events.push(event);
        self.window.step();
    }

    fn button(&mut self, pos: Pos2, button: PointerButton, pressed: bool) {
        let modifiers = Modifiers::NONE;
        self.point(Event::PointerButton {
            pos,
            button,
            pressed,
            modifiers,
        });
    }

    fn click(&mut self) -> String {
        let (pos, name) = self.somewhere();
        let right = self.rng.u8(..8) == 0;
        let button = if right {
            PointerButton::Secondary
        } else {
            PointerButton::Primary
        };
        self.point(Event::PointerMoved(pos));
        let times = if self.rng.u8(..10) == 0 { 2 } else { 1 };
        for _ in 0..times {
            self.button(pos, button, true);
            self.button(pos, button, false);
        }
        format!("clicked {name} {times} times with {button:?}")
    }

    fn drag(&mut self) -> String {
        let ((from, name), (to, aim)) = (self.somewhere(), self.somewhere());
        self.point(Event::PointerMoved(from));
        self.button(from, PointerButton::Primary, true);
        for part in 1..4 {
            self.point(Event::PointerMoved(from.lerp(to, part as f32 / 3.0)));
        }
        self.button(to, PointerButton::Primary, false);
        format!("dragged {name} to {aim}")
    }

    fn type_text(&mut self) -> String {
        let text = *self.rng.choice(TEXTS).expect("there are texts");
        let event = if self.rng.bool() {
            Event::Text(text.to_owned())
        } else {
            Event::Paste(text.to_owned())
        };
        self.point(event);
        format!("typed {text:?}")
    }

    fn press_key(&mut self) -> String {
        let key = *self.rng.choice(KEYS).expect("there are keys");
        let modifiers = *self.rng.choice(MODIFIERS).expect("there are modifiers");
        stroke(&mut self.window, modifiers, key);
        format!("pressed {modifiers:?} {key:?}")
    }

    /// Presses the keys of some command that leaves the window open.
    fn give_command(&mut self) -> String {
        let commands = Command::ALL.iter().filter(|command| **command != Command::Quit);
        let with_keys = commands.filter_map(|command| command.spec().keys.first().map(|keys| (*command, *keys)));
        let (command, keys) = self
            .rng
            .choice(with_keys.collect::<Vec<_>>())
            .expect("commands have keys");
        stroke(&mut self.window, keys.modifiers, keys.logical_key);
        format!("gave {command:?}")
    }

    /// Every file of the library is a campaign, and the open one's says what the window says.
    fn files_are_whole(&mut self) {
        rest(&mut self.window);
        let state = self.window.state();
        let entries = state.library.entries().expect("the library can be listed");
        let broken: Vec<PathBuf> = entries
            .filter(|entry| entry.content.is_err())
            .map(|entry| entry.path)
            .collect();
        assert!(broken.is_empty(), "{broken:?}");
        if state.app().session().is_some() {
            assert_eq!(state.stored(), *state.campaign(), "what is shown is kept");
        }
    }

    /// Takes back every step of the open campaign.
    fn undo_leads_back(&mut self) {
        let app = self.window.state_mut().app.as_mut().expect("started");
        app.show_step(EditorStep::Audience);
        for _ in 0..6 {
            self.window.run_ok();
            stroke(&mut self.window, Modifiers::NONE, Key::Escape);
        }
        for _ in 0..ACTIONS * 2 {
            self.window.run_ok();
            let session = self.window.state().app().session();
            if session.is_none_or(|session| session.undo_name().is_none()) {
                break;
            }
            stroke(&mut self.window, Modifiers::COMMAND, Key::Z);
        }
        if let Some(session) = self.window.state().app().session()
            && let Some(opened) = self.opened.get(&session.number())
        {
            assert_eq!(session.undo_name(), None, "every step can be taken back");
            assert_eq!(session.campaign(), opened, "undo leads back to what was opened");
        }
    }
}

impl Drop for Monkey {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("what the monkey did last:");
            self.done.iter().for_each(|did| eprintln!("  {did}"));
        }
    }
}

/// One game on a library of its own.
fn play(seed: u64) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut monkey = Monkey::new(window(folder.path()), seed);
    for _ in 0..ACTIONS {
        monkey.act();
    }
    monkey.files_are_whole();
    monkey.undo_leads_back();
    monkey.files_are_whole();
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn whatever_is_done_nothing_breaks_and_undo_leads_back() {
    let lasting = number("BECKON_MONKEY_SECONDS").map(Duration::from_secs);
    let began = Instant::now();
    let mut seed = number("BECKON_MONKEY_SEED").unwrap_or(1);
    loop {
        println!("game {seed}");
        play(seed);
        seed += 1;
        if lasting.is_none_or(|lasting| began.elapsed() >= lasting) {
            break;
        }
    }
}
