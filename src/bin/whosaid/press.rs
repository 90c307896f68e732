//! `whosaid press`: a dossier's folder and an engine become a site.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use whosaid::press::{InBlocks, Pressed, press};
use whosaid::source::Faults;
use whosaid::wording::counted;

use crate::report::Progress;
use crate::{engine, folder, report, site};

/// Arguments of `whosaid press`.
#[derive(clap::Args)]
pub struct Args {
    /// The folder that holds the articles, and dossier.toml if there is one.
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
    /// Whether texts and quotations lie in files of their own, which a page loads when it needs them, or in
    /// the wasm, which is loaded and kept for reading offline as a whole.
    #[arg(long, value_enum, default_value_t)]
    blocks: Blocks,
    /// Leave out articles that are at fault, instead of making no site.
    #[arg(long)]
    skip_faulty: bool,
    /// The folder of another engine than the one inside this program, or of any finished site.
    #[arg(long)]
    engine: Option<PathBuf>,
}

/// When a dossier's texts lie in files of their own.
#[derive(Clone, Copy, Default, clap::ValueEnum)]
enum Blocks {
    /// Where texts and quotations take 2 MiB or more.
    #[default]
    Auto,
    Always,
    Never,
}

impl From<Blocks> for InBlocks {
    fn from(blocks: Blocks) -> Self {
        match blocks {
            Blocks::Auto => Self::WhenLarge,
            Blocks::Always => Self::Always,
            Blocks::Never => Self::Never,
        }
    }
}

/// Presses the site and says what is in it.
pub fn run(args: &Args) -> ExitCode {
    match press_folder(args) {
        Ok(summary) => {
            report::print(&summary);
            ExitCode::SUCCESS
        }
        Err(faults) => {
            report::print_faults(&faults, report::FEW);
            ExitCode::FAILURE
        }
    }
}

fn press_folder(args: &Args) -> Result<String, Faults> {
    let one = |error| Faults { errors: vec![error], warnings: Vec::new() };
    // First, because without it all the other work is in vain.
    let engine = engine::find(args.engine.as_deref()).map_err(one)?;
    let mut progress = Progress::new();
    let source = folder::read_dossier(&args.dossier, args.skip_faulty, |n_read, n_files| {
        progress.at("Reading the articles", n_read, n_files);
    });
    drop(progress);
    let source = source?;
    report::print_warnings(&source.warnings, report::FEW);
    let compiled = report::compile(&source);
    let site = source.site.clone();
    drop(source);
    let mut progress = Progress::new();
    progress.at("Writing the pages", 0, 1);
    let pressed =
        press(&compiled, &site, &engine, args.blocks.into(), !args.no_offline).map_err(one)?;
    drop((compiled, site, engine));

    let mut summary = String::new();
    if let Some(out) = &args.out {
        let progress = Mutex::new(&mut progress);
        let n_files = pressed.n_files();
        let n_written = AtomicUsize::new(0);
        let written = site::write(out, &pressed, || {
            let n_written = n_written.fetch_add(1, Ordering::Relaxed);
            if let Ok(mut progress) = progress.lock() {
                progress.at("Writing the pages", n_written, n_files);
            }
        });
        written.map_err(one)?;
        summary += &summary_line(out, &pressed, n_files);
    }
    if let Some(out) = &args.one_file {
        let remedy = "choose another file with --one-file";
        site::write_file(out, pressed.one_file(), remedy).map_err(one)?;
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
