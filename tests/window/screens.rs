//! Every screen in every size and language: no two controls overlap, no control is narrower than its text, and no text is cut where its line has
//! room.
//!
//! It looks at what was laid out, the boxes of controls and the texts, not at pixels.

use egui::{LayerId, Order, Rect, Role, Shape, epaint::TextShape};
use egui_kittest::kittest::NodeT;

use crate::support::library::{Opening, Window, keys, open};
use beckon::{
    desktop::testing::App,
    studio::{command::Command, editor_step::EditorStep},
    wording::text::Language,
};

const SIZES: [[f32; 2]; 4] = [[900.0, 600.0], [1000.0, 640.0], [1440.0, 900.0], [2560.0, 1440.0]];

/// What rounding may make two boxes share.
const SLACK: f32 = 1.0;

/// How far a part of a control may reach beyond it, as the handle of a row does.
const HANDLE: f32 = 3.0;

/// How much room beside a cut text would have shown more of it: its line, less the ellipsis and the usual distance to what follows.
const ROOM: f32 = 36.0;

/// A control as it was laid out.
#[derive(Debug, Clone)]
struct Control {
    layer: LayerId,
    role: Role,
    name: String,
    whole: Rect,
    /// The part of it that is not clipped.
    seen: Rect,
}

/// A text as it was painted.
struct Painted {
    words: String,
    rect: Rect,
    clip: Rect,
    is_cut: bool,
}

fn controls(window: &Window) -> Vec<Control> {
    let nodes: Vec<(Rect, Role, String)> = window
        .root()
        .children_recursive()
        .filter_map(|node| {
            let node = node.accesskit_node();
            let at = node.bounding_box()?;
            let rect = Rect::from_min_max(
                egui::pos2(at.x0 as f32, at.y0 as f32),
                egui::pos2(at.x1 as f32, at.y1 as f32),
            );
            Some((rect, node.role(), node.label().unwrap_or_default()))
        })
        .collect();
    let told = |whole: Rect| {
        nodes.iter().find(|(rect, role, _)| {
            let same = (rect.min - whole.min).length() < SLACK && (rect.max - whole.max).length() < SLACK;
            same && *role != Role::GenericContainer
        })
    };
    window.ctx.viewport(|viewport| {
        let widgets = &viewport.prev_pass.widgets;
        let mut found = Vec::new();
        for (layer, layer_widgets) in widgets.layers() {
            for widget in layer_widgets {
                let is_seen = widget.visible && widget.interact_rect.is_positive() && widget.sense.interactive();
                if is_seen
                    && let Some((_, role, name)) = told(widget.rect)
                    // Bars float over what they scroll, and make way.
                    && *role != Role::ScrollBar
                {
                    found.push(Control {
                        layer: *layer,
                        role: *role,
                        name: name.clone(),
                        whole: widget.rect,
                        seen: widget.interact_rect,
                    });
                }
            }
        }
        found
    })
}

fn texts(window: &Window) -> Vec<Painted> {
    fn collect(shape: &Shape, clip: Rect, found: &mut Vec<Painted>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, found)),
            Shape::Text(TextShape { pos, galley, .. }) => found.push(Painted {
                words: galley.job.text.clone(),
                rect: galley.rect.translate(pos.to_vec2()),
                clip,
                // A text of several lines ends where its last one may.
                is_cut: galley.elided && galley.rows.len() == 1,
            }),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in &window.output().shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut found);
    }
    // One character alone is an icon, whose box is larger than what is drawn.
    found.retain(|text| text.words.chars().count() > 1 && text.rect.intersect(text.clip).is_positive());
    found
}

fn shared(one: Rect, other: Rect) -> bool {
    let both = one.intersect(other);
    both.width() > SLACK && both.height() > SLACK
}

/// Whether a control is a handle on an edge of another one, which it moves.
fn is_handle_of(handle: &Control, other: &Control) -> bool {
    let across = handle.whole.x_range();
    handle.role == Role::Slider && (across.contains(other.whole.left()) || across.contains(other.whole.right()))
}

/// Controls of one layer that share room without one being a part of the other, such as the menu of a row, or its handle.
fn overlaps(controls: &[Control], place: &str, faults: &mut Vec<String>) {
    for (at, one) in controls.iter().enumerate() {
        for other in &controls[at + 1..] {
            let is_part = |inner: &Control, outer: &Control| outer.whole.expand(HANDLE).contains_rect(inner.whole);
            let nested = is_part(one, other) != is_part(other, one);
            let held = is_handle_of(one, other) || is_handle_of(other, one);
            if one.layer == other.layer && !nested && !held && shared(one.seen, other.seen) {
                faults.push(format!(
                    "{place}: {:?} “{}” at {} lies on {:?} “{}” at {}",
                    one.role, one.name, one.seen, other.role, other.name, other.seen
                ));
            }
        }
    }
}

/// Whether a control shows its text whole, rather than letting it scroll.
fn shows_its_text(role: Role) -> bool {
    matches!(
        role,
        Role::Button | Role::RadioButton | Role::Tab | Role::MenuItem | Role::CheckBox | Role::Switch | Role::ComboBox
    )
}

/// Texts that reach beyond the control that they are on.
fn too_narrow(controls: &[Control], texts: &[Painted], place: &str, faults: &mut Vec<String>) {
    for control in controls.iter().filter(|control| shows_its_text(control.role)) {
        // Of several controls around a text, the smallest is its own.
        let own = |text: &&Painted| {
            let middle = text.rect.center();
            control.seen.contains(middle)
                && !controls.iter().any(|other| {
                    other.layer == control.layer
                        && other.seen.contains(middle)
                        && other.seen.area() < control.seen.area() - SLACK
                })
        };
        for text in texts.iter().filter(own) {
            let beyond = (control.whole.left() - text.rect.left()).max(text.rect.right() - control.whole.right());
            // What lies over a control in another layer has texts of its own.
            if beyond > SLACK && control.layer.order == Order::Background && control.name.contains(text.words.trim()) {
                faults.push(format!(
                    "{place}: {:?} “{}” is {beyond:.0} narrower than “{}”",
                    control.role, control.name, text.words
                ));
            }
        }
    }
}

/// Texts that end in an ellipsis although nothing stands beside them.
fn cut_for_nothing(controls: &[Control], texts: &[Painted], place: &str, faults: &mut Vec<String>) {
    for text in texts.iter().filter(|text| text.is_cut) {
        let line = text.rect.y_range();
        let after = |rect: Rect| {
            let beside = rect.y_range().intersection(line).span() > SLACK;
            (beside && rect.left() >= text.rect.right() - SLACK).then_some(rect.left())
        };
        let around = |rect: Rect| rect.contains(text.rect.center()).then_some(rect.right());
        let edges = controls
            .iter()
            .flat_map(|control| [after(control.seen), around(control.seen)])
            .chain(texts.iter().map(|other| after(other.rect)))
            .flatten();
        let edge = edges.fold(text.clip.right(), f32::min);
        let room = edge - text.rect.right();
        if room > ROOM {
            faults.push(format!("{place}: “{}” is cut with {room:.0} to spare", text.words));
        }
    }
}

/// Texts of a line that the edge of their part of the window cuts. A text field moves its text along with the cursor.
fn cut_by_the_edge(controls: &[Control], texts: &[Painted], place: &str, faults: &mut Vec<String>) {
    let is_typed = |text: &&Painted| {
        let is_around = |control: &Control| control.seen.contains(text.clip.intersect(text.rect).center());
        controls
            .iter()
            .any(|control| control.role == Role::TextInput && is_around(control))
    };
    for text in texts.iter().filter(|text| !is_typed(text)) {
        let cut = (text.clip.left() - text.rect.left()).max(text.rect.right() - text.clip.right());
        let is_there = text.clip.y_range().contains(text.rect.center().y);
        if cut > SLACK && is_there {
            faults.push(format!("{place}: the edge cuts {cut:.0} off “{}”", text.words));
        }
    }
}

fn look(window: &Window, place: &str, faults: &mut Vec<String>) {
    let (controls, texts) = (controls(window), texts(window));
    let counts = (controls.len(), texts.len());
    assert!(counts.0 > 5 && counts.1 > 5, "{place} is empty: {counts:?}");
    overlaps(&controls, place, faults);
    too_narrow(&controls, &texts, place, faults);
    cut_for_nothing(&controls, &texts, place, faults);
    cut_by_the_edge(&controls, &texts, place, faults);
}

fn app(window: &mut Window) -> &mut App {
    window.state_mut().app.as_mut().expect("the app runs")
}

/// Shows each screen in turn.
fn each_screen(window: &mut Window, size: &str, look: &mut impl FnMut(&Window, &str)) {
    for step in EditorStep::ALL {
        app(window).show_step(*step);
        window.run();
        look(window, &format!("{size} {step:?}"));
    }
    // In the smallest window the journey lies over the editor, which is then covered on purpose.
    let beside = !size.ends_with("900×600");
    let pages = [Command::Checks, Command::Site, Command::Sheet, Command::Journey];
    for asked in pages.into_iter().take(if beside { 4 } else { 3 }) {
        app(window).go_on(None, &[asked]);
        window.run();
        look(window, &format!("{size} {asked:?}"));
        app(window).go_on(None, &[asked]);
        window.run();
    }
    for asked in [
        Command::Settings,
        Command::Connections,
        Command::Bin,
        Command::Palette,
        Command::Versions,
        Command::Reach,
    ] {
        app(window).go_on(None, &[asked]);
        window.run();
        look(window, &format!("{size} {asked:?}"));
        keys(window, egui::Modifiers::NONE, egui::Key::Escape);
    }
}

#[test]
fn every_screen_is_laid_out_without_collisions() {
    let mut faults = Vec::new();
    for language in [Language::ENGLISH, Language::TURKISH] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut window = open(
            folder.path(),
            Opening {
                language,
                ..Opening::default()
            },
        );
        for size in SIZES {
            window.set_size(size.into());
            window.run();
            let place = format!("{language:?} {}×{}", size[0], size[1]);
            each_screen(&mut window, &place, &mut |window, place| {
                look(window, place, &mut faults)
            });
        }
    }
    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "{} of them:\n{}", faults.len(), faults.join("\n"));
}
