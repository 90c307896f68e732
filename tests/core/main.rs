//! Native tests of the core and the command line: one module a concept.

mod source;
