//! The controls above the preview: frame, size, scale, light or dark.

use egui::{Frame as Box, Margin, Ui};

use super::{PreviewPanel, SCALES, Zoom};
use crate::{
    desktop::{
        theme::{Icon, palette, space},
        widgets::{self, Button},
    },
    popup::{Frame, Theme},
    studio::action::Actions,
    wording::text::Text,
};

impl PreviewPanel {
    pub(super) fn toolbar(&mut self, ui: &mut Ui, text: &Text, actions: &mut Actions) {
        let p = palette(ui);
        Box::new()
            .fill(p.surface)
            .inner_margin(Margin::symmetric(16, 12))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.horizontal(|ui| {
                    let roomy = ui.available_width() >= self.width(ui, text);
                    let tight = ui.available_width() < self.least_width(ui, text);
                    self.frames(ui, text, roomy);
                    if tight {
                        self.size_switch(ui, text);
                    } else {
                        self.sizes(ui, text);
                    }
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        ui.spacing_mut().item_spacing.x = space::XS;
                        if roomy {
                            self.themes(ui, text);
                        } else {
                            self.theme_switch(ui, text);
                        }
                        self.scales(ui, text);
                        self.site(ui, text, actions);
                    });
                });
            });
        widgets::hairline(ui);
    }

    /// How wide the toolbar is with words on its controls, in points.
    fn width(&self, ui: &Ui, text: &Text) -> f32 {
        let words = ["frame-desktop", "frame-tablet", "frame-phone", "preview-fit"].map(|key| text.t(key));
        let [desktop, tablet, phone, fit] = &words;
        let percent = text.tv("percent", &[("value", 100.into())]);
        let segments = widgets::segmented_width(ui, &[desktop, tablet, phone, &percent, fit]);
        // Next to them the buttons of site and scale, and the two themes, with their gaps.
        segments + 34.0 + 36.0 + 68.0 + 2.0 * space::S + space::XS
    }

    /// How wide the toolbar is with both sizes side by side and icons otherwise, in points.
    fn least_width(&self, ui: &Ui, text: &Text) -> f32 {
        let percent = text.tv("percent", &[("value", 100.into())]);
        let sizes = widgets::segmented_width(ui, &[&percent, &text.t("preview-fit")]);
        sizes + 3.0 * 34.0 + 34.0 + 36.0 + 34.0 + 2.0 * space::S + 2.0 * space::XS
    }

    fn frames(&mut self, ui: &mut Ui, text: &Text, roomy: bool) {
        let name = text.t("preview-frame");
        let words = [text.t("frame-desktop"), text.t("frame-tablet"), text.t("frame-phone")];
        if roomy {
            let options = [
                (Frame::Desktop, &*words[0]),
                (Frame::Tablet, &*words[1]),
                (Frame::Phone, &*words[2]),
            ];
            widgets::segmented(ui, &name, &mut self.frame, &options);
        } else {
            let options = [
                (Frame::Desktop, Icon::Monitor, &*words[0]),
                (Frame::Tablet, Icon::Tablet, &*words[1]),
                (Frame::Phone, Icon::Smartphone, &*words[2]),
            ];
            widgets::segmented_icons(ui, &name, &mut self.frame, &options);
        }
    }

    fn sizes(&mut self, ui: &mut Ui, text: &Text) {
        let actual = (self.factor(ui.ctx()) - 1.0).abs() < 0.001;
        let mut chosen = match self.zoom {
            Zoom::Fit => Some(Zoom::Fit),
            _ => actual.then_some(Zoom::Actual),
        };
        let words = [text.tv("percent", &[("value", 100.into())]), text.t("preview-fit")];
        let options = [(Some(Zoom::Actual), &*words[0]), (Some(Zoom::Fit), &*words[1])];
        if widgets::segmented(ui, &text.t("preview-size"), &mut chosen, &options).changed() {
            self.zoom = chosen.unwrap_or(self.zoom);
            self.pan = egui::Vec2::ZERO;
        }
    }

    /// Shows the sizes as one button, which switches to the other.
    fn size_switch(&mut self, ui: &mut Ui, text: &Text) {
        let (word, other) = match self.zoom {
            Zoom::Fit => (text.tv("percent", &[("value", 100.into())]), Zoom::Actual),
            _ => (text.t("preview-fit"), Zoom::Fit),
        };
        let button = ui.add(Button::secondary(word).small());
        if button.on_hover_text(text.t("preview-size")).clicked() {
            self.zoom = other;
            self.pan = egui::Vec2::ZERO;
        }
    }

    fn themes(&mut self, ui: &mut Ui, text: &Text) {
        let words = [text.t("theme-light"), text.t("theme-dark")];
        let options = [
            (Theme::Light, Icon::Sun, &*words[0]),
            (Theme::Dark, Icon::Moon, &*words[1]),
        ];
        widgets::segmented_icons(ui, &text.t("preview-theme"), &mut self.theme, &options);
    }

    fn theme_switch(&mut self, ui: &mut Ui, text: &Text) {
        let (icon, other) = match self.theme {
            Theme::Light => (Icon::Moon, Theme::Dark),
            Theme::Dark => (Icon::Sun, Theme::Light),
        };
        if widgets::icon_button(ui, icon, &text.t("command-popup-theme")).clicked() {
            self.theme = other;
        }
    }

    fn site(&mut self, ui: &mut Ui, text: &Text, actions: &mut Actions) {
        let button = widgets::icon_button(ui, Icon::Palette, &text.t("preview-site"));
        egui::Popup::menu(&button)
            .gap(4.0)
            .width(232.0)
            .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| self.site.show(ui, text, actions));
    }

    fn scales(&mut self, ui: &mut Ui, text: &Text) {
        let button = ui.add(Button::ghost(format!("{}×", self.scale(ui.ctx()))).small());
        let button = button
            .on_hover_text(text.t("preview-scale"))
            .accessible_name(text.t("preview-scale"));
        widgets::menu(&button, |ui| {
            for scale in SCALES {
                let label = text.tv("preview-scale-of", &[("scale", f64::from(scale).into())]);
                let icon = if self.scale(ui.ctx()) == scale {
                    Icon::Check
                } else {
                    Icon::Dot
                };
                if ui.add(widgets::MenuItem::new(icon, &label)).clicked() {
                    self.scale = Some(scale);
                    ui.close();
                }
            }
        });
    }
}
