//! [`corrections`]: what a reader objects to, for the publisher.

use super::collection::Notebook;
use super::note::{About, Names, Says, Standing};
use crate::dossier::Dossier;
use crate::escape::in_toml;

/// The objections of a notebook for `whosaid review`: `[[correction]]` and `[[speaker]]` tables as `dossier.toml` has
/// them, and `[[different]]` tables with the names of two speakers whom the dossier takes for one. Corrections whose
/// words are not found in the dossier are left out.
#[must_use]
pub fn corrections(notebook: &Notebook, dossier: &Dossier) -> String {
    let mut text = String::new();
    let mut same: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut apart: Vec<[&str; 2]> = Vec::new();
    for note in notebook.notes() {
        let (Some(says), About::Words { article: slug, anchor }) = (&note.says, &note.about) else {
            continue;
        };
        let ruling = match says {
            Says::Speaker(name) => format!("speaker = {}\n\n", in_toml(name)),
            Says::Nobody => "unattributed = true\n\n".to_owned(),
            Says::NoQuotation => "not_quotation = true\n\n".to_owned(),
            Says::Same(Names { speaker, other }) => {
                match same.iter_mut().find(|(name, _)| name == other) {
                    Some((_, aliases)) if aliases.contains(&&**speaker) => {}
                    Some((_, aliases)) => aliases.push(speaker),
                    None => same.push((other, vec![speaker])),
                }
                continue;
            }
            Says::Different(Names { speaker, other }) => {
                apart.push([speaker, other]);
                continue;
            }
        };
        let Standing::Found(id, place) = note.standing(dossier) else { continue };
        let Some(span) = place.span() else { continue };
        let article = dossier.article(id);
        let places: Vec<usize> =
            article.text.match_indices(&anchor.exact).map(|(at, _)| at).collect();
        let at = places.iter().position(|at| *at == span.start as usize);
        text += &format!(
            "[[correction]]\narticle = {}\nwords = {}\n",
            in_toml(slug),
            in_toml(&anchor.exact)
        );
        if let Some(at) = at.filter(|_| places.len() > 1) {
            text += &format!("occurrence = {}\n", at + 1);
        }
        text += &ruling;
    }
    for (name, aliases) in same {
        let aliases: Vec<String> = aliases.into_iter().map(in_toml).collect();
        let (name, aliases) = (in_toml(name), aliases.join(", "));
        text += &format!("[[speaker]]\nname = {name}\naliases = [{aliases}]\n\n");
    }
    for [name, other] in apart {
        text += &format!("[[different]]\nnames = [{}, {}]\n\n", in_toml(name), in_toml(other));
    }
    text
}
