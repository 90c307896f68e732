//! The words in which the page speaks of a dossier: dates, lengths, counts, bylines, citations.
//!
//! The prerendered page and the app share them.

use std::collections::BTreeMap;
use std::fmt;

use crate::article::{Article, ArticleId, Byline, ParagraphKind};
use crate::collation::{Heading, collate};
use crate::dossier::{ArticleTitle, Dossier, OpenArticle, names_speakers, title_of, words_of};
use crate::i18n::{tr, trn};
use crate::notebook::{Names, Says};
use crate::notice::Notice;
use crate::pack::PackError;
use crate::preferences::{Theme, Typeface};
use crate::query::{self, SpeakerChoice};
use crate::quotation::{Kind, MergeReason, Quotation, Rule, WhyOpen};
use crate::route::{Route, View};
use crate::shorten::at_char;
use crate::token::is_word_char;

/// "1 passage", "2,000 passages": in English, for the command line and editors; readers' words are
/// [`trn!`](crate::i18n)'s.
#[must_use]
pub fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", thousands(n as u64), if n == 1 { one } else { many })
}

/// How a query was read or answered, as a sentence for the reader.
#[must_use]
pub fn query_notice(notice: &query::QueryNotice) -> String {
    match notice {
        query::QueryNotice::NoWords => {
            tr!("There are no words in this query; type a word or a name.").to_owned()
        }
        query::QueryNotice::OnlyExclusions => {
            tr!("This query only excludes words; add a word to look for.").to_owned()
        }
        query::QueryNotice::OpenPhrase => {
            tr!("The quotation mark is not closed; the phrase was read to the end.").to_owned()
        }
        query::QueryNotice::TooLong { n_words } => {
            tr!("This query is long; its first {n_words} words were looked for.", n_words)
        }
        query::QueryNotice::NoValue { field } => {
            tr!("Type a name or a word right after “{field}”.", field)
        }
        query::QueryNotice::NoDate { asked } => {
            tr!("“{asked}” is not a date; type it as 2021-08-16, 2021-08 or 2021.", asked)
        }
        query::QueryNotice::NoSuchSpeaker { asked } => {
            tr!("Nobody whose name has “{asked}” is quoted; “Speakers” lists all who are.", asked)
        }
        query::QueryNotice::NoSuchOutlet { asked } => {
            tr!(
                "No outlet here has “{asked}” in its name; “Speakers and filters” lists all.",
                asked
            )
        }
        query::QueryNotice::TooBroad => {
            tr!("Too many words begin like these; type more letters to look for all of them.")
                .to_owned()
        }
        query::QueryNotice::Scattered => {
            tr!("No paragraph has all of these words; these are from articles that have them all.")
                .to_owned()
        }
        query::QueryNotice::Corrected { asked, found } => {
            let found: Vec<_> = found.iter().map(|word| in_marks(word)).collect();
            tr!(
                "Nothing was found for “{asked}”; these have {found}. \
                 In quotation marks it is searched as it is.",
                asked,
                found = found.join(", "),
            )
        }
    }
}

/// The name of a speaker choice.
#[must_use]
pub fn speaker_name<'b>(choice: SpeakerChoice, dossier: &Dossier<'b>) -> &'b str {
    match choice {
        SpeakerChoice::Speaker(speaker) => dossier.speakers.name(speaker),
        SpeakerChoice::Unattributed => tr!("Unattributed"),
    }
}

/// Names in a row: "A", "A and B", "A, B and C".
#[must_use]
pub fn joined<T: AsRef<str>>(names: &[T]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match &*names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => tr!("{names} and {last}", names = first.join(", "), last),
    }
}

/// The names of those who said a quotation, in a row.
#[must_use]
pub fn speaker_names(quotation: &Quotation, dossier: &Dossier) -> String {
    let names = SpeakerChoice::speakers_of(quotation).map(|choice| speaker_name(choice, dossier));
    joined(&names.collect::<Vec<_>>())
}

/// The last word of a name, to stand behind a quotation: "Kabulov"; of a body the whole name.
#[must_use]
pub fn short_name<'b>(choice: SpeakerChoice, dossier: &Dossier<'b>) -> &'b str {
    let name = speaker_name(choice, dossier);
    let is_personal =
        name.split(' ').all(|word| !word.starts_with(|c: char| c.is_ascii_lowercase()));
    let space = name.bytes().rposition(|byte| byte == b' ').filter(|_| is_personal);
    space.map_or(name, |at| &name[at + 1..])
}

/// The class of a block's kind in the style sheet.
#[must_use]
pub fn class_of(kind: ParagraphKind) -> &'static str {
    match kind {
        ParagraphKind::Headline => "headline",
        ParagraphKind::Text => "text",
        ParagraphKind::Heading => "heading",
        ParagraphKind::Caption => "caption",
        ParagraphKind::Item => "item",
        ParagraphKind::Block => "block",
    }
}

/// A kind as a heading has it.
#[must_use]
pub fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => tr!("Direct"),
        Kind::Indirect => tr!("Indirect"),
        Kind::Mixed => tr!("Mixed"),
    }
}

/// What a kind means, in half a sentence.
#[must_use]
pub fn kind_meaning(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => tr!("the speaker’s own words"),
        Kind::Indirect => tr!("reported in the outlet’s words"),
        Kind::Mixed => tr!("reported, partly in the speaker’s own words"),
    }
}

/// The name of colours.
#[must_use]
pub fn theme_name(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => tr!("Auto"),
        Theme::Light => tr!("Light"),
        Theme::Dark => tr!("Dark"),
    }
}

/// The name of a typeface.
#[must_use]
pub fn typeface_name(typeface: Typeface) -> &'static str {
    match typeface {
        Typeface::Serif => tr!("Serif"),
        Typeface::Sans => tr!("Sans"),
    }
}

/// What an article is that was withdrawn; the reason follows behind a colon.
#[must_use]
pub fn withdrawn() -> &'static str {
    tr!("Withdrawn")
}

/// Stands in the place of a picture that is not there.
#[must_use]
pub fn picture_of(alt: &str) -> String {
    if alt.is_empty() { tr!("[A picture]").to_owned() } else { tr!("[A picture: {alt}]", alt) }
}

/// Stands before the name of a dossier's publisher.
#[must_use]
pub fn published_by() -> &'static str {
    tr!("Published by")
}

/// A link to a publisher that states no name.
#[must_use]
pub fn publisher() -> &'static str {
    tr!("The publisher")
}

/// A link to who is responsible for the site.
#[must_use]
pub fn imprint() -> &'static str {
    tr!("Imprint")
}

/// A link to what becomes of readers' data.
#[must_use]
pub fn privacy() -> &'static str {
    tr!("Privacy")
}

/// Stands before the name of a licence.
#[must_use]
pub fn licence() -> &'static str {
    tr!("Licence")
}

/// The outlet, or else the editors' label, or that there is none.
#[must_use]
pub fn outlet(article: &Article) -> String {
    let byline = &article.byline;
    let named = byline.outlet.clone().or_else(|| byline.label.as_deref().map(bracketed));
    named.unwrap_or_else(|| tr!("Outlet not stated").to_owned())
}

/// Words of the dossier's editors, told apart from those of a source.
fn bracketed(label: &str) -> String {
    format!("[{label}]")
}

/// What an article is called in running text: its headline, or its first words with an ellipsis.
#[must_use]
pub fn title(article: &Article) -> String {
    match title_of(article) {
        ArticleTitle::Headline(headline) => headline.to_owned(),
        ArticleTitle::FirstWords(words) => format!("{words} …"),
    }
}

/// Who is named as having an article: its outlet; where none is stated, its editors' label, or else its
/// headline in marks.
#[must_use]
pub fn source_name(article: &Article) -> String {
    let byline = &article.byline;
    let named = byline.outlet.clone().or_else(|| byline.label.as_deref().map(bracketed));
    named.unwrap_or_else(|| in_marks(&title(article)))
}

/// An article by its source and its headline: by one of them where the headline stands for the source.
#[must_use]
pub fn source_and_title(article: &Article) -> String {
    let (source, title) = (source_name(article), title(article));
    if source == in_marks(&title) { source } else { format!("{source}, {title}") }
}

/// Where in an article a paragraph stands.
#[must_use]
pub fn place_in(paragraph: u32) -> String {
    match paragraph {
        0 => tr!("headline").to_owned(),
        _ => tr!("paragraph {paragraph}", paragraph),
    }
}

/// The same in a sign, as links to a paragraph have it.
#[must_use]
pub fn place_sign(paragraph: u32) -> String {
    if paragraph == 0 { place_in(0) } else { format!("¶ {paragraph}") }
}

/// How many articles of one outlet are held against each other by their dates.
const MOST_OF_OUTLET: usize = 50;

/// [`source_name`] of the article of that id, so that it is told from others of its outlet: with its day, or its
/// headline where that is the day of another one or none is stated.
#[must_use]
pub fn source_in(dossier: &Dossier, id: ArticleId, article: &Article) -> String {
    let name = source_name(article);
    let day_of = |byline: &Byline| {
        byline.published.as_deref().map(|iso| iso.split('T').next().unwrap_or(iso).to_owned())
    };
    let outlet = dossier.index.outlet_of(id);
    let others = dossier
        .article_ids()
        .filter(|other| *other != id && dossier.index.outlet_of(*other) == outlet);
    let mut others = others.take(MOST_OF_OUTLET).peekable();
    if outlet.is_none() || others.peek().is_none() {
        return name;
    }
    match day_of(&article.byline) {
        Some(day)
            if others.all(|id| day_of(&dossier.articles.byline(id)).as_ref() != Some(&day)) =>
        {
            tr!("{name} ({which})", name, which = date(&day))
        }
        _ => tr!("{name} ({which})", name, which = in_marks(&shortened(&title(article)))),
    }
}

/// That an article does not quote somebody; where it is not found who speaks in it, that.
#[must_use]
pub fn lacks_speaker(byline: &Byline) -> &'static str {
    if names_speakers(byline) { tr!("not quoted here") } else { tr!("not read: not in English") }
}

/// Words in quotation marks.
#[must_use]
pub fn in_marks(words: &str) -> String {
    tr!("“{words}”", words)
}

/// An ISO 8601 date or time as a reader writes it: "17 August 2021", "17 August 2021, 21:40".
///
/// Text of another form is given back as it is.
#[must_use]
pub fn date(iso: &str) -> String {
    let (day, time) = iso.split_once('T').unwrap_or((iso, ""));
    let Some((day, month, year)) = parts_of(day) else { return iso.to_owned() };
    match time.get(..5) {
        Some(time) => tr!("{day} {month} {year}, {time}", day, month, year, time),
        None => tr!("{day} {month} {year}", day, month, year),
    }
}

/// The days from one date to another as a reader writes them: "16 August 2021", "16–17 August 2021",
/// "30 July – 2 August 2021", "31 December 2020 – 2 January 2021". Times of day are left out.
#[must_use]
pub fn date_span(first: &str, last: &str) -> String {
    let [first_day, last_day] = [first, last].map(|iso| iso.split('T').next().unwrap_or(iso));
    let (first, last) = (date(first_day), date(last_day));
    if first == last {
        return first;
    }
    match (parts_of(first_day), parts_of(last_day)) {
        (Some((day, month, year)), Some((_, last_month, last_year))) if year == last_year => {
            if month == last_month {
                tr!("{day}–{last}", day, last)
            } else {
                tr!("{day} {month} – {last}", day, month, last)
            }
        }
        _ => format!("{first} – {last}"),
    }
}

/// The day without zeros before it, the month's name and the year of an ISO 8601 date.
fn parts_of(day: &str) -> Option<(&str, &'static str, &str)> {
    let mut parts = day.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let month = match month.parse::<u32>().ok()? {
        1 => tr!("January"),
        2 => tr!("February"),
        3 => tr!("March"),
        4 => tr!("April"),
        5 => tr!("May"),
        6 => tr!("June"),
        7 => tr!("July"),
        8 => tr!("August"),
        9 => tr!("September"),
        10 => tr!("October"),
        11 => tr!("November"),
        12 => tr!("December"),
        _ => return None,
    };
    Some((day.trim_start_matches('0'), month, year))
}

/// When it was published, as in "16 August 2021", or that the source states no date.
#[must_use]
pub fn published(article: &Article) -> String {
    article.byline.published.as_deref().map_or_else(|| tr!("Date not stated").to_owned(), date)
}

/// Authors in a row: "A, B and C"; empty where none is stated.
#[must_use]
pub fn authors(article: &Article) -> String {
    joined(&article.byline.authors)
}

/// How many words an article has, as white space divides them, without those of marks alone.
#[must_use]
pub fn n_words(article: &Article) -> usize {
    n_words_of(&article.text)
}

fn n_words_of(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(is_word_char)).count()
}

/// A size in bytes as readers are told: "1.3 MB".
#[must_use]
pub fn megabytes(n_bytes: u64) -> String {
    let tenths = (n_bytes + 50_000) / 100_000;
    tr!("{whole}.{tenths} MB", whole = tenths / 10, tenths = tenths % 10)
}

/// The same for what may be small: "24 kB", and at least 1.
#[must_use]
pub fn size(n_bytes: u64) -> String {
    if n_bytes < 950_000 {
        tr!("{n} kB", n = n_bytes.div_ceil(1_000).max(1))
    } else {
        megabytes(n_bytes)
    }
}

/// A number with its thousands set apart: "12,345".
#[must_use]
pub fn thousands(number: u64) -> String {
    match (number / 1000, number % 1000) {
        (0, number) => number.to_string(),
        (above, below) => {
            tr!("{above},{below}", above = thousands(above), below = format_args!("{below:03}"))
        }
    }
}

/// The minutes an article takes to read, at least one.
#[must_use]
pub fn reading_minutes(article: &Article) -> usize {
    reading_minutes_of(&article.text).max(1)
}

/// The minutes a text takes to read at 238 words a minute: the mean for English non-fiction in Brysbaert,
/// "How many words do we read per minute?", 2019.
#[must_use]
pub fn reading_minutes_of(text: &str) -> usize {
    n_words_of(text).div_ceil(238)
}

/// What a page is called in tabs, histories and bookmarks: what it shows, then the dossier.
#[must_use]
pub fn page_title(dossier: &Dossier, route: &Route) -> String {
    let title = &dossier.masthead.title;
    match &*view_title(dossier, route) {
        "" => title.clone(),
        shown => format!("{shown} – {title}"),
    }
}

/// What a view is called; empty where it is the front page.
#[must_use]
pub fn view_title(dossier: &Dossier, route: &Route) -> String {
    let query = route.query.trim();
    match route.view {
        View::Article(article, _) => title(&dossier.listed(article)),
        View::Speakers(1) => tr!("Who speaks").to_owned(),
        View::Speakers(number) => tr!("Who speaks, page {number}", number),
        View::Articles(number) => tr!("Articles, page {number}", number),
        View::Statements => tr!("Statements").to_owned(),
        View::Notebook => tr!("Notebook").to_owned(),
        View::Statement(code) => statement_title(dossier, code),
        View::Quotation(code) => quotation_title(dossier, code),
        View::Matrix => tr!("Who is quoted where").to_owned(),
        View::Concordance if !query.is_empty() => {
            tr!("“{query}”, aligned", query = shortened(query))
        }
        View::Compare | View::Row(_) => compared(dossier, route),
        // A phrase has marks of its own.
        _ if query.starts_with(['"', '“', '„']) => shortened(query),
        _ if !query.is_empty() => in_marks(&shortened(query)),
        _ => match &***route.filter.speakers {
            [] if route.filter.is_empty() => String::new(),
            [] => tr!("Quotations").to_owned(),
            [one] => said_by(*one, dossier),
            _ => tr!("What they said").to_owned(),
        },
    }
}

/// A statement by the words that its versions have.
fn statement_title(dossier: &Dossier, code: u32) -> String {
    let title = dossier.statement_by_code(code).and_then(|statement| {
        let open = |id| (id, dossier.open_article(id).into_owned());
        let open: BTreeMap<ArticleId, OpenArticle<'static>> =
            statement.articles().map(open).collect();
        Some(heading(&collate(&statement, |id| open.get(&id))?.heading))
    });
    title.unwrap_or_else(|| tr!("A statement").to_owned())
}

/// A quotation by who said it and its words.
fn quotation_title(dossier: &Dossier, code: u32) -> String {
    let Some((source, at)) = dossier.quotation_by_code(code) else {
        return tr!("A quotation").to_owned();
    };
    let quotation = &source.quotations[at];
    let words = shortened(&words_of(&source.article, &quotation.contents));
    let words = if quotation.kind == Kind::Direct { in_marks(&words) } else { words };
    format!("{}: {words}", speaker_names(quotation, dossier))
}

/// What is compared, as a heading.
#[must_use]
pub fn compared(dossier: &Dossier, route: &Route) -> String {
    let names = route.filter.speakers.iter().map(|choice| speaker_name(*choice, dossier));
    let names = joined(&names.collect::<Vec<_>>());
    let query = route.query.trim();
    match (&*names, query) {
        ("", "") => tr!("Compare what was said").to_owned(),
        (names, "") => tr!("{names}, article by article", names),
        ("", query) => tr!("“{query}”, article by article", query = shortened(query)),
        (names, query) => {
            tr!("{names} on “{query}”, article by article", names, query = shortened(query))
        }
    }
}

/// What the program does, and what it has here, in two sentences.
#[must_use]
pub fn strap(dossier: &Dossier) -> String {
    let here = tr!(
        "Here: {speakers} and {quotations}",
        speakers = trn!(dossier.speakers.len(), "{n} speaker", "{n} speakers"),
        quotations = trn!(dossier.n_quotations(), "{n} quotation", "{n} quotations"),
    );
    let here = match dossier.speakers.n_quotations(dossier.speakers.len()) {
        0 => format!("{here}."),
        n => trn!(
            n,
            "{here}, one of them without a named speaker.",
            "{here}, {n} of them without a named speaker.",
            here
        ),
    };
    tr!(
        "Whosaid reads a dossier of articles with you and shows who said what: in whose words, in which \
         article, and where the articles differ. {here}",
        here
    )
}

/// A reader's objection to an attribution, as a sentence.
#[must_use]
pub fn objection(says: &Says) -> String {
    match says {
        Says::Speaker(name) => tr!("You say: said by {name}.", name),
        Says::Nobody => tr!("You say: nobody can be named.").to_owned(),
        Says::NoQuotation => tr!("You say: this is no quotation.").to_owned(),
        Says::Same(Names { speaker, other }) => {
            tr!("You say: {speaker} is the same as {other}.", speaker, other)
        }
        Says::Different(Names { speaker, other }) => {
            tr!("You say: {speaker} is not the same as {other}.", speaker, other)
        }
    }
}

/// What a statement is called: a speaker's own words in marks, an outlet's without.
#[must_use]
pub fn heading(heading: &Heading) -> String {
    // It stands with the last word.
    let more = if heading.is_cut { "\u{a0}…" } else { "" };
    let words = format!("{}{more}", heading.words);
    if heading.is_spoken { in_marks(&words) } else { words }
}

/// What the page of one speaker is called.
#[must_use]
fn said_by(choice: SpeakerChoice, dossier: &Dossier) -> String {
    match choice {
        SpeakerChoice::Speaker(_) => tr!("What {name} said", name = speaker_name(choice, dossier)),
        SpeakerChoice::Unattributed => tr!("What nobody is named for").to_owned(),
    }
}

/// A query, or its first 60 characters and "…".
#[must_use]
pub fn shortened(query: &str) -> String {
    at_char(query, 60)
}

impl fmt::Display for Notice {
    /// What was passed over or went wrong, in a sentence for the reader.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentence = match self {
            Self::QueryCut => tr!("The query was too long and has been cut.").to_owned(),
            Self::UnknownLinkPart(part) => {
                tr!("This dossier has no “{part}”, so that part of the link is ignored.", part)
            }
            Self::PreferencesUnreadable => tr!(
                "Your stored settings could not be read, so they are back to the usual ones."
            )
            .to_owned(),
            Self::CitedMoved(paragraph) => tr!(
                "Moved: the words that this link cites now stand in paragraph {paragraph}, which is shown.",
                paragraph
            ),
            Self::CitedChanged => tr!(
                "Changed: the words that this link cites do not stand in this article any more; it was edited \
                 since. “Check a citation” at the foot of the page compares a copy with it."
            )
            .to_owned(),
            Self::FaintAccent => tr!(
                "The colour `accent` has too little contrast with its ground (less than 4.5 to 1), so it is not used."
            )
            .to_owned(),
            Self::NotesNotKept => tr!(
                "A note could not be kept: the browser’s storage is full or closed. It stays until this page is \
                 closed; save the notebook as a file."
            )
            .to_owned(),
            Self::NotesUnreadable(n) => trn!(
                *n,
                "{n} stored note could not be read, perhaps made by a newer version, and is left as it is.",
                "{n} stored notes could not be read, perhaps made by a newer version, and are left as they are."
            ),
            Self::PlaceUnreadable => {
                tr!("Where you were last time could not be read, and is forgotten.").to_owned()
            }
        };
        f.write_str(&sentence)
    }
}

impl fmt::Display for PackError {
    /// What is wrong and what to do, in a sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DAMAGED: &str = "load the page again, or have the site published again.";
        match self {
            PackError::Missing => f.write_str(
                "It holds no dossier yet: put one in with `whosaid press DOSSIER --out SITE`.",
            ),
            PackError::NotAPack => {
                f.write_str("Its dossier is none that Whosaid wrote: press the site again.")
            }
            PackError::Version { expected, got } => write!(
                f,
                "Its dossier has format {got}, and it reads format {expected}: press the site again \
                 with one release of Whosaid."
            ),
            PackError::Length { expected, got } => {
                write!(f, "Its dossier should have {expected} bytes and has {got}: {DAMAGED}")
            }
            PackError::Checksum => {
                write!(f, "Its dossier's bytes are not those that were written: {DAMAGED}")
            }
            PackError::Section(tag) => {
                write!(f, "Its dossier's part {tag} is not sound: {DAMAGED}")
            }
        }
    }
}

/// How a rule attributes a quotation: a sentence, without the evidence itself.
#[must_use]
pub fn rule_explanation(rule: Rule) -> &'static str {
    match rule {
        Rule::Editor => tr!("The editors of this dossier attributed these words by hand."),
        Rule::CueBehind => tr!("The words right after the quotation name its speaker."),
        Rule::CueBefore => tr!("The words right before the quotation name its speaker."),
        Rule::ReportedClause => tr!("The sentence reports in its own words what the speaker said."),
        Rule::ReportedAct => {
            tr!("The sentence tells what the speaker called, asked for, promised or blamed.")
        }
        Rule::AccordingTo => tr!("The article says that this is according to the speaker."),
        Rule::SharedSubject => {
            tr!("The verb of speech has the same subject as the verb before it in the sentence.")
        }
        Rule::Continued => {
            tr!("The quotation runs on from one just before it by the same speaker.")
        }
        Rule::Inherited => {
            tr!("A paragraph of speech without a speaker of its own follows the speaker before it.")
        }
        Rule::SubjectBefore => tr!("The sentence before the quotation is about the speaker."),
        Rule::Announced => {
            tr!("A sentence about the speaker leads up to the quotation with a colon.")
        }
        Rule::Signed => tr!("The speaker's name stands under the quotation as a signature."),
        Rule::Labelled => tr!("The speaker's name stands before the words, as in a transcript."),
        Rule::Marks => {
            tr!(
                "The words stand in quotation marks, but the article does not say plainly whose they are."
            )
        }
    }
}

/// Why nobody is named for words that `mention` are said to be by, as a sentence.
#[must_use]
pub fn open_explanation(why: WhyOpen, mention: Option<&str>) -> String {
    let who = mention.map_or_else(|| tr!("the speaker").to_owned(), in_marks);
    match why {
        WhyOpen::Language => {
            tr!("Who spoke is found in English only, and this article is in another language.")
                .to_owned()
        }
        WhyOpen::NoSpeaker => tr!("Nothing near the words names a speaker.").to_owned(),
        WhyOpen::Namesakes => tr!("It is not plain which person {who} is.", who),
        WhyOpen::Pronoun => tr!("It is not plain whom {who} means.", who),
        WhyOpen::Office => tr!("The article does not make plain who {who} is.", who),
        WhyOpen::Anonymous => tr!("The article does not say who {who} is.", who),
        WhyOpen::NamelessBody => {
            tr!("The articles do not say which one {who} is, and each may mean another.", who)
        }
        WhyOpen::Editor => tr!("The editors of this dossier name nobody.").to_owned(),
    }
}

/// Why two speakers may be the same, as a clause.
#[must_use]
pub fn merge_reason(reason: MergeReason) -> &'static str {
    match reason {
        MergeReason::BareSurname => tr!("one name is the other's last word"),
        MergeReason::SimilarSurnames => {
            tr!("the given names are equal and the surnames differ little")
        }
        MergeReason::SimilarGivenNames => {
            tr!("the surnames are equal and the given names differ little or one is an initial")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::ArticleId;

    #[test]
    fn thousands_are_set_apart() {
        for (number, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(thousands(number), text);
        }
    }

    #[test]
    fn sizes_are_never_nothing() {
        for (n_bytes, text) in
            [(0, "1 kB"), (23_400, "24 kB"), (949_999, "950 kB"), (1_250_000, "1.3 MB")]
        {
            assert_eq!(size(n_bytes), text);
        }
    }

    #[test]
    fn dates_are_written_out() {
        assert_eq!(date("2021-08-16"), "16 August 2021");
        assert_eq!(date("2021-08-07T21:40"), "7 August 2021, 21:40");
        assert_eq!(date("last week"), "last week");
    }

    #[test]
    fn a_span_of_dates_says_nothing_twice() {
        for (first, last, expected) in [
            ("2021-08-16", "2021-08-16T21:40", "16 August 2021"),
            ("2021-08-07", "2021-08-16", "7–16 August 2021"),
            ("2021-07-30", "2021-08-02", "30 July – 2 August 2021"),
            ("2020-12-31", "2021-01-02", "31 December 2020 – 2 January 2021"),
            ("last week", "now", "last week – now"),
        ] {
            assert_eq!(date_span(first, last), expected);
        }
    }

    #[test]
    fn a_correction_names_what_was_asked_and_what_was_found() {
        let found = vec!["kabul".to_owned(), "kabulov".to_owned()];
        assert_eq!(
            query_notice(&query::QueryNotice::Corrected { asked: "kabil".to_owned(), found }),
            "Nothing was found for “kabil”; these have “kabul”, “kabulov”. \
             In quotation marks it is searched as it is."
        );
    }

    #[test]
    fn every_page_has_a_title_of_its_own() {
        let dossier = Dossier::sample();
        let speaker = SpeakerChoice::Speaker(crate::quotation::SpeakerId(0));
        let front = Route::default();
        for (route, expected) in [
            (front.clone(), "Calm"),
            (front.article(ArticleId(0), Some(1)), "All calm – Calm"),
            (front.speakers(1), "Who speaks – Calm"),
            (front.speaker(speaker), "What Ada Voss said – Calm"),
            (front.with_query("hair ".to_owned()), "“hair” – Calm"),
            (front.with_query("\"a hair\"".to_owned()), "\"a hair\" – Calm"),
            (front.finding(View::Concordance), "Calm"),
            (
                Route { view: View::Concordance, ..front.speaker(speaker) },
                "What Ada Voss said – Calm",
            ),
        ] {
            assert_eq!(page_title(&dossier, &route), expected);
        }
    }
}
