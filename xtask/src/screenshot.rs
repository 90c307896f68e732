//! Renews the picture in the README, taken of the site in `dist/` by `tools/browser`.

use crate::shell::{root, run};
use crate::{Failure, Options, browsers, build, setup};

pub fn run_chore(args: &[String]) -> Result<(), Failure> {
    Options::parse(args, &[], &[])?;
    setup::ready(&[setup::BUILD, setup::BROWSER])?;
    if !build::dist().join("index.html").is_file() {
        build::site(None)?;
    }
    let file = root().join("docs/screenshot.png");
    run(browsers::tool("screenshot").arg(&file))?;
    println!("Renewed {}", file.display());
    Ok(())
}
