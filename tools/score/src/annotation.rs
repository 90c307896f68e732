//! The JSON of annotated texts and of the engine's answers, one object a line.

use std::io::BufRead;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A text annotated by hand.
#[derive(Debug, Deserialize)]
pub struct Document {
    /// What its answer is found by.
    pub id: String,
    /// The text that all offsets count in.
    pub text: String,
    /// Who said what in it, in any order.
    pub quotes: Vec<Annotation>,
}

/// What the engine is asked.
#[derive(Debug, Serialize)]
pub struct Question<'a> {
    /// What its answer is found by.
    pub id: &'a str,
    /// The text.
    pub text: &'a str,
}

/// What the engine found in a text.
#[derive(Debug, Deserialize)]
pub struct Answer {
    /// The id of the text.
    pub id: String,
    /// Who said what in it, in any order.
    pub quotes: Vec<Annotation>,
}

/// A quotation, as it is annotated or found.
#[derive(Debug, Deserialize)]
pub struct Annotation {
    /// Where it starts, in Unicode scalar values of the text.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// Its words, in an answer.
    pub text: Option<String>,
    /// Told from the marks around it where it is not given.
    pub kind: Option<Kind>,
    /// The words that signal it.
    pub cue: Option<Stretch>,
    /// The mention of its speaker.
    pub speaker: Option<Stretch>,
    /// The fullest name of its speaker.
    pub speaker_name: Option<String>,
    /// How often attributions like it are right, in percent, in an answer.
    pub confidence: Option<u8>,
    /// Whether it need not be found.
    #[serde(default)]
    pub optional: bool,
}

/// A stretch of a text, in Unicode scalar values, half open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Stretch {
    /// Where it starts.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
}

/// How a quotation is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// All of it stands in quotation marks.
    Direct,
    /// Some of it does.
    Mixed,
    /// None of it does.
    Indirect,
}

/// Reads one value from each line that is not empty.
///
/// # Errors
///
/// Says which line cannot be read, and why.
pub fn read_lines<T: DeserializeOwned>(input: impl BufRead) -> Result<Vec<T>, String> {
    let mut values = Vec::new();
    for (idx, line) in input.lines().enumerate() {
        let wrong = |error: &dyn std::error::Error| format!("line {}: {error}", idx + 1);
        let line = line.map_err(|error| wrong(&error))?;
        if !line.trim().is_empty() {
            values.push(serde_json::from_str(&line).map_err(|error| wrong(&error))?);
        }
    }
    Ok(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_cannot_be_read_is_named() {
        let lines = "{\"id\": \"a\", \"quotes\": []}\n\n{\"id\": \"b\"}\n";
        let error = read_lines::<Answer>(lines.as_bytes()).expect_err("the last has no quotes");
        assert!(error.starts_with("line 3: missing field `quotes`"), "{error}");
    }

    #[test]
    fn what_is_null_or_left_out_is_not_there() {
        let line =
            r#"{"id": "a", "quotes": [{"start": 1, "end": 2, "cue": null, "kind": "mixed"}]}"#;
        let answers: Vec<Answer> = read_lines(line.as_bytes()).expect("it is well formed");
        let quote = &answers[0].quotes[0];
        assert_eq!((quote.kind, quote.cue, quote.optional), (Some(Kind::Mixed), None, false));
    }
}
