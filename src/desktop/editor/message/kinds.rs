//! The three kinds of pop-up, as cards to choose from.

use std::sync::Arc;

use egui::{
    Align, CornerRadius, Galley, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, text::LayoutJob, vec2,
};

use crate::{
    campaign::{Content, ContentType, Word},
    desktop::{
        editor::desk::Desk,
        theme::{Icon, Type, palette, radius, space},
        widgets::{self, Arrows},
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
    let gap = space::S;
    let width = (ui.available_width() - 2.0 * gap) / 3.0;
    let faces = KINDS.map(|(_, icon, title, help)| Face::new(ui, icon, desk.t(title), desk.t(help), width));
    let tall = faces.iter().map(Face::height).fold(0.0, f32::max);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        let chosen = before.and_then(|before| KINDS.iter().position(|(kind, ..)| *kind == before));
        // One stop of the keyboard: the chosen one.
        let stop = chosen.unwrap_or(0);
        let cards: Vec<Response> = faces
            .into_iter()
            .enumerate()
            .map(|(place, face)| {
                let sense = if place == stop { Sense::click() } else { Sense::CLICK };
                let card = card(ui, (vec2(width, tall), sense), chosen == Some(place), face);
                if place == stop {
                    desk.arrive_exactly(ui, "/content/type", card.id, card.rect);
                }
                card
            })
            .collect();
        let clicked = cards.iter().position(Response::clicked);
        let moved = widgets::moved_by_arrows(ui, &cards, Arrows::All);
        if let Some((kind, ..)) = moved.or(clicked).and_then(|place| KINDS.get(place)) {
            content.kind = Word::Known(*kind);
        }
    });
    if content.kind.known() != before {
        desk.structural("editor-step-type");
    }
    for finding in desk.findings_exactly("/content/type") {
        widgets::finding_line(ui, finding.tone(), &finding.line());
    }
}

/// The content of a card, laid out.
struct Face {
    icon: Icon,
    title: String,
    help: String,
    words: Arc<Galley>,
}

impl Face {
    fn new(ui: &Ui, icon: Icon, title: String, help: String, width: f32) -> Self {
        let mut job = LayoutJob::simple(title.clone(), Type::Label.font(), palette(ui).text, width - 12.0);
        job.halign = Align::Center;
        Self {
            icon,
            title,
            help,
            words: ui.painter().layout_job(job),
        }
    }

    fn height(&self) -> f32 {
        self.words.size().y + 40.0
    }
}

fn card(ui: &mut Ui, (size, sense): (Vec2, Sense), chosen: bool, face: Face) -> Response {
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(size, sense);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, &face.title));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_description(face.help.clone()));
    let (fill, edge) = match (chosen, response.hovered()) {
        (true, _) => (p.accent_soft, Stroke::new(1.5, p.accent)),
        (false, true) => (p.hover, Stroke::new(1.0, p.control_border)),
        (false, false) => (p.surface, Stroke::new(1.0, p.control_border)),
    };
    ui.painter()
        .rect(rect, CornerRadius::same(radius::M), fill, edge, StrokeKind::Inside);
    let ink = if chosen { p.accent_text } else { p.text_muted };
    let at = egui::pos2(rect.center().x, rect.top() + 18.0);
    face.icon.paint(ui.painter(), at, 18.0, ink);
    let ink = if chosen { p.accent_text } else { p.text };
    let at = egui::pos2(rect.center().x, rect.top() + 31.0);
    ui.painter().galley_with_override_text_color(at, face.words, ink);
    widgets::focus_ring(ui, &response, rect, radius::M);
    response.on_hover_text(face.help)
}
