//! [`without_teasers`] and [`is_list_of_teasers`]: links to other articles, behind an article or in place of one.

use std::collections::{BTreeMap, BTreeSet};

use dom_query::{Document, NodeId, NodeRef};

use crate::web_url::is_web_url;

/// Fewer links to other articles, each in a block of its own, may stand in any article.
const FEWEST_TEASERS: usize = 3;

/// The elements that are blocks of text.
const BLOCKS: [&str; 10] = ["p", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6"];

/// The body without the links to other articles that end it, and the headings above them.
pub fn without_teasers(body: &str) -> &str {
    let mut body = body;
    while let Some((rest, block)) = body.rsplit_once("\n\n") {
        if !(is_link(block) || block.starts_with('#')) {
            break;
        }
        body = rest;
    }
    body
}

/// Whether the content of a page is no article but a list of others, as the front page of a site is: half of its
/// headings, or a third of its blocks, lead to other pages of the site (`url`), by a link that is the whole of one or
/// by one in the same words ("Read more"), or by one around blocks. Where no heading does, an article may have such
/// links before it or behind it, as to its sources: most of its words stand together, and those of a list between its
/// links.
pub fn is_list_of_teasers(content: &Document, url: Option<&str>) -> bool {
    let (mut n_headings, mut n_blocks) = (0_usize, 0_usize);
    for name in content.root().descendants_it().filter_map(|node| block_name(&node)) {
        n_headings += usize::from(name.starts_with('h'));
        n_blocks += 1;
    }
    let (mut n_of_headings, mut whole) = (0, BTreeSet::new());
    let mut alike: BTreeMap<String, BTreeSet<NodeId>> = BTreeMap::new();
    // Of each block once, however many links it has.
    let mut letters: BTreeMap<NodeId, usize> = BTreeMap::new();
    for link in content.select("a[href]").nodes() {
        let words = words_of(link);
        let leads_on =
            |address: &str| is_of_site(address, url) && !(words.is_empty() && is_image(address));
        if !link.attr("href").is_some_and(|address| leads_on(&address)) {
            continue;
        }
        let block = link.ancestors_it(None).find(|node| block_name(node).is_some());
        let block = block.filter(|block| {
            let n_letters = letters.entry(block.id).or_insert_with(|| n_letters_of(block));
            *n_letters == n_letters_of(link)
        });
        let is_of_heading = block.as_ref().is_some_and(is_heading)
            || link.descendants_it().any(|node| is_heading(&node));
        n_of_headings += usize::from(is_of_heading);
        let is_around = link.descendants_it().any(|node| block_name(&node).is_some());
        if block.is_some() || is_around {
            whole.insert(link.id);
        }
        alike.entry(words).or_default().insert(link.id);
    }
    let alike = alike.into_values().max_by_key(BTreeSet::len).unwrap_or_default();
    let is_much = |n: usize, n_in_all: usize| n >= FEWEST_TEASERS && n >= n_in_all;
    let is_of_links = |links: &BTreeSet<NodeId>| {
        is_much(links.len(), n_blocks.div_ceil(3)) && !stands_together(content, links)
    };
    is_much(n_of_headings, n_headings.div_ceil(2)) || is_of_links(&whole) || is_of_links(&alike)
}

/// Whether most letters of the content stand in one stretch that none of these links parts.
fn stands_together(content: &Document, links: &BTreeSet<NodeId>) -> bool {
    let (mut n_all, mut n_of_link, mut n_here, mut n_most) = (0, 0, 0, 0);
    for node in content.root().descendants_it() {
        if links.contains(&node.id) {
            (n_here, n_of_link) = (0, n_letters_of(&node));
        } else if node.is_text() {
            let n_letters = n_letters_of(&node);
            n_all += n_letters;
            // The texts of a link follow it.
            match n_of_link {
                0 => n_here += n_letters,
                _ => n_of_link -= n_letters.min(n_of_link),
            }
            n_most = n_most.max(n_here);
        }
    }
    n_most * 2 > n_all
}

/// The name of an element that is a block of text.
fn block_name(node: &NodeRef<'_>) -> Option<&'static str> {
    let name = node.node_name()?;
    BLOCKS.into_iter().find(|block| *block == &*name)
}

fn is_heading(node: &NodeRef<'_>) -> bool {
    block_name(node).is_some_and(|name| name.starts_with('h'))
}

/// How many characters an element has beside white space.
fn n_letters_of(node: &NodeRef<'_>) -> usize {
    node.text().chars().filter(|c| !c.is_whitespace()).count()
}

/// The words of an element, with single spaces between them.
fn words_of(node: &NodeRef<'_>) -> String {
    node.text().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a link leads to another page of the site on which it stands.
fn is_of_site(address: &str, url: Option<&str>) -> bool {
    let host_of = |url: &str| url.split('/').nth(2).map(str::to_owned);
    match address {
        _ if is_web_url(address) => url.is_some_and(|url| host_of(url) == host_of(address)),
        _ => !address.is_empty() && !address.starts_with('#') && !address.contains(':'),
    }
}

/// Whether a link leads to an image, as one around a smaller form of it does.
fn is_image(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"].iter().any(|ending| path.ends_with(ending))
}

/// Whether a block of Markdown is one link.
fn is_link(block: &str) -> bool {
    let words = block.trim_matches(['#', '>', '-', ' ', '*']);
    words.starts_with('[') && words.ends_with(')') && words.matches("](").count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_at_the_end_lead_elsewhere() {
        let check = |body: &str, expected: &str| assert_eq!(without_teasers(body), expected);
        check("a\n\n[b](c)\n\n## More\n\n- [d](e)\n\n- [f](g)", "a");
        check("a\n\n[b](c) d", "a\n\n[b](c) d");
        check("a\n\n[b](c) and [d](e)", "a\n\n[b](c) and [d](e)");
        check("[b](c)", "[b](c)");
    }

    #[test]
    fn a_list_is_links_for_the_most_part() {
        let check = |block: &str, n_times: usize, expected: bool| {
            let blocks: String = (0..n_times).map(|n| block.replace('0', &n.to_string())).collect();
            let content = Document::from(blocks);
            assert_eq!(
                is_list_of_teasers(&content, Some("https://a.example/")),
                expected,
                "{block}"
            );
        };
        let shut = "<h2><a href=/a0>Shut 0</a></h2><p>It is shut.</p>";
        check(shut, 3, true);
        check(shut, 2, false);
        check(&format!("<p>Today</p>{shut}<p>More</p>"), 3, true);
        check(&shut.replace("/a0", "https://a.example/0"), 3, true);
        check(&shut.replace("/a0", "https://b.example/0"), 3, false);
        check(&shut.replace("/a0", "#0"), 3, false);
        check("<div><a href=a0><h3>Shut 0</h3><p>It is shut.</p></a></div>", 3, true);
        check("<h3>Shut 0</h3><p>It is shut. <a href=a0>Read more</a></p>", 3, true);
        check("<li><a href=a0> Shut 0 </a></li>", 9, true);
        check("<a href=a0><img src=b.jpg><p>Shut 0</p><p>It is shut.</p></a>", 9, true);
        check("<h3>Shut 0</h3><p>It is <a href=a0>shut 0</a>.</p>", 9, false);
        check(
            "<p><a href=a0>Shut 0</a></p><p>It is.</p><p>It was.</p><p>It will be.</p>",
            9,
            false,
        );
        check("<p><a href=a0.jpg><img src=a0-small.jpg></a></p><p>It is shut.</p>", 9, false);
        check("<p><a href=a0><img src=a0-small.jpg></a></p><p>It is shut.</p>", 9, true);
    }

    #[test]
    fn an_article_with_many_links_stands_together() {
        let check = |html: String, expected: bool| {
            let content = Document::from(html);
            assert_eq!(is_list_of_teasers(&content, Some("https://a.example/")), expected);
        };
        let links = "<li><a href=/a>Shut since May</a></li>".repeat(9);
        let text = "<p>The council of the town voted on Monday, and it will meet again.</p>";
        check(format!("{}{links}", text.repeat(9)), false);
        check(format!("{links}{}", text.repeat(9)), false);
        // An introduction makes no article of a list.
        check(format!("{text}{links}"), true);
        let teaser = format!("{text}<p><a href=/a>Read more</a></p>");
        check(teaser.repeat(9), true);
        check(format!("<h2><a href=/a>Shut</a></h2>{}", text.repeat(9)).repeat(3), true);
        check(format!("<h2><a href=/a>Shut</a></h2>{text}").repeat(3) + &text.repeat(9), true);
    }
}
