//! The effect of each kind of change on a campaign, within its transaction.

use std::sync::PoisonError;

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::Connection;
use serde_json::{Value, json};

use super::answers::Answer;
use super::campaigns::{self, Entry, Facts, Phase, Run, Status};
use super::counts::Counts;
use super::write::{Change, Write};
use super::{Unreadable, pictures};
use crate::backend::document::{Document, PictureFault, picture_problem, text_of};
use crate::backend::live::{Listed, MAX_LIST_BYTES};
use crate::backend::problem::{Kind, Problem};
use crate::backend::published::SharedLive;
use crate::campaign::{Campaign, SiteDocument};
use crate::insight::{self, Finding, check_and_examine, stops_launch};
use crate::wording::{Language, finding as phrase};

/// The effect of a change that memory has to follow.
pub(super) enum Effect {
    /// Nothing.
    None,
    /// A document was stored.
    Stored { is_new: bool, launched_unreadable: bool },
    /// A campaign went on the site, or changed there.
    Launched(Box<Listed>),
    /// It went off the site.
    Paused,
    /// It is gone.
    Deleted,
}

/// A change that is made within its transaction.
pub(super) struct Done {
    pub answer: Answer,
    pub effect: Effect,
}

/// The context of a change.
pub(super) struct Context<'a> {
    pub connection: &'a Connection,
    pub write: &'a Write,
    /// Which documents of the campaign cannot be read.
    pub unreadable: Unreadable,
    /// Whether no further campaign is accepted.
    pub is_full: bool,
    pub live: &'a SharedLive,
}

impl Context<'_> {
    /// Applies the change to the current state.
    ///
    /// # Errors
    /// Refusals; writes made before are rolled back with the transaction.
    pub(super) fn change(&self, current: Option<(Entry, Counts)>) -> Result<Done, Problem> {
        let write = self.write;
        match (&write.change, current) {
            (Change::Put(document), current) => self.put(document, current),
            (_, None) if write.condition.if_match.is_some() => Err(changed(None)),
            (_, None) => Err(Problem::no_campaign(&write.id)),
            (other, Some((current, counts))) => {
                write.condition.weigh(Some(&current.etag))?;
                match other {
                    Change::Launch => self.launch(counts),
                    Change::Pause => self.pause(current, counts),
                    Change::Delete | Change::Put(_) => self.delete(),
                }
            }
        }
    }

    fn put(
        &self,
        document: &Result<Box<Document>, Problem>,
        current: Option<(Entry, Counts)>,
    ) -> Result<Done, Problem> {
        let (connection, write) = (self.connection, self.write);
        let document = document.as_ref().map_err(Problem::clone)?;
        let etag = current.as_ref().map(|(current, _)| current.etag.as_str());
        if let Some(etag) = etag
            && !write.condition.is_stated()
        {
            let hint = "send the `ETag` of the version that you changed in `If-Match`, or `If-None-Match: *` to make a new one";
            let problem = Problem::new(Kind::ConditionMissing, "the campaign is there already", hint);
            return Err(problem.with("current_etag", etag));
        }
        write.condition.weigh(etag)?;
        if current.is_none() && self.is_full {
            return Err(Problem::new(
                Kind::LimitReached,
                "this backend keeps as many campaigns as it takes",
                "delete campaigns that nobody needs any more",
            ));
        }
        pictures::add(connection, &document.pictures, write.now)?;
        let missing = pictures::missing(connection, &document.campaign)?;
        if !missing.is_empty() {
            let faults = missing.into_iter().map(|place| PictureFault::Missing.at(place));
            return Err(picture_problem(faults.collect()));
        }
        let is_new = current.is_none();
        let launched = self.launched()?;
        let mut facts = Facts::of(&document.campaign, launched.as_ref());
        let (status, counts) = match current {
            None => (Status::Draft, Counts::default()),
            Some((current, counts)) => {
                if self.unreadable.launched {
                    facts.differ_from_what_is_unreadable(&current.facts);
                }
                (current.status, counts)
            }
        };
        let entry = self.next(status, facts)?;
        match is_new {
            true => campaigns::insert(connection, &entry, &document.text)?,
            false => campaigns::update(connection, &entry, &document.text)?,
        }
        self.use_pictures(&document.campaign, launched.as_ref())?;
        let readable = !self.unreadable.launched;
        let run = launched.as_ref().map(|launched| Run::of(launched).at(write.now));
        let mut answer = answer_of((entry, run), counts, readable, if is_new { 201 } else { 200 });
        answer.location = is_new.then(|| format!("/api/v1/campaigns/{}", write.id));
        let effect = Effect::Stored {
            is_new,
            launched_unreadable: !readable,
        };
        Ok(Done { answer, effect })
    }

    /// Returns the campaign's version that is, or was, on the site; `None` if there never was one, or it cannot be read.
    fn launched(&self) -> Result<Option<Campaign>, Problem> {
        let documents = campaigns::documents(self.connection, &self.write.id)?;
        let launched = documents.and_then(|documents| documents.launched);
        Ok(launched.and_then(|document| campaigns::read(&self.write.id, &document).ok()))
    }

    /// Notes which pictures the campaign uses: in its document, and on the site.
    fn use_pictures(&self, stored: &Campaign, launched: Option<&Campaign>) -> Result<(), Problem> {
        let mut names: Vec<String> = stored.pictures().map(str::to_owned).collect();
        names.extend(
            launched
                .into_iter()
                .flat_map(|launched| launched.pictures())
                .map(str::to_owned),
        );
        if self.unreadable.launched && launched.is_none() {
            // An unreadable document does not show which pictures it uses, so none is removed.
            let used = pictures::uses(self.connection, &self.write.id)?;
            names.extend(used.into_iter().map(|hash| format!("images/{hash}.png")));
        }
        pictures::set_uses(
            self.connection,
            &self.write.id,
            names.iter().map(String::as_str),
            self.write.now,
        )?;
        Ok(())
    }

    fn launch(&self, counts: Counts) -> Result<Done, Problem> {
        let (connection, write) = (self.connection, self.write);
        let documents = campaigns::documents(connection, &write.id)?.unwrap_or_default();
        let stored = campaigns::read(&write.id, &documents.stored);
        let mut campaign = stored.map_err(|_| Problem::unreadable(&write.id))?;
        let facts = |name: &str| pictures::facts(connection, name);
        let site = self.site();
        let findings = check_and_examine(
            &campaign,
            insight::Context {
                pictures: &facts,
                site: site.as_ref().into(),
                now: Some(write.now),
            },
        );
        if stops_launch(&findings) {
            return Err(Problem::new(
                Kind::NotReady,
                "the checks found what stops a launch",
                "correct what `findings` lists as errors, and launch again",
            )
            .with("findings", findings.iter().map(in_words).collect::<Vec<_>>()));
        }
        campaign.launched_at = Some(instant(write.now));
        let document = text_of(&campaign)?;
        let listed = Listed::of(&campaign);
        if !self
            .live
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .has_room_for(&listed)
        {
            return Err(Problem::new(
                Kind::LimitReached,
                format!(
                    "what is live would have more than {} MB, which every visitor fetches",
                    MAX_LIST_BYTES >> 20
                ),
                "pause campaigns that need not be on the site, or shorten this one",
            ));
        }
        let entry = self.next(Status::Live, Facts::of(&campaign, Some(&campaign)))?;
        campaigns::launch(connection, &entry, &document)?;
        self.use_pictures(&campaign, Some(&campaign))?;
        let effect = Effect::Launched(Box::new(listed));
        let run = Run::of(&campaign).at(write.now);
        let answer = answer_of((entry, Some(run)), counts, true, 200);
        Ok(Done { answer, effect })
    }

    /// Returns how the site's pop-ups look; `None` without a site document.
    fn site(&self) -> Option<SiteDocument> {
        let live = self.live.read().unwrap_or_else(PoisonError::into_inner);
        live.document().cloned()
    }

    fn pause(&self, current: Entry, counts: Counts) -> Result<Done, Problem> {
        let readable = self.unreadable == Unreadable::default();
        match current.status {
            Status::Draft => Err(Problem::new(
                Kind::Conflict,
                "the campaign was never launched",
                "there is nothing to pause; visitors do not see it",
            )
            .with("current_etag", current.etag)),
            // Nothing changes, and so its tag does not.
            Status::Paused => Ok(Done {
                answer: answer_of((current, None), counts, readable, 200),
                effect: Effect::None,
            }),
            Status::Live => {
                let entry = self.next(Status::Paused, current.facts)?;
                campaigns::save_status(self.connection, &entry)?;
                let answer = answer_of((entry, None), counts, readable, 200);
                let effect = Effect::Paused;
                Ok(Done { answer, effect })
            }
        }
    }

    fn delete(&self) -> Result<Done, Problem> {
        let (connection, write) = (self.connection, self.write);
        let used = pictures::uses(connection, &write.id)?;
        campaigns::delete(connection, &write.id)?;
        for hash in used {
            pictures::note_if_unused(connection, &hash, write.now)?;
        }
        let answer = Answer {
            status: 204,
            etag: None,
            location: None,
            body: Vec::new(),
        };
        let effect = Effect::Deleted;
        Ok(Done { answer, effect })
    }

    /// The campaign's next version.
    fn next(&self, status: Status, facts: Facts) -> Result<Entry, Problem> {
        Ok(Entry {
            id: self.write.id.clone(),
            status,
            etag: fresh_etag()?,
            updated_at: instant(self.write.now),
            facts,
        })
    }
}

/// Returns the problem that somebody else changed or removed the campaign.
pub(super) fn changed(etag: Option<&str>) -> Problem {
    let (detail, hint) = match etag {
        Some(_) => (
            "what is stored is not the version that the request names",
            "get the campaign as it is now, choose between the two, and name its `current_etag` in `If-Match`",
        ),
        None => (
            "the campaign that the request names a version of is not there",
            "somebody deleted it; put it again with `If-None-Match: *`",
        ),
    };
    Problem::new(Kind::Changed, detail, hint).with("current_etag", etag)
}

fn answer_of((entry, run): (Entry, Option<Phase>), counts: Counts, readable: bool, status: u16) -> Answer {
    let etag = Some(entry.etag.clone());
    Answer {
        status,
        etag,
        location: None,
        body: json!(entry.item(counts, readable, run)).to_string().into_bytes(),
    }
}

/// A finding in words.
fn in_words(finding: &Finding) -> Value {
    let words = phrase(finding, Language::ENGLISH);
    json!({
        "path": finding.path,
        "severity": finding.severity().id(),
        "code": finding.code(),
        "message": words.message,
        "fix": words.fix,
    })
}

/// Returns an entity tag that no document ever had.
pub(super) fn fresh_etag() -> Result<String, Problem> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| Problem::internal(&error))?;
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(format!("\"{digits}\""))
}

pub(super) fn instant(now: DateTime<Utc>) -> String {
    now.to_rfc3339_opts(SecondsFormat::Millis, true)
}
