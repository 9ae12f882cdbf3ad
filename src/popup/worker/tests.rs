use std::sync::mpsc;

use super::*;
use crate::popup::{Layout, PopupContent};

fn text(text: &str) -> Scene {
    Scene::new(PopupContent::Text {
        text: text.into(),
        replies: Vec::new(),
    })
}

fn blank() -> Drawn {
    let picture = Picture {
        width: 1,
        height: 1,
        rgba: vec![0; 4],
        offset: (0, 0),
    };
    Drawn {
        picture,
        layout: Layout::default(),
    }
}

fn says(scene: &Scene) -> &str {
    match &scene.content {
        PopupContent::Text { text, .. } => text,
        _ => "",
    }
}

#[test]
fn a_panic_is_an_answer_and_the_next_request_is_drawn() {
    let (send, results) = mpsc::channel();
    let paint = |_: &mut (), scene: &Scene| {
        if says(scene) == "boom" {
            panic!("a panic that this test wants");
        }
        Ok(blank())
    };
    let renderer = Renderer::spawn_with(|| (), paint, move |done| assert!(send.send(done).is_ok())).unwrap();
    for (revision, says, fine) in [(1, "fine", true), (2, "boom", false), (3, "fine again", true)] {
        renderer.request(revision, text(says));
        let done = results.recv().unwrap();
        assert_eq!((done.revision, done.outcome.is_ok()), (revision, fine));
    }
}

#[test]
fn a_panic_throws_the_canvas_away() {
    let mut canvas = 7;
    let outcome: Result<(), _> = guarded(
        &mut canvas,
        || 0,
        |canvas| {
            *canvas = 8;
            panic!("a panic that this test wants")
        },
    );
    assert!(matches!(outcome, Err(RenderError::Broken)));
    assert_eq!(canvas, 0);
}

#[test]
fn the_newest_of_the_waiting_requests_wins() {
    let (send, results) = mpsc::channel();
    let (begun, begins) = mpsc::channel();
    let (open, gate) = mpsc::channel::<()>();
    let paint = move |_: &mut (), _: &Scene| {
        let _ = begun.send(());
        let _ = gate.recv();
        Ok(blank())
    };
    let renderer = Renderer::spawn_with(|| (), paint, move |done| assert!(send.send(done.revision).is_ok())).unwrap();
    renderer.request(1, text("first"));
    begins.recv().unwrap();
    for revision in [2, 5, 3, 4] {
        renderer.request(revision, text("waiting"));
    }
    drop(open);
    assert_eq!([results.recv().unwrap(), results.recv().unwrap()], [1, 5]);
    drop(renderer);
    assert!(
        results.recv().is_err(),
        "nothing else was drawn, and the thread has ended"
    );
}
