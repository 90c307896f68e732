//! Citations: words with who said them, where, and the address at which that can be checked.

use crate::anchor::words_hash;
use crate::article::Article;
use crate::choice::choice;
pub use crate::dossier::words_of;
use crate::dossier::{Dossier, OpenArticle};
use crate::escape::{in_html, in_lines_of_markdown, in_markdown, in_tex};
use crate::host_look::HostLook;
use crate::i18n::{Catalogue, tr, within};
use crate::quotation::{Kind, WhyOpen};
use crate::route::{Base, Route};
use crate::wording::{
    authors, date, day_of, in_marks, outlet, published, speaker_names, title, view_title,
};

choice! {
    /// How a citation is written.
    Format {
        /// A sentence with an address.
        Text = "text",
        /// A `blockquote` with its source.
        Html = "html",
        /// The same in Markdown.
        Markdown = "markdown",
        /// An entry for LaTeX and BibLaTeX.
        BibTex = "bibtex",
        /// A record for reference managers.
        Ris = "ris",
    }
}

/// Where and when a page is cited, which only the browser knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// The address of the site's front page without query and fragment; empty where the dossier is at none.
    pub site: String,
    /// How addresses are written from there.
    pub base: Base,
    /// The edition of the site; empty where it states none.
    pub edition: String,
    /// The day, as `2021-08-16`; empty where it is not known.
    pub day: String,
}

/// What is cited: a quotation of an article, or a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A quotation by its number.
    Quotation(usize),
    /// A paragraph by its number.
    Paragraph(u32),
}

/// All that a citation tells.
struct Facts {
    /// The words, in marks where they are the speaker's own.
    said: String,
    speaker: Option<String>,
    is_reported: bool,
    authors: String,
    outlet: String,
    title: String,
    /// ISO 8601.
    published: Option<String>,
    /// The publisher's.
    url: Option<String>,
    /// Into the dossier.
    link: Option<String>,
}

/// A citation in a format.
///
/// # Panics
///
/// If the article has no such quotation or paragraph.
#[must_use]
pub fn cite(
    dossier: &Dossier,
    source: &OpenArticle,
    subject: Subject,
    format: Format,
    cited: &Cited,
) -> String {
    match format {
        Format::Text | Format::Html | Format::Markdown => {
            written(dossier, source, subject, format, cited)
        }
        // Other programs read these, and get the same from every page.
        Format::BibTex | Format::Ris => {
            within(&Catalogue::default(), || written(dossier, source, subject, format, cited))
        }
    }
}

/// A citation in a format, in the language that is spoken.
fn written(
    dossier: &Dossier,
    source: &OpenArticle,
    subject: Subject,
    format: Format,
    cited: &Cited,
) -> String {
    let facts = facts(dossier, source, subject, cited);
    let accessed = accessed(cited);
    match format {
        Format::Text => text(&source.article, &facts, &accessed),
        Format::Html => html(&source.article, &facts, &accessed),
        Format::Markdown => markdown(&source.article, &facts, &accessed),
        Format::BibTex => bibtex(&source.article, &facts, &accessed, &cited.day),
        Format::Ris => ris(&source.article, &facts, &accessed, &cited.day),
    }
}

/// What print says of where a page is: its address, the edition, and the day.
#[must_use]
pub fn printed(url: &str, cited: &Cited) -> String {
    match accessed(cited) {
        accessed if accessed.is_empty() => url.to_owned(),
        accessed => format!("{url}\n{accessed}"),
    }
}

/// In which edition it was seen, and when; empty where that is not known.
fn accessed(cited: &Cited) -> String {
    match (&*cited.edition, &*cited.day) {
        (_, "") => String::new(),
        ("", day) => tr!("Accessed {date}", date = date(day)),
        (edition, day) => tr!("Edition {edition}, accessed {date}", edition, date = date(day)),
    }
}

/// A view of the dossier as a citation, by what it is called.
#[must_use]
pub fn cite_view(dossier: &Dossier, route: &Route, cited: &Cited) -> String {
    let mut lines = vec![format!("{}. {}.", view_title(dossier, route), dossier.masthead.title)];
    if !cited.site.is_empty() {
        // Each reader has colours of their own, and none but the one who cites stands in this frame.
        let route = Route { theme: None, embed: false, look: HostLook::default(), ..route.clone() };
        let url = route.to_url(dossier, cited.base);
        lines.push(format!("{}{}", cited.site, url.strip_prefix("./").unwrap_or(&url)));
    }
    let accessed = accessed(cited);
    if !accessed.is_empty() {
        lines.push(format!("{accessed}."));
    }
    lines.join("\n")
}

/// The address of a subject, with the hash of its words; `None` where the dossier is at none.
#[must_use]
pub fn link(
    dossier: &Dossier,
    source: &OpenArticle,
    subject: Subject,
    cited: &Cited,
) -> Option<String> {
    if cited.site.is_empty() {
        return None;
    }
    let article = &source.article;
    let (paragraph, words) = match subject {
        Subject::Paragraph(number) => (number, article.paragraph_text(number as usize).to_owned()),
        Subject::Quotation(at) => {
            let contents = &source.quotations[at].contents;
            (article.paragraph_at(contents[0].start) as u32, words_of(article, contents))
        }
    };
    let route = Route::default().article(source.id, Some(paragraph));
    let url = route.to_url(dossier, cited.base);
    let (path, fragment) = url.split_at(url.find('#').unwrap_or(url.len()));
    let join = if path.contains('?') { if path.ends_with('?') { "" } else { "&" } } else { "?" };
    Some(format!("{}{path}{join}words={}{fragment}", cited.site, words_hash(&words)))
}

fn facts(dossier: &Dossier, source: &OpenArticle, subject: Subject, cited: &Cited) -> Facts {
    let article = &source.article;
    let (said, speaker, is_reported) = match subject {
        Subject::Paragraph(number) => {
            (article.paragraph_text(number as usize).to_owned(), None, false)
        }
        Subject::Quotation(at) => {
            let quotation = &source.quotations[at];
            let words = words_of(article, &quotation.contents);
            let attribution = &quotation.attribution;
            let speaker = match (&*attribution.speakers, attribution.why_open) {
                ([], Some(WhyOpen::Language)) => {
                    tr!("speaker not read in this language").to_owned()
                }
                ([], _) => tr!("speaker not identified").to_owned(),
                _ => speaker_names(quotation, dossier),
            };
            match quotation.kind {
                Kind::Direct => (in_marks(&words), Some(speaker), false),
                Kind::Indirect | Kind::Mixed => (words, Some(speaker), true),
            }
        }
    };
    Facts {
        said,
        speaker,
        is_reported,
        authors: authors(article),
        outlet: outlet(article),
        title: title(article),
        published: article.byline.published.clone(),
        url: article.byline.url.clone(),
        link: link(dossier, source, subject, cited),
    }
}

/// Who said it, as it stands behind the words.
fn attribution(facts: &Facts) -> String {
    match &facts.speaker {
        None => String::new(),
        Some(speaker) if facts.is_reported => tr!("{speaker}, as reported", speaker),
        Some(speaker) => speaker.clone(),
    }
}

fn source_line(article: &Article, facts: &Facts) -> String {
    let parts = [&*facts.authors, &*facts.outlet, &*facts.title, &*published(article)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn text(article: &Article, facts: &Facts, accessed: &str) -> String {
    let (said, source) = (&facts.said, source_line(article, facts));
    let sentence = match attribution(facts) {
        who if who.is_empty() => format!("{said} {source}."),
        who => tr!("{said} — {who}. {source}.", said, who, source),
    };
    let mut lines = vec![sentence];
    lines.extend(facts.link.clone());
    lines.extend(facts.url.clone());
    if !accessed.is_empty() {
        lines.push(format!("{accessed}."));
    }
    lines.join("\n")
}

fn html(article: &Article, facts: &Facts, accessed: &str) -> String {
    let title = match &facts.url {
        Some(url) => format!("<a href=\"{}\">{}</a>", in_html(url), in_html(&facts.title)),
        None => format!("<cite>{}</cite>", in_html(&facts.title)),
    };
    let parts =
        [in_html(&facts.authors), in_html(&facts.outlet), title, in_html(&published(article))];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let mut caption = vec![in_html(&attribution(facts)), parts.join(", ")];
    caption.retain(|sentence| !sentence.is_empty());
    let link = facts.link.as_deref().map(in_html);
    if let Some(link) = &link {
        caption.push(format!("<a href=\"{link}\">{}</a>", in_html(tr!("In its context"))));
    }
    if !accessed.is_empty() {
        caption.push(in_html(accessed));
    }
    let cite = link.map(|link| format!(" cite=\"{link}\"")).unwrap_or_default();
    format!(
        "<figure><blockquote{cite}><p>{}</p></blockquote><figcaption>{}</figcaption></figure>",
        in_html(&facts.said),
        caption.join(". "),
    )
}

fn markdown(article: &Article, facts: &Facts, accessed: &str) -> String {
    let title = match &facts.url {
        Some(url) => format!("[{}](<{url}>)", in_markdown(&facts.title)),
        None => format!("*{}*", in_markdown(&facts.title)),
    };
    let parts =
        [in_markdown(&facts.authors), in_markdown(&facts.outlet), title, published(article)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let mut sentences = vec![in_markdown(&attribution(facts)), parts.join(", ")];
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
        .extend(facts.link.as_ref().map(|link| format!("[{}](<{link}>)", tr!("In its context"))));
    if !accessed.is_empty() {
        sentences.push(accessed.to_owned());
    }
    format!("> {}\n>\n> — {}.\n", in_lines_of_markdown(&facts.said), sentences.join(". "))
}

/// BibTeX's `@online`, as BibLaTeX and reference managers read it.
fn bibtex(article: &Article, facts: &Facts, accessed: &str, day: &str) -> String {
    let mut fields: Vec<(&str, String)> = Vec::new();
    let names = article.byline.authors.iter().map(|author| match person(author) {
        Some((family, given)) => format!("{}, {}", in_tex(family), in_tex(given)),
        None => format!("{{{}}}", in_tex(author)),
    });
    let names: Vec<String> = names.collect();
    if !names.is_empty() {
        fields.push(("author", names.join(" and ")));
    }
    fields.push(("title", format!("{{{}}}", in_tex(&facts.title))));
    if article.byline.outlet.is_some() {
        fields.push(("organization", in_tex(&facts.outlet)));
    }
    if let Some(published) = &facts.published {
        fields.push(("date", published.clone()));
    }
    let link = facts.link.as_deref().unwrap_or_default();
    // The publisher's address, or else the dossier's; it is read as it is, other fields are not.
    let (url, noted) = match &facts.url {
        Some(url) => (&**url, link),
        None => (link, ""),
    };
    if !url.is_empty() {
        fields.push(("url", url.to_owned()));
    }
    fields.push(("quote", in_tex(&facts.said)));
    if let Some(speaker) = &facts.speaker {
        fields.push(("quotedspeaker", in_tex(speaker)));
    }
    let noted = [accessed, noted].into_iter().filter(|part| !part.is_empty());
    fields.push(("note", in_tex(&noted.collect::<Vec<_>>().join(". "))));
    if !day.is_empty() {
        fields.push(("urldate", day.to_owned()));
    }
    let key = format!("{}-{}", article.slug, words_hash(&facts.said));
    let fields: Vec<String> =
        fields.iter().map(|(name, value)| format!("  {name} = {{{value}}}")).collect();
    format!("@online{{{key},\n{}\n}}\n", fields.join(",\n"))
}

/// A record of type `NEWS`: <https://en.wikipedia.org/wiki/RIS_(file_format)>.
fn ris(article: &Article, facts: &Facts, accessed: &str, day: &str) -> String {
    let slashed = |iso: &str| day_of(iso).replace('-', "/");
    let mut lines: Vec<(&str, String)> = vec![("TY", "NEWS".to_owned())];
    lines.extend(article.byline.authors.iter().map(|author| match person(author) {
        Some((family, given)) => ("AU", format!("{family}, {given}")),
        None => ("AU", author.clone()),
    }));
    lines.push(("TI", facts.title.clone()));
    if article.byline.outlet.is_some() {
        lines.push(("T2", facts.outlet.clone()));
    }
    if let Some(published) = &facts.published {
        lines.push(("DA", slashed(published)));
    }
    let who = attribution(facts);
    let who = if who.is_empty() { String::new() } else { format!(" — {who}") };
    lines.push(("N1", format!("{}{who}", facts.said)));
    if let Some(url) = &facts.url {
        lines.push(("UR", url.clone()));
    }
    lines.extend(facts.link.clone().map(|link| ("L2", link)));
    if !day.is_empty() {
        lines.push(("Y2", slashed(day)));
    }
    if !accessed.is_empty() {
        lines.push(("N1", accessed.to_owned()));
    }
    lines.push(("ER", String::new()));
    lines
        .into_iter()
        .map(|(tag, value)| {
            format!("{tag}  - {}\r\n", value.split_whitespace().collect::<Vec<_>>().join(" "))
        })
        .collect()
}

/// Words in the names of authors that are no persons.
const OF_BODIES: [&str; 30] = [
    "agence",
    "agency",
    "agentur",
    "board",
    "bureau",
    "correspondent",
    "correspondents",
    "desk",
    "editor",
    "editors",
    "group",
    "institute",
    "jr",
    "magazine",
    "media",
    "network",
    "news",
    "newsroom",
    "post",
    "presse",
    "press",
    "redaktion",
    "reporter",
    "reporters",
    "service",
    "services",
    "sr",
    "staff",
    "times",
    "writers",
];

/// The family name and what stands before it, of an author who reads as a person: of two to five words, all with a
/// capital but for particles such as "van" and "de la", which go with the family name. Other names are better left as
/// they are.
fn person(author: &str) -> Option<(&str, &str)> {
    let words: Vec<&str> = author.split(' ').collect();
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase);
    let is_particle = |word: &&str| {
        word.len() <= 3
            && word.chars().all(char::is_lowercase)
            && !matches!(*word, "and" | "for" | "of" | "the")
    };
    let is_of_bodies = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        word.is_empty() || word == "the" || OF_BODIES.contains(&&*word)
    };
    let [first, .., last] = &*words else { return None };
    let is_person = words.len() <= 5
        && is_capital(first)
        && is_capital(last)
        && words.iter().all(|word| is_capital(word) || is_particle(word))
        // Somebody in capitals alone is an agency, and a comma is somebody else's order.
        && words.iter().any(|word| word.chars().any(char::is_lowercase) && is_capital(word))
        && !author.contains(|c: char| ",;/&".contains(c) || c.is_numeric())
        && !author.split([' ', '-']).any(is_of_bodies);
    if !is_person {
        return None;
    }
    let at = words.iter().position(is_particle).unwrap_or(words.len() - 1);
    let n_given: usize = words[..at].iter().map(|word| word.len() + 1).sum();
    let (given, family) = author.split_at(n_given);
    Some((family, given.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(format: Format, expected: &str) {
        check_at("https://a.example/", format, expected);
    }

    #[track_caller]
    fn check_at(site: &str, format: Format, expected: &str) {
        let dossier = Dossier::sample();
        let source = dossier.open_article(crate::article::ArticleId(0));
        let cited = Cited {
            site: site.to_owned(),
            base: Base::Site(""),
            edition: "3f9c".to_owned(),
            day: "2026-11-27".to_owned(),
        };
        assert_eq!(cite(&dossier, &source, Subject::Quotation(0), format, &cited), expected);
    }

    #[test]
    fn a_citation_has_words_speaker_source_and_address() {
        check(
            Format::Text,
            "“It is calm” — Ada Voss. Outlet not stated, All calm, Date not stated.\n\
             https://a.example/articles/calm.html?words=64249c17#calm-p1\n\
             Edition 3f9c, accessed 27 November 2026.",
        );
    }

    #[test]
    fn a_dossier_at_no_address_has_no_links() {
        check_at(
            "",
            Format::Text,
            "“It is calm” — Ada Voss. Outlet not stated, All calm, Date not stated.\n\
             Edition 3f9c, accessed 27 November 2026.",
        );
        check_at(
            "",
            Format::Markdown,
            "> “It is calm”\n>\n> — Ada Voss. Outlet not stated, *All calm*, Date not stated. \
             Edition 3f9c, accessed 27 November 2026.\n",
        );
        check_at(
            "",
            Format::Html,
            "<figure><blockquote><p>“It is calm”</p></blockquote><figcaption>Ada Voss. Outlet not stated, \
             <cite>All calm</cite>, Date not stated. Edition 3f9c, accessed 27 November 2026</figcaption></figure>",
        );
    }

    #[test]
    fn reference_managers_read_it() {
        check(
            Format::Ris,
            "TY  - NEWS\r\nTI  - All calm\r\nN1  - “It is calm” — Ada Voss\r\n\
             L2  - https://a.example/articles/calm.html?words=64249c17#calm-p1\r\n\
             Y2  - 2026/11/27\r\nN1  - Edition 3f9c, accessed 27 November 2026\r\nER  - \r\n",
        );
        check(
            Format::BibTex,
            "@online{calm-64249c17,\n  title = {{All calm}},\n  \
             url = {https://a.example/articles/calm.html?words=64249c17#calm-p1},\n  quote = {“It is calm”},\n  \
             quotedspeaker = {Ada Voss},\n  note = {Edition 3f9c, accessed 27 November 2026},\n  \
             urldate = {2026-11-27}\n}\n",
        );
    }

    #[test]
    fn persons_are_told_from_bodies_by_their_names() {
        for (author, expected) in [
            ("Nora Whitlock", Some(("Whitlock", "Nora"))),
            ("Rhys ap Gwilym", Some(("ap Gwilym", "Rhys"))),
            ("Sofía Fernández de la Vega", Some(("de la Vega", "Sofía Fernández"))),
            ("J. R. Doe", Some(("Doe", "J. R."))),
            ("Beatrice Okonkwo-Featherstonehaugh", Some(("Okonkwo-Featherstonehaugh", "Beatrice"))),
            ("Meridian News Agency", None),
            ("Agence France-Presse", None),
            ("The Associated Press", None),
            ("Department of Health", None),
            ("AP", None),
            ("BBC Monitoring", Some(("Monitoring", "BBC"))),
            ("Reuters", None),
            ("staff", None),
            ("Doe, Jane", None),
            ("王 小明", None),
        ] {
            assert_eq!(person(author), expected, "{author}");
        }
    }

    #[test]
    fn authors_are_no_part_of_the_speaker_and_sort_by_their_family_names() {
        let mut sample = crate::dossier::Sample::new();
        sample.articles[0].byline.authors = vec!["Nora Whitlock".to_owned(), "staff".to_owned()];
        let dossier = Dossier::open(sample.pack().leak()).expect("it was just encoded");
        let source = dossier.open_article(crate::article::ArticleId(0));
        let day = String::new();
        let cited = Cited { site: day.clone(), base: Base::Site(""), edition: day.clone(), day };
        let cite = |format| cite(&dossier, &source, Subject::Quotation(0), format, &cited);
        assert!(cite(Format::Html).contains(">Ada Voss. Nora Whitlock and staff, Outlet"));
        assert!(cite(Format::Markdown).contains("— Ada Voss. Nora Whitlock and staff, Outlet"));
        assert!(cite(Format::BibTex).contains("author = {Whitlock, Nora and {staff}}"));
        assert!(cite(Format::Ris).contains("AU  - Whitlock, Nora\r\nAU  - staff\r\n"));
    }
}
