//! Lays out a text with pills: each reads as its label, on a wash with round corners, and is one character for the cursor.

use std::{ops::Range, sync::Arc};

use egui::{
    Color32, Galley, Mesh, Pos2, Rect, Ui,
    epaint::{Vertex, WHITE_UV},
    pos2,
    text::{LayoutJob, TextFormat},
};

/// Around the words of a pill: blanks at which no line ends.
const EDGE: char = '\u{a0}';
/// How many points make the round of a corner.
const STEPS: usize = 5;

/// How a text is set.
pub(super) struct Setting<'a> {
    /// The text.
    pub(super) plain: &'a TextFormat,
    /// The words of a pill.
    pub(super) pill: &'a TextFormat,
    /// Behind them.
    pub(super) wash: Color32,
    /// Where lines end; infinite for one that does not.
    pub(super) width: f32,
    /// Whether the text may have line ends.
    pub(super) breaks: bool,
    pub(super) align: egui::Align,
}

/// A text as it was laid out, with the places of its pills: which character each is, and where it stands in the galley.
#[derive(Clone)]
pub(super) struct LaidOut {
    pub(super) galley: Arc<Galley>,
    pub(super) pills: Vec<(usize, Rect)>,
}

/// Lays out `shown`, in which `label` says what a character that is a pill reads as.
pub(super) fn lay_out(ui: &Ui, shown: &str, label: impl Fn(char) -> Option<String>, setting: &Setting<'_>) -> LaidOut {
    let mut job = LayoutJob {
        break_on_newline: setting.breaks,
        halign: setting.align,
        keep_trailing_whitespace: true,
        ..LayoutJob::default()
    };
    job.wrap.max_width = setting.width;
    let mut groups: Vec<Range<usize>> = Vec::new();
    let (mut plain, mut at) = (String::new(), 0);
    for letter in shown.chars() {
        let Some(words) = label(letter) else {
            plain.push(letter);
            at += 1;
            continue;
        };
        append(&mut job, &plain, setting.plain);
        plain.clear();
        let words = unbroken(&words);
        let length = words.chars().count();
        append(&mut job, &words, setting.pill);
        groups.push(at..at + length);
        at += length;
    }
    append(&mut job, &plain, setting.plain);
    if job.text.is_empty() {
        // The height of an empty field is that of its text.
        job.append("", 0.0, setting.plain.clone());
    }
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    if groups.is_empty() {
        return LaidOut {
            galley,
            pills: Vec::new(),
        };
    }
    gather(galley, shown, &groups, setting.wash)
}

fn append(job: &mut LayoutJob, part: &str, format: &TextFormat) {
    if !part.is_empty() {
        job.append(part, 0.0, format.clone());
    }
}

/// Words that stay on one line.
fn unbroken(words: &str) -> String {
    let kept = words.chars().map(|letter| match letter {
        '-' => '\u{2011}',
        blank if blank.is_whitespace() || blank.is_control() => EDGE,
        letter => letter,
    });
    std::iter::once(EDGE).chain(kept).chain([EDGE]).collect()
}

/// Makes one character of each group, and puts a wash behind it.
fn gather(mut galley: Arc<Galley>, shown: &str, groups: &[Range<usize>], wash: Color32) -> LaidOut {
    let whole = Arc::make_mut(&mut galley);
    let mut pills = Vec::new();
    let mut signs = shown.chars();
    // Which character of the laid out text comes next, and which of the field's.
    let (mut at, mut index) = (0, 0);
    for placed in &mut whole.rows {
        let row = Arc::make_mut(&mut placed.row);
        let mut mesh = Mesh::default();
        let mut kept = Vec::with_capacity(row.glyphs.len());
        for glyph in &row.glyphs {
            let here = at;
            at += 1;
            let Some(group) = groups.iter().find(|group| group.contains(&here)) else {
                kept.push(*glyph);
                index += 1;
                signs.next();
                continue;
            };
            let right = glyph.pos.x + glyph.advance_width;
            if here == group.start {
                let mut first = *glyph;
                first.chr = signs.next().unwrap_or(first.chr);
                kept.push(first);
                let top = (row.size.y - glyph.line_height.max(glyph.font_height)).max(0.0) / 2.0;
                let rect = Rect::from_min_max(pos2(glyph.pos.x, top), pos2(right, row.size.y - top));
                pills.push((index, rect.translate(placed.pos.to_vec2())));
                index += 1;
            } else if let (Some(last), Some((_, rect))) = (kept.last_mut(), pills.last_mut()) {
                // The rest of a pill that is wider than the field stands on the next line, and belongs to nothing there.
                if right > last.pos.x {
                    last.advance_width = right - last.pos.x;
                    rect.max.x = right + placed.pos.x;
                }
            }
        }
        let own = |rect: &Rect| rect.translate(-placed.pos.to_vec2());
        for (_, rect) in &pills {
            let rect = own(rect);
            if rect.top() >= 0.0 && rect.bottom() <= row.size.y {
                rounded(&mut mesh, rect.shrink2(egui::vec2(0.5, 0.0)), wash);
            }
        }
        row.glyphs = kept;
        put_behind(&mut row.visuals, mesh);
        if placed.ends_with_newline {
            at += 1;
            index += 1;
            signs.next();
        }
    }
    // The keys that go by words read what the galley says that it holds.
    let format = whole.job.sections.first().map(|section| section.format.clone());
    whole.job = Arc::new(LayoutJob::single_section(shown.to_owned(), format.unwrap_or_default()));
    whole.num_vertices = whole.rows.iter().map(|row| row.visuals.mesh.vertices.len()).sum();
    whole.num_indices = whole.rows.iter().map(|row| row.visuals.mesh.indices.len()).sum();
    for row in &whole.rows {
        whole.mesh_bounds |= row.visuals.mesh_bounds.translate(row.pos.to_vec2());
    }
    LaidOut { galley, pills }
}

/// Puts a mesh behind the letters of a row.
fn put_behind(visuals: &mut egui::epaint::text::RowVisuals, wash: Mesh) {
    if wash.is_empty() {
        return;
    }
    let base = visuals.mesh.vertices.len() as u32;
    visuals.mesh.vertices.extend(wash.vertices);
    let added: Vec<u32> = wash.indices.iter().map(|index| index + base).collect();
    visuals.glyph_index_start += added.len();
    visuals.mesh.indices.splice(0..0, added);
    visuals.mesh_bounds = visuals.mesh.calc_bounds();
}

/// A rectangle with round, soft corners.
fn rounded(mesh: &mut Mesh, rect: Rect, color: Color32) {
    let radius = (rect.height() * 0.28).min(rect.width() / 2.0);
    let outline: Vec<(Pos2, egui::Vec2)> = [
        (pos2(rect.right() - radius, rect.bottom() - radius), 0.0),
        (pos2(rect.left() + radius, rect.bottom() - radius), 90.0),
        (pos2(rect.left() + radius, rect.top() + radius), 180.0),
        (pos2(rect.right() - radius, rect.top() + radius), 270.0),
    ]
    .into_iter()
    .flat_map(|(center, from): (Pos2, f32)| {
        (0..=STEPS).map(move |step| {
            let angle = (from + 90.0 * step as f32 / STEPS as f32).to_radians();
            let away = egui::vec2(angle.cos(), angle.sin());
            (center + away * radius, away)
        })
    })
    .collect();
    let vertex = |pos, color| Vertex {
        pos,
        uv: WHITE_UV,
        color,
    };
    let base = mesh.vertices.len() as u32;
    mesh.vertices.push(vertex(rect.center(), color));
    for (at, away) in &outline {
        mesh.vertices.push(vertex(*at - *away * 0.5, color));
        mesh.vertices.push(vertex(*at + *away * 0.5, Color32::TRANSPARENT));
    }
    let count = outline.len() as u32;
    for step in 0..count {
        let (inner, outer) = (base + 1 + 2 * step, base + 2 + 2 * step);
        let next = (step + 1) % count;
        let (next_inner, next_outer) = (base + 1 + 2 * next, base + 2 + 2 * next);
        mesh.add_triangle(base, inner, next_inner);
        mesh.add_triangle(inner, outer, next_outer);
        mesh.add_triangle(inner, next_outer, next_inner);
    }
}
