//! Bubbles and quick replies as wide as their text, to the 1/64 of a pixel that browsers measure with.
//!
//! Blitz rounds the width of a box that hugs its text up to whole physical pixels; a browser does not. A bubble of one line therefore gets an
//! explicit width.

use blitz_dom::NodeId;
use blitz_html::HtmlDocument;

/// The fraction of a CSS pixel in which browsers lay out.
const UNITS: f64 = 64.0;

/// Lays out the document, with every box that hugs a single line of text as wide as a browser makes it.
pub(super) fn resolve(document: &mut HtmlDocument, scale: f64) {
    let bubbles = document
        .query_selector_all(".bk .say, .bk .bubble, .bk .reply")
        .unwrap_or_default();
    let mut mutator = document.mutate();
    for id in &bubbles {
        mutator.remove_style_property(*id, "width");
    }
    drop(mutator);
    document.resolve(0.0);
    if bubbles.is_empty() {
        return;
    }
    let widths: Vec<(NodeId, f64)> = bubbles
        .into_iter()
        .filter_map(|id| Some((id, width_of_single_line(document, id, scale)?)))
        .collect();
    set(document, &widths);
    // At a scale that is no whole number, paddings and borders are rounded too, and may leave too little room for the line.
    let pixel = 1.0 / scale;
    let broken: Vec<(NodeId, f64)> = widths
        .into_iter()
        .filter(|(id, _)| width_of_single_line(document, *id, scale).is_none())
        .map(|(id, width)| (id, width + 2.0 * pixel))
        .collect();
    if !broken.is_empty() {
        set(document, &broken);
    }
}

/// Lays out the document with these widths.
fn set(document: &mut HtmlDocument, widths: &[(NodeId, f64)]) {
    let mut mutator = document.mutate();
    for (id, width) in widths {
        mutator.set_style_property(*id, "width", &format!("{width}px"));
    }
    drop(mutator);
    document.resolve(0.0);
}

/// Returns the border box's width in CSS pixels, if the element holds one line of text.
fn width_of_single_line(document: &HtmlDocument, id: NodeId, scale: f64) -> Option<f64> {
    let node = document.get_node(id)?;
    let text = node.element_data()?.inline_layout_data.as_ref()?;
    if text.layout.len() != 1 {
        return None;
    }
    let (padding, border) = (node.final_layout().padding, node.final_layout().border);
    let line = (f64::from(text.layout.width()) / scale * UNITS).ceil() / UNITS;
    Some(line + f64::from(padding.left + padding.right + border.left + border.right))
}
