//! An editor's review of who said what: which attributions to look at first ([`doubts`]), and what an editor
//! says of them, written into `dossier.toml` ([`Edit::apply`]).

mod edit;

mod doubt;

mod case;

pub mod form;

pub use self::case::{Case, Part, Question, Verdict, cases, known_names};
pub use self::doubt::{Doubt, SURE, doubts, occurrence, table};
pub use self::edit::{Edit, NotToml, Ruling};
