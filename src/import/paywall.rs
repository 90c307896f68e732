//! [`stub`]: what a pay wall has put in the place of the rest of an article.

/// A longer paragraph, in characters, is text of the article.
const LONGEST: usize = 200;

/// How far from the end such a paragraph stands, in blocks: an offer may follow it.
const MOST_BLOCKS: usize = 6;

/// What readers are asked for, or told, in lower case, in English and in German. Each is about reading, so that an
/// article on subscriptions is none.
const PHRASES: [&str; 33] = [
    "already a subscriber?",
    "already subscribed?",
    "already have an account? log in",
    "already have an account? sign in",
    "article is exclusive to subscribers",
    "article is for members",
    "article is for paying",
    "article is for subscribers",
    "article is only available to",
    "article is reserved for",
    "content is for subscribers",
    "continue reading this article",
    "continue reading with",
    "log in to continue reading",
    "register to read",
    "sign in to continue reading",
    "sign in to read",
    "sign up to read",
    "story is for subscribers",
    "subscribe for full access",
    "subscribe to continue",
    "subscribe to keep reading",
    "subscribe to read",
    "subscribe to unlock",
    "to continue reading",
    "to keep reading",
    "to read the full article",
    "to read the full story",
    "to read the rest",
    "artikel ist nur für abonnenten",
    "artikel nur mit abo",
    "um weiterzulesen",
    "jetzt weiterlesen",
];

/// The paragraph by which a pay wall ends a body, where one does. `body` is Markdown.
pub fn stub(body: &str) -> Option<&str> {
    body.rsplit("\n\n").take(MOST_BLOCKS).find(|block| is_stub(block))
}

fn is_stub(block: &str) -> bool {
    // What somebody said of a pay wall is text of the article.
    if block.chars().count() > LONGEST || block.contains(['“', '"', '„']) {
        return false;
    }
    let words = block.to_lowercase();
    PHRASES.iter().any(|phrase| words.contains(phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stub_is_a_short_paragraph_near_the_end() {
        let check = |body: &str, expected: Option<&str>| assert_eq!(stub(body), expected, "{body}");
        let text = "It is calm.\n\n".repeat(9);
        let wall = "**Subscribe to read on**";
        check(&format!("{text}{wall}\n\n$1 a month"), Some(wall));
        check(
            &format!("{text}This article is for subscribers."),
            Some("This article is for subscribers."),
        );
        check(&format!("{wall}\n\n{text}"), None);
        check(&format!("{text}“Subscribe to read on,” it says there."), None);
        check(&format!("{text}{wall} {}", "and on ".repeat(40)), None);
        check(&format!("{text}More people subscribe to newspapers."), None);
    }
}
