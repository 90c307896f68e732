//! [`Route`]: the state that a URL holds, and the way there and back.
//!
//! Every article has a page of its own, `articles/SLUG.html`, and every speaker `speakers/SLUG.html`;
//! `speakers/index.html` lists them all, `list/` has the further parts of long lists, and all else stands
//! on the front page. On each of them hold
//! `?q=` query, `?speaker=`, `?kind=` and `?outlet=` (repeatable), `?article=` slug, `?view=`, `?theme=`,
//! `?embed` (with `?accent=`, `?paper=` and `?face=`), and `#SLUG-pN` for paragraph N of an article; for a comparison
//! also `?column=` (repeatable) and `?differences=`, for a concordance `?order=`. What a URL says beyond that, or of
//! another dossier, is passed over with a [`Notice`](crate::notice::Notice): a stale link still opens the dossier.
//!
//! Encoding is that of `application/x-www-form-urlencoded` in the WHATWG's URL standard.

mod names;
mod view;

mod page;

mod model;

mod write;

mod read;

pub use self::model::{Differences, Layout, LineOrder, Route};
pub use self::names::{
    UNATTRIBUTED, outlets_named, paragraph_id, paragraph_of, speaker_choice, speaker_slug,
};
pub use self::page::{Base, Page};
pub use self::read::id_in;
pub use self::view::{
    ARTICLES_PER_PAGE, SPEAKERS_PER_PAGE, View, n_article_lists, n_speaker_lists,
};
pub use self::write::STATEMENT_ID;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchor::words_hash;
    use crate::article::ArticleId;
    use crate::dossier::Dossier;
    use crate::notice::Notice;
    use crate::query::SpeakerChoice;

    #[track_caller]
    fn check(url: &str, expected: &str, n_notices: usize) {
        let dossier = Dossier::sample();
        let (url, fragment) = url.split_at(url.find('#').unwrap_or(url.len()));
        let (path, search) = url.split_at(url.find('?').unwrap_or(url.len()));
        let page = Page::from_path(path, &dossier).expect("there is such a page");
        let (route, notices) = Route::parse(page, search, fragment, &dossier);
        assert_eq!(route.to_url(&dossier, Base::Site("")), expected, "{notices:?}");
        assert_eq!(notices.len(), n_notices, "{notices:?}");
    }

    #[test]
    fn routes_round_trip() {
        check("", "./", 0);
        for url in [
            "?q=not+a+single+hair",
            "articles/calm.html",
            "articles/calm.html?q=a#calm-p1",
            "speakers/ada-voss.html",
            "speakers/ada-voss.html?q=a&kind=direct",
            "speakers/unattributed.html",
            "speakers/index.html?theme=dark&embed",
            "?speaker=ada-voss",
            "?view=statements",
            "?view=statement-0a1b2c3d",
            "?view=quotation-ffffffff&theme=dark&embed",
            "?view=matrix",
            "?accent=a00000&paper=fffbf0&face=sans&embed",
            "?view=compare&q=a&speaker=ada-voss",
            "?view=compare&speaker=ada-voss&column=calm&differences=off",
            "?view=row-0a1b2c3d&column=calm",
            "?view=concordance&q=a&order=left",
            "?q=%C3%A9%22%26%2B+%3D%E2%80%9C&speaker=unattributed&kind=direct&kind=mixed&outlet=calm",
        ] {
            check(url, url, 0);
        }
    }

    #[test]
    fn parameters_name_the_pages_too() {
        check("?article=calm", "articles/calm.html", 0);
        check("?article=calm&q=a#calm-p1", "articles/calm.html?q=a#calm-p1", 0);
        check("?view=speakers&theme=dark&embed", "speakers/index.html?theme=dark&embed", 0);
        check("speakers/index.html?article=calm", "articles/calm.html", 0);
        check("?outlet=not-stated", "?outlet=calm", 0);
        check("articles/calm.html?view=speakers", "speakers/index.html", 0);
    }

    #[test]
    fn a_page_is_found_by_its_path_as_hosts_write_it() {
        let dossier = Dossier::sample();
        for (path, page) in [
            ("", Some(Page::Front)),
            ("index.html", Some(Page::Front)),
            ("articles/calm", Some(Page::Article(ArticleId(0)))),
            ("articles/c%61lm.html", Some(Page::Article(ArticleId(0)))),
            ("speakers/", Some(Page::Speakers(1))),
            ("list/articles-2.html", None),
            ("list/compare.html", None),
            ("articles/gone.html", None),
            ("speakers/nobody.html", None),
            ("elsewhere/", None),
        ] {
            assert_eq!(Page::from_path(path, &dossier), page, "{path}");
        }
    }

    #[test]
    fn of_a_page_that_is_missing_it_is_told() {
        let missing = |path| Page::missing(path).is_some();
        assert!(missing("articles/gone.html") && missing("speakers/nobody"));
        assert!(!missing("") && !missing("made.html"));
    }

    #[test]
    fn a_speaker_beside_others_is_not_alone() {
        check(
            "speakers/ada-voss.html?speaker=unattributed",
            "?speaker=ada-voss&speaker=unattributed",
            0,
        );
    }

    #[test]
    fn from_a_folder_addresses_lead_out_of_it() {
        let dossier = Dossier::sample();
        let from = |route: Route| route.to_url(&dossier, Base::Site("../"));
        assert_eq!(from(Route::default()), "../");
        assert_eq!(from(Route::default().with_query("a".to_owned())), "../?q=a");
        assert_eq!(from(Route::of(Page::Speakers(1))), "../speakers/index.html");
    }

    #[test]
    fn in_one_file_all_is_on_one_page() {
        let dossier = Dossier::sample();
        for (url, expected) in [
            ("", "?"),
            ("?article=calm", "?#calm"),
            ("?q=a#calm-p1", "?q=a#calm-p1"),
            ("?view=speakers", "?view=speakers"),
            ("?speaker=ada-voss", "?speaker=ada-voss"),
        ] {
            let (search, fragment) = url.split_at(url.find('#').unwrap_or(url.len()));
            let (route, notices) = Route::parse(Page::Front, search, fragment, &dossier);
            assert_eq!(route.to_url(&dossier, Base::OneFile), expected);
            assert_eq!(notices, []);
        }
        let one = Route::default().speaker(SpeakerChoice::Unattributed);
        assert_eq!(one.to_url(&dossier, Base::OneFile), "?speaker=unattributed");
    }

    #[test]
    fn a_fragment_alone_opens_its_article() {
        check("#calm-p1", "articles/calm.html#calm-p1", 0);
        check("#calm", "articles/calm.html", 0);
        check("#c%61lm", "articles/calm.html", 0);
    }

    #[test]
    fn what_is_for_the_browser_is_no_fragment() {
        check("articles/calm.html#:~:text=calm", "articles/calm.html", 0);
        check("#calm-p1:~:text=calm", "articles/calm.html#calm-p1", 0);
    }

    #[test]
    fn page_parts_are_no_paragraphs() {
        check("?q=a#main", "?q=a", 0);
    }

    #[test]
    fn what_is_unknown_is_passed_over_with_a_notice() {
        check("?speaker=nobody&utm_source=x&q=a", "?q=a", 2);
        check("?article=gone", "./", 1);
        check("?kind=shouted&view=upside-down&theme=pink", "./", 3);
        check("?view=statement-12", "./", 1);
        check("?accent=red&paper=12345&face=comic", "./", 3);
        check("?accent=ffee00", "?accent=ffee00", 1);
        check("?article=calm&article=gone", "articles/calm.html", 1);
        check("?view=compare&view=nonsense", "?view=compare", 1);
        check("?theme=dark&theme=pink", "?theme=dark", 1);
        check("?view=compare&column=gone&differences=maybe", "?view=compare", 2);
        check("?q=a&column=calm&differences=off", "?q=a", 1);
        check("?view=concordance&q=a&column=calm", "?view=concordance&q=a", 1);
        check("?view=compare&order=left", "?view=compare", 1);
        check("?view=concordance&q=a&order=found", "?view=concordance&q=a", 0);
        check("?view=concordance&q=a&order=upwards", "?view=concordance&q=a", 1);
        check("#calm-p99", "./", 1);
        check("#calm-p", "./", 1);
    }

    #[test]
    fn a_cited_paragraph_is_found_by_its_words() {
        let [headline, said] = ["All calm", "It is calm"].map(words_hash);
        check(&format!("articles/calm.html?words={said}#calm-p1"), "articles/calm.html#calm-p1", 0);
        check(&format!("articles/calm.html?words={said}"), "articles/calm.html#calm-p1", 0);
        check(
            &format!("articles/calm.html?words={headline}#calm-p1"),
            "articles/calm.html#calm-p0",
            1,
        );
        check("articles/calm.html?words=00000000#calm-p1", "articles/calm.html#calm-p1", 1);
        check("?words=00000000", "./", 1);
        let dossier = Dossier::sample();
        let parsed = Route::parse(Page::Front, "?article=calm&words=zzz", "", &dossier);
        assert_eq!(parsed.1, [Notice::UnknownLinkPart("words=zzz".to_owned())]);
    }

    #[test]
    fn broken_encodings_do_no_harm() {
        check("?q=%ff%zz&&&=", "?q=%EF%BF%BD%25zz", 1);
        check("?q=%", "?q=%25", 0);
        check("?q=a%2", "?q=a%252", 0);
    }

    #[test]
    fn a_long_query_is_cut() {
        let long = "?q=".to_owned() + &"a".repeat(6_000);
        check(&long, &("?q=".to_owned() + &"a".repeat(5_000)), 1);
    }
}
