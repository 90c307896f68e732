//! `404.html`: what hosts show where a site has no such page.
//!
//! They show it at any address, so nothing in it is named from where it stands: it has its own style sheet in
//! it, and its links lead from the site's address, or from the host's root where that is not known.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, PreEscaped, html};
use sha2::{Digest, Sha256};

use super::frame::publisher;
use crate::dossier::Dossier;
use crate::host_look::Accent;
use crate::language::direction;
use crate::source::Site;

/// The name of the file.
pub const NOT_FOUND: &str = "404.html";

/// The colours and measures of `static/css/variables.css`, as far as this page needs them.
const STYLE: &str = "\
:root{color-scheme:light dark;--paper:light-dark(#fdfdfb,#141717);--ink:light-dark(#181b1b,#e7e8e3);\
--ink-2:light-dark(#515959,#a9b1af);--rule:light-dark(#d6dad7,#353c3b);--accent:light-dark(#00616c,#83cdd3);\
--serif:\"Iowan Old Style\",\"Palatino Linotype\",Palatino,P052,Georgia,serif;\
--sans:-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"Helvetica Neue\",Arial,sans-serif}\
*{margin:0}\
body{display:flex;flex-direction:column;min-block-size:100vh;box-sizing:border-box;\
padding-inline:max(clamp(1rem,4vw,2.25rem),50vw - 35.25rem);background:var(--paper);color:var(--ink);\
font:1rem/1.6 var(--sans)}\
header{padding-block:.75rem;border-block-end:1px solid var(--ink);font:600 1.4375rem/1.7 var(--serif)}\
header i{font-weight:400}\
header a{color:inherit;text-decoration-line:none}\
main{flex:1;padding-block:clamp(3rem,12vh,7rem) 3rem;max-inline-size:36rem}\
.kicker{font:600 .8125rem/1.4 var(--sans);color:var(--ink-2)}\
h1{margin-block:.4rem 1rem;text-wrap:balance;font:600 clamp(2.125rem,1.3rem + 3.6vw,3.375rem)/1.1 var(--serif)}\
main p+p{margin-block-start:1rem}\
.lead{font:1.1875rem/1.6 var(--serif)}\
a{color:var(--accent);text-underline-offset:.2em}\
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}\
ul{margin-block-start:2rem;padding:0;list-style:none;border-block-start:1px solid var(--rule)}\
li{padding-block:.6rem;border-block-end:1px solid var(--rule)}\
footer:not(:empty){padding-block:1rem 2rem;border-block-start:1px solid var(--ink);font-size:.875rem}\
footer p{display:flex;flex-wrap:wrap;gap:0 1.5rem}\
@media (forced-colors:active){:root{--paper:Canvas;--ink:CanvasText;--ink-2:CanvasText;--rule:CanvasText;\
--accent:LinkText}}";

/// The page, and its Content-Security-Policy.
pub fn page(dossier: &Dossier, site: &Site) -> (String, String) {
    let style = STYLE.to_owned() + &site.accent.map(Accent::style_sheet).unwrap_or_default();
    let hash = STANDARD.encode(Sha256::digest(&style));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'"
    );
    let home = site.url.as_deref().unwrap_or("/");
    let title = &dossier.masthead.title;
    let page = html! {
        (DOCTYPE)
        html lang="en" dir=(direction(&dossier.masthead.language)) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                title { "Page not found – " (title) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                meta name="referrer" content="no-referrer";
                style { (PreEscaped(&style)) }
            }
            body {
                header { p { a href=(home) { "Who" i { "said" } } } }
                main {
                    p.kicker { "Page not found" }
                    h1 { "There is no such page" }
                    p.lead {
                        "The address may be mistyped, or the page is no longer part of “"
                        bdi lang=(dossier.masthead.language) { (title) } "”."
                    }
                    ul {
                        li { a href=(home) { "All articles" } }
                        li { a href={ (home) "speakers/index.html" } { "Who speaks" } }
                    }
                }
                footer { (publisher(&site.colophon)) }
            }
        }
    };
    (page.into_string() + "\n", policy)
}
