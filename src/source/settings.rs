//! `dossier.toml`: the masthead, the order of the articles, speakers and corrections.

use std::collections::BTreeMap;

use crate::quotation::{Kind, KnownSpeaker, QuotationVerdict, SpeakerVerdict};

use super::field::{Fields, Located, Table, origin_of};
use super::site::Site;
use super::{publisher, settings_table, toml_table};
use crate::diagnostics::Diagnostics;

/// What `dossier.toml` states, before it is held against the articles.
#[derive(Debug, Default)]
pub struct Settings {
    pub title: Option<String>,
    pub standfirst: Option<String>,
    /// A BCP 47 tag, where stated.
    pub language: Option<String>,
    pub site: Site,
    /// The file of the publisher's logo, as it is named.
    pub logo: Option<Located<String>>,
    /// File names in the publisher's order, where stated.
    pub order: Option<Vec<Located<String>>>,
    pub speakers: Vec<KnownSpeaker>,
    pub corrections: Vec<Located<CorrectedWords>>,
    /// What the front page shows first; at most [`MOST_TELLING`].
    pub telling: Vec<NamedWords>,
}

/// The most words that the front page shows first.
const MOST_TELLING: usize = 3;

/// Words that are not yet found in their article. What is absent is at fault and noted.
#[derive(Debug)]
pub struct NamedWords {
    /// The slug of the article.
    pub article: Option<Located<String>>,
    /// The exact words.
    pub words: Option<Located<String>>,
    /// Which of their occurrences is meant, from 1; absent where the publisher does not say.
    pub occurrence: Option<Located<usize>>,
}

/// A correction whose words are not yet found in its article. What is absent is at fault and noted.
#[derive(Debug)]
pub struct CorrectedWords {
    /// Those of a quotation, or else of the mention of a speaker.
    pub named: NamedWords,
    /// Whether they are a mention.
    pub is_mention: bool,
    pub verdict: Option<QuotationVerdict>,
}

/// Reads the settings, noting every fault; what is at fault is left out of the answer.
pub fn read(file: &str, diagnostics: &mut Diagnostics) -> Settings {
    let table = toml_table::table(file, 1, "the file", diagnostics);
    let mut fields = Fields::new(table, &settings_table::SETTINGS, diagnostics);
    let title = fields.text("title");
    let standfirst = fields.text("standfirst").map(|standfirst| standfirst.value);
    let language = fields.language("language");
    let url = read_url(&mut fields);
    let publisher = fields.table("publisher");
    let embed = fields.table("embed");
    let has_order = fields.has("articles");
    let order = fields.texts("articles");
    let speakers = fields.tables("speaker");
    let corrections = fields.tables("correction");
    let telling = fields.tables("telling");
    let (colophon, accent, logo) = publisher::read(publisher, diagnostics);
    let hosts = read_hosts(embed, diagnostics);
    Settings {
        title: title.map(|title| title.value),
        standfirst,
        language,
        site: Site { url, hosts, colophon, accent, ..Site::default() },
        logo,
        order: has_order.then_some(order),
        speakers: read_speakers(speakers, diagnostics),
        corrections: corrections
            .into_iter()
            .map(|table| read_correction(table, diagnostics))
            .collect(),
        telling: read_telling(telling, diagnostics),
    }
}

/// The address of the site: a folder's, so that the files lie right below it.
fn read_url(fields: &mut Fields<'_>) -> Option<String> {
    let line = fields.line_of("url")?;
    let url = fields.url("url")?;
    if origin_of(&url).is_none() || url.contains(['?', '#']) {
        let what = format!("`url` is “{url}”, which is not where a site can stand");
        let remedy = "write it as https://example.org/dossier/, the host in ASCII letters";
        fields.error(line, what, remedy);
        return None;
    }
    Some(if url.ends_with('/') { url } else { url + "/" })
}

/// The origins of `[embed] hosts`.
fn read_hosts(embed: Table, diagnostics: &mut Diagnostics) -> Vec<String> {
    let mut fields = Fields::new(embed, &settings_table::EMBED, diagnostics);
    let hosts = fields.texts("hosts");
    let mut origins = Vec::new();
    for Located { line, value: host } in hosts {
        match origin_of(&host) {
            // Nothing but the origin: what comes after it would promise more than browsers tell.
            Some(origin) if host.trim_end_matches('/').matches('/').count() == 2 => {
                origins.push(origin);
            }
            _ => {
                let what = format!("“{host}” is not the origin of a host page");
                fields.error(line, what, "write scheme and host alone, as https://example.org");
            }
        }
    }
    origins
}

fn read_speakers(tables: Vec<Located<Table>>, diagnostics: &mut Diagnostics) -> Vec<KnownSpeaker> {
    // Every name and alias, without regard to case, with its speaker and line.
    let mut owners: BTreeMap<String, (usize, u32)> = BTreeMap::new();
    let mut speakers = Vec::new();
    for (number, Located { line, value: table }) in tables.into_iter().enumerate() {
        let mut fields = Fields::new(table, &settings_table::SPEAKER, diagnostics);
        let name = fields.required("name", line, "the speaker", "name = \"…\"");
        let aliases = fields.texts("aliases");
        let roles = fields.texts_if_any("roles");
        let is_hidden = fields.flag("hidden").is_some();
        let roles = roles.map(|roles| roles.into_iter().map(|role| role.value).collect());
        for spelling in name.iter().chain(&aliases) {
            let key = spelling.value.to_lowercase();
            let (owner, owner_line) = *owners.entry(key).or_insert((number, spelling.line));
            if owner != number {
                let what = format!(
                    "“{}” is a name or alias of the speaker in line {owner_line} already",
                    spelling.value
                );
                fields.error(spelling.line, what, "leave each name with one speaker");
            }
        }
        if let Some(name) = name {
            let aliases = aliases.into_iter().map(|alias| alias.value).collect();
            speakers.push(KnownSpeaker { name: name.value, aliases, roles, is_hidden });
        }
    }
    speakers
}

fn read_correction(
    Located { line, value: table }: Located<Table>,
    diagnostics: &mut Diagnostics,
) -> Located<CorrectedWords> {
    let mut fields = Fields::new(table, &settings_table::CORRECTION, diagnostics);
    let article = fields.required("article", line, "the correction", "article = \"SLUG\"");
    let mention = fields.text("mention");
    let is_mention = mention.is_some();
    let words = match mention {
        Some(mention) => Some(mention),
        None => fields.required("words", line, "the correction", "words = \"…\""),
    };
    if is_mention && (fields.has("words") || fields.has("occurrence")) {
        let what = "`mention` speaks of all quotations of it, and `words` and `occurrence` of one";
        fields.error(line, what, "keep `mention` alone, or the others");
    }
    let occurrence = fields.count("occurrence");
    let kind = fields.text("kind").and_then(|text| {
        let kind = Kind::from_name(&text.value);
        if kind.is_none() {
            let what = format!("“{}” is no kind of quotation", text.value);
            fields.error(text.line, what, "write `direct`, `indirect` or `mixed`");
        }
        kind
    });
    let speaker = fields.text("speaker");
    let several = fields.texts("speakers");
    let (unattributed, not_quotation) = (fields.flag("unattributed"), fields.flag("not_quotation"));
    let quotation = |speaker| Some(QuotationVerdict::Quotation { kind, speaker });
    let is_contradiction = speaker.is_some() && !several.is_empty();
    let names: Vec<String> = speaker.into_iter().chain(several).map(|name| name.value).collect();
    let named = (!names.is_empty()).then_some(names);
    let verdict = match (named, unattributed, not_quotation) {
        (Some(names), None, None) if !is_contradiction => quotation(SpeakerVerdict::Named(names)),
        (None, Some(_), None) => quotation(SpeakerVerdict::Unattributed),
        (None, None, None) if kind.is_some() => quotation(SpeakerVerdict::AsFound),
        (None, None, Some(_)) if kind.is_none() => Some(QuotationVerdict::NotQuotation),
        (None, None, None) => {
            let remedy = "add `speaker = \"…\"`, `speakers = [\"…\", \"…\"]`, `unattributed = true`, `not_quotation = true` or \
                          `kind = \"…\"`";
            fields.error(line, "the correction does not say what holds", remedy);
            None
        }
        _ => {
            let remedy = "keep one of `speaker`, `speakers`, `unattributed` and `not_quotation`; \
                          `kind` goes with the first three or alone";
            fields.error(line, "the correction contradicts itself", remedy);
            None
        }
    };
    let named = NamedWords { article, words, occurrence };
    Located { line, value: CorrectedWords { named, is_mention, verdict } }
}

fn read_telling(tables: Vec<Located<Table>>, diagnostics: &mut Diagnostics) -> Vec<NamedWords> {
    if let Some(beyond) = tables.get(MOST_TELLING) {
        let what = format!("there are {} `[[telling]]` quotations", tables.len());
        diagnostics.error(beyond.line, what, format!("keep {MOST_TELLING} at most"));
    }
    let read = |Located { line, value: table }| {
        let mut fields = Fields::new(table, &settings_table::TELLING, diagnostics);
        let example = "article = \"SLUG\"";
        NamedWords {
            article: fields.required("article", line, "the telling quotation", example),
            words: fields.required("words", line, "the telling quotation", "words = \"…\""),
            occurrence: fields.count("occurrence"),
        }
    };
    tables.into_iter().map(read).collect()
}
