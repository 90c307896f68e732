//! The example: `examples/dossier`, for those who have no articles at hand.

/// Its files, by their paths in it.
const FILES: [(&str, &[u8]); 6] = [
    ("dossier.toml", include_bytes!("../../examples/dossier/dossier.toml")),
    ("estuary-radio.md", include_bytes!("../../examples/dossier/estuary-radio.md")),
    ("images/bridge.png", include_bytes!("../../examples/dossier/images/bridge.png")),
    ("larkmouth-courier.md", include_bytes!("../../examples/dossier/larkmouth-courier.md")),
    ("logo.svg", include_bytes!("../../examples/dossier/logo.svg")),
    ("northern-post.md", include_bytes!("../../examples/dossier/northern-post.md")),
];

/// The files of the example, by their paths in its folder.
pub fn files() -> impl Iterator<Item = (&'static str, Vec<u8>)> {
    FILES.into_iter().map(|(path, bytes)| (path, bytes.to_vec()))
}
