//! What the program brings along for visitors: the widget, its fonts, the demo shop, the description of the routes. All of it is part of the
//! binary, so no name that a request makes up can lead to a file.

use axum::body::Bytes;

use super::content::{Content, Freshness};
use super::site::Site;

macro_rules! asset {
    ($path:literal) => {
        include_bytes!(concat!("../../assets/", $path)).as_slice()
    };
}

/// The description of the routes.
pub(super) const OPENAPI: &[u8] = asset!("api/openapi.json");

/// The fonts that the widget's style names.
const FONTS: [(&str, &[u8]); 1] = [("inter.woff2", asset!("widget/fonts/inter.woff2"))];

/// The demo shop's files, by what follows `/demo/`; its first page is nameless.
const DEMO: [(&str, &str, &[u8]); 0] = [];

/// All files, ready to send.
pub(super) struct Files {
    pub widget: Content,
    pub openapi: Content,
    fonts: Vec<(&'static str, Content)>,
    demo: Vec<(&'static str, Content)>,
}

impl Files {
    /// The files, the demo shop in this look.
    pub(super) fn new(site: &Site) -> Self {
        let font = |(name, bytes): (&'static str, &'static [u8])| {
            let bytes = Bytes::from_static(bytes);
            (name, Content::new("font/woff2", Freshness::Day, bytes))
        };
        Files {
            widget: Content::text("text/javascript; charset=utf-8", Freshness::Minutes, widget_script()),
            openapi: Content::text("application/json", Freshness::Minutes, OPENAPI),
            fonts: FONTS.into_iter().map(font).collect(),
            demo: DEMO
                .into_iter()
                .map(|(name, media_type, bytes)| (name, demo_file(media_type, bytes, site)))
                .collect(),
        }
    }

    /// A font of the widget.
    pub(super) fn font(&self, name: &str) -> Option<&Content> {
        named(&self.fonts, name)
    }

    /// A file of the demo shop.
    pub(super) fn demo(&self, name: &str) -> Option<&Content> {
        named(&self.demo, name)
    }
}

fn named<'a>(files: &'a [(&'static str, Content)], name: &str) -> Option<&'a Content> {
    files
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, content)| content)
}

fn demo_file(media_type: &'static str, bytes: &'static [u8], site: &Site) -> Content {
    let freshness = Freshness::AskAlways;
    match std::str::from_utf8(bytes) {
        Ok(page) if media_type.starts_with("text/html") => Content::text(media_type, freshness, site.put_into(page)),
        Ok(text) => Content::text(media_type, freshness, text),
        Err(_) => Content::new(media_type, freshness, Bytes::from_static(bytes)),
    }
}

fn widget_script() -> &'static str {
    ""
}
