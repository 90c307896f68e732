//! Measures. A benchmark judges nothing, for the machine may be busy.

mod page;
mod quotes;
mod search;
mod views;

use crate::shell::run;
use crate::{Failure, Options, browsers, build, setup};

pub fn run_chore(args: &[String]) -> Result<(), Failure> {
    let (what, args) = args.split_first().map_or(("keys", args), |(what, args)| (&**what, args));
    match what {
        "keys" => {
            Options::parse(args, &[], &[])?;
            keys()
        }
        "quotes" => {
            let options = Options::parse(args, &["--against", "--set"], &[])?;
            quotes::run_bench(options.value("--against"), options.value("--set"))
        }
        "search" => search::run_bench(args),
        "page" => page::run_bench(args),
        "views" => views::run_bench(args),
        _ => Err(Failure::Usage(format!("there is no benchmark {what}"))),
    }
}

/// From key press to painted results on the site in `dist/`, in Chromium.
fn keys() -> Result<(), Failure> {
    setup::ready(&[setup::BUILD, setup::BROWSER])?;
    if !build::dist().join("index.html").is_file() {
        build::site(None)?;
    }
    Ok(run(&mut browsers::tool("keys"))?)
}
