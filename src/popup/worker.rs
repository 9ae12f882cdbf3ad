//! Rendering outside the caller's thread: the newest request wins, an older one that has not begun is dropped, and a panic inside the renderer is an
//! answer like any other. The caller keeps its last good picture.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::RenderError;
use super::picture::Picture;
use super::raster::{self, Canvas, Drawn, SlotBox};
use super::scene::{Image, Scene};
use super::text::Scripts;

/// The layout engine recurses; a deep document must not end the process.
const STACK: usize = 64 * 1024 * 1024;

/// An answer to [`Renderer::request`].
#[derive(Debug)]
pub struct Rendered {
    /// The requested revision.
    pub revision: u64,
    /// Its picture and parts, or why it has none.
    pub outcome: Result<Drawn, RenderError>,
}

/// A thread that draws scenes. Dropping it lets the thread end after its current picture.
pub struct Renderer {
    mailbox: Arc<Mailbox>,
}

#[derive(Default)]
struct Mailbox {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    pending: Option<(u64, Scene)>,
    closed: bool,
}

impl Mailbox {
    /// Locks the state. It is plain data that every holder leaves complete, so a poisoned lock is still usable.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn next(&self) -> Option<(u64, Scene)> {
        let mut state = self.lock();
        loop {
            if state.closed {
                return None;
            }
            if let Some(request) = state.pending.take() {
                return Some(request);
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Renderer {
    /// Starts the thread. `on_done` is called on it, once for every scene drawn.
    ///
    /// # Errors
    /// When the system cannot start a thread.
    pub fn spawn(on_done: impl Fn(Rendered) + Send + 'static) -> Result<Self, RenderError> {
        Self::spawn_with(Canvas::new, Canvas::draw, on_done)
    }

    /// Requests a picture. Of the requests that have not begun, only the highest revision is kept.
    pub fn request(&self, revision: u64, scene: Scene) {
        let mut state = self.mailbox.lock();
        if state.pending.as_ref().is_none_or(|(waiting, _)| *waiting <= revision) {
            state.pending = Some((revision, scene));
            self.mailbox.changed.notify_one();
        }
    }

    /// Does the same with another way of drawing, so that tests can make it fail.
    fn spawn_with<C: 'static>(
        new_canvas: fn() -> C,
        mut paint: impl FnMut(&mut C, &Scene) -> Result<Drawn, RenderError> + Send + 'static,
        on_done: impl Fn(Rendered) + Send + 'static,
    ) -> Result<Self, RenderError> {
        let mailbox = Arc::new(Mailbox::default());
        let inbox = Arc::clone(&mailbox);
        let work = move || {
            let mut canvas = new_canvas();
            while let Some((revision, scene)) = inbox.next() {
                let outcome = guarded(&mut canvas, new_canvas, |canvas| paint(canvas, &scene));
                on_done(Rendered { revision, outcome });
            }
        };
        spawn_thread(work)?;
        Ok(Self { mailbox })
    }
}

impl Drop for Renderer {
    fn drop(&mut self) {
        self.mailbox.lock().closed = true;
        self.mailbox.changed.notify_one();
    }
}

/// Draws one scene and waits for it. For several, [`render_all`] is quicker.
///
/// # Errors
/// When it cannot be drawn.
pub fn render(scene: &Scene) -> Result<Picture, RenderError> {
    render_all(std::slice::from_ref(scene))
        .pop()
        .unwrap_or(Err(RenderError::Broken))
}

/// Draws scenes and says where the parts of their messages are, one after another, sharing fonts and documents, and waits for them.
pub fn draw_all(scenes: &[Scene]) -> Vec<Result<Drawn, RenderError>> {
    on_each(scenes, Canvas::draw)
}

/// Draws a page of pictures and words on a thread of its own, and waits for it.
pub(super) fn draw_page(
    images: &[Option<Image>],
    scale: f32,
    scripts: Scripts,
    html: impl FnOnce(&[Option<String>]) -> String + Send,
) -> Result<Picture, RenderError> {
    let draw = || raster::draw_page(images, scale, scripts, html);
    let work = || catch_unwind(AssertUnwindSafe(draw)).unwrap_or(Err(RenderError::Broken));
    thread::scope(|scope| {
        let builder = thread::Builder::new().name("proof".into()).stack_size(STACK);
        match builder.spawn_scoped(scope, work) {
            Ok(thread) => thread.join().unwrap_or(Err(RenderError::Broken)),
            Err(error) => Err(RenderError::NoThread(error.to_string())),
        }
    })
}

/// Draws scenes one after another, sharing fonts and documents, and waits for them. Returns one answer for each scene.
pub fn render_all(scenes: &[Scene]) -> Vec<Result<Picture, RenderError>> {
    on_each(scenes, Canvas::paint)
}

/// Returns where the parts of each scene's pop-up are and how its texts break into lines.
pub fn measure_all(scenes: &[Scene]) -> Vec<Result<Vec<SlotBox>, RenderError>> {
    on_each(scenes, Canvas::measure)
}

fn on_each<T: Send>(
    scenes: &[Scene],
    act: fn(&mut Canvas, &Scene) -> Result<T, RenderError>,
) -> Vec<Result<T, RenderError>> {
    let work = || {
        let mut canvas = Canvas::new();
        scenes
            .iter()
            .map(|scene| guarded(&mut canvas, Canvas::new, |canvas| act(canvas, scene)))
            .collect::<Vec<_>>()
    };
    let failed = || scenes.iter().map(|_| Err(RenderError::Broken)).collect();
    thread::scope(|scope| {
        let builder = thread::Builder::new().name("preview".into()).stack_size(STACK);
        match builder.spawn_scoped(scope, work) {
            Ok(thread) => thread.join().unwrap_or_else(|_| failed()),
            Err(_) => failed(),
        }
    })
}

/// Runs an action; after a panic the canvas, which may be half-changed, is replaced by a new one.
fn guarded<C, T>(
    canvas: &mut C,
    new_canvas: fn() -> C,
    act: impl FnOnce(&mut C) -> Result<T, RenderError>,
) -> Result<T, RenderError> {
    catch_unwind(AssertUnwindSafe(|| act(canvas))).unwrap_or_else(|_| {
        *canvas = new_canvas();
        Err(RenderError::Broken)
    })
}

fn spawn_thread(work: impl FnOnce() + Send + 'static) -> Result<(), RenderError> {
    let builder = thread::Builder::new().name("preview".into()).stack_size(STACK);
    builder
        .spawn(work)
        .map(drop)
        .map_err(|error| RenderError::NoThread(error.to_string()))
}

#[cfg(test)]
mod tests;
