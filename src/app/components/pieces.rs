//! A paragraph's pieces as elements.

use yew::prelude::*;

use crate::app::effects::pointer::is_on_words;
use crate::app::reader::Reader;
use crate::article::MarkupKind;
use crate::compose::Piece;
use crate::dossier::OpenArticle;
use crate::query::{Filter, SpeakerChoice};
use crate::route::speaker_slug;
use crate::state::Action;

/// What the pieces of a paragraph are drawn with.
pub struct PieceView<'a> {
    /// The reader.
    pub reader: &'a Reader,
    /// The article.
    pub source: &'a OpenArticle<'static>,
    /// Which quotations are chosen.
    pub filter: &'a Filter,
    /// The quotations of which each has a letter, in the order of the alphabet, that ties it to the name
    /// beside the paragraph; empty where one name needs no letter.
    pub tied: &'a [usize],
    /// Whether it stands beside other versions: what is marked is then a variant rather than a hit, and the
    /// evidence is elsewhere.
    pub is_version: bool,
}

/// The letter that ties a quotation to its speaker's name.
pub fn tie(tied: &[usize], at: usize) -> Option<String> {
    let place = tied.iter().position(|tied| *tied == at)?;
    let letter = char::from_u32('a' as u32 + u32::try_from(place).ok()?)?;
    letter.is_ascii_lowercase().then(|| letter.to_string())
}

/// A link to another site, which is told nothing of where the reader comes from.
pub fn external(url: &str, words: Html) -> Html {
    html! { <a href={url.to_owned()} rel="noopener noreferrer external">{ words }</a> }
}

impl PieceView<'_> {
    /// The pieces in a row.
    pub fn all(&self, list: &[Piece<'_>]) -> Html {
        list.iter().map(|piece| self.one(piece)).collect()
    }

    fn one(&self, piece: &Piece<'_>) -> Html {
        match piece {
            Piece::Text(words) => html! { { *words } },
            Piece::Quotation(at, list) => self.quotation(*at, list),
            Piece::OwnWords(list) => html! { <span class="own-words">{ self.all(list) }</span> },
            Piece::Markup(MarkupKind::Emphasis, list) => html! { <em>{ self.all(list) }</em> },
            Piece::Markup(MarkupKind::Strong, list) => {
                html! { <strong>{ self.all(list) }</strong> }
            }
            Piece::Markup(MarkupKind::Link(url), list) => external(url, self.all(list)),
            Piece::Hit(list) if self.is_version => {
                html! { <b class="variant">{ self.all(list) }</b> }
            }
            Piece::Hit(list) => html! { <mark>{ self.all(list) }</mark> },
        }
    }

    /// A stretch of a quotation; a click on its words opens the evidence, as the name beside them does.
    fn quotation(&self, at: usize, list: &[Piece<'_>]) -> Html {
        let quotation = &self.source.quotations[at];
        let slug = |choice| speaker_slug(choice, &self.reader.dossier);
        let speakers: Vec<&str> = SpeakerChoice::speakers_of(quotation).map(slug).collect();
        let is_chosen = self.filter.chooses(quotation).then_some("true");
        let id = self.source.id;
        let dispatch = self.reader.dispatch.clone();
        let is_version = self.is_version;
        let onclick = Callback::from(move |event: MouseEvent| {
            if !is_version && is_on_words(&event) {
                // A quotation in another is meant alone.
                event.stop_propagation();
                dispatch.dispatch(Action::EvidenceToggled(id, at));
            }
        });
        html! {
            <span
                class="quotation"
                data-speaker={speakers.join(" ")}
                data-kind={quotation.kind.name()}
                data-chosen={is_chosen}
                data-tie={tie(self.tied, at)}
                {onclick}
            >
                { self.all(list) }
            </span>
        }
    }
}
