//! `whosaid serve`: shows the site of a folder on the publisher's own machine, as it is being written.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use whosaid::diagnostics::Diagnostic;

use crate::live::Live;
use crate::server::Listener;
use crate::{engine, folder, report};

/// Arguments of `whosaid serve`.
#[derive(clap::Args)]
#[group(skip)]
pub struct Args {
    /// The folder that holds the articles, and dossier.toml if there is one.
    pub dossier: PathBuf,
    /// Leave out articles that are at fault, as `whosaid press --skip-faulty` does.
    #[arg(long)]
    skip_faulty: bool,
    /// The port to listen on [default: the first free one from 8000].
    #[arg(long)]
    port: Option<u16>,
    /// The folder of another engine than the one inside this program, or of any finished site.
    #[arg(long)]
    engine: Option<PathBuf>,
}

/// Serves the site until the program is ended.
pub fn run(args: &Args) -> ExitCode {
    let Some((live, listener)) = start(args) else {
        return ExitCode::FAILURE;
    };
    let title = live.title();
    let url = listener.url();
    report::print(&format!("{title} is at {url}, and follows every change. Ctrl-C ends it.\n"));
    listener.run(move |asked| live.answer(asked))
}

/// Presses the site of a folder, follows its changes and listens; `None` where that cannot be, which is told.
pub fn start(args: &Args) -> Option<(Arc<Live>, Listener)> {
    let Args { dossier, skip_faulty, port, engine } = args;
    let engine = engine::find(engine.as_deref()).map_err(|error| report::print_error(&error));
    let engine = engine.ok()?;
    let listener = Listener::start(*port).map_err(|error| {
        let port = port.map_or_else(|| "a port".to_owned(), |port| format!("port {port}"));
        eprintln!("whosaid: cannot listen on {port}: {error}; name a free one with --port");
    });
    let listener = listener.ok()?;
    if !dossier.is_dir() {
        let what = "there is no such folder";
        report::print_error(&Diagnostic::on(dossier, what, "make one by `whosaid new`"));
        return None;
    }
    let live = Arc::new(Live::new(dossier, folder::faulty(*skip_faulty), engine));
    if let Err(error) = live.watch() {
        let what = format!("changes are not seen: {error}");
        report::print_error(&Diagnostic::on(dossier, what, "start this command again after each"));
    }
    Some((live, listener))
}
