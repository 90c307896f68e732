//! A static file server on this machine that notes what it is asked for, can be stopped and started
//! again, and breaks in the ways that hosts break.
//!
//! It adds nothing that a plain host would not: the right media types, `no-store`, so that no cache
//! can hide a missing file, and the header that lets a frame without an origin load the files.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;
use std::{fs, thread};

/// Where the files come from.
enum Source {
    Folder(PathBuf),
    /// Relative path → text, for pages that a scenario makes up.
    Pages(BTreeMap<String, String>),
}

/// How the answer for a file goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The connection ends without an answer.
    Cut,
    /// The connection ends in the middle of the file.
    Half,
    /// As `Half`, but told as if it were whole.
    Truncated,
    /// The host has an error.
    Error,
    /// The host answers with a page, as many do for what they do not have.
    Page,
    /// The host takes the request and does not answer for as long as this is the file's fault; then the
    /// connection ends.
    Never,
    /// The host takes the request and answers once this is the file's fault no more.
    Late,
}

/// What the threads of a server share.
struct Shared {
    source: Mutex<Source>,
    /// The path under which the files lie: begins and ends with `/`.
    prefix: String,
    is_stopped: AtomicBool,
    requests: Mutex<Vec<String>>,
    /// What is said of every file to caches.
    caching: Mutex<&'static str>,
    /// The file that cannot be had, by its path relative to the site.
    fault: Mutex<Option<(String, Fault)>>,
}

/// A server on a port of its own; it ends when this is dropped.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves the files of `folder` under `prefix`, a path that begins and ends with `/`.
    pub fn folder(folder: &Path, prefix: &str) -> Server {
        Server::start(Source::Folder(folder.to_path_buf()), prefix)
    }

    /// Serves these texts, each under its relative path.
    pub fn pages(pages: &[(&str, &str)]) -> Server {
        let pages = pages.iter().map(|(path, text)| (path.to_string(), text.to_string()));
        Server::start(Source::Pages(pages.collect()), "/")
    }

    fn start(source: Source, prefix: &str) -> Server {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let address = listener.local_addr().expect("the listener is bound");
        let shared = Arc::new(Shared {
            source: Mutex::new(source),
            prefix: prefix.to_string(),
            is_stopped: AtomicBool::new(false),
            requests: Mutex::default(),
            caching: Mutex::new("no-store"),
            fault: Mutex::default(),
        });
        let mut server = Server { address, shared, thread: None };
        server.listen(listener);
        server
    }

    fn listen(&mut self, listener: TcpListener) {
        let for_thread = Arc::clone(&self.shared);
        self.thread = Some(thread::spawn(move || {
            for connection in listener.incoming() {
                if for_thread.is_stopped() {
                    break;
                }
                let shared = Arc::clone(&for_thread);
                // A browser that hangs up early is no concern of ours.
                thread::spawn(move || connection.and_then(|connection| shared.answer(&connection)));
            }
        }));
    }

    /// Closes the port, and every connection that still waits for an answer.
    pub fn stop(&mut self) {
        self.shared.is_stopped.store(true, Ordering::SeqCst);
        // The thread waits for a connection; this one lets it see that it should end.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }

    /// Opens the same port again.
    pub fn restart(&mut self) {
        self.stop();
        self.shared.is_stopped.store(false, Ordering::SeqCst);
        let listener = TcpListener::bind(self.address).expect("the port is still free");
        self.listen(listener);
    }

    /// Serves the files of another folder from now on.
    pub fn deploy(&self, folder: &Path) {
        *self.shared.source.lock().expect(LOCK) = Source::Folder(folder.to_path_buf());
    }

    /// Lets browsers keep the files for an hour from now on.
    pub fn let_files_be_cached(&self) {
        *self.shared.caching.lock().expect(LOCK) = "max-age=3600";
    }

    /// Has one file go wrong from now on, or none.
    pub fn break_file(&self, fault: Option<(&str, Fault)>) {
        *self.shared.fault.lock().expect(LOCK) =
            fault.map(|(path, fault)| (path.to_string(), fault));
    }

    /// The scheme, host and port.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The same host by another name, which browsers take for another site.
    pub fn url_of_another_site(&self, path: &str) -> String {
        format!("http://localhost:{}{}{path}", self.address.port(), self.shared.prefix)
    }

    /// The address of a file of the site; `path` may carry a query and a fragment.
    pub fn url(&self, path: &str) -> String {
        format!("{}{}{path}", self.origin(), self.shared.prefix)
    }

    /// The same under the machine's other name, which makes it another site to a browser.
    pub fn foreign_url(&self, path: &str) -> String {
        self.url(path).replacen("127.0.0.1", "localhost", 1)
    }

    /// The paths asked for so far, in order and with repetitions, relative to the site.
    pub fn requests(&self) -> Vec<String> {
        self.shared.requests.lock().expect(LOCK).clone()
    }
}

impl Drop for Server {
    /// Returns once the port is closed.
    fn drop(&mut self) {
        self.stop();
    }
}

const LOCK: &str = "no thread panics while it holds the lock";

impl Shared {
    fn answer(&self, mut connection: &TcpStream) -> io::Result<()> {
        connection.set_read_timeout(Some(Duration::from_secs(5)))?;
        let mut lines = BufReader::new(connection).lines();
        let first = lines.next().unwrap_or_else(|| Ok(String::new()))?;
        // The headers are of no interest, but must be read to their end.
        for line in lines {
            if line?.is_empty() {
                break;
            }
        }
        // Browsers connect before they know what to ask for; a server that has stopped answers nobody.
        if self.is_stopped() {
            return Ok(());
        }
        let Some(target) = first.split(' ').nth(1) else { return Ok(()) };
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let found = path.strip_prefix(&self.prefix).and_then(|path| {
            let path = if path.is_empty() || path.ends_with('/') {
                format!("{path}index.html")
            } else {
                path.to_string()
            };
            let content = self.read(&path);
            self.requests.lock().expect(LOCK).push(path.clone());
            Some((content?, path))
        });
        let (mut status, mut body, mut media_type, path) = match found {
            Some((content, path)) => ("200 OK", content, media_type(&path), path),
            None => ("404 Not Found", Vec::new(), "text/plain", String::new()),
        };
        let mut length = body.len();
        match self.fault_of(&path) {
            None => {}
            Some(Fault::Cut) => return Ok(()),
            Some(Fault::Half) => body.truncate(length / 2),
            Some(Fault::Truncated) => {
                length /= 2;
                body.truncate(length);
            }
            Some(Fault::Error) => (status, length) = ("500 Internal Server Error", 0),
            Some(Fault::Page) => {
                body = b"<!doctype html><title>Not found</title>".to_vec();
                (status, media_type, length) = ("404 Not Found", "text/html", body.len());
            }
            Some(fault @ (Fault::Never | Fault::Late)) => {
                while self.fault_of(&path) == Some(fault) && !self.is_stopped() {
                    thread::sleep(Duration::from_millis(20));
                }
                if fault == Fault::Never || self.is_stopped() {
                    return Ok(());
                }
            }
        }
        body.truncate(length);
        let caching = *self.caching.lock().expect(LOCK);
        write!(
            connection,
            "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n\
             Cache-Control: {caching}\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n",
        )?;
        connection.write_all(&body)
    }

    fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::SeqCst)
    }

    fn fault_of(&self, path: &str) -> Option<Fault> {
        let fault = self.fault.lock().expect(LOCK);
        fault.as_ref().filter(|(broken, _)| broken == path).map(|(_, fault)| *fault)
    }

    fn read(&self, path: &str) -> Option<Vec<u8>> {
        match &*self.source.lock().expect(LOCK) {
            Source::Pages(pages) => pages.get(path).map(|text| text.clone().into_bytes()),
            Source::Folder(folder) => {
                let is_inside =
                    Path::new(path).components().all(|c| matches!(c, Component::Normal(_)));
                if is_inside { fs::read(folder.join(path)).ok() } else { None }
            }
        }
    }
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
