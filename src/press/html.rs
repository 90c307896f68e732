//! [`Shell`]: the page that Trunk built, and its parts that a dossier fills.
//!
//! | part | where it stands in the shell |
//! |---|---|
//! | language, direction, home and blocks | the attributes `lang`, `dir`, `data-home` and `data-blocks` of `<html>` |
//! | the page's own words | in `.skip-link`, `#failure`, `<noscript>` and `.colophon` |
//! | the head | in place of the `<title>` |
//! | the page | in the element `#reader`, its path in the attribute `data-page` |
//! | what follows it | after that element |
//! | the foot | in `#site-foot`, after its `.colophon` |
//!
//! A minifier leaves these as they are, whatever it does to comments, quotation marks and spaces.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use lol_html::html_content::{ContentType, Element};
use lol_html::{ElementContentHandlers, RewriteStrSettings, element, rewrite_str};
use maud::html;
use sha2::{Digest, Sha256};

use super::digest::hex;
use super::part::LINKED;
use super::policy::policy;
use crate::i18n::{self, tr};

/// What an earlier pressing put beside the title: all of [`frame::head`](super::frame::head) but the title
/// itself.
const HEAD_OF_DOSSIER: &str = "meta[http-equiv=Content-Security-Policy], meta[name=description], \
                               meta[property], meta[name^=whosaid-], meta[name=robots], meta[name^=twitter], link[rel=alternate], style[data-publisher], \
                               link[rel=canonical], \
                               script[type=\"application/ld+json\"]";

/// The page shell, without the content of a dossier.
#[derive(Clone)]
pub struct Shell {
    html: String,
    /// Its inline scripts, in order.
    pub scripts: Vec<Script>,
    /// The texts of its inline style sheets, in order.
    pub styles: Vec<String>,
}

/// An inline script.
#[derive(Clone)]
pub struct Script {
    /// Whether it is a module: `type="module"`.
    pub is_module: bool,
    pub text: String,
}

/// What a dossier fills the shell with, as HTML but for attributes.
#[derive(Clone, Copy, Default)]
pub struct Content<'a> {
    /// `ltr` or `rtl`.
    pub direction: &'a str,
    /// The way to the site's folder; empty for a page in it.
    pub home: &'a str,
    /// The path of the page below the site's folder; `None` in the edition in one file.
    pub path: Option<&'a str>,
    pub head: &'a str,
    pub page: &'a str,
    /// What follows the page.
    pub after: &'a str,
    /// The names of the blocks that the page was drawn from, with spaces between them.
    pub blocks: &'a str,
    pub foot: &'a str,
}

/// What becomes of an inline script.
pub enum Change<'a> {
    Keep,
    Remove,
    /// Another text, which does not hold `</script`, and HTML to put before the element.
    Replace {
        text: &'a str,
        before: &'a str,
    },
}

/// A way to change a page while it is read.
type Settings<'h> = RewriteStrSettings<'h, 'static>;

impl Shell {
    /// The shell of a page: of an engine, or of a finished site, whose content is taken out.
    ///
    /// # Errors
    ///
    /// Which part of [the shell](self) the page does not have.
    pub fn new(page: &str) -> Result<Self, String> {
        let (has_title, has_reader, has_foot) =
            (Cell::new(false), Cell::new(false), Cell::new(false));
        let settings = Settings::new()
            .append_element_content_handler(element!(HEAD_OF_DOSSIER, |element| {
                element.remove();
                Ok(())
            }))
            .append_element_content_handler(element!("title", |_| {
                has_title.set(true);
                Ok(())
            }))
            .append_element_content_handler(element!("#reader", |reader| {
                has_reader.set(true);
                reader.set_inner_content("", ContentType::Html);
                reader.remove_attribute("data-page");
                Ok(())
            }))
            .append_element_content_handler(element!("#site-foot", |_| {
                has_foot.set(true);
                Ok(())
            }))
            .append_element_content_handler(element!("html", |html| {
                html.remove_attribute("data-home");
                html.remove_attribute("data-blocks");
                Ok(())
            }))
            .append_element_content_handler(element!("#site-foot > *:not(.colophon)", |element| {
                element.remove();
                Ok(())
            }));
        let html = rewritten(page, settings);
        for (part, is_there) in
            [("<title>", has_title), ("#reader", has_reader), ("#site-foot", has_foot)]
        {
            if !is_there.get() {
                return Err(format!("has no element {part}"));
            }
        }
        Ok(Self::from_html(html))
    }

    fn from_html(html: String) -> Self {
        let scripts = RefCell::new(Vec::new());
        let styles = RefCell::new(Vec::new());
        let settings = Settings::new()
            .append_element_content_handler((
                selector(INLINE_SCRIPT),
                ElementContentHandlers::default()
                    .element(|element: &mut Element| {
                        let kind = element.get_attribute("type");
                        let is_module = kind.is_some_and(|kind| kind == "module");
                        scripts.borrow_mut().push(Script { is_module, text: String::new() });
                        Ok(())
                    })
                    .text(|chunk: &mut lol_html::html_content::TextChunk| {
                        if let Some(script) = scripts.borrow_mut().last_mut() {
                            script.text.push_str(chunk.as_str());
                        }
                        Ok(())
                    }),
            ))
            .append_element_content_handler((
                selector("style"),
                ElementContentHandlers::default()
                    .element(|_: &mut Element| {
                        styles.borrow_mut().push(String::new());
                        Ok(())
                    })
                    .text(|chunk: &mut lol_html::html_content::TextChunk| {
                        if let Some(style) = styles.borrow_mut().last_mut() {
                            style.push_str(chunk.as_str());
                        }
                        Ok(())
                    }),
            ));
        rewritten(&html, settings);
        Self { html, scripts: scripts.into_inner(), styles: styles.into_inner() }
    }

    /// The shell as HTML.
    pub fn html(&self) -> &str {
        &self.html
    }

    /// The shell with another name of a file wherever it has that `name`, in scripts and attributes.
    #[must_use]
    pub fn with_renamed(&self, name: &str, new_name: &str) -> Self {
        Self::from_html(self.html.replace(name, new_name))
    }

    /// The shell for pages in a folder of the site: what it names by `./` lies a level up. `files` are those
    /// that its scripts name.
    #[must_use]
    pub fn below(&self, files: &[&str]) -> Self {
        let mut html = self.html.clone();
        for name in files {
            html = html.replace(&format!("./{name}"), &format!("../{name}"));
        }
        let up = Settings::new().append_element_content_handler(element!(
            "link[href], script[src]",
            |element| {
                for attribute in ["href", "src"] {
                    let address = element.get_attribute(attribute).unwrap_or_default();
                    if let Some(name) = address.strip_prefix("./") {
                        element.set_attribute(attribute, &format!("../{name}"))?;
                    }
                }
                Ok(())
            }
        ));
        Self::from_html(rewritten(&html, up))
    }

    /// The shell that loads its style sheets and its first script, the one that must run before the page is
    /// painted, instead of having them in it; and these two files by their names, which hold their hashes.
    pub fn with_linked(&self) -> (Self, BTreeMap<String, Vec<u8>>) {
        let file = |kind: &str, text: String| {
            let hash = hex(&Sha256::digest(&text), 16);
            (format!("{LINKED}{hash}.{kind}"), text)
        };
        let style = file("css", self.styles.join("\n"));
        let first = self.scripts.first().map(|script| script.text.clone());
        let script = file("js", first.unwrap_or_default());
        let (are_styles_linked, is_script_linked) = (Cell::new(false), Cell::new(false));
        let settings = Settings::new()
            .append_element_content_handler(element!("style", |element| {
                if are_styles_linked.replace(true) {
                    element.remove();
                } else {
                    let link = format!("<link rel=\"stylesheet\" href=\"./{}\">", style.0);
                    element.replace(&link, ContentType::Html);
                }
                Ok(())
            }))
            .append_element_content_handler(element!(INLINE_SCRIPT, |element| {
                if !is_script_linked.replace(true) {
                    element.set_attribute("src", &format!("./{}", script.0))?;
                    element.set_inner_content("", ContentType::Html);
                }
                Ok(())
            }));
        let shell = Self::from_html(rewritten(&self.html, settings));
        (shell, [style, script].map(|(name, text)| (name, text.into_bytes())).into())
    }

    /// The Content-Security-Policy of its pages, which may have a style sheet `look` in their heads: see
    /// [`policy`].
    pub fn policy(&self, has_worker: bool, origin: Option<&str>, look: Option<&str>) -> String {
        let scripts = self.scripts.iter().map(|script| script.text.as_str());
        policy(scripts, self.styles.iter().map(String::as_str).chain(look), has_worker, origin)
    }

    /// The page with a dossier's content.
    pub fn filled(&self, content: &Content) -> String {
        rewritten(&self.html, filling(content))
    }

    /// The page with a dossier's content, without `<link>`s, and with its inline scripts changed: by a
    /// number for each, which is its place in [`scripts`](Self::scripts).
    pub fn filled_without_links<'a>(
        &self,
        content: &Content,
        change: impl Fn(usize) -> Change<'a>,
    ) -> String {
        let number = Cell::new(0);
        let settings = filling(content)
            .append_element_content_handler(element!("link", |link| {
                link.remove();
                Ok(())
            }))
            .append_element_content_handler(element!(INLINE_SCRIPT, |script| {
                match change(number.replace(number.get() + 1)) {
                    Change::Keep => {}
                    Change::Remove => script.remove(),
                    Change::Replace { text, before } => {
                        script.before(before, ContentType::Html);
                        script.set_inner_content(text, ContentType::Html);
                    }
                }
                Ok(())
            }));
        rewritten(&self.html, settings)
    }
}

const INLINE_SCRIPT: &str = "script:not([src])";

/// How the parts of a shell are filled.
fn filling<'c>(content: &Content<'c>) -> Settings<'c> {
    let Content { direction, home, path, head, page, after, blocks, foot } = *content;
    let mut is_filled = false;
    with_words(Settings::new())
        .append_element_content_handler(element!("html", move |html| {
            html.set_attribute("lang", i18n::language())?;
            html.set_attribute("dir", direction)?;
            if !home.is_empty() {
                html.set_attribute("data-home", home)?;
            }
            if !blocks.is_empty() {
                html.set_attribute("data-blocks", blocks)?;
            }
            Ok(())
        }))
        .append_element_content_handler(element!("title", move |title| {
            // One in a drawing, further down, is not the page's.
            if !std::mem::replace(&mut is_filled, true) {
                title.replace(head, ContentType::Html);
            }
            Ok(())
        }))
        .append_element_content_handler(element!("#reader", move |reader| {
            reader.set_inner_content(page, ContentType::Html);
            if let Some(path) = path {
                reader.set_attribute("data-page", path)?;
            }
            reader.after(after, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("#site-foot", move |site_foot| {
            site_foot.append(foot, ContentType::Html);
            Ok(())
        }))
}

/// How the words that stand around the app are filled in. What `static/start.js` says later lies in attributes.
fn with_words<'c>(settings: Settings<'c>) -> Settings<'c> {
    let words = |selector: &str, words: &'static str| {
        element!(selector, move |element| {
            element.set_inner_content(words, ContentType::Text);
            Ok(())
        })
    };
    settings
        .append_element_content_handler(words(".skip-link", tr!("Skip to content")))
        .append_element_content_handler(words("#failure a", tr!("Try again")))
        .append_element_content_handler(element!("#failure-what", |what| {
            what.set_inner_content(
                tr!("Search and filters could not start, but all articles are here to read."),
                ContentType::Text,
            );
            for (name, words) in [
                ("data-stopped", tr!("Something went wrong, and search and filters have stopped.")),
                ("data-redrawn", tr!("This page was not as it was written, and has been drawn anew.")),
            ] {
                what.set_attribute(name, words)?;
            }
            Ok(())
        }))
        // Its content is text to a parser that knows of scripts.
        .append_element_content_handler(element!("noscript", |noscript| {
            let words = tr!(
                "Search and filters need JavaScript. The articles and the index of speakers do not."
            );
            let notice = html! { p.notices { (words) } };
            noscript.set_inner_content(&notice.into_string(), ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(words(
            "#site-foot > .colophon",
            tr!(
                "Rules find and attribute the quotations, and the editors of this dossier correct them. Where the \
                 text does not make the speaker plain, it is left open. The articles remain their publishers’."
            ),
        ))
}

/// The publisher's own style sheet in a page of a finished site; empty where it has none.
pub fn publisher_style(page: &str) -> String {
    let style = RefCell::new(String::new());
    let settings = Settings::new().append_element_content_handler((
        selector("style[data-publisher]"),
        ElementContentHandlers::default().text(|chunk: &mut lol_html::html_content::TextChunk| {
            style.borrow_mut().push_str(chunk.as_str());
            Ok(())
        }),
    ));
    rewritten(page, settings);
    style.into_inner()
}

/// What a page says it was made by: the last such element counts.
pub fn generator(page: &str) -> Option<String> {
    let generator = RefCell::new(None);
    let settings =
        Settings::new().append_element_content_handler(element!("meta[name=generator]", |meta| {
            *generator.borrow_mut() = meta.get_attribute("content");
            Ok(())
        }));
    rewritten(page, settings);
    generator.into_inner()
}

fn rewritten(html: &str, settings: Settings) -> String {
    // Without `strict` no markup is refused, and no handler here fails.
    rewrite_str(html, settings.with_strict(false)).expect("any text can be read as HTML")
}

fn selector(css: &str) -> Cow<'static, lol_html::Selector> {
    Cow::Owned(css.parse().expect("the selector is well formed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><html lang=\"en\"><head><title>Whosaid</title><style>p{}</style>\
        <script>one()</script><link rel=\"icon\" href=\"a\"><script src=\"two.js\"></script>\
        <script type=\"module\">three('<title>')</script></head><body><div id=\"reader\"></div>\
        <footer id=\"site-foot\"><p class=\"colophon\"></p></footer></body></html>";

    /// As a minifier leaves it.
    const MINIFIED: &str = "<!doctypehtml><html lang=en><head><title>Whosaid</title><body><div id=reader></div>\
        <footer class=\"a b\" id=site-foot><p class=colophon></p></footer>";

    fn content<'a>(head: &'a str, page: &'a str) -> Content<'a> {
        let foot = "<a>Foot</a><span><b>!</b></span>";
        Content { direction: "rtl", head, page, foot, ..Content::default() }
    }

    #[test]
    fn a_shell_is_filled_and_emptied_again() {
        for page in [PAGE, MINIFIED] {
            let shell = Shell::new(page).unwrap();
            assert_eq!(shell.html(), page);
            let head = "<meta http-equiv=\"Content-Security-Policy\" content=\"x\"><title>T</title>\
                <meta name=\"description\" content=\"d\"><link rel=\"canonical\" href=\"u\">\
                <meta name=\"whosaid-hosts\" content=\"h\"><meta property=\"og:type\" content=\"article\">\
                <script type=\"application/ld+json\">{}</script>";
            let one = content(head, "<div><p>One</p></div><footer>2</footer>");
            let filled = shell.filled(&one);
            for part in [
                " dir=\"rtl\">",
                &format!("<head>{head}<"),
                &format!("reader\">{}</div>", one.page).replace("reader\"", "reader"),
                &format!("publishers’.</p>{}</footer>", one.foot),
            ] {
                let filled = filled.replace("\"reader\"", "reader");
                assert!(filled.contains(part), "{part} is not in {filled}");
            }
            let other = content("<title>Other</title>", "other");
            assert_eq!(Shell::new(&filled).unwrap().filled(&other), shell.filled(&other));
        }
    }

    #[test]
    fn a_page_in_a_folder_names_what_lies_above_it() {
        let page = PAGE
            .replace("<link rel=\"icon\" href=\"a\">", "<link rel=\"icon\" href=\"./a.svg\">")
            .replace("one()", "import('./one.js')");
        let shell = Shell::new(&page).unwrap().below(&["one.js"]);
        assert_eq!(shell.scripts[0].text, "import('../one.js')");
        let head = "<title>A</title>";
        let path = Some("articles/a.html");
        let content = Content { home: "../", path, head, ..Content::default() };
        let filled = shell.filled(&content);
        assert!(filled.contains("href=\"../a.svg\""), "{filled}");
        assert!(filled.contains("data-home=\"../\""), "{filled}");
        assert!(filled.contains("data-page=\"articles/a.html\""), "{filled}");
        // As an engine it is what it was.
        let again = Shell::new(&filled).unwrap();
        assert!(!again.html().contains("data-"), "{}", again.html());
    }

    #[test]
    fn styles_and_the_first_script_are_linked() {
        let page = PAGE.replace("</title>", "</title><style>a{}</style>");
        let (shell, files) = Shell::new(&page).unwrap().with_linked();
        let [style_name, script_name] =
            [".css", ".js"].map(|kind| files.keys().find(|name| name.ends_with(kind)).unwrap());
        assert_eq!(files[style_name], b"a{}\np{}");
        assert_eq!(files[script_name], b"one()");
        let shell = shell.below(&[]);
        assert_eq!(
            shell.html().replace(style_name, "S").replace(script_name, "J"),
            page.replace("<style>a{}</style>", "<link rel=\"stylesheet\" href=\"../S\">")
                .replace("<style>p{}</style>", "")
                .replace("<script>one()", "<script src=\"../J\">")
        );
        assert_eq!((shell.styles.len(), shell.scripts.len()), (0, 1), "the policy names no others");
        // The names change with what is in them.
        let (_, others) = Shell::new(&page.replace("one", "two")).unwrap().with_linked();
        assert!(others.contains_key(style_name));
        assert!(!others.contains_key(script_name));
    }

    #[test]
    fn inline_scripts_and_styles_are_found() {
        let Shell { scripts, styles, .. } = Shell::new(PAGE).unwrap();
        let scripts: Vec<_> =
            scripts.iter().map(|script| (script.is_module, script.text.as_str())).collect();
        assert_eq!(scripts, [(false, "one()"), (true, "three('<title>')")]);
        assert_eq!(styles, ["p{}"]);
    }

    #[test]
    fn scripts_are_changed_and_links_taken_out() {
        let shell = Shell::new(PAGE).unwrap();
        let changes = |number| match number {
            0 => Change::Remove,
            _ => Change::Replace { text: "a && b", before: "<link id=new>" },
        };
        let page = shell.filled_without_links(&content("<title>T</title>", ""), changes);
        assert!(
            page.contains(
                "</style><script src=\"two.js\"></script><link id=new><script type=\"module\">a && b</script>"
            ),
            "{page}"
        );
    }

    #[test]
    fn what_is_no_shell_is_refused() {
        for (part, what) in [
            ("<title>Whosaid</title>", "has no element <title>"),
            ("id=\"reader\"", "has no element #reader"),
            ("id=\"site-foot\"", "has no element #site-foot"),
        ] {
            assert_eq!(Shell::new(&PAGE.replace(part, "")).err().as_deref(), Some(what));
        }
    }
}
