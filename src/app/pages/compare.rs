//! What somebody said, article by article.

use yew::prelude::*;

use crate::anchor::words_code;
use crate::app::components::comparison_bar::{ComparisonActions, controls, in_several};
use crate::app::components::strip::strip;
use crate::app::components::version::{
    OpenArticles, folded_sources, place_link, source_link, told, version_words,
};
use crate::app::hooks::use_rescue;
use crate::app::reader::{ArticleRef, Here, Reader, use_reader};
use crate::app::renders;
use crate::article::ArticleId;
use crate::collation::{Collation, Nearness, collate};
use crate::comparison::{Column, Comparison, MOST_AT_FIRST, compare, has};
use crate::dossier::{OpenArticle, names_speakers};
use crate::i18n::{tr, trn};
use crate::language::is_same;
use crate::query::SpeakerChoice;
use crate::quotation::{Quotation, SpeakerId};
use crate::reuse::Passage;
use crate::route::{Differences, Route, View};
use crate::sentence;
use crate::shape::Places;
use crate::span::Span;
use crate::state::Action;
use crate::statement::Statement;
use crate::wording::{
    compared, date, heading, joined, kind_name, lacks_speaker, source_in, speaker_names,
};

#[derive(Properties, PartialEq)]
pub struct CompareProps {
    /// Where the page is; its query and filter choose what is compared.
    pub here: Here,
    /// How many rows are shown.
    pub n_shown: usize,
}

/// A row a statement and a column an article: words, differences, and what an article left out.
#[component]
pub fn ComparePage(props: &CompareProps) -> Html {
    renders::note("ComparePage");
    let CompareProps { here, n_shown } = props;
    let reader = use_reader();
    let route = here.route.clone();
    let comparison = use_memo((reader.dossier.clone(), route), |(dossier, route)| {
        route.asks_for_results().then(|| compare(dossier, &route.filter, &route.query))
    });
    let in_several = use_memo(reader.dossier.clone(), |dossier| in_several(dossier));
    let title = compared(&reader.dossier, &here.route);
    // Whom the reader chooses in the list takes the list's place.
    use_rescue((here.route.filter.clone(), here.route.query.clone()), "main h1");
    let is_any = (*comparison).as_ref().is_some_and(|found| found.n_quotations > 0);
    html! {
        <div class="compare">
            <header class="view-head">
                <h1 tabindex="-1"><bdi>{ title }</bdi></h1>
                if let Some(comparison) = (*comparison).as_ref().filter(|_| is_any) {
                    <p class="standfirst">{ summary(comparison) }</p>
                }
                if is_any {
                    <ComparisonActions here={here.clone()} comparison={comparison.clone()} />
                }
            </header>
            {
                match &*comparison {
                    Some(comparison) => table(&reader, here, comparison, &in_several, *n_shown),
                    None => offer(&reader, here, &in_several),
                }
            }
        </div>
    }
}

/// What is found, in a sentence.
fn summary(comparison: &Comparison) -> String {
    let n_quoting = comparison.n_quoting();
    let quotations = trn!(comparison.n_quotations, "{n} quotation", "{n} quotations");
    match comparison.rows.len() {
        0 if comparison.n_elsewhere > 0 => trn!(
            n_quoting,
            "{quotations} in {n} article; none of them stands in more than one of those compared.",
            "{quotations} in {n} articles; none of them stands in more than one of those compared.",
            quotations
        ),
        0 => trn!(
            n_quoting,
            "{quotations} in {n} article; none of them stands in more than one.",
            "{quotations} in {n} articles; none of them stands in more than one.",
            quotations
        ),
        n_statements => trn!(
            n_quoting,
            "{quotations} in {n} article; {statements} in more than one.",
            "{quotations} in {n} articles; {statements} in more than one.",
            quotations,
            statements = trn!(n_statements, "{n} statement", "{n} statements")
        ),
    }
}

/// The speakers whom several articles quote, to choose from.
fn offer(reader: &Reader, here: &Here, in_several: &[(SpeakerId, usize)]) -> Html {
    let dossier = &reader.dossier;
    let entries = in_several.iter().map(|&(id, n_articles)| {
        let route = here.route.compare(Some(SpeakerChoice::Speaker(id)));
        let speaker = dossier.speaker(id);
        let articles = trn!(n_articles, "{n} article", "{n} articles");
        let quotations =
            trn!(dossier.speakers.n_quotations(id.0 as usize), "{n} quotation", "{n} quotations");
        html! {
            <li>
                { reader.link(here.base, route, "", html! { <bdi>{ speaker.name }</bdi> }) }
                if let Some(role) = speaker.roles.first() {
                    <span class="role"><bdi>{ *role }</bdi></span>
                }
                <span class="count">{ format!("{articles} · {quotations}") }</span>
            </li>
        }
    });
    html! {
        <section aria-labelledby="offer_h">
            <h2 id="offer_h" class="label">{ tr!("Speakers whom several articles quote") }</h2>
            <ul class="offer">{ for entries }</ul>
            <p class="fine">
                { tr!(
                    "Choose one here, choose several under “Speakers and filters”, or search. What they said is then \
                     laid out article by article."
                ) }
            </p>
        </section>
    }
}

fn table(
    reader: &Reader,
    here: &Here,
    comparison: &Comparison,
    in_several: &[(SpeakerId, usize)],
    n_shown: usize,
) -> Html {
    if comparison.n_quotations == 0 {
        return html! {
            <div class="nothing">
                <p>{ tr!("No quotation in this dossier answers that.") }</p>
                <p>
                    <button type="button" onclick={reader.on(Action::MarksCleared)}>{ tr!("Choose anew") }</button>
                </p>
            </div>
        };
    }
    let columns = comparison.columns_of(&here.route.layout.columns);
    // All is told until columns are chosen, and then what is theirs.
    let is_chosen = !here.route.layout.columns.is_empty();
    let alone_in: Vec<&(ArticleId, Vec<usize>)> =
        comparison.alone.iter().filter(|(id, _)| !is_chosen || has(&columns, *id)).collect();
    let mut open = open_columns(reader, &columns);
    for (id, _) in alone_in.iter().take(n_shown) {
        open.entry(*id)
            .or_insert_with(|| ArticleRef::new(reader.dossier.open_article(*id).into_owned()));
    }
    let rows = comparison.rows_among(&columns);
    let n_rows = rows.len();
    let rows = rows.into_iter().take(n_shown);
    let rows = rows.filter_map(|statement| row(reader, here, &open, &columns, statement));
    html! {
        <>
            { controls(reader, here, comparison, &columns, in_several) }
            if n_rows > 0 && here.route.layout.differences == Differences::Marked {
                <p class="key">
                    <b class="variant">{ tr!("Bold with a thick line") }</b>
                    { tr!(
                        ": words that only this version has. Names in [ ] are the editors’: the source states no \
                         outlet."
                    ) }
                </p>
            }
            // One article beside empty columns compares nothing.
            if n_rows > 0 || columns.len() > 1 {
                { scroll_note(&columns) }
                { laid_out(html! {
                    <>
                        { heads(reader, here, &open, comparison, &columns) }
                        { introductions(reader, here, &open, &columns) }
                        { for rows }
                    </>
                }, &columns) }
            }
            if n_rows > n_shown {
                <button type="button" class="more" onclick={reader.on(Action::MoreWanted)}>
                    { tr!("Show more") }
                </button>
            }
            { lacking(reader, comparison, &columns) }
            { alone(reader, here, &open, comparison, &alone_in, n_shown) }
        </>
    }
}

/// Rows below each other. Where there are more columns than fit, they scroll together, also by the keyboard.
fn laid_out(rows: Html, columns: &[Column]) -> Html {
    let tabindex = (columns.len() > MOST_AT_FIRST).then_some("0");
    html! { <div class="compared" role="region" aria-label={tr!("Comparison")} {tabindex}>{ rows }</div> }
}

/// That there are more columns than are in sight, where they stand beside each other.
fn scroll_note(columns: &[Column]) -> Html {
    if columns.len() <= MOST_AT_FIRST {
        return Html::default();
    }
    html! { <p class="scroll-note">{ tr!("{n} columns: the table scrolls sideways →", n = columns.len()) }</p> }
}

/// So many are named in a line; more are folded.
const MOST_NAMED: usize = 12;

/// The articles without a column: those with something to show, those that do not quote who is asked for, and those of
/// which nobody knows.
fn lacking(reader: &Reader, comparison: &Comparison, columns: &[Column]) -> Html {
    let without = comparison.columns.iter().map(|column| column.article);
    let without: Vec<ArticleId> = without.filter(|id| !has(columns, *id)).collect();
    let lacking = comparison.lacking.iter().filter(|id| !has(columns, **id)).copied();
    let (lacking, unread): (Vec<ArticleId>, Vec<ArticleId>) =
        lacking.partition(|id| names_speakers(&reader.dossier.articles.byline(*id)));
    let named = |words: &'static str, folded: fn(usize) -> String, articles: &[ArticleId]| {
        if articles.is_empty() {
            return Html::default();
        }
        if articles.len() > MOST_NAMED {
            return html! { <div class="fine">{ folded_sources(reader, folded(articles.len()), articles) }</div> };
        }
        let names = articles.iter().map(|id| {
            let name = source_in(&reader.dossier, *id, &reader.dossier.listed(*id));
            html! { <li><bdi>{ name }</bdi></li> }
        });
        html! { <div class="fine named">{ words }{ " " }<ul>{ for names }</ul></div> }
    };
    html! {
        <>
            { named(
                tr!("Compared too, but without a column:"),
                |n| trn!(
                    n,
                    "Compared too, but without a column: {n} article",
                    "Compared too, but without a column: {n} articles",
                ),
                &without,
            ) }
            { named(
                tr!("Not quoted in:"),
                |n| trn!(n, "Not quoted in {n} article", "Not quoted in {n} articles"),
                &lacking,
            ) }
            { named(
                tr!("Not read, because it is not in English:"),
                |n| trn!(
                    n,
                    "Not read in {n} article, which is not in English",
                    "Not read in {n} articles, which are not in English"
                ),
                &unread,
            ) }
        </>
    }
}

/// One row alone, with the articles above it that have it, or those that the address names: the one whose first version
/// has words of that hash. `None` where this edition has none.
pub fn row_alone(reader: &Reader, here: &Here, comparison: &Comparison, hash: u32) -> Option<Html> {
    let statement =
        comparison.rows.iter().find(|statement| row_hash(reader, statement) == Some(hash))?;
    let columns = match here.route.layout.columns.is_empty() {
        true => comparison.columns_of(&statement.articles().collect::<Vec<_>>()),
        false => comparison.columns_of(&here.route.layout.columns),
    };
    let open = open_columns(reader, &columns);
    let row = row(reader, here, &open, &columns, statement)?;
    let rows = html! { <>{ heads(reader, here, &open, comparison, &columns) }{ row }</> };
    Some(html! { <>{ scroll_note(&columns) }{ laid_out(rows, &columns) }</> })
}

/// What names a row: the hash of its first version's words.
fn row_hash(reader: &Reader, statement: &Statement) -> Option<u32> {
    // Of a large dossier its article may have no column.
    let first = statement.versions.first()?;
    Some(words_code(first.span.within(&reader.dossier.article(first.article).text)))
}

/// The articles that have a column, opened.
fn open_columns(reader: &Reader, columns: &[Column]) -> OpenArticles {
    let open = |column: &Column| {
        let source = reader.dossier.open_article(column.article).into_owned();
        (column.article, ArticleRef::new(source))
    };
    columns.iter().map(open).collect()
}

/// The articles above their columns.
fn heads(
    reader: &Reader,
    here: &Here,
    open: &OpenArticles,
    comparison: &Comparison,
    columns: &[Column],
) -> Html {
    let heads = columns.iter().filter_map(|column| {
        let source = open.get(&column.article)?;
        let published = &source.article.byline.published;
        Some(html! {
            <li key={column.article.0} class="cell">
                { source_link(reader, here, source) }
                { strip(&places(source, &column.quotations)) }
                <p class="fine">{ published.as_deref().map_or_else(|| tr!("no date").to_owned(), date) }</p>
                <p class="fine">{ found_in(source, column) }</p>
            </li>
        })
    });
    html! {
        <section class="compared-row compared-heads" aria-label={tr!("Articles")}>
            <p class="fine">{ trn!(comparison.n_quotations, "{n} quotation", "{n} quotations") }</p>
            <ul class="cells">{ for heads }</ul>
        </section>
    }
}

/// How many quotations of an article are compared; that they are not known where it is not found who speaks in it.
fn found_in(source: &ArticleRef, column: &Column) -> String {
    match column.quotations.len() {
        0 if !names_speakers(&source.article.byline) => {
            lacks_speaker(&source.article.byline).to_owned()
        }
        n => trn!(n, "{n} quotation", "{n} quotations"),
    }
}

/// Where in an article the quotations stand that are compared.
fn places(source: &ArticleRef, quotations: &[usize]) -> Places {
    let mut places = Places::of(&source.article);
    quotations.iter().for_each(|at| places.add(source, &source.quotations[*at]));
    places
}

/// How each article first names the one speaker who is compared.
fn introductions(reader: &Reader, here: &Here, open: &OpenArticles, columns: &[Column]) -> Html {
    let [SpeakerChoice::Speaker(_)] = here.route.filter.speakers[..] else {
        return Html::default();
    };
    let cells = columns.iter().filter_map(|column| {
        let source = open.get(&column.article)?;
        // The longest mention has the role with the name.
        let mentions = column.quotations.iter().filter_map(|at| {
            source.quotations[*at].attribution.mention
        });
        let mention = mentions.max_by_key(|mention| mention.len());
        Some(html! {
            <li key={column.article.0} class="cell" data-absent={mention.is_none().to_string()}>
                { cell_source(reader, source) }
                if let Some(span) = mention {
                    <p class="version-words" lang={reader.dossier.language_of(&source.article).to_owned()} dir="auto">
                        { span.within(&source.article.text).to_owned() }
                    </p>
                    { place_link(reader, here, source, Passage { article: source.id, span }) }
                } else {
                    <p class="fine">
                        { if column.quotations.is_empty() {
                            lacks_speaker(&source.article.byline)
                        } else {
                            tr!("not named beside the words")
                        } }
                    </p>
                }
            </li>
        })
    });
    html! {
        <section class="compared-row" aria-labelledby="introduced_h">
            <header>
                <h2 id="introduced_h">{ tr!("Named as") }</h2>
                <p class="fine">{ tr!("The longest name right beside the words.") }</p>
            </header>
            <ul class="cells">{ for cells }</ul>
        </section>
    }
}

/// The name of an article in a cell, which is shown where the columns are one below the other.
fn cell_source(reader: &Reader, source: &ArticleRef) -> Html {
    let name = source_in(&reader.dossier, source.id, &source.article);
    html! { <p class="cell-source"><bdi>{ name }</bdi></p> }
}

/// A statement with its versions in the columns; which further articles have it is told. `None` where no column has it.
fn row(
    reader: &Reader,
    here: &Here,
    open: &OpenArticles,
    columns: &[Column],
    statement: &Statement,
) -> Option<Html> {
    let collation = collate(statement, |id| open.get(&id).map(|source| &**source))?;
    let first = collation.readings.first()?.passage;
    let language_of = |source: &ArticleRef| reader.dossier.language_of(&source.article).to_owned();
    let language = open.get(&first.article).map(language_of);
    let is_compared = |source: &ArticleRef| {
        language.as_ref().is_some_and(|language| is_same(language, &language_of(source)))
    };
    let cells = columns.iter().filter_map(|column| {
        let source = open.get(&column.article)?;
        let versions =
            statement.versions.iter().filter(|version| version.article == column.article);
        let mut versions = versions.peekable();
        let is_absent = versions.peek().is_none();
        Some(html! {
            <li key={column.article.0} class="cell" data-absent={is_absent.to_string()}>
                { cell_source(reader, source) }
                if is_absent {
                    <p class="fine">
                        if !names_speakers(&source.article.byline) || is_compared(source) {
                            { lacks_speaker(&source.article.byline) }
                        } else {
                            { tr!("not compared: another language") }
                        }
                    </p>
                }
                { for versions.map(|version| cell(reader, here, source, &collation, *version)) }
            </li>
        })
    });
    let id = format!("row_{}_{}", first.article.0, first.span.start);
    Some(html! {
        <section class="compared-row" key={id.clone()} aria-labelledby={id.clone()}>
            { row_head(reader, here, columns, statement, &collation, &id) }
            <ul class="cells">{ for cells }</ul>
        </section>
    })
}

/// What a row is called, how near its versions are to each other, and which further articles have it.
fn row_head(
    reader: &Reader,
    here: &Here,
    columns: &[Column],
    statement: &Statement,
    collation: &Collation,
    id: &str,
) -> Html {
    let nearness = match collation.nearness() {
        Nearness::Same => tr!("Same words"),
        Nearness::Nearly => tr!("Nearly the same words"),
        Nearness::Other => tr!("Same statement, other words"),
    };
    let n_versions: usize =
        collation.readings.iter().map(|reading| 1 + reading.repeated.len()).sum();
    let n_articles = statement.articles().count();
    let further = statement.articles().filter(|id| !has(columns, *id)).take(MOST_NAMED);
    let further: Vec<String> =
        further.map(|id| source_in(&reader.dossier, id, &reader.dossier.listed(id))).collect();
    let first = collation.readings.first().map(|reading| reading.passage.article);
    let language =
        first.map(|id| reader.dossier.language_of(&reader.dossier.listed(id)).to_owned());
    let alone = row_hash(reader, statement).filter(|_| here.route.view == View::Compare);
    let alone = alone.map(|hash| {
        let route = Route { view: View::Row(hash), ..(*here.route).clone() };
        let words = html! { { tr!("This row alone, to cite or embed") } };
        reader.link(here.base, route, "alone", words)
    });
    html! {
        <header>
            <h2 id={id.to_owned()} lang={language} dir="auto">{ heading(&collation.heading) }</h2>
            <p class="fine">
                if n_versions > 1 {
                    <b>{ nearness }</b>
                }
                { trn!(n_articles, " in {n} article", " in {n} articles") }
            </p>
            if !further.is_empty() {
                <p class="fine">{ tr!("also in {sources}", sources = joined(&further)) }</p>
            }
            if let Some(alone) = alone {
                <p class="fine">{ alone }</p>
            }
        </header>
    }
}

/// A version in its column; who says it there, where that is not who was asked for.
fn cell(
    reader: &Reader,
    here: &Here,
    source: &ArticleRef,
    collation: &Collation,
    version: Passage,
) -> Html {
    let has_part = |quotation: &Quotation| {
        quotation.contents.iter().any(|content| content.overlaps(version.span))
    };
    let in_it: Vec<usize> =
        (0..source.quotations.len()).filter(|at| has_part(&source.quotations[*at])).collect();
    let reading = collation.readings.iter().find(|reading| reading.passage == version);
    let own = reading.filter(|_| here.route.layout.differences == Differences::Marked);
    let chosen = &here.route.filter.speakers;
    let is_chosen = |at: &usize| {
        SpeakerChoice::of(&source.quotations[*at]).any(|choice| chosen.contains(&choice))
    };
    let is_by_others = !chosen.is_empty() && !in_it.is_empty() && !in_it.iter().any(is_chosen);
    html! {
        <div class="cell-version">
            { version_words(reader, here, source, version, own.map_or(&[], |reading| &reading.own)) }
            <p class="told">
                { place_link(reader, here, source, version) }
                { " · " }
                if is_by_others {
                    { tr!("said here by others: ") }
                }
                { told(reader, source, &in_it) }
            </p>
        </div>
    }
}

/// The quotations that one article alone has.
fn alone(
    reader: &Reader,
    here: &Here,
    open: &OpenArticles,
    comparison: &Comparison,
    alone: &[&(ArticleId, Vec<usize>)],
    n_shown: usize,
) -> Html {
    if alone.is_empty() {
        return Html::default();
    }
    let has_several = here.route.filter.speakers.len() != 1;
    let n_elsewhere = comparison.n_elsewhere;
    let n_alone: usize = alone.iter().map(|(_, quotations)| quotations.len()).sum();
    let lists = alone.iter().take(n_shown).filter_map(|(id, quotations)| {
        let source = open.get(id)?;
        Some(html! {
            <li key={id.0}>
                <h3>{ source_link(reader, here, source) }{ format!(" ·\u{a0}{}", quotations.len()) }</h3>
                { for by_sentences(source, quotations).into_iter().map(|(sentences, quotations)| {
                    in_sentences(reader, here, source, &sentences, quotations, has_several)
                }) }
            </li>
        })
    });
    html! {
        <section class="compared-alone" aria-labelledby="alone_h">
            <h2 id="alone_h">
                { if n_elsewhere > 0 { tr!("In one of these articles only") } else { tr!("In one article only") } }
            </h2>
            <p class="fine">
                if n_elsewhere > 0 {
                    { trn!(
                        n_alone,
                        "{n} quotation that no other of the articles compared has; further articles have {n_elsewhere}.",
                        "{n} quotations that no other of the articles compared has; further articles have {n_elsewhere} of them.",
                        n_elsewhere
                    ) }
                } else {
                    { trn!(
                        n_alone,
                        "{n} quotation that no other article has.",
                        "{n} quotations that no other article has."
                    ) }
                }
            </p>
            <ul>{ for lists }</ul>
            if alone.len() > n_shown {
                <button type="button" class="more" onclick={reader.on(Action::MoreWanted)}>
                    { tr!("Show more articles") }
                </button>
            }
        </section>
    }
}

/// Quotations of an article, in order, with the sentences in which they stand; those of the same sentences together.
fn by_sentences<'q>(
    source: &OpenArticle,
    quotations: &'q [usize],
) -> Vec<(Vec<Span>, &'q [usize])> {
    let article = &source.article;
    let sentences_of = |at: usize| {
        let sentences = source.quotations[at].contents.iter().map(|content| {
            let paragraph = article.paragraphs[article.paragraph_at(content.start)].span;
            sentence::around(&article.text, paragraph, *content)
        });
        let mut sentences: Vec<Span> = sentences.collect();
        // Two stretches of one sentence are shown by it once.
        sentences.dedup_by(|next, before| {
            let joins = next.start <= before.end;
            if joins {
                before.end = before.end.max(next.end);
            }
            joins
        });
        sentences
    };
    let together = quotations.chunk_by(|one, next| sentences_of(*one) == sentences_of(*next));
    together.map(|together| (sentences_of(together[0]), together)).collect()
}

/// Sentences, and the quotations in them.
fn in_sentences(
    reader: &Reader,
    here: &Here,
    source: &ArticleRef,
    sentences: &[Span],
    quotations: &[usize],
    names_speaker: bool,
) -> Html {
    let id = source.id;
    let words = sentences
        .iter()
        .map(|span| version_words(reader, here, source, Passage { article: id, span: *span }, &[]));
    let told = quotations.iter().map(|at| {
        let quotation = &source.quotations[*at];
        let first = Passage { article: id, span: quotation.contents[0] };
        html! {
            <p class="told">
                { place_link(reader, here, source, first) }
                { format!(" · {}", kind_name(quotation.kind).to_lowercase()) }
                if names_speaker {
                    { " · " }
                    <bdi>{ speaker_names(quotation, &reader.dossier) }</bdi>
                }
            </p>
        }
    });
    html! { <div key={quotations[0]} class="cell-version">{ for words }{ for told }</div> }
}
