//! Cases from seeds. Values come mostly from the case's own pages, attributes and days, so that conditions meet their boundaries.

mod campaign;
mod condition;
mod speech;

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use fastrand::Rng;
use serde_json::{Map, Value, json};

use super::case::{Case, Probe};
use super::pools::*;

/// The ingredients of one case.
pub struct World {
    rng: Rng,
    /// Pages of the site.
    pages: Vec<String>,
    start: DateTime<Utc>,
    zone: &'static str,
    keys: Vec<&'static str>,
    language: &'static str,
    version: &'static str,
    /// The attributes that the site sets for its visitors.
    facts: Vec<Value>,
}

/// Returns the case of a seed.
pub fn case(seed: u64) -> Case {
    let mut world = World::new(seed);
    let campaigns = (0..world.rng.usize(1..5))
        .map(|index| world.campaign(index))
        .collect::<Vec<_>>();
    let ids: std::collections::BTreeSet<String> = campaigns.iter().map(|file| file["id"].to_string()).collect();
    let (events, end) = world.events();
    // The state is stored by id, so two campaigns with the same id would be indistinguishable.
    let loads = if ids.len() == campaigns.len() {
        world.loads(&events)
    } else {
        Vec::new()
    };
    Case {
        start: world.text_of(world.start),
        visitor: world.journey_visitor(),
        quiet: world.pick(QUIETS),
        hours: world.site_hours(),
        rests: world.rests(),
        clock: world.clock(end),
        probes: (0..8).map(|_| world.probe()).collect(),
        speeches: (0..4).map(|_| world.speech()).collect(),
        campaigns,
        events,
        loads,
    }
}

impl World {
    fn new(seed: u64) -> World {
        let mut rng = Rng::with_seed(seed);
        let base = INSTANTS[rng.usize(..INSTANTS.len())];
        let micros = [0, 0, 1, -1, 999_999, 123_456][rng.usize(..6)];
        let seconds = [0, 0, -1, 1, -3_600, 7_200, rng.i64(-90_000..90_000)][rng.usize(..7)];
        let start = DateTime::from_timestamp(base + seconds, 0).unwrap_or_default() + TimeDelta::microseconds(micros);
        let mut world = World {
            start,
            zone: ZONES[rng.usize(..ZONES.len())],
            keys: (0..3).map(|_| KEYS[rng.usize(..KEYS.len())]).collect(),
            language: LANGUAGES[rng.usize(..LANGUAGES.len())],
            version: VERSIONS[rng.usize(..VERSIONS.len())],
            pages: Vec::new(),
            facts: Vec::new(),
            rng,
        };
        world.facts = (0..3).map(|_| world.any_attribute()).collect();
        world.pages = (0..world.rng.usize(1..4)).map(|_| world.url()).collect();
        for _ in 0..world.rng.usize(..3) {
            let page = world.page();
            let spelled = world.spelled(page);
            world.pages.push(spelled);
        }
        world
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.rng.usize(..count) == 0
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.rng.usize(..from.len())].clone()
    }

    fn page(&mut self) -> String {
        self.pages[self.rng.usize(..self.pages.len())].clone()
    }

    fn url(&mut self) -> String {
        if self.one_in(12) {
            return self.pick(ODD_PAGES).to_owned();
        }
        if self.one_in(3) {
            return "https://www.example.com/".to_owned()
                + self.pick(&[
                    "",
                    "pricing",
                    "pricing/",
                    "Pricing?a=1",
                    "a/b?x=1#y",
                    "#/bags",
                    "pricing#/Bags/",
                ]);
        }
        let [scheme, host, path, tail] = [SCHEMES, HOSTS, PATHS, TAILS].map(|pool| self.pick(pool));
        // Forms that Chromium reads differently from the standard, and that no website has: apostrophes in queries of other schemes, and blanks and
        // stars in hosts.
        let web = scheme.trim().to_lowercase().starts_with("http");
        let tail = if web { tail.to_owned() } else { tail.replace('\'', "") };
        let path = if host.is_empty() && path.contains([' ', '%', '*']) {
            "/"
        } else {
            path
        };
        format!("{scheme}{host}{path}{tail}")
    }

    /// Returns the same page in another spelling, or one that is nearly the same.
    fn spelled(&mut self, page: String) -> String {
        match self.rng.u8(..9) {
            0 => page.to_uppercase(),
            1 => page.to_lowercase(),
            2 => page + "/",
            3 => page.trim_end_matches('/').to_owned(),
            4 => page + "?x=1",
            5 => page + "#top",
            6 => page + self.pick(&["#/", "#!", "#/bags", "#/bags/"]),
            7 => page.replacen('#', "/#", 1),
            _ => page + self.pick(BLANKS),
        }
    }

    fn text_of(&self, instant: DateTime<Utc>) -> String {
        instant.to_rfc3339_opts(SecondsFormat::AutoSi, true)
    }

    /// Returns an instant near the start, as RFC 3339.
    fn past_instant(&mut self) -> String {
        let seconds = self.pick(&[
            0.0, 0.000_001, 30.0, 59.999_999, 60.0, 3_600.0, 86_400.0, 172_800.0, -3_600.0, -0.5, 4e6,
        ]);
        let instant = self.start - TimeDelta::microseconds((seconds * 1e6) as i64);
        self.text_of(instant)
    }

    fn past(&mut self) -> Value {
        if self.one_in(2) {
            Value::Null
        } else {
            self.past_instant().into()
        }
    }

    /// Returns an instant at, after or shortly before the start, as RFC 3339.
    fn soon(&mut self) -> Value {
        let micros = self.pick(&[0, 1, -1, 12_500_000, 30_000_000, 30_000_001, 3_600_000_000]);
        let instant = self.start + TimeDelta::microseconds(micros);
        if self.one_in(2) {
            Value::Null
        } else {
            self.text_of(instant).into()
        }
    }

    fn count(&mut self) -> u64 {
        let large = self.rng.u64(..10_000);
        self.pick(&[0, 0, 1, 1, 2, 3, 4, 5, large])
    }

    fn letters(&mut self) -> String {
        (0..self.rng.usize(..6)).map(|_| self.pick(LETTERS)).collect()
    }

    fn text(&mut self) -> String {
        if self.one_in(4) {
            self.letters()
        } else {
            self.pick(TEXTS).to_owned()
        }
    }

    /// Returns what a site sets, or a condition wants: often the same value, perhaps in another form.
    fn attribute(&mut self) -> Value {
        if self.facts.is_empty() || self.one_in(4) {
            return self.any_attribute();
        }
        let fact = self.facts[self.rng.usize(..self.facts.len())].clone();
        let written = match &fact {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let letters: Vec<char> = written.chars().collect();
        match self.rng.u8(..10) {
            0 => written.to_uppercase().into(),
            1 => written.to_lowercase().into(),
            2 => written.replace('σ', "ς").into(),
            3 => letters[self.rng.usize(..=letters.len())..]
                .iter()
                .collect::<String>()
                .into(),
            4 => letters[..self.rng.usize(..=letters.len())]
                .iter()
                .collect::<String>()
                .into(),
            5 => written.parse::<f64>().map_or(fact, Value::from),
            6 => written.into(),
            _ => fact,
        }
    }

    /// Returns an attribute most of the time.
    fn any_attribute(&mut self) -> Value {
        match self.rng.u8(..12) {
            0..6 => self.text().into(),
            6..9 => self
                .pick(&[
                    0.0,
                    -0.0,
                    5.0,
                    5.5,
                    -5.0,
                    0.1,
                    1e21,
                    1e-7,
                    123_456_789_012_345_680_000.0,
                    f64::MAX,
                    5e-324,
                    9_007_199_254_740_993.0,
                ])
                .into(),
            9 => self.rng.i64(-6..7).into(),
            10 => self.rng.bool().into(),
            _ => self
                .pick(&["null", "[]", "[\"5\"]", "{}", "[5]"])
                .parse()
                .unwrap_or_default(),
        }
    }

    fn attributes(&mut self) -> Value {
        let attributes = (0..self.rng.usize(..4)).map(|_| {
            let key = self.key();
            (key.to_owned(), self.attribute())
        });
        Value::Object(attributes.collect::<Map<_, _>>())
    }

    /// Returns a key of the case's own, most of the time.
    fn key(&mut self) -> &'static str {
        if self.one_in(4) {
            self.pick(KEYS)
        } else {
            self.keys[self.rng.usize(..self.keys.len())]
        }
    }

    fn counts(&mut self) -> Value {
        let counts = (0..self.rng.usize(..3)).map(|_| (self.key().to_owned(), self.count().into()));
        Value::Object(counts.collect::<Map<_, _>>())
    }

    /// Returns some of these keys.
    fn some(&mut self, all: Value) -> Value {
        let mut some = all;
        if let Some(object) = some.as_object_mut() {
            object.retain(|_, _| self.rng.u8(..4) > 0);
        }
        some
    }

    fn journey_visitor(&mut self) -> Value {
        let browser = self.browser();
        let history = json!({
            "url": self.page(), "page_views": self.count(), "visits": self.count(), "views": self.count(), "clicks": self.count(),
            "closes": self.count(), "sessions": self.count(), "session_pages": self.count(),
            "referrer": self.referrer(), "landing_page": self.page(),
            "first_seen": self.past(), "last_shown": self.past(), "last_session": self.count(), "conversation_count": self.count(), "custom": self.attributes(),
            "event": self.counts(), "time_on_site": self.lasting(), "quiet_until": self.soon(),
            "showings": self.showings(),
        });
        let mut visitor = self.some(browser);
        let history = if self.one_in(2) { self.some(history) } else { json!({}) };
        visitor
            .as_object_mut()
            .into_iter()
            .for_each(|visitor| visitor.extend(history.as_object().cloned().unwrap_or_default()));
        visitor
    }

    fn browser(&mut self) -> Value {
        let language = self.pick(LANGUAGES);
        let version = self.pick(VERSIONS);
        json!({
            "browser_language": self.pick(&[self.language, self.language, language]),
            "browser_version": self.pick(&[self.version, self.version, version]),
            "time_zone": self.pick(VISITOR_ZONES), "browser": self.pick(CHOICES), "device_type": self.pick(CHOICES), "operating_system": self.pick(CHOICES),
            "country": self.pick(COUNTRIES),
        })
    }

    fn visitor(&mut self) -> Value {
        let mut visitor = self.journey_visitor();
        let page = json!({
            "url": self.page(), "scroll_ratio": self.ratio(), "exit_screen": self.rng.bool(),
            "time_on_page": self.lasting(), "inactivity": self.lasting(),
            "clicked": (0..self.rng.usize(..3)).map(|_| self.element()).collect::<Vec<_>>(),
        });
        visitor
            .as_object_mut()
            .into_iter()
            .for_each(|visitor| visitor.extend(page.as_object().cloned().unwrap_or_default()));
        visitor
    }

    /// Returns an element of a page.
    fn element(&mut self) -> Value {
        let text = self.pick(CLICKED);
        match self.rng.bool() {
            true => json!({ "text": text }),
            false => json!({ "selector": text }),
        }
    }

    /// Returns how long something has lasted, in seconds.
    fn lasting(&mut self) -> f64 {
        self.pick(&[0.0, 0.5, 2.999_999, 3.0, 10.0, 45.0, 1_800.0])
    }

    fn ratio(&mut self) -> f64 {
        let any = self.rng.f64() * 100.0;
        self.pick(&[0.0, 39.999, 40.0, 40.001, 100.0, any])
    }

    /// Returns a journey's events, and when the last one happens.
    fn events(&mut self) -> (Vec<Value>, f64) {
        let mut at = 0.0;
        let mut events = Vec::new();
        for index in 0..self.rng.usize(1..25) {
            at += self.pick(PAUSES);
            let mut event = match self.rng.u8(..28) {
                _ if index == 0 && !self.one_in(8) => self.opening(),
                0..6 => self.opening(),
                6..9 => json!({ "scroll": self.ratio() }),
                9..11 => json!({ "exit": true }),
                11 => json!({ "click": true }),
                12 => json!({ "click": { "reply": self.rng.usize(1..5) } }),
                13..16 => json!({ "close": true }),
                16 => json!({ "converse": true }),
                17 | 18 => json!({ "identify": self.attributes() }),
                // The visitor returns sooner or later.
                19 | 20 => json!({ "away": self.one_in(3) }),
                21 | 22 => json!({ "covered": self.one_in(3) }),
                23 => json!({ "input": true }),
                24 | 25 => json!({ "track": self.key() }),
                26 => json!({ "press": self.element() }),
                _ => json!({ "end": true }),
            };
            event["at"] = at.into();
            events.push(event);
        }
        events.push(json!({ "at": at + self.pick(PAUSES), "end": true }));
        (events, at)
    }

    fn opening(&mut self) -> Value {
        let mut opening = json!({ "open": self.page() });
        if self.one_in(2) {
            opening["referrer"] = self.referrer();
        }
        opening
    }

    /// Returns where somebody came from: a page of the site or of another, or nowhere.
    fn referrer(&mut self) -> Value {
        match self.rng.u8(..6) {
            0 => Value::Null,
            1 => "".into(),
            2 => self.page().into(),
            _ => self.url().into(),
        }
    }

    fn loads(&mut self, events: &[Value]) -> Vec<usize> {
        let opened = events
            .iter()
            .enumerate()
            .filter(|(_, event)| event.get("open").is_some());
        let opened: Vec<usize> = opened.map(|(index, _)| index).collect();
        let often = self.pick(&[1, 1, 3, 100]);
        opened.into_iter().filter(|_| self.one_in(often)).collect()
    }

    fn clock(&mut self, end: f64) -> Vec<Value> {
        if !self.one_in(4) {
            return Vec::new();
        }
        let mut times: Vec<f64> = (0..self.rng.usize(1..4))
            .map(|_| (self.rng.f64() * end * 1e6).round() / 1e6)
            .collect();
        times.sort_by(f64::total_cmp);
        let settings = times.into_iter().map(|at| {
            json!({ "at": at, "by": self.pick(&[-3_600.0, 3_600.0, -86_400.0, 86_400.0, -0.5, 0.000_001, 30.0, -2e6, 2e6]) })
        });
        settings.collect()
    }

    fn probe(&mut self) -> Probe {
        let mut campaign = self.campaign(0);
        if self.one_in(2) {
            // A single condition hides nothing behind others.
            campaign["audience"] = json!({ "all": [self.condition()] });
            campaign["activity"] = json!({});
        }
        let at =
            self.start + TimeDelta::microseconds(self.pick(&[0, 1, -1, 3_600_000_000, 86_400_000_000, 100_000_000]));
        Probe {
            campaign,
            visitor: self.visitor(),
            at: self.text_of(at),
        }
    }
}
