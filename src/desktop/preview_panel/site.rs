//! The site of the pop-up, as simulated by the preview: brand colour, corner, and the page behind.
//!
//! It belongs to the site, never to a campaign: [`crate::studio::site`] says where it is kept.

use egui::{CornerRadius, Id, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::{
    desktop::{
        theme::{Icon, palette, space, tokens},
        widgets::{self, Field, MenuItem},
    },
    popup::{Backdrop, Brand, Corner, Image, Rgb},
    studio::{
        action::{Action, Actions},
        tone::Tone,
    },
    wording::text::Text,
};

/// Colours to begin with: indigo, blue, teal, green, amber, red, pink, ink.
const SWATCHES: [Rgb; 8] = [
    Rgb::new(0x4f, 0x46, 0xe5),
    Rgb::new(0x25, 0x63, 0xeb),
    Rgb::new(0x0d, 0x94, 0x88),
    Rgb::new(0x16, 0xa3, 0x4a),
    Rgb::new(0xf5, 0x9e, 0x0b),
    Rgb::new(0xdc, 0x26, 0x26),
    Rgb::new(0xdb, 0x27, 0x77),
    Rgb::new(0x18, 0x1b, 0x22),
];

/// The site's look.
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// Colour and corner.
    pub brand: Brand,
    /// The page behind the pop-up.
    pub backdrop: Backdrop,
    /// The colour as typed; empty shows the current one.
    written: String,
}

impl Site {
    /// A site of this brand, with a plain page.
    pub fn new(brand: Brand) -> Self {
        Self {
            brand,
            ..Self::default()
        }
    }

    /// Puts the user's own screenshot behind the pop-up.
    pub fn stand_on(&mut self, screenshot: Image) {
        self.backdrop = Backdrop::Screenshot(screenshot);
    }

    /// The menu's content.
    pub(super) fn show(&mut self, ui: &mut Ui, text: &Text, actions: &mut Actions) {
        // Menus remove the frames of their controls, which a field needs.
        ui.reset_style();
        ui.spacing_mut().item_spacing.y = space::S;
        widgets::field_label(ui, &text.t("site-color"));
        self.swatches(ui, text);
        self.color_field(ui, text);
        let words = [text.t("site-left"), text.t("site-right")];
        let options = [(Corner::Left, &*words[0]), (Corner::Right, &*words[1])];
        let name = text.t("site-corner");
        let mut corner = self.brand.corner();
        widgets::field_label(ui, &name);
        widgets::segmented(ui, &name, &mut corner, &options);
        self.brand.set_corner(corner);
        widgets::field_label(ui, &text.t("site-page"));
        let plain = self.backdrop == Backdrop::Plain;
        let mark = |chosen| if chosen { Icon::Check } else { Icon::Dot };
        if ui.add(MenuItem::new(mark(plain), &text.t("site-plain"))).clicked() {
            self.backdrop = Backdrop::Plain;
        }
        if ui
            .add(MenuItem::new(mark(!plain), &text.t("site-screenshot")))
            .clicked()
        {
            actions.send(Action::ChooseScreenshot);
            ui.close();
        }
    }

    fn swatches(&mut self, ui: &mut Ui, text: &Text) {
        let p = palette(ui);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for color in SWATCHES {
                let (rect, response) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::click());
                let name = text.tv("site-color-of", &[("color", color.to_string().into())]);
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
                let fill = tokens::of_site(color);
                ui.painter().rect_filled(rect.shrink(3.0), CornerRadius::same(6), fill);
                if self.brand.color() == color || response.has_focus() {
                    let ring = Stroke::new(2.0, if response.has_focus() { p.accent } else { p.text });
                    ui.painter()
                        .rect_stroke(rect, CornerRadius::same(8), ring, StrokeKind::Inside);
                }
                if response.clicked() {
                    self.brand.set_color(color);
                    self.written.clear();
                }
            }
        });
    }

    fn color_field(&mut self, ui: &mut Ui, text: &Text) {
        let id = Id::unique("brand colour");
        // Only what is being typed goes before the colour that the site has: others change it, too.
        if !ui.memory(|memory| memory.has_focus(id)) {
            self.written = self.brand.color().to_string();
        }
        let written = self.written.trim().parse::<Rgb>();
        let wrong = || (Tone::Danger, text.t("site-color-wrong"));
        let findings: Vec<_> = written.is_err().then(wrong).into_iter().collect();
        let name = text.t("site-color-written");
        let field = Field::new(&name, &mut self.written)
            .hide_label()
            .id(id)
            .findings(&findings)
            .show(ui);
        if field.response.changed()
            && let Ok(color) = self.written.trim().parse()
        {
            self.brand.set_color(color);
        }
    }
}
