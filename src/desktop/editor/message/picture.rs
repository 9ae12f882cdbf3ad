//! The place of a picture: dropped, chosen, replaced or removed.

use egui::{
    Align, CornerRadius, Image, Layout, Rect, Role, Sense, TextureId, Ui, WidgetInfo, load::SizedTexture, vec2,
};

use super::line::Line;

use crate::{
    campaign::{MessagePart, limits},
    desktop::{
        editor::{context::Thumbnail, desk::Desk},
        theme::{Icon, palette, radius, space},
        widgets::{self, Button, DropZone},
    },
    library::PictureUse,
    studio::action::Action,
};

/// Shows the picture called `image`, over the whole width.
pub(super) fn show(ui: &mut Ui, place: PictureUse, image: &mut Option<String>, desk: &mut Desk<'_, '_>) {
    let pointer = place.place().pointer();
    let label = desk.t(match place {
        PictureUse::Card => MessagePart::Picture.label(),
        PictureUse::Launcher => "editor-launcher-picture",
    });
    let hint = hint(place, image.is_some(), desk);
    Line::new(&label).tip(&hint).show(ui, |ui, _| {
        let dropped = DropZone.show(ui, |ui| {
            ui.horizontal(|ui| content(ui, place, &label, image, pointer, desk));
        });
        if let Some(file) = dropped {
            desk.actions.send(Action::TakePicture(place, file.path));
        }
        for place in place.places() {
            for finding in desk.ctx.analysis.findings_at(place.pointer()) {
                widgets::finding_line(ui, finding.tone(), &finding.line());
            }
        }
    });
}

fn content(
    ui: &mut Ui,
    place: PictureUse,
    label: &str,
    image: &mut Option<String>,
    pointer: &'static str,
    desk: &mut Desk<'_, '_>,
) {
    ui.spacing_mut().item_spacing.x = space::S;
    let known = image.as_deref().and_then(|name| desk.ctx.pictures.thumbnail(name));
    let about = headline(image.is_some(), known, desk);
    thumbnail(ui, place, known.and_then(|known| known.texture), &about);
    let has = image.is_some();
    let word = desk.t(if has { "editor-replace" } else { "editor-choose-picture" });
    let button = ui.add(Button::secondary(word).small());
    for place in place.places() {
        desk.arrive(ui, place.pointer(), button.id, button.rect);
    }
    if button.has_focus() {
        desk.focused = Some(pointer);
    }
    if button.clicked() {
        desk.actions.send(Action::ChoosePicture(place));
    }
    if !has {
        return;
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let name = desk.t1("editor-remove-picture", "picture", label);
        if widgets::icon_button(ui, Icon::Trash2, &name).clicked() {
            *image = None;
            desk.structural("editor-step-remove-picture");
        }
        if place == PictureUse::Card && desk.ctx.can_crop {
            let crop = widgets::icon_button(ui, Icon::Crop, &desk.t("editor-crop-again"));
            if crop.clicked() {
                desk.actions.send(Action::CropPicture);
            }
        }
    });
}

fn headline(has: bool, known: Option<Thumbnail>, desk: &Desk<'_, '_>) -> String {
    match known.and_then(|known| known.size) {
        Some([width, height]) if has => format!("{width} × {height} PNG"),
        _ if has && known.is_some() => desk.t("editor-picture-missing"),
        _ if has => desk.t("editor-picture-chosen"),
        _ => desk.t("editor-no-picture"),
    }
}

fn hint(place: PictureUse, has: bool, desk: &Desk<'_, '_>) -> String {
    desk.t(match (place, has) {
        (PictureUse::Card, false) => "editor-drop-picture",
        (PictureUse::Card, true) => "editor-drop-another",
        (PictureUse::Launcher, _) => "editor-drop-launcher",
    })
}

fn thumbnail(ui: &mut Ui, place: PictureUse, texture: Option<TextureId>, about: &str) {
    let size = match place {
        PictureUse::Card => {
            let tall = 28.0;
            vec2(
                tall * limits::PICTURE_WIDTH as f32 / limits::PICTURE_HEIGHT as f32,
                tall,
            )
        }
        PictureUse::Launcher => vec2(32.0, 32.0),
    };
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, about));
    response.on_hover_text(about);
    let corners = CornerRadius::same(radius::S);
    match texture {
        Some(texture) => {
            Image::new(SizedTexture::new(texture, size))
                .corner_radius(corners)
                .paint_at(ui, rect);
        }
        None => blank(ui, rect, corners),
    }
}

fn blank(ui: &Ui, rect: Rect, corners: CornerRadius) {
    let p = palette(ui);
    ui.painter().rect_filled(rect, corners, p.neutral_soft);
    Icon::Image.paint(ui.painter(), rect.center(), 16.0, p.text_faint);
}
