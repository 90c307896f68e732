//! Comments: of HTML, of templates in several languages, and of Obsidian.

use super::cleaner::{Cleaner, Kind};
use super::lines::line_of;

impl Cleaner {
    /// A comment of Obsidian, `%% … %%`, in one line or over several.
    pub fn comment(&mut self, text: &str) -> Option<usize> {
        let end = match self.between(text, "%%") {
            Some((whole, _)) => whole.len(),
            None => self.end_of_block_comment(text)?,
        };
        self.leave_out(&text[..end], Kind::Comment);
        Some(end)
    }

    /// Where a comment over several lines ends. Its first mark begins or ends a line: amid words, as in "100 %%
    /// more", it is text.
    fn end_of_block_comment(&mut self, text: &str) -> Option<usize> {
        let inside = text.strip_prefix("%%").filter(|inside| !inside.starts_with('%'))?;
        let before = self.out.trim_end_matches([' ', '\t']);
        let begins_line = before.is_empty() || before.ends_with('\n');
        let ends_line = line_of(inside).trim().is_empty() && !before.ends_with('%');
        if !begins_line && !ends_line {
            return None;
        }
        self.find_anywhere(inside, "%%").map(|end| end + 2 * "%%".len())
    }

    /// Where a comment of HTML ends, by the rules of its parser.
    pub fn end_of_html_comment(&mut self, text: &str) -> Option<usize> {
        if let Some(empty) = ["<!-->", "<!--->"].into_iter().find(|mark| text.starts_with(mark)) {
            return Some(empty.len());
        }
        let open = "<!--".len();
        let ends = ["-->", "--!>"]
            .map(|mark| self.find_anywhere(&text[open..], mark).map(|end| open + end + mark.len()));
        ends.into_iter().flatten().min()
    }

    /// Where a comment of Go's templates ends, `{{/* … */}}`; either end may have a hyphen, which trims white space.
    pub fn end_of_go_comment(&mut self, text: &str) -> Option<usize> {
        let inside = text.strip_prefix("{{- /*").or_else(|| text.strip_prefix("{{/*"))?;
        let behind = &inside[self.find_anywhere(inside, "*/")? + "*/".len()..];
        let behind = behind.strip_prefix(" -").unwrap_or(behind).strip_prefix("}}")?;
        Some(text.len() - behind.len())
    }

    /// Where a comment between two codes ends: `{% comment %}`, which takes so many bytes, and `{%- endcomment -%}`, or
    /// `{{< comment >}}` and `{{< /comment >}}`, with whatever white space.
    pub fn end_of_template_comment(&mut self, text: &str, opening: usize) -> Option<usize> {
        let (open, name, close) = if text.starts_with("{{") {
            ("{{", "/comment", "}}")
        } else {
            ("{%", "endcomment", "%}")
        };
        let mut from = opening;
        while let Some(at) = self.find_anywhere(&text[from..], name) {
            let name_at = from + at;
            let code = text[from..name_at].trim_end_matches(['<', '%', '-', ' ', '\t', '\n']);
            from = name_at + name.len();
            let behind = text[from..].trim_start_matches(['>', '%', '-', ' ', '\t', '\n', '}']);
            let end = text.len() - behind.len();
            let is_opened = code.ends_with(open.trim_end_matches('%'));
            if is_opened && let Some(closed) = text[from..end].find(close) {
                return Some(from + closed + close.len());
            }
        }
        // There is none for any code behind this one, either.
        self.give_up(name);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::checks::check;

    #[test]
    fn comments() {
        check("a <!-- b\n\nc --> d", "a \n\n d", &["1: comments are left out"]);
        check("a\n%%b%% {# c #}", "a\n ", &["2: comments are left out, here and in 1 more place"]);
        for (open, close) in [
            ("{% comment %}", "{% endcomment %}"),
            ("{%- comment -%}", "{%- endcomment -%}"),
            ("{%comment%}", "{%endcomment%}"),
            ("{% comment \"why\" -%}", "{% endcomment %}"),
            ("{{< comment >}}", "{{< /comment >}}"),
            ("{{% comment %}}", "{{% /comment %}}"),
            ("{{/*", "*/}}"),
            ("{{- /*", "*/ -}}"),
            ("{{/*", "*/ -}}"),
            ("{{- /*", "*/}}"),
            ("{{!--", "--}}"),
            ("{# ", " #}"),
            ("{#", "\n#}"),
            ("{#-", "-#}"),
        ] {
            let text = format!("{open}\na {{{{ b }}}}\n\n/comment endcomment{close}c");
            let n_lines = text.matches('\n').count();
            let expected = format!("{}c", "\n".repeat(n_lines));
            check(&text, &expected, &["1: comments are left out"]);
        }
        check("{% comment %}a", "a", &["1: template code is left out"]);
        check(
            "{{/* a */ -}}\n\nb\n\n{{/* c */}}",
            "\n\nb\n\n",
            &["1: comments are left out, here and in 1 more place"],
        );
        check("{{/* a }} b", " b", &["1: template code is left out"]);
        check("100 %% more", "100 %% more", &[]);
        let unclosed = "2: the comment that begins here has no end, so all behind it is left out";
        check("a\nb <!-- c\n\nd -- >", "a\nb \n\n", &[unclosed]);
        check(
            "a <!--> b <!---> c <!-- d --!> e",
            "a  b  c  e",
            &["1: comments are left out, here and in 2 more places"],
        );
        check("a \\<!-- b `<!-- c`", "a \\<!-- b `<!-- c`", &[]);
    }

    #[test]
    fn comments_over_lines() {
        check("a\n%%\nb\n\nc\n%%\nd", "a\n\n\n\n\n\nd", &["2: comments are left out"]);
        check(
            "%% a\nb %%c\n- %%\n  d\n  %% e",
            "\nc\n- \n\n e",
            &["1: comments are left out, here and in 1 more place"],
        );
        check("a\n%%\nb\n", "a\n%%\nb\n", &[]);
        check("1 %% a\n2 %% b", "1 %% a\n2 %% b", &[]);
        check("%%%%\na\n%%%%", "%%%%\na\n%%%%", &[]);
    }
}
