//! Lines, paragraphs and fences of a text.

/// How far from each other such marks can be, in bytes; a longer way means that they do not belong together.
const LONGEST_CODE: usize = 4_000;

/// As much of a text as marks that belong together can be apart.
pub fn near(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST_CODE)]
}

/// The rest of a line, as far as it is near.
pub fn line_of(text: &str) -> &str {
    near(text).lines().next().unwrap_or_default()
}

/// The text up to the next empty line.
pub fn paragraph_of(text: &str) -> &str {
    text.find("\n\n").map_or(text, |end| &text[..end])
}

/// Which lines of Markdown are of fenced code; asked line by line.
#[derive(Default)]
pub struct Fences<'t> {
    /// The mark of the fence that is open.
    open: Option<&'t str>,
}

impl<'t> Fences<'t> {
    /// Whether the next line is fenced code, or a fence.
    pub fn has(&mut self, line: &'t str) -> bool {
        match (self.open, fence_of(line)) {
            (None, None) => return false,
            (None, mark) => self.open = mark,
            (Some(open), Some(mark)) if mark.starts_with(open) => self.open = None,
            _ => {}
        }
        true
    }
}

/// The mark that opens or closes fenced code, where `line` does either.
pub fn fence_of(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let n_marks = line.len() - line.trim_start_matches(mark).len();
    (n_marks >= 3).then(|| &line[..n_marks])
}
