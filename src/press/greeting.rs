//! What `make.html` shows first: its page holds it, and the maker's program draws it again once it runs.

use yew::{Html, html};

/// Whose page it is, and where the texts stay.
pub fn masthead() -> Html {
    html! {
        <header class="masthead">
            <p class="wordmark"><a href="./">{ "Who" }<i>{ "said" }</i></a></p>
            <p class="private">
                { "Your texts stay in this browser. Nothing is uploaded: this page may speak to its own site alone." }
            </p>
        </header>
    }
}

/// What the page is for.
pub fn purpose() -> Html {
    html! {
        <>
            <h1>{ "Make a dossier" }</h1>
            <p class="lead">
                { "Add articles, and read who said what in them: in whose words, in which article, and where the \
                   articles differ." }
            </p>
        </>
    }
}

/// All that stands there until the program runs.
pub fn greeting() -> Html {
    html! {
        <div class="desk">
            { masthead() }
            <main aria-busy="true">
                <div class="work">
                    { purpose() }
                    <p class="status" role="status">{ "Loading the program …" }</p>
                </div>
            </main>
        </div>
    }
}
