//! A static file server on this machine that notes what it is asked for and can be stopped.
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

/// What the threads of a server share.
struct Shared {
    source: Source,
    /// The path under which the files lie: begins and ends with `/`.
    prefix: String,
    is_stopped: AtomicBool,
    requests: Mutex<Vec<String>>,
}

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
            source,
            prefix: prefix.to_string(),
            is_stopped: AtomicBool::new(false),
            requests: Mutex::default(),
        });
        let for_thread = Arc::clone(&shared);
        let thread = thread::spawn(move || {
            for connection in listener.incoming() {
                if for_thread.is_stopped.load(Ordering::SeqCst) {
                    break;
                }
                let shared = Arc::clone(&for_thread);
                // A browser that hangs up early is no concern of ours.
                thread::spawn(move || connection.and_then(|connection| shared.answer(&connection)));
            }
        });
        Server { address, shared, thread: Some(thread) }
    }

    /// The scheme, host and port.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
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
        self.shared.requests.lock().expect("no thread panics while it holds the list").clone()
    }
}

impl Drop for Server {
    /// Returns once the port is closed.
    fn drop(&mut self) {
        self.shared.is_stopped.store(true, Ordering::SeqCst);
        // The thread waits for a connection; this one lets it see that it should end.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

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
        let Some(target) = first.split(' ').nth(1) else { return Ok(()) };
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let found = path.strip_prefix(&self.prefix).and_then(|path| {
            let path = if path.is_empty() || path.ends_with('/') {
                format!("{path}index.html")
            } else {
                path.to_string()
            };
            let content = self.read(&path);
            self.requests
                .lock()
                .expect("no thread panics while it holds the list")
                .push(path.clone());
            Some((content?, media_type(&path)))
        });
        let (status, body, media_type) = match found {
            Some((content, media_type)) => ("200 OK", content, media_type),
            None => ("404 Not Found", Vec::new(), "text/plain"),
        };
        write!(
            connection,
            "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\n\
             Cache-Control: no-store\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n",
            body.len()
        )?;
        connection.write_all(&body)
    }

    fn read(&self, path: &str) -> Option<Vec<u8>> {
        match &self.source {
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
