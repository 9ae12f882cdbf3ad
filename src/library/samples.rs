//! The sample campaigns, carried inside the program: one for each use of a pop-up, and what a first launch opens on.

use std::io;
use std::path::PathBuf;

use super::disk::write_new;
use super::trouble::Told;
use super::{Library, LibraryError};

/// A ready campaign.
#[derive(Debug, Clone, Copy)]
pub struct Sample {
    /// Its file name.
    pub file: &'static str,
    /// The file.
    pub json: &'static str,
}

/// A picture of the samples.
#[derive(Debug, Clone, Copy)]
pub struct SamplePicture {
    /// The name that campaigns give it.
    pub name: &'static str,
    /// The PNG.
    pub png: &'static [u8],
}

macro_rules! samples {
    ($($name:literal),* $(,)?) => {
        &[$(Sample {
            file: concat!($name, ".campaign.json"),
            json: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/sample-campaigns/", $name, ".campaign.json")),
        }),*]
    };
}

macro_rules! pictures {
    ($($name:literal),* $(,)?) => {
        &[$(SamplePicture {
            name: concat!("images/", $name, ".png"),
            png: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/sample-campaigns/images/", $name, ".png")),
        }),*]
    };
}

/// Every sample, in the order in which people meet them.
pub const SAMPLES: &[Sample] = samples![];

/// Every picture that a sample names.
pub const SAMPLE_PICTURES: &[SamplePicture] = pictures![];

/// The picture that a sample names so.
pub fn sample_picture(name: &str) -> Option<&'static [u8]> {
    SAMPLE_PICTURES
        .iter()
        .find(|picture| picture.name == name)
        .map(|picture| picture.png)
}

impl Library {
    /// Copies the samples into the library. Files that are there already stay as they are.
    ///
    /// # Errors
    /// When the folder cannot take them.
    pub fn add_samples(&self) -> Result<Vec<PathBuf>, LibraryError> {
        // The trace by which this folder is known for a library from now on, even when every sample is deleted.
        self.make_inner("trash")?;
        for picture in SAMPLE_PICTURES {
            let path = self.dir().join(picture.name);
            std::fs::create_dir_all(self.images()).told("make the folder", &self.images())?;
            keep_existing(write_new(&path, picture.png)).told("save the picture", &path)?;
        }
        let mut files = Vec::with_capacity(SAMPLES.len());
        for sample in SAMPLES {
            let path = self.dir().join(sample.file);
            keep_existing(write_new(&path, sample.json.as_bytes())).told("save", &path)?;
            files.push(path);
        }
        Ok(files)
    }
}

fn keep_existing(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        other => other,
    }
}
