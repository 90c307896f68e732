//! What the page and the desk say to each other.

use serde::{Deserialize, Serialize};

pub use crate::review::Question;
pub use crate::source::Field;
use crate::wording::{counted, date};

/// What the page has the desk do. Bytes go beside it, because they are handed over and not copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// Go on with the dossier that this browser keeps under a number; with the one that was changed last where that is
    /// not there.
    Resume(u32),
    /// Go on with the dossier that was changed last.
    ResumeLast,
    /// Look whether another tab has changed what is kept.
    Check,
    /// Open the dossier that this browser keeps under a number.
    Open(u32),
    /// Begin a new dossier.
    Begin,
    /// Add the files beside this, by these names: paths where they come from a folder.
    Add(Vec<String>),
    /// Add what was pasted: a page's HTML, if there was some, and the words.
    Paste {
        /// The HTML; empty where there is none.
        html: String,
        /// The words.
        text: String,
    },
    /// Add the example, a dossier of three articles.
    AddExample,
    /// Give the dossier another title.
    Title(String),
    /// Set a field of an article.
    Set {
        /// The article's file.
        file: String,
        /// The field.
        field: Field,
        /// What it is set to; empty takes it away.
        text: String,
    },
    /// Take a file out.
    Remove(String),
    /// Put the articles into the order in which they were published.
    Sort,
    /// Move an article up or down the list by one.
    Move {
        /// The article's file.
        file: String,
        /// To which side.
        direction: Direction,
    },
    /// Take over what is said of a quotation.
    Say {
        /// The key of its [`Question`].
        key: String,
        /// The name of the button: see [`Case::edit`](crate::review::Case::edit).
        said: String,
        /// What stands in the field beside it.
        name: String,
    },
    /// Take back the last change.
    Undo,
    /// Make a file to take away.
    Take(Form),
    /// Give a kept dossier another title.
    Rename {
        /// Its number.
        id: u32,
        /// The title.
        title: String,
    },
    /// Make a copy of a kept dossier.
    Copy(u32),
    /// Delete a kept dossier, so that it can be put back.
    Delete(u32),
    /// Put back a deleted one.
    Restore(u32),
    /// Take a deleted one out of this browser for good.
    Erase(u32),
}

/// To which side of the list an article is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// Towards its beginning.
    Up,
    /// Towards its end.
    Down,
}

impl Direction {
    /// As it is said: "up".
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
        }
    }
}

/// What a dossier is taken away as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// Its folder as a zip: articles and `dossier.toml`, which `whosaid` reads.
    Folder,
    /// The whole site as a zip.
    Site,
    /// The edition in one file.
    OneFile,
    /// Its quotations as a table (CSV).
    Table,
    /// Its quotations as data (JSON).
    Data,
}

impl Form {
    /// Whether it has the reader in it.
    #[must_use]
    pub fn has_reader(self) -> bool {
        matches!(self, Self::Site | Self::OneFile)
    }
}

/// What the desk tells the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Told {
    /// The desk is there: a worker hears nothing that was said before.
    Ready,
    /// How far it is, for those who wait.
    Progress(Progress),
    /// The dossier as it is now. Its pack is beside this where there is one.
    View {
        /// What the page shows of it.
        view: Box<View>,
        /// Its number, where it is kept already.
        number: Option<u32>,
    },
    /// A file to take away, whose bytes are beside this.
    File {
        /// The file's name.
        name: String,
        /// Its media type.
        kind: String,
    },
    /// A command was not done; all is as it was.
    Refused {
        /// Why, a sentence.
        why: String,
        /// The file and the field that were to be set, where it was that.
        field: Option<(String, Field)>,
    },
    /// These dossiers are gone for good, and whatever else this browser keeps of them can go.
    Gone(Vec<u32>),
    /// The desk has ended of itself, and how; another has to take its place.
    Stopped(String),
    /// The dossiers that this browser keeps, the newest first: the last that is told of each command but
    /// [`Command::Check`].
    Kept(Shelf),
    /// The same, which is all that is told of that.
    Checked(Shelf),
}

/// How far a long work is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// What is done.
    pub what: String,
    /// How much of it is.
    pub n_done: usize,
    /// How much there is; 0 where that is not known.
    pub n_all: usize,
}

/// A dossier as its maker sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// The dossier's title.
    pub title: String,
    /// Its articles, in the order to show.
    pub articles: Vec<Row>,
    /// What is wrong, by file.
    pub problems: Vec<Problem>,
    /// What the last change was, where it can be taken back.
    pub last: Option<String>,
    /// How many quotations there are.
    pub n_quotations: usize,
    /// How many of them are somebody's who is named.
    pub n_named: usize,
    /// How many speakers.
    pub n_speakers: usize,
    /// What the last change did to these, as a sentence; empty where nothing can be compared.
    pub change: String,
    /// The length of all files in bytes.
    pub n_bytes: usize,
    /// The quotations that nobody has looked at.
    pub review: Review,
}

/// The quotations of which nothing was said yet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// How many there are.
    pub n_left: usize,
    /// How many of them are somebody's, and not sure to be.
    pub n_unsure: usize,
    /// The first of them.
    pub questions: Vec<Question>,
    /// The names to choose from, each with what it is a spelling of.
    pub known: Vec<(String, Option<String>)>,
    /// The key of the one that is there again, where the last that was done takes back what was said of it.
    pub again: Option<String>,
}

/// An article in the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The article's file, by which it is meant.
    pub file: String,
    /// Its name in addresses.
    pub slug: String,
    /// What stands in each of [`Field::ALL`].
    pub fields: Vec<String>,
    /// What to call it: its headline, or its first words.
    pub name: String,
    /// How many words it has.
    pub n_words: usize,
    /// How many quotations.
    pub n_quotations: usize,
}

impl Row {
    /// What stands in a field; empty where nothing does.
    #[must_use]
    pub fn field(&self, field: Field) -> &str {
        let at = Field::ALL.iter().position(|known| *known == field);
        at.and_then(|at| self.fields.get(at)).map_or("", String::as_str)
    }

    /// How much it has: "1,024 words · 1 quotation", a part each.
    #[must_use]
    pub fn amounts(&self) -> [String; 2] {
        let Self { n_words, n_quotations, .. } = *self;
        [counted(n_words, "word", "words"), counted(n_quotations, "quotation", "quotations")]
    }
}

/// What the page calls a field.
#[must_use]
pub fn label(field: Field) -> &'static str {
    match field {
        Field::Title => "Headline",
        Field::Outlet => "Outlet",
        Field::Authors => "Authors",
        Field::Published => "Published",
        Field::Url => "Web address",
        Field::Language => "Language",
    }
}

/// What is wrong with a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The file; empty where all are meant.
    pub file: String,
    /// What is wrong and what to do, a sentence.
    pub words: String,
    /// Whether the file can be taken out here, because it is of no use as it is: no article, one that is there twice, or
    /// settings that cannot be read.
    pub may_go: bool,
}

/// What a browser keeps.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shelf {
    /// The dossiers, the newest first.
    pub dossiers: Vec<KeptDossier>,
    /// The one that is open; `None` where it is not kept.
    pub open: Option<u32>,
    /// Those that were deleted and can be put back, the last first; they were changed when they were deleted.
    pub deleted: Vec<KeptDossier>,
    /// The one of them that this tab deleted last.
    pub deleted_last: Option<u32>,
    /// Why nothing is kept, or not all; empty where it is.
    pub trouble: String,
    /// Whether the open dossier has changes that are neither kept nor taken away.
    pub is_unkept: bool,
    /// What another tab has done to the open dossier since it was opened or kept here.
    pub elsewhere: Option<Elsewhere>,
}

/// What another tab has done to a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Elsewhere {
    /// Changed it.
    Changed,
    /// Deleted it.
    Deleted,
}

/// A dossier that is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDossier {
    /// Its number.
    pub id: u32,
    /// Its title.
    pub title: String,
    /// When it was changed last, to the minute where its maker is, in ISO 8601.
    pub changed: String,
    /// The length of all its files in bytes.
    pub n_bytes: usize,
    /// How many articles it has; `None` where nobody has counted.
    pub n_articles: Option<usize>,
    /// Whether it is what one tab wrote while another had changed the same dossier.
    pub is_beside: bool,
}

impl Command {
    /// The file and the field that it sets, where it does.
    #[must_use]
    pub fn field(&self) -> Option<(String, Field)> {
        match self {
            Self::Set { file, field, .. } => Some((file.clone(), *field)),
            _ => None,
        }
    }
}

impl KeptDossier {
    /// When it was changed and what it has, without its length.
    #[must_use]
    pub fn facts(&self) -> String {
        let mut facts = vec![date(&self.changed)];
        facts.extend(self.n_articles.map(|n| counted(n, "article", "articles")));
        if self.is_beside {
            facts.push("copy, from a second tab".to_owned());
        }
        facts.join(" · ")
    }
}

/// What to call each dossier of a list beside the others: its title in quotation marks, with its facts where another
/// has the same, and with its [`number_of`] where those are the same as well.
#[must_use]
pub fn names_of(list: &[KeptDossier]) -> Vec<String> {
    let named = |(at, kept): (usize, &KeptDossier)| {
        let name = format!("“{}”", kept.title);
        if list.iter().filter(|other| other.title == kept.title).count() == 1 {
            return name;
        }
        let facts = kept.facts().replace(" · ", ", ");
        let number = number_of(list, at).map_or_else(String::new, |number| format!(" ({number})"));
        format!("{name}{number}, {facts}")
    };
    list.iter().enumerate().map(named).collect()
}

/// From 2, of the dossier at a place of a list before which others have its title and its facts.
#[must_use]
pub fn number_of(list: &[KeptDossier], at: usize) -> Option<usize> {
    let kept = &list[at];
    let is_like = |other: &&KeptDossier| other.title == kept.title && other.facts() == kept.facts();
    let n_before = list[..at].iter().filter(is_like).count();
    (n_before > 0).then_some(n_before + 1)
}
