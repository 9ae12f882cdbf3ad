//! "How many visitors is that?": the audience counted in a log of visitors, and as SQL for a warehouse.
//!
//! It shows and asks; reading and counting happen in the background, and their results are passed in.

mod columns;
mod outcome;
mod query;

use std::{path::PathBuf, sync::Arc};

use chrono::{DateTime, Utc};
use egui::{Frame, Id, Margin, ScrollArea, Ui, style::ScrollAnimation};

use super::{
    Answer, DialogView,
    shell::{Shell, buttons, entered, sentence},
};
use crate::{
    campaign::Campaign,
    desktop::{
        theme::{Icon, Type, palette, space},
        widgets::{self, Button, Field, Follow},
    },
    reach::{Dialect, Log, Mapping, Progress, Reach},
    studio::{
        choosing::{Purpose, typed_path},
        tone::Tone,
        trouble::{self, InWords, Trouble},
    },
};

/// Counts an audience.
pub struct ReachDialog {
    campaign: Arc<Campaign>,
    now: DateTime<Utc>,
    path: String,
    /// The path that is being read, or was read last.
    asked: Option<PathBuf>,
    reading: bool,
    log: Option<Arc<Log>>,
    /// Why there is no log.
    unread: Option<Trouble>,
    mapping: Mapping,
    count: Count,
    dialect: Dialect,
    /// Whether to scroll the result of counting into view.
    reveal: bool,
    seen: bool,
}

/// The counting task.
#[derive(Debug, Clone)]
pub struct CountTask {
    /// The campaign.
    pub campaign: Arc<Campaign>,
    /// The log.
    pub log: Arc<Log>,
    /// The meaning of its columns.
    pub mapping: Mapping,
    /// The instant that counts as now.
    pub now: DateTime<Utc>,
}

/// The state of counting.
enum Count {
    /// Not begun, or reset because the columns were changed.
    None,
    /// Running: its number, and how far it is.
    Running(u64, Progress),
    /// The result.
    Done(Reach),
    /// Why there is no result.
    Failed(Trouble),
}

impl ReachDialog {
    /// Begins without a log: the clauses name columns as they are usually called.
    pub fn new(campaign: Arc<Campaign>, now: DateTime<Utc>) -> Self {
        Self {
            mapping: Mapping::standard(&campaign),
            campaign,
            now,
            path: String::new(),
            asked: None,
            reading: false,
            log: None,
            unread: None,
            count: Count::None,
            dialect: Dialect::PostgreSql,
            reveal: false,
            seen: false,
        }
    }

    /// The file that was chosen in the desktop's own dialog.
    pub fn chosen(&mut self, path: &std::path::Path) {
        self.path = path.display().to_string();
        self.log = None;
    }

    /// Returns the counting task; `None` before a log was read.
    pub fn task(&self) -> Option<CountTask> {
        Some(CountTask {
            campaign: self.campaign.clone(),
            log: self.log.clone()?,
            mapping: self.mapping.clone(),
            now: self.now,
        })
    }

    /// The campaign that is asked about.
    pub fn campaign(&self) -> &Campaign {
        &self.campaign
    }

    /// Notes that the log at `path` is being read.
    pub fn reads(&mut self, path: PathBuf) {
        self.asked = Some(path);
        self.reading = true;
        self.unread = None;
    }

    /// Takes the log at `path` with its columns mapped, or what went wrong; answers about an earlier file are dropped.
    pub fn take_log(&mut self, path: &std::path::Path, read: trouble::Result<(Arc<Log>, Mapping)>) {
        if self.asked.as_deref() != Some(path) {
            return;
        }
        self.reading = false;
        self.count = Count::None;
        match read {
            Ok((log, mapping)) => {
                self.log = Some(log);
                self.mapping = mapping;
            }
            Err(trouble) => {
                self.log = None;
                self.unread = Some(trouble);
            }
        }
    }

    /// Notes that the count of this number has begun.
    pub fn counts(&mut self, number: u64) {
        self.count = Count::Running(number, Progress::default());
        self.reveal = true;
    }

    /// Takes the progress of the count of this number.
    pub fn take_progress(&mut self, number: u64, progress: Progress) {
        if let Count::Running(running, shown) = &mut self.count
            && *running == number
        {
            *shown = progress;
        }
    }

    /// Takes the result of the count of this number, or what went wrong; `None` when it was stopped.
    pub fn take_count(&mut self, number: u64, counted: Option<trouble::Result<Reach>>) {
        if !matches!(&self.count, Count::Running(running, _) if *running == number) {
            return;
        }
        self.reveal = true;
        self.count = match counted {
            None => Count::None,
            Some(Ok(reach)) => Count::Done(reach),
            Some(Err(trouble)) => Count::Failed(trouble),
        };
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let window = ctx.content_rect().size();
        let shell = Shell {
            id: "reach",
            title: &text.t("reach-dialog-title"),
            width: 660.0_f32.min(window.x - 96.0),
        };
        let shown = shell.show(ctx, |ui| {
            let area = ScrollArea::vertical().max_height((window.y - 210.0).max(240.0));
            let inner = area.follow(ui, |ui| {
                // Edges and focus rings need a little room before the area cuts them off.
                let room = Frame::new().inner_margin(Margin::symmetric(2, 2));
                room.show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = space::S;
                    self.content(ui, view)
                })
                .inner
            });
            let ready = self.log.is_some() && !self.is_counting();
            let (count, close) = buttons(ui, &text.t("reach-dialog-count"), ready, &text.t("reach-dialog-close"));
            let answer = inner.inner;
            answer
                .or(count.then_some(Answer::CountReach))
                .or(close.then_some(Answer::Cancel))
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }

    fn is_counting(&self) -> bool {
        matches!(self.count, Count::Running(..))
    }

    fn content(&mut self, ui: &mut Ui, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        sentence(ui, &text.t("reach-dialog-help"), palette(ui).text_muted);
        let opened = self.file(ui, view);
        let mut answer = opened;
        if let Some(log) = self.log.clone() {
            columns::first_rows(ui, &log, text);
        }
        if columns::mapping(ui, &self.campaign, self.log.as_deref(), &mut self.mapping, text) {
            // The count used other columns.
            answer = answer.or(self.is_counting().then_some(Answer::StopCount));
            self.count = Count::None;
            answer = answer.or(self.log.is_some().then_some(Answer::RememberColumns));
        }
        let top = ui.cursor().min;
        answer = answer.or(outcome::show(ui, &self.count, text));
        if std::mem::take(&mut self.reveal) {
            let rect = egui::Rect::from_two_pos(top, ui.min_rect().right_bottom());
            ui.scroll_to_rect_animation(rect, None, ScrollAnimation::none());
        }
        ui.add_space(space::S);
        answer.or(query::show(ui, self, text))
    }

    /// Shows the log's path, and what is wrong with it.
    fn file(&mut self, ui: &mut Ui, view: DialogView<'_>) -> Option<Answer> {
        let text = view.text;
        let trouble: Vec<(Tone, String)> = self
            .unread
            .iter()
            .map(|trouble| (Tone::Danger, trouble.words(text).line(text)))
            .collect();
        let label = text.t("reach-dialog-log");
        let help = match &self.log {
            _ if self.reading => text.t("reach-dialog-reading"),
            Some(log) => text.tv("reach-dialog-columns-found", &[("count", log.columns().len().into())]),
            None => text.t("reach-dialog-kinds"),
        };
        let field = Field::new(&label, &mut self.path)
            .id(Id::unique("reach's log"))
            .findings(&trouble)
            .help(&help)
            .show(ui);
        if !std::mem::replace(&mut self.seen, true) {
            field.response.request_focus();
        }
        let changed = field.response.changed();
        // The count of another log is no longer needed.
        let stop = (changed && self.is_counting()).then_some(Answer::StopCount);
        if changed {
            self.log = None;
            self.unread = None;
            self.count = Count::None;
        }
        let typed = !self.path.trim().is_empty();
        let go = field.response.lost_focus() && entered(ui);
        let asked = ui.horizontal(|ui| {
            let browse = Button::secondary(text.t("file-browse")).icon(Icon::FolderOpen).small();
            if ui.add(browse).clicked() {
                return Some(Answer::Browse(Purpose::Log));
            }
            let read = Button::secondary(text.t("reach-dialog-read"))
                .icon(Icon::FileUp)
                .small();
            let wants = typed && self.log.is_none() && !self.reading;
            let read = ui.add_enabled(wants, read).clicked();
            (wants && (read || go)).then(|| Answer::ReadLog(typed_path(&self.path)))
        });
        asked.inner.or(stop)
    }
}

/// The head of a part of the dialog.
fn part(ui: &mut Ui, title: &str) {
    ui.add_space(space::S);
    widgets::hairline(ui);
    ui.label(Type::Section.text(title, palette(ui).text));
}
