//! [`use_reading_place`]: how far an article is read.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::app::effects::{dom, scroll};
use crate::app::reader::ArticleRef;
use crate::route::paragraph_of;

/// How often the place in the article is looked at while it is scrolled, in milliseconds.
const THROTTLE_MS: u32 = 100;

/// The number of the first paragraph in view, 0 before the browser may be asked (`is_live`) and for the headline.
#[hook]
pub fn use_reading_place(article: &ArticleRef, is_live: bool) -> u32 {
    let place = use_state_eq(|| 0_u32);
    {
        let place = place.setter();
        use_effect_with((article.clone(), is_live), move |(article, is_live)| {
            let last = (article.article.paragraphs.len() as u32).saturating_sub(1);
            let look = move || {
                let id = scroll::paragraph_in_view();
                let number = id.and_then(|id| Some(paragraph_of(&id)?.1));
                place.set(number.unwrap_or(0).min(last));
            };
            if *is_live {
                look();
            }
            let timer = Rc::new(RefCell::new(None::<Timeout>));
            let waiting = timer.clone();
            let listener = EventListener::new(&dom::window(), "scroll", move |_| {
                let mut waiting = timer.borrow_mut();
                if waiting.is_none() {
                    let (look, timer) = (look.clone(), timer.clone());
                    *waiting = Some(Timeout::new(THROTTLE_MS, move || {
                        look();
                        timer.replace(None);
                    }));
                }
            });
            // It would look for paragraphs of this article in another.
            move || {
                drop(listener);
                waiting.take();
            }
        });
    }
    *place
}
