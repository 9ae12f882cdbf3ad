//! The addresses of a site as rows that are typed in, and what each of them means.

use url::Url;

use crate::campaign::SiteDocument;

/// What an address means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing is written yet.
    Nothing,
    /// Every page of a website.
    Site(String),
    /// A page of a website, and what is below it.
    Part(String),
    /// It cannot be read; perhaps this one is meant.
    Unreadable(Option<String>),
}

impl Meaning {
    /// Returns what a text means.
    pub fn of(text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() {
            return Self::Nothing;
        }
        let Some(address) = SiteDocument::address(text) else {
            return Self::Unreadable(with_scheme(text));
        };
        let has_path = Url::parse(&address).is_ok_and(|url| url.path() != "/");
        if has_path {
            Self::Part(address)
        } else {
            Self::Site(address)
        }
    }
}

/// Returns a text that lacks its scheme as an address with one.
fn with_scheme(text: &str) -> Option<String> {
    let host = text.split(['/', ':']).next().unwrap_or_default();
    let is_host = host == "localhost" || host.contains('.');
    let guess = format!("https://{text}");
    (is_host && !text.contains("://") && SiteDocument::address(&guess).is_some()).then_some(guess)
}

/// The rows: those of the document, and empty ones that are not part of it yet.
#[derive(Debug, Default)]
pub struct AddressRows {
    rows: Vec<String>,
}

impl AddressRows {
    /// Follows the document, unless it says what the rows say.
    pub fn follow(&mut self, addresses: &[String]) {
        if self.written() != addresses {
            self.rows = addresses.to_vec();
        }
    }

    /// What the document is to say.
    pub fn written(&self) -> Vec<String> {
        let written = self.rows.iter().filter(|row| !row.trim().is_empty());
        written.cloned().collect()
    }

    /// The rows.
    pub fn rows(&self) -> &[String] {
        &self.rows
    }

    /// The place in the document of a row that is part of it. A document that has empty addresses has every row.
    pub fn place(&self, at: usize, addresses: &[String]) -> usize {
        if self.rows == addresses {
            return at;
        }
        let before = self.rows.iter().take(at);
        before.filter(|row| !row.trim().is_empty()).count()
    }

    /// A row, to be typed in.
    pub fn row_mut(&mut self, at: usize) -> Option<&mut String> {
        self.rows.get_mut(at)
    }

    /// Adds an empty row, or leads to the one that is there; returns its place among the rows.
    pub fn add(&mut self) -> usize {
        let empty = self.rows.iter().position(|row| row.trim().is_empty());
        empty.unwrap_or_else(|| {
            self.rows.push(String::new());
            self.rows.len() - 1
        })
    }

    /// Removes a row.
    pub fn remove(&mut self, at: usize) {
        if at < self.rows.len() {
            self.rows.remove(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_which_pages_it_means() {
        let site = |address: &str| Meaning::Site(address.to_owned());
        let part = |address: &str| Meaning::Part(address.to_owned());
        let perhaps = |address: &str| Meaning::Unreadable(Some(address.to_owned()));
        for (text, meaning) in [
            ("", Meaning::Nothing),
            ("  ", Meaning::Nothing),
            ("https://www.example.com", site("https://www.example.com")),
            (" HTTPS://WWW.Example.com/ ", site("https://www.example.com")),
            ("http://localhost:8080", site("http://localhost:8080")),
            (
                "https://www.example.com/shop/?a#b",
                part("https://www.example.com/shop"),
            ),
            ("www.example.com", perhaps("https://www.example.com")),
            ("www.example.com/shop", perhaps("https://www.example.com/shop")),
            ("localhost:8080", perhaps("https://localhost:8080")),
            ("mailto:a@example.com", Meaning::Unreadable(None)),
            ("https://", Meaning::Unreadable(None)),
            ("shop", Meaning::Unreadable(None)),
        ] {
            assert_eq!(Meaning::of(text), meaning, "{text:?}");
        }
    }

    #[test]
    fn an_empty_row_is_no_address_yet_and_stays_while_others_are_typed() {
        let mut rows = AddressRows::default();
        let document = vec!["https://a.example".to_owned()];
        rows.follow(&document);
        assert_eq!(rows.add(), 1);
        assert_eq!(rows.add(), 1, "one empty row is enough");
        rows.follow(&document);
        assert_eq!((rows.rows().len(), rows.written()), (2, document));
        rows.row_mut(1).expect("a row").push_str("https://b.example");
        let both = rows.written();
        rows.remove(0);
        assert_eq!(rows.written(), both[1..]);
        // Somebody else's version goes before it.
        rows.follow(&both);
        assert_eq!(rows.rows(), both);
        rows.row_mut(0).expect("a row").clear();
        assert_eq!((rows.place(1, &both[1..]), rows.written()), (0, both[1..].to_vec()));
        // An empty one that the file has is one of its addresses: it keeps its place until it is removed.
        let odd = vec![String::new(), "foo".to_owned()];
        rows.follow(&odd);
        assert_eq!((rows.place(1, &odd), rows.rows()), (1, &odd[..]));
    }
}
