//! End-to-end tests: the pressed site in real browsers, as a reader meets it.
//!
//! `cargo xtask test --only e2e` builds the site and runs them in Chromium, `cargo xtask test --browser NAME`
//! in another browser. Each scenario gets a fresh browser and a fresh server, and fails as well when anything
//! appears on the console or a request leaves the site's own origin. [`support`] is what they stand on;
//! [`harness`] shows that it notices what it should.

mod address;
mod embed;
mod harness;
mod host;
mod hostile;
mod keyboard;
mod looks;
mod offline;
mod plain;
mod speakers;
mod support;
mod visits;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;
use std::time::{Duration, Instant};
use std::{fs, thread};
use support::Stage;
use support::engine::Engine;
use support::webdriver::Driver;

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
        the_app_shows_the_words_that_were_there_before
            [not WebKit: NO_SWITCH_FOR_SCRIPTS]
    }
    keyboard {
        from_the_front_page_to_a_hit_by_single_keys
        from_the_front_page_to_a_hit_by_tab_and_enter
        single_keys_can_be_switched_off_and_stay_off
        escape_clears_the_search_and_then_leaves_it
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
        a_passage_is_one_click_from_its_context
        the_evidence_is_one_click_away
        kinds_and_outlets_combine_with_the_rest
        a_quotation_is_copied_with_its_source
        who_else_has_the_words_is_unfolded_by_keyboard
        a_statement_is_shown_with_what_differs_elsewhere
    }
    host {
        it_works_in_any_folder
        no_foreign_code_runs_and_no_word_leaves
        a_sandboxed_frame_has_all_but_storage
        other_scripts_can_search
    }
    embed {
        every_kind_of_frame_has_the_whole_reader
        a_frame_without_storage_has_it_too
            [not WebKit: "its driver cannot refuse storage"]
        two_dossiers_on_one_page
        the_host_sets_the_view_and_learns_of_it
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
        whatever_breaks_in_an_update_one_whole_edition_is_there
        an_attempt_that_failed_goes_on_where_it_ended
        neighbours_keep_what_is_theirs
        the_badge_says_when_a_file_is_missing
        a_missing_file_is_missing_and_not_the_page
        a_site_pressed_without_offline_takes_all_away
        a_refused_storage_is_told
        the_page_is_kept_where_the_reader_cannot_start
            [not WebKit: NO_FIRST_SCRIPT]
        it_can_be_installed
            [not Firefox: "it installs no sites"]
            [not WebKit: "it installs no sites"]
        the_edition_in_one_file_opens_from_disk
    }
    looks {
        no_barriers_in_light
            [not WebKit: NO_EMULATION]
        no_barriers_in_dark
            [not WebKit: NO_EMULATION]
        no_barriers_on_a_phone
            [not WebKit: NO_EMULATION]
        no_sideways_scroll_on_narrow_screens
            [not WebKit: NO_EMULATION]
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

  FILTER             run the scenarios whose names contain it
  --list             name the scenarios
  --browser NAME     play them in chromium (default), firefox or webkit
  --dist DIR         look at the site in DIR
  --headed           show the browser
  --first-load       run nothing; list the files that a first visit asks for
  --screenshot FILE  run nothing; take the picture for the README
  --keys             run nothing; time from key press to painted results
";

struct Options {
    filter: String,
    engine: Engine,
    dist: PathBuf,
    is_headed: bool,
    task: Task,
}

enum Task {
    Run,
    List,
    FirstLoad,
    Screenshot(PathBuf),
    Keys,
    Help,
}

impl Options {
    fn parse(mut args: impl Iterator<Item = String>) -> Result<Options, String> {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        let mut options = Options {
            filter: String::new(),
            engine: Engine::Chromium,
            dist,
            is_headed: false,
            task: Task::Run,
        };
        while let Some(arg) = args.next() {
            let mut value = || args.next().ok_or_else(|| format!("{arg} needs a value"));
            match arg.as_str() {
                "--list" => options.task = Task::List,
                "--help" | "-h" => options.task = Task::Help,
                "--first-load" => options.task = Task::FirstLoad,
                "--screenshot" => options.task = Task::Screenshot(value()?.into()),
                "--keys" => options.task = Task::Keys,
                "--headed" => options.is_headed = true,
                "--dist" => options.dist = value()?.into(),
                "--browser" => {
                    let name = value()?;
                    let engine = Engine::ALL.into_iter().find(|engine| engine.name() == name);
                    options.engine = engine.ok_or_else(|| format!("unknown browser {name}"))?;
                }
                "--filter" => options.filter = value()?,
                _ if arg.starts_with('-') => return Err(format!("unknown option {arg}\n\n{HELP}")),
                _ => options.filter = arg,
            }
        }
        Ok(options)
    }
}

fn main() -> ExitCode {
    let outcome =
        Options::parse(std::env::args().skip(1)).and_then(|options| match &options.task {
            Task::Run => run(&options),
            Task::List => {
                SCENARIOS.iter().for_each(|scenario| println!("{}", scenario.name));
                Ok(())
            }
            Task::FirstLoad => first_load(&options),
            Task::Screenshot(file) => screenshot(&options, file),
            Task::Keys => time_keys(&options),
            Task::Help => {
                print!("{HELP}");
                Ok(())
            }
        });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn start_driver(options: &Options) -> Result<Rc<Driver>, String> {
    Ok(Rc::new(Driver::start(options.engine, options.is_headed)?))
}

/// A stage on the site, provided that there is one.
fn set_stage(driver: &Rc<Driver>, options: &Options) -> Result<Stage, String> {
    let Options { dist, is_headed, .. } = options;
    if !dist.join("index.html").is_file() {
        return Err(format!(
            "there is no site in {}; `cargo xtask build` makes it",
            dist.display()
        ));
    }
    Stage::set(driver, dist, *is_headed)
}

fn run(options: &Options) -> Result<(), String> {
    let start = Instant::now();
    let is_chosen = |scenario: &&Scenario| scenario.name.contains(&options.filter);
    let chosen: Vec<_> = SCENARIOS.iter().filter(is_chosen).collect();
    println!("running {} tests in {}", chosen.len(), options.engine.name());
    let (mut n_passed, mut n_skipped) = (0, 0);
    let mut failed: Vec<&str> = Vec::new();
    for scenario in &chosen {
        let name = scenario.name;
        if let Some(lack) = scenario.lacks(options.engine) {
            println!("test {name} ... skipped: {lack}");
            n_skipped += 1;
            continue;
        }
        let start = Instant::now();
        let stage = start_driver(options).and_then(|driver| set_stage(&driver, options));
        let outcome = stage.and_then(|stage| play(stage, scenario));
        let took = start.elapsed().as_secs_f32();
        match outcome {
            Ok(()) => {
                println!("test {name} ... ok ({took:.1} s)");
                n_passed += 1;
            }
            Err(error) => {
                println!("test {name} ... FAILED ({took:.1} s)\n{error}");
                failed.push(name);
            }
        }
    }
    println!(
        "\ntest result: {}. {n_passed} passed; {} failed; {n_skipped} skipped; {} filtered out; \
         finished in {:.2}s\n",
        if failed.is_empty() { "ok" } else { "FAILED" },
        failed.len(),
        SCENARIOS.len() - chosen.len(),
        start.elapsed().as_secs_f32()
    );
    if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
}

/// Plays one scenario to its end and looks for complaints; when it fails, leaves a picture of the page.
fn play(mut stage: Stage, scenario: &Scenario) -> Result<(), String> {
    let played = catch_unwind(AssertUnwindSafe(|| {
        (scenario.play)(&mut stage);
        let complaints = stage.complaints();
        assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    }));
    played.map_err(|_| {
        // The panic itself has been printed by now, with its place.
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let file = folder.join(format!("{}.png", scenario.name.replace("::", "-")));
        let picture = stage.browser.screenshot(&file).map(|()| file.display().to_string());
        format!("at {}\npicture: {}", stage.browser.url(), picture.unwrap_or_else(|error| error))
    })
}

/// Prints the files of the site that a first visit asks for, sorted, one per line.
fn first_load(options: &Options) -> Result<(), String> {
    let driver = start_driver(options)?;
    let stage = set_stage(&driver, options)?;
    stage.open("");
    // The icons that a window with a tab would show.
    stage.browser.eval(
        "Promise.all([...document.querySelectorAll('link[rel~=icon], link[rel=manifest]')]
            .map(link => fetch(link.href))).then(() => true)",
    );
    // A service worker asks for files after the page is ready; wait until nobody does for a second.
    let mut requests = stage.site.requests();
    loop {
        thread::sleep(Duration::from_secs(1));
        let more = stage.site.requests();
        if more.len() == requests.len() {
            break;
        }
        requests = more;
    }
    requests.sort();
    requests.dedup();
    requests.iter().for_each(|file| println!("{file}"));
    Ok(())
}

/// What is typed to be timed: names, words, a typing error, a phrase, an exclusion.
const TYPED: [&str; 6] =
    ["kabulov", "lavrov sane", "hardline", "Kabluov", "\"not a single hair\"", "embassy -taliban"];

/// Prints how long it takes from each key press to the frame that shows its results, in milliseconds:
/// from the key's own time stamp to the first task after the next frame was made, once the page has
/// changed. A key that changes nothing is not timed.
fn time_keys(options: &Options) -> Result<(), String> {
    let driver = start_driver(options)?;
    let stage = set_stage(&driver, options)?;
    stage.open("");
    stage.browser.eval(
        "(() => {
            window.times = [];
            let pressed;
            addEventListener('keydown', (event) => (pressed = event.timeStamp), true);
            const drawn = () => {
                const start = pressed;
                pressed = undefined;
                if (start) requestAnimationFrame(() => {
                    const { port1, port2 } = new MessageChannel();
                    port1.onmessage = () => times.push(performance.now() - start);
                    port2.postMessage(0);
                });
            };
            const all = { attributes: true, characterData: true, childList: true, subtree: true };
            new MutationObserver(drawn).observe(document.getElementById('reader'), all);
            return true;
        })()",
    );
    for text in TYPED {
        stage.browser.press(&["/"]);
        // A key at a time, as people type: ten a second is a very fast typist.
        for key in text.split_inclusive(|_: char| true) {
            stage.browser.write(key);
            thread::sleep(Duration::from_millis(100));
        }
        stage.browser.press(&["Escape"]);
    }
    let times = stage.browser.eval("times.sort((a, b) => a - b)");
    let times: Vec<f64> =
        times.as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64).collect();
    let at = |share: usize| times.get((times.len() * share / 100).min(times.len() - 1));
    if let (Some(p50), Some(p95), Some(most)) = (at(50), at(95), times.last()) {
        println!("{} keys: p50 {p50:.1} ms, p95 {p95:.1} ms, most {most:.1} ms", times.len());
        return Ok(());
    }
    Err("no key was timed".to_owned())
}

/// What the picture in the README shows: a search among the words of one speaker.
const SHOWN: &str = "?q=embassy&speaker=zamir-kabulov";

/// Takes the picture for the README, light, on a desk.
fn screenshot(options: &Options, file: &Path) -> Result<(), String> {
    let driver = start_driver(options)?;
    let stage = set_stage(&driver, options)?;
    stage.browser.resize(1280, 800);
    stage.browser.media(&[("prefers-color-scheme", "light")]);
    stage.open(SHOWN);
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    stage.browser.screenshot(file)
}
