//! The page of the review, drawn for one quotation.

use maud::{DOCTYPE, Markup, html};
use whosaid::article::Article;
use whosaid::compile::Compiled;
use whosaid::review::{Edit, Ruling, SURE};
use whosaid::source::Source;
use whosaid::span::Span;
use whosaid::wording::{counted, open_explanation, rule_explanation};

use super::{Case, PATH, SAY_PATH, SCRIPT_PATH, STYLES_PATH};

/// What the page shows.
pub struct View<'a> {
    pub dossier: &'a (Source, Compiled),
    /// What is left, and which of it is shown.
    pub cases: &'a [Case<'a>],
    pub place: usize,
    /// What a reader says, which goes before it.
    pub objection: Option<&'a Edit>,
    pub n_done: usize,
    /// What was said last.
    pub last: Option<&'a str>,
    pub notice: &'a str,
}

/// The whole page.
pub fn draw(view: &View<'_>) -> String {
    let case = view.cases.get(view.place);
    let address = match (view.objection, case) {
        (Some(edit), _) => address_of_objection(view, edit),
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
                    @match (view.objection, case) {
                        (Some(edit), _) => (objection(view, edit)),
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
    let n_unsure = view.cases.iter().filter(|case| is_unsure(case)).count();
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
                input type="hidden" name="at" value=(view.cases.get(view.place).map_or("", |case| &case.key));
                span.last role="status" { (last) }
                button name="say" value="undo" data-key="u" { "Undo" kbd { "u" } }
            }
        }
        @if !view.notice.is_empty() {
            p role="alert" { (view.notice) }
        }
    }
}

fn is_unsure(case: &Case<'_>) -> bool {
    !case.speakers.is_empty() && case.quotation.attribution.confidence < SURE
}

/// The words, who said them by the rules and why, and what can be said of that.
fn question(view: &View<'_>, case: &Case<'_>) -> Markup {
    let names = case.names().join(", ");
    let attribution = &case.quotation.attribution;
    let why = match attribution.why_open {
        Some(why) => open_explanation(why, case.mention()),
        None => rule_explanation(attribution.rule).to_owned(),
    };
    html! {
        h2 { @if names.is_empty() { "Nobody is named" } @else { (names) } }
        p.why {
            (why)
            @if !names.is_empty() {
                " Of attributions made like this one, " (attribution.confidence) " % are right."
            }
        }
        (passage(case))
        p.where {
            (case.article.headline().unwrap_or(&case.article.slug))
            @if let Some(outlet) = &case.article.byline.outlet { ", " (outlet) }
        }
        form method="post" action={ "/" (SAY_PATH) } {
            input type="hidden" name="at" value=(case.key);
            button.first name="say" value="right" data-key="y" { "Right" kbd { "y" } }
            @if !names.is_empty() {
                button name="say" value="nobody" data-key="n" { "Nobody can be named" kbd { "n" } }
            }
            button name="say" value="no-quotation" data-key="x" { "Not a quotation" kbd { "x" } }
            (steps(view))
        }
        (naming(case, "speaker", "s", "Somebody else said it", "Set"))
        @if let Some(mention) = case.mention() {
            (naming(case, "mention", "m", &format!("In this article “{mention}” is always"), "Set for all"))
        }
        @if let Some(speaker) = case.speakers.first() {
            (naming(case, "same", "p", &format!("{} is the same person as", speaker.name), "Join"))
            @if !speaker.spellings.is_empty() {
                form method="post" action={ "/" (SAY_PATH) } {
                    input type="hidden" name="at" value=(case.key);
                    label {
                        (speaker.name) " is not the same as" kbd { "d" }
                        select name="name" data-key="d" {
                            @for spelling in &speaker.spellings { option { (spelling) } }
                        }
                    }
                    button name="say" value="different" { "Part" }
                }
            }
            form method="post" action={ "/" (SAY_PATH) } {
                input type="hidden" name="at" value=(case.key);
                button name="say" value="hide" data-key="h" {
                    "“" (speaker.name) "” is nobody who speaks" kbd { "h" }
                }
            }
        }
        datalist id="names" {
            @for speaker in &view.dossier.1.attributions.speakers {
                option value=(speaker.name) {}
                @for spelling in &speaker.spellings { option value=(spelling) { (speaker.name) } }
            }
        }
    }
}

/// A form with a field for a name.
fn naming(case: &Case<'_>, say: &str, key: &str, label: &str, button: &str) -> Markup {
    html! {
        form method="post" action={ "/" (SAY_PATH) } {
            input type="hidden" name="at" value=(case.key);
            label {
                (label) kbd { (key) }
                input name="name" list="names" autocomplete="off" required data-key=(key);
            }
            button name="say" value=(say) { (button) }
        }
    }
}

/// The links to the words before and behind, which leave all as it is.
fn steps(view: &View<'_>) -> Markup {
    let link = |place: Option<usize>, key: &str, words: &str| {
        let case = place.and_then(|place| view.cases.get(place));
        html! {
            @if let Some(case) = case {
                a.button href={ "/" (PATH) "?at=" (encoded(&case.key)) } data-key=(key) {
                    (words) kbd { (key) }
                }
            }
        }
    };
    html! {
        (link(view.place.checked_sub(1), "k", "Back"))
        (link(Some(view.place + 1), "j", "Later"))
    }
}

/// The words within their paragraph, with what names the speaker and what signals speech.
fn passage(case: &Case<'_>) -> Markup {
    let article = case.article;
    let number = article.paragraph_at(case.doubt.words.start);
    let paragraph = article.paragraphs[number].span;
    let attribution = &case.quotation.attribution;
    let mut parts: Vec<(Span, bool)> =
        case.quotation.contents.iter().map(|span| (*span, true)).collect();
    parts.extend(attribution.mention.into_iter().chain(attribution.cue).map(|span| (span, false)));
    parts.retain(|(span, _)| paragraph.contains(*span));
    parts.sort();
    let mut at = paragraph.start;
    let mut pieces = Vec::new();
    for (span, is_said) in parts.into_iter().filter(|(span, _)| !span.is_empty()) {
        // What lies within words that were shown already is shown.
        if span.start < at {
            continue;
        }
        pieces.push((Span::new(at, span.start), None));
        pieces.push((span, Some(is_said)));
        at = span.end;
    }
    pieces.push((Span::new(at, paragraph.end), None));
    html! {
        blockquote lang=[article.byline.language.as_deref()] {
            @for (span, is_said) in pieces {
                @let words = span.of(&article.text);
                @match is_said {
                    Some(true) => mark { (words) },
                    Some(false) => u { (words) },
                    None => span { (words) },
                }
            }
        }
    }
}

/// What a reader says, and the two answers.
fn objection(view: &View<'_>, edit: &Edit) -> Markup {
    let Edit::Words { article, words, .. } = edit else { return html! {} };
    let known = view.dossier.0.articles.iter().find(|one| one.slug == *article);
    let is_there = known.is_some_and(|article| article.text.contains(words.as_str()));
    html! {
        h2 { "A reader objects" }
        p { (told(edit)) }
        blockquote { mark { (words) } }
        p.where { (known.and_then(|article| article.headline()).unwrap_or(article)) }
        @if !is_there {
            p role="alert" { "These words are not in the article any more." }
        }
        form method="post" action={ "/" (SAY_PATH) } {
            @if is_there {
                button.first name="say" value="accept" data-key="y" { "Take it over" kbd { "y" } }
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

/// The page of an article at the paragraph of some words, with them marked.
fn address(article: &Article, words: Span) -> String {
    let number = article.paragraph_at(words.start);
    let hash = whosaid::anchor::words_hash(words.of(&article.text));
    let slug = &article.slug;
    // The headline has no number.
    if number == 0 {
        return format!("/articles/{slug}.html");
    }
    format!("/articles/{slug}.html?words={hash}#{slug}-p{number}")
}

fn encoded(key: &str) -> String {
    form_urlencoded::byte_serialize(key.as_bytes()).collect()
}

/// What an edit says, in a sentence.
pub fn told(edit: &Edit) -> String {
    match edit {
        Edit::Words { words, ruling, .. } => {
            let words: String = words.chars().take(40).collect();
            match ruling {
                Ruling::Speakers(names) => format!("“{words} …” is {}’s.", names.join(" and ")),
                Ruling::Nobody => format!("“{words} …” is nobody’s."),
                Ruling::NotQuotation => format!("“{words} …” is not a quotation."),
            }
        }
        Edit::Mention { mention, ruling, .. } => match ruling {
            Ruling::Speakers(names) => {
                format!("“{mention}” is {} in this article.", names.join(" and "))
            }
            _ => format!("“{mention}” is nobody in this article."),
        },
        Edit::Same { name, alias } => format!("{alias} is {name}."),
        Edit::Different { name, other } => format!("{name} is not {other}."),
        Edit::Hide { name } => format!("“{name}” is hidden."),
    }
}
