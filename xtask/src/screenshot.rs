//! Renews the picture in the README, taken of the site in `dist/` by the end-to-end tests' browser.

use crate::shell::{command, root, run};
use crate::{Failure, Options, build, setup, test};

pub fn run_chore(args: &[String]) -> Result<(), Failure> {
    Options::parse(args, &[], &[])?;
    setup::ready(&[setup::BUILD, setup::BROWSER])?;
    if !build::dist().join("index.html").is_file() {
        build::site(None)?;
    }
    let file = root().join("docs/screenshot.png");
    let mut cargo = command("cargo");
    let picture = test::browser_tests(&mut cargo).args(["--quiet", "--test", "e2e"]);
    run(picture.args(["--", "--screenshot"]).arg(&file))?;
    println!("Renewed {}", file.display());
    Ok(())
}
