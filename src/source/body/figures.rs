//! Pictures of the folder, which are figures, and other images, which are left out.

use percent_encoding::percent_decode_str;
use pulldown_cmark::{Event, Tag};

use super::super::picture::PictureFormat;
use super::reader::Reader;
use crate::article::{Figure, Picture};

impl Reader<'_> {
    /// Whether an image is a picture of the folder, and alone in its paragraph.
    pub fn is_figure(&self, address: &str, source: &str) -> bool {
        let is_shown =
            PictureFormat::of(address).is_some_and(|format| format != PictureFormat::Svg);
        let is_path = !address.contains([':', '\\']) && !address.starts_with("//");
        is_shown
            && is_path
            && self.images.n_open == 0
            && self.images.figure.is_none()
            && source.trim() == self.images.paragraph
    }

    /// Begins a figure, whose alternative text comes next.
    pub fn begin_figure(&mut self, address: &str, title: &str, line: u32) {
        let path = percent_decode_str(address).decode_utf8_lossy();
        let file = path.strip_prefix("./").unwrap_or(&path).to_owned();
        self.images.figure = Some(Figure {
            after: self.article.paragraphs.len() as u32 - 1,
            picture: Picture { file, size: None },
            alt: String::new(),
            caption: words(title),
        });
        self.images.figure_lines.push(line);
    }

    /// Ends the figure that is open.
    pub fn end_figure(&mut self, line: u32) {
        let Some(figure) = self.images.figure.take() else { return };
        let alt = words(&figure.alt).unwrap_or_default();
        if alt.is_empty() {
            let what = "the picture does not say what it shows to those who do not see it";
            self.diagnostics.warning(line, what, "write that in words: ![words](file)");
        }
        self.article.figures.push(Figure { alt, ..figure });
    }

    pub fn warn_of_image(&mut self, line: u32) {
        let what = "images that are not of the folder are left out";
        let remedy =
            "put the file into the folder, and it into a paragraph of its own: ![words](file)";
        self.diagnostics.warning(line, what, remedy);
    }
}

/// Whether an event opens an image.
pub fn is_image(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(Tag::Image { .. }))
}

/// Words with single spaces between them, where there are any.
fn words(text: &str) -> Option<String> {
    let words = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::checks::check;
    use super::super::read;
    use crate::diagnostics::Diagnostics;

    #[test]
    fn a_picture_of_the_folder_is_none_of_the_text() {
        check("a\n\n![*b* ![c](d.png)](e.png 'f')\n\ng", "Text: a\nText: g", &["3"]);
        let mut diagnostics = Diagnostics::on(Path::new("a.md"));
        let markdown = "# T\n\n![b *c*](d.png)\n\ne\n\n![f](g.png)";
        let (article, lines) = read(markdown, 1, None, &mut diagnostics);
        let figures: Vec<_> =
            article.figures.iter().map(|figure| (figure.after, figure.alt.as_str())).collect();
        assert_eq!((figures, lines), (vec![(0, "b c"), (1, "f")], vec![3, 7]));
    }

    #[test]
    fn a_picture_in_html_stands_behind_its_block() {
        let mut diagnostics = Diagnostics::on(Path::new("a.md"));
        let html = "a\n\n<p>b <picture><source srcset=x.webp><img src=c_files/d.png alt='e [f]'></picture> g</p>\n\
                    <figure><img data-src=h.jpg src=data:,><figcaption>i</figcaption></figure>\n\nj";
        let (article, lines) = read(html, 1, None, &mut diagnostics);
        let figures = article.figures.iter();
        let figures: Vec<_> = figures
            .map(|figure| (figure.after, figure.picture.file.as_str(), figure.alt.as_str()))
            .collect();
        assert_eq!(figures, [(2, "c_files/d.png", "e [f]"), (2, "h.jpg", "")]);
        assert_eq!((lines, article.paragraphs.len()), (vec![3, 3], 5));
    }
}
