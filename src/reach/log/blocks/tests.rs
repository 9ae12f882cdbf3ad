//! Where rows end.

use proptest::prelude::*;

use super::*;

/// Does the same, byte by byte.
fn plainly(bytes: &[u8], delimiter: u8) -> usize {
    let (mut within, mut end) = (Within::Start, 0);
    for (index, byte) in bytes.iter().enumerate() {
        within = match (within, *byte) {
            (Within::Start | Within::Closed, b'"') => Within::Quoted,
            (Within::Quoted, b'"') => Within::Closed,
            (Within::Quoted, _) => Within::Quoted,
            (_, b'\n') => {
                end = index + 1;
                Within::Start
            }
            (_, byte) => behind(byte, delimiter),
        };
    }
    end
}

proptest! {
    /// Whatever comes, in whatever pieces, rows end where the reader of rows ends them.
    #[test]
    fn rows_end_where_they_end(text in "[ab,;\"\r\n]{0,60}", cut in 0_usize..60) {
        let bytes = text.as_bytes();
        let cut = cut.min(bytes.len());
        for delimiter in [b',', b';'] {
            let mut state = Cut::default();
            let format = Format::Csv { delimiter };
            state.look(&bytes[..cut], 0, format);
            let end = state.look(bytes, cut, format);
            prop_assert_eq!(end, plainly(bytes, delimiter));
            let records = |part: &[u8]| {
                let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(part);
                reader.into_byte_records().map(|record| record.expect("read")).collect::<Vec<_>>()
            };
            let mut parts = records(&bytes[..end]);
            parts.extend(records(&bytes[end..]));
            prop_assert_eq!(parts, records(bytes));
        }
    }
}
