//! Where the previews of a desktop, a tablet and a phone stand beside each other.

/// A place for a preview, in points from the upper left corner of the room for all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
    /// Its width.
    pub width: f32,
    /// Its height, without the caption above it.
    pub height: f32,
    /// How much of its own size that is.
    pub share: f32,
}

/// Between two previews.
const GAP: f32 = 24.0;
/// Around all of them.
const MARGIN: f32 = 20.0;
/// Height of the line above each.
pub const CAPTION: f32 = 28.0;
/// How small one may become.
const LEAST: f32 = 0.3;

/// Width and height.
type Size = (f32, f32);

/// Returns the places of previews of these sizes in a room, as large as they fit, none beyond its own size; `None` where one of them would be too
/// small to be of use.
pub fn places(room: Size, sizes: [Size; 3]) -> Option<[Place; 3]> {
    let inner = (room.0 - 2.0 * MARGIN, room.1 - 2.0 * MARGIN);
    let [desktop, tablet, phone] = sizes;
    let in_a_row = vec![row(inner, &sizes)];
    // Of a desktop above the others, the height is shared in hundredths.
    let in_two_rows = (30..=70).map(|share| {
        let above = (inner.1 - GAP) * share as f32 / 100.0;
        let below = inner.1 - GAP - above;
        vec![
            row((inner.0, above), &[desktop]),
            row((inner.0, below), &[tablet, phone]),
        ]
    });
    std::iter::once(in_a_row)
        .chain(in_two_rows)
        .filter(|rows| smallest(rows) >= LEAST)
        .max_by(|one, other| area(one).total_cmp(&area(other)))
        .and_then(|rows| centred(room, rows).try_into().ok())
}

fn smallest(rows: &[Vec<Place>]) -> f32 {
    rows.iter().flatten().map(|place| place.share).fold(1.0, f32::min)
}

fn area(rows: &[Vec<Place>]) -> f32 {
    rows.iter().flatten().map(|place| place.width * place.height).sum()
}

/// Previews beside each other, of one height as far as their own sizes allow, from the left edge of their room.
fn row(room: Size, sizes: &[Size]) -> Vec<Place> {
    let gaps = GAP * sizes.len().saturating_sub(1) as f32;
    let most = (room.1 - CAPTION).max(0.0);
    let mut height = 0.0;
    // Of one height, widths go by shapes; a preview that its own size limits leaves its room to the others, which grow. Each round limits at least
    // one more.
    for _ in sizes {
        let (limited, free): (Vec<&Size>, Vec<&Size>) = sizes.iter().partition(|size| size.1 <= height);
        let taken: f32 = limited.iter().map(|size| size.0).sum();
        let shapes: f32 = free.iter().map(|size| size.0 / size.1).sum();
        if shapes > 0.0 {
            height = ((room.0 - gaps - taken).max(0.0) / shapes).min(most);
        }
    }
    let mut x = 0.0;
    sizes
        .iter()
        .map(|size| {
            // Whole hundredths, so that a moving edge does not ask for a picture per pixel.
            let share = ((height / size.1).min(1.0) * 100.0).floor() / 100.0;
            let place = Place {
                x,
                y: 0.0,
                width: size.0 * share,
                height: size.1 * share,
                share,
            };
            x += place.width + GAP;
            place
        })
        .collect()
}

/// Puts the rows below each other, and each into the middle of the room.
fn centred(room: Size, rows: Vec<Vec<Place>>) -> Vec<Place> {
    let tall = |row: &[Place]| CAPTION + row.iter().map(|place| place.height).fold(0.0, f32::max);
    let all: f32 = rows.iter().map(|row| tall(row)).sum::<f32>() + GAP * rows.len().saturating_sub(1) as f32;
    let mut top = ((room.1 - all) / 2.0).max(0.0);
    let mut placed = Vec::new();
    for row in rows {
        let wide = row.iter().map(|place| place.x + place.width).fold(0.0, f32::max);
        let left = ((room.0 - wide) / 2.0).max(0.0);
        let next = top + tall(&row) + GAP;
        placed.extend(row.into_iter().map(|place| Place {
            x: place.x + left,
            y: top + CAPTION,
            ..place
        }));
        top = next;
    }
    placed
}
