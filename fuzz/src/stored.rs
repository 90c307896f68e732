//! Whatever a host sends, a file of notes holds or a browser has stored is read or passed over.

use std::sync::LazyLock;

use whosaid::article::{Article, Masthead};
use whosaid::compile::{Compiled, Sharing, compile};
use whosaid::last_place::LastPlace;
use whosaid::message::Message;
use whosaid::notebook::{AnnotationPage, Notebook};
use whosaid::quotation::Editorial;
use whosaid::route::{Base, Page, Route};

static DOSSIER: LazyLock<Compiled> = LazyLock::new(|| {
    let article = Article::from_plain_text_with_headline("All calm\n“It is calm,” said Ada Voss.");
    let article = Article { slug: "calm".to_owned(), ..article };
    compile(&Masthead::default(), &[article], &Editorial::default(), Sharing::Find)
});

/// The input is JSON, which is read as each of them.
pub fn check(input: &[u8]) {
    let dossier = DOSSIER.dossier();
    if let Ok(Message::Set(wish)) = serde_json::from_slice(input) {
        let (route, _) = wish.grant(&Route::default(), &dossier);
        let url = route.to_url(&dossier, Base::of(Page::Front));
        assert!(!url.contains([' ', '<', '"']), "{url}");
    }
    if let Ok(page) = serde_json::from_slice::<AnnotationPage>(input) {
        let (notes, _) = page.notes();
        let mut notebook = Notebook::default();
        notebook.merge(notes.clone());
        for note in &notes {
            let _ = note.standing(&dossier);
        }
        // What is taken over is written as it came.
        let written = AnnotationPage::of(notebook.notes(), "https://a.example/", "");
        let (again, n_unreadable) = written.notes();
        assert_eq!(n_unreadable, 0);
        assert_eq!(again.len(), notebook.len());
    }
    if let Ok(place) = serde_json::from_slice::<LastPlace>(input)
        && place.is_sound()
    {
        assert!(!place.url.contains("://") && !place.url.starts_with('/'));
    }
}
