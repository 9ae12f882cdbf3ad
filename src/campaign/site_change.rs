//! What of a site document is to be otherwise, value by value: whatever else is in the document stays as it is.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{LookKey, Rest, SiteDocument, SiteHours, SiteLanguages};

/// Changes of a site document, which apply to any version of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SiteChange {
    name: Option<String>,
    addresses: Option<Vec<String>>,
    languages: Option<SiteLanguages>,
    rests: Option<Vec<Rest>>,
    hours: Option<Option<SiteHours>>,
    /// Chosen values, and those that are no longer chosen.
    look: BTreeMap<LookKey, Option<Value>>,
}

impl SiteChange {
    /// Returns what leads from one version to another.
    pub fn between(before: &SiteDocument, after: &SiteDocument) -> SiteChange {
        let SiteDocument {
            name,
            addresses,
            look,
            languages,
            rests,
            hours,
            extras: _,
        } = after;
        let values = LookKey::ALL
            .iter()
            .filter(|key| look.get(**key) != before.look.get(**key));
        SiteChange {
            name: (*name != before.name).then(|| name.clone()),
            addresses: (*addresses != before.addresses).then(|| addresses.clone()),
            languages: (*languages != before.languages).then(|| languages.clone()),
            rests: (*rests != before.rests).then(|| rests.clone()),
            hours: (*hours != before.hours).then(|| hours.clone()),
            look: values.map(|key| (*key, look.get(*key).cloned())).collect(),
        }
    }

    /// Returns whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns how many values it changes.
    pub fn len(&self) -> usize {
        usize::from(self.name.is_some())
            + usize::from(self.addresses.is_some())
            + usize::from(self.languages.is_some())
            + usize::from(self.rests.is_some())
            + usize::from(self.hours.is_some())
            + self.look.len()
    }

    /// Adds later changes.
    pub fn extend(&mut self, later: SiteChange) {
        self.name = later.name.or(self.name.take());
        self.addresses = later.addresses.or(self.addresses.take());
        self.languages = later.languages.or(self.languages.take());
        self.rests = later.rests.or(self.rests.take());
        self.hours = later.hours.or(self.hours.take());
        self.look.extend(later.look);
    }

    /// Makes these changes.
    pub fn apply(&self, document: &mut SiteDocument) {
        if let Some(name) = &self.name {
            document.name.clone_from(name);
        }
        if let Some(addresses) = &self.addresses {
            document.addresses.clone_from(addresses);
        }
        if let Some(languages) = &self.languages {
            document.languages.clone_from(languages);
        }
        if let Some(rests) = &self.rests {
            document.rests.clone_from(rests);
        }
        if let Some(hours) = &self.hours {
            document.hours.clone_from(hours);
        }
        for (key, value) in &self.look {
            document.look.set(*key, value.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::{Look, OpenHours};

    fn site(name: &str, addresses: &[&str], look: Look) -> SiteDocument {
        SiteDocument {
            name: name.to_owned(),
            addresses: addresses.iter().copied().map(str::to_owned).collect(),
            look,
            ..SiteDocument::default()
        }
    }

    #[test]
    fn what_was_not_changed_stays_as_others_left_it() {
        let before = site(
            "A",
            &[],
            Look::default().with(LookKey::Radius, 8).with(LookKey::Width, 300),
        );
        let mut after = before.clone();
        after.look.set(LookKey::Color, Some("#16a34a".into()));
        after.look.set(LookKey::Width, None);
        let change = SiteChange::between(&before, &after);
        assert_eq!(change.len(), 2);
        let mut theirs = site(
            "B",
            &["https://www.example.com"],
            Look::default().with(LookKey::Radius, 0),
        );
        change.apply(&mut theirs);
        let look = Look::default().with(LookKey::Radius, 0).with(LookKey::Color, "#16a34a");
        assert_eq!(theirs, site("B", &["https://www.example.com"], look));
    }

    #[test]
    fn hours_are_changed_as_a_whole() {
        let before = site("A", &[], Look::default());
        let hours = SiteHours {
            open: vec![OpenHours::usual()],
            ..SiteHours::default()
        };
        let after = SiteDocument {
            hours: Some(hours.clone()),
            ..before.clone()
        };
        let mut theirs = site("B", &[], Look::default());
        SiteChange::between(&before, &after).apply(&mut theirs);
        assert_eq!((theirs.name.as_str(), &theirs.hours), ("B", &Some(hours)));
        SiteChange::between(&after, &before).apply(&mut theirs);
        assert_eq!(theirs.hours, None);
    }

    #[test]
    fn later_changes_go_before_earlier_ones() {
        let [one, two, three] = ["A", "B", "C"].map(|name| site(name, &[], Look::default()));
        let mut change = SiteChange::between(&one, &two);
        change.extend(SiteChange::between(&two, &three));
        change.extend(SiteChange::between(&three, &three));
        let mut found = one.clone();
        change.apply(&mut found);
        assert_eq!(found, three);
        // Back where it began, it still says so: the disk may have the version in between.
        change.extend(SiteChange::between(&three, &one));
        let mut found = two;
        change.apply(&mut found);
        assert_eq!(found, one);
        assert!(SiteChange::default().is_empty() && !change.is_empty());
    }
}
