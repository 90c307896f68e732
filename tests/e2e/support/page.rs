//! The page as tests may rely on it: its parts by selectors, and the steps that many scenarios take.
//!
//! The selectors are those of the contract in `ARCHITECTURE.md`; the few beyond it are named by what a
//! reader sees.

use super::Stage;
use serde_json::Value;

/// The search field.
pub const SEARCH: &str = "search input[type=search]";

/// The results.
pub const RESULT: &str = "[aria-label=Results] > [data-article][data-paragraph]";

/// Where counts are announced.
pub const STATUS: &str = "main [role=status]";

/// A speaker's checkbox, as a JavaScript list.
pub const SPEAKERS: &str = "[...document.querySelectorAll('fieldset')]
    .filter(group => group.querySelector('legend').textContent === 'Speakers')
    .flatMap(group => [...group.querySelectorAll('input[type=checkbox]')])";

/// The words that are painted under a name of the CSS Custom Highlight API, as a JavaScript list.
pub fn painted(name: &str) -> String {
    format!("[...(CSS.highlights.get('{name}') ?? [])].map(range => range.toString())")
}

impl Stage {
    /// Types a query into the search field and waits until it is answered.
    #[track_caller]
    pub fn search_for(&self, query: &str) {
        self.browser.click(SEARCH);
        self.browser.write(query);
        self.wait_for_answer_to(query);
    }

    /// Waits until the status speaks of this query.
    #[track_caller]
    pub fn wait_for_answer_to(&self, query: &str) {
        let quoted = serde_json::to_string(&format!("“{query}”")).expect("text is JSON");
        self.browser.wait_for(&format!(
            "document.querySelector('{STATUS}').textContent.replace(/[\\u2068\\u2069]/g, '').includes({quoted})"
        ));
    }

    /// Waits until the URL fulfils a condition and shows what it asks for: it changes at once, while a search
    /// may take several tasks on a busy machine.
    #[track_caller]
    pub fn wait_for_results(&self, condition: &str) {
        self.browser.wait_for(&format!(
            "({condition}) && document.querySelector('{STATUS}').textContent !== 'Searching …'"
        ));
    }

    /// Ticks or unticks a speaker's checkbox, and waits for the results.
    #[track_caller]
    pub fn toggle_speaker(&self, slug: &str) {
        let is_chosen =
            format!("new URLSearchParams(location.search).getAll('speaker').includes('{slug}')");
        let before = self.browser.eval(&is_chosen);
        self.browser.click(&format!("label:has(> input[type=checkbox][value='{slug}'])"));
        self.wait_for_results(&format!("{is_chosen} !== {before}"));
    }

    /// Chooses colours in the dialog of the display.
    #[track_caller]
    pub fn choose_colours(&self, name: &str) {
        self.browser.click(".masthead-tools button[aria-label^=Aa]");
        self.browser.click(&format!("dialog label:has(> input[value={name}])"));
        self.browser.press(&["Escape"]);
        self.browser.wait_for("!document.querySelector('dialog')");
    }

    /// The first speaker who has said something among the present results: the checkbox's value.
    #[track_caller]
    pub fn some_speaker(&self) -> String {
        let slug = self.browser.eval(&format!(
            "{SPEAKERS}.find(box => !box.checked && box.value !== 'unattributed' \
             && !/\\b0$/.test(box.closest('label').textContent)).value"
        ));
        slug.as_str().expect("somebody speaks").to_string()
    }

    /// What the reader has before them, so that two ways to the same view can be compared.
    #[track_caller]
    pub fn view(&self) -> Value {
        self.browser.eval(&format!(
            "({{
                url: location.pathname + location.search + location.hash,
                heading: document.querySelector('main h1')?.textContent,
                status: document.querySelector('{STATUS}').textContent,
                query: document.querySelector('{SEARCH}').value,
                results: [...document.querySelectorAll('{RESULT}')].map(item => item.textContent),
                article: document.querySelector('main article')?.id,
                chosen: [...document.querySelectorAll('input[type=checkbox]:checked')]
                    .map(box => box.value),
                counts: {SPEAKERS}.map(box => box.closest('label').textContent),
                hits: {},
            }})",
            painted("whosaid-hit")
        ))
    }
}
