//! An article's body: CommonMark to blocks of text with emphasis and links.
//!
//! No word and no punctuation is changed. Lines of one paragraph are joined by a space, and white
//! space is collapsed as a browser would. HTML becomes the Markdown that says the same
//! ([`crate::import::html`]). What the reader has no form for is named in a warning:
//!
//! | Markdown | is shown as |
//! |---|---|
//! | a heading `#` at the head of an article without a title, or with the same | its title |
//! | the only heading `#` of an article without a title, with text above and below it | its title; the text above stays |
//! | `<figcaption>…</figcaption>` alone on its lines | a caption, without a warning |
//! | `<script>`, `<style>`, `<iframe>` and the like | nothing |
//! | a table | a paragraph a row, with a bar between its cells |
//! | a picture of the folder, alone in its paragraph | a figure, which is none of the text |
//! | any other image | nothing; its alternative text was not said by anybody |
//! | a footnote | a paragraph where it is defined; its mark in the text is nothing |
//! | `<words>` that are no tag of HTML | the same, as text |
//! | HTML with `markdown="1"` | the Markdown in it |
//! | the box of a task, `[ ]` or `[x]` | nothing |
//! | code | running text |
//! | a link to anything but a web address | the words without the link |
//! | a title of a link or image, a line across, a link definition without a link | nothing |
//!
//! The number of a list item ("1.") is kept as text, because a sentence may begin with one.

mod reader;

mod words;

mod headline;

mod figures;
mod running;
mod tables;

mod html;

mod markdown;

#[cfg(test)]
mod checks;

pub use self::markdown::read;
pub use self::running::read_plain;
