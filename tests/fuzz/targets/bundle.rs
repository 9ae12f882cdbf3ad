//! See `beckon::fuzzing::bundle`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| beckon::fuzzing::bundle(input));
