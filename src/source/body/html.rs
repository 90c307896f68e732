//! HTML: whole blocks, which become the Markdown that says the same, and tags amid words.

use super::super::tags::with_markdown;
use super::reader::Reader;
use crate::article::MarkupKind;
use crate::import::{Markdown, html};

/// HTML that is found in HTML deeper than that is text.
const MAX_HTML_DEPTH: u32 = 8;

impl Reader<'_> {
    /// A caption, or HTML that is read as the Markdown that says the same.
    pub fn html_block(&mut self, line: u32) {
        let html = std::mem::take(&mut self.html.text);
        let caption = html
            .trim()
            .strip_prefix("<figcaption>")
            .and_then(|rest| rest.strip_suffix("</figcaption>"))
            .filter(|words| !words.contains("figcaption>"));
        self.close();
        if let Some(words) = caption {
            self.caption = Some(line);
            self.blocks(words.trim());
            self.close();
            self.caption = None;
        } else if self.html.depth == MAX_HTML_DEPTH {
            self.push(&html);
            self.close();
        } else {
            let outer = self.html.line;
            self.html.line = outer.or(Some(line));
            self.html.depth += 1;
            if self.tags.begins_with_text(html.trim_start()) {
                self.blocks(&format!("\\{}", html.trim_start()));
            } else if let Some(markdown) = with_markdown(&html) {
                self.blocks(&markdown);
            } else if is_unclosed(&html) {
                // All up to the end of the article would be gone.
                let what = "HTML that has no end is shown as it stands";
                self.diagnostics.warning(line, what, "close it, or write `\\<` if it is text");
                self.blocks(&format!("\\{}", html.trim_start()));
            } else {
                let Markdown { text, n_images, left_out } =
                    html::fragment_to_markdown(&self.tags.escaped(&html));
                (0..n_images).for_each(|_| self.warn_of_image(line));
                left_out.iter().for_each(|name| self.warn_of_element(name, line));
                self.blocks(&text);
            }
            self.close();
            self.html.depth -= 1;
            self.html.line = outer;
        }
    }

    /// A tag within a paragraph: emphasis and links are taken over, and of all other elements the words, but
    /// for those whose words are no text. What only looks like a tag is words. `rest` is what follows in the paragraph.
    pub fn inline_html(&mut self, tag: &str, rest: &str, line: u32) {
        if self.tags.is_text(tag) {
            self.push(tag);
            return;
        }
        let name = tag.trim_start_matches(['<', '/']);
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let name = name.to_ascii_lowercase();
        if tag.starts_with("</") {
            if self.html.hidden.as_deref() == Some(&name) {
                self.html.hidden = None;
            } else if let Some(depth) =
                self.open.iter().rposition(|open| open.element.as_deref() == Some(&name))
            {
                // What Markdown opened within it goes on behind it.
                let open = self.open.remove(depth);
                self.mark(open);
            }
            return;
        }
        match name.as_str() {
            _ if self.html.hidden.is_some() || tag.ends_with("/>") && name != "br" => {}
            "em" | "i" | "cite" => self.open(Some(MarkupKind::Emphasis), Some(name)),
            "strong" | "b" => self.open(Some(MarkupKind::Strong), Some(name)),
            "a" => {
                if let Some(link) = attribute(tag, "href").and_then(|url| self.link(&url, line)) {
                    self.open(Some(link), Some(name));
                }
            }
            "br" => self.space = self.block.is_some(),
            "script" | "style" | "iframe" | "object" | "template" | "noscript" | "svg" | "math"
            | "textarea" | "select" | "button" | "video" | "audio" | "canvas"
                if rest.to_ascii_lowercase().contains(&format!("</{name}")) =>
            {
                self.warn_of_element(&name, line);
                self.html.hidden = Some(name);
            }
            _ => {}
        }
    }

    fn warn_of_element(&mut self, name: &str, line: u32) {
        let what = format!("the element <{name}> is left out");
        self.diagnostics.warning(line, what, "write its words as text if they belong to it");
    }
}

/// Whether a block of HTML is one that goes on up to the end of the article, because what ends it is missing.
fn is_unclosed(html: &str) -> bool {
    let html = html.trim_start().to_ascii_lowercase();
    [
        ("<?", "?>"),
        ("<![cdata[", "]]>"),
        ("<script", "</script>"),
        ("<style", "</style>"),
        ("<textarea", "</textarea>"),
        ("<pre", "</pre>"),
    ]
    .into_iter()
    .any(|(open, close)| html.starts_with(open) && !html.contains(close))
}

/// The value of an attribute of a tag as CommonMark lets it stand in a paragraph.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let is_space = |c: char| c.is_ascii_whitespace();
    let (_, mut rest) = tag.strip_suffix('>').unwrap_or(tag).split_once(is_space)?;
    while !rest.trim_ascii_start().is_empty() {
        rest = rest.trim_ascii_start();
        let end = rest.find(|c| is_space(c) || c == '=').unwrap_or(rest.len());
        let (own, behind) = rest.split_at(end);
        let (value, behind) = value_in(behind);
        if own.eq_ignore_ascii_case(name) {
            return Some(value?.trim().replace("&amp;", "&"));
        }
        rest = behind;
    }
    None
}

/// The value that stands behind the name of an attribute, where one does, and what is behind that.
fn value_in(behind: &str) -> (Option<&str>, &str) {
    let Some(value) = behind.trim_ascii_start().strip_prefix('=') else { return (None, behind) };
    let value = value.trim_ascii_start();
    let (value, rest) = match value.chars().next() {
        Some(mark @ ('"' | '\'')) => value[1..].split_once(mark).unwrap_or((&value[1..], "")),
        _ => value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len())),
    };
    (Some(value), rest)
}

#[cfg(test)]
mod tests {
    use super::super::checks::check;

    #[test]
    fn a_caption_alone_on_its_lines() {
        check("<figcaption>A *b*</figcaption>", "Caption: A <em|b>", &[]);
        check("<figcaption>\n    A\nb\n</figcaption>\n\nc", "Caption: A b\nText: c", &[]);
        check("b <figcaption>a</figcaption>", "Text: b a", &[]);
    }

    #[test]
    fn html_becomes_what_markdown_says() {
        check(
            "a <b>b <I>c</i></b> d<br>e<span class=x>f</span>",
            "Text: a <strong|b <em|c>> d ef",
            &[],
        );
        check("<a href=\"https://a.org/?b&amp;c\">d</a>", "Text: <https://a.org/?b&c|d>", &[]);
        check("<a href='/b'>c</a> <a name=d>e</a>", "Text: c e", &["1"]);
        let linked = "Text: <https://a.org/|b>";
        check("<a hreflang=en href=\"https://a.org/\">b</a>", linked, &[]);
        check("<a class=c\nHREF = https://a.org/\ntitle=d>b</a>", linked, &[]);
        check("<a title='in href=\"c\"' href='https://a.org/'>b</a>", linked, &[]);
        check("<em>a\n\nb</em> *c <b>d* e</b>", "Text: <em|a>\nText: b <em|c <strong|d>> e", &[]);
        check(
            "x\n\n<div>\n<p>a <em>b</em></p><p>c</p>\n</div>\n\nd",
            "Text: x\nText: a <em|b>\nText: c\nText: d",
            &[],
        );
        check(
            "<figure><img src=a.png alt=b><figcaption>c</figcaption></figure>",
            "Caption: c",
            &[],
        );
    }

    #[test]
    fn what_is_no_text_in_html_is_not_shown() {
        check("a <script>b</script> c", "Text: a c", &["1"]);
        check("<script>\na\n\nb</script>\n\n<style>c</style>\n\nd", "Text: d", &["1", "6"]);
        check("<p>a<iframe src=b>c</iframe></p>\n\n<embed src=d>", "Text: a", &["1", "3"]);
        check("<p>a<img src=https://x.org/b.png></p>\n<img alt=c>", "Text: a", &["1", "1"]);
        check("a <iframe src=b>c\n\nd", "Text: a c\nText: d", &[]);
        check("<script\n\na <b>b</b>", "Text: <script\nText: a <strong|b>", &["1"]);
        check("<script>\n\nb", "Text: <script>\nText: b", &["1"]);
        check("a\n\n<!-- b\n\nc", "Text: a", &[]);
        check("<!-- a -->\n\nb", "Text: b", &[]);
    }
}
