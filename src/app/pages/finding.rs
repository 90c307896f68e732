//! A single finding, to be cited and embedded: a statement, a quotation, a row of a comparison, or who is quoted where.

use yew::prelude::*;

use super::compare::row_alone;
use super::statements::statement_section;
use crate::app::components::cite::Cite;
use crate::app::components::matrix::{Shown, who_is_where};
use crate::app::components::version::{
    open_articles, place_link, source_link, told, version_words,
};
use crate::app::reader::{ArticleRef, DossierRef, Here, Reader, use_reader};
use crate::app::renders;
use crate::citation::Subject;
use crate::collation::collate;
use crate::comparison::compare;
use crate::i18n::tr;
use crate::reuse::Passage;
use crate::route::{Route, View};
use crate::sentence;
use crate::shape::WhoIsWhere;
use crate::statement::Statement;
use crate::wording::{date, source_in, speaker_names, view_title};

#[derive(Properties, PartialEq)]
pub struct FindingProps {
    /// Where the page is; its view names the finding.
    pub here: Here,
}

/// The finding alone, with a way to the whole dossier; or that this edition does not have it.
#[component]
pub fn FindingPage(props: &FindingProps) -> Html {
    renders::note("FindingPage");
    let FindingProps { here } = props;
    let reader = use_reader();
    let found =
        use_memo((reader.dossier.clone(), here.route.view), |(dossier, view)| find(dossier, *view));
    let asked = (reader.dossier.clone(), here.route.clone());
    let comparison = use_memo(asked, |(dossier, route)| match route.view {
        View::Row(hash) => Some((compare(dossier, &route.filter, &route.query), hash)),
        _ => None,
    });
    let shown = match &*found {
        Some(Finding::Statement(statement)) => {
            let open = open_articles(&reader, [statement]);
            let collation = collate(statement, |id| open.get(&id).map(|source| &**source));
            collation
                .map(|collation| statement_section(&reader, here, &open, 0, statement, &collation))
        }
        Some(Finding::Quotation(source, at)) => Some(quotation(&reader, here, source, *at)),
        Some(Finding::Matrix) => WhoIsWhere::of(&reader.dossier).map(|table| {
            who_is_where(&reader, &here.route.front(), here.base, &table, Shown::Alone)
        }),
        None => (*comparison)
            .as_ref()
            .and_then(|(comparison, hash)| row_alone(&reader, here, comparison, *hash)),
    };
    let title = match &*found {
        // Its words stand below.
        Some(Finding::Quotation(source, at)) => tr!(
            "{text}, in {source}",
            text = speaker_names(&source.quotations[*at], &reader.dossier),
            source = source_in(&reader.dossier, source.id, &source.article)
        ),
        _ => view_title(&reader.dossier, &here.route),
    };
    let whole = reader.dossier.masthead.title.clone();
    let back = match here.route.view {
        View::Row(_) => {
            let route = Route { view: View::Compare, ..(*here.route).clone() };
            Some((route, tr!("The whole comparison")))
        }
        View::Statement(_) => Some((here.route.statements(), tr!("All statements"))),
        _ => None,
    };
    let back = back.map(|(route, words)| {
        html! { <>{ reader.link(here.base, route, "", html! { { words } }) }{ " · " }</> }
    });
    html! {
        <div class="finding">
            <h1 class="view-title" tabindex="-1"><bdi>{ title }</bdi></h1>
            { shown.unwrap_or_else(|| html! {
                <p>{ tr!("Changed: this edition of the dossier does not have these words any more.") }</p>
            }) }
            <p class="fine">
                { back.unwrap_or_default() }
                { tr!("From ") }
                { reader.link(here.base, here.route.front(), "", html! { <bdi>{ whole }</bdi> }) }
            </p>
        </div>
    }
}

/// What a view names.
enum Finding {
    Statement(Statement),
    Quotation(ArticleRef, usize),
    Matrix,
}

fn find(dossier: &DossierRef, view: View) -> Option<Finding> {
    match view {
        View::Matrix => Some(Finding::Matrix),
        View::Statement(code) => dossier.statement_by_code(code).map(Finding::Statement),
        View::Quotation(code) => dossier
            .quotation_by_code(code)
            .map(|(source, at)| Finding::Quotation(ArticleRef::new(source.into_owned()), at)),
        _ => None,
    }
}

/// A quotation in its sentence, with who said it and where.
fn quotation(reader: &Reader, here: &Here, source: &ArticleRef, at: usize) -> Html {
    let quotation = &source.quotations[at];
    let article = &source.article;
    let content = quotation.contents[0];
    let paragraph = article.paragraphs[article.paragraph_at(content.start)].span;
    let span = sentence::around(&article.text, paragraph, content);
    let passage = Passage { article: source.id, span };
    html! {
        <figure class="single">
            <blockquote>{ version_words(reader, here, source, passage, &[]) }</blockquote>
            <figcaption class="fine">
                { told(reader, source, &[at]) }
                { " · " }
                { source_link(reader, here, source) }
                if let Some(published) = &article.byline.published {
                    { format!(", {}", date(published)) }
                }
                { " · " }
                { place_link(reader, here, source, passage) }
            </figcaption>
            <Cite article={source.clone()} subject={Subject::Quotation(at)} />
        </figure>
    }
}
