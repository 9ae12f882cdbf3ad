//! The controls above the preview: browser windows, size, the site, light or dark.

use egui::{Align, Frame as Box, Layout, Margin, Ui};

use super::{CanvasView, PreviewPanel, SCALES, Zoom, devices::DeviceSign};
use crate::{
    desktop::{
        theme::{Icon, Type, height, palette, space},
        widgets::{self, Button, MenuItem},
    },
    popup::{Frame, Theme},
    studio::{
        action::{Action, Actions},
        command::Command,
    },
    visitor::VisitorPreset,
    wording::text::Text,
};

/// A browser window to choose, or all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Windows {
    One(Frame),
    All,
}

/// How large the page is shown, in words.
struct SizeSign {
    /// The percentage, before the button.
    percent: Option<String>,
    /// The button's word; without room for one, it has a sign.
    word: Option<String>,
}

impl SizeSign {
    fn button(&self) -> Option<Button> {
        let word = self.word.as_deref()?;
        Some(Button::ghost(word).opens().small())
    }

    fn width(&self, ui: &Ui) -> f32 {
        let ink = egui::Color32::PLACEHOLDER;
        let label = |percent: &String| ui.painter().layout_no_wrap(percent.clone(), Type::Small.font(), ink);
        let gap = ui.spacing().item_spacing.x;
        let percent = self.percent.as_ref().map(label);
        let button = self.button().map_or(height::SMALL, |button| button.width(ui));
        button + percent.map_or(0.0, |percent| percent.size().x.ceil() + 2.0 + gap)
    }
}

impl PreviewPanel {
    pub(super) fn toolbar(&mut self, ui: &mut Ui, text: &Text, view: Option<&CanvasView<'_>>, actions: &mut Actions) {
        let p = palette(ui);
        Box::new()
            .fill(p.surface)
            .inner_margin(Margin::symmetric(16, 10))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.horizontal(|ui| {
                    ui.set_height(height::SMALL);
                    ui.spacing_mut().item_spacing.x = space::XS;
                    self.frames(ui, text);
                    let sign = self.size_sign(ui, text, view.is_some());
                    let right = self.right_width(ui, sign.as_ref(), view.is_some());
                    let eyes = view.map(|view| (self.eyes(text, view), view.visitor));
                    let eyes_width = eyes.as_ref().map_or(0.0, |(button, _)| button.width(ui) + space::S);
                    let mut free = ui.available_width() - right - space::M;
                    if self.three(ui.ctx()).is_none() {
                        let words = self.device_words();
                        let fits = words.width(ui) + eyes_width <= free;
                        let sign = if fits { words } else { DeviceSign::Mark };
                        free -= sign.width(ui) + space::XS;
                        self.devices(ui, text, sign);
                    }
                    if let Some((button, visitor)) = eyes {
                        let button = (eyes_width <= free).then_some(button);
                        self.choose_eyes(ui, text, button, visitor, actions);
                    }
                    ui.add_space((ui.available_width() - right).max(0.0));
                    let row = Layout::left_to_right(Align::Center);
                    ui.with_layout(row, |ui| {
                        if let Some(sign) = &sign {
                            self.sizes(ui, text, sign);
                        }
                        self.site(ui, text, actions);
                        self.theme_switch(ui, text);
                        if view.is_some() {
                            self.ruler(ui, text);
                        }
                        sheet_button(ui, text, actions);
                    });
                });
            });
        widgets::hairline(ui);
    }

    /// The button that says whose eyes the pop-up is seen with.
    fn eyes(&self, text: &Text, view: &CanvasView<'_>) -> Button {
        let visitor = match (self.without_details, view.visitor) {
            (true, _) => text.t("preview-as-nobody"),
            (false, Some(preset)) => text.t(preset.label_key()),
            (false, None) => text.t("simulator-own"),
        };
        Button::ghost(text.tv("preview-as", &[("visitor", visitor.into())]))
            .opens()
            .small()
    }

    fn choose_eyes(
        &mut self,
        ui: &mut Ui,
        text: &Text,
        button: Option<Button>,
        visitor: Option<VisitorPreset>,
        actions: &mut Actions,
    ) {
        let name = text.t("preview-as-whom");
        let button = match button {
            Some(button) => ui.add(button).on_hover_text(&name).accessible_name(&name),
            None => widgets::icon_button(ui, Icon::Eye, &name),
        };
        let mark = |on: bool| if on { Icon::Check } else { Icon::UserRound };
        let details = !self.without_details;
        widgets::menu(&button, |ui| {
            for preset in VisitorPreset::ALL {
                let icon = mark(details && visitor == Some(*preset));
                if ui.add(MenuItem::new(icon, &text.t(preset.label_key()))).clicked() {
                    self.without_details = false;
                    actions.send(Action::Simulate(*preset));
                    ui.close();
                }
            }
            widgets::hairline(ui);
            let nobody = text.t("preview-as-nobody");
            if ui.add(MenuItem::new(mark(!details), &nobody)).clicked() {
                self.without_details = !self.without_details;
                ui.close();
            }
        });
    }

    fn frames(&mut self, ui: &mut Ui, text: &Text) {
        let sized = |frame: Frame, word: &str| {
            let (width, height) = frame.size();
            format!("{} · {width} × {height}", text.t(word))
        };
        let words = [
            sized(Frame::Desktop, "frame-desktop"),
            sized(Frame::Tablet, "frame-tablet"),
            sized(Frame::Phone, "frame-phone"),
            text.t("frame-all"),
        ];
        let options = [
            (Windows::One(Frame::Desktop), Icon::Monitor, &*words[0]),
            (Windows::One(Frame::Tablet), Icon::Tablet, &*words[1]),
            (Windows::One(Frame::Phone), Icon::Smartphone, &*words[2]),
            (Windows::All, Icon::MonitorSmartphone, &*words[3]),
        ];
        let has_room = self.places(ui.ctx()).is_some();
        let offered = if has_room { &options[..] } else { &options[..3] };
        let mut chosen = match self.three(ui.ctx()) {
            Some(_) => Windows::All,
            None => Windows::One(self.viewing.frame()),
        };
        if widgets::segmented_icons(ui, &text.t("preview-frame"), &mut chosen, offered).changed() {
            match chosen {
                Windows::One(frame) => self.show_frame(frame),
                Windows::All => {
                    self.show_all(ui.ctx());
                }
            }
        }
    }

    /// How wide the right part is, in points.
    fn right_width(&self, ui: &Ui, sign: Option<&SizeSign>, has_parts: bool) -> f32 {
        let gap = ui.spacing().item_spacing.x;
        let buttons = if has_parts { 4.0 } else { 3.0 };
        buttons * height::SMALL + (buttons - 1.0) * gap + sign.map_or(0.0, |sign| sign.width(ui) + gap)
    }

    /// What says how large the page is, as long as there is room for it: what it fits and the percentage, the percentage alone, or a sign. Pages
    /// beside each other say it themselves.
    fn size_sign(&self, ui: &Ui, text: &Text, has_eyes: bool) -> Option<SizeSign> {
        if self.three(ui.ctx()).is_some() {
            return None;
        }
        let percent = text.tv(
            "percent",
            &[("value", f64::from((self.factor(ui.ctx()) * 100.0).round()).into())],
        );
        let word = match self.zoom {
            Zoom::Auto => text.t("preview-fit-popup"),
            Zoom::Fit => text.t("preview-fit"),
            Zoom::Actual => text.tv("percent", &[("value", 100.into())]),
            Zoom::Factor(_) => text.t("preview-size"),
        };
        let whole = SizeSign {
            percent: (self.zoom != Zoom::Actual).then(|| percent.clone()),
            word: Some(word),
        };
        let short = SizeSign {
            percent: None,
            word: Some(percent),
        };
        let mark = SizeSign {
            percent: None,
            word: None,
        };
        // The window and the eyes need at least a sign each.
        let signs = if has_eyes { 2.0 } else { 1.0 };
        let least = signs * (height::SMALL + space::XS) + space::M;
        let fits = |sign: &SizeSign| self.right_width(ui, Some(sign), has_eyes) + least <= ui.available_width();
        Some([whole, short].into_iter().find(fits).unwrap_or(mark))
    }

    fn sizes(&mut self, ui: &mut Ui, text: &Text, sign: &SizeSign) {
        if let Some(percent) = &sign.percent {
            ui.label(Type::Small.text(percent, palette(ui).text_muted));
        }
        let name = text.t("preview-size");
        let button = match sign.button() {
            Some(button) => ui.add(button).on_hover_text(&name).accessible_name(&name),
            None => widgets::icon_button(ui, Icon::ZoomIn, &name),
        };
        let mark = |on: bool| if on { Icon::Check } else { Icon::Dot };
        widgets::menu(&button, |ui| {
            let sizes = [
                (Zoom::Auto, text.t("preview-fit-popup")),
                (Zoom::Fit, text.t("preview-fit")),
                (Zoom::Actual, text.tv("percent", &[("value", 100.into())])),
            ];
            for (zoom, word) in sizes {
                if ui.add(MenuItem::new(mark(self.zoom == zoom), &word)).clicked() {
                    self.show_at(zoom);
                    ui.close();
                }
            }
            widgets::hairline(ui);
            for scale in SCALES {
                let label = text.tv("preview-scale-of", &[("scale", f64::from(scale).into())]);
                let chosen = self.scale(ui.ctx()) == scale;
                if ui.add(MenuItem::new(mark(chosen), &label)).clicked() {
                    self.scale = Some(scale);
                    ui.close();
                }
            }
        });
    }

    fn theme_switch(&mut self, ui: &mut Ui, text: &Text) {
        let icon = match self.theme(ui.ctx()) {
            Theme::Light => Icon::Moon,
            Theme::Dark => Icon::Sun,
        };
        if widgets::icon_button(ui, icon, &text.t("command-popup-theme")).clicked() {
            self.turn_theme(ui.ctx());
        }
    }

    /// Shows and hides the sizes and distances of the chosen part.
    fn ruler(&mut self, ui: &mut Ui, text: &Text) {
        let name = text.t("preview-measures");
        let measures = !self.canvas.hides_measures;
        if widgets::icon_toggle(ui, Icon::Ruler, &name, measures).clicked() {
            self.canvas.hides_measures = measures;
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
}

/// The way to the pop-up in every window, theme and state at once.
fn sheet_button(ui: &mut Ui, text: &Text, actions: &mut Actions) {
    let name = text.t(&Command::Sheet.label_key());
    let button = widgets::icon_button(ui, Icon::LayoutGrid, &name);
    if button.on_hover_text(Command::Sheet.keys_text(ui.ctx())).clicked() {
        actions.command(Command::Sheet);
    }
}
