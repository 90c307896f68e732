//! A small HTTP server for the publisher's own machine: it listens on loopback alone, and answers only who
//! asks for it by a name of loopback, so that no page of the web can reach it by a name of its own.

use std::io::{self, Read};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::thread;

use tiny_http::{Header, Method, Request, Response, Server};

/// The port that is tried first, and how many are tried where none is asked for.
const FIRST_PORT: u16 = 8000;
const N_PORTS: u16 = 50;

/// The longest body of a request, in bytes.
const MAX_BODY: u64 = 4 << 20;

/// What a browser asks for.
pub struct PageRequest {
    /// Whether it is to change something.
    pub is_post: bool,
    /// The path without its first `/`, decoded.
    pub path: String,
    /// The fields of the URL's query, or of the form that is posted.
    pub fields: Vec<(String, String)>,
}

impl PageRequest {
    /// The value of a field; empty where it is absent.
    pub fn field(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }
}

/// What it gets.
pub struct PageResponse {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl PageResponse {
    /// A file of that name.
    pub fn file(name: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("Content-Type", content_type(name).to_owned())];
        Self { status: 200, headers, body: body.into() }
    }

    /// The same where there is nothing at the address.
    pub fn missing(self) -> Self {
        Self { status: 404, ..self }
    }

    /// A few words on why there is no other answer.
    pub fn refusal(status: u16, why: &str) -> Self {
        Self { status, ..Self::file("a.txt", format!("{why}\n")) }
    }

    /// The address, relative to the one that was asked for, at which the answer is.
    pub fn elsewhere(address: String) -> Self {
        Self { status: 303, headers: vec![("Location", address)], body: Vec::new() }
    }
}

/// A server that listens, and answers nobody yet.
pub struct Listener {
    server: Server,
    port: u16,
}

impl Listener {
    /// Listens on `port`, or on the first free one of the usual ports.
    ///
    /// # Errors
    ///
    /// When it is taken.
    pub fn start(port: Option<u16>) -> io::Result<Self> {
        let ports = port.map_or(FIRST_PORT..=FIRST_PORT + N_PORTS, |port| port..=port);
        let mut last = io::Error::other("no port");
        for port in ports {
            match Server::http(SocketAddr::from((Ipv4Addr::LOCALHOST, port))) {
                Ok(server) => {
                    let port = server.server_addr().to_ip().map_or(port, |address| address.port());
                    return Ok(Self { server, port });
                }
                Err(error) => last = io::Error::other(error),
            }
        }
        Err(last)
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Answers for as long as the program runs, each request in a thread of its own, because some wait.
    pub fn run(self, answer: impl Fn(&PageRequest) -> PageResponse + Send + Sync + 'static) {
        let answer = Arc::new(answer);
        let port = self.port;
        for request in self.server.incoming_requests() {
            let answer = Arc::clone(&answer);
            thread::spawn(move || reply(request, port, &*answer));
        }
    }
}

fn reply(mut request: Request, port: u16, answer: &impl Fn(&PageRequest) -> PageResponse) {
    let answer = match asked(&mut request, port) {
        Ok(asked) => answer(&asked),
        Err(refusal) => refusal,
    };
    let mut response = Response::from_data(answer.body).with_status_code(answer.status);
    let fixed = [("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")];
    let headers = answer.headers.iter().map(|(name, value)| (*name, value.as_str()));
    for (name, value) in headers.chain(fixed) {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // A browser that has gone needs no answer.
    let _ = request.respond(response);
}

fn asked(request: &mut Request, port: u16) -> Result<PageRequest, PageResponse> {
    let header = |name: &'static str| {
        let header = request.headers().iter().find(|header| header.field.equiv(name));
        header.map_or("", |header| header.value.as_str())
    };
    let hosts = ["127.0.0.1", "localhost"].map(|name| format!("{name}:{port}"));
    if !hosts.iter().any(|host| host == header("Host")) {
        return Err(PageResponse::refusal(403, "This server answers on this machine alone."));
    }
    let is_post = match request.method() {
        Method::Get | Method::Head => false,
        Method::Post => true,
        _ => return Err(PageResponse::refusal(405, "This can only be read.")),
    };
    // Another page in the same browser must not change the dossier.
    let origin = header("Origin");
    if is_post && !hosts.iter().any(|host| origin == format!("http://{host}")) {
        return Err(PageResponse::refusal(
            403,
            "Only this server's own pages may change something.",
        ));
    }
    let (path, query) = request.url().split_once('?').unwrap_or((request.url(), ""));
    let path = percent_encoding::percent_decode_str(path.trim_start_matches('/'));
    let path = path.decode_utf8_lossy().into_owned();
    let mut form = query.as_bytes().to_vec();
    if is_post {
        form.clear();
        // One that is cut short lacks fields, which is told then.
        let _ = request.as_reader().take(MAX_BODY).read_to_end(&mut form);
    }
    let fields = form_urlencoded::parse(&form).into_owned().collect();
    Ok(PageRequest { is_post, path, fields })
}

/// The media type of a file of that name.
fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
