//! `whosaid press`: a dossier's folder and an engine become a site.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use whosaid::compile::{Sharing, compile};
use whosaid::diagnostics::Diagnostic;
use whosaid::press::{Pressed, press};
use whosaid::source::Source;
use whosaid::wording::counted;

use crate::{engine, folder, report, site};

/// Arguments of `whosaid press`.
#[derive(clap::Args)]
pub struct Args {
    /// The folder that holds dossier.toml and the articles.
    dossier: PathBuf,
    /// The folder for the finished site; an older site there is replaced.
    #[arg(long, required_unless_present = "one_file")]
    out: Option<PathBuf>,
    /// The file for the dossier as a single page, which opens from disk.
    #[arg(long, value_name = "OUT.html")]
    one_file: Option<PathBuf>,
    /// Make a site that is not kept for reading offline, and that takes away what was kept before.
    #[arg(long)]
    no_offline: bool,
    /// The folder of another engine than the one inside this program, or of any finished site.
    #[arg(long)]
    engine: Option<PathBuf>,
}

/// Presses the site and says what is in it.
pub fn run(args: &Args) -> ExitCode {
    let done = press_folder(args);
    report::progress("");
    match done {
        Ok(summary) => {
            report::print(&summary);
            ExitCode::SUCCESS
        }
        Err(errors) => {
            report::print_errors(&errors);
            ExitCode::FAILURE
        }
    }
}

fn press_folder(args: &Args) -> Result<String, Vec<Diagnostic>> {
    // First, because without it all the other work is in vain.
    let one = |error| vec![error];
    let engine = engine::find(args.engine.as_deref()).map_err(one)?;
    report::progress("Reading the articles …");
    let source = folder::read_dossier(&args.dossier);
    report::progress("");
    let Source { masthead, site, articles, editorial, warnings } = source?;
    report::print_warnings(&warnings);
    report::progress("Finding who said what …");
    let compiled = compile(&masthead, &articles, &editorial, Sharing::Find);
    drop(articles);
    report::progress("Writing the pages …");
    let pressed = press(&compiled, &site, &engine, !args.no_offline).map_err(one)?;

    let mut summary = String::new();
    if let Some(out) = &args.out {
        site::write(out, &pressed).map_err(one)?;
        summary += &summary_line(out, &pressed, pressed.n_files());
    }
    if let Some(out) = &args.one_file {
        site::write_file(out, pressed.one_file()).map_err(one)?;
        summary += &summary_line(out, &pressed, 1);
    }
    Ok(summary)
}

/// What was written to `out`, as a line.
fn summary_line(out: &Path, pressed: &Pressed, n_files: usize) -> String {
    let dossier = pressed.dossier();
    format!(
        "{}: {}, {} by {}, {}\n",
        out.display(),
        counted(dossier.articles.len(), "article", "articles"),
        counted(dossier.n_quotations(), "quotation", "quotations"),
        counted(dossier.speakers.len(), "speaker", "speakers"),
        counted(n_files, "file", "files"),
    )
}
