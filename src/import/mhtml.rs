//! [`read`]: the page in a web archive (MHTML, RFC 2557), the file in which Chrome and Edge save a page whole.
//!
//! An archive is a mail: headers, and parts between lines with a boundary, each with headers of its own. The first
//! part that is HTML is the page; its pictures, styles and frames are the others, and are not read.
//!
//! Libraries for mail are no better: mailparse 0.18 and mail-parser 0.11 read no Base64 without padding and add 130 to 180 kB
//! to the wasm that makes dossiers; mailparse takes the square of a boundary's length, and one bad part ends it.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use encoding_rs::Encoding;

use crate::web_url::is_web_url;

/// Longest headers of an archive or a part, in bytes.
const MAX_HEADERS: usize = 64 << 10;

/// The page of an archive.
#[derive(Debug, PartialEq, Eq)]
pub struct SavedPage {
    /// Its HTML, in UTF-8 where the archive names its encoding.
    pub html: Vec<u8>,
    /// The web address that it was saved from.
    pub url: Option<String>,
}

/// Names of headers in lower case, and what they say.
type Headers = BTreeMap<String, String>;

/// The page of an archive; `None` where there is none in it.
#[must_use]
pub fn read(bytes: &[u8]) -> Option<SavedPage> {
    let (of_archive, body) = headers(bytes)?;
    let boundary = parameter(of_archive.get("content-type")?, "boundary")?;
    let is_html = |headers: &Headers| {
        let kind = headers.get("content-type").map(|kind| kind.trim().to_lowercase());
        kind.is_some_and(|kind| kind.starts_with("text/html") || kind.contains("xhtml"))
    };
    let (of_page, content) = parts(body, &boundary)
        .into_iter()
        .filter_map(headers)
        .find(|(of_part, _)| is_html(of_part))?;
    let encoding = of_page.get("content-transfer-encoding").map(|name| name.trim().to_lowercase());
    let html = match encoding.as_deref() {
        Some("quoted-printable") => from_quoted_printable(content),
        Some("base64") => from_base64(content)?,
        _ => content.to_vec(),
    };
    let charset = of_page.get("content-type").and_then(|kind| parameter(kind, "charset"));
    let charset = charset.and_then(|label| Encoding::for_label(label.as_bytes()));
    let html = match charset {
        Some(charset) => charset.decode(&html).0.into_owned().into_bytes(),
        None => html,
    };
    let places = [of_archive.get("snapshot-content-location"), of_page.get("content-location")];
    let url = places.into_iter().flatten().map(|url| url.trim()).find(|url| is_web_url(url));
    Some(SavedPage { html, url: url.map(str::to_owned) })
}

/// The headers that bytes begin with, and what stands behind the empty line that ends them.
fn headers(bytes: &[u8]) -> Option<(Headers, &[u8])> {
    let mut headers = Headers::new();
    let mut last = None;
    let mut at = 0;
    for line in bytes[..bytes.len().min(MAX_HEADERS)].split_inclusive(|byte| *byte == b'\n') {
        at += line.len();
        let line = String::from_utf8_lossy(line);
        let text = line.trim_end();
        if text.is_empty() {
            return Some((headers, &bytes[at..]));
        }
        if text.starts_with([' ', '\t']) {
            // It goes on with the header above.
            let value: &mut String = headers.get_mut(last.as_ref()?)?;
            value.push(' ');
            value.push_str(text.trim_start());
        } else {
            let (name, value) = text.split_once(':')?;
            let name = name.trim().to_lowercase();
            headers.entry(name.clone()).or_insert_with(|| value.trim().to_owned());
            last = Some(name);
        }
    }
    None
}

/// A parameter of a header, as in `text/html; charset="utf-8"`.
fn parameter(value: &str, name: &str) -> Option<String> {
    value.split(';').skip(1).find_map(|parameter| {
        let (other, value) = parameter.split_once('=')?;
        let value = value.trim().trim_matches('"');
        (other.trim().eq_ignore_ascii_case(name) && !value.is_empty()).then(|| value.to_owned())
    })
}

/// What stands between the lines with the boundary.
fn parts<'b>(body: &'b [u8], boundary: &str) -> Vec<&'b [u8]> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (None, 0);
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let mark = line.trim_ascii_end().strip_prefix(b"--");
        let rest = mark.and_then(|mark| mark.strip_prefix(boundary.as_bytes()));
        let is_last = rest == Some(&b"--"[..]);
        if is_last || rest == Some(&b""[..]) {
            parts.extend(start.map(|start| &body[start..at]));
            start = (!is_last).then_some(at + line.len());
        }
        at += line.len();
    }
    // The rest of an archive that was cut off.
    parts.extend(start.map(|start| &body[start..]));
    parts
}

/// The bytes of quoted-printable (RFC 2045): `=E9` is a byte, and `=` at the end of a line no line end.
fn from_quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let figure =
        |byte: u8| char::from(byte).to_digit(16).and_then(|figure| u8::try_from(figure).ok());
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((byte, behind)) = rest.split_first() {
        rest = behind;
        match behind {
            _ if *byte != b'=' => decoded.push(*byte),
            [b'\r', b'\n', behind @ ..] | [b'\n', behind @ ..] => rest = behind,
            [high, low, behind @ ..] => match figure(*high).zip(figure(*low)) {
                Some((high, low)) => {
                    decoded.push(high << 4 | low);
                    rest = behind;
                }
                None => decoded.push(b'='),
            },
            _ => decoded.push(b'='),
        }
    }
    decoded
}

/// The bytes of Base64 in lines, with padding or without.
fn from_base64(bytes: &[u8]) -> Option<Vec<u8>> {
    let config =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let letters: Vec<u8> =
        bytes.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
    GeneralPurpose::new(&alphabet::STANDARD, config).decode(letters).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As Chrome writes it.
    fn archive(headers: &str, content: &str) -> String {
        format!(
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/one\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----b----\"\r\n\r\n\r\n\
             ------b----\r\nContent-Type: image/png\r\n\r\n<p>No page.</p>\r\n\
             ------b----\r\n{headers}\r\n\r\n{content}\r\n\
             ------b----\r\nContent-Type: text/html\r\n\r\n<p>A frame.</p>\r\n------b------\r\n"
        )
    }

    #[track_caller]
    fn check(headers: &str, content: &str, expected: &str) {
        let page = read(archive(headers, content).as_bytes()).expect("it has a page");
        assert_eq!(String::from_utf8(page.html).unwrap().trim_end(), expected);
        assert_eq!(page.url.as_deref(), Some("https://a.example/one"));
    }

    #[test]
    fn the_page_is_the_first_part_that_is_html() {
        check("Content-Type: text/html", "<p>A = b.</p>", "<p>A = b.</p>");
        check(
            "Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: Quoted-Printable",
            "<p class=3D\"x\">A long=\r\n line, =C3=A9 =\n=E2=80=9Cb=E2=80=9D =zz =</p>",
            "<p class=\"x\">A long line, é “b” =zz =</p>",
        );
        check(
            "content-type: text/html; charset=windows-1252\r\ncontent-transfer-encoding: quoted-printable",
            "caf=e9 =93a=94",
            "café “a”",
        );
        check(
            "Content-Type: text/html\r\nContent-Transfer-Encoding: base64",
            "PHA+\r\nQTwvcD4",
            "<p>A</p>",
        );
    }

    #[test]
    fn what_is_no_archive_has_no_page() {
        let whole = archive("Content-Type: text/html", "<p>A.</p>");
        for text in
            ["", "<p>A: b.</p>", "A: b\n\nc", &whole[..80], &whole.replace("text/html", "text/css")]
        {
            assert_eq!(read(text.as_bytes()), None, "{text}");
        }
        // One that is cut off has what there is of it.
        let cut = whole.find("A.</p>").unwrap();
        assert_eq!(read(&whole.as_bytes()[..cut]).unwrap().html, b"<p>");
    }
}
