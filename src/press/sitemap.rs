//! What search engines ask a site for: its sitemap (<https://www.sitemaps.org/protocol.html>), and
//! `robots.txt`, which names it (RFC 9309). Both need to know where the site stands.

use maud::{Markup, html};
use percent_encoding::{CONTROLS, utf8_percent_encode};

use super::part::{ROBOTS, SITEMAP};
use crate::dossier::Dossier;
use crate::route::Page;

/// The most addresses that one sitemap may hold.
const MOST: usize = 50_000;

/// What stands at the head of a file of XML.
pub const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The sitemap of a site at `url`, and the file that names it: by their paths. Where the pages are more
/// than one sitemap may hold, it lists further ones.
pub fn files(dossier: &Dossier, url: &str) -> Vec<(String, String)> {
    let pages = std::iter::once(Page::Front).chain(Page::beside_front(dossier));
    let pages = pages.filter(|page| match page {
        Page::Article(id) => dossier.articles.byline(*id).withdrawn.is_none(),
        _ => true,
    });
    let addresses = pages.map(|page| encoded(&format!("{url}{}", page.path(dossier)))).collect();
    let mut files = sitemaps(url, addresses, MOST);
    let robots = format!("User-agent: *\nAllow: /\n\nSitemap: {}{SITEMAP}\n", encoded(url));
    files.push((ROBOTS.to_owned(), robots));
    files
}

fn sitemaps(url: &str, addresses: Vec<String>, most: usize) -> Vec<(String, String)> {
    let main = SITEMAP.to_owned();
    if addresses.len() <= most {
        return vec![(main, list(&addresses))];
    }
    let parts = addresses.chunks(most).map(list).enumerate();
    let parts = parts.map(|(at, part)| (format!("sitemap-{}.xml", at + 1), part));
    let mut files: Vec<(String, String)> = parts.collect();
    let index = html! {
        sitemapindex xmlns=(NAMESPACE) {
            @for (name, _) in &files { sitemap { loc { (encoded(url)) (name) } } }
        }
    };
    files.push((main, document(index)));
    files
}

fn list(addresses: &[String]) -> String {
    document(html! {
        urlset xmlns=(NAMESPACE) {
            @for address in addresses { url { loc { (address) } } }
        }
    })
}

/// A document of XML: every element has an end, and escapes are XML's as well as HTML's.
fn document(root: Markup) -> String {
    format!("{XML}{}\n", root.into_string())
}

/// An address in ASCII alone, as both files ask for.
pub fn encoded(address: &str) -> String {
    utf8_percent_encode(address, CONTROLS).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_is_parted() {
        let addresses: Vec<String> = (0..5).map(|at| format!("https://a.example/{at}&")).collect();
        let files = sitemaps("https://a.example/é/", addresses.clone(), 2);
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]);
        assert_eq!(
            files[2].1,
            format!(
                "{XML}<urlset xmlns=\"{NAMESPACE}\"><url><loc>https://a.example/4&amp;</loc></url></urlset>\n"
            )
        );
        assert!(files[3].1.contains("<loc>https://a.example/%C3%A9/sitemap-2.xml</loc>"));
        assert_eq!(sitemaps("https://a.example/", addresses, 5).len(), 1);
    }
}
