//! Which address is answered by whom.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header::{CONTENT_TYPE, ETAG, RETRY_AFTER};
use axum::http::{Method, StatusCode};
use axum::middleware::{from_fn, from_fn_with_state, map_response};
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use tower_http::cors::{Any, CorsLayer};

use super::app::App;
use super::{api, guard, problem, public, site_document};
use crate::campaign::MAX_FILE_BYTES;

/// Largest document, in bytes: what a campaign file may have, pictures inside.
const DOCUMENT: usize = MAX_FILE_BYTES;
/// Largest site document, report of events, and body of a request that needs none, in bytes.
const SMALL: usize = 64 << 10;
/// How long browsers cache the permission to ask.
const PREFLIGHT: Duration = Duration::from_secs(86_400);

/// An address with what answers it.
type Route = (&'static str, MethodRouter<Arc<App>>);

/// The private side.
fn private() -> [Route; 5] {
    let document = DefaultBodyLimit::max(DOCUMENT);
    let one = get(api::get).put(api::put).delete(api::delete).layer(document);
    [
        ("/api/v1/campaigns", get(api::list)),
        ("/api/v1/campaigns/{id}", one),
        ("/api/v1/campaigns/{id}/launch", post(api::launch)),
        ("/api/v1/campaigns/{id}/pause", post(api::pause)),
        ("/api/v1/site", get(site_document::get).put(site_document::put)),
    ]
}

/// What websites embed.
fn embeddable() -> [Route; 7] {
    [
        ("/v1/campaigns.json", get(public::campaigns)),
        ("/v1/country.json", get(public::country)),
        ("/v1/events", post(public::events)),
        ("/widget.js", get(public::widget)),
        ("/popup.json", get(public::parts)),
        ("/images/{name}", get(public::image)),
        ("/fonts/{name}", get(public::font)),
    ]
}

/// What people open in a browser.
fn pages() -> [Route; 6] {
    [
        ("/", get(public::start)),
        ("/demo", get(public::demo_folder)),
        ("/demo/", get(public::demo_home)),
        ("/demo/open", get(public::demo_open)),
        ("/demo/{*path}", get(public::demo_file)),
        ("/openapi.json", get(public::openapi)),
    ]
}

/// Every address, for the test that holds the description to them.
#[cfg(test)]
pub(super) fn addresses() -> Vec<&'static str> {
    private()
        .into_iter()
        .chain(embeddable())
        .chain(pages())
        .map(|(path, _)| path)
        .collect()
}

/// Everything that the backend answers.
pub(super) fn router(app: Arc<App>) -> Router {
    let token = from_fn_with_state(Arc::clone(&app), guard::require_token);
    let private = joined(private())
        .route_layer(token)
        .route_layer(map_response(async |response: Response| guard::private(response)));
    let embeddable = joined(embeddable())
        .route_layer(cors())
        .route_layer(map_response(async |response: Response| guard::embeddable(response)));
    let pages = joined(pages()).route_layer(map_response(async |response: Response| guard::demo(response)));
    private
        .merge(embeddable)
        .merge(pages)
        .fallback(public::nowhere)
        .layer(DefaultBodyLimit::max(SMALL))
        .layer(map_response(async |response: Response| {
            guard::strict(plain_refusals(response))
        }))
        .layer(from_fn(guard::limit_time))
        .layer(from_fn(guard::require_host))
        .layer(from_fn_with_state(Arc::clone(&app), guard::log))
        .with_state(app)
}

fn joined(routes: impl IntoIterator<Item = Route>) -> Router<Arc<App>> {
    let mut router = Router::new();
    for (path, methods) in routes {
        router = router.route(path, methods);
    }
    router
}

/// Lets any website fetch these and report events; nothing here depends on the client.
fn cors() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::HEAD, Method::POST])
        .allow_headers([CONTENT_TYPE])
        .expose_headers([ETAG, RETRY_AFTER])
        .max_age(PREFLIGHT)
}

/// Adds words to the router's own refusals of methods, which have none.
fn plain_refusals(response: Response) -> Response {
    if response.status() == StatusCode::METHOD_NOT_ALLOWED && !response.headers().contains_key(CONTENT_TYPE) {
        return problem::as_problem(response);
    }
    response
}
