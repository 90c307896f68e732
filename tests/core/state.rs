//! Every [`Action`]: what it changes, and what no row of them may break.

use std::rc::Rc;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use sorted_vec::SortedSet;
use whosaid::article::{Article, ArticleId, Masthead};
use whosaid::choice::Choice;
use whosaid::compile::{Compiled, Sharing, compile};
use whosaid::host_look::{Colour, HostLook};
use whosaid::notebook::{About, Note, Notebook};
use whosaid::notice::Notice;
use whosaid::preferences::{Preferences, TextSize, Theme, Typeface};
use whosaid::query::SpeakerChoice;
use whosaid::quotation::{Editorial, Kind, SpeakerId};
use whosaid::route::{Base, Differences, Layout, Page, Route, View};
use whosaid::state::{Action, Dialog, RESULTS_STEP, Start, State};

const ADA: SpeakerChoice = SpeakerChoice::Speaker(SpeakerId(0));
const OUTLET: &str = "the-daily";

/// Two articles, a speaker and an outlet.
fn dossier() -> Compiled {
    let article = |slug: &str| {
        let mut article =
            Article::from_plain_text_with_headline("All calm\n“It is calm,” said Ada Voss.");
        article.slug = slug.to_owned();
        article.byline.outlet = Some("The Daily".to_owned());
        article
    };
    let masthead =
        Masthead { title: "Calm".to_owned(), language: "en".to_owned(), ..Masthead::default() };
    let articles = [article("one"), article("two")];
    compile(&masthead, &articles, &Editorial::default(), Sharing::Skip)
}

fn front() -> State {
    State::of(Page::Front, Base::Site(""))
}

fn after(actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(front(), |state, action| state.apply(action))
}

/// The state after a link from it to another route is followed.
fn opened(state: &State, to: impl Fn(&Route) -> Route) -> State {
    state.apply(Action::Opened(Box::new(to(&state.route))))
}

fn typed(text: &str) -> Action {
    Action::QueryChanged(text.to_owned())
}

#[test]
fn all_that_one_speaker_said_is_asked_for_without_query_and_other_picks() {
    let state = after([typed("calm"), Action::KindToggled(Kind::Mixed)]);
    let state = opened(&state, |route| route.speaker(ADA));
    assert_eq!((state.route.view, &*state.route.query), (View::Speaker(ADA), ""));
    assert!(state.route.filter.kinds.is_empty());
    assert!(state.route.filter.speakers.iter().eq([&ADA]));
    assert_eq!(state.n_steps, 3);
}

#[test]
fn clearing_marks_drops_query_and_picks_and_stays_in_the_article() {
    let state = after([typed("calm"), Action::SpeakerToggled(ADA)]);
    let state = opened(&state, |route| route.article(ArticleId(1), None));
    let state = state.apply(Action::MarksCleared);
    assert_eq!(*state.route, Route::of(Page::Article(ArticleId(1))));
}

#[test]
fn clearing_the_filter_keeps_the_query() {
    let state = after([
        typed("calm"),
        Action::OutletToggled(OUTLET.to_owned()),
        Action::KindToggled(Kind::Direct),
        Action::FilterCleared,
    ]);
    assert!(state.route.filter.is_empty());
    assert_eq!(state.route.query, "calm");
}

#[test]
fn kinds_and_outlets_are_picked_and_dropped() {
    for action in [Action::KindToggled(Kind::Direct), Action::OutletToggled(OUTLET.to_owned())] {
        let picked = after([action.clone()]);
        assert!(!picked.route.filter.is_empty(), "{action:?}");
        assert!(picked.apply(action).route.filter.is_empty());
    }
}

#[test]
fn picking_in_the_index_of_speakers_leads_to_results() {
    let state = opened(&front(), |route| route.speakers(1)).apply(Action::SpeakerToggled(ADA));
    assert_eq!(state.route.view, View::Overview);
}

#[test]
fn the_front_page_has_neither_query_nor_picks_and_the_results_keep_them() {
    let state = after([typed("calm"), Action::SpeakerToggled(ADA)]);
    let state = opened(&state, |route| route.article(ArticleId(0), None));
    let results = opened(&state, Route::results);
    assert_eq!((results.route.view, &*results.route.query), (View::Overview, "calm"));
    assert_eq!(*opened(&state, Route::front).route, Route::default());
    assert_eq!(opened(&state, |route| route.speakers(1)).route.view, View::Speakers(1));
}

#[test]
fn back_leads_to_where_the_last_step_was_made() {
    let results = after([typed("calm")]);
    let state = opened(&results, |route| route.article(ArticleId(0), None));
    assert_eq!(state.came_from.as_ref(), Some(&results.route));
    let arrived = Action::Arrived(Box::new((*results.route).clone()), Base::Site(""), Vec::new());
    assert_eq!(state.apply(arrived).came_from, None);
}

#[test]
fn colours_and_frame_stay_wherever_the_reader_goes() {
    let framed = Route { theme: Some(Theme::Dark), embed: true, ..Route::default() };
    let state = after([Action::Arrived(Box::new(framed), Base::Site(""), Vec::new())]);
    for state in [
        opened(&state, Route::front),
        opened(&state, |route| route.speaker(ADA)),
        state.apply(Action::MarksCleared),
    ] {
        assert_eq!((state.route.theme, state.route.embed), (Some(Theme::Dark), true));
    }
}

#[test]
fn the_layout_of_a_comparison_stays_in_it() {
    let mut laid_out = Route::default().compare(Some(ADA));
    laid_out.layout.columns.push(ArticleId(1));
    laid_out.layout.differences = Differences::Off;
    let state = after([Action::Arranged(Box::new(laid_out.clone()))]);
    assert_eq!((&*state.route, state.n_steps, state.n_followed), (&laid_out, 1, 0));
    let layout = |action| state.apply(action).route.layout.clone();
    assert_eq!(layout(Action::KindToggled(Kind::Direct)), laid_out.layout);
    assert_eq!(layout(typed("calm")), laid_out.layout);
    // Another speaker is in other articles.
    let other = layout(Action::SpeakerToggled(SpeakerChoice::Unattributed));
    assert_eq!(other, Layout { columns: SortedSet::new(), ..laid_out.layout.clone() });
    for other in [Route::results as fn(&Route) -> Route, Route::front, Route::statements] {
        assert_eq!(opened(&state, other).route.layout, Layout::default());
    }
    let article = opened(&state, |route| route.article(ArticleId(0), None));
    assert_eq!(article.route.layout, Layout::default());
}

#[test]
fn more_is_shown_until_something_else_is_opened() {
    let more = after([Action::MoreWanted]);
    assert_eq!(more.n_results, 2 * RESULTS_STEP);
    assert_eq!(more.apply(typed("calm")).n_results, RESULTS_STEP);
}

#[test]
fn a_hit_is_current_until_something_else_is_opened() {
    let state = opened(&front(), |route| route.article(ArticleId(0), None));
    let state = state.apply(Action::HitVisited(3));
    assert_eq!(state.current_hit, Some(3));
    assert_eq!(opened(&state, |route| route.article(ArticleId(1), None)).current_hit, None);
}

#[test]
fn one_dialog_is_open_at_a_time() {
    let state = after([Action::DialogOpened(Dialog::Keys), Action::DialogOpened(Dialog::Display)]);
    assert_eq!(state.dialog, Some(Dialog::Display));
    assert_eq!(state.apply(Action::DialogClosed).dialog, None);
}

#[test]
fn the_page_comes_alive_with_what_the_browser_knows() {
    let route = Route::default().with_query("calm".to_owned());
    let preferences = Preferences { shortcuts: false, ..Preferences::default() };
    let start = Start {
        route: route.clone(),
        base: Base::Site(""),
        preferences,
        notices: vec![Notice::QueryCut],
    };
    assert!(!front().is_live);
    let state = after([Action::Started(Box::new(start))]);
    assert!(state.is_live && state.is_arrival);
    assert_eq!((&*state.route, state.preferences, state.n_steps), (&route, preferences, 0));
    assert_eq!(state.notices, [Notice::QueryCut]);
}

#[test]
fn preferences_change_and_are_no_step() {
    let preferences = Preferences { text_size: TextSize::Larger, ..Preferences::default() };
    let state = after([Action::PreferencesChanged(preferences), Action::ThemeChosen(Theme::Dark)]);
    assert_eq!(state.preferences, Preferences { theme: Theme::Dark, ..preferences });
    assert_eq!(state.n_steps, 0);
}

#[test]
fn a_notice_stands_once_until_dismissed() {
    let noticed = Action::Noticed(Notice::PreferencesUnreadable);
    let state = after([noticed.clone(), noticed]);
    assert_eq!(state.notices, [Notice::PreferencesUnreadable]);
    assert!(state.apply(Action::NoticesDismissed).notices.is_empty());
}

#[test]
fn back_takes_away_what_is_told_of_the_link_alone() {
    let arrived = |notices| Action::Arrived(Box::default(), Base::Site(""), notices);
    let noticed = Action::Noticed(Notice::NotesNotKept);
    let state = after([arrived(vec![Notice::CitedChanged]), noticed]);
    let state = state.apply(arrived(vec![Notice::QueryCut]));
    assert_eq!(state.notices, [Notice::NotesNotKept, Notice::QueryCut]);
}

/// A notebook of notes with these ids.
fn notebook(ids: &[&str]) -> Rc<Notebook> {
    let mut notebook = Notebook::default();
    ids.iter().for_each(|id| notebook.put(Note { id: (*id).to_owned(), ..note() }));
    notebook.into()
}

#[test]
fn what_was_changed_in_the_page_stays_when_the_notebook_is_loaded() {
    let before = notebook(&["urn:uuid:2", "urn:uuid:3"]);
    let state = after([Action::NotesLoaded(Rc::default(), before.clone())]);
    assert_eq!(state.notebook, before);
    // A note put and one removed while the browser was asked, in which another tab has written.
    let put = Action::NotePut(Box::new(note()));
    let state = state.apply(put).apply(Action::NoteRemoved("urn:uuid:2".to_owned()));
    let loaded = notebook(&["urn:uuid:2", "urn:uuid:4"]);
    let state = state.apply(Action::NotesLoaded(before, loaded));
    assert_eq!(state.notebook, notebook(&["urn:uuid:1", "urn:uuid:4"]));
}

#[test]
fn what_is_pinned_twice_is_one_note() {
    let pin = |id: &str, url: &str| {
        let about = About::View { url: url.to_owned(), title: "a".to_owned() };
        Action::NotePinned(Box::new(Note { id: id.to_owned(), about, ..note() }))
    };
    let state = after([pin("urn:uuid:1", "?q=a"), pin("urn:uuid:2", "?q=a")]);
    let ids: Vec<_> = state.notebook.notes().into_iter().map(|note| &*note.id).collect();
    assert_eq!(ids, ["urn:uuid:1"]);
    assert_eq!(state.apply(pin("urn:uuid:3", "?q=b")).notebook.len(), 2);
}

#[test]
fn notes_of_a_file_are_added_to_those_that_are_there() {
    let before = after([Action::NotePut(Box::new(note()))]);
    let other = Note { id: "urn:uuid:2".to_owned(), ..note() };
    let state = before.apply(Action::NotesMerged(vec![other]));
    let notebook = notebook(&["urn:uuid:1", "urn:uuid:2"]);
    assert_eq!(state, State { notebook, ..before });
}

#[test]
fn a_deleted_note_can_be_had_back_after_the_notebook_is_read_again() {
    let removed = [Action::NotePut(Box::new(note())), Action::NoteRemoved(note().id)];
    let state = after(removed).apply(Action::NotesLoaded(Rc::default(), Rc::default()));
    assert_eq!(state.removed, [note()]);
}

#[test]
fn notes_that_the_browser_does_not_keep_stay_in_the_notebook() {
    let before = after([Action::NotesLoaded(Rc::default(), notebook(&["urn:uuid:2"]))]);
    assert!(before.keeps_notes);
    let state = before.apply(Action::NotesKept(false));
    assert_eq!(state, State { keeps_notes: false, ..before.clone() });
    assert_eq!(state.apply(Action::NotesKept(true)), before);
}

#[test]
fn one_note_is_open_until_it_is_closed_or_deleted() {
    let open = |id: &str| Action::NoteOpened(Some(id.to_owned()));
    let before =
        after([Action::NotesLoaded(Rc::default(), notebook(&["urn:uuid:2", "urn:uuid:3"]))]);
    let state = before.apply(open("urn:uuid:2")).apply(open("urn:uuid:3"));
    assert_eq!(state, State { open_note: Some("urn:uuid:3".to_owned()), ..before.clone() });
    assert_eq!(state.apply(Action::NoteOpened(None)), before);
    let without = |id: &str| state.apply(Action::NoteRemoved(id.to_owned())).open_note;
    assert_eq!(without("urn:uuid:2"), state.open_note);
    assert_eq!(without("urn:uuid:3"), None);
}

/// The number of kinds that [`kind_of`] tells apart.
const N_KINDS: usize = 28;

/// Which kind of action it is. A new one does not compile until it has a number here, and then
/// [`actions`] has to make some of it.
fn kind_of(action: &Action) -> usize {
    match action {
        Action::Started(_) => 0,
        Action::Arrived(..) => 1,
        Action::Stayed(_) => 2,
        Action::Opened(_) => 3,
        Action::Directed(_) => 4,
        Action::QueryChanged(_) => 5,
        Action::SpeakerToggled(_) => 6,
        Action::KindToggled(_) => 7,
        Action::OutletToggled(_) => 8,
        Action::FilterCleared => 9,
        Action::MarksCleared => 10,
        Action::HitVisited(_) => 11,
        Action::EvidenceToggled(..) => 12,
        Action::MoreWanted => 13,
        Action::ThemeChosen(_) => 14,
        Action::PreferencesChanged(_) => 15,
        Action::DialogOpened(_) => 16,
        Action::DialogClosed => 17,
        Action::Noticed(_) => 18,
        Action::NoticesDismissed => 19,
        Action::NotesLoaded(..) => 20,
        Action::NotesKept(_) => 21,
        Action::NotesMerged(_) => 22,
        Action::NotePut(_) => 23,
        Action::NoteRemoved(_) => 24,
        Action::NoteOpened(_) => 25,
        Action::NotePinned(_) => 26,
        Action::Arranged(_) => 27,
    }
}

fn note() -> Note {
    Note {
        id: "urn:uuid:1".to_owned(),
        created: "2026-11-27T20:15:00Z".to_owned(),
        modified: "2026-11-27T20:15:00Z".to_owned(),
        text: String::new(),
        tags: Vec::new(),
        about: About::View { url: "?q=a".to_owned(), title: "a".to_owned() },
        says: None,
    }
}

/// Any action that can happen in [`dossier`].
fn actions() -> impl Strategy<Value = Action> {
    let text = "[a-z“”\"&=#+%é 😀-]{0,12}";
    let article = (0..2u32).prop_map(ArticleId);
    let paragraph = prop::option::of(0..2u32);
    let speaker = prop_oneof![Just(ADA), Just(SpeakerChoice::Unattributed)];
    let theme = prop::sample::select(Theme::ALL);
    let page = prop_oneof![
        Just(Page::Front),
        Just(Page::Speakers(1)),
        speaker.clone().prop_map(Page::Speaker),
        article.clone().prop_map(Page::Article),
    ];
    let column = prop::option::of(article.clone());
    let view = prop::option::of(prop_oneof![
        Just(View::Statements),
        Just(View::Compare),
        Just(View::Concordance),
        Just(View::Notebook),
        Just(View::Matrix),
        any::<u32>().prop_map(View::Statement),
        any::<u32>().prop_map(View::Quotation),
        any::<u32>().prop_map(View::Row),
    ]);
    let look = prop::sample::select(vec![
        HostLook::default(),
        HostLook {
            accent: Colour::from_hex("a02030"),
            paper: Colour::from_hex("ffffff"),
            face: Typeface::from_name("serif"),
        },
    ]);
    let place = (page, paragraph, view, column);
    let route = (text, place, look, prop::option::of(theme.clone()), any::<bool>()).prop_map(
        |(query, (page, paragraph, view, column), look, theme, embed)| {
            let mut route = Route::of(page);
            route.view = match route.view {
                View::Article(id, _) => View::Article(id, paragraph),
                View::Overview => view.unwrap_or_default(),
                view => view,
            };
            route.layout.columns.extend(column.filter(|_| route.view == View::Compare));
            Route { query, theme, embed, look, ..route }
        },
    );
    let route = route.prop_map(Box::new);
    let base = prop::sample::select(vec![Base::Site(""), Base::Site("../")]);
    let start = (route.clone(), base.clone()).prop_map(|(route, base)| Start {
        route: *route,
        base,
        preferences: Preferences::default(),
        notices: Vec::new(),
    });
    prop_oneof![
        start.prop_map(|start| Action::Started(Box::new(start))),
        (route.clone(), base.clone()).prop_map(|(route, base)| Action::Arrived(
            route,
            base,
            Vec::new()
        )),
        base.prop_map(Action::Stayed),
        route.clone().prop_map(Action::Opened),
        route.clone().prop_map(Action::Arranged),
        route.prop_map(Action::Directed),
        text.prop_map(Action::QueryChanged),
        speaker.prop_map(Action::SpeakerToggled),
        prop::sample::select(&Kind::ALL[..]).prop_map(Action::KindToggled),
        Just(Action::OutletToggled(OUTLET.to_owned())),
        (0..9u32).prop_map(Action::HitVisited),
        (article, 0..3usize).prop_map(|(id, at)| Action::EvidenceToggled(id, at)),
        theme.prop_map(Action::ThemeChosen),
        prop::sample::select(vec![
            Action::FilterCleared,
            Action::MarksCleared,
            Action::MoreWanted,
            Action::PreferencesChanged(Preferences::default()),
            Action::DialogOpened(Dialog::Embed),
            Action::DialogClosed,
            Action::Noticed(Notice::QueryCut),
            Action::NoticesDismissed,
            Action::NotesLoaded(Rc::default(), Rc::default()),
            Action::NotesKept(false),
            Action::NotesMerged(vec![note()]),
            Action::NotePut(Box::new(note())),
            Action::NoteRemoved(note().id),
            Action::NoteOpened(Some(note().id)),
            Action::NotePinned(Box::new(note())),
        ]),
    ]
}

#[test]
fn every_kind_of_action_is_made() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut is_made = [false; N_KINDS];
    for _ in 0..2_000 {
        let action = actions().new_tree(&mut runner).expect("nothing is filtered out").current();
        is_made[kind_of(&action)] = true;
    }
    assert_eq!(is_made, [true; N_KINDS]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_the_route_has_a_url_that_leads_back_to_it(
        row in prop::collection::vec(actions(), 0..30)
    ) {
        let compiled = dossier();
        let dossier = compiled.dossier();
        let mut state = front();
        for action in row {
            let next = state.apply(action.clone());
            prop_assert!(next.n_results >= RESULTS_STEP);
            let n_steps = next.n_steps - state.n_steps;
            prop_assert!(n_steps <= u32::from(next.route != state.route));
            for base in [Base::Site(""), Base::OneFile] {
                let url = next.route.to_url(&dossier, base);
                let (url, fragment) = url.split_at(url.find('#').unwrap_or(url.len()));
                let (path, search) = url.split_at(url.find('?').unwrap_or(url.len()));
                let page = Page::from_path(path.trim_start_matches("./"), &dossier);
                let (back, notices) =
                    Route::parse(page.expect("it is a page"), search, fragment, &dossier);
                // On one page, a speaker alone is a filter.
                let mut expected = (*next.route).clone();
                if base == Base::OneFile && matches!(expected.view, View::Speaker(_)) {
                    expected.view = View::Overview;
                }
                prop_assert_eq!((&back, &notices[..]), (&expected, &[][..]), "{}", url);
            }
            state = next;
        }
    }
}
