//! From a keystroke to the preview's new pixels, as the app has it: a request to the render thread, and its answer.
//!
//! `cargo bench --bench preview`; the median is what counts.

use std::cell::RefCell;
use std::sync::mpsc::{Receiver, channel};

use beckon::popup::{Frame, Image, PopupContent, Rendered, Renderer, Scale, Scene, ScenePart, Theme, render};
use divan::Bencher;

fn main() {
    divan::main();
}

/// A render thread that is asked and waited for.
struct Preview {
    renderer: Renderer,
    answers: Receiver<Rendered>,
    revision: u64,
}

impl Preview {
    fn new() -> Self {
        let (send, answers) = channel();
        let on_done = move |done| assert!(send.send(done).is_ok());
        Self {
            renderer: Renderer::spawn(on_done).expect("a render thread"),
            answers,
            revision: 0,
        }
    }

    fn draw(&mut self, scene: Scene) -> usize {
        self.revision += 1;
        self.renderer.request(self.revision, scene);
        self.answers
            .recv()
            .expect("an answer")
            .outcome
            .expect("a picture")
            .picture
            .rgba
            .len()
    }
}

/// A rich card with a picture whose title is being typed.
fn card(keystroke: u64, part: ScenePart, scale: f32) -> Scene {
    let typed = &"Still comparing? Ask"[..10 + (keystroke % 10) as usize];
    let mut scene = Scene::new(PopupContent::Rich {
        title: typed.into(),
        subtitle: "Tell us about your team and we will pick the right plan with you.".into(),
        image: Some(Image::new(include_bytes!("../pixels/picture.png").as_slice()).into()),
        button: "Compare plans".into(),
        replies: Vec::new(),
    });
    scene.part = part;
    scene.scale = Scale::new(scale);
    scene
}

fn typing(bencher: Bencher, part: ScenePart, scale: f32) {
    let preview = RefCell::new(Preview::new());
    preview.borrow_mut().draw(card(0, part, scale));
    bencher.bench_local(|| {
        let mut preview = preview.borrow_mut();
        let scene = card(preview.revision, part, scale);
        preview.draw(scene)
    });
}

#[divan::bench(args = [1.0, 2.0])]
fn keystroke_to_popup(bencher: Bencher, scale: f32) {
    typing(bencher, ScenePart::Popup, scale);
}

#[divan::bench(args = [1.0, 2.0])]
fn keystroke_to_whole_page(bencher: Bencher, scale: f32) {
    typing(bencher, ScenePart::Page, scale);
}

/// The cost of a change of theme, frame, brand or picture: the document is rebuilt.
#[divan::bench]
fn another_theme(bencher: Bencher) {
    let preview = RefCell::new(Preview::new());
    bencher.bench_local(|| {
        let mut preview = preview.borrow_mut();
        let mut scene = card(0, ScenePart::Popup, 1.0);
        scene.theme = if preview.revision.is_multiple_of(2) {
            Theme::Light
        } else {
            Theme::Dark
        };
        scene.viewport = Frame::Desktop.into();
        preview.draw(scene)
    });
}

/// A first picture, fonts included.
#[divan::bench(sample_count = 20)]
fn cold() -> usize {
    render(&card(0, ScenePart::Popup, 1.0)).expect("a picture").rgba.len()
}
