//! Any bytes are a zip whose files lie below one folder and within its limits, or are refused.

use std::collections::BTreeSet;

use whosaid::archive::{Limits, unpack};

const LIMITS: Limits = Limits { n_files: 100, file: 1 << 20, all: 4 << 20 };

pub fn check(input: &[u8]) {
    let Ok(unpacked) = unpack(input, LIMITS) else { return };
    let paths: BTreeSet<&str> = unpacked.files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths.len(), unpacked.files.len());
    for path in paths {
        assert!(!path.starts_with('/') && !path.contains(['\\', '\0']), "{path:?}");
        assert!(path.split('/').all(|name| !matches!(name, "" | "." | "..")), "{path:?}");
    }
    assert!(unpacked.files.len() + unpacked.refused.len() <= 2 * LIMITS.n_files);
    let lengths = unpacked.files.iter().map(|(_, content)| content.len() as u64);
    assert!(lengths.clone().all(|length| length <= LIMITS.file));
    assert!(lengths.sum::<u64>() <= LIMITS.all);
}
