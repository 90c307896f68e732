//! What generators of sites, blogs and tables say of an article that they do not show.

/// The states in which an article is not shown, by whatever writes one; WordPress has most of them.
const STATES: [&str; 8] =
    ["draft", "auto-draft", "future", "scheduled", "pending", "private", "unpublished", "trash"];

/// Whether an article in this state is not shown.
pub fn is_unpublished(state: &str) -> bool {
    STATES.iter().any(|hidden| state.trim().eq_ignore_ascii_case(hidden))
}

/// What a switch says: in the words that YAML 1.1 has for it, as generators read it, or in numbers.
pub fn flag_of(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "on" | "y" | "1" => Some(true),
        "false" | "no" | "off" | "n" | "0" => Some(false),
        _ => None,
    }
}

/// Whether a web page of this file name is a draft, as Medium exports it among what was published.
pub fn is_draft_of_medium(name: &str) -> bool {
    name.starts_with("draft_") && name.ends_with(".html")
}
