//! [`State`]: everything about the page that can change, as a value, and the [`Action`]s that change
//! it.
//!
//! [`State::apply`] does nothing else: no storage, no timers, no URL. The app's effects watch the
//! state and carry it to the browser. What can be computed (hits, counts, the article's quotations)
//! is not stored.

use crate::article::ArticleId;
use crate::dossier::{Dossier, Open};
use crate::query::{Filter, Query, SpeakerChoice, hits_in_article};
use crate::quotation::Kind;
use crate::route::{Place, Route, Theme};
use crate::span::Span;

/// Everything about the page that can change.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    /// What the URL says.
    pub route: Route,
    /// How the browser's history is to learn of the present `route`.
    pub step: Step,
    /// What the reader keeps across visits.
    pub preferences: Preferences,
    /// The hit at which the reader stands in the open article, from 0.
    pub current_hit: Option<u32>,
    /// The quotation whose evidence is open: its article, and its number there.
    pub evidence: Option<(ArticleId, usize)>,
    /// Whether the list of keys is open.
    pub keys_open: bool,
    /// What went wrong or was passed over, in plain words, until dismissed.
    pub notices: Vec<String>,
    /// How many results, or articles on the front page, are shown; the reader can ask for more.
    pub n_results: usize,
    /// Whether the query has stayed the same for a while, so that counts are worth announcing.
    pub settled: bool,
    /// Whether the filters are unfolded where there is no room to show them always.
    pub filters_open: bool,
    /// How many speakers more than at first are listed among the filters.
    pub more_speakers: usize,
    /// What became of the last wish to copy.
    pub copied: Copied,
}

/// What became of a wish to copy.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Copied {
    /// There was none.
    #[default]
    No,
    /// The text is in the clipboard.
    Yes,
    /// The browser does not let the page copy.
    Refused,
}

/// How many results are shown at first, and how many more at each wish.
pub const RESULTS_STEP: usize = 30;

/// How many more speakers are listed among the filters at each wish.
const SPEAKERS_STEP: usize = 100;

/// How the browser's history is to learn of a route.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Step {
    /// It knows: the route came from there.
    #[default]
    Known,
    /// As a new step, which Back undoes.
    New,
    /// In place of the last step, as when the reader goes on typing.
    Replace,
}

/// What the reader keeps across visits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preferences {
    /// Colours, where the URL asks for none.
    pub theme: Theme,
    /// How large all text is.
    pub text_size: TextSize,
    /// Whether single keys (`/`, `j`, `n` …) act.
    pub shortcuts: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { theme: Theme::Auto, text_size: TextSize::Usual, shortcuts: true }
    }
}

/// How large all text is. The browser's own zoom goes further.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TextSize {
    /// As the browser has it.
    #[default]
    Usual,
    /// An eighth larger.
    Larger,
    /// A quarter larger.
    Largest,
}

impl TextSize {
    /// All, in the order in which a button steps through them.
    pub const ALL: [TextSize; 3] = [TextSize::Usual, TextSize::Larger, TextSize::Largest];

    /// The name in attributes and stored state.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            TextSize::Usual => "usual",
            TextSize::Larger => "larger",
            TextSize::Largest => "largest",
        }
    }
}

impl Preferences {
    /// As text to be stored: a version, then `name=value` pairs.
    #[must_use]
    pub fn to_text(self) -> String {
        let shortcuts = if self.shortcuts { "on" } else { "off" };
        let (theme, text_size) = (self.theme.name(), self.text_size.name());
        ["2;theme=", theme, ";text=", text_size, ";shortcuts=", shortcuts].concat()
    }

    /// Reads what [`Preferences::to_text`] wrote.
    ///
    /// # Errors
    ///
    /// A sentence for the reader, when the text is of another version, cut short or not ours at all.
    pub fn from_text(text: &str) -> Result<Self, String> {
        // So few that all of them can be held against it.
        for theme in Theme::ALL {
            for text_size in TextSize::ALL {
                for shortcuts in [true, false] {
                    let preferences = Self { theme, text_size, shortcuts };
                    if preferences.to_text() == text {
                        return Ok(preferences);
                    }
                }
            }
        }
        Err("Your stored settings could not be read, so they are back to the usual ones."
            .to_owned())
    }
}

/// What happened, in the reader's words.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The browser shows a URL: at first, or by Back and Forward. With what was passed over in it.
    Arrived(Box<Route>, Vec<String>),
    /// The query's text is now this.
    QueryChanged(String),
    /// A speaker was picked, or no longer.
    SpeakerToggled(SpeakerChoice),
    /// A kind was picked, or no longer.
    KindToggled(Kind),
    /// An outlet was picked by its slug, or no longer.
    OutletToggled(String),
    /// All picks were dropped; the query stays.
    FilterCleared,
    /// Query and picks were dropped; what is open stays.
    MarksCleared,
    /// All that one speaker said was asked for.
    SpeakerOpened(SpeakerChoice),
    /// The results or the front page were asked for.
    OverviewOpened,
    /// The bare front page was asked for.
    FrontOpened,
    /// The index of speakers was asked for.
    SpeakersOpened,
    /// An article was opened, at a paragraph where one is named.
    ArticleOpened(ArticleId, Option<u32>),
    /// The reader goes on to this hit of the open article, from 0.
    HitVisited(u32),
    /// The evidence of a quotation was opened, or closed again.
    EvidenceToggled(ArticleId, usize),
    /// A text was copied, or the browser refused.
    Copied(bool),
    /// More results were asked for.
    MoreWanted,
    /// More speakers were asked for among the filters.
    MoreSpeakersWanted,
    /// The filters were folded or unfolded.
    FiltersToggled,
    /// The query has stayed the same for a while.
    Settled,
    /// The search has a moment to go on in. Changes nothing here.
    SearchResumed,
    /// Colours were chosen.
    ThemeChosen(Theme),
    /// A size of text was chosen.
    TextSizeChosen(TextSize),
    /// Single keys were switched on or off.
    ShortcutsSwitched(bool),
    /// The list of keys was opened or closed.
    KeysToggled,
    /// What the reader keeps was read from storage.
    PreferencesRestored(Preferences),
    /// Something went wrong or was passed over.
    Noticed(String),
    /// The notices were read.
    NoticesDismissed,
}

impl State {
    /// The colours in force.
    #[must_use]
    pub fn theme(&self) -> Theme {
        self.route.theme.unwrap_or(self.preferences.theme)
    }

    /// The number of the quotation whose evidence is open and that ends in this paragraph.
    #[must_use]
    pub fn evidence_in(&self, source: &Open, paragraph: u32) -> Option<usize> {
        let (_, at) = self.evidence.filter(|(article, _)| *article == source.id)?;
        let last = source.quotations.get(at)?.contents.last()?;
        let block = source.article.paragraphs.get(paragraph as usize)?;
        block.span.contains(*last).then_some(at)
    }

    /// The state after `action`.
    #[must_use]
    pub fn apply(&self, action: Action) -> State {
        let mut next = self.clone();
        next.take(action);
        next
    }

    fn take(&mut self, action: Action) {
        match action {
            Action::Arrived(route, notices) => {
                self.go_to(*route);
                self.step = Step::Known;
                self.notices = notices;
            }
            Action::QueryChanged(query) => {
                let goes_on = self.route.place == Place::Overview && !self.route.query.is_empty();
                self.go_to(Route { query, place: Place::Overview, ..self.route.clone() });
                self.step = if goes_on { Step::Replace } else { Step::New };
                self.settled = false;
            }
            Action::SpeakerToggled(speaker) => {
                self.filter_by(|filter| filter.speakers.toggle(speaker));
            }
            Action::KindToggled(kind) => self.filter_by(|filter| filter.kinds.toggle(kind)),
            Action::OutletToggled(outlet) => self.filter_by(|filter| filter.outlets.toggle(outlet)),
            Action::FilterCleared => self.filter_by(|filter| *filter = Filter::default()),
            Action::MarksCleared => {
                let place = self.route.place;
                self.go_to(Route { place, ..self.bare_route() });
            }
            Action::SpeakerOpened(speaker) => {
                let filter = Filter { speakers: [speaker].into(), ..Filter::default() };
                self.go_to(Route { filter, ..self.bare_route() });
            }
            Action::FrontOpened => self.go_to(self.bare_route()),
            Action::OverviewOpened => self.go_to_place(Place::Overview),
            Action::SpeakersOpened => self.go_to_place(Place::Speakers),
            Action::ArticleOpened(article, paragraph) => {
                self.go_to_place(Place::Article(article, paragraph));
            }
            Action::HitVisited(hit) => self.current_hit = Some(hit),
            Action::EvidenceToggled(article, quotation) => {
                let this = Some((article, quotation));
                self.evidence = if self.evidence == this { None } else { this };
                self.copied = Copied::No;
            }
            Action::Copied(true) => self.copied = Copied::Yes,
            Action::Copied(false) => self.copied = Copied::Refused,
            Action::MoreWanted => self.n_results += RESULTS_STEP,
            Action::MoreSpeakersWanted => self.more_speakers += SPEAKERS_STEP,
            Action::FiltersToggled => self.filters_open = !self.filters_open,
            Action::Settled => self.settled = true,
            Action::SearchResumed => {}
            Action::ThemeChosen(theme) => {
                if self.route.theme.take().is_some() {
                    self.step = Step::Replace;
                }
                self.preferences.theme = theme;
            }
            Action::TextSizeChosen(size) => self.preferences.text_size = size,
            Action::ShortcutsSwitched(shortcuts) => self.preferences.shortcuts = shortcuts,
            Action::KeysToggled => self.keys_open = !self.keys_open,
            Action::PreferencesRestored(preferences) => self.preferences = preferences,
            Action::Noticed(notice) => {
                if !self.notices.contains(&notice) {
                    self.notices.push(notice);
                }
            }
            Action::NoticesDismissed => self.notices.clear(),
        }
    }

    /// The front page's route in the same colours and frame.
    fn bare_route(&self) -> Route {
        Route { theme: self.route.theme, embed: self.route.embed, ..Route::default() }
    }

    /// Goes to another route as a new step; where it is the same, nothing is dropped.
    fn go_to(&mut self, route: Route) {
        if route == self.route {
            self.n_results = self.n_results.max(RESULTS_STEP);
            return;
        }
        self.route = route;
        self.step = Step::New;
        self.current_hit = None;
        self.evidence = None;
        self.n_results = RESULTS_STEP;
    }

    fn go_to_place(&mut self, place: Place) {
        self.go_to(Route { place, ..self.route.clone() });
    }

    /// Changes the picks. They apply to what is open: in an article they mark quotations, elsewhere
    /// they choose results; open evidence stays open.
    fn filter_by(&mut self, change: impl FnOnce(&mut Filter)) {
        let mut route = self.route.clone();
        change(&mut route.filter);
        if route.place == Place::Speakers {
            route.place = Place::Overview;
        }
        let evidence = self.evidence;
        self.go_to(route);
        self.evidence = evidence;
    }
}

/// What the reader can step through in an article, in order: the hits of the query; without a query,
/// the quotations that the picks choose, each by its first stretch.
#[must_use]
pub fn stops(dossier: &Dossier, state: &State, id: ArticleId) -> Vec<Span> {
    if !state.route.query.trim().is_empty() {
        return hits_in_article(dossier, Query::parse(&state.route.query).0, id);
    }
    let source = dossier.open(id);
    let quotations = source.quotations.iter();
    let chosen = quotations.filter(|quotation| state.route.filter.chooses(quotation));
    chosen.map(|quotation| quotation.contents[0]).collect()
}

/// The stop after (or before) the present one, round the end; `None` where there are no stops.
#[must_use]
pub fn next_stop(current: Option<u32>, n_stops: usize, forward: bool) -> Option<u32> {
    let n_stops = u32::try_from(n_stops).ok().filter(|n| *n > 0)?;
    Some(match (current, forward) {
        (None, true) => 0,
        (None, false) => n_stops - 1,
        (Some(at), true) => (at + 1) % n_stops,
        (Some(at), false) => (at + n_stops - 1) % n_stops,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(actions: impl IntoIterator<Item = Action>) -> State {
        actions.into_iter().fold(State::default(), |state, action| state.apply(action))
    }

    fn typed(text: &str) -> Action {
        Action::QueryChanged(text.to_owned())
    }

    #[test]
    fn typing_on_replaces_the_step_it_began() {
        assert_eq!(after([typed("h")]).step, Step::New);
        assert_eq!(after([typed("h"), typed("ha")]).step, Step::Replace);
    }

    #[test]
    fn typing_in_an_article_leads_to_results() {
        let opened = Action::ArticleOpened(ArticleId(0), None);
        let state = after([typed("hair"), opened, typed("hairs")]);
        assert_eq!((state.route.place, state.step), (Place::Overview, Step::New));
    }

    #[test]
    fn picking_a_speaker_in_an_article_stays_there() {
        let opened = Action::ArticleOpened(ArticleId(0), None);
        let picked = Action::SpeakerToggled(SpeakerChoice::Unattributed);
        let state = after([opened, picked.clone()]);
        assert_eq!(state.route.place, Place::Article(ArticleId(0), None));
        assert_eq!(state.route.filter.speakers.as_slice().len(), 1);
        assert!(state.apply(picked).route.filter.speakers.is_empty());
    }

    #[test]
    fn arriving_where_one_is_changes_nothing_that_is_known() {
        let state = after([typed("a")]);
        let again = state.apply(Action::Arrived(Box::new(state.route.clone()), Vec::new()));
        assert_eq!((again.step, &again.route), (Step::Known, &state.route));
    }

    #[test]
    fn a_chosen_theme_goes_before_the_one_in_the_link() {
        let route = Route { theme: Some(Theme::Dark), ..Route::default() };
        let state =
            after([Action::Arrived(Box::new(route), vec![]), Action::ThemeChosen(Theme::Light)]);
        assert_eq!((state.theme(), state.step), (Theme::Light, Step::Replace));
    }

    #[test]
    fn preferences_come_back_and_foreign_text_is_refused() {
        for text_size in TextSize::ALL {
            let preferences = Preferences { theme: Theme::Dark, text_size, shortcuts: false };
            assert_eq!(Preferences::from_text(&preferences.to_text()), Ok(preferences));
        }
        for foreign in [
            "",
            "2;theme=dark",
            "1;theme=dark;shortcuts=on",
            "3;theme=dark;text=usual;shortcuts=on",
            "2;theme=<b>;text=usual;shortcuts=on",
            "2;theme=dark;text=huge;shortcuts=on",
            "2;theme=dark;text=usual;shortcuts=on;",
            "{}",
        ] {
            assert!(Preferences::from_text(foreign).is_err(), "{foreign}");
        }
    }

    #[test]
    fn stepping_goes_round() {
        let steps = |forward: bool| {
            std::iter::successors(next_stop(None, 3, forward), move |at| {
                next_stop(Some(*at), 3, forward)
            })
        };
        assert_eq!(steps(true).take(4).collect::<Vec<_>>(), [0, 1, 2, 0]);
        assert_eq!(steps(false).take(4).collect::<Vec<_>>(), [2, 1, 0, 2]);
        assert_eq!(next_stop(None, 0, true), None);
    }

    #[test]
    fn evidence_opens_and_closes() {
        let toggled = Action::EvidenceToggled(ArticleId(0), 3);
        assert_eq!(after([toggled.clone()]).evidence, Some((ArticleId(0), 3)));
        assert_eq!(after([toggled.clone(), toggled]).evidence, None);
    }
}
