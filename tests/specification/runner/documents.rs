//! Files: what is read, written, launched and public, and what the checks find in a campaign.

use beckon::campaign::{
    AUDIENCE_FORMAT, AUDIENCE_VERSION, Campaign, FORMAT, Look, ReadError, SITE_FORMAT, SITE_VERSION, SavedAudience,
    SiteDocument, VERSION, from_json, live_list, to_json, to_value,
};
use beckon::insight::{
    Context, Finding, Picture, Severity, SiteContext, TestOutcome, check_and_examine, check_site, expectations,
};
use beckon::reach::{Dialect, Log, Mapping, clause, outcomes};
use beckon::visitor::{Journey, ShapeFault, Visitor, VisitorError};
use beckon::wording::{self, Language};
use serde_json::{Map, Value, json};

use super::page::{Fence, Row, Table};
use super::rules::short;
use super::{Checker, cell};

/// Returns what is known about the pictures that cases name.
fn picture(path: &str) -> Picture {
    let (png, width, height) = match path {
        "images/card.png" => (true, 400, 200),
        "images/card-2x.png" => (true, 800, 400),
        "images/square.png" => (true, 96, 96),
        "images/photo.jpg" => (false, 400, 200),
        "images/notes.png" => return Picture::Unreadable,
        "images/linked.png" => return Picture::Outside,
        _ => return Picture::Missing,
    };
    Picture::Readable { png, width, height }
}

/// Reads a saved audience with these keys.
fn saved(keys: &Value) -> Result<SavedAudience, ReadError> {
    let mut file = json!({ "format": AUDIENCE_FORMAT, "version": AUDIENCE_VERSION });
    for (key, value) in keys.as_object().into_iter().flatten() {
        file[key] = value.clone();
    }
    SavedAudience::from_json(file.to_string().as_bytes())
}

/// Writes a finding as the tables do: `warning: redundant /audience/all/1`.
pub fn said(finding: &Finding) -> String {
    let grave = match finding.severity() {
        Severity::Error => "",
        Severity::Warning => "warning: ",
    };
    format!("{grave}{} {}", finding.code(), finding.path)
}

impl Checker {
    /// Reads a campaign file as it stands.
    pub fn file(&mut self, fence: &Fence) {
        match from_json(fence.text.as_bytes()) {
            Ok(campaign) => self.section.file = Some(campaign),
            Err(error) => self.fault(fence.line, format_args!("the file is refused: {error}")),
        }
        // A file that is only read is a case of its own: it is valid.
    }

    /// Checks what becomes of the section's file when it is saved, launched, or published to visitors.
    pub fn written(&mut self, fence: &Fence) {
        let Some(file) = self.section.file.clone() else {
            return self.fault(fence.line, "the section has no file");
        };
        self.section.unused.clear();
        let found = match fence.info.as_str() {
            "json saved" => to_json(&file),
            "json launched" => to_json(&file.inlined(&self.section.audiences).for_launch()),
            _ => serde_json::to_string_pretty(&live_list(&[file], None)["campaigns"][0]).unwrap_or_default(),
        };
        // A page may set several keys on one line; their order counts.
        let compact = |text: &str| serde_json::from_str::<Value>(text).map(|value| value.to_string());
        match compact(&fence.text) {
            Ok(wanted) => self.same(fence.line, &fence.info, &compact(&found).unwrap_or_default(), &wanted),
            Err(error) => self.fault(fence.line, format_args!("not JSON: {error}")),
        }
    }

    /// Checks single keys on top of the default campaign, and why the file is refused.
    pub fn keys_table(&mut self, table: &Table) {
        self.columns(table, &["keys", "problem", "place", "in words"]);
        for row in &table.rows {
            let file = self.over(row.line, &self.defaults.campaign.clone(), &row.cells[0]);
            self.refused(table, row, from_json(file.to_string().as_bytes()).err());
        }
    }

    /// Checks why the section's text is refused.
    pub fn broken_table(&mut self, table: &Table) {
        self.columns(table, &["problem", "place", "in words", "what to do"]);
        self.section.unused.clear();
        let Some(text) = self.section.broken.clone() else {
            return self.fault(table.line, "the section has no broken file");
        };
        self.refused(table, &table.rows[0], from_json(text.as_bytes()).err());
    }

    /// Reads the saved audiences of the section.
    pub fn audiences(&mut self, fence: &Fence) {
        let read: Result<Map<String, Value>, _> = serde_json::from_str(&fence.text);
        let named = match read {
            Ok(named) => named,
            Err(error) => return self.fault(fence.line, format_args!("not JSON: {error}")),
        };
        for (name, audience) in named {
            match saved(&json!({ "audience": audience })) {
                Ok(audience) => self.section.audiences.insert(name, audience),
                Err(error) => self.fault(fence.line, format_args!("the audience is refused: {error}")),
            }
        }
        self.section.unused.insert(fence.line);
    }

    /// Returns the keys of a campaign with the conditions of the section's saved audiences in their places.
    pub fn inlined(&self, mut keys: Value) -> Value {
        if self.section.audiences.is_empty() {
            return keys;
        }
        let file = json!({ "format": FORMAT, "version": VERSION, "audience": keys["audience"] });
        if let Ok(campaign) = from_json(file.to_string().as_bytes()) {
            keys["audience"] = to_value(&campaign.inlined(&self.section.audiences))["audience"].take();
        }
        keys
    }

    /// Checks the keys of a saved audience, and why it is refused.
    pub fn audience_table(&mut self, table: &Table) {
        self.columns(table, &["audience", "problem", "place", "in words"]);
        for row in &table.rows {
            let file = self.over(row.line, &json!({}), &row.cells[0]);
            self.refused(table, row, saved(&file).err());
        }
    }

    fn refused(&mut self, table: &Table, row: &Row, error: Option<ReadError>) {
        let problems = error.map(|error| error.problems).unwrap_or_default();
        let codes: Vec<&str> = problems.iter().map(|problem| problem.code().id()).collect();
        let code = if codes.is_empty() {
            "none".to_owned()
        } else {
            codes.join("; ")
        };
        self.same(
            row.line,
            "problem",
            &code,
            table.cell(row, "problem").unwrap_or_default(),
        );
        let Some(first) = problems.first() else { return };
        if let Some(wanted) = table.cell(row, "place") {
            let place = match first.position {
                // In a file that a page writes out, readers look for the line.
                Some((line, column)) if table.header[0] == "problem" => format!("line {line}, column {column}"),
                _ => first.pointer.clone(),
            };
            self.same(row.line, "place", &place, cell::code(wanted));
        }
        for (column, found) in [("in words", first.message()), ("what to do", first.hint().into_owned())] {
            if let Some(wanted) = table.cell(row, column) {
                self.same(row.line, column, &found, wanted);
            }
        }
    }

    /// Checks keys on top of the default campaign, and what the checks find.
    pub fn check_table(&mut self, table: &Table) {
        self.columns(table, &["campaign", "findings", "in words", "in Turkish"]);
        for row in &table.rows {
            let file = self.over(row.line, &self.defaults.campaign.clone(), &row.cells[0]);
            self.findings(table, row, &file);
        }
    }

    /// Checks the only condition of the default campaign, and what the checks find.
    pub fn condition_table(&mut self, table: &Table) {
        self.columns(table, &["rule", "findings", "in words", "in Turkish"]);
        for row in &table.rows {
            let mut file = self.defaults.campaign.clone();
            match short(cell::code(&row.cells[0])) {
                Ok(keys) => {
                    for (key, value) in keys.as_object().into_iter().flatten() {
                        file[key] = value.clone();
                    }
                    if keys.get("activity").is_some() {
                        file["audience"] = self.defaults.campaign["audience"].clone();
                    }
                    self.findings(table, row, &file);
                }
                Err(error) => self.fault(row.line, error),
            }
        }
    }

    fn findings(&mut self, table: &Table, row: &Row, file: &Value) {
        let campaign = match from_json(file.to_string().as_bytes()) {
            Ok(campaign) => campaign,
            Err(error) => return self.fault(row.line, error),
        };
        // The addresses of the site that it is on.
        let addresses: Vec<String> = serde_json::from_value(file["on_site"].clone()).unwrap_or_default();
        let usual = Look::usual();
        let site = json!({ "format": SITE_FORMAT, "version": SITE_VERSION, "languages": file["on_site_languages"] });
        let site = match SiteDocument::from_json(site.to_string().as_bytes()) {
            Ok(site) => site,
            Err(error) => return self.fault(row.line, error),
        };
        let context = Context {
            site: SiteContext {
                look: file.get("on_site").map(|_| &usual),
                addresses: &addresses,
                hours: None,
                rests: &[],
                static_host: file["static_host"] == true,
                languages: Some(&site.languages),
            },
            pictures: &picture,
            now: Some(self.instant(row.line, None)),
        };
        let findings = check_and_examine(&campaign, context);
        self.compare_findings(table, row, &findings);
    }

    /// Checks what is found about a site document with these keys.
    pub fn site_table(&mut self, table: &Table) {
        self.columns(table, &["site", "findings", "in words", "in Turkish"]);
        for row in &table.rows {
            let mut file = json!({ "format": SITE_FORMAT, "version": SITE_VERSION });
            match cell::object(&row.cells[0]) {
                Ok(keys) => keys.into_iter().for_each(|(key, value)| file[key] = value),
                Err(error) => self.fault(row.line, error),
            }
            match SiteDocument::from_json(file.to_string().as_bytes()) {
                Ok(site) => self.compare_findings(table, row, &check_site(&site)),
                Err(error) => self.fault(row.line, error),
            }
        }
    }

    fn compare_findings(&mut self, table: &Table, row: &Row, findings: &[Finding]) {
        let found: Vec<String> = findings.iter().map(said).collect();
        let found = if found.is_empty() {
            "none".to_owned()
        } else {
            found.join("; ")
        };
        self.same(row.line, "findings", &found, &row.cells[1].replace('`', ""));
        for (column, language) in [("in words", Language::ENGLISH), ("in Turkish", Language::TURKISH)] {
            let Some(wanted) = table.cell(row, column).filter(|wanted| !wanted.is_empty()) else {
                continue;
            };
            let phrases = findings
                .iter()
                .map(|finding| wording::finding(finding, language).message);
            self.same(row.line, column, &phrases.collect::<Vec<_>>().join(" "), wanted);
        }
        self.coverage
            .findings
            .extend(findings.iter().map(|finding| finding.code().to_owned()));
    }

    pub fn expectation_table(&mut self, table: &Table) {
        let Some(keys) = self.rule(table.line) else { return };
        for row in &table.rows {
            let expectation = self.over(row.line, &json!({}), &row.cells[0]);
            let mut keys = keys.clone();
            keys["expectations"] = json!([expectation]);
            let Some((_, campaign)) = self.campaign(row.line, &keys) else {
                continue;
            };
            let found = expectations(&campaign);
            let result = match found.first().map(|result| (&result.outcome, result.waived)) {
                Some((TestOutcome::Passes, _)) => "passes",
                Some((TestOutcome::Fails(_), false)) => "fails, and stops the launch",
                Some((TestOutcome::Fails(_), true)) => "fails, which is waived",
                Some((TestOutcome::Unreadable(_), _)) => "cannot be run",
                None => "none",
            };
            self.same(row.line, "result", result, &row.cells[1]);
        }
    }

    pub fn visitor_file_table(&mut self, table: &Table) {
        let is_visitor = table.header[0] == "visitor file";
        for row in &table.rows {
            let text = cell::code(&row.cells[0]);
            let read = if is_visitor {
                Visitor::from_json(text).map(drop)
            } else {
                Journey::from_json(text).map(drop)
            };
            let found = match read {
                Ok(()) => "fine".to_owned(),
                Err(VisitorError::Shape { fault, .. }) => match fault {
                    ShapeFault::UnknownKey(key) => format!("refused: `{key}` is not one of its keys"),
                    ShapeFault::MissingKey(key) => format!("refused: `{key}` is missing"),
                    ShapeFault::WrongValue => "refused: a value that its key cannot have".to_owned(),
                },
                Err(error) => format!("refused: {error}"),
            };
            self.same(row.line, "is", &found, &row.cells[1]);
        }
    }

    /// Checks the section's audience as a clause.
    pub fn sql(&mut self, fence: &Fence, dialect: &str) {
        let Some(keys) = self.rule(fence.line) else { return };
        let Some((_, campaign)) = self.campaign(fence.line, &keys) else {
            return;
        };
        let Some(dialect) = beckon::campaign::Named::from_id(dialect) else {
            return self.fault(fence.line, "no such dialect");
        };
        let dialect: Dialect = dialect;
        let now = self.instant(fence.line, None);
        let found = clause(&campaign, &Mapping::standard(&campaign), dialect, now).sql;
        self.same(fence.line, &fence.info, &found, &fence.text);
    }

    /// Checks the outcome of each row of the section's log.
    pub fn log_table(&mut self, table: &Table) {
        let Some(keys) = self.rule(table.line) else { return };
        let Some((_, campaign)) = self.campaign(table.line, &keys) else {
            return;
        };
        let Some(text) = self.section.log.clone() else {
            return self.fault(table.line, "the section has no log");
        };
        let file = tempfile::NamedTempFile::new().expect("a temporary file");
        std::fs::write(file.path(), text + "\n").expect("written");
        let now = self.instant(table.line, None);
        let log = Log::open(file.path()).expect("a log");
        let found = outcomes(&campaign, &log, &log.suggest(&campaign), now).expect("a count");
        if found.len() != table.rows.len() {
            self.fault(table.line, format_args!("the log has {} rows", found.len()));
        }
        for (row, outcome) in table.rows.iter().zip(found) {
            let outcome = match outcome {
                beckon::reach::Outcome::Qualifies => "yes",
                beckon::reach::Outcome::DoesNot => "no",
                beckon::reach::Outcome::Unreadable => "unreadable",
            };
            self.same(row.line, "counts", outcome, &row.cells[1]);
        }
    }
}

/// A default campaign with findings of its own would be a bad default.
#[test]
fn the_default_campaign_can_be_launched() {
    let defaults = super::defaults(&super::pages());
    let campaign: Campaign = from_json(defaults.campaign.to_string().as_bytes()).expect("a campaign");
    let context = Context {
        site: SiteContext::UNKNOWN,
        pictures: &picture,
        now: defaults.at.parse().ok(),
    };
    assert_eq!(check_and_examine(&campaign, context), []);
}
