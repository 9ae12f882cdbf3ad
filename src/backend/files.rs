//! What the program brings along for visitors: the widget, its fonts, the demo shop, the description of the routes. All of it is part of the
//! binary, so no name that a request makes up can lead to a file.

use axum::body::Bytes;

use super::content::{Content, Freshness};
use super::demo::Demo;
use super::openapi;
use super::site::Site;
use crate::popup::{widget_fonts, widget_script};

/// All files, ready to send.
pub(super) struct Files {
    pub widget: Content,
    pub openapi: Content,
    pub demo: Demo,
    fonts: Vec<(&'static str, Content)>,
}

impl Files {
    /// The files, the demo shop in this look.
    pub(super) fn new(site: &Site) -> Self {
        let font = |(name, bytes): (&'static str, &'static [u8])| {
            let bytes = Bytes::from_static(bytes);
            (name, Content::new("font/woff2", Freshness::Day, bytes))
        };
        let description = openapi::description().to_string();
        Files {
            widget: Content::text("text/javascript; charset=utf-8", Freshness::Minutes, widget_script()),
            openapi: Content::text("application/json", Freshness::Minutes, description),
            demo: Demo::new(site),
            fonts: widget_fonts().into_iter().map(font).collect(),
        }
    }

    /// A font of the widget.
    pub(super) fn font(&self, name: &str) -> Option<&Content> {
        self.fonts
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, font)| font)
    }
}
