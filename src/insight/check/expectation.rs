//! The makers' own tests among the checks.

use super::{Findings, Problem};
use crate::campaign::Campaign;
use crate::insight::{TestOutcome, expectations};

pub(super) fn check(campaign: &Campaign, findings: &mut Findings) {
    for result in expectations(campaign) {
        let (name, waived) = (result.name, result.waived);
        let problem = match result.outcome {
            TestOutcome::Passes => continue,
            TestOutcome::Fails(surprise) => Problem::ExpectationFails { name, surprise, waived },
            TestOutcome::Unreadable(lack) => Problem::ExpectationUnreadable { name, lack, waived },
        };
        findings.add(format!("/expectations/{}", result.index), problem);
    }
}
