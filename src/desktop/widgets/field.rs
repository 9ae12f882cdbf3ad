//! Text fields with a label above, and a finding or a hint below.

use egui::{Align, Align2, Id, Margin, Response, Role, TextEdit, Ui, WidgetInfo, text::TextFormat, vec2};

use super::pills::{PillStyle, Pills, PressedPill, pill_edit};

use crate::{
    desktop::theme::{Icon, Palette, Type, control_height, height, palette, space},
    studio::tone::Tone,
};

/// Shows a label above a field; the field is `labelled_by` its id.
pub fn field_label(ui: &mut Ui, text: &str) -> Response {
    ui.label(Type::Label.text(text, palette(ui).text))
}

/// A hint below a field.
pub fn help_line(ui: &mut Ui, text: &str) -> Response {
    ui.label(Type::Caption.text(text, palette(ui).text_faint))
}

/// Names the counter at `place` for screen readers, which say it as it changes once it `is_announced`.
pub fn tell_count(ui: &Ui, id: Id, place: egui::Rect, words: &str, is_announced: bool) {
    let response = ui.interact(place, id, egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    if is_announced {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_live(egui::accesskit::Live::Polite);
        });
    }
}

/// Shows what is wrong with a field, below it.
pub fn finding_line(ui: &mut Ui, tone: Tone, text: &str) -> Response {
    let color = tone.color(palette(ui));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, _) = ui.allocate_exact_size(vec2(14.0, 16.0), egui::Sense::hover());
        let icon = if tone == Tone::Danger {
            Icon::CircleAlert
        } else {
            Icon::TriangleAlert
        };
        icon.paint(ui.painter(), rect.center(), 14.0, color);
        ui.add(egui::Label::new(Type::Caption.text(text, color)).wrap())
    })
    .inner
}

/// That something is in a conflict: `text` in a line, `reason` in its tooltip and for screen readers.
pub fn conflict_line(ui: &mut Ui, text: &str, reason: &str) -> Response {
    let color = palette(ui).danger;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, _) = ui.allocate_exact_size(vec2(14.0, 16.0), egui::Sense::hover());
        Icon::Ban.paint(ui.painter(), rect.center(), 14.0, color);
        let line = ui.add(egui::Label::new(Type::Caption.text(text, color)).wrap());
        line.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{text} {reason}")));
        line.on_hover_text(reason)
    })
    .inner
}

/// What became of a field in this frame.
pub struct FieldResponse {
    /// Of the text field itself; `changed()` and `lost_focus()` matter most.
    pub response: Response,
    /// The pill that was pressed in it.
    pub pressed: Option<PressedPill>,
    /// Whether something was left out for which there was no room.
    pub was_cut: bool,
}

/// A text field with its label.
#[must_use = "call `show`"]
pub struct Field<'a> {
    text: &'a mut String,
    label: &'a str,
    hidden_label: bool,
    other_label: Option<Id>,
    id: Option<Id>,
    placeholder: &'a str,
    help: &'a str,
    findings: &'a [(Tone, String)],
    fault: Option<&'a str>,
    rows: usize,
    secret: bool,
    pills: Option<Pills<'a>>,
    inset: Margin,
}

impl<'a> Field<'a> {
    /// A field for `text`, called `label`.
    pub fn new(label: &'a str, text: &'a mut String) -> Self {
        Self {
            text,
            label,
            hidden_label: false,
            other_label: None,
            id: None,
            placeholder: "",
            help: "",
            findings: &[],
            fault: None,
            rows: 1,
            secret: false,
            pills: None,
            inset: Margin::ZERO,
        }
    }

    /// Keeps the label for screen readers and shows none.
    pub fn hide_label(mut self) -> Self {
        self.hidden_label = true;
        self
    }

    /// Shows no label: the one with this identity is already above the field.
    pub fn labelled_by(mut self, label: Id) -> Self {
        self.hidden_label = true;
        self.other_label = Some(label);
        self
    }

    /// Sets a lasting identity, so that other places can move the focus here.
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// Sets the text shown while the field is empty.
    pub fn placeholder(mut self, text: &'a str) -> Self {
        self.placeholder = text;
        self
    }

    /// Sets the text below the field while nothing is wrong.
    pub fn help(mut self, text: &'a str) -> Self {
        self.help = text;
        self
    }

    /// Sets what is wrong with the field.
    pub fn findings(mut self, findings: &'a [(Tone, String)]) -> Self {
        self.findings = findings;
        self
    }

    /// Marks the field as wrong where the reason stands elsewhere.
    pub fn fault(mut self, reason: Option<&'a str>) -> Self {
        self.fault = reason;
        self
    }

    /// Several lines high.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// Shows parts of the text as pills. The field needs a lasting identity.
    pub fn pills(mut self, pills: Pills<'a>) -> Self {
        self.pills = Some(pills);
        self
    }

    /// Keeps room inside the field free of text, in points: for what stands in it besides.
    pub fn inset(mut self, right: i8, bottom: i8) -> Self {
        self.inset = Margin {
            right,
            bottom,
            ..Margin::ZERO
        };
        self
    }

    /// Shows dots instead of the typed text.
    pub fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// Shows the field over the whole width.
    pub fn show(self, ui: &mut Ui) -> FieldResponse {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            let label = (!self.hidden_label).then(|| head(ui, self.label));
            let found = self.findings.iter().filter(|(tone, _)| *tone == Tone::Danger);
            let faults: Vec<&str> = found.map(|(_, line)| line.as_str()).chain(self.fault).collect();
            let wrong = !faults.is_empty();
            let look = Look {
                placeholder: self.placeholder,
                rows: self.rows,
                wrong,
                secret: self.secret,
                pills: self.pills,
                inset: self.inset,
            };
            let (response, pressed, was_cut) = input(ui, self.id, self.text, &look);
            let response = match label.map(|label| label.id).or(self.other_label) {
                Some(label) => response.labelled_by(label),
                None => response.accessible_name(self.label),
            };
            if wrong {
                ui.ctx().accesskit_node_builder(response.id, |node| {
                    node.set_invalid(egui::accesskit::Invalid::True);
                    node.set_description(faults.join(" "));
                });
            }
            for (tone, text) in self.findings {
                finding_line(ui, *tone, text);
            }
            if self.findings.is_empty() && !self.help.is_empty() {
                help_line(ui, self.help);
            }
            FieldResponse {
                response,
                pressed,
                was_cut,
            }
        })
        .inner
    }
}

fn head(ui: &mut Ui, label: &str) -> Response {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 16.0;
        ui.horizontal(|ui| field_label(ui, label)).inner
    })
    .inner
}

/// How the input itself looks.
struct Look<'a> {
    placeholder: &'a str,
    rows: usize,
    wrong: bool,
    secret: bool,
    pills: Option<Pills<'a>>,
    inset: Margin,
}

fn input(ui: &mut Ui, id: Option<Id>, text: &mut String, look: &Look<'_>) -> (Response, Option<PressedPill>, bool) {
    let Look { rows, wrong, pills, .. } = *look;
    let p = palette(ui);
    let ui_look = (p, side(ui), control_height(ui));
    ui.scope(|ui| {
        if wrong {
            let widgets = &mut ui.visuals_mut().widgets;
            widgets.inactive.bg_stroke.color = p.danger;
            widgets.hovered.bg_stroke.color = p.danger;
        }
        if let (Some(pills), Some(id)) = (pills, id) {
            let output = pill_edit(ui, id, text, pills, &pill_style(p, rows), |edit| {
                dress(edit, look, ui_look)
            });
            return (output.response, output.pressed, output.was_cut);
        }
        let mut edit = if rows > 1 {
            TextEdit::multiline(text)
        } else {
            TextEdit::singleline(text)
        };
        if let Some(id) = id {
            edit = edit.id(id);
        }
        (ui.add(dress(edit, look, ui_look)), None, false)
    })
    .inner
}

/// Gives a field its size and its frame.
fn dress<'t>(edit: TextEdit<'t>, look: &Look<'_>, (p, side, tall): (&Palette, i8, f32)) -> TextEdit<'t> {
    let edit = edit
        .hint_text(Type::Body.text(look.placeholder, p.text_faint))
        .password(look.secret)
        .desired_width(f32::INFINITY);
    if look.rows > 1 {
        edit.desired_rows(look.rows)
            .margin(Margin::symmetric(side, 7) + look.inset)
    } else {
        edit.margin(Margin::symmetric(side, 0) + look.inset)
            .min_size(vec2(0.0, tall))
            .align(Align2::LEFT_CENTER)
    }
}

fn pill_style(p: &Palette, rows: usize) -> PillStyle {
    let plain = TextFormat::simple(Type::Body.font(), p.text);
    PillStyle {
        pill: TextFormat {
            color: p.accent_text,
            font_id: Type::Label.font(),
            ..plain.clone()
        },
        plain,
        wash: p.accent.gamma_multiply(0.14),
        wraps: rows > 1,
        breaks: rows > 1,
        align: Align::LEFT,
    }
}

/// What a field keeps free at its left and right: less where fields are low.
pub(super) fn side(ui: &Ui) -> i8 {
    if control_height(ui) < height::CONTROL { 10 } else { 12 }
}

/// A field for searching, with a magnifying glass; `name` is its accessible name and its placeholder.
pub fn search_field(ui: &mut Ui, id: Id, text: &mut String, name: &str) -> Response {
    let edit = TextEdit::singleline(text)
        .id(id)
        .hint_text(Type::Body.text(name, palette(ui).text_faint))
        .desired_width(f32::INFINITY)
        .margin(Margin {
            left: 34,
            right: 12,
            top: 0,
            bottom: 0,
        })
        .min_size(vec2(0.0, height::CONTROL))
        .align(Align2::LEFT_CENTER);
    let response = ui.add(edit).accessible_name(name);
    let center = egui::pos2(response.rect.left() + space::L + 2.0, response.rect.center().y);
    Icon::Search.paint(ui.painter(), center, 15.0, palette(ui).text_faint);
    response
}
