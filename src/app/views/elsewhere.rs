//! What other articles have in the place of some words.

use super::View;
use super::element::{Element, el};
use crate::article::ArticleId;
use crate::reuse::Side;
use crate::span::Span;
use crate::state::Action;
use crate::wording::{source_name, title};

/// A note on the words of an article that lie in one of `within` and that other articles have too.
/// Folded, it names the others behind `lead`; unfolded, it shows their words. `None` where nobody else
/// has them.
pub fn elsewhere(
    view: &View<'_>,
    id: ArticleId,
    within: &[Span],
    lead: &'static str,
) -> Option<Element> {
    let mut summary = el("summary", "");
    let mut list = el("ul", "");
    let mut last = None;
    for pair in &view.dossier.shared {
        for (here, there) in [(&pair.one, &pair.other), (&pair.other, &pair.one)] {
            if here.article != id || !within.iter().any(|span| span.overlaps(here.span)) {
                continue;
            }
            // The pairs are sorted by article, so those with one other article follow each other.
            if last != Some(there.article) {
                let before = if last.is_none() { lead } else { ", " };
                summary = summary.text(before).text(&source_name(there.article, view.dossier));
                last = Some(there.article);
            }
            list = list.child(version(view, here, there));
        }
    }
    last.map(|_| el("details", "elsewhere").child(summary).child(list))
}

/// The words of `there`, those that differ from `here` marked as added and removed, and a link to them.
fn version(view: &View<'_>, here: &Side, there: &Side) -> Element {
    let dossier = view.dossier;
    let article = dossier.article(there.article);
    let one = here.span.of(&dossier.article(here.article).text);
    let other = there.span.of(&article.text);
    let mut words =
        el("p", "").attr("lang", dossier.language_of(there.article)).attr("dir", "auto");
    let mut at = 0;
    for (removed, added) in here.differing.iter().zip(&there.differing) {
        words = words
            .text(Span::new(at, added.start).of(other))
            .child(el("del", "").text(removed.of(one)))
            .text(" ")
            .child(el("ins", "").text(added.of(other)));
        at = added.end;
    }
    let paragraph = article.paragraph_at(there.span.start) as u32;
    let open = view
        .link(Action::ArticleOpened(there.article, Some(paragraph)))
        .text(&title(there.article, dossier))
        .text(", paragraph ")
        .text(&paragraph.to_string());
    el("li", "").child(words.text(&other[at as usize..])).child(open)
}
