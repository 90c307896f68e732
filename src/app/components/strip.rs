//! A strip: an article from its first paragraph to its last, with what stands where.

use yew::prelude::*;

use crate::i18n::tr;
use crate::shape::Places;

/// The length of a strip, and of its line, in units of its own.
const LENGTH: u32 = 120;

/// An article as a line with a bar for each paragraph of `places`; told in words too.
pub fn strip(places: &Places) -> Html {
    let n = places.n_paragraphs.max(1);
    let bars = places.paragraphs.iter().map(|paragraph| {
        let x = paragraph.saturating_sub(1).min(n - 1) * LENGTH / n;
        let width = (LENGTH / n).max(2);
        html! {
            <rect class="on" x={x.to_string()} y="0" width={width.to_string()} height="6" />
        }
    });
    let view_box = format!("0 0 {LENGTH} 8");
    html! {
        <>
            <svg class="strip" viewBox={view_box} preserveAspectRatio="none" aria-hidden="true">
                <rect class="base" x="0" y="6" width={LENGTH.to_string()} height="1" />
                { for bars }
            </svg>
            <span class="visually-hidden">{ where_in_words(places) }</span>
        </>
    }
}

fn where_in_words(places: &Places) -> String {
    let names = [tr!("lead"), tr!("middle"), tr!("end")].into_iter().zip(places.thirds());
    let names: Vec<&str> = names.filter(|(_, n)| *n > 0).map(|(name, _)| name).collect();
    if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) }
}
