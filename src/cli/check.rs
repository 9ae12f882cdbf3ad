//! `beckon check`: what stops a launch, and what deserves a second look, in campaigns and site documents.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::arguments::Check;
use super::input::{Draft, PicturesOf, SiteFile, unreadable};
use super::terminal::{Exit, Fault, Terminal};
use crate::campaign::{Group, SavedAudience, SiteDocument};
use crate::insight::{
    Context, Finding, Problem, Severity, SiteContext, check, check_and_examine, check_audience, check_site,
};
use crate::library::{LoadError, audience_name, read_audience, read_site, site_in};
use crate::wording::text::{Language, Text};
use crate::wording::{Phrase, finding as phrase, finding_in};

/// One finding, in the shape of `--json`.
#[derive(Debug, Serialize)]
pub(super) struct Line {
    file: String,
    path: String,
    severity: &'static str,
    code: &'static str,
    message: String,
    fix: String,
    /// The severity in words.
    #[serde(skip)]
    grave: String,
}

impl Line {
    fn of(file: &Path, finding: &Finding, language: Language) -> Self {
        Line::at(file, &finding.path, phrase(finding, language), finding, language)
    }

    /// The same, about a campaign whose audience the file has like this.
    fn of_campaign(file: &Path, written: &Group, finding: &Finding, language: Language) -> Self {
        let (place, phrase) = finding_in(written, finding, language);
        Line::at(file, place, phrase, finding, language)
    }

    fn at(file: &Path, place: &str, phrase: Phrase, finding: &Finding, language: Language) -> Self {
        let Phrase { message, fix } = phrase;
        Line {
            file: name(file),
            path: place.to_owned(),
            severity: finding.severity().id(),
            code: finding.code(),
            message,
            fix,
            grave: grave(finding.severity(), language),
        }
    }

    /// Whether it stops a launch.
    pub(super) fn stops_launch(&self) -> bool {
        self.severity == Severity::Error.id()
    }

    /// Returns severity, message and place in one line.
    pub(super) fn head(&self) -> String {
        let place = if self.path.is_empty() {
            String::new()
        } else {
            format!(" ({})", self.path)
        };
        format!("{}: {}{place}", self.grave, self.message)
    }

    /// What to do about it.
    pub(super) fn fix(&self) -> &str {
        &self.fix
    }
}

pub(super) fn run(arguments: &Check, terminal: &mut Terminal<'_>) -> Result<Exit, Fault> {
    let mut lines = Vec::new();
    let mut exit = Exit::Yes;
    for file in &arguments.files {
        match found_in(file, terminal.language) {
            Ok(found) => {
                if found.iter().any(Line::stops_launch) {
                    exit = exit.or_worse(Exit::No);
                }
                lines.extend(found);
            }
            Err(error) => {
                lines.extend(broken(file, &error, terminal.language));
                exit = terminal.end(Err(unreadable(file, &error)));
            }
        }
    }
    report(&arguments.files, &lines, terminal)?;
    Ok(exit)
}

/// Returns the findings about what a file holds: a site document, going by its name, or a campaign.
fn found_in(file: &Path, language: Language) -> Result<Vec<Line>, LoadError> {
    if SiteFile::is(file) {
        return Ok(site_lines(file, &read_site(file)?, language));
    }
    if audience_name(file).is_some() {
        return Ok(audience_lines(file, &read_audience(file)?, language));
    }
    let draft = Draft::read_unresolved(file)?;
    let site = site_next_to(&draft);
    Ok(lines_of(&draft, site.as_ref(), language))
}

/// Returns the site document next to a campaign's file, if it can be read: only `check` of the folder says why it cannot.
pub(super) fn site_next_to(draft: &Draft) -> Option<SiteDocument> {
    site_in(draft.folder()).ok().flatten()
}

/// Returns the findings about a site document.
fn site_lines(file: &Path, site: &SiteDocument, language: Language) -> Vec<Line> {
    let findings = check_site(site);
    findings
        .iter()
        .map(|finding| Line::of(file, finding, language))
        .collect()
}

/// Returns the findings about a saved audience.
fn audience_lines(file: &Path, audience: &SavedAudience, language: Language) -> Vec<Line> {
    let findings = check_audience(audience, Some(crate::clock::now()));
    findings
        .iter()
        .map(|finding| Line::of(file, finding, language))
        .collect()
}

/// Returns the findings about a campaign on a site of this document, with the pictures next to its file.
pub(super) fn lines_of(draft: &Draft, site: Option<&SiteDocument>, language: Language) -> Vec<Line> {
    let pictures = PicturesOf(draft.folder());
    let findings = check_and_examine(
        &draft.campaign,
        Context {
            pictures: &pictures,
            site: site.into(),
            now: Some(crate::clock::now()),
        },
    );
    let line = |finding| Line::of_campaign(&draft.file, &draft.written, finding, language);
    findings.iter().map(line).collect()
}

/// Returns a severity in words.
fn grave(severity: Severity, language: Language) -> String {
    let text = Text::of(language);
    match severity {
        Severity::Error => text.t("cli-severity-error"),
        Severity::Warning => text.t("cli-severity-warning"),
    }
}

/// Returns the problems of a file that is not a campaign, as findings.
fn broken(file: &Path, error: &LoadError, language: Language) -> Vec<Line> {
    let line = |path: &str, code, message, fix| {
        let (path, severity) = (path.to_owned(), Severity::Error.id());
        Line {
            file: name(file),
            path,
            severity,
            code,
            message,
            fix,
            grave: grave(Severity::Error, language),
        }
    };
    match error {
        LoadError::Disk(error) => vec![line("", "unreadable_file", error.to_string(), error.hint().to_owned())],
        LoadError::Text { error, .. } => {
            let problems = error.problems.iter();
            problems
                .map(|found| {
                    line(
                        &found.pointer,
                        found.code().id(),
                        found.to_string(),
                        found.hint().into_owned(),
                    )
                })
                .collect()
        }
    }
}

fn report(files: &[PathBuf], lines: &[Line], terminal: &mut Terminal<'_>) -> Result<(), Fault> {
    if terminal.json {
        return terminal.value(&lines);
    }
    for file in files {
        let file = name(file);
        let found: Vec<_> = lines.iter().filter(|line| line.file == file).collect();
        match found.is_empty() {
            true => terminal.line(&format!("{file}: {}", terminal.text().t("cli-ready")))?,
            false => terminal.line(&format!("{file}: {}", count(&found, terminal.text())))?,
        }
        for line in found {
            print(line, terminal)?;
        }
    }
    Ok(())
}

/// Reports what stops a launch of any of these campaigns, on a site of this document and the file it came from, and returns how the command
/// then ends.
pub(super) fn stop_launch(
    drafts: &[Draft],
    site: Option<(&Path, &SiteDocument)>,
    terminal: &mut Terminal<'_>,
) -> Result<Option<Exit>, Fault> {
    let language = terminal.language;
    let of_site = site.map(|(file, site)| (file, site_lines(file, site, language)));
    let document = site.map(|(_, site)| site);
    let of_drafts = drafts
        .iter()
        .map(|draft| (draft.file.as_path(), lines_of(draft, document, language)));
    let found: Vec<(&Path, Vec<Line>)> = of_site.into_iter().chain(of_drafts).collect();
    let stops = |lines: &[Line]| lines.iter().any(Line::stops_launch);
    if !found.iter().any(|(_, lines)| stops(lines)) {
        return Ok(None);
    }
    if terminal.json {
        let findings: Vec<&Line> = found.iter().flat_map(|(_, lines)| lines).collect();
        terminal.value(&serde_json::json!({ "campaigns": [], "findings": findings }))?;
        return Ok(Some(Exit::No));
    }
    for (file, lines) in found.iter().filter(|(_, lines)| stops(lines)) {
        terminal.line(&format!("{}: {}", name(file), terminal.text().t("cli-not-ready")))?;
        for line in lines.iter().filter(|line| line.stops_launch()) {
            print(line, terminal)?;
        }
    }
    Ok(Some(Exit::No))
}

/// Says of each campaign of a static site what nobody knows of its visitors there.
pub(super) fn note_static_host(drafts: &[Draft], terminal: &mut Terminal<'_>) {
    let host = SiteContext {
        static_host: true,
        ..SiteContext::UNKNOWN
    };
    let context = Context {
        site: host,
        ..Context::UNKNOWN
    };
    for draft in drafts {
        for finding in check(&draft.campaign, context) {
            if let Problem::UnknownOnStaticHost { .. } = finding.problem {
                let Phrase { message, fix } = phrase(&finding, terminal.language);
                terminal.note(&format!("{}: {message} ({})", name(&draft.file), finding.path), &fix);
            }
        }
    }
}

/// Writes a finding for people: what is wrong, and below it what to do.
pub(super) fn print(line: &Line, terminal: &mut Terminal<'_>) -> Result<(), Fault> {
    terminal.line(&format!("  {}", line.head()))?;
    terminal.line(&format!("    {}", line.fix))
}

fn count(lines: &[&Line], text: &Text) -> String {
    let errors = lines.iter().filter(|line| line.stops_launch()).count();
    match (errors, lines.len() - errors) {
        (0, warnings) => text.tv("cli-ready-warned", &[("warnings", warnings.into())]),
        (errors, 0) => text.tv("cli-stopped", &[("errors", errors.into())]),
        (errors, warnings) => text.tv(
            "cli-stopped-warned",
            &[("errors", errors.into()), ("warnings", warnings.into())],
        ),
    }
}

fn name(file: &Path) -> String {
    file.to_string_lossy().into_owned()
}
