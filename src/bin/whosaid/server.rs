//! A small HTTP server for the publisher's own machine: it listens on loopback alone, and answers only who
//! asks for it by a name of loopback, so that no page of the web can reach it by a name of its own.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::ops::RangeInclusive;
use std::process::ExitCode;
use std::sync::Arc;

use axum::Router;
use axum::body::{self, Body};
use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use tokio::runtime;
use tokio::task;

/// The ports that are tried where none is asked for.
const PORTS: RangeInclusive<u16> = 8000..=8049;

/// The longest body of a request, in bytes.
const MAX_BODY: usize = 4 << 20;

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

/// The answer that is a file of that name.
pub fn file(name: &str, bytes: impl Into<Body>) -> Response {
    ([(header::CONTENT_TYPE, content_type(name))], bytes.into()).into_response()
}

/// A few words on why there is no other answer.
pub fn refusal(status: StatusCode, why: &str) -> Response {
    (status, format!("{why}\n")).into_response()
}

/// A server that listens, and answers nobody yet.
pub struct Listener {
    listener: TcpListener,
    port: u16,
}

impl Listener {
    /// Listens on `port`, or on the first free one of the usual ports.
    ///
    /// # Errors
    ///
    /// When it is taken.
    pub fn start(port: Option<u16>) -> io::Result<Self> {
        let ports = port.map_or(PORTS, |port| port..=port);
        let mut last = io::Error::other("no port");
        for port in ports {
            match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
                Ok(listener) => {
                    listener.set_nonblocking(true)?;
                    let port = listener.local_addr()?.port();
                    return Ok(Self { listener, port });
                }
                Err(error) => last = error,
            }
        }
        Err(last)
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Answers for as long as the program runs, each request in a thread of its own, because some wait. Where the
    /// system does not let it, that is told.
    pub fn run(
        self,
        answer: impl Fn(&PageRequest) -> Response + Send + Sync + 'static,
    ) -> ExitCode {
        let Self { listener, port } = self;
        let answer = Arc::new(answer);
        let service = Router::new().fallback(move |request| {
            let answer = Arc::clone(&answer);
            async move {
                let answer = match page_request(request, port).await {
                    Ok(request) => {
                        let answer = task::spawn_blocking(move || answer(&request)).await;
                        answer.unwrap_or_else(|error| {
                            let why = format!("No answer: {error}");
                            refusal(StatusCode::INTERNAL_SERVER_ERROR, &why)
                        })
                    }
                    Err(refusal) => refusal,
                };
                let fixed = [
                    (header::CACHE_CONTROL, "no-store"),
                    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
                ];
                (fixed, answer)
            }
        });
        let serve =
            async { axum::serve(tokio::net::TcpListener::from_std(listener)?, service).await };
        let runtime = runtime::Builder::new_current_thread().enable_all().build();
        match runtime.and_then(|runtime| runtime.block_on(serve)) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("whosaid: cannot listen any longer: {error}");
                ExitCode::FAILURE
            }
        }
    }
}

/// What a request asks for, or why it gets no answer.
async fn page_request(request: Request, port: u16) -> Result<PageRequest, Response> {
    let (head, body) = request.into_parts();
    let header = |name| head.headers.get(name).and_then(|value| value.to_str().ok());
    // Browsers leave out the port that is the usual one.
    let port = if port == 80 { String::new() } else { format!(":{port}") };
    let hosts = ["127.0.0.1", "localhost"].map(|name| format!("{name}{port}"));
    if !hosts.iter().any(|host| header(header::HOST) == Some(host)) {
        return Err(refusal(StatusCode::FORBIDDEN, "This server answers on this machine alone."));
    }
    let is_post = match head.method {
        Method::GET | Method::HEAD => false,
        Method::POST => true,
        _ => return Err(refusal(StatusCode::METHOD_NOT_ALLOWED, "This can only be read.")),
    };
    // Another page in the same browser must not change the dossier.
    let origin = header(header::ORIGIN).and_then(|origin| origin.strip_prefix("http://"));
    if is_post && !hosts.iter().any(|host| origin == Some(host)) {
        let why = "Only this server's own pages may change something.";
        return Err(refusal(StatusCode::FORBIDDEN, why));
    }
    let path = percent_encoding::percent_decode_str(head.uri.path().trim_start_matches('/'));
    let path = path.decode_utf8_lossy().into_owned();
    let fields = if is_post {
        let form = body::to_bytes(body, MAX_BODY).await.map_err(|error| {
            refusal(StatusCode::BAD_REQUEST, &format!("What is sent cannot be read: {error}."))
        })?;
        form_urlencoded::parse(&form).into_owned().collect()
    } else {
        let query = head.uri.query().unwrap_or_default();
        form_urlencoded::parse(query.as_bytes()).into_owned().collect()
    };
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
