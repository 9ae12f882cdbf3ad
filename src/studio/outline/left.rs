//! How many visitors of a log are left after each row of the audience.

use std::collections::HashMap;

use crate::campaign::{Activity, Campaign, Group, Joiner, NodePath};

/// How many visitors of a log a campaign is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InLog {
    /// Those who qualify.
    pub qualified: u64,
    /// All who can be read.
    pub visitors: u64,
}

/// What was counted, for the campaign as it was then.
#[derive(Debug, Default)]
pub struct Left {
    asked: Option<Asked>,
    counts: HashMap<String, u64>,
    nothing: HashMap<String, u64>,
}

#[derive(Debug)]
struct Asked {
    session: u64,
    audience: Group,
    activity: Activity,
    whole: InLog,
}

impl Left {
    /// Begins with what a whole campaign came to. Returns what is to be counted for its rows.
    pub fn begin(&mut self, session: u64, campaign: &Campaign, whole: InLog) -> Vec<(String, Campaign)> {
        self.counts.clear();
        self.asked = Some(Asked {
            session,
            audience: campaign.audience.clone(),
            activity: campaign.activity.clone(),
            whole,
        });
        questions(campaign)
    }

    /// Takes the count for a row.
    pub fn take(&mut self, pointer: String, left: u64) {
        self.counts.insert(pointer, left);
    }

    /// The counts of the rows, by their JSON Pointers; empty unless the campaign says what it said then.
    pub fn of(&self, session: u64, campaign: &Campaign) -> &HashMap<String, u64> {
        match self.holds_for(session, campaign) {
            Some(_) => &self.counts,
            None => &self.nothing,
        }
    }

    /// What the whole campaign came to; `None` unless it says what it said then.
    pub fn whole(&self, session: u64, campaign: &Campaign) -> Option<InLog> {
        self.holds_for(session, campaign).map(|asked| asked.whole)
    }

    fn holds_for(&self, session: u64, campaign: &Campaign) -> Option<&Asked> {
        self.asked.as_ref().filter(|asked| {
            asked.session == session && asked.audience == campaign.audience && asked.activity == campaign.activity
        })
    }
}

/// Returns, for each outermost row, the campaign that ends with it. Where one row is enough, each further row adds visitors: nothing is left then.
fn questions(campaign: &Campaign) -> Vec<(String, Campaign)> {
    let audience = &campaign.audience;
    if audience.joiner == Joiner::Any || audience.muted {
        return Vec::new();
    }
    let counted = audience.children.iter().enumerate().filter(|(_, node)| !node.muted());
    counted
        .map(|(index, _)| {
            let pointer = audience.pointer(&NodePath(vec![index]));
            let mut until = campaign.clone();
            until.audience.children.truncate(index + 1);
            until.activity = Activity::default();
            (pointer, until)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::{Condition, Field, Node, Operator};

    fn campaign(joiner: Joiner, rows: u32) -> Campaign {
        let row = |value| Node::Condition(Condition::new(Field::Visits, Operator::AtLeast, value));
        Campaign {
            audience: Group::of(joiner, (1..=rows).map(row).collect()),
            ..Campaign::default()
        }
    }

    const WHOLE: InLog = InLog {
        qualified: 4,
        visitors: 9,
    };

    #[test]
    fn each_row_is_counted_with_those_before_it() {
        let mut campaign = campaign(Joiner::All, 3);
        campaign.audience.children[1].set_muted(true);
        let mut left = Left::default();
        let asked = left.begin(7, &campaign, WHOLE);
        let rows: Vec<(&str, usize)> = asked
            .iter()
            .map(|(pointer, until)| (pointer.as_str(), until.audience.children.len()))
            .collect();
        assert_eq!(rows, [("/audience/all/0", 1), ("/audience/all/2", 3)]);
        assert!(left.begin(7, &super::tests::campaign(Joiner::Any, 2), WHOLE).is_empty());
    }

    #[test]
    fn counts_are_of_the_campaign_as_it_was_counted() {
        let counted = campaign(Joiner::All, 2);
        let mut left = Left::default();
        left.begin(7, &counted, WHOLE);
        left.take("/audience/all/0".to_owned(), 6);
        assert_eq!(left.of(7, &counted).get("/audience/all/0"), Some(&6));
        assert_eq!(left.whole(7, &counted), Some(WHOLE));
        for (session, other) in [(8, counted.clone()), (7, campaign(Joiner::All, 1))] {
            assert!(left.of(session, &other).is_empty());
            assert_eq!(left.whole(session, &other), None);
        }
        let renamed = Campaign {
            name: "Another".to_owned(),
            ..counted
        };
        assert_eq!(left.of(7, &renamed).len(), 1, "a name changes no audience");
    }
}
