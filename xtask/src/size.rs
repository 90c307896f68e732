//! Weighs what a reader's first visit loads, and holds it against the budget.
//!
//! The browser itself says which files it asks for: `tools/browser` opens the site and lists the
//! requests. Each file is then compressed by Brotli at its best, as a static host would; Node.js,
//! which wasm-opt needs anyway, has the reference encoder built in.

use crate::shell::{captured, command};
use crate::{Failure, Options, browsers, build, setup};
use std::fs;

/// Bytes of the first load, after Brotli at quality 11. The design promises 230 kB with the research views; this is what
/// they take, so that it grows no further unseen. The path of the checkout, which the wasm holds, makes a difference of
/// up to 700.
const MAX_BYTES: usize = 531_500;

/// Requests of the first load.
const MAX_REQUESTS: usize = 10;

/// Bytes of what the service worker fetches beyond that, likewise compressed: the pages of the articles.
const MAX_KEPT: usize = 150_000;

pub fn run_chore(args: &[String]) -> Result<(), Failure> {
    Options::parse(args, &[], &[])?;
    setup::ready(&[setup::BUILD, setup::BROWSER])?;
    if !build::dist().join("index.html").is_file() {
        build::site(None)?;
    }
    Ok(within_budget()?)
}

/// Prints a table with a row per file.
///
/// # Errors
/// Says by how much the site in `dist/` is over its budget, or why it could not be weighed.
pub fn within_budget() -> Result<(), String> {
    let (kept, files): (Vec<String>, Vec<String>) =
        first_load()?.into_iter().partition(|file| file.starts_with("articles/"));
    println!("{:>9}  {:>9}  file", "bytes", "Brotli");
    let n_brotli = weigh(&files)?;
    println!("{:>9}  {n_brotli:>9}  {} requests", "", files.len());
    println!("{:>9}  {MAX_BYTES:>9}  {MAX_REQUESTS} requests are the budget", "");
    let n_kept = weigh(&kept)?;
    println!("{:>9}  {n_kept:>9}  fetched by the service worker for reading offline", "");
    println!("{:>9}  {MAX_KEPT:>9}  is the budget", "");
    if n_brotli > MAX_BYTES || files.len() > MAX_REQUESTS {
        return Err(format!(
            "the first load takes {n_brotli} bytes in {} requests; \
             the budget is {MAX_BYTES} bytes in {MAX_REQUESTS} requests",
            files.len()
        ));
    }
    if n_kept > MAX_KEPT {
        return Err(format!("the worker fetches {n_kept} bytes; the budget is {MAX_KEPT}"));
    }
    Ok(())
}

/// Prints a row for each file; the sum of their lengths after Brotli.
fn weigh(files: &[String]) -> Result<usize, String> {
    let mut sum = 0;
    for file in files {
        let content = fs::read(build::dist().join(file))
            .map_err(|error| format!("the page asks for {file}, which the site lacks: {error}"))?;
        let brotli = brotli(file)?;
        println!("{:>9}  {brotli:>9}  {file}", content.len());
        sum += brotli;
    }
    Ok(sum)
}

/// The files of `dist/` that a first visit asks for, one path each.
fn first_load() -> Result<Vec<String>, String> {
    let listing = captured(&mut browsers::tool("first-load"))?;
    Ok(listing.lines().map(ToString::to_string).collect())
}

/// The length of a file of `dist/`, in bytes, after Brotli.
fn brotli(file: &str) -> Result<usize, String> {
    const SCRIPT: &str = "
        const { brotliCompressSync, constants } = require('node:zlib');
        const content = require('node:fs').readFileSync(process.argv[1]);
        const params = {
            [constants.BROTLI_PARAM_QUALITY]: 11,
            [constants.BROTLI_PARAM_LGWIN]: 22,
            [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        };
        console.log(brotliCompressSync(content, { params }).length);";
    let length = captured(command("node").args(["--eval", SCRIPT]).arg(build::dist().join(file)))?;
    length.trim().parse().map_err(|_| format!("Node.js gave no length of {file}: {length}"))
}
