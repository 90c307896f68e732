//! [`use_document`]: the title and the look of the document follow the state.

use yew::prelude::*;

use crate::app::effects::page;
use crate::app::reader::DossierRef;
use crate::state::State;
use crate::wording::page_title;

/// Has the document's title name what is shown, and its root have the attributes that the style sheet
/// reads.
#[hook]
pub fn use_document(dossier: &DossierRef, state: &UseReducerHandle<State>) {
    {
        let (dossier, is_live) = (dossier.clone(), state.is_live);
        use_effect_with((state.route.clone(), is_live), move |(route, is_live)| {
            if *is_live {
                page::set_title(&page_title(&dossier, route));
            }
        });
    }
    let lent = (state.route.look, state.route.theme, state.is_live);
    use_effect_with(lent, |(look, theme, is_live)| {
        if *is_live {
            page::set_host_look(&look.properties(*theme));
        }
    });
    let look = (state.preferences, state.theme(), state.route.embed, state.is_live);
    use_effect_with(look, |(preferences, theme, embed, is_live)| {
        if *is_live {
            page::set_look(preferences, *theme, *embed);
        }
    });
}
