//! Makes what Trunk built smaller, before it is pressed.
//!
//! 1. All scripts and style sheets lose their comments and white space, and those in `index.html`
//!    become one of each: esbuild does that.
//! 2. wasm-bindgen names each function that the page's script lends to its wasm by what it does and 16
//!    digits of a hash, which is what Brotli can do least about, once in the script and once in the
//!    wasm. Numbers tell them apart as well.
//! 3. What the script exports and the page does not import goes, and so do its ways to come by the wasm:
//!    the page hands it the bytes, without the dossier in them (`static/start.js`).

use crate::Failure;
use crate::shell::{command, filtered};
use std::fs;
use std::path::{Path, PathBuf};

/// The scripts that Trunk copies as they are.
const COPIED_SCRIPTS: [&str; 3] = ["worker.js", "share.js", "embed.js"];

pub fn run_chore(args: &[String]) -> Result<(), Failure> {
    let [folder] = args else {
        return Err(Failure::Usage("shrink needs the folder of a page that Trunk built".into()));
    };
    Ok(page_in(Path::new(folder))?)
}

fn page_in(folder: &Path) -> Result<(), String> {
    let page_path = folder.join("index.html");
    let page = String::from_utf8(read(&page_path)?).map_err(|error| error.to_string())?;
    let page = with_one(&page, "style", |css| minified(css, "css"))?;
    let page = with_one(&page, "script", |script| minified(script, "js"))?;
    let page = with_start(&page)?;
    write(&page_path, page.as_bytes())?;
    for name in COPIED_SCRIPTS {
        let path = folder.join(name);
        let script = String::from_utf8(read(&path)?).map_err(|error| error.to_string())?;
        write(&path, minified(&script, "js")?.as_bytes())?;
    }

    let script_path = only_file(folder, ".js")?;
    let wasm_path = only_file(folder, "_bg.wasm")?;
    let script = String::from_utf8(read(&script_path)?).map_err(|error| error.to_string())?;
    let (wasm, names) = with_numbered_imports(&read(&wasm_path)?)
        .ok_or("the wasm's section of imports is not as the format has it")?;
    let script = with_names(&without_exports(&script)?, &names);
    let script = minified_with(&script, "js", &["Response", "Request", "URL"])?;
    write(&script_path, script.as_bytes())?;
    write(&wasm_path, &wasm)
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, content: &[u8]) -> Result<(), String> {
    fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()))
}

fn minified(text: &str, language: &str) -> Result<String, String> {
    minified_with(text, language, &[])
}

/// `text` without what it does only where one of `absent` is defined.
fn minified_with(text: &str, language: &str, absent: &[&str]) -> Result<String, String> {
    let mut esbuild = command("esbuild");
    // The site promises no older browser than those that have wasm's reference types.
    esbuild.args(["--minify", "--tree-shaking=true", "--charset=utf8", "--log-level=error"]);
    esbuild.arg(format!("--loader={language}"));
    esbuild.args(absent.iter().map(|name| format!("--define:{name}=undefined")));
    Ok(filtered(&mut esbuild, text)?.trim_end().to_owned())
}

/// `page` with all elements `<NAME>` as one in the place of the first, its text given to `change`.
/// Those with attributes, which are Trunk's own, stay as they are.
fn with_one(
    page: &str,
    name: &str,
    change: impl FnOnce(&str) -> Result<String, String>,
) -> Result<String, String> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let mut parts = page.split(&open);
    let before = parts.next().unwrap_or_default();
    let (mut text, mut after) = (String::new(), String::new());
    for part in parts {
        let no_end = || format!("a <{name}> of the page has no end");
        let (own, rest) = part.split_once(&close).ok_or_else(no_end)?;
        text.push_str(own);
        after.push_str(rest);
    }
    if text.is_empty() {
        return Ok(page.to_owned());
    }
    Ok([before, &open, &change(&text)?, &close, &after].concat())
}

/// `page` with the script by which Trunk starts the app in other words.
fn with_start(page: &str) -> Result<String, String> {
    const OPEN: &str = "<script type=\"module\">";
    const CLOSE: &str = "</script>";
    let parts = page.split_once(OPEN).and_then(|(before, rest)| {
        let (start, after) = rest.split_once(CLOSE)?;
        let mut names = start.split('\'').filter(|part| part.starts_with("./"));
        Some((before, names.next()?, names.next()?, after))
    });
    let (before, script, wasm, after) =
        parts.ok_or("the page has no script of Trunk's that starts the app")?;
    // Trunk's preload is of no use to WebKit, which would load the wasm twice. A request has no such whims.
    let preload = format!("<link rel=\"preload\" href=\"{wasm}\"");
    let without = |part: &str| match part.split_once(&preload) {
        Some((before, rest)) => {
            [before, rest.split_once('>').map_or("", |(_, after)| after)].concat()
        }
        None => part.to_owned(),
    };
    let request = format!("<script>whosaid.wasm=fetch('{wasm}')</script>");
    // No variable holds the bytes: one of a module's own would for as long as the page. WebKit tells nobody
    // of a module that fails while it waits.
    let start = format!(
        "import init from '{script}';\
         try{{await init({{module_or_path:whosaid.engine(\
         new Uint8Array(await(await whosaid.wasm).arrayBuffer()))}})}}catch(e){{reportError(e)}}"
    );
    Ok([&without(before), &request, OPEN, &start, CLOSE, &without(after)].concat())
}

fn only_file(folder: &Path, ending: &str) -> Result<PathBuf, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let is_copied = |path: &PathBuf| COPIED_SCRIPTS.iter().any(|name| path.ends_with(name));
    let mut found =
        paths.filter(|path| path.to_string_lossy().ends_with(ending) && !is_copied(path));
    match (found.next(), found.next()) {
        (Some(path), None) => Ok(path),
        _ => Err(format!("{} should hold one file *{ending}", folder.display())),
    }
}

/// wasm-bindgen's script with its default export alone, which is all that the page imports.
fn without_exports(script: &str) -> Result<String, String> {
    let (before, exports) =
        script.split_once("export {").ok_or("the script of wasm-bindgen exports nothing")?;
    let default = exports
        .split(['}', ','])
        .find(|export| export.trim_end().ends_with(" as default"))
        .ok_or("the script of wasm-bindgen has no default export")?;
    Ok([before, "export { ", default.trim(), " };"].concat())
}

/// The old and the new name of each imported function.
type Names = Vec<(String, String)>;

/// `script` with its functions under their new names: each stands there once, before a colon.
fn with_names(script: &str, names: &Names) -> String {
    let mut script = script.to_owned();
    for (old, new) in names {
        script = script.replacen(&[old, ":"].concat(), &[new, ":"].concat(), 1);
    }
    script
}

/// A wasm module whose imported functions are called `_0`, `_1` and so on, and each one's old and new
/// name; `None` where the bytes are no such module.
///
/// WebAssembly Core Specification 2.0, "Import Section".
fn with_numbered_imports(wasm: &[u8]) -> Option<(Vec<u8>, Names)> {
    const IMPORTS: u8 = 2;
    const FUNCTION: u8 = 0;
    let (header, mut rest) = wasm.split_at_checked(8)?;
    let mut numbered = header.to_vec();
    let mut names = Vec::new();
    while let Some((&id, after)) = rest.split_first() {
        rest = after;
        let len = leb128(&mut rest)?;
        let (mut section, after) = rest.split_at_checked(len)?;
        rest = after;
        let mut content = Vec::new();
        if id == IMPORTS {
            let n_imports = leb128(&mut section)?;
            push_leb128(n_imports, &mut content);
            for _ in 0..n_imports {
                push_name(name(&mut section)?, &mut content);
                let old = name(&mut section)?;
                let (&kind, after) = section.split_first()?;
                section = after;
                // wasm-bindgen imports nothing but functions; other kinds have more after them.
                if kind != FUNCTION {
                    return None;
                }
                let new = format!("_{}", names.len());
                push_name(new.as_bytes(), &mut content);
                content.push(kind);
                push_leb128(leb128(&mut section)?, &mut content);
                names.push((String::from_utf8(old.to_vec()).ok()?, new));
            }
        } else {
            content.extend_from_slice(section);
        }
        numbered.push(id);
        push_leb128(content.len(), &mut numbered);
        numbered.append(&mut content);
    }
    Some((numbered, names))
}

/// Takes a number off the front of `bytes`.
fn leb128(bytes: &mut &[u8]) -> Option<usize> {
    let mut number = 0;
    for shift in (0..35).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

fn push_leb128(mut number: usize, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Takes a name off the front of `bytes`: its length and itself.
fn name<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let len = leb128(bytes)?;
    let (name, rest) = bytes.split_at_checked(len)?;
    *bytes = rest;
    Some(name)
}

fn push_name(name: &[u8], bytes: &mut Vec<u8>) {
    push_leb128(name.len(), bytes);
    bytes.extend_from_slice(name);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_of_a_name_become_one() {
        let page = "<head><style>a{}</style> <style>b{}</style></head>";
        let one = with_one(page, "style", |css| Ok(css.to_uppercase()));
        assert_eq!(one.as_deref(), Ok("<head><style>A{}B{}</style> </head>"));
        assert!(with_one("<style>a", "style", |css| Ok(css.to_owned())).is_err());
    }

    #[test]
    fn only_the_scripts_of_the_page_are_changed() {
        let page = "<script type=module>a</script><script>b</script>";
        let changed = with_one(page, "script", |script| Ok(script.to_uppercase()));
        assert_eq!(changed.as_deref(), Ok("<script type=module>a</script><script>B</script>"));
    }

    #[test]
    fn imports_get_numbers_for_names() {
        let imports = b"\x02\x02./\x05__wbg\x00\x07\x02./\x01b\x00\x08";
        let mut wasm = b"\0asm\x01\0\0\0\x01\x01\x00\x02".to_vec();
        push_leb128(imports.len(), &mut wasm);
        wasm.extend_from_slice(imports);
        wasm.extend_from_slice(b"\x00\x02\x01c");
        let (numbered, names) = with_numbered_imports(&wasm).expect("a sound module");
        assert_eq!(
            numbered,
            b"\0asm\x01\0\0\0\x01\x01\x00\x02\x11\x02\x02./\x02_0\x00\x07\x02./\x02_1\x00\x08\x00\x02\x01c"
        );
        assert_eq!(with_names("{__wbg:f,b:g}", &names), "{_0:f,_1:g}");
        for len in 0..wasm.len() - 4 {
            assert!(len == 8 || len == 11 || with_numbered_imports(&wasm[..len]).is_none());
        }
    }

    #[test]
    fn the_page_hands_the_wasm_over() {
        let page = "<script>a</script><script type=\"module\">\nimport init from './r.js';\n\
            const wasm = await init({ module_or_path: './r_bg.wasm' });\n</script>\
            <link rel=\"preload\" href=\"./r_bg.wasm\" as=\"fetch\"><p>";
        assert_eq!(
            with_start(page).as_deref(),
            Ok("<script>a</script><script>whosaid.wasm=fetch('./r_bg.wasm')</script>\
                <script type=\"module\">import init from './r.js';\
                try{await init({module_or_path:whosaid.engine(\
                new Uint8Array(await(await whosaid.wasm).arrayBuffer()))})}\
                catch(e){reportError(e)}</script><p>")
        );
        assert!(with_start("<script>a</script>").is_err());
    }

    #[test]
    fn only_the_default_export_stays() {
        let script = "let a;\nexport { a as b, c as default };\n";
        assert_eq!(without_exports(script).as_deref(), Ok("let a;\nexport { c as default };"));
        assert!(without_exports("let a;").is_err());
    }
}
