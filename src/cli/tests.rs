//! What the commands share.

use clap::CommandFactory as _;

use super::arguments::Arguments;
use super::terminal::visible;

#[test]
fn the_arguments_are_declared_without_contradiction() {
    Arguments::command().debug_assert();
}

#[test]
fn nothing_that_steers_a_terminal_gets_through() {
    assert_eq!(
        visible("a\u{1b}[31mb\nc\u{202e}d\u{7}"),
        "a\\u{1b}[31mb c\\u{202e}d\\u{7}"
    );
    assert_eq!(visible("İndirim 🎉 العربية"), "İndirim 🎉 العربية");
}
