//! JsonLogic: `{ "and": [ { ">": [ { "var": "page_views" }, 5 ] } ] }`. Its data are a visitor's values by the names of fields; those with keys hold an
//! object, such as `custom`.

mod read;
mod write;

pub(super) use read::read;
pub(super) use write::write;
