//! Zips: [`unpack`] reads one as hostile input, [`pack`] writes one whose bytes depend on its files alone.
//!
//! An entry that cannot be taken is named in [`Unpacked::refused`] and stops no other. Memory and time are
//! bounded by [`Limits`] and by the length of the zip, whatever the zip says of itself.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

use crate::shorten::last_chars;
use crate::wording::thousands;

/// Longest name of a refused entry that is shown, in characters.
const MAX_SHOWN: usize = 200;

/// How many entries a zip may have without the records of ZIP64.
const MAX_PLAIN: u64 = 65_535;

/// How much is taken out of one zip.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Most entries, folders included.
    pub n_files: usize,
    /// Longest file, in bytes.
    pub file: u64,
    /// Most bytes of all files.
    pub all: u64,
}

impl Default for Limits {
    /// 10,000 entries, 512 MiB a file, 1 GiB in all.
    fn default() -> Self {
        Self { n_files: 10_000, file: 512 << 20, all: 1 << 30 }
    }
}

/// What a zip held.
#[derive(Debug, Default)]
pub struct Unpacked {
    /// The files with their content, in the zip's order. A path is relative, has at least one name, `/`
    /// between names, and neither `.`, `..` nor control characters; no two are equal.
    pub files: Vec<(String, Vec<u8>)>,
    /// Entries that were not taken: the name, of a long one the end, with � for what could garble the line; and
    /// what is wrong, a clause without a full stop.
    pub refused: Vec<(String, String)>,
}

/// The files of a zip. Folders are passed over, and so is what macOS adds (`__MACOSX`, `.DS_Store`).
///
/// Of several files with the same path the last is taken, as programs do that unpack onto a disk.
///
/// # Errors
///
/// Says, in a clause without a full stop, why `bytes` are no zip that is read.
pub fn unpack(bytes: &[u8], limits: Limits) -> Result<Unpacked, String> {
    let too_many = format!("the zip has more than {} entries", thousands(limits.n_files as u64));
    // The reader makes room for as many entries as are declared.
    if n_declared(bytes) > MAX_PLAIN.max(limits.n_files as u64) {
        return Err(too_many);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| match error {
        ZipError::UnsupportedArchive(_) => "the zip is in several parts, or too large".to_owned(),
        _ => "the file is no zip, or a damaged one".to_owned(),
    })?;
    if archive.len() > limits.n_files {
        return Err(too_many);
    }
    let entries = entries_of(&archive);
    let mut unpacked = Unpacked::default();
    for name in doubles(bytes, archive.central_directory_start(), &entries) {
        unpacked.refused.push((shown(&name), DOUBLE.to_owned()));
    }
    let paths: Vec<Result<String, &str>> =
        entries.iter().map(|entry| path_of(&entry.name)).collect();
    let last: BTreeMap<&str, usize> = paths
        .iter()
        .enumerate()
        .filter_map(|(place, path)| Some((path.as_deref().ok()?, place)))
        .collect();
    let mut budget = Budget { limits, packed: bytes.len() as u64, unpacked: limits.all };
    for (place, (entry, path)) in entries.iter().zip(&paths).enumerate() {
        let is_folder = entry.name.ends_with(['/', '\\']);
        if is_folder || is_of_macos(&entry.name) {
            continue;
        }
        let content = path.as_deref().map_err(|fault| (*fault).to_owned()).and_then(|path| {
            if last.get(path) != Some(&place) {
                return Err(DOUBLE.to_owned());
            }
            content_of(&mut archive, entry.idx, &mut budget).map(|content| (path, content))
        });
        match content {
            Ok((path, content)) => unpacked.files.push((path.to_owned(), content)),
            Err(what) => unpacked.refused.push((shown(&entry.name), what)),
        }
    }
    Ok(unpacked)
}

/// What is wrong with all but the last of several files.
const DOUBLE: &str = "a later file of the zip has the same path";

/// The most entries that any record of ZIP64 in the bytes declares.
fn n_declared(bytes: &[u8]) -> u64 {
    let records = bytes.windows(40).filter(|record| record.starts_with(b"PK\x06\x06"));
    let counts = records.filter_map(|record| record[32..].first_chunk().copied());
    counts.map(u64::from_le_bytes).max().unwrap_or(0)
}

/// An entry of the zip's directory.
struct ZipEntry {
    /// Where it stands in the directory, in bytes from the start of the zip.
    at: u64,
    /// What the archive calls it by.
    idx: usize,
    name: String,
}

/// The entries in the order of the directory.
fn entries_of(archive: &ZipArchive<Cursor<&[u8]>>) -> Vec<ZipEntry> {
    let mut entries: Vec<ZipEntry> = (0..archive.len())
        .filter_map(|idx| {
            let data = archive.by_index_data(idx).ok()?;
            let name = match data.name() {
                Ok(name) => name.into_owned(),
                Err(_) => String::from_utf8_lossy(data.name_raw()).into_owned(),
            };
            Some(ZipEntry { at: data.central_header_start(), idx, name })
        })
        .collect();
    entries.sort_unstable_by_key(|entry| entry.at);
    entries
}

/// The names of entries of which the archive knows nothing, because it keeps the last of each name; `start` is
/// where the directory starts.
fn doubles(bytes: &[u8], start: u64, entries: &[ZipEntry]) -> Vec<String> {
    let mut names = Vec::new();
    let last = entries.last().map_or(0, |entry| entry.at);
    let mut at = start;
    while at < last {
        let header = usize::try_from(at).ok().and_then(|at| bytes.get(at..));
        let Some(header) = header.filter(|header| header.starts_with(b"PK\x01\x02")) else { break };
        let length = |at: usize| {
            header
                .get(at..)
                .and_then(|rest| rest.first_chunk().copied())
                .map_or(0, u16::from_le_bytes)
        };
        // The lengths of the name, of the extra fields and of the comment, which follow the header.
        let [name, extra, comment] = [28, 30, 32].map(length);
        if entries.binary_search_by_key(&at, |entry| entry.at).is_err() {
            let name = header.get(46..46 + usize::from(name)).unwrap_or_default();
            names.push(String::from_utf8_lossy(name).into_owned());
        }
        at += 46 + u64::from(name) + u64::from(extra) + u64::from(comment);
    }
    names
}

/// Whether it is what macOS writes into zips and folders for itself.
fn is_of_macos(name: &str) -> bool {
    name.starts_with("__MACOSX/") || name.rsplit(['/', '\\']).next() == Some(".DS_Store")
}

/// The path that a name gives, or what is wrong with it.
fn path_of(name: &str) -> Result<String, &'static str> {
    let name = name.replace('\\', "/");
    let has_drive = matches!(name.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic());
    let names: Vec<&str> = name.split('/').filter(|name| !matches!(*name, "" | ".")).collect();
    if name.chars().any(char::is_control) {
        Err("its path has control characters")
    } else if name.starts_with('/') || has_drive {
        Err("its path is absolute")
    } else if names.contains(&"..") {
        Err("its path leads out of its folder")
    } else if names.is_empty() {
        Err("its path is empty")
    } else {
        Ok(names.join("/"))
    }
}

/// A name for a line of text.
fn shown(name: &str) -> String {
    // The marks that turn the direction of text could make a name look like another.
    let garbles =
        |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let end = last_chars(name, MAX_SHOWN);
    let shown = end.chars().map(|c| if garbles(c) { char::REPLACEMENT_CHARACTER } else { c });
    let cut = (end.len() < name.len()).then_some('…');
    cut.into_iter().chain(shown).collect()
}

/// What may still be read, in bytes.
struct Budget {
    limits: Limits,
    /// Of the zip: entries that share bytes come to more than it has.
    packed: u64,
    /// Of the files.
    unpacked: u64,
}

/// The content of an entry, or what is wrong with it.
fn content_of(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    idx: usize,
    budget: &mut Budget,
) -> Result<Vec<u8>, String> {
    let damaged = || "it is damaged".to_owned();
    let entry = archive.by_index_data(idx).map_err(|_| damaged())?;
    let (size, packed) = (entry.size(), entry.compressed_size());
    if entry.is_symlink() {
        return Err("it is a symbolic link".to_owned());
    }
    if entry.encrypted() {
        return Err("it is encrypted".to_owned());
    }
    if ![CompressionMethod::Stored, CompressionMethod::Deflated].contains(&entry.compression()) {
        return Err("it is compressed by another method than Deflate".to_owned());
    }
    if size > budget.limits.file {
        return Err(format!("it is longer than {} bytes", thousands(budget.limits.file)));
    }
    if size > budget.unpacked {
        let all = thousands(budget.limits.all);
        return Err(format!("with it, the zip holds more than {all} bytes"));
    }
    budget.packed = budget
        .packed
        .checked_sub(packed)
        .ok_or("its bytes are also those of other files of the zip")?;
    let mut content = Vec::new();
    let read = archive.by_index(idx).map_err(|_| damaged()).and_then(|file| {
        // The size may be a lie; one byte more shows it.
        file.take(size.saturating_add(1)).read_to_end(&mut content).map_err(|_| damaged())
    });
    // What was unpacked in vain took its time too.
    budget.unpacked = budget.unpacked.saturating_sub(content.len() as u64);
    if read? as u64 != size {
        return Err("it is not as long as the zip says".to_owned());
    }
    Ok(content)
}

/// A zip of these files, by path with `/`, in their order. Dates, rights and the program that wrote it are the
/// same in all, so that the same files always give the same bytes.
///
/// # Panics
///
/// Where two paths are equal or one is longer than 65,535 bytes, which the caller knows to be untrue.
pub fn pack<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    // All that differs by system, clock or feature of the crate is stated.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default())
        .system(System::Unix)
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let written = files.into_iter().try_for_each(|(path, content)| {
        let is_large = content.len() as u64 >= zip::ZIP64_BYTES_THR;
        writer.start_file(path, options.large_file(is_large))?;
        writer.write_all(content).map_err(ZipError::from)
    });
    let zip = written.and_then(|()| writer.finish());
    zip.expect("memory takes what is written, and the paths differ").into_inner()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn unpack(bytes: &[u8]) -> Unpacked {
        super::unpack(bytes, Limits::default()).unwrap()
    }

    #[track_caller]
    fn check(bytes: &[u8], files: &[&str], refused: &[(&str, &str)]) {
        let unpacked = unpack(bytes);
        let paths: Vec<&str> = unpacked.files.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, files);
        let found: Vec<(&str, &str)> =
            unpacked.refused.iter().map(|(name, what)| (name.as_str(), what.as_str())).collect();
        assert_eq!(found, refused);
    }

    /// A zip of files that hold their own names.
    fn zip_of(paths: &[&str]) -> Vec<u8> {
        pack(paths.iter().map(|path| (*path, path.as_bytes())))
    }

    /// The zip with the first header of its directory changed at `at`.
    fn edited(mut zip: Vec<u8>, at: usize, bytes: &[u8]) -> Vec<u8> {
        let header = zip.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
        zip[header + at..][..bytes.len()].copy_from_slice(bytes);
        zip
    }

    /// The zip with one byte string for another of the same length, wherever it stands.
    fn renamed(mut zip: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
        for at in 0..=zip.len() - from.len() {
            if zip[at..].starts_with(from) {
                zip[at..at + to.len()].copy_from_slice(to);
            }
        }
        zip
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        let noise: Vec<u8> =
            (0..100_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        let files: [(&str, &[u8]); 4] = [
            ("top/b.html", b"<p>b"),
            ("top/a/é “x”.txt", &noise),
            ("top/0", b""),
            ("z", &[0; 9999]),
        ];
        let zip = pack(files);
        assert_eq!(zip, pack(files));
        let unpacked = unpack(&zip);
        assert!(unpacked.refused.is_empty());
        let found: Vec<(&str, &[u8])> = unpacked
            .files
            .iter()
            .map(|(path, content)| (path.as_str(), content.as_slice()))
            .collect();
        assert_eq!(found, files);
        assert!(unpack(&pack([])).files.is_empty());
    }

    /// The bytes of a small zip, so that a change of crate or system that changes them is seen.
    #[test]
    fn the_bytes_are_known() {
        let zip = pack([("a", b"aaaaaaaaaaaaaaaa".as_slice())]);
        // Local header: version 2.0, no flags, Deflate, midnight, 1 January 1980.
        assert_eq!(zip[..14], *b"PK\x03\x04\x14\0\0\0\x08\0\0\0\x21\0");
        let header = zip.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
        // Directory: made on Unix; a regular file, which its owner may write.
        assert_eq!(zip[header + 5], 3);
        assert_eq!(zip[header + 38..header + 42], (0o100_644u32 << 16).to_le_bytes());
    }

    #[test]
    fn what_no_path_is_is_refused() {
        let names = [
            "a/./b//c",
            "..",
            "a/../b",
            "/etc/passwd",
            "C:\\x",
            "..\\x",
            "\\x",
            "a\nb",
            "./",
            "x\\y",
            "a\u{202e}b/..",
            "a..b",
            "folder/",
            "__MACOSX/a",
            "x/.DS_Store",
            "",
        ];
        check(
            &zip_of(&names),
            &["a/b/c", "x/y", "a..b"],
            &[
                ("..", "its path leads out of its folder"),
                ("a/../b", "its path leads out of its folder"),
                ("/etc/passwd", "its path is absolute"),
                ("C:\\x", "its path is absolute"),
                ("..\\x", "its path leads out of its folder"),
                ("\\x", "its path is absolute"),
                ("a\u{fffd}b", "its path has control characters"),
                ("a\u{fffd}b/..", "its path leads out of its folder"),
                ("", "its path is empty"),
            ],
        );
        let long = "a\n".repeat(999);
        let unpacked = unpack(&zip_of(&[&long]));
        assert_eq!(unpacked.refused[0].0, format!("…{}", "a\u{fffd}".repeat(100)));
        assert_eq!(unpack(&renamed(zip_of(&["Xx"]), b"Xx", b"\x81x")).files[0].0, "üx", "CP437");
    }

    #[test]
    fn entries_that_are_no_plain_files_are_refused() {
        let zip = || zip_of(&["a", "b"]);
        let link = edited(zip(), 38, &(0o120_777u32 << 16).to_le_bytes());
        check(&link, &["b"], &[("a", "it is a symbolic link")]);
        check(&edited(zip(), 8, &[1]), &["b"], &[("a", "it is encrypted")]);
        let method = [("a", "it is compressed by another method than Deflate")];
        for number in [9, 12, 14, 93, 99] {
            check(&edited(zip(), 10, &[number]), &["b"], &method);
        }
    }

    #[test]
    fn lies_and_damage_are_refused() {
        let zip = || pack([("a", b"0123456789".as_slice()), ("b", b"b")]);
        check(&edited(zip(), 16, &[0]), &["b"], &[("a", "it is damaged")]);
        check(&edited(zip(), 24, &[9]), &["b"], &[("a", "it is damaged")]);
        check(&edited(zip(), 24, &[11]), &["b"], &[("a", "it is not as long as the zip says")]);
        check(&edited(zip(), 20, &[3]), &["b"], &[("a", "it is damaged")]);
        let long = [("a", "it is longer than 536,870,912 bytes")];
        check(&edited(zip(), 24, &[0xfe; 4]), &["b"], &long);
        check(&edited(zip(), 42, &[7]), &["b"], &[("a", "it is damaged")]);
    }

    #[test]
    fn the_last_of_several_of_one_path_is_taken() {
        let double = [("a/b", "a later file of the zip has the same path")];
        let zip = pack([("a/b", b"1".as_slice()), ("x", b"2"), ("a\\b", b"3")]);
        check(&zip, &["x", "a/b"], &double);
        // The same bytes of a name, too.
        let zip = pack([("a/b", b"1".as_slice()), ("x", b"2"), ("a/c", b"3")]);
        let zip = renamed(zip, b"a/c", b"a/b");
        check(&zip, &["x", "a/b"], &double);
        assert_eq!(unpack(&zip).files[1].1, b"3");
    }

    #[test]
    fn bombs_are_bounded() {
        let limits = Limits { n_files: 3, file: 1 << 20, all: 3 << 19 };
        let zeros = vec![0; 16 << 20];
        let zip = pack([("bomb", zeros.as_slice()), ("b", b"b")]);
        assert!(zip.len() < 50_000);
        let unpacked = super::unpack(&zip, limits).unwrap();
        assert_eq!(
            unpacked.refused,
            [("bomb".to_owned(), "it is longer than 1,048,576 bytes".to_owned())]
        );
        assert_eq!(unpacked.files, [("b".to_owned(), b"b".to_vec())]);
        // It says that it is short.
        let unpacked = super::unpack(&edited(zip, 24, &[0, 0, 1, 0]), limits).unwrap();
        assert_eq!(unpacked.refused[0].1, "it is damaged");
        let zip = pack(["a", "b", "c"].map(|path| (path, &zeros[..1 << 20])));
        let unpacked = super::unpack(&zip, limits).unwrap();
        assert_eq!((unpacked.files.len(), unpacked.refused.len()), (1, 2));
        assert_eq!(unpacked.refused[0].1, "with it, the zip holds more than 1,572,864 bytes");
        let too_many = super::unpack(&zip_of(&["a", "b", "c", "d"]), limits).unwrap_err();
        assert_eq!(too_many, "the zip has more than 3 entries");
    }

    /// Entries of the directory that all lead to the same bytes.
    #[test]
    fn entries_that_share_bytes_are_bounded() {
        let noise: Vec<u8> =
            (0..1000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        let zip = pack([("0", noise.as_slice())]);
        let (files, end) = zip.split_at(zip.len() - 22);
        let header = files.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
        let mut shared = files.to_vec();
        for name in b'1'..=b'9' {
            shared.extend_from_slice(&files[header..]);
            *shared.last_mut().unwrap() = name;
        }
        let length = (10 * (files.len() - header) as u32).to_le_bytes();
        shared.extend_from_slice(&[&end[..8], &[10, 0, 10, 0], &length, &end[16..]].concat());
        let unpacked = unpack(&shared);
        assert_eq!(unpacked.files.len() + unpacked.refused.len(), 10);
        assert!(unpacked.files.len() <= 2, "{:?}", unpacked.refused);
        assert_eq!(unpacked.refused[0].1, "its bytes are also those of other files of the zip");
    }

    #[test]
    fn no_room_is_made_for_entries_that_are_only_declared() {
        let mut record = [b"PK\x06\x06".as_slice(), &[0; 28]].concat();
        record.extend_from_slice(&(1u64 << 40).to_le_bytes());
        let zip = [record, zip_of(&["a"])].concat();
        let error = super::unpack(&zip, Limits::default()).unwrap_err();
        assert_eq!(error, "the zip has more than 10,000 entries");
    }

    #[test]
    fn what_is_no_zip_is_said_so() {
        let zip = zip_of(&["a/b.html", "c"]);
        for length in 0..zip.len() {
            let error = super::unpack(&zip[..length], Limits::default()).unwrap_err();
            assert_eq!(error, "the file is no zip, or a damaged one", "{length}");
        }
        // Something before it, as in a program that unpacks itself, does not matter.
        check(&[b"#!/bin/sh\n", zip.as_slice()].concat(), &["a/b.html", "c"], &[]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn bytes_of_any_kind_are_unpacked_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = super::unpack(&bytes, Limits::default());
        }

        #[test]
        fn damaged_zips_are_unpacked_or_refused(
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)
        ) {
            let mut zip = zip_of(&["a/b.html", "c", "d/é"]);
            for (at, byte) in changes {
                let at = at.index(zip.len());
                zip[at] = byte;
            }
            if let Ok(unpacked) = super::unpack(&zip, Limits::default()) {
                for (path, _) in unpacked.files {
                    prop_assert_eq!(path_of(&path), Ok(path.clone()));
                }
            }
        }
    }
}
