//! See `beckon::fuzzing::outbox`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| beckon::fuzzing::outbox(input));
