//! [`cleaned_html`]: HTML without the code of templates.

use super::cleaner::Cleaner;
use crate::diagnostics::Diagnostics;

/// HTML without comments that have no end, and, where a generator fills it in (`is_template`), without its code.
/// Scripts and styles stay as they are: they show nothing, and what looks like code in them is theirs.
pub fn cleaned_html(
    html: &str,
    first_line: u32,
    is_template: bool,
    diagnostics: &mut Diagnostics,
) -> String {
    let mut cleaner = Cleaner::new(html.len(), false);
    let mut rest = html;
    while let Some(at) = rest.find(['<', '{']) {
        cleaner.out.push_str(&rest[..at]);
        rest = &rest[at..];
        let n_taken = cleaner.piece_of_html(rest, is_template);
        rest = &rest[n_taken..];
    }
    cleaner.out.push_str(rest);
    cleaner.finish(first_line, diagnostics)
}

impl Cleaner {
    /// What begins with `<` or `{` in HTML; says how many bytes were taken, at least one.
    fn piece_of_html(&mut self, text: &str, is_template: bool) -> usize {
        for (open, close) in [("<script", "</script"), ("<style", "</style")] {
            let opening = text.get(..open.len()).unwrap_or_default();
            if opening.eq_ignore_ascii_case(open)
                && let Some(end) = self.find_anywhere(text, close)
            {
                self.out.push_str(&text[..end]);
                return end;
            }
        }
        if text.starts_with("<!--")
            && let Some(end) = self.end_of_html_comment(text)
        {
            // The parser leaves it out.
            self.out.push_str(&text[..end]);
            return end;
        }
        let is_code = is_template && ["{{", "{%", "{#"].iter().any(|open| text.starts_with(open));
        let taken = if is_code || text.starts_with("<!--") { self.left_out(text) } else { None };
        taken.unwrap_or_else(|| {
            self.out.push_str(&text[..1]);
            1
        })
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::checks::check_warnings;
    use super::super::cleaned_html;
    use crate::diagnostics::Diagnostics;

    #[test]
    fn html() {
        let check = |is_template: bool, html: &str, expected: &str, warnings: &[&str]| {
            let mut diagnostics = Diagnostics::on(Path::new("a.html"));
            assert_eq!(cleaned_html(html, 1, is_template, &mut diagnostics), expected);
            check_warnings(&diagnostics, warnings);
        };
        let page = "<p>{{ a }}b{# c #}</p>\n{% if d %}<p>e</p>{% endif %}";
        let code = "1: template code is left out, here and in 2 more places";
        check(true, page, "<p>b</p>\n<p>e</p>", &["1: comments are left out", code]);
        check(false, page, page, &[]);
        let script = "<SCRIPT>a = '<!--' + {{b}}</script>c {.d} ==e== <!-- {{ f }} -->";
        check(true, script, script, &[]);
        let unclosed = "2: the comment that begins here has no end, so all behind it is left out";
        check(false, "a\n<!-- b\n<p>c", "a\n\n", &[unclosed]);
        check(true, "<script>{{ a }}", "<script>", &["1: template code is left out"]);
    }
}
