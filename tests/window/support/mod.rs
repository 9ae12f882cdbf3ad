//! What the window tests share: a harness that paints on the processor, and pictures for people to look at.

pub mod library;
pub mod one;

use std::{fmt::Debug, path::PathBuf};

use beckon::desktop::{commands::Command, soft::SoftRenderer};
use egui::{Color32, Key, Modifiers, TexturesDelta};
use egui_kittest::{Harness, TestRenderer};

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

/// Writes what the harness shows to `NAME.png` in cargo's folder for test output.
pub fn keep_picture<State>(harness: &mut Harness<'_, State>, name: &str) {
    let picture = harness.render().expect("the interface can be painted");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("window");
    std::fs::create_dir_all(&folder).expect("the folder for test output can be made");
    picture
        .save(folder.join(format!("{name}.png")))
        .expect("the picture can be written");
}

/// With a dialog open, presses the keys of every command but the one that closes the window: with the keyboard where the dialog puts it,
/// and on its next control, which Enter presses. `seen` gives what must stay as it is.
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
                harness.key_press_modifiers(pressed.modifiers, pressed.logical_key);
                harness.run();
                assert_eq!(
                    seen(harness),
                    before,
                    "{dialog}, {place} control: {command:?} by {pressed:?}"
                );
            }
        }
        harness.key_press_modifiers(Modifiers::NONE, Key::Tab);
        harness.run();
    }
}
