//! Articles by their bylines, and a dossier by who publishes it.

use super::dates::{date, day_of};
use super::names::{first_words_of, in_marks, joined};
use crate::article::{Article, ArticleId, Byline};
use crate::dossier::{ArticleTitle, Dossier, names_speakers, title_of};
use crate::i18n::tr;

/// What an article is called in running text: its headline, or its first words with an ellipsis.
#[must_use]
pub fn title(article: &Article) -> String {
    match title_of(article) {
        ArticleTitle::Headline(headline) => headline.to_owned(),
        ArticleTitle::FirstWords(words) => format!("{words} …"),
    }
}

/// The outlet, or else the editors' label, or that there is none.
#[must_use]
pub fn outlet(article: &Article) -> String {
    let byline = &article.byline;
    let named = byline.outlet.clone().or_else(|| byline.label.as_deref().map(bracketed));
    named.unwrap_or_else(|| tr!("Outlet not stated").to_owned())
}

/// Words of the dossier's editors, told apart from those of a source.
fn bracketed(label: &str) -> String {
    format!("[{label}]")
}

/// Who is named as having an article: its outlet; where none is stated, its editors' label, or else its
/// headline in marks.
#[must_use]
pub fn source_name(article: &Article) -> String {
    let byline = &article.byline;
    let named = byline.outlet.clone().or_else(|| byline.label.as_deref().map(bracketed));
    named.unwrap_or_else(|| in_marks(&title(article)))
}

/// An article by its source and its headline: by one of them where the headline stands for the source.
#[must_use]
pub fn source_and_title(article: &Article) -> String {
    let (source, title) = (source_name(article), title(article));
    if source == in_marks(&title) { source } else { format!("{source}, {title}") }
}

/// [`source_name`] of the article of that id, so that it is told from others of its outlet: with its day, or its
/// headline where that is the day of another one or none is stated.
#[must_use]
pub fn source_in(dossier: &Dossier, id: ArticleId, article: &Article) -> String {
    let name = source_name(article);
    let day_in = |byline: &Byline| byline.published.as_deref().map(day_of).map(str::to_owned);
    let mut others = dossier.of_outlet(id).iter().filter(|other| **other != id).peekable();
    if others.peek().is_none() {
        return name;
    }
    match day_in(&article.byline) {
        Some(day)
            if others.all(|id| day_in(&dossier.articles.byline(*id)).as_ref() != Some(&day)) =>
        {
            tr!("{name} ({which})", name, which = date(&day))
        }
        _ => tr!("{name} ({which})", name, which = in_marks(&first_words_of(&title(article)))),
    }
}

/// Where in an article a paragraph stands.
#[must_use]
pub fn place_in(paragraph: u32) -> String {
    match paragraph {
        0 => tr!("headline").to_owned(),
        _ => tr!("paragraph {paragraph}", paragraph),
    }
}

/// The same in a sign, as links to a paragraph have it.
#[must_use]
pub fn place_sign(paragraph: u32) -> String {
    if paragraph == 0 { place_in(0) } else { format!("¶ {paragraph}") }
}

/// When it was published, as in "16 August 2021", or that the source states no date.
#[must_use]
pub fn published(article: &Article) -> String {
    article.byline.published.as_deref().map_or_else(|| tr!("Date not stated").to_owned(), date)
}

/// Authors in a row: "A, B and C"; empty where none is stated.
#[must_use]
pub fn authors(article: &Article) -> String {
    joined(&article.byline.authors)
}

/// That an article does not quote somebody; where it is not found who speaks in it, that.
#[must_use]
pub fn lacks_speaker(byline: &Byline) -> &'static str {
    if names_speakers(byline) { tr!("not quoted here") } else { tr!("not read: not in English") }
}

/// What an article is that was withdrawn; the reason follows behind a colon.
#[must_use]
pub fn withdrawn() -> &'static str {
    tr!("Withdrawn")
}

/// Stands in the place of a picture that is not there.
#[must_use]
pub fn picture_of(alt: &str) -> String {
    if alt.is_empty() { tr!("[A picture]").to_owned() } else { tr!("[A picture: {alt}]", alt) }
}

/// Stands before the name of a dossier's publisher.
#[must_use]
pub fn published_by() -> &'static str {
    tr!("Published by")
}

/// A link to a publisher that states no name.
#[must_use]
pub fn publisher() -> &'static str {
    tr!("The publisher")
}

/// A link to who is responsible for the site.
#[must_use]
pub fn imprint() -> &'static str {
    tr!("Imprint")
}

/// A link to what becomes of readers' data.
#[must_use]
pub fn privacy() -> &'static str {
    tr!("Privacy")
}

/// Stands before the name of a licence.
#[must_use]
pub fn licence() -> &'static str {
    tr!("Licence")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Sample;

    /// The names of articles with these slugs, outlets and days.
    fn names(articles: &[(&str, &str, Option<&str>)]) -> Vec<String> {
        let mut sample = Sample::new();
        let (article, quotations) = (sample.articles[0].clone(), sample.quotations[0].clone());
        sample.quotations = vec![quotations; articles.len()];
        let of = |(slug, outlet, day): &(&str, &str, Option<&str>)| {
            let mut article = article.clone();
            article.slug = (*slug).to_owned();
            article.byline.outlet = Some((*outlet).to_owned()).filter(|outlet| !outlet.is_empty());
            article.byline.published = day.map(str::to_owned);
            article
        };
        sample.articles = articles.iter().map(of).collect();
        let pack = sample.pack();
        let dossier = Dossier::open(&pack).unwrap();
        dossier.article_ids().map(|id| source_in(&dossier, id, &dossier.article(id))).collect()
    }

    #[test]
    fn articles_of_one_outlet_are_told_apart_by_day_or_headline() {
        let named = names(&[
            ("a", "Post", Some("2021-08-16")),
            ("b", "Times", Some("2021-08-16")),
            ("c", "Post", Some("2021-08-17T10:00")),
            ("d", "Post", Some("2021-08-17")),
            ("e", "", None),
            ("f", "Post", None),
        ]);
        assert_eq!(
            named,
            [
                "Post (16 August 2021)",
                "Times",
                "Post (“All calm”)",
                "Post (“All calm”)",
                "“All calm”",
                "Post (“All calm”)"
            ]
        );
    }

    #[test]
    fn of_a_large_outlet_the_first_articles_count() {
        let slugs: Vec<String> = (0..60).map(|number| format!("a{number}")).collect();
        let days: Vec<String> = (0..60).map(|number| format!("20{number:02}-08-16")).collect();
        let mut articles: Vec<_> =
            slugs.iter().zip(&days).map(|(slug, day)| (&**slug, "Post", Some(&**day))).collect();
        articles[59].2 = Some("2000-08-16");
        let named = names(&articles);
        assert_eq!(named[0], "Post (16 August 2000)");
        assert_eq!(named[58], "Post (16 August 2058)");
        assert_eq!(named[59], "Post (“All calm”)");
    }
}
