//! The command line: reads arguments, calls, reports.
//!
//! Exit code 0 is success, 1 a problem in the input, 2 wrong usage (which clap reports).

// Cargo builds every binary for the browser's tests as well; there is no command line there, so all
// but an empty `main` is for other targets.

#[cfg(not(target_arch = "wasm32"))]
mod report;

#[cfg(not(target_arch = "wasm32"))]
mod server;

#[cfg(not(target_arch = "wasm32"))]
mod part;

#[cfg(not(target_arch = "wasm32"))]
mod ours;

#[cfg(not(target_arch = "wasm32"))]
mod whole;

#[cfg(not(target_arch = "wasm32"))]
mod site;

#[cfg(not(target_arch = "wasm32"))]
mod join;

#[cfg(not(target_arch = "wasm32"))]
mod folder;

#[cfg(not(target_arch = "wasm32"))]
mod engine;

#[cfg(not(target_arch = "wasm32"))]
mod live;

#[cfg(not(target_arch = "wasm32"))]
mod check;

#[cfg(not(target_arch = "wasm32"))]
mod import;

#[cfg(not(target_arch = "wasm32"))]
mod index;

#[cfg(not(target_arch = "wasm32"))]
mod new;

#[cfg(not(target_arch = "wasm32"))]
mod press;

#[cfg(not(target_arch = "wasm32"))]
mod quotes;

#[cfg(not(target_arch = "wasm32"))]
mod search;

#[cfg(not(target_arch = "wasm32"))]
mod serve;

#[cfg(not(target_arch = "wasm32"))]
mod review;

#[cfg(not(target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use clap::Parser;

    /// Reads dossiers of news coverage: who said what, and in which words.
    #[derive(Parser)]
    #[command(version, max_term_width = 100)]
    enum Command {
        /// Make a first dossier that explains itself.
        New(new::Args),
        /// Make articles of saved web pages, feeds and tables.
        Import(import::Args),
        /// Show the site of a dossier on this machine, and follow every change.
        Serve(serve::Args),
        /// Go through doubtful attributions in a browser, and write what is right into dossier.toml.
        Review(review::Args),
        /// Make a site of a dossier.
        Press(press::Args),
        /// Make a page that lists the finished sites in a folder.
        Index(index::Args),
        /// Validate a dossier and say what is in it.
        Check(check::Args),
        /// Find who said what in text files, or in lines of JSON.
        Quotes(quotes::Args),
        /// Find words in a dossier, as its page does.
        Search(search::Args),
    }

    match Command::parse() {
        Command::New(args) => new::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Review(args) => review::run(&args),
        Command::Press(args) => press::run(&args),
        Command::Index(args) => index::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Quotes(args) => quotes::run(&args),
        Command::Search(args) => search::run(&args),
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}
