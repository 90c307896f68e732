//! Slugs of articles: which can be one, and how one is made: [`give`].

use std::collections::BTreeMap;

use deunicode::deunicode;

use super::Draft;
use crate::diagnostics::Diagnostics;
use crate::slug::slug;

/// Ids that parts of the page have, but for those with an underscore, which no slug has; sorted. An article's slug is the id of its element, so none of
/// them can be one.
const IDS_OF_THE_PAGE: [&str; 20] = [
    "articles",
    "dialog-title",
    "edition",
    "evidence",
    "evidence-title",
    "failure",
    "failure-reason",
    "failure-what",
    "filters",
    "foot-buttons",
    "full-text",
    "left-at",
    "main",
    "offline",
    "query",
    "query-help",
    "reader",
    "site-foot",
    "speakers",
    "update",
];

/// What an article is called whose file and title have no letter or digit.
const NAMELESS: &str = "article";

/// Gives every draft its slug: the one that its front matter states, else one made of the name of its file,
/// else of its title. The first of several that come to the same keeps it, those that state it before the
/// others; the rest are numbered. `diagnostics` are those of the drafts, in order.
pub fn give(drafts: &mut [Draft], diagnostics: &mut [Diagnostics]) {
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
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
        let numbered = (2..).map(|number| format!("{wanted}-{number}"));
        let slug = std::iter::once(wanted.clone())
            .chain(numbered)
            .find(|slug| !taken.contains_key(slug))
            .unwrap_or_default();
        if slug != wanted {
            let what = format!(
                "“{wanted}” is the name of `{}` in addresses already, so this article's is “{slug}”",
                taken[&wanted]
            );
            diagnostics.warning(line, what, "state a `slug` of its own, which stays");
        }
        taken.insert(slug.clone(), draft.path.display().to_string());
        if let Some(article) = &mut draft.article {
            article.slug.clone_from(&slug);
        }
        draft.slug = slug;
    }
}

/// The slug that a draft should have if no other article has it.
pub fn wanted(draft: &Draft) -> String {
    if let Some(stated) = &draft.stated_slug {
        let made = slug_of(&stated.value);
        if !made.is_empty() {
            return made;
        }
    }
    let title = || draft.article.as_ref().and_then(|article| article.headline());
    let of_file = slug_of(name_of(&draft.file_name));
    let made = if of_file.is_empty() { slug_of(title().unwrap_or_default()) } else { of_file };
    if made.is_empty() { NAMELESS.to_owned() } else { made }
}

/// The name of a file without its ending; of a generator's `index.md`, that of its folder.
pub fn name_of(file_name: &str) -> &str {
    let (folder, name) = file_name.rsplit_once('/').unwrap_or(("", file_name));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    if stem.eq_ignore_ascii_case("index") && !folder.is_empty() {
        return folder.rsplit('/').next().unwrap_or(folder);
    }
    stem
}

/// A slug of these words; the words themselves where they are one. Letters of other scripts are written in
/// Latin ones. What the page needs for itself gets another ending; words without a letter or digit give the
/// empty slug.
#[must_use]
pub fn slug_of(words: &str) -> String {
    let slug = if is_well_formed(words) { words.to_owned() } else { slug(&deunicode(words)) };
    if slug.is_empty() || !is_of_the_page(&slug) { slug } else { format!("{slug}-{NAMELESS}") }
}

fn is_well_formed(slug: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    slug.split('-').all(is_word)
}

/// Whether it is the id of a part of the page, or ends like that of a paragraph or name in an article.
fn is_of_the_page(slug: &str) -> bool {
    let is_numbered = |word: &str| {
        let number = word.strip_prefix(['p', 'q']).unwrap_or_default();
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    IDS_OF_THE_PAGE.contains(&slug)
        || slug.rsplit_once('-').is_some_and(|(_, last)| is_numbered(last))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn slugs_are_made_of_any_words() {
        let check = |words: &str, expected: &str| {
            let found = slug_of(words);
            assert_eq!(found, expected, "{words}");
            assert!(found.is_empty() || (is_well_formed(&found) && !is_of_the_page(&found)));
        };
        check("kabul-fell", "kabul-fell");
        check("Kabul fell!", "kabul-fell");
        check("2021_08--Über", "2021-08-uber");
        check("Кабул пал", "kabul-pal");
        check("speakers", "speakers-article");
        check("a-p12", "a-p12-article");
        check("p12", "p12");
        check("…", "");
    }

    #[test]
    fn a_file_is_called_by_its_name_or_its_folder() {
        assert_eq!(name_of("a/b.c.md"), "b.c");
        assert_eq!(name_of("a/b/Index.markdown"), "b");
        assert_eq!(name_of("index.md"), "index");
    }

    /// Every id that the sources of the page write out: `id="…"`.
    fn ids_in(path: &Path, ids: &mut BTreeSet<String>) {
        if path.is_dir() {
            for entry in fs::read_dir(path).unwrap() {
                ids_in(&entry.unwrap().path(), ids);
            }
            return;
        }
        let source = fs::read_to_string(path).unwrap();
        let values = source.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next());
        ids.extend(values.map(str::to_owned));
    }

    #[test]
    fn no_article_can_take_an_id_of_the_page() {
        let mut ids = BTreeSet::new();
        for path in ["index.html", "src/app", "src/press"] {
            ids_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join(path), &mut ids);
        }
        assert!(ids.contains("speakers"), "the sources are where they are looked for");
        // A slug has no underscore.
        ids.retain(|id| !id.contains('_') && !IDS_OF_THE_PAGE.contains(&id.as_str()));
        assert!(ids.is_empty(), "add these to IDS_OF_THE_PAGE: {ids:?}");
    }
}
