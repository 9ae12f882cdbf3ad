//! Where campaigns are published to: the list of connections, with the one that this library uses.

use egui::{Align, CornerRadius, Layout, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::{
    Answer, DialogView,
    connection_form::ConnectionForm,
    shell::{Shell, sentence},
};
use crate::{
    desktop::{
        theme::{Icon, Type, palette, radius, space},
        widgets::{self, Button},
    },
    publish::{Connection, Kept},
    studio::{
        publishing::{ConnectionState, LOCAL, Trial},
        tone::Tone,
        trouble::{self, InWords},
    },
    wording::text::Text,
};

/// Height of a connection in the list, in points.
const ROW: f32 = 60.0;

/// Lists connections; one of them at a time is edited.
#[derive(Debug, Default)]
pub struct ConnectionsDialog {
    form: Option<ConnectionForm>,
    /// The connection to remove, once the user confirms.
    removing: Option<String>,
    /// The notice after saving a connection: where its token is kept.
    notice: Option<(Tone, &'static str)>,
}

impl ConnectionsDialog {
    /// Starts with the form for a new connection if there is none yet.
    pub fn new(none_yet: bool) -> Self {
        Self {
            form: none_yet.then(ConnectionForm::default),
            ..Self::default()
        }
    }

    /// Notes the result of trying.
    pub fn tried(&mut self, trial: trouble::Result<Trial>) {
        if let Some(form) = &mut self.form {
            form.tried(trial);
        }
    }

    /// Notes the result of saving: where the token is kept, if one was given; or what went wrong.
    pub fn saved(&mut self, result: trouble::Result<Option<Kept>>) {
        match result {
            Ok(kept) => {
                self.form = None;
                self.notice = kept.map(|kept| match kept {
                    Kept::Keyring => (Tone::Success, "connection-kept-keyring"),
                    Kept::File => (Tone::Warning, "connection-kept-file"),
                });
            }
            Err(error) => {
                if let Some(form) = &mut self.form {
                    form.failed(error);
                }
            }
        }
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let title = match &self.form {
            None => "connections-title",
            Some(form) if form.is_new() => "connection-new",
            Some(_) => "connection-edit",
        };
        let shell = Shell {
            id: "connections",
            title: &text.t(title),
            width: 540.0,
        };
        let shown = shell.show_holding(ctx, self.form.is_some(), |ui| match &mut self.form {
            Some(form) => form.show(ui, view),
            None => self.list(ui, view),
        });
        let back = matches!(shown.inner, Some(Answer::Cancel)) || shown.dismissed;
        if back && self.form.is_some() && !view.published.connections().is_empty() {
            self.form = None;
            return None;
        }
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }

    fn list(&mut self, ui: &mut Ui, view: DialogView<'_>) -> Option<Answer> {
        let (text, p) = (view.text, palette(ui));
        sentence(ui, &text.t("connections-help"), p.text_muted);
        ui.add_space(space::S);
        if let Some((tone, key)) = self.notice {
            let icon = if tone == Tone::Warning {
                Icon::TriangleAlert
            } else {
                Icon::Lock
            };
            widgets::notice(ui, tone, icon, "", |ui| {
                ui.add(egui::Label::new(Type::Small.text(text.t(key), p.text)).wrap());
            });
            ui.add_space(space::XS);
        }
        let mut answer = None;
        for connection in view.published.connections() {
            let row = ui.push_id(&connection.id, |ui| self.row(ui, view, connection)).inner;
            answer = answer.or(row);
        }
        ui.add_space(space::L);
        ui.horizontal(|ui| {
            let add = Button::secondary(text.t("connection-add")).icon(Icon::Plus);
            if ui.add(add).clicked() {
                self.form = Some(ConnectionForm::default());
                self.notice = None;
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.add(Button::primary(text.t("connections-done"))).clicked() {
                    answer = Some(Answer::Cancel);
                }
            });
        });
        answer
    }

    fn row(&mut self, ui: &mut Ui, view: DialogView<'_>, connection: &Connection) -> Option<Answer> {
        let (text, p) = (view.text, palette(ui));
        if self.removing.as_deref() == Some(&connection.id) {
            return self.really_remove(ui, text, connection);
        }
        let chosen = view.published.connection().is_some_and(|one| one.id == connection.id);
        let name = connection_name(connection, text);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &name));
        let (fill, edge) = if chosen {
            (p.accent_soft, Stroke::new(1.5, p.accent))
        } else if response.hovered() {
            (p.hover, Stroke::new(1.0, p.control_border))
        } else {
            (p.input, Stroke::new(1.0, p.control_border))
        };
        ui.painter()
            .rect(rect, CornerRadius::same(radius::M), fill, edge, StrokeKind::Inside);
        widgets::focus_ring(ui, &response, rect, radius::M);
        let icon = if connection.id == LOCAL {
            Icon::Monitor
        } else {
            Icon::Globe
        };
        let ink = if chosen { p.accent_text } else { p.text_faint };
        icon.paint(ui.painter(), rect.left_center() + vec2(24.0, 0.0), 20.0, ink);
        let words = rect.with_min_x(rect.left() + 48.0).with_max_x(rect.right() - 84.0);
        widgets::text_line(
            ui,
            words.left_top() + vec2(0.0, 11.0),
            &name,
            Type::BodyStrong,
            p.text,
            words.width(),
        );
        let state = state_of(view, connection, text);
        widgets::text_line(
            ui,
            words.left_top() + vec2(0.0, 32.0),
            &state,
            Type::Caption,
            p.text_muted,
            words.width(),
        );
        let mut answer = response.clicked().then(|| Answer::PublishTo(connection.id.clone()));
        let controls = rect.with_min_x(rect.right() - 80.0).shrink2(vec2(8.0, 0.0));
        let inside = egui::UiBuilder::new()
            .max_rect(controls)
            .layout(Layout::right_to_left(Align::Center));
        ui.scope_builder(inside, |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let named = |key: &str| text.tv(key, &[("name", name.as_str().into())]);
            if widgets::icon_button(ui, Icon::Trash2, &named("connection-remove")).clicked() {
                self.removing = Some(connection.id.clone());
                answer = None;
            }
            if connection.id != LOCAL && widgets::icon_button(ui, Icon::Pencil, &named("connection-edit-of")).clicked()
            {
                self.form = Some(ConnectionForm::of(connection));
                answer = None;
            }
        });
        answer
    }

    fn really_remove(&mut self, ui: &mut Ui, text: &Text, connection: &Connection) -> Option<Answer> {
        let name = connection_name(connection, text);
        let title = text.tv("connection-remove-title", &[("name", name.into())]);
        let mut answer = None;
        widgets::notice(ui, Tone::Danger, Icon::Trash2, &title, |ui| {
            let p = palette(ui);
            ui.add(egui::Label::new(Type::Small.text(text.t("connection-remove-help"), p.text)).wrap());
            ui.horizontal(|ui| {
                if ui.add(Button::danger(text.t("connection-remove-do")).small()).clicked() {
                    answer = Some(Answer::RemoveConnection(connection.id.clone()));
                    self.removing = None;
                }
                if ui.add(Button::secondary(text.t("cancel")).small()).clicked() {
                    self.removing = None;
                }
            });
        });
        answer
    }
}

/// Returns the name of a connection: the one to this computer in the app's own language.
pub fn connection_name(connection: &Connection, text: &Text) -> String {
    if connection.id == LOCAL {
        text.t("connection-local")
    } else {
        connection.name.clone()
    }
}

/// Returns the address and the state of the connection.
fn state_of(view: DialogView<'_>, connection: &Connection, text: &Text) -> String {
    let shown = connection.url.trim_end_matches('/');
    match view.lines.get(&connection.id) {
        Some(ConnectionState::Online) => format!("{shown} · {}", text.t("line-online")),
        Some(ConnectionState::Offline(_)) => format!("{shown} · {}", text.t("line-offline")),
        Some(ConnectionState::Stopped(reason)) => format!("{shown} · {}", reason.words(text).what),
        Some(ConnectionState::Unknown) | None => shown.to_owned(),
    }
}
