//! What programs for notes have besides Markdown: links between notes, names of blocks, and titles of what is set apart.

use super::super::picture::PictureFormat;
use super::cleaner::{Cleaner, Kind};
use super::lines::line_of;

impl Cleaner {
    /// `[[Page|words]]` and `![[file]]`; a link of Markdown whose words stand in brackets is none.
    pub fn wiki_link(&mut self, text: &str) -> Option<usize> {
        let is_embed = text.starts_with('!');
        let inside = text.strip_prefix('!').unwrap_or(text).strip_prefix("[[")?;
        let (page, after) = line_of(inside).split_once("]]")?;
        if page.is_empty() || page.contains(['[', ']']) || after.starts_with(['(', '[']) {
            return None;
        }
        let whole = text.len() - inside.len() + page.len() + "]]".len();
        let (page, words) = page.split_once('|').unwrap_or((page, ""));
        if is_embed && PictureFormat::of(page.trim_end_matches('\\')).is_some() {
            // Behind the bar may stand how wide it is to be shown.
            let is_size = words.chars().all(|c| c.is_ascii_digit() || c == 'x');
            let words = if is_size { "" } else { words };
            self.out.push_str(&format!("![{words}](<{}>)", page.trim_end_matches('\\')));
            return Some(whole);
        }
        if is_embed {
            self.leave_out("", Kind::Embed);
            return Some(whole);
        }
        self.note(Kind::WikiLink);
        let name = page.split(['#', '^']).find(|part| !part.is_empty()).unwrap_or(page);
        // The bar of a link in a table has a backslash before it.
        let words = if words.is_empty() { name.trim_end_matches('\\') } else { words };
        self.out.push_str(words);
        Some(whole)
    }

    /// The name of a block, ` ^name` at the end of a line, by which other notes link to it.
    pub fn block_name(&mut self, text: &str) -> Option<usize> {
        let name = line_of(&text[1..]).trim_end();
        let is_name =
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let is_apart = self.out.is_empty() || self.out.ends_with([' ', '\t', '\n']);
        if !is_name || !is_apart {
            return None;
        }
        self.trim_line();
        Some(1 + name.len())
    }

    /// A line that opens or closes what is set apart, `:::note Title`, `> [!note] Title`; says how many bytes were taken.
    pub fn set_apart(&mut self, line: &str) -> Option<usize> {
        let words = line.trim_start();
        if let Some(name) = words.strip_prefix(":::") {
            let title = name.trim_start_matches(':').trim_start();
            let title = title.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-');
            let title = title.trim().trim_start_matches('[').trim_end_matches(']');
            self.note(Kind::Code);
            self.title(title);
            return Some(line.len());
        }
        let quoted = words.trim_start_matches(['>', ' ']);
        let callout = quoted.strip_prefix("[!").filter(|_| words.starts_with('>'))?;
        let (_, title) = callout.split_once(']')?;
        self.note(Kind::Code);
        self.out.push_str(&line[..line.len() - quoted.len()]);
        self.title(title.trim_start_matches(['+', '-']).trim());
        Some(line.len())
    }

    /// The title of what is set apart, as a heading, so that it is no part of the sentence below it.
    fn title(&mut self, title: &str) {
        if !title.is_empty() {
            self.out.push_str("#### ");
            self.out.push_str(title);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::checks::check;

    #[test]
    fn notes() {
        check(
            "[[A b]] [[c/D#E|f]] [[G#H]] ![[i.pdf]] ==j== ^k-1",
            "A b f G  j",
            &[
                "1: links between notes are shown as words alone, here and in 2 more places",
                "1: embedded files are left out",
            ],
        );
        check(
            "[[1]](https://a.org) [[b] a == b == c",
            "[[1]](https://a.org) [[b] a == b == c",
            &[],
        );
        check(
            "![[a b.png]] ![[c.JPG|300]] ![[d/e.webp|The bridge]]\n2 ^ 3, 2^3 ^",
            "![](<a b.png>) ![](<c.JPG>) ![The bridge](<d/e.webp>)\n2 ^ 3, 2^3 ^",
            &[],
        );
        check(
            "a    {% b %} ^c\n{% d %}",
            "a\n",
            &["1: template code is left out, here and in 1 more place"],
        );
        check("> [!note]- Of it\n> a", "> #### Of it\n> a", &["1: template code is left out"]);
        check(
            ":::tip[Of it]\n\na\n\n:::",
            "#### Of it\n\na\n\n",
            &["1: template code is left out, here and in 1 more place"],
        );
    }
}
