//! Goes through the seeds of every target, without a fuzzer.

use std::fs;
use std::path::Path;

/// Checks every file of `seeds/NAME`.
fn go_through(name: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name);
    let entries = fs::read_dir(&folder).expect("every target has seeds");
    let mut n_seeds = 0;
    for entry in entries {
        let path = entry.expect("the folder can be read").path();
        println!("{}", path.display());
        check(&fs::read(&path).expect("a seed can be read"));
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
