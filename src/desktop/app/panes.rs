//! The parts of the window, each in its place: the library, the head, the editor, the preview and the visitor.

use egui::{Align, Color32, Id, Layout, Margin, Rect, Role, ScrollArea, Stroke, Ui, UiBuilder};

use super::App;
use crate::{
    desktop::{
        editor::{self, EditorContext},
        header,
        library_panel::LibraryView,
        theme::palette,
        widgets::{self, Beside, Follow, Splitter},
    },
    popup::Theme,
    studio::{
        editor_step::EditorStep,
        navigation::{self, Page},
        shell::{self, Arrangement, COLUMN, EDGE, FIELDS, HEADER, LibraryForm, Region, SideForm, Span},
        speaking,
        undoing::Direction,
    },
};

/// The part of `whole` at `span`.
pub(super) fn band(whole: Rect, span: Span) -> Rect {
    Rect::from_x_y_ranges(whole.left() + span.left..=whole.left() + span.right, whole.y_range())
}

impl App {
    /// Handles an event of the window's parts, and remembers what came of it.
    pub(super) fn shell_on(&mut self, event: shell::Event) {
        self.shell.on(event, self.width);
        self.settings.set_shell(self.shell.choice());
    }

    /// Whether the right panel is there to be seen.
    pub(super) fn shows_side(&self) -> bool {
        !self.is_gallery_shown() && !self.is_sheet_shown() && self.shell.arrange(self.width).side.is_some()
    }

    /// Draws the parts of the window in the order of the keyboard.
    pub(super) fn draw_panes(&mut self, ui: &mut Ui) {
        self.note_focus(ui.ctx());
        self.leave_by_pointer(ui);
        self.regions.begin();
        let whole = ui.max_rect();
        self.width = whole.width();
        let gallery = self.is_gallery_shown();
        if !gallery {
            self.end_gallery();
        }
        self.shell.edit_preview(self.edits_preview());
        let now = self.shell.arrange(self.width);
        self.mind_sheet();
        let now = if gallery || self.is_sheet_shown() {
            now.without_side()
        } else {
            now
        };
        ui.painter().rect_filled(whole, 0.0, palette(ui).canvas);
        self.draw_library(ui, whole, &now);
        let has_head = !gallery && self.navigation.page() == Page::Editor && self.sessions.open().is_some();
        let head = if has_head { HEADER } else { 0.0 };
        let (head, below) = whole.split_top_bottom_at_y(whole.top() + head);
        if has_head {
            self.draw_header(ui, band(head, now.main), &now);
        }
        self.draw_editor(ui, below, &now);
        self.draw_right(ui, below, &now);
        shadows(ui, whole, below, &now);
        self.mind_canvas(ui.ctx());
    }

    /// A press beside the library that lies over the editor ends that.
    fn leave_by_pointer(&mut self, ui: &Ui) {
        let now = self.shell.arrange(ui.max_rect().width());
        let (LibraryForm::Over, library) = now.library else {
            return;
        };
        let edge = ui.max_rect().left() + library.right;
        let pressed = ui.input(|input| {
            let place = input.pointer.interact_pos();
            input.pointer.any_pressed().then_some(place).flatten()
        });
        if !self.dialogs.is_free() || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let beside = pressed.is_some_and(|place| place.x > edge);
        let escaped = ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape));
        if escaped {
            self.library_panel.escape();
        }
        if beside || escaped {
            self.shell_on(shell::Event::LeaveLibrary);
        }
    }

    /// A part of the window, with its name and role for screen readers, in `rect`; nothing is drawn outside of `clip`.
    pub(super) fn part<R>(
        &mut self,
        ui: &mut Ui,
        region: Region,
        (rect, clip): (Rect, Rect),
        fill: Color32,
        content: impl FnOnce(&mut Self, &mut Ui) -> R,
    ) -> R {
        let role = match region {
            Region::Library => Role::Navigation,
            Region::Header => Role::Banner,
            Region::Editor => Role::Main,
            Region::Preview => Role::Region,
            Region::Visitor => Role::Complementary,
        };
        let builder = UiBuilder::new()
            .id_salt(region)
            .max_rect(rect)
            .layout(Layout::top_down(Align::Min))
            .accessibility_role(role)
            .accessibility_label(self.text.t(region.label_key()));
        let mut child = ui.new_child(builder);
        child.shrink_clip_rect(clip);
        let seen = rect.intersect(clip);
        self.regions.note(region, child.unique_id(), seen);
        ui.ctx().accesskit_node_builder(child.unique_id(), |node| {
            node.set_bounds(egui::accesskit::Rect {
                x0: seen.left().into(),
                y0: seen.top().into(),
                x1: seen.right().into(),
                y1: seen.bottom().into(),
            });
        });
        child.painter().rect_filled(rect, 0.0, fill);
        content(self, &mut child)
    }

    fn draw_library(&mut self, ui: &mut Ui, whole: Rect, now: &Arrangement) {
        let p = palette(ui);
        let (form, span) = now.library;
        let rect = band(whole, span);
        self.part(ui, Region::Library, (rect, rect), p.sidebar, |app, ui| {
            let margin = match form {
                LibraryForm::Rail => Margin::symmetric(0, 0),
                LibraryForm::Whole | LibraryForm::Over => Margin {
                    left: 12,
                    right: 12,
                    top: 0,
                    bottom: 8,
                },
            };
            egui::Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.set_height(ui.available_height());
                app.library(ui, form);
            });
        });
        if let Some(range) = now.library_range {
            let strip = rect.with_min_x(rect.right() - EDGE);
            let (id, name) = (Id::unique("library edge"), self.text.t("shell-library-edge"));
            self.regions.note_edge(id, Region::Library);
            let edge = Splitter::new(id, &name, Beside::Left, span.width(), range);
            if let Some(moved) = edge.show(ui, strip) {
                self.shell_on(shell::Event::LibraryWidth(moved.size()));
            }
        } else {
            let line = Stroke::new(1.0, p.border);
            ui.painter().vline(rect.right() - 0.5, rect.y_range(), line);
        }
    }

    fn library(&mut self, ui: &mut Ui, form: LibraryForm) {
        let line = self.publishing.line();
        let busy = self.busy_words(ui);
        let (heard, trouble) = (self.heard_words(), self.folder_trouble());
        let view = LibraryView {
            shelf: &self.shelf,
            open: self.sessions.open_path(),
            opening: self.opening.path(),
            folder: self.library.dir(),
            trouble: trouble.as_ref(),
            busy: busy.as_deref(),
            binned: self.bin.len(),
            heard: heard.as_deref(),
            published: self.publishing.published(),
            line: &line,
            checks: self.survey.is_there().then(|| self.survey.report().problems()),
            on_checks: self.navigation.page() == Page::Checks,
            site: self.site.document().map_or("", |document| &document.name),
            on_site: self.navigation.page() == Page::Site,
            pictures: self.settings.shows_pictures().then_some(&self.preview.site.brand),
            at_once: self.tasks.is_at_once(),
            text: &self.text,
        };
        match form {
            LibraryForm::Rail => self.library_panel.rail(ui, view, &mut self.actions),
            LibraryForm::Whole | LibraryForm::Over => self.library_panel.show(ui, view, &mut self.actions),
        }
        self.read_row_pictures(ui.ctx());
    }

    fn draw_header(&mut self, ui: &mut Ui, rect: Rect, now: &Arrangement) {
        let Some(launch) = self.launch_view() else { return };
        let arrives = self.landing.take_launch();
        let clip = rect.with_min_x(rect.left().max(ui.max_rect().left() + now.library.1.right));
        let surface = palette(ui).surface;
        self.part(ui, Region::Header, (rect, clip), surface, |app, ui| {
            let Some(session) = app.sessions.open() else { return };
            let analysis = app.analyst.analysis();
            let view = header::HeaderView {
                session,
                in_library: [Direction::Undo, Direction::Redo].map(|direction| app.library_step(direction)),
                item: app.shelf.item(session.path()),
                tallies: analysis.tallies(),
                tests: &analysis.tests,
                launch: &launch,
                drawer: now.has_drawer.then_some(now.side.is_some()),
                arrives,
                text: &app.text,
            };
            let mut step = app.navigation.step();
            header::show(ui, &view, &mut step, &mut app.actions);
            if step != app.navigation.step() {
                app.navigate_on(navigation::Event::Step(step));
            }
            let line = Stroke::new(1.0, palette(ui).border);
            ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line);
        });
    }

    fn draw_editor(&mut self, ui: &mut Ui, below: Rect, now: &Arrangement) {
        let p = palette(ui);
        let fill = if now.has_fields { p.surface } else { p.canvas };
        self.canvas.note_field(None);
        let (rect, clip) = (band(below, now.editor), band(below, now.open_editor()));
        self.part(ui, Region::Editor, (rect, clip), fill, |app, ui| {
            match app.navigation.page() {
                Page::Checks => return app.draw_checks(ui),
                Page::Calendar => return app.draw_calendar(ui),
                Page::Site => return app.draw_site(ui),
                Page::Audiences => return app.draw_audiences(ui),
                Page::Sheet if app.sessions.open().is_some() => return app.draw_sheet(ui),
                Page::Editor | Page::Gallery | Page::Sheet => {}
            }
            if app.is_gallery_shown() {
                app.draw_gallery(ui);
                return;
            }
            if app.sessions.open().is_none() {
                // While campaigns are being read, the lack of an open one is not the user's choice.
                if !app.shelf.loading && app.opening.path().is_none() {
                    header::nothing_open(ui, &app.text, &mut app.actions);
                }
                return;
            }
            if now.has_fields {
                app.draw_inspector_head(ui);
            }
            app.draw_step(ui, now.has_fields);
        });
    }

    fn draw_step(&mut self, ui: &mut Ui, beside_preview: bool) {
        let today = self.clock.now();
        let now = std::time::Duration::from_secs_f64(ui.input(|input| input.time).max(0.0));
        let step = self.navigation.step();
        let (focus, reveal) = (self.navigation.take_focus(), self.navigation.take_reveal());
        let Some(launch) = self.launch_view() else { return };
        let dark = self.preview.theme(ui.ctx()) == Theme::Dark;
        let audiences = self.audiences.known().clone();
        let users = self.audience_users();
        let uses = |name: &str| users.of_audience(name).len();
        let Some(session) = self.sessions.open_mut() else {
            return;
        };
        for place in focus.iter().chain(&reveal) {
            self.speaking.on(speaking::Event::Place(session.number(), place));
        }
        let context = EditorContext {
            text: &self.text,
            analysis: self.analyst.analysis(),
            site: &self.preview.site.brand.look,
            site_name: self.site.document().map_or("", |document| &document.name),
            usual_language: self.site.language(),
            speaks: self.speaking.tag(session.number(), &session.campaign().content),
            dark,
            can_crop: self.cropping.source_of(session).is_some(),
            pictures: &self.pictures,
            launch: &launch,
            today: today.with_timezone(&session.campaign().zone()).date_naive(),
            keys: &self.keys,
            audiences: &audiences,
            uses: &uses,
            refers: true,
            left: self.reaching.left.of(session.number(), session.inlined()),
            in_log: self.reaching.left.whole(session.number(), session.inlined()),
            focus: focus.as_deref(),
            reveal: reveal.as_deref(),
        };
        let actions = &mut self.actions;
        let outline = self.outlines.of(session.number());
        let folds = &mut self.folds;
        let before = folds.clone();
        let mut focused = None;
        let area = ScrollArea::vertical()
            .id_salt(("editor", step, session.path()))
            .auto_shrink([false, false]);
        area.follow(ui, |ui| {
            // Typing remembered by fields belongs to this campaign.
            let own = Id::unique(session.path());
            let content = |ui: &mut Ui| {
                ui.push_id(own, |ui| {
                    session.edit(now, |campaign| {
                        let kept = editor::Kept { outline, folds };
                        let stepped = editor::show_step(ui, step, campaign, &context, kept, actions);
                        focused = stepped.focused;
                        stepped.edit
                    });
                });
            };
            if beside_preview {
                let frame = egui::Frame::new().inner_margin(Margin::symmetric(16, 0));
                frame.show(ui, content);
            } else {
                column(ui, widest(step), content);
            }
        });
        if self.folds != before {
            self.settings.set_folds(&self.folds);
        }
        self.canvas.note_field(focused);
    }
}

/// How wide a step may be.
fn widest(step: EditorStep) -> f32 {
    match step {
        EditorStep::Audience | EditorStep::Review => COLUMN,
        EditorStep::Message => FIELDS,
    }
}

/// What is left beside a column of at most this width, at each side of a page of the width `room`.
pub(super) fn beside(room: f32, most: f32) -> f32 {
    let least = match room {
        room if room < 400.0 => 12.0,
        room if room < 640.0 => 16.0,
        _ => 28.0,
    };
    ((room - most) / 2.0).max(least).floor()
}

/// Lays `content` out in a column of at most this width, in the middle of a page that scrolls.
pub(super) fn column(ui: &mut Ui, most: f32, content: impl FnOnce(&mut Ui)) {
    let room = ui.available_width();
    let side = beside(room, most);
    ui.add_space(16.0);
    let at = ui.cursor().min + egui::vec2(side, 0.0);
    let size = egui::vec2(room - 2.0 * side, ui.available_height());
    let builder = UiBuilder::new()
        .max_rect(Rect::from_min_size(at, size))
        .layout(Layout::top_down(Align::Min));
    ui.scope_builder(builder, content);
    ui.add_space(32.0);
}

/// What lies over the editor throws a shadow on it.
fn shadows(ui: &Ui, whole: Rect, below: Rect, now: &Arrangement) {
    let below_it = widgets::shadow_below(palette(ui));
    let shadow = |rect: Rect, clip: Rect| {
        let shape = below_it.as_shape(rect, 0.0);
        ui.painter_at(clip).add(shape);
    };
    if let (LibraryForm::Over, span) = now.library {
        let rect = band(whole, span);
        shadow(rect, whole.with_min_x(rect.right()));
    }
    if let Some((SideForm::Over, span)) = now.side {
        let rect = band(below, span);
        shadow(rect, below.with_max_x(rect.left()));
    }
}
