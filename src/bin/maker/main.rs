//! The program of `make.html`. On targets other than wasm32 there is no page.

#[cfg(target_arch = "wasm32")]
fn main() {
    whosaid::maker::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("maker is a page of Whosaid and runs in a browser; try `cargo xtask serve`");
    std::process::exit(2);
}
