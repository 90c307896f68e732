//! Builds and serves the site on this machine, and builds it again when a file changes.

use crate::shell::run;
use crate::{Failure, Options, build, setup};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

/// Where the search for a free port starts.
const FIRST_PORT: u16 = 8080;

pub fn run_chore(args: &[String]) -> Result<(), Failure> {
    let options = Options::parse(args, &["--port"], &[])?;
    let port = match options.value("--port") {
        Some(text) => {
            let port = text.parse();
            let port = port.map_err(|_| Failure::Usage(format!("{text} is not a port number")))?;
            is_free(port).then_some(port).ok_or_else(|| format!("port {port} is in use"))?
        }
        None => free_port().ok_or_else(|| format!("no port from {FIRST_PORT} on is free"))?,
    };
    setup::ready(&[setup::BUILD])?;
    println!("Building the site; its address follows when it is ready.");
    let start = Instant::now();
    thread::spawn(move || announce(port, start));
    // Trunk's reload and error scripts are inline, which the site's Content-Security-Policy forbids;
    // and a missing file must be missing, as it is on a static host.
    let plain = ["--no-autoreload=true", "--no-error-reporting=true", "--no-spa=true"];
    let port = port.to_string();
    let address = ["--address", "127.0.0.1", "--port", &port, "--disable-address-lookup=true"];
    Ok(run(build::trunk("serve").args(plain).args(address))?)
}

fn free_port() -> Option<u16> {
    (FIRST_PORT..FIRST_PORT + 100).find(|port| is_free(*port))
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

/// Waits until somebody listens on `port`, then prints how long that took from `start` and the address of the site.
fn announce(port: u16, start: Instant) {
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        thread::sleep(Duration::from_millis(200));
    }
    println!("\nBuilt the site in {} s", start.elapsed().as_secs());
    println!("\n  Open http://127.0.0.1:{port}/ in a browser. Ctrl-C ends it.");
    println!("  After a change it is built anew; reload the page to see it.\n");
}
