//! A dossier that is made in memory: what becomes of files, what can be done to it, and what is taken away.

use std::path::Path;

use whosaid::archive::{Limits, pack, unpack};
use whosaid::maker::desk::{Desk, Taken};
use whosaid::maker::folder::{Folder, MOST_ARTICLES, MOST_BYTES, title_of_copy};
use whosaid::maker::message::{Command, Direction, Field, Form, KeptDossier, Row, View, names_of};

use crate::support::{self, Files, Project};

const CALM: &str = "---\ntitle: All calm\noutlet: The Times\npublished: 2026-03-01\n---\n\n\
                    “It is calm,” said Ada Voss, the mayor.\n";
const STORM: &str =
    "---\ntitle: A storm\npublished: 2026-03-02\n---\n\n“It will not stay calm,” said Ben Roe.\n";

fn add(desk: &mut Desk, files: &[(&str, &[u8])]) -> View {
    let names = files.iter().map(|(name, _)| (*name).to_owned()).collect();
    let contents = files.iter().map(|(_, bytes)| Ok(bytes.to_vec())).collect();
    desk.change(&Command::Add(names), contents, |_| {}).expect("files can always be added");
    desk.look(|_| {}).0
}

fn change(desk: &mut Desk, command: Command) -> Result<View, String> {
    desk.change(&command, Vec::new(), |_| {})?;
    Ok(desk.look(|_| {}).0)
}

fn desk() -> Desk {
    let mut desk = Desk::default();
    let view = add(&mut desk, &[("calm.md", CALM.as_bytes()), ("storm.md", STORM.as_bytes())]);
    assert_eq!(view.problems, []);
    desk
}

fn files(view: &View) -> Vec<&str> {
    view.articles.iter().map(|row| row.file.as_str()).collect()
}

fn set(file: &str, field: Field, text: &str) -> Command {
    Command::Set { file: file.to_owned(), field, text: text.to_owned() }
}

#[test]
fn files_become_articles_and_the_view_counts_them() {
    let mut desk = desk();
    let (view, pack) = desk.look(|_| {});
    assert!(pack.is_some());
    assert_eq!(files(&view), ["calm.md", "storm.md"]);
    assert_eq!((view.n_quotations, view.n_named, view.n_speakers), (2, 2, 2));
    assert_eq!(view.title, "Untitled dossier");
    let row = &view.articles[0];
    assert_eq!(row.fields, ["All calm", "The Times", "", "2026-03-01", "", ""]);
    assert_eq!((row.name.as_str(), row.n_words, row.n_quotations), ("All calm", 10, 1));
    let view = add(&mut desk, &[("more.txt", b"More\n\n\"We go,\" said Eve Brown.")]);
    assert_eq!(view.change, "1 article more; 1 quotation more; new speakers: Eve Brown.");
}

#[test]
fn a_download_of_a_news_archive_becomes_its_articles() {
    let document = |title: &str| {
        format!(
            "{title}\nThe Times\nMarch 5, 2020\nLength: 3 words\n\nBody\n\n“{title},” said Eve Brown.\n\n\
             Load-Date: March 6, 2020\n\nEnd of Document\n\n"
        )
    };
    let download = document("Rain") + &document("Sun");
    let mut desk = Desk::default();
    let view = add(&mut desk, &[("in/news.TXT", download.as_bytes())]);
    assert_eq!(files(&view), ["rain.md", "sun.md"]);
    assert_eq!(view.articles[1].fields[..4], ["Sun", "The Times", "", "2020-03-05"]);
    assert_eq!(view.problems, []);
}

#[test]
fn a_new_dossier_has_nothing_and_no_fault() {
    let (view, pack) = Desk::default().look(|_| {});
    assert_eq!((view.articles.len(), view.problems, pack), (0, Vec::new(), None));
}

#[test]
fn whatever_is_added_has_an_answer() {
    let mut desk = desk();
    let in_zip = pack([("top/b.md", STORM.as_bytes()), ("top/../../c.md", b"# C\n\nWords.")]);
    let zip_in_zip = pack([("b.zip", in_zip.as_slice())]);
    let page = "<html><head><title>A page</title></head><body><article><p>“We go,” said Ada Voss, the \
                mayor, when the council met in the town hall on Monday.</p></article></body></html>";
    let view = add(
        &mut desk,
        &[
            ("again.md", CALM.as_bytes()),
            ("calm.md", b"# Other\n\nOther words."),
            ("page.html", page.as_bytes()),
            ("page_files/ad.html", page.as_bytes()),
            (".hidden.md", CALM.as_bytes()),
            ("README.md", b"Notes."),
            ("photo.raw", &[0, 159]),
            ("notes.docx", &[80, 75]),
            ("notes.rtf", b"{\\rtf1}"),
            ("feed.xml", b"<rss"),
            ("binary.md", &[0, 1, 2, 255, 0]),
            ("in.zip", &in_zip),
            ("nested.zip", &zip_in_zip),
            ("broken.zip", b"PK\x03\x04"),
        ],
    );
    let mut names = files(&view);
    names.sort_unstable();
    assert_eq!(names, ["a-page.md", "calm-2.md", "calm.md", "storm.md"]);
    let problem = |file: &str| {
        let found = view.problems.iter().find(|problem| problem.file == file);
        found.map_or("none", |problem| problem.words.as_str())
    };
    for (file, words) in [
        ("again.md", "is there already, as calm.md."),
        ("photo.raw", "is of a kind that is not read"),
        ("notes.docx", "it is no document of a word processor"),
        ("notes.rtf", "save it as .docx or .odt"),
        ("feed.xml", "save the feed again"),
        ("binary.md", "the file is not text"),
        ("b.md", "is there already, as storm.md."),
        ("in.zip/top/../../c.md", "its path leads out of its folder."),
        ("nested.zip/b.zip", "is a zip in a zip"),
        ("broken.zip", "is no zip"),
    ] {
        assert!(problem(file).contains(words), "{file}: {:?}", view.problems);
    }
    let left_out: Vec<&str> = view
        .problems
        .iter()
        .filter(|problem| problem.may_go)
        .map(|problem| problem.file.as_str())
        .collect();
    assert_eq!(left_out, ["binary.md"], "{:?}", view.problems);
    let view = change(&mut desk, Command::Remove("binary.md".to_owned())).unwrap();
    assert_eq!(view.problems, []);
}

/// The problems, each as `file: words`.
fn problems(view: &View) -> Vec<String> {
    view.problems.iter().map(|problem| format!("{}: {}", problem.file, problem.words)).collect()
}

#[test]
fn each_file_that_is_no_article_is_named_with_the_reason_and_the_count_is_right() {
    let mut desk = Desk::default();
    let atom =
        "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>T</title></feed>";
    let view = add(
        &mut desk,
        &[
            ("calm.md", CALM.as_bytes()),
            ("storm.md", STORM.as_bytes()),
            ("empty.md", b""),
            ("draft.md", b"---\ndraft: true\n---\nWords."),
            ("open.md", b"---\ntitle: Never closed\n"),
            ("feed.xml", atom.as_bytes()),
            ("README.md", b"Notes."),
            ("page.html", b""),
            ("boat.png", &[1, 2]),
            ("loaf.png", &[1, 2, 3]),
        ],
    );
    assert_eq!(
        problems(&view),
        [
            "feed.xml: is a feed without an entry that is an article.",
            "README.md: has a name, or is in a folder, of which nothing is read; rename it if it is an article.",
            "page.html: the page has no text of an article; save the page of an article, or take it out of the sources.",
            "draft.md: is left out: it is a draft by its front matter or its folder; take that away if it is ready.",
            "empty.md: is left out: it has no text; write it below the front matter.",
            "open.md: is left out: line 1: the front matter that begins here has no end; close it with a line `---` before \
             the body.",
            "boat.png: is a picture that no article shows; name it in one, or take it out.",
            "loaf.png: is a picture that no article shows; name it in one, or take it out.",
        ]
    );
    assert_eq!(view.last.as_deref(), Some("2 articles added, and 5 files that are none"));
    assert_eq!(view.problems.iter().filter(|problem| problem.may_go).count(), 5);
    let view = add(&mut desk, &[("more.md", b"# More\n\nWords.")]);
    assert_eq!(view.last.as_deref(), Some("1 article added"));
    // Also where none is an article.
    let mut desk = Desk::default();
    let view = add(&mut desk, &[("empty.md", b""), ("open.md", b"---\ntitle: Never closed\n")]);
    assert_eq!(view.last.as_deref(), Some("2 files added that are no articles"));
    let words = problems(&view);
    assert_eq!(words.len(), 2, "{words:?}");
    assert!(words[0].starts_with("empty.md: is left out: ") && words[1].starts_with("open.md: "));
}

#[test]
fn what_a_browser_saved_beside_a_page_is_one_line() {
    let mut desk = Desk::default();
    let page = "<html><head><title>A page</title></head><body><article><p>“We go,” said Ada Voss, the \
                mayor, when the council met in the town hall on Monday.</p></article></body></html>";
    let view = add(
        &mut desk,
        &[
            ("page.html", page.as_bytes()),
            ("page_files/ad.html", page.as_bytes()),
            ("page_files/style.css", b""),
        ],
    );
    assert_eq!(
        problems(&view),
        [": 2 files in page_files that a browser saved beside pages: no articles, so left out."]
    );
    assert_eq!(view.last.as_deref(), Some("1 article added"));
}

#[test]
fn the_example_is_there_for_who_has_no_articles_at_hand() {
    let mut desk = Desk::default();
    let view = change(&mut desk, Command::AddExample).unwrap();
    assert_eq!((view.problems, view.articles.len()), (Vec::new(), 3));
    assert_eq!(view.title, "The bridge at Larkmouth");
    assert_eq!(view.last.as_deref(), Some("the example added"));
    let files = desk.folder().files().map(|(path, bytes)| (path.to_owned(), bytes.to_vec()));
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/dossier");
    assert_eq!(files.collect::<Files>(), support::files_below(&example));
    // It is taken back as any other step.
    assert_eq!(change(&mut desk, Command::Undo).unwrap().articles.len(), 0);
}

#[test]
fn the_last_change_is_said_in_the_words_of_the_page() {
    let mut desk = desk();
    for (command, words) in [
        (set("calm.md", Field::Published, "2026-03-03"), "Published of “All calm” changed"),
        (set("calm.md", Field::Url, "https://a.example/"), "Web address of “All calm” changed"),
        (
            Command::Move { file: "calm.md".to_owned(), direction: Direction::Up },
            "“All calm” moved up",
        ),
        (Command::Remove("calm.md".to_owned()), "“All calm” taken out"),
    ] {
        let view = change(&mut desk, command).unwrap();
        assert_eq!(view.last.as_deref(), Some(words));
    }
}

#[test]
fn more_articles_than_a_page_takes_are_refused_in_one_sentence() {
    let article = |n: usize| format!("# Article {n}\n\nThe words of number {n}.\n");
    let files: Vec<(String, String)> =
        (1..=MOST_ARTICLES + 12).map(|n| (format!("{n:04}.md"), article(n))).collect();
    let zip = pack(files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())));
    let mut desk = Desk::default();
    let names = vec!["all.zip".to_owned()];
    desk.change(&Command::Add(names), vec![Ok(zip)], |_| {}).expect("files can always be added");
    let n_articles = desk.folder().files().filter(|(path, _)| path.ends_with(".md")).count();
    assert_eq!(n_articles, MOST_ARTICLES);
    let (view, _) = desk.look(|_| {});
    assert_eq!(view.last.as_deref(), Some("1,000 articles added"));
    let words = problems(&view);
    assert_eq!(words.len(), 1, "{words:?}");
    assert!(words[0].starts_with(": Not added: 1001.md, 1002.md, "), "{words:?}");
    assert!(words[0].contains(" and 2 more. A page takes 1,000 articles or 20 MB;"), "{words:?}");
    assert!(words[0].contains("the command `whosaid press`"), "{words:?}");
}

#[test]
fn of_what_is_the_same_of_many_files_the_first_are_named() {
    let mut desk = desk();
    let names: Vec<String> = (0..14).map(|n| format!("{n:02}.raw")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &[0, 1][..])).collect();
    let view = add(&mut desk, &files);
    let words = problems(&view);
    assert_eq!(words.len(), 1, "{words:?}");
    assert!(
        words[0].starts_with("00.raw, 01.raw,") && words[0].contains("09.raw and 4 more: is of")
    );
}

#[test]
fn a_question_that_is_taken_back_is_named() {
    let mut desk = desk();
    let (view, _) = desk.look(|_| {});
    let key = view.review.questions[1].key.clone();
    let say = Command::Say { key: key.clone(), said: "right".to_owned(), name: String::new() };
    assert_eq!(change(&mut desk, say).unwrap().review.again, None);
    let view = change(&mut desk, Command::Undo).unwrap();
    assert_eq!(view.review.again.as_deref(), Some(key.as_str()));
    assert!(view.review.questions.iter().any(|question| question.key == key));
    let view = change(&mut desk, Command::Title("The harbour".to_owned())).unwrap();
    assert_eq!(view.review.again, None);
}

#[test]
fn what_is_too_much_is_said() {
    let mut desk = desk();
    let long = vec![b'a'; MOST_BYTES / 2 + 1];
    let longer = vec![b'b'; MOST_BYTES / 2 + 1];
    let view = add(&mut desk, &[("images/a.png", &long), ("images/b.png", &longer)]);
    let words: Vec<&str> = view.problems.iter().map(|problem| problem.words.as_str()).collect();
    assert!(words.iter().any(|words| words.contains("the command `whosaid press`")), "{words:?}");
}

#[test]
fn a_text_that_stands_there_twice_is_named() {
    let mut desk = desk();
    let twin = CALM.replace("The Times", "The Post");
    let view = add(&mut desk, &[("twin.md", twin.as_bytes())]);
    assert_eq!(view.articles.len(), 3);
    assert_eq!(view.problems.len(), 1);
    assert_eq!(view.problems[0].file, "twin.md");
    assert_eq!(view.problems[0].words, "has the same text as “All calm” (calm.md).");
    // The one that came last is named, whatever it is called, and can be taken out there.
    change(&mut desk, Command::Undo).unwrap();
    let view = add(&mut desk, &[("again.md", twin.as_bytes())]);
    assert_eq!(view.problems[0].file, "again.md");
    assert!(view.problems[0].may_go);
}

#[test]
fn articles_are_ordered_by_their_dates() {
    let mut desk = Desk::default();
    let dated = |date: &str| format!("---\npublished: {date}\n---\n\n# Of {date}\n\nWords.\n");
    add(
        &mut desk,
        &[
            ("a.md", dated("2026-03-02").as_bytes()),
            ("b.md", b"# Undated\n\nOther words."),
            ("c.md", dated("2026-03-01").as_bytes()),
        ],
    );
    let view =
        change(&mut desk, Command::Move { file: "b.md".to_owned(), direction: Direction::Up })
            .unwrap();
    assert_eq!(files(&view), ["c.md", "b.md", "a.md"]);
    let view = change(&mut desk, Command::Sort).unwrap();
    assert_eq!(files(&view), ["c.md", "a.md", "b.md"]);
    let view = change(&mut desk, Command::Undo).unwrap();
    assert_eq!(files(&view), ["c.md", "b.md", "a.md"]);
}

#[test]
fn settings_are_taken_where_there_is_no_article_yet() {
    let mut desk = Desk::default();
    add(&mut desk, &[("calm.md", CALM.as_bytes())]);
    change(&mut desk, Command::Remove("calm.md".to_owned())).unwrap();
    // Whatever order the files come in.
    let settings = &b"title = \"Storms\"\n"[..];
    let view = add(&mut desk, &[("a.md", STORM.as_bytes()), ("dossier.toml", settings)]);
    assert_eq!((view.problems, &*view.title), (Vec::new(), "Storms"));
    let view = add(&mut desk, &[("b.md", CALM.as_bytes()), ("dossier.toml", b"title = \"Calm\"")]);
    assert!(view.problems[0].words.contains("another dossier’s"), "{:?}", view.problems);
    let zip = pack([("x/a.md", STORM.as_bytes()), ("x/dossier.toml", settings)]);
    let mut desk = Desk::default();
    add(&mut desk, &[("calm.md", CALM.as_bytes())]);
    change(&mut desk, Command::Remove("calm.md".to_owned())).unwrap();
    let view = add(&mut desk, &[("x.zip", &zip)]);
    assert_eq!((view.problems, &*view.title), (Vec::new(), "Storms"));
}

#[test]
fn settings_that_cannot_be_read_can_be_taken_out() {
    let mut desk = Desk::default();
    let view = add(&mut desk, &[("dossier.toml", b"title = T"), ("calm.md", CALM.as_bytes())]);
    assert!(view.problems.iter().any(|problem| problem.may_go), "{:?}", view.problems);
    let view = change(&mut desk, Command::Remove("dossier.toml".to_owned())).unwrap();
    assert_eq!((view.problems, view.articles.len()), (Vec::new(), 1));
}

#[test]
fn a_finished_site_is_refused_as_a_whole() {
    let site = [
        ("my/index.html", &b"<p>Words"[..]),
        ("my/404.html", b"<p>No"),
        ("my/reader-0a_bg.wasm", b""),
    ];
    let mut desk = Desk::default();
    let view = add(&mut desk, &[("my.zip", &pack(site))]);
    assert_eq!((view.problems.len(), view.articles.len()), (1, 0));
    assert!(view.problems[0].words.contains("finished site"), "{:?}", view.problems);
}

#[test]
fn what_is_pasted_is_a_page_or_words() {
    let mut desk = Desk::default();
    let paste =
        |html: &str, text: &str| Command::Paste { html: html.to_owned(), text: text.to_owned() };
    let view = change(&mut desk, paste("", "All *calm*\n\n“It is calm,” said Ada Voss.")).unwrap();
    assert_eq!(view.articles[0].name, "All *calm*");
    let html = "<h1>A storm</h1><p>“It will not stay calm,” said Ben Roe, who has seen many storms here.</p>";
    let view = change(&mut desk, paste(html, "It will not")).unwrap();
    assert_eq!((view.articles.len(), view.n_quotations), (2, 2));
    assert!(change(&mut desk, paste("", " \n ")).is_err());
    // A page's HTML from a field, which begins with any tag.
    let html = "<div><h1>Calm again</h1>“We go,” said Eve Brown, who has been here for a long time.<br>More words.";
    let view = change(&mut desk, paste("", html)).unwrap();
    assert!(view.articles.iter().any(|row| row.name == "Calm again"), "{:?}", view.articles);
    let view = change(&mut desk, paste("", "<3 for the harbour\n\nIt is calm.")).unwrap();
    assert!(
        view.articles.iter().any(|row| row.name == "<3 for the harbour"),
        "{:?}",
        view.articles
    );
}

#[test]
fn an_address_is_no_article() {
    let mut desk = Desk::default();
    for text in ["https://example.com/story/abc", " www.example.com/a\nhttp://example.com/b "] {
        for html in [String::new(), format!("<a href=\"{text}\">{text}</a>")] {
            let why =
                change(&mut desk, Command::Paste { html, text: text.to_owned() }).unwrap_err();
            assert!(why.contains("save the page there"), "{why}");
        }
    }
    assert!(desk.folder().is_empty());
}

#[test]
fn every_change_can_be_taken_back() {
    let mut desk = desk();
    let before = desk.folder().clone();
    for command in [
        Command::Title("The harbour".to_owned()),
        set("calm.md", Field::Outlet, "The Post"),
        Command::Remove("calm.md".to_owned()),
        Command::Move { file: "calm.md".to_owned(), direction: Direction::Down },
    ] {
        let view = change(&mut desk, command.clone()).unwrap();
        assert_ne!(desk.folder(), &before, "{command:?}");
        assert!(view.last.is_some());
        change(&mut desk, Command::Undo).unwrap();
        assert_eq!(desk.folder(), &before, "{command:?}");
    }
    change(&mut desk, Command::Undo).unwrap();
    assert!(desk.folder().is_empty());
    assert!(change(&mut desk, Command::Undo).is_err());
}

#[test]
fn what_cannot_be_done_changes_nothing() {
    let mut desk = desk();
    let before = desk.folder().clone();
    for command in [
        set("calm.md", Field::Published, "soon"),
        set("gone.md", Field::Title, "A"),
        Command::Move { file: "calm.md".to_owned(), direction: Direction::Up },
        Command::Move { file: "gone.md".to_owned(), direction: Direction::Up },
    ] {
        assert!(change(&mut desk, command.clone()).is_err(), "{command:?}");
        assert_eq!(desk.folder(), &before);
    }
}

#[test]
fn what_no_front_matter_states_cannot_be_emptied_and_that_is_said() {
    let mut desk = Desk::default();
    add(&mut desk, &[("2026-03-01-calm.md", b"# All calm\n\nWords.")]);
    for field in [Field::Published, Field::Title] {
        let why = change(&mut desk, set("2026-03-01-calm.md", field, "")).unwrap_err();
        assert!(why.contains("cannot be emptied"), "{why}");
    }
    // What is written in its place is taken back as ever.
    let dated = |desk: &mut Desk, text: &str| {
        let view = change(desk, set("2026-03-01-calm.md", Field::Published, text)).unwrap();
        view.articles[0].fields[3].clone()
    };
    assert_eq!(dated(&mut desk, "2026-03-02"), "2026-03-02");
    assert_eq!(dated(&mut desk, ""), "2026-03-01");
}

#[test]
fn fields_and_order_are_those_of_the_files() {
    let mut desk = desk();
    change(&mut desk, Command::Move { file: "storm.md".to_owned(), direction: Direction::Up })
        .unwrap();
    // What comes later stands at the end.
    add(
        &mut desk,
        &[("first.txt", "First words\n\nSeen on 1 March.\n\n“We go,” said Eve Brown.".as_bytes())],
    );
    let view = change(&mut desk, set("first.txt", Field::Authors, "Jane Roe, John Roe")).unwrap();
    assert_eq!(view.problems, []);
    assert_eq!(files(&view), ["storm.md", "calm.md", "first.md"]);
    let row = &view.articles[2];
    assert_eq!(row.fields[..3], ["First words", "", "Jane Roe, John Roe"].map(str::to_owned));
    assert_eq!(row.n_quotations, 1);
    let view = change(&mut desk, Command::Remove("calm.md".to_owned())).unwrap();
    assert_eq!(files(&view), ["storm.md", "first.md"]);
}

#[test]
fn a_field_is_set_and_emptied_whatever_name_it_came_under() {
    let mut desk = Desk::default();
    let hugo = "---\ntitle: All calm\ndate: 2026-03-01\nauthor:\n  - Jane Roe\n  - John Roe\n---\n\n“It is calm,” said Ada Voss.\n";
    let plain = "---\ncreator: Jane Roe\nslug: wind\n---\nA storm\n\n“It will not stay calm,” said Ben Roe.\n";
    add(&mut desk, &[("a.md", hugo.as_bytes()), ("b.txt", plain.as_bytes())]);
    let fields = |view: &View, at: usize| view.articles[at].fields.clone();
    let view = change(&mut desk, set("a.md", Field::Published, "2026-03-02")).unwrap();
    assert_eq!((fields(&view, 0)[3].as_str(), view.problems), ("2026-03-02", Vec::new()));
    let view = change(&mut desk, set("a.md", Field::Published, "")).unwrap();
    assert_eq!((fields(&view, 0)[3].as_str(), view.problems), ("", Vec::new()));
    let view = change(&mut desk, set("a.md", Field::Authors, "")).unwrap();
    assert_eq!((fields(&view, 0)[2].as_str(), view.problems), ("", Vec::new()));
    let view = change(&mut desk, set("b.txt", Field::Outlet, "The Post")).unwrap();
    let row = view.articles.iter().find(|row| row.file == "b.md").expect("it is Markdown now");
    assert_eq!(row.slug, "wind");
    assert_eq!(row.fields[..3], ["A storm", "The Post", "Jane Roe"].map(str::to_owned));
    let view = change(&mut desk, set("b.md", Field::Authors, "")).unwrap();
    let row = view.articles.iter().find(|row| row.file == "b.md").expect("it is there");
    assert_eq!((row.fields[2].as_str(), view.problems), ("", Vec::new()));
}

#[test]
fn what_is_said_of_an_article_goes_with_it() {
    let mut desk = desk();
    let (view, _) = desk.look(|_| {});
    let question = &view.review.questions[0];
    assert_eq!((view.review.n_left, question.names.len()), (2, 1));
    let say =
        Command::Say { key: question.key.clone(), said: "right".to_owned(), name: String::new() };
    let view = change(&mut desk, say).unwrap();
    assert_eq!(view.review.n_left, 1);
    let file = format!("{}.md", question.slug);
    let view = change(&mut desk, Command::Remove(file)).unwrap();
    assert_eq!((view.problems, view.articles.len()), (Vec::new(), 1));
    assert!(desk.folder().read().is_ok());
}

#[test]
fn what_the_front_page_shows_of_an_article_goes_with_it() {
    let telling = |slug: &str| format!("[[telling]]\narticle = \"{slug}\"\nwords = \"It\"\n");
    let settings = format!("title = \"T\"\n{}{}", telling("calm"), telling("storm"));
    let mut desk = Desk::default();
    let (calm, storm) = (("calm.md", CALM.as_bytes()), ("storm.md", STORM.as_bytes()));
    let view = add(&mut desk, &[("dossier.toml", settings.as_bytes()), calm, storm]);
    assert_eq!((view.problems, view.title.as_str()), (Vec::new(), "T"));
    let view = change(&mut desk, Command::Remove("calm.md".to_owned())).unwrap();
    assert_eq!((view.problems, view.articles.len()), (Vec::new(), 1));
    let left = desk.folder().files().find(|(path, _)| *path == "dossier.toml").unwrap().1.to_vec();
    assert_eq!(String::from_utf8(left).unwrap(), format!("title = \"T\"\n{}", telling("storm")));
}

#[test]
fn a_command_says_whether_the_dossier_is_another_now() {
    let mut desk = desk();
    let mut is_other = |command| desk.change(&command, Vec::new(), |_| {}).unwrap();
    assert!(is_other(set("calm.md", Field::Outlet, "The Post")));
    assert!(is_other(Command::Undo));
    assert!(!is_other(Command::Add(Vec::new())));
}

#[test]
fn a_document_is_an_article_also_in_a_zip() {
    let xml = "<w:p><w:r><w:t>Notes</w:t></w:r></w:p><w:p><w:r><w:t>“We go,” said Eve Brown.</w:t></w:r></w:p>";
    let document = pack([("word/document.xml", xml.as_bytes())]);
    let zip = pack([("calm.md", CALM.as_bytes()), ("in.docx", &*document)]);
    let inner = pack([("in.zip", &*pack([("calm.md", CALM.as_bytes())]))]);
    let mut desk = Desk::default();
    let view = add(&mut desk, &[("all.zip", &zip), ("outer.zip", &inner)]);
    assert_eq!(files(&view), ["calm.md", "notes.md"]);
    assert_eq!((view.n_quotations, view.n_named), (2, 2));
    let words = problems(&view);
    assert!(words[0].starts_with("outer.zip/in.zip: is a zip in a zip;"), "{words:?}");
    assert_eq!(words.len(), 1);
}

#[test]
fn the_folder_of_a_dossier_is_taken_as_it_is() {
    let mut desk = Desk::default();
    let page = "<html><head><title>Long other title</title></head><body><article><p>“We go,” said Ada Voss, the \
                mayor, when the council met in the town hall on Monday.</p></article></body></html>";
    let settings = "title = \"T\"\narticles = [\"x.html\", \"a.md\", \"b.md\"]\n";
    let dossier: [(&str, &[u8]); 4] = [
        ("a.md", CALM.as_bytes()),
        ("b.md", CALM.as_bytes()),
        ("dossier.toml", settings.as_bytes()),
        ("x.html", page.as_bytes()),
    ];
    let view = add(&mut desk, &dossier);
    assert_eq!(files(&view), ["x.html", "a.md", "b.md"], "{:?}", view.problems);
    // A file that could not be read is named, and another picture of a name is not put in the place of one.
    let names = vec!["gone.md".to_owned(), "a.png".to_owned(), "a.png".to_owned()];
    let contents = vec![Err("could not be read".to_owned()), Ok(vec![1]), Ok(vec![2])];
    desk.change(&Command::Add(names), contents, |_| {}).unwrap();
    let (view, _) = desk.look(|_| {});
    let problems: Vec<&str> = view.problems.iter().map(|problem| problem.words.as_str()).collect();
    assert!(problems.contains(&"could not be read."), "{problems:?}");
    assert!(problems.iter().any(|words| words.contains("is another file than")), "{problems:?}");
}

#[test]
fn what_cannot_be_taken_names_a_fault_and_counts_the_others() {
    let gone = "[[correction]]\narticle = \"gone\"\nwords = \"a\"\nspeaker = \"B\"\n";
    for (n_faults, end) in [(2, " And 1 further fault."), (3, " And 2 further faults.")] {
        let mut desk = Desk::default();
        let settings = format!("title = \"T\"\n{}", gone.repeat(n_faults));
        add(&mut desk, &[("dossier.toml", settings.as_bytes()), ("calm.md", CALM.as_bytes())]);
        let error = desk.take(Form::Table, Files::new(), |_| {}).unwrap_err();
        assert!(error.starts_with("dossier.toml: ") && error.ends_with(end), "{error}");
    }
}

#[test]
fn settings_at_fault_do_not_hide_the_articles() {
    let mut desk = Desk::default();
    let view = add(
        &mut desk,
        &[
            ("dossier.toml", b"title = \"T\"\n[[correction]]\narticle = \"gone\"\nwords = \"a\"\nspeaker = \"B\"\n"),
            ("calm.md", CALM.as_bytes()),
            ("storm.md", STORM.as_bytes()),
        ],
    );
    assert_eq!((view.title.as_str(), files(&view)), ("T", vec!["calm.md", "storm.md"]));
    assert!(
        view.problems.iter().any(|problem| problem.words.contains("there is no article `gone`"))
    );
    // Nor do they keep them from being put into another order.
    let down = Command::Move { file: "calm.md".to_owned(), direction: Direction::Down };
    change(&mut desk, down).unwrap();
    let settings = desk.folder().files().find(|(path, _)| *path == "dossier.toml").unwrap().1;
    let settings = String::from_utf8(settings.to_vec()).unwrap();
    assert!(settings.contains("articles = [\"storm.md\", \"calm.md\"]"), "{settings}");
}

/// An engine that can make dossiers.
fn engine() -> Files {
    let mut engine = support::engine();
    for (name, bytes) in
        [("make.js", b"make();".as_slice()), ("maker.js", b"maker();"), ("maker_bg.wasm", b"\0asm")]
    {
        engine.insert(name.to_owned(), bytes.to_vec());
    }
    engine
}

fn unpacked(taken: &Taken) -> Files {
    let unpacked = unpack(&taken.bytes, Limits::default()).expect("it is a zip");
    assert_eq!(unpacked.refused, []);
    unpacked.files.into_iter().collect()
}

#[test]
fn the_folder_is_read_back_without_loss_and_its_site_can_make_dossiers_too() {
    let mut desk = desk();
    change(&mut desk, Command::Title("The harbour".to_owned())).unwrap();
    let folder = desk.take(Form::Folder, Files::new(), |_| {}).unwrap();
    assert_eq!((folder.name.as_str(), folder.kind), ("the-harbour.zip", "application/zip"));
    let mut other = Desk::default();
    add(&mut other, &[("the-harbour.zip", &folder.bytes)]);
    assert_eq!(other.folder(), desk.folder());

    let site = desk.take(Form::Site, engine(), |_| {}).unwrap();
    assert_eq!(site.name, "the-harbour-site.zip");
    let files = unpacked(&site);
    for name in
        ["index.html", "articles/calm.html", "make.html", "made.html", "maker.js", "dossier.html"]
    {
        assert!(files.contains_key(name), "{name}: {:?}", files.keys());
    }
    let page = String::from_utf8(files["make.html"].clone()).unwrap();
    for name in engine().keys().filter(|name| !name.ends_with(".wasm")) {
        assert!(page.contains(name.as_str()), "{name}");
    }
    // A site is an engine as well, and what it makes is the same.
    assert!(desk.take(Form::Site, files.clone(), |_| {}).unwrap() == site);
    let one_file = desk.take(Form::OneFile, engine(), |_| {}).unwrap();
    assert!(one_file.bytes == files["dossier.html"]);
    let error = desk.take(Form::Site, Files::new(), |_| {}).unwrap_err();
    assert!(error.contains("has no index.html"), "{error}");
}

#[test]
fn quotations_are_taken_away_as_a_table_and_as_data() {
    let desk = desk();
    let table = desk.take(Form::Table, Files::new(), |_| {}).unwrap();
    assert_eq!((table.name.as_str(), table.kind), ("untitled-dossier.csv", "text/csv"));
    let data = desk.take(Form::Data, Files::new(), |_| {}).unwrap();
    let records: serde_json::Value = serde_json::from_slice(&data.bytes).unwrap();
    let records = records.as_array().unwrap();
    assert!(!records.is_empty());
    let table = String::from_utf8(table.bytes).unwrap();
    assert_eq!(table.lines().count(), 1 + records.len());
    for record in records {
        assert!(table.contains(record["words"].as_str().unwrap()), "{record}");
    }
}

#[test]
fn where_nothing_can_be_taken_nothing_can_be_taken_back() {
    let mut desk = desk();
    let last = add(&mut desk, &[("more.md", b"# More\n\nWords.")]).last;
    let view = add(&mut desk, &[("notes.pdf", b"%PDF")]);
    assert_eq!(view.last, last);
    assert_eq!(problems(&view), ["notes.pdf: is a PDF; copy its text and paste it here."]);
}

#[test]
fn what_is_made_is_what_the_command_reads() {
    let mut desk = desk();
    add(&mut desk, &[("page.html", b"<html><head><title>A page</title></head><body><article><p>The council met on Monday to speak of the harbour and of the boats in it.</p></article></body></html>")]);
    let folder = desk.take(Form::Folder, Files::new(), |_| {}).unwrap();
    let project = unpacked(&folder).iter().fold(Project::empty(), |project, (path, bytes)| {
        project.file(path.strip_prefix("untitled-dossier/").expect("it is in a folder"), bytes)
    });
    let read = project.read().expect("it is sound");
    let ours = desk.folder().read().expect("it is sound");
    assert_eq!(read.masthead, ours.masthead);
    assert_eq!(read.articles, ours.articles);
    assert_eq!(read.file_names, ours.file_names);
}

#[test]
fn dossiers_that_are_kept_can_be_told_apart() {
    let kept = |title: &str, changed: &str, n_articles: usize, is_beside: bool| KeptDossier {
        title: title.to_owned(),
        changed: changed.to_owned(),
        n_articles: Some(n_articles),
        is_beside,
        ..KeptDossier::default()
    };
    let dossiers = vec![
        kept("The harbour", "2026-03-01T10:27", 1, false),
        kept("Untitled dossier", "2026-03-01T10:27", 3, false),
        kept("Untitled dossier", "2026-03-01T10:27", 3, true),
        kept("Untitled dossier", "2026-03-01T10:27", 3, false),
    ];
    assert_eq!(
        names_of(&dossiers),
        [
            "“The harbour”",
            "“Untitled dossier”, 1 March 2026, 10:27, 3 articles",
            "“Untitled dossier”, 1 March 2026, 10:27, 3 articles, copy, from a second tab",
            "“Untitled dossier” (2), 1 March 2026, 10:27, 3 articles",
        ]
    );
}

#[test]
fn one_word_is_no_words() {
    let mut desk = Desk::default();
    let view = add(&mut desk, &[("a.txt", b"Calm."), ("b.md", CALM.as_bytes())]);
    let amounts = |file: &str| view.articles.iter().find(|row| row.file == file).map(Row::amounts);
    assert_eq!(amounts("a.txt"), Some(["1 word", "0 quotations"].map(str::to_owned)));
    assert_eq!(amounts("b.md"), Some(["10 words", "1 quotation"].map(str::to_owned)));
}

#[test]
fn each_copy_has_a_title_of_its_own() {
    let taken =
        |titles: &[&str]| titles.iter().map(|title| (*title).to_owned()).collect::<Vec<_>>();
    for (title, others, expected) in [
        ("A", taken(&["A"]), "A (copy)"),
        ("A", taken(&["A", "A (copy)"]), "A (copy 2)"),
        ("A (copy)", taken(&["A (copy)"]), "A (copy 2)"),
        ("A (copy 2)", taken(&["A (copy 2)"]), "A (copy)"),
        ("A (copyright)", taken(&[]), "A (copyright) (copy)"),
    ] {
        assert_eq!(title_of_copy(title, &others), expected);
    }
}

#[test]
fn a_folder_of_nothing_is_empty() {
    assert!(Folder::default().is_empty());
    assert!(Folder::of([("dossier.toml".to_owned(), Vec::new())]).is_empty());
}
