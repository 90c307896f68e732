#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| whosaid_fuzz::source::check(input));
