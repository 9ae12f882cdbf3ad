//! What is stored of a connection, and which server its token is for.

use super::{keep_connection, stays};
use crate::publish::{Connection, DataDir, Keyring, Token};

fn connection(url: &str) -> Connection {
    Connection {
        id: "shop".to_owned(),
        name: "Shop".to_owned(),
        url: url.to_owned(),
    }
}

#[test]
fn a_token_stays_with_the_server_that_it_was_given_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let data_dir = DataDir::open(folder.path(), Keyring::Avoid).expect("opened");
    let (first, second) = (Token::new("first-token"), Token::new("second-token"));
    let kept = || data_dir.tokens.get("shop").expect("read").map(|(token, _)| token);
    keep_connection(&data_dir, connection("https://a.example/"), first.clone()).expect("kept");
    // Another page of the same server, and another name of the connection.
    keep_connection(&data_dir, connection("https://a.example/beckon/"), None).expect("kept");
    assert_eq!(kept(), first);
    assert!(!stays(&data_dir, &connection("https://b.example/")));
    keep_connection(&data_dir, connection("https://b.example/"), None).expect_err("it needs a token");
    assert_eq!(kept(), first);
    // A connection that cannot be stored changes nothing.
    let nameless = Connection {
        name: String::new(),
        ..connection("https://b.example/")
    };
    keep_connection(&data_dir, nameless, second.clone()).expect_err("it needs a name");
    assert_eq!(kept(), first);
    keep_connection(&data_dir, connection("https://b.example/"), second.clone()).expect("kept");
    assert_eq!(kept(), second);
}
