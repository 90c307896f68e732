//! Every [`Action`]: what it changes, and what no row of them may break.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use whosaid::article::{Article, ArticleId, Masthead};
use whosaid::compile::{Compiled, Sharing, compile};
use whosaid::notice::Notice;
use whosaid::query::SpeakerChoice;
use whosaid::quotation::{Editorial, Kind, SpeakerId};
use whosaid::route::{Route, Theme, View};
use whosaid::state::{Action, Copied, HistoryUpdate, Preferences, RESULTS_STEP, State, TextSize};

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

fn after(actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(State::default(), |state, action| state.apply(action))
}

fn opened(article: u32) -> Action {
    Action::ArticleOpened(ArticleId(article), None)
}

fn typed(text: &str) -> Action {
    Action::QueryChanged(text.to_owned())
}

#[test]
fn all_that_one_speaker_said_is_asked_for_without_query_and_other_picks() {
    let state =
        after([typed("calm"), Action::KindToggled(Kind::Mixed), Action::SpeakerOpened(ADA)]);
    assert_eq!((state.route.view, &*state.route.query), (View::Overview, ""));
    assert!(state.route.filter.kinds.is_empty());
    assert!(state.route.filter.speakers.iter().eq([&ADA]));
    assert_eq!(state.history, HistoryUpdate::Push);
}

#[test]
fn clearing_marks_drops_query_and_picks_and_stays_in_the_article() {
    let marked = [typed("calm"), Action::SpeakerToggled(ADA), opened(1)];
    let state = after(marked.into_iter().chain([Action::MarksCleared]));
    assert_eq!(state.route, Route { view: View::Article(ArticleId(1), None), ..Route::default() });
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
    let state = after([Action::SpeakersOpened, Action::SpeakerToggled(ADA)]);
    assert_eq!(state.route.view, View::Overview);
}

#[test]
fn the_front_page_has_neither_query_nor_picks_and_the_overview_keeps_them() {
    let marked = [typed("calm"), Action::SpeakerToggled(ADA), opened(0)];
    let state = after(marked);
    let overview = state.apply(Action::OverviewOpened);
    assert_eq!((overview.route.view, &*overview.route.query), (View::Overview, "calm"));
    assert_eq!(state.apply(Action::FrontOpened).route, Route::default());
    assert_eq!(state.apply(Action::SpeakersOpened).route.view, View::Speakers);
}

#[test]
fn colours_and_frame_stay_wherever_the_reader_goes() {
    let framed = Route { theme: Some(Theme::Dark), embed: true, ..Route::default() };
    for action in [Action::FrontOpened, Action::MarksCleared, Action::SpeakerOpened(ADA)] {
        let state = after([Action::Arrived(Box::new(framed.clone()), Vec::new()), action]);
        assert_eq!((state.route.theme, state.route.embed), (Some(Theme::Dark), true));
    }
}

#[test]
fn more_is_shown_until_something_else_is_opened() {
    let more = after([Action::MoreWanted]);
    assert_eq!(more.n_results, 2 * RESULTS_STEP);
    assert_eq!(more.apply(typed("calm")).n_results, RESULTS_STEP);
    let speakers = after([Action::MoreSpeakersWanted]);
    assert!(speakers.more_speakers > 0);
}

#[test]
fn a_hit_is_current_until_something_else_is_opened() {
    let state = after([opened(0), Action::HitVisited(3)]);
    assert_eq!(state.current_hit, Some(3));
    assert_eq!(state.apply(opened(1)).current_hit, None);
}

#[test]
fn what_became_of_copying_is_said_until_other_evidence_is_opened() {
    let state = after([Action::EvidenceToggled(ArticleId(0), 0), Action::Copied(true)]);
    assert_eq!(state.copied, Copied::Yes);
    assert_eq!(state.apply(Action::Copied(false)).copied, Copied::Refused);
    assert_eq!(state.apply(Action::EvidenceToggled(ArticleId(0), 1)).copied, Copied::No);
}

#[test]
fn a_count_is_settled_until_the_query_changes() {
    let settled = after([Action::Settled]);
    assert!(settled.settled);
    assert!(!settled.apply(typed("c")).settled);
}

#[test]
fn panels_open_and_close() {
    let state = after([Action::KeysToggled, Action::FiltersToggled]);
    assert!(state.keys_open && state.filters_open);
    let state = state.apply(Action::KeysToggled).apply(Action::FiltersToggled);
    assert!(!state.keys_open && !state.filters_open);
}

#[test]
fn preferences_change_one_by_one_and_come_back_together() {
    let state = after([
        Action::ThemeChosen(Theme::Dark),
        Action::TextSizeChosen(TextSize::Larger),
        Action::ShortcutsSwitched(false),
    ]);
    let expected =
        Preferences { theme: Theme::Dark, text_size: TextSize::Larger, shortcuts: false };
    assert_eq!(state.preferences, expected);
    assert_eq!(after([Action::PreferencesRestored(expected)]).preferences, expected);
    assert_eq!(state.history, HistoryUpdate::default(), "preferences are not in the history");
}

#[test]
fn a_notice_stands_once_until_dismissed() {
    let noticed = Action::Noticed(Notice::PreferencesUnreadable);
    let state = after([noticed.clone(), noticed]);
    assert_eq!(state.notices, [Notice::PreferencesUnreadable]);
    assert!(state.apply(Action::NoticesDismissed).notices.is_empty());
}

/// The number of kinds that [`kind_of`] tells apart.
const N_KINDS: usize = 25;

/// Which kind of action it is. A new one does not compile until it has a number here, and then
/// [`actions`] has to make some of it.
fn kind_of(action: &Action) -> usize {
    match action {
        Action::Arrived(..) => 0,
        Action::QueryChanged(_) => 1,
        Action::SpeakerToggled(_) => 2,
        Action::KindToggled(_) => 3,
        Action::OutletToggled(_) => 4,
        Action::FilterCleared => 5,
        Action::MarksCleared => 6,
        Action::SpeakerOpened(_) => 7,
        Action::OverviewOpened => 8,
        Action::FrontOpened => 9,
        Action::SpeakersOpened => 10,
        Action::ArticleOpened(..) => 11,
        Action::HitVisited(_) => 12,
        Action::EvidenceToggled(..) => 13,
        Action::Copied(_) => 14,
        Action::MoreWanted => 15,
        Action::MoreSpeakersWanted => 16,
        Action::FiltersToggled => 17,
        Action::Settled => 18,
        Action::ThemeChosen(_) => 19,
        Action::TextSizeChosen(_) => 20,
        Action::ShortcutsSwitched(_) => 21,
        Action::KeysToggled => 22,
        Action::PreferencesRestored(_) | Action::Noticed(_) => 23,
        Action::NoticesDismissed => 24,
    }
}

/// Any action that can happen in [`dossier`].
fn actions() -> impl Strategy<Value = Action> {
    let text = "[a-z“”\"&=#+%é 😀-]{0,12}";
    let article = (0..2u32).prop_map(ArticleId);
    let paragraph = prop::option::of(0..2u32);
    let speaker = prop_oneof![Just(ADA), Just(SpeakerChoice::Unattributed)];
    let theme = prop::sample::select(&Theme::ALL[..]);
    let view = prop_oneof![
        Just(View::Overview),
        Just(View::Speakers),
        (article.clone(), paragraph.clone()).prop_map(|(id, at)| View::Article(id, at)),
    ];
    let route = (text, view, prop::option::of(theme.clone()), any::<bool>()).prop_map(
        |(query, view, theme, embed)| Route { query, view, theme, embed, ..Route::default() },
    );
    prop_oneof![
        route.prop_map(|route| Action::Arrived(Box::new(route), Vec::new())),
        text.prop_map(Action::QueryChanged),
        speaker.clone().prop_map(Action::SpeakerToggled),
        prop::sample::select(&Kind::ALL[..]).prop_map(Action::KindToggled),
        Just(Action::OutletToggled(OUTLET.to_owned())),
        speaker.prop_map(Action::SpeakerOpened),
        (article.clone(), paragraph).prop_map(|(id, at)| Action::ArticleOpened(id, at)),
        (0..9u32).prop_map(Action::HitVisited),
        (article, 0..3usize).prop_map(|(id, at)| Action::EvidenceToggled(id, at)),
        any::<bool>().prop_map(Action::Copied),
        theme.prop_map(Action::ThemeChosen),
        prop::sample::select(&TextSize::ALL[..]).prop_map(Action::TextSizeChosen),
        any::<bool>().prop_map(Action::ShortcutsSwitched),
        prop::sample::select(vec![
            Action::FilterCleared,
            Action::MarksCleared,
            Action::OverviewOpened,
            Action::FrontOpened,
            Action::SpeakersOpened,
            Action::MoreWanted,
            Action::MoreSpeakersWanted,
            Action::FiltersToggled,
            Action::Settled,
            Action::KeysToggled,
            Action::PreferencesRestored(Preferences::default()),
            Action::Noticed(Notice::QueryCut),
            Action::NoticesDismissed,
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
        let mut state = State::default();
        for action in row {
            let next = state.apply(action.clone());
            prop_assert!(next.n_results >= RESULTS_STEP);
            if next.route != state.route {
                let comes_from_the_browser = matches!(action, Action::Arrived(..));
                prop_assert_eq!(next.history == HistoryUpdate::None, comes_from_the_browser);
            }
            let url = next.route.to_url(&dossier);
            let (search, fragment) = url.split_at(url.find('#').unwrap_or(url.len()));
            let (back, notices) = Route::parse(search.trim_start_matches("./"), fragment, &dossier);
            prop_assert_eq!((&back, &notices[..]), (&next.route, &[][..]), "{}", url);
            state = next;
        }
    }
}
