//! The menu of browser windows: those of devices, turned on their side, or of any size.

use egui::{Id, PopupCloseBehavior, Ui};

use super::{FRAMES, PreviewPanel};
use crate::{
    desktop::{
        theme::{Icon, height, space},
        widgets::{self, Button, Follow as _, MenuItem, NumberField},
    },
    popup::{Device, Frame, Viewport},
    studio::viewing::Window,
    wording::text::Text,
};

/// Width of the menu, in points.
const WIDTH: f32 = 248.0;

/// Height of what is below the list, in points.
const BELOW: f32 = 140.0;

/// How the button shows which window is chosen.
pub(super) enum DeviceSign {
    /// In words.
    Words(Button),
    /// By a sign alone, where there is no room for words.
    Mark,
}

impl DeviceSign {
    pub(super) fn width(&self, ui: &Ui) -> f32 {
        match self {
            Self::Words(button) => button.width(ui),
            Self::Mark => height::SMALL,
        }
    }
}

impl PreviewPanel {
    /// What the button says when there is room: the device's name, or the size of another window.
    pub(super) fn device_words(&self) -> DeviceSign {
        let words = match self.viewing.window() {
            Window::Device(device) => device.name.to_owned(),
            Window::Usual(_) | Window::Free(_) => sized(self.viewing.viewport()),
        };
        DeviceSign::Words(Button::ghost(words).opens().small())
    }

    pub(super) fn devices(&mut self, ui: &mut Ui, text: &Text, sign: DeviceSign) {
        let name = text.tv("preview-window-of", &[("size", sized(self.viewing.viewport()).into())]);
        let button = match sign {
            DeviceSign::Words(button) => ui.add(button).on_hover_text(&name).accessible_name(&name),
            DeviceSign::Mark => widgets::icon_button(ui, Icon::ChevronDown, &name),
        };
        egui::Popup::menu(&button)
            .gap(4.0)
            .width(WIDTH)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                // Of a low window, the list leaves room for what is below it.
                let most = (ui.ctx().content_rect().bottom() - ui.cursor().top() - BELOW).max(3.0 * height::CONTROL);
                egui::ScrollArea::vertical()
                    .max_height(most)
                    .follow(ui, |ui| self.device_list(ui));
                widgets::hairline(ui);
                let turn = text.t("command-turn-window");
                if ui.add(MenuItem::new(Icon::RefreshCw, &turn)).clicked() {
                    self.turn_window();
                }
                widgets::hairline(ui);
                self.free_size(ui, text);
            });
    }

    fn device_list(&mut self, ui: &mut Ui) {
        for frame in FRAMES.iter().rev() {
            let icon = match frame {
                Frame::Desktop => Icon::Monitor,
                Frame::Tablet => Icon::Tablet,
                Frame::Phone => Icon::Smartphone,
            };
            for device in Device::ALL.iter().filter(|device| device.frame == *frame) {
                let window = Window::Device(device);
                let is_chosen = self.viewing.window() == window;
                let words = format!("{} · {}", device.name, sized(device.viewport));
                let icon = if is_chosen { Icon::Check } else { icon };
                if ui.add(MenuItem::new(icon, &words)).clicked() {
                    self.show_window(window);
                    ui.close();
                }
            }
        }
    }

    /// Width and height as numbers.
    fn free_size(&mut self, ui: &mut Ui, text: &Text) {
        // Menus remove the frames of their controls, which a field needs.
        ui.reset_style();
        let (width, height) = self.viewing.viewport().size();
        let range = Viewport::SIDE;
        let wanted = text.tv(
            "preview-side-wanted",
            &[("least", (*range.start()).into()), ("most", (*range.end()).into())],
        );
        let side = |ui: &mut Ui, key: &str, length: u32| {
            let name = text.t(key);
            let mut value = Some(f64::from(length));
            ui.vertical(|ui| {
                ui.set_width((WIDTH - space::S) / 2.0 - space::XS);
                widgets::field_label(ui, &name);
                NumberField::new(Id::unique(("preview side", key)), &name, &mut value)
                    .range(f64::from(*range.start())..=f64::from(*range.end()))
                    .suffix("px")
                    .wanted(&wanted)
                    .show(ui);
            });
            // The field accepts whole numbers of its range alone.
            value.map_or(length, |value| value as u32)
        };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let size = Viewport::new(side(ui, "preview-width", width), side(ui, "preview-height", height));
            if size != self.viewing.viewport() {
                self.viewing.resize(size);
                self.all = false;
            }
        });
        ui.add_space(space::XS);
    }
}

/// A size in words: the same in every language.
pub(super) fn sized(viewport: Viewport) -> String {
    let (width, height) = viewport.size();
    format!("{width} × {height}")
}
