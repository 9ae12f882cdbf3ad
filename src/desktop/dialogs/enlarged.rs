//! A picture of the contact sheet at 100 %.

use egui::{ScrollArea, TextureHandle, TextureOptions, vec2};

use super::{
    Answer, DialogView,
    shell::{Shell, buttons_one},
};
use crate::{
    desktop::{
        preview_panel::Source,
        theme::{Type, palette, tokens},
        widgets::Follow as _,
    },
    popup::{Drawn, RenderError, Scale, Scene},
    studio::trouble::InWords as _,
};

/// Least width of the dialog, in points.
const NARROWEST: f32 = 360.0;
/// Between the dialog and the edges of the window, with its words and buttons, in points.
const AROUND: egui::Vec2 = vec2(96.0, 220.0);

/// A picture that is looked at closely.
pub struct EnlargedDialog {
    title: String,
    source: Source,
    shown: Option<Result<TextureHandle, RenderError>>,
}

impl EnlargedDialog {
    /// For this scene, under this title; with `at_once`, it is drawn when it is asked for.
    pub fn new(ctx: &egui::Context, title: String, scene: Scene, at_once: bool) -> Self {
        let mut source = Source::new(ctx, at_once);
        let scale = Scale::new(ctx.pixels_per_point());
        source.request(1, Scene { scale, ..scene });
        Self {
            title,
            source,
            shown: None,
        }
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        if let Some((_, outcome)) = self.source.newest() {
            self.shown = Some(outcome.map(|Drawn { picture, .. }| {
                let size = [picture.width as usize, picture.height as usize];
                let image = egui::ColorImage::from_rgba_unmultiplied(size, &picture.rgba);
                ctx.load_texture("enlarged picture", image, TextureOptions::LINEAR)
            }));
            ctx.request_repaint();
        }
        let most = (ctx.content_rect().size() - AROUND).max(vec2(120.0, 120.0));
        let picture = self.shown.as_ref().and_then(|shown| shown.as_ref().ok());
        let size = picture.map(|picture| picture.size_vec2() / ctx.pixels_per_point());
        let width = size.map_or(NARROWEST, |size| size.x.clamp(NARROWEST, most.x.max(NARROWEST)));
        let shell = Shell {
            id: "enlarged",
            title: &self.title,
            width,
        };
        let shown = shell.show(ctx, |ui| {
            let p = palette(ui);
            match &self.shown {
                None => {
                    ui.label(Type::Small.text(view.text.t("sheet-drawing"), p.text_muted));
                }
                Some(Err(error)) => {
                    let words = error.words(view.text).line(view.text);
                    ui.label(Type::Small.text(words, p.danger));
                }
                Some(Ok(picture)) => {
                    let size = picture.size_vec2() / ctx.pixels_per_point();
                    let room = size.min(vec2(width, most.y));
                    let area = ScrollArea::both()
                        .min_scrolled_width(room.x)
                        .min_scrolled_height(room.y)
                        .max_width(width)
                        .max_height(most.y);
                    area.follow(ui, |ui| {
                        let image = egui::Image::new((picture.id(), size)).tint(tokens::UNTINTED);
                        ui.add(image.alt_text(&self.title));
                    });
                }
            }
            buttons_one(ui, &view.text.t("close"))
        });
        (shown.dismissed || shown.inner).then_some(Answer::Cancel)
    }
}
