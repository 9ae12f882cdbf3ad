//! See `beckon::fuzzing::ledger`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| beckon::fuzzing::ledger(input));
