//! What visitors fetch, held in memory: a GET costs no database.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use axum::body::Bytes;

use super::content::{Content, Freshness};

/// Most memory that cached pictures take, in bytes.
const PICTURES: usize = 32 << 20;

/// What the store says visitors may fetch.
#[derive(Debug, Default)]
pub(super) struct Published {
    /// `v1/campaigns.json`.
    pub list: Vec<u8>,
    /// The site that live campaigns name most often.
    pub site: Option<String>,
    /// The identities of all campaigns, live or not.
    pub campaigns: HashSet<String>,
    /// The hashes of all pictures.
    pub pictures: HashSet<String>,
}

/// The present state of it, exchanged as a whole by every change.
pub(super) struct Shelf {
    present: RwLock<Arc<Present>>,
    pictures: Mutex<Cache>,
}

/// One state of it.
pub(super) struct Present {
    /// `v1/campaigns.json`, ready to send.
    pub list: Content,
    /// The site that live campaigns name most often.
    pub site: Option<String>,
    /// The identities of all campaigns, live or not.
    pub campaigns: HashSet<String>,
    /// The hashes of all pictures.
    pub pictures: HashSet<String>,
}

#[derive(Default)]
struct Cache {
    pictures: HashMap<String, Content>,
    size: usize,
}

impl Present {
    fn of(published: Published) -> Arc<Self> {
        Arc::new(Present {
            list: Content::text("application/json", Freshness::AskAlways, published.list),
            site: published.site,
            campaigns: published.campaigns,
            pictures: published.pictures,
        })
    }
}

impl Shelf {
    /// Begins with this.
    pub(super) fn new(published: Published) -> Self {
        Shelf {
            present: RwLock::new(Present::of(published)),
            pictures: Mutex::default(),
        }
    }

    /// What there is now.
    pub(super) fn present(&self) -> Arc<Present> {
        self.present.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Exchanges what there is.
    pub(super) fn exchange(&self, published: Published) {
        let present = Present::of(published);
        *self.present.write().unwrap_or_else(PoisonError::into_inner) = present;
    }

    /// A picture that was fetched before.
    pub(super) fn cached(&self, hash: &str) -> Option<Content> {
        let cache = self.pictures.lock().unwrap_or_else(PoisonError::into_inner);
        cache.pictures.get(hash).cloned()
    }

    /// Remembers a picture; when there is no room, all others are forgotten.
    pub(super) fn remember(&self, hash: &str, png: Vec<u8>) -> Content {
        let size = png.len();
        let content = Content::new("image/png", Freshness::Forever, Bytes::from(png));
        let mut cache = self.pictures.lock().unwrap_or_else(PoisonError::into_inner);
        if cache.size + size > PICTURES {
            *cache = Cache::default();
        }
        if cache.pictures.insert(hash.to_owned(), content.clone()).is_none() {
            cache.size += size;
        }
        content
    }
}
