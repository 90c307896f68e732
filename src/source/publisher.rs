//! Who publishes a dossier, and in which colour: the table `[publisher]`.

use crate::article::Picture;
use crate::diagnostics::Diagnostics;
use crate::host_look::{Accent, CONTRAST, Colour, DARK, LIGHT};

use super::album::Album;
use super::field::{Fields, Located, Table};
use super::settings_table;
use super::site::Colophon;

/// The longest file of a logo, in bytes: it is on every page.
const MAX_LOGO: usize = 100_000;

/// What the foot says, the colour, and the name of the file of the logo.
pub fn read(
    table: Table,
    diagnostics: &mut Diagnostics,
) -> (Colophon, Option<Accent>, Option<Located<String>>) {
    let mut fields = Fields::new(table, &settings_table::PUBLISHER, diagnostics);
    let has_name = fields.has("name");
    let colophon = Colophon {
        name: fields.short_text("name").map(|name| name.value),
        url: fields.url("url"),
        imprint: fields.url("imprint"),
        privacy: fields.url("privacy"),
        footer: fields.short_text("footer").map(|footer| footer.value),
    };
    let logo = fields.text("logo");
    if let Some(Located { line, .. }) = logo.as_ref().filter(|_| !has_name) {
        let remedy = "add `name = \"…\"`, as which the logo is read out";
        fields.error(*line, "`logo` has no `name` beside it", remedy);
    }
    let line_of_dark = fields.line_of("accent_dark");
    let light = colour(&mut fields, "accent", "light", LIGHT);
    let dark = colour(&mut fields, "accent_dark", "dark", DARK);
    if let (None, Some(line)) = (light, line_of_dark.filter(|_| !fields.has_fault())) {
        fields.error(line, "`accent_dark` has no `accent` beside it", "add `accent = \"#…\"`");
    }
    let dark = |light: Colour| dark.unwrap_or_else(|| light.readable_on(DARK));
    let accent = light.map(|light| Accent { light, dark: dark(light) });
    (colophon, accent, logo)
}

/// A colour that can be read on a paper of that name.
fn colour(fields: &mut Fields<'_>, name: &str, paper_name: &str, paper: Colour) -> Option<Colour> {
    let Located { line, value: text } = fields.text(name)?;
    let Some(colour) = Colour::from_hex(&text) else {
        let what = format!("`{name}` is “{text}”, which is not a colour");
        fields.error(line, what, format!("write six hexadecimal digits: {name} = \"#00616c\""));
        return None;
    };
    let contrast = colour.contrast(paper);
    if contrast < CONTRAST {
        // Cut rather than rounded, so that no ratio reads as what is asked for.
        let contrast = (contrast * 100.0).floor() / 100.0;
        let what = format!(
            "`{name}` is {}, whose contrast with the {paper_name} paper ({}) is {contrast:.2} to 1; \
             {CONTRAST} to 1 can be read",
            colour.css(),
            paper.css()
        );
        let near = colour.readable_on(paper).css();
        fields.error(line, what, format!("the nearest shade that can be read is {near}"));
        return None;
    }
    Some(colour)
}

/// Takes the logo from the pictures of the folder into the files of the site.
pub fn logo(
    Located { line, value: path }: &Located<String>,
    album: &mut Album,
    diagnostics: &mut Diagnostics,
) -> Option<Picture> {
    let logo = album.take(path, "logo-", MAX_LOGO);
    logo.map_err(|(what, remedy)| {
        diagnostics.error(*line, format!("`logo` is “{path}”, which {what}"), remedy);
    })
    .ok()
}
