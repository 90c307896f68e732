//! WebDriver BiDi, by which a browser tells what happens in its pages: <https://www.w3.org/TR/webdriver-bidi/>.

use serde_json::{Value, json};
use std::cell::RefCell;
use std::net::TcpStream;
use std::time::Duration;
use tungstenite::{Message, WebSocket};

pub struct Bidi {
    connection: RefCell<Connection>,
}

struct Connection {
    socket: WebSocket<TcpStream>,
    last_id: u64,
    /// What was told since it was last asked for.
    events: Vec<Value>,
}

impl Bidi {
    /// Connects to the address that the driver gave, and has the browser tell of these kinds of events.
    ///
    /// # Errors
    /// When nobody listens there, or the browser knows no such events.
    pub fn connect(url: &str, events: &[&str]) -> Result<Bidi, String> {
        let host = url.strip_prefix("ws://").and_then(|rest| rest.split('/').next());
        let host = host.ok_or_else(|| format!("{url} is no address of a socket"))?;
        let stream = TcpStream::connect(host).map_err(|error| format!("{host}: {error}"))?;
        let timeout = Some(Duration::from_secs(60));
        stream.set_read_timeout(timeout).map_err(|error| error.to_string())?;
        let (socket, _) =
            tungstenite::client(url, stream).map_err(|error| format!("{url}: {error}"))?;
        let connection = Connection { socket, last_id: 0, events: Vec::new() };
        let bidi = Bidi { connection: RefCell::new(connection) };
        bidi.command("session.subscribe", &json!({ "events": events }))?;
        Ok(bidi)
    }

    /// Sends a command and waits for its answer.
    ///
    /// # Errors
    /// The browser's, or the socket's.
    pub fn command(&self, method: &str, params: &Value) -> Result<Value, String> {
        let Connection { socket, last_id, events } = &mut *self.connection.borrow_mut();
        *last_id += 1;
        let command = json!({ "id": last_id, "method": method, "params": params });
        let sent = socket.send(Message::text(command.to_string()));
        sent.map_err(|error| format!("{method}: {error}"))?;
        loop {
            let message = socket.read().map_err(|error| format!("{method}: {error}"))?;
            let Message::Text(text) = message else { continue };
            let mut message: Value =
                serde_json::from_str(&text).map_err(|error| format!("{method}: {error}"))?;
            if message["id"] == *last_id {
                return match message["error"].as_str() {
                    Some(error) => Err(format!("{method}: {error}: {}", message["message"])),
                    None => Ok(message["result"].take()),
                };
            }
            events.push(message);
        }
    }

    /// What was told since this was last asked for, in order.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn events(&self) -> Result<Vec<Value>, String> {
        // Answers and events come in order, so after this answer all that was told before it is here.
        self.command("session.status", &json!({}))?;
        Ok(std::mem::take(&mut self.connection.borrow_mut().events))
    }
}
