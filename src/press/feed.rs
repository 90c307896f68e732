//! `feed.xml`: the newest articles for feed readers, in Atom (RFC 4287).
//!
//! Of each article its description or a sentence or two stand in it, and the way to the rest. It needs to know where the site
//! stands, and dates.

use maud::{Markup, html};

use super::part::FEED;
use super::sitemap::{XML, encoded};
use crate::article::{Article, ArticleId, ParagraphKind};
use crate::dossier::Dossier;
use crate::i18n;
use crate::route::Page;
use crate::sentence;
use crate::shorten;
use crate::source::Site;
use crate::wording::{title, withdrawn};

/// How many articles it has.
const MOST: usize = 50;

/// The most characters of a summary.
const SUMMARY: usize = 300;

/// The feed of a site at `url`; `None` where no article has a date.
pub fn feed(dossier: &Dossier, site: &Site, url: &str) -> Option<String> {
    let mut dated: Vec<(String, ArticleId)> = dossier
        .article_ids()
        .filter_map(|id| Some((dossier.articles.byline(id).published?, id)))
        .collect();
    dated.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
    dated.truncate(MOST);
    let (newest, _) = dated.first()?;
    let masthead = &dossier.masthead;
    let author = site.colophon.name.as_ref().unwrap_or(&masthead.title);
    let feed = html! {
        feed xmlns="http://www.w3.org/2005/Atom" xml:lang=(masthead.language) {
            id { (encoded(url)) }
            title { (plain(&masthead.title)) }
            @if let Some(standfirst) = &masthead.standfirst { subtitle { (plain(standfirst)) } }
            updated { (instant(newest)) }
            author { name { (plain(author)) } }
            link rel="alternate" type="text/html" href=(encoded(url)) {}
            link rel="self" type="application/atom+xml" href={ (encoded(url)) (FEED) } {}
            generator { "Whosaid" }
            @for (published, id) in &dated { (entry(dossier, site, url, published, *id)) }
        }
    };
    Some(format!("{XML}{}\n", feed.into_string()))
}

fn entry(dossier: &Dossier, site: &Site, url: &str, published: &str, id: ArticleId) -> Markup {
    let article = dossier.article(id);
    let address = encoded(&format!("{url}{}", Page::Article(id).path(dossier)));
    let byline = &article.byline;
    let by = if byline.authors.is_empty() { byline.outlet.as_slice() } else { &byline.authors };
    let rights = &byline.rights;
    let rights = rights.copyright.as_ref().or(rights.licence.as_ref().map(|licence| &licence.name));
    let (summary, language) = match &byline.withdrawn {
        Some(reason) => (format!("{}: {reason}", withdrawn()), i18n::language()),
        None => {
            let stated = site.descriptions.get(&article.slug).cloned();
            (stated.unwrap_or_else(|| summary(&article)), dossier.language_of(&article))
        }
    };
    html! {
        entry xml:lang=(dossier.language_of(&article)) {
            id { (address) }
            title { (plain(&title(&article))) }
            link rel="alternate" type="text/html" href=(address) {}
            published { (instant(published)) }
            updated { (instant(published)) }
            @for name in by { author { name { (plain(name)) } } }
            @if let Some(rights) = rights { rights { (plain(rights)) } }
            @if !summary.is_empty() { summary xml:lang=(language) { (plain(&summary)) } }
        }
    }
}

/// The first sentences of an article, as many as fit; of a first one that is too long its first words.
fn summary(article: &Article) -> String {
    let Some(first) = article.paragraphs.iter().find(|block| block.kind == ParagraphKind::Text)
    else {
        return String::new();
    };
    let mut summary = String::new();
    let mut n_chars = 0;
    for sentence in sentence::split(&article.text, first.span) {
        let sentence = sentence.of(&article.text);
        n_chars += sentence.chars().count() + 1;
        if n_chars > SUMMARY {
            break;
        }
        let gap = if summary.is_empty() { "" } else { " " };
        summary = summary + gap + sentence;
    }
    if summary.is_empty() {
        summary = shorten::at_word(first.span.of(&article.text), SUMMARY);
    }
    summary
}

/// A date, or a date and time, as an instant. The zone is not known; the day is the same in Greenwich.
fn instant(published: &str) -> String {
    let time = if published.contains('T') { ":00Z" } else { "T00:00:00Z" };
    format!("{published}{time}")
}

/// A text without the characters that XML has no way to write.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_is_whole_sentences_as_far_as_they_fit() {
        let check = |text: &str, expected: &str| {
            assert_eq!(summary(&Article::from_plain_text(text)), expected);
        };
        check("One. Two.\n\nThree.", "One. Two.");
        check("", "");
        let long = "word ".repeat(50);
        check(&format!("One. {long}. Three {long}."), &format!("One. {long}."));
        check(&format!("{long}{long}end."), &format!("{} …", "word ".repeat(60).trim_end()));
    }

    #[test]
    fn an_instant_has_seconds_and_a_zone() {
        assert_eq!(instant("2021-08-16"), "2021-08-16T00:00:00Z");
        assert_eq!(instant("2021-08-16T21:40"), "2021-08-16T21:40:00Z");
    }
}
