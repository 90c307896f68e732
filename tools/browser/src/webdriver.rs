//! A small blocking client of the browsers' drivers: <https://www.w3.org/TR/webdriver2/>.

use crate::engine::Engine;
use serde_json::Value;
use std::env;
use std::io;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long a driver may take for an answer, which may be the start of a browser on a busy machine.
const TIMEOUT: Duration = Duration::from_secs(300);

/// A running driver; it ends when this is dropped.
pub struct Driver {
    pub(crate) engine: Engine,
    is_headed: bool,
    process: Child,
    /// The screen on which the browser draws what nobody sees.
    screen: Option<Child>,
    /// For the files of a browser that is ended before it tidies up: Chromium leaves 80 MB each time.
    _scratch: TempDir,
    url: String,
    agent: ureq::Agent,
}

impl Driver {
    /// Starts the driver that the environment names, or the one that is usual, and waits until it listens. If
    /// `is_headed`, its browsers can be seen at work.
    ///
    /// # Errors
    /// Says what is missing.
    pub fn start(engine: Engine, is_headed: bool) -> Result<Driver, String> {
        let (variable, program) = engine.driver();
        let program = env::var(variable).unwrap_or_else(|_| program.into());
        let port = reserve_port().map_err(|error| format!("a port for {program}: {error}"))?;
        let mut command = Command::new(&program);
        command.arg(format!("--port={port}")).args(engine.driver_args());
        let scratch = TempDir::with_prefix("browser-");
        let scratch = scratch.map_err(|error| format!("a folder for {program}: {error}"))?;
        command.env("TMPDIR", scratch.path());
        let mut screen = None;
        if engine.needs_screen() && !is_headed {
            let (server, number) = start_screen()?;
            command.env("DISPLAY", format!(":{number}"));
            screen = Some(server);
        }
        let process =
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let process = process.map_err(|error| {
            format!(
                "{program}: {error}; `cargo xtask test --browser {}` installs it",
                engine.name()
            )
        })?;
        let timeout = Some(TIMEOUT);
        let agent =
            ureq::Agent::config_builder().http_status_as_error(false).timeout_global(timeout);
        let url = format!("http://127.0.0.1:{port}");
        let mut driver = Driver {
            engine,
            is_headed,
            process,
            screen,
            _scratch: scratch,
            url,
            agent: agent.build().into(),
        };
        let start = Instant::now();
        while driver.agent.get(format!("{}/status", driver.url)).call().is_err() {
            if let Ok(Some(status)) = driver.process.try_wait() {
                return Err(format!("{program} has ended: {status}"));
            }
            if start.elapsed() > TIMEOUT {
                return Err(format!("{program} does not listen on port {port}"));
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(driver)
    }

    /// Starts a browser; see [`Browser::start`](crate::Browser::start).
    ///
    /// # Errors
    /// When it does not start.
    pub(crate) fn session(&self, profile: &Path, keeps_nothing: bool) -> Result<Session, String> {
        let made = std::fs::create_dir_all(profile);
        made.map_err(|error| format!("{}: {error}", profile.display()))?;
        let (url, agent) = (self.url.clone(), self.agent.clone());
        let mut session = Session { url, agent, socket: None };
        let capabilities = self.engine.capabilities(self.is_headed, profile, keeps_nothing);
        let answer = session.post("/session", &capabilities)?;
        let id = answer["sessionId"].as_str().ok_or("the driver named no session")?;
        session.url = format!("{}/session/{id}", self.url);
        session.socket = answer["capabilities"]["webSocketUrl"].as_str().map(ToString::to_string);
        Ok(session)
    }
}

/// A port that nobody else gets for a minute. Not all drivers find one by themselves and say which, and one
/// that was merely free a moment ago may be another driver's by now.
///
/// The side of a connection that closes it first keeps its port for that long (the state `TIME_WAIT`): the
/// system gives it to nobody who asks for any, but to a server that asks for it by number.
fn reserve_port() -> io::Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = listener.local_addr()?;
    let client = TcpStream::connect(address)?;
    drop(listener.accept()?);
    drop(client);
    Ok(address.port())
}

/// Starts a screen that nobody sees, and gives its number.
fn start_screen() -> Result<(Child, String), String> {
    let mut server = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| {
            format!("Xvfb: {error}; `cargo xtask test --browser webkit` installs it")
        })?;
    // It tells the number as soon as programs may draw.
    let mut number = String::new();
    let told = BufReader::new(server.stdout.take().expect("it is piped")).read_line(&mut number);
    match told {
        Ok(n) if n > 1 => Ok((server, number.trim().to_string())),
        _ => {
            let _ = server.kill();
            let _ = server.wait();
            Err("Xvfb did not start".to_string())
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        for process in [Some(&mut self.process), self.screen.as_mut()].into_iter().flatten() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

/// The connection to one browser; it closes when this is dropped.
pub struct Session {
    url: String,
    agent: ureq::Agent,
    /// The address of the socket on which the browser tells what happens, if it does.
    pub socket: Option<String>,
}

impl Session {
    /// Sends a command; `path` is relative to the session.
    ///
    /// # Errors
    /// The driver's error and its message.
    pub fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        answer(self.agent.post(format!("{}{path}", self.url)).send_json(body))
    }

    /// Asks for something.
    ///
    /// # Errors
    /// The driver's error and its message.
    pub fn get(&self, path: &str) -> Result<Value, String> {
        answer(self.agent.get(format!("{}{path}", self.url)).call())
    }
}

impl Session {
    /// Closes the browser, and returns once it has.
    pub fn close(&self) {
        let _ = self.agent.delete(&self.url).call();
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.close();
    }
}

fn answer(
    response: Result<ureq::http::Response<ureq::Body>, ureq::Error>,
) -> Result<Value, String> {
    let mut response = response.map_err(|error| error.to_string())?;
    // A screenshot is larger than the 10 MB that ureq reads unless told otherwise.
    let body = response.body_mut().with_config().limit(200 << 20).read_json::<Value>();
    let mut value = body.map_err(|error| error.to_string())?["value"].take();
    match value["error"].as_str() {
        Some(error) => {
            let message = value["message"].as_str().unwrap_or_default();
            Err(format!("{error}: {}", message.lines().next().unwrap_or_default()))
        }
        None => Ok(value.take()),
    }
}
