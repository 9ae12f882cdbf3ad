//! Detects text that is written from right to left, which egui's fields show in the wrong order.

/// Whether `text` holds letters of a script that is written from right to left.
pub(super) fn is_right_to_left(text: &str) -> bool {
    text.chars().any(|letter| {
        matches!(letter,
            '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}
