//! The checks (`tests/specification/checks.md`): limits of the message, and every unfinished or impossible value; all findings at once, in the
//! order of the file.
//!
//! Muted nodes are skipped: they decide nothing and are not launched.

mod audience;
mod content;
mod expectation;
mod host;
mod labels;
mod look;
mod outside;
mod picture;
mod schedule;
mod text;
mod translation;
mod value;

#[cfg(test)]
pub(crate) mod tests;

pub use picture::{Picture, PictureFacts, UncheckedPictures};

use chrono::{DateTime, NaiveDate, Utc};

use super::{Finding, Problem, Severity, TextPart};
use crate::campaign::{
    Campaign, LauncherImage, Look, Rest, SavedAudience, SiteDocument, SiteHours, SiteLanguages, Word, pointer_in,
};

/// What the checks need to know about the world outside the campaign.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// What is known about the pictures of the library.
    pub pictures: &'a dyn PictureFacts,
    /// What is known about the site.
    pub site: SiteContext<'a>,
    /// The present instant; without it, no date counts as passed.
    pub now: Option<DateTime<Utc>>,
}

impl Context<'_> {
    /// Knows nothing: pictures and passed dates are not checked, and the site looks as usual.
    pub const UNKNOWN: Context<'static> = Context {
        pictures: &UncheckedPictures,
        site: SiteContext::UNKNOWN,
        now: None,
    };
}

/// What the checks need to know about the site.
#[derive(Debug, Clone, Copy)]
pub struct SiteContext<'a> {
    /// How its pop-ups look; unknown, they look as usual.
    pub look: Option<&'a Look>,
    /// Its addresses, on whose pages alone campaigns are shown; empty for any page.
    pub addresses: &'a [String],
    /// When somebody answers; unknown or `None`, always.
    pub hours: Option<&'a SiteHours>,
    /// How many pop-ups a visitor is shown at most; unknown, any number.
    pub rests: &'a [Rest],
    /// Whether nothing but files is behind it, as in an exported folder.
    pub static_host: bool,
    /// In which languages its campaigns speak; unknown, in any.
    pub languages: Option<&'a SiteLanguages>,
}

impl SiteContext<'_> {
    /// Knows nothing: pop-ups look as usual, and are shown on any page.
    pub const UNKNOWN: SiteContext<'static> = SiteContext {
        look: None,
        addresses: &[],
        hours: None,
        rests: &[],
        static_host: false,
        languages: None,
    };
}

impl<'a> From<Option<&'a SiteDocument>> for SiteContext<'a> {
    fn from(document: Option<&'a SiteDocument>) -> Self {
        document.map_or(SiteContext::UNKNOWN, |document| Self {
            look: Some(&document.look),
            addresses: &document.addresses,
            hours: document.hours.as_ref(),
            rests: &document.rests,
            static_host: false,
            languages: Some(&document.languages),
        })
    }
}

/// Returns everything that stops a launch and everything that its maker should look at twice, in the order of the file.
///
/// ```
/// use beckon::{campaign, insight::{Context, check, stops_launch}};
///
/// let draft = campaign::from_json(br#"{ "format": "beckon.campaign", "version": 1, "name": "Second look",
///     "content": { "type": "rich", "title": "A title that is far too long" } }"#)?;
/// let findings = check(&draft, Context::UNKNOWN);
/// assert!(stops_launch(&findings));
/// assert!(findings.iter().any(|finding| finding.code() == "too_long" && finding.path == "/content/title"));
/// # Ok::<(), beckon::campaign::ReadError>(())
/// ```
pub fn check(campaign: &Campaign, context: Context<'_>) -> Vec<Finding> {
    let mut findings = Findings {
        list: Vec::new(),
        today: context.now.map(|now| now.with_timezone(&campaign.zone()).date_naive()),
        translation: None,
    };
    check_head(campaign, &mut findings);
    audience::check(campaign, &mut findings);
    outside::check(&campaign.audience, context.site.addresses, &mut findings);
    if context.site.static_host {
        host::check(&campaign.audience, &mut findings);
    }
    content::check(&campaign.content, context.pictures, &mut findings);
    translation::check(&campaign.content, &context.site, context.pictures, &mut findings);
    look::check(&campaign.look, context.site.look, &mut findings);
    schedule::check(&campaign.schedule, &context.site, &mut findings);
    check_launcher(campaign.launcher_image.as_ref(), context.pictures, &mut findings);
    check_launched_at(campaign.launched_at.as_deref(), &mut findings);
    labels::check(&campaign.labels, &mut findings);
    expectation::check(campaign, &mut findings);
    findings.list
}

/// Returns what is wrong with a saved audience, in the order of the file. Places lie within it: `/audience/all/0`.
pub fn check_audience(saved: &SavedAudience, now: Option<DateTime<Utc>>) -> Vec<Finding> {
    let campaign = Campaign {
        audience: saved.audience.clone(),
        ..Campaign::default()
    };
    let mut findings = Findings {
        list: Vec::new(),
        today: now.map(|now| now.date_naive()),
        translation: None,
    };
    if saved.audience.children.is_empty() {
        // As a part of a campaign, it would say nothing.
        findings.add("/audience", Problem::EmptyGroup);
    } else {
        audience::check(&campaign, &mut findings);
    }
    let wrong = findings
        .list
        .iter()
        .any(|finding| finding.severity() == Severity::Error);
    if let Some(now) = now.filter(|_| !wrong) {
        findings.list.extend(super::examine(&campaign, now));
    }
    findings.list
}

/// Returns what is wrong with a site document, in the order of the file.
pub fn check_site(site: &SiteDocument) -> Vec<Finding> {
    let mut findings = Findings {
        list: Vec::new(),
        today: None,
        translation: None,
    };
    for (index, text) in site.addresses.iter().enumerate() {
        if SiteDocument::address(text).is_none() {
            findings.add(
                format!("/addresses/{index}"),
                Problem::SiteAddress { text: text.clone() },
            );
        }
    }
    look::check(&site.look, None, &mut findings);
    translation::check_site(&site.languages, &mut findings);
    schedule::check_rests(&site.rests, &mut findings);
    if let Some(hours) = &site.hours {
        schedule::check_site_hours(hours, &mut findings);
    }
    findings.list
}

/// Collects findings.
struct Findings {
    list: Vec<Finding>,
    today: Option<NaiveDate>,
    /// The translation that is being checked: what is found at a place of the content, is there.
    translation: Option<String>,
}

impl Findings {
    fn add(&mut self, path: impl Into<String>, problem: Problem) {
        let path = path.into();
        let path = match &self.translation {
            Some(tag) => pointer_in(tag, &path),
            None => path,
        };
        self.list.push(Finding { path, problem });
    }

    /// Reports a word that is not chosen, or not known.
    fn add_word<T>(&mut self, path: &str, word: &Word<T>, missing: Problem, unknown: impl FnOnce(String) -> Problem) {
        match word {
            Word::Missing => self.add(path, missing),
            Word::Unknown(text) if text.trim().is_empty() => self.add(path, missing),
            Word::Unknown(text) => self.add(path, unknown(text.clone())),
            Word::Known(_) => {}
        }
    }
}

fn check_head(campaign: &Campaign, findings: &mut Findings) {
    let id = campaign.id.trim();
    if id.is_empty() {
        findings.add("/id", Problem::MissingId);
    } else if uuid::Uuid::try_parse(id).is_err() {
        findings.add("/id", Problem::IdNotUuid { id: id.to_owned() });
    }
    text::check_required(TextPart::Name, Some(&campaign.name), findings);
    let unknown = |word| Problem::UnknownPlatform { word };
    findings.add_word("/platform", &campaign.platform, Problem::MissingPlatform, unknown);
    match campaign.time_zone.as_deref().map(str::trim) {
        None | Some("") => findings.add("/time_zone", Problem::MissingTimeZone),
        Some(name) if name.parse::<chrono_tz::Tz>().is_err() => {
            findings.add("/time_zone", Problem::UnknownTimeZone { name: name.to_owned() });
        }
        Some(_) => {}
    }
}

fn check_launcher(launcher: Option<&LauncherImage>, pictures: &dyn PictureFacts, findings: &mut Findings) {
    match launcher {
        None => findings.add("/launcher_image", Problem::LauncherNotChosen),
        Some(LauncherImage::Unknown(word)) => {
            findings.add("/launcher_image", Problem::UnknownLauncher { word: word.clone() });
        }
        Some(LauncherImage::Image(path)) => picture::check_launcher(path, pictures, findings),
        Some(LauncherImage::Current | LauncherImage::BotProfile) => {}
    }
}

fn check_launched_at(launched_at: Option<&str>, findings: &mut Findings) {
    if let Some(text) = launched_at
        && DateTime::parse_from_rfc3339(text).is_err()
    {
        findings.add("/launched_at", Problem::MalformedLaunchedAt { text: text.to_owned() });
    }
}
