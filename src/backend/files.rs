//! The files that the program contains for visitors: the widget, its fonts, the demo shop, the description of the routes. All of it is part of the
//! binary, so no name made up by a request can lead to a file.

use std::sync::LazyLock;

use axum::body::Bytes;

use super::conditional::Coding;
use super::content::{Content, Effort, Freshness};
use super::demo::Demo;
use super::openapi;
use super::site::Site;
use crate::popup::{widget_fonts, widget_parts, widget_script};

/// The widget, which every backend of a process serves: compressing it thoroughly takes a while, and is done once.
static WIDGET: LazyLock<Content> = LazyLock::new(|| {
    let script = Bytes::from_static(widget_script().as_bytes());
    Content::text(
        "text/javascript; charset=utf-8",
        Freshness::Minutes,
        Effort::Thorough,
        script,
    )
});

/// What it draws from. Another version of it has another address.
static PARTS: LazyLock<Content> = LazyLock::new(|| {
    let parts = Bytes::from_static(widget_parts().as_bytes());
    Content::text("application/json", Freshness::Day, Effort::Thorough, parts)
});

/// All files, ready to send.
pub(super) struct Files {
    pub widget: Content,
    pub parts: Content,
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
            widget: WIDGET.clone(),
            parts: PARTS.clone(),
            openapi: Content::text("application/json", Freshness::Minutes, Effort::Quick, description),
            demo: Demo::new(site),
            fonts: widget_fonts().into_iter().map(font).collect(),
        }
    }

    /// Compresses the widget in every coding, so that no visitor waits for it.
    pub(super) fn pack_widget() {
        for coding in [Coding::Gzip, Coding::Brotli] {
            WIDGET.packed(coding);
            PARTS.packed(coding);
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
