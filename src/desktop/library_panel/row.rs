//! One campaign of the list.

use egui::{Color32, CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use super::{LibraryView, pictures::RowPictures};
use crate::{
    campaign::ContentType,
    desktop::{
        theme::{Icon, Type, palette, radius},
        widgets::{self, MenuItem},
    },
    studio::{
        action::{Action, Actions},
        command::Command,
        shelf::{Item, Status},
        tone::Tone,
        trouble::{InWords, Words},
    },
    wording::{self, text::Text},
};

/// Height of a row, in points: of words alone, and with a picture.
const HEIGHT: f32 = 48.0;
const PICTURED: f32 = 76.0;
/// Height of a further line of the name, in points.
const NAME_LINE: f32 = 18.0;
/// Width and height of a picture, in points.
const PICTURE: Vec2 = vec2(72.0, 64.0);

/// Height of a row, in points.
pub(super) const fn height(pictured: bool) -> f32 {
    if pictured { PICTURED } else { HEIGHT }
}

/// How a campaign stands in the list.
#[derive(Debug, Clone, Copy)]
pub(super) struct State {
    /// Whether it is the open one.
    pub open: bool,
    /// Whether it is one of several that are selected.
    pub selected: bool,
    /// Whether its priority is said, because the list goes by that.
    pub says_priority: bool,
}

/// Shows the row of a campaign; the response is that of all but its menu.
pub(super) fn show(
    ui: &mut Ui,
    item: &Item,
    state: State,
    (view, pictures): (LibraryView<'_>, Option<&mut RowPictures>),
    actions: &mut Actions,
) -> Response {
    let State {
        open,
        selected,
        says_priority,
    } = state;
    let (p, text) = (palette(ui), view.text);
    let high = height(pictures.is_some());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), high), Sense::click());
    let second = second_line(item, says_priority, text);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, open || selected, &item.name));
    let hovered = response.hovered() || ui.rect_contains_pointer(rect);
    let (fill, edge) = match (selected, open, hovered) {
        (true, _, _) => (p.accent_soft, p.accent),
        (false, true, _) => (p.surface, p.border),
        (false, false, true) => (p.hover, Color32::TRANSPARENT),
        (false, false, false) => (Color32::TRANSPARENT, Color32::TRANSPARENT),
    };
    ui.painter().rect(
        rect,
        CornerRadius::same(radius::M),
        fill,
        Stroke::new(1.0, edge),
        StrokeKind::Inside,
    );
    if open {
        let bar = Rect::from_min_size(rect.left_top() + vec2(2.0, 8.0), vec2(3.0, high - 16.0));
        ui.painter().rect_filled(bar, CornerRadius::same(2), p.accent);
    }
    widgets::focus_ring(ui, &response, rect.shrink(2.0), radius::M);
    let mut left = rect.left() + 12.0;
    // Beside a picture there is room for two lines of the name.
    let pictured = pictures.is_some();
    if let Some(pictures) = pictures {
        let at = egui::pos2(left - 2.0, rect.center().y - PICTURE.y / 2.0);
        pictures.show(ui, item, Rect::from_min_size(at, PICTURE));
        left += PICTURE.x + 8.0;
    }
    let step = if open { Type::Strong } else { Type::BodyStrong };
    let whole = rect.right() - left - 10.0;
    let room = whole - if hovered || open { 26.0 } else { 0.0 };
    // There the menu's button is below the name, which so breaks in the same place when it appears.
    let (name_room, lines) = if pictured { (whole, 2) } else { (room, 1) };
    let name = widgets::text_rows(ui, &item.name, step, p.text, (name_room, lines));
    // The words stand in the middle.
    let more_lines = if name.rows.len() > 1 { NAME_LINE } else { 0.0 };
    let top = rect.top() + (high - HEIGHT - more_lines) / 2.0;
    let dot = egui::pos2(left + 4.0, top + more_lines + 34.0);
    let tone = item.status.tone();
    ui.painter().circle_filled(
        dot,
        4.0,
        if tone == Tone::Neutral {
            p.text_faint
        } else {
            tone.color(p)
        },
    );
    ui.painter().galley(egui::pos2(left, top + 6.0), name, p.text);
    let ink = if item.status == Status::Broken || item.failing_tests > 0 {
        p.danger
    } else {
        p.text_faint
    };
    widgets::text_line(
        ui,
        egui::pos2(left + 14.0, top + more_lines + 27.0),
        &second,
        Type::Caption,
        ink,
        room - 14.0,
    );
    let middle = if pictured {
        rect.bottom() - 16.0
    } else {
        rect.center().y
    };
    let more = Rect::from_center_size(egui::pos2(rect.right() - 18.0, middle), vec2(28.0, 28.0));
    if hovered || open {
        let name = text.tv("library-more", &[("name", item.name.as_str().into())]);
        let button = ui
            .scope_builder(egui::UiBuilder::new().max_rect(more), |ui| {
                widgets::icon_button(ui, Icon::Ellipsis, &name)
            })
            .inner;
        menu(&button, item, text, actions);
    }
    if let Some(counts) = &item.counts {
        let mut lines = vec![
            wording::performance(counts.shown, counts.clicked, counts.closed, text.language()),
            text.t("counts-are-claims"),
        ];
        lines.extend(view.heard.map(str::to_owned));
        response.on_hover_text(lines.join("\n"))
    } else if let Some(trouble) = &item.trouble {
        let Words { what, hint, .. } = trouble.words(text);
        response.on_hover_text(format!("{what}\n{hint}"))
    } else {
        response
    }
}

/// What is said below the name: the priority where the list goes by it, what kind of pop-up it is and how it stands, and its labels.
fn second_line(item: &Item, says_priority: bool, text: &Text) -> String {
    let priority = (says_priority && item.status != Status::Broken)
        .then(|| text.tv("library-priority", &[("priority", item.rank.to_string().into())]));
    let labels = (!item.labels.is_empty()).then(|| item.labels.join(", "));
    let parts = priority.into_iter().chain([standing(item, text)]).chain(labels);
    parts.collect::<Vec<_>>().join(" · ")
}

fn standing(item: &Item, text: &Text) -> String {
    let status = text.t(item.status.label_key());
    let status = if item.counts.is_some() && item.status == Status::Live {
        status
    } else {
        wording::lower_case(&status, text.language())
    };
    let kind = match item.kind {
        Some(ContentType::Rich) => "content-rich",
        Some(ContentType::Text) => "content-text",
        Some(ContentType::OpenWindow) => "content-open-window",
        None => return status,
    };
    // A problem says more than the status, which the dot shows as well.
    if item.failing_tests > 0 {
        let fails = text.tv("library-tests-fail", &[("count", item.failing_tests.into())]);
        return format!("{} · {fails}", text.t(kind));
    }
    if matches!(item.status, Status::Failing | Status::Unfinished) {
        let counts = [
            ("library-blockers", item.tally.blockers),
            ("library-to-do", item.tally.to_do),
        ];
        let counts = counts.into_iter().filter(|(_, count)| *count > 0);
        let words = counts.map(|(key, count)| text.tv(key, &[("count", count.into())]));
        return std::iter::once(text.t(kind))
            .chain(words)
            .collect::<Vec<_>>()
            .join(" · ");
    }
    // For a campaign on the site, what visitors did says more than its kind.
    match item.counts.as_ref().filter(|_| item.status == Status::Live) {
        Some(counts) => {
            let shown = wording::count(counts.shown, text.language());
            format!("{status} · {}", text.tv("library-shown", &[("count", shown.into())]))
        }
        None => format!("{} · {status}", text.t(kind)),
    }
}

fn menu(button: &egui::Response, item: &Item, text: &Text, actions: &mut Actions) {
    widgets::menu(button, |ui| lines(ui, item, text, actions));
}

pub(super) fn lines(ui: &mut Ui, item: &Item, text: &Text, actions: &mut Actions) {
    let offered = item.commands();
    for command in &offered {
        if *command == Command::Rename && offered[0] != Command::Rename {
            widgets::hairline(ui);
        }
        let label = text.t(&command.label_key());
        let line = MenuItem::new(command.spec().icon, &label).shortcut(command.keys_text(ui.ctx()));
        let line = if *command == Command::Delete {
            line.danger()
        } else {
            line
        };
        if ui.add(line).clicked() {
            actions.send(Action::To(item.path.clone(), *command));
            ui.close();
        }
    }
}
