//! Which campaigns of the library compete on a journey.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    campaign::Campaign,
    studio::shelf::{Item, Status},
};

/// A campaign file and what it holds.
pub type Member = (PathBuf, Arc<Campaign>);

/// Who competes with the open campaign, which always does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, strum::VariantArray)]
pub enum Scope {
    /// All that are live or could be.
    #[default]
    All,
    /// Those that are live.
    Live,
    /// Nobody.
    Alone,
}

impl Scope {
    /// All of them, in the order of the menu.
    pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

    /// The key of its name's text.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::All => "journey-scope-all",
            Self::Live => "journey-scope-live",
            Self::Alone => "journey-scope-alone",
        }
    }

    /// Whether a campaign of this status competes.
    fn takes(self, status: Status) -> bool {
        match self {
            Self::All => !matches!(
                status,
                Status::Paused | Status::Unfinished | Status::Failing | Status::Broken
            ),
            Self::Live => status.is_on_site(),
            Self::Alone => false,
        }
    }
}

/// The campaigns that compete: the open one as it is now, and others of the library according to `scope`. Also, how many drafts are left out because
/// they could not be launched as they are.
pub fn choose(
    library: &[Member],
    items: &[Item],
    open: (&Path, &Campaign),
    scope: Scope,
) -> (Vec<Arc<Campaign>>, usize) {
    let (path, campaign) = open;
    let statuses: HashMap<&Path, Status> = items.iter().map(|item| (item.path.as_path(), item.status)).collect();
    let others = || library.iter().filter(|(other, _)| other != path);
    let stands = |(other, _): &&Member| statuses.get(other.as_path()).copied().unwrap_or(Status::Draft);
    let left_out = items
        .iter()
        .filter(|item| {
            item.path != path && matches!(item.status, Status::Unfinished | Status::Failing | Status::Broken)
        })
        .count();
    let mut cast = vec![Arc::new(campaign.clone())];
    cast.extend(
        others()
            .filter(|member| scope.takes(stands(member)))
            .map(|(_, other)| other.clone()),
    );
    (cast, if scope == Scope::All { left_out } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::{SiteContext, UncheckedPictures};
    use crate::studio::{publishing::Published, session::Touched};

    fn campaign(name: &str) -> Campaign {
        Campaign {
            id: name.to_owned(),
            name: name.to_owned(),
            ..Campaign::default()
        }
    }

    #[test]
    fn the_open_campaign_competes_as_it_is_now_with_those_that_may() {
        let names = ["draft", "live", "paused", "unfinished", "failing", "open"];
        let library: Vec<Member> = names
            .iter()
            .map(|name| (PathBuf::from(name), Arc::new(campaign(name))))
            .collect();
        let item = |name: &&str| {
            let mut item = Item::of_campaign(
                Path::new(name),
                &campaign(name),
                &Touched::default(),
                &UncheckedPictures,
                SiteContext::UNKNOWN,
                &Published::default(),
            );
            item.status = match *name {
                "live" => Status::Live,
                "paused" => Status::Paused,
                "unfinished" => Status::Unfinished,
                "failing" => Status::Failing,
                _ => Status::Draft,
            };
            item
        };
        let items: Vec<Item> = names.iter().map(item).collect();
        let edited = campaign("edited");
        let chosen = |scope| {
            let (cast, left_out) = choose(&library, &items, (Path::new("open"), &edited), scope);
            let names: Vec<String> = cast.iter().map(|campaign| campaign.name.clone()).collect();
            (names.join(" "), left_out)
        };
        assert_eq!(chosen(Scope::All), ("edited draft live".to_owned(), 2));
        assert_eq!(chosen(Scope::Live), ("edited live".to_owned(), 0));
        assert_eq!(chosen(Scope::Alone), ("edited".to_owned(), 0));
    }
}
