//! One of a list; languages can also be typed as a tag.

use egui::{Id, Ui};
use serde_json::Value;

use super::{
    super::{fit, take_keyboard},
    Cell, Change, as_text,
};
use crate::{
    campaign::{Field, FieldType},
    desktop::{
        editor::{desk::Desk, words},
        widgets::{Choice, Select},
    },
    studio::outline::RowPart,
};

pub(super) fn show(ui: &mut Ui, value: Option<&Value>, cell: &Cell<'_, '_>, desk: &Desk<'_, '_>) -> Change {
    if cell.field.spec().kind == FieldType::Flag {
        return flag(ui, value, cell, desk);
    }
    let chosen = as_text(value);
    let shown = if chosen.is_empty() {
        desk.t("editor-choose-value")
    } else {
        words::choice(desk.ctx.text, cell.field, &chosen)
    };
    match pick(ui, &shown, &[chosen], cell, desk) {
        Some(id) => Change::Chosen(Some(Value::String(id))),
        None => Change::None,
    }
}

fn flag(ui: &mut Ui, value: Option<&Value>, cell: &Cell<'_, '_>, desk: &Desk<'_, '_>) -> Change {
    let yes = desk.t("editor-yes");
    let set = value == Some(&Value::Bool(true));
    let shown = if set {
        yes.clone()
    } else {
        desk.t("editor-choose-value")
    };
    let choice = Choice {
        label: yes,
        chosen: set,
        ..Choice::default()
    };
    let picked = Select::new(&cell.name, &shown)
        .wrong(cell.wrong)
        .open_now(cell.place.opens(RowPart::Value))
        .show(ui, || vec![choice]);
    match picked {
        Some(_) if !set => Change::Chosen(Some(Value::Bool(true))),
        _ => Change::None,
    }
}

/// Lets the user choose; `taken` are marked. Returns the value's identifier.
pub(super) fn pick(
    ui: &mut Ui,
    shown: &str,
    taken: &[String],
    cell: &Cell<'_, '_>,
    desk: &Desk<'_, '_>,
) -> Option<String> {
    let id = ui.next_auto_id();
    // Languages may be typed as a tag.
    let (search, nothing) = match cell.field.spec().kind {
        FieldType::Language => ("editor-search-languages", "editor-no-language-found"),
        _ => ("editor-search-fields", "editor-no-choice-found"),
    };
    let (search, nothing) = (desk.t(search), desk.t(nothing));
    let nearest = desk.t("select-nearest");
    let free = typed_tag(ui, id, cell.field);
    let offered = words::choices(desk.ctx.text, cell.field);
    let mut select = Select::new(&cell.name, shown)
        .wrong(cell.wrong)
        .open_now(cell.place.opens(RowPart::Value));
    if offered.len() > words::SEARCHED {
        select = select
            .searchable(&search)
            .when_nothing_is_found(&nothing, &nearest)
            .list_width(260.0);
    }
    let picked = select.show(ui, || {
        let known = offered.iter().map(|id| Choice {
            label: words::choice(desk.ctx.text, cell.field, id),
            chosen: taken.iter().any(|taken| is_same(taken, id)),
            words: words::choice_words(desk.ctx.text, cell.field, id),
            ..Choice::default()
        });
        let typed = free.iter().map(|tag| Choice {
            label: tag.clone(),
            detail: desk.t("editor-free-language"),
            chosen: taken.contains(tag),
            ..Choice::default()
        });
        known.chain(typed).collect()
    });
    desk.arrive(ui, &cell.pointer, id, ui.min_rect());
    take_keyboard(ui, cell.place, RowPart::Value, id);
    let picked = picked?;
    match offered.get(picked) {
        Some(id) => Some((*id).to_owned()),
        None => free,
    }
}

/// Whether two values mean the same choice: files may write `Chrome` for `chrome` and `tr_TR` for `tr-TR`.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let plain = |text: &str| text.trim().replace('_', "-");
    plain(one).eq_ignore_ascii_case(&plain(other))
}

/// Returns the language tag in the list's search field, if the list does not offer it.
fn typed_tag(ui: &Ui, select: Id, field: Field) -> Option<String> {
    if field != Field::BrowserLanguage {
        return None;
    }
    let typed: String = ui.data(|data| data.get_temp(select.with("search")))?;
    let typed = typed.trim();
    let offered = field.spec().choices.iter().any(|choice| is_same(choice.id, typed));
    (!offered && fit::is_language(typed)).then(|| typed.to_owned())
}
