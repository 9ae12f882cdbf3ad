//! The filters: each takes pictures away and brings them back.

use egui::{Align, Layout, Role, Stroke, Ui, UiBuilder, vec2};

use super::{SheetPage, SheetView, screen_icon, theme_icon};
use crate::{
    desktop::{
        theme::{Icon, height, palette, space},
        widgets::{self, FilterChip},
    },
    studio::sheet::{Chip, Event, Screen, THEMES, Texts, theme_key},
};

/// The groups of filters.
pub(super) const GROUPS: usize = 3;

/// A filter, its icon and its word.
type Face = (Chip, Option<Icon>, String);

impl SheetPage {
    pub(super) fn chips(&mut self, ui: &mut Ui, view: SheetView<'_>) {
        let builder = UiBuilder::new()
            .layout(Layout::left_to_right(Align::Min).with_main_wrap(true))
            .accessibility_role(Role::Group)
            .accessibility_label(view.text.t("sheet-filters"));
        let mut turned = None;
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            for (index, (key, faces)) in self.groups(view).into_iter().enumerate() {
                if index > 0 {
                    line(ui);
                }
                let group = view.text.t(key);
                let chips: Vec<FilterChip> = faces
                    .iter()
                    .map(|(chip, icon, word)| FilterChip {
                        icon: *icon,
                        word: word.clone(),
                        name: format!("{group}: {word}"),
                        on: self.state.is_on(*chip),
                    })
                    .collect();
                let pressed = widgets::filter_chips(ui, &chips, &mut self.stops[index]);
                turned = turned.or_else(|| Some(faces.get(pressed?)?.0));
            }
        });
        if let Some(chip) = turned {
            self.state.on(Event::Turn(chip));
        }
    }

    /// Each group's name, and its filters.
    fn groups(&self, view: SheetView<'_>) -> [(&'static str, Vec<Face>); GROUPS] {
        let text = view.text;
        let screen = |screen: &Screen| (Chip::Screen(*screen), Some(screen_icon(*screen)), text.t(screen.key()));
        let theme = |theme| (Chip::Theme(theme), Some(theme_icon(theme)), text.t(theme_key(theme)));
        let texts = |texts: Texts| (Chip::Texts(texts), None, text.t(texts.key()));
        [
            ("sheet-devices", Screen::ALL.iter().map(screen).collect()),
            ("sheet-themes", THEMES.map(theme).to_vec()),
            ("sheet-texts", self.state.texts().into_iter().map(texts).collect()),
        ]
    }
}

/// A line between two groups.
fn line(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(9.0, height::SMALL), egui::Sense::hover());
    let stroke = Stroke::new(1.0, palette(ui).border);
    ui.painter().vline(rect.center().x, rect.y_range().shrink(4.0), stroke);
}
