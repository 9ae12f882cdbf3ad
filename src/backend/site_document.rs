//! `/api/v1/site`: what holds for all campaigns of the site, as the library's `site.json` says it.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::IF_NONE_MATCH;
use axum::http::{HeaderMap, Method, Uri};
use axum::response::Response;
use serde_json::{Value, json};

use super::api::{conditionally, replayed, respond};
use super::app::App;
use super::conditional::Tags;
use super::document::unreadable;
use super::extract::{Whole, condition, key, require_json};
use super::problem::{Kind, Problem};
use super::store::SiteWrite;
use crate::campaign::{MAX_PROBLEMS, SiteDocument};
use crate::clock;
use crate::insight::{Finding, Severity, check_site};
use crate::wording::{Language, finding as phrase};

/// `GET /api/v1/site`
pub(super) async fn get(State(app): State<Arc<App>>, headers: HeaderMap) -> Result<Response, Problem> {
    let known = Tags::read(&headers, &IF_NONE_MATCH)?;
    let Some((document, etag)) = app.store.run(|database| database.site()).await? else {
        return Err(Problem::new(
            Kind::NotFound,
            "this backend has no site document",
            "put one with `If-None-Match: *`",
        ));
    };
    Ok(conditionally(known.as_ref(), document, &etag))
}

/// `PUT /api/v1/site`
pub(super) async fn put(
    State(app): State<Arc<App>>,
    uri: Uri,
    headers: HeaderMap,
    Whole(body): Whole,
) -> Result<Response, Problem> {
    require_json(&headers)?;
    if let Some(answer) = replayed(&app, &Method::PUT, &uri, &headers, &body).await? {
        return Ok(answer);
    }
    let write = SiteWrite {
        document: read(&body).map(Box::new),
        condition: condition(&headers)?,
        key: key(&headers, Method::PUT.as_str(), uri.path(), &body)?,
        now: clock::now(),
    };
    app.store
        .run(move |database| database.put_site(write))
        .await
        .map(respond)
}

/// Reads the document sent.
///
/// # Errors
/// The first problems of the file, or of what the checks call an error.
pub(super) fn read(body: &[u8]) -> Result<SiteDocument, Problem> {
    let document = SiteDocument::from_json(body).map_err(|error| unreadable(&error))?;
    let findings = check_site(&document);
    let errors = findings.iter().filter(|finding| finding.severity() == Severity::Error);
    let errors: Vec<Value> = errors.take(MAX_PROBLEMS).map(in_words).collect();
    if errors.is_empty() {
        return Ok(document);
    }
    Err(Problem::new(
        Kind::InvalidDocument,
        "the checks found errors in the site document",
        "correct what `problems` lists, and put it again",
    )
    .with("problems", errors))
}

fn in_words(finding: &Finding) -> Value {
    let words = phrase(finding, Language::ENGLISH);
    json!({ "code": finding.code(), "path": finding.path, "message": words.message, "hint": words.fix })
}
