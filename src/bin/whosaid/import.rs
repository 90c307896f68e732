//! `whosaid import`: saved web pages, feeds and tables become articles of a dossier.
//!
//! The files are read and understood by several threads, named one after the other in the order of their
//! paths, so that the same sources give the same files, and written whole or not at all.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use whosaid::diagnostics::{Diagnostic, Diagnostics};
use whosaid::import::{Imported, decode, feed, html, table};
use whosaid::source::slug_of;
use whosaid::wording::counted;

use crate::report::{Extent, Progress};
use crate::{report, site};

/// Longest file that is read, in bytes.
const MAX_FILE: u64 = 512 << 20;

/// Longest name of a file, without `.md` and a number, in bytes.
const MAX_NAME: usize = 60;

/// Arguments of `whosaid import`.
#[derive(clap::Args)]
pub struct Args {
    /// Web pages (.html), feeds (.xml, .rss, .atom), tables (.csv, .jsonl), or folders of them.
    #[arg(required = true, value_name = "SOURCE")]
    sources: Vec<PathBuf>,
    /// The folder for the articles, one NAME.md each; what is there is kept.
    #[arg(long, value_name = "FOLDER")]
    to: PathBuf,
    /// Print every fault and warning, also where many are alike.
    #[arg(long)]
    all: bool,
}

/// Writes the articles and says how many; exits with 1 where something was left out.
pub fn run(args: &Args) -> ExitCode {
    let mut found = Found::default();
    for path in &args.sources {
        found.look_at(path, true);
    }
    let read = read_all(&found.files);
    let mut import = Import::into(&args.to);
    import.errors = found.errors;
    for (path, Contents { articles, diagnostics, .. }) in found.files.iter().zip(read) {
        import.errors.extend(diagnostics.errors);
        import.warnings.extend(diagnostics.warnings);
        for (line, article) in articles {
            import.write(path, line, &article);
        }
    }
    let extent = if args.all { Extent::All } else { Extent::Few("`--all` lists them") };
    report::print_errors(&import.errors, extent);
    report::print_warnings(&import.warnings, extent);
    report::print(&import.summary(&found.n_others));
    if import.errors.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What a file is, by the end of its name.
#[derive(Clone, Copy)]
enum Kind {
    Page,
    Feed,
    Csv,
    JsonLines,
}

impl Kind {
    fn of(path: &Path) -> Option<Self> {
        Some(match ending(path).as_str() {
            "html" | "htm" | "xhtml" => Self::Page,
            "xml" | "rss" | "atom" => Self::Feed,
            "csv" => Self::Csv,
            "jsonl" | "ndjson" => Self::JsonLines,
            _ => return None,
        })
    }
}

/// The end of a file's name, in lower case.
fn ending(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

/// The files to read, in order.
#[derive(Default)]
struct Found {
    files: Vec<PathBuf>,
    /// How many files are not read, by the ends of their names.
    n_others: BTreeMap<String, usize>,
    errors: Vec<Diagnostic>,
}

impl Found {
    /// Adds a file, or all below a folder; `is_named` where the publisher named it. Links to folders are
    /// followed only then, because they may lead round in a circle.
    fn look_at(&mut self, path: &Path, is_named: bool) {
        let metadata = if is_named { fs::metadata(path) } else { fs::symlink_metadata(path) };
        match metadata {
            Ok(metadata) if metadata.is_dir() => self.look_into(path),
            Ok(_) if Kind::of(path).is_some() => self.files.push(path.to_owned()),
            Ok(_) => *self.n_others.entry(ending(path)).or_default() += 1,
            Err(error) => self.errors.push(unreadable(path, &error)),
        }
    }

    fn look_into(&mut self, folder: &Path) {
        let entries = fs::read_dir(folder).and_then(|entries| {
            entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()
        });
        let mut paths = match entries {
            Ok(paths) => paths,
            Err(error) => return self.errors.push(unreadable(folder, &error)),
        };
        paths.sort();
        let is_hidden = |path: &Path| {
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
        };
        for path in &paths {
            if !is_hidden(path) && !is_of_a_page(path, &paths) {
                self.look_at(path, false);
            }
        }
    }
}

/// Whether `path` is the folder `NAME_files` that a browser saves beside `NAME.html`: frames and images.
fn is_of_a_page(path: &Path, beside: &[PathBuf]) -> bool {
    let name = path.to_string_lossy();
    let page =
        ["_files", "_Files", "-Dateien", "_fichiers"].iter().find_map(|end| name.strip_suffix(end));
    page.is_some_and(|page| {
        ["html", "htm", "xhtml"]
            .iter()
            .any(|end| beside.contains(&PathBuf::from(format!("{page}.{end}"))))
    })
}

fn unreadable(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic {
        path: path.to_owned(),
        line: None,
        what: format!("cannot be read: {error}"),
        remedy: "name a file or folder that you may read".to_owned(),
    }
}

/// What a file held: articles with their line, where they have one.
struct Contents {
    articles: Vec<(Option<u32>, Imported)>,
    /// Notes of the articles, with the first line and how often.
    notes: BTreeMap<String, (Option<u32>, usize)>,
    diagnostics: Diagnostics,
}

/// Reads the files, by as many threads as there are processors; the answers are in the files' order.
fn read_all(files: &[PathBuf]) -> Vec<Contents> {
    let next = AtomicUsize::new(0);
    let all: Mutex<BTreeMap<usize, Contents>> = Mutex::default();
    let progress = Mutex::new(Progress::new());
    let n_threads = thread::available_parallelism().map_or(1, NonZero::get).min(files.len());
    thread::scope(|scope| {
        for _ in 0..n_threads {
            scope.spawn(|| {
                loop {
                    let idx = next.fetch_add(1, Ordering::Relaxed);
                    let Some(path) = files.get(idx) else { break };
                    if let Ok(mut progress) = progress.lock() {
                        progress.at("Reading", idx, files.len());
                    }
                    let contents = read_file(path);
                    all.lock().expect("no thread panics with the lock").insert(idx, contents);
                }
            });
        }
    });
    all.into_inner().expect("no thread panics with the lock").into_values().collect()
}

fn read_file(path: &Path) -> Contents {
    let diagnostics = Diagnostics::on(path);
    let mut contents = Contents { articles: Vec::new(), notes: BTreeMap::new(), diagnostics };
    let text = match bytes_of(path) {
        Ok(bytes) => decode::decode(&bytes).text,
        Err(error) => {
            contents.diagnostics.errors.push(unreadable(path, &error));
            return contents;
        }
    };
    match Kind::of(path) {
        Some(Kind::Page) => {
            let remedy = "save the page of an article, or take it out of the sources";
            contents.add(None, html::page(&text), remedy);
        }
        Some(Kind::Feed) => match feed::read(&text) {
            Ok(entries) => {
                for entry in entries {
                    contents.add(None, entry, "import its page instead");
                }
            }
            Err(what) => {
                contents.diagnostics.error(
                    None,
                    what,
                    "save the feed again, or take it out of the sources",
                );
            }
        },
        Some(Kind::Csv) => contents.add_table(table::csv(&text)),
        Some(Kind::JsonLines) => contents.add_table(table::json_lines(&text)),
        None => {}
    }
    for (note, (line, n_times)) in std::mem::take(&mut contents.notes) {
        let often = if n_times > 1 { format!(" ({n_times} times)") } else { String::new() };
        let remedy = "add to the articles what you know better";
        contents.diagnostics.warning(line, format!("{note}{often}"), remedy);
    }
    contents
}

/// The bytes of a file, unless there are too many.
fn bytes_of(path: &Path) -> io::Result<Vec<u8>> {
    let metadata = fs::metadata(path)?;
    // A pipe would be waited for, a device read for ever.
    if !metadata.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let mut bytes = Vec::with_capacity(metadata.len().min(MAX_FILE) as usize);
    fs::File::open(path)?.take(MAX_FILE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(io::Error::other("it is longer than 512 MiB"));
    }
    Ok(bytes)
}

impl Contents {
    fn add(&mut self, line: Option<u32>, article: Result<Imported, String>, remedy: &str) {
        match article {
            Ok(article) => {
                for note in &article.notes {
                    let (_, n_times) = self.notes.entry(note.clone()).or_insert((line, 0));
                    *n_times += 1;
                }
                self.articles.push((line, article));
            }
            Err(what) => self.diagnostics.error(line, what, remedy),
        }
    }

    fn add_table(&mut self, table: table::Table) {
        for note in table.notes {
            self.diagnostics.warning(
                1,
                note,
                "rename a column if its content belongs to the articles",
            );
        }
        for (line, row) in table.rows {
            self.add(Some(line), row, "mend the row, or take it out");
        }
    }
}

/// The import into a folder, so far.
struct Import<'a> {
    folder: &'a Path,
    /// The names of this run, without `.md`.
    names: BTreeSet<String>,
    n_written: usize,
    n_images: usize,
    errors: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
}

impl<'a> Import<'a> {
    fn into(folder: &'a Path) -> Self {
        Self {
            folder,
            names: BTreeSet::new(),
            n_written: 0,
            n_images: 0,
            errors: Vec::new(),
            warnings: Vec::new(),
        }
    }

    /// Writes an article that stands at `line` of `from`, unless it is there already.
    fn write(&mut self, from: &Path, line: Option<u32>, article: &Imported) {
        let name = self.name(from, article);
        let path = self.folder.join(format!("{name}.md"));
        let text = article.to_markdown();
        let error = |what: String, remedy: &str| Diagnostic {
            path: from.to_owned(),
            line,
            what,
            remedy: remedy.to_owned(),
        };
        let outcome = match fs::read(&path) {
            Ok(there) if there == text.as_bytes() => Ok(()),
            Ok(_) => Err(error(
                format!("{} is there with other content, and is kept", path.display()),
                "rename or remove that file, or import into another folder",
            )),
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(error(
                format!("{} is there and cannot be read: {cause}", path.display()),
                "import into another folder",
            )),
            Err(_) => fs::create_dir_all(self.folder)
                .map_err(|cause| {
                    let what = format!("{} cannot be made: {cause}", self.folder.display());
                    error(what, "choose another folder with --to")
                })
                .and_then(|()| {
                    site::write_file(&path, text.as_bytes(), "choose another folder with --to")
                }),
        };
        match outcome {
            Ok(()) => {
                self.n_written += 1;
                self.n_images += article.n_images;
            }
            Err(error) => self.errors.push(error),
        }
    }

    /// A name that no other article of this run has, by the title or else by the file, and that a dossier
    /// takes.
    fn name(&mut self, from: &Path, article: &Imported) -> String {
        let of_file = from.file_stem().unwrap_or_default().to_string_lossy();
        let base = article.title.as_deref().and_then(short_name).or_else(|| short_name(&of_file));
        let base = base.unwrap_or_else(|| "article".to_owned());
        let numbered = (2..).map(|number: u32| format!("{base}-{number}"));
        let mut names = std::iter::once(base.clone()).chain(numbered);
        let name = names.find(|name| !self.names.contains(name));
        let name = name.expect("there is no last number");
        self.names.insert(name.clone());
        name
    }

    fn summary(&self, n_others: &BTreeMap<String, usize>) -> String {
        let articles = counted(self.n_written, "article", "articles");
        let mut summary = format!("{articles} written to {}", self.folder.display());
        if !self.errors.is_empty() {
            summary += &format!(", {} left out", self.errors.len());
        }
        summary.push('\n');
        if self.n_images > 0 {
            let images = counted(self.n_images, "image is", "images are");
            summary += &format!("{images} not in them; captions are\n");
        }
        if !n_others.is_empty() {
            let all = counted(n_others.values().sum(), "file is", "files are");
            let ends: Vec<String> = n_others.iter().map(|(end, n)| format!(".{end} {n}")).collect();
            summary += &format!("{all} of another kind and not read: {}\n", ends.join(", "));
        }
        summary
    }
}

/// A title as the name of a file: the slug that a dossier makes of it, cut between words where it is long.
/// `None` where it has no letter or digit.
fn short_name(title: &str) -> Option<String> {
    let slug = slug_of(&title.replace(['’', '\''], ""));
    let near = &slug[..slug.len().min(MAX_NAME + 1)];
    let whole = near.rfind('-').filter(|_| near.len() > MAX_NAME);
    let name = &near[..whole.unwrap_or(near.len().min(MAX_NAME))];
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_and_plain() {
        let check = |title: &str, expected: Option<&str>| {
            assert_eq!(short_name(title).as_deref(), expected, "{title}");
        };
        check("The Mayor’s “Plan”: Élan, 3.5 %!", Some("the-mayors-plan-elan-3-5"));
        check("Путин 2021", Some("putin-2021"));
        check("…", None);
        let long = "word ".repeat(30);
        check(&long, Some(&long[..59].replace(' ', "-")));
        check(&"a".repeat(99), Some(&"a".repeat(60)));
    }

    #[test]
    fn names_are_those_that_a_dossier_takes() {
        let mut import = Import::into(Path::new("out"));
        let mut name = |title: &str| {
            let article = Imported { title: Some(title.to_owned()), ..Imported::default() };
            import.name(Path::new("x/Page 7.html"), &article)
        };
        assert_eq!(name("Speakers"), "speakers-article");
        assert_eq!(name("A"), "a");
        assert_eq!(name("a!"), "a-2");
        assert_eq!(name("Plan P3"), "plan-p3-article");
        assert_eq!(name("Мэр"), "mer");
        assert_eq!(name("…"), "page-7");
    }

    #[test]
    fn the_folder_of_a_saved_page_is_no_source() {
        let beside = ["a.html", "b_files"].map(PathBuf::from);
        assert!(is_of_a_page(Path::new("a_files"), &beside));
        assert!(!is_of_a_page(Path::new("b_files"), &beside));
    }
}
