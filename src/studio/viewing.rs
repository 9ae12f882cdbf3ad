//! The browser window in which the preview shows the pop-up: a usual one, that of a device, or one of any size.

#[cfg(test)]
mod tests;

use crate::popup::{Device, Frame, Viewport};

/// Whose window it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// The usual one of a kind of device.
    Usual(Frame),
    /// That of a device.
    Device(&'static Device),
    /// One of a size of its own.
    Free(Viewport),
}

/// The chosen window, and which way it is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Viewing {
    window: Window,
    turned: bool,
}

impl Default for Viewing {
    fn default() -> Self {
        Self::of(Window::Usual(Frame::default()))
    }
}

impl Viewing {
    /// A window, held as it usually is.
    pub fn of(window: Window) -> Self {
        Self { window, turned: false }
    }

    /// Whose window it is.
    pub fn window(&self) -> Window {
        self.window
    }

    /// Its size as it is held.
    pub fn viewport(&self) -> Viewport {
        let upright = match self.window {
            Window::Usual(frame) => frame.into(),
            Window::Device(device) => device.viewport,
            Window::Free(viewport) => viewport,
        };
        if self.turned { upright.turned() } else { upright }
    }

    /// What kind of device has it.
    pub fn frame(&self) -> Frame {
        match self.window {
            Window::Usual(frame) => frame,
            Window::Device(device) => device.frame,
            Window::Free(viewport) => viewport.frame(),
        }
    }

    /// Holds it the other way.
    pub fn turn(&mut self) {
        match &mut self.window {
            Window::Free(viewport) => *viewport = viewport.turned(),
            Window::Usual(_) | Window::Device(_) => self.turned = !self.turned,
        }
    }

    /// Gives it a size of its own.
    pub fn resize(&mut self, viewport: Viewport) {
        if viewport != self.viewport() {
            *self = Self::of(Window::Free(viewport));
        }
    }

    /// Goes to this kind of device; a window of that kind stays as it is.
    pub fn follow(&mut self, frame: Frame) {
        if self.frame() != frame {
            *self = Self::of(Window::Usual(frame));
        }
    }
}
