//! What the window tests share: a harness that paints on the processor, and pictures for people to look at.

pub mod library;
pub mod one;

use std::{fmt::Debug, path::PathBuf, sync::Arc};

use beckon::{
    desktop::testing::{App, DiagnosticsSetup, Setup, SoftRenderer, Work},
    library::Library,
    studio::{
        choosing::{Chosen, FixedChooser},
        clock::Clock,
        command::Command,
        publishing::PublishingSetup,
        settings::Settings,
    },
};
use chrono::{TimeZone, Utc};
use egui::{Color32, Event, Key, Modifiers, Role, TexturesDelta, Theme, Ui};
use egui_kittest::{Harness, TestRenderer, kittest::Queryable};

/// Paints for `egui_kittest` without a graphics card.
#[derive(Default)]
pub struct Painter(SoftRenderer);

impl TestRenderer for Painter {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.0.update_textures(delta);
    }

    fn render(&mut self, ctx: &egui::Context, output: &egui::FullOutput) -> Result<image::RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * scale;
        let primitives = ctx.tessellate(output.shapes.clone(), scale);
        let pixels = [size.x.round() as usize, size.y.round() as usize];
        let picture = self.0.paint(&primitives, scale, pixels, Color32::TRANSPARENT);
        image::RgbaImage::from_raw(picture.width, picture.height, picture.rgba).ok_or_else(|| "wrong size".to_owned())
    }
}

/// Sets up the app on a library, as most tests open it: in English, with the clock stopped on a morning, a disk that answers at once, nowhere
/// to publish to, and a desktop whose file dialogs are cancelled.
pub fn setup(library: Library) -> Setup {
    let morning = Utc.with_ymd_and_hms(2026, 11, 22, 10, 0, 0);
    Setup {
        library,
        open: None,
        bring: Vec::new(),
        settings: Settings::forgetful(),
        chooser: Arc::new(FixedChooser(Chosen::Cancelled)),
        clock: Clock::Still(morning.single().expect("a real instant")),
        work: Work::AtOnce,
        publishing: PublishingSetup::none(),
        diagnostics: DiagnosticsSetup::default(),
    }
}

/// Starts the app in the first frame, and shows it.
pub fn show(ui: &mut Ui, app: &mut Option<App>, setup: &mut Option<Setup>) {
    if let Some(setup) = setup.take() {
        *app = Some(App::new(ui.ctx(), setup));
    }
    if let Some(app) = app {
        app.think(ui.ctx());
        app.draw(ui);
    }
}

/// A window of this size that `draw` fills, after its first frame. It fails if the window does not settle within `steps` steps.
pub fn window<State>(
    (size, theme, steps): ([f32; 2], Theme, u64),
    state: State,
    draw: impl FnMut(&mut Ui, &mut State) + 'static,
) -> Harness<'static, State> {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_theme(theme)
        .with_max_steps(steps)
        .renderer(Painter::default())
        .build_ui_state(draw, state);
    harness.run();
    harness
}

/// Replaces the content of the field of this name. A value of a condition is a word of its row until it is edited: that word is pressed first.
pub fn fill<State>(harness: &mut Harness<'_, State>, name: &str, text: &str) {
    if harness.query_by_role_and_label(Role::TextInput, name).is_none() {
        harness.get_by_role_and_label(Role::Button, name).click_accesskit();
        harness.run();
    }
    harness.get_by_role_and_label(Role::TextInput, name).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, name).type_text(text);
    harness.run();
}

/// Presses the only thing of this role and name.
pub fn press<State>(harness: &mut Harness<'_, State>, role: Role, name: &str) {
    harness.get_by_role_and_label(role, name).click();
    harness.run();
}

/// Presses and releases a key in one frame, where the harness's own way takes four. What follows from it needs further frames.
pub fn stroke<State>(harness: &mut Harness<'_, State>, modifiers: Modifiers, key: Key) {
    let key_event = |pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers,
    };
    let events = [Event::ModifiersChanged(modifiers), key_event(true), key_event(false)];
    harness.input_mut().events.extend(events);
    harness.step();
    harness
        .input_mut()
        .events
        .push(Event::ModifiersChanged(Modifiers::NONE));
}

/// Writes what the harness shows to `NAME.png` in cargo's folder for test output.
pub fn keep_picture<State>(harness: &mut Harness<'_, State>, name: &str) {
    let picture = harness.render().expect("the interface can be painted");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("window");
    std::fs::create_dir_all(&folder).expect("the folder for test output can be made");
    picture
        .save(folder.join(format!("{name}.png")))
        .expect("the picture can be written");
}

/// With a dialog open, presses the keys of every command except the one that closes the window: with the focus where the dialog puts it,
/// and on its next control, which Enter presses. `seen` returns what must not change.
pub fn press_every_shortcut<State, T: PartialEq + Debug>(
    harness: &mut Harness<'static, State>,
    dialog: &str,
    seen: impl Fn(&Harness<'static, State>) -> T,
) {
    let before = seen(harness);
    for place in ["first", "next"] {
        let presses_it = |key| place == "next" && key == Key::Enter;
        for command in Command::ALL.iter().filter(|command| **command != Command::Quit) {
            for pressed in command.spec().keys.iter().filter(|keys| !presses_it(keys.logical_key)) {
                stroke(harness, pressed.modifiers, pressed.logical_key);
                assert_eq!(
                    seen(harness),
                    before,
                    "{dialog}, {place} control: {command:?} by {pressed:?}"
                );
            }
        }
        harness.run();
        assert_eq!(
            seen(harness),
            before,
            "{dialog}, {place} control: some time after the keys"
        );
        stroke(harness, Modifiers::NONE, Key::Tab);
        harness.run();
    }
}
