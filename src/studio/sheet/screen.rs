//! The browser windows of the sheet.

use crate::{
    campaign::Named,
    popup::{Device, Frame, Viewport},
    studio::viewing::{Viewing, Window},
};

/// The browser window of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Screen {
    /// The usual desktop.
    Desktop,
    /// The usual tablet.
    Tablet,
    /// The usual phone.
    Phone,
    /// The smallest phone that many visitors have.
    SmallPhone,
}

impl Named for Screen {
    fn id(self) -> &'static str {
        self.into()
    }
}

impl Screen {
    /// All of them, in the order of the sheet.
    pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

    /// Those that are shown unless others are asked for.
    pub(super) const USUAL: [Self; 3] = [Self::Desktop, Self::Tablet, Self::Phone];

    /// The kind of device.
    pub const fn frame(self) -> Frame {
        match self {
            Self::Desktop => Frame::Desktop,
            Self::Tablet => Frame::Tablet,
            Self::Phone | Self::SmallPhone => Frame::Phone,
        }
    }

    /// The same window in the preview.
    pub fn window(self) -> Window {
        match (self, Device::ALL.first()) {
            (Self::SmallPhone, Some(smallest)) => Window::Device(smallest),
            (Self::Desktop | Self::Tablet | Self::Phone | Self::SmallPhone, _) => Window::Usual(self.frame()),
        }
    }

    /// Its size.
    pub fn viewport(self) -> Viewport {
        Viewing::of(self.window()).viewport()
    }

    /// The key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Desktop => "frame-desktop",
            Self::Tablet => "frame-tablet",
            Self::Phone => "frame-phone",
            Self::SmallPhone => "sheet-small-phone",
        }
    }
}
