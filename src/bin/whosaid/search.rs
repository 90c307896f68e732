//! `whosaid search`: the page's search on the command line.
//!
//! Hits stand with their article, as on the page. With `--json` every article gives one line
//! `{"id", "title", "hits": [{"paragraph", "score", "text", "ranges"}, …]}`, best first: `ranges` count
//! Unicode scalar values of `text`, the paragraph, half open. Notices and the number of hits go to
//! standard error.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Serialize;
use whosaid::article::{Article, ArticleId};
use whosaid::compile::{Sharing, compile};
use whosaid::diagnostics::Diagnostic;
use whosaid::dossier::Dossier;
use whosaid::pack::block_path;
use whosaid::press::decompressed_block;
use whosaid::query::{Answer, Filter, Hit, Query, SpeakerChoice, by_article, search};
use whosaid::quotation::Kind;
use whosaid::route::{outlets_named, speaker_choice, speaker_slug};
use whosaid::snippet::snippet;
use whosaid::source::{Faulty, Source};
use whosaid::span::{Span, scalars_from_bytes};
use whosaid::wording::{query_notice, title};

use crate::{folder, ours, report};

/// How many speakers or outlets are named where one is not found.
const MOST_NAMED: usize = 12;

/// How much of a paragraph is shown, in characters.
const SNIPPET_CHARS: usize = 160;

/// Arguments of `whosaid search`.
#[derive(clap::Args)]
pub struct Args {
    /// The folder that holds dossier.toml and the articles, or that of a finished site.
    dossier: PathBuf,
    /// What to look for, as on the page: words, "phrases", -word, OR, brackets, said:word.
    #[arg(allow_hyphen_values = true)]
    query: String,
    /// Only paragraphs that quote this speaker, by id as in the page's URL, or `unattributed`.
    #[arg(long)]
    speaker: Vec<String>,
    /// Only paragraphs with a quotation of this kind: direct, indirect or mixed.
    #[arg(long, value_parser = kind)]
    kind: Vec<Kind>,
    /// Only articles of this outlet, by id as in the page's URL, or `not-stated`.
    #[arg(long)]
    outlet: Vec<String>,
    /// The most hits to print.
    #[arg(long, default_value_t = 20)]
    limit: usize,
    /// Print one JSON object per article on a line.
    #[arg(long)]
    json: bool,
}

/// Prints what answers the query; 1 where the dossier or a filter is not sound.
pub fn run(args: &Args) -> ExitCode {
    let pack = match pack(&args.dossier) {
        Ok(pack) => pack,
        Err(errors) => {
            report::print_errors(&errors, report::FEW);
            return ExitCode::FAILURE;
        }
    };
    let dossier = match Dossier::open(&pack) {
        Ok(dossier) => dossier,
        Err(error) => {
            let error = Diagnostic::on(&args.dossier, error.to_string(), "press the site again");
            report::print_error(&error);
            return ExitCode::FAILURE;
        }
    };
    if let Err(error) = supply(&dossier, &args.dossier) {
        report::print_error(&error);
        return ExitCode::FAILURE;
    }
    let filter = match filter(args, &dossier) {
        Ok(filter) => filter,
        Err(unknown) => {
            eprintln!("{}: {unknown}", args.dossier.display());
            return ExitCode::FAILURE;
        }
    };
    let (query, mut notices) = Query::parse(&args.query);
    let answer = search(&dossier, &query, &filter, args.limit);
    notices.extend(answer.notices.iter().cloned());
    for notice in notices {
        eprintln!("{}", query_notice(&notice));
    }
    let mut out = String::new();
    for hits in by_article(&answer.hits).chunk_by(|one, next| one.article == next.article) {
        let article = dossier.article(hits[0].article);
        if args.json {
            let line = serde_json::to_string(&JsonLine::new(&article, hits));
            out += &line.expect("strings and numbers are always JSON");
            out.push('\n');
        } else {
            out.extend(hits.iter().map(|hit| shown(&article, hit)));
        }
    }
    report::print(&out);
    eprintln!("{}", summary(&answer));
    ExitCode::SUCCESS
}

/// The pack of a finished site, or of a folder of articles.
///
/// # Errors
///
/// Everything that is wrong with either.
fn pack(folder: &Path) -> Result<Vec<u8>, Vec<Diagnostic>> {
    if ours::is_site(folder) {
        let engine = folder::read_engine(folder).map_err(|error| vec![error])?;
        return engine.pack().map(<[u8]>::to_vec).map_err(|error| vec![error]);
    }
    let source =
        folder::read_dossier(folder, Faulty::Refused, |_, _| {}).map_err(|faults| faults.errors)?;
    report::print_warnings(&source.warnings, report::FEW);
    let Source { masthead, articles, editorial, .. } = source;
    Ok(compile(&masthead, &articles, &editorial, Sharing::Skip).pack)
}

/// Reads the blocks of a large site.
fn supply(dossier: &Dossier, site: &Path) -> Result<(), Diagnostic> {
    let blocks = dossier.blocks();
    for block in 0..blocks.len() {
        let path = site.join(block_path(&blocks.name(block)));
        let error = |what: String| Diagnostic::on(&path, what, "copy the whole site again");
        let file = fs::read(&path).map_err(|cause| error(format!("cannot be read: {cause}")))?;
        let bytes = decompressed_block(&file);
        let bytes = bytes.map_err(|cause| error(format!("is damaged: {cause}")))?;
        blocks.supply(block, bytes.into()).map_err(|_| error("is damaged".to_owned()))?;
    }
    Ok(())
}

fn kind(name: &str) -> Result<Kind, String> {
    Kind::from_name(name).ok_or_else(|| "not one of direct, indirect, mixed".to_owned())
}

/// The filter of the arguments, or what in them the dossier has not.
fn filter(args: &Args, dossier: &Dossier) -> Result<Filter, String> {
    let kinds = args.kind.iter().copied().collect();
    let mut filter = Filter { kinds, ..Filter::default() };
    for slug in &args.speaker {
        let choice = speaker_choice(slug, dossier).ok_or_else(|| {
            let known: Vec<&str> = dossier
                .speaker_ids()
                .take(MOST_NAMED)
                .map(|id| speaker_slug(SpeakerChoice::Speaker(id), dossier))
                .collect();
            format!("no speaker has the id {slug}; those quoted most are {}", known.join(", "))
        })?;
        filter.speakers.push(choice);
    }
    for slug in &args.outlet {
        let outlets = outlets_named(slug, dossier);
        if outlets.is_empty() {
            return Err(format!("no outlet has the id {slug}; {}", known_outlets(dossier)));
        }
        filter.outlets.extend(outlets);
    }
    Ok(filter)
}

/// Which outlets there are, the first of them by their ids. An article that states none has an id in the place of one,
/// which is its own.
fn known_outlets(dossier: &Dossier) -> String {
    let is_stated = |id: &ArticleId| {
        let byline = dossier.articles.byline(*id);
        byline.outlet.is_some() || byline.label.is_some()
    };
    let stated = dossier.article_ids().filter(is_stated);
    let stated: BTreeSet<usize> = stated.filter_map(|id| dossier.index.outlet_of(id)).collect();
    let ids = dossier.index.outlets();
    let known: Vec<&str> =
        stated.iter().take(MOST_NAMED).filter_map(|outlet| ids.get(*outlet).copied()).collect();
    match stated.len().saturating_sub(MOST_NAMED) {
        _ if known.is_empty() => "no article states its outlet".to_owned(),
        0 => format!("the outlets are {}", known.join(", ")),
        n_more => format!("the outlets are {} and {n_more} more", known.join(", ")),
    }
}

/// The hits in an article as a line of JSON.
#[derive(Serialize)]
struct JsonLine<'a> {
    id: &'a str,
    title: String,
    hits: Vec<JsonHit<'a>>,
}

/// A hit as JSON.
#[derive(Serialize)]
struct JsonHit<'a> {
    paragraph: u32,
    score: f32,
    text: &'a str,
    ranges: Vec<Range>,
}

/// A stretch of text in Unicode scalar values.
#[derive(Serialize)]
struct Range {
    start: u32,
    end: u32,
}

impl<'a> JsonLine<'a> {
    fn new(article: &'a Article, hits: &[&Hit]) -> Self {
        let hits = hits.iter().map(|hit| JsonHit::new(article, hit)).collect();
        Self { id: &article.slug, title: title(article), hits }
    }
}

impl<'a> JsonHit<'a> {
    fn new(article: &'a Article, hit: &Hit) -> Self {
        let paragraph = article.paragraphs[hit.paragraph as usize].span;
        let text = paragraph.of(&article.text);
        let range = |span: &Span| {
            let span = span.relative_to(paragraph.start);
            Range {
                start: scalars_from_bytes(text, span.start),
                end: scalars_from_bytes(text, span.end),
            }
        };
        let ranges = hit.spans.iter().map(range).collect();
        Self { paragraph: hit.paragraph, score: hit.score, text, ranges }
    }
}

/// A hit for people: where it is, and its best window with the words found in square brackets.
fn shown(article: &Article, hit: &Hit) -> String {
    let paragraph = article.paragraphs[hit.paragraph as usize].span;
    let snippet = snippet(&article.text, paragraph, &hit.spans, SNIPPET_CHARS);
    let mut shown = format!("{}-p{}: ", article.slug, hit.paragraph);
    shown += if snippet.clipped_start { "… " } else { "" };
    let mut at = snippet.window.start;
    for span in &snippet.highlights {
        let before = Span::new(at, span.start).of(&article.text);
        write!(shown, "{before}[{}]", span.of(&article.text)).expect("a string takes all");
        at = span.end;
    }
    shown += Span::new(at, snippet.window.end).of(&article.text);
    shown += if snippet.clipped_end { " …\n" } else { "\n" };
    shown
}

/// How much was found, or what might be meant.
fn summary(answer: &Answer) -> String {
    let n_shown = answer.hits.len();
    match answer.n_hits {
        0 if answer.suggestions.is_empty() => "Nothing was found.".to_owned(),
        0 => {
            let words = answer.suggestions.iter().map(|(word, n)| format!("{word} ({n})"));
            let words = words.collect::<Vec<_>>().join(", ");
            format!("Nothing was found. The dossier has: {words}.")
        }
        1 => "1 paragraph was found.".to_owned(),
        n_hits if n_hits > n_shown => format!("{n_hits} paragraphs were found, {n_shown} shown."),
        n_hits => format!("{n_hits} paragraphs were found."),
    }
}
