//! What was passed over, went wrong or cannot be read.

use std::fmt;

use super::names::in_marks;
use crate::i18n::{tr, trn};
use crate::notice::Notice;
use crate::pack::PackError;
use crate::query::QueryNotice;

/// How a query was read or answered, as a sentence for the reader.
#[must_use]
pub fn query_notice(notice: &QueryNotice) -> String {
    match notice {
        QueryNotice::NoWords => {
            tr!("There are no words in this query; type a word or a name.").to_owned()
        }
        QueryNotice::OnlyExclusions => {
            tr!("This query only excludes words; add a word to look for.").to_owned()
        }
        QueryNotice::OpenPhrase => {
            tr!("The quotation mark is not closed; the phrase was read to the end.").to_owned()
        }
        QueryNotice::TooLong { n_words } => {
            tr!("This query is long; its first {n_words} words were looked for.", n_words)
        }
        QueryNotice::NoValue { field } => {
            tr!("Type a name or a word right after “{field}”.", field)
        }
        QueryNotice::NoDate { asked } => {
            tr!("“{asked}” is not a date; type it as 2021-08-16, 2021-08 or 2021.", asked)
        }
        QueryNotice::NoSuchSpeaker { asked } => {
            tr!("Nobody whose name has “{asked}” is quoted; “Speakers” lists all who are.", asked)
        }
        QueryNotice::NoSuchOutlet { asked } => {
            tr!(
                "No outlet here has “{asked}” in its name; “Speakers and filters” lists all.",
                asked
            )
        }
        QueryNotice::Undated { n_articles } => trn!(
            *n_articles,
            "{n} article states no date, and is left out.",
            "{n} articles state no date, and are left out."
        ),
        QueryNotice::TooBroad => {
            tr!("Too many words begin like these; type more letters to look for all of them.")
                .to_owned()
        }
        QueryNotice::Scattered => {
            tr!("No paragraph has all of these words; these are from articles that have them all.")
                .to_owned()
        }
        QueryNotice::Corrected { asked, found } => {
            let found: Vec<_> = found.iter().map(|word| in_marks(word)).collect();
            tr!(
                "Nothing was found for “{asked}”; these have {found}. \
                 In quotation marks it is searched as it is.",
                asked,
                found = found.join(", "),
            )
        }
    }
}

impl fmt::Display for Notice {
    /// What was passed over or went wrong, in a sentence for the reader.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentence = match self {
            Self::QueryCut => tr!("The query was too long and has been cut.").to_owned(),
            Self::UnknownLinkPart(part) => {
                tr!("This dossier has no “{part}”, so that part of the link is ignored.", part)
            }
            Self::PreferencesUnreadable => tr!(
                "Your stored settings could not be read, so they are back to the usual ones."
            )
            .to_owned(),
            Self::CitedMoved(paragraph) => tr!(
                "Moved: the words that this link cites now stand in paragraph {paragraph}, which is shown.",
                paragraph
            ),
            Self::CitedChanged => tr!(
                "Changed: the words that this link cites do not stand in this article any more; it was edited \
                 since. A copy of them can be compared with it:"
            )
            .to_owned(),
            Self::FaintAccent => tr!(
                "The colour `accent` has too little contrast with its ground (less than 4.5 to 1), so it is not used."
            )
            .to_owned(),
            Self::NotesNotKept => tr!(
                "A note could not be kept: the browser’s storage is full or closed. It stays until this page is \
                 closed; save the notebook as a file."
            )
            .to_owned(),
            Self::NotesUnreadable(n) => trn!(
                *n,
                "{n} stored note could not be read, perhaps made by a newer version, and is left as it is.",
                "{n} stored notes could not be read, perhaps made by a newer version, and are left as they are."
            ),
            Self::PlaceUnreadable => {
                tr!("Where you were last time could not be read, and is forgotten.").to_owned()
            }
        };
        f.write_str(&sentence)
    }
}

impl fmt::Display for PackError {
    /// What is wrong and what to do, in a sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DAMAGED: &str = "load the page again, or have the site published again.";
        match self {
            PackError::Missing => f.write_str(
                "It holds no dossier yet: put one in with `whosaid press DOSSIER --out SITE`.",
            ),
            PackError::NotAPack => {
                f.write_str("Its dossier is none that Whosaid wrote: press the site again.")
            }
            PackError::Version { expected, got } => write!(
                f,
                "Its dossier has format {got}, and it reads format {expected}: press the site again \
                 with one release of Whosaid."
            ),
            PackError::Length { expected, got } => {
                write!(f, "Its dossier should have {expected} bytes and has {got}: {DAMAGED}")
            }
            PackError::Checksum => {
                write!(f, "Its dossier's bytes are not those that were written: {DAMAGED}")
            }
            PackError::Section(tag) => {
                write!(f, "Its dossier's part {tag} is not sound: {DAMAGED}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correction_names_what_was_asked_and_what_was_found() {
        let found = vec!["kabul".to_owned(), "kabulov".to_owned()];
        assert_eq!(
            query_notice(&QueryNotice::Corrected { asked: "kabil".to_owned(), found }),
            "Nothing was found for “kabil”; these have “kabul”, “kabulov”. \
             In quotation marks it is searched as it is."
        );
    }
}
