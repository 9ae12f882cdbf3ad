//! The context passed through every part of the editor: what it may read, what it requests, and what it changed.

use egui::{Id, Rect, Ui};
use fluent_bundle::FluentValue;

use super::context::EditorContext;
use crate::campaign::pointer_in;
use crate::studio::{
    action::Actions, finding_line::FindingLine, inquiry::ConflictMarks, inspector::Folds, outline::Outline,
    session::Edit, to_do::Kind,
};

/// Read-only context, requests, and the name of the change of this frame.
pub(super) struct Desk<'a, 'c> {
    pub(super) ctx: &'a EditorContext<'c>,
    pub(super) actions: &'a mut Actions,
    /// Which rows are folded, selected and edited.
    pub(super) outline: &'a mut Outline,
    /// Which sections of the message's fields are folded.
    pub(super) folds: &'a mut Folds,
    pub(super) edit: Option<Edit>,
    /// The place of the message whose field has the keyboard, as a JSON Pointer.
    pub(super) focused: Option<&'static str>,
}

impl<'a, 'c> Desk<'a, 'c> {
    /// Nothing is changed yet, and no field has the keyboard.
    pub(super) fn new(
        ctx: &'a EditorContext<'c>,
        actions: &'a mut Actions,
        outline: &'a mut Outline,
        folds: &'a mut Folds,
    ) -> Self {
        Self {
            ctx,
            actions,
            outline,
            folds,
            edit: None,
            focused: None,
        }
    }
}

impl Desk<'_, '_> {
    /// The text of `key`.
    pub(super) fn t(&self, key: &str) -> String {
        self.ctx.text.t(key)
    }

    /// The text of `key` with one value.
    pub(super) fn t1<'v>(&self, key: &str, name: &'v str, value: impl Into<FluentValue<'v>>) -> String {
        self.ctx.text.tv(key, &[(name, value.into())])
    }

    /// Notes that the campaign was changed in one step, named by `key`.
    pub(super) fn structural(&mut self, key: &'static str) {
        self.edit = Some(Edit::Step(key));
    }

    /// Notes that the campaign was changed by typing at `place`; `key` names the step.
    pub(super) fn typing(&mut self, place: &str, key: &'static str) {
        self.edit.get_or_insert_with(|| Edit::Typed(key, place.to_owned()));
    }

    /// What is wrong, or deserves a look, at exactly `pointer`.
    pub(super) fn findings_exactly<'s>(&'s self, pointer: &'s str) -> impl Iterator<Item = &'s FindingLine> {
        self.ctx
            .analysis
            .all_findings()
            .filter(move |finding| finding.kind != Kind::ToDo && finding.pointer == pointer)
    }

    /// What is wrong with a translation as a whole.
    pub(super) fn findings_exactly_in<'s>(&'s self, tag: &str) -> impl Iterator<Item = &'s FindingLine> {
        let place = pointer_in(tag, "");
        self.ctx
            .analysis
            .all_findings()
            .filter(move |finding| finding.kind != Kind::ToDo && finding.pointer == place)
    }

    /// Whether a finding is about an older revision, so that a newer answer is on its way.
    pub(super) fn is_stale(&self, finding: &FindingLine) -> bool {
        let examined = &self.ctx.analysis.examined;
        examined.stale && examined.findings.iter().any(|line| std::ptr::eq(line, finding))
    }

    /// The conflict that the node at exactly `pointer` is in.
    pub(super) fn conflict_at(&self, pointer: &str) -> Option<&ConflictMarks> {
        let conflict = self.ctx.analysis.examined.conflict.as_ref();
        conflict.filter(|conflict| conflict.has(pointer))
    }

    /// Whether something that stops a launch was found at `pointer` or inside it.
    pub(super) fn is_wrong(&self, pointer: &str) -> bool {
        self.ctx
            .analysis
            .findings_at(pointer)
            .any(|finding| finding.kind == Kind::Blocker)
    }

    /// Moves the focus to the control `id` at `rect` if `pointer` itself was requested.
    pub(super) fn arrive_exactly(&self, ui: &Ui, pointer: &str, id: Id, rect: Rect) {
        self.arrive_if(ui, |wanted| wanted == pointer, id, rect);
    }

    /// Moves the focus to the control `id` at `rect` if `pointer` or something inside it was requested.
    pub(super) fn arrive(&self, ui: &Ui, pointer: &str, id: Id, rect: Rect) {
        let inside = |wanted: &str| {
            let rest = wanted.strip_prefix(pointer);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.arrive_if(ui, inside, id, rect);
    }

    fn arrive_if(&self, ui: &Ui, is_meant: impl Fn(&str) -> bool, id: Id, rect: Rect) {
        if self.ctx.focus.is_some_and(&is_meant) {
            ui.memory_mut(|memory| memory.request_focus(id));
            ui.scroll_to_rect(rect, Some(egui::Align::Center));
        } else if self.ctx.reveal.is_some_and(&is_meant) && !ui.clip_rect().contains_rect(rect) {
            ui.scroll_to_rect(rect, Some(egui::Align::Center));
        }
    }
}
