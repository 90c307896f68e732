//! Pictures of the dossier's own: a publisher's logo, and what stands between paragraphs.

use yew::prelude::*;

use crate::app::reader::Reader;
use crate::article::{Figure, Picture};
use crate::i18n::language;
use crate::route::Base;
use crate::wording::picture_of;

/// When a browser loads a picture.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Loading {
    /// With the page.
    Eager,
    /// Once it is nearly in view.
    Lazy,
}

/// A picture with what it shows in words; `None` where the edition in one file goes without it.
///
/// It has its size, so that nothing moves when it arrives.
pub fn picture(
    reader: &Reader,
    base: Base,
    picture: &Picture,
    class: &'static str,
    alt: &str,
    loading: Loading,
) -> Option<Html> {
    let Picture { file, size } = picture;
    let src = reader.file(base, file)?;
    // By this the app finds it again in the edition in one file.
    let name = (base == Base::OneFile).then(|| file.clone());
    let [width, height] = [0, 1].map(|at| size.map(|size| size[at].to_string()));
    Some(html! {
        <img
            {class}
            {src}
            alt={alt.to_owned()}
            {width}
            {height}
            loading={(loading == Loading::Lazy).then_some("lazy")}
            decoding="async"
            data-file={name}
        />
    })
}

/// The pictures of an article that stand behind a paragraph, each with its caption.
pub fn figures(
    reader: &Reader,
    base: Base,
    all: &[Figure],
    after: u32,
) -> impl Iterator<Item = Html> {
    let figure = move |(at, figure): (usize, &Figure)| {
        let Figure { picture: shown, alt, .. } = figure;
        let shown = picture(reader, base, shown, "figure-picture", alt, Loading::Lazy);
        let shown = shown.unwrap_or_else(|| {
            html! { <p class="figure-words" lang={language()}>{ picture_of(alt) }</p> }
        });
        let caption = figure.caption.clone();
        html! {
            <figure key={format!("figure-{at}")} class="figure">
                { shown }
                if let Some(caption) = caption {
                    <figcaption dir="auto">{ caption }</figcaption>
                }
            </figure>
        }
    };
    all.iter().enumerate().filter(move |(_, figure)| figure.after == after).map(figure)
}
