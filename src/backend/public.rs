//! The public side: what a website's visitors fetch, and what their widgets report.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, State};
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use url::{Position, Url};

use super::app::App;
use super::connection::Peer;
use super::content::{Content, Freshness};
use super::counter::Report;
use super::demo::{site_cookie, site_of};
use super::document::{MAX_ID, is_hash};
use super::extract::{Name, Whole};
use super::guard::has_token;
use super::problem::{Kind, Problem};
use crate::engine::parts::without_anchor;

/// Most events in one report.
const MOST_EVENTS: usize = 300;

/// `GET /v1/campaigns.json`
pub(super) async fn campaigns(State(app): State<Arc<App>>, headers: HeaderMap) -> Response {
    app.shelf.present().list.answer(&headers)
}

/// `POST /v1/events`
pub(super) async fn events(
    State(app): State<Arc<App>>,
    ConnectInfo(peer): ConnectInfo<Peer>,
    headers: HeaderMap,
    Whole(body): Whole,
) -> Result<StatusCode, Problem> {
    let client = client(&peer, &headers, app.behind_proxy);
    app.limiter.count(client).map_err(Problem::too_many)?;
    let refuse = |detail: String| {
        let hint =
            "send {\"events\": [{\"campaign\": \"…\", \"event\": \"shown\"}]}; events are shown, clicked and closed";
        Problem::new(Kind::InvalidDocument, detail, hint)
    };
    let report: Report =
        serde_json::from_slice(&body).map_err(|error| refuse(format!("the body is no report of events: {error}")))?;
    if report.events.len() > MOST_EVENTS {
        return Err(refuse(format!("a report has at most {MOST_EVENTS} events")));
    }
    if report.events.iter().any(|event| event.campaign.len() > MAX_ID) {
        return Err(refuse(format!("a campaign's identity has at most {MAX_ID} characters")));
    }
    let present = app.shelf.present();
    app.counter.count(&report, |id| present.campaigns.contains(id));
    Ok(StatusCode::ACCEPTED)
}

/// The address that a request counts for. Behind a proxy, that is the last one that the proxy wrote down.
fn client(peer: &Peer, headers: &HeaderMap, behind_proxy: bool) -> IpAddr {
    let forwarded = || {
        let line = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
        line.rsplit(',').next()?.trim().parse().ok()
    };
    behind_proxy
        .then(forwarded)
        .flatten()
        .unwrap_or_else(|| peer.address.ip())
}

/// `GET /images/{name}`: pictures of what is live; with the token, those of every document that is stored.
pub(super) async fn image(
    State(app): State<Arc<App>>,
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
    if !app.shelf.present().pictures.contains(&hash) {
        if !has_token(&app, &headers) {
            return Err(Problem::nothing_here());
        }
        let png = app.store.run(move |database| Ok(database.picture(&hash)?)).await?;
        let png = png.ok_or_else(Problem::nothing_here)?;
        return Ok(Content::new("image/png", Freshness::Personal, png).answer(&headers));
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
    let present = app.shelf.present();
    app.files.demo.answer(path, headers, present.site.as_deref())
}

/// `GET /demo/open`: from now on the shop stands in for the site of this page, and the visitor stands on it.
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

/// What is at an address that leads nowhere.
pub(super) async fn nowhere() -> Problem {
    Problem::nothing_here()
}

fn answer_of(content: Option<&Content>, headers: &HeaderMap) -> Result<Response, Problem> {
    content
        .map(|content| content.answer(headers))
        .ok_or_else(Problem::nothing_here)
}
