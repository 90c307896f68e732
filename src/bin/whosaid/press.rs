//! `whosaid press`: a dossier's folder and an engine become a site.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use whosaid::compile::Compiled;
use whosaid::diagnostics::Diagnostic;
use whosaid::press::{InBlocks, Offline, Portion, Pressed, press};
use whosaid::source::{Faults, Faulty, Source};
use whosaid::wording::counted;

use crate::report::Progress;
use crate::site::{OneFilePlace, SiteFolder};
use crate::{engine, folder, join, report};

/// The arguments that say how a dossier is pressed: parts are joined as they are.
const OF_A_PRESS: [&str; 7] =
    ["dossier", "one_file", "part", "no_offline", "blocks", "skip_faulty", "engine"];

/// Arguments of `whosaid press`.
#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("result").args(["out", "one_file"]).multiple(true).required(true))]
pub struct Args {
    /// The folder that holds the articles, and dossier.toml if there is one.
    #[arg(required_unless_present = "join")]
    dossier: Option<PathBuf>,
    /// The folder for the finished site; an older site there is replaced, and what no press wrote stays.
    #[arg(long)]
    out: Option<PathBuf>,
    /// The file for the dossier as a single page, which opens from disk.
    #[arg(long, value_name = "OUT.html")]
    one_file: Option<PathBuf>,
    /// Write one of N parts of the site, which other machines or processes write the others of: K is its number,
    /// from 1. The folder is not a site by itself: see --join.
    #[arg(long, value_name = "K/N", requires = "out", conflicts_with = "one_file")]
    part: Option<Portion>,
    /// Make a site of all its parts; they stay as they are.
    #[arg(long, value_name = "PART", num_args = 1.., requires = "out", conflicts_with_all = OF_A_PRESS)]
    join: Vec<PathBuf>,
    /// Make a site that is not kept for reading offline, and that takes away what was kept before.
    #[arg(long)]
    no_offline: bool,
    /// Whether texts and posting lists lie in files of their own, which a page loads when it needs them, or in
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

/// What is to be done.
enum Job<'a> {
    Press(Press<'a>),
    Join { parts: &'a [PathBuf], out: &'a Path },
}

/// A dossier that is to be pressed.
struct Press<'a> {
    dossier: &'a Path,
    /// The site, and which part of it; and the dossier as a single page.
    out: Option<&'a Path>,
    part: Option<Portion>,
    one_file: Option<&'a Path>,
    offline: Offline,
    blocks: Blocks,
    faulty: Faulty,
    engine: Option<&'a Path>,
}

impl Args {
    fn job(&self) -> Job<'_> {
        let out = self.out.as_deref();
        match &self.dossier {
            None => Job::Join { parts: &self.join, out: out.expect("clap requires it of --join") },
            Some(dossier) => Job::Press(Press {
                dossier,
                out,
                part: self.part,
                one_file: self.one_file.as_deref(),
                offline: if self.no_offline { Offline::NotKept } else { Offline::Kept },
                blocks: self.blocks,
                faulty: folder::faulty(self.skip_faulty),
                engine: self.engine.as_deref(),
            }),
        }
    }
}

/// Writes the site and says what is in it.
pub fn run(args: &Args) -> ExitCode {
    let done = match args.job() {
        Job::Press(job) => press_folder(&job).inspect_err(|faults| {
            report::print_faults(faults, report::FEW);
            report::print_way_out(faults, job.dossier);
        }),
        Job::Join { parts, out } => {
            join_parts(parts, out).map_err(Faults::from).inspect_err(|fault| {
                report::print_faults(fault, report::FEW);
            })
        }
    };
    match done {
        Ok(summary) => {
            report::print(&summary);
            ExitCode::SUCCESS
        }
        Err(_) => ExitCode::FAILURE,
    }
}

fn join_parts(parts: &[PathBuf], out: &Path) -> Result<String, Diagnostic> {
    let mut progress = Progress::new();
    let joined = join::join(parts, out, |n_joined, n_files| {
        progress.at("Joining the parts", n_joined, n_files);
    });
    drop(progress);
    let (n_files, kept) = joined?;
    let n_parts = counted(parts.len(), "part", "parts");
    let n_files = counted(n_files, "file", "files");
    Ok(format!("{}: {n_parts}, {n_files}\n{}", out.display(), kept_line(out, &kept)))
}

fn press_folder(job: &Press<'_>) -> Result<String, Faults> {
    // First, because without these all the other work is in vain.
    let engine = engine::find(job.engine)?;
    let site_folder = job.out.map(|out| SiteFolder::new(out, &[job.dossier])).transpose()?;
    let one_file_place = job.one_file.map(OneFilePlace::new).transpose()?;
    let mut progress = Progress::new();
    let source = folder::read_dossier(job.dossier, job.faulty, |n_read, n_files| {
        progress.at("Reading the articles", n_read, n_files);
    });
    drop(progress);
    let source = source?;
    report::print_warnings(&source.warnings, report::FEW);
    let Compiled { pack, .. } = report::compile(&source);
    let Source { site, articles, .. } = source;
    // All that pages are made of is in the pack.
    drop(articles);
    let mut progress = Progress::new();
    progress.at("Writing the pages", 0, 1);
    let pressed = press(pack, &site, &engine, job.blocks.into(), job.offline)?;
    drop((site, engine));

    let mut summary = String::new();
    if let (Some(out), Some(folder)) = (job.out, site_folder) {
        let progress = Mutex::new(&mut progress);
        let n_files = pressed.n_files(job.part.unwrap_or(Portion::WHOLE));
        let n_written = AtomicUsize::new(0);
        let written = folder.write(&pressed, job.part, || {
            let n_written = n_written.fetch_add(1, Ordering::Relaxed);
            if let Ok(mut progress) = progress.lock() {
                progress.at("Writing the pages", n_written, n_files);
            }
        });
        let kept = written?;
        let part = job.part.map(|part| format!("part {part}, ")).unwrap_or_default();
        summary += &summary_line(out, &pressed, &part, n_files);
        summary += &kept_line(out, &kept);
    }
    if let (Some(out), Some(place)) = (job.one_file, one_file_place) {
        place.write(pressed.one_file())?;
        summary += &summary_line(out, &pressed, "", 1);
    }
    Ok(summary)
}

/// What was written to `out`, as a line; `part` says of what, where it is not the whole.
fn summary_line(out: &Path, pressed: &Pressed, part: &str, n_files: usize) -> String {
    let dossier = pressed.dossier();
    format!(
        "{}: {part}{}, {} by {}, {}\n",
        out.display(),
        counted(dossier.articles.len(), "article", "articles"),
        counted(dossier.n_quotations(), "quotation", "quotations"),
        counted(dossier.speakers.len(), "speaker", "speakers"),
        counted(n_files, "file", "files"),
    )
}

/// What was kept of a site in `out` that was replaced, as a line; nothing where that is nothing.
fn kept_line(out: &Path, kept: &[String]) -> String {
    const MOST: usize = 5;
    if kept.is_empty() {
        return String::new();
    }
    let more = kept.len().saturating_sub(MOST);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let named = kept[..kept.len().min(MOST)].join(", ");
    format!("{}: kept what was not pressed: {named}{more}\n", out.display())
}
