//! What the fuzz targets check of an input: one function each, which panics where something is wrong.
//!
//! They are apart from the targets so that a test can go through the seeds without a fuzzer.

pub mod archive;
pub mod import;
pub mod pack;
pub mod query;
pub mod quotations;
pub mod source;
pub mod stored;
