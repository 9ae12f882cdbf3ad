//! Who uses saved audiences.

use std::collections::HashMap;
use std::path::PathBuf;

use crate::{
    campaign::Campaign,
    studio::{sessions::Sessions, shelf::Shelf},
};

/// A campaign that uses a saved audience.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Its name.
    pub name: String,
    /// Its file.
    pub path: PathBuf,
}

/// Who uses each saved audience, by the names that campaigns use.
#[derive(Debug, Default)]
pub struct Users(HashMap<String, Vec<User>>);

impl Users {
    /// Those of a library. What is, or was, open counts as it is now.
    pub fn of(shelf: &Shelf, sessions: &Sessions) -> Self {
        let mut users = Self::default();
        // Most campaigns use none: only what does is looked up.
        let listed = shelf.items().iter().filter(|item| !item.uses.is_empty());
        for item in listed.filter(|item| sessions.at(&item.path).is_none()) {
            item.uses
                .iter()
                .for_each(|used| users.add(used, &item.name, &item.path));
        }
        for session in sessions.all() {
            let campaign: &Campaign = session.campaign();
            for used in campaign.uses() {
                users.add(used, &campaign.name, session.path());
            }
        }
        for of_one in users.0.values_mut() {
            of_one.sort_by_cached_key(|user| user.name.to_lowercase());
        }
        users
    }

    /// Those of the audience of a name, in the order of their names.
    pub fn of_audience(&self, name: &str) -> &[User] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, used: &str, name: &str, path: &std::path::Path) {
        self.0.entry(used.to_owned()).or_default().push(User {
            name: name.to_owned(),
            path: path.to_owned(),
        });
    }
}
