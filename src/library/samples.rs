//! The sample campaigns, built into the program: one for each use of a pop-up, and what a first launch shows.

use std::io;
use std::path::PathBuf;

use super::disk::{make_folders, write_new};
use super::trouble::Context;
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

/// Every sample, in the order in which people see them.
pub const SAMPLES: &[Sample] = samples![
    "welcome",
    "tip",
    "problem-solving",
    "survey",
    "reminder",
    "social-channels",
    "education",
    "promotion",
    "personalisation",
];

/// Every picture that a sample names.
pub const SAMPLE_PICTURES: &[SamplePicture] = pictures![
    "0796fbef962de91cd5e3d0a8987a712b771a7bc7ae6e19da12a6651df0513a18",
    "0c7842c1e33043289ba2e94f33d68e89ac35c2396204002830203caef3e7de37",
    "30c56163f199b3edbe2232a5c203483d8e15415bf0bb6161d778a7551452de0c",
    "32b16a73432ab0eca88f30e34c3587c5bc9285d3084c1b279566d6fe5906eede",
    "68cc2a04f5617a6825495024e8ed624d5645b791e26f2ba720bbe064838359a5",
    "6adb690193fd6ee9fc93f1dd506691c32e61ec9ad376c28e3746977aae935c70",
    "6f4f6a609844cbdcd0a9dc953182b108020cb1afe23c39f5ff3dc860458d0f27",
    "7c6c083a62f825ca9afbca1d0a077782004ebe3f0dbb5175396f81cc7896b594",
    "aeeac3b23cbb7921e2d9a231f30ad11637ec6c90119a0a2e4b6249dbbe4747e0",
    "b78bde35e40bcfdea8101188fa0b3161e15b781eb813fd7b2ec82a8de051506f",
    "b7fb08a90af31877e326a4c02652161efe9ab21726fedfbec35281924e396110",
    "c787e8b4de46d45f00a22d2b9c167eee79e9cd4b940673ee18f923b326947375",
    "d0350fba75e70b3446ee05b11544646d06aaec0d503f5261e4cd24e681304760",
];

/// Returns the picture that a sample names.
pub fn sample_picture(name: &str) -> Option<&'static [u8]> {
    SAMPLE_PICTURES
        .iter()
        .find(|picture| picture.name == name)
        .map(|picture| picture.png)
}

impl Library {
    /// Copies the samples into the library. Existing files stay as they are.
    ///
    /// # Errors
    /// When the folder cannot take them.
    pub fn add_samples(&self) -> Result<Vec<PathBuf>, LibraryError> {
        // From now on, this trace identifies the folder as a library, even when every sample is deleted.
        self.make_inner("trash")?;
        for picture in SAMPLE_PICTURES {
            let path = self.dir().join(picture.name);
            make_folders(self.dir(), &self.images()).context("make the folder", &self.images())?;
            keep_existing(write_new(&path, picture.png)).context("save the picture", &path)?;
        }
        let mut files = Vec::with_capacity(SAMPLES.len());
        for sample in SAMPLES {
            let path = self.dir().join(sample.file);
            keep_existing(write_new(&path, sample.json.as_bytes())).context("save", &path)?;
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
