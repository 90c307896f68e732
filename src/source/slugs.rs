//! Slugs of articles: which can be one, and how one is made: [`give`].

use std::collections::BTreeMap;

use super::draft::Draft;
use super::name::name_of;
use crate::diagnostics::Diagnostics;
use crate::slug::{NAMELESS, Slugs, article_slug};

/// Gives every draft its slug: the one that its front matter states, else one made of the name of its file,
/// else of its title. The first of several that come to the same keeps it, those that state it before the
/// others; the rest are numbered. `diagnostics` are those of the drafts, in order.
pub fn give(drafts: &mut [Draft], diagnostics: &mut [Diagnostics]) {
    let mut slugs = Slugs::default();
    // Who has each of them.
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    let (stated, made): (Vec<usize>, Vec<usize>) =
        (0..drafts.len()).partition(|idx| drafts[*idx].stated_slug.is_some());
    for idx in stated.into_iter().chain(made) {
        let (draft, diagnostics) = (&mut drafts[idx], &mut diagnostics[idx]);
        let line = draft.stated_slug.as_ref().map(|slug| slug.line);
        let wanted = wanted(draft);
        if let Some(stated) = draft.stated_slug.as_ref().filter(|stated| stated.value != wanted) {
            let what = format!(
                "“{}” cannot be the article's name in addresses, so that is “{wanted}”",
                stated.value
            );
            let remedy = "write lower-case letters, digits and single hyphens between them";
            diagnostics.warning(line, what, remedy);
        }
        let slug = slugs.give(&wanted);
        if slug != wanted {
            let what = format!(
                "“{wanted}” is the name of `{}` in addresses already, so this article's is “{slug}”",
                owners[&wanted]
            );
            diagnostics.warning(line, what, "state a `slug` of its own, which stays");
        }
        owners.insert(slug.clone(), draft.path.display().to_string());
        if let Some(article) = &mut draft.article {
            article.slug.clone_from(&slug);
        }
        draft.slug = slug;
    }
}

/// The slug that a draft should have if no other article has it.
pub fn wanted(draft: &Draft) -> String {
    if let Some(stated) = &draft.stated_slug {
        let made = article_slug(&stated.value);
        if !made.is_empty() {
            return made;
        }
    }
    let title = || draft.article.as_ref().and_then(|article| article.headline());
    let of_file = article_slug(&name_of(&draft.file_name));
    let made = if of_file.is_empty() { article_slug(title().unwrap_or_default()) } else { of_file };
    if made.is_empty() { NAMELESS.to_owned() } else { made }
}
