//! Goes through the seeds of every target, whole and cut off, without a fuzzer.

use std::fs;
use std::path::Path;

/// In about how many places a seed is cut off.
const N_CUTS: usize = 50;

/// Checks every file of `seeds/NAME`.
fn go_through(name: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name);
    let entries = fs::read_dir(&folder).expect("every target has seeds");
    let mut n_seeds = 0;
    for entry in entries {
        let path = entry.expect("the folder can be read").path();
        println!("{}", path.display());
        let seed = fs::read(&path).expect("a seed can be read");
        for end in (0..seed.len()).step_by(seed.len() / N_CUTS + 1) {
            check(&seed[..end]);
        }
        check(&seed);
        n_seeds += 1;
    }
    assert_ne!(n_seeds, 0, "{} is empty", folder.display());
}

#[test]
fn pack() {
    go_through("pack", whosaid_fuzz::pack::check);
}

#[test]
fn query() {
    go_through("query", whosaid_fuzz::query::check);
}

#[test]
fn quotations() {
    go_through("quotations", whosaid_fuzz::quotations::check);
}

#[test]
fn archive() {
    go_through("archive", whosaid_fuzz::archive::check);
}

#[test]
fn import() {
    go_through("import", whosaid_fuzz::import::check);
}

#[test]
fn source() {
    go_through("source", whosaid_fuzz::source::check);
}

#[test]
fn stored() {
    go_through("stored", whosaid_fuzz::stored::check);
}
