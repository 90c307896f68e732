//! `whosaid check`: validates a dossier and sums it up for its publisher.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Serialize;
use whosaid::article::Article;
use whosaid::compile::Compiled;
use whosaid::diagnostics::Diagnostic;
use whosaid::language::is_english;
use whosaid::press::{MAX_ARTICLES, MAX_PICTURES, MAX_TEXT, is_large, kept_pictures};
use whosaid::quotation::{AgesOfOne, Attributions, Kind, Nameless};
use whosaid::reuse::{Pair, Passage};
use whosaid::review::{self, SURE};
use whosaid::shorten;
use whosaid::source::{Faults, Omitted, Reason, Source};
use whosaid::wording::{self, counted, merge_reason};

use crate::folder;
use crate::report::{self, Extent, Progress};

/// How much of a passage is printed, in characters: as many as fit on a line.
const PASSAGE_CHARS: usize = 60;

/// How many of the places of a shared paragraph are named.
const MOST_PLACES: usize = 3;

/// How many lines of each list are printed, unless all are wanted.
const MOST_ARTICLES: usize = 30;
const MOST_SPEAKERS: usize = 40;
const MOST_OTHERS: usize = 15;

/// Arguments of `whosaid check`.
#[derive(clap::Args)]
pub struct Args {
    /// The folder that holds the articles, and dossier.toml if there is one.
    dossier: PathBuf,
    /// Print all of every list, and every warning, and name the files that are left out.
    #[arg(long)]
    all: bool,
    /// Print one JSON object for programs, with everything in it.
    #[arg(long)]
    json: bool,
    /// Print the quotations to look at as CSV, those of least sure attribution first.
    #[arg(long, conflicts_with = "json")]
    review: bool,
    /// Leave out articles that are at fault, as `whosaid press --skip-faulty` does.
    #[arg(long)]
    skip_faulty: bool,
}

/// Prints every fault and exits with 1, or prints what the dossier holds.
pub fn run(args: &Args) -> ExitCode {
    let extent = if args.all { Extent::All } else { report::FEW };
    let mut progress = Progress::new();
    let source =
        folder::read_dossier(&args.dossier, folder::faulty(args.skip_faulty), |n_read, n_files| {
            progress.at("Reading the articles", n_read, n_files);
        });
    drop(progress);
    let mut source = match source {
        Ok(source) => source,
        Err(mut faults) => {
            if args.all {
                faults.warnings.extend(named(&args.dossier, &faults.omitted));
            }
            if args.json {
                print_json(&Report { faults: Findings::of(&faults), summary: None });
            } else {
                report::print_faults(&faults, extent);
                report::print_way_out(&faults, &args.dossier);
            }
            return ExitCode::FAILURE;
        }
    };
    let mut warnings = std::mem::take(&mut source.warnings);
    if args.all {
        warnings.extend(named(&args.dossier, &source.omitted));
    }
    if !args.json {
        report::print_warnings(&warnings, extent);
    }
    let compiled = report::compile(&source);
    let summary = Summary::of(&source, &compiled);
    if args.review {
        report::print(&review::table(&source.articles, &compiled.attributions));
    } else if args.json {
        let faults = Faults { warnings, ..Faults::default() };
        print_json(&Report { faults: Findings::of(&faults), summary: Some(summary) });
    } else {
        let mut out = String::new();
        let limits = if args.all { Limits::NONE } else { Limits::USUAL };
        summary.write(&limits, &mut out).expect("a string takes all that is written");
        report::print(&out);
    }
    ExitCode::SUCCESS
}

/// Names the files that are left out though nothing is at fault, of which the warnings say only how many there are.
fn named(folder: &Path, omitted: &Omitted) -> Vec<Diagnostic> {
    let mut files: Vec<Diagnostic> = omitted
        .left_out
        .iter()
        .filter_map(|file| {
            let (what, remedy) = match file.reason {
                Reason::Draft => ("it is a draft", "take that away if it is ready"),
                Reason::NoText => ("it has no text", "write it below the front matter"),
                Reason::List => ("it lists articles", "save those that it leads to"),
                // Its errors name it.
                Reason::Faulty(_) => return None,
            };
            let what = format!("left out, because {what}");
            Some(Diagnostic::on(folder.join(&file.file_name), what, remedy))
        })
        .collect();
    files.sort();
    let passed_over = folder::passed_over(folder);
    if !passed_over.is_empty() {
        let what = format!("passed over because of their names: {}", passed_over.join(", "));
        files.push(Diagnostic::on(folder, what, "rename what holds articles"));
    }
    files
}

fn print_json(report: &Report<'_>) {
    let json = serde_json::to_string(report).expect("a report has nothing that JSON has not");
    report::print(&format!("{json}\n"));
}

/// What `--json` prints.
#[derive(Serialize)]
struct Report<'a> {
    #[serde(flatten)]
    faults: Findings<'a>,
    /// Absent where the dossier is at fault.
    #[serde(flatten)]
    summary: Option<Summary<'a>>,
}

#[derive(Serialize)]
struct Findings<'a> {
    errors: Vec<Finding<'a>>,
    warnings: Vec<Finding<'a>>,
}

impl<'a> Findings<'a> {
    fn of(faults: &'a Faults) -> Self {
        let all = |diagnostics: &'a [Diagnostic]| diagnostics.iter().map(Finding::of).collect();
        Self { errors: all(&faults.errors), warnings: all(&faults.warnings) }
    }
}

#[derive(Serialize)]
struct Finding<'a> {
    file: &'a Path,
    line: Option<u32>,
    what: &'a str,
    remedy: &'a str,
}

impl<'a> Finding<'a> {
    fn of(diagnostic: &'a Diagnostic) -> Self {
        let Diagnostic { path, line, what, remedy, .. } = diagnostic;
        Self { file: path, line: *line, what, remedy }
    }
}

/// What a dossier holds, as far as its publisher would look it over.
#[derive(Serialize)]
struct Summary<'a> {
    title: &'a str,
    articles: Vec<ArticleLine<'a>>,
    words: usize,
    quotations: Counts,
    speakers: Vec<SpeakerLine<'a>>,
    /// How many statements several articles quote.
    statements: usize,
    /// What two articles have in common.
    passages: Vec<PassageLine<'a>>,
    /// Speakers that may be the same.
    same: Vec<SameLine<'a>>,
    /// Speakers who may be two of one name.
    ages: Vec<AgesLine<'a>>,
    /// Bodies without a name that several articles quote.
    nameless: Vec<NamelessLine<'a>>,
    /// The length of the pack, in bytes.
    bytes: usize,
    /// All pictures of the site.
    pictures: PictureCounts,
    /// Those of them that are kept for reading offline and stand in the one-file edition.
    pictures_offline: PictureCounts,
    /// Whether the pages are kept for reading offline and stand in the one-file edition.
    pages_offline: bool,
}

#[derive(Serialize)]
struct ArticleLine<'a> {
    id: &'a str,
    words: usize,
    quotations: usize,
    /// What the article does not state of itself, by the names of front matter.
    not_stated: Vec<&'static str>,
    /// Its language, where speakers are not found because of it.
    not_read: Option<&'a str>,
    /// Whether it is withdrawn, and has no text any more.
    withdrawn: bool,
}

#[derive(Serialize)]
struct Counts {
    all: usize,
    direct: usize,
    indirect: usize,
    mixed: usize,
    unattributed: usize,
    /// Those with a speaker that are less sure than [`SURE`].
    doubtful: usize,
}

/// How many pictures, and how long they are together.
#[derive(Serialize, PartialEq, Eq)]
struct PictureCounts {
    all: usize,
    bytes: usize,
}

#[derive(Serialize)]
struct SpeakerLine<'a> {
    name: &'a str,
    quotations: usize,
    spellings: &'a [String],
    roles: &'a [String],
}

#[derive(Serialize)]
struct PassageLine<'a> {
    /// The slugs of the articles and the numbers of the paragraphs.
    places: [(&'a str, usize); 2],
    /// As the first of them has it.
    words: &'a str,
}

#[derive(Serialize)]
struct SameLine<'a> {
    keep: &'a str,
    merge: &'a str,
    reason: &'static str,
}

#[derive(Serialize)]
struct NamelessLine<'a> {
    name: &'a str,
    quotations: usize,
    articles: usize,
}

/// A speaker with two ages, and the articles that state them.
#[derive(Serialize)]
struct AgesLine<'a> {
    name: &'a str,
    ages: [(&'a str, u8); 2],
}

impl<'a> Summary<'a> {
    fn of(source: &'a Source, compiled: &'a Compiled) -> Self {
        let Compiled { pack, attributions } = compiled;
        let articles: Vec<ArticleLine> = source
            .articles
            .iter()
            .zip(&attributions.quotations)
            .map(|(article, quotations)| ArticleLine::of(article, quotations.len()))
            .collect();
        let dossier = compiled.dossier();
        let shared = dossier.article_ids().filter_map(|id| dossier.articles.shared(id)).flatten();
        let shared = shared.filter(|pair| pair.one.article < pair.other.article);
        let files = &source.site.files;
        let kept = kept_pictures(&dossier, files);
        let n_bytes = source.articles.iter().map(|article| article.text.len()).sum();
        Self {
            title: &source.masthead.title,
            words: articles.iter().map(|article| article.words).sum(),
            pages_offline: !is_large(articles.len(), n_bytes),
            articles,
            quotations: Counts::of(attributions),
            speakers: speaker_lines(attributions),
            statements: dossier.statements().len(),
            passages: shared.map(|pair| PassageLine::of(&source.articles, pair)).collect(),
            same: attributions
                .suggestions
                .iter()
                .map(|suggestion| {
                    let name = |id: whosaid::quotation::SpeakerId| {
                        attributions.speakers[id.0 as usize].name.as_str()
                    };
                    SameLine {
                        keep: name(suggestion.keep),
                        merge: name(suggestion.merge),
                        reason: merge_reason(suggestion.reason),
                    }
                })
                .collect(),
            ages: attributions
                .ages
                .iter()
                .map(|AgesOfOne { speaker, ages }| AgesLine {
                    name: &attributions.speakers[speaker.0 as usize].name,
                    ages: ages.map(|(id, age)| (&*source.articles[id.0 as usize].slug, age)),
                })
                .collect(),
            nameless: attributions
                .nameless
                .iter()
                .map(|Nameless { name, n_quotations, n_articles }| NamelessLine {
                    name,
                    quotations: *n_quotations,
                    articles: *n_articles,
                })
                .collect(),
            bytes: pack.len(),
            pictures: PictureCounts::of(files.values()),
            pictures_offline: PictureCounts::of(kept.iter().filter_map(|path| files.get(path))),
        }
    }
}

impl<'a> ArticleLine<'a> {
    fn of(article: &'a Article, n_quotations: usize) -> Self {
        let is_withdrawn = article.byline.withdrawn.is_some();
        let language = article.byline.language.as_deref().filter(|_| !is_withdrawn);
        Self {
            id: &article.slug,
            words: if is_withdrawn { 0 } else { wording::n_words(article) },
            quotations: n_quotations,
            not_stated: missing_metadata(article),
            not_read: language.filter(|tag| !is_english(tag)),
            withdrawn: is_withdrawn,
        }
    }
}

impl Counts {
    fn of(attributions: &Attributions) -> Self {
        let quotations = || attributions.quotations.iter().flatten();
        let of_kind = |kind| quotations().filter(|quotation| quotation.kind == kind).count();
        let is_open =
            |attribution: &whosaid::quotation::Attribution| attribution.speakers.is_empty();
        Self {
            all: quotations().count(),
            direct: of_kind(Kind::Direct),
            indirect: of_kind(Kind::Indirect),
            mixed: of_kind(Kind::Mixed),
            unattributed: quotations().filter(|one| is_open(&one.attribution)).count(),
            doubtful: quotations()
                .map(|quotation| &quotation.attribution)
                .filter(|attribution| !is_open(attribution) && attribution.confidence < SURE)
                .count(),
        }
    }
}

impl PictureCounts {
    fn of<'a>(pictures: impl Iterator<Item = &'a Vec<u8>>) -> Self {
        let lengths: Vec<usize> = pictures.map(Vec::len).collect();
        Self { all: lengths.len(), bytes: lengths.iter().sum() }
    }
}

impl<'a> PassageLine<'a> {
    fn of(articles: &'a [Article], pair: Pair) -> Self {
        let place = |passage: Passage| {
            let article = &articles[passage.article.0 as usize];
            (article.slug.as_str(), article.paragraph_at(passage.span.start))
        };
        let text = &articles[pair.one.article.0 as usize].text;
        Self { places: [place(pair.one), place(pair.other)], words: pair.one.span.of(text) }
    }
}

fn speaker_lines(attributions: &Attributions) -> Vec<SpeakerLine<'_>> {
    let mut counts = vec![0; attributions.speakers.len()];
    let quotations = attributions.quotations.iter().flatten();
    for speaker in quotations.flat_map(|quotation| quotation.attribution.everyone()) {
        counts[speaker.0 as usize] += 1;
    }
    let lines = attributions.speakers.iter().zip(counts).map(|(speaker, quotations)| SpeakerLine {
        name: &speaker.name,
        quotations,
        spellings: &speaker.spellings,
        roles: &speaker.roles,
    });
    lines.collect()
}

/// How many lines of each list are printed.
struct Limits {
    articles: usize,
    speakers: usize,
    others: usize,
}

impl Limits {
    const USUAL: Self =
        Self { articles: MOST_ARTICLES, speakers: MOST_SPEAKERS, others: MOST_OTHERS };
    const NONE: Self = Self { articles: usize::MAX, speakers: usize::MAX, others: usize::MAX };
}

impl Summary<'_> {
    fn write(&self, limits: &Limits, out: &mut String) -> fmt::Result {
        let shared = shared_paragraphs(&self.passages);
        writeln!(out, "{}\n", self.title)?;
        self.write_articles(limits.articles, out)?;
        self.write_quotations(out)?;
        writeln!(out, "{}", counted(self.speakers.len(), "speaker", "speakers"))?;
        write_list(&self.speakers, limits.speakers, out)?;
        writeln!(
            out,
            "{} quoted by several articles, {} nearly the same in several",
            counted(self.statements, "statement", "statements"),
            counted(shared.len(), "paragraph", "paragraphs")
        )?;
        write_list(&shared, limits.others, out)?;
        self.write_suggestions(limits.others, out)?;
        self.write_sizes(out)
    }

    /// What readers load, and what of it is kept for reading offline.
    fn write_sizes(&self, out: &mut String) -> fmt::Result {
        writeln!(
            out,
            "\n{} of articles, index and attributions, which readers load compressed to about half",
            size(self.bytes),
        )?;
        let Self { pictures, pictures_offline: kept, .. } = self;
        if pictures.all > 0 {
            let all = counted(pictures.all, "picture", "pictures");
            write!(out, "{all} of {}; ", size(pictures.bytes))?;
            if kept == pictures {
                write!(out, "all")?;
            } else {
                let most = size(MAX_PICTURES);
                write!(out, "the first {} of {} (at most {most})", kept.all, size(kept.bytes))?;
            }
            writeln!(out, " kept for offline reading and in the edition in one file")?;
        }
        if !self.pages_offline {
            writeln!(
                out,
                "a large dossier, of more than {MAX_ARTICLES} articles or {} of text: the app works \
                 offline, the single pages of articles do not",
                size(MAX_TEXT),
            )?;
        }
        Ok(())
    }

    /// A line for each article, and how many there are.
    fn write_articles(&self, most: usize, out: &mut String) -> fmt::Result {
        let shown = &self.articles[..self.articles.len().min(most)];
        let width = shown.iter().map(|article| article.id.len()).max().unwrap_or(0);
        for ArticleLine { id, words, quotations, not_stated, not_read, withdrawn } in shown {
            if *withdrawn {
                writeln!(out, "{id:width$}  withdrawn")?;
                continue;
            }
            write!(out, "{id:width$}  {words:6} words  {quotations:4} quotations")?;
            if !not_stated.is_empty() {
                write!(out, "  not stated: {}", not_stated.join(", "))?;
            }
            if let Some(tag) = not_read {
                write!(out, "  not read, in `{tag}`")?;
            }
            writeln!(out)?;
        }
        write_rest(self.articles.len() - shown.len(), out)?;
        let articles = counted(self.articles.len(), "article", "articles");
        writeln!(out, "\n{articles} of {}", counted(self.words, "word", "words"))?;
        let missing = |name: &&str| {
            let lacks = |article: &&ArticleLine| article.not_stated.contains(name);
            self.articles.iter().filter(lacks).count()
        };
        let missing = ["title", "outlet", "authors", "published", "url"]
            .into_iter()
            .filter(|name| missing(name) > 0)
            .map(|name| format!("{name} in {}", missing(&name)))
            .collect::<Vec<_>>();
        if !missing.is_empty() {
            writeln!(out, "not stated: {}", missing.join(", "))?;
        }
        let n_unread = self.articles.iter().filter(|article| article.not_read.is_some()).count();
        if n_unread > 0 {
            let unread = counted(n_unread, "article is", "articles are");
            writeln!(
                out,
                "{unread} not in English: words in quotation marks are kept there, and nobody is named"
            )?;
        }
        Ok(())
    }

    /// How many quotations there are of each kind, and how many without a speaker or with a doubtful one.
    fn write_quotations(&self, out: &mut String) -> fmt::Result {
        let Counts { all, direct, indirect, mixed, unattributed, doubtful } = self.quotations;
        let share = (100 * unattributed).checked_div(all).unwrap_or(0);
        writeln!(
            out,
            "{}: {direct} direct, {indirect} indirect, {mixed} mixed; {unattributed} unattributed \
             ({share} %)",
            counted(all, "quotation", "quotations")
        )?;
        if doubtful > 0 {
            let doubtful = counted(doubtful, "attribution is", "attributions are");
            writeln!(
                out,
                "{doubtful} less than {SURE} % sure; `whosaid review` goes through them"
            )?;
        }
        Ok(())
    }

    /// What the publisher might add to `dossier.toml`.
    fn write_suggestions(&self, most: usize, out: &mut String) -> fmt::Result {
        if !self.same.is_empty() {
            writeln!(out, "\nPerhaps the same; if so, list one among the aliases of the other:")?;
            write_list(&self.same, most, out)?;
        }
        if !self.ages.is_empty() {
            writeln!(
                out,
                "\nPerhaps two people of one name; if so, tell one of them apart by a `[[correction]]` with \
                 `mention` in each of their articles; if it is one, list the name as a `[[speaker]]`:"
            )?;
            write_list(&self.ages, most, out)?;
        }
        if !self.nameless.is_empty() {
            writeln!(
                out,
                "\nPerhaps another in each article, so unattributed; if one, list it among the aliases of \
                 a speaker:"
            )?;
            write_list(&self.nameless, most, out)?;
        }
        Ok(())
    }
}

fn size(n_bytes: usize) -> String {
    wording::size(n_bytes as u64)
}

/// A line for each of the items, `most` of them, and how many more there are.
fn write_list<T: Display>(items: &[T], most: usize, out: &mut String) -> fmt::Result {
    for item in items.iter().take(most) {
        writeln!(out, "{item}")?;
    }
    write_rest(items.len().saturating_sub(most), out)
}

fn write_rest(n_rest: usize, out: &mut String) -> fmt::Result {
    if n_rest > 0 {
        writeln!(out, "  … {n_rest} more; --all lists them")?;
    }
    Ok(())
}

impl Display for SpeakerLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:6}  {}", self.quotations, self.name)?;
        if !self.spellings.is_empty() {
            write!(f, " (also {})", self.spellings.join(", "))?;
        }
        if !self.roles.is_empty() {
            write!(f, ": {}", self.roles.join("; "))?;
        }
        Ok(())
    }
}

/// A paragraph that several articles have nearly alike, or in part.
struct SharedLine<'a> {
    /// The slugs of the articles and the numbers of the paragraphs; where one article has it in two, both.
    places: Vec<(&'a str, usize)>,
    /// What the first two have in common.
    words: &'a str,
}

/// The paragraphs that passages link, directly or by others; those of the most articles first.
fn shared_paragraphs<'a>(passages: &[PassageLine<'a>]) -> Vec<SharedLine<'a>> {
    let mut lines: Vec<SharedLine> = Vec::new();
    // The line of each place. One that was joined with another is empty.
    let mut line_of: BTreeMap<(&str, usize), usize> = BTreeMap::new();
    for PassageLine { places, words } in passages {
        let [one, other] = places.map(|place| {
            *line_of.entry(place).or_insert_with(|| {
                lines.push(SharedLine { places: vec![place], words });
                lines.len() - 1
            })
        });
        if one != other {
            let (keep, join) = (one.min(other), one.max(other));
            let joined = std::mem::take(&mut lines[join].places);
            line_of.extend(joined.iter().map(|place| (*place, keep)));
            lines[keep].places.extend(joined);
        }
    }
    lines.retain(|line| !line.places.is_empty());
    let n_articles =
        |line: &SharedLine| line.places.iter().map(|(slug, _)| slug).collect::<BTreeSet<_>>().len();
    lines.sort_by_cached_key(|line| Reverse(n_articles(line)));
    lines
}

impl Display for SharedLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = self.places.iter().take(MOST_PLACES);
        let named: Vec<String> = named.map(|(slug, number)| format!("{slug} {number}")).collect();
        let n_more = self.places.len() - named.len();
        let more = if n_more > 0 { format!(" and {n_more} more") } else { String::new() };
        let words = shorten::at_word(self.words, PASSAGE_CHARS);
        write!(f, "  {}{more}: {words}", named.join(", "))
    }
}

impl Display for SameLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "  {} may be {}: {}", self.merge, self.keep, self.reason)
    }
}

impl Display for AgesLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [(one, one_age), (other, other_age)] = self.ages;
        write!(f, "  {} is {one_age} in {one} and {other_age} in {other}", self.name)
    }
}

impl Display for NamelessLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quotations = counted(self.quotations, "quotation", "quotations");
        write!(f, "  {}: {quotations} in {} articles", self.name, self.articles)
    }
}

/// What the article does not state of itself, by the names of front matter.
fn missing_metadata(article: &Article) -> Vec<&'static str> {
    let byline = &article.byline;
    // What is not stated of what is not there is not missed.
    if byline.withdrawn.is_some() {
        return Vec::new();
    }
    [
        ("title", article.headline().is_none()),
        ("outlet", byline.outlet.is_none()),
        ("authors", byline.authors.is_empty()),
        ("published", byline.published.is_none()),
        ("url", byline.url.is_none()),
    ]
    .into_iter()
    .filter_map(|(name, is_missing)| is_missing.then_some(name))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Twenty copies of one agency's text would be 190 pairs.
    #[test]
    fn copies_of_a_paragraph_are_one_line() {
        let pair = |one, other, words| PassageLine { places: [one, other], words };
        let passages = [
            pair(("x", 2), ("y", 2), "Two"),
            pair(("x", 2), ("y", 3), "Two"),
            pair(("x", 2), ("y", 4), "Two"),
            pair(("x", 2), ("y", 5), "Two"),
            pair(("a", 1), ("b", 1), "One"),
            pair(("c", 3), ("d", 1), "One more"),
            pair(("b", 1), ("c", 3), "One"),
            pair(("a", 1), ("d", 1), "One"),
        ];
        let lines: Vec<String> =
            shared_paragraphs(&passages).iter().map(ToString::to_string).collect();
        assert_eq!(lines, ["  a 1, b 1, c 3 and 1 more: One", "  x 2, y 2, y 3 and 2 more: Two"]);
    }

    #[test]
    fn a_summary_for_the_publisher() {
        let article = |id, words, not_stated: &[&'static str], not_read| ArticleLine {
            id,
            words,
            quotations: 2,
            not_stated: not_stated.to_vec(),
            not_read,
            withdrawn: false,
        };
        let speaker =
            |name, quotations, spellings, roles| SpeakerLine { name, quotations, spellings, roles };
        let spellings = ["A. Bo".to_owned(), "Bo".to_owned()];
        let roles = ["mayor".to_owned()];
        let summary = Summary {
            title: "T",
            articles: vec![
                article("a", 2, &["title", "url"], None),
                article("bcd", 1, &["url"], Some("de")),
                article("long-slug", 1, &[], None),
            ],
            words: 4,
            quotations: Counts {
                all: 4,
                direct: 2,
                indirect: 1,
                mixed: 1,
                unattributed: 1,
                doubtful: 1,
            },
            speakers: vec![
                speaker("Ann Bo", 2, &spellings, &roles),
                speaker("Anne Bo", 1, &[], &[]),
                speaker("Cy", 1, &[], &[]),
            ],
            statements: 0,
            passages: vec![PassageLine { places: [("a", 1), ("bcd", 2)], words: "One two" }],
            same: vec![SameLine { keep: "Ann Bo", merge: "Anne Bo", reason: "r" }],
            ages: vec![AgesLine { name: "Ann Bo", ages: [("a", 34), ("bcd", 61)] }],
            nameless: vec![NamelessLine { name: "Bank", quotations: 3, articles: 2 }],
            bytes: 1_250_000,
            pictures: PictureCounts { all: 3, bytes: 7_200_000 },
            pictures_offline: PictureCounts { all: 2, bytes: 970_000 },
            pages_offline: false,
        };
        let mut out = String::new();
        summary.write(&Limits { articles: 2, speakers: 2, others: 1 }, &mut out).unwrap();
        assert_eq!(
            out,
            "\
T

a         2 words     2 quotations  not stated: title, url
bcd       1 words     2 quotations  not stated: url  not read, in `de`
  … 1 more; --all lists them

3 articles of 4 words
not stated: title in 1, url in 2
1 article is not in English: words in quotation marks are kept there, and nobody is named
4 quotations: 2 direct, 1 indirect, 1 mixed; 1 unattributed (25 %)
1 attribution is less than 93 % sure; `whosaid review` goes through them
3 speakers
     2  Ann Bo (also A. Bo, Bo): mayor
     1  Anne Bo
  … 1 more; --all lists them
0 statements quoted by several articles, 1 paragraph nearly the same in several
  a 1, bcd 2: One two

Perhaps the same; if so, list one among the aliases of the other:
  Anne Bo may be Ann Bo: r

Perhaps two people of one name; if so, tell one of them apart by a `[[correction]]` with `mention` in each of \
their articles; if it is one, list the name as a `[[speaker]]`:
  Ann Bo is 34 in a and 61 in bcd

Perhaps another in each article, so unattributed; if one, list it among the aliases of a speaker:
  Bank: 3 quotations in 2 articles

1.3 MB of articles, index and attributions, which readers load compressed to about half
3 pictures of 7.2 MB; the first 2 of 1.0 MB (at most 5.0 MB) kept for offline reading and in the edition in \
one file
a large dossier, of more than 150 articles or 500 kB of text: the app works offline, the single pages of \
articles do not
"
        );
    }
}
