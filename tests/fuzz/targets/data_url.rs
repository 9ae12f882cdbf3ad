//! See `beckon::fuzzing::data_url`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| beckon::fuzzing::data_url(input));
