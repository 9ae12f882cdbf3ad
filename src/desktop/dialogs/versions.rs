//! Earlier versions of a campaign: when, why, and what differs now; any version can be restored as one step.

use egui::{Align, CornerRadius, Layout, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::{
    Answer, DialogView,
    shell::{Shell, buttons, sentence},
};
use crate::{
    campaign::Campaign,
    desktop::{
        theme::{Type, palette, radius, space},
        widgets::{self, Follow},
    },
    insight,
    library::{Version, Why},
    studio::{
        publishing::{ChangeLine, change_lines},
        session::says_the_same,
        tone::Tone,
    },
    wording::{self, Language},
};

/// Width of the list of versions, in points.
const LIST: f32 = 224.0;
/// Height of a line of that list, in points.
const ROW: f32 = 52.0;

/// A version, and how it differs from what the campaign is now.
#[derive(Debug)]
struct Compared {
    version: Version,
    /// What differs.
    changes: Vec<ChangeLine>,
    /// Whether it is what the campaign is now.
    same: bool,
}

/// The earlier versions of the open campaign.
#[derive(Debug)]
pub struct VersionsDialog {
    /// The session's number.
    session: u64,
    name: String,
    versions: Vec<Compared>,
    chosen: usize,
}

impl VersionsDialog {
    /// Compares versions with what the campaign of the session of this number is now.
    pub fn new(session: u64, now: Campaign, versions: Vec<Version>, language: Language) -> Self {
        let compare = |version: Version| Compared {
            changes: change_lines(insight::difference(&version.campaign, &now), language),
            same: says_the_same(&version.campaign, &now),
            version,
        };
        let versions: Vec<Compared> = versions.into_iter().map(compare).collect();
        Self {
            session,
            // A version equal to the current one is the least interesting.
            chosen: versions.iter().position(|one| !one.same).unwrap_or_default(),
            name: now.name,
            versions,
        }
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let shell = Shell {
            id: "versions",
            title: &text.tv("versions-title", &[("name", self.name.as_str().into())]),
            width: 760.0_f32.min(ctx.content_rect().width() - 96.0),
        };
        let shown = shell.show(ctx, |ui| {
            sentence(ui, &text.t("versions-help"), palette(ui).text_muted);
            ui.add_space(space::M);
            if self.versions.is_empty() {
                ui.add_space(space::L);
                sentence(ui, &text.t("versions-none"), palette(ui).text);
                ui.add_space(space::L);
            } else {
                self.both(ui, view);
            }
            let chosen = self.versions.get(self.chosen);
            let can = chosen.is_some_and(|chosen| !chosen.same);
            let (restore, close) = buttons(ui, &text.t("versions-restore"), can, &text.t("close"));
            match chosen {
                Some(chosen) if restore => {
                    let version = Box::new(chosen.version.campaign.clone());
                    Some(Answer::RestoreVersion(self.session, version))
                }
                _ => close.then_some(Answer::Cancel),
            }
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }

    fn both(&mut self, ui: &mut Ui, view: DialogView<'_>) {
        let height = self
            .height()
            .min((ui.ctx().content_rect().height() - 300.0).clamp(180.0, 420.0));
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            ui.allocate_ui_with_layout(vec2(LIST, height), Layout::top_down(Align::Min), |ui| {
                ui.set_width(LIST);
                ScrollArea::vertical()
                    .id_salt("versions")
                    .max_height(height)
                    .auto_shrink([false, false])
                    .follow(ui, |ui| self.list(ui, view));
            });
            ui.vertical(|ui| {
                ui.set_width(ui.available_width());
                ScrollArea::vertical()
                    .id_salt(("version", self.chosen))
                    .max_height(height)
                    .auto_shrink([false, false])
                    .follow(ui, |ui| self.differences(ui, view));
            });
        });
    }

    /// Returns the height for all versions and for the one with the most changes, so that choosing another one moves nothing.
    fn height(&self) -> f32 {
        let most = self
            .versions
            .iter()
            .map(|one| one.changes.len())
            .max()
            .unwrap_or_default();
        let rows = self.versions.len().max(most + 1);
        (rows as f32 * (ROW + 2.0)).max(180.0)
    }

    fn list(&mut self, ui: &mut Ui, view: DialogView<'_>) {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (place, compared) in self.versions.iter().enumerate() {
            let p = palette(ui);
            let marked = place == self.chosen;
            let when = wording::instant(compared.version.at, view.zone, view.text.language());
            let why = view.text.t(why_key(compared.version.why));
            let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
            let spoken = format!("{when}, {why}");
            response.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, marked, &spoken));
            if marked || response.hovered() {
                let fill = if marked { p.accent_soft } else { p.hover };
                ui.painter().rect_filled(rect, CornerRadius::same(radius::M), fill);
            }
            widgets::focus_ring(ui, &response, rect.shrink(1.0), radius::M);
            let ink = if marked { p.accent_text } else { p.text };
            let at = rect.left_top() + vec2(12.0, 8.0);
            let width = rect.width() - 20.0;
            widgets::text_line(ui, at, &when, Type::Label, ink, width);
            widgets::text_line(ui, at + vec2(0.0, 20.0), &why, Type::Caption, p.text_muted, width);
            if response.clicked() || (response.gained_focus() && !marked) {
                self.chosen = place;
            }
        }
    }

    fn differences(&self, ui: &mut Ui, view: DialogView<'_>) {
        let (text, p) = (view.text, palette(ui));
        let Some(chosen) = self.versions.get(self.chosen) else {
            return;
        };
        if chosen.changes.is_empty() {
            let key = if chosen.same { "versions-same" } else { "versions-alike" };
            widgets::badge(ui, &text.t("versions-no-difference"), Tone::Neutral);
            ui.add_space(space::S);
            ui.add(egui::Label::new(Type::Small.text(text.t(key), p.text_muted)).wrap());
            return;
        }
        ui.spacing_mut().item_spacing.y = space::S;
        widgets::change_heads(ui, &text.t("versions-then"), &text.t("versions-now"), false);
        for line in &chosen.changes {
            widgets::change_row(ui, &line.as_change());
        }
    }
}

fn why_key(why: Why) -> &'static str {
    match why {
        Why::Launched => "version-launched",
        Why::Edited => "version-edited",
        Why::Opened => "version-opened",
        Why::Outside => "version-outside",
    }
}
