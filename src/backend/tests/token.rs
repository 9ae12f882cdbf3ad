//! The secret.

use std::fs;

use crate::backend::token::Token;

#[test]
fn a_token_is_made_once_and_shown_to_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let (made, is_new) = Token::of(folder.path()).expect("a token");
    assert!(is_new);
    assert_eq!(Token::of(folder.path()).expect("the same"), (made.clone(), false));
    assert!(made.secret().len() == 64 && made.secret().bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert!(!format!("{made:?}").contains(made.secret()));
    assert!(made.is(made.secret().as_bytes()));
    for wrong in ["", "x", &made.secret()[1..], &format!("{}x", made.secret())] {
        assert!(!made.is(wrong.as_bytes()), "{wrong}");
    }
    let other = tempfile::tempdir().expect("a folder");
    assert_ne!(made, Token::of(other.path()).expect("another").0);
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

/// A data folder in which `name` must not be used, and a target that must stay unchanged.
#[cfg(unix)]
fn traps(name: &str) -> Vec<(&'static str, tempfile::TempDir, tempfile::TempDir)> {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let prepared = |what: &'static str, put: &dyn Fn(&std::path::Path, &std::path::Path)| {
        let (folder, elsewhere) = (
            tempfile::tempdir().expect("a folder"),
            tempfile::tempdir().expect("a folder"),
        );
        let victim = elsewhere.path().join("victim");
        fs::write(&victim, "a-token-of-somebody-else-that-is-long-enough").expect("written");
        fs::set_permissions(&victim, fs::Permissions::from_mode(0o644)).expect("opened up");
        put(&folder.path().join(name), &victim);
        (what, folder, elsewhere)
    };
    let pipe = |at: &std::path::Path| {
        let made = std::process::Command::new("mkfifo").arg(at).status();
        assert!(made.expect("mkfifo runs").success());
    };
    vec![
        prepared("a link", &|at, victim| symlink(victim, at).expect("a link")),
        prepared("a link to nothing", &|at, victim| {
            symlink(victim.with_extension("not"), at).expect("a link")
        }),
        prepared("a second name", &|at, victim| {
            fs::hard_link(victim, at).expect("a link")
        }),
        prepared("a pipe", &|at, _| pipe(at)),
        prepared("a folder", &|at, _| fs::create_dir(at).expect("a folder")),
    ]
}

#[cfg(unix)]
#[test]
fn nothing_but_a_file_of_its_own_is_taken_for_a_file_of_the_folder() {
    use crate::backend::{Options, start};
    use std::os::unix::fs::PermissionsExt as _;
    for name in ["token", "beckon.db", "running"] {
        for (what, folder, elsewhere) in traps(name) {
            let refused = start(Options {
                port: 0,
                ..Options::new(folder.path())
            });
            let error = refused.expect_err(what);
            assert!(error.to_string().contains(name), "{name}, {what}: {error}");
            assert!(!error.hint().is_empty());
            assert_untouched(elsewhere.path(), &format!("{name}, {what}"));
        }
    }
    // What an unfinished start leaves behind is replaced, and never followed.
    for (what, folder, elsewhere) in traps("token.new") {
        if what == "a folder" {
            continue;
        }
        let (token, is_new) = Token::of(folder.path()).expect(what);
        assert!(is_new && token.secret().len() == 64, "{what}");
        assert_untouched(elsewhere.path(), what);
        let rights = fs::metadata(folder.path().join("token"))
            .expect("a file")
            .permissions()
            .mode();
        assert_eq!(rights & 0o777, 0o600, "{what}");
    }
}

/// Whether the target file of a trap is unchanged, and alone.
#[cfg(unix)]
fn assert_untouched(elsewhere: &std::path::Path, place: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    let victim = elsewhere.join("victim");
    let text = fs::read_to_string(&victim).expect("the file");
    assert_eq!(text, "a-token-of-somebody-else-that-is-long-enough", "{place}");
    let rights = fs::metadata(&victim).expect("the file").permissions().mode() & 0o777;
    assert_eq!(rights, 0o644, "{place}");
    assert_eq!(fs::read_dir(elsewhere).expect("a folder").count(), 1, "{place}");
}

#[cfg(unix)]
#[test]
fn a_folder_that_others_can_change_is_noticed() {
    use crate::backend::private::exposure;
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    for (mode, wanted) in [
        (0o700, false),
        (0o755, false),
        (0o775, true),
        (0o777, true),
        (0o1777, true),
    ] {
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).expect("set");
        assert_eq!(exposure(folder.path()).is_some(), wanted, "{mode:o}");
    }
}
