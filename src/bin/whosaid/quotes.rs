//! `whosaid quotes`: who said what in files, in a dossier, or in lines of JSON.
//!
//! With `--json` every article gives one line
//! `{"id", "text"?, "quotes": [{"start", "end", "text", "kind", "fragments", "cue", "speaker", "speaker_name",
//! "speakers"?, "confidence", "why_open"?, "group"?}]}`. Offsets count Unicode scalar values of the text as given,
//! half open. A quotation in several stretches gives an entry for each, with a common `group`. Where several speak
//! together, `speakers` lists them and `speaker_name` has all names in a row; where nobody is named, `why_open` says
//! why. The text of a dossier's article is its headline and its paragraphs, a newline between each, and so is that of a
//! file in Markdown or HTML, which `text` has: nobody could tell from the file what the offsets count in. Where such a
//! file is nothing but its paragraphs, the text is the file as given, and `text` is absent.

use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use whosaid::article::Article;
use whosaid::diagnostics::Diagnostic;
use whosaid::language;
use whosaid::quotation::{self, Editorial, Quotation, Speaker};
use whosaid::source::{self, Faulty};
use whosaid::span::{Scalars, Span};
use whosaid::threads;
use whosaid::wording::{counted, joined, open_explanation, rule_explanation};

use crate::{folder, report};

/// Find who said what in text files, or in the articles of a dossier.
#[derive(clap::Args)]
pub struct Args {
    /// Files of one article each, in Markdown or HTML by their names, else plain text, where each line is a
    /// paragraph, or each run of lines that are cut at a width; or the folder of a dossier, which is read with its
    /// corrections.
    #[arg(required_unless_present = "jsonl")]
    files: Vec<PathBuf>,
    /// Print one JSON object per article on a line.
    #[arg(long)]
    json: bool,
    /// Read lines of {"id", "text"} from standard input, and answer a line of JSON each.
    #[arg(long, conflicts_with = "files")]
    jsonl: bool,
}

/// Runs the command: 0 on success, 1 where an input cannot be read.
pub fn run(args: &Args) -> ExitCode {
    let done = if args.jsonl { answer_lines() } else { read_files(args) };
    match done {
        Ok(code) => code,
        // Whoever reads our output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("whosaid quotes: the answer cannot be written: {error}; make room for it");
            ExitCode::FAILURE
        }
    }
}

fn read_files(args: &Args) -> io::Result<ExitCode> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut code = ExitCode::SUCCESS;
    for path in &args.files {
        let has_markup = || source::has_markup(&path.to_string_lossy());
        let read = match path {
            path if path.is_dir() => read_dossier(path),
            path if has_markup() => read_article(path).map(|read| vec![read]),
            path => read_text(path).map(|read| vec![read]),
        };
        let Ok(texts) = read else {
            code = ExitCode::FAILURE;
            continue;
        };
        for attributed in &texts {
            if args.json {
                write_line(&mut out, &answer(attributed))?;
            } else {
                write_readably(&mut out, attributed)?;
            }
        }
    }
    out.flush()?;
    Ok(code)
}

/// An article with what was found in it.
struct AttributedText {
    id: String,
    article: Article<'static>,
    /// Whether its text is none that whoever asks has, but what was read of a file.
    is_extracted: bool,
    quotations: Vec<Quotation>,
    speakers: Rc<Vec<Speaker>>,
}

/// A text on its own.
fn attribute_text(id: String, text: &str) -> AttributedText {
    let mut article = Article::from_plain_text(text);
    article.byline.language = language::detect(text).map(|detected| detected.tag);
    attribute_alone(id, article, false)
}

/// An article on its own.
fn attribute_alone(id: String, article: Article<'static>, is_extracted: bool) -> AttributedText {
    let articles = [article];
    let mut found = quotation::attribute(&articles, &Editorial::default());
    let quotations = found.quotations.pop().unwrap_or_default();
    let [article] = articles;
    AttributedText { id, article, is_extracted, quotations, speakers: Rc::new(found.speakers) }
}

/// A file in Markdown or HTML, as a dossier reads it; its faults and warnings are printed.
fn read_article(path: &Path) -> Result<AttributedText, ()> {
    let bytes = folder::content_of(path).map_err(|error| print_unread(path, &error))?;
    let given = str::from_utf8(&bytes).ok().map(Article::from_plain_text);
    let (mut article, warnings) = source::read_alone(path, bytes)
        .map_err(|faults| report::print_faults(&faults, report::Extent::All))?;
    report::print_warnings(&warnings, report::Extent::All);
    let as_given = given.filter(|given| {
        let n_paragraphs = article.paragraphs.len();
        let is_same = |number| article.paragraph_text(number) == given.paragraph_text(number);
        given.paragraphs.len() == n_paragraphs && (0..n_paragraphs).all(is_same)
    });
    let is_extracted = as_given.is_none();
    if let Some(given) = as_given {
        article = Article { byline: article.byline, ..given };
    }
    Ok(attribute_alone(path.display().to_string(), article, is_extracted))
}

/// A file of plain text; its faults are printed.
fn read_text(path: &Path) -> Result<AttributedText, ()> {
    let bytes = std::fs::read(path).map_err(|error| print_unread(path, &error))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + good.iter().filter(|&&byte| byte == b'\n').count() as u32;
        let error = Diagnostic::on(path, "is not UTF-8", "save the file as UTF-8");
        report::print_error(&Diagnostic { line: Some(line), ..error });
    })?;
    Ok(attribute_text(path.display().to_string(), &text))
}

fn print_unread(path: &Path, error: &io::Error) {
    let what = format!("cannot be read: {error}");
    report::print_error(&Diagnostic::on(path, what, "name a file that can be read"));
}

/// All articles of a dossier, with its corrections; its faults are printed.
fn read_dossier(folder: &Path) -> Result<Vec<AttributedText>, ()> {
    let read = folder::read_dossier(folder, Faulty::Refused, |_, _| {});
    let source = read.map_err(|faults| report::print_faults(&faults, report::FEW))?;
    report::print_warnings(&source.warnings, report::FEW);
    let found = quotation::attribute(&source.articles, &source.editorial);
    let speakers = Rc::new(found.speakers);
    let attributed =
        source.articles.into_iter().zip(found.quotations).map(|(article, quotations)| {
            AttributedText {
                id: article.slug.clone(),
                article,
                is_extracted: false,
                quotations,
                speakers: Rc::clone(&speakers),
            }
        });
    Ok(attributed.collect())
}

/// A line of the input of `--jsonl`; what else it holds is ignored.
#[derive(Deserialize)]
struct JsonText {
    id: serde_json::Value,
    text: String,
}

/// How many bytes of standard input are read at once.
const BLOCK: usize = 1 << 20;

/// Answers the lines of standard input in order: on all cores those that are there. Whoever writes one line and waits
/// for its answer gets it before the next is waited for.
fn answer_lines() -> io::Result<ExitCode> {
    let mut input = io::BufReader::with_capacity(BLOCK, io::stdin().lock());
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut code = ExitCode::SUCCESS;
    let mut fail = |line, what: String, remedy| {
        report::print_error(&Diagnostic { line, ..Diagnostic::on("-", what, remedy) });
        code = ExitCode::FAILURE;
    };
    let mut numbers = 1..;
    let mut is_end = false;
    while !is_end {
        let mut lines = Vec::new();
        while !is_end && (lines.is_empty() || input.buffer().contains(&b'\n')) {
            let mut line = Vec::new();
            match input.read_until(b'\n', &mut line) {
                Ok(n_bytes) => is_end = n_bytes == 0,
                Err(error) => {
                    let what = format!("cannot be read any further: {error}");
                    fail(None, what, "send the rest again");
                    is_end = true;
                }
            }
            lines.push(line);
        }
        let answers = threads::in_shares(&lines, 1, |share| answer_line(&share[0]), |_| {});
        for (number, answer) in numbers.by_ref().zip(answers) {
            match answer {
                Ok(answer) => out.write_all(&answer)?,
                Err(error) => {
                    let remedy = "give an object with the strings \"id\" and \"text\" on each line";
                    fail(Some(number), error.to_string(), remedy);
                }
            }
        }
        out.flush()?;
    }
    Ok(code)
}

/// The line that answers a line; nothing to one of white space.
fn answer_line(line: &[u8]) -> serde_json::Result<Vec<u8>> {
    let mut out = Vec::new();
    if line.trim_ascii().is_empty() {
        return Ok(out);
    }
    let JsonText { id, text } = serde_json::from_slice(line)?;
    let id = match id {
        serde_json::Value::String(id) => id,
        other => other.to_string(),
    };
    write_line(&mut out, &answer(&attribute_text(id, &text)))?;
    Ok(out)
}

/// What was found in one text.
#[derive(Serialize)]
struct TextQuotes<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    quotes: Vec<QuotedStretch<'a>>,
}

/// One stretch of a quotation.
#[derive(Serialize)]
struct QuotedStretch<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    kind: &'static str,
    fragments: Vec<Offsets>,
    cue: Option<Words<'a>>,
    speaker: Option<Words<'a>>,
    speaker_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speakers: Option<Vec<&'a str>>,
    confidence: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    why_open: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<String>,
}

/// A stretch of text in Unicode scalar values.
#[derive(Serialize)]
struct Offsets {
    start: u32,
    end: u32,
}

/// A stretch of text with its words.
#[derive(Serialize)]
struct Words<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

fn answer(attributed: &AttributedText) -> TextQuotes<'_> {
    let text = &attributed.article.text;
    let scalars = Scalars::new(text);
    let offsets =
        |span: Span| Offsets { start: scalars.before(span.start), end: scalars.before(span.end) };
    let words = |span: Span| {
        let Offsets { start, end } = offsets(span);
        Words { start, end, text: span.of(text) }
    };
    let mut quotes = Vec::new();
    for (number, quotation) in attributed.quotations.iter().enumerate() {
        let attribution = &quotation.attribution;
        let names = names(quotation, &attributed.speakers);
        let mention = attribution.mention.map(|span| span.of(text));
        for content in &quotation.contents {
            let Offsets { start, end } = offsets(*content);
            let inside = quotation.fragments.iter().filter(|fragment| content.contains(**fragment));
            quotes.push(QuotedStretch {
                start,
                end,
                text: content.of(text),
                kind: quotation.kind.name(),
                fragments: inside.map(|fragment| offsets(*fragment)).collect(),
                cue: attribution.cue.map(words),
                speaker: attribution.mention.map(words),
                speaker_name: (!names.is_empty()).then(|| joined(&names)),
                speakers: (names.len() > 1).then(|| names.clone()),
                confidence: attribution.confidence,
                why_open: attribution.why_open.map(|why| open_explanation(why, mention)),
                group: (quotation.contents.len() > 1).then(|| format!("g{}", number + 1)),
            });
        }
    }
    let text = attributed.is_extracted.then_some(&**text);
    TextQuotes { id: &attributed.id, text, quotes }
}

/// The names of those who said a quotation; none where nobody is named.
fn names<'a>(quotation: &Quotation, speakers: &'a [Speaker]) -> Vec<&'a str> {
    let ids = quotation.attribution.speakers.iter();
    ids.map(|id| &*speakers[id.0 as usize].name).collect()
}

fn write_line(out: &mut impl Write, answer: &TextQuotes) -> serde_json::Result<()> {
    serde_json::to_writer(&mut *out, answer)?;
    out.write_all(b"\n").map_err(serde_json::Error::io)
}

fn write_readably(out: &mut impl Write, attributed: &AttributedText) -> io::Result<()> {
    let AttributedText { id, article, quotations, speakers, .. } = attributed;
    let text = &article.text;
    writeln!(out, "{id}: {}", counted(quotations.len(), "quotation", "quotations"))?;
    for quotation in quotations {
        let attribution = &quotation.attribution;
        let names = names(quotation, speakers);
        let speaker = if names.is_empty() { "unattributed".to_owned() } else { joined(&names) };
        let paragraph = article.paragraph_at(quotation.contents[0].start);
        writeln!(out, "\n  {paragraph}. {speaker}, {}", quotation.kind.name())?;
        for content in &quotation.contents {
            writeln!(out, "     | {}", content.of(text))?;
        }
        let evidence = [("cue", attribution.cue), ("mention", attribution.mention)];
        for (name, words) in
            evidence.into_iter().filter_map(|(name, span)| Some((name, span?.of(text))))
        {
            write!(out, "     {name}: {words};")?;
        }
        writeln!(out, " {} %", attribution.confidence)?;
        writeln!(out, "     {}", rule_explanation(attribution.rule))?;
        if let Some(why) = attribution.why_open {
            let mention = attribution.mention.map(|span| span.of(text));
            writeln!(out, "     {}", open_explanation(why, mention))?;
        }
    }
    writeln!(out)
}
