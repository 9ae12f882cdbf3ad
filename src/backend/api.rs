//! The private side: campaigns as resources, changed under conditions, each change once.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::{CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::app::App;
use super::conditional::Tags;
use super::document;
use super::extract::{CampaignId, Whole, condition, key, require_json};
use super::problem::{Kind, Problem};
use super::store::{Answer, Change, Variant, Write};
use crate::clock;

/// `GET /api/v1/campaigns`
pub(super) async fn list(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    app.flush().await;
    let items = app.store.run(|database| Ok(database.items(clock::now())?)).await?;
    Ok(axum::Json(json!({ "campaigns": items })).into_response())
}

/// `GET /api/v1/campaigns/{id}`
pub(super) async fn get(
    State(app): State<Arc<App>>,
    CampaignId(id): CampaignId,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let variant = variant(&uri)?;
    let known = Tags::read(&headers, &IF_NONE_MATCH)?;
    let wanted = id.clone();
    let found = app
        .store
        .run(move |database| database.document(&wanted, variant))
        .await?;
    let Some((document, etag)) = found else {
        return Err(match variant {
            Variant::Stored => Problem::no_campaign(&id),
            Variant::Live => Problem::new(
                Kind::NotFound,
                format!("no campaign `{id}` is live"),
                "see what is there with GET /api/v1/campaigns",
            ),
        });
    };
    Ok(conditionally(known.as_ref(), document, &etag))
}

/// A document with its entity tag, or word that the client has it already.
pub(super) fn conditionally(known: Option<&Tags>, document: String, etag: &str) -> Response {
    let unchanged = known.is_some_and(|tags| tags.names_weakly(etag));
    let mut response = if unchanged {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(CONTENT_TYPE, "application/json")], document).into_response()
    };
    put_header(&mut response, ETAG, etag);
    response
}

/// Returns which document the query asks for.
fn variant(uri: &Uri) -> Result<Variant, Problem> {
    let query = uri.query().unwrap_or_default();
    let named = url::form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name == "version");
    let values: Vec<_> = named.map(|(_, value)| value.into_owned()).collect();
    match values.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] | ["stored"] => Ok(Variant::Stored),
        ["live"] => Ok(Variant::Live),
        _ => Err(Problem::new(
            Kind::InvalidRequest,
            "there is no such version",
            "ask for version=live, version=stored, or leave it out",
        )),
    }
}

/// `PUT /api/v1/campaigns/{id}`
pub(super) async fn put(
    state: State<Arc<App>>,
    CampaignId(id): CampaignId,
    uri: Uri,
    headers: HeaderMap,
    Whole(body): Whole,
) -> Result<Response, Problem> {
    require_json(&headers)?;
    if let Some(answer) = replayed(&state, &Method::PUT, &uri, &headers, &body).await? {
        return Ok(answer);
    }
    let (place, bytes) = (id.clone(), body.clone());
    // Reading a document and decoding its pictures takes milliseconds, for which other requests should not wait.
    let read = tokio::task::spawn_blocking(move || document::read(&place, &bytes).map(Box::new)).await;
    let document = read.map_err(|error| Problem::internal(&error))?;
    change(state, Method::PUT, id, uri, headers, &body, Change::Put(document)).await
}

/// `DELETE /api/v1/campaigns/{id}`
pub(super) async fn delete(
    state: State<Arc<App>>,
    CampaignId(id): CampaignId,
    uri: Uri,
    headers: HeaderMap,
    Whole(body): Whole,
) -> Result<Response, Problem> {
    change(state, Method::DELETE, id, uri, headers, &body, Change::Delete).await
}

/// `POST /api/v1/campaigns/{id}/launch`
pub(super) async fn launch(
    state: State<Arc<App>>,
    CampaignId(id): CampaignId,
    uri: Uri,
    headers: HeaderMap,
    Whole(body): Whole,
) -> Result<Response, Problem> {
    change(state, Method::POST, id, uri, headers, &body, Change::Launch).await
}

/// `POST /api/v1/campaigns/{id}/pause`
pub(super) async fn pause(
    state: State<Arc<App>>,
    CampaignId(id): CampaignId,
    uri: Uri,
    headers: HeaderMap,
    Whole(body): Whole,
) -> Result<Response, Problem> {
    change(state, Method::POST, id, uri, headers, &body, Change::Pause).await
}

/// Returns the first answer to a repeated request, if it is one.
pub(super) async fn replayed(
    app: &App,
    method: &Method,
    uri: &Uri,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Option<Response>, Problem> {
    let Some(key) = key(headers, method.as_str(), uri.path(), body)? else {
        return Ok(None);
    };
    Ok(app.answered(&key).await?.map(respond))
}

/// Makes a change under the conditions that the headers state.
async fn change(
    State(app): State<Arc<App>>,
    method: Method,
    id: String,
    uri: Uri,
    headers: HeaderMap,
    body: &[u8],
    change: Change,
) -> Result<Response, Problem> {
    let write = Write {
        condition: condition(&headers)?,
        key: key(&headers, method.as_str(), uri.path(), body)?,
        id,
        change,
        now: clock::now(),
    };
    app.flush().await;
    app.write(write).await.map(respond)
}

/// An answer of the store as HTTP says it.
pub(super) fn respond(answer: Answer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    let mut response = if answer.body.is_empty() {
        status.into_response()
    } else {
        (status, [(CONTENT_TYPE, "application/json")], answer.body).into_response()
    };
    if let Some(etag) = &answer.etag {
        put_header(&mut response, ETAG, etag);
    }
    if let Some(location) = &answer.location {
        put_header(&mut response, LOCATION, location);
    }
    response
}

/// Sets a header to a value of the backend's own making, which is plain ASCII.
pub(super) fn put_header(response: &mut Response, name: axum::http::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}
