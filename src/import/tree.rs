//! [`document`] and [`fragment`]: HTML as a tree of nodes, in time that its length bounds.
//!
//! An HTML parser goes through its open elements at many a tag, opens formatting again in every
//! paragraph, and compares every attribute of a tag with those before it, so a page that is nothing but open
//! tags takes the square of its length. Browsers close elements below a depth of 512; such a page is
//! refused here, because what it would show is no article.

use std::cell::Cell;

use dom_query::{Document, NodeId};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{Tracer, TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{QualName, TokenizerResult, local_name, ns};

use crate::diagnostics::longer_than;

/// Longest page, in bytes, its embedded files left out.
const MAX_LEN: usize = 32 << 20;
/// Most elements, texts and comments of a page; a long encyclopedia article has a fifth.
const MAX_NODES: usize = 200_000;
/// Most elements inside each other, as in browsers.
const MAX_DEPTH: usize = 512;
/// Most spaces and quotation marks of one tag or comment, which bound its attributes.
const MAX_SEPARATORS: usize = 40_000;
/// How much is parsed at a time, in bytes.
const CHUNK: usize = 16 << 10;

/// What stands around elements.
#[derive(Clone, Copy, PartialEq)]
enum Context {
    Document,
    Body,
}

/// Parses a page.
///
/// # Errors
///
/// When the page is too long, too deeply nested or has too many parts, in words.
pub fn document(html: &str) -> Result<Document, String> {
    parse(html, Context::Document)
}

/// Parses what stands inside a body: the tree's root has one element, which holds all.
///
/// # Errors
///
/// As [`document`].
pub fn fragment(html: &str) -> Result<Document, String> {
    parse(html, Context::Body)
}

fn parse(html: &str, context: Context) -> Result<Document, String> {
    let html = without_embedded_files(html);
    if html.len() > MAX_LEN {
        return Err(format!("the page {}", longer_than(MAX_LEN as u64)));
    }
    // As where scripts do not run: `<noscript>` holds elements.
    let opts = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let builder = match context {
        Context::Document => TreeBuilder::new(Document::default(), opts),
        Context::Body => {
            let sink = Document::fragment_sink();
            let body = QualName::new(None, ns!(html), local_name!("body"));
            let body = html5ever::tree_builder::create_element(&sink, body, Vec::new());
            TreeBuilder::new_for_fragment(sink, body, None, opts)
        }
    };
    let guard = Guard { builder, n_tokens: Cell::new(0), fault: Cell::new(None) };
    let tokenizer = Tokenizer::new(guard, TokenizerOpts::default());
    let input = BufferQueue::default();
    let (mut rest, mut n_tokens, mut n_separators) = (html.as_str(), 0, 0);
    while !rest.is_empty() {
        let (chunk, behind) = rest.split_at(rest.floor_char_boundary(CHUNK));
        rest = behind;
        input.push_back(StrTendril::from_slice(chunk));
        // It stops at scripts and at a stated encoding, neither of which is followed here.
        while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        if n_tokens != tokenizer.sink.n_tokens.get() {
            (n_tokens, n_separators) = (tokenizer.sink.n_tokens.get(), 0);
        }
        n_separators += chunk.bytes().filter(|byte| b" \t\n\x0c\r/\"'".contains(byte)).count();
        if n_separators > MAX_SEPARATORS {
            tokenizer.sink.fault.set(Some("the page has a tag without an end"));
        }
        if let Some(fault) = tokenizer.sink.fault.get() {
            return Err(fault.to_owned());
        }
    }
    tokenizer.end();
    let document = tokenizer.sink.builder.sink.finish();
    if is_too_deep(&document) { Err(TOO_DEEP.to_owned()) } else { Ok(document) }
}

const TOO_DEEP: &str = "the page has elements inside each other more than 512 deep";
const TOO_MANY: &str = "the page has more than 200,000 elements and texts";

/// Hands tokens on for as long as the tree stays within its bounds.
struct Guard {
    builder: TreeBuilder<NodeId, Document>,
    n_tokens: Cell<usize>,
    fault: Cell<Option<&'static str>>,
}

impl TokenSink for Guard {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line_number: u64) -> TokenSinkResult<NodeId> {
        // Nobody reads the errors, and they come without an end of the tag.
        if matches!(token, Token::ParseError(_)) || self.fault.get().is_some() {
            return TokenSinkResult::Continue;
        }
        self.n_tokens.set(self.n_tokens.get() + 1);
        let is_tag = matches!(token, Token::TagToken(_));
        let result = self.builder.process_token(token, line_number);
        if self.builder.sink.tree.len() > MAX_NODES {
            self.fault.set(Some(TOO_MANY));
        } else if is_tag {
            let n_handles = HandleCount(Cell::new(0));
            self.builder.trace_handles(&n_handles);
            if n_handles.0.get() > MAX_DEPTH {
                self.fault.set(Some(TOO_DEEP));
            }
        }
        result
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Counts what a tree builder goes through at a tag: the open elements, and the formatting to open again.
struct HandleCount(Cell<usize>);

impl Tracer for HandleCount {
    type Handle = NodeId;

    fn trace_handle(&self, _: &NodeId) {
        self.0.set(self.0.get() + 1);
    }
}

/// Whether the finished tree is deeper than what went down by recursion should be asked to go: wrongly nested
/// formatting is put around what stands there, which makes that deeper.
fn is_too_deep(document: &Document) -> bool {
    let mut nodes = vec![(document.root(), 0)];
    while let Some((node, depth)) = nodes.pop() {
        if depth > MAX_DEPTH {
            return true;
        }
        nodes.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    false
}

/// The page without the bytes of images and typefaces that are written out in it, as
/// `data:image/png;base64,…`: they are most of a page that was saved as one file.
fn without_embedded_files(html: &str) -> String {
    const MARK: &str = ";base64,";
    let mut kept = String::with_capacity(html.len().min(MAX_LEN));
    let mut parts = html.split(MARK);
    kept.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let is_code = |c: char| c.is_ascii_alphanumeric() || "+/=".contains(c);
        kept.push_str(MARK);
        kept.push_str(part.trim_start_matches(is_code));
    }
    kept
}
