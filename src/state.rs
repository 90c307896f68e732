//! [`State`]: everything about the page that can change, as a value, and the [`Action`]s that change
//! it.
//!
//! [`State::apply`] does nothing else: no storage, no timers, no URL. The app's effects watch the
//! state and carry it to the browser. What can be computed (hits, counts, the article's quotations)
//! is not stored.

use sorted_vec::SortedSet;

use crate::article::ArticleId;
use crate::dossier::{Dossier, OpenArticle};
use crate::notice::Notice;
use crate::query::{Filter, Query, SpeakerChoice, hits_in_article};
use crate::quotation::Kind;
use crate::route::{Route, Theme, View};
use crate::span::Span;

/// Everything about the page that can change.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// What the URL says.
    pub route: Route,
    /// How the present `route` goes into the browser's history.
    pub history: HistoryUpdate,
    /// What the reader keeps across visits.
    pub preferences: Preferences,
    /// The hit at which the reader stands in the open article, from 0.
    pub current_hit: Option<u32>,
    /// The quotation whose evidence is open: its article, and its number there.
    pub evidence: Option<(ArticleId, usize)>,
    /// Whether the list of keys is open.
    pub keys_open: bool,
    /// What went wrong or was passed over, until dismissed.
    pub notices: Vec<Notice>,
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

impl Default for State {
    /// The front page, with the first results' worth of articles.
    fn default() -> Self {
        Self {
            route: Route::default(),
            history: HistoryUpdate::default(),
            preferences: Preferences::default(),
            current_hit: None,
            evidence: None,
            keys_open: false,
            notices: Vec::new(),
            n_results: RESULTS_STEP,
            settled: false,
            filters_open: false,
            more_speakers: 0,
            copied: Copied::default(),
        }
    }
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

/// What is done to the browser's history when the route changes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum HistoryUpdate {
    /// Nothing: the route came from there.
    #[default]
    None,
    /// A new entry, which Back undoes.
    Push,
    /// The current entry is replaced, as when the reader goes on typing.
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

    /// The size of that [`TextSize::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.name() == name)
    }
}

impl Preferences {
    /// As text to be stored: a version, then `name=value` pairs.
    #[must_use]
    pub fn to_text(self) -> String {
        let Self { theme, text_size, shortcuts } = self;
        let shortcuts = if shortcuts { "on" } else { "off" };
        format!("2;theme={};text={};shortcuts={shortcuts}", theme.name(), text_size.name())
    }

    /// Reads what [`Preferences::to_text`] wrote; `None` when the text is of another version, cut short
    /// or not ours at all.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let mut fields = text.split(';');
        let mut field = |name| fields.next()?.strip_prefix(name);
        field("2").filter(|rest| rest.is_empty())?;
        let preferences = Self {
            theme: Theme::from_name(field("theme=")?)?,
            text_size: TextSize::from_name(field("text=")?)?,
            shortcuts: match field("shortcuts=")? {
                "on" => true,
                "off" => false,
                _ => return None,
            },
        };
        fields.next().is_none().then_some(preferences)
    }
}

/// What happened, in the reader's words.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The browser shows a URL: at first, or by Back and Forward. With what was passed over in it.
    Arrived(Box<Route>, Vec<Notice>),
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
    Noticed(Notice),
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
    pub fn evidence_in(&self, source: &OpenArticle, paragraph: u32) -> Option<usize> {
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
                self.history = HistoryUpdate::None;
                self.notices = notices;
            }
            Action::QueryChanged(query) => {
                let goes_on = self.route.view == View::Overview && !self.route.query.is_empty();
                self.go_to(Route { query, view: View::Overview, ..self.route.clone() });
                self.history = if goes_on { HistoryUpdate::Replace } else { HistoryUpdate::Push };
                self.settled = false;
            }
            Action::SpeakerToggled(speaker) => {
                self.filter_by(|filter| toggle(&mut filter.speakers, speaker));
            }
            Action::KindToggled(kind) => self.filter_by(|filter| filter.kinds ^= kind),
            Action::OutletToggled(outlet) => {
                self.filter_by(|filter| toggle(&mut filter.outlets, outlet));
            }
            Action::FilterCleared => self.filter_by(|filter| *filter = Filter::default()),
            Action::MarksCleared => {
                let view = self.route.view;
                self.go_to(Route { view, ..self.bare_route() });
            }
            Action::SpeakerOpened(speaker) => {
                let mut filter = Filter::default();
                filter.speakers.push(speaker);
                self.go_to(Route { filter, ..self.bare_route() });
            }
            Action::FrontOpened => self.go_to(self.bare_route()),
            Action::OverviewOpened => self.go_to_view(View::Overview),
            Action::SpeakersOpened => self.go_to_view(View::Speakers),
            Action::ArticleOpened(article, paragraph) => {
                self.go_to_view(View::Article(article, paragraph));
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
            Action::ThemeChosen(theme) => {
                if self.route.theme.take().is_some() {
                    self.history = HistoryUpdate::Replace;
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
            return;
        }
        self.route = route;
        self.history = HistoryUpdate::Push;
        self.current_hit = None;
        self.evidence = None;
        self.n_results = RESULTS_STEP;
    }

    fn go_to_view(&mut self, view: View) {
        self.go_to(Route { view, ..self.route.clone() });
    }

    /// Changes the picks. They apply to what is open: in an article they mark quotations, elsewhere
    /// they choose results; open evidence stays open.
    fn filter_by(&mut self, change: impl FnOnce(&mut Filter)) {
        let mut route = self.route.clone();
        change(&mut route.filter);
        if route.view == View::Speakers {
            route.view = View::Overview;
        }
        let evidence = self.evidence;
        self.go_to(route);
        self.evidence = evidence;
    }
}

/// Takes a value out of a set that has it, and puts it into one that does not.
fn toggle<T: Ord>(set: &mut SortedSet<T>, value: T) {
    if set.remove_item(&value).is_none() {
        set.push(value);
    }
}

/// What the reader can step through in an article, in order: the hits of the query; without a query,
/// the quotations that the picks choose, each by its first stretch.
#[must_use]
pub fn marks(dossier: &Dossier, state: &State, id: ArticleId) -> Vec<Span> {
    if !state.route.query.trim().is_empty() {
        return hits_in_article(dossier, Query::parse(&state.route.query).0, id);
    }
    let source = dossier.open_article(id);
    let quotations = source.quotations.iter();
    let chosen = quotations.filter(|quotation| state.route.filter.chooses(quotation));
    chosen.map(|quotation| quotation.contents[0]).collect()
}

/// The mark after (or before) the present one, wrapping around at the ends; `None` where there are none.
#[must_use]
pub fn next_mark(current: Option<u32>, n_marks: usize, forward: bool) -> Option<u32> {
    let n_marks = u32::try_from(n_marks).ok().filter(|n| *n > 0)?;
    Some(match (current, forward) {
        (None, true) => 0,
        (None, false) => n_marks - 1,
        (Some(at), true) => (at + 1) % n_marks,
        (Some(at), false) => (at + n_marks - 1) % n_marks,
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
        assert_eq!(after([typed("h")]).history, HistoryUpdate::Push);
        assert_eq!(after([typed("h"), typed("ha")]).history, HistoryUpdate::Replace);
    }

    #[test]
    fn typing_in_an_article_leads_to_results() {
        let opened = Action::ArticleOpened(ArticleId(0), None);
        let state = after([typed("hair"), opened, typed("hairs")]);
        assert_eq!((state.route.view, state.history), (View::Overview, HistoryUpdate::Push));
    }

    #[test]
    fn picking_a_speaker_in_an_article_stays_there() {
        let opened = Action::ArticleOpened(ArticleId(0), None);
        let picked = Action::SpeakerToggled(SpeakerChoice::Unattributed);
        let state = after([opened, picked.clone()]);
        assert_eq!(state.route.view, View::Article(ArticleId(0), None));
        assert_eq!(state.route.filter.speakers.len(), 1);
        assert!(state.apply(picked).route.filter.speakers.is_empty());
    }

    #[test]
    fn arriving_where_one_is_changes_nothing_that_is_known() {
        let state = after([typed("a")]);
        let again = state.apply(Action::Arrived(Box::new(state.route.clone()), Vec::new()));
        assert_eq!((again.history, &again.route), (HistoryUpdate::None, &state.route));
    }

    #[test]
    fn a_chosen_theme_goes_before_the_one_in_the_link() {
        let route = Route { theme: Some(Theme::Dark), ..Route::default() };
        let state =
            after([Action::Arrived(Box::new(route), vec![]), Action::ThemeChosen(Theme::Light)]);
        assert_eq!((state.theme(), state.history), (Theme::Light, HistoryUpdate::Replace));
    }

    #[test]
    fn preferences_come_back_and_foreign_text_is_refused() {
        for text_size in TextSize::ALL {
            let preferences = Preferences { theme: Theme::Dark, text_size, shortcuts: false };
            assert_eq!(Preferences::from_text(&preferences.to_text()), Some(preferences));
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
            assert_eq!(Preferences::from_text(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn stepping_goes_round() {
        let steps = |forward: bool| {
            std::iter::successors(next_mark(None, 3, forward), move |at| {
                next_mark(Some(*at), 3, forward)
            })
        };
        assert_eq!(steps(true).take(4).collect::<Vec<_>>(), [0, 1, 2, 0]);
        assert_eq!(steps(false).take(4).collect::<Vec<_>>(), [2, 1, 0, 2]);
        assert_eq!(next_mark(None, 0, true), None);
    }

    #[test]
    fn evidence_opens_and_closes() {
        let toggled = Action::EvidenceToggled(ArticleId(0), 3);
        assert_eq!(after([toggled.clone()]).evidence, Some((ArticleId(0), 3)));
        assert_eq!(after([toggled.clone(), toggled]).evidence, None);
    }
}
