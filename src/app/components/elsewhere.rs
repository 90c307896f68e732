//! What other articles have in the place of some words.

use yew::prelude::*;

use super::arrivals::absent;
use crate::app::reader::{ArticleRef, Here, Reader, use_missed, use_reader};
use crate::app::renders;
use crate::article::Article;
use crate::dossier::OpenArticle;
use crate::i18n::{language, tr};
use crate::reuse::{Difference, Pair, differences};
use crate::sentence;
use crate::span::Span;
use crate::wording::{place_in, place_sign, source_in, title};

/// From this share of the shorter sentence's letters on that both have, what differs can be read in one text.
const CLOSE: f64 = 0.65;

/// A note on the words of an article that lie in one of `within` and that other articles have too.
/// Folded, it names the others; unfolded, it shows their words. Nothing where nobody else has them.
pub fn elsewhere(
    reader: &Reader,
    here: &Here,
    source: &ArticleRef,
    within: &[Span],
    is_open: bool,
) -> Html {
    let overlaps = |pair: &&Pair| within.iter().any(|span| span.overlaps(pair.one.span));
    // Of a large dossier, what articles have in common may come later than their words.
    let shared = reader.dossier.articles.shared(source.id).unwrap_or_default();
    let pairs: Vec<Pair> = shared.iter().filter(overlaps).copied().collect();
    // The pairs are sorted by article, so those with one other article follow each other.
    let others = pairs.chunk_by(|one, next| one.other.article == next.other.article);
    let names = others.map(|pairs| {
        let other = pairs[0].other.article;
        source_in(&reader.dossier, other, &reader.dossier.listed(other))
    });
    let names: Vec<String> = names.collect();
    if names.is_empty() {
        return Html::default();
    }
    let summary = tr!("Also quoted in {sources}", sources = names.join(", "));
    html! { <Versions here={here.clone()} article={source.clone()} {pairs} {summary} {is_open} /> }
}

#[derive(Properties, PartialEq)]
pub struct VersionsProps {
    /// Where the page is.
    pub here: Here,
    /// The article that is the first of each pair.
    pub article: ArticleRef,
    /// What it has in common with others.
    pub pairs: Vec<Pair>,
    /// What stands above.
    pub summary: String,
    /// Whether each version says where the words stand in the article.
    #[prop_or_default]
    pub has_places: bool,
    /// Whether it is unfolded at first.
    #[prop_or_default]
    pub is_open: bool,
}

/// The versions of some words in other articles, folded. Of a dossier in blocks, those articles are asked for when the
/// versions are looked at.
#[component]
pub fn Versions(props: &VersionsProps) -> Html {
    renders::note("Versions");
    let VersionsProps { here, article: source, pairs, summary, has_places, is_open } = props;
    let reader = use_reader();
    use_missed(&reader);
    let was_opened = use_state_eq(|| *is_open);
    let ontoggle = {
        let was_opened = was_opened.setter();
        Callback::from(move |_: Event| was_opened.set(true))
    };
    let is_wanted = *was_opened || reader.dossier.blocks().is_empty();
    let shared = is_wanted.then(|| reader.dossier.articles.shared(source.id)).flatten();
    let shared = shared.unwrap_or_default();
    let pairs = if is_wanted { &**pairs } else { &[] };
    let own = |ours: Span| {
        let paragraph = source.article.paragraph_at(ours.start) as u32;
        let route = here.route.article(source.id, Some(paragraph));
        reader.link(here.base, route, "place", html! { { place_sign(paragraph) } })
    };
    let of_articles = pairs.chunk_by(|one, next| one.other.article == next.other.article);
    let versions = of_articles.map(|pairs| {
        // That asks for it where it is not there.
        let theirs = reader.dossier.open_article(pairs[0].other.article);
        if !reader.dossier.articles.is_here(theirs.id) {
            return html! { <li>{ absent() }</li> };
        }
        let sentences = pairs.iter().map(|pair| sentences(source, &theirs, pair, &shared));
        let mut sentences: Vec<[Span; 2]> = sentences.collect();
        // Several pairs may lie in the same ones.
        sentences.dedup();
        let versions = sentences.into_iter().map(|[ours, whole]| {
            let own = has_places.then(|| own(ours));
            version(&reader, here, own, (source, ours), (&theirs, whole))
        });
        html! { <>{ for versions }</> }
    });
    html! {
        <details
            class={classes!("elsewhere", has_places.then_some("agreement"))}
            lang={language()}
            open={*is_open}
            {ontoggle}
        >
            <summary dir="auto">{ summary }</summary>
            <ul>{ for versions }</ul>
        </details>
    }
}

/// The sentences of another article, with a link to them: closely worded ones with the words that differ marked as added
/// and removed, others beside those of this article. Of sentences that are not close, in which both quote somebody, what
/// is said may be: then that is compared, and who says it, and how, is told apart. Copied text, behind its `place`, says
/// nothing by itself.
fn version(
    reader: &Reader,
    here: &Here,
    own: Option<Html>,
    (source, ours): (&OpenArticle, Span),
    (theirs, whole): (&OpenArticle, Span),
) -> Html {
    let article = &theirs.article;
    let said = source.said_in(ours).zip(theirs.said_in(whole)).filter(|_| own.is_none());
    let compare = |our_part: Span, part: Span| {
        let differences =
            differences(our_part.within(&source.article.text), part.within(&article.text));
        let n_removed: u32 = differences.iter().map(|difference| difference.one.len()).sum();
        let n_same = f64::from(our_part.len() - n_removed);
        let is_close = n_same >= CLOSE * f64::from(our_part.len().min(part.len()));
        (differences, is_close)
    };
    let (_, is_whole_close) = compare(ours, whole);
    let (our_part, part) = said.filter(|_| !is_whole_close).unwrap_or((ours, whole));
    let (differences, is_close) = compare(our_part, part);
    // With what stands around the part, in one text.
    let lead = part.start - whole.start;
    let differing = differences
        .iter()
        .map(|Difference { one, other }| (*one, Span::new(other.start + lead, other.end + lead)));
    let paragraph = article.paragraph_at(whole.start) as u32;
    let whole = whole.within(&article.text);
    let route = here.route.article(theirs.id, Some(paragraph));
    let place = format!("{}, {}", title(article), place_in(paragraph));
    let lang = reader.dossier.language_of(article).to_owned();
    html! {
        <li>
            { own.unwrap_or_default() }
            if is_close {
                <p {lang} dir="auto">
                    { with_differences(our_part.within(&source.article.text), whole, differing) }
                </p>
            } else {
                <div class="versions">
                    <p lang={reader.dossier.language_of(&source.article).to_owned()} dir="auto">
                        { ours.within(&source.article.text).to_owned() }
                    </p>
                    <p {lang} dir="auto">{ whole.to_owned() }</p>
                </div>
            }
            { reader.link(here.base, route, "", html! { <bdi>{ place }</bdi> }) }
        </li>
    }
}

/// The whole sentences of a pair, in both articles: with what is said goes of whom. What one has in a sentence and the
/// other in two, a pair each, is in one text, or the other would seem to lack half of it. `shared` is all that the
/// article has in common with others.
fn sentences(
    source: &OpenArticle,
    theirs: &OpenArticle,
    pair: &Pair,
    shared: &[Pair],
) -> [Span; 2] {
    let articles = [&source.article, &theirs.article];
    let spans = |pair: &Pair| [pair.one.span, pair.other.span];
    let paragraphs =
        |pair: &Pair| [0, 1].map(|at| articles[at].paragraph_at(spans(pair)[at].start));
    let around = |pair: &Pair| {
        [0, 1].map(|at| {
            let Article { text, paragraphs: blocks, .. } = articles[at];
            sentence::around(text, blocks[paragraphs(pair)[at]].span, spans(pair)[at])
        })
    };
    let mut all = around(pair);
    for further in shared {
        if further.other.article != theirs.id || paragraphs(further) != paragraphs(pair) {
            continue;
        }
        let further = around(further);
        if all[0].overlaps(further[0]) != all[1].overlaps(further[1]) {
            all = [0, 1].map(|at| {
                let (one, other) = (all[at], further[at]);
                Span::new(one.start.min(other.start), one.end.max(other.end))
            });
        }
    }
    all
}

/// A text with what another has in the place of some of its words. Each difference is a Span of the other text,
/// which is removed, and one of `text`, which is added; in order.
pub fn with_differences(
    other: &str,
    text: &str,
    differences: impl Iterator<Item = (Span, Span)>,
) -> Html {
    let mut at = 0;
    // What goes before the next words that both have: as one text with them, or hydration would find one node for two.
    let mut gap = "";
    let mut parts = Vec::new();
    for (removed, added) in differences {
        let mut same = format!("{gap}{}", text.get(at..added.start as usize).unwrap_or_default());
        // Words that are removed behind one stand apart from it.
        if same.ends_with(char::is_alphanumeric) {
            same.push(' ');
        }
        at = added.end as usize;
        let (removed, added) = (removed.within(other).to_owned(), added.within(text).to_owned());
        let is_followed =
            text.get(at..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        gap = if added.is_empty() && is_followed { " " } else { "" };
        parts.push(html! {
            <>
                { same }
                if !removed.is_empty() {
                    <del>{ removed.clone() }</del>
                }
                if !removed.is_empty() && !added.is_empty() {
                    { " " }
                }
                if !added.is_empty() {
                    <ins>{ added }</ins>
                }
            </>
        });
    }
    let rest = format!("{gap}{}", text.get(at..).unwrap_or_default());
    html! { <>{ for parts }{ rest }</> }
}
