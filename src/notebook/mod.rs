//! The notebook: what a reader marked, noted and pinned, and its exchange as W3C Web Annotations.
//!
//! A note is anchored to words ([`crate::anchor`]), or it keeps a view by its address. Notes have ids of their own,
//! so that two notebooks of one dossier merge: of two states of one note the later stands.

mod instant;

mod note;

mod collection;

mod annotation;
mod corrections;

pub use self::annotation::AnnotationPage;
pub use self::collection::{Merged, NoteChange, Notebook};
pub use self::corrections::corrections;
pub use self::note::{About, Names, Note, Says, Standing};

#[cfg(test)]
mod tests {
    use super::instant::is_time;
    use super::*;
    use crate::anchor::{Anchor, Place};
    use crate::article::ArticleId;
    use crate::dossier::Dossier;
    use crate::span::Span;

    fn words(id: &str, modified: &str, text: &str) -> Note {
        let anchor = Anchor::new("All calm\n“It is calm,” said Ada Voss.", Span::new(12, 22));
        Note {
            id: format!("urn:uuid:{id}"),
            created: "2026-11-27T20:15:00.000Z".to_owned(),
            modified: modified.to_owned(),
            text: text.to_owned(),
            tags: vec!["weather".to_owned(), "Kabul, fall of".to_owned()],
            about: About::Words { article: "calm".to_owned(), anchor },
            says: None,
        }
    }

    fn view() -> Note {
        let about = About::View { url: "?q=calm".to_owned(), title: "“calm”".to_owned() };
        Note { about, tags: Vec::new(), ..words("2", "2026-11-27T20:16:00.000Z", "") }
    }

    #[test]
    fn annotations_and_back_is_the_same() {
        let notes = [words("1", "2026-11-27T20:15:00.000Z", "A “note” <b>&\n\nof lines"), view()];
        let page = AnnotationPage::of(&notes, "https://a.example/b/", "Calm");
        let json = serde_json::to_string(&page).expect("it can be written");
        let read: AnnotationPage = serde_json::from_str(&json).expect("it was just written");
        assert_eq!(read.notes(), (notes.to_vec(), 0));
        assert!(json.contains("\"source\":\"https://a.example/b/articles/calm.html\""), "{json}");
        assert!(json.contains("\"type\":\"TextQuoteSelector\",\"exact\":\"It is calm\""), "{json}");
    }

    #[test]
    fn what_is_pinned_is_pinned_once_and_a_new_objection_takes_the_place_of_the_old() {
        let mut notebook = Notebook::default();
        let pin = |id| Note { tags: Vec::new(), ..words(id, "2026-11-27T20:15:00.000Z", "") };
        notebook.pin(Note { text: "mine".to_owned(), ..pin("1") });
        notebook.pin(pin("2"));
        assert_eq!(notebook.notes().iter().map(|note| &*note.text).collect::<Vec<_>>(), ["mine"]);
        let objection = |id, says| Note { says: Some(says), ..pin(id) };
        notebook.pin(objection("3", Says::Nobody));
        let name = || Says::Speaker("Otto Lind".to_owned());
        notebook.pin(objection("4", name()));
        let says: Vec<Option<Says>> =
            notebook.notes().iter().map(|note| note.says.clone()).collect();
        assert_eq!(says, [None, Some(name())]);
        // Who somebody is too is another matter than who said it.
        let names = || Names { speaker: "Ada Voss".to_owned(), other: "A. Voss".to_owned() };
        notebook.pin(objection("5", Says::Same(names())));
        notebook.pin(objection("6", Says::Different(names())));
        assert_eq!(notebook.len(), 3);
        notebook.pin(view());
        notebook.pin(view());
        assert_eq!(notebook.len(), 4);
    }

    #[test]
    fn objections_are_corrections() {
        let mut notebook = Notebook::default();
        let says = Some(Says::Speaker("Ben \"Q\" Roe".to_owned()));
        notebook.put(Note { says, ..words("1", "2026-11-27T20:15:00.000Z", "") });
        notebook.put(view());
        assert_eq!(
            corrections(&notebook, &Dossier::sample()),
            "[[correction]]\narticle = \"calm\"\nwords = \"It is calm\"\nspeaker = \"Ben \\\"Q\\\" Roe\"\n\n"
        );
        let notes = notebook.notes().into_iter().cloned().collect::<Vec<_>>();
        let page = AnnotationPage::of(&notes, "https://a.example/", "Calm");
        assert_eq!(page.notes(), (notes, 0));
    }

    #[test]
    fn objections_to_a_speaker_are_speakers() {
        let mut notebook = Notebook::default();
        let says =
            |id, says| Note { says: Some(says), ..words(id, "2026-11-27T20:15:00.000Z", "") };
        let names = |speaker: &str, other: &str| Names {
            speaker: speaker.to_owned(),
            other: other.to_owned(),
        };
        notebook.put(says("1", Says::Same(names("A. Voss", "Ada Voss"))));
        notebook.put(says("2", Says::Same(names("Voss", "Ada Voss"))));
        notebook.put(says("3", Says::Different(names("Ada Voss", "Eva Voss"))));
        assert_eq!(
            corrections(&notebook, &Dossier::sample()),
            "[[speaker]]\nname = \"Ada Voss\"\naliases = [\"A. Voss\", \"Voss\"]\n\n\
             [[different]]\nnames = [\"Ada Voss\", \"Eva Voss\"]\n\n"
        );
        let notes = notebook.notes().into_iter().cloned().collect::<Vec<_>>();
        let page = AnnotationPage::of(&notes, "https://a.example/", "Calm");
        assert_eq!(page.notes(), (notes, 0));
        assert_eq!(Says::from_value("same speaker: Ada Voss\n "), None);
    }

    #[test]
    fn what_is_no_note_is_counted() {
        let hostile = r#"{"items":[
            {"target":{"source":"x"}},
            {"id":"a","created":"2026-11-27T20:15:00Z"},
            7, [],
            {"id":"a","created":"2026-11-27T20:15:00Z","target":{"source":"articles/x.html","selector":[{"exact":""}]}},
            {"id":"b","created":"2026-11-27T20:15:00Z","target":{"source":"javascript:alert(1)"}}
        ]}"#;
        let page: AnnotationPage = serde_json::from_str(hostile).expect("it is a page");
        assert_eq!(page.notes(), (Vec::new(), 6));
    }

    /// The notes of a file, which can be read in all parts.
    #[track_caller]
    fn notes_of(json: &str) -> Vec<Note> {
        let page: AnnotationPage = serde_json::from_str(json).expect("it holds annotations");
        let (notes, n_unreadable) = page.notes();
        assert_eq!(n_unreadable, 0, "{json}");
        notes
    }

    #[test]
    fn annotations_of_other_programs_are_read_in_every_legal_form() {
        let target = r#""target":{"source":{"id":"https://a.example/articles/calm.html"},"selector":
            {"type":"TextQuoteSelector","exact":"It is calm"}}"#;
        let one = format!(r#"{{"type":["Annotation"],"body":"https://b.example/",{target}}}"#);
        let expected = notes_of(&one);
        let About::Words { article, anchor } = &expected[0].about else { panic!("{expected:?}") };
        assert_eq!((&**article, &*anchor.exact), ("calm", "It is calm"));
        assert_eq!(expected[0].text, "https://b.example/");
        for file in [
            format!("[{one}]"),
            format!(r#"{{"type":"AnnotationPage","items":[{one}]}}"#),
            format!(r#"{{"type":"AnnotationCollection","items":[{one}]}}"#),
            format!(r#"{{"type":"AnnotationCollection","first":{{"items":[{one}]}}}}"#),
        ] {
            assert_eq!(notes_of(&file), expected, "{file}");
        }
        for body in [
            r#""body":{"type":"TextualBody","value":"A"}"#,
            r#""body":[{"value":"A","purpose":["commenting"]},{"id":"https://b.example/"}]"#,
            r#""bodyValue":"A""#,
        ] {
            let notes = notes_of(&format!("{{{body},{target}}}"));
            assert_eq!(notes[0].text, "A", "{body}");
            assert!(notes[0].id.starts_with("urn:whosaid:") && is_time(&notes[0].created));
        }
        assert_eq!(notes_of(&format!("{{{target}}}"))[0].text, "");
        for target in [
            r#""https://a.example/?q=calm""#,
            r#"{"id":"https://a.example/?q=calm"}"#,
            r#"["https://a.example/", {"source":"https://a.example/?q=calm"}]"#,
            r#"{"source":"?q=calm","selector":[{"type":"RangeSelector","start":{},"end":{}}]}"#,
        ] {
            let notes = notes_of(&format!(r#"{{"id":"a","target":{target}}}"#));
            let url = "?q=calm".to_owned();
            assert_eq!(notes[0].about, About::View { url, title: String::new() }, "{target}");
        }
        assert!(serde_json::from_str::<AnnotationPage>(r#"{"notes":[]}"#).is_err());
    }

    #[test]
    fn what_nests_too_deep_for_the_stack_is_refused() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(serde_json::from_str::<AnnotationPage>(&deep).is_err());
    }

    #[test]
    fn of_two_states_the_later_stands() {
        let mut notebook = Notebook::default();
        notebook.put(words("1", "2026-11-27T20:15:00.000Z", "old"));
        let later = words("1", "2026-11-27T20:20:00.000Z", "new");
        let earlier = words("1", "2026-11-27T20:10:00.000Z", "older");
        let merged = notebook.merge([later, earlier, view()]);
        assert_eq!(merged, Merged { n_new: 1, n_changed: 1, n_unreadable: 0 });
        assert_eq!(notebook.get("urn:uuid:1").map(|note| &*note.text), Some("new"));
    }

    #[test]
    fn of_two_states_in_different_zones_the_later_stands() {
        let is_later = |state: &str| {
            let mut notebook = Notebook::default();
            notebook.put(words("1", "2026-11-27T20:00:00Z", "old"));
            notebook.merge([words("1", state, "new")]).n_changed == 1
        };
        for state in
            ["2026-11-27T20:00:00.5Z", "2026-11-27T19:30:00-01:00", "2026-11-28T05:31:00+09:30"]
        {
            assert!(is_later(state), "{state}");
        }
        for state in ["2026-11-27T21:00:00+02:00", "2026-11-27T20:00:00.000Z", "2026-11-28"] {
            assert!(!is_later(state), "{state}");
        }
    }

    /// Browsers keep notes by the names of these variants and fields, so another name loses them.
    #[test]
    fn notes_that_browsers_keep_are_read() {
        let anchor =
            r#"{"exact":"It is calm","prefix":"“","suffix":",","start":10,"end":20,"text":"0a"}"#;
        let about = [
            format!(r#"{{"Words":{{"article":"calm","anchor":{anchor}}}}}"#),
            r#"{"View":{"url":"./?q=calm","title":"Calm"}}"#.to_owned(),
        ];
        let names = r#"{"speaker":"Ada Voss","other":"Ada"}"#;
        let says = [
            "null".to_owned(),
            r#""Nobody""#.to_owned(),
            r#""NoQuotation""#.to_owned(),
            r#"{"Speaker":"Ada Voss"}"#.to_owned(),
            format!(r#"{{"Same":{names}}}"#),
            format!(r#"{{"Different":{names}}}"#),
        ];
        for (about, says) in
            about.iter().flat_map(|about| says.iter().map(move |says| (about, says)))
        {
            let kept = format!(
                r#"{{"id":"a","created":"c","modified":"m","text":"t","tags":["u"],"about":{about},"says":{says}}}"#
            );
            let note: Note = serde_json::from_str(&kept).expect(&kept);
            assert_eq!(serde_json::to_string(&note).unwrap(), kept);
        }
    }

    #[test]
    fn words_are_found_in_the_article_or_not() {
        let mut notebook = Notebook::default();
        notebook.put(words("1", "2026-11-27T20:15:00.000Z", ""));
        let text = "All calm\n“It is calm,” said Ada Voss.";
        assert_eq!(notebook.in_article("calm", text)[0].0, Span::new(12, 22));
        assert!(notebook.in_article("calm", &text.replace("calm,", "still,")).is_empty());
        assert!(notebook.in_article("storm", text).is_empty());
        let dossier = Dossier::sample();
        let standing = notebook.get("urn:uuid:1").map(|note| note.standing(&dossier));
        assert_eq!(standing, Some(Standing::Found(ArticleId(0), Place::Here(Span::new(12, 22)))));
    }
}
