//! A damaged pack with a right checksum gives an error or fewer things, and never a panic: it is
//! opened, all its articles and speakers are read, and it is searched.

use std::sync::LazyLock;

use whosaid::article::{Article, Masthead};
use whosaid::compile::{Sharing, compile};
use whosaid::dossier::Dossier;
use whosaid::pack::seal;
use whosaid::query::{Filter, Query, SpeakerChoice, search};
use whosaid::quotation::{Editorial, KnownSpeaker, SpeakerId};

static PACK: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let texts = [
        "All calm\n“It is calm and will stay so for a while,” said Ada Voss, the mayor.\nNobody left.",
        "A storm\nThe quiet is over. “It will not stay calm,” Ben Roe said. He said it twice.",
        "Calm again\nThe mayor, Ada Voss, said: “It is calm and will stay so for a while.”",
    ];
    let articles: Vec<Article> = texts
        .iter()
        .zip(["calm", "storm", "again"])
        .map(|(text, slug)| Article {
            slug: slug.to_owned(),
            ..Article::from_plain_text_with_headline(text)
        })
        .collect();
    let mayor = KnownSpeaker {
        name: "Ada Voss".to_owned(),
        aliases: vec!["Eda Voss".to_owned()],
        ..KnownSpeaker::default()
    };
    let editorial = Editorial { speakers: vec![mayor], ..Editorial::default() };
    let masthead =
        Masthead { title: "Calm".to_owned(), language: "en".to_owned(), ..Masthead::default() };
    compile(&masthead, &articles, &editorial, Sharing::Find).pack
});

/// The input is changes to a sound pack, three bytes each: a place, and the byte to stand there. What is
/// left over changes nothing.
pub fn check(input: &[u8]) {
    let mut pack = PACK.clone();
    for change in input.chunks_exact(3) {
        let at = usize::from(u16::from_le_bytes([change[0], change[1]])) % pack.len();
        pack[at] = change[2];
    }
    seal(&mut pack);
    if let Ok(dossier) = Dossier::open(&pack) {
        read(&dossier);
    }
}

fn read(dossier: &Dossier) {
    for id in dossier.article_ids() {
        let source = dossier.open_article(id);
        assert!(
            source.article.paragraphs.iter().all(|block| block.span.fits(&source.article.text))
        );
        for quotation in &source.quotations {
            assert!(quotation.contents.iter().all(|span| span.fits(&source.article.text)));
        }
        let shared = dossier.articles.shared(id).unwrap_or_default();
        for side in shared.iter().flat_map(|pair| [&pair.one, &pair.other]) {
            let _ = side.span.within(&dossier.article(side.article).text);
        }
        let _ = (dossier.speakers_in(&source.quotations), dossier.articles.byline(id));
    }
    for id in (0..=dossier.speakers.len() as u32).map(SpeakerId) {
        let speaker = dossier.speaker(id);
        let _ = (dossier.speakers.name(id), dossier.speaker_by_slug(speaker.slug));
    }
    let _ = (dossier.n_quotations(), dossier.statements());
    let unattributed =
        Filter { speakers: vec![SpeakerChoice::Unattributed].into(), ..Filter::default() };
    for typed in [
        "calm",
        "\"it is calm\" -storm",
        "said:stay OR mayr",
        "before:2021 title:calm",
        "speaker:voss eda",
    ] {
        let (query, _) = Query::parse(typed);
        for filter in [&Filter::default(), &unattributed] {
            for hit in search(dossier, &query, filter, 10).hits {
                let article = dossier.article(hit.article);
                assert!(hit.spans.iter().all(|span| span.fits(&article.text)));
            }
        }
    }
}
