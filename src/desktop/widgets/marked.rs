//! Text in which some ranges stand out.

use std::ops::Range;

use egui::text::{LayoutJob, TextFormat};

/// Finds what stands out in a text: ranges of bytes, in order.
pub type Marks = fn(&str) -> Vec<Range<usize>>;

/// Lays out `text` as `plain`, and what `marks` finds in it as `marked`.
pub fn marked_job(text: &str, marks: Marks, plain: &TextFormat, marked: &TextFormat) -> LayoutJob {
    let mut job = LayoutJob::default();
    let mut put = |range: Range<usize>, format: &TextFormat| match text.get(range) {
        Some(part) if !part.is_empty() => job.append(part, 0.0, format.clone()),
        Some(_) | None => {}
    };
    let mut at = 0;
    for range in marks(text) {
        put(at..range.start, plain);
        put(range.clone(), marked);
        at = range.end;
    }
    put(at..text.len(), plain);
    if text.is_empty() {
        // The height of an empty field is that of its text.
        job.append("", 0.0, plain.clone());
    }
    job
}

#[cfg(test)]
mod tests {
    use egui::{Color32, FontId};

    use super::*;

    fn stars(text: &str) -> Vec<Range<usize>> {
        text.match_indices('*').map(|(at, star)| at..at + star.len()).collect()
    }

    #[test]
    fn every_letter_is_laid_out_once_and_marks_stand_out() {
        let plain = TextFormat::simple(FontId::default(), Color32::PLACEHOLDER);
        let marked = TextFormat {
            italics: true,
            ..plain.clone()
        };
        for text in ["", "*", "a", "*a*", "a*ü*b", "**"] {
            let job = marked_job(text, stars, &plain, &marked);
            assert_eq!(job.text, text);
            let said: String = job
                .sections
                .iter()
                .filter(|section| section.format.italics)
                .map(|section| &job.text[section.byte_range.start.0..section.byte_range.end.0])
                .collect();
            assert_eq!(said, "*".repeat(stars(text).len()), "{text}");
        }
        assert_eq!(marked_job("", stars, &plain, &marked).sections.len(), 1);
    }
}
