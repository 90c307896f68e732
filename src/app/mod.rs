//! The page: Yew components of the [`State`](crate::state::State) and the dossier, hooks that let them follow each other, and
//! effects, which alone name a browser API.
//!
//! The same components write the pages of a site when a dossier is pressed ([`crate::press`]) and hydrate
//! them in the browser. So what they first draw is made of [`AppProps`] alone; all that only the browser
//! knows comes with [`Action::Started`](crate::state::Action::Started).
//!
//! A context has what never changes ([`Reader`]); the state goes down as properties that stay equal
//! where nothing has changed, so that a key draws the search field and the results and nothing else.

mod shared;

pub mod renders;

pub mod effects;

pub mod reader;

mod hooks;

pub(crate) mod components;
mod pages;

mod root;

#[cfg(target_arch = "wasm32")]
mod start;

pub use self::reader::Reader;
pub use self::root::{App, AppProps};
pub use self::shared::{ArticleRef, DossierRef};

#[cfg(target_arch = "wasm32")]
pub use self::start::start;
