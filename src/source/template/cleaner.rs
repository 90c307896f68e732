//! [`Cleaner`]: what remains of a text, and what was left out of it. The modules below it add what they leave out.

use super::lines::line_of;
use crate::diagnostics::Diagnostics;

/// What can be left out or rewritten, as a publisher is told of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Comment,
    Unclosed,
    Code,
    WikiLink,
    Embed,
    Attributes,
    Module,
}

impl Kind {
    const ALL: [Self; 7] = [
        Self::Comment,
        Self::Unclosed,
        Self::Code,
        Self::WikiLink,
        Self::Embed,
        Self::Attributes,
        Self::Module,
    ];

    /// What is said of it, and what to do.
    fn warning(self) -> (&'static str, &'static str) {
        match self {
            Self::Comment => ("comments are left out", "nothing needs to be done"),
            Self::Unclosed => (
                "the comment that begins here has no end, so all behind it is left out",
                "close it with `-->`, or write `\\<` if it is text",
            ),
            Self::Code => (
                "template code is left out",
                "write into the text what it would have shown, if that belongs to the article",
            ),
            Self::WikiLink => {
                ("links between notes are shown as words alone", "nothing needs to be done")
            }
            Self::Embed => ("embedded files are left out", "write their words into the text"),
            Self::Attributes => ("attributes of a layout are left out", "nothing needs to be done"),
            Self::Module => (
                "program code of MDX is left out",
                "write into the text what it would have shown, if that belongs to the article",
            ),
        }
    }
}

/// How often the whole body may be read in vain for the end of program code. Past that, nobody looks for ends
/// any more: a text of nothing but beginnings must not take the square of its length.
const MOST_READINGS: usize = 100;

/// A text that is being cleaned.
pub struct Cleaner {
    pub out: String,
    /// How many lines are in so many bytes of `out`.
    line: (u32, usize),
    /// What was left out or rewritten, and the line, from 0.
    found: Vec<(Kind, u32)>,
    /// Marks that do not occur any more, so that nobody looks for them again and again.
    missing: Vec<&'static str>,
    /// How many more bytes may be read in vain for the end of program code.
    patience: usize,
    pub is_mdx: bool,
}

impl Cleaner {
    /// Nothing yet of a text of so many bytes.
    pub fn new(len: usize, is_mdx: bool) -> Self {
        Self {
            out: String::with_capacity(len),
            line: (0, 0),
            found: Vec::new(),
            missing: Vec::new(),
            patience: MOST_READINGS * len,
            is_mdx,
        }
    }

    /// What remains; warnings say what does not.
    pub fn finish(self, first_line: u32, diagnostics: &mut Diagnostics) -> String {
        for kind in Kind::ALL {
            let places = self.found.iter().filter(|(found, _)| *found == kind);
            let lines: Vec<u32> = places.map(|(_, line)| first_line + line).collect();
            let (what, remedy) = kind.warning();
            diagnostics.warning_at(&lines, what, remedy);
        }
        self.out
    }

    /// Notes that something of this kind stands here.
    pub fn note(&mut self, kind: Kind) {
        let (line, n_counted) = &mut self.line;
        *line += self.out.as_bytes()[*n_counted..].iter().filter(|b| **b == b'\n').count() as u32;
        *n_counted = self.out.len();
        self.found.push((kind, *line));
    }

    /// Leaves out `code`, all but the ends of its lines.
    pub fn leave_out(&mut self, code: &str, kind: Kind) {
        self.note(kind);
        self.out.extend(code.chars().filter(|c| *c == '\n'));
    }

    /// Where `mark` occurs first in all that follows.
    pub fn find_anywhere(&mut self, text: &str, mark: &'static str) -> Option<usize> {
        if self.missing.contains(&mark) {
            return None;
        }
        let found = text.find(mark);
        if found.is_none() {
            self.give_up(mark);
        }
        found
    }

    /// Notes that `mark` does not occur in what follows.
    pub fn give_up(&mut self, mark: &'static str) {
        self.missing.push(mark);
    }

    /// Takes the spaces off the end of the line that is being written.
    pub fn trim_line(&mut self) {
        self.out.truncate(self.out.trim_end_matches([' ', '\t']).len());
        // No line ends in what is gone.
        self.line.1 = self.line.1.min(self.out.len());
    }

    /// What `end_of` finds in `code`, unless too much was read in vain already.
    pub fn patiently(&mut self, code: &str, end_of: fn(&[u8]) -> Option<usize>) -> Option<usize> {
        if self.patience == 0 {
            return None;
        }
        let end = end_of(code.as_bytes());
        if end.is_none() {
            self.patience = self.patience.saturating_sub(code.len());
        }
        end
    }

    /// The stretch from `mark` to its next occurrence in the same line, and what is between them: words
    /// without white space at either end.
    pub fn between<'t>(&self, text: &'t str, mark: &str) -> Option<(&'t str, &'t str)> {
        let line = line_of(text).strip_prefix(mark)?;
        let end = line.find(mark)?;
        let words = &line[..end];
        let is_marked = !words.is_empty()
            && (mark == "%%" || words.trim() == words)
            && !words.starts_with(&mark[..1]);
        is_marked.then(|| (&text[..end + 2 * mark.len()], words))
    }
}
