//! What the editor's tests share: the editor in a window that is painted on the processor.

use std::collections::HashMap;

use chrono::NaiveDate;
use egui::TexturesDelta;
use egui_kittest::{Harness, TestRenderer};

use super::{EditorContext, Kept, Pictures, Thumbnail, show_step};
use crate::{
    campaign::{Campaign, Look, SavedAudiences, from_json},
    desktop::{soft::SoftRenderer, theme, widgets::Follow},
    insight::{Context, Severity, check},
    studio::{
        action::{Action, Actions},
        analysis::Analysis,
        editor_step::EditorStep,
        expecting,
        finding_line::FindingLine,
        inspector::{Folds, Section},
        outline::Outline,
        publishing::LaunchView,
        session::Edit,
        shelf::KnownKeys,
        to_do::Kind,
    },
    wording::text::{Language, Text},
};

/// The editor of one campaign, with its edits and requests.
pub(super) struct Bench {
    pub(super) campaign: Campaign,
    pub(super) step: EditorStep,
    pub(super) edits: Vec<Edit>,
    pub(super) asked: Vec<Action>,
    pub(super) focus: Option<String>,
    /// The translation that is being written.
    pub(super) speaks: Option<String>,
    pub(super) outline: Outline,
    pub(super) folds: Folds,
    text: Text,
}

impl Bench {
    /// The title of a section.
    pub(super) fn title(&self, section: Section) -> String {
        self.text.t(section.label_key())
    }
}

/// Paints without a graphics card.
#[derive(Default)]
struct Painter(SoftRenderer);

impl TestRenderer for Painter {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.0.update_textures(delta);
    }

    fn render(&mut self, ctx: &egui::Context, output: &egui::FullOutput) -> Result<image::RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * scale;
        let primitives = ctx.tessellate(output.shapes.clone(), scale);
        let pixels = [size.x.round() as usize, size.y.round() as usize];
        let picture = self.0.paint(&primitives, scale, pixels, egui::Color32::TRANSPARENT);
        image::RgbaImage::from_raw(picture.width, picture.height, picture.rgba).ok_or_else(|| "wrong size".to_owned())
    }
}

/// The checks' findings, in their codes' words.
fn analysis(campaign: &Campaign) -> Analysis {
    let line = |finding: crate::insight::Finding| FindingLine {
        message: finding.code().replace('_', " "),
        remedy: String::new(),
        kind: match finding.severity() {
            Severity::Error => Kind::Blocker,
            Severity::Warning => Kind::Advice,
        },
        pointer: finding.path,
    };
    let findings: Vec<FindingLine> = check(campaign, Context::UNKNOWN).into_iter().map(line).collect();
    Analysis {
        tests: expecting::lines(campaign, &findings, Language::ENGLISH.into()),
        findings,
        ..Analysis::default()
    }
}

fn frame(ui: &mut egui::Ui, bench: &mut Bench) {
    let analysis = analysis(&bench.campaign);
    let focus = bench.focus.take();
    let ctx = EditorContext {
        text: &bench.text,
        analysis: &analysis,
        site: &Look::default(),
        site_name: "Leafhouse",
        usual_language: None,
        speaks: bench.speaks.as_deref(),
        dark: false,
        can_crop: true,
        pictures: &NoPictures,
        launch: &LaunchView::default(),
        today: NaiveDate::default(),
        keys: KnownKeys::NONE,
        audiences: &SavedAudiences::default(),
        uses: &|_| 0,
        refers: true,
        left: &HashMap::new(),
        in_log: None,
        focus: focus.as_deref(),
        reveal: None,
    };
    let mut actions = Actions::default();
    let mut edit = None;
    let before = bench.campaign.clone();
    egui::CentralPanel::default().show(ui, |ui| {
        egui::ScrollArea::vertical().follow(ui, |ui| {
            edit = show_step(
                ui,
                bench.step,
                &mut bench.campaign,
                &ctx,
                Kept {
                    outline: &mut bench.outline,
                    folds: &mut bench.folds,
                },
                &mut actions,
            )
            .edit
        });
    });
    assert!(edit.is_some() || before == bench.campaign, "a change without a name");
    bench.edits.extend(edit);
    bench.asked.extend(actions.take());
}

/// A window with `step` of the campaign in `json`, which is its members after the head.
pub(super) fn bench(step: EditorStep, json: &str) -> Harness<'static, Bench> {
    let file = format!(r#"{{ "format": "beckon.campaign", "version": 1, {json} }}"#);
    let state = Bench {
        campaign: from_json(file.as_bytes()).expect("the test's campaign can be read"),
        step,
        edits: Vec::new(),
        asked: Vec::new(),
        focus: None,
        speaks: None,
        outline: Outline::default(),
        folds: Folds::default(),
        text: Text::new(Language::ENGLISH),
    };
    Harness::builder()
        .with_size([740.0, 900.0])
        .renderer(Painter::default())
        .with_context_setup(theme::install)
        .build_ui_state(frame, state)
}

/// A source without pictures.
struct NoPictures;

impl Pictures for NoPictures {
    fn thumbnail(&self, _name: &str) -> Option<Thumbnail> {
        None
    }
}
