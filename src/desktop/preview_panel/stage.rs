//! The page on its stage: painted pixel for pixel, moved by dragging and scrolling.

use egui::{
    Align, CornerRadius, EventFilter, Key, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2,
    text::LayoutJob, vec2,
};

use super::{
    CanvasAct, CanvasView, PreviewPanel, Zoom,
    canvas::{self, Sheet},
    entrance, without_picture,
};
use crate::{
    desktop::theme::{Type, palette, space},
    popup::Corner,
    studio::{arrival::Moment, canvas::Event},
    wording::text::Text,
};

/// How far an arrow key moves the page, in points.
const STEP: f32 = 40.0;

impl PreviewPanel {
    pub(super) fn stage(&mut self, ui: &mut Ui, text: &Text, view: Option<&CanvasView<'_>>) -> Vec<CanvasAct> {
        let mut acts = Vec::new();
        let p = palette(ui);
        let (room, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
        self.room = room.size();
        let name = text.t("preview-name");
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        let painter = ui.painter_at(room);
        painter.rect_filled(room, 0.0, p.stage);
        let Some(shown) = &self.view.shown else {
            let (message, color) = without_picture(Some(&self.view), text, p);
            let width = (room.width() - 2.0 * space::L).max(0.0);
            let mut job = LayoutJob::simple(message, Type::Small.font(), color, width);
            job.halign = Align::Center;
            let lines = painter.layout_job(job);
            let top = room.center() - vec2(0.0, lines.size().y / 2.0);
            painter.galley(top, lines, color);
            return acts;
        };
        let drawn = vec2(shown.pixels[0] as f32, shown.pixels[1] as f32) / ui.pixels_per_point();
        // While a picture of another size is on its way, the last one is scaled to that size.
        let wanted = self.size_in_points(ui).unwrap_or(drawn);
        let size = if (wanted - drawn).abs().max_elem() < 2.0 {
            drawn
        } else {
            wanted
        };
        self.mind_framing(ui);
        self.move_by(ui, &response, room, size);
        let page = self.place(ui, room, size);
        let moment = self.moment(ui);
        if let Some(shown) = &self.view.shown {
            entrance::paint(&painter, shown, page, moment);
        }
        if moment.is_none() && self.is_enlarged(ui.ctx()) {
            self.pixel_grid(ui, &painter, page.intersect(room), page);
        }
        if matches!(moment, Some((Moment::Waiting, _))) {
            self.say_wait(ui, &painter, room, text);
        }
        if page.width() < room.width() || page.height() < room.height() {
            let edge = Stroke::new(1.0, p.border);
            painter.rect_stroke(page.expand(1.0), CornerRadius::same(2), edge, StrokeKind::Inside);
        }
        ring(ui, &response, room);
        self.move_edges(ui, room, page);
        if let (Some(view), Some(shown)) = (view.filter(|_| moment.is_none()), &self.view.shown) {
            let sheet = Sheet {
                layout: &shown.layout,
                place: page,
                room,
                is_dark: shown.is_dark,
                number: 0,
            };
            self.canvas.active = 0;
            let moved = canvas::show(ui, &sheet, view, &mut self.canvas, text, &mut acts);
            if moved != Vec2::ZERO {
                self.pan += moved;
                ui.request_repaint();
            }
            if response.clicked() {
                acts.push(CanvasAct::On(Event::LetGo));
            }
        }
        acts
    }

    /// Points for one CSS pixel of the page.
    pub(super) fn shown_scale(&self, ui: &Ui) -> f32 {
        self.scale(ui.ctx()) * self.factor(ui.ctx()) / ui.pixels_per_point()
    }

    fn size_in_points(&self, ui: &Ui) -> Option<Vec2> {
        let (width, height) = self.viewing.viewport().size();
        Some(vec2(width as f32, height as f32) * self.shown_scale(ui))
    }

    fn move_by(&mut self, ui: &Ui, response: &egui::Response, room: Rect, size: Vec2) {
        if response.double_clicked() {
            self.show_at(Zoom::Auto);
        }
        if response.dragged() {
            self.pan += response.drag_delta();
        }
        if response.has_focus() {
            self.pan += keyed(ui, response.id);
        }
        if response.hovered() {
            let (scroll, zoom) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
            self.pan += scroll;
            let pointer = response.hover_pos().unwrap_or(room.center());
            let fixed = (pointer - room.min).to_pos2();
            if zoom > 1.01 {
                self.step_zoom_at(ui.ctx(), true, fixed);
            } else if zoom < 0.99 {
                self.step_zoom_at(ui.ctx(), false, fixed);
            }
        }
        // The page can be moved until its edges are reached.
        let most = (size - room.size()).max(Vec2::ZERO);
        let base = self.base(room, size);
        let along = |most: f32, low: f32, base: f32, pan: f32| match most > 0.0 {
            true => (base + pan).clamp(low - most, low) - base,
            false => 0.0,
        };
        self.pan = vec2(
            along(most.x, room.left(), base.x, self.pan.x),
            along(most.y, room.top(), base.y, self.pan.y),
        );
        if most != Vec2::ZERO && response.hovered() {
            ui.ctx().set_cursor_icon(if response.dragged() {
                egui::CursorIcon::Grabbing
            } else {
                egui::CursorIcon::Grab
            });
        }
    }

    /// Whether the pop-up is in the lower left corner of the page.
    pub(super) fn at_left(&self) -> bool {
        self.site.brand.corner() == Corner::Left
    }

    /// Where the page begins before it is moved: in the middle when it fits; else with the pop-up in the middle, as far as the page reaches, or with its
    /// corner to be seen.
    pub(super) fn base(&self, room: Rect, size: Vec2) -> Pos2 {
        let (width, height) = self.viewing.viewport().size();
        let framed = self.framed().filter(|_| self.zoom == Zoom::Auto);
        let along = |low: f32, high: f32, length: f32, pop_up: Option<f32>, at_low: bool| {
            let last = high - length;
            if last >= low {
                return (low + last) / 2.0;
            }
            match pop_up {
                Some(share) => ((low + high) / 2.0 - share * length).clamp(last, low),
                None if at_low => low,
                None => last,
            }
        };
        let across = framed.map(|area| (area.x + area.width / 2.0) / width as f32);
        let down = framed.map(|area| (area.y + area.height / 2.0) / height as f32);
        pos2(
            along(room.left(), room.right(), size.x, across, self.at_left()),
            along(room.top(), room.bottom(), size.y, down, false),
        )
    }

    /// Returns the place of the page, on whole pixels.
    fn place(&self, ui: &Ui, room: Rect, size: Vec2) -> Rect {
        let at = self.base(room, size) + self.pan;
        let pixels = ui.pixels_per_point();
        let whole = |value: f32| (value * pixels).round() / pixels;
        Rect::from_min_size(pos2(whole(at.x), whole(at.y)), size)
    }
}

/// How far the arrow keys move the page.
fn keyed(ui: &Ui, id: egui::Id) -> Vec2 {
    let arrows = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    ui.input(|input| {
        let step = |back, forth| (input.num_presses(back) as f32 - input.num_presses(forth) as f32) * STEP;
        vec2(
            step(Key::ArrowLeft, Key::ArrowRight),
            step(Key::ArrowUp, Key::ArrowDown),
        )
    })
}

/// Shows that the keyboard is here: within the page, of which nothing but a page is around.
fn ring(ui: &Ui, response: &egui::Response, room: Rect) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, palette(ui).accent);
        ui.painter().rect_stroke(room, 0.0, stroke, StrokeKind::Inside);
    }
}
