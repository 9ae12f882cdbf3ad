//! The window on one campaign whose conditions a test chooses.

use std::path::Path;

use beckon::studio::settings::Appearance;
use beckon::{
    desktop::testing::{App, Setup},
    library::Library,
    studio::settings::Settings,
    wording::text::Language,
};
use egui::{Role, Theme, Ui};
use egui_kittest::{Harness, kittest::Queryable};
use serde_json::{Value, json};

use crate::support;

/// The window, once its first frame has run.
pub type Window = Harness<'static, Option<App>>;

/// How the window looks.
pub struct Look {
    pub size: [f32; 2],
    pub theme: Appearance,
    pub language: Language,
}

pub const USUAL: Look = Look {
    size: [1440.0, 900.0],
    theme: Appearance::Light,
    language: Language::ENGLISH,
};

/// A name for pictures, and the look.
pub fn looks() -> [(&'static str, Look); 5] {
    let look = |size, theme, language| Look { size, theme, language };
    let (small, large) = ([1000.0, 640.0], [1920.0, 1080.0]);
    let (light, dark) = (Appearance::Light, Appearance::Dark);
    [
        ("small", look(small, light, Language::ENGLISH)),
        ("small-turkish", look(small, light, Language::TURKISH)),
        ("dark-turkish", look([1440.0, 900.0], dark, Language::TURKISH)),
        ("large", look(large, light, Language::ENGLISH)),
        ("large-dark", look(large, dark, Language::ENGLISH)),
    ]
}

pub fn condition(field: &str, operator: &str, value: impl Into<Value>) -> Value {
    json!({ "field": field, "operator": operator, "value": value.into() })
}

/// The window on a library of one campaign with these conditions, all of which must hold.
pub fn window(folder: &Path, conditions: &[Value], look: &Look) -> Window {
    let campaign = json!({
        "format": "beckon.campaign", "version": 1,
        "id": "0193a1b2-7c00-7000-8000-000000000001",
        "name": "Pricing page", "platform": "web_messenger", "time_zone": "Europe/Istanbul",
        "audience": { "all": conditions },
        "content": { "type": "text", "text": "Need a hand, {{attribute1|stranger}}?", "user_say": "Hello" },
        "schedule": { "repeat_cycle": { "every": 1, "unit": "day" }, "message_delay": 1, "priority": 1 },
        "launcher_image": "current",
    });
    let file = folder.join("pricing.campaign.json");
    std::fs::write(&file, campaign.to_string()).expect("the folder is writable");
    let mut settings = Settings::forgetful();
    settings.set_theme(look.theme);
    settings.set_language(look.language);
    let mut setup = Some(Setup {
        open: Some(file),
        settings,
        ..support::setup(Library::open_with_rescue(folder, None).expect("a library"))
    });
    let draw = move |ui: &mut Ui, app: &mut Option<App>| support::show(ui, app, &mut setup);
    support::window((look.size, Theme::Light, 16), None, draw)
}

pub fn click(harness: &mut Window, name: &str) {
    support::press(harness, Role::Button, name);
}

/// Returns how many controls have a name that contains these words.
pub fn telling(harness: &Window, words: &'static str) -> usize {
    harness.query_all_by_label_contains(words).count()
}
