//! Pictures: any format in, a stored PNG out; false headers and escaping paths are refused.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

use super::*;
use crate::campaign::PicturePlace;

fn encoded(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let pixels = RgbaImage::from_fn(width, height, |x, y| Rgba([x as u8, y as u8, 90, 255]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(pixels)
        .to_rgb8()
        .write_to(&mut bytes, format)
        .expect("encoded");
    bytes.into_inner()
}

#[test]
fn every_common_format_becomes_a_png_of_the_wanted_size() {
    for format in [
        ImageFormat::Png,
        ImageFormat::Jpeg,
        ImageFormat::WebP,
        ImageFormat::Gif,
        ImageFormat::Bmp,
    ] {
        let picture = SourcePicture::decode(&encoded(300, 200, format)).expect("it decodes");
        assert!(!picture.fits(PictureUse::Card));
        for purpose in [PictureUse::Card, PictureUse::Launcher] {
            let png = picture
                .to_png(picture.suggested_crop(purpose), purpose.place())
                .expect("it encodes");
            let again = SourcePicture::decode(&png).expect("it decodes");
            assert!(again.fits(purpose), "{format:?} {purpose:?}");
            assert_eq!(
                again
                    .to_png(again.suggested_crop(purpose), purpose.place())
                    .expect("kept"),
                png
            );
        }
    }
}

#[test]
fn the_suggested_crop_is_the_middle_and_any_crop_is_safe() {
    let picture = SourcePicture::decode(&encoded(300, 200, ImageFormat::Png)).expect("it decodes");
    assert_eq!(
        picture.suggested_crop(PictureUse::Card),
        Crop {
            x: 0,
            y: 25,
            width: 300,
            height: 150
        }
    );
    assert_eq!(
        picture.suggested_crop(PictureUse::Launcher),
        Crop {
            x: 50,
            y: 0,
            width: 200,
            height: 200
        }
    );
    for crop in [
        Crop {
            x: u32::MAX,
            y: u32::MAX,
            width: 0,
            height: 0,
        },
        Crop {
            x: 10,
            y: 10,
            width: u32::MAX,
            height: u32::MAX,
        },
    ] {
        assert!(picture.to_pngs(crop, PictureUse::Card).is_ok());
    }
    let line = SourcePicture::decode(&encoded(1, 900, ImageFormat::Png)).expect("it decodes");
    assert!(
        line.to_pngs(line.suggested_crop(PictureUse::Card), PictureUse::Card)
            .is_ok()
    );
}

#[test]
fn a_cropped_picture_shows_the_chosen_part() {
    let picture = SourcePicture::decode(&encoded(256, 256, ImageFormat::Png)).expect("it decodes");
    let crop = Crop {
        x: 200,
        y: 0,
        width: 40,
        height: 20,
    };
    let png = picture.to_png(crop, PicturePlace::Card).expect("it encodes");
    let pixel = *SourcePicture::decode(&png)
        .expect("it decodes")
        .to_rgba()
        .get_pixel(200, 100);
    assert!(pixel[0].abs_diff(220) <= 2 && pixel[1].abs_diff(10) <= 2, "{pixel:?}");
}

#[test]
fn a_part_with_the_pixels_for_it_is_stored_for_dense_screens_too() {
    let stored = |width: u32, height: u32| {
        let source = SourcePicture::decode(&encoded(width, height, ImageFormat::Png)).expect("it decodes");
        let stored = source.to_pngs(source.suggested_crop(PictureUse::Card), PictureUse::Card);
        let size = |png: &[u8]| SourcePicture::decode(png).expect("it decodes").size();
        let sizes = |(place, png): (PicturePlace, Vec<u8>)| (place, size(&png));
        stored.expect("it encodes").into_iter().map(sizes).collect::<Vec<_>>()
    };
    let plain = (PicturePlace::Card, (400, 200));
    let dense = (PicturePlace::DenseCard, (800, 400));
    assert_eq!(stored(400, 200), [plain]);
    assert_eq!(stored(799, 600), [plain]);
    assert_eq!(stored(800, 400), [plain, dense]);
    assert_eq!(stored(2000, 1000), [plain, dense]);
}

/// Returns a PNG whose header claims this size.
fn lying_png(width: u32, height: u32) -> Vec<u8> {
    let mut png = encoded(4, 4, ImageFormat::Png);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let checksum = crc32(&png[12..29]);
    png[29..33].copy_from_slice(&checksum.to_be_bytes());
    png
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    })
}

#[test]
fn pictures_that_lie_are_refused_with_a_remedy() {
    let jpeg = encoded(64, 64, ImageFormat::Jpeg);
    let mut lying_bmp = encoded(4, 4, ImageFormat::Bmp);
    lying_bmp[18..22].copy_from_slice(&60_000_u32.to_le_bytes());
    for (what, bytes) in [
        ("a huge claim", lying_png(2_000_000_000, 2_000_000_000)),
        ("a claim within the sides, beyond the memory", lying_png(11_000, 11_000)),
        ("a modest claim without the pixels", lying_png(4_000, 2_000)),
        ("no size", lying_png(0, 10)),
        ("a BMP that lies", lying_bmp),
        ("a JPEG cut short", jpeg[..jpeg.len() / 3].to_vec()),
        ("no picture", b"<svg onload=alert(1)>".to_vec()),
        ("nothing", Vec::new()),
        ("too many bytes", vec![0; MAX_PICTURE_BYTES + 1]),
    ] {
        let Err(error) = SourcePicture::decode(&bytes) else {
            panic!("{what} was decoded")
        };
        assert!(
            !error.to_string().contains('\n') && !error.hint().is_empty(),
            "{what}: {error}"
        );
    }
}

#[test]
fn a_picture_is_stored_once_under_its_content() {
    let bench = Bench::new();
    let png = encoded(400, 200, ImageFormat::Png);
    let name = bench.library.add_picture(&png).expect("stored");
    assert_eq!(name, format!("images/{}.png", ContentHash::of(&png)));
    assert_eq!(bench.library.add_picture(&png).expect("stored"), name);
    assert_eq!(
        std::fs::read_dir(bench.library.dir().join("images"))
            .expect("there")
            .count(),
        1
    );
    assert_eq!(read_picture(bench.library.dir(), &name).expect("there"), png);
    std::fs::write(bench.library.dir().join(&name), "damaged").expect("written");
    bench.library.add_picture(&png).expect("stored again");
    assert_eq!(read_picture(bench.library.dir(), &name).expect("there"), png);
}

#[test]
fn facts_come_from_the_pixels_and_names_never_lead_out() {
    let bench = Bench::new();
    let dir = bench.library.dir();
    let write = |name: &str, bytes: &[u8]| {
        let path = bench.folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, bytes).expect("written");
    };
    let png = encoded(30, 20, ImageFormat::Png);
    write("secret.png", &encoded(400, 200, ImageFormat::Png));
    write("drafts/beside.png", &png);
    write("drafts/images/a.png", &png);
    write("drafts/images/deeper/a.png", &png);
    write("drafts/images/b.png", &encoded(30, 20, ImageFormat::Jpeg));
    assert_eq!(
        picture_facts(dir, "images/a.png"),
        PictureFacts::Readable {
            png: true,
            width: 30,
            height: 20
        }
    );
    let jpeg = PictureFacts::Readable {
        png: false,
        width: 30,
        height: 20,
    };
    assert_eq!(picture_facts(dir, "images/b.png"), jpeg);
    assert_eq!(
        picture_facts(dir, "images/deeper/a.png"),
        picture_facts(dir, "images/a.png")
    );
    for (what, bytes) in [
        ("no picture", &b"<svg>"[..]),
        ("the beginning of one", &png[..png.len() / 2]),
        ("nothing", b""),
    ] {
        write("drafts/images/c.png", bytes);
        assert_eq!(picture_facts(dir, "images/c.png"), PictureFacts::Unreadable, "{what}");
    }
    assert_eq!(picture_facts(dir, "images/none.png"), PictureFacts::Missing);
    let secret = bench.folder.path().join("secret.png").to_string_lossy().into_owned();
    for name in [
        "../secret.png",
        secret.as_str(),
        "",
        ".",
        "c:\\x.png",
        "images",
        "images/",
        "beside.png",
        "./images/a.png",
        "images/../beside.png",
        "images/../../secret.png",
        "data:image/png;base64,AA",
    ] {
        assert_eq!(picture_facts(dir, name), PictureFacts::Outside, "{name}");
        let error = read_picture(dir, name).expect_err(name);
        assert!(
            error.kind == TroubleKind::OutsideImages && !error.hint().is_empty(),
            "{error}"
        );
    }
}

proptest::proptest! {
    /// Damaged pictures are refused or decoded, whatever the damage; nothing panics and nothing exceeds the limits.
    #[test]
    fn damaged_pictures_never_panic(
        format in proptest::sample::select(vec![
            ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif, ImageFormat::Bmp,
        ]),
        at in 0usize..600,
        damage in proptest::collection::vec(proptest::prelude::any::<u8>(), 1..8),
    ) {
        let mut bytes = encoded(24, 16, format);
        let at = at % bytes.len();
        let end = (at + damage.len()).min(bytes.len());
        bytes.splice(at..end, damage);
        if let Ok(picture) = SourcePicture::decode(&bytes) {
            let (width, height) = picture.size();
            proptest::prop_assert!(width.max(height) <= MAX_PICTURE_SIDE);
        }
    }
}
