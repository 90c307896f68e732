//! `404.html`: what hosts show where a site has no such page.
//!
//! They show it at any address, so nothing in it is named from where it stands: it has its own style sheet in
//! it, and its links lead from the site's address, or from the host's root where that is not known.

use maud::{DOCTYPE, PreEscaped, html};

use super::frame::publisher;
use super::policy::policy_without_scripts;
use super::style::style_sheet;
use crate::dossier::Dossier;
use crate::i18n::{self, tr};
use crate::language::direction;
use crate::source::Site;

/// The page, and its Content-Security-Policy.
pub fn page(dossier: &Dossier, site: &Site) -> (String, String) {
    let style = style_sheet(include_str!("not_found.css"), site.accent);
    let policy = policy_without_scripts([&*style]);
    let home = site.url.as_deref().unwrap_or("/");
    let title = &dossier.masthead.title;
    let page = html! {
        (DOCTYPE)
        html lang=(i18n::language()) dir=(direction(&dossier.masthead.language)) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                title { (tr!("Page not found")) " – " (title) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                meta name="referrer" content="no-referrer";
                style { (PreEscaped(&style)) }
            }
            body {
                header { p { a href=(home) { "Who" i { "said" } } } }
                main {
                    p.kicker { (tr!("Page not found")) }
                    h1 { (tr!("There is no such page")) }
                    p.lead {
                        (tr!("The address may be mistyped, or the page is no longer part of this dossier:")) " "
                        bdi lang=(dossier.masthead.language) { (title) } "."
                    }
                    ul {
                        li { a href=(home) { (tr!("All articles")) } }
                        li { a href={ (home) "speakers/index.html" } { (tr!("Who speaks")) } }
                    }
                }
                footer { (publisher(&site.colophon)) }
            }
        }
    };
    (page.into_string() + "\n", policy)
}
