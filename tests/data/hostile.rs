//! Texts that mean something to a parser that is not looking: of HTML, URLs, scripts, TOML, YAML,
//! Markdown, terminals. All are only text, and must come out as the text they are or be refused by name.

/// How long the longest texts are, in bytes.
pub const LONG: usize = 1 << 20;

/// Markup, script addresses and syntax of all kinds. What they call, `hostile`, does not exist, so that
/// a browser that runs one of them complains.
const WRITTEN: [&str; 100] = [
    // Elements and their ends.
    "<script>hostile()</script>",
    "</script><script>hostile()</script>",
    "<SCRIPT SRC=//hostile.example/x.js></SCRIPT>",
    "<script type=module>import 'https://hostile.example/x.js'</script>",
    "<scr<script>ipt>hostile()</scr</script>ipt>",
    "<img src=x onerror=hostile()>",
    "<img src='https://hostile.example/pixel.gif'>",
    "<svg onload=hostile()>",
    "<svg><script>hostile()</script></svg>",
    "<svg><a xlink:href='javascript:hostile()'>x</a></svg>",
    "<math><mtext><script>hostile()</script></mtext></math>",
    "<iframe srcdoc='<script>hostile()</script>'></iframe>",
    "<iframe src=javascript:hostile()></iframe>",
    "<object data='data:text/html,<script>hostile()</script>'></object>",
    "<embed src=//hostile.example/x.swf>",
    "<body onload=hostile()>",
    "<details open ontoggle=hostile()>",
    "<video><source onerror=hostile()></video>",
    "<input autofocus onfocus=hostile()>",
    "<form action=//hostile.example/><button>Go</button></form>",
    "<a href=javascript:hostile()>x</a>",
    "<a href='//hostile.example/' ping='//hostile.example/'>x</a>",
    "<base href=//hostile.example/>",
    "<meta http-equiv=refresh content='0;url=https://hostile.example/'>",
    "<meta http-equiv=Content-Security-Policy content=\"script-src *\">",
    "<link rel=stylesheet href=//hostile.example/x.css>",
    "<style>*{display:none}</style>",
    "<style>@import '//hostile.example/x.css'</style>",
    "<template><script>hostile()</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=hostile()>'>",
    "<textarea></textarea><script>hostile()</script>",
    "</title><script>hostile()</script>",
    "</textarea><script>hostile()</script>",
    "</style><script>hostile()</script>",
    "</article></main></body></html>",
    "<main id=main></main><article id=reader></article>",
    "<p id=reader data-article=x class=quotation>",
    "<div id=reader></div>",
    "</div><footer id=site-foot><script>hostile()</script></footer>",
    "</footer><title>hostile</title><p class=colophon>",
    "<!--",
    "--><script>hostile()</script>",
    "<![CDATA[<script>hostile()</script>]]>",
    "<?xml version='1.0'?><?php hostile(); ?>",
    "<!doctype html><plaintext>",
    "<x-hostile></x-hostile><whosaid-dossier src=//hostile.example/>",
    "<",
    "< script>hostile()</ script>",
    "<script",
    "'module_or_path: ./hostile_bg.wasm'",
    // Ends of attributes.
    "\" onmouseover=\"hostile()",
    "' onmouseover='hostile()",
    "\"><script>hostile()</script>",
    "'><script>hostile()</script>",
    "` onmouseover=`hostile()",
    "x\" style=\"position:fixed;inset:0",
    "x' autofocus onfocus='hostile()' x='",
    "\"",
    "'",
    "\\\"",
    // Addresses that are scripts, or lead elsewhere.
    "javascript:hostile()",
    "JaVaScRiPt:hostile()",
    "javascript://%0ahostile()",
    "javascript&colon;hostile()",
    "&#106;avascript:hostile()",
    "vbscript:hostile()",
    "data:text/html,<script>hostile()</script>",
    "data:text/html;base64,PHNjcmlwdD5ob3N0aWxlKCk8L3NjcmlwdD4=",
    "blob:https://hostile.example/x",
    "//hostile.example/",
    "https://hostile.example/\" onclick=\"hostile()",
    "https://hostile.example@127.0.0.1/",
    "file:///etc/passwd",
    "../../../../etc/passwd",
    // Encodings.
    "&lt;script&gt;hostile()&lt;/script&gt;",
    "&#60;script&#62;hostile()&#60;/script&#62;",
    "%3Cscript%3Ehostile()%3C/script%3E",
    "%00%0a%ff%",
    "\\u003cscript\\u003ehostile()\\u003c/script\\u003e",
    "+ADw-script+AD4-hostile()+ADw-/script+AD4-",
    // Templates, scripts, commands.
    "{{constructor.constructor('hostile()')()}}",
    "${hostile()}",
    "`${hostile()}`",
    "'+hostile()+'",
    "\";hostile();//",
    "__proto__",
    "constructor",
    "$(hostile) `hostile` ; hostile | hostile",
    "%s%n%x {0} {} %(x)s",
    "'; DROP TABLE articles; --",
    // Markdown, YAML, TOML.
    "[x](javascript:hostile())",
    "![x](https://hostile.example/pixel.gif)",
    "<javascript:hostile()> <https://hostile.example/>",
    "[x]: javascript:hostile()",
    "``` hostile ~~~ # > - 1.",
    "--- title: hostile",
    "!!python/object/apply:os.system ['hostile']",
    "&anchor *anchor {a: b} [c]",
    "\"\"\" [[correction]] words = '''",
    "] } # , = \\",
];

/// Characters that turn, hide, glue or stack what is around them, or that no text should hold; not those
/// of control.
const ODD: &str = "\u{ad}\u{34f}\u{61c}\u{115f}\u{17b4}\u{180e}\u{200b}\u{200c}\u{200d}\u{200e}\
    \u{200f}\u{2028}\u{2029}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2060}\u{2066}\u{2067}\u{2068}\
    \u{2069}\u{206a}\u{3000}\u{3164}\u{a0}\u{e000}\u{fdd0}\u{feff}\u{fff9}\u{fffc}\u{fffd}\u{fffe}\
    \u{1d173}\u{e0001}\u{10ffff}";

/// All hostile texts, no two alike, none empty.
pub fn texts() -> Vec<String> {
    let mut texts: Vec<String> = WRITTEN.iter().map(|text| (*text).to_owned()).collect();
    let controls = (0..0x20).chain(0x7f..0xa0).filter_map(char::from_u32);
    texts.extend(controls.map(|control| format!("con{control}trol")));
    texts.extend(ODD.chars().map(|odd| format!("o{odd}dd <b>{odd}{odd}")));
    texts.push("Z".to_owned() + &"\u{301}\u{489}".repeat(500));
    texts.push("\u{1f468}\u{200d}".repeat(200));
    let turned = "\u{202e}turned again and again and again and again ";
    for unit in ["x", "x ", "<b>", "\"'", turned, "“a” said ", "said Mr. A. ", "&amp;"] {
        texts.push(unit.repeat(LONG / unit.len()).trim_end().to_owned());
    }
    texts
}

/// Whether a dossier may hold it: files have no control characters but tabs and ends of lines.
pub fn is_fit(text: &str) -> bool {
    !text.chars().any(|character| character.is_control() && !"\t\n".contains(character))
}

/// A text as it is shown: in one line, white space of ASCII as single spaces.
pub fn in_one_line(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as a string of TOML, and of YAML: both read what JSON does, but want more of it escaped.
pub fn quoted(text: &str) -> String {
    let json = serde_json::to_string(text).expect("text is JSON");
    json.replace('\u{7f}', "\\u007f").replace('\u{fffe}', "\\ufffe")
}

/// A text as Markdown that means no more than the text: every sign of ASCII is escaped.
pub fn plain_markdown(text: &str) -> String {
    let line = in_one_line(text);
    let mut markdown = String::with_capacity(line.len() * 2);
    for character in line.chars() {
        if character.is_ascii_punctuation() {
            markdown.push('\\');
        }
        markdown.push(character);
    }
    markdown
}

/// Whether the text number `at` of a [`dossier`] stands at this door. All stand at all, but that the
/// longest share the doors: eight times a million letters are enough for one page.
pub fn is_at(door: Door, at: usize, text: &str) -> bool {
    text.len() < LONG / 2 || [Door::Headline, Door::Byline, Door::Body][at % 3] == door
}

/// Where a text can stand in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// The title in the front matter, as a value that means no more than it; paragraph 0 of the page.
    Headline,
    /// Outlet and author in the front matter, and whom to name, as it is.
    Byline,
    /// The text: paragraph 1 as Markdown that means no more than it, and as it is at the end.
    Body,
}

/// The files of a dossier that holds `texts` at every door, each in an article of its own, `tN.md` for
/// the text N, and as the speaker of what is quoted there, by way of a correction. Each must be
/// [fit](is_fit).
pub fn dossier(texts: &[String]) -> Vec<(String, String)> {
    let mut settings = format!("title = {0}\nstandfirst = {0}\n", quoted(&texts[0]));
    let mut files = Vec::new();
    let mut names = std::collections::BTreeSet::new();
    for (at, text) in texts.iter().enumerate() {
        let (value, slug) = (quoted(text), format!("t{at}"));
        // Markup in front matter is read as in a body.
        let literal = quoted(&plain_markdown(text));
        let mut article = "---\n".to_owned();
        if is_at(Door::Headline, at, text) {
            article.push_str(&format!("title: {literal}\n"));
        }
        if is_at(Door::Byline, at, text) {
            article
                .push_str(&format!("outlet: {literal}\nauthors: [{literal}]\ncredit: {value}\n"));
        }
        article.push_str("---\n\n");
        if is_at(Door::Body, at, text) {
            article.push_str(&format!("{}\n\n", plain_markdown(text)));
        }
        article.push_str("\"We said this,\" said somebody.\n");
        // Behind a comment without an end nothing is shown.
        if is_at(Door::Body, at, text) {
            article.push_str(&format!("\n{text}\n"));
        }
        files.push((format!("{slug}.md"), article));
        // No two speakers share a name, whatever its case.
        let line = in_one_line(text);
        if line.len() < LONG / 2 && names.insert(line.to_lowercase()) {
            settings.push_str(&format!(
                "[[speaker]]\nname = {value}\nroles = [{value}]\n\
                 [[correction]]\narticle = \"{slug}\"\nwords = \"We said this,\"\nspeaker = {value}\n"
            ));
        }
    }
    files.push(("dossier.toml".to_owned(), settings));
    files
}
