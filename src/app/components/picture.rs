//! A picture of the dossier's own.

use yew::prelude::*;

use crate::app::reader::Reader;
use crate::article::Picture;
use crate::route::Base;

/// A picture with what it shows in words; `None` where the edition in one file goes without it.
///
/// It has its size, so that nothing moves when it arrives.
pub fn picture(
    reader: &Reader,
    base: Base,
    picture: &Picture,
    class: &'static str,
    alt: &str,
) -> Option<Html> {
    let Picture { file, size } = picture;
    let src = reader.file(base, file)?;
    // By this the app finds it again in the edition in one file.
    let name = (base == Base::OneFile).then(|| file.clone());
    let [width, height] = [0, 1].map(|at| size.map(|size| size[at].to_string()));
    Some(html! {
        <img {class} {src} alt={alt.to_owned()} {width} {height} decoding="async" data-file={name} />
    })
}
