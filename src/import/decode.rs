//! [`decode()`]: bytes of a page, feed, table or article as text.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// How far into a file its encoding is looked for, in bytes; browsers stop at 1,024, where many a page has
/// not come to it yet.
const HEAD_BYTES: usize = 4096;

/// A file's text, and how it was read.
#[derive(Debug)]
pub struct Decoded {
    /// Without a byte order mark; what has no meaning in the encoding is U+FFFD.
    pub text: String,
    /// The name of the encoding, as the Encoding Standard has it.
    pub encoding: &'static str,
    /// Whether neither the bytes nor what the file says of itself tell the encoding.
    pub is_guess: bool,
    /// Whether some bytes had no meaning in it. In UTF-8 they are read as Windows-1252.
    pub has_faults: bool,
    /// Whether it is no text at all, but the bytes of some other program.
    pub is_binary: bool,
}

/// Reads a file in whatever encoding; never fails.
///
/// In this order: the byte order mark; UTF-8, where the bytes are that; what the file says of itself (`<meta
/// charset>`, `<?xml encoding?>`); Windows-1252, as browsers do. What is UTF-8 but for fewer bytes than it has characters
/// beyond ASCII, or says that it is, is read as UTF-8, and those bytes as Windows-1252: they came in by copying.
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded {
    let declared = declared(bytes);
    // Its bytes are ASCII, and so UTF-8, but mean something else.
    let hides_in_ascii = declared.is_some_and(|encoding| !encoding.is_ascii_compatible());
    let is_utf_8 = !hides_in_ascii && str::from_utf8(bytes).is_ok();
    // Of two characters that Windows-1252 has side by side ("Spaß“") one of UTF-8 may come.
    let is_nearly_utf_8 = || {
        let (mut n_sound, mut n_odd) = (0, 0);
        for chunk in bytes.utf8_chunks() {
            n_sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
            n_odd += chunk.invalid().len();
        }
        n_sound > n_odd
    };
    let stated = if is_utf_8 { Some(UTF_8) } else { declared };
    // A byte order mark goes before either.
    let mark = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let known = mark.or(stated).or_else(|| is_nearly_utf_8().then_some(UTF_8));
    let encoding = known.unwrap_or(WINDOWS_1252);
    let (text, has_faults) = if encoding == UTF_8 {
        (mended_utf_8(bytes), !is_utf_8)
    } else {
        let (text, _, has_faults) = encoding.decode(bytes);
        (text.into_owned(), has_faults)
    };
    let is_guess = known.is_none();
    Decoded {
        text,
        encoding: encoding.name(),
        is_guess,
        has_faults,
        // Text in UTF-16 has noughts, too.
        is_binary: (is_guess || encoding == UTF_8 && has_faults) && bytes.contains(&0),
    }
}

impl Decoded {
    /// What is to be said of how the file was read, a clause without a full stop; nothing where it was as it should be.
    #[must_use]
    pub fn oddity(&self) -> Option<String> {
        let Self { encoding, is_guess, has_faults, .. } = self;
        if *is_guess {
            return Some(format!("the text is not UTF-8, so it is read as {encoding}"));
        }
        let rest = if *encoding == UTF_8.name() { ", and is read as windows-1252" } else { "" };
        has_faults.then(|| format!("some of the text is not {encoding}{rest}"))
    }
}

/// UTF-8 without a byte order mark; what is none in it is read as Windows-1252.
fn mended_utf_8(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let parts = bytes.utf8_chunks().flat_map(|chunk| {
        let (odd, _) = WINDOWS_1252.decode_without_bom_handling(chunk.invalid());
        [Cow::Borrowed(chunk.valid()), odd]
    });
    parts.collect()
}

/// The encoding that a file states in its head.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(HEAD_BYTES)].to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    let label = |key: &str| {
        let (_, rest) = head.split_once(key)?;
        let rest = rest.trim_start().strip_prefix('=')?.trim_start();
        let rest = rest.trim_start_matches(['"', '\'']);
        rest.split(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).next()
    };
    let label = if head.trim_start().starts_with("<?xml") { label("encoding") } else { None }
        .or_else(|| label("charset"))?;
    // A file whose declaration can be read as ASCII is not UTF-16, whatever it says.
    Encoding::for_label(label.as_bytes()).map(|encoding| match encoding.name() {
        "UTF-16LE" | "UTF-16BE" => UTF_8,
        _ => encoding,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(decode(bytes).text, expected);
    }

    #[test]
    fn the_encoding_is_the_one_that_fits() {
        check("é".as_bytes(), "é");
        check(b"\xef\xbb\xbfa", "a");
        check(b"\xff\xfea\0", "a");
        check(b"\x93a\x94", "“a”");
        check(b"<meta charset=iso-8859-2>\xb3", "<meta charset=iso-8859-2>ł");
        let head = "<meta http-equiv=content-type content='text/html; charset=koi8-r'>";
        check(&[head.as_bytes(), b"\xc1"].concat(), &format!("{head}а"));
        let head = "<?xml version='1.0' encoding=\"windows-1251\"?>";
        check(&[head.as_bytes(), b"\xe0"].concat(), &format!("{head}а"));
    }

    #[test]
    fn what_a_file_says_wrongly_of_itself_is_not_believed() {
        check("<meta charset=\"windows-1252\">é".as_bytes(), "<meta charset=\"windows-1252\">é");
        check("<meta charset=utf-16>é".as_bytes(), "<meta charset=utf-16>é");
        check(b"<meta charset=utf-8>\xe9", "<meta charset=utf-8>é");
        check(b"<meta charset=nonsense>\xe9", "<meta charset=nonsense>é");
    }

    #[test]
    fn some_bytes_of_another_encoding_do_not_change_the_rest() {
        check(b"Caf\xc3\xa9 \xc3\xa9. It\x92s late.", "Café é. It’s late.");
        check(
            b"\x84Das macht Spa\xdf\x93, sagte sie \xfcber M\xfcnchen.",
            "„Das macht Spaß“, sagte sie über München.",
        );
        check(b"\xef\xbb\xbfIt\x92s one.", "It’s one.");
        let Decoded { encoding, is_guess, has_faults, is_binary, .. } =
            decode(b"\xc3\xa9\xc3\xa9 \xe9");
        assert_eq!((encoding, is_guess, has_faults, is_binary), ("UTF-8", false, true, false));
        let Decoded { encoding, is_guess, has_faults, .. } = decode(b"\xe9");
        assert_eq!((encoding, is_guess, has_faults), ("windows-1252", true, false));
        assert!(decode(b"\x1f\x8b\0\xff").is_binary);
    }

    #[test]
    fn an_encoding_that_hides_in_ascii() {
        let head = "<meta charset=iso-2022-jp>";
        check(&[head.as_bytes(), b"\x1b$B$\"\x1b(B"].concat(), &format!("{head}あ"));
    }
}
