//! The values that the conditions of one or several campaigns are about, cut into cells, and the conditions as sets of cells.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::cells::url::Depth;
use super::cells::{Asked, Cells, address, choice, counter, custom, elapsed, language, scroll, version};
use super::opening;
use super::reading::{MOST_ASKED, cycle, place, size_of, turns, what};
use super::sets;
use super::term::Term;
use super::ties::{Done, Opened, Record, Ties};
use super::times::{Moment, Times, moment, moment_over};
use crate::campaign::{Campaign, Condition, Field, FieldType, WITHIN_SHOWINGS};
use crate::engine::parts::{CompiledCondition, ConditionTest, plan};
use crate::engine::{NodeLocation, SiteRules};
use crate::visitor::Visitor;

/// The places of a campaign's run and hours in its file.
pub(crate) const RUN_POINTER: &str = "/schedule/runs";
pub(crate) const HOURS_POINTER: &str = "/schedule/hours";
/// Which campaigns share what a visitor has done with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Records {
    /// One set of counts and showings for all.
    Shared,
    /// Each campaign has its own.
    Separate,
}

/// The conditions of some campaigns, prepared for questions.
#[derive(Debug)]
pub(crate) struct Space {
    /// The conditions that take part, of all campaigns.
    pub(crate) conditions: Vec<Numbered>,
    /// The rules, in the order of the campaigns.
    pub(crate) rules: Vec<Term>,
    pub(super) variables: Vec<Variable>,
    pub(super) ties: Ties,
    pub(super) near: Visitor,
    kept: bool,
    depth: Depth,
    pub(super) now: DateTime<Utc>,
    cycles: Vec<Moment>,
    /// The variables of sessions and of the pages of the present one, where a condition asks for either.
    pub(super) sessions: Option<[usize; 2]>,
    /// The record of each campaign.
    pub(super) record: Vec<usize>,
    /// Whether it was left uncut because that would take too long: every question about it is undetermined.
    pub(super) is_too_large: bool,
}

/// A condition as sets of cells.
#[derive(Debug)]
pub(crate) struct Numbered {
    /// Where it stands in its campaign.
    pub(super) place: Place,
    pub(super) variable: usize,
    /// The cells in which it holds.
    pub(super) yes: Vec<u64>,
    /// Those in which it does not.
    pub(super) no: Vec<u64>,
}

impl Numbered {
    /// Returns how many words its sets take.
    pub(super) fn size(&self) -> usize {
        self.yes.len()
    }

    /// Returns its place in the file of its campaign, as a JSON Pointer.
    pub(crate) fn pointer(&self, campaign: &Campaign) -> String {
        match &self.place {
            Place::Node(NodeLocation::Audience(path)) => campaign.audience.pointer(path),
            Place::Node(NodeLocation::Activity(index)) => format!("/activity/conditions/{index}"),
            Place::Run => RUN_POINTER.to_owned(),
            Place::Hours => HOURS_POINTER.to_owned(),
        }
    }
}

/// Where a condition stands in a campaign. That it is within its run, and in its hours, are conditions on the present.
#[derive(Debug)]
pub(super) enum Place {
    Node(NodeLocation),
    Run,
    Hours,
}

/// A value of the visitor.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum What {
    PageViews,
    Visits,
    Sessions,
    SessionPages,
    Today,
    Views(usize),
    /// Something done at most once with each showing.
    Done(Field, usize),
    First(usize),
    /// The times that pass.
    Elapsed,
    Own(Field),
    Keyed(Field, String),
}

impl What {
    /// Returns the record that it belongs to.
    pub fn record(&self) -> Option<usize> {
        match self {
            What::Views(record) | What::Done(_, record) | What::First(record) => Some(*record),
            What::PageViews
            | What::Visits
            | What::Sessions
            | What::SessionPages
            | What::Today
            | What::Elapsed
            | What::Own(_)
            | What::Keyed(..) => None,
        }
    }

    /// Returns what it is, if no relation binds it to other values.
    pub fn unbound(&self) -> Option<Unbound<'_>> {
        match self {
            What::Elapsed => Some(Unbound::Elapsed),
            What::Own(field) => Some(Unbound::Field(*field)),
            What::Keyed(field, key) => Some(Unbound::Keyed(*field, key)),
            What::PageViews
            | What::Visits
            | What::Sessions
            | What::SessionPages
            | What::Today
            | What::Views(_)
            | What::Done(..)
            | What::First(_) => None,
        }
    }
}

/// A value of the visitor that is free of all others.
#[derive(Debug, Clone, Copy)]
pub(super) enum Unbound<'w> {
    /// The times that pass.
    Elapsed,
    /// The value of a field.
    Field(Field),
    /// The value of a field under this key.
    Keyed(Field, &'w str),
}

#[derive(Debug)]
pub(super) struct Variable {
    pub what: What,
    pub cells: usize,
    /// How many words a set of its cells takes.
    pub words: usize,
    /// The cells of a value that is not bound to others.
    pub own: Option<Cells>,
    /// The parameters that are asked for as parts of an address.
    pub parts: Vec<(Field, String)>,
}

/// Everything that counts pages or sessions.
pub(super) const PAGES: usize = 0;
/// The present and all records.
pub(super) const MOMENTS: usize = 1;
const PAGE_VIEWS: usize = 0;
const VISITS: usize = 1;
pub(super) const TODAY: usize = 2;

/// The places of a record's values, among the variables of a space or of a program.
#[derive(Debug, Clone, Copy)]
pub(super) struct RecordPlaces {
    pub views: usize,
    pub done: Done<usize>,
    pub first: usize,
}

impl RecordPlaces {
    const COUNT: usize = 2 + WITHIN_SHOWINGS.len();

    pub fn of(record: usize) -> RecordPlaces {
        let start = BOUND.len() + RecordPlaces::COUNT * record;
        RecordPlaces {
            views: start,
            done: std::array::from_fn(|index| start + 1 + index),
            first: start + RecordPlaces::COUNT - 1,
        }
    }

    /// Returns all of them, in their order.
    pub fn all(record: usize) -> std::ops::Range<usize> {
        let RecordPlaces { views, first, .. } = RecordPlaces::of(record);
        views..first + 1
    }
}

pub(super) const BOUND: [usize; 3] = [PAGE_VIEWS, VISITS, TODAY];

struct Raw<'c> {
    condition: &'c Condition,
    compiled: CompiledCondition,
    place: NodeLocation,
    campaign: usize,
    variable: usize,
}

impl Space {
    /// Reads campaigns. Found visitors will resemble the given one as much as possible. A thorough space has all possible addresses, for questions that
    /// are otherwise undetermined; it may take some milliseconds.
    pub(crate) fn new(
        campaigns: &[&Campaign],
        records: Records,
        near: &Visitor,
        depth: Depth,
        now: DateTime<Utc>,
        site: &SiteRules,
    ) -> Space {
        Space::read(campaigns, records, near, (false, depth), now, site)
    }

    /// Returns whether every question about it is undetermined because an answer would take too long.
    pub(crate) fn is_too_large(&self) -> bool {
        self.is_too_large
    }

    /// Returns whether some values are doubtful, so that a thorough space may know more.
    pub(crate) fn is_doubtful(&self) -> bool {
        self.variables
            .iter()
            .any(|variable| variable.own.as_ref().is_some_and(Cells::are_doubtful))
    }

    /// Reads a campaign. The given visitor may keep a page, browser or device that no visitor should have, since they really came with it.
    pub(super) fn around(
        campaign: &Campaign,
        met: &Visitor,
        depth: Depth,
        now: DateTime<Utc>,
        site: &SiteRules,
    ) -> Space {
        Space::read(&[campaign], Records::Shared, met, (true, depth), now, site)
    }

    fn read(
        campaigns: &[&Campaign],
        records: Records,
        near: &Visitor,
        (kept, depth): (bool, Depth),
        now: DateTime<Utc>,
        site: &SiteRules,
    ) -> Space {
        let record: Vec<usize> = match records {
            Records::Shared => vec![0; campaigns.len()],
            Records::Separate => (0..campaigns.len()).collect(),
        };
        let count = record.iter().max().map_or(1, |last| last + 1);
        let mut names = vec![What::PageViews, What::Visits, What::Today];
        for index in 0..count {
            names.push(What::Views(index));
            names.extend(WITHIN_SHOWINGS.map(|field| What::Done(field, index)));
            names.push(What::First(index));
        }
        let mut raw: Vec<Raw<'_>> = Vec::new();
        let mut rules = Vec::with_capacity(campaigns.len());
        let mut known: HashMap<What, usize> = HashMap::new();
        let mut size = 0;
        for (variable, what) in names.iter().enumerate() {
            known.insert(what.clone(), variable);
        }
        for (index, campaign) in campaigns.iter().enumerate() {
            let rule = plan(campaign, &mut |condition, compiled, spot| {
                let what = what(compiled.test(), record[index]);
                size += size_of(condition);
                let variable = *known.entry(what).or_insert_with_key(|what| {
                    names.push(what.clone());
                    names.len() - 1
                });
                raw.push(Raw {
                    condition,
                    compiled,
                    place: place(spot),
                    campaign: index,
                    variable,
                });
                raw.len() - 1
            });
            rules.push(rule.map_or(Term::True, Term::of));
        }
        let timetables = opening::timetables(campaigns, near, site);
        let timed = opening::joined(&mut rules, &timetables, raw.len());
        let dates = raw
            .iter()
            .filter_map(|raw| turns(raw.compiled.test(), campaigns[raw.campaign]))
            .flat_map(|(from, until)| [from, until]);
        let own = opening::cuts(dates.flatten(), &timetables, campaigns, near, now);
        let is_too_large = size > MOST_ASKED || own.is_none();
        let sessions = sessions(&mut names);
        if is_too_large {
            names.clear();
        }
        let cut: &[Raw<'_>] = if is_too_large { &[] } else { &raw };
        let ties = ties(campaigns, cut, own.unwrap_or_default(), (count, sessions), near, now);
        let mut space = Space {
            conditions: Vec::with_capacity(raw.len()),
            rules,
            variables: Vec::with_capacity(names.len()),
            ties,
            // Quiet passes on its own, and nobody who is searched for has to be in it, nor to have been shown the campaign in this session.
            near: Visitor {
                quiet_until: None,
                showings: Vec::new(),
                last_session: 0,
                ..near.clone()
            },
            kept,
            depth,
            now,
            cycles: campaigns.iter().map(|campaign| cycle(campaign)).collect(),
            record,
            sessions,
            is_too_large,
        };
        let mut sets_of: Vec<Option<(Vec<usize>, Vec<usize>)>> = raw.iter().map(|_| None).collect();
        let mut numbers = vec![Vec::new(); names.len()];
        for (number, raw) in cut.iter().enumerate() {
            numbers[raw.variable].push(number);
        }
        for (what, numbers) in names.into_iter().zip(numbers) {
            space.add(what, &raw, &numbers, campaigns, &mut sets_of);
        }
        for (raw, sets) in raw.into_iter().zip(sets_of) {
            let (yes, no) = sets.unwrap_or_default();
            let words = space.variables.get(raw.variable).map_or(0, |variable| variable.words);
            let bits = |cells: Vec<usize>| {
                let mut set = vec![0; words];
                cells.into_iter().for_each(|cell| sets::put(&mut set, cell));
                set
            };
            let (yes, no) = (bits(yes), bits(no));
            let (yes, no) = if raw.compiled.is_negated() {
                (no, yes)
            } else {
                (yes, no)
            };
            space.conditions.push(Numbered {
                place: Place::Node(raw.place),
                variable: raw.variable,
                yes,
                no,
            });
        }
        for (place, campaign) in timed {
            space.add_opening(place, &timetables[campaign]);
        }
        space
    }

    /// Adds a variable with the cells of its conditions.
    fn add(
        &mut self,
        what: What,
        raw: &[Raw<'_>],
        numbers: &[usize],
        campaigns: &[&Campaign],
        sets_of: &mut [Option<(Vec<usize>, Vec<usize>)>],
    ) {
        let (cells, own) = match &what {
            What::PageViews | What::Visits | What::Sessions | What::SessionPages => (self.ties.pages.count(), None),
            What::Views(record) | What::Done(_, record) => (self.ties.records[*record].shows.count(), None),
            What::Today | What::First(_) => (self.ties.times.count(), None),
            What::Elapsed | What::Own(_) | What::Keyed(..) => {
                let asked: Vec<Asked<'_>> = numbers
                    .iter()
                    .map(|index| Asked {
                        condition: raw[*index].condition,
                        ask: raw[*index].compiled.test(),
                    })
                    .collect();
                let mut cells = cut(&what, &self.near, (self.kept, self.depth), &asked);
                for (index, number) in numbers.iter().enumerate() {
                    sets_of[*number] = Some((
                        std::mem::take(&mut cells.yes[index]),
                        std::mem::take(&mut cells.no[index]),
                    ));
                }
                (cells.values.len(), Some(cells))
            }
        };
        if own.is_none() {
            for number in numbers {
                let raw = &raw[*number];
                let yes = self.holding(&what, raw.compiled.test(), campaigns[raw.campaign]);
                let mut rest = yes.iter().copied().peekable();
                // Both are in order.
                let no = (0..cells).filter(|cell| rest.next_if_eq(cell).is_none()).collect();
                sets_of[*number] = Some((yes, no));
            }
        }
        let mut parts: Vec<(Field, String)> = Vec::new();
        if let What::Own(_) = what {
            for ask in numbers.iter().map(|number| raw[*number].compiled.test()) {
                let part = ask.key().map(|key| (ask.field(), key.to_owned()));
                parts.extend(part.filter(|part| !parts.contains(part)));
            }
        }
        self.variables.push(Variable {
            parts,
            what,
            cells,
            words: sets::words(cells),
            own,
        });
    }

    /// Returns the cells of a bound value in which a condition holds.
    fn holding(&self, what: &What, ask: &ConditionTest, campaign: &Campaign) -> Vec<usize> {
        match what {
            What::PageViews | What::Visits | What::Sessions | What::SessionPages => self.ties.pages.holding(ask),
            What::Views(record) | What::Done(_, record) => self.ties.records[*record].shows.holding(ask),
            What::Today | What::First(_) | What::Elapsed | What::Own(_) | What::Keyed(..) => match turns(ask, campaign)
            {
                Some((from, until)) => self.ties.times.holding(from, until).collect(),
                None => Vec::new(),
            },
        }
    }

    /// Returns the cycle that must have run out after the last showing of each record, where these campaigns are to be shown.
    pub(super) fn record_cycles(&self, shown: &[usize]) -> Vec<Moment> {
        let mut cycles = vec![0; self.ties.records.len()];
        for campaign in shown {
            let cycle = &mut cycles[self.record[*campaign]];
            *cycle = self.cycles[*campaign].max(*cycle);
        }
        cycles
    }
}

fn cut(what: &What, near: &Visitor, (kept, depth): (bool, Depth), asked: &[Asked<'_>]) -> Cells {
    let field = match what.unbound() {
        Some(Unbound::Keyed(field, key)) => {
            let own = near.value_under(field, key);
            let count = || own.as_ref().and_then(|own| own.as_u64()).unwrap_or_default();
            return match field.spec().kind {
                FieldType::WholeNumber | FieldType::KeyedCount => counter::counter(field, count(), asked),
                FieldType::Element => choice::element(field, own == Some(true.into()), asked),
                FieldType::Url
                | FieldType::Language
                | FieldType::Choice
                | FieldType::Version
                | FieldType::Date
                | FieldType::Custom
                | FieldType::Parameter
                | FieldType::Percent
                | FieldType::Flag
                | FieldType::Seconds => custom::custom(field, own.as_ref(), asked),
            };
        }
        Some(Unbound::Elapsed) => return elapsed::elapsed(near, asked),
        Some(Unbound::Field(field)) => field,
        None => return Cells::default(),
    };
    match field.spec().kind {
        FieldType::Url => address::address(field, near, kept, depth, asked),
        FieldType::Language => language::language(field, near.text(field), asked),
        FieldType::Choice => choice::choice(field, near.text(field), kept, asked),
        FieldType::Version => version::version(field, near.text(field), asked),
        FieldType::Percent => scroll::scroll(field, near.number(field), asked),
        FieldType::Flag => choice::flag(field, near.flag(field), asked),
        FieldType::WholeNumber => counter::counter(field, near.count(field), asked),
        // Dates and times are bound to others; the rest is stored under keys.
        FieldType::Date
        | FieldType::Seconds
        | FieldType::Custom
        | FieldType::Parameter
        | FieldType::KeyedCount
        | FieldType::Element => Cells::default(),
    }
}

/// Returns the variables of sessions and of the pages of the present one, if either is asked for; then the other takes part, too.
fn sessions(names: &mut Vec<What>) -> Option<[usize; 2]> {
    let both = [What::Sessions, What::SessionPages];
    if !both.iter().any(|what| names.contains(what)) {
        return None;
    }
    Some(both.map(|what| {
        names.iter().position(|name| *name == what).unwrap_or_else(|| {
            names.push(what);
            names.len() - 1
        })
    }))
}

/// Cuts the bound values.
fn ties(
    campaigns: &[&Campaign],
    raw: &[Raw<'_>],
    points: Vec<Moment>,
    (records, sessions): (usize, Option<[usize; 2]>),
    near: &Visitor,
    now: DateTime<Utc>,
) -> Ties {
    let asks = |wanted: &dyn Fn(usize) -> bool| -> Vec<&ConditionTest> {
        raw.iter()
            .filter(|raw| wanted(raw.variable))
            .map(|raw| raw.compiled.test())
            .collect()
    };
    let around = |count: u64| [Some(count), count.checked_add(1)].into_iter().flatten();
    let of_sessions = |variable: usize| sessions.is_some_and(|sessions| sessions.contains(&variable));
    let pages = asks(&|variable| variable == PAGE_VIEWS || variable == VISITS || of_sessions(variable));
    let mut own: Vec<u64> = around(near.page_views).chain(around(near.visits)).chain([1]).collect();
    if sessions.is_some() {
        own.extend(around(near.sessions).chain(around(near.session_pages)).chain([2]));
    }
    let zone = campaigns.first().map_or(chrono_tz::UTC, |campaign| campaign.zone());
    Ties {
        pages: counter::Ranges::new(&own, pages.into_iter()),
        near: Opened::of(near),
        pages_of_session_asked: sessions.is_some_and(|[_, pages]| raw.iter().any(|raw| raw.variable == pages)),
        times: Times::new(points, moment_over(now), zone),
        records: (0..records)
            .map(|record| {
                let RecordPlaces { views, first, .. } = RecordPlaces::of(record);
                let shows = asks(&|variable| (views..first).contains(&variable));
                let done = WITHIN_SHOWINGS.map(|field| near.count(field));
                let own = [near.views].into_iter().chain(done).flat_map(around);
                let own: Vec<u64> = own.chain([1]).collect();
                Record {
                    shows: counter::Ranges::new(&own, shows.into_iter()),
                    views: near.views,
                    done,
                    first: near.first_seen.map(moment),
                    last: near.last_shown.map(moment),
                    dated: raw.iter().any(|raw| raw.variable == first),
                }
            })
            .collect(),
    }
}
