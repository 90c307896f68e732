//! [`Reading`]: the reader beside it.

use web_sys::HtmlIFrameElement;
use yew::prelude::*;

use crate::maker::effects::frame::{self, FRAME, Pack};

#[derive(Properties, PartialEq)]
pub struct ReadingProps {
    pub pack: Pack,
    /// The dossier's number, where it is kept: the reader keeps notes and places by it.
    pub number: Option<u32>,
    /// The dossier's title.
    pub title: String,
    /// Something is dragged into the frame.
    pub ondragged_in: Callback<()>,
}

/// The reader in a frame, which starts anew with each pack, where it was.
#[component]
pub fn Reading(props: &ReadingProps) -> Html {
    let ReadingProps { pack, number, title, ondragged_in } = props;
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(pack.clone(), move |pack| {
            if let Some(frame) = node.cast::<HtmlIFrameElement>() {
                frame::give(&frame, pack);
            }
        });
    }
    let listening = use_mut_ref(|| None);
    let onload = {
        let (node, ondragged_in) = (node.clone(), ondragged_in.clone());
        Callback::from(move |_: Event| {
            let frame = node.cast::<HtmlIFrameElement>();
            *listening.borrow_mut() =
                frame.and_then(|frame| frame::on_dragged_in(&frame, ondragged_in.clone()));
        })
    };
    html! {
        <iframe
            id={FRAME}
            {onload}
            class="reading"
            title={format!("The reader: {title}")}
            data-dossier={number.map(|number| number.to_string())}
            ref={node}
        />
    }
}
