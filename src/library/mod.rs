//! The folder of drafts: campaign files, their pictures, and everything that protects work: recovery notes, undo histories, earlier versions, the
//! bin, and a watch for changes by other programs.
//!
//! Input and output live here, so every function may be called outside the window's thread; [`Library`] is a path and cheap to clone. It uses neither
//! a clock nor randomness for content: instants and identities are arguments. It never replaces a file that another program changed, deletes for good
//! only what is in the bin, never writes a file whose content would not change, and never recreates a library folder that somebody moved away.

mod audiences;
mod bin;
mod conflict;
mod disk;
mod folder;
mod history;
mod journal;
mod mark;
mod names;
mod overview;
mod owner;
mod picture;
mod place;
mod recovery;
mod samples;
mod save;
mod site;
mod store;
mod trouble;
mod versions;
mod watch;

#[cfg(test)]
mod tests;

pub use audiences::{
    AUDIENCE_FOLDER, AUDIENCE_SUFFIX, AudienceEntry, AudienceSaveError, StoredAudience, audience_name, audiences_in,
    read_audience, readable,
};
pub use bin::{BIN_KEEPS, BinEntry, Binned, Removal};
pub use conflict::{Conflict, Resolution, Resolved, Theirs};
#[cfg(test)]
pub(crate) use disk::power;
pub use disk::{
    ContentHash, make_private, make_private_folder, read_bounded, read_input, sweep, write_atomically, write_in_place,
    write_new, write_private,
};
pub(crate) use disk::{make_whole_path, open_regular, remove_file, rename};
pub use folder::{Entries, Entry, Library, Stored, VersionTag};
pub use history::{History, HistoryLimits, Meeting, Record, Step};
pub use journal::JOURNAL_KEEPS;
pub use mark::{is_library, is_same_folder, read_mark, write_mark};
pub use names::{FILE_SUFFIX, is_campaign_path};
pub use overview::Overview;
pub use picture::{
    Crop, MAX_PICTURE_ALLOCATION, MAX_PICTURE_BYTES, MAX_PICTURE_SIDE, PictureError, PictureUse, SourcePicture,
};
pub use place::{LIBRARY_VARIABLE, library_folder};
pub use recovery::{Recovery, Unsaved};
pub use samples::{SAMPLE_PICTURES, SAMPLES, Sample, SamplePicture, sample_picture};
pub use save::{SaveError, Saved};
pub use site::{SITE_FILE, read_site, site_in};
pub use store::{PictureFacts, picture_facts, read_picture};
pub use trouble::{LibraryError, LoadError, TroubleKind};
pub use versions::{Version, Why};
pub use watch::{FolderEvent, Scanner, Watch};
