//! [`QueryNotice`]: how a query was read or answered, where that is not plain.

/// How a query was read or answered, where that is not plain. The sentences for it are the page's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryNotice {
    /// The query has signs but no words.
    NoWords,
    /// The query only excludes, so there is nothing to find.
    OnlyExclusions,
    /// A quotation mark was not closed; the phrase goes to the end.
    OpenPhrase,
    /// The query is longer than can be searched; only its beginning counts.
    TooLong {
        /// The number of words that count.
        n_words: usize,
    },
    /// A field such as `speaker:` with nothing after it; it plays no part.
    NoValue {
        /// The field with its colon.
        field: String,
    },
    /// Not a date; it plays no part.
    NoDate {
        /// What was typed.
        asked: String,
    },
    /// No speaker of the dossier has such a name, after `speaker:`.
    NoSuchSpeaker {
        /// The name asked for, folded.
        asked: String,
    },
    /// No outlet has such a name, after `outlet:`.
    NoSuchOutlet {
        /// The name asked for, folded.
        asked: String,
    },
    /// Articles without a date are left out, where `before:` or `after:` asks for one.
    Undated {
        /// How many there are.
        n_articles: usize,
    },
    /// So many words begin like those in the query that not all of them were looked for.
    TooBroad,
    /// No paragraph holds everything; the articles shown do.
    Scattered,
    /// A word was found only as if it had a typing error.
    Corrected {
        /// The word asked for, folded.
        asked: String,
        /// Words found instead, folded, the best first; not empty.
        found: Vec<String>,
    },
}
