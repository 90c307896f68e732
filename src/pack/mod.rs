//! The pack: a dossier as one run of bytes, and the only module that knows them.
//!
//! The command line [encodes](encode()) a pack and puts it into the custom section
//! [`SECTION_NAME`] of the reader's wasm. The page takes it from there and
//! [opens](crate::dossier::Dossier::open) it: that verifies the checksum and reads the masthead and how long things are;
//! everything else is read where it lies, when it is asked for.
//!
//! # Format
//!
//! All numbers are little-endian.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | the magic words `WHOSAID` and a newline |
//! | 4 | the format's version, [`VERSION`] |
//! | 4 | how many sections follow |
//! | 8 | checksum of everything after it: [XXH64](https://github.com/Cyan4973/xxHash), seed 0 |
//! | 12 each | the table of sections: tag (4 ASCII letters), length in bytes (`u32`), 4 zero bytes |
//! | … | the sections' bytes in the table's order, without gaps, up to the last byte |
//!
//! | tag | what | encoding |
//! |---|---|---|
//! | `MAST` | [`Masthead`] | record |
//! | `MSGS` | the [`Catalogue`] of the interface | record |
//! | `WHOS` | for each speaker, then for *unattributed* and for all: the number of quotations, and the place in `SPKR`, in bytes | rows of 2 `u32` |
//! | `SPKR` | the [`Speaker`]s | records |
//! | `SPLT` | pairs of folded words that stand for one another in the spellings of one name, sorted | records of 2 strings |
//! | `TABL` | for all articles the number of their paragraphs, then their lengths in `ARTS`, `TEXT`, `BODY` and `SHAR`, in bytes | record of 5 lists |
//! | `ARTS` | for each article its slug and [`Byline`](crate::article::Byline) (outlet first), so that a link and a filter read no further than they need | records |
//! | `WORD` | the words of a large dossier, else nothing | `vocabulary.rs` |
//! | `TEXT` | the texts of the articles, without anything between them | UTF-8, or codes for the words |
//! | `BODY` | for each article its paragraphs, markup and figures, its list of [`Quotation`]s, and for each of these how many other articles have its words | records |
//! | `SHAR` | for each article that has anything in common with others, that from its own side | records |
//! | `BLKS` | where a large dossier lies in blocks beside the pack, the table of those, and then `TEXT`, `BODY`, `SHAR`, `STMT` and the posting lists of `INDX` are empty; else nothing | `blocks.rs` |
//! | `LEAD` | of such a pack: for each article how it begins: the kind and the text of a paragraph | `byte_strings.rs`: records |
//! | `STMT` | the [`Statement`]s in order; nothing where there are none | records |
//! | `INDX` | the search index | its own: see [`crate::index`] |
//!
//! A record is a value in the format of [postcard](https://postcard.jamesmunns.com/wire-format); its
//! shape is that of the Rust type, so a change to such a type is a change of [`VERSION`].
//!
//! A section stands for itself and can be cut between two articles. [`take_apart`] does so with texts and
//! bodies, with statements, with what articles have in common, and with posting lists: what is left is the head of a
//! large dossier, and they are blocks.
//! Two encodings of one dossier are identical: every list is sorted or in reading order, and nothing
//! of the machine or the clock gets in.
//!
//! Reading trusts nothing. The checksum finds damage. What a right checksum may still hide is looked
//! for when an article is opened: a Span of an opened article lies in its text and an id in its list,
//! so that the program need not ask again; an article that is not sound opens without words, a speaker
//! without a name.
//! What an article has in common with others, and the passages of `STMT`, are looked at when their words are
//! shown.

mod error;

mod sections;

mod records;

mod byte_strings;

mod vocabulary;

mod blocks;

mod articles;
mod speakers;
mod spellings;

mod apart;

pub use apart::{Apart, MIN_APART, goes_in_blocks, take_apart};
pub use articles::Articles;
pub use blocks::{Blocks, block_path};
pub use error::PackError;
pub use sections::{Sections, VERSION, seal};
pub use speakers::Speakers;
pub use spellings::Spellings;

use self::articles::ArticleSections;
use crate::article::{Article, Masthead};
use crate::i18n::Catalogue;
use crate::index::Index;
use crate::quotation::{Quotation, Speaker};
use crate::reuse::Pair;
use crate::statement::Statement;

/// The name of the wasm custom section that holds the pack.
pub const SECTION_NAME: &str = "dossier";

/// What a pack is made of.
#[derive(Debug, Clone)]
pub struct Contents<'a> {
    /// Title and the like.
    pub masthead: &'a Masthead,
    /// In which language the interface is.
    pub catalogue: &'a Catalogue<String>,
    /// In the order in which they are shown; their slugs all differ.
    pub articles: &'a [Article<'a>],
    /// For each article its quotations, sorted by their first content Span.
    pub quotations: &'a [Vec<Quotation>],
    /// Everyone who is quoted, most quotations first; their slugs all differ.
    pub speakers: &'a [Speaker],
    /// What any two of the articles have in common, sorted by the articles, then by place. A large dossier has
    /// millions of them, which are let go once they are written.
    pub shared: Vec<Pair>,
    /// What several of the articles quote alike, in the order of the first versions.
    pub statements: &'a [Statement],
    /// The search index of the same articles and quotations.
    pub index: &'a [u8],
}

/// The pack of a dossier: the same bytes for the same contents, always.
///
/// # Panics
///
/// If a section is longer than 4 GiB.
#[must_use]
pub fn encode(contents: Contents) -> Vec<u8> {
    let Contents { masthead, catalogue, articles, quotations, speakers, shared, statements, index } =
        contents;
    let mut head = Vec::new();
    records::push(masthead, &mut head);
    let mut messages = Vec::new();
    records::push(catalogue, &mut messages);
    let (speaker_table, speaker_records) = speakers::write(speakers, quotations);
    let spellings = spellings::write(speakers);
    let articles = ArticleSections::write(articles, quotations, &shared);
    drop(shared);
    let mut statement_records = Vec::new();
    if !statements.is_empty() {
        records::push(statements, &mut statement_records);
    }
    Sections {
        masthead: &head,
        messages: &messages,
        speaker_table: &speaker_table,
        speakers: &speaker_records,
        spellings: &spellings,
        article_table: &articles.table,
        articles: &articles.records,
        vocabulary: &articles.vocabulary,
        texts: &articles.texts,
        bodies: &articles.bodies,
        shared: &articles.shared,
        blocks: &[],
        leads: &[],
        statements: &statement_records,
        index,
    }
    .join()
}

impl<'a> Sections<'a> {
    /// Title and standfirst.
    ///
    /// # Errors
    ///
    /// When the section is not sound, as with all parts.
    pub fn masthead(&self) -> Result<Masthead, PackError> {
        records::first(self.masthead).ok_or(PackError::Section("MAST"))
    }

    /// The messages of the interface.
    pub fn catalogue(&self) -> Result<Catalogue<&'a str>, PackError> {
        records::first(self.messages).ok_or(PackError::Section("MSGS"))
    }

    /// Everyone who is quoted.
    pub fn speakers(&self) -> Result<Speakers<'a>, PackError> {
        Speakers::open(self.speaker_table, self.speakers).ok_or(PackError::Section("WHOS"))
    }

    /// Which words of names are spelt in two ways.
    #[must_use]
    pub fn spellings(&self) -> Spellings<'a> {
        Spellings(self.spellings)
    }

    /// The articles.
    pub fn articles(&self) -> Result<Articles<'a>, PackError> {
        Articles::open(self).ok_or(PackError::Section("TABL"))
    }

    /// What several articles quote alike.
    #[must_use]
    pub fn statements(&self) -> Statements<'a> {
        Statements(self.statements)
    }

    /// The search index.
    pub fn index(&self) -> Result<Index<'a>, PackError> {
        Index::open(self.index).map_err(|_| PackError::Section("INDX"))
    }
}

/// The statements of an opened pack, read when they are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statements<'a>(&'a [u8]);

impl Statements<'_> {
    /// All of them, in order; none where they are not sound, or a block of `blocks` with some of them is not there.
    /// Their ids and Spans are held against the articles when they are shown.
    #[must_use]
    pub fn all(&self, blocks: &Blocks) -> Vec<Statement> {
        let bytes = if blocks.is_empty() { Some(self.0.to_vec()) } else { blocks.statements() };
        bytes.and_then(|bytes| records::first(&bytes)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleId, MOST_PARAGRAPHS, MOST_PARAGRAPHS_IN_ALL};
    use crate::dossier::{self, Dossier, Sample};
    use crate::quotation::SpeakerId;
    use crate::reuse::{Pair, Passage};
    use crate::span::Span;

    fn pack() -> Vec<u8> {
        Sample::new().pack()
    }

    #[test]
    fn a_dossier_comes_back_as_it_was() {
        let sample = Sample::new();
        let pack = sample.pack();
        let dossier = Dossier::open(&pack).expect("it was just encoded");
        let articles: Vec<Article> = dossier.article_ids().map(|id| dossier.article(id)).collect();
        let quotations: Vec<_> = dossier
            .article_ids()
            .map(|id| dossier.quotations_in(id, &dossier.article(id)))
            .collect();
        assert_eq!(dossier.masthead, sample.masthead);
        assert_eq!((articles, quotations), (sample.articles, sample.quotations));
    }

    #[test]
    fn what_articles_have_in_common_is_read_from_either() {
        let mut sample = Sample::new();
        sample.articles = vec![sample.articles[0].clone(); 4];
        let side =
            |article, start| Passage { article: ArticleId(article), span: Span::new(start, 22) };
        let pair = |one, other| Pair { one: side(one, 11), other: side(other, 13) };
        sample.shared = vec![pair(0, 2), pair(0, 3), pair(1, 2), pair(1, 2), pair(2, 3)];
        let pack = sample.pack();
        let dossier = Dossier::open(&pack).expect("it was just encoded");
        let shared = |id| dossier.articles.shared(ArticleId(id)).expect("it lies in the pack");
        let turned = |one, other| Pair { one: side(other, 13), other: side(one, 11) };
        assert_eq!(shared(0), [pair(0, 2), pair(0, 3)]);
        assert_eq!(shared(1), [pair(1, 2), pair(1, 2)]);
        assert_eq!(shared(2), [turned(0, 2), turned(1, 2), turned(1, 2), pair(2, 3)]);
        assert_eq!(shared(3), [turned(0, 3), turned(2, 3)]);
    }

    /// Of the same article, so often that its text is kept in codes.
    #[test]
    fn a_large_dossier_comes_back_as_it_was() {
        let mut sample = Sample::new();
        let article = sample.articles[0].clone();
        let n_articles = vocabulary::MIN_CODED / article.text.len() + 1;
        sample.articles = vec![article.clone(); n_articles];
        sample.quotations = vec![sample.quotations[0].clone(); n_articles];
        let pack = sample.pack();
        let dossier = Dossier::open(&pack).expect("it was just encoded");
        assert_eq!(dossier.articles.len(), n_articles);
        for id in dossier.article_ids() {
            let open = dossier.open_article(id);
            assert_eq!((&open.article, &open.quotations), (&article, &sample.quotations[0]));
            assert!(matches!(open.article.text, std::borrow::Cow::Owned(_)), "it was in codes");
        }
    }

    /// Three articles, of which the second has no headline; each two have something in common, and the first and the
    /// last a statement.
    fn apart(block_len: usize) -> (Vec<u8>, Apart) {
        let mut sample = Sample::new();
        let mut untitled = Article::from_plain_text(&"All calm. ".repeat(20));
        untitled.slug = "untitled".to_owned();
        let calm = sample.articles[0].clone();
        sample.articles = vec![calm.clone(), untitled, calm];
        let said = sample.quotations[0].clone();
        sample.quotations = vec![said.clone(), Vec::new(), said];
        let side = |article, start| Passage {
            article: ArticleId(article),
            span: Span::new(start, start + 8),
        };
        let ends = [(0, 1), (0, 2), (0, 2), (1, 2)];
        let pairs = ends.iter().zip(0..);
        sample.shared = pairs
            .map(|((one, other), at)| Pair { one: side(*one, at), other: side(*other, 2 * at) })
            .collect();
        let versions = vec![side(0, 12), side(2, 12)];
        sample.statements = vec![Statement { is_verbatim: true, versions }];
        let pack = sample.pack();
        let apart = take_apart(&pack, block_len).expect("it was just encoded");
        (pack, apart)
    }

    #[test]
    fn a_dossier_in_blocks_is_the_dossier_in_one_piece() {
        for (block_len, [n_of_articles, n_of_statements, n_of_shared, n_of_lists]) in
            [(1, [3, 9, 3, 7]), (150, [2, 1, 1, 1]), (1000, [1, 1, 1, 1])]
        {
            let (pack, apart) = apart(block_len);
            let shared_start = n_of_articles + n_of_statements;
            let lists_start = shared_start + n_of_shared;
            let n_blocks = lists_start + n_of_lists;
            assert_eq!(apart.blocks.len(), n_blocks);
            let (whole, head) =
                (Dossier::open(&pack).unwrap(), Dossier::open(&apart.head).unwrap());
            let blocks = head.blocks();
            for (block, bytes) in apart.blocks.iter().enumerate() {
                assert!(blocks.named(&blocks.name(block)).any(|named| named == block));
                blocks.supply(block, bytes.clone()).unwrap();
            }
            for id in whole.article_ids() {
                assert!(head.articles.is_here(id));
                assert_eq!(head.open_article(id), whole.open_article(id));
            }
            assert_eq!(blocks.take_asked(), (0..n_of_articles).collect());
            assert_eq!(head.statements(), whole.statements());
            assert_eq!(head.statements().len(), 1);
            assert_eq!(blocks.take_asked(), (n_of_articles..shared_start).collect());
            assert_eq!(blocks.of_views(), 0..shared_start);
            for id in whole.article_ids() {
                let shared = head.articles.shared(id);
                assert_eq!(shared, whole.articles.shared(id));
                assert_ne!(shared, Some(Vec::new()));
            }
            assert_eq!(blocks.take_asked(), (shared_start..lists_start).collect());
            whole.index.visit_prefix("", |entry| {
                assert_eq!(head.absent_block(entry.list), None);
                let (own, other) = (head.postings(entry.list), whole.postings(entry.list));
                assert!(own.into_iter().flatten().eq(other.into_iter().flatten()));
            });
            assert_eq!(blocks.take_asked(), (lists_start..n_blocks).collect());
            assert!(blocks.take_missed().is_empty());
            assert!(blocks.take_asked().is_empty());
        }
    }

    #[test]
    fn an_article_whose_block_is_not_there_has_its_headline_or_first_words() {
        let (pack, apart) = apart(1);
        let (whole, head) = (Dossier::open(&pack).unwrap(), Dossier::open(&apart.head).unwrap());
        for id in whole.article_ids() {
            let (article, own) = (whole.article(id), head.article(id));
            assert!(!head.articles.is_here(id));
            assert_eq!((&own.slug, &own.byline), (&article.slug, &article.byline));
            assert_eq!(dossier::title_of(&own), dossier::title_of(&article));
            assert_eq!(own.paragraphs.len(), article.paragraphs.len());
            assert!(article.text.len() > own.text.len() && article.text.starts_with(&*own.text));
            assert_eq!(head.quotations_in(id, &own), []);
        }
        assert_eq!(head.n_quotations(), whole.n_quotations());
        let blocks = head.blocks();
        assert_eq!(blocks.take_missed(), [0, 1, 2].into());
        assert_eq!(blocks.n_here(blocks.of_views()), 0);
        assert!(head.statements().is_empty());
        assert_eq!(blocks.take_missed(), (3..12).collect());
        assert!(head.article_ids().all(|id| head.articles.shared(id).is_none()));
        assert_eq!(blocks.take_missed(), [12, 13, 14].into());
    }

    #[test]
    fn a_block_that_is_not_the_one_that_was_written_is_refused() {
        let (_, apart) = apart(1);
        let head = Dossier::open(&apart.head).unwrap();
        let blocks = head.blocks();
        for at in 0..apart.blocks[0].len() {
            let mut altered = apart.blocks[0].to_vec();
            altered[at] ^= 1;
            assert_eq!(blocks.supply(0, altered.into()), Err(PackError::Checksum));
            let short = apart.blocks[0][..at].into();
            assert_eq!(blocks.supply(0, short), Err(PackError::Checksum));
        }
        assert_eq!(blocks.supply(0, apart.blocks[1].clone()), Err(PackError::Checksum));
        let n_blocks = apart.blocks.len();
        assert_eq!(blocks.supply(n_blocks, apart.blocks[0].clone()), Err(PackError::Checksum));
        assert!(!blocks.has(0));
        assert_eq!(blocks.supply(0, apart.blocks[0].clone()), Ok(()));
    }

    #[test]
    fn an_altered_head_with_a_right_checksum_never_panics() {
        let (_, apart) = apart(100);
        for at in 24..apart.head.len() {
            for value in [0, 1, 0x7f, 0x80, 0xff] {
                let mut altered = apart.head.clone();
                altered[at] = value;
                seal(&mut altered);
                let Ok(dossier) = Dossier::open(&altered) else { continue };
                read_all(&dossier);
                let blocks = dossier.blocks();
                for (block, bytes) in apart.blocks.iter().enumerate() {
                    let _ = blocks.supply(block, bytes.clone());
                }
                read_all(&dossier);
            }
        }
    }

    #[test]
    fn a_head_that_claims_too_much_takes_no_memory_for_it() {
        let (_, apart) = apart(100);
        for at in 24..apart.head.len() - 4 {
            for value in [1_u32 << 24, 1_000_000_000, u32::MAX] {
                let mut altered = apart.head.clone();
                altered[at..at + 4].copy_from_slice(&value.to_le_bytes());
                seal(&mut altered);
                let Ok(dossier) = Dossier::open(&altered) else { continue };
                assert!(dossier.articles.n_paragraphs() <= MOST_PARAGRAPHS_IN_ALL);
                for id in dossier.article_ids() {
                    assert!(dossier.articles.listed(id).paragraphs.len() <= MOST_PARAGRAPHS);
                }
            }
        }
    }

    #[test]
    fn two_encodings_are_identical() {
        assert_eq!(pack(), pack());
    }

    #[test]
    fn every_truncation_errs() {
        let pack = pack();
        for len in 0..pack.len() {
            assert!(Dossier::open(&pack[..len]).is_err(), "{len} of {} bytes", pack.len());
        }
    }

    #[test]
    fn every_altered_byte_errs() {
        let pack = pack();
        for at in 0..pack.len() {
            let mut altered = pack.clone();
            altered[at] ^= 0x40;
            assert!(Dossier::open(&altered).is_err(), "byte {at} of {}", pack.len());
        }
    }

    /// A hostile pack has a right checksum, so the checks behind it have to hold by themselves.
    #[test]
    fn an_altered_pack_with_a_right_checksum_never_panics() {
        let pack = pack();
        for at in 24..pack.len() {
            for value in [0, 1, 0x7f, 0x80, 0xff, pack[at].wrapping_add(1)] {
                let mut altered = pack.clone();
                altered[at] = value;
                seal(&mut altered);
                if let Ok(dossier) = Dossier::open(&altered) {
                    read_all(&dossier);
                }
            }
        }
    }

    fn read_all(dossier: &Dossier) {
        for id in dossier.article_ids() {
            let article = dossier.article(id);
            assert!(article.paragraphs.len() >= dossier.articles.n_paragraphs_in(id).max(1));
            assert!(article.paragraphs.iter().all(|block| block.span.fits(&article.text)));
            for quotation in dossier.quotations_in(id, &article) {
                assert!(quotation.contents.iter().all(|content| content.fits(&article.text)));
            }
            assert!(dossier.articles.byline(id) == article.byline || article.text.is_empty());
            let _ = (dossier.articles.is_here(id), dossier.open_article(id));
            let _ = dossier.articles.shared(id);
        }
        dossier.index.visit_prefix("", |entry| {
            let n_postings = dossier.postings(entry.list).into_iter().flatten().count();
            assert!(n_postings <= entry.list.len());
        });
        for id in (0..=dossier.speakers.len() as u32 + 1).map(SpeakerId) {
            let speaker = dossier.speaker(id);
            let slug = dossier.speakers.slug(id);
            assert!(slug == speaker.slug || speaker.slug.is_empty());
            let _ = (dossier.speakers.name(id), dossier.speaker_by_slug(slug));
            speaker.spellings.iter().for_each(|word| drop(dossier.spellings.of(word)));
        }
        let _ = (dossier.n_quotations(), dossier.statements());
    }

    #[test]
    fn a_newer_version_is_told_apart_from_damage() {
        let mut newer = pack();
        newer[8] += 1;
        let got = VERSION + 1;
        assert_eq!(Dossier::open(&newer), Err(PackError::Version { expected: VERSION, got }));
    }

    #[test]
    fn no_bytes_are_a_missing_dossier() {
        assert_eq!(Dossier::open(&[]), Err(PackError::Missing));
    }
}
