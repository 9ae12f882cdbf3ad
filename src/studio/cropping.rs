//! Which part of a picture its card shows, while that is being chosen: a frame of fixed proportions that is moved and made smaller on the picture.

use crate::library::Crop;

/// The smallest part, as a share of the largest.
const SMALLEST: f64 = 0.08;
/// How much an arrow key moves the frame, as a share of it.
const STEP: f64 = 0.02;

/// Something that changes the part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Event {
    /// The picture was moved under the frame, by so many pixels of its own to the right and down.
    Drag(f64, f64),
    /// An arrow key was pressed, so many times to the right and down.
    Step(f64, f64),
    /// The part is to be this many times as large.
    Scale(f64),
    /// The part is to be this share of the largest.
    Share(f64),
    /// The part that was suggested is wanted again.
    Reset,
}

/// The part that is being chosen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cropping {
    picture: (f64, f64),
    suggested: Crop,
    /// The part's middle, in pixels of the picture.
    middle: (f64, f64),
    /// Its size as a share of the largest, which is the suggested one.
    share: f64,
}

impl Cropping {
    /// Begins with the suggested part of a picture of this many pixels: the largest with the right proportions.
    pub fn new((width, height): (u32, u32), suggested: Crop) -> Self {
        let middle = |from: u32, length: u32| f64::from(from) + f64::from(length) / 2.0;
        Self {
            picture: (f64::from(width.max(1)), f64::from(height.max(1))),
            middle: (
                middle(suggested.x, suggested.width),
                middle(suggested.y, suggested.height),
            ),
            suggested,
            share: 1.0,
        }
    }

    /// Width and height of the picture, in pixels.
    pub fn picture(&self) -> (f64, f64) {
        self.picture
    }

    /// The part's size as a share of the largest.
    pub fn share(&self) -> f64 {
        self.share
    }

    /// The shares that a part may have.
    pub fn shares() -> std::ops::RangeInclusive<f64> {
        SMALLEST..=1.0
    }

    fn size(&self) -> (f64, f64) {
        let length = |length: u32| f64::from(length) * self.share;
        (length(self.suggested.width), length(self.suggested.height))
    }

    /// Where the part begins, and its size, in pixels of the picture.
    pub fn area(&self) -> [f64; 4] {
        let (width, height) = self.size();
        [self.middle.0 - width / 2.0, self.middle.1 - height / 2.0, width, height]
    }

    /// Handles `event`.
    pub fn on(&mut self, event: Event) {
        match event {
            Event::Drag(right, down) => self.move_by(-right, -down),
            Event::Step(right, down) => {
                let (width, _) = self.size();
                self.move_by(right * width * STEP, down * width * STEP);
            }
            Event::Scale(factor) => self.on(Event::Share(self.share * factor)),
            Event::Share(share) => {
                self.share = share.clamp(SMALLEST, 1.0);
                self.move_by(0.0, 0.0);
            }
            Event::Reset => *self = Self::new((self.picture.0 as u32, self.picture.1 as u32), self.suggested),
        }
    }

    /// Moves the part, within the picture.
    fn move_by(&mut self, right: f64, down: f64) {
        let (width, height) = self.size();
        let within = |middle: f64, length: f64, whole: f64| {
            let least = (length / 2.0).min(whole / 2.0);
            middle.clamp(least, (whole - length / 2.0).max(least))
        };
        self.middle = (
            within(self.middle.0 + right, width, self.picture.0),
            within(self.middle.1 + down, height, self.picture.1),
        );
    }

    /// The part in whole pixels.
    pub fn crop(&self) -> Crop {
        let whole = |value: f64| value.round().max(0.0) as u32;
        let [x, y, width, height] = self.area().map(whole);
        Crop {
            x,
            y,
            width: width.max(1),
            height: height.max(1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUGGESTED: Crop = Crop {
        x: 0,
        y: 100,
        width: 1000,
        height: 500,
    };

    #[test]
    fn a_part_stays_within_its_picture_whatever_is_done_to_it() {
        let mut cropping = Cropping::new((1000, 700), SUGGESTED);
        assert_eq!(cropping.crop(), SUGGESTED);
        let events = [
            Event::Drag(0.0, 500.0),
            Event::Share(0.5),
            Event::Drag(-9_000.0, 40.0),
            Event::Step(3.0, -2.0),
            Event::Scale(0.1),
            Event::Drag(9_000.0, 9_000.0),
            Event::Scale(100.0),
        ];
        for event in events {
            cropping.on(event);
            let Crop { x, y, width, height } = cropping.crop();
            assert!(x + width <= 1000 && y + height <= 700, "{event:?} {cropping:?}");
            let ratio = f64::from(width) / f64::from(height);
            assert!((ratio - 2.0).abs() < 0.06, "{event:?} {cropping:?}");
        }
        cropping.on(Event::Reset);
        assert_eq!(cropping.crop(), SUGGESTED);
    }

    #[test]
    fn a_picture_is_dragged_under_its_frame() {
        let mut cropping = Cropping::new((1000, 700), SUGGESTED);
        cropping.on(Event::Drag(0.0, 60.0));
        assert_eq!(cropping.crop().y, 40, "what was above comes into sight");
        cropping.on(Event::Share(0.5));
        assert_eq!(cropping.crop().width, 500);
        cropping.on(Event::Step(1.0, 0.0));
        assert_eq!(cropping.crop().x, 260);
    }
}
