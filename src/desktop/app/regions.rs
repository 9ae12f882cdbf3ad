//! The parts of the window that F6 goes through: where each was drawn, and which control the keyboard goes to there.

use std::collections::HashMap;

use egui::{Context, Id, LayerId, Rect};

use super::App;
use crate::studio::shell::{self, Region};

/// Where each part was drawn, and where the keyboard was in it last.
#[derive(Debug)]
pub(super) struct Regions {
    places: HashMap<Region, Rect>,
    /// The editor with what is under something else.
    editor: Rect,
    last: HashMap<Region, Id>,
    /// Where the keyboard was in the frame before.
    at: Option<Id>,
}

impl Default for Regions {
    fn default() -> Self {
        Self {
            places: HashMap::new(),
            editor: Rect::NOTHING,
            last: HashMap::new(),
            at: None,
        }
    }
}

impl Regions {
    /// Begins a frame: nothing has been drawn yet.
    pub(super) fn begin(&mut self) {
        self.places.clear();
    }

    /// Notes where a part is drawn, and how much of it is to be seen.
    pub(super) fn note(&mut self, region: Region, rect: Rect, seen: Rect) {
        self.places.insert(region, rect.intersect(seen));
        if region == Region::Editor {
            self.editor = rect;
        }
    }

    /// Where a part was drawn; nowhere if it was not.
    pub(super) fn place(&self, region: Region) -> Rect {
        self.places.get(&region).copied().unwrap_or(Rect::NOTHING)
    }

    /// The part that a control is in.
    pub(super) fn of(&self, ctx: &Context, control: Id) -> Option<Region> {
        let response = ctx.read_response(control)?;
        if response.layer_id != LayerId::background() {
            return None;
        }
        if !response.interact_rect.is_positive() {
            // Something lies over it: only the editor has anything under it.
            let editor = self.editor.contains(response.rect.center());
            return editor.then_some(Region::Editor);
        }
        let place = response.interact_rect.center();
        Region::ALL
            .into_iter()
            .find(|region| self.place(*region).contains(place))
    }

    /// The control that the keyboard goes to in a part: the one where it was last, or the first.
    fn stop(&self, ctx: &Context, region: Region) -> Option<Id> {
        let place = self.place(region);
        ctx.viewport(|viewport| {
            let widgets = &viewport.prev_pass.widgets;
            let stops = || {
                widgets.get_layer(LayerId::background()).filter(|widget| {
                    let is_stop = widget.enabled && widget.visible && widget.sense.is_focusable();
                    is_stop && widget.interact_rect.is_positive() && place.contains(widget.interact_rect.center())
                })
            };
            let last = self.last.get(&region);
            let again = last.and_then(|last| stops().find(|widget| widget.id == *last));
            again.or_else(|| stops().next()).map(|widget| widget.id)
        })
    }
}

impl App {
    /// Moves the focus into the next part of the window that has anything to do, or the one before.
    pub(super) fn go_to_region(&mut self, ctx: &Context, forward: bool) {
        let focused = ctx.memory(egui::Memory::focused);
        let here = focused.and_then(|control| self.regions.of(ctx, control));
        let mut stops = Region::after(here, forward)
            .into_iter()
            .filter_map(|region| self.regions.stop(ctx, region));
        if let Some(stop) = stops.next() {
            ctx.memory_mut(|memory| memory.request_focus(stop));
        }
    }

    /// Remembers where the keyboard is in its part of the window. What lies over the control that it went to makes way.
    pub(super) fn note_focus(&mut self, ctx: &Context) {
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
        let open = self.regions.place(Region::Editor);
        ctx.read_response(control)
            .is_some_and(|response| response.rect.right() > open.right())
    }
}
