//! `whosaid press`: a dossier's folder and an engine become a site.
//!
//! 1. [`source`] reads and validates the dossier; every fault ends it here.
//! 2. [`attribute`] finds who said what, [`reuse`] what several articles have in common, and the index
//!    is built.
//! 3. [`engine`] is read, and [`wasm`] puts the pack into its wasm, whose name is its hash.
//! 4. [`prerender`] writes the articles into the page, those of a large dossier into [`leaves`] beside
//!    it, and [`policy`] its Content-Security-Policy.
//! 5. [`site`] writes it all, whole or not at all.
//!
//! Two runs on the same input write the same bytes.

mod engine;
mod leaves;
mod policy;
mod prerender;
mod site;
mod wasm;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;

use sha2::{Digest, Sha256};
use whosaid::article::Article;
use whosaid::dossier::Dossier;
use whosaid::index;
use whosaid::pack::{self, Contents};
use whosaid::quotation::{Quotation, attribute};
use whosaid::reuse::{self, Reuse};
use whosaid::wording::counted;

use self::engine::{Engine, with_part};
use self::prerender::Book;
use crate::report::{self, Fault};
use crate::source::{self, Source};

/// Arguments of `whosaid press`.
#[derive(clap::Args)]
pub struct Args {
    /// The folder that holds dossier.toml and the articles.
    dossier: PathBuf,
    /// The folder for the finished site; an older site there is replaced.
    #[arg(long)]
    out: PathBuf,
    /// The folder of the engine, or of any finished site [default: `engine` beside this program].
    #[arg(long)]
    engine: Option<PathBuf>,
}

/// Presses the site and says what is in it.
pub fn run(args: &Args) -> ExitCode {
    match press(args) {
        Ok(summary) => {
            report::print(&summary);
            ExitCode::SUCCESS
        }
        Err(faults) => {
            report::print_faults(&faults);
            ExitCode::FAILURE
        }
    }
}

fn press(args: &Args) -> Result<String, Vec<Fault>> {
    let source = source::read(&args.dossier)?;
    report::print_warnings(&source.warnings);
    let pack = compile(source, reuse::find);
    let dossier = opened(&pack);
    let folder = args.engine.clone().unwrap_or_else(engine_beside_program);
    let engine = Engine::read(&folder).map_err(|fault| vec![fault])?;

    let pressed = wasm::with_pack(&engine.wasm, &pack).map_err(|what| {
        vec![Fault {
            path: folder.join(&engine.wasm_name),
            line: None,
            what: format!("is not sound wasm: {what}"),
            remedy: "build the engine again".to_owned(),
        }]
    })?;
    let wasm_name = hashed_name(&engine.wasm_name, &pressed);
    let book = Book::new(&dossier);
    let page = page(&engine, &wasm_name, &dossier, &book);

    let style = engine.style();
    let mut files = engine.files;
    files.insert(wasm_name, pressed);
    files.insert("index.html".to_owned(), page.into_bytes());
    let mut n_leaves = 0;
    site::write(&args.out, &files, |folder| {
        n_leaves = leaves::write(&book, &style, folder)?;
        Ok(())
    })
    .map_err(|fault| vec![fault])?;
    Ok(format!(
        "{}: {}, {} by {}, {}\n",
        args.out.display(),
        counted(dossier.articles.len(), "article", "articles"),
        counted(dossier.n_quotations as usize, "quotation", "quotations"),
        counted(dossier.speakers.len(), "speaker", "speakers"),
        counted(files.len() + n_leaves, "file", "files"),
    ))
}

/// The pack of a source: attributed, indexed, and with what `find_reuse` finds.
pub fn compile(
    source: Source,
    find_reuse: impl Fn(&[Article], &[Vec<Quotation>]) -> Reuse + Sync,
) -> Vec<u8> {
    let attributions = attribute(&source.articles, &source.editorial);
    let language = &source.masthead.language;
    let (articles, quotations) = (&source.articles, &attributions.quotations);
    // The two that take longest, and neither needs the other.
    let (reuse, index) = thread::scope(|scope| {
        let reuse = scope.spawn(|| find_reuse(articles, quotations));
        let index = index::build(language, articles, quotations);
        (reuse.join().expect("it does not panic"), index)
    });
    pack::encode(&Contents {
        masthead: &source.masthead,
        articles,
        quotations,
        speakers: &attributions.speakers,
        reuse: &reuse,
        index: &index,
    })
}

/// The dossier of a pack that [`compile`] made.
pub fn opened(pack: &[u8]) -> Dossier<'_> {
    pack::decode(pack).expect("a pack that was just encoded can be opened")
}

/// The finished page: the shell with the dossier's content and its policy.
fn page(engine: &Engine, wasm_name: &str, dossier: &Dossier, book: &Book) -> String {
    let page = engine.page.replace(&engine.wasm_name, wasm_name);
    let page = with_language(&page, &dossier.masthead.language);
    let page = with_part(&page, "page", &prerender::front_page(book).into_string());
    // The policy speaks of all inline elements, so it is written last; it is no such element itself.
    let policy = policy::policy(&page);
    with_part(&page, "head", &prerender::head(dossier, &policy).into_string())
}

/// `page` with its root element in that language.
fn with_language(page: &str, language: &str) -> String {
    const OPEN: &str = "<html lang=\"";
    let Some((before, after)) = page.split_once(OPEN) else { return page.to_owned() };
    let Some((_, after)) = after.split_once('"') else { return page.to_owned() };
    [before, OPEN, language, "\"", after].concat()
}

/// `NAME-HASH_bg.wasm` for the wasm's own bytes, so that two editions never share an address.
fn hashed_name(name: &str, wasm: &[u8]) -> String {
    let stem = name.split(['-', '_']).next().unwrap_or(name);
    let digest = Sha256::digest(wasm);
    let hash: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{stem}-{hash}_bg.wasm")
}

fn engine_beside_program() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    program.parent().unwrap_or(Path::new("")).join("engine")
}
