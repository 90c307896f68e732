//! `whosaid import`: saved web pages, feeds and tables become articles of a dossier.
//!
//! The files are read and understood on all cores, named one after the other in the order of their paths, so that the
//! same sources give the same files, and written whole or not at all. A zip is read as the folder that it holds, in
//! memory.

mod filing;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use whosaid::archive::{self, Limits, Unpacked};
use whosaid::diagnostics::{Diagnostic, longer_than};
use whosaid::import::Imported;
use whosaid::import::file::{self, Contents, FileKind};
use whosaid::threads::in_shares;
use whosaid::wording::counted;

use self::filing::{ArticleFiles, Destination};
use crate::report::{Extent, Progress};
use crate::{folder, report, site};

/// Longest file that is read, in bytes.
const MAX_FILE: u64 = 512 << 20;

/// Arguments of `whosaid import`.
#[derive(clap::Args)]
pub struct Args {
    /// Web pages (.html, .mhtml), feeds (.xml, .rss, .atom), tables (.csv, .tsv, .json, .jsonl), documents (.docx, .odt), downloads of news archives (.txt, .docx), or folders or zips of them.
    #[arg(required = true, value_name = "SOURCE")]
    sources: Vec<PathBuf>,
    /// The folder for the articles, one NAME.md each; what is there is kept.
    #[arg(long, value_name = "FOLDER")]
    to: PathBuf,
    /// Print every fault and warning, also where many are alike.
    #[arg(long)]
    all: bool,
}

/// Writes the articles and says how many; exits with 1 where something was at fault.
pub fn run(args: &Args) -> ExitCode {
    let mut found = FoundFiles::default();
    for path in &args.sources {
        found.look_at(path, true);
    }
    let mut import = Import::into(&args.to);
    import.errors = found.errors;
    if found.batches.is_empty() && import.errors.is_empty() {
        // What a script goes on with would be a folder without articles.
        import.errors.extend(args.sources.first().map(|source| {
            let what = "there is nothing in it that is imported";
            Diagnostic::on(
                source,
                what,
                "name web pages, feeds, tables, or a folder or zip with some",
            )
        }));
    }
    import.n_others = found.n_others;
    for batch in found.batches {
        match batch {
            Batch::Files(files) => {
                import.take(read_all(&files, |(path, kind)| read_file(path, *kind)));
            }
            Batch::Zip(path) => import.take_zip(&path),
        }
    }
    let extent = if args.all { Extent::All } else { Extent::Few("`--all` lists them") };
    report::print_errors(&import.errors, extent);
    report::print_warnings(&import.warnings, extent);
    report::print(&import.summary());
    if import.errors.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What is read in one go.
enum Batch {
    Files(Vec<(PathBuf, FileKind)>),
    /// A zip has a batch of its own, because its files are held in memory.
    Zip(PathBuf),
}

/// The end of a zip's name.
const ZIP: &str = "zip";

/// The end of a file's name, in lower case.
fn ending(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

/// The files to read, in order.
#[derive(Default)]
struct FoundFiles {
    batches: Vec<Batch>,
    /// How many files are not read, by the ends of their names.
    n_others: BTreeMap<String, usize>,
    errors: Vec<Diagnostic>,
}

impl FoundFiles {
    /// Adds a file, or all below a folder; `is_named` where the publisher named it. Links to folders are
    /// followed only then, because they may lead round in a circle.
    fn look_at(&mut self, path: &Path, is_named: bool) {
        let metadata = if is_named { fs::metadata(path) } else { fs::symlink_metadata(path) };
        match metadata {
            Ok(metadata) if metadata.is_dir() => self.look_into(path),
            Ok(_) if ending(path) == ZIP => self.batches.push(Batch::Zip(path.to_owned())),
            Ok(_) => match FileKind::of(&path.to_string_lossy()) {
                Some(kind) => self.add(path.to_owned(), kind),
                None => *self.n_others.entry(ending(path)).or_default() += 1,
            },
            Err(error) => self.errors.push(unreadable(path, &error)),
        }
    }

    fn add(&mut self, path: PathBuf, kind: FileKind) {
        match self.batches.last_mut() {
            Some(Batch::Files(files)) => files.push((path, kind)),
            _ => self.batches.push(Batch::Files(vec![(path, kind)])),
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
            let is_of_a_page = file::is_of_a_page(&path.to_string_lossy(), |page| {
                paths.binary_search_by(|path| path.as_path().cmp(Path::new(page))).is_ok()
            });
            if !is_hidden(path) && !is_of_a_page {
                self.look_at(path, false);
            }
        }
    }
}

fn unreadable(path: &Path, error: &io::Error) -> Diagnostic {
    let what = format!("cannot be read: {error}");
    Diagnostic::on(path, what, "name a file or folder that you may read")
}

/// Reads the files, on all cores; the answers are in the files' order.
fn read_all<File: Sync>(files: &[File], read: impl Fn(&File) -> Contents + Sync) -> Vec<Contents> {
    let mut progress = Progress::new();
    let read_share = |share: &[File]| share.iter().map(&read).collect::<Vec<_>>();
    let shares = in_shares(files, 1, read_share, |n_read| {
        progress.at("Reading", n_read, files.len());
    });
    shares.into_iter().flatten().collect()
}

fn read_file(path: &Path, kind: FileKind) -> Contents {
    match bytes_of(path) {
        Ok(bytes) => file::read(path, kind, &bytes),
        Err(error) => {
            let mut contents = Contents::new(path);
            contents.diagnostics.errors.push(unreadable(path, &error));
            contents
        }
    }
}

/// The bytes of a file, unless there are too many.
fn bytes_of(path: &Path) -> io::Result<Vec<u8>> {
    let bytes = folder::bytes_of(path, MAX_FILE)?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(io::Error::other(format!("it {}", longer_than(MAX_FILE))));
    }
    Ok(bytes)
}

/// The import into a folder, so far.
struct Import<'a> {
    folder: &'a Path,
    files: ArticleFiles<'a>,
    n_written: usize,
    /// How many articles were there already, as they are.
    n_there: usize,
    n_images: usize,
    /// How many files are not read, by the ends of their names.
    n_others: BTreeMap<String, usize>,
    errors: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
}

impl<'a> Import<'a> {
    fn into(folder: &'a Path) -> Self {
        Self {
            folder,
            files: ArticleFiles::of(folder),
            n_written: 0,
            n_there: 0,
            n_images: 0,
            n_others: BTreeMap::new(),
            errors: Vec::new(),
            warnings: Vec::new(),
        }
    }

    /// Takes what files held.
    fn take(&mut self, read: Vec<Contents>) {
        for Contents { articles, diagnostics, is_plain_text } in read {
            let path = diagnostics.path().to_owned();
            if is_plain_text {
                *self.n_others.entry(ending(&path)).or_default() += 1;
                continue;
            }
            let is_silent = diagnostics.errors.is_empty() && diagnostics.warnings.is_empty();
            if articles.is_empty() && is_silent {
                let remedy = "look whether it is the right file, and, of a table, whether its first row has the \
                              names of the columns";
                self.warnings.push(Diagnostic::on(&path, "there is no article in it", remedy));
            }
            self.errors.extend(diagnostics.errors);
            self.warnings.extend(diagnostics.warnings);
            for (line, article) in articles {
                self.write(&path, line, &article);
            }
        }
    }

    /// Takes the files of a zip as those of a folder.
    fn take_zip(&mut self, zip: &Path) {
        let bytes = match bytes_of(zip) {
            Ok(bytes) => bytes,
            Err(error) => return self.errors.push(unreadable(zip, &error)),
        };
        let limits = Limits { file: MAX_FILE, ..Limits::default() };
        let Unpacked { files, refused } = match archive::unpack(&bytes, limits) {
            Ok(unpacked) => unpacked,
            Err(what) => {
                let remedy = "make the zip again, or take it out of the sources";
                return self.errors.push(Diagnostic::on(zip, what, remedy));
            }
        };
        drop(bytes);
        let paths: BTreeSet<String> = files.iter().map(|(path, _)| path.clone()).collect();
        let is_passed_over = |path: &str| file::is_passed_over(path, |page| paths.contains(page));
        for (name, what) in refused {
            // What would not be read anyway is no loss.
            if FileKind::of(&name).is_some() && !is_passed_over(&name.replace('\\', "/")) {
                let what = format!("cannot be read: {what}");
                let remedy = "unpack the zip by another program, and import the folder";
                self.errors.push(Diagnostic::on(zip.join(&name), what, remedy));
            }
        }
        let mut sources = Vec::new();
        for (path, content) in files {
            let ending = ending(Path::new(&path));
            if is_passed_over(&path) {
                continue;
            } else if let Some(kind) = FileKind::of(&path) {
                sources.push((zip.join(path), kind, content));
            } else if ending == ZIP {
                let what = "is a zip within a zip, and not read";
                let remedy = "unpack the outer one, and import the folder";
                self.warnings.push(Diagnostic::on(zip.join(path), what, remedy));
            } else {
                *self.n_others.entry(ending).or_default() += 1;
            }
        }
        // The order of a folder on disk.
        sources.sort_by(|(one, ..), (other, ..)| one.cmp(other));
        self.take(read_all(&sources, |(path, kind, content)| file::read(path, *kind, content)));
    }

    /// Writes an article that stands at `line` of `from`, unless it is there already.
    fn write(&mut self, from: &Path, line: Option<u32>, article: &Imported) {
        let text = article.to_markdown();
        let error =
            |what: String, remedy: &str| Diagnostic { line, ..Diagnostic::on(from, what, remedy) };
        let place = self.files.place(&file::base_name(from, article), article, &text);
        let outcome = match place {
            Ok(Destination::There) => {
                self.n_there += 1;
                return;
            }
            Ok(Destination::Changed(path)) => Err(error(
                format!("{} is there with other content, and is kept", path.display()),
                "rename or remove that file, or import into another folder",
            )),
            Err((path, cause)) => Err(error(
                format!("{} is there and cannot be read: {cause}", path.display()),
                "import into another folder",
            )),
            Ok(Destination::Free(path)) => fs::create_dir_all(self.folder)
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

    fn summary(&self) -> String {
        let articles = counted(self.n_written, "article", "articles");
        let mut summary = format!("{articles} written to {}", self.folder.display());
        if self.n_there > 0 {
            summary += &format!(", {} there already", self.n_there);
        }
        if !self.errors.is_empty() {
            summary += &format!(", {} left out", self.errors.len());
        }
        summary.push('\n');
        if self.n_images > 0 {
            let images = counted(self.n_images, "image is", "images are");
            summary += &format!("{images} not in them; captions are\n");
        }
        if !self.n_others.is_empty() {
            let all = counted(self.n_others.values().sum(), "file is", "files are");
            let ends: Vec<String> = self
                .n_others
                .iter()
                .map(|(end, n)| match end.as_str() {
                    "" => format!("without an ending {n}"),
                    end => format!(".{end} {n}"),
                })
                .collect();
            summary += &format!("{all} of another kind and not read: {}\n", ends.join(", "));
            if ["md", "markdown", "mdx", "txt"].iter().any(|end| self.n_others.contains_key(*end)) {
                summary += "Markdown and plain text need no import: put them into the folder as they are\n";
            }
        }
        summary
    }
}
