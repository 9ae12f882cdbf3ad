//! Texts come back as they went out, whichever file carried them.

use super::*;
use crate::campaign::from_json;

fn campaign() -> Campaign {
    from_json(
        r#"{ "format": "beckon.campaign", "version": 1, "id": "a", "name": "Plans & <more>",
            "content": { "type": "rich", "title": "Need a \"hand\"?", "subtitle": "One\nTwo & {{plan|three}}", "language": "en",
                "button": { "name": "Go", "action": { "link": "https://www.example.com/?a=1&b=2" } }, "user_say": "Hi", "text": "Kept",
                "translations": { "tr": { "title": "Yardım <ister> misin?", "text": "Kalır" } } } }"#
            .as_bytes(),
    )
    .expect("a campaign")
}

fn rows() -> Vec<TextRow> {
    texts([&campaign()], Some("tr"), None).expect("texts")
}

#[test]
fn every_text_that_is_shown_goes_out() {
    let keys: Vec<String> = rows().into_iter().map(|row| row.key).collect();
    assert_eq!(
        keys,
        ["title", "subtitle", "button/name", "button/action/link", "user_say"]
    );
}

#[test]
fn both_files_bring_back_what_they_took() {
    let rows = rows();
    let xliff = write_xliff(&rows).expect("one language");
    assert_eq!(read_texts(xliff.as_bytes()).expect("XLIFF"), rows);
    assert_eq!(read_texts(write_table(&rows).as_bytes()).expect("a table"), rows);
}

#[test]
fn a_spreadsheet_may_write_semicolons_and_lose_columns() {
    let table = "to;campaign;translation;key;own\r\ntr;a;Merhaba;title;\"Need a \"\"hand\"\"?\"\r\n;;;;\r\n";
    let rows = read_texts(table.as_bytes()).expect("a table");
    let mut campaign = campaign();
    let brought = bring_back(&rows, &mut [&mut campaign], None).expect("it belongs here");
    assert_eq!(brought.len(), 1);
    assert_eq!(campaign.content.translations[0].texts.title.as_deref(), Some("Merhaba"));
}

#[test]
fn what_somebody_changed_meanwhile_stays_and_is_told() {
    let mut rows = rows();
    rows[0].text = "Çevirmenin başlığı".to_owned();
    rows[1].text = "Alt".to_owned();
    let mut campaign = campaign();
    campaign.content.translation_mut("tr").texts.title = Some("Benim başlığım".to_owned());
    campaign.content.subtitle = Some("Another".to_owned());
    let brought = bring_back(&rows, &mut [&mut campaign], None).expect("it belongs here");
    let kinds: Vec<&BroughtKind> = brought.iter().map(|one| &one.kind).collect();
    let kept = BroughtKind::Kept {
        here: "Benim başlığım".to_owned(),
        theirs: "Çevirmenin başlığı".to_owned(),
    };
    let changed = BroughtKind::Changed {
        before: String::new(),
        after: "Alt".to_owned(),
        own_changed: true,
    };
    assert_eq!(kinds, [&kept, &changed]);
    assert_eq!(
        campaign.content.translations[0].texts.title.as_deref(),
        Some("Benim başlığım")
    );
}

#[test]
fn a_file_that_was_not_touched_changes_nothing() {
    let before = campaign();
    let mut after = before.clone();
    assert_eq!(bring_back(&rows(), &mut [&mut after], None), Ok(Vec::new()));
    assert_eq!(after, before);
}

#[test]
fn files_of_others_are_refused_whole() {
    let mut campaign = campaign();
    let before = campaign.clone();
    let with = |change: &dyn Fn(&mut TextRow)| {
        let mut rows = rows();
        rows[0].text = "New".to_owned();
        change(&mut rows[1]);
        rows
    };
    let other = with(&|row| row.campaign = "b".to_owned());
    let own = with(&|row| row.to = "EN".to_owned());
    let none = with(&|row| row.to = "turkish!".to_owned());
    for (rows, refused) in [
        (other, "campaign that is not here"),
        (own, "its own language"),
        (none, "not a language tag"),
    ] {
        let error = bring_back(&rows, &mut [&mut campaign], None).expect_err("refused");
        assert!(error.to_string().contains(refused), "{error}");
        assert_eq!(campaign, before);
    }
    let strange = with(&|row| {
        row.key = "colour".to_owned();
        row.text = "red".to_owned();
    });
    let brought = bring_back(&strange, &mut [&mut campaign], None).expect("the rest belongs here");
    assert!(
        brought
            .iter()
            .any(|one| one.kind == BroughtKind::NotHere && one.key == "colour")
    );
}

#[test]
fn what_is_neither_is_refused() {
    for (text, said) in [
        ("", "no column"),
        ("a,b\n1,2\n", "no column"),
        ("<html></html>", "no element `xliff`"),
        ("<xliff version=\"1.2\"></xliff>", "another version"),
        ("<xliff version=\"2.0\" trgLang=\"tr\"><file></xliff>", "neither"),
    ] {
        let error = read_texts(text.as_bytes()).expect_err(text);
        assert!(error.to_string().contains(said), "{text}: {error}");
    }
    assert!(read_texts(&[0xff, 0xfe]).is_err());
}

#[test]
fn xliff_holds_one_language() {
    let mut campaign = campaign();
    campaign.content.translation_mut("de");
    let rows = texts([&campaign], None, None).expect("texts");
    assert_eq!(write_xliff(&rows), Err(TextsError::WhichLanguage("de, tr".to_owned())));
    assert!(!write_table(&rows).is_empty());
    campaign.content.translations.clear();
    assert_eq!(texts([&campaign], None, None), Err(TextsError::NoLanguage));
    assert_eq!(texts([&campaign], Some("de"), None).map(|rows| rows.len()), Ok(5));
}
