//! The words that a look chooses among.

use crate::campaign::Named;

macro_rules! choices {
    ($($(#[$about:meta])* $name:ident { $($(#[$said:meta])* $word:ident = $id:literal),+ $(,)? })+) => {
        $(
            $(#[$about])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
            pub enum $name {
                $($(#[$said])* $word),+
            }

            impl Named for $name {
                fn id(self) -> &'static str {
                    match self {
                        $(Self::$word => $id),+
                    }
                }
            }

            impl $name {
                /// The identifiers in files, in the order in which people are offered them.
                pub const IDS: &'static [&'static str] = &[$($id),+];
            }
        )+
    };
}

choices! {
    /// What the texts are set in.
    Font {
        /// The font that ships with the widget.
        Inter = "inter",
        /// The one of the visitor's system.
        System = "system",
    }

    /// How large the texts are.
    TextSize {
        /// 12 px, a title 18.
        Small = "small",
        /// 15 px, a title 20.
        Regular = "regular",
        /// 18 px, a title 24.
        Large = "large",
    }

    /// Where the lines of an invitation begin.
    Align {
        /// At the side from which its language is read.
        Start = "start",
        /// Centred.
        Center = "center",
    }

    /// Where a card's picture is.
    PictureLayout {
        /// Above the texts.
        Top = "top",
        /// Beside them; above them on phones.
        Side = "side",
        /// Behind them, with a veil that keeps them readable.
        Full = "full",
        /// Nowhere, even where the campaign has one.
        None = "none",
    }

    /// The sign that closes an invitation.
    CloseSign {
        /// On the card.
        Inside = "inside",
        /// Above it, on the page. A bubble has it there always.
        Outside = "outside",
        /// None: Escape and a link at the end of the texts close it.
        None = "none",
    }

    /// Where on the page an invitation is.
    PagePlace {
        /// Top left.
        TopLeft = "top_left",
        /// Top, in the middle.
        TopCenter = "top_center",
        /// Top right.
        TopRight = "top_right",
        /// Half way down, at the left.
        CenterLeft = "center_left",
        /// The middle.
        CenterCenter = "center_center",
        /// Half way down, at the right.
        CenterRight = "center_right",
        /// Bottom left, above the launcher.
        BottomLeft = "bottom_left",
        /// Bottom, in the middle.
        BottomCenter = "bottom_center",
        /// Bottom right, above the launcher.
        BottomRight = "bottom_right",
    }

    /// How it comes onto the page.
    Motion {
        /// Up by a few pixels, out of nothing.
        Rise = "rise",
        /// Out of nothing.
        Fade = "fade",
        /// From the edge of the page that is next to it.
        Slide = "slide",
        /// At once.
        None = "none",
    }

    /// Light or dark.
    ThemeChoice {
        /// As the visitor's system is.
        Auto = "auto",
        /// Always light.
        Light = "light",
        /// Always dark.
        Dark = "dark",
    }
}

/// An edge of the page, or the middle between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// The top, or the left.
    First,
    /// Half way.
    Middle,
    /// The bottom, or the right.
    Last,
}

impl PagePlace {
    /// Returns where it is from top to bottom.
    pub const fn row(self) -> Edge {
        match self {
            Self::TopLeft | Self::TopCenter | Self::TopRight => Edge::First,
            Self::CenterLeft | Self::CenterCenter | Self::CenterRight => Edge::Middle,
            Self::BottomLeft | Self::BottomCenter | Self::BottomRight => Edge::Last,
        }
    }

    /// Returns where it is from left to right.
    pub const fn column(self) -> Edge {
        match self {
            Self::TopLeft | Self::CenterLeft | Self::BottomLeft => Edge::First,
            Self::TopCenter | Self::CenterCenter | Self::BottomCenter => Edge::Middle,
            Self::TopRight | Self::CenterRight | Self::BottomRight => Edge::Last,
        }
    }
}
