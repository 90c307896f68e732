//! The cells of tables, of which a row is a paragraph.

use super::reader::Reader;

impl Reader<'_> {
    /// Ends a cell of a table, and with it what HTML opened within it.
    pub fn end_cell(&mut self, end: usize) {
        self.row.cell_end = end;
        self.end_html();
        self.space = false;
    }

    /// Reads the cells of a row that the first row has no columns for, which Markdown drops: each as a table of its own,
    /// because that is where a cell can stand.
    pub fn cells_without_column(&mut self, cells: &str, line: u32) {
        let outer = self.html.line;
        self.html.line = outer.or(Some(line));
        self.row.is_open = true;
        for cell in cells_of(cells) {
            self.blocks(&format!("|{cell}|\n|-|"));
        }
        self.row.is_open = false;
        self.html.line = outer;
    }
}

/// The cells in a part of a row that have words. A bar behind a backslash parts none.
fn cells_of(row: &str) -> impl Iterator<Item = &str> {
    let mut is_escaped = false;
    let is_bar = move |c: char| {
        let is_bar = c == '|' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_bar
    };
    row.split(is_bar).map(str::trim).filter(|cell| !cell.is_empty())
}
