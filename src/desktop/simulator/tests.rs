use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use egui_kittest::{Harness, kittest::Queryable};
use serde_json::json;

use super::{SimulatorContext, show};
use crate::{
    campaign::{CAMPAIGN_COUNTS, CATALOGUE, Campaign, Condition, Field, Group, Joiner, Node, Operator},
    desktop::theme,
    engine::explain,
    studio::{
        action::{Action, Actions},
        analysis::Verdict,
        command::Command,
        editor_step::EditorStep,
        simulated::{Advice, ChangeAdvice, Notice, SimulatedVisitor, changes, instant},
        tone::Tone,
    },
    visitor::VisitorPreset,
    wording::{
        field_label,
        text::{Language, Text},
    },
};

const ZONE: Tz = chrono_tz::Europe::Istanbul;

fn now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000)
}

struct Bench {
    simulated: SimulatedVisitor,
    campaign: Campaign,
    changes: usize,
    advice: Advice,
    asked: Vec<Action>,
}

fn frame(ui: &mut egui::Ui, bench: &mut Bench) {
    let explanation = explain(&bench.campaign, &bench.simulated.visitor, bench.simulated.at);
    let verdict = Verdict {
        shown: explanation.shown,
        changeable: !explanation.shown,
        waiting: false,
        headline: if explanation.shown { "Shown" } else { "Not shown" }.to_owned(),
        live: String::new(),
        details: Vec::new(),
        reasons: Vec::new(),
    };
    let text = Text::new(Language::ENGLISH);
    let ctx = SimulatorContext {
        text: &text,
        verdict: Some(&verdict),
        advice: &bench.advice,
        zone: ZONE,
        own_zone: ZONE,
        now: now(),
        page: "https://www.example.com/pricing",
        kept: false,
    };
    let mut actions = Actions::default();
    egui::CentralPanel::default().show(ui, |ui| {
        bench.changes += usize::from(show(ui, &mut bench.simulated, &ctx, |_| {}, &mut actions))
    });
    bench.asked.extend(actions.take());
}

/// The panel over a campaign for returning visitors.
fn window() -> Harness<'static, Bench> {
    let condition = Condition::new(Field::PageViews, Operator::GreaterThan, 5);
    let state = Bench {
        simulated: SimulatedVisitor::of(VisitorPreset::FirstVisit, "https://www.example.com/pricing", now()),
        campaign: Campaign {
            audience: Group::of(Joiner::All, vec![Node::Condition(condition)]),
            ..Campaign::default()
        },
        changes: 0,
        advice: Advice::default(),
        asked: Vec::new(),
    };
    Harness::builder()
        .with_size([440.0, 1100.0])
        .with_context_setup(theme::install)
        .build_ui_state(frame, state)
}

fn click(harness: &mut Harness<'static, Bench>, name: &str) {
    harness.get_by_label(name).click();
    harness.run();
}

fn retype(harness: &mut Harness<'static, Bench>, name: &str, text: &str) {
    harness.get_by_label(name).focus();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run();
    harness.get_by_label(name).type_text(text);
    harness.run();
}

#[test]
fn a_preset_changes_the_verdict() {
    let mut harness = window();
    harness.get_by_label("Not shown");
    click(&mut harness, "Visitor");
    click(&mut harness, "Returning, desktop, Turkish");
    harness.get_by_label("Shown");
    assert_eq!(harness.state().simulated.preset, Some(VisitorPreset::ReturningTurkish));
    assert_eq!(harness.state().changes, 1);
}

#[test]
fn a_changed_value_makes_it_a_visitor_of_ones_own() {
    let mut harness = window();
    retype(&mut harness, "Views of this page", "6");
    harness.get_by_label("Shown");
    assert_eq!(harness.state().simulated.visitor.page_views, 6);
    assert_eq!(harness.state().simulated.preset, None);
    retype(&mut harness, "Views of this page", "many");
    assert_eq!(harness.state().simulated.visitor.page_views, 6);
}

#[test]
fn what_a_visitor_has_done_with_a_campaign_can_be_set() {
    let mut harness = window();
    click(&mut harness, "More about this visitor");
    for (index, field) in CAMPAIGN_COUNTS.into_iter().enumerate() {
        retype(
            &mut harness,
            field_label(field, Language::ENGLISH),
            &(index + 4).to_string(),
        );
    }
    let visitor = &harness.state().simulated.visitor;
    assert_eq!([visitor.views, visitor.clicks, visitor.closes], [4, 5, 6]);
}

/// Values not shown at first are behind the button; what is stored under keys has rows of its own.
#[test]
fn every_field_of_the_catalogue_has_a_row() {
    let mut harness = window();
    click(&mut harness, "More about this visitor");
    for spec in CATALOGUE.iter().filter(|spec| !spec.kind.has_keys()) {
        let label = field_label(spec.field, Language::ENGLISH);
        assert!(harness.query_all_by_label(label).next().is_some(), "{label}");
    }
}

#[test]
fn what_happens_on_the_page_is_at_hand() {
    let mut harness = window();
    click(&mut harness, "About to leave");
    assert!(harness.state().simulated.visitor.exit_screen);
    retype(&mut harness, "Scrolled", "55%");
    assert!((harness.state().simulated.visitor.scroll_ratio - 55.0).abs() < f64::EPSILON);
    retype(&mut harness, "Page address", "https://shop.example/");
    assert_eq!(harness.state().simulated.visitor.url, "https://shop.example/");
}

#[test]
fn events_are_counted_in_rows_of_their_own() {
    let mut harness = window();
    click(&mut harness, "More about this visitor");
    click(&mut harness, "Event");
    retype(&mut harness, "Event 1 name", "add_to_cart");
    retype(&mut harness, "Event 1 count", "3");
    retype(&mut harness, "Event 1 count", "often");
    let events = |harness: &Harness<'static, Bench>| harness.state().simulated.visitor.event.clone();
    assert_eq!(events(&harness), [("add_to_cart".to_owned(), 3)].into());
    click(&mut harness, "Remove event 1");
    assert!(events(&harness).is_empty());
}

#[test]
fn the_rest_opens_and_takes_instants_and_attributes() {
    let mut harness = window();
    click(&mut harness, "More about this visitor");
    retype(&mut harness, "At", "2026-12-31 23:30");
    assert_eq!(harness.state().simulated.at.to_rfc3339(), "2026-12-31T20:30:00+00:00");
    retype(&mut harness, "First shown", "2026-12-01");
    assert!(harness.state().simulated.visitor.first_seen.is_some());
    click(&mut harness, "Attribute");
    retype(&mut harness, "Attribute 1 name", "seats");
    retype(&mut harness, "Attribute 1 value", "12");
    assert_eq!(harness.state().simulated.visitor.custom.get("seats"), Some(&json!(12)));
    click(&mut harness, "Remove attribute 1");
    assert!(harness.state().simulated.visitor.custom.is_empty());
}

#[test]
fn presets_are_all_named() {
    for language in Language::ALL {
        let text = Text::new(language);
        for preset in VisitorPreset::ALL {
            assert!(text.has(preset.label_key()), "{preset:?}");
            assert!(text.has(&format!("{}-help", preset.label_key())), "{preset:?}");
        }
    }
}

#[test]
fn instants_are_read_in_the_zone() {
    let wanted = [
        ("2026-03-29 02:30", "2026-03-29T01:30:00+00:00"),
        ("2026-10-25 02:30", "2026-10-25T00:30:00+00:00"),
        ("2026-01-01", "2026-01-01T11:00:00+00:00"),
        ("1 January 2026", "2026-01-01T11:00:00+00:00"),
        ("January 1, 2026, 14:30", "2026-01-01T13:30:00+00:00"),
        ("1 Ocak 2026 14.30", "2026-01-01T13:30:00+00:00"),
        ("1.1.2026 9:05", "2026-01-01T08:05:00+00:00"),
        ("2026-01-01T14:30", "2026-01-01T13:30:00+00:00"),
    ];
    for (text, utc) in wanted {
        let at = instant::read(text, chrono_tz::Europe::Berlin, Language::ENGLISH).map(|at| at.to_rfc3339());
        assert_eq!(at.as_deref(), Some(utc), "{text}");
    }
    for text in [
        "",
        "soon",
        "2026-02-30",
        "2026-01-01 25:00",
        "1/12/2026",
        "1 January",
        "14:30",
    ] {
        assert_eq!(instant::read(text, ZONE, Language::ENGLISH), None, "{text}");
    }
}

#[test]
fn differences_are_named_as_in_the_panel() {
    let before = SimulatedVisitor::of(VisitorPreset::Trial, "https://a.example/", now());
    let mut after = before.clone();
    after.visitor.page_views = 9;
    after.visitor.device_type = "mobile".to_owned();
    after.visitor.exit_screen = true;
    after.visitor.closes = 2;
    after.visitor.custom.remove("plan");
    after.visitor.custom.insert("seats".to_owned(), json!(12));
    let changed = |language| changes(&before, &after, ZONE, &Text::new(language));
    assert_eq!(
        changed(Language::ENGLISH),
        [
            "Views of this page 9",
            "Times closed 2",
            "Device Mobile",
            "About to leave yes",
            "seats “12”",
            "plan not known"
        ]
    );
    assert_eq!(changed(Language::TURKISH).len(), 6);
    assert!(changes(&before, &before, ZONE, &Text::new(Language::ENGLISH)).is_empty());
}

#[test]
fn what_could_not_be_determined_is_said_and_leads_to_its_condition() {
    let mut harness = window();
    let place = "/audience/all/0";
    harness.state_mut().advice.notice = Some(Notice {
        tone: Tone::Warning,
        headline: "It could not be determined.".to_owned(),
        detail: "Too many alternatives.".to_owned(),
        place: Some(place.to_owned()),
    });
    harness.run();
    harness.get_by_label("It could not be determined.");
    harness.get_by_label("Too many alternatives.");
    click(&mut harness, "Show the first condition");
    click(&mut harness, "Show me a visitor who sees this");
    let asked = [
        Action::GoTo(EditorStep::Audience, Some(place.to_owned())),
        Action::Do(Command::FindVisitor),
    ];
    assert_eq!(harness.state().asked, asked, "it may be asked again");
}

#[test]
fn changes_for_another_revision_cannot_be_made() {
    let mut harness = window();
    let way = |current| ChangeAdvice::NearestChange {
        lines: vec!["if they had opened this page once more".to_owned()],
        current,
    };
    harness.state_mut().advice.change = way(false);
    harness.run();
    click(&mut harness, "Make these changes");
    assert!(harness.state().asked.is_empty(), "better ones are on the way");
    harness.state_mut().advice.change = way(true);
    harness.run();
    click(&mut harness, "Make these changes");
    assert_eq!(harness.state().asked, [Action::MakeChanges]);
}

#[test]
fn a_typed_instant_is_said_as_it_was_understood_and_otherwise_how_to_write_it() {
    let mut harness = window();
    click(&mut harness, "More about this visitor");
    retype(&mut harness, "First shown", "1 December 2026");
    harness.get_by_label("Understood as 1 December 2026, 12:00");
    let seen = harness.state().simulated.visitor.first_seen;
    assert_eq!(
        seen.map(|at| at.to_rfc3339()).as_deref(),
        Some("2026-12-01T09:00:00+00:00")
    );
    retype(&mut harness, "First shown", "1/12/2026");
    harness.get_by_label("“1/12/2026” is not a date. Write it like 1 December 2026, 14:30 or 2026-12-01.");
    assert_eq!(harness.state().simulated.visitor.first_seen, seen, "nothing is lost");
    retype(&mut harness, "At", "1.12.2026 14:30");
    harness.get_by_label("Understood as 1 December 2026, 14:30");
}
