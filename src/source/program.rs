//! Where program code of MDX ends, read as far as that takes: brackets, strings and comments. Everything here is bytes,
//! because all that counts is ASCII, and every end lies behind such a byte.

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
