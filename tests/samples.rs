//! The sample campaigns: what a first launch shows has to be right in every respect.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use beckon::campaign::{Campaign, from_json, to_json};
use beckon::insight::{Context, Picture, SiteContext, check};
use beckon::library::{SAMPLE_PICTURES, SAMPLES};
use sha2::{Digest, Sha256};

/// The nine uses of a pop-up.
const USES: [&str; 9] = [
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

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample-campaigns")
}

fn file(name: &str) -> String {
    let path = folder().join(format!("{name}.campaign.json"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn sample(name: &str) -> Campaign {
    from_json(file(name).as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Returns the names of the files in a folder with this ending.
fn names(folder: &Path, ending: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let names = entries.map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned());
    names.filter(|name| name.ends_with(ending)).collect()
}

fn picture_on_disk(path: &str) -> Picture {
    let Ok(bytes) = fs::read(folder().join(path)) else {
        return Picture::Missing;
    };
    match image::load_from_memory_with_format(&bytes, image::ImageFormat::Png) {
        Err(_) => Picture::Unreadable,
        Ok(picture) => Picture::Readable {
            png: true,
            width: picture.width(),
            height: picture.height(),
        },
    }
}

#[test]
fn a_sample_offers_what_the_demo_shop_offers() {
    let shop = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/demo/winter-sale.html");
    let shop = fs::read_to_string(shop).expect("the shop's page");
    assert!(shop.contains("Thirty percent off"));
    let offers = sample("promotion").content.subtitle.unwrap_or_default();
    assert!(offers.contains("%30 indirim"), "{offers}");
}

#[test]
fn there_is_one_for_each_use() {
    let wanted = USES.iter().map(|name| format!("{name}.campaign.json")).collect();
    assert_eq!(names(&folder(), ".json"), wanted);
    let ids: BTreeSet<String> = USES.iter().map(|name| sample(name).id).collect();
    assert_eq!(ids.len(), USES.len(), "no two have the same identity");
}

#[test]
fn a_save_leaves_them_as_they_are() {
    for name in USES {
        assert_eq!(to_json(&sample(name)), file(name), "{name}");
    }
}

#[test]
fn nothing_is_found_in_them() {
    let now = "2026-11-22T10:00:00Z".parse().expect("an instant");
    let context = Context {
        pictures: &picture_on_disk,
        site: SiteContext::UNKNOWN,
        now: Some(now),
    };
    for name in USES {
        assert_eq!(check(&sample(name), context), [], "{name}");
    }
}

#[test]
fn pictures_are_named_by_their_content_and_used() {
    let mut used = BTreeSet::new();
    for campaign in USES.map(sample) {
        used.extend(campaign.pictures().map(str::to_owned));
    }
    let images = folder().join("images");
    let on_disk = names(&images, ".png");
    assert_eq!(used, on_disk.iter().map(|name| format!("images/{name}")).collect());
    for name in on_disk {
        let bytes = fs::read(images.join(&name)).expect("readable");
        let hash: String = Sha256::digest(&bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert_eq!(name, format!("{hash}.png"));
        assert!(bytes.len() <= 90_000, "{name} has {} bytes", bytes.len());
    }
}

#[test]
fn pictures_have_the_size_of_their_places() {
    for campaign in USES.map(sample) {
        for (place, name) in campaign.pictures_by_place() {
            let (width, height) = place.size();
            let wanted = Picture::Readable {
                png: true,
                width,
                height,
            };
            assert_eq!(picture_on_disk(name), wanted, "{}", campaign.name);
        }
    }
}

#[test]
fn the_program_carries_them_all() {
    let carried: Vec<String> = SAMPLES.iter().map(|sample| sample.file.to_owned()).collect();
    assert_eq!(
        carried,
        USES.map(|name| format!("{name}.campaign.json")),
        "welcome comes first"
    );
    let pictures: BTreeSet<&str> = SAMPLE_PICTURES.iter().map(|picture| picture.name).collect();
    let on_disk = names(&folder().join("images"), ".png");
    assert_eq!(pictures.len(), SAMPLE_PICTURES.len(), "none is carried twice");
    assert!(
        on_disk
            .iter()
            .all(|name| pictures.contains(format!("images/{name}").as_str()))
    );
    assert_eq!(pictures.len(), on_disk.len());
}
