//! Browser windows by their size: any size, and devices by name.

use std::{ops::RangeInclusive, str::FromStr};

use super::Frame;

/// The inside of a browser window, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Viewport {
    width: u32,
    height: u32,
}

/// Why a text is not the size of a browser window.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not the size of a browser window: write width and height in CSS pixels, from 240 to 2560, such as 390x844"
)]
pub struct ViewportError(String);

impl Viewport {
    /// How long a side may be.
    pub const SIDE: RangeInclusive<u32> = 240..=2560;

    /// Returns the nearest size that pages are shown in.
    pub fn new(width: u32, height: u32) -> Self {
        let side = |length: u32| length.clamp(*Self::SIDE.start(), *Self::SIDE.end());
        Self {
            width: side(width),
            height: side(height),
        }
    }

    /// Returns width and height.
    pub const fn size(self) -> (u32, u32) {
        (self.width, self.height)
    }

    /// Returns the window of a device that is held the other way.
    #[must_use]
    pub const fn turned(self) -> Self {
        Self {
            width: self.height,
            height: self.width,
        }
    }

    /// Returns the kind of device that has windows of about this width.
    pub fn frame(self) -> Frame {
        let (phone, tablet, desktop) = (Frame::Phone.size().0, Frame::Tablet.size().0, Frame::Desktop.size().0);
        // Half-way between two usual widths, the wider device begins.
        if self.width * 2 < phone + tablet {
            Frame::Phone
        } else if self.width * 2 <= tablet + desktop {
            Frame::Tablet
        } else {
            Frame::Desktop
        }
    }
}

impl From<Frame> for Viewport {
    fn from(frame: Frame) -> Self {
        let (width, height) = frame.size();
        Self { width, height }
    }
}

impl FromStr for Viewport {
    type Err = ViewportError;

    fn from_str(text: &str) -> Result<Self, ViewportError> {
        let wrong = || ViewportError(text.to_owned());
        let (width, height) = text.split_once(['x', '×']).ok_or_else(wrong)?;
        let side = |length: &str| length.trim().parse().ok().filter(|side| Self::SIDE.contains(side));
        let (width, height) = side(width).zip(side(height)).ok_or_else(wrong)?;
        Ok(Self { width, height })
    }
}

/// A device that many visitors have.
#[derive(Debug, PartialEq, Eq)]
pub struct Device {
    /// Its name, which is the same in every language.
    pub name: &'static str,
    /// What kind of device it is.
    pub frame: Frame,
    /// Its screen, held as it usually is.
    pub viewport: Viewport,
}

impl Device {
    const fn new(name: &'static str, frame: Frame, width: u32, height: u32) -> Self {
        Self {
            name,
            frame,
            viewport: Viewport { width, height },
        }
    }

    /// All of them, by kind, smallest first. The sizes are those that the makers tell, in CSS pixels.
    pub const ALL: &'static [Self] = &[
        Self::new("iPhone SE (2016)", Frame::Phone, 320, 568),
        Self::new("Galaxy S24", Frame::Phone, 360, 780),
        Self::new("iPhone SE", Frame::Phone, 375, 667),
        Self::new("iPhone 16", Frame::Phone, 393, 852),
        Self::new("Pixel 7", Frame::Phone, 412, 915),
        Self::new("iPhone 16 Pro Max", Frame::Phone, 440, 956),
        Self::new("iPad mini", Frame::Tablet, 744, 1133),
        Self::new("Galaxy Tab S9", Frame::Tablet, 800, 1280),
        Self::new("iPad Air", Frame::Tablet, 820, 1180),
        Self::new("iPad Pro 12.9", Frame::Tablet, 1024, 1366),
        Self::new("Chromebook", Frame::Desktop, 1366, 768),
        Self::new("MacBook Air", Frame::Desktop, 1440, 900),
        Self::new("Full HD", Frame::Desktop, 1920, 1080),
    ];
}

#[cfg(test)]
mod tests {
    use super::{Device, Viewport};
    use crate::popup::Frame;

    #[test]
    fn sizes_are_read_as_they_are_written() {
        assert_eq!("390x844".parse(), Ok(Viewport::new(390, 844)));
        assert_eq!("390 × 844".parse(), Ok(Viewport::new(390, 844)));
        for wrong in [
            "",
            "390",
            "x",
            "390x",
            "0x0",
            "100x844",
            "9999x9999",
            "390x844x2",
            "-390x844",
            "a×b",
        ] {
            let error = wrong.parse::<Viewport>().expect_err(wrong);
            assert!(error.to_string().contains("390x844"), "{error}");
        }
        assert_eq!(Viewport::new(0, u32::MAX).size(), (240, 2560));
    }

    #[test]
    fn a_width_belongs_to_the_kind_of_device_that_has_it() {
        for frame in Frame::ALL {
            assert_eq!(Viewport::from(*frame).frame(), *frame);
        }
        for device in Device::ALL {
            assert_eq!(device.viewport.frame(), device.frame, "{}", device.name);
            let (width, height) = device.viewport.size();
            assert_eq!(device.viewport, Viewport::new(width, height), "{}", device.name);
            assert_eq!(device.viewport.turned().size(), (height, width));
        }
        assert_eq!(Viewport::new(240, 800).frame(), Frame::Phone);
    }
}
