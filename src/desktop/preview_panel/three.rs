//! The page in all three browser windows at once: an edit reaches all of them.

use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, TextureId, Ui, WidgetInfo, vec2};

use super::{
    CanvasAct, CanvasView, FRAMES, PreviewPanel,
    canvas::{self, Sheet},
    entrance,
    view::View,
    without_picture,
};
use crate::{
    desktop::theme::{Icon, Type, palette, space},
    popup::Frame,
    studio::{
        arrival::Moment,
        canvas::Event,
        shell::{CAPTION, Place},
    },
    wording::text::Text,
};

impl PreviewPanel {
    pub(super) fn stage_of_three(
        &mut self,
        ui: &mut Ui,
        places: &[Place; 3],
        text: &Text,
        canvas: Option<&CanvasView<'_>>,
    ) -> Vec<CanvasAct> {
        let (room, response) = ui.allocate_exact_size(ui.available_size(), Sense::CLICK);
        self.room = room.size();
        let name = text.t("preview-name");
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        ui.painter().rect_filled(room, 0.0, palette(ui).stage);
        let moment = self.moment(ui);
        let views = std::iter::once(Some(&self.view)).chain(match &self.others {
            Some([tablet, phone]) => [Some(tablet), Some(phone)],
            None => [None, None],
        });
        let mut acts = Vec::new();
        for (number, ((view, frame), place)) in views.zip(FRAMES).zip(places).enumerate() {
            // The entrance is played on the first page.
            let moment = moment.filter(|_| number == 0);
            let page = one(ui, room, (view, moment), frame, place, text);
            let canvas = canvas.filter(|_| moment.is_none());
            if let (Some(canvas), Some(shown)) = (canvas, view.and_then(|view| view.shown.as_ref())) {
                let sheet = Sheet {
                    layout: &shown.layout,
                    place: page,
                    room,
                    is_dark: shown.is_dark,
                    number,
                };
                canvas::show(ui, &sheet, canvas, &mut self.canvas, text, &mut acts);
            }
        }
        if canvas.is_some() && response.clicked() {
            acts.push(CanvasAct::On(Event::LetGo));
        }
        acts
    }
}

/// Shows one page, and returns where.
fn one(
    ui: &Ui,
    room: Rect,
    (view, moment): (Option<&View>, Option<(Moment, TextureId)>),
    frame: Frame,
    place: &Place,
    text: &Text,
) -> Rect {
    let p = palette(ui);
    let pixels = ui.pixels_per_point();
    let whole = |value: f32| (value * pixels).round() / pixels;
    let at = egui::pos2(whole(room.left() + place.x), whole(room.top() + place.y));
    let page = Rect::from_min_size(at, vec2(place.width, place.height));
    caption(ui, page, frame, place, text);
    let painter = ui.painter_at(room);
    match view.and_then(|view| view.shown.as_ref()) {
        Some(shown) => {
            entrance::paint(&painter, shown, page, moment);
        }
        None => {
            painter.rect_filled(page, CornerRadius::same(2), p.surface);
            let (words, ink) = without_picture(view, text, p);
            let galley = ui.painter().layout(words, Type::Small.font(), ink, page.width());
            let at = page.center() - galley.size() / 2.0;
            painter.galley(at, galley, ink);
        }
    }
    let edge = Stroke::new(1.0, p.border);
    painter.rect_stroke(page.expand(1.0), CornerRadius::same(2), edge, StrokeKind::Inside);
    page
}

/// The line above a page: its window, its size, and how large it is shown.
fn caption(ui: &Ui, page: Rect, frame: Frame, place: &Place, text: &Text) {
    let p = palette(ui);
    let (icon, word) = match frame {
        Frame::Desktop => (Icon::Monitor, "frame-desktop"),
        Frame::Tablet => (Icon::Tablet, "frame-tablet"),
        Frame::Phone => (Icon::Smartphone, "frame-phone"),
    };
    let line = Rect::from_min_max(page.left_top() - vec2(0.0, CAPTION), page.right_top());
    let percent = f64::from((place.share * 100.0).round());
    let percent = text.tv("percent", &[("value", percent.into())]);
    let percent = ui.painter().layout_no_wrap(percent, Type::Caption.font(), p.text_muted);
    let right = line.right() - percent.size().x;
    let y = |height: f32| line.center().y - height / 2.0;
    let at = egui::pos2(right, y(percent.size().y));
    ui.painter().galley(at, percent, p.text_muted);
    icon.paint(ui.painter(), line.left_center() + vec2(8.0, 0.0), 14.0, p.text_muted);
    let mut left = line.left() + 22.0;
    let (width, height) = frame.size();
    for (words, step, ink) in [
        (text.t(word), Type::LabelStrong, p.text),
        (format!("{width} × {height}"), Type::Caption, p.text_muted),
    ] {
        let galley = ui.painter().layout_no_wrap(words, step.font(), ink);
        if left + galley.size().x + space::S > right {
            break;
        }
        ui.painter()
            .galley(egui::pos2(left, y(galley.size().y)), galley.clone(), ink);
        left += galley.size().x + space::S;
    }
}
