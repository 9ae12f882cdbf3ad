//! Texts for translators: out as XLIFF or a table, and back with a report.

use serde_json::{Value, json};

use super::support::{Desk, campaign};

fn translated(desk: &Desk) {
    let mut campaign = campaign();
    campaign["content"]["language"] = json!("en");
    campaign["content"]["translations"] = json!({ "tr": { "title": "Yardım?" } });
    desk.write("plans.campaign.json", campaign.to_string());
}

fn content(desk: &Desk) -> Value {
    let file: Value = serde_json::from_str(&desk.read("plans.campaign.json")).expect("JSON");
    file["content"].clone()
}

#[test]
fn texts_go_out_and_come_back_with_a_report() {
    for (form, file) in [("xliff", "texts.xlf"), ("csv", "texts.csv")] {
        let desk = Desk::new();
        translated(&desk);
        assert_eq!(
            desk.run(&["export", "plans.campaign.json", "-o", file, "--as", form])
                .code,
            0
        );
        let sent = desk.read(file);
        assert!(sent.contains("Yardım?"), "{sent}");
        // XLIFF has what it was before the translation.
        let place = match form {
            "xliff" => sent.rfind("Yardım?"),
            _ => sent.find("Yardım?"),
        };
        let (head, rest) = sent.split_at(place.expect("it is there"));
        desk.write(
            file,
            head.to_owned() + &rest.replacen("Yardım?", "Yardım ister misin?", 1),
        );
        let before = content(&desk);
        let planned = desk.json(0, &["import", file, "plans.campaign.json", "--dry-run", "--json"]);
        assert_eq!(content(&desk), before);
        let said = desk.json(0, &["import", file, "plans.campaign.json", "--json"]);
        assert_eq!(said, planned);
        assert_eq!(said.as_array().map(Vec::len), Some(1), "{said}");
        let line = &said[0];
        assert_eq!(
            [
                &line["key"],
                &line["language"],
                &line["outcome"],
                &line["before"],
                &line["after"]
            ],
            ["title", "tr", "changed", "Yardım?", "Yardım ister misin?"]
        );
        assert_eq!(content(&desk)["translations"]["tr"]["title"], "Yardım ister misin?");
        let again = desk.run(&["import", file, "plans.campaign.json"]);
        assert!(again.out.contains("Nothing is new"), "{again:?}");
    }
}

#[test]
fn what_was_changed_here_meanwhile_stays() {
    let desk = Desk::new();
    translated(&desk);
    desk.run(&["export", "plans.campaign.json", "-o", "texts.csv", "--as", "csv"]);
    let sent = desk.read("texts.csv");
    desk.write("texts.csv", sent.replacen("Yardım?", "Başka", 1));
    let mut campaign: Value = serde_json::from_str(&desk.read("plans.campaign.json")).expect("JSON");
    campaign["content"]["translations"]["tr"]["title"] = json!("Benim");
    desk.write("plans.campaign.json", campaign.to_string());
    let said = desk.json(1, &["import", "texts.csv", "plans.campaign.json", "--json"]);
    assert_eq!(said[0]["outcome"], "kept");
    assert_eq!(content(&desk)["translations"]["tr"]["title"], "Benim");
}

#[test]
fn files_of_others_and_files_of_nothing_are_refused() {
    let desk = Desk::new();
    translated(&desk);
    desk.run(&["export", "plans.campaign.json", "-o", "texts.xlf", "--as", "xliff"]);
    let mut other = campaign();
    other["id"] = json!("0193a1b2-7c00-7000-8000-00000000ffff");
    desk.write("other.campaign.json", other.to_string());
    desk.run(&["import", "texts.xlf", "other.campaign.json"]).is_refusal();
    desk.write("wrong.xlf", "<xliff version=\"1.2\"/>");
    desk.run(&["import", "wrong.xlf", "plans.campaign.json"]).is_refusal();
    let without = desk.run(&["export", "other.campaign.json", "-o", "none.csv", "--as", "csv"]);
    assert_eq!(without.code, 1, "{without:?}");
    without.has_problems();
}

#[test]
fn a_language_is_drawn_by_name_and_told_in_answers() {
    let desk = Desk::new();
    translated(&desk);
    let page = |more: &[&str]| {
        let answer = desk.run(&[&["html", "plans.campaign.json", "-o", "page.html", "--force"], more].concat());
        (answer.code, desk.read("page.html"))
    };
    let (code, html) = page(&["--in", "tr"]);
    assert_eq!(code, 0);
    assert!(html.contains("Yardım?") && html.contains("lang=\"tr\""));
    assert!(!page(&[]).1.contains("Yardım?"));
    assert_eq!(page(&["--in", "de"]).0, 1);
    desk.write(
        "visitor.json",
        r#"{ "page_views": 9, "visits": 9, "languages": ["tr-TR"] }"#,
    );
    let said = desk.run(&["explain", "plans.campaign.json", "--visitor", "visitor.json"]);
    assert!(said.out.contains("They get it in Turkish."), "{said:?}");
}
