//! A picture whose profile or text unpacks to hundreds of megabytes costs no more memory than one without.

use std::io::Write as _;
use std::process::Command;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use serde_json::json;

use super::support::{Desk, answer, campaign};

/// The memory limit of each command, in kilobytes: half of what the part unpacks to.
const MEMORY: &str = "300000";
/// How much the part unpacks to, in megabytes.
const SWOLLEN: usize = 600;

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    })
}

fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let named = [&name[..], content].concat();
    let length = u32::try_from(content.len()).expect("short").to_be_bytes();
    [&length[..], &named, &crc32(&named).to_be_bytes()].concat()
}

/// A PNG that fits a card, with another part between its head and its pixels.
fn png(part: &[u8]) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbaImage::new(400, 200)
        .write_to(&mut bytes, image::ImageFormat::Png)
        .expect("encoded");
    let mut bytes = bytes.into_inner();
    const HEAD: usize = 8 + 25;
    bytes.splice(HEAD..HEAD, part.iter().copied());
    bytes
}

fn swollen() -> Vec<u8> {
    let block = vec![0; 1 << 20];
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    for _ in 0..SWOLLEN {
        packed.write_all(&block).expect("packed");
    }
    packed.finish().expect("packed")
}

#[test]
fn swollen_parts_of_a_picture_cost_no_memory() {
    let desk = Desk::new();
    let mut named = campaign();
    named["content"]["image"] = json!("images/a.png");
    named["launcher_image"] = json!({ "image": "images/a.png" });
    desk.write("a.campaign.json", named.to_string());
    let swollen = swollen();
    for (what, part) in [
        ("a profile", chunk(b"iCCP", &[b"p\0\0", &swollen[..]].concat())),
        ("a text", chunk(b"zTXt", &[b"p\0\0", &swollen[..]].concat())),
        (
            "an international text",
            chunk(b"iTXt", &[b"p\0\x01\0\0\0", &swollen[..]].concat()),
        ),
    ] {
        desk.write("images/a.png", png(&part));
        for arguments in [
            &["check", "a.campaign.json"][..],
            &["render", "a.campaign.json", "-o", "a.png", "--force"],
            &["html", "a.campaign.json", "-o", "a.html", "--force"],
            &["export", "a.campaign.json", "-o", "a.json", "--force"],
        ] {
            let beckon = desk.command(arguments);
            let mut bounded = Command::new("sh");
            bounded
                .args(["-c", "ulimit -v \"$1\" && shift && exec \"$@\"", "sh", MEMORY])
                .arg(beckon.get_program())
                .args(beckon.get_args())
                .current_dir(desk.path("."));
            for (name, value) in beckon.get_envs() {
                match value {
                    Some(value) => bounded.env(name, value),
                    None => bounded.env_remove(name),
                };
            }
            let answer = answer(bounded.output().expect("it starts"));
            assert_eq!(answer.code, 0, "{what}: {arguments:?}: {}", answer.err);
        }
        for file in ["a.html", "a.json"] {
            let length = desk.read(file).len();
            assert!(length < 1 << 20, "{what}: {file} carries it, {length} bytes");
        }
    }
}
