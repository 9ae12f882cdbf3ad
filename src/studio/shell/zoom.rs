//! How large the interface is, in per cent of what the desktop asks for.

/// What nobody has changed.
pub const USUAL: u16 = 100;

/// The sizes to choose from.
pub const STEPS: [u16; 9] = [80, 90, 100, 110, 125, 140, 160, 180, 200];

/// The next larger size; the largest has none.
pub fn larger(zoom: u16) -> Option<u16> {
    STEPS.into_iter().find(|step| *step > zoom)
}

/// The next smaller size; the smallest has none.
pub fn smaller(zoom: u16) -> Option<u16> {
    STEPS.into_iter().rev().find(|step| *step < zoom)
}

/// A size that was remembered, within those to choose from.
pub fn within(zoom: u64) -> u16 {
    let [least, .., most] = STEPS;
    u16::try_from(zoom).unwrap_or(most).clamp(least, most)
}
