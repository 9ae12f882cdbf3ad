//! The card "Where it runs": the addresses on which campaigns are shown, a row each, and which pages each of them means.

use egui::{Id, Ui};

use super::SitePage;
use crate::{
    campaign::SiteDocument,
    desktop::{
        theme::{Icon, Type, height, palette, space},
        widgets::{self, Button, Card, Field},
    },
    studio::{analysis::Analysis, session::Edit, site::Meaning},
    wording::text::Text,
};

/// The name of a change of the addresses.
const STEP: &str = "site-step-addresses";

/// What a row asks for.
enum Asked {
    Typed,
    Remove,
    Use(String),
}

impl SitePage {
    /// Shows the card. Returns the name of the change in this frame.
    pub(super) fn addresses(
        &mut self,
        ui: &mut Ui,
        document: &mut SiteDocument,
        analysis: &Analysis,
        text: &Text,
    ) -> Option<Edit> {
        let title = text.t("site-where");
        let said = match document.addresses.is_empty() {
            true => "site-where-any",
            false => "site-where-only",
        };
        let mut edit = None;
        let controls = |ui: &mut Ui, _: &mut SitePage| {
            ui.label(Type::Small.text(text.t(said), palette(ui).text_muted));
        };
        Card::new(&title).show_with(ui, self, controls, |ui, page| {
            edit = page.list(ui, &document.addresses, analysis, text);
        });
        if edit.is_some() {
            document.addresses = self.rows.written();
        }
        edit
    }

    fn list(&mut self, ui: &mut Ui, addresses: &[String], analysis: &Analysis, text: &Text) -> Option<Edit> {
        ui.spacing_mut().item_spacing.y = space::S;
        if self.rows.rows().is_empty() {
            widgets::help_line(ui, &text.t("site-everywhere"));
        }
        let mut asked = None;
        for at in 0..self.rows.rows().len() {
            let place = self.rows.place(at, addresses);
            let wanted = self.row(ui, (at, place), analysis, text);
            asked = asked.or(wanted.map(|wanted| (at, wanted)));
        }
        let add = Button::ghost(text.t("site-address-add")).icon(Icon::Plus).small();
        if ui.add(add).clicked() {
            self.focus = Some(self.rows.add());
            ui.request_repaint();
        }
        match asked? {
            (at, Asked::Typed) => Some(Edit::Typed(STEP, format!("/addresses/{at}"))),
            (at, Asked::Remove) => {
                self.rows.remove(at);
                self.focus = self.rows.rows().len().checked_sub(1).map(|last| at.min(last));
                // An empty row is no part of the document, unless the file has it.
                (self.rows.written() != addresses).then_some(Edit::Step(STEP))
            }
            (at, Asked::Use(address)) => {
                if let Some(row) = self.rows.row_mut(at) {
                    *row = address;
                }
                self.focus = Some(at);
                Some(Edit::Step(STEP))
            }
        }
    }

    /// One address, the way to remove it, and what it means.
    fn row(&mut self, ui: &mut Ui, (at, place): (usize, usize), analysis: &Analysis, text: &Text) -> Option<Asked> {
        let number = [("number", (at + 1).into())];
        let (name, remove) = (
            text.tv("site-address", &number),
            text.tv("site-address-remove", &number),
        );
        let lines = analysis.lines_at(&format!("/addresses/{place}"));
        let takes_focus = self.focus == Some(at);
        let row = self.rows.row_mut(at)?;
        let id = Id::unique(("site address", at));
        // Nobody has made a mistake who is still typing.
        let is_typing = ui.memory(|memory| memory.has_focus(id));
        let meaning = Meaning::of(row);
        let is_wrong = matches!(meaning, Meaning::Unreadable(_)) && !is_typing;
        let fault = lines.first().map(|(_, line)| line.as_str()).filter(|_| is_wrong);
        let mut asked = None;
        ui.horizontal(|ui| {
            let width = (ui.available_width() - height::SMALL - space::S).max(0.0);
            ui.allocate_ui(egui::vec2(width, height::CONTROL), |ui| {
                let field = Field::new(&name, row).hide_label().id(id).fault(fault);
                let response = field.placeholder("https://www.example.com").show(ui).response;
                if takes_focus {
                    response.request_focus();
                }
                asked = response.changed().then_some(Asked::Typed);
            });
            if widgets::icon_button(ui, Icon::Minus, &remove).clicked() {
                asked = Some(Asked::Remove);
            }
        });
        if takes_focus {
            self.focus = None;
        }
        let said = |key: &str, address: &str| text.tv(key, &[("address", address.into())]);
        match meaning {
            Meaning::Nothing => drop(widgets::help_line(ui, &text.t("site-address-hint"))),
            Meaning::Site(address) => drop(widgets::help_line(ui, &said("site-address-whole", &address))),
            Meaning::Part(address) => drop(widgets::help_line(ui, &said("site-address-part", &address))),
            Meaning::Unreadable(guess) => {
                if is_typing {
                    widgets::help_line(ui, &text.t("site-address-hint"));
                } else {
                    for (tone, line) in &lines {
                        widgets::finding_line(ui, *tone, line);
                    }
                }
                if let Some(address) = guess
                    && ui
                        .add(Button::ghost(said("site-address-use", &address)).small())
                        .clicked()
                {
                    asked = Some(Asked::Use(address));
                }
            }
        }
        asked
    }
}
