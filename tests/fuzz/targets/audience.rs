//! See `beckon::fuzzing::campaign`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| beckon::fuzzing::audience(input));
