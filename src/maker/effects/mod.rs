//! What of the maker touches the browser beside the [app's effects](crate::app::effects): files that come in, the
//! worker in which the [`Desk`](super::desk::Desk) stands, where dossiers are kept, and the frame with the reader.

pub mod dropped;
pub mod frame;
pub mod kept;
pub mod keys;

pub mod pasted;

pub mod tab;

mod dossiers;

pub mod serve;

pub mod port;
