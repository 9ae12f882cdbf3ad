//! What visitors fetch, held in memory: a GET costs no database.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};

use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::response::Response;
use tokio::task::spawn_blocking;

use super::conditional::Coding;
use super::content::{Content, Effort, Freshness};
use super::live::Live;
use super::problem::Problem;

/// Most memory for cached pictures, in bytes.
const PICTURES: usize = 32 << 20;

/// The site's content, shared by the store, which changes it, and by everything that visitors fetch.
pub(super) type SharedLive = Arc<RwLock<Live>>;

/// What visitors fetch.
pub(super) struct Shelf {
    live: SharedLive,
    /// The list as last assembled, and its version.
    list: RwLock<Option<(u64, Content)>>,
    /// Held while the list is assembled or compressed, so that this is done once for all waiting requests.
    work: tokio::sync::Mutex<()>,
    pictures: Mutex<Cache>,
    #[cfg(test)]
    assemblies: std::sync::atomic::AtomicU64,
}

#[derive(Default)]
struct Cache {
    pictures: HashMap<String, Content>,
    size: usize,
}

impl Shelf {
    /// What visitors fetch of this.
    pub(super) fn new(live: SharedLive) -> Self {
        Shelf {
            live,
            list: RwLock::new(None),
            work: tokio::sync::Mutex::new(()),
            pictures: Mutex::default(),
            #[cfg(test)]
            assemblies: std::sync::atomic::AtomicU64::new(0),
        }
    }

    /// Returns what is on the site now.
    pub(super) fn live(&self) -> RwLockReadGuard<'_, Live> {
        self.live.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the list of live campaigns, no older than this call. The first request after a change assembles it, and the others share it.
    ///
    /// # Errors
    /// When the thread that assembles it fails.
    pub(super) async fn list(self: &Arc<Self>, headers: &HeaderMap) -> Result<Response, Problem> {
        let coding = Coding::liked_best(headers);
        let wanted = self.live().version();
        let ready = |content: &Content| content.is_ready(coding);
        if let Some(content) = self.assembled(wanted).filter(ready) {
            return Ok(content.answer(headers));
        }
        let _alone = self.work.lock().await;
        if let Some(content) = self.assembled(wanted).filter(ready) {
            return Ok(content.answer(headers));
        }
        let shelf = Arc::clone(self);
        let content = spawn_blocking(move || {
            let content = shelf.assembled(wanted).unwrap_or_else(|| shelf.assemble());
            content.packed(coding);
            content
        });
        let content = content.await.map_err(|error| Problem::internal(&error))?;
        Ok(content.answer(headers))
    }

    /// Returns the list as last assembled, if it is at least of this version.
    fn assembled(&self, version: u64) -> Option<Content> {
        let list = self.list.read().unwrap_or_else(PoisonError::into_inner);
        let (made, content) = list.as_ref()?;
        (*made >= version).then(|| content.clone())
    }

    fn assemble(&self) -> Content {
        #[cfg(test)]
        self.assemblies.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let (version, bytes) = {
            let live = self.live();
            (live.version(), live.list())
        };
        let content = Content::text("application/json", Freshness::AskAlways, Effort::Quick, bytes);
        *self.list.write().unwrap_or_else(PoisonError::into_inner) = Some((version, content.clone()));
        content
    }

    /// How often the list was assembled.
    #[cfg(test)]
    pub(super) fn assemblies(&self) -> u64 {
        self.assemblies.load(std::sync::atomic::Ordering::Relaxed)
    }

    /// A picture that was fetched before.
    pub(super) fn cached(&self, hash: &str) -> Option<Content> {
        let cache = self.pictures.lock().unwrap_or_else(PoisonError::into_inner);
        cache.pictures.get(hash).cloned()
    }

    /// Caches a picture; when there is no room, all others are dropped.
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
