//! The one-file edition: the whole reader in one page that opens from disk, with nothing to load.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Opens the script by which Trunk starts the reader.
const START: &str = "<script type=\"module\">";
const END: &str = "</script>";

/// Opens the script that asks for the wasm early.
const REQUEST: &str = "<script>whosaid.wasm=";

/// From here on, what stands in the page's foot needs the other files of the site.
const FOOT: &str = "<!-- whosaid:foot -->";
const FOOT_END: &str = "</footer>";

/// The file of the reader's script, as the script that starts it names it.
pub fn script_name(page: &str) -> Option<&str> {
    let (_, start) = page.split_once(START)?;
    let (_, name) = start.split_once("from './")?;
    Some(name.split_once('\'')?.0)
}

/// `page` without any other file: the reader's `script` and `wasm` are in it, and so is its icon.
/// `foot` stands in the place of all in its foot that needs the site.
///
/// # Errors
///
/// What is wrong, when the engine's page or script is not as Trunk and wasm-bindgen write them.
pub fn one_file(
    page: &str,
    foot: &str,
    script: &str,
    wasm: &[u8],
    icon: &[u8],
) -> Result<String, String> {
    // By wasm-bindgen's convention the script's default export starts the wasm that it is given.
    let init = script
        .split_once(" as default")
        .and_then(|(before, _)| before.rsplit(['{', ',', ' ']).next())
        .ok_or("the reader's script has no default export")?;
    let (before, rest) = page.split_once(START).ok_or("the page has no script that starts it")?;
    let (_, after) = rest.split_once(END).ok_or("the page's script has no end")?;
    let before = before.split_once(REQUEST).map_or(before, |(before, _)| before);
    let (body, rest) = after.split_once(FOOT).ok_or("the page has no foot")?;
    let (_, end) = rest.split_once(FOOT_END).ok_or("the page's foot has no end")?;
    let icon = STANDARD.encode(icon);
    let icon = format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">");
    let wasm = STANDARD.encode(wasm);
    // WebKit tells nobody of a module that fails while it waits.
    let start = format!(
        "\ntry {{ await {init}({{ module_or_path: whosaid.engine(Uint8Array.from(atob(\"{wasm}\"), (c) => c.charCodeAt(0))) }}) }} catch (e) {{ reportError(e) }}\n"
    );
    // In JavaScript both mean the same; in a page only one of them ends the script.
    let script = script.replace("</script", "<\\/script");
    // "./" is a site's front page, but a file's folder.
    let body = without_links(body).replace("href=\"./\"", "href=\"?\"");
    let head = without_links(before);
    Ok([&*head, &*icon, START, &*script, &*start, END, &*body, foot, FOOT_END, end].concat())
}

/// `page` without its `<link>` elements.
fn without_links(page: &str) -> String {
    let mut parts = page.split("<link ");
    let first = parts.next().unwrap_or_default();
    let rest = parts.map(|part| part.split_once('>').map_or("", |(_, after)| after));
    [first].into_iter().chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><link rel=\"icon\" href=\"./icon.svg\"><script>first()</script>\
        <script>whosaid.wasm=fetch('./reader-1f_bg.wasm')</script><script type=\"module\">\nimport init, * as bindings from './reader-1f.js';\n</script></head>\
        <body><a href=\"./\">Home</a><footer>By rules.<!-- whosaid:foot -->Link</footer></body>";

    #[test]
    fn nothing_is_left_to_load() {
        assert_eq!(script_name(PAGE), Some("reader-1f.js"));
        let script = "function i(){\"</script>\"}export{s as initSync,i as default};";
        let page = one_file(PAGE, "Foot", script, b"\0asm", b"<svg/>");
        assert_eq!(
            page.as_deref(),
            Ok("<head><script>first()</script>\
                <link rel=\"icon\" href=\"data:image/svg+xml;base64,PHN2Zy8+\">\
                <script type=\"module\">function i(){\"<\\/script>\"}export{s as initSync,i as default};\n\
                try { await i({ module_or_path: whosaid.engine(Uint8Array.from(atob(\"AGFzbQ==\"), (c) => c.charCodeAt(0))) }) } catch (e) { reportError(e) }\n\
                </script></head><body><a href=\"?\">Home</a>\
                <footer>By rules.Foot</footer></body>")
        );
    }

    #[test]
    fn what_is_no_engine_is_refused() {
        assert!(one_file("<p>", "", "export{i as default}", b"", b"").is_err());
        assert!(one_file(PAGE, "", "let a", b"", b"").is_err());
        assert_eq!(script_name("<p>"), None);
    }
}
