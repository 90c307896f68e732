//! [`authors`]: the names in a byline.

use std::collections::BTreeSet;

use super::line::line;
use crate::date;

/// What stands before the names, in lower case.
const OPENINGS: [&str; 13] = [
    "by ",
    "posted by ",
    "published by ",
    "view all posts by ",
    "all posts by ",
    "posts by ",
    "by: ",
    "written by ",
    "words by ",
    "story by ",
    "reported by ",
    "text by ",
    "author: ",
];

/// What stands before the names in German, French and Spanish or Portuguese. In small letters it is a part of a name.
const FOREIGN_OPENINGS: [&str; 3] = ["Von ", "Par ", "Por "];

/// What stands between two names.
const SEPARATORS: [&str; 9] =
    [" and ", " & ", " und ", ";", " | ", " with ", " / ", "\u{2022}", " \u{b7} "];

/// Words of what follows a name without being one.
const ROLES: [&str; 14] = [
    "analyst",
    "bureau",
    "chief",
    "columnist",
    "contributor",
    "correspondent",
    "desk",
    "editor",
    "editors",
    "reporter",
    "reporters",
    "staff",
    "writer",
    "writers",
];

/// What belongs to the name before it, though a comma parts them.
const SUFFIXES: [&str; 10] = ["jr", "jr.", "sr", "sr.", "ii", "iii", "md", "m.d.", "phd", "ph.d."];

/// The names in a byline, in its order, none twice: "By Jane Roe and John Roe, Staff Writers" names two.
///
/// Addresses are no names; of `jane@roe.example (Jane Roe)`, as feeds have it, the name is kept.
pub fn authors(byline: &str) -> Vec<String> {
    let Some(byline) = line(byline) else { return Vec::new() };
    let mut byline = byline.as_str();
    while let Some(rest) = OPENINGS.iter().find_map(|opening| without_opening(byline, opening)) {
        byline = rest;
    }
    // "Von Jane Roe", but Von Miller.
    let is_whole = |names: &&str| parts(names).first().is_some_and(|name| name.contains(' '));
    let foreign = FOREIGN_OPENINGS.iter().find_map(|opening| byline.strip_prefix(opening));
    byline = foreign.filter(is_whole).unwrap_or(byline);
    let mut names: Vec<String> = Vec::new();
    for part in parts(byline) {
        let lower_case = part.to_lowercase();
        if SUFFIXES.contains(&lower_case.as_str()) {
            if let Some(name) = names.last_mut() {
                name.push_str(", ");
                name.push_str(part);
            }
        } else if !is_role(&lower_case) {
            names.extend(name(part));
        }
    }
    let mut seen = BTreeSet::new();
    names.retain(|name| seen.insert(name.to_lowercase()));
    names
}

/// Whether a byline that nobody marked as such names people: few words, each with a capital, no figures.
pub fn is_plausible(names: &[String]) -> bool {
    let is_name = |name: &String| {
        let mut words = name.split(' ');
        (2..=5).contains(&words.clone().count())
            && words.all(|word| word.starts_with(char::is_uppercase) || word.chars().count() <= 3)
            && !name.contains(|c: char| c.is_numeric() || ":/@".contains(c))
    };
    !names.is_empty() && names.iter().all(is_name)
}

fn without_opening<'b>(byline: &'b str, opening: &str) -> Option<&'b str> {
    let (start, rest) = byline.split_at_checked(opening.len())?;
    start.eq_ignore_ascii_case(opening).then_some(rest.trim_start())
}

/// The byline at its separators; at commas too, unless it is one name with the family name first ("Roe,
/// Jane").
fn parts(byline: &str) -> Vec<&str> {
    let mut parts = vec![byline];
    for separator in SEPARATORS {
        parts = parts.iter().flat_map(|part| part.split(separator)).collect();
    }
    let is_reversed = parts.len() == 1
        && byline.split(',').count() == 2
        && byline.split(',').all(|half| !half.trim().contains(' '));
    if !is_reversed {
        parts = parts.iter().flat_map(|part| part.split(',')).collect();
    }
    let parts = parts.into_iter().map(str::trim);
    // "A, B, and C": the comma has been taken for the separator already.
    parts.map(|part| part.strip_prefix("and ").unwrap_or(part)).collect()
}

fn is_role(lower_case: &str) -> bool {
    lower_case.split([' ', '-']).any(|word| ROLES.contains(&word))
}

/// A name without the address behind it, which nobody wants on a page: `Jane Roe <jane@roe.example>`. `None` where it
/// is an address alone.
pub fn without_address(name: &str) -> Option<&str> {
    let name = match name.split_once('<') {
        Some((name, address)) if address.contains('@') && address.trim_end().ends_with('>') => name,
        _ => name,
    };
    let name = name.trim();
    // A handle begins with its sign.
    let is_address = !name.contains(' ') && name.find('@').is_some_and(|at| at > 0);
    (!name.is_empty() && !is_address).then_some(name)
}

/// The name in a part of a byline.
fn name(part: &str) -> Option<String> {
    let part = without_address(part)?;
    let in_brackets = part.split_once('(').and_then(|(_, rest)| rest.split_once(')'));
    let part = match in_brackets {
        Some((inside, _)) if part.contains('@') => inside.trim(),
        _ => part,
    };
    let is_address = part.contains('@') || part.contains("://") || part.starts_with("www.");
    let is_name = part.contains(char::is_alphabetic) && date::published(part).is_err();
    (is_name && !is_address).then(|| part.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(byline: &str, expected: &[&str]) {
        assert_eq!(authors(byline), expected, "{byline}");
    }

    #[test]
    fn bylines_name_their_authors() {
        check("By Jane Roe and John Roe", &["Jane Roe", "John Roe"]);
        check("BY: Jane Roe", &["Jane Roe"]);
        check("Posted by K A", &["K A"]);
        check("View all posts by Jane Roe", &["Jane Roe"]);
        check("Par Jane Roe", &["Jane Roe"]);
        check("Por John Roe & Jane Roe", &["John Roe", "Jane Roe"]);
        check("Par Lagerkvist", &["Par Lagerkvist"]);
        check("Jane Roe, John Roe, and Ann Bo", &["Jane Roe", "John Roe", "Ann Bo"]);
        check("Jane Roe & Jane Roe", &["Jane Roe"]);
        check("By Jane Roe,\n  Senior Political Correspondent", &["Jane Roe"]);
        check("John Roe, Jr., and Ann Bo, Ph.D.", &["John Roe, Jr.", "Ann Bo, Ph.D."]);
        check("Roe, Jane", &["Roe, Jane"]);
        check("Byron Sandy", &["Byron Sandy"]);
        check("By Jane Roe · 11 April 2025", &["Jane Roe"]);
        check("Von Jane Roe und Bo Li", &["Jane Roe", "Bo Li"]);
        check("Von Trapp", &["Von Trapp"]);
        check("Von Miller and Bo Li", &["Von Miller", "Bo Li"]);
        check("von der Leyen", &["von der Leyen"]);
        check("The Associated Press", &["The Associated Press"]);
    }

    #[test]
    fn addresses_are_no_names() {
        check("jane@roe.example (Jane Roe)", &["Jane Roe"]);
        check("Jane Roe <jane@roe.example>, Bo Li", &["Jane Roe", "Bo Li"]);
        check("<jane@roe.example>", &[]);
        check("Jane (J.) Roe", &["Jane (J.) Roe"]);
        check("jane@roe.example", &[]);
        check("https://www.example.org/jane", &[]);
        check(" \u{0}", &[]);
    }

    #[test]
    fn not_every_line_is_a_byline() {
        let is_one = |byline: &str| is_plausible(&authors(byline));
        assert!(is_one("By Jane Roe"));
        assert!(is_one("Ludwig van Beethoven"));
        assert!(!is_one("3 hours ago"));
        assert!(!is_one("Read more about this"));
        assert!(!is_one(""));
    }
}
