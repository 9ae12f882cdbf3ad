//! Campaign files around conditions; a few of them malformed.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::World;
use crate::differential::pools::*;

const IDS: &[&str] = &[
    "a",
    "b",
    "aa",
    "B",
    "ß",
    "é",
    "0193a1b2-7c00-7000-8000-000000000001",
    "",
    "__proto__",
    "1",
    "10",
    "9",
    " ",
    "\u{ffee}",
    "😀",
];

/// Those that rests and visitors name.
const SHOWN: &[&str] = &["a", "a0", "b0", "c0", "a1", "b1", "c1", "1", "", "nobody's"];

impl World {
    /// Returns a campaign file; `index` distinguishes those of a case, most of the time.
    pub(super) fn campaign(&mut self, index: usize) -> Value {
        let id = if self.one_in(4) {
            self.pick(IDS).to_owned()
        } else {
            format!("{}{index}", self.pick(&["a", "b", "c"]))
        };
        let any_zone = self.pick(ZONES);
        let mut file = json!({
            "format": "beckon.campaign", "version": 1, "id": id, "name": "A case",
            "time_zone": self.pick(&[self.zone, self.zone, any_zone]),
            "audience": self.audience(),
            "activity": self.activity(),
            "content": self.content(),
            "schedule": self.schedule(),
        });
        if self.one_in(3) {
            file["launched_at"] = self
                .pick(&[
                    "2026-11-20T10:00:00Z",
                    "2026-11-20T10:00:00Z",
                    "2026-11-20T10:00:00.001Z",
                    "2026-11-20T10:00:00.0019Z",
                    "2026-11-20T13:00:00+03:00",
                    "2026-11-20T12:59:59.999+03:00",
                    "1999-01-01T00:00:00Z",
                    "yesterday",
                    "",
                ])
                .into();
        }
        if self.one_in(60) {
            self.damage(&mut file);
        }
        file
    }

    fn audience(&mut self) -> Value {
        match self.rng.u8(..40) {
            0..10 => json!({ "all": [] }),
            10..16 => json!({ "all": [self.condition()] }),
            // Within the sixteen levels that files may have, or one more.
            16 => (0..self.pick(&[14, 15, 16])).fold(
                json!({ "all": [self.condition()] }),
                |inner, _| json!({ self.joiner(): [inner] }),
            ),
            _ => self.group(3),
        }
    }

    fn joiner(&mut self) -> &'static str {
        self.pick(&["all", "all", "any", "any", "none"])
    }

    fn group(&mut self, depth: usize) -> Value {
        let children = (0..self.rng.usize(..4)).map(|_| {
            if depth > 0 && self.one_in(3) {
                self.group(depth - 1)
            } else {
                self.condition()
            }
        });
        let children: Vec<Value> = children.collect();
        let mut group = json!({ self.joiner(): children });
        if self.one_in(12) {
            group["muted"] = true.into();
        }
        group
    }

    fn activity(&mut self) -> Value {
        if self.one_in(2) {
            return self
                .pick(&["{}", "{\"join\":\"or\"}", "{\"conditions\":[]}", "null"])
                .parse()
                .unwrap_or_default();
        }
        let conditions: Vec<Value> = (0..self.rng.usize(1..3)).map(|_| self.activity_condition()).collect();
        json!({ "join": self.pick(&["and", "or", "or", "xor"]), "conditions": conditions })
    }

    fn content(&mut self) -> Value {
        let kind = self.pick(&["rich", "rich", "text", "open_window", "poster"]);
        let action = self.pick(&[
            "{\"message\":\"Hi\"}",
            "{\"link\":\"https://www.example.com/\"}",
            "{\"link\":\"\"}",
            "{}",
            "null",
        ]);
        let action: Value = action.parse().unwrap_or_default();
        let mut content =
            json!({ "type": kind, "title": "T", "button": { "name": "B", "action": action.clone() }, "user_say": "S" });
        if self.one_in(3) {
            let links = json!({ "name": "L", "action": { "link": "https://www.example.com/" } });
            let replies = [
                json!({ "name": "R" }),
                links,
                json!({ "name": "A", "action": action }),
                json!({}),
            ];
            let replies: Vec<Value> = (0..self.rng.usize(0..6)).map(|_| self.pick(&replies)).collect();
            content["replies"] = replies.into();
        }
        content
    }

    fn schedule(&mut self) -> Value {
        let every = self.pick(&[
            json!(1),
            json!(1),
            json!(2),
            json!(30),
            json!(0.5),
            json!(0),
            json!(-1),
            json!(1_000_000),
            json!(null),
        ]);
        let cycle = json!({ "every": every, "unit": self.pick(&["minute", "minute", "hour", "day", "day", "session", "session", "week"]) });
        let delay = self.pick(&[
            0.0,
            0.0,
            0.0,
            0.1,
            0.5,
            0.000_001,
            1.0,
            3.0,
            2.345_678_9,
            30.0,
            86_400.0,
            1e9,
            -1.0,
        ]);
        let priority = self.pick(&[
            json!(0),
            json!(1),
            json!(1),
            json!(2),
            json!(1.5),
            json!(1.0),
            json!(-3),
            json!(null),
        ]);
        let closes_after = self.pick(&[
            json!(null),
            json!(null),
            json!(null),
            json!(0.000_001),
            json!(2),
            json!(5.5),
            json!(45),
            json!(1e-9),
            json!(0),
            json!(-4),
            json!(1e12),
        ]);
        let cycle = if self.one_in(2) { Value::Null } else { cycle };
        let mut schedule = json!({ "repeat_cycle": cycle, "message_delay": delay, "closes_after": closes_after, "priority": priority });
        if self.one_in(3) {
            schedule["runs"] = json!({ "from": self.run_time(), "until": self.run_time() });
            schedule["runs"] = self.some(schedule["runs"].clone());
        }
        if self.one_in(3) {
            schedule["hours"] = (0..self.rng.usize(..4)).map(|_| self.hours()).collect();
            schedule["hours_in"] = self.pick(&["campaign", "visitor", "visitor", "mars"]).into();
        }
        if self.one_in(3) {
            schedule["only_in_hours"] = true.into();
        }
        self.some(schedule)
    }

    /// Returns a time near the start on a clock of somewhere, mostly one that can be read.
    fn run_time(&mut self) -> Value {
        if self.one_in(8) {
            return self.pick(&[
                json!("2026-02-30T09:00"),
                json!("2026-11-22"),
                json!("2026-11-22T24:00"),
                json!("2026-11-22T09:00:00"),
                json!(" 2026-11-22T09:00"),
                json!("+2026-11-22T09:0"),
                json!(""),
                json!(null),
            ]);
        }
        let minutes = self.pick(&[-100_000, -1_440, -61, -1, 0, 1, 2, 30, 60, 720, 1_440, 4_000, 100_000])
            + self.pick(&[0, 180, -480, 840]);
        let time = self.start + TimeDelta::minutes(minutes);
        time.format("%Y-%m-%dT%H:%M").to_string().into()
    }

    /// Returns when somebody answers, for one site in three.
    pub(super) fn site_hours(&mut self) -> Value {
        if !self.one_in(3) {
            return Value::Null;
        }
        let open: Vec<Value> = (0..self.rng.usize(..4)).map(|_| self.hours()).collect();
        let hours = json!({ "time_zone": self.pick(ZONES), "open": open });
        self.some(hours)
    }

    /// Returns how many campaigns a visitor is shown at most, for one site in three.
    pub(super) fn rests(&mut self) -> Value {
        if !self.one_in(3) {
            return Value::Null;
        }
        (0..self.rng.usize(..4)).map(|_| self.rest()).collect()
    }

    fn rest(&mut self) -> Value {
        let every = self.pick(&[json!(1), json!(1), json!(2), json!(0.5), json!(0), json!(-1)]);
        let unit = self.pick(&["minute", "minute", "hour", "day", "week", "constructor"]);
        let span = json!({ "every": every, "unit": unit });
        let session = json!("session");
        let per = self.pick(&[
            session.clone(),
            session,
            span.clone(),
            span.clone(),
            span,
            json!("fortnight"),
            json!({}),
        ]);
        let at_most = self.pick(&[
            json!(1),
            json!(1),
            json!(2),
            json!(3),
            json!(2.0),
            json!(0),
            json!(1.5),
            json!(-1),
        ]);
        let except: Vec<&str> = (0..self.rng.usize(..3)).map(|_| self.pick(SHOWN)).collect();
        let rest = json!({ "at_most": at_most, "per": per, "except": except });
        if self.one_in(8) { self.some(rest) } else { rest }
    }

    /// Returns what a visitor has been shown before.
    pub(super) fn showings(&mut self) -> Value {
        let showing = |world: &mut World| json!({ "campaign": world.pick(SHOWN), "at": world.past_instant(), "session": world.pick(&[json!(null), json!(0), json!(1), json!(2)]) });
        (0..self.rng.usize(..4)).map(|_| showing(self)).collect()
    }

    fn hours(&mut self) -> Value {
        const DAYS: [&str; 8] = [
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "Monday",
        ];
        let days: Vec<&str> = (0..self.rng.usize(..5)).map(|_| self.pick(&DAYS)).collect();
        let near = (self.start + TimeDelta::minutes(self.pick(&[-60, -1, 0, 1, 60, 181])))
            .format("%H:%M")
            .to_string();
        let times = [
            "00:00", "00:30", "02:00", "02:30", "09:00", "18:00", "23:59", &near, &near, "24:00", "9:00", "",
        ];
        let hours = json!({ "days": days, "from": self.pick(&times), "until": self.pick(&times) });
        if self.one_in(6) { self.some(hours) } else { hours }
    }

    /// Puts a value of another type at a place that both engines read.
    fn damage(&mut self, file: &mut Value) {
        let wrong: Value = self
            .pick(&["5", "\"x\"", "[]", "{}", "true", "[1]", "[null]"])
            .parse()
            .unwrap_or_default();
        match self.rng.u8(..19) {
            0 => file["format"] = "beckon.bundle".into(),
            1 => file["version"] = 2.into(),
            2 => file["id"] = json!([]),
            3 => file["audience"] = wrong,
            4 => file["activity"] = wrong,
            5 => file["schedule"] = wrong,
            6 => file["audience"] = json!({ "all": [], "any": [] }),
            7 => file["audience"] = json!({ "all": wrong }),
            8 => file["audience"] = json!({ "all": [{ "any": [wrong] }] }),
            9 => file["audience"] = json!({ "all": [{ "field": 5, "operator": "equals", "value": 1 }] }),
            10 => {
                file["audience"] =
                    json!({ "all": [{ "field": "visits", "operator": ["equals"], "value": 1 }], "muted": "yes" })
            }
            11 => file["audience"] = json!({ "field": "visits", "operator": "equals", "value": 1 }),
            12 => file["activity"] = json!({ "conditions": [wrong] }),
            13 => file["schedule"] = json!({ "runs": wrong }),
            18 => file["schedule"] = json!({ "only_in_hours": "yes" }),
            14 => file["schedule"] = json!({ "hours": wrong }),
            15 => file["schedule"] = json!({ "hours": [{ "days": wrong, "from": "09:00", "until": "10:00" }] }),
            16 => file["schedule"] = json!({ "hours": [{ "from": 9 }], "hours_in": 1 }),
            _ => file["schedule"] = json!({ "priority": "1" }),
        }
    }
}
