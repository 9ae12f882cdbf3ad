//! One change of one campaign, in one transaction: looked up, checked, made and recorded; then memory follows.

use std::sync::PoisonError;

use chrono::{DateTime, Utc};

use super::answers::{self, Answer, Begun, Key};
use super::change::{Context, Effect, changed};
use super::{Database, Unreadable, campaigns};
use crate::backend::conditional::Tags;
use crate::backend::document::Document;
use crate::backend::problem::Problem;

/// A change that a client asks for.
#[derive(Debug)]
pub(in crate::backend) struct Write {
    /// Of which campaign.
    pub id: String,
    /// On which condition.
    pub condition: Condition,
    /// What.
    pub change: Change,
    /// The key that identifies a retry.
    pub key: Option<Key>,
    /// When.
    pub now: DateTime<Utc>,
}

/// The condition of a change.
#[derive(Debug, Clone, Default)]
pub(in crate::backend) struct Condition {
    /// The current version must be among these.
    pub if_match: Option<Tags>,
    /// The current version must not be among these.
    pub if_none_match: Option<Tags>,
}

/// The kind of change.
#[derive(Debug)]
pub(in crate::backend) enum Change {
    /// Store this document; an invalid body is refused only once the request is known not to be a retry.
    Put(Result<Box<Document>, Problem>),
    /// Remove the campaign, from the site too.
    Delete,
    /// Put the stored document on the site.
    Launch,
    /// Take it off the site.
    Pause,
}

impl Database {
    /// The first answer to this key, if it was used before.
    ///
    /// # Errors
    /// When the key was used for another request.
    pub(in crate::backend) fn answered(&self, key: &Key) -> Result<Option<Answer>, Problem> {
        answers::find(&self.connection, key)
    }

    /// Makes a change, or repeats its first answer. An answered change is on the disk, and visitors fetch the new state.
    ///
    /// # Errors
    /// Refusals, which changed nothing.
    pub(in crate::backend) fn write(&mut self, write: Write) -> Result<Answer, Problem> {
        self.catch_up()?;
        let transaction = match answers::begin(&mut self.connection, write.key.as_ref())? {
            Begun::Answered(answer) => return Ok(answer),
            Begun::New(transaction) => transaction,
        };
        let current = campaigns::find(&transaction, &write.id)?;
        let unreadable = self.unreadable.get(&write.id).copied().unwrap_or_default();
        let context = Context {
            connection: &transaction,
            write: &write,
            unreadable,
            is_full: self.campaigns >= self.max_campaigns,
            live: &self.live,
        };
        let done = context.change(current)?;
        if let Some(key) = &write.key {
            answers::keep(&transaction, key, &done.answer, write.now)?;
        }
        // From here to the end of this function, memory and disk may disagree; if it ends early, everything is read again.
        self.stale = true;
        transaction.commit()?;
        self.follow(write.id, done.effect);
        self.stale = false;
        Ok(done.answer)
    }

    /// Has memory follow a change that is on the disk. Cannot fail.
    fn follow(&mut self, id: String, effect: Effect) {
        let mut live = self.live.write().unwrap_or_else(PoisonError::into_inner);
        match effect {
            Effect::None => {}
            Effect::Stored {
                is_new,
                launched_unreadable,
            } => {
                self.campaigns += usize::from(is_new);
                match launched_unreadable {
                    true => drop(self.unreadable.insert(
                        id,
                        Unreadable {
                            stored: false,
                            launched: true,
                        },
                    )),
                    false => drop(self.unreadable.remove(&id)),
                }
            }
            Effect::Launched(listed) => {
                live.put(*listed);
                self.unreadable.remove(&id);
            }
            Effect::Paused => live.remove(&id),
            Effect::Deleted => {
                live.remove(&id);
                self.unreadable.remove(&id);
                self.campaigns -= 1;
            }
        }
    }
}

impl Condition {
    /// # Errors
    /// When somebody else changed the campaign.
    pub(super) fn weigh(&self, etag: Option<&str>) -> Result<(), Problem> {
        if self.holds(etag) { Ok(()) } else { Err(changed(etag)) }
    }

    /// Whether what is there now, by its entity tag, is what the request means.
    pub(super) fn holds(&self, etag: Option<&str>) -> bool {
        let matched = self.if_match.as_ref().is_none_or(|tags| tags.names(etag));
        let free = self.if_none_match.as_ref().is_none_or(|tags| !tags.names(etag));
        matched && free
    }

    pub(super) fn is_stated(&self) -> bool {
        self.if_match.is_some() || self.if_none_match.is_some()
    }
}
