//! Hostile texts at the doors of the command line and the core: what comes out is the text, or a refusal.

use whosaid::preferences::{Preferences, Stored};

use crate::support::{Project, engine};

#[path = "../data/hostile.rs"]
mod texts;

use texts::{dossier, in_one_line, is_fit, quoted};

fn project(files: impl IntoIterator<Item = (String, String)>) -> Project {
    let empty = Project::empty();
    files.into_iter().fold(empty, |project, (name, content)| project.file(&name, content))
}

#[test]
fn there_are_two_hundred_and_no_two_are_alike() {
    let texts = texts::texts();
    let different: std::collections::BTreeSet<_> = texts.iter().collect();
    assert_eq!(different.len(), texts.len());
    assert!(texts.len() >= 200, "{}", texts.len());
    assert!(texts.iter().any(|text| text.len() >= texts::LONG - 16));
}

#[test]
fn in_the_page_they_are_text() {
    // The longest are for the browser; unoptimised, they take half a minute.
    let is_chosen = |text: &String| is_fit(text) && text.len() < texts::LONG / 2;
    let fit: Vec<String> = texts::texts().into_iter().filter(is_chosen).collect();
    let project = project(dossier(&fit));
    let site = project.press(&engine());
    let mut pages = String::new();
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = std::str::from_utf8(bytes).unwrap();
        pages.push_str(page);
        if ["404.html", "dossier.html"].contains(&path.as_str()) {
            continue;
        }
        // Nothing that they open is opened, and the parts of the page are where they were.
        let n_data = usize::from(path.starts_with("articles/"));
        let n_strips = page.matches("<svg viewBox=\"0 0 120 8\"").count();
        for (sign, n) in [
            ("<script", 2 + n_data),
            ("<style", 1),
            ("<iframe", 0),
            ("<img", 0),
            ("<svg", n_strips),
            ("<base", 0),
            ("<title", 1),
            ("id=\"reader\"", 1),
            ("id=\"site-foot\"", 1),
            ("href=\"javascript:", 0),
            ("</html>", 1),
        ] {
            assert_eq!(page.matches(sign).count(), n, "{sign} in {path}");
        }
        // The marks of components are the only comments.
        let marks = page.matches("<!--<[").count() + page.matches("<!--</[").count();
        assert_eq!(page.matches("<!--").count(), marks, "{path}");
    }
    for text in &fit {
        let escaped =
            in_one_line(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        assert!(pages.contains(&escaped), "{text:?} is not there as {escaped:?}");
    }
    // The site is an engine in its turn, whatever is in it.
    assert_eq!(project.press(&site), site);
}

#[test]
fn what_no_file_may_hold_is_named_and_never_shown() {
    for text in texts::texts().iter().filter(|text| !is_fit(text)) {
        let character = text.chars().find(|character| character.is_control()).unwrap();
        let name = format!("U+{:04X}", u32::from(character));
        let check = |is_sound: bool, files: &[(&str, &str)]| {
            let files = files.iter().map(|(name, text)| (name.to_string(), text.to_string()));
            let project = project(files);
            let output = project.on_disk().run(&["check", "."]);
            let errors = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.success(), is_sound, "{text:?}: {errors}");
            assert!(errors.contains(&name), "{text:?}: {errors}");
            let is_harmless = |c: char| !c.is_control() || c == '\n';
            assert!(errors.chars().all(is_harmless), "{errors:?} would reach a terminal");
            for article in project.read().into_iter().flat_map(|source| source.articles) {
                assert!(article.text.chars().all(is_harmless), "{:?}", article.text);
            }
        };
        let article = "\"We go,\" said Jane Doe.\n";
        // As it is, and as an escape that stands for it.
        check(true, &[("dossier.toml", "title = \"T\"\n"), ("a.md", text)]);
        if character.is_ascii_whitespace() {
            continue; // As an escape it is a space.
        }
        // Quoted as JSON it is escaped, but for those that can be mended.
        let is_mended = u32::from(character) >= 0x80 && character != '\u{85}';
        let settings = format!("title = {}\n", quoted(text));
        check(is_mended, &[("dossier.toml", &settings), ("a.md", article)]);
        check(
            true,
            &[
                ("dossier.toml", "title = \"T\"\n"),
                ("a.md", &format!("---\ntitle: {}\n---\n\n{article}", quoted(text))),
            ],
        );
    }
}

#[test]
fn no_address_but_of_the_web_is_taken() {
    for text in texts::texts().iter().filter(|text| is_fit(text) && text.len() < 10_000) {
        let files = [
            (
                "dossier.toml".to_owned(),
                format!("title = \"T\"\nurl = {0}\n[embed]\nhosts = [{0}]\n", quoted(text)),
            ),
            ("a.md".to_owned(), "Text.\n".to_owned()),
        ];
        let errors = project(files).read().unwrap_err();
        let errors: String = errors.errors.iter().map(|error| format!("{error}\n")).collect();
        for file in ["./dossier.toml:2:", "./dossier.toml:4:"] {
            assert!(errors.contains(file), "{text:?} is taken: {errors}");
        }
    }
}

#[test]
fn an_article_lies_at_an_address_of_the_web() {
    for text in texts::texts().iter().filter(|text| is_fit(text) && text.len() < 10_000) {
        let article = format!("---\nurl: {}\n---\n\nText.\n", quoted(text));
        let files = [("a.md".to_owned(), article)];
        let url = project(files).read().unwrap().articles.remove(0).byline.url;
        // With a name before the host, too.
        let is_web = text.starts_with("https://") && !text.contains('"');
        assert_eq!(url.is_some(), is_web, "{text:?}: {url:?}");
    }
}

#[test]
fn as_stored_settings_they_are_set_aside() {
    for text in texts::texts() {
        let sound = serde_json::to_string(&Stored::from(Preferences::default())).unwrap();
        let in_place_of = |part: &str| {
            assert!(sound.contains(part), "{sound}");
            sound.replacen(part, &text, 1)
        };
        for stored in [text.clone(), in_place_of("auto"), in_place_of("usual"), in_place_of("3")] {
            let read = serde_json::from_str::<Stored>(&stored);
            assert_eq!(read.ok().and_then(Stored::preferences), None, "{stored}");
        }
        let sound = "2;theme=dark;text=usual;shortcuts=off";
        assert!(Preferences::from_version_2(sound).is_some());
        for part in ["2", "dark", "usual", "off"] {
            let stored = sound.replacen(part, &text, 1);
            assert_eq!(Preferences::from_version_2(&stored), None, "{stored}");
        }
        assert_eq!(Preferences::from_version_2(&format!("{sound}{text}")), None, "{text}");
    }
}
