//! Times, and the words before them.

/// Words before a time that belong to it: "on Monday", "late Monday", "last week".
pub(crate) const BEFORE_TIME: &[&str] = &["on", "in", "last", "this", "late", "early", "since"];

/// Before a time of two words, belong to it too: "late last week", "in early July".
pub(crate) const BEFORE_TIME_OF_TWO_WORDS: &[&str] = &["in", "on", "late", "early"];

/// "last week", "early Monday": the first of the two words between a cue and what it reports.
pub(crate) const TIME_MODIFIERS: &[&str] = &["last", "this", "earlier", "late", "early"];

/// Times of one word, without a capital, between subject and verb.
pub(crate) const TIMES_BEFORE_VERB: &[&str] = &["earlier", "later", "yesterday", "today"];

/// Times of one word, without a capital, between a cue and what it reports.
pub(crate) const TIMES_BEHIND_CUE: &[&str] =
    &["yesterday", "today", "tonight", "earlier", "later", "recently", "then", "now"];

/// Behind what a clock shows, say where: "11.02am GMT".
pub(crate) const TIME_ZONES: &[&str] = &[
    "GMT", "BST", "UTC", "CET", "CEST", "ET", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PT",
    "PST", "PDT", "AEST", "AEDT", "IST", "NZST", "NZDT", "SAST",
];

/// Before a time that opens a sentence without a comma: "last week", "earlier this year".
pub(crate) const BEFORE_TIMES: &[&str] = &["last", "this", "next", "earlier", "same"];

/// Behind such a time: "two weeks ago".
pub(crate) const BEHIND_TIMES: &[&str] = &["ago", "later", "earlier", "before"];

/// Which part of a time: "early on Saturday".
pub(crate) const PARTS_OF_TIMES: &[&str] = &["early", "late"];

/// Before a time or an occasion at the end of a clause: "on Monday", "in a statement".
pub(crate) const BEFORE_CIRCUMSTANCE: &[&str] = &["on", "in", "at", "during", "since"];
