//! The page: mounts the app. On targets other than wasm32 there is no page to mount.

fn main() {
    eprintln!("reader is the page of Whosaid and runs in a browser; try `cargo xtask serve`");
    std::process::exit(2);
}
