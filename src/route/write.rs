//! A [`Route`] as a URL.

use form_urlencoded::Serializer;

use super::model::{Differences, LineOrder, Route};
use super::names::{paragraph_id, speaker_slug};
use super::page::{Base, Page};
use super::view::View;
use crate::choice::Choice;
use crate::dossier::Dossier;

/// Begins the ids of the statements on their page.
pub const STATEMENT_ID: &str = "statement_";

/// The parameters that lay out a comparison.
pub(super) const COLUMN: &str = "column";
pub(super) const DIFFERENCES: &str = "differences";
/// The parameter that lays out a concordance.
pub(super) const ORDER: &str = "order";

impl Route {
    /// Its URL, relative to where it leads from.
    #[must_use]
    pub fn to_url(&self, dossier: &Dossier, base: Base) -> String {
        let mut parameters = Serializer::new(String::new());
        let has_page = self.page() != Page::Front || self.view == View::Overview;
        if let Some(view) = self.view.name()
            && (base == Base::OneFile || !has_page)
        {
            parameters.append_pair("view", &view);
        }
        if !self.query.is_empty() {
            parameters.append_pair("q", &self.query);
        }
        for speaker in &self.filter.speakers {
            if base == Base::OneFile || self.view != View::Speaker(*speaker) {
                parameters.append_pair("speaker", speaker_slug(*speaker, dossier));
            }
        }
        for kind in self.filter.kinds {
            parameters.append_pair("kind", kind.name());
        }
        for outlet in &self.filter.outlets {
            parameters.append_pair("outlet", outlet);
        }
        self.write_layout(&mut parameters, dossier);
        if let Some(theme) = self.theme {
            parameters.append_pair("theme", theme.name());
        }
        for (name, value) in self.look.named() {
            parameters.append_pair(name, &value);
        }
        if self.embed {
            parameters.append_key_only("embed");
        }
        let parameters = parameters.finish();
        let page = self.page();
        let mut url = match base {
            Base::Site("") if page == Page::Front && parameters.is_empty() => "./".to_owned(),
            Base::Site(home) => format!("{home}{}", page.path(dossier)),
            // Without a `?` the one of the page itself would stay.
            Base::OneFile => "?".to_owned(),
        };
        if !parameters.is_empty() {
            url.push_str(if base == Base::OneFile { "" } else { "?" });
            url.push_str(&parameters);
        }
        match self.view {
            View::Article(article, Some(paragraph)) => {
                url.push('#');
                url.push_str(&paragraph_id(dossier.articles.slug(article), paragraph));
            }
            // In one file an article is a part of the page, which serves without scripts too.
            View::Article(article, None) if base == Base::OneFile => {
                url.push('#');
                url.push_str(dossier.articles.slug(article));
            }
            _ => {}
        }
        url
    }

    /// Writes what a URL says of the layout.
    pub(crate) fn write_layout(&self, parameters: &mut Serializer<String>, dossier: &Dossier) {
        for column in &self.layout.columns {
            parameters.append_pair(COLUMN, dossier.articles.slug(*column));
        }
        if self.layout.differences != Differences::default() {
            parameters.append_pair(DIFFERENCES, self.layout.differences.name());
        }
        if self.layout.order != LineOrder::default() {
            parameters.append_pair(ORDER, self.layout.order.name());
        }
    }
}
