//! The secret.

use std::fs;

use crate::backend::token::Token;

#[test]
fn a_token_is_made_once_and_told_to_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = Token::of(folder.path()).expect("a token");
    assert_eq!(made, Token::of(folder.path()).expect("the same"));
    assert!(made.secret().len() == 64 && made.secret().bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert!(!format!("{made:?}").contains(made.secret()));
    assert!(made.is(made.secret().as_bytes()));
    for wrong in ["", "x", &made.secret()[1..], &format!("{}x", made.secret())] {
        assert!(!made.is(wrong.as_bytes()), "{wrong}");
    }
    let other = tempfile::tempdir().expect("a folder");
    assert_ne!(made, Token::of(other.path()).expect("another"));
}

#[cfg(unix)]
#[test]
fn only_its_owner_reads_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("token");
    let rights = || fs::metadata(&file).expect("the file").permissions().mode() & 0o777;
    Token::of(folder.path()).expect("a token");
    assert_eq!(rights(), 0o600);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).expect("opened up");
    Token::of(folder.path()).expect("a token");
    assert_eq!(rights(), 0o600);
}

#[test]
fn a_file_that_holds_none_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    for bad in [
        b"".as_slice(),
        b"short",
        b"twenty letters and a blank",
        &[0xff; 40],
        &[b'x'; 600],
    ] {
        fs::write(folder.path().join("token"), bad).expect("written");
        assert!(Token::of(folder.path()).is_err(), "{bad:?}");
    }
}
