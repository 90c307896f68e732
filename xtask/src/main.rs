//! Set-up and chores: `cargo xtask help` lists them.
fn main() {}
