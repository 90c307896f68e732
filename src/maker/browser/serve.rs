//! [`Server`]: does what the page asks for, one thing after the other.

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, Response};

use super::shelf::Shelf;
use crate::maker::desk::Desk;
use crate::maker::message::{Command, Progress, Told};
use crate::wording::megabytes;

/// The longest file that is read at all, in bytes: a zip of pages may be longer than what is taken of it.
const MAX_FILE: f64 = 100_000_000.0;

/// Tells the page something, with bytes beside it.
pub type Tell = Rc<dyn Fn(Told, Option<Uint8Array>)>;

/// What the page asks for.
pub struct Asked {
    /// The command.
    pub command: Command,
    /// The files beside it.
    pub files: Vec<Blob>,
}

#[wasm_bindgen]
extern "C" {
    // The same in a page and in a worker.
    #[wasm_bindgen(catch)]
    async fn fetch(url: &str) -> Result<JsValue, JsValue>;
}

/// The desk and the shelf, and what is still to be done.
pub struct Server {
    tell: Tell,
    /// The names of the engine's files.
    engine: Vec<String>,
    desk: Desk,
    shelf: Shelf,
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
        let (desk, shelf) = (Desk::default(), Shelf::default());
        let server = Some(Server { tell, engine, desk, shelf });
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
        let done = match command {
            Command::Start => self.open(None).await,
            Command::Open(Some(id)) => self.open(Some(id)).await,
            Command::Open(None) => {
                self.begin();
                Ok(())
            }
            Command::Take(form) => self.take(form).await,
            Command::Copy(id) => self.shelf.copy(id).await,
            Command::Restore => self.shelf.restore().await,
            Command::Delete(id) => {
                let was_open = self.shelf.is_open(id);
                let deleted = self.shelf.delete(id).await;
                if was_open && deleted.is_ok() {
                    self.begin();
                }
                deleted
            }
            command => self.change(&command, files).await,
        };
        if let Err(why) = done {
            (self.tell)(Told::Refused(why), None);
        }
        let shown = self.shelf.shown().await;
        (self.tell)(Told::Kept(shown), None);
    }

    fn begin(&mut self) {
        self.shelf.begin();
        self.desk = Desk::default();
        self.look();
    }

    async fn open(&mut self, id: Option<u32>) -> Result<(), String> {
        match self.shelf.open(id).await {
            Ok(folder) => {
                self.desk = folder.map_or_else(Desk::default, Desk::with);
                self.look();
                Ok(())
            }
            // Where nothing is kept a new dossier can be made; the shelf says why.
            Err(_) if id.is_none() => {
                self.begin();
                Ok(())
            }
            Err(why) => Err(why),
        }
    }

    async fn change(&mut self, command: &Command, files: Vec<Blob>) -> Result<(), String> {
        let tell = self.tell.clone();
        let mut contents = Vec::new();
        let mut refused = None;
        for (at, file) in files.iter().enumerate() {
            let what = "Reading the files".to_owned();
            tell(Told::Progress(Progress { what, n_done: at, n_all: files.len() }), None);
            let bytes = bytes_of(file).await.unwrap_or_else(|why| {
                let name = match command {
                    Command::Add(names) => names.get(at).cloned().unwrap_or_default(),
                    _ => String::new(),
                };
                refused = Some(format!("{name} {why}"));
                Vec::new()
            });
            contents.push(bytes);
        }
        if let Some(why) = refused {
            return Err(format!("{why}. Nothing was added."));
        }
        let told = self.tell.clone();
        self.desk
            .change(command, contents, move |progress| told(Told::Progress(progress), None))?;
        self.look();
        self.shelf.keep(self.desk.folder()).await;
        Ok(())
    }

    /// Tells what there is now.
    fn look(&mut self) {
        let tell = self.tell.clone();
        let progress = tell.clone();
        let (view, pack) = self.desk.look(move |at| progress(Told::Progress(at), None));
        let pack = pack.map(|pack| Uint8Array::from(&*pack));
        tell(Told::View(Box::new(view)), pack);
    }

    async fn take(&mut self, form: crate::maker::message::Form) -> Result<(), String> {
        let mut engine = BTreeMap::new();
        if form != crate::maker::message::Form::Folder {
            for (at, name) in self.engine.iter().enumerate() {
                let what = "Fetching the reader".to_owned();
                let progress = Progress { what, n_done: at, n_all: self.engine.len() };
                (self.tell)(Told::Progress(progress), None);
                let file = loaded(name).await.map_err(|why| {
                    format!(
                        "The file {name} of this site could not be loaded ({why}); try again, online if you are not."
                    )
                })?;
                engine.insert(name.clone(), file);
            }
        }
        let told = self.tell.clone();
        let taken =
            self.desk.take(form, engine, move |progress| told(Told::Progress(progress), None))?;
        let told = Told::File { name: taken.name, kind: taken.kind.to_owned() };
        (self.tell)(told, Some(Uint8Array::from(&*taken.bytes)));
        Ok(())
    }
}

/// The bytes of a file, or why they cannot be had.
async fn bytes_of(file: &Blob) -> Result<Vec<u8>, String> {
    if file.size() > MAX_FILE {
        return Err(format!("is longer than {}", megabytes(MAX_FILE as u64)));
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| "could not be read; is it still there?".to_owned())?;
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
