//! The three steps of the editor.

/// A step of the editor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, strum::VariantArray)]
pub enum EditorStep {
    /// Who sees it, and when on the page.
    #[default]
    Audience,
    /// What they see, how often and how soon.
    Message,
    /// What is left to do, and how to publish.
    Review,
}

impl EditorStep {
    /// The steps in their order.
    pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

    /// The step after this one; none after the last.
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Audience => Some(Self::Message),
            Self::Message => Some(Self::Review),
            Self::Review => None,
        }
    }

    /// The step on which the place that a JSON Pointer names is edited.
    pub fn of_pointer(pointer: &str) -> Self {
        if ["/audience", "/activity"]
            .iter()
            .any(|start| pointer.starts_with(start))
        {
            Self::Audience
        } else if ["/content", "/schedule", "/launcher_image", "/look"]
            .iter()
            .any(|start| pointer.starts_with(start))
        {
            Self::Message
        } else {
            Self::Review
        }
    }

    /// The key of its name's text.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Audience => "step-audience",
            Self::Message => "step-message",
            Self::Review => "step-review",
        }
    }
}
