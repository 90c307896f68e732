//! What the lines under quotations mean.

use yew::prelude::*;

use crate::i18n::tr;
use crate::quotation::Kind;
use crate::wording::{kind_meaning, kind_name};

/// The four lines, each with its name and meaning, in an article in which it is found who speaks, or is not.
pub fn legend(names_speakers: bool) -> Html {
    let lines = Kind::ALL.into_iter().map(|kind| {
        let name = kind_name(kind);
        let example = match kind {
            Kind::Mixed => html! {
                <>
                    { format!("{name}: ") }
                    <span class="own-words">{ tr!("“own words”") }</span>
                    { tr!(" within") }
                </>
            },
            _ => html! { { name } },
        };
        html! {
            <>
                <dt><span class="line" data-kind={kind.name()}>{ example }</span></dt>
                <dd>{ kind_meaning(kind) }</dd>
            </>
        }
    });
    html! {
        <details class="legend" open=true>
            <summary dir="auto">{ tr!("Lines") }</summary>
            <dl>
                { for lines }
                <dt>
                    <span class="line" data-kind="indirect" data-speaker="unattributed">
                        { tr!("Unattributed") }
                    </span>
                </dt>
                <dd>
                    if names_speakers {
                        { tr!("said, but the text does not make plain by whom") }
                    } else {
                        { tr!("in quotation marks; by whom is not read in this language") }
                    }
                </dd>
            </dl>
        </details>
    }
}
