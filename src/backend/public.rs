//! The public side: what a website's visitors fetch, and what their widgets report.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;
use std::time::Instant;

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Json};
use serde_json::json;
use url::{Position, Url};

use super::app::App;
use super::content::{Content, Freshness};
use super::counter::{Event, Report};
use super::demo::{site_cookie, site_of};
use super::document::{MAX_ID, is_hash};
use super::extract::{Name, Whole};
use super::guard::{Client, authorise};
use super::network::customer;
use super::origin::is_welcome;
use super::problem::{Kind, Problem};
use crate::engine::parts::without_anchor;

/// Most events in one report.
const MOST_EVENTS: usize = 300;

/// `GET /v1/campaigns.json`
pub(super) async fn campaigns(State(app): State<Arc<App>>, headers: HeaderMap) -> Result<Response, Problem> {
    app.shelf.list(&headers).await
}

/// `GET /v1/country.json`: the country of whoever asks. No cache may give one visitor's answer to another.
pub(super) async fn country(State(app): State<Arc<App>>, headers: HeaderMap) -> Response {
    let country = app.country_header.as_ref().and_then(|header| header.country(&headers));
    let unkept = [(CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    (unkept, Json(json!({ "country": country }))).into_response()
}

/// `POST /v1/events`
pub(super) async fn events(
    State(app): State<Arc<App>>,
    Extension(Client(client)): Extension<Client>,
    headers: HeaderMap,
    Whole(body): Whole,
) -> Result<StatusCode, Problem> {
    let (network, now) = (customer(client), Instant::now());
    app.limits.reports.take(network, now).map_err(Problem::too_many)?;
    if !is_welcome(&headers, &app.origins) {
        return Err(Problem::new(
            Kind::OriginRefused,
            "the request does not come from a website that this backend counts visitors of",
            "name the website with `beckon serve --origin https://www.example.com`",
        ));
    }
    let refuse = |detail: String| {
        let hint = "send {\"events\": [{\"campaign\": \"…\", \"event\": \"shown\"}]}; events are shown, clicked and closed, and a click may name a reply from 1 to 4";
        Problem::new(Kind::InvalidDocument, detail, hint)
    };
    let report: Report = serde_json::from_slice(&body)
        .map_err(|error| refuse(format!("the body is not a report of events: {error}")))?;
    if report.events.len() > MOST_EVENTS {
        return Err(refuse(format!("a report has at most {MOST_EVENTS} events")));
    }
    if report.events.iter().any(|event| event.campaign.len() > MAX_ID) {
        return Err(refuse(format!("a campaign's identity has at most {MAX_ID} characters")));
    }
    if !report.events.iter().all(Event::can_be) {
        return Err(refuse("a reply is a number from 1 to 4".to_owned()));
    }
    let live = app.shelf.live();
    app.counter.count(&report, |campaign| {
        live.contains(campaign) && app.limits.events.take((network, hash_of(campaign)), now).is_ok()
    });
    Ok(StatusCode::ACCEPTED)
}

/// Returns the hash that represents an identity where identities would take too much room.
fn hash_of(campaign: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    campaign.hash(&mut hasher);
    hasher.finish()
}

/// `GET /images/{name}`: pictures of live campaigns; with the token, those of every stored document.
pub(super) async fn image(
    State(app): State<Arc<App>>,
    client: Extension<Client>,
    Name(name): Name,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let Some(hash) = name
        .strip_suffix(".png")
        .filter(|hash| is_hash(hash))
        .map(str::to_owned)
    else {
        return Err(Problem::nothing_here());
    };
    if !app.shelf.live().shows(&hash) {
        // For everybody else it does not exist.
        let hide = |problem: Problem| {
            if problem.is_unauthorized() {
                Problem::nothing_here()
            } else {
                problem
            }
        };
        authorise(&app, Some(client.0), &headers).map_err(hide)?;
        let png = app.store.run(move |database| Ok(database.picture(&hash)?)).await?;
        let png = png.ok_or_else(Problem::nothing_here)?;
        return Ok(Content::new("image/png", Freshness::Secret, png).answer(&headers));
    }
    if let Some(content) = app.shelf.cached(&hash) {
        return Ok(content.answer(&headers));
    }
    let wanted = hash.clone();
    let png = app.store.run(move |database| Ok(database.picture(&wanted)?)).await?;
    let content = app.shelf.remember(&hash, png.ok_or_else(Problem::nothing_here)?);
    Ok(content.answer(&headers))
}

/// `GET /fonts/{name}`
pub(super) async fn font(
    State(app): State<Arc<App>>,
    Name(name): Name,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    answer_of(app.files.font(&name), &headers)
}

/// `GET /widget.js`
pub(super) async fn widget(State(app): State<Arc<App>>, headers: HeaderMap) -> Response {
    app.files.widget.answer(&headers)
}

/// `GET /popup.json`
pub(super) async fn parts(State(app): State<Arc<App>>, headers: HeaderMap) -> Response {
    app.files.parts.answer(&headers)
}

/// `GET /openapi.json`
pub(super) async fn openapi(State(app): State<Arc<App>>, headers: HeaderMap) -> Response {
    app.files.openapi.answer(&headers)
}

/// `GET /`: a person who opens the backend's address wants to see something.
pub(super) async fn start() -> Response {
    Redirect::temporary("/demo/").into_response()
}

/// `GET /demo`: within the shop, addresses are relative to its folder.
pub(super) async fn demo_folder() -> Response {
    Redirect::temporary("/demo/").into_response()
}

/// `GET /demo/`
pub(super) async fn demo_home(State(app): State<Arc<App>>, headers: HeaderMap) -> Response {
    demo_page(&app, "", &headers)
}

/// `GET /demo/{path}`
pub(super) async fn demo_file(State(app): State<Arc<App>>, Name(path): Name, headers: HeaderMap) -> Response {
    demo_page(&app, &path, &headers)
}

fn demo_page(app: &App, path: &str, headers: &HeaderMap) -> Response {
    let (site, published) = {
        let live = app.shelf.live();
        (live.site(), live.document().is_some())
    };
    app.files.demo.answer(path, headers, site.as_deref(), published)
}

/// `GET /demo/open`: from now on the shop replaces the site of this page, and the visitor is on that page.
pub(super) async fn demo_open(uri: Uri) -> Result<Response, Problem> {
    let query = uri.query().unwrap_or_default();
    let named = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "page");
    let page = named.and_then(|(_, page)| Url::parse(&page).ok());
    let refused = || {
        Problem::new(
            Kind::InvalidRequest,
            "the address names no page of a website",
            "name one, as in /demo/open?page=https://www.example.com/plants",
        )
    };
    // The shop itself has something else at this one path: it would lead back here.
    let page = page.filter(|page| page.path() != "/open").ok_or_else(refused)?;
    let cookie = site_cookie(&site_of(&page).ok_or_else(refused)?);
    let place = format!("/demo{}", without_anchor(&page[Position::BeforePath..]));
    Ok((StatusCode::SEE_OTHER, [(LOCATION, place), (SET_COOKIE, cookie)]).into_response())
}

/// Answers an unknown address.
pub(super) async fn nowhere() -> Problem {
    Problem::nothing_here()
}

fn answer_of(content: Option<&Content>, headers: &HeaderMap) -> Result<Response, Problem> {
    content
        .map(|content| content.answer(headers))
        .ok_or_else(Problem::nothing_here)
}
