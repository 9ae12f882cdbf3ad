//! The command palette: every command and every campaign, found by typing.

use egui::{CornerRadius, Id, Key, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::{Answer, DialogView, shell::Shell};
use crate::{
    desktop::{
        theme::{Icon, Type, height, palette, radius, space},
        widgets::{self, Choice, Follow},
    },
    studio::command::Command,
    wording::text::Text,
};

/// Largest height of the list, in points.
const TALLEST: f32 = 380.0;
/// How many campaigns are offered at most.
const MOST_CAMPAIGNS: usize = 8;

/// Offers commands and campaigns.
#[derive(Debug)]
pub struct PaletteDialog {
    /// The commands that would do anything.
    possible: Vec<Command>,
    wanted: String,
    marked: usize,
    seen: bool,
}

struct Entry {
    icon: Icon,
    label: String,
    detail: String,
    /// Other words that people search it by.
    words: String,
    keys: String,
    answer: Answer,
}

impl PaletteDialog {
    /// Offers these commands, in this order.
    pub fn new(possible: Vec<Command>) -> Self {
        Self {
            possible,
            wanted: String::new(),
            marked: 0,
            seen: false,
        }
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, view: DialogView<'_>) -> Option<Answer> {
        let shell = Shell {
            id: "palette",
            title: "",
            width: 560.0,
        };
        let shown = shell.show(ctx, |ui| {
            let (down, up, enter) = ui.input_mut(|input| {
                let mut pressed = |key| input.consume_key(egui::Modifiers::NONE, key);
                (pressed(Key::ArrowDown), pressed(Key::ArrowUp), pressed(Key::Enter))
            });
            let name = view.text.t("palette-search");
            let before = self.wanted.clone();
            let search = widgets::search_field(ui, Id::unique("palette search"), &mut self.wanted, &name);
            if !std::mem::replace(&mut self.seen, true) {
                search.request_focus();
            }
            if before != self.wanted {
                self.marked = 0;
            }
            let entries = self.entries(ctx, view);
            let last = entries.len().saturating_sub(1);
            self.marked = if down {
                (self.marked + 1).min(last)
            } else {
                self.marked.min(last)
            };
            self.marked = if up { self.marked.saturating_sub(1) } else { self.marked };
            ui.add_space(space::XS);
            let clicked = self.list(ui, view, &entries, down || up);
            let picked = clicked.or((enter && !entries.is_empty()).then_some(self.marked));
            picked.map(|picked| entries[picked].answer.clone())
        });
        shown.inner.or(shown.dismissed.then_some(Answer::Cancel))
    }

    fn list(&self, ui: &mut Ui, view: DialogView<'_>, entries: &[Entry], moved: bool) -> Option<usize> {
        let mut clicked = None;
        ui.spacing_mut().item_spacing.y = 2.0;
        ScrollArea::vertical()
            .max_height(TALLEST)
            // A list that grew again is as high as it needs, not as high as the dialog was before.
            .min_scrolled_height(TALLEST)
            .auto_shrink([false, true])
            .follow(ui, |ui| {
                if entries.is_empty() {
                    ui.add_space(space::L);
                    ui.label(Type::Small.text(view.text.t("palette-nothing"), palette(ui).text_faint));
                }
                for (index, entry) in entries.iter().enumerate() {
                    let response = line(ui, entry, index == self.marked);
                    if response.clicked() {
                        clicked = Some(index);
                    }
                    if moved && index == self.marked {
                        response.scroll_to_me(None);
                    }
                }
            });
        clicked
    }

    /// The commands and campaigns that are found, best first; of many campaigns the best.
    fn entries(&self, ctx: &egui::Context, view: DialogView<'_>) -> Vec<Entry> {
        let mut all = self.commands(ctx, view.text);
        let commands = all.len();
        if !self.wanted.trim().is_empty() {
            all.extend(campaigns(view));
        }
        let choices: Vec<Choice> = all.iter().map(Entry::as_choice).collect();
        let mut room = MOST_CAMPAIGNS;
        let mut places = widgets::ranked(&choices, &self.wanted);
        places.retain(|place| {
            let fits = *place < commands || room > 0;
            room -= usize::from(fits && *place >= commands);
            fits
        });
        let mut all: Vec<Option<Entry>> = all.into_iter().map(Some).collect();
        places.into_iter().filter_map(|place| all[place].take()).collect()
    }

    fn commands(&self, ctx: &egui::Context, text: &Text) -> Vec<Entry> {
        let words = |command: &Command| {
            let key = format!("command-{}-words", command.id());
            if text.has(&key) { text.t(&key) } else { String::new() }
        };
        let entry = |command: &Command| Entry {
            icon: command.spec().icon,
            label: text.t(&command.label_key()),
            detail: text.t(&command.tip_key()),
            words: words(command),
            keys: command.keys_text(ctx),
            answer: Answer::Command(*command),
        };
        let possible = self.possible.iter().filter(|command| **command != Command::Palette);
        let brand = self.possible.contains(&Command::Site).then(|| Entry {
            icon: Icon::Palette,
            label: text.t("palette-brand"),
            detail: text.t(&Command::Site.label_key()),
            words: text.t("palette-brand-words"),
            keys: String::new(),
            answer: Answer::SiteAt("/look/color"),
        });
        possible.map(entry).chain(brand).collect()
    }
}

/// The campaigns that can be opened.
fn campaigns(view: DialogView<'_>) -> impl Iterator<Item = Entry> {
    let readable = view.shelf.items().iter().filter(|item| item.trouble.is_none());
    readable.map(move |item| Entry {
        icon: Icon::MessageSquare,
        label: item.name.clone(),
        detail: view.text.t("palette-open"),
        words: String::new(),
        keys: String::new(),
        answer: Answer::Open(item.path.clone()),
    })
}

impl Entry {
    /// What a search looks at: of a campaign its name alone.
    fn as_choice(&self) -> Choice {
        let says_more = matches!(self.answer, Answer::Command(_) | Answer::SiteAt(_));
        Choice {
            label: self.label.clone(),
            detail: Some(self.detail.clone()).filter(|_| says_more).unwrap_or_default(),
            words: self.words.clone(),
            ..Choice::default()
        }
    }
}

fn line(ui: &mut Ui, entry: &Entry, marked: bool) -> egui::Response {
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height::CONTROL), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, marked, &entry.label));
    if marked || response.hovered() {
        let fill = if marked { p.accent_soft } else { p.hover };
        ui.painter().rect_filled(rect, CornerRadius::same(radius::S), fill);
    }
    let ink = if marked { p.accent_text } else { p.text_faint };
    entry
        .icon
        .paint(ui.painter(), rect.left_center() + vec2(18.0, 0.0), 16.0, ink);
    let at = rect.left_center() + vec2(38.0, 0.0);
    let label = ui.painter().text(
        at,
        egui::Align2::LEFT_CENTER,
        &entry.label,
        Type::BodyStrong.font(),
        p.text,
    );
    let keys = ui
        .painter()
        .layout_no_wrap(entry.keys.clone(), Type::Caption.font(), p.text_muted);
    let right = rect.right() - 12.0 - keys.size().x;
    ui.painter().galley(
        egui::pos2(right, rect.center().y - keys.size().y / 2.0),
        keys,
        p.text_muted,
    );
    let mut job = egui::text::LayoutJob::simple_singleline(entry.detail.clone(), Type::Small.font(), p.text_faint);
    job.wrap = egui::text::TextWrapping::truncate_at_width((right - label.right() - 24.0).max(0.0));
    let detail = ui.painter().layout_job(job);
    ui.painter().galley(
        egui::pos2(label.right() + 12.0, rect.center().y - detail.size().y / 2.0),
        detail,
        p.text_faint,
    );
    response
}
