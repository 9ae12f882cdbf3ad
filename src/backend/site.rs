//! The look of the site that the demo shop represents, as attributes of the widget's tag.

use crate::popup::{Brand, Theme};

/// The look of the demo shop.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Site {
    /// Colour, corner and the chat's title.
    pub brand: Brand,
    /// `None` follows the visitor's system.
    pub theme: Option<Theme>,
}

impl Site {
    /// As attributes, each behind a blank; without colour, corner and theme where the `published` site document decides them.
    pub(super) fn attributes(&self, published: bool) -> String {
        let theme = self.theme.map_or_else(|| "auto".to_owned(), |theme| theme.to_string());
        let look = || {
            format!(
                " data-brand=\"{}\" data-corner=\"{}\" data-theme=\"{theme}\"",
                self.brand.color(),
                self.brand.corner()
            )
        };
        let mut attributes = if published { String::new() } else { look() };
        if !self.brand.name.trim().is_empty() {
            attributes.push_str(&format!(" data-name=\"{}\"", escape(&self.brand.name)));
        }
        attributes
    }
}

/// A text within the quotes of an attribute.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            other => safe.push(other),
        }
    }
    safe
}
