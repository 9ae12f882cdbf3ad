//! See `beckon::fuzzing::log`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| beckon::fuzzing::log(input));
