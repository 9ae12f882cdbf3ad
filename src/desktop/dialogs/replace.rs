//! Another text in the addresses of many campaigns: what it changes is listed place by place before anything is replaced.

use std::ops::Range;

use egui::{
    CornerRadius, Id, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, text::TextFormat, vec2,
};

use super::{
    Answer, DialogView,
    shell::{Shell, buttons, sentence},
};
use crate::{
    desktop::{
        theme::{Icon, Type, palette, radius, space},
        widgets::{self, Button, Field, Follow},
    },
    studio::{
        replacing::{Held, Line, Question, Replacing},
        trouble::Words,
    },
    wording::{self, text::Text},
};

/// Height of a line of the list, in points.
const ROW: f32 = 68.0;
/// Most width of the dialog, in points.
const WIDTH: f32 = 720.0;
/// Width from which both fields stand side by side, in points.
const SIDE_BY_SIDE: f32 = 480.0;
/// How many characters before the first change are shown of a long address.
const BEFORE: usize = 24;

/// Replaces a text in addresses.
#[derive(Debug)]
pub struct ReplaceDialog {
    /// Distinguishes dialogs, so that an answer reaches the one that asked.
    pub number: u64,
    /// What is replaced where.
    pub replacing: Replacing,
    seen: bool,
}

impl ReplaceDialog {
    /// Begins with nothing to find.
    pub fn new(number: u64, replacing: Replacing) -> Self {
        Self {
            number,
            replacing,
            seen: false,
        }
    }

    /// What is to be found out.
    pub fn ask(&mut self) -> Option<Question> {
        self.replacing.ask()
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let shell = Shell {
            id: "replace address",
            title: &text.t("replace-title"),
            width: WIDTH.min(ctx.content_rect().width() - 96.0),
        };
        let shown = shell.show_holding(ctx, self.replacing.is_named(), |ui| {
            let among = match self.replacing.among {
                None => text.t("replace-among-all"),
                Some(count) => text.tv("replace-among-selected", &[("count", count.into())]),
            };
            sentence(ui, &among, palette(ui).text_muted);
            ui.add_space(space::S);
            self.fields(ui, text);
            ui.add_space(space::S);
            self.head(ui, text);
            self.list(ui, text);
            let counts = self.replacing.counts();
            let ready = self.replacing.is_answered() && self.replacing.is_named() && counts.places > 0;
            let label = text.tv("replace-do", &[("count", counts.places.into())]);
            let (replace, cancel) = buttons(ui, &label, ready, &text.t("cancel"));
            match (replace, cancel) {
                (true, _) => Some(Answer::Replace(self.replacing.changes(), self.replacing.site_changes())),
                (false, true) => Some(Answer::Cancel),
                (false, false) => None,
            }
        });
        let asks = (!self.replacing.is_gathering() && !self.replacing.is_asked()).then_some(Answer::FindAddress);
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel)).or(asks)
    }

    fn fields(&mut self, ui: &mut Ui, text: &Text) {
        let (find, with) = (text.t("replace-find"), text.t("replace-with"));
        let side_by_side = ui.available_width() >= SIDE_BY_SIDE;
        let first = !std::mem::replace(&mut self.seen, true);
        let Replacing { wanted, with: new, .. } = &mut self.replacing;
        let mut fields = [
            (find, "address to find", "https://old.example.com", wanted),
            (with, "address to put", "https://www.example.com", new),
        ];
        let show = |ui: &mut Ui, (label, id, hint, value): &mut (String, &str, &str, &mut String)| {
            Field::new(label, value)
                .id(Id::unique(*id))
                .placeholder(hint)
                .show(ui)
                .response
        };
        let response = if side_by_side {
            // What is shown first has the keyboard first.
            ui.columns(2, |columns| {
                let [left, right] = &mut fields;
                let response = show(&mut columns[0], left);
                show(&mut columns[1], right);
                response
            })
        } else {
            let [above, below] = &mut fields;
            let response = show(ui, above);
            show(ui, below);
            response
        };
        if first {
            response.request_focus();
        }
    }

    /// How much is found, and the way to take all places or none.
    fn head(&mut self, ui: &mut Ui, text: &Text) {
        let p = palette(ui);
        let counts = self.replacing.counts();
        let said = if self.replacing.is_gathering() {
            text.t("library-loading")
        } else if self.replacing.wanted.trim().is_empty() {
            text.t("replace-help")
        } else if self.replacing.lines().is_empty() && self.replacing.is_answered() {
            text.t("replace-nothing")
        } else {
            let in_campaigns = counts.places - counts.in_site;
            let values = [("count", in_campaigns.into()), ("campaigns", counts.campaigns.into())];
            let mut said = text.tv("replace-found", &values);
            if counts.in_site > 0 {
                let in_site = text.tv("replace-in-site", &[("count", counts.in_site.into())]);
                said = format!("{said} {in_site}");
            }
            for (key, count) in [
                ("replace-refused", counts.refused),
                ("replace-left-out", counts.left_out),
            ] {
                if count > 0 {
                    said = format!("{said} · {}", text.tv(key, &[("count", count.into())]));
                }
            }
            said
        };
        ui.horizontal(|ui| {
            ui.set_min_height(28.0);
            let several = self.replacing.lines().len() > 1;
            let buttons = if several { 132.0 } else { 0.0 };
            let room = (ui.available_width() - buttons).max(80.0);
            let (rect, response) = ui.allocate_exact_size(vec2(room, 28.0), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &said));
            let at = rect.left_center() - vec2(0.0, 8.0);
            widgets::text_line(ui, at, &said, Type::Label, p.text_muted, room);
            if several {
                for (key, take) in [("replace-all", true), ("replace-none", false)] {
                    if ui.add(Button::ghost(text.t(key)).small()).clicked() {
                        self.replacing.turn_all(take);
                    }
                }
            }
        });
    }

    fn list(&mut self, ui: &mut Ui, text: &Text) {
        if self.replacing.lines().is_empty() {
            return;
        }
        let tallest = (ui.ctx().content_rect().height() - 380.0).clamp(2.0 * ROW, 8.0 * ROW);
        let count = self.replacing.lines().len();
        let height = tallest.min(count as f32 * (ROW + space::XS));
        let mut turned = None;
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            let area = ScrollArea::vertical().max_height(height).auto_shrink([false, false]);
            let area = area.min_scrolled_height(height);
            area.follow_rows(ui, ROW, count, |ui, rows| {
                for place in rows {
                    let Some(line) = self.replacing.lines().get(place) else {
                        continue;
                    };
                    let Some((held, address)) = self.replacing.at(line) else {
                        continue;
                    };
                    let takes = self.replacing.takes(line);
                    let is_named = self.replacing.is_named();
                    let used = wording::address_use(&address.used, text.language());
                    ui.push_id((line.campaign, line.address), |ui| {
                        if row(ui, (held, &address.text, &used), line, (takes, is_named), text) {
                            turned = Some(place);
                        }
                    });
                }
            });
        });
        if let Some(place) = turned {
            self.replacing.turn(place);
        }
    }
}

/// Shows one place; true when it was pressed.
fn row(
    ui: &mut Ui,
    (held, before, used): (&Held, &str, &str),
    line: &Line,
    (takes, is_named): (bool, bool),
    text: &Text,
) -> bool {
    let p = palette(ui);
    let refused = line.replacement.refused.as_ref().map(|finding| {
        let said = wording::finding(finding, text.language());
        Words {
            what: said.message,
            hint: said.fix,
            code: finding.code().to_owned(),
        }
    });
    let sense = if refused.is_some() {
        Sense::hover()
    } else {
        Sense::click()
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), sense);
    let spoken = match &refused {
        None if !is_named => format!("{}, {used}: {before}", held.name),
        None => text.tv(
            "replace-line",
            &[
                ("name", held.name.as_str().into()),
                ("use", used.into()),
                ("before", before.into()),
                ("after", line.replacement.after.as_str().into()),
            ],
        ),
        Some(why) => format!("{}, {used}: {before}. {}", held.name, why.what),
    };
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, refused.is_none(), takes, &spoken));
    let fill = if response.hovered() && refused.is_none() {
        p.hover
    } else {
        p.surface
    };
    let edge = Stroke::new(1.0, p.border);
    ui.painter()
        .rect(rect, CornerRadius::same(radius::M), fill, edge, StrokeKind::Inside);
    widgets::focus_ring(ui, &response, rect.shrink(2.0), radius::M);
    let sign = Rect::from_center_size(rect.left_center() + vec2(22.0, 0.0), vec2(18.0, 18.0));
    match (&refused, takes) {
        (Some(_), _) => Icon::Ban.paint(ui.painter(), sign.center(), 16.0, p.warning),
        (None, true) => {
            ui.painter().rect_filled(sign, CornerRadius::same(radius::S), p.accent);
            Icon::Check.paint(ui.painter(), sign.center(), 14.0, p.on_accent);
        }
        (None, false) => {
            let edge = Stroke::new(1.5, p.control_border);
            ui.painter()
                .rect(sign, CornerRadius::same(radius::S), p.input, edge, StrokeKind::Inside);
        }
    }
    let words = rect.with_min_x(rect.left() + 44.0).with_max_x(rect.right() - 12.0);
    let ink = if takes { p.text } else { p.text_muted };
    let at = words.left_top() + vec2(0.0, 7.0);
    let head = format!("{} · {used}", held.name);
    widgets::text_line(ui, at, &head, Type::LabelStrong, ink, words.width());
    let replacement = &line.replacement;
    let at = words.left_top() + vec2(0.0, 27.0);
    address(
        ui,
        at,
        words.width(),
        ("", before),
        &replacement.found,
        (p.text_muted, p.danger),
    );
    let at = words.left_top() + vec2(0.0, 45.0);
    match &refused {
        Some(why) => widgets::text_line(ui, at, &why.what, Type::Caption, p.warning, words.width()),
        None if !is_named => {}
        None => address(
            ui,
            at,
            words.width(),
            ("→ ", &replacement.after),
            &replacement.put,
            (ink, p.success),
        ),
    }
    if let Some(Words { what, hint, .. }) = refused {
        response.on_hover_text(format!("{what}\n{hint}"));
        return false;
    }
    response.clicked()
}

/// Paints an address from a little before its first changed part on, in one line; what changes stands out.
fn address(
    ui: &Ui,
    at: egui::Pos2,
    width: f32,
    (sign, text): (&str, &str),
    marked: &[Range<usize>],
    (plain, mark): (egui::Color32, egui::Color32),
) {
    let format = |color, line: bool| TextFormat {
        underline: if line { Stroke::new(1.0, color) } else { Stroke::NONE },
        ..TextFormat::simple(Type::Caption.font(), color)
    };
    let first = marked.first().map_or(0, |range| range.start);
    let start = text[..first].char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
    let mut job = egui::text::LayoutJob::default();
    job.append(sign, 0.0, format(plain, false));
    if start > 0 {
        job.append("…", 0.0, format(plain, false));
    }
    let mut from = start;
    for range in marked {
        job.append(&text[from..range.start], 0.0, format(plain, false));
        job.append(&text[range.clone()], 0.0, format(mark, true));
        from = range.end;
    }
    job.append(&text[from..], 0.0, format(plain, false));
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(0.0));
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(at, galley, plain);
}
