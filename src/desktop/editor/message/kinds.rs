//! The three kinds of pop-up, as cards to choose from.

use egui::{CornerRadius, Key, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::{
    campaign::{Content, ContentType, Word},
    desktop::{
        editor::desk::Desk,
        theme::{Icon, Type, palette, radius, space},
        widgets,
    },
};

const KINDS: [(ContentType, Icon, &str, &str); 3] = [
    (
        ContentType::Rich,
        Icon::PictureInPicture2,
        "editor-rich",
        "editor-rich-help",
    ),
    (
        ContentType::Text,
        Icon::MessageCircle,
        "editor-bubble",
        "editor-bubble-help",
    ),
    (
        ContentType::OpenWindow,
        Icon::AppWindow,
        "editor-open-window",
        "editor-open-window-help",
    ),
];

/// Shows the cards.
pub(super) fn show(ui: &mut Ui, content: &mut Content, desk: &mut Desk<'_, '_>) {
    let before = content.kind.known();
    let gap = space::M;
    let width = (ui.available_width() - 2.0 * gap) / 3.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (kind, icon, title, help) in KINDS {
            let chosen = content.kind.known() == Some(kind);
            if card(ui, width, chosen, icon, &desk.t(title), &desk.t(help), desk) {
                content.kind = Word::Known(kind);
            }
        }
    });
    if content.kind.known() != before {
        desk.structural("editor-step-type");
    }
    for finding in desk.findings_exactly("/content/type") {
        widgets::finding_line(ui, finding.tone, &finding.line());
    }
}

fn card(ui: &mut Ui, width: f32, chosen: bool, icon: Icon, title: &str, help: &str, desk: &Desk<'_, '_>) -> bool {
    let p = palette(ui);
    let inner = width - 2.0 * 14.0;
    let head = ui
        .painter()
        .layout_no_wrap(title.to_owned(), Type::BodyStrong.font(), p.text);
    let text = ui
        .painter()
        .layout(help.to_owned(), Type::Caption.font(), p.text_muted, inner);
    let tall = (head.size().y + text.size().y + 30.0).max(78.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, tall), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, title));
    let (fill, edge) = match (chosen, response.hovered()) {
        (true, _) => (p.accent_soft, Stroke::new(2.0, p.accent)),
        (false, true) => (p.hover, Stroke::new(1.0, p.control_border)),
        (false, false) => (p.surface, Stroke::new(1.0, p.border)),
    };
    ui.painter()
        .rect(rect, CornerRadius::same(radius::M + 2), fill, edge, StrokeKind::Inside);
    let ink = if chosen { p.accent_text } else { p.text_faint };
    let left = rect.left() + 14.0;
    let top = rect.top() + 13.0;
    Icon::paint(
        icon,
        ui.painter(),
        egui::pos2(rect.right() - 22.0, top + 9.0),
        18.0,
        ink,
    );
    let below = top + head.size().y + 3.0;
    ui.painter().galley(egui::pos2(left, top), head, p.text);
    ui.painter().galley(egui::pos2(left, below), text, p.text_muted);
    widgets::focus_ring(ui, &response, rect, radius::M + 2);
    if chosen {
        desk.arrive_exactly(ui, "/content/type", response.id, rect);
    }
    let chosen_by_key = response.has_focus() && ui.input(|input| input.key_pressed(Key::Space));
    response.clicked() || chosen_by_key
}
