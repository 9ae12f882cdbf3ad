//! The window drawn on the processor: where the computer has no OpenGL, or the user prefers it.
//!
//! It stands in for eframe: the same app, the same input and the same access for screen readers; only the triangles are painted by
//! [`SoftRenderer`]. It must never decide anything about the app.

use std::{num::NonZeroU32, rc::Rc, time::Instant};

use egui::{Context, FullOutput, ViewportBuilder, ViewportCommand, ViewportEvent, ViewportId, ViewportInfo};
use egui_winit::{
    ActionRequested, State, accesskit_winit, create_window, process_viewport_commands, update_viewport_info,
    winit::{
        application::ApplicationHandler,
        event::WindowEvent,
        event_loop::{ActiveEventLoop, ControlFlow, EventLoop, EventLoopProxy, OwnedDisplayHandle},
        window::{Window, WindowId},
    },
};
use softbuffer::Surface;

use crate::desktop::{app::App, soft::SoftRenderer, theme::tokens};

/// Makes the app in the window's context.
type Make = Box<dyn FnOnce(&Context) -> App>;
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When the window system refuses; in its words.
pub(super) fn run(viewport: ViewportBuilder, make: Make) -> Result<(), String> {
    open(viewport, make).map_err(|error| error.to_string())
}

fn open(viewport: ViewportBuilder, make: Make) -> Outcome<()> {
    let events = EventLoop::<Wake>::with_user_event().build()?;
    let mut program = Program {
        proxy: events.create_proxy(),
        asked: Some((viewport, make)),
        shown: None,
        failed: None,
    };
    events.run_app(&mut program)?;
    program.failed.map_or(Ok(()), Err)
}

/// What wakes the window from outside.
enum Wake {
    /// A frame is wanted at this time.
    Frame(Instant),
    /// A screen reader asks.
    Access(accesskit_winit::Event),
}

impl From<accesskit_winit::Event> for Wake {
    fn from(event: accesskit_winit::Event) -> Self {
        Self::Access(event)
    }
}

struct Program {
    proxy: EventLoopProxy<Wake>,
    /// What the window is made of, until it is.
    asked: Option<(ViewportBuilder, Make)>,
    shown: Option<Shown>,
    failed: Option<Box<dyn std::error::Error>>,
}

impl Program {
    /// Does something with the window; the program ends when that fails.
    fn with(&mut self, events: &ActiveEventLoop, work: impl FnOnce(&mut Shown) -> Outcome<()>) {
        if let Some(Err(error)) = self.shown.as_mut().map(work) {
            self.failed = Some(error);
            events.exit();
        }
    }
}

impl ApplicationHandler<Wake> for Program {
    fn resumed(&mut self, events: &ActiveEventLoop) {
        let Some((viewport, make)) = self.asked.take() else {
            return;
        };
        match Shown::new(events, &self.proxy, viewport, make) {
            Ok(shown) => self.shown = Some(shown),
            Err(error) => {
                self.failed = Some(error);
                events.exit();
            }
        }
    }

    fn window_event(&mut self, events: &ActiveEventLoop, _: WindowId, event: WindowEvent) {
        self.with(events, |shown| shown.take(events, &event));
    }

    fn user_event(&mut self, _: &ActiveEventLoop, wake: Wake) {
        if let Some(shown) = &mut self.shown {
            shown.wake(wake);
        }
    }

    fn about_to_wait(&mut self, events: &ActiveEventLoop) {
        self.with(events, |shown| shown.draw_when_due(events));
        let next = self.shown.as_ref().and_then(|shown| shown.next);
        events.set_control_flow(next.map_or(ControlFlow::Wait, ControlFlow::WaitUntil));
    }

    fn exiting(&mut self, _: &ActiveEventLoop) {
        if let Some(shown) = &mut self.shown {
            shown.app.end();
        }
    }
}

/// The same window, no larger than the largest monitor: no picture is larger than what can be seen of it.
fn within_monitors(mut viewport: ViewportBuilder, events: &ActiveEventLoop) -> ViewportBuilder {
    let sizes = events.available_monitors().map(|monitor| {
        let size = monitor.size().to_logical::<f32>(monitor.scale_factor());
        egui::vec2(size.width, size.height)
    });
    let most = sizes.reduce(egui::Vec2::max).filter(|most| most.min_elem() > 0.0);
    if let (Some(size), Some(most)) = (viewport.inner_size, most) {
        viewport.inner_size = Some(size.min(most));
    }
    viewport
}

/// The window, and what is in it.
struct Shown {
    // Before the window that it draws into.
    surface: Surface<OwnedDisplayHandle, Rc<Window>>,
    window: Rc<Window>,
    ctx: Context,
    state: State,
    info: ViewportInfo,
    renderer: SoftRenderer,
    app: App,
    /// When the next frame is due.
    next: Option<Instant>,
    /// Whether the window can be seen: it is shown with its first frame.
    visible: bool,
}

impl Shown {
    fn new(
        events: &ActiveEventLoop,
        proxy: &EventLoopProxy<Wake>,
        viewport: ViewportBuilder,
        make: Make,
    ) -> Outcome<Self> {
        let ctx = Context::default();
        let viewport = within_monitors(viewport, events);
        let window = Rc::new(create_window(&ctx, events, &viewport.with_visible(false))?);
        let display = softbuffer::Context::new(events.owned_display_handle())?;
        let surface = Surface::new(&display, window.clone())?;
        let scale = window.scale_factor() as f32;
        let mut state = State::new(ctx.clone(), ViewportId::ROOT, events, Some(scale), window.theme(), None);
        state.init_accesskit(events, &window, proxy.clone());
        let proxy = egui::mutex::Mutex::new(proxy.clone());
        ctx.set_request_repaint_callback(move |asked| {
            // A time that no clock reaches needs no frame, nor does a window that is gone.
            if let Some(when) = Instant::now().checked_add(asked.delay) {
                let _ = proxy.lock().send_event(Wake::Frame(when));
            }
        });
        let mut info = ViewportInfo::default();
        update_viewport_info(&mut info, &ctx, &window, true);
        let app = make(&ctx);
        Ok(Self {
            surface,
            window,
            ctx,
            state,
            info,
            renderer: SoftRenderer::default(),
            app,
            next: Some(Instant::now()),
            visible: false,
        })
    }

    fn wake(&mut self, wake: Wake) {
        match wake {
            Wake::Frame(when) => self.ask(when),
            Wake::Access(event) => {
                match event.window_event {
                    accesskit_winit::WindowEvent::InitialTreeRequested => self.ctx.enable_accesskit(),
                    accesskit_winit::WindowEvent::ActionRequested(request) => {
                        self.state.on_accesskit_action_request(request);
                    }
                    accesskit_winit::WindowEvent::AccessibilityDeactivated => self.ctx.disable_accesskit(),
                }
                self.ask(Instant::now());
            }
        }
    }

    fn ask(&mut self, when: Instant) {
        self.next = Some(self.next.map_or(when, |next| next.min(when)));
    }

    /// Sees to the frame that is due, if one is.
    fn draw_when_due(&mut self, events: &ActiveEventLoop) -> Outcome<()> {
        if self.next.is_none_or(|next| next > Instant::now()) {
            return Ok(());
        }
        self.next = None;
        // Windows never asks a window to draw itself that is not shown yet.
        if cfg!(windows) && !self.visible {
            return self.frame(events);
        }
        self.window.request_redraw();
        Ok(())
    }

    fn take(&mut self, events: &ActiveEventLoop, event: &WindowEvent) -> Outcome<()> {
        if matches!(event, WindowEvent::RedrawRequested) {
            return self.frame(events);
        }
        if matches!(event, WindowEvent::CloseRequested) {
            self.info.events.push(ViewportEvent::Close);
            self.ask(Instant::now());
        }
        if self.state.on_window_event(&self.window, event).repaint {
            self.ask(Instant::now());
        }
        Ok(())
    }

    fn frame(&mut self, events: &ActiveEventLoop) -> Outcome<()> {
        update_viewport_info(&mut self.info, &self.ctx, &self.window, false);
        let mut input = self.state.take_egui_input(&self.window);
        let closing = self.info.close_requested();
        input.viewports = std::iter::once((ViewportId::ROOT, self.info.clone())).collect();
        self.info.events.clear();
        let app = &mut self.app;
        let output = self.ctx.run_ui(input, |ui| {
            app.think(ui.ctx());
            app.draw(ui);
        });
        let FullOutput {
            platform_output,
            mut textures_delta,
            shapes,
            pixels_per_point,
            viewport_output,
        } = output;
        self.state.handle_platform_output(&self.window, platform_output);
        let commands: Vec<ViewportCommand> = viewport_output
            .into_values()
            .flat_map(|viewport| viewport.commands)
            .collect();
        let stays = commands
            .iter()
            .any(|command| matches!(command, ViewportCommand::CancelClose));
        let mut actions: Vec<ActionRequested> = Vec::new();
        process_viewport_commands(&self.ctx, &mut self.info, commands, &self.window, &mut actions);
        self.renderer.update_textures(&mut textures_delta);
        if closing && !stays {
            events.exit();
            return Ok(());
        }
        if self.info.close_requested() {
            self.ask(Instant::now());
        }
        let size = self.window.inner_size();
        let (Some(width), Some(height)) = (NonZeroU32::new(size.width), NonZeroU32::new(size.height)) else {
            return Ok(());
        };
        let primitives = self.ctx.tessellate(shapes, pixels_per_point);
        let ground = tokens::of(self.ctx.global_style().visuals.dark_mode).canvas;
        let sides = [size.width as usize, size.height as usize];
        let pixels = self.renderer.pixels(&primitives, pixels_per_point, sides, ground);
        self.surface.resize(width, height)?;
        let mut buffer = self.surface.buffer_mut()?;
        for (place, pixel) in buffer.iter_mut().zip(pixels) {
            *place = u32::from_be_bytes([0, pixel.r(), pixel.g(), pixel.b()]);
        }
        self.window.pre_present_notify();
        buffer.present()?;
        if !std::mem::replace(&mut self.visible, true) {
            self.window.set_visible(true);
        }
        Ok(())
    }
}
