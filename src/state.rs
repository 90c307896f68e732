//! [`State`]: everything about the page that more than one part of it knows, as a value, and the
//! [`Action`]s that change it.
//!
//! [`State::apply`] does nothing else: no storage, no timers, no URL. The app's hooks watch the state and
//! carry it to the browser. What can be computed (hits, counts, the article's quotations) is not stored,
//! and what one component alone knows (a fold that is open) is that component's own.

use std::rc::Rc;

use sorted_vec::SortedSet;

use crate::article::ArticleId;
use crate::dossier::{Dossier, OpenArticle};
use crate::notebook::{Note, Notebook};
use crate::notice::Notice;
use crate::preferences::{Preferences, Theme};
use crate::query::{Filter, Query, SpeakerChoice, hits_in_article};
use crate::quotation::Kind;
use crate::route::{Base, Page, Route, View};
use crate::span::Span;

/// Everything about the page that more than one part of it knows.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// What the URL says; shared with all that is drawn of it.
    pub route: Rc<Route>,
    /// Where that URL stands, from which links lead.
    pub base: Base,
    /// How many steps the reader has made; each is an entry of the browser's history.
    pub n_steps: u32,
    /// How often a link of the page was followed, be it to where the reader is already.
    pub n_followed: u32,
    /// How often the route came from outside.
    pub n_arrivals: u32,
    /// The route before the reader's last step, to which Back would lead.
    pub came_from: Option<Rc<Route>>,
    /// Whether the route came from outside (a link, Back, the host of the frame) rather than from a step
    /// of the reader's in the page.
    pub is_arrival: bool,
    /// Whether the page knows what the browser knows. Until then it is what was written when the dossier
    /// was pressed.
    pub is_live: bool,
    /// What the reader keeps across visits.
    pub preferences: Preferences,
    /// The hit at which the reader stands in the open article, from 0.
    pub current_hit: Option<u32>,
    /// The quotation whose evidence is open: its article, and its number there.
    pub evidence: Option<(ArticleId, usize)>,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// What went wrong or was passed over, until dismissed.
    pub notices: Vec<Notice>,
    /// How many results, or articles on the front page, are shown; the reader can ask for more.
    pub n_results: usize,
    /// What the reader noted.
    pub notebook: Rc<Notebook>,
    /// Whether the browser keeps the notebook, all of it.
    pub keeps_notes: bool,
    /// The notes that were deleted and can be had back, in the order in which they were.
    pub removed: Vec<Note>,
    /// The id of the note that is open in an article.
    pub open_note: Option<String>,
}

impl State {
    /// Whether something of all articles is shown, so that they are all needed.
    #[must_use]
    pub fn needs_all_articles(&self) -> bool {
        let by_view = match self.route.view {
            View::Statements | View::Compare => true,
            view => view.is_finding(),
        };
        by_view || matches!(self.dialog, Some(Dialog::Take | Dialog::Check))
    }

    /// What a page shows before the browser is asked for anything.
    #[must_use]
    pub fn of(page: Page, base: Base) -> Self {
        Self {
            route: Route::of(page).into(),
            base,
            n_steps: 0,
            n_followed: 0,
            n_arrivals: 0,
            came_from: None,
            is_arrival: true,
            is_live: false,
            preferences: Preferences::default(),
            current_hit: None,
            evidence: None,
            dialog: None,
            notices: Vec::new(),
            n_results: RESULTS_STEP,
            notebook: Rc::default(),
            keeps_notes: true,
            removed: Vec::new(),
            open_note: None,
        }
    }
}

/// A dialog of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    /// Size, width and face of the text, colours, marks.
    Display,
    /// The list of keys.
    Keys,
    /// The snippet that embeds the present view.
    Embed,
    /// What the page has loaded and keeps.
    Loads,
    /// The quotations of the present view, as files.
    Take,
    /// Whether a pasted citation is true.
    Check,
}

/// How many results are shown at first, and how many more at each wish.
pub const RESULTS_STEP: usize = 30;

/// What happened, in the reader's words.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The page has come alive, with what URL and storage say and what was passed over in them.
    Started(Box<Start>),
    /// The browser shows a URL, by Back or Forward. With what was passed over in it.
    Arrived(Box<Route>, Base, Vec<Notice>),
    /// The URL could not be changed: links still lead from here.
    Stayed(Base),
    /// A link was followed.
    Opened(Box<Route>),
    /// What is open was arranged anew, by a control in it that keeps the focus.
    Arranged(Box<Route>),
    /// The host of the frame asks for a view.
    Directed(Box<Route>),
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
    /// The reader goes on to this hit of the open article, from 0.
    HitVisited(u32),
    /// The evidence of a quotation was opened, or closed again.
    EvidenceToggled(ArticleId, usize),
    /// More results were asked for.
    MoreWanted,
    /// Colours were chosen.
    ThemeChosen(Theme),
    /// Other preferences were chosen.
    PreferencesChanged(Preferences),
    /// A dialog was opened.
    DialogOpened(Dialog),
    /// The open dialog was closed.
    DialogClosed,
    /// Something went wrong or was passed over.
    Noticed(Notice),
    /// The notices were read.
    NoticesDismissed,
    /// The browser has the second notebook, where it was last known to have the first: what was changed in the page
    /// since then stays.
    NotesLoaded(Rc<Notebook>, Rc<Notebook>),
    /// Whether the browser keeps all notes has shown.
    NotesKept(bool),
    /// Notes of a file were added.
    NotesMerged(Vec<Note>),
    /// A note was made or changed, or a deleted one had back.
    NotePut(Box<Note>),
    /// Words or a view were pinned, or words objected to: once each.
    NotePinned(Box<Note>),
    /// A note was deleted, by its id.
    NoteRemoved(String),
    /// A note was opened in its article, or closed.
    NoteOpened(Option<String>),
}

/// What the browser knows when the page comes alive.
#[derive(Debug, Clone, PartialEq)]
pub struct Start {
    /// What the URL says.
    pub route: Route,
    /// Where it stands.
    pub base: Base,
    /// What was kept from earlier visits.
    pub preferences: Preferences,
    /// What was passed over in both.
    pub notices: Vec<Notice>,
}

impl State {
    /// The colours in force.
    #[must_use]
    pub fn theme(&self) -> Theme {
        self.route.theme.unwrap_or(self.preferences.theme)
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
            Action::Started(start) => {
                self.arrive(start.route, start.base, start.notices);
                self.preferences = start.preferences;
                self.is_live = true;
            }
            Action::Arrived(route, base, notices) => self.arrive(*route, base, notices),
            Action::Stayed(base) => self.base = base,
            Action::Opened(route) => {
                self.go_to(*route);
                self.is_arrival = false;
                self.n_followed += 1;
            }
            Action::Arranged(route) => self.go_to(*route),
            Action::Directed(route) => {
                self.show(*route);
                self.is_arrival = true;
            }
            Action::QueryChanged(query) => {
                let goes_on = !self.route.query.is_empty()
                    && self.route.view.is_filtered()
                    && !matches!(self.route.view, View::Article(..));
                let route = self.route.with_query(query);
                if goes_on { self.show(route) } else { self.go_to(route) }
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
                let mut route = Route { view, ..self.route.front() };
                route.mend_view();
                self.go_to(route);
            }
            Action::HitVisited(hit) => self.current_hit = Some(hit),
            Action::EvidenceToggled(article, quotation) => {
                let this = Some((article, quotation));
                self.evidence = if self.evidence == this { None } else { this };
            }
            Action::MoreWanted => self.n_results += RESULTS_STEP,
            Action::ThemeChosen(theme) => {
                if self.route.theme.is_some() {
                    Rc::make_mut(&mut self.route).theme = None;
                    self.stand_on_own_page();
                }
                self.preferences.theme = theme;
            }
            Action::PreferencesChanged(preferences) => self.preferences = preferences,
            Action::DialogOpened(dialog) => self.dialog = Some(dialog),
            Action::DialogClosed => self.dialog = None,
            Action::Noticed(notice) => self.notice(notice),
            Action::NoticesDismissed => self.notices.clear(),
            Action::NotesLoaded(before, mut loaded) => {
                Rc::make_mut(&mut loaded).make(self.notebook.changes_since(&before));
                self.notebook = loaded;
            }
            Action::NotesKept(is_kept) => self.keeps_notes = is_kept,
            Action::NotesMerged(notes) => {
                Rc::make_mut(&mut self.notebook).merge(notes);
            }
            Action::NotePut(note) => {
                self.removed.retain(|removed| removed.id != note.id);
                Rc::make_mut(&mut self.notebook).put(*note);
            }
            Action::NotePinned(note) => Rc::make_mut(&mut self.notebook).pin(*note),
            Action::NoteRemoved(id) => {
                self.removed.extend(Rc::make_mut(&mut self.notebook).remove(&id));
                self.open_note = self.open_note.take().filter(|open| *open != id);
            }
            Action::NoteOpened(id) => self.open_note = id,
        }
    }

    /// Shows what the browser has come to, at the URL that it has.
    fn arrive(&mut self, route: Route, base: Base, notices: Vec<Notice>) {
        self.show(route);
        self.base = base;
        self.is_arrival = true;
        self.n_arrivals += 1;
        self.came_from = None;
        self.notices.retain(|notice| !notice.is_about_link());
        notices.into_iter().for_each(|notice| self.notice(notice));
    }

    /// Adds a notice, once.
    fn notice(&mut self, notice: Notice) {
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }

    /// Goes to another route as a new step.
    fn go_to(&mut self, route: Route) {
        if route != *self.route {
            self.n_steps += 1;
            self.came_from = Some(self.route.clone());
        }
        self.show(route);
    }

    /// Shows another route in place of the present one; where it is the same, nothing is dropped.
    fn show(&mut self, route: Route) {
        if route == *self.route {
            return;
        }
        let views = (self.route.view, route.view);
        if !matches!(views, (View::Article(from, _), View::Article(to, _)) if from == to) {
            self.evidence = None;
        }
        self.route = route.into();
        self.stand_on_own_page();
        self.is_arrival = false;
        self.current_hit = None;
        self.n_results = RESULTS_STEP;
    }

    /// Says that the URL is that of the route's own page.
    fn stand_on_own_page(&mut self) {
        if self.base != Base::OneFile {
            self.base = Base::of(self.route.page());
        }
    }

    /// Changes the picks. They apply to what is open: in an article they mark quotations, elsewhere
    /// they choose results; open evidence stays open.
    fn filter_by(&mut self, change: impl FnOnce(&mut Filter)) {
        let mut route = (*self.route).clone();
        change(&mut route.filter);
        // Other speakers are in other articles.
        if route.filter.speakers != self.route.filter.speakers {
            route.layout.columns.clear();
        }
        match route.view {
            // Of another comparison it would be another row.
            View::Row(_) => route.view = View::Compare,
            view if !view.is_filtered() => route.view = View::Overview,
            _ => {}
        }
        route.mend_view();
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
pub fn marks(dossier: &Dossier, source: &OpenArticle, route: &Route) -> Vec<Span> {
    if !route.query.trim().is_empty() {
        return hits_in_article(dossier, Query::parse(&route.query).0, source);
    }
    let quotations = source.quotations.iter();
    let chosen = quotations.filter(|quotation| route.filter.chooses(quotation));
    chosen.map(|quotation| quotation.contents[0]).collect()
}

/// The mark at which the reader stands, from 0: where one was gone to that, else the first one in the paragraph that
/// the route names.
#[must_use]
pub fn current_mark(state: &State, source: &OpenArticle, marks: &[Span]) -> Option<u32> {
    state.current_hit.or_else(|| {
        let View::Article(_, Some(number)) = state.route.view else { return None };
        // The headline's is the first anyway.
        let within = source.article.paragraphs.get(number as usize).filter(|_| number > 0)?.span;
        Some(marks.iter().position(|mark| within.overlaps(*mark))? as u32)
    })
}

/// Where a step leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To what comes next.
    Forward,
    /// To what stands before.
    Back,
}

/// The mark after or before the present one, wrapping around at the ends; `None` where there are none.
#[must_use]
pub fn next_mark(current: Option<u32>, n_marks: usize, step: Step) -> Option<u32> {
    let n_marks = u32::try_from(n_marks).ok().filter(|n| *n > 0)?;
    Some(match (current, step) {
        (None, Step::Forward) => 0,
        (None, Step::Back) => n_marks - 1,
        (Some(at), Step::Forward) => (at + 1) % n_marks,
        (Some(at), Step::Back) => (at + n_marks - 1) % n_marks,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notebook::About;

    fn after(actions: impl IntoIterator<Item = Action>) -> State {
        let state = State::of(Page::Front, Base::Site(""));
        actions.into_iter().fold(state, |state, action| state.apply(action))
    }

    fn typed(text: &str) -> Action {
        Action::QueryChanged(text.to_owned())
    }

    fn opened(state: &State) -> Action {
        Action::Opened(Box::new(state.route.article(ArticleId(0), None)))
    }

    fn arrived(route: Route) -> Action {
        Action::Arrived(Box::new(route), Base::Site(""), Vec::new())
    }

    #[test]
    fn typing_on_replaces_the_step_it_began() {
        assert_eq!(after([typed("h")]).n_steps, 1);
        assert_eq!(after([typed("h"), typed("ha")]).n_steps, 1);
    }

    #[test]
    fn typing_in_an_article_leads_to_results() {
        let state = after([typed("hair")]);
        let state = state.apply(opened(&state));
        assert_eq!(state.base, Base::Site("../"));
        let state = state.apply(typed("hairs"));
        assert_eq!((state.route.view, state.n_steps), (View::Overview, 3));
        assert_eq!(state.base, Base::Site(""));
    }

    #[test]
    fn typing_among_what_one_speaker_said_stays_there() {
        let one = Route::of(Page::Speaker(SpeakerChoice::Unattributed));
        let state = after([Action::Opened(Box::new(one)), typed("hair")]);
        assert_eq!(state.route.view, View::Speaker(SpeakerChoice::Unattributed));
        // Without the speaker it is an answer among others.
        let state = state.apply(Action::SpeakerToggled(SpeakerChoice::Unattributed));
        assert_eq!((state.route.view, &*state.route.query), (View::Overview, "hair"));
    }

    #[test]
    fn picking_a_speaker_in_an_article_stays_there() {
        let state = after([]);
        let picked = Action::SpeakerToggled(SpeakerChoice::Unattributed);
        let state = state.apply(opened(&state)).apply(picked.clone());
        assert_eq!(state.route.view, View::Article(ArticleId(0), None));
        assert_eq!(state.route.filter.speakers.len(), 1);
        assert!(state.apply(picked).route.filter.speakers.is_empty());
    }

    #[test]
    fn a_link_to_where_the_reader_is_is_followed_and_is_no_step() {
        let state = after([]);
        let once = state.apply(opened(&state));
        let twice = once.apply(arrived((*once.route).clone())).apply(opened(&state));
        assert_eq!((once.n_steps, once.n_followed), (1, 1));
        assert_eq!((twice.n_steps, twice.n_followed, twice.is_arrival), (1, 2, false));
    }

    #[test]
    fn arriving_is_no_step() {
        let state = after([typed("a")]);
        let again = state.apply(arrived(Route::default()));
        assert_eq!((again.n_steps, again.is_arrival), (1, true));
    }

    #[test]
    fn an_address_that_does_not_follow_is_where_links_lead_from() {
        let state = after([]);
        let state = state.apply(opened(&state)).apply(Action::Stayed(Base::Site("")));
        assert_eq!(state.base, Base::Site(""));
        assert_eq!(state.route.view, View::Article(ArticleId(0), None));
    }

    #[test]
    fn what_the_host_asks_for_is_no_step_of_the_reader() {
        let route = Route::default().article(ArticleId(0), None);
        let state = after([Action::Directed(Box::new(route))]);
        assert_eq!((state.n_steps, state.is_arrival), (0, true));
        assert_eq!(state.base, Base::Site("../"));
    }

    #[test]
    fn one_file_has_one_page() {
        let state = State::of(Page::Front, Base::OneFile);
        assert_eq!(state.apply(opened(&state)).base, Base::OneFile);
    }

    #[test]
    fn a_chosen_theme_goes_before_the_one_in_the_link() {
        let route = Route { theme: Some(Theme::Dark), ..Route::default() };
        let state = after([arrived(route), Action::ThemeChosen(Theme::Light)]);
        assert_eq!((state.theme(), state.route.theme), (Theme::Light, None));
    }

    #[test]
    fn stepping_goes_round() {
        let steps = |step: Step| {
            std::iter::successors(next_mark(None, 3, step), move |at| next_mark(Some(*at), 3, step))
        };
        assert_eq!(steps(Step::Forward).take(4).collect::<Vec<_>>(), [0, 1, 2, 0]);
        assert_eq!(steps(Step::Back).take(4).collect::<Vec<_>>(), [2, 1, 0, 2]);
        assert_eq!(next_mark(None, 0, Step::Forward), None);
    }

    #[test]
    fn deleted_notes_can_be_had_back_one_after_the_other() {
        let about = About::View { url: "?q=a".to_owned(), title: "a".to_owned() };
        let time = "2026-11-27T20:15:00Z".to_owned();
        let note = Note {
            id: "urn:uuid:1".to_owned(),
            created: time.clone(),
            modified: time,
            text: String::new(),
            tags: Vec::new(),
            about,
            says: None,
        };
        let other = Note { id: "urn:uuid:2".to_owned(), ..note.clone() };
        let put = |note: &Note| Action::NotePut(Box::new(note.clone()));
        let remove = |note: &Note| Action::NoteRemoved(note.id.clone());
        let state = after([put(&note), put(&other), remove(&note), remove(&other)]);
        assert_eq!(
            (state.notebook.len(), &*state.removed),
            (0, &[note.clone(), other.clone()][..])
        );
        let state = state.apply(put(&other));
        assert_eq!((state.notebook.len(), &*state.removed), (1, &[note.clone()][..]));
        let state = state.apply(put(&note));
        assert_eq!((state.notebook.len(), &*state.removed), (2, &[][..]));
    }

    #[test]
    fn evidence_opens_and_closes() {
        let toggled = Action::EvidenceToggled(ArticleId(0), 3);
        assert_eq!(after([toggled.clone()]).evidence, Some((ArticleId(0), 3)));
        assert_eq!(after([toggled.clone(), toggled]).evidence, None);
    }

    #[test]
    fn evidence_stays_open_as_long_as_its_article() {
        let at = |article, paragraph| {
            let view = View::Article(ArticleId(article), paragraph);
            Action::Arranged(Box::new(Route { view, ..Route::default() }))
        };
        let opened = || [at(0, None), Action::EvidenceToggled(ArticleId(0), 3)];
        let after_step = |step| after(opened().into_iter().chain([step]));
        assert_eq!(after_step(at(0, Some(2))).evidence, Some((ArticleId(0), 3)));
        assert_eq!(after_step(at(1, None)).evidence, None);
        assert_eq!(after_step(Action::Arranged(Box::default())).evidence, None);
    }

    #[test]
    fn who_comes_to_a_hit_stands_at_it() {
        let dossier = Dossier::sample();
        let source = dossier.open_article(ArticleId(0));
        let route = Route::default().with_query("calm".to_owned());
        let marks = marks(&dossier, &source, &route);
        assert_eq!(marks.len(), 2);
        let at = |paragraph, further: Option<Action>| {
            let to = Action::Opened(Box::new(route.article(ArticleId(0), paragraph)));
            current_mark(&after([to].into_iter().chain(further)), &source, &marks)
        };
        assert_eq!(at(None, None), None);
        assert_eq!(at(Some(0), None), None);
        assert_eq!(at(Some(1), None), Some(1));
        assert_eq!(at(Some(1), Some(Action::HitVisited(0))), Some(0));
    }
}
