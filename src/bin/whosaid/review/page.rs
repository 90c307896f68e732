//! The page of the review, drawn for one quotation.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use whosaid::article::Article;
use whosaid::press::drawn;
use whosaid::quotation::Attributions;
use whosaid::review::form::{self, Ways};
use whosaid::review::{Case, Edit, SURE, known_names};
use whosaid::source::Source;
use whosaid::span::Span;
use whosaid::wording::counted;
use yew::{Callback, Html};

/// The path of the page, and of what it posts.
pub const PATH: &str = "_whosaid/review";
pub const SAY_PATH: &str = "_whosaid/review/say";
const SAY_ADDRESS: &str = "/_whosaid/review/say";

/// The path of its script.
pub const SCRIPT_PATH: &str = "_whosaid/review.js";

/// The path of its styles.
pub const STYLES_PATH: &str = "_whosaid/review.css";

/// What the page shows.
pub struct View<'a> {
    pub dossier: &'a (Source, Attributions),
    /// What is left, and which of it is shown.
    pub cases: &'a [Case<'a>],
    pub place: usize,
    /// What a reader says, which goes before it.
    pub objection: Option<Objection<'a>>,
    pub n_done: usize,
    /// What was said last.
    pub last: Option<&'a str>,
    pub notice: &'a str,
}

/// What a reader says.
pub struct Objection<'a> {
    pub number: usize,
    pub edit: &'a Edit,
    /// What `dossier.toml` says of the same already.
    pub known: Option<Edit>,
}

/// The whole page.
pub fn draw(view: &View<'_>) -> String {
    let case = view.cases.get(view.place);
    let address = match (&view.objection, case) {
        (Some(objection), _) => address_of_objection(view, objection.edit),
        (None, Some(case)) => Some(address(case.article, case.doubt.words)),
        (None, None) => None,
    };
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Review: " (view.dossier.0.masthead.title) }
                link rel="stylesheet" href={ "/" (STYLES_PATH) };
                link rel="icon" href="data:,";
                script type="module" src={ "/" (SCRIPT_PATH) } {}
            }
            body {
                iframe src=(address.as_deref().unwrap_or("/")) title="The article" {}
                main {
                    (head(view))
                    @match (&view.objection, case) {
                        (Some(said), _) => (objection(view, said)),
                        (None, Some(case)) => (question(view, case)),
                        (None, None) => p { "Every attribution has been looked at. Nothing is left to do." },
                    }
                }
            }
        }
    };
    page.into_string()
}

fn head(view: &View<'_>) -> Markup {
    let n_left = view.cases.len();
    let n_unsure = view.cases.iter().filter(|case| case.is_unsure()).count();
    html! {
        h1 { (view.dossier.0.masthead.title) }
        p.progress {
            (counted(view.n_done, "change", "changes")) " made; "
            (counted(n_left, "quotation is", "quotations are")) " left, "
            (n_unsure) " of them less than " (SURE) " % sure"
        }
        progress max=(view.n_done + n_left) value=(view.n_done) aria-label="How far the review is" {}
        @if let Some(last) = view.last {
            form.plain method="post" action={ "/" (SAY_PATH) } {
                input type="hidden" name="at" value=(view.cases.get(view.place).map_or_else(String::new, Case::key));
                span.last role="status" { (last) }
                button name="say" value="undo" data-key="u" { "Undo" kbd { "u" } }
            }
        }
        @if !view.notice.is_empty() {
            p role="alert" { (view.notice) }
        }
    }
}

/// The case, as the library draws it for every review.
fn question(view: &View<'_>, case: &Case<'_>) -> Markup {
    let known = known_names(&view.dossier.1.speakers);
    let ways = Ways { action: SAY_ADDRESS, said: Callback::noop(), steps: steps(view) };
    PreEscaped(drawn(form::question(&case.question(), &known, &ways)))
}

/// The links to the words before and behind, which leave all as it is.
fn steps(view: &View<'_>) -> Html {
    let link = |place: Option<usize>, key: &'static str, words: &str| {
        let case = place.and_then(|place| view.cases.get(place))?;
        let address = format!("/{PATH}?at={}", encoded(&case.key()));
        Some(yew::html! {
            <a class="button" href={address} data-key={key}>{ words }<kbd>{ key }</kbd></a>
        })
    };
    let links =
        [link(view.place.checked_sub(1), "k", "Back"), link(Some(view.place + 1), "j", "Later")];
    links.into_iter().flatten().collect()
}

/// What a reader says, and the two answers.
fn objection(view: &View<'_>, objection: &Objection<'_>) -> Markup {
    let Objection { number, edit, known } = objection;
    let known = known.as_ref().map(Edit::in_words);
    let (is_there, about) = match edit {
        Edit::Words { article, words, .. } => {
            let known = view.dossier.0.articles.iter().find(|one| one.slug == *article);
            let is_there = edit.fits(&view.dossier.0.articles);
            let about = html! {
                blockquote { mark { (words) } }
                p.where { (known.and_then(|article| article.headline()).unwrap_or(article)) }
                @if !is_there {
                    p role="alert" { "These words are not in the article any more, or more often than once." }
                }
            };
            (is_there, about)
        }
        // Of two names, which a speaker may still get.
        _ => (true, html! {}),
    };
    html! {
        h2 { "A reader objects" }
        p { (edit.in_words()) }
        (about)
        @if let Some(known) = &known {
            p role="alert" { "dossier.toml says already: " (known) }
        }
        form method="post" action={ "/" (SAY_PATH) } {
            input type="hidden" name="objection" value=(number);
            @if let Some(known) = &known {
                input type="hidden" name="instead" value=(known);
            }
            @if is_there {
                button.first name="say" value="accept" data-key="y" {
                    @if known.is_some() { "Take it over instead" } @else { "Take it over" }
                    kbd { "y" }
                }
            }
            button name="say" value="reject" data-key="n" { "Leave it" kbd { "n" } }
        }
    }
}

fn address_of_objection(view: &View<'_>, edit: &Edit) -> Option<String> {
    let Edit::Words { article, words, .. } = edit else { return None };
    let article = view.dossier.0.articles.iter().find(|one| one.slug == *article)?;
    let start = article.text.find(words.as_str())?;
    Some(address(article, Span::from_range(start..start + words.len())))
}

/// The article at the paragraph of some words, with them marked. It is named by a parameter rather than by its page,
/// which has the paragraph when it loads: browsers give that the focus, and an editor's keys would go astray.
fn address(article: &Article, words: Span) -> String {
    let number = article.paragraph_at(words.start);
    let hash = whosaid::anchor::words_hash(words.of(&article.text));
    let slug = &article.slug;
    // The headline has no number.
    if number == 0 {
        return format!("/articles/{slug}.html");
    }
    format!("/?article={slug}&words={hash}#{slug}-p{number}")
}

fn encoded(key: &str) -> String {
    form_urlencoded::byte_serialize(key.as_bytes()).collect()
}
