//! What the commands share.

use clap::CommandFactory as _;

use super::arguments::Arguments;

#[test]
fn the_arguments_are_declared_without_contradiction() {
    Arguments::command().debug_assert();
}
