//! The labels by which the makers of campaigns sort them. They stay with the makers: no visitor can read them.

use unicode_segmentation::UnicodeSegmentation;

use super::{Campaign, limits};

/// The key of the file.
pub(super) const KEY: &str = "labels";

/// Returns a text as a label: without blanks at its ends. `None` if it is empty or longer than a label may be.
pub fn as_label(text: &str) -> Option<&str> {
    let label = text.trim();
    let fits = !label.is_empty() && label.graphemes(true).count() <= limits::LABEL;
    fits.then_some(label)
}

/// Returns what makes two labels the same: upper and lower case are alike.
pub fn label_key(label: &str) -> String {
    label.trim().to_lowercase()
}

impl Campaign {
    /// Returns whether it has a label, whatever its case.
    pub fn has_label(&self, label: &str) -> bool {
        let key = label_key(label);
        self.labels.iter().any(|other| label_key(other) == key)
    }

    /// Removes what only its makers need.
    pub(super) fn without_labels(&mut self) {
        self.labels.clear();
        // An empty list of the file is kept among the unknown keys.
        self.extras.remove(KEY);
    }
}

/// Returns these labels without one of them, whatever its case.
pub fn without_label(labels: &[String], label: &str) -> Vec<String> {
    let key = label_key(label);
    labels.iter().filter(|other| label_key(other) != key).cloned().collect()
}

/// Returns these labels with another one at the end; `None` if it is none, is there already, or there is no room for it.
pub fn with_label(labels: &[String], label: &str) -> Option<Vec<String>> {
    let label = as_label(label)?;
    let key = label_key(label);
    let is_new = labels.len() < limits::LABELS && !labels.iter().any(|other| label_key(other) == key);
    is_new.then(|| labels.iter().cloned().chain([label.to_owned()]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_trimmed_and_there_once_whatever_its_case() {
        let labels = with_label(&[], "  Winter ").expect("a label");
        assert_eq!(labels, ["Winter"]);
        assert_eq!(with_label(&labels, "winter"), None);
        assert_eq!(with_label(&labels, " "), None);
        assert_eq!(with_label(&labels, &"x".repeat(limits::LABEL + 1)), None);
        // Characters as people count them.
        let flags = "🏳️‍🌈".repeat(limits::LABEL);
        assert!(with_label(&labels, &flags).is_some());
        assert_eq!(without_label(&labels, "WINTER"), Vec::<String>::new());
        let full: Vec<String> = (0..limits::LABELS).map(|number| number.to_string()).collect();
        assert_eq!(with_label(&full, "one more"), None);
        let campaign = Campaign {
            labels,
            ..Campaign::default()
        };
        assert!(campaign.has_label("WINTER ") && !campaign.has_label("Win"));
    }
}
