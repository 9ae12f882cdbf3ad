//! Where pictures come from: the renderer's own thread, or at once.

use std::sync::mpsc::{Receiver, channel};

use crate::popup::{self, Drawn, RenderError, Rendered, Renderer, Scene};

/// Draws scenes, newest first.
pub enum Source {
    /// On a thread of its own.
    Background {
        /// The thread.
        renderer: Renderer,
        /// What it has drawn.
        done: Receiver<Rendered>,
    },
    /// While the caller waits.
    AtOnce(Option<Rendered>),
    /// Not at all.
    Broken(Option<RenderError>),
}

impl Source {
    /// Starts it in the window of `ctx`.
    pub fn new(ctx: &egui::Context, at_once: bool) -> Self {
        if at_once {
            return Self::AtOnce(None);
        }
        let (sender, done) = channel();
        let ctx = ctx.clone();
        let renderer = Renderer::spawn(move |rendered| {
            // The receiver is gone when the window is closing.
            if sender.send(rendered).is_ok() {
                ctx.request_repaint();
            }
        });
        match renderer {
            Ok(renderer) => Self::Background { renderer, done },
            Err(error) => Self::Broken(Some(error)),
        }
    }

    /// Requests the picture of this number.
    pub fn request(&mut self, number: u64, scene: Scene) {
        match self {
            Self::Background { renderer, .. } => renderer.request(number, scene),
            Self::AtOnce(answer) => {
                let drawn = popup::draw_all(std::slice::from_ref(&scene)).pop();
                *answer = Some(Rendered {
                    revision: number,
                    outcome: drawn.unwrap_or(Err(RenderError::Broken)),
                })
            }
            Self::Broken(_) => {}
        }
    }

    /// The newest answer since the last call, and its number; 0 when nothing can be drawn at all.
    pub fn newest(&mut self) -> Option<(u64, Result<Drawn, RenderError>)> {
        let rendered = match self {
            Self::Background { done, .. } => done.try_iter().last(),
            Self::AtOnce(answer) => answer.take(),
            Self::Broken(error) => return error.take().map(|error| (0, Err(error))),
        };
        rendered.map(|rendered| (rendered.revision, rendered.outcome))
    }
}
