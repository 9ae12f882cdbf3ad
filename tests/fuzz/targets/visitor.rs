//! See `beckon::fuzzing::visitor`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| beckon::fuzzing::visitor(input));
