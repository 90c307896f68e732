//! The style sheet of a page that is drawn without the engine's: the index page, and the one for what is not there.

use crate::host_look::Accent;

/// What every page begins with, then the page's own rules, then the publisher's accent.
///
/// Its lines end as a browser reads them, because the hash in the policy is of what the browser reads.
pub fn style_sheet(own: &str, accent: Option<Accent>) -> String {
    let shared =
        [include_str!("../../static/css/variables.css"), include_str!("../../static/css/base.css")];
    let mut style = [&shared.concat(), own].concat().replace("\r\n", "\n");
    style.extend(accent.map(Accent::style_sheet));
    style
}
