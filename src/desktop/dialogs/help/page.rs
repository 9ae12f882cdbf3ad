//! Draws the blocks of a document.

use egui::{CornerRadius, FontFamily, FontId, Frame, Label, Margin, TextFormat, Ui, text::LayoutJob, vec2};

use super::document::{Block, Flow, Piece, Style};
use crate::desktop::theme::{Palette, Type, palette, radius, space};

/// The indentation of a line of a list, in points.
const INDENT: f32 = 20.0;
/// Shares of the width that the columns of a table get, by their number.
const TWO: [f32; 2] = [0.34, 0.66];
const THREE: [f32; 3] = [0.24, 0.42, 0.34];

/// Shows a document over the whole width; returns the pressed link.
pub(super) fn show(ui: &mut Ui, blocks: &[Block]) -> Option<String> {
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut pressed = None;
    for (place, block) in blocks.iter().enumerate() {
        if place > 0 {
            ui.add_space(above(block, &blocks[place - 1]));
        }
        let link = ui.push_id(place, |ui| one(ui, block)).inner;
        pressed = pressed.or(link);
    }
    ui.add_space(space::XL);
    pressed
}

/// The links that can be pressed.
#[cfg(test)]
pub(super) fn links(blocks: &[Block]) -> Vec<String> {
    let mut links = Vec::new();
    let mut of = |flow: &Flow| links.extend(flow.iter().filter_map(target).map(str::to_owned));
    for block in blocks {
        match block {
            Block::Title(flow) | Block::Heading(flow) | Block::Paragraph(flow) | Block::Item { flow, .. } => of(flow),
            Block::Table(rows) => rows.iter().flatten().for_each(&mut of),
            Block::Code(_) => {}
        }
    }
    links
}

/// Where a piece leads, if the app can follow it: files of the project that are not in the help are not on this computer.
fn target(piece: &Piece) -> Option<&str> {
    piece.link.as_deref().filter(|link| !link.starts_with("../"))
}

/// The distance to the block before, in points.
fn above(block: &Block, before: &Block) -> f32 {
    match (block, before) {
        (Block::Title(_) | Block::Heading(_), _) => space::XL,
        (Block::Item { .. }, Block::Item { .. }) => space::XS,
        _ => space::M,
    }
}

fn one(ui: &mut Ui, block: &Block) -> Option<String> {
    match block {
        Block::Title(pieces) => flow(ui, pieces, Type::Title),
        Block::Heading(pieces) => flow(ui, pieces, Type::Section),
        Block::Paragraph(pieces) => flow(ui, pieces, Type::Body),
        Block::Item {
            depth,
            number,
            flow: pieces,
        } => item(ui, *depth, *number, pieces),
        Block::Code(code) => {
            self::code(ui, code);
            None
        }
        Block::Table(rows) => table(ui, rows),
    }
}

fn item(ui: &mut Ui, depth: usize, number: Option<u64>, pieces: &Flow) -> Option<String> {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(INDENT * depth as f32);
        let mark = number.map_or_else(|| "•".to_owned(), |number| format!("{number}."));
        let ink = palette(ui).text_muted;
        ui.allocate_ui(vec2(INDENT, 0.0), |ui| {
            ui.set_width(INDENT);
            ui.label(Type::Body.text(mark, ink));
        });
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            flow(ui, pieces, Type::Body)
        })
        .inner
    })
    .inner
}

/// Text that flows: in one piece, or with what can be pressed between.
fn flow(ui: &mut Ui, pieces: &Flow, step: Type) -> Option<String> {
    let p = palette(ui);
    if pieces.iter().all(|piece| target(piece).is_none()) {
        let mut job = LayoutJob::default();
        for piece in pieces {
            job.append(&piece.text, 0.0, format(piece.style, step, p));
        }
        ui.add(Label::new(job).wrap());
        return None;
    }
    let mut pressed = None;
    // A row is as high as its text, not as a button.
    ui.spacing_mut().interact_size.y = 0.0;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        for piece in pieces {
            match target(piece) {
                Some(link) => {
                    if ui.link(step.text(&piece.text, p.accent_text)).clicked() {
                        pressed = Some(link.to_owned());
                    }
                }
                None => {
                    let mut job = LayoutJob::default();
                    job.append(&piece.text, 0.0, format(piece.style, step, p));
                    ui.add(Label::new(job).wrap());
                }
            }
        }
    });
    pressed
}

fn format(style: Style, step: Type, p: &Palette) -> TextFormat {
    let strong = if step == Type::Body { Type::BodyStrong } else { step };
    let mut format = match style {
        Style::Plain => TextFormat::simple(step.font(), p.text),
        Style::Emphasis => TextFormat {
            italics: true,
            ..TextFormat::simple(step.font(), p.text)
        },
        Style::Strong => TextFormat::simple(strong.font(), p.text),
        Style::Code => TextFormat {
            background: p.neutral_soft,
            ..TextFormat::simple(FontId::new(step.size() - 1.0, FontFamily::Monospace), p.text)
        },
    };
    if step == Type::Body {
        format.line_height = Some(21.0);
    }
    format
}

fn code(ui: &mut Ui, code: &str) {
    let p = palette(ui);
    let frame = Frame::new()
        .fill(p.canvas)
        .corner_radius(CornerRadius::same(radius::M))
        .inner_margin(Margin::symmetric(12, 10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let font = FontId::new(Type::Small.size() - 1.0, FontFamily::Monospace);
        let format = TextFormat {
            line_height: Some(18.0),
            ..TextFormat::simple(font, p.text)
        };
        ui.add(Label::new(LayoutJob::single_section(code.to_owned(), format)).wrap());
    });
}

fn table(ui: &mut Ui, rows: &[Vec<Flow>]) -> Option<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let room = ui.available_width() - space::M * columns.saturating_sub(1) as f32;
    let width = |column: usize| match columns {
        2 => room * TWO[column],
        3 => room * THREE[column],
        columns => room / columns as f32,
    };
    let mut pressed = None;
    for (row, cells) in rows.iter().enumerate() {
        if row > 0 {
            ui.add_space(6.0);
            crate::desktop::widgets::hairline(ui);
            ui.add_space(6.0);
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            for (column, cell) in cells.iter().enumerate() {
                ui.vertical(|ui| {
                    ui.set_width(width(column));
                    let step = if row == 0 { Type::Caption } else { Type::Small };
                    let link = ui.push_id((row, column), |ui| flow(ui, cell, step)).inner;
                    pressed = pressed.take().or(link);
                });
            }
        });
    }
    pressed
}
