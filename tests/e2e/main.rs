//! End-to-end tests: the pressed site in real browsers, as a reader meets it.
//!
//! `cargo xtask test --only e2e` builds the site and runs them in Chromium, `cargo xtask test --browser NAME`
//! in another browser. Each scenario gets a fresh browser and a fresh server, so they run in parallel; it fails
//! as well when anything appears on the console or a request leaves the site's own origin. [`support`] and the
//! crate `browser` are what they stand on; [`harness`] shows that both notice what they should.

mod address;
mod embed;
mod growth;
mod harness;
mod host;
mod hostile;
mod keyboard;
mod languages;
mod looks;
mod maker;
mod offline;
mod pages;
mod plain;
mod publisher;
mod research;
mod speakers;
mod support;
mod visits;

use browser::Engine;
use libtest_mimic::{Arguments, Completion, Failed, Trial};
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::{env, thread};
use support::Stage;

struct Scenario {
    name: &'static str,
    play: fn(&mut Stage),
    /// The browsers that cannot play it, each with what they lack.
    not_in: &'static [(Engine, &'static str)],
}

impl Scenario {
    /// What this browser lacks to play it.
    fn lacks(&self, engine: Engine) -> Option<&'static str> {
        self.not_in.iter().find(|(other, _)| *other == engine).map(|(_, lack)| *lack)
    }
}

/// The table of contents: a module a subject, and its scenarios in reading order. What a browser cannot play
/// says so: `[not WebKit: "why"]`. The modules are declared above, where rustfmt sees them.
macro_rules! contents {
    ($($subject:ident { $($scenario:ident $([not $engine:ident: $lack:expr])*)+ })+) => {
        const SCENARIOS: &[Scenario] = &[
            $($(Scenario {
                name: concat!(stringify!($subject), "::", stringify!($scenario)),
                play: $subject::$scenario,
                not_in: &[$((Engine::$engine, $lack)),*],
            }),+),+
        ];
    };
}

const NO_EMULATION: &str = "its driver emulates no screens and no media";
const NO_SWITCH_FOR_SCRIPTS: &str = "its driver cannot switch scripts off";
const NO_FIRST_SCRIPT: &str = "its driver can run nothing before the page does";
const NO_QUOTA: &str = "its driver sets no bound to what a site may keep";
const NO_LAYOUT_SHIFT: &str = "it does not measure layout shift";

contents! {
    harness {
        a_quiet_page_gives_no_complaint
        console_messages_and_uncaught_errors_are_complaints
            [not WebKit: "its pages take notes only once they are loaded"]
        what_goes_wrong_later_is_a_complaint
        a_request_to_another_origin_is_a_complaint
        axe_finds_a_field_without_a_label
        keys_and_clicks_arrive
        screens_media_and_missing_scripts_are_emulated
            [not WebKit: NO_EMULATION]
        a_site_is_found_under_its_prefix_only
    }
    plain {
        everything_can_be_read_without_scripts
            [not WebKit: NO_SWITCH_FOR_SCRIPTS]
        the_articles_stay_when_the_reader_cannot_start
        a_panic_is_told_with_its_message
        one_file_has_all_text_before_it_starts
            [not WebKit: NO_SWITCH_FOR_SCRIPTS]
    }
    pages {
        every_page_is_taken_over_as_it_stands
            [not WebKit: NO_FIRST_SCRIPT]
        pages_of_hostile_texts_are_taken_over_too
            [not WebKit: NO_FIRST_SCRIPT]
        pages_with_pictures_and_a_tombstone_are_taken_over_too
            [not WebKit: NO_FIRST_SCRIPT]
        a_page_of_a_large_dossier_comes_alive
        a_mismatch_ends_in_a_working_page_with_a_notice
            [not WebKit: NO_FIRST_SCRIPT]
        a_link_followed_before_the_app_is_there_is_no_failure
        a_picture_that_does_not_come_is_no_failure
        what_the_reader_does_before_the_app_is_there_stays
        a_link_to_words_leads_there_and_stays
            [not WebKit: "it knows no text fragments"]
        the_title_follows_the_view
        pages_and_parameters_show_the_same
        counts_agree_before_and_after_the_app_starts
        the_focus_is_never_lost
    }
    growth {
        every_page_in_blocks_is_taken_over_as_it_stands
            [not WebKit: NO_FIRST_SCRIPT]
        what_is_found_in_blocks_is_what_is_found_in_one_piece
        a_block_that_does_not_come_is_said_and_comes_when_it_is_asked_for_again
        a_page_whose_block_does_not_come_can_be_read
        what_another_article_has_is_asked_for_when_it_is_looked_at
        a_late_text_takes_the_place_that_was_kept_for_it
        fast_keys_over_a_slow_link_end_with_the_answer_to_the_last
        what_needs_all_articles_waits_for_them
        a_frame_without_an_origin_reads_in_blocks
        all_articles_are_kept_where_the_reader_wants_that
            [not WebKit: "its private windows keep nothing"]
        an_update_in_the_middle_of_a_search_mixes_nothing
            [not WebKit: "its private windows keep nothing"]
        what_does_not_fit_is_said_while_all_articles_are_kept
            [not Firefox: NO_QUOTA] [not WebKit: NO_QUOTA]
    }
    keyboard {
        from_the_front_page_to_a_hit_by_single_keys
        from_the_front_page_to_a_hit_by_tab_and_enter
        single_keys_can_be_switched_off_and_stay_off
        escape_clears_the_search_and_then_leaves_it
        escape_leads_from_the_search_back_to_the_place_in_an_article
        a_key_in_the_search_is_a_letter
        from_article_to_article_and_back
    }
    address {
        a_link_opened_cold_shows_what_the_clicks_showed
        back_undoes_one_step_at_a_time
        a_paragraph_has_an_address
        hostile_links_give_notices_and_no_errors
        a_query_of_another_direction_turns_nothing_else
        hits_are_painted_under_their_names
        without_the_highlight_api_hits_are_marked
            [not WebKit: NO_FIRST_SCRIPT]
        the_count_is_announced
        fast_typing_ends_with_the_answer_to_what_was_typed
    }
    visits {
        the_way_back_to_the_last_place_is_offered_once
        a_link_and_a_frame_are_offered_no_way_back
        a_foreign_place_is_set_aside
        the_size_of_text_is_kept
    }
    speakers {
        a_count_is_what_choosing_the_speaker_leaves
        nobody_disappears_from_the_list
        all_that_one_speaker_said_stands_in_article_order
        more_results_stand_behind_those_before
        a_passage_is_one_click_from_its_context
        the_evidence_is_one_click_away
        kinds_and_outlets_combine_with_the_rest
        a_quotation_is_copied_with_its_source
        who_else_has_the_words_is_unfolded_by_keyboard
        a_statement_is_shown_with_what_differs_elsewhere
    }
    research {
        what_one_speaker_said_is_compared_article_by_article
        a_comparison_is_laid_out_as_the_address_says
        the_versions_of_a_statement_stand_side_by_side
        a_finding_stands_alone
        the_front_page_shows_the_shape_of_the_dossier
        a_citation_is_copied_and_can_be_checked
        words_that_have_changed_stand_clear_of_the_notice_on_a_phone
            [not WebKit: NO_EMULATION]
        hits_are_aligned_and_a_speaker_is_known
        notes_are_kept_found_again_and_can_be_had_back
        a_pin_is_told_and_there_once
        an_objection_stands_beside_the_words
        without_storage_the_notebook_says_so
            [not WebKit: "its driver cannot refuse storage"]
    }
    publisher {
        a_page_that_is_served_follows_every_change
        a_review_by_keyboard_writes_what_was_meant_and_nothing_else
        an_objection_of_a_reader_is_taken_over
    }
    maker {
        saved_pages_are_read_at_once_and_what_is_said_of_them_is_written_over
        what_is_taken_away_is_what_the_command_makes
        a_dossier_is_made_by_keyboard_and_kept
        what_an_editor_says_in_the_review_is_taken_over
        whatever_is_dropped_has_an_answer
        what_is_refused_is_said_at_its_field
        each_dossier_has_notes_of_its_own
        what_another_tab_wrote_is_not_lost
        a_dossier_that_cannot_be_read_is_told_of_and_stays
        a_dossier_can_be_made_and_taken_away_offline
            [not WebKit: "its private windows keep nothing"]
        when_storage_is_full_that_is_said_and_nothing_is_lost
            [not Firefox: NO_QUOTA] [not WebKit: NO_QUOTA]
        what_was_kept_is_there_after_a_page_was_left_in_the_middle
        without_storage_a_dossier_can_be_made_and_taken_away
            [not WebKit: "its driver cannot refuse storage"]
    }
    host {
        it_works_in_any_folder
        no_foreign_code_runs_and_no_word_leaves
        a_sandboxed_frame_has_all_but_storage
        other_scripts_can_search
    }
    embed {
        every_kind_of_frame_has_the_whole_reader
        a_finding_stands_in_every_kind_of_frame_in_the_look_of_its_host
        a_frame_without_storage_has_it_too
            [not WebKit: "its driver cannot refuse storage"]
        two_dossiers_on_one_page
        what_a_host_said_early_is_not_lost
        the_host_sets_the_view_and_learns_of_it
        what_a_host_says_before_the_reader_starts_is_heard
        what_a_host_must_not_say_is_ignored
        only_named_hosts_are_heard
        the_snippet_works_in_another_page
        nothing_moves_in_a_frame
            [not Firefox: NO_LAYOUT_SHIFT]
            [not WebKit: NO_LAYOUT_SHIFT]
        the_page_tells_what_it_loads
    }
    hostile {
        a_dossier_of_them_is_text
        without_scripts_it_is_text_too
            [not WebKit: NO_SWITCH_FOR_SCRIPTS]
        in_an_address_they_are_text
        in_a_message_they_are_text
        in_storage_they_are_set_aside
    }
    offline {
        the_whole_reader_works_when_the_server_is_gone
        a_frame_on_another_site_works_when_the_server_is_gone
        without_a_worker_nothing_is_promised_and_nothing_is_there
        a_second_visit_needs_no_byte
        what_the_page_has_loaded_is_not_loaded_again
            [not WebKit: "its driver's profiles keep no files for their caches"]
        an_update_is_offered_and_waits_for_the_reader
        an_update_comes_by_itself_once_all_tabs_are_closed
        a_withdrawn_article_is_kept_nowhere_after_a_visit
        whatever_breaks_in_an_update_one_whole_edition_is_there
        a_worker_that_is_cut_short_is_none
        an_attempt_that_failed_goes_on_where_it_ended
        neighbours_keep_what_is_theirs
        the_badge_moves_nothing_that_can_be_clicked
        the_badge_says_when_a_file_is_missing
        a_missing_file_is_missing_and_not_the_page
        a_site_pressed_without_offline_takes_all_away
        what_is_taken_away_is_not_brought_back
        the_badge_tells_what_was_found_last
            [not WebKit: NO_FIRST_SCRIPT]
        a_cache_that_cannot_be_read_stands_in_nobodys_way
        an_answer_that_comes_late_counts
            [not WebKit: NO_FIRST_SCRIPT]
        a_refused_storage_is_told
        the_page_is_kept_where_the_reader_cannot_start
            [not WebKit: NO_FIRST_SCRIPT]
        that_a_dossier_cannot_be_made_offline_is_said
        it_can_be_installed
            [not Firefox: "it installs no sites"]
            [not WebKit: "it installs no sites"]
        the_edition_in_one_file_opens_from_disk
    }
    languages {
        the_interface_speaks_the_language_of_the_dossier
    }
    looks {
        no_barriers_in_light
            [not WebKit: NO_EMULATION]
        no_barriers_in_dark
            [not WebKit: NO_EMULATION]
        no_barriers_on_a_phone
            [not WebKit: NO_EMULATION]
        no_barriers_in_forced_colours
            [not WebKit: NO_EMULATION]
        no_barriers_from_right_to_left
        no_sideways_scroll_on_narrow_screens
            [not WebKit: NO_EMULATION]
        the_views_stand_on_one_line_of_a_phone
            [not WebKit: NO_EMULATION]
            [not Firefox: "its letters are wider, and the last view stands below"]
        what_stands_in_a_line_is_set_like_one
        the_chosen_colours_stay
            [not WebKit: NO_EMULATION]
        marked_words_can_be_read
        print_is_the_article_on_white_paper
            [not WebKit: NO_EMULATION]
    }
}

const HELP: &str = "\
End-to-end tests of the site in dist/.

usage: cargo test --test e2e -- [OPTIONS] [FILTER]

  --browser NAME   play the scenarios in chromium (default), firefox or webkit
  --dist DIR       look at the site in DIR
  --headed         show the browser

All other options are those of Rust's own tests:
";

/// What is not asked of every Rust test.
struct Options {
    engine: Engine,
    dist: PathBuf,
    is_headed: bool,
}

impl Options {
    /// Takes these options out of the command line, of which the rest is for the runner.
    fn split_off(mut args: impl Iterator<Item = String>) -> Result<(Options, Vec<String>), String> {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        let mut options = Options { engine: Engine::Chromium, dist, is_headed: false };
        let mut rest = Vec::new();
        while let Some(arg) = args.next() {
            let mut value = || args.next().ok_or_else(|| format!("{arg} needs a value"));
            match arg.as_str() {
                "--headed" => options.is_headed = true,
                "--dist" => options.dist = value()?.into(),
                "--browser" => {
                    let name = value()?;
                    let engine = Engine::ALL.into_iter().find(|engine| engine.name() == name);
                    options.engine = engine.ok_or_else(|| format!("unknown browser {name}"))?;
                }
                _ => rest.push(arg),
            }
        }
        Ok((options, rest))
    }
}

/// More browsers at the same time than this are too much for the memory of a small machine.
const MAX_THREADS: usize = 4;

fn main() -> ExitCode {
    let (options, rest) = match Options::split_off(env::args()) {
        Ok(split) => split,
        Err(error) => {
            eprintln!("{error}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    if rest.iter().any(|arg| arg == "--help" || arg == "-h") {
        println!("{HELP}");
    }
    let mut args = Arguments::from_iter(rest);
    // A browser is busy in several processes, so there is one for each core and no more.
    let n_cores = thread::available_parallelism().map_or(1, usize::from);
    args.test_threads.get_or_insert(n_cores.min(MAX_THREADS));
    if !args.list && !options.dist.join("index.html").is_file() {
        let dist = options.dist.display();
        eprintln!("there is no site in {dist}; `cargo xtask build` makes it");
        return ExitCode::FAILURE;
    }
    keep_panics_for_the_report();
    let options = Arc::new(options);
    let trials = SCENARIOS.iter().map(|scenario| {
        let options = Arc::clone(&options);
        Trial::ignorable_test(scenario.name, move || match scenario.lacks(options.engine) {
            Some(lack) => Ok(Completion::ignored_with(lack)),
            None => play(scenario, &options).map(|()| Completion::Completed),
        })
    });
    libtest_mimic::run(&args, trials.collect()).exit_code()
}

thread_local! {
    /// What this thread has panicked with, and where.
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Scenarios run at the same time, so what one panics with, and where, is told in its own report and not in
/// the middle of the others.
fn keep_panics_for_the_report() {
    panic::set_hook(Box::new(|panic| {
        PANIC.set(Some(panic.to_string()));
    }));
}

/// Plays one scenario to its end and looks for complaints; when it fails, leaves a picture of the page.
fn play(scenario: &Scenario, options: &Options) -> Result<(), Failed> {
    let Options { engine, dist, is_headed } = options;
    let mut stage = Stage::set(*engine, dist, *is_headed)?;
    let played = panic::catch_unwind(AssertUnwindSafe(|| {
        (scenario.play)(&mut stage);
        let complaints = stage.complaints();
        assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    }));
    let Err(_) = played else { return Ok(()) };
    let mut report = PANIC.take().unwrap_or_default();
    if let Some(step) = stage.step() {
        report.push_str(&format!("\nstep: {step}"));
    }
    // A browser that is gone has nothing to say.
    let complaints = panic::catch_unwind(AssertUnwindSafe(|| stage.complaints()));
    for complaint in complaints.into_iter().flatten() {
        report.push_str(&format!("\n{complaint}"));
    }
    let file = format!("{}-{}.png", scenario.name.replace("::", "-"), engine.name());
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(file);
    let picture = stage.browser.screenshot(&file).map(|()| file.display().to_string());
    let picture = picture.unwrap_or_else(|error| error);
    report.push_str(&format!("\npage: {}\npicture: {picture}", stage.browser.url()));
    Err(report.into())
}
