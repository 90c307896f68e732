//! `whosaid check`: validates a dossier and sums it up for its publisher.

use std::fmt::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use whosaid::article::Article;
use whosaid::language::is_english;
use whosaid::quotation::{Attributions, Kind, Nameless, Quotation, attribute};
use whosaid::reuse;
use whosaid::source::Source;
use whosaid::wording::{self, counted, merge_reason};

use crate::{folder, report};

/// How much of a passage is printed, in characters.
const PASSAGE_CHARS: usize = 60;

/// Arguments of `whosaid check`.
#[derive(clap::Args)]
pub struct Args {
    /// The folder that holds dossier.toml and the articles.
    dossier: PathBuf,
}

/// Prints every fault and exits with 1, or prints what the dossier holds.
pub fn run(args: &Args) -> ExitCode {
    let source = match folder::read_dossier(&args.dossier) {
        Ok(source) => source,
        Err(errors) => {
            report::print_errors(&errors);
            return ExitCode::FAILURE;
        }
    };
    report::print_warnings(&source.warnings);
    let attributions = attribute(&source.articles, &source.editorial);
    let mut summary = String::new();
    summarise(&source, &attributions, &mut summary).expect("a string takes all that is written");
    report::print(&summary);
    ExitCode::SUCCESS
}

fn summarise(source: &Source, attributions: &Attributions, out: &mut String) -> fmt::Result {
    writeln!(out, "{}\n", source.masthead.title)?;
    write_articles(source, attributions, out)?;
    write_quotations(attributions, out)?;
    write_speakers(attributions, out)?;
    write_shared(source, attributions, out)?;
    write_suggestions(attributions, out)
}

/// A line for each article, and how many there are.
fn write_articles(source: &Source, attributions: &Attributions, out: &mut String) -> fmt::Result {
    let slug_width = source.articles.iter().map(|article| article.slug.len()).max().unwrap_or(0);
    let mut n_words = 0;
    for (article, quotations) in source.articles.iter().zip(&attributions.quotations) {
        if article.byline.withdrawn.is_some() {
            writeln!(out, "{:slug_width$}  withdrawn", article.slug)?;
            continue;
        }
        let article_words = wording::n_words(article);
        n_words += article_words;
        let slug = &article.slug;
        let n_quotations = quotations.len();
        write!(out, "{slug:slug_width$}  {article_words:6} words  {n_quotations:4} quotations")?;
        match missing_metadata(article).as_slice() {
            [] => {}
            missing => write!(out, "  not stated: {}", missing.join(", "))?,
        }
        match &article.byline.language {
            Some(tag) if !is_english(tag) => writeln!(out, "  not read, in `{tag}`")?,
            _ => writeln!(out)?,
        }
    }
    let articles = counted(source.articles.len(), "article", "articles");
    writeln!(out, "\n{articles} of {}", counted(n_words, "word", "words"))?;
    let languages = source.articles.iter().filter_map(|article| article.byline.language.as_deref());
    let n_unread = languages.filter(|tag| !is_english(tag)).count();
    if n_unread > 0 {
        let unread = counted(n_unread, "article is", "articles are");
        writeln!(
            out,
            "{unread} not in English: words in quotation marks are kept there, and nobody is named"
        )?;
    }
    Ok(())
}

/// How many quotations there are of each kind, and how many without a speaker.
fn write_quotations(attributions: &Attributions, out: &mut String) -> fmt::Result {
    let quotations: Vec<&Quotation> = attributions.quotations.iter().flatten().collect();
    write!(out, "{}", counted(quotations.len(), "quotation", "quotations"))?;
    for (idx, kind) in Kind::ALL.into_iter().enumerate() {
        let n_kind = quotations.iter().filter(|quotation| quotation.kind == kind).count();
        write!(out, "{} {n_kind} {}", if idx == 0 { ":" } else { "," }, kind.name())?;
    }
    let n_unattributed =
        quotations.iter().filter(|quotation| quotation.attribution.speakers.is_empty()).count();
    let share = (100 * n_unattributed).checked_div(quotations.len()).unwrap_or(0);
    writeln!(out, "; {n_unattributed} unattributed ({share} %)")
}

/// A line for each speaker.
fn write_speakers(attributions: &Attributions, out: &mut String) -> fmt::Result {
    let mut counts = vec![0; attributions.speakers.len()];
    let quotations = attributions.quotations.iter().flatten();
    for speaker in quotations.flat_map(|quotation| quotation.attribution.everyone()) {
        counts[speaker.0 as usize] += 1;
    }
    writeln!(out, "{}", counted(counts.len(), "speaker", "speakers"))?;
    for (speaker, count) in attributions.speakers.iter().zip(counts) {
        write!(out, "{count:6}  {}", speaker.name)?;
        if !speaker.spellings.is_empty() {
            write!(out, " (also {})", speaker.spellings.join(", "))?;
        }
        if !speaker.roles.is_empty() {
            write!(out, ": {}", speaker.roles.join("; "))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// What several articles have in common.
fn write_shared(source: &Source, attributions: &Attributions, out: &mut String) -> fmt::Result {
    let statements = reuse::statements(&source.articles, &attributions.quotations);
    let passages = reuse::passages(&source.articles);
    writeln!(
        out,
        "{} quoted by two articles, {} nearly the same in two",
        counted(statements.len(), "statement", "statements"),
        counted(passages.len(), "passage", "passages")
    )?;
    for [one, other] in passages {
        let [one, other] = [one, other].map(|place| {
            let article = &source.articles[place.article.0 as usize];
            (article, article.paragraph_at(place.span.start), place.span.of(&article.text))
        });
        let words = first_words(one.2);
        writeln!(out, "  {} {}, {} {}: {words}", one.0.slug, one.1, other.0.slug, other.1)?;
    }
    Ok(())
}

/// What the publisher might add to `dossier.toml`.
fn write_suggestions(attributions: &Attributions, out: &mut String) -> fmt::Result {
    if !attributions.suggestions.is_empty() {
        writeln!(out, "\nPerhaps the same; if so, list one among the aliases of the other:")?;
    }
    for suggestion in &attributions.suggestions {
        let [keep, merge] = [suggestion.keep, suggestion.merge]
            .map(|speaker| &attributions.speakers[speaker.0 as usize].name);
        writeln!(out, "  {merge} may be {keep}: {}", merge_reason(suggestion.reason))?;
    }
    if !attributions.nameless.is_empty() {
        writeln!(
            out,
            "\nPerhaps another in each article, so unattributed; if one, list it among the aliases of \
             a speaker:"
        )?;
    }
    for Nameless { name, n_quotations, n_articles } in &attributions.nameless {
        let quotations = counted(*n_quotations, "quotation", "quotations");
        writeln!(out, "  {name}: {quotations} in {n_articles} articles")?;
    }
    Ok(())
}

/// The first words of a passage, as many as fit on a line, and an ellipsis where there are more.
fn first_words(passage: &str) -> String {
    let cut = passage.char_indices().nth(PASSAGE_CHARS).map(|(cut, _)| &passage[..cut]);
    let words = cut.and_then(|cut| cut.rsplit_once(char::is_whitespace));
    words.map_or_else(|| passage.to_owned(), |(words, _)| format!("{words} …"))
}

/// What the article does not state of itself, by the names of front matter.
fn missing_metadata(article: &Article) -> Vec<&'static str> {
    let byline = &article.byline;
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
    use whosaid::article::Byline;
    use whosaid::article::Masthead;
    use whosaid::quotation::{
        Attribution, Editorial, MergeReason, MergeSuggestion, Rule, Speaker, SpeakerId,
    };

    use whosaid::source::Site;

    use super::*;

    #[test]
    fn a_summary_for_the_publisher() {
        let quotation = |kind, speaker: Option<u32>| Quotation {
            contents: Vec::new(),
            kind,
            fragments: Vec::new(),
            attribution: Attribution {
                cue: None,
                mention: None,
                speakers: speaker.map(SpeakerId).into_iter().collect(),
                bodies: Vec::new(),
                why_open: speaker.is_none().then_some(whosaid::quotation::WhyOpen::NoSpeaker),
                rule: Rule::Editor,
                confidence: 100,
            },
        };
        let speaker = |name: &str, spellings: &[&str]| Speaker {
            name: name.to_owned(),
            spellings: spellings.iter().map(ToString::to_string).collect(),
            ..Speaker::default()
        };
        let article = |slug: &str, text: &str| Article {
            slug: slug.to_owned(),
            ..Article::from_plain_text(text)
        };
        let dated = Byline { published: Some("2021-08-16".to_owned()), ..Byline::default() };
        let source = Source {
            masthead: Masthead { title: "T".to_owned(), ..Masthead::default() },
            site: Site::default(),
            articles: vec![
                article("a", "One — two."),
                Article { byline: dated, ..article("bcd", "x") },
            ],
            editorial: Editorial::default(),
            warnings: Vec::new(),
        };
        let attributions = Attributions {
            quotations: vec![
                vec![quotation(Kind::Direct, Some(0)), quotation(Kind::Direct, Some(0))],
                vec![quotation(Kind::Mixed, Some(1)), quotation(Kind::Indirect, None)],
            ],
            speakers: vec![speaker("Ann Bo", &["A. Bo", "Bo"]), speaker("Anne Bo", &[])],
            nameless: vec![Nameless { name: "Bank".to_owned(), n_quotations: 3, n_articles: 2 }],
            suggestions: vec![MergeSuggestion {
                keep: SpeakerId(0),
                merge: SpeakerId(1),
                reason: MergeReason::SimilarSurnames,
            }],
        };
        let mut summary = String::new();
        summarise(&source, &attributions, &mut summary).unwrap();
        assert_eq!(
            summary,
            "\
T

a         2 words     2 quotations  not stated: title, outlet, authors, published, url
bcd       1 words     2 quotations  not stated: title, outlet, authors, url

2 articles of 3 words
4 quotations: 2 direct, 1 indirect, 1 mixed; 1 unattributed (25 %)
2 speakers
     2  Ann Bo (also A. Bo, Bo)
     1  Anne Bo
0 statements quoted by two articles, 0 passages nearly the same in two

Perhaps the same; if so, list one among the aliases of the other:
  Anne Bo may be Ann Bo: the given names are equal and the surnames differ little

Perhaps another in each article, so unattributed; if one, list it among the aliases of a speaker:
  Bank: 3 quotations in 2 articles
"
        );
    }
}
