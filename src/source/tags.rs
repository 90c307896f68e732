//! [`Tags`]: which angle brackets in Markdown are HTML, and which stand around words.

use std::collections::BTreeSet;

/// The elements of HTML, those that browsers still know included.
const ELEMENTS: &str = "\
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br \
    button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed \
    fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image \
    img input ins kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter nav nobr \
    noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby \
    s samp script search section select slot small source span strike strong style sub summary sup svg table tbody td \
    template textarea tfoot th thead time title tr track tt u ul var video wbr xmp";

/// What is longer, in bytes, is no tag.
const LONGEST_TAG: usize = 1_000;

/// The names of the tags of a text, in lower case.
#[derive(Default)]
pub struct Tags {
    opened: BTreeSet<String>,
    closed: BTreeSet<String>,
}

impl Tags {
    /// Those of `text`.
    pub fn of(text: &str) -> Self {
        let mut tags = Self::default();
        for (start, _) in text.match_indices('<') {
            let tag = &text[start..];
            let names = if tag.starts_with("</") { &mut tags.closed } else { &mut tags.opened };
            names.extend(name_of(tag));
        }
        tags
    }

    /// Whether `tag`, in its angle brackets, is text, as in `Dear <name>`: it is no element of HTML, it has no value
    /// and no other tag of the text belongs to it.
    pub fn is_text(&self, tag: &str) -> bool {
        let Some(name) = name_of(tag) else { return false };
        let has_other = if tag.starts_with("</") { &self.opened } else { &self.closed };
        !ELEMENTS.split(' ').any(|element| element == name)
            && !tag.ends_with("/>")
            && !tag.contains('=')
            && !has_other.contains(&name)
    }

    /// HTML in which the brackets of tags that are text are characters.
    pub fn escaped(&self, html: &str) -> String {
        let mut escaped = String::with_capacity(html.len());
        let mut n_copied = 0;
        for (start, _) in html.match_indices('<') {
            if tag_at(&html[start..]).is_some_and(|tag| self.is_text(tag)) {
                escaped.push_str(&html[n_copied..start]);
                escaped.push_str("&lt;");
                n_copied = start + 1;
            }
        }
        escaped + &html[n_copied..]
    }

    /// Whether HTML begins with a tag that is text.
    pub fn begins_with_text(&self, html: &str) -> bool {
        tag_at(html).is_some_and(|tag| self.is_text(tag))
    }
}

/// HTML without the tags of elements whose contents are said to be Markdown (`markdown="1"`, kramdown): there it has an
/// end, and what is in them begins at the start of lines. `None` where it has no such element.
pub fn with_markdown(html: &str) -> Option<String> {
    let mut out = String::with_capacity(html.len());
    // The names of such elements that are open, each with the number of others of its name that are open in it.
    let mut open: Vec<(String, usize)> = Vec::new();
    let (mut n_copied, mut is_found) = (0, false);
    for (start, _) in html.match_indices('<') {
        let Some(tag) = tag_at(&html[start..]) else { continue };
        let Some(name) = name_of(tag) else { continue };
        let is_closing = tag.starts_with("</");
        let is_markdown = !is_closing && has_markdown(tag);
        let is_end = match open.last_mut() {
            Some((outer, 0)) if is_closing && *outer == name => true,
            Some((outer, n_within)) if *outer == name && !is_markdown => {
                *n_within = if is_closing { *n_within - 1 } else { *n_within + 1 };
                false
            }
            _ => false,
        };
        if !is_markdown && !is_end {
            continue;
        }
        push_lines(&mut out, &html[n_copied..start], !open.is_empty());
        out.push_str("\n\n");
        n_copied = start + tag.len();
        is_found = true;
        if is_end {
            open.pop();
        } else if !tag.ends_with("/>") {
            open.push((name, 0));
        }
    }
    push_lines(&mut out, &html[n_copied..], !open.is_empty());
    is_found.then_some(out)
}

/// Adds lines, without their indents where they are Markdown.
fn push_lines(out: &mut String, lines: &str, is_markdown: bool) {
    for line in lines.split_inclusive('\n') {
        let words = line.trim_start_matches([' ', '\t']);
        out.push_str(if is_markdown { words } else { line });
        // A tag alone on its line would make HTML of the lines below it.
        out.push_str(if is_markdown && words.starts_with("<img") { "\n" } else { "" });
    }
}

/// Whether a tag has the attribute that makes the contents of its element Markdown.
fn has_markdown(tag: &str) -> bool {
    let tag = tag.replace(" =", "=").replace("= ", "=");
    let attributes = tag.trim_end_matches(['>', '/']).split_ascii_whitespace().skip(1);
    let mut values = attributes.filter_map(|part| part.strip_prefix("markdown")?.strip_prefix('='));
    values
        .next()
        .is_some_and(|value| matches!(value.trim_matches(['"', '\'']), "1" | "block" | "span"))
}

/// The tag that a text begins with, as far as a bracket closes it.
fn tag_at(text: &str) -> Option<&str> {
    let near = &text[..text.floor_char_boundary(LONGEST_TAG)];
    let inside = near.strip_prefix('<')?;
    let end = inside.find(['<', '>'])?;
    inside[end..].starts_with('>').then(|| &near[..end + 2])
}

/// The name of the tag that a text begins with, in lower case.
fn name_of(text: &str) -> Option<String> {
    let name = text.strip_prefix('<')?;
    let name = name.strip_prefix('/').unwrap_or(name);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(name.len());
    name.starts_with(|c: char| c.is_ascii_alphabetic()).then(|| name[..end].to_ascii_lowercase())
}
