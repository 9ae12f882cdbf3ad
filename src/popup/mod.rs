//! What a visitor will see: a campaign's content and a brand, as HTML and as pixels, in the frames it is shown in.
//!
//! `assets/widget/popup.html` and `popup.css` are the only description of the pop-up. The live widget clones those templates; this module fills the
//! same ones and lets Blitz draw them on the CPU, with the bundled fonts. `tests/pixels.rs` compares the result with Chromium's.
//!
//! | file | what it does |
//! | --- | --- |
//! | `scene` | plain data: what to draw, for whom, how large |
//! | `viewport` | browser windows by size, devices by name |
//! | `text`, `picture`, `metadata`, `fonts` | fit texts; pictures in and out, without what nobody sees; the bundled fonts |
//! | `template`, `page` | the filled pop-up, and the page around it: for the preview, and as a file for any browser |
//! | `proof` | pictures with their names and findings, as a page and as one picture |
//! | `parts` | which parts of a message each type shows, and where they were drawn |
//! | `raster` | that page as pixels, kept warm between keystrokes, and the places of its parts |
//! | `widget` | the script that websites carry, joined from `assets/widget` |
//! | `worker` | drawing on a thread of its own, newest revision first, panics caught |
//!
//! # What must never happen
//!
//! - A value of a campaign as markup, a script in a template, a font or a picture from anywhere but the scene and this package.
//! - A second description of the pop-up, in egui or elsewhere.
//! - Access to the network, a file or a clock. Callers read and write files.

mod convert;
mod fonts;
mod metadata;
mod page;
mod parts;
mod picture;
mod proof;
mod raster;
mod scene;
mod template;
mod text;
mod viewport;
mod widget;
mod worker;

pub use crate::campaign::{ColorError, Rgb};
pub use fonts::FallbackFont;
pub use metadata::without_metadata;
pub use page::{html, page_color};
pub use parts::{Area, Cut, Layout, LineSide, PartBox, Piece, TextLook, shown_parts};
pub use picture::{Picture, PngError};
pub use proof::{PROOF_ROOM, PROOF_SCALE, Proof, ProofFindings, ProofShot};
pub use raster::{Drawn, SlotBox};
pub use scene::{
    Backdrop, Brand, CardPicture, Corner, Frame, Image, Launcher, PICTURE_SIZE, Placeholders, PopupContent, Scale,
    Scene, ScenePart, Theme, UnknownName,
};
pub use viewport::{Device, Viewport, ViewportError};
pub use widget::{POPUP_FILE, widget_fonts, widget_parts, widget_script};
pub use worker::{Rendered, Renderer, draw_all, measure_all, render, render_all};

/// Why no picture was drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// The frame at this scale has more pixels a side than can be painted.
    #[error("the preview is too large to draw: choose a smaller scale")]
    TooLarge,
    /// The renderer gave up on this content; it is ready for the next one.
    #[error("this content could not be drawn: change it a little and the preview comes back")]
    Broken,
    /// The operating system refused a thread.
    #[error("the preview could not start: {0}; close other programs and try again")]
    NoThread(String),
}
