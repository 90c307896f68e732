//! [`Reading`]: the reader beside it.

use web_sys::HtmlIFrameElement;
use yew::prelude::*;

use crate::maker::effects::frame::{self, FRAME, Pack};

#[derive(Properties, PartialEq)]
pub struct ReadingProps {
    pub pack: Pack,
    /// The dossier's title.
    pub title: String,
}

/// The reader in a frame, which starts anew with each pack, where it was.
#[component]
pub fn Reading(props: &ReadingProps) -> Html {
    let ReadingProps { pack, title } = props;
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(pack.clone(), move |pack| {
            if let Some(frame) = node.cast::<HtmlIFrameElement>() {
                frame::give(&frame, pack);
            }
        });
    }
    html! { <iframe id={FRAME} class="reading" title={format!("The reader: {title}")} ref={node} /> }
}
