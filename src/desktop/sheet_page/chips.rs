//! The filters: each takes pictures away and brings them back.

use egui::{Align, Layout, Role, Stroke, Ui, UiBuilder, vec2};

use super::{SheetPage, SheetView, screen_icon, theme_icon};
use crate::{
    desktop::{
        theme::{Icon, height, palette, space},
        widgets,
    },
    studio::sheet::{Chip, Event, Screen, THEMES, theme_key},
};

/// A filter, its icon and its word.
type Face = (Chip, Option<Icon>, String);

impl SheetPage {
    pub(super) fn chips(&mut self, ui: &mut Ui, view: SheetView<'_>) {
        let text = view.text;
        let screen = |screen: &Screen| (Chip::Screen(*screen), Some(screen_icon(*screen)), text.t(screen.key()));
        let theme = |theme| (Chip::Theme(theme), Some(theme_icon(theme)), text.t(theme_key(theme)));
        let groups: [(&str, Vec<Face>); 3] = [
            ("sheet-devices", Screen::ALL.iter().map(screen).collect()),
            ("sheet-themes", THEMES.map(theme).to_vec()),
            (
                "sheet-texts",
                self.state
                    .texts()
                    .into_iter()
                    .map(|texts| (Chip::Texts(texts), None, text.t(texts.key())))
                    .collect(),
            ),
        ];
        let builder = UiBuilder::new()
            .layout(Layout::left_to_right(Align::Min).with_main_wrap(true))
            .accessibility_role(Role::Group)
            .accessibility_label(text.t("sheet-filters"));
        let mut turned = None;
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            for (index, (key, chips)) in groups.iter().enumerate() {
                if index > 0 {
                    line(ui);
                }
                for (chip, icon, word) in chips {
                    let name = format!("{}: {word}", text.t(key));
                    let on = self.state.is_on(*chip);
                    if widgets::filter_chip(ui, *icon, word, &name, on).clicked() {
                        turned = Some(*chip);
                    }
                }
            }
        });
        if let Some(chip) = turned {
            self.state.on(Event::Turn(chip));
        }
    }
}

/// A line between two groups.
fn line(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(9.0, height::SMALL), egui::Sense::hover());
    let stroke = Stroke::new(1.0, palette(ui).border);
    ui.painter().vline(rect.center().x, rect.y_range().shrink(4.0), stroke);
}
