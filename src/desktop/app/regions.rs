//! The parts of the window that F6 goes through: where each was drawn, and which control the keyboard goes to there.

use std::collections::HashMap;

use egui::{Context, Id, LayerId, Rect, WidgetRects};

use super::App;
use crate::studio::shell::{self, LibraryForm, Region, SideForm};

/// What is known of the parts, and where the keyboard was in each last.
#[derive(Debug, Default)]
pub(super) struct Regions {
    /// The parts of the last frame.
    parts: HashMap<Region, Part>,
    /// The edges and handles between parts, and the part that each is about.
    edges: HashMap<Id, Region>,
    last: HashMap<Region, Id>,
    /// Where the keyboard was in the frame before.
    at: Option<Id>,
    /// Where it goes once that part is drawn as it is now.
    wanted: Option<Region>,
    /// Where it goes next: the part has been drawn since.
    due: Option<Region>,
}

/// A part as it was drawn.
#[derive(Debug, Clone, Copy)]
struct Part {
    /// All its controls are below this one.
    root: Id,
    /// How much of it is to be seen.
    seen: Rect,
}

impl Regions {
    /// Begins a frame: nothing has been drawn yet.
    pub(super) fn begin(&mut self) {
        self.parts.clear();
        self.due = self.wanted.take();
    }

    /// Puts the keyboard into a part once it is drawn as it is now.
    pub(super) fn go_to(&mut self, region: Region) {
        self.wanted = Some(region);
    }

    /// Notes that a part is drawn below `root`, and how much of it is to be seen.
    pub(super) fn note(&mut self, region: Region, root: Id, seen: Rect) {
        self.parts.insert(region, Part { root, seen });
    }

    /// Notes that an edge or a handle is about a part.
    pub(super) fn note_edge(&mut self, edge: Id, region: Region) {
        self.edges.insert(edge, region);
    }

    /// The part that a control is in, or is about.
    fn of(&self, ctx: &Context, control: Id) -> Option<Region> {
        let about = self.edges.get(&control).copied();
        about.or_else(|| ctx.viewport(|viewport| self.within(&viewport.prev_pass.widgets, control)))
    }

    /// The part that a control is in. What is in front of the window, such as a menu, is in none.
    fn within(&self, widgets: &WidgetRects, control: Id) -> Option<Region> {
        let mut widget = widgets.get(control)?;
        while widget.layer_id == LayerId::background() {
            let found = self.parts.iter().find(|(_, part)| part.root == widget.id);
            if let Some((region, _)) = found {
                return Some(*region);
            }
            let above = widgets.get(widget.parent_id)?;
            if above.id == widget.id {
                return None;
            }
            widget = above;
        }
        None
    }

    /// The control that the keyboard goes to in a part: the one where it was last, or the first.
    fn stop(&self, ctx: &Context, region: Region) -> Option<Id> {
        ctx.viewport(|viewport| {
            let widgets = &viewport.prev_pass.widgets;
            let stops = || {
                widgets.get_layer(LayerId::background()).filter(|widget| {
                    let is_stop = widget.enabled && widget.visible && widget.sense.is_focusable();
                    let is_seen = widget.interact_rect.is_positive();
                    is_stop && is_seen && self.within(widgets, widget.id) == Some(region)
                })
            };
            let last = self.last.get(&region);
            let again = last.and_then(|last| stops().find(|widget| widget.id == *last));
            again.or_else(|| stops().next()).map(|widget| widget.id)
        })
    }
}

impl App {
    /// The part of the window that the keyboard is in.
    pub(super) fn focused_region(&self, ctx: &Context) -> Option<Region> {
        let focused = ctx.memory(egui::Memory::focused);
        focused.and_then(|control| self.regions.of(ctx, control))
    }

    /// Shows or hides a part by the keyboard, which stays with what is to be seen: it goes into what now lies over its place, and leaves what is
    /// no longer there.
    pub(super) fn turn_part(&mut self, ctx: &Context, event: shell::Event) {
        let here = self.focused_region(ctx);
        self.shell_on(event);
        let now = self.shell.arrange(self.width);
        self.regions.wanted = match here {
            Some(Region::Header | Region::Editor) if now.library.0 == LibraryForm::Over => Some(Region::Library),
            Some(Region::Editor) if matches!(now.side, Some((SideForm::Over, _))) => Some(Region::Preview),
            Some(Region::Preview | Region::Visitor) if now.side.is_none() => Some(Region::Editor),
            Some(Region::Library | Region::Header | Region::Editor | Region::Preview | Region::Visitor) | None => None,
        };
        ctx.request_repaint();
    }

    /// Goes to the part that the keyboard was to go to.
    fn go_to_wanted(&mut self, ctx: &Context) {
        let due = self.regions.due.take();
        if let Some(stop) = due.and_then(|region| self.regions.stop(ctx, region)) {
            ctx.memory_mut(|memory| memory.request_focus(stop));
        }
    }

    /// Moves the focus into the next part of the window that has anything to do, or the one before.
    pub(super) fn go_to_region(&mut self, ctx: &Context, forward: bool) {
        let mut stops = Region::after(self.focused_region(ctx), forward)
            .into_iter()
            .filter_map(|region| self.regions.stop(ctx, region));
        if let Some(stop) = stops.next() {
            ctx.memory_mut(|memory| memory.request_focus(stop));
        }
    }

    /// Remembers where the keyboard is in its part of the window. What lies over the control that it went to makes way.
    pub(super) fn note_focus(&mut self, ctx: &Context) {
        self.go_to_wanted(ctx);
        let focused = ctx.memory(egui::Memory::focused);
        let moved = std::mem::replace(&mut self.regions.at, focused) != focused;
        let Some(control) = focused else { return };
        let Some(region) = self.regions.of(ctx, control) else {
            return;
        };
        self.regions.last.insert(region, control);
        if !moved {
            return;
        }
        match region {
            Region::Library => {}
            Region::Header | Region::Editor => {
                self.shell_on(shell::Event::LeaveLibrary);
                if region == Region::Editor && self.is_under_drawer(ctx, control) {
                    self.shell_on(shell::Event::LeaveSide);
                }
            }
            Region::Preview | Region::Visitor => self.shell_on(shell::Event::LeaveLibrary),
        }
    }

    fn is_under_drawer(&self, ctx: &Context, control: Id) -> bool {
        let open = self.regions.parts.get(&Region::Editor).map(|part| part.seen);
        let control = ctx.read_response(control);
        open.zip(control)
            .is_some_and(|(open, control)| control.rect.right() > open.right())
    }
}
