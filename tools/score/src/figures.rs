//! [`Figures`]: the few numbers of a run that are compared with those of another program.

use std::fmt::Write;

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Percent,
    Count,
}

/// Figures by name, in the order in which they were measured.
#[derive(Debug, Default)]
pub struct Figures(Vec<(String, f64, Unit)>);

impl Figures {
    pub fn add(&mut self, name: impl Into<String>, value: f64, unit: Unit) {
        self.0.push((name.into(), value, unit));
    }

    /// A table of these figures, `before` and now.
    pub fn compared(&self, before: &Figures) -> String {
        let width = self.0.iter().map(|(name, ..)| name.chars().count()).max().unwrap_or(0);
        let shown = |value: f64, unit| match unit {
            Unit::Percent => format!("{value:.1}"),
            Unit::Count => format!("{value}"),
        };
        let mut table = format!("{:width$} {:>7} {:>7} {:>7}\n", "", "before", "now", "change");
        for (name, value, unit) in &self.0 {
            let old = before.0.iter().find(|(other, ..)| other == name).map(|(_, old, _)| *old);
            let old_shown = old.map_or("-".to_owned(), |old| shown(old, *unit));
            let change = old.map_or(String::new(), |old| format!("{:+.1}", value - old));
            _ = writeln!(
                table,
                "{name:width$} {old_shown:>7} {:>7} {change:>7}",
                shown(*value, *unit)
            );
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_stands_beside_what_it_was() {
        let (mut before, mut now) = (Figures::default(), Figures::default());
        before.add("right", 90.0, Unit::Percent);
        now.add("right", 92.25, Unit::Percent);
        now.add("new", 3.0, Unit::Count);
        let table = now.compared(&before);
        let lines: Vec<Vec<&str>> =
            table.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(lines[1], ["right", "90.0", "92.2", "+2.2"]);
        assert_eq!(lines[2], ["new", "-", "3"]);
    }
}
