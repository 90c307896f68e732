//! [`Desk`]: the dossier that is being made, what can be done to it, and what comes of it.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::folder::{Added, Folder, MOST_ARTICLES, MOST_BYTES, added_words, problem};
use super::message::{Command, Field, Form, Problem, Progress, Review, Row, View};
use crate::archive;
use crate::article::Article;
use crate::compile::{Compiled, Sharing, Step, compile_with};
use crate::diagnostics::Diagnostic;
use crate::press::{Engine, InBlocks, press};
use crate::quotation::Attributions;
use crate::review::{Case, Edit, cases, known_names};
use crate::slug::slug;
use crate::source::{Faults, Source, is_article};
use crate::wording::{counted, joined, n_words, thousands, title};

/// How many changes can be taken back.
const MOST_STEPS: usize = 50;

/// How many quotations to look at are sent at a time.
const MOST_QUESTIONS: usize = 100;

/// How many speakers are named as new.
const MOST_NAMES: usize = 5;

/// A dossier that is being made.
#[derive(Debug, Default)]
pub struct Desk {
    folder: Folder,
    /// The folder before each change, with what the change was.
    before: Vec<(String, Folder)>,
    /// What was wrong with what was added last.
    problems: Vec<Problem>,
    /// How many articles and quotations there were when it was looked at last, and who spoke.
    seen: Option<Seen>,
    /// What was read then.
    read: Option<(Source, Attributions)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Seen {
    n_articles: usize,
    n_quotations: usize,
    speakers: BTreeSet<String>,
}

/// A file to take away.
#[derive(Debug, PartialEq, Eq)]
pub struct Taken {
    /// The file's name.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Desk {
    /// Goes on with a folder.
    #[must_use]
    pub fn with(folder: Folder) -> Self {
        Self { folder, ..Self::default() }
    }

    /// The dossier's files.
    #[must_use]
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Does what changes the dossier; `files` are the bytes beside the command, or why they cannot be had. Other commands change nothing.
    ///
    /// # Errors
    ///
    /// Why it was not done; all is as it was then.
    pub fn change(
        &mut self,
        command: &Command,
        files: Vec<Result<Vec<u8>, String>>,
        mut progress: impl FnMut(Progress),
    ) -> Result<(), String> {
        let mut folder = self.folder.clone();
        let mut added = Added::default();
        let done = match command {
            Command::Add(names) => {
                let n_all = names.len();
                folder.add(names.iter().cloned().zip(files).collect(), &mut added, |n_done| {
                    progress(Progress { what: "Reading the files".to_owned(), n_done, n_all });
                });
                folder.settle_title();
                added_words(added.n_files)
            }
            Command::Paste { html, text } => {
                folder.paste(html, text, &mut added)?;
                folder.settle_title();
                "what was pasted added".to_owned()
            }
            Command::Title(title) => {
                folder.set_title(title)?;
                "the title changed".to_owned()
            }
            Command::Set { file, field, text } => {
                folder.set(file, *field, text)?;
                format!("the {} of {file} changed", field.name())
            }
            Command::Remove(file) => {
                folder.remove(file, self.slug_of(file).as_deref());
                format!("{file} taken out")
            }
            Command::Move { file, is_up } => {
                folder.set_order(&self.moved(file, *is_up)?)?;
                format!("{file} moved")
            }
            Command::Say { key, said, name } => {
                let edit = self.edit(key, said, name)?;
                folder.edit(&edit)?;
                edit.in_words().trim_end_matches('.').to_owned()
            }
            Command::Undo => {
                let Some((_, before)) = self.before.pop() else {
                    return Err("There is nothing to take back.".to_owned());
                };
                self.folder = before;
                self.problems.clear();
                return Ok(());
            }
            _ => return Ok(()),
        };
        self.problems = added.problems;
        if folder != self.folder {
            let before = std::mem::replace(&mut self.folder, folder);
            self.before.push((done, before));
            if self.before.len() > MOST_STEPS {
                self.before.remove(0);
            }
        }
        Ok(())
    }

    /// The name in addresses of an article.
    fn slug_of(&self, file: &str) -> Option<String> {
        let (source, _) = self.read.as_ref()?;
        let at = source.file_names.iter().position(|known| known == file)?;
        Some(source.articles[at].slug.clone())
    }

    /// What is said of a quotation, as an edit.
    fn edit(&self, key: &str, said: &str, name: &str) -> Result<Edit, String> {
        let gone = "These words are not there any more.";
        let (source, attributions) = self.read.as_ref().ok_or(gone)?;
        let cases = cases(&source.articles, attributions);
        let case = cases.iter().find(|case| case.has_key(key)).ok_or(gone)?;
        Ok(case.edit(said, name)?.0)
    }

    /// The files of the articles in their order, with one moved by a place.
    fn moved(&self, file: &str, is_up: bool) -> Result<Vec<String>, String> {
        let source = self.folder.read().map_err(|faults| faults_in_words(&faults))?;
        let mut files = source.file_names;
        let at = files.iter().position(|known| known == file);
        let at = at.ok_or_else(|| format!("There is no article {file} any more."))?;
        let other = if is_up { at.checked_sub(1) } else { Some(at + 1) };
        match other.filter(|other| *other < files.len()) {
            Some(other) => files.swap(at, other),
            None => return Err("It stands at the end of the list already.".to_owned()),
        }
        Ok(files)
    }

    /// Reads the dossier: what its maker sees, and its pack where it has an article.
    pub fn look(&mut self, mut progress: impl FnMut(Progress)) -> (View, Option<Vec<u8>>) {
        let mut view = View {
            last: self.before.last().map(|(done, _)| done.clone()),
            n_bytes: self.folder.n_bytes(),
            problems: self.problems.clone(),
            ..View::default()
        };
        let source = match self.folder.read() {
            Ok(source) => source,
            Err(faults) => {
                view.title = self.folder.title();
                let Faults { errors, warnings } = faults;
                // A page without an article is where everybody begins.
                let errors = errors.iter().filter(|_| !self.folder.is_empty());
                view.problems.extend(errors.chain(&warnings).map(|what| self.problem(what, &[])));
                // The articles can be read without settings that cannot.
                match self.folder.without_settings().read() {
                    Ok(source) => source,
                    Err(_) => {
                        (self.seen, self.read) = (None, None);
                        return (view, None);
                    }
                }
            }
        };
        let warnings = source.warnings.iter();
        let warnings = warnings.map(|what| self.problem(what, &source.file_names));
        view.problems.extend(warnings);
        view.problems.extend(twins(&source));
        let compiled = compiled(&source, &mut progress);
        if view.title.is_empty() {
            view.title.clone_from(&source.masthead.title);
        }
        let quotations = &compiled.attributions.quotations;
        view.articles = (0..source.articles.len())
            .map(|at| row(&source.file_names[at], &source.articles[at], quotations[at].len()))
            .collect();
        let all = || quotations.iter().flatten();
        view.n_quotations = all().count();
        view.n_named = all().filter(|found| !found.attribution.speakers.is_empty()).count();
        let speakers = compiled.attributions.speakers.iter();
        let seen = Seen {
            n_articles: view.articles.len(),
            n_quotations: view.n_quotations,
            speakers: speakers.map(|speaker| speaker.name.clone()).collect(),
        };
        view.n_speakers = seen.speakers.len();
        let before = self.seen.replace(seen.clone());
        view.change = before.map_or_else(String::new, |before| difference(&before, &seen));
        view.review = review(&source, &compiled.attributions);
        self.read = Some((source, compiled.attributions));
        (view, Some(compiled.pack))
    }

    /// What is wrong with a file of the folder, of which `articles` are read as such.
    fn problem(&self, what: &Diagnostic, articles: &[String]) -> Problem {
        let problem = problem(what);
        let is_left_out = is_article(&problem.file)
            && self.folder.has(&problem.file)
            && !articles.contains(&problem.file);
        Problem { is_left_out, ..problem }
    }

    /// Makes a file to take away. `engine` has the files of the engine or of a finished site, which the folder
    /// does without.
    ///
    /// # Errors
    ///
    /// Why it cannot be made: a sentence.
    pub fn take(
        &self,
        form: Form,
        engine: BTreeMap<String, Vec<u8>>,
        mut progress: impl FnMut(Progress),
    ) -> Result<Taken, String> {
        let name = slug(&self.folder.title());
        let name = if name.is_empty() { "dossier" } else { &*name };
        if form == Form::Folder {
            // In a folder of its own, so that it does not scatter its files where it is unpacked.
            let files: Vec<(String, &[u8])> = self
                .folder
                .files()
                .map(|(path, bytes)| (format!("{name}/{path}"), bytes))
                .collect();
            let bytes = archive::pack(files.iter().map(|(path, bytes)| (&**path, *bytes)));
            return Ok(Taken { name: format!("{name}.zip"), kind: ZIP, bytes });
        }
        let source = self.folder.read().map_err(|faults| faults_in_words(&faults))?;
        let engine = Engine::new(Path::new("engine"), engine);
        let engine = engine.map_err(|what| format!("The site cannot be made: {what}."))?;
        let compiled = compiled(&source, &mut progress);
        progress(Progress { what: "Writing the pages".to_owned(), n_done: 0, n_all: 0 });
        let pressed = press(&compiled, &source.site, &engine, InBlocks::default(), true);
        let pressed = pressed.map_err(|what| format!("The site cannot be made: {what}."))?;
        if form == Form::OneFile {
            let bytes = pressed.one_file().to_vec();
            return Ok(Taken { name: format!("{name}.html"), kind: "text/html", bytes });
        }
        let files = pressed.all_files();
        progress(Progress { what: "Packing the site".to_owned(), n_done: 0, n_all: 0 });
        let bytes = archive::pack(files.iter().map(|(path, bytes)| (&**path, &**bytes)));
        Ok(Taken { name: format!("{name}-site.zip"), kind: ZIP, bytes })
    }
}

const ZIP: &str = "application/zip";

fn compiled(source: &Source, progress: &mut impl FnMut(Progress)) -> Compiled {
    let n_all = source.articles.len();
    let told = |step, n_done| {
        let what = match step {
            Step::Quotations => "Finding who said what",
            Step::Shared => "Comparing the articles",
        };
        progress(Progress { what: what.to_owned(), n_done, n_all });
    };
    compile_with(&source.masthead, &source.articles, &source.editorial, Sharing::Find, told)
}

/// What is to be looked at, the most doubtful first.
fn review(source: &Source, attributions: &Attributions) -> Review {
    let cases = cases(&source.articles, attributions);
    Review {
        n_left: cases.len(),
        n_unsure: cases.iter().filter(|case| case.is_unsure()).count(),
        questions: cases.iter().take(MOST_QUESTIONS).map(Case::question).collect(),
        known: known_names(&attributions.speakers),
    }
}

fn row(file: &str, article: &Article, n_quotations: usize) -> Row {
    let byline = &article.byline;
    let text = |field| match field {
        Field::Title => article.headline().map(str::to_owned),
        Field::Outlet => byline.outlet.clone(),
        Field::Authors => Some(byline.authors.join(", ")),
        Field::Published => byline.published.clone(),
        Field::Url => byline.url.clone(),
        Field::Language => byline.language.clone(),
    };
    Row {
        file: file.to_owned(),
        slug: article.slug.clone(),
        fields: Field::ALL.map(|field| text(field).unwrap_or_default()).to_vec(),
        name: title(article),
        n_words: n_words(article),
        n_quotations,
    }
}

/// Articles with one text.
fn twins(source: &Source) -> Vec<Problem> {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let articles = source.articles.iter().zip(&source.file_names);
    articles
        .filter_map(|(article, file)| {
            let body = &article.text[article.paragraphs[0].span.end as usize..];
            // One that was withdrawn has none.
            if body.trim().is_empty() {
                return None;
            }
            let known = match first.get(body.trim()) {
                Some(known) => *known,
                None => {
                    first.insert(body.trim(), file);
                    return None;
                }
            };
            let words = format!("has the same text as {known}; take one of the two out.");
            Some(Problem { file: file.clone(), words, is_left_out: false })
        })
        .collect()
}

/// What a change did, as a sentence.
fn difference(before: &Seen, now: &Seen) -> String {
    let mut parts = Vec::new();
    for (before, now, one, many) in [
        (before.n_articles, now.n_articles, "article", "articles"),
        (before.n_quotations, now.n_quotations, "quotation", "quotations"),
    ] {
        match now.cmp(&before) {
            Ordering::Greater => {
                parts.push(format!("{} more", counted(now - before, one, many)));
            }
            Ordering::Less => {
                parts.push(format!("{} fewer", counted(before - now, one, many)));
            }
            Ordering::Equal => {}
        }
    }
    let new = |of: &Seen, not: &Seen| {
        let mut names: Vec<String> = of.speakers.difference(&not.speakers).cloned().collect();
        if names.len() > MOST_NAMES {
            let n_others = names.len() - MOST_NAMES;
            names.truncate(MOST_NAMES);
            names.push(counted(n_others, "other", "others"));
        }
        joined(&names)
    };
    let (come, gone) = (new(now, before), new(before, now));
    if !come.is_empty() {
        parts.push(format!("new speakers: {come}"));
    }
    if !gone.is_empty() {
        parts.push(format!("no longer among the speakers: {gone}"));
    }
    if parts.is_empty() { String::new() } else { parts.join("; ") + "." }
}

/// The first fault, and how many there are beside it.
fn faults_in_words(faults: &Faults) -> String {
    let Some(first) = faults.errors.first() else { return "The dossier is at fault.".to_owned() };
    let problem = problem(first);
    match faults.errors.len() {
        1 => format!("{}: {}", problem.file, problem.words),
        n => format!("{}: {} There are {} more.", problem.file, problem.words, n - 1),
    }
}

/// How much a page takes, as a clause.
#[must_use]
pub fn bounds() -> String {
    let (n_articles, n_megabytes) = (MOST_ARTICLES as u64, MOST_BYTES / 1_000_000);
    format!("up to {} articles or {n_megabytes} MB", thousands(n_articles))
}
