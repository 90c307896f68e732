//! [`Server`]: does what the page asks for, one thing after the other.

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, Response};

use super::dossiers::KeptDossiers;
use super::dropped::{GivenFile, UNREADABLE};
use crate::app::effects::clock;
use crate::maker::desk::Desk;
use crate::maker::folder::is_wanted;
use crate::maker::message::{Command, Form, Progress, Told};
use crate::wording::megabytes;

/// The most bytes of files that are read at a time: zips of pages may be longer than what is taken of them.
const MAX_BYTES: f64 = 100_000_000.0;

/// Tells the page something, with bytes beside it.
pub type Tell = Rc<dyn Fn(Told, Option<Uint8Array>)>;

/// What the page asks for.
pub struct Asked {
    /// The command.
    pub command: Command,
    /// The files beside it.
    pub files: Vec<GivenFile>,
}

#[wasm_bindgen]
extern "C" {
    // The same in a page and in a worker.
    #[wasm_bindgen(catch)]
    async fn fetch(url: &str) -> Result<JsValue, JsValue>;
}

/// The desk and the dossiers that are kept, and what is still to be done.
pub struct Server {
    tell: Tell,
    /// The names of the engine's files.
    engine: Vec<String>,
    desk: Desk,
    kept: KeptDossiers,
    /// How many articles the desk has, once it has looked.
    n_articles: Option<usize>,
}

/// Answers one after the other what is asked, in the order in which it is.
#[derive(Clone)]
pub struct Queue(Rc<std::cell::RefCell<Waiting>>);

struct Waiting {
    /// Away while it is at work.
    server: Option<Server>,
    asked: VecDeque<Asked>,
}

impl Queue {
    /// A server with a new dossier.
    pub fn new(tell: Tell, engine: Vec<String>) -> Self {
        let (desk, kept) = (Desk::default(), KeptDossiers::default());
        let server = Some(Server { tell, engine, desk, kept, n_articles: None });
        Self(Rc::new(Waiting { server, asked: VecDeque::new() }.into()))
    }

    /// Asks for something.
    pub fn ask(&self, asked: Asked) {
        self.0.borrow_mut().asked.push_back(asked);
        let Some(mut server) = self.0.borrow_mut().server.take() else { return };
        let queue = self.clone();
        spawn_local(async move {
            loop {
                let next = queue.0.borrow_mut().asked.pop_front();
                match next {
                    Some(asked) => server.answer(asked).await,
                    None => break,
                }
            }
            queue.0.borrow_mut().server = Some(server);
        });
    }
}

impl Server {
    async fn answer(&mut self, asked: Asked) {
        let Asked { command, files } = asked;
        if command == Command::Check {
            let shown = self.kept.shown().await;
            return (self.tell)(Told::Checked(shown), None);
        }
        let field = command.field();
        let done = match command {
            Command::Resume(id) => match self.open(Some(id)).await {
                Err(_) => self.open(None).await,
                opened => opened,
            },
            Command::ResumeLast => self.open(None).await,
            Command::Open(id) => match self.leave().await {
                Ok(()) => self.open(Some(id)).await,
                not_kept => not_kept,
            },
            Command::Begin => self.leave().await.map(|()| self.begin()),
            Command::Take(form) => self.take(form).await,
            Command::Copy(id) => self.kept.copy(id).await,
            Command::Rename { id, title } => self.kept.rename(id, &title).await,
            Command::Delete(id) => self.delete(id).await,
            Command::Restore(id) => self.kept.restore(id).await,
            Command::Erase(id) => {
                self.kept.erase(id).await.map(|()| (self.tell)(Told::Gone(vec![id]), None))
            }
            command => self.change(&command, files).await,
        };
        if let Err(why) = done {
            (self.tell)(Told::Refused { why, field }, None);
        }
        let shown = self.kept.shown().await;
        (self.tell)(Told::Kept(shown), None);
    }

    /// Makes sure that the open dossier is kept, before another takes its place.
    async fn leave(&mut self) -> Result<(), String> {
        self.kept.leave(self.desk.folder(), self.n_articles).await
    }

    async fn delete(&mut self, id: u32) -> Result<(), String> {
        let is_open = self.kept.open_number() == Some(id);
        if is_open {
            self.leave().await?;
        }
        let gone = self.kept.delete(id).await?;
        if !gone.is_empty() {
            (self.tell)(Told::Gone(gone), None);
        }
        if is_open {
            self.begin();
        }
        Ok(())
    }

    fn begin(&mut self) {
        self.kept.begin();
        self.desk = Desk::default();
        self.look();
    }

    async fn open(&mut self, id: Option<u32>) -> Result<(), String> {
        match self.kept.open(id).await {
            Ok(folder) => {
                self.desk = folder.map_or_else(Desk::default, Desk::with);
                self.look();
                Ok(())
            }
            // Where nothing is kept a new dossier can be made; the list of those that are says why.
            Err(_) if id.is_none() => {
                self.begin();
                Ok(())
            }
            Err(why) => Err(why),
        }
    }

    async fn change(&mut self, command: &Command, files: Vec<GivenFile>) -> Result<(), String> {
        let mut progress = self.progress();
        let mut contents = Vec::new();
        let mut n_bytes = 0.0;
        for (n_done, file) in files.iter().enumerate() {
            let n_all = files.len();
            progress(Progress { what: "Reading the files".to_owned(), n_done, n_all });
            let is_wanted = match command {
                Command::Add(names) => names.get(n_done).is_none_or(|name| is_wanted(name)),
                _ => true,
            };
            contents.push(match file {
                Err(why) => Err(why.clone()),
                // What is not read is named by its name alone.
                Ok(_) if !is_wanted => Ok(Vec::new()),
                Ok(file) if n_bytes + file.size() > MAX_BYTES => {
                    let most = megabytes(MAX_BYTES as u64);
                    Err(format!("is too much at a time: add at most {most}"))
                }
                Ok(file) => {
                    n_bytes += file.size();
                    bytes_of(file).await
                }
            });
        }
        let is_changed = self.desk.change(command, contents, progress)?;
        self.look();
        // Another tab may have changed it since.
        if is_changed || self.kept.is_unkept() {
            self.kept.keep(self.desk.folder(), self.n_articles).await;
        }
        Ok(())
    }

    /// Tells how far something is, no more often than a page can show.
    fn progress(&self) -> impl FnMut(Progress) + use<> {
        const EVERY_MS: f64 = 100.0;
        let (tell, mut last) = (self.tell.clone(), 0.0);
        move |progress| {
            let now = clock::now();
            if now - last >= EVERY_MS {
                last = now;
                tell(Told::Progress(progress), None);
            }
        }
    }

    /// Tells what there is now.
    fn look(&mut self) {
        let progress = self.progress();
        let (view, pack) = self.desk.look(progress);
        self.n_articles = Some(view.articles.len());
        let pack = pack.map(|pack| Uint8Array::from(&*pack));
        let number = self.kept.open_number();
        (self.tell)(Told::View { view: Box::new(view), number }, pack);
    }

    async fn take(&mut self, form: Form) -> Result<(), String> {
        let mut progress = self.progress();
        let mut engine = BTreeMap::new();
        if form.has_reader() {
            for (n_done, name) in self.engine.iter().enumerate() {
                let n_all = self.engine.len();
                progress(Progress { what: "Fetching the reader".to_owned(), n_done, n_all });
                let file = loaded(name).await.map_err(|why| {
                    format!(
                        "The file {name} of this site could not be loaded ({why}); try again, online if you are not."
                    )
                })?;
                engine.insert(name.clone(), file);
            }
        }
        let taken = self.desk.take(form, engine, progress)?;
        if form == Form::Folder {
            self.kept.note_taken();
        }
        let told = Told::File { name: taken.name, kind: taken.kind.to_owned() };
        (self.tell)(told, Some(Uint8Array::from(&*taken.bytes)));
        Ok(())
    }
}

/// The bytes of a file, or why they cannot be had.
async fn bytes_of(file: &Blob) -> Result<Vec<u8>, String> {
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| UNREADABLE.to_owned())?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The bytes of a file of this site.
async fn loaded(name: &str) -> Result<Vec<u8>, String> {
    let words = |error: JsValue| {
        error.dyn_ref::<js_sys::Error>().map_or_else(String::new, |error| error.message().into())
    };
    let response: Response = fetch(&format!("./{name}")).await.map_err(words)?.unchecked_into();
    if !response.ok() {
        return Err(format!("the server says {}", response.status()));
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(words)?).await.map_err(words)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
