//! The query parser: what was typed, as a syntax tree of words, phrases and limits ([`Query`]).

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use super::notice::QueryNotice;
use crate::fold::fold;
use crate::index::index_term;
use crate::token::{Link, compound, is_in_capitals, tokenize};

/// The most words of a query that count; what a pasted paragraph has, and a bound on the work.
const MAX_WORDS: usize = 256;
/// The most brackets inside one another; deeper ones are read as if they were not there.
const MAX_DEPTH: usize = 32;

/// What a reader asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// In the order typed, without repetitions.
    pub(super) atoms: Vec<Atom>,
    pub(super) limits: Vec<Limit>,
    /// How they go together.
    pub(super) root: Node,
}

/// Part of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    /// An index into the atoms.
    Atom(usize),
    /// An index into the limits.
    Limit(usize),
}

/// What is asked of the article or of the quotations in a paragraph rather than of its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Limit {
    Speaker(Atom),
    Outlet(Atom),
    Before(String),
    After(String),
}

/// A word or phrase to find or exclude.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Atom {
    /// One after the other; not empty.
    pub words: Vec<AskedWord>,
    /// The words put together, where there is one or they are joined by hyphens or apostrophes.
    pub whole: Option<String>,
    /// Whether the last word may go on.
    pub prefix: bool,
    /// Whether just these words will do.
    pub quoted: bool,
    /// Whether it is to be found rather than excluded.
    pub wanted: bool,
    pub zone: Zone,
    /// Of a word that is an abbreviation too (`us`, `US`): whether it is asked for as one, in capitals.
    pub in_capitals: Option<bool>,
}

/// A folded word of an [`Atom`], no longer than an index term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AskedWord {
    pub text: String,
    /// Whether nothing may lie between it and the word before.
    pub touching: bool,
}

/// Where an [`Atom`] is to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    Anywhere,
    Headline,
    Quotation,
}

/// What may stand before a colon.
#[derive(Debug, Clone, Copy)]
enum FieldPrefix {
    Zone(Zone),
    Name(fn(Atom) -> Limit),
    Date(fn(String) -> Limit),
}

static FIELDS: [(&str, FieldPrefix); 6] = [
    ("title:", FieldPrefix::Zone(Zone::Headline)),
    ("said:", FieldPrefix::Zone(Zone::Quotation)),
    ("speaker:", FieldPrefix::Name(Limit::Speaker)),
    ("outlet:", FieldPrefix::Name(Limit::Outlet)),
    ("before:", FieldPrefix::Date(Limit::Before)),
    ("after:", FieldPrefix::Date(Limit::After)),
];

impl Default for Query {
    fn default() -> Self {
        Self { atoms: Vec::new(), limits: Vec::new(), root: Node::All(Vec::new()) }
    }
}

impl Query {
    /// Reads what was typed; the [module](super) says how. Never fails: half a query is a query.
    ///
    /// ```
    /// use whosaid::query::{Query, QueryNotice};
    ///
    /// let (query, notices) = Query::parse("kabul “hands off");
    /// assert!(!query.is_empty());
    /// assert_eq!(notices, [QueryNotice::OpenPhrase]);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> (Self, Vec<QueryNotice>) {
        let mut parser = Parser {
            rest: text.trim_start(),
            groups: vec![Group::default()],
            atoms: Vec::new(),
            limits: Vec::new(),
            n_words: 0,
            notices: Vec::new(),
        };
        while !parser.rest.is_empty() && parser.n_words <= MAX_WORDS {
            parser.read_next();
        }
        while parser.groups.len() > 1 {
            parser.close_group();
        }
        let items = parser.groups.pop().map(|group| group.items).unwrap_or_default();
        let query = Self { atoms: parser.atoms, limits: parser.limits, root: Node::All(items) };
        let mut notices = parser.notices;
        if query.is_empty() && notices.is_empty() && !text.trim().is_empty() {
            notices.push(QueryNotice::NoWords);
        }
        (query, notices)
    }

    /// Whether it asks for nothing and excludes nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(&self.root, Node::All(items) if items.is_empty())
    }

    /// Whether there is a word or phrase to find, rather than to exclude.
    #[must_use]
    pub fn asks_for_words(&self) -> bool {
        self.atoms.iter().any(|atom| atom.wanted)
    }

    /// Whether it takes the text of an article to know whether that answers: limits alone do not.
    pub(super) fn reads_text(&self) -> bool {
        !self.atoms.is_empty()
    }

    /// Whether it asks that paragraphs have something, be it words or a speaker.
    pub(super) fn asks_for_anything(&self) -> bool {
        fn asks(node: &Node, atoms: &[Atom]) -> bool {
            match node {
                Node::All(nodes) | Node::Any(nodes) => nodes.iter().any(|node| asks(node, atoms)),
                Node::Not(_) => false,
                Node::Atom(idx) => atoms[*idx].wanted,
                Node::Limit(_) => true,
            }
        }
        self.asks_for_words() || asks(&self.root, &self.atoms)
    }
}

struct Parser<'t> {
    rest: &'t str,
    /// The brackets that are open, outermost first; never empty.
    groups: Vec<Group>,
    atoms: Vec<Atom>,
    limits: Vec<Limit>,
    n_words: usize,
    notices: Vec<QueryNotice>,
}

/// What stands between brackets, so far.
#[derive(Default)]
struct Group {
    items: Vec<Node>,
    /// Whether the next item is an alternative to the last.
    or: bool,
    negated: bool,
}

/// What an atom or a field's value is made of, as it was typed.
#[derive(Clone, Copy)]
struct Operand<'t> {
    text: &'t str,
    /// Whether it stood in quotation marks.
    is_quoted: bool,
    /// Whether these were closed.
    is_closed: bool,
}

/// The words of an [`Operand`].
struct Phrase {
    words: Vec<AskedWord>,
    whole: Option<String>,
    /// Whether nothing but a star follows the last word, so that it may go on.
    may_go_on: bool,
    in_capitals: Option<bool>,
}

/// Short words that are abbreviations too when they stand in capitals.
const ALSO_ABBREVIATIONS: [&str; 10] =
    ["am", "as", "he", "in", "is", "it", "me", "or", "us", "who"];

impl<'t> Parser<'t> {
    /// Reads one word, phrase, field, bracket or operator and what space comes after it.
    fn read_next(&mut self) {
        let negated = self.skip_negation();
        if self.skip(|c| c == '(') {
            if self.groups.len() <= MAX_DEPTH {
                self.groups.push(Group { negated, ..Group::default() });
            }
        } else if self.skip(|c| c == ')') {
            if self.groups.len() > 1 {
                self.close_group();
            }
        } else if self.skip_operator("OR") || self.skip_operator("|") {
            self.group().or = true;
        } else if self.skip_operator("AND") {
            // It says what two words side by side say.
        } else {
            self.read_operand(negated);
        }
        self.rest = self.rest.trim_start();
    }

    fn read_operand(&mut self, negated: bool) {
        let field = FIELDS.iter().find(|(name, _)| {
            self.rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
        });
        if let Some((name, _)) = field {
            self.rest = &self.rest[name.len()..];
        }
        let operand = self.take_operand();
        let asked = operand.text;
        match (field, Phrase::parse(asked)) {
            (None, None) => {}
            (None, Some(phrase)) => self.push_atom(operand, phrase, Zone::Anywhere, negated),
            (Some((name, _)), None) => {
                self.notices.push(QueryNotice::NoValue { field: (*name).to_owned() });
            }
            (Some((_, FieldPrefix::Zone(zone))), Some(phrase)) => {
                self.push_atom(operand, phrase, *zone, negated);
            }
            (Some((_, FieldPrefix::Name(limit))), Some(phrase)) => {
                let Phrase { words, whole, may_go_on, in_capitals } = phrase;
                let name = Atom {
                    words,
                    whole,
                    // An unfinished name is one that begins like this.
                    prefix: may_go_on,
                    quoted: operand.is_quoted,
                    wanted: true,
                    zone: Zone::Anywhere,
                    in_capitals,
                };
                self.push_limit(limit(name), negated);
            }
            (Some((_, FieldPrefix::Date(limit))), Some(_)) if is_date(asked) => {
                self.push_limit(limit(asked.to_owned()), negated);
            }
            (Some((_, FieldPrefix::Date(_))), Some(_)) => {
                self.notices.push(QueryNotice::NoDate { asked: asked.to_owned() });
            }
        }
    }

    fn push_atom(&mut self, operand: Operand, phrase: Phrase, zone: Zone, negated: bool) {
        let Operand { text, is_quoted, is_closed } = operand;
        let Phrase { words, whole, may_go_on, in_capitals } = phrase;
        // As long as nothing follows, the word may be unfinished. What is excluded must be
        // complete, or else the first letter would exclude nearly everything.
        let n_negations = self.groups.iter().filter(|group| group.negated).count();
        let wanted = (n_negations + usize::from(negated)).is_multiple_of(2);
        let in_typing = wanted && !is_closed && self.rest.is_empty();
        let prefix = may_go_on && (in_typing || (!is_quoted && text.ends_with('*')));
        let atom = Atom { words, whole, prefix, quoted: is_quoted, wanted, zone, in_capitals };
        if !self.has_room(atom.words.len()) {
            return;
        }
        let known = self.atoms.iter().position(|other| *other == atom);
        let idx = known.unwrap_or_else(|| {
            self.atoms.push(atom);
            self.atoms.len() - 1
        });
        self.push(Node::Atom(idx), negated);
    }

    fn push_limit(&mut self, limit: Limit, negated: bool) {
        // So that there is a bound on limits too.
        if self.has_room(1) {
            self.push(Node::Limit(self.limits.len()), negated);
            self.limits.push(limit);
        }
    }

    /// Counts as many words more; whether they count, or else says that the query is too long.
    fn has_room(&mut self, n_more: usize) -> bool {
        let n_words = self.n_words;
        self.n_words += n_more;
        if self.n_words > MAX_WORDS {
            self.notices.push(QueryNotice::TooLong { n_words });
        }
        self.n_words <= MAX_WORDS
    }

    /// Takes a phrase in quotation marks or what reaches to the next space.
    fn take_operand(&mut self) -> Operand<'t> {
        let is_quoted = self.skip(is_quote_mark);
        let ends: fn(char) -> bool = if is_quoted { is_quote_mark } else { ends_word };
        let end = self.rest.find(ends).unwrap_or(self.rest.len());
        let end = if is_quoted { end } else { end_of_number(self.rest, end) };
        let (text, after) = self.rest.split_at(end);
        self.rest = after;
        let is_closed = is_quoted && self.skip(is_quote_mark);
        if is_quoted && !is_closed && !text.is_empty() {
            self.notices.push(QueryNotice::OpenPhrase);
        }
        Operand { text, is_quoted, is_closed }
    }

    fn group(&mut self) -> &mut Group {
        self.groups.last_mut().expect("the outermost group is never closed while reading")
    }

    /// Adds an item to the innermost group.
    fn push(&mut self, node: Node, negated: bool) {
        let node = if negated { Node::Not(Box::new(node)) } else { node };
        let group = self.group();
        if !std::mem::take(&mut group.or) {
            group.items.push(node);
            return;
        }
        match group.items.pop() {
            Some(Node::Any(mut nodes)) => {
                nodes.push(node);
                group.items.push(Node::Any(nodes));
            }
            Some(other) => group.items.push(Node::Any(vec![other, node])),
            None => group.items.push(node),
        }
    }

    /// Makes the innermost group an item of the one around it.
    fn close_group(&mut self) {
        let group = self.groups.pop().expect("a group is open");
        if !group.items.is_empty() {
            self.push(Node::All(group.items), group.negated);
        }
    }

    /// Skips a character if it is such a one; whether it was.
    fn skip(&mut self, is_such: fn(char) -> bool) -> bool {
        let after = self.rest.strip_prefix(is_such);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    /// Skips a minus sign right before something, or `NOT`; whether there was either.
    fn skip_negation(&mut self) -> bool {
        if self.skip_operator("NOT") {
            self.rest = self.rest.trim_start();
            return true;
        }
        let from_sign = self.rest;
        let is_sign = self.skip(|c| matches!(c, '-' | '\u{2212}')) && !stands_alone(self.rest);
        if !is_sign {
            self.rest = from_sign;
        }
        is_sign
    }

    /// Skips an operator between spaces.
    fn skip_operator(&mut self, sign: &str) -> bool {
        let after = self.rest.strip_prefix(sign);
        let after = after.filter(|after| stands_alone(after) || after.starts_with('('));
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }
}

impl Phrase {
    /// The words of a stretch of the query; `None` if it has none.
    fn parse(text: &str) -> Option<Self> {
        let folded = fold(text);
        let mut tokens = tokenize(&folded);
        // A longer phrase is told apart by its beginning just as well.
        tokens.truncate(MAX_WORDS);
        let last = tokens.last()?;
        // A word that anything but a star follows is complete.
        let after = &folded.text()[last.folded.end as usize..];
        let may_go_on = after.is_empty() || after == "*";
        let words: Vec<AskedWord> = tokens
            .iter()
            .map(|token| AskedWord {
                text: index_term(token.text(&folded)).into_owned(),
                touching: token.link == Link::Touching,
            })
            .collect();
        let whole = match compound(&folded, &tokens, 0) {
            _ if words.len() == 1 => Some(words[0].text.clone()),
            Some((word, n_tokens)) if n_tokens == tokens.len() => {
                Some(index_term(&word).into_owned())
            }
            _ => None,
        };
        let in_capitals = whole
            .as_deref()
            .filter(|word| ALSO_ABBREVIATIONS.contains(word))
            .map(|_| is_in_capitals(text));
        Some(Self { words, whole, may_go_on, in_capitals })
    }
}

/// Its words, folded.
impl fmt::Display for Atom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<&str> = self.words.iter().map(|word| &*word.text).collect();
        f.write_str(&words.join(" "))
    }
}

impl Atom {
    /// Whether words other than the very ones asked for may answer it.
    pub fn is_loose(&self) -> bool {
        self.wanted && !self.quoted
    }
}

/// The end of an operand that ends at `end`, or of the number that it begins with spaces between thousands.
fn end_of_number(text: &str, mut end: usize) -> usize {
    let is_digits = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if !(1..=3).contains(&end) || !is_digits(&text[..end]) {
        return end;
    }
    let is_space = |c: &char| matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}');
    while let Some(space) = text[end..].chars().next().filter(is_space) {
        let group = end + space.len_utf8();
        let is_group = text.get(group..group + 3).is_some_and(is_digits)
            && !text[group + 3..].starts_with(|c: char| c.is_ascii_digit());
        if !is_group {
            break;
        }
        end = group + 3;
    }
    end
}

/// Whether nothing or a space comes after a sign.
fn stands_alone(after: &str) -> bool {
    after.chars().next().is_none_or(char::is_whitespace)
}

/// Whether a character ends a word that is not in quotation marks.
fn ends_word(c: char) -> bool {
    c.is_whitespace() || is_quote_mark(c) || matches!(c, '(' | ')')
}

/// Whether a character opens or closes a phrase.
fn is_quote_mark(c: char) -> bool {
    matches!(c, '"' | '\u{201c}'..='\u{201f}' | '«' | '»' | '\u{ff02}')
}

/// Whether this is a year, a month or a day as ISO 8601 has them, and the calendar too.
fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let year = parts.next().and_then(|part| number(part, 4));
    let [month, day] =
        [parts.next(), parts.next()].map(|part| part.map_or(Some(1), |part| number(part, 2)));
    match (year, month, day, parts.next()) {
        (Some(year), Some(month), Some(day), None) => Date::new(year, month, day).is_ok(),
        _ => false,
    }
}

/// A number of so many digits.
fn number<N: FromStr>(text: &str, n_digits: usize) -> Option<N> {
    let is_number = text.len() == n_digits && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}
