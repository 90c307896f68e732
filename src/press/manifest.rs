//! The web app manifest, by which browsers install the site: <https://www.w3.org/TR/appmanifest/>.

use crate::article::Masthead;
use serde_json::json;

/// The manifest of a dossier, as JSON. Every address in it is relative, so it holds in any folder.
pub fn manifest(masthead: &Masthead) -> String {
    let manifest = json!({
        "name": masthead.title,
        "lang": masthead.language,
        "start_url": "./",
        "display": "standalone",
        // `--paper` of the light theme.
        "background_color": "#fdfcf9",
        "theme_color": "#fdfcf9",
        "icons": [
            { "src": "icon.svg", "sizes": "any" },
            { "src": "icon-192.png", "sizes": "192x192" },
            { "src": "icon-512.png", "sizes": "512x512" },
            { "src": "icon-maskable.png", "sizes": "512x512", "purpose": "maskable" },
        ],
    });
    manifest.to_string()
}
