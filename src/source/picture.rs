//! Pictures: what they are, how large they are, and how their files are called in a site.

use imagesize::{Compression, ImageType};
use sha2::{Digest, Sha256};

use super::drawing;

/// The forms of pictures that all browsers of today show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFormat {
    Avif,
    Gif,
    Jpeg,
    Png,
    Svg,
    Webp,
}

impl PictureFormat {
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
    let format = PictureFormat::of(name).ok_or(other)?;
    if format == PictureFormat::Svg {
        return drawing::read(str::from_utf8(bytes).map_err(|_| other)?);
    }
    let found = match imagesize::image_type(bytes).map_err(|_| other)? {
        ImageType::Gif => PictureFormat::Gif,
        ImageType::Heif(Compression::Av1) => PictureFormat::Avif,
        ImageType::Jpeg => PictureFormat::Jpeg,
        ImageType::Png => PictureFormat::Png,
        ImageType::Webp => PictureFormat::Webp,
        _ => return Err(other),
    };
    if found != format {
        return Err(other);
    }
    let size = imagesize::blob_size(bytes).map_err(|_| "is damaged")?;
    let [width, height] = [size.width, size.height].map(|length| u32::try_from(length).ok());
    Ok(width.zip(height).map(|(width, height)| [width, height]))
}

/// The name of a picture in a site: what it begins with, a hash of its content, and its format.
pub fn file_name(start: &str, name: &str, bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    let digits: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let extension = PictureFormat::of(name).map_or("bin", PictureFormat::extension);
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
}
