//! What the tests of this folder's modules hold their texts against.

use std::path::Path;

use super::read;
use crate::article::{Markup, MarkupKind};
use crate::diagnostics::Diagnostics;

/// The blocks of `markdown`, a line each: the kind, the words, markup as tags around its words.
fn printed(markdown: &str) -> (String, Vec<String>) {
    let mut diagnostics = Diagnostics::on(Path::new("a.md"));
    let (article, _) = read(markdown, 1, Some("T"), &mut diagnostics);
    let mut blocks = String::new();
    for paragraph in &article.paragraphs[1..] {
        let mut words = paragraph.span.of(&article.text).to_owned();
        let inside = |markup: &&Markup| paragraph.span.contains(markup.span);
        let mut tags: Vec<(u32, String)> = Vec::new();
        for Markup { span, kind } in article.markup.iter().filter(inside) {
            let name = match kind {
                MarkupKind::Emphasis => "em",
                MarkupKind::Strong => "strong",
                MarkupKind::Link(url) => url,
            };
            tags.extend([(span.start, format!("<{name}|")), (span.end, ">".to_owned())]);
        }
        tags.sort_by_key(|(byte, _)| *byte);
        for (byte, tag) in tags.iter().rev() {
            words.insert_str((byte - paragraph.span.start) as usize, tag);
        }
        blocks.push_str(&format!("{:?}: {words}\n", paragraph.kind));
    }
    assert!(diagnostics.errors.is_empty(), "a body is never at fault: {:?}", diagnostics.errors);
    let warnings = diagnostics.warnings.into_iter();
    (blocks, warnings.map(|warning| format!("{}", warning.line.unwrap())).collect())
}

/// `warnings` are the lines that are warned of.
#[track_caller]
pub fn check(markdown: &str, blocks: &str, warnings: &[&str]) {
    let (found_blocks, found_warnings) = printed(markdown);
    assert_eq!(found_blocks.trim_end(), blocks);
    assert_eq!(found_warnings, warnings);
}
