//! What the tests stand on: a small dossier, in memory or as a folder on disk, and a made-up engine.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Mutex;

use tempfile::TempDir;
use whosaid::compile::{Compiled, Sharing, compile};
use whosaid::diagnostics::Diagnostic;
use whosaid::press::{Engine, InBlocks, Offline, Portion, Pressed, press};
use whosaid::source::{self, Faults, Faulty, File, Source};

/// Files by their paths.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The shell of a page as Trunk leaves it.
const SHELL: &str = "<!doctype html>
<html lang=\"en\"><head><title>Whosaid</title><style>p{}</style>
<link rel=\"icon\" href=\"./icon.svg\"><script>first()</script>
<script type=\"module\">
import init, * as bindings from './reader-0.js';
const wasm = await init({ module_or_path: './reader-0_bg.wasm' });
</script><link rel=\"modulepreload\" href=\"./reader-0.js\"></head>
<body><noscript></noscript><div id=\"reader\"></div>
<footer id=\"site-foot\"><p class=\"colophon\"></p></footer>
</body></html>
";

/// The files of an engine: what stands in for the real one, which takes a browser's tools to build.
pub fn engine() -> Files {
    [
        ("index.html", SHELL.as_bytes()),
        ("reader-0.js", b"function i(){}export{i as default};"),
        ("reader-0_bg.wasm", b"\0asm\x01\0\0\0"),
        ("icon.svg", b"<svg/>"),
        ("worker.js", b"work();\n"),
        ("embed.js", b"embed();"),
    ]
    .map(|(name, content)| (name.to_owned(), content.to_vec()))
    .into()
}

/// A dossier as its publisher wrote it.
#[derive(Clone)]
pub struct Project {
    pub files: Files,
}

impl Project {
    /// A dossier with a title and no article.
    pub fn new() -> Self {
        Self::empty().file("dossier.toml", "title = \"T\"\n")
    }

    /// Nothing at all.
    pub fn empty() -> Self {
        Self { files: Files::new() }
    }

    /// With this file, in place of one of that name.
    pub fn file(mut self, name: &str, content: impl AsRef<[u8]>) -> Self {
        self.files.insert(name.to_owned(), content.as_ref().to_vec());
        self
    }

    /// The dossier, or its errors, as if it lay in the present folder.
    pub fn read(&self) -> Result<Source, Faults> {
        self.read_as("A-folder", Faulty::Refused)
    }

    /// The same, of a folder of that name.
    pub fn read_as(&self, name: &str, faulty: Faulty) -> Result<Source, Faults> {
        let files = self.files.iter();
        source::read(
            source::Reading { root: Path::new("."), name, faulty },
            files.map(|(name, bytes)| File {
                name: name.clone(),
                content: Box::new(|| Ok(bytes.clone())),
            }),
        )
    }

    /// Holds the errors, and then the warnings, against the starts of the lines `expected`, in order.
    #[track_caller]
    pub fn check(&self, expected: &[&str]) {
        let lines: Vec<String> = match self.read() {
            Ok(source) => source.warnings.into_iter().map(|warning| warned(&warning)).collect(),
            Err(Faults { errors, warnings, .. }) => {
                let errors = errors.iter().map(ToString::to_string);
                errors.chain(warnings.iter().map(warned)).collect()
            }
        };
        check_lines(&lines, expected);
    }

    /// The files of the site that an engine of these files makes of it.
    #[track_caller]
    pub fn press(&self, engine: &Files) -> Files {
        files_of(&self.pressed(engine, Offline::Kept))
    }

    /// The site before it is written.
    #[track_caller]
    pub fn pressed(&self, engine: &Files, offline: Offline) -> Pressed {
        let source = self.read().unwrap();
        let compiled =
            compile(&source.masthead, &source.articles, &source.editorial, Sharing::Find);
        let engine = Engine::new(Path::new("engine"), engine.clone()).unwrap();
        press(compiled.pack, &source.site, &engine, InBlocks::default(), offline).unwrap()
    }

    /// The same as a folder on disk.
    pub fn on_disk(&self) -> Folder {
        let folder = Folder::new();
        folder.write_all("", &self.files);
        folder
    }
}

/// The files of a site.
#[track_caller]
pub fn files_of(pressed: &Pressed) -> Files {
    let files = Mutex::new(Files::new());
    let written = pressed.write(Portion::WHOLE, |path, bytes| {
        let before = files.lock().unwrap().insert(path.to_owned(), bytes.to_vec());
        if before.is_some() { Err(format!("{path} is written twice")) } else { Ok(()) }
    });
    written.unwrap();
    let files = files.into_inner().unwrap();
    assert_eq!(pressed.n_files(Portion::WHOLE), files.len());
    assert_eq!(pressed.one_file(), files["dossier.html"]);
    files
}

/// A warning as the command line prints it.
fn warned(warning: &Diagnostic) -> String {
    Diagnostic { what: format!("warning: {}", warning.what), ..warning.clone() }.to_string()
}

/// Holds lines of errors and warnings, without a leading `./`, against their starts, in order.
#[track_caller]
pub fn check_lines(lines: &[impl AsRef<str>], expected: &[&str]) {
    let without_folder = |line: &'_ str| line.strip_prefix("./").unwrap_or(line).to_owned();
    let lines: Vec<String> = lines.iter().map(|line| without_folder(line.as_ref())).collect();
    let matches = lines.len() == expected.len()
        && lines.iter().zip(expected).all(|(line, start)| line.starts_with(start));
    assert!(matches, "expected lines that start with\n{expected:#?}\nfound\n{lines:#?}");
    assert!(lines.iter().all(|line| line.contains("; ")), "a line says what to do:\n{lines:#?}");
}

/// A folder on disk, where the command line runs; it goes when this is dropped.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// Writes files below `folder`.
    pub fn write_all(&self, folder: &str, files: &Files) {
        for (name, content) in files {
            self.write(&Path::new(folder).join(name).to_string_lossy(), content);
        }
    }

    /// All files below a folder.
    pub fn files(&self, folder: &str) -> Files {
        files_below(&self.path(folder))
    }

    /// Runs the command line in the folder.
    pub fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
        command.args(args).current_dir(self.0.path()).output().unwrap()
    }

    /// Runs `whosaid check` in the folder, and holds what it prints on standard error against the starts of
    /// the lines `expected`, in order; and its exit code against what they say.
    #[track_caller]
    pub fn check(&self, expected: &[&str]) {
        let output = self.run(&["check", "."]);
        let errors = String::from_utf8(output.stderr).unwrap();
        let lines: Vec<&str> = errors.lines().collect();
        check_lines(&lines, expected);
        let n_errors = lines.iter().filter(|line| !line.contains(": warning: ")).count();
        assert_eq!(output.status.code(), Some(i32::from(n_errors > 0)));
    }
}

/// All files below a folder, by their paths in it.
pub fn files_below(folder: &Path) -> Files {
    let mut files = Files::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            let below = files_below(&entry.path()).into_iter();
            files.extend(below.map(|(path, bytes)| (format!("{name}/{path}"), bytes)));
        } else {
            files.insert(name, fs::read(entry.path()).unwrap());
        }
    }
    files
}

/// The default dossier, compiled.
pub fn default_dossier() -> Compiled {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles");
    let entries = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap());
    let files = entries.map(|entry| File {
        name: entry.file_name().into_string().unwrap(),
        content: Box::new(move || fs::read(entry.path())),
    });
    let dossier = source::Reading { root: &folder, name: "articles", faulty: Faulty::Refused };
    let source = source::read(dossier, files).unwrap();
    compile(&source.masthead, &source.articles, &source.editorial, Sharing::Find)
}

/// Holds a text that is made of the default dossier against its golden in a folder of `tests/golden`.
#[track_caller]
pub fn golden_of_default_dossier(folder: &str, text: String) {
    goldens(folder, [("default-dossier.txt".to_owned(), text)]);
}

/// Holds texts against the goldens in a folder of `tests/golden`, each against the file of its name, line ends aside;
/// with `WHOSAID_ACCEPT=1` they become the goldens. The folder holds no others.
#[track_caller]
pub fn goldens(folder: &str, texts: impl IntoIterator<Item = (String, String)>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(folder);
    let texts: BTreeMap<PathBuf, String> =
        texts.into_iter().map(|(name, text)| (folder.join(name), text)).collect();
    for (path, text) in &texts {
        if std::env::var_os("WHOSAID_ACCEPT").is_some() {
            fs::create_dir_all(&folder).unwrap();
            fs::write(path, text).unwrap();
        }
        let reviewed = fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
        assert!(reviewed == *text, "{} is now:\n{text}", path.display());
    }
    let there = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let unused: Vec<PathBuf> = there.filter(|path| !texts.contains_key(path)).collect();
    assert!(unused.is_empty(), "goldens of nothing: {unused:?}");
}
