//! The order of campaigns that can meet a visitor at the same time: arranged by dragging or by keyboard, and written as priorities once the user
//! agrees to what that changes.

use egui::{
    CornerRadius, CursorIcon, DragAndDrop, EventFilter, Id, Key, LayerId, Modifiers, Order, Rect, Response, Role,
    ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::{
    Answer, DialogView,
    shell::{Shell, buttons, sentence},
};
use crate::{
    desktop::{
        theme::{Icon, Palette, Type, palette, radius, space},
        widgets::{self, Follow},
    },
    studio::{
        inquiry::Stop,
        ordering::{Entry, Line, NewPriority, Ordering},
        tone::Tone,
    },
    wording::{self, text::Text},
};

/// Height of a campaign, and of the gap below it, in points.
const ROW: f32 = 44.0;
const GAP: f32 = 2.0;
/// Most width of the dialog, in points.
const WIDTH: f32 = 640.0;
/// Greatest height of the list, and what the rest of the dialog needs, in points.
const TALLEST: f32 = 560.0;
const REST: f32 = 400.0;
/// Width of the handle, in points.
const HANDLE: f32 = 32.0;
/// How near to the list's edge a drag scrolls it, and how far in a frame, in points.
const EDGE: f32 = 24.0;
const SCROLL: f32 = 10.0;
/// How many changed campaigns are named.
const NAMED: usize = 3;

/// A campaign that is being dragged: its place.
struct Dragged(usize);

/// Arranges campaigns.
#[derive(Debug)]
pub struct OrderDialog {
    /// Distinguishes dialogs, so that an answer reaches the one that asked.
    pub number: u64,
    /// Is set once nobody waits for the line any more.
    stop: Stop,
    ordering: Option<Ordering>,
    /// What was moved last: where it is now.
    moved: Option<usize>,
    /// The place to which the keyboard and the list go.
    reveal: Option<usize>,
    seen: bool,
}

impl OrderDialog {
    /// Begins without knowing who stands in line.
    pub fn new(number: u64, stop: Stop) -> Self {
        Self {
            number,
            stop,
            ordering: None,
            moved: None,
            reveal: None,
            seen: false,
        }
    }

    /// Takes those who stand in line.
    pub fn take(&mut self, line: Line) {
        self.ordering = Some(Ordering::new(line));
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let shell = Shell {
            id: "order",
            title: &text.t("order-title"),
            width: WIDTH.min(ctx.content_rect().width() - 96.0),
        };
        let changes = |ordering: &Option<Ordering>| ordering.as_ref().map_or(0, |ordering| ordering.changes().len());
        let shown = shell.show_holding(ctx, changes(&self.ordering) > 0, |ui| {
            sentence(ui, &text.t("order-help"), palette(ui).text_muted);
            ui.add_space(space::M);
            self.content(ui, text);
            let count = changes(&self.ordering);
            let label = text.tv("order-do", &[("count", count.into())]);
            let (apply, cancel) = buttons(ui, &label, count > 0, &text.t("cancel"));
            match (apply, cancel) {
                (true, _) => Some(Answer::Order(
                    self.ordering.as_ref().map(Ordering::files).unwrap_or_default(),
                )),
                (false, true) => Some(Answer::Cancel),
                (false, false) => None,
            }
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }

    fn content(&mut self, ui: &mut Ui, text: &Text) {
        let Some(mut ordering) = self.ordering.take() else {
            sentence(ui, &text.t("order-reading"), palette(ui).text_muted);
            return;
        };
        let line = ordering.line();
        if line.too_many {
            sentence(ui, &text.t("order-too-many"), palette(ui).text_muted);
        } else if line.alone > 0 {
            let said = text.tv("order-alone", &[("count", line.alone.into())]);
            sentence(ui, &said, palette(ui).text_muted);
        }
        if line.unready > 0 {
            let said = text.tv("order-unready", &[("count", line.unready.into())]);
            sentence(ui, &said, palette(ui).text_muted);
        }
        if ordering.is_empty() {
            ui.add_space(space::M);
            sentence(ui, &text.t("order-nobody"), palette(ui).text);
        } else {
            ui.add_space(space::S);
            self.list(ui, &mut ordering, text);
            ui.add_space(space::S);
            self.said(ui, &ordering, text);
        }
        self.ordering = Some(ordering);
    }

    fn list(&mut self, ui: &mut Ui, ordering: &mut Ordering, text: &Text) {
        let most = (ordering.len() as f32 * (ROW + GAP) - GAP).max(ROW);
        let room = ui.ctx().content_rect().height() - REST;
        let height = room.clamp(3.0 * ROW, TALLEST).min(most);
        let first = !std::mem::replace(&mut self.seen, true);
        let mut wanted = None;
        let offset = self.reveal;
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = GAP;
            let area = ScrollArea::vertical().max_height(height).auto_shrink([false, false]);
            area.min_scrolled_height(height)
                .follow_rows(ui, ROW, ordering.len(), |ui, rows| {
                    let top = ui.max_rect().top() - rows.start as f32 * (ROW + GAP);
                    let at = |place: usize| {
                        let top = top + place as f32 * (ROW + GAP);
                        Rect::from_x_y_ranges(ui.max_rect().x_range(), top..=top + ROW)
                    };
                    if let Some(place) = offset {
                        ui.scroll_to_rect_animation(at(place), None, egui::style::ScrollAnimation::none());
                    }
                    let (bounds, clip) = (ui.max_rect(), ui.clip_rect());
                    for place in rows {
                        let Some((number, entry)) = ordering.at(place) else {
                            continue;
                        };
                        let row = Row {
                            place,
                            count: ordering.len(),
                            entry,
                            change: ordering.change_at(place),
                            compared: !ordering.line().too_many,
                        };
                        ui.push_id(number, |ui| {
                            let (response, handle) = row.show(ui, text);
                            // The pointer chooses as the keyboard does, so that keys go on where it was.
                            let pressed = response.clicked() || response.drag_started() || handle.drag_started();
                            if self.reveal == Some(place) || (first && place == 0) || pressed {
                                response.request_focus();
                                self.reveal = None;
                            }
                            for dragged in [&response, &handle] {
                                if dragged.drag_started() {
                                    dragged.dnd_set_drag_payload(Dragged(place));
                                }
                            }
                            wanted = wanted.or(by_key(ui, &response, place, ordering.len()));
                        });
                    }
                    wanted = wanted.or(dropped(ui, (bounds, clip), top, ordering));
                });
        });
        if let Some((from, to)) = wanted
            && ordering.go(from, to)
        {
            self.moved = Some(to);
            self.reveal = Some(to);
            ui.ctx().request_repaint();
        }
    }

    /// What was moved where, and which campaigns change.
    fn said(&self, ui: &mut Ui, ordering: &Ordering, text: &Text) {
        let p = palette(ui);
        let moved = self.moved.and_then(|place| Some((place, ordering.at(place)?.1)));
        if let Some((place, entry)) = moved {
            let values = [
                ("name", entry.name.as_str().into()),
                ("place", (place + 1).into()),
                ("count", ordering.len().into()),
            ];
            let said = text.tv("order-moved", &values);
            let label = ui.add(egui::Label::new(Type::Small.text(&said, p.text)).wrap());
            label.widget_info(|| WidgetInfo::labeled(Role::Status, true, &said));
        }
        let changes = ordering.changes();
        let said = match changes {
            [] => text.t("order-unchanged"),
            changes => {
                let one = |change: &NewPriority| {
                    let name = ordering.at(change.place).map(|(_, entry)| entry.name.as_str())?;
                    Some(format!("{name} ({} → {})", change.before, change.after))
                };
                let named: Vec<String> = changes.iter().take(NAMED).filter_map(one).collect();
                let more = changes.len().saturating_sub(NAMED);
                let key = if more > 0 {
                    "order-changes-more"
                } else {
                    "order-changes"
                };
                let values = [
                    ("count", changes.len().into()),
                    ("names", named.join(", ").into()),
                    ("more", more.into()),
                ];
                text.tv(key, &values)
            }
        };
        ui.add(egui::Label::new(Type::Small.text(said, p.text_muted)).wrap());
    }
}

impl Drop for OrderDialog {
    fn drop(&mut self) {
        self.stop.set();
    }
}

/// The keys that move the campaign with the keyboard, or go to another one.
fn by_key(ui: &Ui, row: &Response, place: usize, count: usize) -> Option<(usize, usize)> {
    if !row.has_focus() {
        return None;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(row.id, filter));
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let last = count.saturating_sub(1);
    let keys = [
        (Key::ArrowUp, place.saturating_sub(1)),
        (Key::ArrowDown, (place + 1).min(last)),
        (Key::Home, 0),
        (Key::End, last),
    ];
    keys.into_iter()
        .find_map(|(key, to)| pressed(Modifiers::ALT, key).then_some((place, to)))
}

/// Shows where the dragged campaign would stand; returns the move once it is released.
fn dropped(ui: &Ui, (bounds, clip): (Rect, Rect), top: f32, ordering: &Ordering) -> Option<(usize, usize)> {
    let from = DragAndDrop::payload::<Dragged>(ui.ctx())?.0;
    let at = ui.input(|input| input.pointer.latest_pos())?;
    let (_, entry) = ordering.at(from)?;
    let p = palette(ui);
    let gap = ((at.y - top) / (ROW + GAP)).round().clamp(0.0, ordering.len() as f32) as usize;
    let painter = ui
        .ctx()
        .layer_painter(LayerId::new(Order::Tooltip, Id::unique("order-drag")));
    let y = top + gap as f32 * (ROW + GAP) - GAP / 2.0;
    if clip.y_range().expand(2.0).contains(y) {
        let line = Rect::from_x_y_ranges(bounds.x_range(), y - 1.5..=y + 1.5);
        painter.rect_filled(line, CornerRadius::same(2), p.accent);
        painter.circle_filled(line.left_center(), 4.0, p.accent);
    }
    ghost(&painter, at, &entry.name, p);
    ui.set_cursor_icon(CursorIcon::Grabbing);
    // Near its edge the list goes on.
    let bottom = top + ordering.len() as f32 * (ROW + GAP) - GAP;
    let (above, below) = (top < clip.top() - 0.5, bottom > clip.bottom() + 0.5);
    let scroll = match (above, below) {
        (true, _) if at.y - clip.top() < EDGE => SCROLL,
        (_, true) if clip.bottom() - at.y < EDGE => -SCROLL,
        (true | false, true | false) => 0.0,
    };
    if scroll != 0.0 {
        ui.scroll_with_delta(vec2(0.0, scroll));
        ui.ctx().request_repaint();
    }
    if !ui.input(|input| input.pointer.any_released()) {
        return None;
    }
    // The gap above a campaign and the one below it are where it stands.
    let to = if gap > from { gap - 1 } else { gap };
    Some((from, to))
}

fn ghost(painter: &egui::Painter, at: egui::Pos2, name: &str, p: &Palette) {
    let short: String = name.chars().take(60).collect();
    let galley = painter.layout_no_wrap(short, Type::BodyStrong.font(), p.text);
    let rect = Rect::from_min_size(at + vec2(14.0, 6.0), galley.size() + vec2(20.0, 12.0));
    let edge = Stroke::new(1.0, p.accent);
    painter.rect(rect, CornerRadius::same(radius::M), p.surface, edge, StrokeKind::Inside);
    painter.galley(rect.min + vec2(10.0, 6.0), galley, p.text);
}

/// A campaign in line, as it is shown.
struct Row<'a> {
    place: usize,
    count: usize,
    entry: &'a Entry,
    change: Option<NewPriority>,
    /// Whether it is known whom it meets.
    compared: bool,
}

impl Row<'_> {
    /// Shows it; the response of the row, and of its handle.
    fn show(&self, ui: &mut Ui, text: &Text) -> (Response, Response) {
        let p = palette(ui);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click_and_drag());
        let handle = rect.with_max_x(rect.left() + HANDLE);
        let grip = ui.interact(handle, response.id.with("handle"), Sense::drag());
        let spoken = self.spoken(text);
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &spoken));
        let hovered = response.hovered() || grip.hovered();
        let fill = if hovered { p.hover } else { p.surface };
        let edge = match self.change {
            Some(_) => Stroke::new(1.5, p.accent),
            None => Stroke::new(1.0, p.border),
        };
        ui.painter()
            .rect(rect, CornerRadius::same(radius::M), fill, edge, StrokeKind::Inside);
        widgets::focus_ring(ui, &response, rect.shrink(2.0), radius::M);
        Icon::GripVertical.paint(ui.painter(), handle.center(), 16.0, p.text_faint);
        if hovered {
            ui.set_cursor_icon(CursorIcon::Grab);
        }
        let number = ui
            .painter()
            .layout_no_wrap((self.place + 1).to_string(), Type::LabelStrong.font(), p.text_muted);
        let at = egui::pos2(
            rect.left() + HANDLE + 24.0 - number.size().x,
            rect.center().y - number.size().y / 2.0,
        );
        ui.painter().galley(at, number, p.text_muted);
        let priority = self.priority();
        let (ink, step) = match self.change {
            Some(_) => (p.accent_text, Type::LabelStrong),
            None => (p.text_muted, Type::Label),
        };
        let priority = ui.painter().layout_no_wrap(priority, step.font(), ink);
        let right = rect.right() - 14.0 - priority.size().x;
        let at = egui::pos2(right, rect.center().y - priority.size().y / 2.0);
        ui.painter().galley(at, priority, ink);
        let left = rect.left() + HANDLE + 36.0;
        let room = right - left - 12.0;
        let at = egui::pos2(left, rect.top() + 5.0);
        widgets::text_line(ui, at, &self.entry.name, Type::BodyStrong, p.text, room);
        let tone = self.entry.status.map_or(Tone::Neutral, |status| status.tone());
        let dot = if tone == Tone::Neutral {
            p.text_faint
        } else {
            tone.color(p)
        };
        ui.painter()
            .circle_filled(egui::pos2(left + 4.0, rect.top() + 32.0), 4.0, dot);
        let at = egui::pos2(left + 14.0, rect.top() + 25.0);
        widgets::text_line(ui, at, &self.detail(text), Type::Caption, p.text_faint, room - 14.0);
        (response, grip)
    }

    /// Its priority, and which one it gets.
    fn priority(&self) -> String {
        match self.change {
            Some(change) => format!("{} → {}", change.before, change.after),
            None => self.entry.rank.priority.to_string(),
        }
    }

    /// Its status, and how many it meets.
    fn detail(&self, text: &Text) -> String {
        let status = self.entry.status.map(|status| text.t(status.label_key()));
        let meets = self
            .compared
            .then(|| text.tv("order-meets", &[("count", self.entry.meets.into())]));
        let parts: Vec<String> = status.into_iter().chain(meets).collect();
        let parts = parts.iter().enumerate().map(|(place, part)| match place {
            0 => part.clone(),
            _ => wording::lower_case(part, text.language()),
        });
        parts.collect::<Vec<_>>().join(" · ")
    }

    fn spoken(&self, text: &Text) -> String {
        let values = [
            ("place", (self.place + 1).into()),
            ("count", self.count.into()),
            ("name", self.entry.name.as_str().into()),
            ("priority", self.priority().into()),
            ("detail", self.detail(text).into()),
        ];
        text.tv("order-row", &values)
    }
}
