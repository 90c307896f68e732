//! The words of a value in front matter, whatever markup its generator understands there: [`words_of`].
//!
//! Markdown's marks, tags of HTML, character references, links between notes and template code go, as in a body.
//! A mark that marks nothing is text: `AT&T < 5`, `f**k`, `snake_case_name`.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::file::Format;
use super::template;
use crate::diagnostics::Diagnostics;

/// Elements of HTML that stand in titles. What else looks like a tag, as `<redacted>`, is text.
const ELEMENTS: [&str; 27] = [
    "a", "abbr", "b", "big", "br", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd",
    "mark", "p", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "wbr",
];

/// The words of a value that stands on `line`, on one line. What template code it had is a warning.
pub fn words_of(value: &str, line: u32, diagnostics: &mut Diagnostics) -> String {
    let value = value.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    if !value.contains(['\\', '`', '*', '_', '[', '<', '&', '{', '%', '=']) {
        return value;
    }
    // Behind a word nothing has the meaning of a block: a title may well begin with `#` or `1.`
    let markdown =
        template::cleaned(&format!("{BEFORE}{value}"), line, Format::Markdown, diagnostics);
    let words = without_marks(&markdown);
    let words = words.strip_prefix(BEFORE.trim_end()).unwrap_or(&words);
    words.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is put before a value.
const BEFORE: &str = "x ";

/// The text of one line of Markdown.
fn without_marks(markdown: &str) -> String {
    let mut words = String::new();
    let mut tags = Tags { text: markdown.to_ascii_lowercase(), places: BTreeMap::new() };
    let mut n_images = 0_u32;
    for (event, range) in Parser::new(markdown).into_offset_iter() {
        let source = &markdown[range.clone()];
        let is_amid_a_word = || {
            let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            is_letter(markdown[..range.start].chars().next_back())
                || is_letter(markdown[range.end..].chars().next())
        };
        match event {
            Event::Start(Tag::Image { .. }) => n_images += 1,
            Event::End(TagEnd::Image) => n_images -= 1,
            _ if n_images > 0 => {}
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::InlineHtml(tag) => match element_of(&tag) {
                Some("br") => words.push(' '),
                Some(element) if tags.have_partner(element, range) => {}
                _ => words.push_str(&tag),
            },
            Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis) if is_amid_a_word() => {
                words.push_str(&source[..1]);
            }
            Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) if is_amid_a_word() => {
                words.push_str(&source[..2]);
            }
            // Only the brackets of an address tell it from the name before it.
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {
                words.push('<');
            }
            Event::End(TagEnd::Link) if source.starts_with('<') => words.push('>'),
            _ => {}
        }
    }
    words
}

/// The element of a tag, where it is one that stands in titles.
fn element_of(tag: &str) -> Option<&'static str> {
    let name = tag.trim_start_matches(['<', '/']);
    let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    ELEMENTS.into_iter().find(|element| element.eq_ignore_ascii_case(name))
}

/// Where the tags of elements stand.
struct Tags {
    /// The whole text, in lower case.
    text: String,
    /// Of an element that was asked for, the first tag that opens it and the last one that closes it.
    places: BTreeMap<&'static str, (Option<usize>, Option<usize>)>,
}

impl Tags {
    /// Whether the tag at `range` opens an element that is closed behind it, or closes one that was opened; some need
    /// no second tag.
    fn have_partner(&mut self, element: &'static str, range: Range<usize>) -> bool {
        let text = &self.text;
        let (first, last) = *self.places.entry(element).or_insert_with(|| {
            (text.find(&format!("<{element}")), text.rfind(&format!("</{element}>")))
        });
        match text[range.clone()].starts_with("</") {
            true => first.is_some_and(|first| first < range.start),
            false => matches!(element, "img" | "wbr") || last.is_some_and(|last| last >= range.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use proptest::prelude::*;

    use super::*;
    use crate::import::literal;

    fn words(value: &str) -> String {
        words_of(value, 1, &mut Diagnostics::on(Path::new("a.md")))
    }

    #[test]
    fn markup_goes_and_its_words_stay() {
        let check = |value: &str, expected: &str| assert_eq!(words(value), expected, "{value}");
        check("See [[Bridge#Piers|the bridge]] and [[Ada Roe]]", "See the bridge and Ada Roe");
        check("[The mayor](https://a.example/b_c_d) goes", "The mayor goes");
        check("{{ site.name }}: it is {% if x %}shut{% endif %}", ": it is shut");
        check("A <b>bold</b> plan<br/>for <span class=\"x\">all</span>", "A bold plan for all");
        check("Fish &amp; chips &#8211; &lt;b&gt;", "Fish & chips – <b>");
        check("*One*, **two**, __three__ and `four`", "One, two, three and four");
        check("Shut<!-- ask the mayor --> today", "Shut today");
        check("Shut <!-- ask the mayor", "Shut");
        check("![a map](a.png) The map", "The map");
        check("A \\*star\\*", "A *star*");
    }

    #[test]
    fn a_mark_that_marks_nothing_is_text() {
        for value in [
            "AT&T < 5",
            "AT&T <5 and more> 3",
            "f**k, M*A*S*H and snake_case_name",
            "5 * 3 * 2",
            "# 1 of 3",
            "1. A day",
            "> all",
            "- it",
            "a == b == c",
            "[sic] and [a] (b)",
            "The <redacted> letter",
            "What <b> and </i> mean",
            "Jane Roe <jane@roe.example>",
            "100 % of {all}",
            "C:\\a",
            "",
        ] {
            assert_eq!(words(value), value);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_literally_is_read_back(text in "[ -~é“]{0,40}") {
            let text = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(words(&literal(&text)), text);
        }

        #[test]
        fn any_value_has_words(value in "([a<>&*_\\[\\](){}%`=\\\\|!#.:; -]|<b>|<!--|-->|\\[\\[|&amp;){0,40}") {
            words(&value);
        }
    }
}
