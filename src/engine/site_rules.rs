//! What of a site's document takes part in decisions: on which pages campaigns are shown, which pages are no other site's, when somebody answers,
//! and how many campaigns a visitor is shown at most.

use chrono_tz::Tz;

use super::address::Address;
use super::asked::{named_page, page_of};
use crate::campaign::{Campaign, OpenHours, Rest, SiteDocument, SiteHours};
use crate::visitor::Visitor;

/// What a site says of all its campaigns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SiteRules {
    /// In the form in which visitors get them: scheme, host and path in small letters, without a slash at the end. Empty for any page.
    addresses: Vec<String>,
    /// When somebody answers, as files say it; `None` for always.
    hours: Option<(Tz, Vec<OpenHours>)>,
    /// How many of its campaigns a visitor is shown at most; those that are finished.
    rests: Vec<Rest>,
    /// In which language its campaigns are written, where they do not say otherwise.
    language: Option<String>,
}

impl SiteRules {
    /// Returns those of a site with these addresses. One that cannot be read is no page's, and opens the campaigns to nobody.
    pub fn of_addresses(addresses: &[String]) -> SiteRules {
        let read = |text: &String| SiteDocument::address(text).unwrap_or_default();
        SiteRules {
            addresses: addresses.iter().map(read).collect(),
            hours: None,
            rests: Vec::new(),
            language: None,
        }
    }

    /// Returns the same with hours in which somebody answers.
    pub fn with_hours(mut self, hours: Option<&SiteHours>) -> SiteRules {
        self.hours = hours
            .filter(|hours| hours.has_any())
            .map(|hours| (hours.zone(), hours.open.clone()));
        self
    }

    /// Returns the same with rests.
    pub fn with_rests(mut self, rests: &[Rest]) -> SiteRules {
        self.rests = rests.iter().filter(|rest| rest.is_finished()).cloned().collect();
        self
    }

    /// Returns the same with the language in which its campaigns are written, where they do not say otherwise.
    pub fn with_language(mut self, language: Option<&str>) -> SiteRules {
        self.language = language.map(str::to_owned);
        self
    }

    /// Returns the language in which its campaigns are written, where they do not say otherwise.
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// Returns how many of its campaigns a visitor is shown at most.
    pub fn rests(&self) -> &[Rest] {
        &self.rests
    }

    /// Returns the same for any page and without rests: only when somebody answers.
    pub(crate) fn on_any_page(&self) -> SiteRules {
        SiteRules {
            addresses: Vec::new(),
            hours: self.hours.clone(),
            rests: Vec::new(),
            language: self.language.clone(),
        }
    }

    /// Returns when somebody answers, and on whose clock; `None` for always.
    pub(super) fn hours(&self) -> Option<(Tz, &[OpenHours])> {
        self.hours.as_ref().map(|(zone, open)| (*zone, open.as_slice()))
    }

    /// Returns whether campaigns are shown on a page. Without anything in its address, it is of any site.
    pub fn shows_on(&self, page: &str) -> bool {
        let page = Address::of(page);
        self.addresses.is_empty() || page.is_empty() || self.has(&page)
    }

    /// Returns a page to simulate a campaign on: one that its audience asks for, of this site where the audience leaves that open.
    pub fn page_of(&self, campaign: &Campaign) -> String {
        let page = page_of(campaign);
        let site = self.addresses.iter().find(|address| !address.is_empty());
        match site.filter(|_| !self.shows_on(&page) && named_page(campaign).is_none()) {
            Some(site) => {
                let example = Visitor::default().url;
                format!("{site}/{}", page.strip_prefix(&example).unwrap_or_default())
            }
            None => page,
        }
    }

    /// Returns whether a page is one of another site than a page that it led to: it is on another host, and below none of the site's addresses. Texts
    /// without anything in them are of no site.
    pub(super) fn is_other_site(&self, referrer: &str, page: &str) -> bool {
        let [from, to] = [referrer, page].map(Address::of);
        !from.is_empty() && from.host() != to.host() && !self.has(&from)
    }

    fn has(&self, page: &Address) -> bool {
        let page = page.spelled_out();
        let begins = |address: &String| {
            page.strip_prefix(address.as_str())
                .is_some_and(|rest| rest.starts_with('/'))
        };
        self.addresses.iter().any(begins)
    }
}

impl From<&SiteDocument> for SiteRules {
    fn from(document: &SiteDocument) -> Self {
        SiteRules::of_addresses(&document.addresses)
            .with_hours(document.hours.as_ref())
            .with_rests(&document.rests)
            .with_language(document.languages.default.as_deref())
    }
}

impl From<Option<&SiteDocument>> for SiteRules {
    fn from(document: Option<&SiteDocument>) -> Self {
        document.map(SiteRules::from).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::{Condition, Field, Group, Joiner, Node, Operator};
    use crate::engine::{Shut, explain_on};

    fn shows(addresses: &[&str], page: &str) -> bool {
        let addresses: Vec<String> = addresses.iter().map(|address| (*address).to_owned()).collect();
        SiteRules::of_addresses(&addresses).shows_on(page)
    }

    #[test]
    fn campaigns_are_shown_below_the_sites_addresses() {
        let shop = ["https://www.example.com/shop", "http://localhost:8080/"];
        for (page, shown) in [
            ("https://www.example.com/shop", true),
            ("https://WWW.Example.com/Shop/?a=1", true),
            ("https://www.example.com/shop/#/bags", true),
            ("https://www.example.com/shop#/bags", true),
            ("https://www.example.com/shopping", false),
            ("https://www.example.com/", false),
            ("http://www.example.com/shop", false),
            ("http://localhost:8080/cart", true),
            ("http://localhost/cart", false),
            ("shop", false),
            ("", true),
        ] {
            assert_eq!(shows(&shop, page), shown, "{page}");
        }
        assert!(shows(&[], "https://www.example.com/"));
        assert!(
            !shows(&["www.example.com"], "https://www.example.com/"),
            "it cannot be read"
        );
    }

    #[test]
    fn whoever_comes_while_nobody_answers_is_told_until_when() {
        let hours = SiteHours {
            open: vec![OpenHours::usual()],
            ..SiteHours::default()
        };
        let site = SiteRules::default().with_hours(Some(&hours));
        let mut campaign = Campaign::default();
        let now = "2026-11-22T10:00:00Z".parse().expect("an instant");
        assert!(explain_on(&campaign, &Visitor::default(), now, &site).shown);
        campaign.schedule.only_in_hours = true;
        let explanation = explain_on(&campaign, &Visitor::default(), now, &site);
        let until = "2026-11-23T09:00:00Z".parse().ok();
        assert_eq!(explanation.blocks.shut, Some(Shut::NobodyAnswers { until }));
        assert!(explanation.holds && !explanation.shown);
        let always = SiteRules::default().with_hours(Some(&SiteHours::default()));
        assert!(explain_on(&campaign, &Visitor::default(), now, &always).shown);
    }

    #[test]
    fn a_page_to_simulate_is_of_the_site() {
        let asking = |operator, value: &str| Campaign {
            audience: Group::of(
                Joiner::All,
                vec![Node::Condition(Condition::new(Field::CurrentPageUrl, operator, value))],
            ),
            ..Campaign::default()
        };
        let site = SiteRules::of_addresses(&["?".to_owned(), "https://shop.example/tr/".to_owned()]);
        for (campaign, page) in [
            (Campaign::default(), "https://shop.example/tr/"),
            (asking(Operator::Contains, "/plans"), "https://shop.example/tr/plans"),
            (asking(Operator::Matches, "*/blog/*"), "https://shop.example/tr/blog/"),
            (
                asking(Operator::StartsWith, "https://shop.example/tr/sale"),
                "https://shop.example/tr/sale",
            ),
            // Whatever the site: this is the page that was asked for.
            (
                asking(Operator::Equals, "https://other.example/"),
                "https://other.example/",
            ),
        ] {
            assert_eq!(site.page_of(&campaign), page);
        }
        let anywhere = SiteRules::default();
        assert_eq!(anywhere.page_of(&Campaign::default()), "https://www.example.com/");
    }
}
