//! One triangle onto the canvas: edge functions in fixed point, so that neighbours share no pixel and leave no gap.
//!
//! Channels and corners are written out instead of mapped over: tests paint hundreds of windows with code that is not optimised, where
//! a mapped array takes many times as long.

#![expect(clippy::disallowed_methods, reason = "these are pixels, not a choice of colour")]

use egui::{Color32, Rect, epaint::Vertex};

use super::{
    Canvas,
    sampler::{Texture, channels},
};

/// Steps of a pixel that corners are rounded to.
const STEPS: i64 = 256;

/// The pixels that may be painted.
#[derive(Clone, Copy)]
pub(super) struct Clip {
    left: i64,
    top: i64,
    right: i64,
    bottom: i64,
}

impl Clip {
    pub(super) fn new(rect: Rect, scale: f32, [width, height]: [usize; 2]) -> Self {
        let edge = |value: f32, most: usize| ((value * scale).round().max(0.0) as i64).min(most as i64);
        Self {
            left: edge(rect.min.x, width),
            top: edge(rect.min.y, height),
            right: edge(rect.max.x, width),
            bottom: edge(rect.max.y, height),
        }
    }
}

/// A side of the triangle as `along · x + down · y`, not negative inside.
#[derive(Clone, Copy, Default)]
struct Edge {
    /// Change of the value from a pixel to the one on its right.
    along: i64,
    /// Change of the value from a pixel to the one below.
    down: i64,
    /// Value at the centre of the first pixel of the current row.
    value: i64,
    /// -1 for sides whose own pixels belong to the neighbour.
    bias: i64,
}

impl Edge {
    fn new(from: (i64, i64), to: (i64, i64), at: (i64, i64)) -> Self {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let owns_its_pixels = dy < 0 || (dy == 0 && dx > 0);
        Self {
            along: -dy * STEPS,
            down: dx * STEPS,
            value: dx * (at.1 - from.1) - dy * (at.0 - from.0),
            bias: if owns_its_pixels { 0 } else { -1 },
        }
    }

    /// Narrows `first..end` to the pixels of the row on the inner side.
    fn narrow(&self, first: &mut i64, end: &mut i64) {
        let value = self.value + self.bias;
        match self.along {
            0 if value < 0 => *end = 0,
            0 => {}
            along if along > 0 && value < 0 => *first = (*first).max((-value + along - 1) / along),
            along if along > 0 => {}
            _ if value < 0 => *end = 0,
            along => *end = (*end).min(value / -along + 1),
        }
    }
}

/// What the triangle paints: corner colours times texture.
struct Paint<'a> {
    colors: [[f32; 4]; 3],
    texels: [[f32; 2]; 3],
    one_color: bool,
    texture: &'a Texture,
}

impl Paint<'_> {
    fn at(&self, shares: [f32; 3]) -> [f32; 4] {
        let color = if self.one_color {
            self.colors[0]
        } else {
            let [one, two, three] = self.colors;
            let channel = |i: usize| weigh([one[i], two[i], three[i]], shares);
            [channel(0), channel(1), channel(2), channel(3)]
        };
        let [one, two, three] = self.texels;
        let x = weigh([one[0], two[0], three[0]], shares);
        let y = weigh([one[1], two[1], three[1]], shares);
        multiply(color, self.texture.sample(x, y))
    }

    /// The one colour of the whole triangle, if it has one.
    fn constant(&self) -> Option<[f32; 4]> {
        let one_texel = self.texels[0] == self.texels[1] && self.texels[1] == self.texels[2];
        (self.one_color && one_texel).then(|| self.at([1.0, 0.0, 0.0]))
    }
}

pub(super) fn fill(canvas: &mut Canvas, mut corners: [Vertex; 3], texture: &Texture, scale: f32, clip: Clip) {
    let fixed = |value: f32| (value * scale * STEPS as f32).round() as i64;
    let point = |corner: &Vertex| (fixed(corner.pos.x), fixed(corner.pos.y));
    let mut points = [point(&corners[0]), point(&corners[1]), point(&corners[2])];
    let mut area = cross(points[0], points[1], points[2]);
    if area == 0 || corners.iter().all(|corner| corner.color == Color32::TRANSPARENT) {
        return;
    }
    if area < 0 {
        corners.swap(1, 2);
        points.swap(1, 2);
        area = -area;
    }
    let [one, two, three] = points;
    let [left, right] = bounds([one.0, two.0, three.0], clip.left, clip.right);
    let [top, bottom] = bounds([one.1, two.1, three.1], clip.top, clip.bottom);
    if left >= right || top >= bottom {
        return;
    }
    let start = (left * STEPS + STEPS / 2, top * STEPS + STEPS / 2);
    // Each is opposite of its corner.
    let mut edges = [
        Edge::new(two, three, start),
        Edge::new(three, one, start),
        Edge::new(one, two, start),
    ];
    let texel = |corner: &Vertex| [corner.uv.x * texture.width as f32, corner.uv.y * texture.height as f32];
    let paint = Paint {
        colors: [
            channels(corners[0].color),
            channels(corners[1].color),
            channels(corners[2].color),
        ],
        texels: [texel(&corners[0]), texel(&corners[1]), texel(&corners[2])],
        one_color: corners[0].color == corners[1].color && corners[1].color == corners[2].color,
        texture,
    };
    let constant = paint.constant();
    for y in top..bottom {
        let (mut first, mut end) = (0, right - left);
        for edge in &edges {
            edge.narrow(&mut first, &mut end);
        }
        if first < end {
            let row = y as usize * canvas.width + left as usize;
            let pixels = &mut canvas.pixels[row + first as usize..row + end as usize];
            match constant {
                Some(color) => fill_span(pixels, color),
                None => shade_span(pixels, &paint, &edges, first, area),
            }
        }
        for edge in &mut edges {
            edge.value += edge.down;
        }
    }
}

fn fill_span(pixels: &mut [Color32], color: [f32; 4]) {
    if color[3] >= 254.5 {
        let channel = |i: usize| (color[i] + 0.5) as u8;
        pixels.fill(Color32::from_rgb(channel(0), channel(1), channel(2)));
    } else {
        for pixel in pixels {
            blend(pixel, color);
        }
    }
}

fn shade_span(pixels: &mut [Color32], paint: &Paint<'_>, edges: &[Edge; 3], first: i64, area: i64) {
    let per_area = 1.0 / area as f32;
    let share = |edge: &Edge| (edge.value + edge.along * first) as f32 * per_area;
    let step = |edge: &Edge| edge.along as f32 * per_area;
    let (mut a, mut b) = (share(&edges[0]), share(&edges[1]));
    let (step_a, step_b) = (step(&edges[0]), step(&edges[1]));
    for pixel in pixels {
        blend(pixel, paint.at([a, b, 1.0 - a - b]));
        a += step_a;
        b += step_b;
    }
}

fn cross(a: (i64, i64), b: (i64, i64), c: (i64, i64)) -> i64 {
    (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)
}

fn bounds(values: [i64; 3], least: i64, most: i64) -> [i64; 2] {
    let low = values[0].min(values[1]).min(values[2]).div_euclid(STEPS);
    let high = values[0].max(values[1]).max(values[2]).div_euclid(STEPS) + 1;
    [low.max(least), high.min(most)]
}

fn weigh(values: [f32; 3], shares: [f32; 3]) -> f32 {
    values[0] * shares[0] + values[1] * shares[1] + values[2] * shares[2]
}

fn multiply(a: [f32; 4], b: [f32; 4]) -> [f32; 4] {
    let channel = |i: usize| a[i] * b[i] / 255.0;
    [channel(0), channel(1), channel(2), channel(3)]
}

fn blend(pixel: &mut Color32, over: [f32; 4]) {
    // Most of a letter's rectangle is empty.
    if over == [0.0; 4] {
        return;
    }
    let rest = 1.0 - over[3] / 255.0;
    let under = pixel.to_array();
    let channel = |i: usize| (over[i] + f32::from(under[i]) * rest + 0.5) as u8;
    *pixel = Color32::from_rgba_premultiplied(channel(0), channel(1), channel(2), channel(3));
}
