//! The same audience as a SQL clause, for each warehouse.

use egui::{CornerRadius, Frame, Label, Margin, Stroke, Ui};

use super::{Answer, ReachDialog, part};
use crate::{
    campaign::Named,
    desktop::{
        theme::{Icon, Type, palette, radius, space},
        widgets::{self, Button},
    },
    reach::{Dialect, clause},
    wording::text::Text,
};

/// Shows the clause of the chosen warehouse.
pub(super) fn show(ui: &mut Ui, dialog: &mut ReachDialog, text: &Text) -> Option<Answer> {
    let p = palette(ui);
    part(ui, &text.t("reach-dialog-sql"));
    ui.add(Label::new(Type::Small.text(text.t("reach-dialog-sql-help"), p.text_muted)).wrap());
    let options: Vec<(Dialect, &str)> = Dialect::ALL.iter().map(|dialect| (*dialect, dialect.label())).collect();
    let clause = clause(&dialog.campaign, &dialog.mapping, dialog.dialect, dialog.now);
    let answer = ui
        .horizontal(|ui| {
            widgets::segmented(ui, &text.t("reach-dialog-warehouse"), &mut dialog.dialect, &options);
            let copy = Button::secondary(text.t("reach-dialog-copy")).icon(Icon::Copy).small();
            ui.add(copy).clicked().then(|| Answer::Copy(clause.sql.clone()))
        })
        .inner;
    let frame = Frame::new()
        .fill(p.canvas)
        .stroke(Stroke::new(1.0, p.border))
        .corner_radius(CornerRadius::same(radius::M))
        .inner_margin(Margin::same(12));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let label = Label::new(Type::Small.text(&clause.sql, p.text))
            .wrap()
            .selectable(true);
        ui.add(label);
    });
    ui.spacing_mut().item_spacing.y = space::XS;
    for note in &clause.notes {
        ui.add(Label::new(Type::Caption.text(note.words(text), p.text_muted)).wrap());
    }
    answer
}
