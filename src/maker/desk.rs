//! [`Desk`]: the dossier that is being made, what can be done to it, and what comes of it.

use std::cmp::Ordering;
use std::collections::btree_map::{BTreeMap, Entry};
use std::collections::{BTreeSet, VecDeque};
use std::path::Path;

use super::example;
use super::folder::{Added, Folder, MOST_ARTICLES, MOST_BYTES, problem, why_left_out};
use super::message::{
    Command, Direction, Field, Form, Problem, Progress, Review, Row, View, label,
};
use crate::archive;
use crate::article::Article;
use crate::citation::Cited;
use crate::compile::{Compiled, Sharing, Stage, compile_with};
use crate::diagnostics::Diagnostic;
use crate::press::{Engine, InBlocks, Offline, press};
use crate::quotation::Attributions;
use crate::review::{Case, Edit, cases, known_names};
use crate::route::{Base, Page, Route};
use crate::slug::slug;
use crate::source::{Faults, LeftOut, Omitted, SETTINGS, Source};
use crate::takeaway::{self, Record};
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
    /// The changes that can be taken back.
    steps: VecDeque<Change>,
    /// What was added last, until it is known what it is.
    added: Vec<String>,
    /// The question that the last change has brought back.
    again: Option<String>,
    /// What was wrong with what was added last.
    problems: Vec<Problem>,
    /// How many articles and quotations there were when it was looked at last, and who spoke.
    seen: Option<Seen>,
    /// What was read then.
    read: Option<(Source, Attributions)>,
}

/// A change.
#[derive(Debug)]
struct Change {
    /// What was done, a clause.
    done: String,
    /// The folder before.
    before: Folder,
    /// The key of the question that was answered, where one was.
    answered: Option<String>,
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

    /// Does what changes the dossier; `files` are the bytes beside the command, or why they cannot be had. Other commands
    /// change nothing. Whether the dossier is another now.
    ///
    /// # Errors
    ///
    /// Why it was not done; all is as it was then.
    pub fn change(
        &mut self,
        command: &Command,
        files: Vec<Result<Vec<u8>, String>>,
        mut progress: impl FnMut(Progress),
    ) -> Result<bool, String> {
        if *command == Command::Undo {
            self.undo()?;
            return Ok(true);
        }
        let mut folder = self.folder.clone();
        let mut added = Added::default();
        let Some(done) = self.done(command, files, &mut folder, &mut added, &mut progress)? else {
            return Ok(false);
        };
        self.again = None;
        // Where no file could be taken, nothing was added that could be taken back.
        let is_in_vain = matches!(command, Command::Add(_)) && added.paths.is_empty();
        let is_changed = folder != self.folder && !is_in_vain;
        self.added = match command {
            Command::Add(_) if is_changed => std::mem::take(&mut added.paths),
            _ => Vec::new(),
        };
        self.problems = added.into_problems();
        if is_changed {
            let before = std::mem::replace(&mut self.folder, folder);
            let answered = match command {
                Command::Say { key, .. } => Some(key.clone()),
                _ => None,
            };
            self.steps.push_back(Change { done, before, answered });
            if self.steps.len() > MOST_STEPS {
                self.steps.pop_front();
            }
        }
        Ok(is_changed)
    }

    /// Takes back the last change.
    fn undo(&mut self) -> Result<(), String> {
        let step = self.steps.pop_back().ok_or("There is nothing to take back.")?;
        self.folder = step.before;
        self.again = step.answered;
        self.problems.clear();
        self.added.clear();
        Ok(())
    }

    /// Does in a folder what a command asks for: what was done, as a clause; `None` where it changes nothing.
    fn done(
        &self,
        command: &Command,
        files: Vec<Result<Vec<u8>, String>>,
        folder: &mut Folder,
        added: &mut Added,
        progress: &mut impl FnMut(Progress),
    ) -> Result<Option<String>, String> {
        Ok(Some(match command {
            Command::Add(names) => {
                let n_all = names.len();
                folder.add(names.iter().cloned().zip(files).collect(), added, |n_done| {
                    progress(Progress { what: "Reading the files".to_owned(), n_done, n_all });
                });
                folder.settle_title();
                // Which of them are articles is known when they are read.
                added_words(0, added.paths.len())
            }
            Command::Paste { html, text } => {
                folder.paste(html, text, added)?;
                folder.settle_title();
                "what was pasted added".to_owned()
            }
            Command::AddExample => {
                let files = example::files().map(|(path, bytes)| (path.to_owned(), Ok(bytes)));
                folder.add(files.collect(), added, |_| {});
                "the example added".to_owned()
            }
            Command::Title(title) => {
                folder.set_title(title)?;
                "the title changed".to_owned()
            }
            Command::Set { file, field, text } => {
                folder.set(file, *field, text)?;
                if *folder == self.folder && text.trim().is_empty() && self.has(file, *field) {
                    return Err("It is read from the file’s name or its text, so it cannot be emptied; write what holds \
                                in its place."
                        .to_owned());
                }
                format!("{} of {} changed", label(*field), self.name_of(file))
            }
            Command::Remove(file) => {
                folder.remove(file, self.slug_of(file).as_deref());
                format!("{} taken out", self.name_of(file))
            }
            Command::Move { file, direction } => {
                folder.set_order(&self.moved(file, *direction)?)?;
                format!("{} moved {}", self.name_of(file), direction.name())
            }
            Command::Sort => {
                folder.set_order(&self.by_date()?)?;
                "the articles put into the order of their dates".to_owned()
            }
            Command::Say { key, said, name } => {
                let edit = self.edit(key, said, name)?;
                folder.edit(&edit)?;
                edit.in_words().trim_end_matches('.').to_owned()
            }
            _ => return Ok(None),
        }))
    }

    /// What to call a file: its article's headline or first words in quotation marks, or its own name.
    fn name_of(&self, file: &str) -> String {
        let name = self.read.as_ref().and_then(|(source, _)| {
            let at = source.file_names.iter().position(|known| known == file)?;
            Some(format!("“{}”", title(&source.articles[at])))
        });
        name.unwrap_or_else(|| file.to_owned())
    }

    /// Whether an article has something in a field.
    fn has(&self, file: &str, field: Field) -> bool {
        self.read.as_ref().is_some_and(|(source, _)| {
            let at = source.file_names.iter().position(|known| known == file);
            at.is_some_and(|at| text_in(field, &source.articles[at]).is_some())
        })
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

    /// The dossier as it was read last.
    fn source(&self) -> Result<&Source, String> {
        let read = self.read.as_ref().ok_or("There is no article that could be read.")?;
        Ok(&read.0)
    }

    /// The files of the articles in their order, with one moved by a place.
    fn moved(&self, file: &str, direction: Direction) -> Result<Vec<String>, String> {
        let mut files = self.source()?.file_names.clone();
        let at = files.iter().position(|known| known == file);
        let at = at.ok_or_else(|| format!("There is no article {file} any more."))?;
        let other = match direction {
            Direction::Up => at.checked_sub(1),
            Direction::Down => Some(at + 1),
        };
        match other.filter(|other| *other < files.len()) {
            Some(other) => files.swap(at, other),
            None => return Err("It stands at the end of the list already.".to_owned()),
        }
        Ok(files)
    }

    /// The files of the articles as they were published, those without a date last.
    fn by_date(&self) -> Result<Vec<String>, String> {
        let source = self.source()?;
        let mut dated: Vec<(Option<&String>, &String)> = source
            .articles
            .iter()
            .map(|article| article.byline.published.as_ref())
            .zip(&source.file_names)
            .collect();
        // Dates are in ISO 8601, so they sort as texts.
        dated.sort_by_key(|(published, _)| (published.is_none(), *published));
        Ok(dated.into_iter().map(|(_, file)| file.clone()).collect())
    }

    /// Reads the dossier: what its maker sees, and its pack where it has an article.
    pub fn look(&mut self, mut progress: impl FnMut(Progress)) -> (View, Option<Vec<u8>>) {
        let mut view = View {
            n_bytes: self.folder.n_bytes(),
            problems: self.problems.clone(),
            ..View::default()
        };
        let (mut found, mut omitted) = (Vec::new(), Omitted::default());
        let mut has_bad_settings = false;
        let mut source = match self.folder.read() {
            Ok(source) => Some(source),
            Err(faults) => {
                view.title = self.folder.title();
                // A page without an article is where everybody begins.
                if !self.folder.is_empty() {
                    found.extend(faults.errors);
                }
                has_bad_settings = true;
                found.extend(faults.warnings);
                omitted = faults.omitted;
                // The articles can be read without settings that cannot.
                self.folder.without_settings().read().ok()
            }
        };
        let articles = source.as_ref().map_or(&[][..], |source| &source.file_names);
        let added = self.name_what_was_added(articles);
        view.last = self.steps.back().map(|step| step.done.clone());
        if let Some(source) = &mut source {
            found.append(&mut source.warnings);
            omitted = std::mem::take(&mut source.omitted);
        }
        view.problems.extend(problems_of(&found, omitted));
        if has_bad_settings {
            let first = view.problems.iter_mut().find(|problem| problem.file == SETTINGS);
            first.into_iter().for_each(|problem| problem.may_go = true);
        }
        let Some(source) = source else {
            (self.seen, self.read) = (None, None);
            return (view, None);
        };
        view.problems.extend(twins(&source, &added));
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
        view.review =
            Review { again: self.again.clone(), ..review(&source, &compiled.attributions) };
        self.read = Some((source, compiled.attributions));
        (view, Some(compiled.pack))
    }

    /// Says of what was added last how many articles it is, of which `articles` are read as such. Gives its files.
    fn name_what_was_added(&mut self, articles: &[String]) -> Vec<String> {
        let added = std::mem::take(&mut self.added);
        let articles: BTreeSet<&String> = articles.iter().collect();
        let n_articles = added.iter().filter(|path| articles.contains(path)).count();
        if let Some(step) = self.steps.back_mut().filter(|_| !added.is_empty()) {
            step.done = added_words(n_articles, added.len() - n_articles);
        }
        added
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
        if !form.has_reader() {
            return quotations(&compiled(&source, &mut progress), form, name);
        }
        let engine = Engine::new(Path::new("engine"), engine);
        let engine = engine.map_err(|what| format!("The site cannot be made: {what}."))?;
        let Compiled { pack, .. } = compiled(&source, &mut progress);
        progress(Progress { what: "Writing the pages".to_owned(), n_done: 0, n_all: 0 });
        let pressed = press(pack, &source.site, &engine, InBlocks::default(), Offline::Kept);
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

/// The quotations of a dossier as a file, without addresses, for it is at none.
fn quotations(compiled: &Compiled, form: Form, name: &str) -> Result<Taken, String> {
    let nowhere = Cited {
        site: String::new(),
        base: Base::of(Page::Front),
        edition: String::new(),
        day: String::new(),
    };
    let records = takeaway::records(&compiled.dossier(), &Route::default(), &nowhere);
    if form == Form::Table {
        let table = takeaway::csv(Record::NAMES, records.iter().map(Record::values));
        return Ok(Taken {
            name: format!("{name}.csv"),
            kind: "text/csv",
            bytes: table.into_bytes(),
        });
    }
    let bytes = serde_json::to_vec_pretty(&records);
    let bytes = bytes.map_err(|error| format!("The quotations cannot be written: {error}."))?;
    Ok(Taken { name: format!("{name}.json"), kind: "application/json", bytes })
}

fn compiled(source: &Source, progress: &mut impl FnMut(Progress)) -> Compiled {
    let n_all = source.articles.len();
    let told = |step, n_done| {
        let what = match step {
            Stage::Quotations => "Finding who said what",
            Stage::Shared => "Comparing the articles",
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
        again: None,
    }
}

fn row(file: &str, article: &Article, n_quotations: usize) -> Row {
    Row {
        file: file.to_owned(),
        slug: article.slug.clone(),
        fields: Field::ALL.map(|field| text_in(field, article).unwrap_or_default()).to_vec(),
        name: title(article),
        n_words: n_words(article),
        n_quotations,
    }
}

/// What stands in a field, where something does.
fn text_in(field: Field, article: &Article) -> Option<String> {
    let byline = &article.byline;
    let text = match field {
        Field::Title => article.headline().map(str::to_owned),
        Field::Outlet => byline.outlet.clone(),
        Field::Authors => Some(byline.authors.join(", ")),
        Field::Published => byline.published.clone(),
        Field::Url => byline.url.clone(),
        Field::Language => byline.language.clone(),
    };
    text.filter(|text| !text.is_empty())
}

/// What was found, with each file that is omitted by its name and the reason, in place of how many there are.
fn problems_of(found: &[Diagnostic], mut omitted: Omitted) -> Vec<Problem> {
    let found = found.iter().filter(|diagnostic| !diagnostic.is_summary).map(problem);
    let mut problems: Vec<Problem> = found.collect();
    omitted.left_out.sort_by(|one, other| one.file_name.cmp(&other.file_name));
    omitted.not_read.sort();
    for LeftOut { file_name, reason } in omitted.left_out {
        let reasons = why_left_out(&reason);
        problems.retain(|problem| problem.file != file_name || !reasons.contains(&problem.words));
        problems.extend(reasons.iter().map(|why| Problem {
            file: file_name.clone(),
            words: format!("is left out: {why}"),
            may_go: true,
        }));
    }
    // A page takes in nothing but articles, settings, authors and pictures.
    problems.extend(omitted.not_read.into_iter().map(|file| Problem {
        file,
        words: "is a picture that no article shows; name it in one, or take it out.".to_owned(),
        may_go: true,
    }));
    // Read without its settings, a dossier says much of it again.
    let mut told = BTreeSet::new();
    problems.retain(|problem| told.insert((problem.file.clone(), problem.words.clone())));
    problems
}

/// Articles with one text; of two the one that was `added` last.
fn twins(source: &Source, added: &[String]) -> Vec<Problem> {
    let mut first: BTreeMap<&str, (&Article, &String)> = BTreeMap::new();
    let mut problems = Vec::new();
    let articles = source.articles.iter().zip(&source.file_names);
    let (new, old): (Vec<_>, Vec<_>) = articles.partition(|(_, file)| added.contains(file));
    for (article, file) in old.into_iter().chain(new) {
        let body = article.text[article.paragraphs[0].span.end as usize..].trim();
        // One that was withdrawn has none.
        if body.is_empty() {
            continue;
        }
        match first.entry(body) {
            Entry::Vacant(entry) => {
                entry.insert((article, file));
            }
            Entry::Occupied(entry) => {
                let (known, known_file) = entry.get();
                let words = format!("has the same text as “{}” ({known_file}).", title(known));
                problems.push(Problem { file: file.clone(), words, may_go: true });
            }
        }
    }
    problems
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

/// What was added, in words.
fn added_words(n_articles: usize, n_others: usize) -> String {
    let articles = counted(n_articles, "article", "articles");
    match (n_articles, n_others) {
        (0, n) => counted(n, "file added that is no article", "files added that are no articles"),
        (_, 0) => format!("{articles} added"),
        (_, n) => {
            let others = counted(n, "file that is none", "files that are none");
            format!("{articles} added, and {others}")
        }
    }
}

/// The first fault, and how many there are beside it.
fn faults_in_words(faults: &Faults) -> String {
    let Some(first) = faults.errors.first() else { return "The dossier is at fault.".to_owned() };
    let problem = problem(first);
    match faults.errors.len() {
        1 => format!("{}: {}", problem.file, problem.words),
        n => {
            let others = counted(n - 1, "further fault", "further faults");
            format!("{}: {} And {others}.", problem.file, problem.words)
        }
    }
}

/// How much a page takes, as a clause.
#[must_use]
pub fn bounds() -> String {
    let (n_articles, n_megabytes) = (MOST_ARTICLES as u64, MOST_BYTES / 1_000_000);
    format!("up to {} articles or {n_megabytes} MB", thousands(n_articles))
}
