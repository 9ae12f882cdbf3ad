//! What leaves the library, and comes back: bundles with their pictures inside, and snippets for other systems.
//!
//! An export is a function from campaigns to text; writing it somewhere is the caller's. An import writes nothing before all of it was
//! found sound. No clock and no chance: identities for what is imported are given.

mod bundle;
mod import;
mod jetlink;

#[cfg(test)]
mod tests;

pub use bundle::{BUNDLE_FORMAT, BUNDLE_VERSION, Bundle, ExportError, MAX_BUNDLE_BYTES, bundle};
pub use import::{ImportError, install, read_bundle, read_file};
pub use jetlink::{LeftOut, Loss, Snippet, jetlink};
