//! Checks of the labels by which campaigns are sorted.

use std::collections::HashSet;

use super::{Findings, Problem};
use crate::campaign::{as_label, label_key, limits};

pub(super) fn check(labels: &[String], findings: &mut Findings) {
    let (count, limit) = (labels.len(), limits::LABELS);
    if count > limit {
        findings.add("/labels", Problem::TooManyLabels { count, limit });
    }
    let mut seen = HashSet::new();
    for (index, label) in labels.iter().enumerate() {
        let is_one = as_label(label) == Some(label.as_str());
        if !is_one || !seen.insert(label_key(label)) {
            let path = format!("/labels/{index}");
            findings.add(
                path,
                Problem::LabelUnfit {
                    label: label.clone(),
                    limit: limits::LABEL,
                },
            );
        }
    }
}
