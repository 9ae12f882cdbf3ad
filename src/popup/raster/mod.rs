//! HTML to pixels, by Blitz on the CPU. A document stays alive between pictures, so that a keystroke only changes a text node and paints; only
//! changes to the document's structure or style rebuild it.
//!
//! What must never happen: a request to the network or a file (all answers come from the scene), or a panic that leaves this module (see the worker,
//! which discards the canvas after one).

mod breaks;
mod hug;
mod net;
mod painter;
mod parts;
mod sheet;

use std::sync::Arc;

use anyrender::PaintScene as _;
use blitz_dom::{DocumentConfig, NodeId};
use blitz_html::HtmlDocument;
use blitz_traits::shell::{ColorScheme, Viewport};
use kurbo::{Affine, Rect};
use peniko::Fill;

use super::RenderError;
use super::fonts::Fonts;
use super::page::{self, Pictures, page_color};
use super::parts::Layout;
use super::picture::Picture;
use super::scene::{PopupContent, Scene, ScenePart, Theme};
use super::template::{SlotText, direction, placeholder_slots, slot_texts};
use super::text::Scripts;
use net::SceneImages;
use painter::Rasterizer;
pub(super) use sheet::draw as draw_page;

/// Room for the shadow around a [`ScenePart::Popup`], in CSS pixels.
const MARGIN: f64 = 24.0;

/// Paints scenes, one after another.
pub(super) struct Canvas {
    fonts: Fonts,
    scripts: Scripts,
    live: Option<Live>,
}

/// The current document, and what it was built from.
struct Live {
    scene: Scene,
    texts: Vec<SlotText>,
    scripts: Scripts,
    document: HtmlDocument,
    /// The text node of each slot, in the order of `texts`; none for an empty slot.
    nodes: Vec<Option<NodeId>>,
    rasterizer: Rasterizer,
}

/// A picture, and where the parts of the message are in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// The picture.
    pub picture: Picture,
    /// Its parts.
    pub layout: Layout,
}

/// A slot's position on the page and the lines into which its text is broken, in CSS pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct SlotBox {
    /// The slot's name, or the class of a part without one.
    pub name: String,
    /// Left, top, width, height.
    pub rect: [f64; 4],
    /// Its text, line by line.
    pub lines: Vec<String>,
}

impl Canvas {
    pub fn new() -> Self {
        Self {
            fonts: Fonts::new(),
            scripts: Scripts::default(),
            live: None,
        }
    }

    /// Draws the scene, changing as little as possible.
    ///
    /// # Errors
    /// When the picture would be too large for the painter.
    pub fn paint(&mut self, scene: &Scene) -> Result<Picture, RenderError> {
        self.show(scene)?.paint()
    }

    /// Draws the scene, and says where the parts of its message are.
    ///
    /// # Errors
    /// As for [`Self::paint`].
    pub fn draw(&mut self, scene: &Scene) -> Result<Drawn, RenderError> {
        let live = self.show(scene)?;
        let picture = live.paint()?;
        let layout = live.layout(picture.offset, (picture.width, picture.height));
        Ok(Drawn { picture, layout })
    }

    /// Returns the position of everything in the scene's pop-up.
    ///
    /// # Errors
    /// As for [`Self::paint`].
    pub fn measure(&mut self, scene: &Scene) -> Result<Vec<SlotBox>, RenderError> {
        Ok(self.show(scene)?.boxes())
    }

    fn show(&mut self, scene: &Scene) -> Result<&mut Live, RenderError> {
        let broken = |(slot, text): SlotText| (slot, breaks::as_browsers_break(&text));
        let texts: Vec<SlotText> = slot_texts(scene).into_iter().map(broken).collect();
        let scripts = Scripts::of(texts.iter().map(|(_, text)| text.as_str()));
        let live = match self.live.take() {
            Some(mut live) if live.only_texts_differ(scene, &texts, scripts) => {
                live.set_texts(texts);
                live.scene = scene.clone();
                live
            }
            _ => {
                self.scripts = self.scripts.or(scripts);
                Live::build(scene, texts, self.scripts, &mut self.fonts)?
            }
        };
        Ok(self.live.insert(live))
    }
}

impl Live {
    fn build(scene: &Scene, texts: Vec<SlotText>, scripts: Scripts, fonts: &mut Fonts) -> Result<Self, RenderError> {
        let (width, height) = physical(scene)?;
        let images = SceneImages::of(scene);
        let html = page::document(scene, &texts, "", &Pictures::shown_by(scene), |image| images.url(image));
        let scheme = match scene.theme {
            Theme::Light => ColorScheme::Light,
            Theme::Dark => ColorScheme::Dark,
        };
        let config = DocumentConfig {
            viewport: Some(Viewport::new(width, height, scene.density(), scheme)),
            net_provider: Some(Arc::new(images)),
            font_ctx: Some(fonts.for_scripts(scripts)),
            ..Default::default()
        };
        let mut document = HtmlDocument::from_html(&html, config);
        // The first pass discovers the pictures (answered at once, but queued), the second lays them out.
        document.resolve(0.0);
        hug::resolve(&mut document, f64::from(scene.density()));
        let nodes = texts.iter().map(|(slot, _)| text_node(&document, slot)).collect();
        Ok(Self {
            scene: scene.clone(),
            texts,
            scripts,
            document,
            nodes,
            rasterizer: Rasterizer::new(1, 1),
        })
    }

    /// Returns whether changing text nodes is enough to turn the current document into the scene.
    fn only_texts_differ(&self, scene: &Scene, texts: &[SlotText], scripts: Scripts) -> bool {
        let same_slots = self.texts.len() == texts.len()
            && self
                .texts
                .iter()
                .zip(texts)
                .all(|(a, b)| a.0 == b.0 && a.1.is_empty() == b.1.is_empty());
        same_slots
            && self.scripts.or(scripts) == self.scripts
            && direction(&self.texts) == direction(texts)
            && same_but_for_texts(&self.scene, scene)
    }

    fn set_texts(&mut self, texts: Vec<SlotText>) {
        let mut mutator = self.document.mutate();
        for ((old, new), node) in self.texts.iter().zip(&texts).zip(&self.nodes) {
            if let Some(node) = node.filter(|_| old.1 != new.1) {
                mutator.set_node_text(node, &new.1);
            }
        }
        drop(mutator);
        self.texts = texts;
        hug::resolve(&mut self.document, f64::from(self.scene.density()));
    }

    fn paint(&mut self) -> Result<Picture, RenderError> {
        let scale = f64::from(self.scene.density());
        let (full_width, full_height) = physical(&self.scene)?;
        let (left, top, width, height) = match self.scene.part {
            ScenePart::Page => (0, 0, full_width, full_height),
            ScenePart::Popup => self.surroundings(scale, full_width, full_height),
        };
        self.rasterizer.resize(pixels(width)?, pixels(height)?);
        let (document, background) = (&mut self.document, page_color(self.scene.theme));
        let origin = (f64::from(left), f64::from(top));
        let rgba = self.rasterizer.paint(scale, origin, |painter| {
            let paper = peniko::Color::from_rgb8(background.r, background.g, background.b);
            let all = Rect::new(0.0, 0.0, f64::from(width), f64::from(height)) + kurbo::Vec2::from(origin);
            painter.fill(Fill::NonZero, Affine::IDENTITY, paper, None, &all);
            blitz_paint::paint_scene(painter, document, scale, full_width, full_height, 0, 0);
        });
        Ok(Picture {
            width,
            height,
            rgba,
            offset: (left, top),
        })
    }

    /// Returns left, top, width and height of the pop-up with its launcher and their shadows, in physical pixels.
    fn surroundings(&self, scale: f64, full_width: u32, full_height: u32) -> (u32, u32, u32, u32) {
        let boxes = self.rects(".card, .note, .close, .launcher");
        let whole = boxes
            .into_iter()
            .map(|(_, r)| r)
            .reduce(|a, b| a.union(b))
            .unwrap_or_default();
        let whole = whole.inflate(MARGIN, MARGIN);
        let within = |value: f64, most: u32| (value * scale).clamp(0.0, f64::from(most));
        let (left, top) = (
            within(whole.x0, full_width).floor(),
            within(whole.y0, full_height).floor(),
        );
        let (right, bottom) = (
            within(whole.x1, full_width).ceil(),
            within(whole.y1, full_height).ceil(),
        );
        (
            left as u32,
            top as u32,
            (right - left).max(1.0) as u32,
            (bottom - top).max(1.0) as u32,
        )
    }

    fn rects(&self, selector: &str) -> Vec<(NodeId, Rect)> {
        let ids = self.document.query_selector_all(selector).unwrap_or_default();
        let rect = |id| {
            let r = self.document.get_client_bounding_rect(id)?;
            Some((id, Rect::new(r.x, r.y, r.x + r.width, r.y + r.height)))
        };
        ids.into_iter().filter_map(rect).collect()
    }

    fn boxes(&self) -> Vec<SlotBox> {
        let describe = |(id, r): (NodeId, Rect)| {
            let element = self.document.get_node(id)?.element_data()?;
            let attribute = |name: &str| {
                element
                    .attrs()
                    .iter()
                    .find(|a| &*a.name.local == name)
                    .map(|a| a.value.to_string())
            };
            let name = attribute("data-slot").or_else(|| attribute("class"))?;
            let lines = element.inline_layout_data.as_ref().map(|text| {
                let line = |line: parley::layout::Line<'_, _>| {
                    breaks::without_marks(text.text.get(line.text_range()).unwrap_or_default())
                        .trim()
                        .to_owned()
                };
                text.layout.lines().map(line).filter(|line| !line.is_empty()).collect()
            });
            Some(SlotBox {
                name,
                rect: [r.x0, r.y0, r.width(), r.height()],
                lines: lines.unwrap_or_default(),
            })
        };
        self.rects(".bk > *, .bk [data-slot], .bk .close, .bk .body, .bk .head, .bk .talk, .bk .entry")
            .into_iter()
            .filter_map(describe)
            .collect()
    }
}

fn physical(scene: &Scene) -> Result<(u32, u32), RenderError> {
    let (width, height) = scene.viewport.size();
    let to_physical = |css: u32| (css as f32 * scene.scale.get()).round().max(1.0) as u32;
    let size = (to_physical(width), to_physical(height));
    pixels(size.0.max(size.1)).map(|_| size)
}

/// Returns a length that the rasteriser accepts.
fn pixels(length: u32) -> Result<u16, RenderError> {
    u16::try_from(length).map_err(|_| RenderError::TooLarge)
}

fn same_but_for_texts(a: &Scene, b: &Scene) -> bool {
    let same_kind = match (&a.content, &b.content) {
        (PopupContent::Rich { image: a, .. }, PopupContent::Rich { image: b, .. }) => a == b,
        (PopupContent::Text { .. }, PopupContent::Text { .. }) => true,
        (PopupContent::OpenWindow { .. }, PopupContent::OpenWindow { .. }) => true,
        (PopupContent::Nothing, PopupContent::Nothing) => true,
        _ => false,
    };
    same_kind
        && placeholder_slots(a) == placeholder_slots(b)
        && a.style() == b.style()
        && (&a.launcher, a.theme, a.viewport, a.scale, a.zoom, a.part, &a.backdrop)
            == (&b.launcher, b.theme, b.viewport, b.scale, b.zoom, b.part, &b.backdrop)
}

/// Returns the text node inside a slot.
fn text_node(document: &HtmlDocument, slot: &str) -> Option<NodeId> {
    let element = document.query_selector(&format!("[data-slot={slot}]")).ok()??;
    let child = *document.get_node(element)?.children.first()?;
    document.get_node(child)?.text_data().map(|_| child)
}

#[cfg(test)]
mod tests;
