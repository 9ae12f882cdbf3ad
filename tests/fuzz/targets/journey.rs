//! See `beckon::fuzzing::journey`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| beckon::fuzzing::journey(input));
