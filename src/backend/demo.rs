//! The demo shop, which replaces the user's own site: to the widget, its pages have the addresses of that site, so that campaigns that ask
//! for a page match there too.
//!
//! Which site that is: the one that the visitor came to see (`/demo/open?page=…`, kept in a cookie), else the one that live campaigns name most
//! often, else [`DEFAULT_SITE`]. Every path has a page, since the site may have any.

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use axum::response::Response;
use url::Url;

use super::content::{Content, Effort, Freshness};
use super::site::{Site, escape};
use crate::campaign::{Campaign, Condition, Group, Node};

/// The site of the sample campaigns.
const DEFAULT_SITE: &str = "https://www.example.com/";
/// The cookie that remembers the site.
const SITE_COOKIE: &str = "beckon-demo-site";
/// The attributes that the widget must not get twice.
const OWN_ATTRIBUTES: [&str; 6] = [
    "data-root",
    "data-site",
    "data-brand",
    "data-corner",
    "data-theme",
    "data-name",
];

macro_rules! page {
    ($name:literal) => {
        include_str!(concat!("../../assets/demo/", $name, ".html"))
    };
}
macro_rules! file {
    ($name:literal, $media_type:expr) => {
        (
            $name,
            $media_type,
            include_bytes!(concat!("../../assets/demo/", $name)).as_slice(),
        )
    };
}

/// The shop's own pages, by their path under `/demo/`.
const PAGES: [(&str, &str); 9] = [
    ("", page!("index")),
    ("account", page!("account")),
    ("cart", page!("cart")),
    ("checkout", page!("checkout")),
    ("journal", page!("journal")),
    ("orders", page!("orders")),
    ("plants", page!("plants")),
    ("social", page!("social")),
    ("winter-sale", page!("winter-sale")),
];
/// Those whose addresses have a further part, such as `plants/monstera`.
const SECTIONS: [&str; 2] = ["journal", "plants"];
/// The page shown for every other address.
const GENERAL: &str = page!("general");
const SCRIPT: &str = "text/javascript; charset=utf-8";
const PICTURE: &str = "image/svg+xml";
/// The files of the pages: path, media type, content.
const FILES: [(&str, &str, &[u8]); 12] = [
    file!("shop.css", "text/css; charset=utf-8"),
    file!("shop.js", SCRIPT),
    file!("plants.js", SCRIPT),
    file!("catalogue.js", SCRIPT),
    file!("bot.js", SCRIPT),
    file!("pictures/calathea.svg", PICTURE),
    file!("pictures/fern.svg", PICTURE),
    file!("pictures/mark.svg", PICTURE),
    file!("pictures/monstera.svg", PICTURE),
    file!("pictures/pothos.svg", PICTURE),
    file!("pictures/snake-plant.svg", PICTURE),
    file!("pictures/string-of-pearls.svg", PICTURE),
];

/// The shop, ready to send.
pub(super) struct Demo {
    pages: BTreeMap<&'static str, Page>,
    general: Page,
    files: BTreeMap<&'static str, Content>,
    site: Site,
}

/// A page, cut where the site goes into the widget's tag.
struct Page {
    before: String,
    after: String,
}

impl Demo {
    /// The shop in this look.
    pub(super) fn new(site: &Site) -> Self {
        let file = |(path, media_type, bytes): (&'static str, &'static str, &'static [u8])| {
            let content = match std::str::from_utf8(bytes) {
                Ok(text) => Content::text(media_type, Freshness::AskAlways, Effort::Quick, text),
                Err(_) => Content::new(media_type, Freshness::AskAlways, Bytes::from_static(bytes)),
            };
            (path, content)
        };
        Demo {
            pages: PAGES.into_iter().map(|(path, html)| (path, Page::new(html))).collect(),
            general: Page::new(GENERAL),
            files: FILES.into_iter().map(file).collect(),
            site: site.clone(),
        }
    }

    /// The shop's own page at a path.
    fn page(&self, path: &str) -> Option<&Page> {
        let section = path.split('/').next().filter(|section| SECTIONS.contains(section));
        self.pages.get(section.unwrap_or(path))
    }

    /// Whether the shop has its own content at a path.
    #[cfg(test)]
    pub(super) fn is_own(&self, path: &str) -> bool {
        self.files.contains_key(path) || self.page(path.trim_end_matches('/')).is_some()
    }

    /// The answer for a path under `/demo/`, to a visitor with these headers. `named` is the site that live campaigns name; `published` says whether
    /// a site document decides how its pop-ups look.
    pub(super) fn answer(&self, path: &str, headers: &HeaderMap, named: Option<&str>, published: bool) -> Response {
        if let Some(file) = self.files.get(path) {
            return file.answer(headers);
        }
        let page = self.page(path.trim_end_matches('/')).unwrap_or(&self.general);
        let chosen = chosen_site(headers);
        let site = chosen.as_deref().or(named).unwrap_or(DEFAULT_SITE);
        page.standing_for(site, &self.site.attributes(published))
            .answer(headers)
    }
}

impl Page {
    fn new(html: &str) -> Self {
        let (start, end) = widget_tag(html).unwrap_or((html.len(), html.len()));
        let mut tag = html[start..end].to_owned();
        for name in OWN_ATTRIBUTES {
            remove_attribute(&mut tag, name);
        }
        Page {
            before: format!("{}{tag} data-root=\"/demo/\"", &html[..start]),
            after: html[end..].to_owned(),
        }
    }

    /// The page for a visitor of this site, with further attributes of the widget's tag.
    fn standing_for(&self, site: &str, attributes: &str) -> Content {
        let html = format!(
            "{}{attributes} data-site=\"{}\"{}",
            self.before,
            escape(site),
            self.after
        );
        Content::text("text/html; charset=utf-8", Freshness::Personal, Effort::Quick, html)
    }
}

/// Where the widget's tag begins, and where its `>` is.
fn widget_tag(html: &str) -> Option<(usize, usize)> {
    let script = html.find("widget.js\"")?;
    let start = html[..script].rfind("<script")?;
    let end = script + html[script..].find('>')?;
    Some((start, end))
}

fn remove_attribute(tag: &mut String, name: &str) {
    if let Some(start) = tag.find(&format!(" {name}=\""))
        && let Some(end) = tag[start..].match_indices('"').nth(1)
    {
        let end = start + end.0 + 1;
        tag.replace_range(start..end, "");
    }
}

/// Returns the site of a page, with a trailing slash; `None` for what is not a web page, and for host names that no real site has.
pub(super) fn site_of(page: &Url) -> Option<String> {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_' | '[' | ']' | ':');
    let real = page
        .host_str()
        .is_some_and(|host| !host.is_empty() && host.chars().all(plain));
    let of_the_web = matches!(page.scheme(), "http" | "https") && real;
    of_the_web.then(|| format!("{}/", page.origin().ascii_serialization()))
}

/// The cookie that remembers a site.
pub(super) fn site_cookie(site: &str) -> String {
    let value: String = url::form_urlencoded::byte_serialize(site.as_bytes()).collect();
    format!("{SITE_COOKIE}={value}; Path=/demo; SameSite=Lax; Max-Age=31536000")
}

/// The site that a visitor came to see.
fn chosen_site(headers: &HeaderMap) -> Option<String> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    let (_, value) = pairs.find(|(name, _)| *name == SITE_COOKIE)?;
    let (text, _) = url::form_urlencoded::parse(value.as_bytes()).next()?;
    site_of(&Url::parse(&text).ok()?)
}

/// Returns the sites that a campaign asks for, once for each condition that names one.
pub(super) fn named_sites(campaign: &Campaign) -> Vec<String> {
    let mut named = Vec::new();
    visit(&campaign.audience, &mut |condition| {
        let value = condition.value.as_ref().and_then(serde_json::Value::as_str);
        let page = value.and_then(|text| Url::parse(text).ok());
        named.extend(page.as_ref().and_then(site_of));
    });
    named
}

/// The site that is named most often; of equals, the first in the alphabet.
pub(super) fn most_named(sites: &BTreeMap<String, usize>) -> Option<String> {
    let most = *sites.values().max()?;
    let mut named = sites.iter().filter(|(_, count)| **count == most);
    named.next().map(|(site, _)| site.clone())
}

/// Visits every condition about the page's address that decides something.
fn visit(group: &Group, see: &mut impl FnMut(&Condition)) {
    for node in &group.children {
        match node {
            Node::Group(inner) if !inner.muted => visit(inner, see),
            Node::Condition(condition)
                if !condition.muted
                    && condition
                        .field
                        .known()
                        .is_some_and(|field| field.spec().is_page_address()) =>
            {
                see(condition);
            }
            Node::Group(_) | Node::Condition(_) | Node::Saved(_) => {}
        }
    }
}
