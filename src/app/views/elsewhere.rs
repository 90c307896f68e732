//! What other articles have in the place of some words.

use super::View;
use super::element::{Element, el};
use crate::article::Article;
use crate::dossier::Open;
use crate::reuse::{Place, differences};
use crate::span::Span;
use crate::state::Action;
use crate::wording::{source_name, title};

/// A note on the words of an article that lie in one of `within` and that other articles have too, by
/// `shared`: statements, or passages. Folded, it names the others; unfolded, it shows their words.
/// `None` where nobody else has them.
pub fn elsewhere(
    view: &View<'_>,
    source: &Open,
    within: &[Span],
    shared: &[Vec<Place>],
    lead: &'static str,
) -> Option<Element> {
    let mut names: Vec<String> = Vec::new();
    let mut list = el("ul", "");
    for places in shared {
        for here in places {
            if here.article != source.id || !within.iter().any(|span| span.contains(here.span)) {
                continue;
            }
            for there in places {
                if there.article != source.id {
                    let article = view.dossier.article(there.article);
                    let name = source_name(&article);
                    if !names.contains(&name) {
                        names.push(name);
                    }
                    list = list.child(version(
                        view,
                        here.span.within(&source.article.text),
                        there,
                        &article,
                    ));
                }
            }
        }
    }
    let summary = el("summary", "").text(lead).text(&names.join(", "));
    (!names.is_empty()).then(|| el("details", "elsewhere").child(summary).child(list))
}

/// The words of `article` at `there`, those that differ from `one` marked as added and removed, and a
/// link to them.
fn version(view: &View<'_>, one: &str, there: &Place, article: &Article) -> Element {
    let other = there.span.within(&article.text);
    let language = view.dossier.language_of(article);
    let mut words = el("p", "").attr("lang", language).attr("dir", "auto");
    let mut at = 0;
    for difference in differences(one, other) {
        words = words.text(Span::new(at, difference.other.start).of(other));
        if !difference.one.is_empty() {
            words = words.text(" ").child(el("del", "").text(difference.one.of(one))).text(" ");
        }
        if !difference.other.is_empty() {
            words = words.child(el("ins", "").text(difference.other.of(other)));
        }
        at = difference.other.end;
    }
    let paragraph = article.paragraph_at(there.span.start) as u32;
    let open = view
        .link(Action::ArticleOpened(there.article, Some(paragraph)))
        .text(&title(article))
        .text(", paragraph ")
        .text(&paragraph.to_string());
    el("li", "").child(words.text(&other[at as usize..])).child(open)
}
