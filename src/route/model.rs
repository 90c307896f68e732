//! [`Route`] itself, and the routes that lead on from one.

use std::mem;

use sorted_vec::SortedSet;

use super::page::Page;
use super::view::View;
use crate::article::ArticleId;
use crate::choice::choice;
use crate::host_look::HostLook;
use crate::preferences::Theme;
use crate::query::{Filter, SpeakerChoice};

/// What a URL says of the page's state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Route {
    /// What the reader typed, as typed.
    pub query: String,
    /// What the reader picked.
    pub filter: Filter,
    /// What is open.
    pub view: View,
    /// How a comparison or a concordance is laid out; of other views the usual one.
    pub layout: Layout,
    /// Colours asked for by the URL; they go before the reader's own choice.
    pub theme: Option<Theme>,
    /// Whether the page stands in a frame and goes without its furniture.
    pub embed: bool,
    /// What the host of a frame lends of its look.
    pub look: HostLook,
}

/// How a comparison or a concordance is laid out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// The articles that have a column of a comparison; where none is named, those that share the most.
    pub columns: SortedSet<ArticleId>,
    /// Whether it is marked in a comparison what differs.
    pub differences: Differences,
    /// By what the lines of a concordance are sorted.
    pub order: LineOrder,
}

impl Layout {
    /// As much of it as lays out a view.
    pub(super) fn of(self, view: View) -> Self {
        match view {
            View::Compare | View::Row(_) => Self { order: LineOrder::default(), ..self },
            View::Concordance => Self { order: self.order, ..Self::default() },
            _ => Self::default(),
        }
    }
}

choice! {
    /// Whether it is marked in what versions differ.
    Differences {
        /// It is.
        Marked = "marked",
        /// It is not.
        Off = "off",
    }
}

choice! {
    /// By what the lines of a concordance are sorted.
    LineOrder {
        /// As a search finds them.
        Found = "found",
        /// What stands before the words, from these outwards.
        Left = "left",
        /// What stands after the words.
        Right = "right",
        /// Who says them.
        Speaker = "speaker",
        /// When the article was published.
        Date = "date",
    }
}

impl Route {
    /// The route of a page without parameters.
    #[must_use]
    pub fn of(page: Page) -> Self {
        let mut route = Self::default();
        route.view = match page {
            Page::Front => View::Overview,
            Page::Articles(number) => View::Articles(number),
            Page::Speakers(number) => View::Speakers(number),
            Page::Article(article) => View::Article(article, None),
            Page::Speaker(choice) => {
                route.filter.speakers.push(choice);
                View::Speaker(choice)
            }
        };
        route
    }

    /// The page on which it stands in a site.
    #[must_use]
    pub fn page(&self) -> Page {
        match self.view {
            View::Overview
            | View::Statements
            | View::Compare
            | View::Concordance
            | View::Notebook
            | View::Statement(_)
            | View::Quotation(_)
            | View::Row(_)
            | View::Matrix => Page::Front,
            View::Articles(number) => Page::Articles(number),
            View::Speakers(number) => Page::Speakers(number),
            View::Speaker(choice) => Page::Speaker(choice),
            View::Article(article, _) => Page::Article(article),
        }
    }

    /// Makes the view one of several speakers' where it is one speaker's and others are chosen as well, and keeps of the
    /// layout what lays it out.
    pub(crate) fn mend_view(&mut self) {
        self.layout = mem::take(&mut self.layout).of(self.view);
        if let View::Speaker(choice) = self.view
            && **self.filter.speakers != [choice]
        {
            self.view = View::Overview;
        }
    }

    /// The front page in the same colours and frame.
    #[must_use]
    pub fn front(&self) -> Self {
        Self { theme: self.theme, embed: self.embed, look: self.look, ..Self::default() }
    }

    /// A part of the list of articles, from 1, in the same colours and frame.
    #[must_use]
    pub fn articles(&self, number: u32) -> Self {
        let view = if number == 1 { View::Overview } else { View::Articles(number) };
        Self { view, ..self.front() }
    }

    /// What several articles quote alike, in the same colours and frame.
    #[must_use]
    pub fn statements(&self) -> Self {
        Self { view: View::Statements, ..self.front() }
    }

    /// A finding alone, in the same colours and frame.
    #[must_use]
    pub fn finding(&self, view: View) -> Self {
        Self { view, ..self.front() }
    }

    /// What the reader noted, in the same colours and frame.
    #[must_use]
    pub fn notebook(&self) -> Self {
        Self { view: View::Notebook, ..self.front() }
    }

    /// What a speaker said, article by article, in the same colours and frame; without one, the choice of a
    /// speaker.
    #[must_use]
    pub fn compare(&self, speaker: Option<SpeakerChoice>) -> Self {
        let mut route = Self { view: View::Compare, ..self.front() };
        route.filter.speakers.extend(speaker);
        route
    }

    /// A part of the index of speakers, from 1, in the same colours and frame.
    #[must_use]
    pub fn speakers(&self, number: u32) -> Self {
        Self { view: View::Speakers(number), ..self.front() }
    }

    /// All that one speaker said.
    #[must_use]
    pub fn speaker(&self, choice: SpeakerChoice) -> Self {
        let Self { filter, view, .. } = Self::of(Page::Speaker(choice));
        Self { filter, view, ..self.front() }
    }

    /// The same query and filter in an article, at a paragraph where one is named.
    #[must_use]
    pub fn article(&self, article: ArticleId, paragraph: Option<u32>) -> Self {
        Self { view: View::Article(article, paragraph), ..self.results() }
    }

    /// The results for the same query and filter.
    #[must_use]
    pub fn results(&self) -> Self {
        Self { view: View::Overview, layout: Layout::default(), ..self.clone() }
    }

    /// The results for another query; for none, what the filter chooses.
    #[must_use]
    pub fn with_query(&self, query: String) -> Self {
        let view = match self.view {
            View::Speaker(choice) => View::Speaker(choice),
            View::Compare => self.view,
            // There are no words to align on.
            View::Concordance if !query.trim().is_empty() => self.view,
            _ => View::Overview,
        };
        let mut route = Self { query, view, ..self.clone() };
        route.mend_view();
        route
    }

    /// Whether there is something to search or filter by.
    #[must_use]
    pub fn asks_for_results(&self) -> bool {
        !self.query.trim().is_empty() || !self.filter.is_empty()
    }
}
