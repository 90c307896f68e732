//! The heading that becomes the headline of an article without a title.

use super::reader::Reader;
use crate::article::Article;
use crate::span::Span;

impl Reader<'_> {
    /// The number of the paragraph that is the headline, where none is stated: a heading at the head of the body;
    /// further down only one without its like, and only of what stands below it.
    pub fn heading(&self) -> Option<usize> {
        match self.headings.firsts.as_slice() {
            [1, ..] => Some(1),
            [only] if only + 1 < self.article.paragraphs.len() => Some(*only),
            _ => None,
        }
    }
}

/// Makes a paragraph the headline of an article that has none.
pub fn make_headline(article: &mut Article<'static>, number: usize) {
    let heading = article.paragraphs.remove(number).span;
    let (start, end) = (heading.start as usize, heading.end as usize);
    let text = article.text.as_ref();
    // What stood above it comes behind it.
    let above = text[..start].trim_end_matches('\n');
    let gap = if above.is_empty() { "" } else { "\n" };
    article.text = [&text[start..end], gap, above, &text[end..]].concat().into();
    let n_moved = heading.end - heading.start + gap.len() as u32;
    article.markup.retain(|markup| !heading.contains(markup.span));
    let spans = article.paragraphs[1..number].iter_mut().map(|paragraph| &mut paragraph.span);
    let marked = article.markup.iter_mut().map(|markup| &mut markup.span);
    for span in spans.chain(marked.filter(|span| span.end <= heading.start)) {
        *span = Span::new(span.start + n_moved, span.end + n_moved);
    }
    article.paragraphs[0].span = Span::new(0, heading.end - heading.start);
    for figure in article.figures.iter_mut().filter(|figure| figure.after as usize >= number) {
        figure.after -= 1;
    }
}
