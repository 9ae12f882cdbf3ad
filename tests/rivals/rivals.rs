//! One decision of the same ten conditions, by Beckon and by general rule engines, each at its best: rules compiled, data read beforehand.
//!
//! Run in this folder: `cargo bench`. Figures stand in `../benches/README.md`.

#[path = "../benches/ten.rs"]
mod ten;

use std::hint::black_box;

use beckon::engine::{PageView, Prepared, Rule, Stats};
use divan::Bencher;

/// The conditions in JsonLogic.
const JSON_LOGIC: &str = r#"{ "and": [
    { "in": ["/pricing", { "var": "url" }] },
    { ">": [{ "var": "page_views" }, 5] },
    { ">=": [{ "var": "visits" }, 10] },
    { "<": [{ "var": "views" }, 3] },
    { "===": [{ "var": "clicks" }, 0] },
    { "in": [{ "var": "browser_language" }, ["tr", "en"]] },
    { "===": [{ "var": "browser" }, "chrome"] },
    { "!==": [{ "var": "device_type" }, "mobile"] },
    { "<=": [{ "var": "conversation_count" }, 5] },
    { "===": [{ "var": "custom.plan" }, "trial"] } ] }"#;

/// The conditions in the Common Expression Language.
const CEL: &str = "url.contains('/pricing') && page_views > 5 && visits >= 10 && views < 3 && clicks == 0 && browser_language in ['tr', 'en'] \
    && browser == 'chrome' && device_type != 'mobile' && conversation_count <= 5 && custom.plan == 'trial'";

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 200, sample_size = 1000)]
fn beckon(bencher: Bencher<'_, '_>) {
    let rule = Rule::compile(&ten::campaign());
    let visitor = ten::visitor();
    let page = PageView::of(&visitor);
    let prepared = Prepared::new(&page, &Stats::from(&visitor), rule.zone(), ten::now());
    assert!(rule.holds(&prepared));
    bencher.bench_local(|| black_box(&rule).holds(black_box(&prepared)));
}

#[divan::bench(sample_count = 200, sample_size = 1000)]
fn datalogic(bencher: Bencher<'_, '_>) {
    let engine = datalogic_rs::Engine::new();
    let rule = engine.compile(JSON_LOGIC).expect("a rule");
    let text = serde_json::to_string(&ten::visitor()).expect("a visitor writes");
    let data = datalogic_rs::ParsedData::from_json(&text).expect("data");
    let mut session = engine.session();
    assert_eq!(session.eval_borrowed(&rule, &data).expect("an answer").as_bool(), Some(true));
    bencher.bench_local(|| {
        session.reset();
        session.eval_borrowed(black_box(&rule), black_box(&data)).is_ok_and(|answer| answer.as_bool() == Some(true))
    });
}

#[divan::bench(sample_count = 200, sample_size = 1000)]
fn cel(bencher: Bencher<'_, '_>) {
    let program = cel_interpreter::Program::compile(CEL).expect("a program");
    let mut context = cel_interpreter::Context::default();
    let visitor = ten::visitor();
    let value = serde_json::to_value(&visitor).expect("a visitor writes");
    for (name, value) in value.as_object().expect("an object") {
        match value {
            serde_json::Value::Number(number) => context.add_variable_from_value(name.as_str(), number.as_i64().unwrap_or_default()),
            serde_json::Value::String(text) => context.add_variable_from_value(name.as_str(), text.clone()),
            serde_json::Value::Object(_) => context.add_variable(name.as_str(), value).expect("a variable"),
            _ => {}
        }
    }
    let holds = |answer| matches!(answer, Ok(cel_interpreter::Value::Bool(true)));
    assert!(holds(program.execute(&context)));
    bencher.bench_local(|| holds(black_box(&program).execute(black_box(&context))));
}
