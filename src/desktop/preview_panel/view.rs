//! One picture of the preview: asked for, and kept until a newer one is there.

use egui::{TextureHandle, TextureOptions};

use super::source::Source;
use crate::popup::{Drawn, Layout, Picture, RenderError, Scene, Theme};

/// A picture and what it is of.
pub(super) struct View {
    source: Source,
    asked: Option<(u64, Scene)>,
    /// Whether the picture is shown larger than it is, so that its pixels can be told apart.
    enlarged: bool,
    pub(super) shown: Option<Shown>,
    pub(super) trouble: Option<RenderError>,
    number: u64,
}

/// The last picture that was drawn.
pub(super) struct Shown {
    pub(super) revision: u64,
    pub(super) texture: TextureHandle,
    /// In pixels, at the zoom for which it was drawn.
    pub(super) pixels: [u32; 2],
    /// Where the parts of the message are in it.
    pub(super) layout: Layout,
    /// Whether the pop-up looks dark.
    pub(super) is_dark: bool,
}

impl View {
    /// Starts a renderer; with `at_once`, pictures are drawn when they are asked for.
    pub(super) fn new(ctx: &egui::Context, at_once: bool) -> Self {
        Self {
            source: Source::new(ctx, at_once),
            asked: None,
            enlarged: false,
            shown: None,
            trouble: None,
            number: 0,
        }
    }

    /// The scene that was asked for last.
    pub(super) fn asked_scene(&self) -> Option<&Scene> {
        self.asked.as_ref().map(|(_, scene)| scene)
    }

    /// Requests a picture of `scene`, which shows `revision` of the campaign, unless it equals the last request; to be shown `enlarged`, or not.
    pub(super) fn update(&mut self, ctx: &egui::Context, revision: u64, scene: Scene, enlarged: bool) {
        let same = self.asked.as_ref().is_some_and(|(_, asked)| *asked == scene);
        let same = std::mem::replace(&mut self.enlarged, enlarged) == enlarged && same;
        if same {
            // Nothing to be seen changed, so the picture is the new revision's too.
            if let (Some((asked, _)), Some(shown)) = (&mut self.asked, &mut self.shown)
                && shown.revision == *asked
            {
                shown.revision = revision;
            }
            if let Some((asked, _)) = &mut self.asked {
                *asked = revision;
            }
        } else {
            self.number += 1;
            self.source.request(self.number, scene.clone());
            self.asked = Some((revision, scene));
        }
        self.take(ctx);
    }

    /// Takes over the newest finished picture; late ones are dropped.
    pub(super) fn take(&mut self, ctx: &egui::Context) {
        let Some((number, outcome)) = self.source.newest() else {
            return;
        };
        if number != self.number {
            return;
        }
        let revision = self.asked.as_ref().map_or(0, |(revision, _)| *revision);
        match outcome {
            Ok(Drawn { picture, layout }) => {
                self.trouble = None;
                self.shown = Some(Shown {
                    revision,
                    pixels: [picture.width, picture.height],
                    texture: load(ctx, &picture, self.enlarged),
                    layout,
                    is_dark: self
                        .asked_scene()
                        .is_some_and(|scene| scene.style().colors(scene.theme == Theme::Dark).dark),
                });
            }
            Err(error) => self.trouble = Some(error),
        }
    }
}

fn load(ctx: &egui::Context, picture: &Picture, enlarged: bool) -> TextureHandle {
    let size = [picture.width as usize, picture.height as usize];
    let image = egui::ColorImage::from_rgba_unmultiplied(size, &picture.rgba);
    let options = if enlarged {
        TextureOptions::NEAREST
    } else {
        TextureOptions::LINEAR
    };
    ctx.load_texture("pop-up preview", image, options)
}
