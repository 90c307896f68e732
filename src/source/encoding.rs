//! The text of a file, from whatever encoding it was saved in: [`text_of`].

use std::io;

use encoding_rs::WINDOWS_1252;

use super::field::code_point;
use super::file::MAX_FILE;
use crate::diagnostics::{Diagnostics, longer_than};
use crate::import::decode::decode;

/// The text of a file without a byte order mark, its lines ended by newlines alone and without control
/// characters but tabs. `None` where it cannot be had, which is noted as an error; what was mended is a
/// warning.
///
/// [`decode()`] says how; where it can only guess, that is a warning too.
pub fn text_of(content: io::Result<Vec<u8>>, diagnostics: &mut Diagnostics) -> Option<String> {
    let bytes = match content {
        Ok(bytes) if bytes.len() as u64 > MAX_FILE => {
            Err(io::Error::other(format!("it {}", longer_than(MAX_FILE))))
        }
        Err(error) if error.kind() == io::ErrorKind::IsADirectory => {
            Err(io::Error::other("it is not a regular file"))
        }
        content => content,
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            diagnostics.error(None, "there is no such file", "add it, or mend the link to it");
            return None;
        }
        Err(error) => {
            let what = format!("the file cannot be read: {error}");
            diagnostics.error(None, what, "make it a text file that you may read");
            return None;
        }
    };
    let text = decoded(&bytes, diagnostics)?;
    Some(without_controls(&text.replace("\r\n", "\n"), diagnostics))
}

fn decoded(bytes: &[u8], diagnostics: &mut Diagnostics) -> Option<String> {
    let decoded = decode(bytes);
    let n_sound = str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let line = bytes[..n_sound].iter().filter(|byte| **byte == b'\n').count() as u32 + 1;
    if decoded.is_binary {
        diagnostics.error(line, "the file is not text", "take it out of the folder");
        return None;
    }
    if let Some(what) = decoded.oddity() {
        let remedy = "look whether its marks are right, and save the file as UTF-8";
        diagnostics.warning(line, what, remedy);
    }
    Some(decoded.text)
}

/// The text without control characters but newlines and tabs. Those from U+0080 to U+009F are what is left
/// of Windows-1252 that was taken for Latin-1, so they become the marks that they were; breaks of any other
/// kind become newlines; the rest goes.
fn without_controls(text: &str, diagnostics: &mut Diagnostics) -> String {
    let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    let Some(first) = text.find(is_control) else { return text.to_owned() };
    let line = text[..first].matches('\n').count() as u32 + 1;
    let n_controls = text.chars().filter(|c| is_control(*c)).count();
    let first = text[first..].chars().next().map(code_point).unwrap_or_default();
    let what = format!("control characters, the first one {first}, are mended: {n_controls}");
    diagnostics.warning(line, what, "look at the text there, and write what is meant");
    let mut mended = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' => mended.push('\n'),
            '\u{80}'..='\u{9f}' => {
                let byte = [c as u8];
                let (mark, _) = WINDOWS_1252.decode_without_bom_handling(&byte);
                mended.extend(mark.chars().filter(|c| !c.is_control()));
            }
            c if is_control(c) => {}
            c => mended.push(c),
        }
    }
    mended
}
