//! The command line: reads arguments, calls, reports.

fn main() {}
