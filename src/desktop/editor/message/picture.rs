//! The place of a picture: dropped, chosen, replaced or removed.

use egui::{Align, CornerRadius, Image, Layout, Rect, Sense, TextureId, Ui, load::SizedTexture, vec2};

use crate::{
    campaign::{MessagePart, limits},
    desktop::{
        editor::{context::Thumbnail, desk::Desk},
        theme::{Icon, Type, palette, radius, space},
        widgets::{self, Button, DropZone},
    },
    studio::action::{Action, PicturePlace},
};

/// Shows the picture called `image`, over the whole width.
pub(super) fn show(ui: &mut Ui, place: PicturePlace, image: &mut Option<String>, desk: &mut Desk<'_, '_>) {
    let (pointer, label) = match place {
        PicturePlace::Card => (MessagePart::Picture.pointer(), desk.t(MessagePart::Picture.label())),
        PicturePlace::Launcher => ("/launcher_image/image", desk.t("editor-launcher-picture")),
    };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS + 2.0;
        widgets::field_label(ui, &label);
        let dropped = DropZone.show(ui, |ui| {
            ui.horizontal(|ui| content(ui, place, &label, image, pointer, desk));
        });
        if let Some(file) = dropped {
            desk.actions.send(Action::TakePicture(place, file.path));
        }
        for finding in desk.ctx.analysis.findings_at(pointer) {
            widgets::finding_line(ui, finding.tone(), &finding.line());
        }
    });
}

fn content(
    ui: &mut Ui,
    place: PicturePlace,
    label: &str,
    image: &mut Option<String>,
    pointer: &'static str,
    desk: &mut Desk<'_, '_>,
) {
    let known = image.as_deref().and_then(|name| desk.ctx.pictures.thumbnail(name));
    thumbnail(ui, place, known.and_then(|known| known.texture));
    ui.add_space(space::XS);
    ui.vertical(|ui| {
        ui.set_max_width((ui.available_width() - 150.0).max(80.0));
        ui.spacing_mut().item_spacing.y = 2.0;
        let p = palette(ui);
        ui.label(Type::Body.text(headline(image.is_some(), known, desk), p.text));
        ui.add(egui::Label::new(Type::Small.text(hint(place, image.is_some(), desk), p.text_faint)).wrap());
    });
    let buttons = Layout::right_to_left(Align::Center);
    ui.with_layout(buttons, |ui| {
        let has = image.is_some();
        if has {
            let name = desk.t1("editor-remove-picture", "picture", label);
            if widgets::icon_button(ui, Icon::Trash2, &name).clicked() {
                *image = None;
                desk.structural("editor-step-remove-picture");
            }
        }
        let word = desk.t(if has { "editor-replace" } else { "editor-choose-picture" });
        let button = ui.add(Button::secondary(word).small());
        desk.arrive(ui, pointer, button.id, button.rect);
        if button.has_focus() {
            desk.focused = Some(pointer);
        }
        if button.clicked() {
            desk.actions.send(Action::ChoosePicture(place));
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

fn hint(place: PicturePlace, has: bool, desk: &Desk<'_, '_>) -> String {
    desk.t(match (place, has) {
        (PicturePlace::Card, false) => "editor-drop-picture",
        (PicturePlace::Card, true) => "editor-drop-another",
        (PicturePlace::Launcher, _) => "editor-drop-launcher",
    })
}

fn thumbnail(ui: &mut Ui, place: PicturePlace, texture: Option<TextureId>) {
    let size = match place {
        PicturePlace::Card => {
            let tall = 48.0;
            vec2(
                tall * limits::PICTURE_WIDTH as f32 / limits::PICTURE_HEIGHT as f32,
                tall,
            )
        }
        PicturePlace::Launcher => vec2(48.0, 48.0),
    };
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
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
    Icon::Image.paint(ui.painter(), rect.center(), 20.0, p.text_faint);
}
