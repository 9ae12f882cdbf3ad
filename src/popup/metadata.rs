//! Removal of everything from a PNG that drawing does not need: profiles, texts, what a camera notes, and whatever follows its end.
//!
//! A few kilobytes of a profile or a text can unpack to gigabytes, or reveal who made the picture, where and with what. Neither the preview nor a
//! website needs them. Other formats hold such data unpacked, no larger than the file.

use std::borrow::Cow;

use image::metadata::Orientation;

/// The first bytes of every PNG.
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The chunks that are left out: colour profiles, and texts in three forms.
const LEFT_OUT: [&[u8]; 4] = [b"iCCP", b"zTXt", b"iTXt", b"tEXt"];
/// The chunk of which only the orientation stays, which decides how the pixels are seen; the rest may say where a picture was taken, and with what.
const CAMERA: &[u8] = b"eXIf";
/// Bytes of a chunk besides its content: its length, its name, its checksum.
const FRAME: usize = 12;

/// Returns the picture without its metadata; any other file, and a PNG without any, as it is.
pub fn without_metadata(file: &[u8]) -> Cow<'_, [u8]> {
    let Some(mut rest) = file.strip_prefix(SIGNATURE) else {
        return Cow::Borrowed(file);
    };
    let mut kept = Vec::new();
    let mut kept_to = 0;
    let mut end = file.len();
    while let Some((name, length)) = part(rest) {
        let at = file.len() - rest.len();
        let instead = if LEFT_OUT.contains(&name) {
            Some(Vec::new())
        } else if name == CAMERA {
            Some(turned(&rest[8..length - 4])).filter(|chunk| **chunk != rest[..length])
        } else {
            None
        };
        if let Some(instead) = instead {
            kept.extend_from_slice(&file[kept_to..at]);
            kept.extend_from_slice(&instead);
            kept_to = at + length;
        }
        rest = &rest[length..];
        if name == b"IEND" {
            end = at + length;
            break;
        }
    }
    if kept_to == 0 {
        return Cow::Borrowed(&file[..end]);
    }
    kept.extend_from_slice(&file[kept_to..end]);
    Cow::Owned(kept)
}

/// Returns a chunk that says nothing but how a picture is turned, as its Exif data says; empty where it is upright.
fn turned(exif: &[u8]) -> Vec<u8> {
    let Some(orientation) = Orientation::from_exif_chunk(exif).filter(|how| *how != Orientation::NoTransforms) else {
        return Vec::new();
    };
    // Exif 2.32, section 4.6: a big-endian directory with one entry, the orientation (0x0112), a short.
    let mut content = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    content.extend_from_slice(&[orientation.to_exif(), 0, 0, 0, 0, 0, 0]);
    let named = [CAMERA, &content].concat();
    let length = u32::try_from(content.len()).unwrap_or_default().to_be_bytes();
    let checksum = crc32fast::hash(&named).to_be_bytes();
    [&length[..], &named, &checksum].concat()
}

/// Returns the name of the first chunk and its length, frame included; `None` where no whole chunk follows. The decoder has to refuse the rest.
fn part(rest: &[u8]) -> Option<(&[u8], usize)> {
    let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?);
    let length = usize::try_from(length).ok()?.checked_add(FRAME)?;
    (length <= rest.len()).then(|| (&rest[4..8], length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len()).expect("short").to_be_bytes();
        [&length[..], name, content, b"crc!"].concat()
    }

    fn png(parts: &[Vec<u8>]) -> Vec<u8> {
        [SIGNATURE.to_vec(), parts.concat()].concat()
    }

    #[test]
    fn profiles_texts_and_what_follows_the_end_are_left_out() {
        let [head, pixels, end] = [chunk(b"IHDR", b"size"), chunk(b"IDAT", b"pixels"), chunk(b"IEND", b"")];
        let plain = png(&[head.clone(), pixels.clone(), end.clone()]);
        assert!(matches!(without_metadata(&plain), Cow::Borrowed(same) if same == plain));
        let described = png(&[
            head.clone(),
            chunk(b"iCCP", b"swollen"),
            chunk(b"tEXt", b"Author"),
            pixels.clone(),
            chunk(b"zTXt", b""),
            chunk(b"iTXt", b"where"),
            end.clone(),
            b"a secret".to_vec(),
        ]);
        assert_eq!(*without_metadata(&described), *plain);
        let seen = png(&[head, chunk(b"gAMA", b"0.45"), pixels, end]);
        assert_eq!(*without_metadata(&seen), *seen);
    }

    #[test]
    fn of_what_a_camera_notes_only_the_orientation_stays() {
        let [head, pixels, end] = [chunk(b"IHDR", b"size"), chunk(b"IDAT", b"pixels"), chunk(b"IEND", b"")];
        let with = |camera: Vec<u8>| png(&[head.clone(), camera, pixels.clone(), end.clone()]);
        let directory = |turn: u8| {
            // Two entries: the maker, whose name follows, and the orientation.
            let entries = [
                &b"\x01\x0f\0\x02\0\0\0\x06\0\0\0\x26\x01\x12\0\x03\0\0\0\x01\0"[..],
                &[turn, 0, 0],
            ]
            .concat();
            let exif = [&b"MM\0*\0\0\0\x08\0\x02"[..], &entries, b"\0\0\0\0SECRET"].concat();
            with(chunk(b"eXIf", &exif))
        };
        for turn in 1..=8 {
            let file = directory(turn);
            let kept = without_metadata(&file);
            assert!(!kept.windows(6).any(|part| part == b"SECRET"), "{turn}");
            let there = kept.windows(4).position(|part| part == CAMERA);
            assert_eq!(there.is_some(), turn > 1, "{turn}");
            if let Some(at) = there {
                let orientation = Orientation::from_exif_chunk(&kept[at + 4..at + 30]);
                assert_eq!(orientation.map(Orientation::to_exif), Some(turn));
                assert!(
                    matches!(without_metadata(&kept), Cow::Borrowed(_)),
                    "nothing is left to remove"
                );
            }
        }
        assert_eq!(
            *without_metadata(&with(chunk(b"eXIf", b"what no camera writes"))),
            *png(&[head, pixels, end])
        );
    }

    #[test]
    fn what_is_not_a_png_or_is_damaged_stays_as_it_is() {
        let cut = png(&[chunk(b"IHDR", b"size"), b"\xff\xff\xff\xffiCCP".to_vec()]);
        for file in [&b""[..], b"GIF89a", SIGNATURE, &cut, &cut[..12]] {
            assert_eq!(*without_metadata(file), *file);
        }
    }
}
