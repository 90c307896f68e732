//! The page: starts the app. On targets other than wasm32 there is no page.

#[cfg(target_arch = "wasm32")]
fn main() {
    whosaid::app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("reader is the page of Whosaid and runs in a browser; try `cargo xtask serve`");
    std::process::exit(2);
}
