//! Carrying out the requests of panels, keys, dialogs and messages.

use std::path::{Path, PathBuf};

use super::{App, opening::Then, using::Use};
use crate::{
    campaign::NodePath,
    desktop::{
        dialogs::{Answer, Dialog, HelpDialog, PaletteDialog, PasteDialog},
        preview_panel::Zoom,
        theme,
    },
    popup::Frame,
    publish::What,
    studio::{
        action::Action,
        audiences, batch,
        choosing::Purpose,
        closing,
        command::Command,
        editor_step::EditorStep,
        export::Export,
        filing,
        inquiring::Event as Inquiry,
        journey,
        navigation::{self, Page},
        outline::{Event as Outlined, TreeEdit},
        publishing,
        selection::Together,
        settings::Appearance,
        shelf::Item,
        shell,
        tone::Tone,
    },
    wording::text::Text,
};

impl App {
    /// Carries out all requests since the last frame.
    pub(super) fn perform_all(&mut self, ctx: &egui::Context) {
        self.type_in_place(ctx);
        if let Some(command) = self.pressed_command(ctx) {
            self.command_by_keys(ctx, command);
        }
        for action in self.actions.take() {
            self.perform(ctx, action);
        }
        self.take_events_at_once(ctx);
    }

    fn perform(&mut self, ctx: &egui::Context, action: Action) {
        match action {
            Action::Do(command) => self.command(ctx, command),
            Action::Open(path) => {
                self.shell_on(shell::Event::LeaveLibrary);
                self.open_in_editor(&path);
            }
            Action::Edit(path) => {
                self.navigate_on(navigation::Event::Page(Page::Editor));
                self.open_then(&path, Then::Edit);
            }
            Action::Begin(request) => self.begin_campaign(*request),
            Action::ImportFile(path) => self.import_file(path),
            Action::ShowEditor => self.show_page(Page::Editor),
            Action::OpenAt(path, place) => self.open_at(&path, place),
            Action::To(path, command) => self.command_to(ctx, &path, command),
            Action::ToAll(paths, what) => self.do_together(ctx, paths, what),
            Action::SortBy(sort) => {
                self.settings.set_sort(sort);
                self.library_panel.filter.sort = sort;
            }
            Action::RenameTo(path, name) => self.file_on(filing::Event::Rename(path, name)),
            Action::GoTo(step, place) => self.navigate_on(navigation::Event::Place(step, place)),
            Action::Speak(tag) => self.speak(tag.as_deref()),
            Action::ShowRow(pointer) => self.show_row(pointer),
            Action::FoldChange => self.inquire_on(Inquiry::ShowChange(false)),
            Action::MakeChanges => self.inquire_on(Inquiry::MakeChanges),
            Action::Meet(path, visitor, at) => self.meet(path.as_deref(), *visitor, at),
            Action::Simulate(preset) => self.simulate(preset),
            Action::KeepTest => self.keep_test(),
            Action::ForgetTest(path, test) => self.forget_test(&path, *test),
            Action::ChoosePicture(place) => self.browse(Purpose::Picture(place)),
            Action::ChooseScreenshot => self.ask_file(Purpose::Screenshot),
            Action::CropPicture => self.crop_again(ctx),
            Action::TakePicture(place, path) => self.read_picture(place, path),
            Action::ShowInFolder(path) => self.show_in_folder(path),
            Action::Say(text) => self.say(Tone::Neutral, text),
            Action::Restore(all) => all
                .into_iter()
                .for_each(|binned| self.file_on(filing::Event::Restore(binned))),
            Action::PublishTo(connection) => self.publish_on(publishing::Event::ChooseConnection(connection)),
            Action::ShowSite => self.show_site(),
            Action::ReadSite => self.read_site(),
            Action::PublishSite => self.publish_site(),
            Action::ShowSiteChanges => self.show_site_changes(),
            Action::ShowSiteConflict => self.publish_on(publishing::Event::ShowSiteConflict),
            Action::Copy(text) => {
                ctx.copy_text(text);
                let text = self.text.t("copied");
                self.say(Tone::Success, text);
            }
            Action::Browse(address) => ctx.open_url(egui::OpenUrl::new_tab(address)),
            Action::Frame(frame) => self.preview.show_frame(frame),
            Action::ShowMessageIn(screen, theme) => self.show_message_in(screen, theme),
            Action::ExportProof(form) => self.ask_file(Purpose::Proof(form)),
            Action::CopyProof => self.copy_proof(),
            Action::Enlarge(scene, title) => self.enlarge(ctx, *scene, title),
            Action::UseColor(key, color) => self.use_color(key, color),
            Action::PlayEntrance(pace) => self.play_entrance(ctx, pace),
            Action::OpenById(id) => self.open_by_id(&id),
            Action::SaveAudience(path) => self.ask_audience_name(path),
            Action::CopyAudience(notation, path) => self.copy_audience(ctx, notation, &path),
            Action::PasteAudience(path) => self.dialogs.put(Dialog::Paste(PasteDialog::new(path))),
            Action::OpenAudience(name) => self.show_audience(name),
            Action::ShowAudiences => self.show_audiences(),
            Action::ChooseAudience(mine) => self.audience_on(match mine {
                true => audiences::Event::KeepMine,
                false => audiences::Event::TakeTheirs,
            }),
            Action::ReadAudiences => {
                self.audience_on(audiences::Event::Retry);
                self.read_audiences();
            }
            Action::DeleteAudience(name) => self.delete_audience(&name),
            Action::RestoreAudience(name, audience) => self.restore_audience(name, *audience),
            Action::UndoJourney => self.undo_journey(),
            Action::WalkBatch(direction, number) => self.batch_on(batch::Event::Walk(direction, number)),
            Action::SaveAgain => self.save_again(),
        }
    }

    pub(super) fn command(&mut self, ctx: &egui::Context, command: Command) {
        tracing::info!(command = command.id(), "command");
        let had_side = self.shows_side();
        if command.is_about_side() {
            self.shell_on(shell::Event::ShowSide);
        }
        match command {
            Command::Palette => {
                let possible = Command::ALL.iter().copied().filter(|command| self.can(*command));
                self.dialogs
                    .put(Dialog::Palette(PaletteDialog::new(possible.collect())));
            }
            Command::NewCampaign => self.show_gallery(),
            Command::Bin => self.show_bin(),
            Command::Order => self.show_order(),
            Command::ReplaceAddress => {
                let among = self.selected_in_list(ctx, command);
                self.show_replacing(among);
            }
            Command::Duplicate
            | Command::Rename
            | Command::Delete
            | Command::Versions
            | Command::Labels
            | Command::Launch
            | Command::Pause
            | Command::Resume
            | Command::TakeDown
            | Command::ResolveConflict
            | Command::OpenDemo => {
                if let Some((what, paths)) = Together::of(command).zip(self.selected_in_list(ctx, command)) {
                    self.do_together(ctx, paths, what);
                } else if let Some(path) = self.sessions.open_path().map(std::path::Path::to_owned) {
                    self.command_to(ctx, &path, command);
                }
            }
            Command::PublishSite => self.publish_site_from_anywhere(),
            Command::RetryNow => self.publish_on(publishing::Event::Retry),
            Command::Connections => self.publish_on(publishing::Event::ShowConnections),
            Command::Reach => self.show_reach(),
            Command::Search => {
                self.shell_on(shell::Event::ShowLibrary);
                self.library_panel.focus_search = true;
            }
            Command::PreviousCampaign => self.open_neighbour(false),
            Command::NextCampaign => self.open_neighbour(true),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::GoAudience => self.navigate_on(navigation::Event::Step(EditorStep::Audience)),
            Command::GoMessage => self.navigate_on(navigation::Event::Step(EditorStep::Message)),
            Command::GoReview => self.navigate_on(navigation::Event::Step(EditorStep::Review)),
            Command::Checks => self.navigate_on(navigation::Event::Turn(Page::Checks)),
            Command::Calendar => self.navigate_on(navigation::Event::Turn(Page::Calendar)),
            Command::Site => self.turn_site(),
            Command::Audiences => self.navigate_on(navigation::Event::Turn(Page::Audiences)),
            Command::Sheet => self.turn_sheet(),
            Command::Next => self.navigate_on(navigation::Event::Next),
            Command::FindVisitor => self.inquire_on(Inquiry::FindVisitor),
            Command::NearestChange => self.inquire_on(Inquiry::ShowChange(true)),
            Command::VisitorBefore => self.inquire_on(Inquiry::VisitorBefore),
            Command::AddCondition => self.add_to_audience(TreeEdit::AddCondition),
            Command::AddGroup => self.add_to_audience(TreeEdit::AddGroup),
            Command::FrameDesktop => self.preview.show_frame(Frame::Desktop),
            Command::FrameTablet => self.preview.show_frame(Frame::Tablet),
            Command::FramePhone => self.preview.show_frame(Frame::Phone),
            Command::FrameAll => {
                if !self.preview.show_all(ctx) {
                    let words = self.text.t("preview-no-room");
                    self.say(Tone::Neutral, words);
                }
            }
            Command::TurnWindow => self.preview.turn_window(),
            Command::ZoomIn => self.preview.step_zoom(ctx, true),
            Command::ZoomOut => self.preview.step_zoom(ctx, false),
            Command::ZoomActual => self.preview.show_at(Zoom::Actual),
            Command::ZoomFit => self.preview.show_at(Zoom::Fit),
            Command::PopupTheme => self.preview.turn_theme(ctx),
            Command::LibraryPictures => {
                self.settings.set_shows_pictures(!self.settings.shows_pictures());
                self.shell_on(shell::Event::ShowLibrary);
                self.library_panel.reveal_open = true;
            }
            Command::Sidebar => self.turn_part(ctx, shell::Event::TurnLibrary),
            Command::SidePanel => self.turn_part(ctx, shell::Event::TurnSide),
            Command::NextRegion => self.go_to_region(ctx, true),
            Command::PreviousRegion => self.go_to_region(ctx, false),
            Command::InterfaceLarger => self.zoom_interface(ctx, shell::larger(self.settings.zoom())),
            Command::InterfaceSmaller => self.zoom_interface(ctx, shell::smaller(self.settings.zoom())),
            Command::InterfaceUsual => self.zoom_interface(ctx, Some(shell::USUAL_ZOOM)),
            Command::Export(export) => self.ask_file(Purpose::Export(export)),
            Command::Import => self.ask_file(Purpose::Import),
            Command::OpenLibrary => self.ask_file(Purpose::Library),
            Command::Settings => self.show_settings(),
            Command::Journey => self.journey.shown = !(self.journey.shown && had_side),
            Command::OpenJourney => self.ask_file(Purpose::OpenJourney),
            Command::SaveJourney => {
                self.journey_on(journey::Event::Save);
            }
            Command::SaveJourneyAs => self.ask_file(Purpose::SaveJourney),
            Command::ThemeLight => self.set_theme(ctx, Appearance::Light),
            Command::ThemeDark => self.set_theme(ctx, Appearance::Dark),
            Command::ThemeSystem => self.set_theme(ctx, Appearance::System),
            Command::ReduceMotion => self.switch_motion(ctx),
            Command::Language => self.switch_language(),
            Command::Help => self.dialogs.put(Dialog::Help(HelpDialog::default())),
            Command::CopyDiagnostics => self.copy_diagnostics(ctx),
            Command::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        }
    }

    fn command_to(&mut self, ctx: &egui::Context, path: &Path, command: Command) {
        match command {
            Command::Duplicate => self.file_on(filing::Event::Duplicate(path.to_owned())),
            Command::Delete => self.file_on(filing::Event::Delete(vec![path.to_owned()])),
            Command::Versions => self.show_versions(path),
            Command::Labels => self.show_labels(&[path.to_owned()]),
            Command::Rename => self.dialogs.put(self.name_dialog(path)),
            Command::Launch if self.sessions.open_path() == Some(path) => {
                self.navigate_on(navigation::Event::Launch);
            }
            // Where it goes, and what it changes, is shown first.
            Command::Launch => self.open_at_review(path),
            Command::Resume => self.publish_on(publishing::Event::Wanted(path.to_owned(), What::Launch)),
            Command::Pause => self.publish_on(publishing::Event::Wanted(path.to_owned(), What::Pause)),
            Command::TakeDown => self.publish_on(publishing::Event::Wanted(path.to_owned(), What::TakeDown)),
            Command::ResolveConflict => self.with_campaign(path, Use::ShowConflict),
            Command::OpenDemo => self.with_campaign(path, Use::OpenDemo),
            Command::GoReview => self.open_at_review(path),
            other => self.command(ctx, other),
        }
    }

    /// The selected campaigns with which a command can be done, where the keyboard is in their list.
    fn selected_in_list(&self, ctx: &egui::Context, command: Command) -> Option<Vec<PathBuf>> {
        let in_list = self.focused_region(ctx) == Some(shell::Region::Library);
        let selection = Some(&self.library_panel.selection).filter(|selection| in_list && !selection.is_empty())?;
        Some(selection.files_for(Together::of(command)?, &self.shelf))
    }

    /// Does the same with several campaigns.
    fn do_together(&mut self, ctx: &egui::Context, paths: Vec<PathBuf>, what: Together) {
        match what {
            Together::Export => self.ask_file(Purpose::Export(Export::Selection)),
            Together::Delete => self.file_on(filing::Event::Delete(paths)),
            Together::Labels => self.show_labels(&paths),
            Together::ReplaceAddress => self.show_replacing(Some(paths)),
            Together::Duplicate => {
                self.library_panel.selection.clear();
                for path in paths {
                    self.command_to(ctx, &path, what.command());
                }
            }
            Together::Pause | Together::Resume => {
                for path in paths {
                    self.command_to(ctx, &path, what.command());
                }
            }
        }
    }

    fn is_at_backend(&self, path: &Path) -> bool {
        self.shelf.item(path).is_some_and(Item::is_at_backend)
    }

    fn open_neighbour(&mut self, down: bool) {
        let open = self.sessions.open_path();
        if let Some(path) = self.library_panel.neighbour(&self.shelf, open, down) {
            self.open(&path);
        }
    }

    /// Passes an event to navigation, and carries out its request.
    pub(super) fn navigate_on(&mut self, event: navigation::Event) {
        match self.navigation.on(event) {
            Some(navigation::Request::Launch) => {
                let Some(session) = self.sessions.open_mut() else {
                    return;
                };
                session.try_launch();
                let path = session.path().to_owned();
                self.refresh_item();
                self.publish_on(publishing::Event::Wanted(path, What::Launch));
            }
            None => {}
        }
    }

    /// Opens a campaign, and shows the editor on it.
    fn open_in_editor(&mut self, path: &Path) {
        self.navigate_on(navigation::Event::Page(Page::Editor));
        self.open(path);
    }

    /// Selects a row of the open campaign, and shows it.
    fn show_row(&mut self, pointer: String) {
        let Some(session) = self.sessions.open() else { return };
        let outline = self.outlines.of(session.number());
        outline.on(Outlined::Show(pointer), &session.campaign().audience);
        self.navigate_on(navigation::Event::Step(EditorStep::Audience));
    }

    /// Adds something at the end of the outermost group; the keyboard goes there.
    fn add_to_audience(&mut self, add: fn(NodePath, usize) -> TreeEdit) {
        let Some(session) = self.sessions.open_mut() else {
            return;
        };
        let edit = add(NodePath::default(), session.campaign().audience.children.len());
        let outline = self.outlines.of(session.number());
        drop(session.step(edit.name_key(), |campaign| outline.make(&mut campaign.audience, &edit)));
        self.navigate_on(navigation::Event::Step(EditorStep::Audience));
    }

    pub(super) fn set_theme(&mut self, ctx: &egui::Context, theme: Appearance) {
        ctx.set_theme(theme::preference(theme));
        self.settings.set_theme(theme);
    }

    /// Makes the interface larger or smaller; `None` leaves it as it is.
    pub(super) fn zoom_interface(&mut self, ctx: &egui::Context, zoom: Option<u16>) {
        let Some(zoom) = zoom else { return };
        theme::zoom(ctx, zoom);
        self.settings.set_zoom(zoom);
        let percent = self.text.tv("percent", &[("value", f64::from(zoom).into())]);
        let words = self.text.tv("interface-zoomed", &[("percent", percent.into())]);
        self.toasts.replace("zoom", Tone::Neutral, words);
    }

    pub(super) fn switch_motion(&mut self, ctx: &egui::Context) {
        let reduced = !self.settings.reduces_motion();
        self.settings.set_reduces_motion(reduced);
        theme::reduce_motion(ctx, reduced);
    }

    fn switch_language(&mut self) {
        let language = self.text.language().next();
        self.settings.set_language(language);
        self.text = Text::new(language);
    }

    /// Acts on the answer of a dialog.
    pub(super) fn take_answer(&mut self, ctx: &egui::Context, answer: Answer) {
        // The dialog was drawn in its state before the answer.
        ctx.request_repaint();
        let answer = match answer {
            Answer::Browse(purpose) => return self.browse(purpose),
            Answer::PublishTo(connection) => return self.publish_on(publishing::Event::ChooseConnection(connection)),
            Answer::ReadLog(path) => return self.read_log(path),
            Answer::CountReach => return self.count_reach(),
            Answer::StopCount => return self.stop_count(),
            Answer::RememberColumns => return self.remember_columns(),
            Answer::FindAddress => return self.find_address(),
            Answer::Copy(text) => return self.perform(ctx, Action::Copy(text)),
            Answer::CopyDiagnostics => return self.copy_diagnostics(ctx),
            Answer::ShowReport(report) => return self.show_in_folder(report),
            Answer::ShowFolder(folder) => return self.show_in_folder(folder),
            Answer::Prefer(preferences) => return self.prefer(ctx, preferences),
            Answer::Erase(binned) => return self.erase(binned),
            Answer::Restore(binned) => return self.file_on(filing::Event::Restore(binned)),
            Answer::TryConnection(connection, token) => return self.try_connection(connection, token),
            Answer::SaveConnection(connection, token) => return self.save_connection(connection, token),
            Answer::RemoveConnection(connection) => {
                return self.publish_on(publishing::Event::RemoveConnection(connection));
            }
            other => other,
        };
        self.stop_count();
        let dialog = self.dialogs.close();
        match answer {
            Answer::Cancel
            | Answer::Browse(_)
            | Answer::PublishTo(_)
            | Answer::ReadLog(_)
            | Answer::CountReach
            | Answer::StopCount
            | Answer::RememberColumns
            | Answer::FindAddress
            | Answer::Copy(_)
            | Answer::CopyDiagnostics
            | Answer::ShowReport(_)
            | Answer::ShowFolder(_)
            | Answer::Prefer(_)
            | Answer::Erase(_)
            | Answer::Restore(_)
            | Answer::TryConnection(..)
            | Answer::SaveConnection(..)
            | Answer::RemoveConnection(_) => {}
            Answer::ResolvePublished {
                path,
                connection,
                conflict,
                choice,
            } => {
                let what = Use::ResolvePublished {
                    connection,
                    conflict,
                    choice,
                };
                self.with_campaign(&path, what);
            }
            Answer::SiteAt(place) => {
                self.show_site();
                self.site_page.lead_to(place);
            }
            Answer::PublishSite => self.publish_site(),
            Answer::ResolveSite {
                connection,
                theirs,
                choice,
            } => self.resolve_site(connection, *theirs, choice),
            Answer::TakeDown(path) => self.publish_on(publishing::Event::TakeDownConfirmed(path)),
            Answer::Delete(paths, down) => {
                for path in paths
                    .iter()
                    .filter(|path| down && self.is_at_backend(path))
                    .cloned()
                    .collect::<Vec<_>>()
                {
                    self.publish_on(publishing::Event::TakeDownConfirmed(path));
                }
                self.file_on(filing::Event::DeleteConfirmed(paths));
            }
            Answer::Label(files) => self.batch_on(batch::Event::Wanted(batch::What::Labels, files)),
            Answer::Order(files) => self.batch_on(batch::Event::Wanted(batch::What::Order, files)),
            Answer::Replace(files, in_site) => self.replace_addresses(files, &in_site),
            Answer::Paste(path, audience) => self.paste_audience(path, audience),
            Answer::SaveAudience(path, name) => self.make_audience(path, &name),
            Answer::Rename(path, name) => self.file_on(filing::Event::Rename(path, name)),
            Answer::File(purpose, path) => self.use_file(ctx, purpose, &path),
            Answer::Resolve(keep) => {
                if let Some(Dialog::Conflict(dialog)) = dialog {
                    self.resolve(*dialog, keep);
                }
            }
            Answer::RestoreAll(all) => self.perform(ctx, Action::Restore(all)),
            Answer::RestoreVersion(session, version) => self.restore_version(session, *version),
            Answer::CloseAnyway => self.close_on(ctx, closing::Event::CloseAnyway),
            Answer::Stay => {
                self.next_library = None;
                self.close_on(ctx, closing::Event::Stay);
            }
            Answer::Recover(drafts) => self.recover(drafts),
            Answer::Forget(paths) => self.forget_unsaved(paths),
            Answer::Crop(crop) => {
                if let Some(Dialog::Crop(dialog)) = dialog {
                    self.store_picture(dialog.target, dialog.picture, crop);
                }
            }
            Answer::Command(command) => self.command_by_keys(ctx, command),
            Answer::ChooseLibrary => self.ask_file(Purpose::Library),
            Answer::OpenLibrary(folder) => self.open_library(folder),
            Answer::Open(path) => self.open_in_editor(&path),
        }
    }
}
