//! See `beckon::fuzzing::entity_tags`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| beckon::fuzzing::entity_tags(input));
