//! Which language of a campaign a visitor gets, and what they read.

use beckon::campaign::{MessagePart, TextPart};
use beckon::engine::explain;
use beckon::visitor::Visitor;
use beckon::wording::{Language, spoken};
use serde_json::{Value, json};

use super::Checker;
use super::page::Table;

impl Checker {
    pub fn speech_table(&mut self, table: &Table) {
        self.columns(table, &["visitor speaks", "gets", "reads", "in words", "in Turkish"]);
        let Some(keys) = self.rule(table.line) else { return };
        let Some((_, campaign)) = self.campaign(table.line, &keys) else {
            return;
        };
        for row in &table.rows {
            let visitor: Value = self.over(row.line, &json!({}), &row.cells[0]);
            let visitor = match Visitor::from_json(&visitor.to_string()) {
                Ok(visitor) => visitor,
                Err(error) => {
                    self.fault(row.line, error);
                    continue;
                }
            };
            let explanation = explain(&campaign, &visitor, self.instant(row.line, None));
            let found = explanation.spoken.as_ref();
            let language = found.and_then(|found| found.language.as_deref()).unwrap_or_default();
            self.same(row.line, "gets", language, &row.cells[1]);
            let read = match found.and_then(|found| found.translation()) {
                Some(tag) => campaign.in_language(tag),
                None => campaign.clone(),
            };
            let texts: Vec<&str> = MessagePart::translatable()
                .filter_map(|part| match part {
                    MessagePart::Text(TextPart::UserSay) if read.content.text.is_some() => None,
                    MessagePart::Text(part) => part.read(&read),
                    MessagePart::Picture | MessagePart::Action(_) => None,
                })
                .collect();
            self.same(row.line, "reads", &texts.join(" · "), &row.cells[2]);
            for (column, language) in [("in words", Language::ENGLISH), ("in Turkish", Language::TURKISH)] {
                if let Some(wanted) = table.cell(row, column).filter(|wanted| !wanted.is_empty()) {
                    let said = spoken(&explanation, language).unwrap_or_default();
                    self.same(row.line, column, &said, wanted);
                }
            }
        }
    }
}
