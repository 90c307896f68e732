//! Where program code of MDX ends, read as far as that takes: brackets, strings and comments. Everything here is bytes,
//! because all that counts is ASCII, and every end lies behind such a byte.

/// Whether a line begins a statement that imports or exports, by the syntax of modules of JavaScript, which prose does
/// not have.
pub fn is_statement(line: &str) -> bool {
    if let Some(rest) = line.strip_prefix("import ") {
        let rest = rest.trim();
        let is_text = |text: &str| {
            let text = text.trim_matches([' ', ';']);
            text.len() > 1 && text.starts_with(['"', '\'']) && text.ends_with(['"', '\''])
        };
        let is_named = rest.starts_with(['{', '*']) || name_in(rest).ends_with(',');
        let is_from = rest
            .split_once(" from ")
            .is_some_and(|(names, from)| (is_named || name_in(names) == names) && is_text(from));
        let goes_on = rest.starts_with('{') && !rest.contains('}');
        return is_from || is_text(rest) || goes_on;
    }
    let Some(rest) = line.strip_prefix("export ") else { return false };
    let (keyword, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let name = name_in(rest);
    let behind = rest[name.len()..].trim_start();
    match keyword {
        "const" | "let" | "var" | "type" => !name.is_empty() && behind.starts_with(['=', ':']),
        "function" | "async" => behind.starts_with(['(', '*']) || name == "function",
        "class" | "interface" => !name.is_empty() && behind.ends_with('{'),
        "default" => {
            matches!(name, "function" | "class" | "async")
                || rest.starts_with(['{', '(', '['])
                || !name.is_empty() && matches!(behind, "" | ";" | "=>")
        }
        "{" | "*" => true,
        _ => keyword.starts_with('{') && line.contains('}'),
    }
}

/// The name that a text begins with, and a comma right behind it.
fn name_in(text: &str) -> &str {
    let is_of_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    let end = text.find(|c| !is_of_name(c)).unwrap_or(text.len());
    let end = if text[end..].starts_with(',') { end + 1 } else { end };
    &text[..end]
}

/// Where the expression ends that `code` begins with: behind the brace that closes its first.
pub fn end_of_expression(code: &[u8]) -> Option<usize> {
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(byte) = code.get(at) {
        match byte {
            b'{' => depth += 1,
            b'}' if depth <= 1 => return Some(at + 1),
            b'}' => depth -= 1,
            _ => {}
        }
        at += token(code, at)?;
    }
    None
}

/// Where an expression ends of which that is not known: behind the first closing brace of its paragraph.
pub fn first_closing_brace(code: &[u8]) -> Option<usize> {
    let at = code.iter().position(|byte| *byte == b'}')?;
    (!code[..at].windows(2).any(|pair| pair == b"\n\n")).then_some(at + 1)
}

/// Where the statement ends that `code` begins with: at the first empty line that is within no brackets.
pub fn end_of_statement(code: &[u8]) -> Option<usize> {
    let mut at = 0;
    let mut awaited = Vec::new();
    while let Some(byte) = code.get(at) {
        match byte {
            b'(' => awaited.push(b')'),
            b'[' => awaited.push(b']'),
            b'{' => awaited.push(b'}'),
            b')' | b']' | b'}' if awaited.pop() != Some(*byte) => return None,
            b'\n' if awaited.is_empty() && code[at + 1..].starts_with(b"\n") => return Some(at),
            _ => {}
        }
        at += token(code, at)?;
    }
    awaited.is_empty().then_some(at)
}

/// How many bytes the token at `at` has: a string or a comment is one, because brackets in it are none, and
/// so is every other byte. `None` if it has no end.
fn token(code: &[u8], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).map(|before| code[before]);
    let is_in_word = before.is_some_and(|b| b.is_ascii_alphanumeric() || !b.is_ascii());
    match &code[at..] {
        [b'\\', _, ..] => Some(2),
        [b'/', b'*', comment @ ..] => Some(comment.windows(2).position(|end| end == b"*/")? + 4),
        // Behind a colon, it is a URL's.
        [b'/', b'/', ..] if before != Some(b':') => {
            Some(code[at..].iter().take_while(|b| **b != b'\n').count())
        }
        [b'`', string @ ..] => Some(end_of_string(string, b'`')? + 2),
        // Within a word, and without another in its line, it is a mark of words between tags.
        [mark @ (b'"' | b'\''), string @ ..] if !is_in_word => {
            Some(end_of_string(string, *mark).map_or(1, |end| end + 2))
        }
        _ => Some(1),
    }
}

/// Where `mark` ends a string; only one between backticks goes on over lines.
fn end_of_string(string: &[u8], mark: u8) -> Option<usize> {
    let mut at = 0;
    while let Some(byte) = string.get(at) {
        match *byte {
            b'\\' => at += 2,
            b'\n' if mark != b'`' => return None,
            byte if byte == mark => return Some(at),
            _ => at += 1,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_have_the_syntax_of_modules() {
        for line in [
            "import A from './a';",
            "import A, {B} from \"a\"",
            "import {a} from 'b'",
            "import * as a from 'b'",
            "import {",
            "import 'a.css';",
            "export const a = 1;",
            "export const a: B = 1;",
            "export default function A() {",
            "export default A;",
            "export function a() {",
            "export {a} from 'b';",
            "export * from 'b';",
        ] {
            assert!(is_statement(line), "{line}");
        }
        for line in [
            "import of goods from “A”",
            "import duties from 'free' ports",
            "import “A” from",
            "export default rates rose",
            "export const",
            "export of goods = money",
            "export type of goods",
            "exports rose",
            " import A from './a';",
            "import 'free' ports",
        ] {
            assert!(!is_statement(line), "{line}");
        }
    }
}
