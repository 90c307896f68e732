//! [`Reading`]: the reader beside it.

use wasm_bindgen_futures::spawn_local;
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

/// The reader in a frame, which starts anew with each pack, where it was and as far down.
#[component]
pub fn Reading(props: &ReadingProps) -> Html {
    let ReadingProps { pack, number, title, ondragged_in } = props;
    let node = use_node_ref();
    let was_at = use_mut_ref(|| None);
    let shown = use_mut_ref(|| None);
    {
        let (node, was_at, number) = (node.clone(), was_at.clone(), *number);
        use_effect_with(pack.clone(), move |pack| {
            let Some(frame) = node.cast::<HtmlIFrameElement>() else { return };
            // A dossier gets its number when it is kept, after it was shown.
            let is_again =
                shown.replace(Some(number)).is_some_and(|was| was.is_none() || was == number);
            let y = frame::give(&frame, pack, is_again);
            // Two packs may come before the reader has started.
            let before = was_at.take().filter(|_| is_again);
            was_at.replace(y.filter(|y| *y > 0.0).or(before));
        });
    }
    let listening = use_mut_ref(|| None);
    let onload = {
        let (node, ondragged_in) = (node.clone(), ondragged_in.clone());
        Callback::from(move |_: Event| {
            let Some(frame) = node.cast::<HtmlIFrameElement>() else { return };
            *listening.borrow_mut() = frame::on_dragged_in(&frame, ondragged_in.clone());
            if let Some(y) = was_at.take() {
                spawn_local(frame::go_down(frame, y));
            }
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
