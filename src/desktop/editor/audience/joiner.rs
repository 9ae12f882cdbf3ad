//! The word that says how many of a group's rows must hold.

use egui::Ui;

use crate::{
    campaign::Joiner,
    desktop::{
        editor::desk::Desk,
        widgets::{Choice, Select},
    },
};

const JOINERS: [Joiner; 3] = [Joiner::All, Joiner::Any, Joiner::None];

/// The word for a joiner.
pub(super) fn word(joiner: Joiner, desk: &Desk<'_, '_>) -> String {
    desk.t(match joiner {
        Joiner::All => "editor-all",
        Joiner::Any => "editor-any",
        Joiner::None => "editor-none",
    })
}

/// What stands behind the word: `of these`.
pub(super) fn of_these(joiner: Joiner, desk: &Desk<'_, '_>) -> String {
    desk.t(match joiner {
        Joiner::All => "editor-of-these-all",
        Joiner::Any => "editor-of-these-any",
        Joiner::None => "editor-of-these-none",
    })
}

/// Shows the word, called `name`; returns another one that was chosen.
pub(super) fn select(ui: &mut Ui, chosen: Joiner, name: &str, desk: &Desk<'_, '_>) -> Option<Joiner> {
    let shown = word(chosen, desk);
    let help = ["editor-all-help", "editor-any-help", "editor-none-help"];
    let picked = Select::new(name, &shown).inline().list_width(240.0).show(ui, || {
        let choice = |(joiner, help): (&Joiner, &str)| Choice {
            label: word(*joiner, desk),
            detail: desk.t(help),
            chosen: *joiner == chosen,
            ..Choice::default()
        };
        JOINERS.iter().zip(help).map(choice).collect()
    });
    picked
        .and_then(|index| JOINERS.get(index).copied())
        .filter(|joiner| *joiner != chosen)
}
