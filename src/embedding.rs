//! The snippet by which a page shows a view of a dossier; `docs/embedding.md` describes both forms.

use form_urlencoded::Serializer;

use crate::choice::choice;
use crate::dossier::Dossier;
use crate::escape::in_html;
use crate::host_look::HostLook;
use crate::message::Fields;
use crate::preferences::Theme;
use crate::route::{Base, Route, View};

choice! {
    /// How the view gets into the page.
    Form {
        /// By `embed.js`, in a frame that fits its content.
        Script = "script",
        /// In a plain frame of fixed height.
        Frame = "frame",
    }
}

/// How the view looks in the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// How it gets there.
    pub form: Form,
    /// CSS pixels; all that there is where it is absent.
    pub width: Option<u32>,
    /// CSS pixels; as the view needs where it is absent: see [`Look::height_of`].
    pub height: Option<u32>,
    /// Its colours.
    pub theme: Theme,
    /// What the host lends of its own look.
    pub host: HostLook,
}

impl Look {
    /// The height of a view in CSS pixels: of one that fits its content the least. A finding is short; where it may be
    /// longer, a frame that cannot grow has room for it.
    #[must_use]
    pub fn height_of(&self, view: View) -> u32 {
        let is_short = match view {
            View::Quotation(_) => true,
            view => view.is_finding() && self.form == Form::Script,
        };
        self.height.unwrap_or(if is_short { 320 } else { 600 })
    }
}

/// The route as it is shown in the frame.
fn framed(route: &Route, look: &Look) -> Route {
    let theme = Some(look.theme).filter(|theme| *theme != Theme::Auto);
    Route { theme, embed: true, look: look.host, ..route.clone() }
}

/// The address of the framed view from the site's front page.
#[must_use]
pub fn preview_url(dossier: &Dossier, route: &Route, look: &Look, base: Base) -> String {
    framed(route, look).to_url(dossier, base)
}

/// The snippet for a view of the site at the address `site`, which ends with `/`; `title` names it for
/// people who do not see it.
#[must_use]
pub fn snippet(dossier: &Dossier, route: &Route, look: &Look, site: &str, title: &str) -> String {
    let address = |route: &Route| {
        let url = route.to_url(dossier, Base::Site(""));
        format!("{site}{}", url.strip_prefix("./").unwrap_or(&url))
    };
    let width = look.width.map_or_else(|| "100%".to_owned(), |width| format!("{width}px"));
    let height = look.height_of(route.view).to_string();
    if look.form == Form::Frame {
        return element(
            "iframe",
            &[
                ("src", &address(&framed(route, look))),
                ("title", title),
                ("width", &width),
                ("height", &height),
                ("style", "border:0"),
                ("loading", "lazy"),
                ("referrerpolicy", "no-referrer"),
                (
                    "sandbox",
                    "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox",
                ),
            ],
            "",
        );
    }
    let outside = Route { embed: false, ..framed(route, look) };
    let fields = Fields::of(&outside, dossier);
    let named = fields.named();
    let style = format!("display:block;width:{width};min-height:{height}px");
    // No attribute tells how a view is laid out.
    let mut layout = Serializer::new(String::new());
    outside.write_layout(&mut layout, dossier);
    let layout = layout.finish();
    let src = if layout.is_empty() { site.to_owned() } else { format!("{site}?{layout}") };
    let mut attributes = vec![("src", &*src)];
    attributes.extend(named.iter().map(|(name, value)| (*name, value.as_str())));
    let lent = look.host.named();
    attributes.extend(lent.iter().map(|(name, value)| (*name, value.as_str())));
    attributes.extend([("title", title), ("height", &height), ("style", &style)]);
    let link = element("a", &[("href", &address(&outside))], &in_html(title));
    let script = format!("{site}embed.js");
    element("script", &[("src", &script), ("async", "")], "")
        + &element("whosaid-dossier", &attributes, &link)
}

/// An element as markup; `inside` is markup.
fn element(name: &str, attributes: &[(&str, &str)], inside: &str) -> String {
    let attributes: String =
        attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", in_html(value))).collect();
    format!("<{name}{attributes}>{inside}</{name}>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::ArticleId;
    use crate::host_look::Colour;

    const SITE: &str = "https://a.example/b/";

    fn look(form: Form) -> Look {
        Look { form, width: None, height: None, theme: Theme::Auto, host: HostLook::default() }
    }

    #[test]
    fn a_script_shows_a_view_by_its_fields() {
        let dossier = Dossier::sample();
        let route = Route::default().article(ArticleId(0), Some(1));
        let route = Route { query: "a \"b\" & <c>".to_owned(), ..route };
        assert_eq!(
            snippet(&dossier, &route, &look(Form::Script), SITE, "All \"calm\""),
            "<script src=\"https://a.example/b/embed.js\" async=\"\"></script>\
             <whosaid-dossier src=\"https://a.example/b/\" q=\"a &quot;b&quot; &amp; &lt;c>\" article=\"calm\" \
             paragraph=\"calm-p1\" title=\"All &quot;calm&quot;\" height=\"600\" \
             style=\"display:block;width:100%;min-height:600px\">\
             <a href=\"https://a.example/b/articles/calm.html?q=a+%22b%22+%26+%3Cc%3E#calm-p1\">\
             All &quot;calm&quot;</a></whosaid-dossier>"
        );
    }

    #[test]
    fn a_script_lays_a_comparison_out_by_its_address() {
        let dossier = Dossier::sample();
        let mut route = Route::default().compare(None);
        route.layout.columns.push(ArticleId(0));
        let snippet = snippet(&dossier, &route, &look(Form::Script), SITE, "Calm");
        let expected =
            "<whosaid-dossier src=\"https://a.example/b/?column=calm\" view=\"compare\" ";
        assert!(snippet.contains(expected), "{snippet}");
    }

    #[test]
    fn a_plain_frame_shows_it_by_its_address() {
        let dossier = Dossier::sample();
        let accent = Colour::from_hex("ffd000");
        let host = HostLook { accent, ..HostLook::default() };
        let lent = Look { host, ..look(Form::Script) };
        let script = snippet(&dossier, &Route::default(), &lent, SITE, "Calm");
        assert!(script.contains(" accent=\"ffd000\" title="), "{script}");
        let look = Look { theme: Theme::Dark, width: Some(400), ..look(Form::Frame) };
        let snippet = snippet(&dossier, &Route::default(), &look, SITE, "Calm");
        assert!(snippet.starts_with(
            "<iframe src=\"https://a.example/b/?theme=dark&amp;embed\" title=\"Calm\" width=\"400px\" height=\"600\" "
        ), "{snippet}");
    }

    #[test]
    fn a_finding_gets_no_more_room_than_it_needs() {
        let height = |form, view, height| Look { height, ..look(form) }.height_of(view);
        assert_eq!(height(Form::Script, View::Quotation(1), None), 320);
        assert_eq!(height(Form::Frame, View::Quotation(1), None), 320);
        assert_eq!(height(Form::Script, View::Statement(1), None), 320);
        assert_eq!(height(Form::Frame, View::Statement(1), None), 600);
        assert_eq!(height(Form::Script, View::Overview, None), 600);
        assert_eq!(height(Form::Script, View::Quotation(1), Some(450)), 450);
    }
}
