//! What a screen reader finds in a field with pills: the text itself as its value, and the label of each pill where its lines are read.

use egui::{Galley, Id, Ui};

use super::buffer::PillBuffer;

/// A line is told in parts of no more characters.
const PART: usize = 255;

/// Tells the lines of `galley` with the pills in words.
pub(super) fn say(ui: &Ui, id: Id, galley: &Galley, buffer: &PillBuffer<'_>, label: &dyn Fn(&str) -> String) {
    let signs = buffer.signs.borrow();
    let meant = signs.decode(&buffer.shown);
    if meant == buffer.shown {
        return;
    }
    ui.ctx().accesskit_node_builder(id, |node| node.set_value(meant));
    for (number, row) in galley.rows.iter().enumerate() {
        let has_pill = row.glyphs.iter().any(|glyph| signs.source(glyph.chr).is_some());
        if !has_pill || row.glyphs.len() >= PART {
            continue;
        }
        let mut value = String::new();
        let mut lengths = Vec::with_capacity(row.glyphs.len());
        for glyph in &row.glyphs {
            let before = value.len();
            match signs.source(glyph.chr) {
                Some(source) => value.extend(label(source).chars().take(60)),
                None => value.push(glyph.chr),
            }
            // A label has at most 60 characters of at most four bytes.
            lengths.push((value.len() - before) as u8);
        }
        if row.ends_with_newline {
            value.push('\n');
            lengths.push(1);
        }
        ui.ctx().accesskit_node_builder(id.with(number).with(0_usize), |node| {
            node.set_value(value);
            node.set_character_lengths(lengths);
            node.clear_word_starts();
        });
    }
}
