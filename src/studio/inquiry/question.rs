//! The questions about the open campaign, all answered by the module `insight`.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use super::Inquiry;
use crate::{
    campaign::Campaign,
    engine::SiteRules,
    insight::{self, FindAnswer, Finding, NearestAnswer},
    visitor::Visitor,
};

/// A question about the campaign and one visitor.
#[derive(Debug, Clone)]
pub struct AboutVisitor {
    /// The campaign's revision.
    pub revision: u64,
    /// The campaign in that revision.
    pub campaign: Arc<Campaign>,
    /// The visitor.
    pub visitor: Visitor,
    /// When they are on the page.
    pub at: DateTime<Utc>,
    /// The present instant; it may differ from theirs.
    pub now: DateTime<Utc>,
    /// What the site says of all its campaigns.
    pub site: SiteRules,
    /// Pages that the library's campaigns name, the open one's first.
    pub pages: Vec<String>,
}

impl PartialEq for AboutVisitor {
    fn eq(&self, other: &Self) -> bool {
        self.is(other.revision, &other.visitor, other.at, &other.site)
    }
}

impl AboutVisitor {
    /// Whether it asks about this revision, visitor, instant and site.
    pub fn is(&self, revision: u64, visitor: &Visitor, at: DateTime<Utc>, site: &SiteRules) -> bool {
        self.revision == revision && self.at == at && self.visitor == *visitor && self.site == *site
    }

    /// Whether anybody sees the campaign, from the visitor's instant on; if nobody does and that instant is in the future, from now on.
    pub fn find(&self) -> FindAnswer {
        let mut answer = insight::find_visitor_on(&self.campaign, &self.visitor, self.at, &self.site);
        if matches!(answer, FindAnswer::Nobody(_)) && self.now < self.at {
            answer = insight::find_visitor_on(&self.campaign, &self.visitor, self.now, &self.site);
        }
        match answer {
            FindAnswer::Found(sighting) => {
                let known = insight::on_a_known_page(&self.campaign, &self.visitor, *sighting, &self.pages);
                FindAnswer::Found(Box::new(known))
            }
            FindAnswer::Nobody(_) | FindAnswer::Undetermined(_) => answer,
        }
    }

    /// What would have to change for the visitor to see the campaign.
    pub fn change(&self) -> NearestAnswer {
        insight::nearest_change_on(&self.campaign, &self.visitor, self.at, &self.site)
    }
}

/// A question about the campaign alone.
#[derive(Debug, Clone)]
pub struct AboutCampaign {
    /// The campaign's revision.
    pub revision: u64,
    /// The campaign in that revision.
    pub campaign: Arc<Campaign>,
    /// The present instant.
    pub now: DateTime<Utc>,
}

impl PartialEq for AboutCampaign {
    fn eq(&self, other: &Self) -> bool {
        self.is(other.revision, other.day())
    }
}

impl AboutCampaign {
    /// Whether it asks about this revision on this day.
    pub fn is(&self, revision: u64, day: NaiveDate) -> bool {
        self.revision == revision && self.day() == day
    }

    /// The day in the campaign's zone; what follows from its conditions changes with it at most.
    pub fn day(&self) -> NaiveDate {
        self.now.with_timezone(&self.campaign.zone()).date_naive()
    }

    /// What follows from its conditions taken together.
    pub fn examine(&self) -> Vec<Finding> {
        insight::examine(&self.campaign, self.now)
    }
}

/// A question with its answer, on its way back to the window.
pub enum Answered {
    /// Whether anybody sees the campaign.
    Visitor(AboutVisitor, FindAnswer),
    /// What would have to change.
    Change(AboutVisitor, NearestAnswer),
    /// What follows from the conditions.
    Findings(AboutCampaign, Vec<Finding>),
}

/// Every kind of question.
#[derive(Debug, Default)]
pub struct Inquiries {
    /// Whether anybody sees the campaign: asked when the user wants to know.
    pub visitor: Inquiry<AboutVisitor, FindAnswer>,
    /// What would have to change: asked while the user looks at it.
    pub change: Inquiry<AboutVisitor, NearestAnswer>,
    /// What follows from the conditions: asked for every revision.
    pub findings: Inquiry<AboutCampaign, Vec<Finding>>,
}

impl Inquiries {
    /// Forgets everything, because another campaign is open.
    pub fn forget(&mut self) {
        self.visitor.forget();
        self.change.forget();
        self.findings.forget();
    }
}
