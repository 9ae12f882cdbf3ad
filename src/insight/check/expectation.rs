//! The makers' own tests among the checks.

use super::{Findings, Problem};
use crate::campaign::{Campaign, limits};
use crate::insight::{TestOutcome, expectations};

pub(super) fn check(campaign: &Campaign, findings: &mut Findings) {
    for (index, expectation) in campaign.expectations.iter().enumerate() {
        let (length, limit) = (expectation.name.chars().count(), limits::TEST_NAME);
        if length > limit {
            let path = format!("/expectations/{index}/name");
            findings.add(path, Problem::TestNameTooLong { length, limit });
        }
    }
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
