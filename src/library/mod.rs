//! The folder of drafts: campaign files, their pictures, and everything that keeps work from being lost.
//!
//! Input and output live here, so every function may be called off the window's thread; [`Library`] is a path and cheap to clone.
//! It has no clock and rolls no dice for content: instants and identities are arguments. It never replaces a file that another
//! program changed, never deletes for good, and never writes a file that would hold what it held before.

mod conflict;
mod disk;
mod folder;
mod history;
mod mark;
mod names;
mod picture;
mod place;
mod recovery;
mod samples;
mod save;
mod store;
mod trouble;

#[cfg(test)]
mod tests;

pub use conflict::{Conflict, Resolution, Resolved, Theirs};
pub(crate) use disk::open_regular;
pub use disk::{
    ContentHash, make_private, make_private_folder, read_bounded, read_input, sweep, write_atomically, write_in_place,
    write_new, write_private,
};
pub use folder::{Entries, Entry, Library, Stamp, Stored, Trashed};
pub use history::{History, HistoryLimits};
pub use mark::{is_same_folder, read_mark, write_mark};
pub use names::FILE_SUFFIX;
pub use picture::{
    Crop, MAX_PICTURE_ALLOCATION, MAX_PICTURE_BYTES, MAX_PICTURE_SIDE, PictureError, PictureUse, SourcePicture,
};
pub use place::{LIBRARY_VARIABLE, library_folder};
pub use recovery::{Recovery, Unsaved};
pub use samples::{SAMPLE_PICTURES, SAMPLES, Sample, SamplePicture, sample_picture};
pub use save::{SaveError, Saved};
pub use store::{PictureFacts, picture_facts, read_picture};
pub use trouble::{LibraryError, LoadError, TroubleKind};
