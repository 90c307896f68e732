//! Native tests of the core and the command line: one module a concept.

#![cfg(not(target_arch = "wasm32"))]

mod citations;
mod examples;
mod fold;
mod folders;
mod highlight;
mod hostile;
mod i18n;
mod import;
mod index;
mod index_command;
mod maker;
mod markup;
mod modules;
mod pages;
mod press;
mod query;
mod quotation;
mod reuse;
mod review_command;
mod search_command;
mod snippet;
mod source;
mod state;
mod statements;
mod static_pages;
mod support;
mod trial;
