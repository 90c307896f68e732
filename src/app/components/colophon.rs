//! [`Colophon`]: what this is.

use yew::prelude::*;

/// The foot of every view.
#[component]
pub fn Colophon() -> Html {
    html! {
        <footer class="colophon">
            <p>
                { "Quotations are found and attributed by rules, and corrected by the editors of this \
                   dossier. Each shows its evidence; where the text does not make the speaker plain, \
                   it is left open. The articles remain their publishers’." }
            </p>
        </footer>
    }
}
