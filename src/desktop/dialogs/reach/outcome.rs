//! The progress and the result of the count, in large type.

use egui::{Label, ProgressBar, Ui};

use super::{Answer, Count, part};
use crate::{
    desktop::{
        theme::{Icon, Type, palette, space},
        widgets::{self, Button},
    },
    reach::{Progress, Reach, RowFault},
    studio::{
        tone::Tone,
        trouble::{InWords, Words},
    },
    wording::{self, text::Text},
};

/// How many unreadable rows are named.
const EXAMPLES: usize = 3;

/// Shows it; nothing before anything was counted.
pub(super) fn show(ui: &mut Ui, count: &Count, text: &Text) -> Option<Answer> {
    match count {
        Count::None => None,
        Count::Running(_, progress) => running(ui, progress, text),
        Count::Done(reach) => {
            done(ui, reach, text);
            None
        }
        Count::Failed(trouble) => {
            let Words { what, hint, .. } = trouble.words(text);
            ui.add_space(space::S);
            widgets::notice(ui, Tone::Danger, Icon::CircleAlert, &what, |ui| {
                ui.add(Label::new(Type::Small.text(hint, palette(ui).text_muted)).wrap());
            });
            None
        }
    }
}

fn running(ui: &mut Ui, progress: &Progress, text: &Text) -> Option<Answer> {
    let p = palette(ui);
    part(ui, &text.t("reach-dialog-counting"));
    let words = wording::count(progress.rows, text.language());
    let line = text.tv("reach-dialog-rows-so-far", &[("rows", words.into())]);
    let share = progress.bytes as f32 / progress.of_bytes.max(1) as f32;
    let bar = ProgressBar::new(share.min(1.0)).desired_height(8.0).fill(p.accent);
    ui.add(bar);
    ui.horizontal(|ui| {
        ui.label(Type::Small.text(line, p.text_muted));
        let stop = Button::secondary(text.t("reach-dialog-stop")).icon(Icon::X).small();
        ui.add(stop).clicked().then_some(Answer::StopCount)
    })
    .inner
}

fn done(ui: &mut Ui, reach: &Reach, text: &Text) {
    let p = palette(ui);
    let language = text.language();
    let readable = reach.rows.saturating_sub(reach.unreadable);
    let number = |count: u64| wording::count(count, language);
    ui.add_space(space::S);
    widgets::notice(ui, Tone::Accent, Icon::Users, "", |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        ui.label(Type::Large.text(number(reach.qualified), p.accent_text));
        let share = wording::share(reach.qualified, readable.max(1), language);
        let of = [("rows", number(readable).into()), ("share", share.into())];
        ui.add(Label::new(Type::BodyStrong.text(text.tv("reach-dialog-of", &of), p.text)).wrap());
        if reach.unreadable > 0 {
            let values = [("count", number(reach.unreadable).into())];
            widgets::finding_line(ui, Tone::Warning, &text.tv("reach-dialog-unreadable", &values));
        }
        for row in reach.examples.iter().take(EXAMPLES) {
            let values = [
                ("line", number(row.line).into()),
                ("fault", fault(&row.fault, text).into()),
            ];
            let line = text.tv("reach-dialog-unreadable-line", &values);
            ui.add(Label::new(Type::Caption.text(line, p.text_muted)).wrap());
        }
        for note in &reach.notes {
            ui.add(Label::new(Type::Caption.text(note.words(text), p.text_muted)).wrap());
        }
    });
}

/// Why a row cannot be read.
fn fault(fault: &RowFault, text: &Text) -> String {
    let of = |key: &str, column: &str, value: &str| text.tv(key, &[("column", column.into()), ("value", value.into())]);
    match fault {
        RowFault::Width { found, wanted } => {
            let values = [
                ("found", found.to_string().into()),
                ("wanted", wanted.to_string().into()),
            ];
            text.tv("reach-fault-width", &values)
        }
        RowFault::NotAnObject => text.t("reach-fault-object"),
        RowFault::NotText { column } => of("reach-fault-text", column, ""),
        RowFault::NotACount { column, value } => of("reach-fault-count", column, value),
        RowFault::NotAnInstant { column, value } => of("reach-fault-instant", column, value),
        RowFault::NotANumber { column, value } => of("reach-fault-number", column, value),
        RowFault::NotAFlag { column, value } => of("reach-fault-flag", column, value),
        RowFault::Nested { column } => of("reach-fault-nested", column, ""),
    }
}
