//! The state machine itself.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::Rank;
use super::clicks::Clicks;
use super::elapsed::Elapsed;
use super::session::{Session, sessions_left};
use super::time::{Calendar, Micros, micros, seconds, start_of_day};
use super::{Effect, EffectKind, QUIET};
use crate::campaign::{ByField, Campaign, ClickTarget, Field};
use crate::engine::page_view::{Day, PageView, Prepared, Stats, day_of};
use crate::engine::rests::{Shown, forget, full, waits_for};
use crate::engine::{Resting, Rule, Shut, SiteRules, Timetable, has_touch, page_identity};
use crate::visitor::{EventKind, Visitor};

/// Live campaigns and one visitor, at one instant.
///
/// ```
/// use beckon::{campaign, engine::{Delivery, StandingState}, visitor::{EventKind, Visitor}};
///
/// let campaign = campaign::from_json(br#"{ "format": "beckon.campaign", "version": 1, "id": "help",
///     "schedule": { "message_delay": 5 } }"#)?;
/// let start = "2026-11-22T10:00:00Z".parse()?;
/// let mut delivery = Delivery::new([&campaign], &Visitor::newcomer(), start);
///
/// delivery.step(&EventKind::Open("https://www.example.com/".into()), 0.0);
/// assert_eq!(delivery.standing()[0].state, StandingState::Waiting { until: 5.0 });
/// delivery.advance(5.0);
/// assert_eq!(delivery.visible(), Some("help"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Delivery {
    /// In order of rank, best first.
    pub(super) line: Vec<Contender>,
    /// The visitor as every campaign sees them; what is counted on the whole site holds even before the first page is opened.
    pub(super) visitor: Visitor,
    /// The same visitor, prepared for questions.
    page: PageView,
    pub(super) page_open: bool,
    pages: HashMap<String, u64>,
    session: Session,
    pub(super) elapsed: Elapsed,
    site: SiteRules,
    /// Whether the open page is none of the site's.
    pub(super) elsewhere: bool,
    /// Index in the line of the visible one.
    pub(super) visible: Option<usize>,
    /// Since when it is visible.
    visible_since: Micros,
    pub(super) chat_open: bool,
    /// Whether the visitor is in another tab.
    pub(super) away: bool,
    /// Whether something covers the page.
    pub(super) covered: bool,
    /// For how long nothing is shown after a pop-up or the chat has left the screen.
    quiet: Micros,
    /// Earlier showings, as far as they may fill a rest, in order.
    pub(super) shown: Vec<Shown>,
    /// When the last of them left, by the wall clock.
    gone: Option<Micros>,
    /// Time since the start.
    pub(super) now: Micros,
    /// What the wall clock shows beyond the time since the start.
    clock: Micros,
}

/// A campaign on its way to being shown.
#[derive(Debug, Clone)]
pub(super) struct Contender {
    pub(super) id: String,
    /// Shared, so that looking at another instant copies no rules.
    pub(super) rule: Arc<Rule>,
    delay: Micros,
    /// For how long it stays on the screen; `None` until it is closed.
    stay: Option<Micros>,
    cycle: Micros,
    /// How many sessions later it may return; 0 at once.
    cycle_sessions: f64,
    /// When it is open; `None` for always.
    timetable: Option<Box<Timetable>>,
    /// Whether it may be shown only while somebody answers.
    only_in_hours: bool,
    clicks: Clicks,
    pub(super) counts: ByField<u64>,
    pub(super) first_seen: Option<Day>,
    /// By the wall clock.
    pub(super) last_shown: Option<Micros>,
    /// The number of the session of the last showing; 0 for one before the present.
    pub(super) last_session: u64,
    pub(super) shown_here: bool,
    pub(super) rule_holds: bool,
    /// The instant since which it qualifies.
    pub(super) since: Option<Micros>,
}

impl Delivery {
    /// Creates a visitor who comes to a site with these campaigns live, as they are before they open a page. `start` is the instant from which times
    /// count. Quiet lasts [`QUIET`].
    pub fn new<'c>(
        campaigns: impl IntoIterator<Item = &'c Campaign>,
        visitor: &Visitor,
        start: DateTime<Utc>,
    ) -> Delivery {
        Delivery::with_quiet(campaigns, visitor, start, QUIET)
    }

    /// Does the same for a site where nothing is shown for `quiet` seconds after a pop-up or the chat has left the screen.
    pub fn with_quiet<'c>(
        campaigns: impl IntoIterator<Item = &'c Campaign>,
        visitor: &Visitor,
        start: DateTime<Utc>,
        quiet: f64,
    ) -> Delivery {
        let mut ranked: Vec<&Campaign> = campaigns.into_iter().collect();
        ranked.sort_by_cached_key(|campaign| Rank::of(campaign));
        let clock = start.timestamp_micros();
        let quiet = micros(quiet.max(0.0));
        let pages = if visitor.page_views > 0 {
            Some((page_identity(&visitor.url), visitor.page_views))
        } else {
            None
        };
        let mut before = visitor.without_page();
        let stats = Stats::from(&before);
        Stats::default().write(&mut before);
        Delivery {
            line: ranked
                .into_iter()
                .map(|campaign| Contender::new(campaign, visitor, &stats, clock))
                .collect(),
            page: PageView::of(&before),
            visitor: before,
            page_open: false,
            pages: pages.into_iter().collect(),
            session: Session::of(visitor, clock),
            elapsed: Elapsed::of(visitor),
            site: SiteRules::default(),
            elsewhere: false,
            visible: None,
            visible_since: 0,
            chat_open: false,
            away: false,
            covered: false,
            quiet,
            shown: Shown::all(visitor, clock),
            gone: visitor
                .quiet_until
                .map(|until| until.timestamp_micros().saturating_sub(quiet).min(clock)),
            now: 0,
            clock,
        }
    }

    /// Returns the same on a site that says this of all its campaigns.
    pub fn on_site(mut self, site: SiteRules) -> Delivery {
        for contender in self.line.iter_mut().filter(|contender| contender.only_in_hours) {
            let own = contender.timetable.take().map(|own| *own).unwrap_or_default();
            contender.timetable = Some(Box::new(own.on_site(true, &site)));
        }
        self.site = site;
        self.forget_showings();
        self
    }

    /// Lets time pass up to `at` seconds after the start, then applies an event. Times before the last one count as the last one.
    pub fn step(&mut self, event: &EventKind, at: f64) -> Vec<Effect> {
        let mut effects = self.advance(at);
        let wall = self.wall();
        let begins = self.session.count(event, &mut self.visitor, &self.site, wall);
        self.elapsed.note(event, begins, self.now);
        match event {
            EventKind::Open(opening) => self.open(&opening.url, &mut effects),
            EventKind::Scroll(ratio) => self.change(|visitor| {
                visitor.scroll_ratio = visitor.scroll_ratio.max(*ratio);
            }),
            EventKind::Exit => {
                let page_open = self.page_open;
                self.change(|visitor| visitor.exit_screen = page_open);
            }
            EventKind::Click(target) => self.click(*target, &mut effects),
            EventKind::Close => self.close(&mut effects),
            EventKind::Converse => self.change(|visitor| {
                visitor.conversation_count = visitor.conversation_count.saturating_add(1);
            }),
            EventKind::Identify(attributes) => self.identify(attributes),
            EventKind::Track(name) => self.change(|visitor| {
                let count = visitor.event.entry(name.clone()).or_default();
                *count = count.saturating_add(1);
            }),
            EventKind::Press(element) if self.page_open => self.change(|visitor| {
                visitor.set_under(Field::Clicked, &element.identity(), &element.to_value());
            }),
            EventKind::Press(_) | EventKind::Input | EventKind::End => {}
            EventKind::Away(away) => {
                self.away = *away;
                // On a touch device, switching to another tab counts as leaving.
                let leaves = *away && self.page_open && has_touch(&self.visitor);
                self.change(|visitor| visitor.exit_screen |= leaves);
            }
            EventKind::Covered(covered) => self.covered = *covered,
        }
        self.settle(&mut effects);
        effects
    }

    /// Lets time pass up to `to` seconds after the start.
    pub fn advance(&mut self, to: f64) -> Vec<Effect> {
        let to = micros(to);
        let mut effects = Vec::new();
        while let Some(due) = self.next_due().filter(|due| *due <= to) {
            self.now = due;
            self.settle(&mut effects);
        }
        self.now = self.now.max(to);
        effects
    }

    /// Lets time pass up to `at`, then sets the wall clock forward (or back, by a negative number) by this many seconds.
    pub fn set_clock(&mut self, by: f64, at: f64) -> Vec<Effect> {
        let mut effects = self.advance(at);
        self.clock = self.clock.saturating_add(micros(by));
        let wall = self.wall();
        for contender in &mut self.line {
            contender.last_shown = contender.last_shown.map(|last| last.min(wall));
        }
        self.gone = self.gone.map(|gone| gone.min(wall));
        for shown in &mut self.shown {
            shown.at = shown.at.min(wall);
        }
        self.session.keep_within(wall);
        self.settle(&mut effects);
        effects
    }

    /// Returns how many seconds after the start have passed.
    pub fn now(&self) -> f64 {
        seconds(self.now)
    }

    /// Returns the id of the visible campaign.
    pub fn visible(&self) -> Option<&str> {
        self.visible.map(|index| self.line[index].id.as_str())
    }

    /// Returns whether the chat is open.
    pub fn chat_open(&self) -> bool {
        self.chat_open
    }

    pub(super) fn wall(&self) -> Micros {
        self.clock_at(self.now)
    }

    /// Returns what the wall clock shows at a time since the start.
    pub(super) fn clock_at(&self, at: Micros) -> Micros {
        self.clock.saturating_add(at)
    }

    /// Changes the visitor, and with it what is asked about them.
    fn change(&mut self, change: impl FnOnce(&mut Visitor)) {
        change(&mut self.visitor);
        self.page = PageView::of(&self.visitor);
    }

    fn open(&mut self, url: &str, effects: &mut Vec<Effect>) {
        self.hide(effects);
        let views = self.pages.entry(page_identity(url)).or_insert(0);
        *views = views.saturating_add(1);
        let views = *views;
        self.change(|visitor| {
            url.clone_into(&mut visitor.url);
            visitor.page_views = views;
            visitor.visits = visitor.visits.saturating_add(1);
            visitor.scroll_ratio = 0.0;
            visitor.exit_screen = false;
            visitor.clicked.clear();
        });
        self.forget_showings();
        self.page_open = true;
        self.elsewhere = !self.site.shows_on(url);
        for contender in &mut self.line {
            contender.shown_here = false;
            contender.since = None;
        }
    }

    fn click(&mut self, target: ClickTarget, effects: &mut Vec<Effect>) {
        if let Some(index) = self.visible
            && let Some(opens_chat) = self.line[index].clicks.open_chat(target)
        {
            self.line[index].count(Field::Clicks);
            self.chat_open = opens_chat;
            self.hide(effects);
            self.gone = Some(self.wall());
        }
    }

    fn close(&mut self, effects: &mut Vec<Effect>) {
        if let Some(index) = self.visible {
            self.line[index].count(Field::Closes);
        }
        let hidden = self.hide(effects);
        if hidden || self.chat_open {
            self.gone = Some(self.wall());
        }
        self.chat_open = false;
    }

    fn identify(&mut self, attributes: &Map<String, Value>) {
        self.change(|visitor| {
            for (key, value) in attributes {
                if value.is_null() {
                    visitor.custom.shift_remove(key);
                } else {
                    visitor.custom.insert(key.clone(), value.clone());
                }
            }
        });
    }

    /// Hides the visible pop-up; false when there is none.
    fn hide(&mut self, effects: &mut Vec<Effect>) -> bool {
        let Some(index) = self.visible.take() else { return false };
        effects.push(self.effect(EffectKind::Hide, index));
        true
    }

    fn effect(&self, effect: EffectKind, index: usize) -> Effect {
        Effect {
            at: self.now(),
            effect,
            campaign: self.line[index].id.clone(),
        }
    }

    /// Determines who qualifies at this instant, and shows the candidate if its time has come.
    fn settle(&mut self, effects: &mut Vec<Effect>) {
        if !self.page_open {
            return;
        }
        let (now, wall) = (self.now, self.wall());
        self.elapsed.tell(&mut self.page, now);
        if self.leaves_by_itself().is_some_and(|at| at <= now) {
            self.hide(effects);
            self.gone = Some(wall);
        }
        let mut calendar = Calendar::at(wall);
        let full = self.full_rests();
        let sessions = self.visitor.sessions;
        for contender in &mut self.line {
            contender.rule_holds = contender.ask(&self.page, &mut calendar);
            let qualifies = contender.rule_holds
                && waits_for(&full, &contender.id).is_none()
                && !contender.shown_here
                && contender.blocked_until(wall).is_none()
                && contender.sessions_left(sessions).is_none()
                && contender.shut_at(wall).is_none();
            contender.since = qualifies.then(|| contender.since.unwrap_or(now));
        }
        if let Some((index, _)) = self.candidate().filter(|(_, due)| *due <= now) {
            self.line[index].show(wall, sessions);
            self.visible = Some(index);
            self.visible_since = now;
            self.count_for_rests(index, wall);
            effects.push(self.effect(EffectKind::Show, index));
        }
    }

    /// Returns the rests that are full at this instant.
    pub(super) fn full_rests(&self) -> Vec<Resting<Micros>> {
        full(&self.site, &self.shown, self.visitor.sessions, self.wall())
    }

    /// Counts a showing for the rests that it fills; whoever waits for one that is full now no longer qualifies.
    fn count_for_rests(&mut self, index: usize, wall: Micros) {
        if self.site.rests().is_empty() {
            return;
        }
        self.shown.push(Shown {
            campaign: self.line[index].id.clone(),
            at: wall,
            session: self.visitor.sessions,
        });
        self.forget_showings();
        let full = self.full_rests();
        for contender in &mut self.line {
            contender.since = contender.since.filter(|_| waits_for(&full, &contender.id).is_none());
        }
    }

    /// Forgets the showings that fill no rest any more.
    fn forget_showings(&mut self) {
        let (session, wall) = (self.visitor.sessions, self.wall());
        forget(&self.site, &mut self.shown, session, wall);
    }

    /// Returns when, in time since the start, the visible pop-up goes by itself.
    fn leaves_by_itself(&self) -> Option<Micros> {
        let stay = self.line.get(self.visible?)?.stay?;
        Some(self.visible_since.saturating_add(stay))
    }

    /// Returns until when, in time since the start, nothing is shown because something has just left the screen.
    pub(super) fn quiet_until(&self) -> Option<Micros> {
        let end = self.gone?.saturating_add(self.quiet).saturating_sub(self.clock);
        (end > self.now).then_some(end)
    }

    /// Returns the best-ranked qualifying one and the instant at which it is shown, while there is room for it and it could be seen.
    pub(super) fn candidate(&self) -> Option<(usize, Micros)> {
        if self.visible.is_some() || self.chat_open || self.away || self.covered || self.elsewhere {
            return None;
        }
        let due = |(index, contender): (usize, &Contender)| Some((index, contender.due()?));
        let (index, due) = self.line.iter().enumerate().find_map(due)?;
        Some((index, self.quiet_until().map_or(due, |quiet| due.max(quiet))))
    }

    /// Returns the next instant at which something may change merely because time passes.
    fn next_due(&self) -> Option<Micros> {
        // On another site nothing is shown, so nothing comes by itself.
        if !self.page_open || self.elsewhere {
            return None;
        }
        let wall = self.wall();
        let mut calendar = Calendar::at(wall);
        let mut starts: HashMap<(chrono_tz::Tz, Day), Option<Micros>> = HashMap::new();
        let full = self.full_rests();
        let shown = self.candidate().map(|(_, due)| due);
        let mut due = shown.or(self.leaves_by_itself()).filter(|at| *at > self.now);
        for contender in self.line.iter().filter(|contender| !contender.shown_here) {
            let zone = contender.rule.zone();
            let turning = if contender.rule.is_dated() {
                let day = contender.rule.turning_day_after(calendar.today(zone));
                day.and_then(|day| *starts.entry((zone, day)).or_insert_with(|| start_of_day(day, zone)))
            } else {
                None
            };
            let waits = contender.rule.waits().iter().filter_map(|(field, wait)| {
                let since = self.elapsed.since(*field)?;
                Some(since.saturating_add(*wait))
            });
            // While the rule fails, hours make no difference.
            let timetable = contender.timetable.as_ref().filter(|_| contender.rule_holds);
            let opening = timetable.and_then(|timetable| timetable.turn_after(wall));
            let rested = waits_for(&full, &contender.id).and_then(|resting| resting.until);
            let on_clock = contender.blocked_until(wall).into_iter();
            let on_clock = on_clock.chain(turning).chain(opening).chain(rested);
            due = on_clock
                .map(|at| at.saturating_sub(self.clock))
                .chain(waits)
                .chain(due)
                .filter(|at| *at > self.now)
                .min();
        }
        due
    }

    /// Returns until when, in time since the start, a contender's repeat cycle blocks.
    pub(super) fn blocked_until(&self, contender: &Contender) -> Option<Micros> {
        Some(contender.blocked_until(self.wall())?.saturating_sub(self.clock))
    }
}

impl Contender {
    fn new(campaign: &Campaign, visitor: &Visitor, stats: &Stats, clock: Micros) -> Contender {
        let timetable = Timetable::of(campaign, visitor.time_zone.as_deref());
        let rule = Arc::new(Rule::compile(campaign));
        Contender {
            id: campaign.id.clone(),
            delay: micros(campaign.schedule.delay_seconds()),
            stay: campaign.schedule.stay_seconds().map(micros).filter(|stay| *stay > 0),
            cycle: micros(campaign.schedule.cycle_seconds()),
            cycle_sessions: campaign.schedule.cycle_sessions(),
            only_in_hours: campaign.schedule.only_in_hours,
            timetable: (!timetable.is_always_open()).then(|| Box::new(timetable)),
            clicks: Clicks::of(&campaign.content),
            counts: stats.counts,
            first_seen: stats.first_seen.map(|instant| day_of(instant, rule.zone())),
            last_shown: stats.last_shown.map(|instant| instant.timestamp_micros().min(clock)),
            // The next page may begin the session in which it was shown: that of a visitor on the first page of one.
            last_session: stats.last_session.min(visitor.sessions.saturating_add(1)),
            shown_here: false,
            rule_holds: false,
            since: None,
            rule,
        }
    }

    #[inline]
    fn ask(&self, page: &PageView, calendar: &mut Calendar) -> bool {
        let today = if self.rule.is_dated() {
            calendar.today(self.rule.zone())
        } else {
            0
        };
        self.rule
            .holds(&Prepared::on(page, &self.counts, self.first_seen, today))
    }

    /// Returns until when, by the wall clock, the repeat cycle blocks.
    fn blocked_until(&self, wall: Micros) -> Option<Micros> {
        let end = self.last_shown?.saturating_add(self.cycle);
        (end > wall).then_some(end)
    }

    /// Returns how many more sessions have to begin until its repeat cycle is over.
    pub(super) fn sessions_left(&self, sessions: u64) -> Option<u64> {
        sessions_left(self.last_session, sessions, self.cycle_sessions)
    }

    /// Returns why it is not open, by the wall clock.
    pub(super) fn shut_at(&self, wall: Micros) -> Option<Shut<Micros>> {
        self.timetable.as_ref()?.shut_at(wall)
    }

    /// Returns when its delay is over, if it qualifies.
    pub(super) fn due(&self) -> Option<Micros> {
        Some(self.since?.saturating_add(self.delay))
    }

    fn count(&mut self, field: Field) {
        self.counts[field] = self.counts[field].saturating_add(1);
    }

    fn show(&mut self, wall: Micros, session: u64) {
        self.count(Field::Views);
        self.last_shown = Some(wall);
        self.last_session = session;
        self.first_seen = self
            .first_seen
            .or_else(|| Some(Calendar::at(wall).today(self.rule.zone())));
        self.shown_here = true;
        self.since = None;
    }
}
