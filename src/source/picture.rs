//! Pictures: what they are, how large they are, and how their files are called in a site.

use std::cell::Cell;

use imagesize::{Compression, ImageType};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use sha2::{Digest, Sha256};

/// The forms of pictures that all browsers of today show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Avif,
    Gif,
    Jpeg,
    Png,
    Svg,
    Webp,
}

impl Format {
    /// The format that a file has by its name.
    pub fn of(name: &str) -> Option<Self> {
        let (_, extension) = name.rsplit_once('.')?;
        Some(match extension.to_ascii_lowercase().as_str() {
            "avif" => Self::Avif,
            "gif" => Self::Gif,
            "jpg" | "jpeg" => Self::Jpeg,
            "png" => Self::Png,
            "svg" => Self::Svg,
            "webp" => Self::Webp,
            _ => return None,
        })
    }

    /// As its files' names end, behind a dot.
    fn extension(self) -> &'static str {
        match self {
            Self::Avif => "avif",
            Self::Gif => "gif",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Webp => "webp",
        }
    }
}

/// The width and height of a picture, where it states them; else what it is not, as in "which …".
pub fn read(name: &str, bytes: &[u8]) -> Result<Option<[u32; 2]>, &'static str> {
    let other = "is not what the end of its name says";
    let format = Format::of(name).ok_or(other)?;
    if format == Format::Svg {
        return drawing(str::from_utf8(bytes).map_err(|_| other)?);
    }
    let found = match imagesize::image_type(bytes).map_err(|_| other)? {
        ImageType::Gif => Format::Gif,
        ImageType::Heif(Compression::Av1) => Format::Avif,
        ImageType::Jpeg => Format::Jpeg,
        ImageType::Png => Format::Png,
        ImageType::Webp => Format::Webp,
        _ => return Err(other),
    };
    if found != format {
        return Err(other);
    }
    let size = imagesize::blob_size(bytes).map_err(|_| "is damaged")?;
    let [width, height] = [size.width, size.height].map(|length| u32::try_from(length).ok());
    Ok(width.zip(height).map(|(width, height)| [width, height]))
}

/// Likewise of an SVG, which is to be a drawing and nothing that runs.
fn drawing(text: &str) -> Result<Option<[u32; 2]>, &'static str> {
    let (is_drawing, runs, size) = (Cell::new(false), Cell::new(false), Cell::new(None));
    let settings =
        RewriteStrSettings::new().append_element_content_handler(element!("*", |element| {
            let name = element.tag_name();
            if name == "svg" && !is_drawing.replace(true) {
                size.set(size_of(|name| element.get_attribute(name)));
            }
            let has_handler = element.attributes().iter().any(|attribute| {
                let value = attribute.value().trim_start().to_ascii_lowercase();
                attribute.name().starts_with("on") || value.starts_with("javascript:")
            });
            runs.set(
                runs.get() || has_handler || name.ends_with("script") || name == "foreignobject",
            );
            Ok(())
        }));
    let is_read = rewrite_str(text, settings.with_strict(false)).is_ok();
    match (is_read && is_drawing.get(), runs.get()) {
        (false, _) => Err("is not what the end of its name says"),
        (true, true) => Err("holds what runs"),
        (true, false) => Ok(size.get()),
    }
}

/// The width and height by the attributes of an `<svg>`: its box, or else its own lengths in pixels.
fn size_of(attribute: impl Fn(&str) -> Option<String>) -> Option<[u32; 2]> {
    let number = |text: &str| text.trim().trim_end_matches("px").parse::<f64>().ok();
    let view = attribute("viewbox").map(|view| {
        let numbers = view.split([' ', ',']).filter(|part| !part.is_empty()).map(number);
        numbers.collect::<Option<Vec<f64>>>()
    });
    let [width, height] = match view.flatten().as_deref() {
        Some([_, _, width, height]) => [*width, *height],
        _ => [number(&attribute("width")?)?, number(&attribute("height")?)?],
    };
    // A ratio in whole numbers, for units however small.
    let scale = if width.min(height) < 100.0 { 100.0 } else { 1.0 };
    let is_length = |length: f64| (0.01..1e6).contains(&length);
    (is_length(width) && is_length(height))
        .then(|| [width, height].map(|length| (length * scale).round() as u32))
}

/// The name of a picture in a site: what it begins with, a hash of its content, and its format.
pub fn file_name(start: &str, name: &str, bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    let digits: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let extension = Format::of(name).map_or("bin", Format::extension);
    format!("{start}{digits}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PNG of 3 by 2, as far as its head.
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x02\0\0\0";

    #[test]
    fn a_picture_is_what_its_name_says() {
        assert_eq!(read("a.PNG", PNG), Ok(Some([3, 2])));
        for name in ["a.jpg", "a.svg", "a.webp", "a", "a.txt"] {
            assert!(read(name, PNG).is_err(), "{name}");
        }
        assert!(read("a.png", b"<svg/>").is_err());
        assert!(read("a.png", &PNG[..12]).is_err());
        assert!(file_name("logo-", "a.PNG", PNG).ends_with(".png"));
    }

    #[test]
    fn a_drawing_has_a_ratio_and_runs_nothing() {
        let check =
            |svg: &str, expected| assert_eq!(read("a.svg", svg.as_bytes()), expected, "{svg}");
        check("<?xml version=\"1.0\"?><svg viewBox='0 0 300 100'/>", Ok(Some([300, 100])));
        check("<svg viewBox=\"0,0,2.5,1\"/>", Ok(Some([250, 100])));
        check("<svg width='400px' height='200'/>", Ok(Some([400, 200])));
        check("<svg width='10em' height='1em'/>", Ok(None));
        check("<svg viewBox='0 0 0 -1'/>", Ok(None));
        check("<p>", Err("is not what the end of its name says"));
        let runs = Err("holds what runs");
        check("<svg><script>alert(1)</script></svg>", runs);
        check("<svg><g onload='alert(1)'/></svg>", runs);
        check("<svg><a href=' javascript:alert(1)'/></svg>", runs);
        check("<svg><foreignObject/></svg>", runs);
    }
}
