//! Attribution: all stages of the pipeline, article by article and then over the dossier.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;

use crate::article::{Article, ArticleId, ParagraphKind};
use crate::language::is_english;
use crate::span::Span;
use crate::threads::in_shares;

use super::bodies::{initials_of_short_form, noun_of, written_out};
use super::cast::{Cast, EntityIdx};
use super::confidence::{DOUBTFUL, confidence};
use super::content;
use super::coreference::{LastWords, Resolved};
use super::directory::{Directory, DraftIdx, Finished, share_a_head};
use super::editorial::{Correction, CorrectionTarget, Editorial, QuotationVerdict, SpeakerVerdict};
use super::entity::{Entity, EntityKind};
use super::lexicon::lists;
use super::mention;
use super::model::{Attribution, Attributions, Kind, Quotation, Rule, WhyOpen};
use super::name::{Likeness, are_two, body_key, is_initial, likeness, name_key, surname};
use super::transcript;
use super::truecase::truecased;
use super::unresolved::UnresolvedQuotation;
use super::word::{TaggedParagraph, Word, WordPosition};

/// How many articles a thread takes at a time.
const SHARE: usize = 16;

/// Namesakes whose offices are looked at.
const MOST_NAMESAKES: usize = 64;

/// One article's quotations, with its own entities as speakers.
#[derive(Default)]
struct ArticleReading {
    quotations: Vec<(Quotation, Vec<EntityIdx>)>,
    /// The places of those by an office that the article gives to nobody, each with the only person named before it and
    /// the office's noun.
    epithets: Vec<(usize, EntityIdx, String)>,
    /// The places of those by a bare surname of a person whose full name only comes later, each with that person.
    named_behind: Vec<(usize, EntityIdx)>,
    cast: Cast,
}

/// A quotation on its way into the dossier's list.
struct Attributed {
    quotation: Quotation,
    /// Who said it, each with the fullest name in the article where the article names them.
    drafts: Vec<(DraftIdx, Option<String>)>,
    /// The bodies for which they speak.
    bodies: Vec<DraftIdx>,
}

/// Finds and attributes the quotations of all `articles`, and joins their speakers into one list.
#[must_use]
pub fn attribute(articles: &[Article], editorial: &Editorial) -> Attributions {
    attribute_with(articles, editorial, |_| {})
}

/// As [`attribute`]; `progress` is told how many of the articles have been read.
#[must_use]
pub fn attribute_with(
    articles: &[Article],
    editorial: &Editorial,
    progress: impl FnMut(usize),
) -> Attributions {
    let read_all =
        |articles: &[Article]| articles.iter().map(read).collect::<Vec<ArticleReading>>();
    let mut readings: Vec<ArticleReading> = Vec::with_capacity(articles.len());
    readings.extend(in_shares(articles, SHARE, read_all, progress).into_iter().flatten());
    let mut directory = Directory::new(editorial);
    tell_words_from_names(articles, &mut readings);
    name_holders(&mut readings);
    name_bodies(&mut readings);
    open_namesakes(&mut readings);

    let drafts = join_speakers(&readings, &mut directory);
    note_ages(articles, &readings, &drafts, &mut directory);

    let mut quotations: Vec<Vec<Attributed>> = Vec::with_capacity(articles.len());
    for (at, (article, reading)) in articles.iter().zip(readings).enumerate() {
        let id = ArticleId(u32::try_from(at).expect("fewer than 4 billion articles"));
        let corrections = editorial.corrections.get(&id).map_or(&[][..], Vec::as_slice);
        let list = with_corrections(article, reading, &drafts[at], corrections, &mut directory);
        for attributed in &list {
            for (draft, spelling) in &attributed.drafts {
                directory.count(*draft, spelling.as_deref(), id);
            }
            for body in attributed.other_bodies() {
                directory.count(body, None, id);
            }
        }
        quotations.push(list);
    }

    let finished = directory.finish();
    let quotations = quotations
        .into_iter()
        .map(|list| {
            let quotations = list.into_iter().map(|attributed| attributed.finish(&finished));
            let mut quotations: Vec<Quotation> = quotations.collect();
            // They took the place of the list, whose items are longer.
            quotations.shrink_to_fit();
            quotations
        })
        .collect();
    let Finished { speakers, suggestions, ages, nameless, .. } = finished;
    Attributions { quotations, speakers, suggestions, ages, nameless }
}

impl Attributed {
    /// The quotation, with the speakers that its drafts have become.
    fn finish(self, Finished { ids, hidden, namesakes, .. }: &Finished) -> Quotation {
        let bodies = self.other_bodies().filter_map(|draft| ids[draft]).collect();
        let Attributed { mut quotation, drafts, .. } = self;
        quotation.contents.shrink_to_fit();
        let attribution = &mut quotation.attribution;
        attribution.bodies = bodies;
        for id in drafts.iter().filter_map(|(draft, _)| ids[*draft]) {
            // Two names of one person are one speaker.
            if !attribution.speakers.contains(&id) {
                attribution.speakers.push(id);
            }
        }
        attribution.speakers.shrink_to_fit();
        if attribution.speakers.is_empty() {
            attribution.name_before = None;
            let is_one_of =
                |set: &BTreeSet<DraftIdx>| drafts.iter().any(|(draft, _)| set.contains(draft));
            let why = if is_one_of(hidden) {
                WhyOpen::Editor
            } else if is_one_of(namesakes) {
                WhyOpen::Namesakes
            } else {
                WhyOpen::NamelessBody
            };
            attribution.why_open.get_or_insert(why);
        }
        quotation
    }

    /// Makes what the publisher says of it hold.
    fn set(&mut self, kind: Option<Kind>, speaker: &SpeakerVerdict, directory: &mut Directory) {
        let Self { quotation, drafts, bodies } = self;
        if let Some(kind) = kind {
            quotation.kind = kind;
            if kind != Kind::Mixed {
                quotation.fragments.clear();
            }
        }
        match speaker {
            SpeakerVerdict::AsFound => return,
            SpeakerVerdict::Unattributed => {
                drafts.clear();
                bodies.clear();
                quotation.attribution.mention = None;
                quotation.attribution.why_open = Some(WhyOpen::Editor);
            }
            SpeakerVerdict::Named(names) => {
                bodies.clear();
                quotation.attribution.name_before = None;
                *drafts = names.iter().map(|name| (directory.named(name), None)).collect();
                quotation.attribution.why_open = None;
            }
        }
        quotation.attribution.rule = Rule::Editor;
        quotation.attribution.confidence = 100;
    }

    /// The bodies that are not among the speakers themselves, each once.
    fn other_bodies(&self) -> impl Iterator<Item = DraftIdx> + '_ {
        let is_speaker = |body: &DraftIdx| self.drafts.iter().any(|(draft, _)| draft == body);
        let bodies = self.bodies.iter().enumerate();
        let first = bodies.filter(|(at, body)| !self.bodies[..*at].contains(body));
        first.map(|(_, body)| *body).filter(move |body| !is_speaker(body))
    }
}

/// Joins the speakers of all articles; for each article and each of its entities the draft, `None` for
/// those who are not quoted.
///
/// Full names first, so that a bare name of one article finds the full name of another; of these last those with an
/// initial, which may be several persons', and of bare names first those that show whose they are: "Mrs. Roe".
fn join_speakers(
    readings: &[ArticleReading],
    directory: &mut Directory,
) -> Vec<Vec<Option<DraftIdx>>> {
    let mut used: Vec<(usize, EntityIdx)> = Vec::new();
    for (at, reading) in readings.iter().enumerate() {
        let entities = &reading.cast.entities;
        let quoted = reading.quotations.iter().flat_map(|(_, by)| by);
        used.extend(
            quoted.flat_map(|&by| [Some(by), entities[by].body]).flatten().map(|idx| (at, idx)),
        );
    }
    used.sort_by_key(|&(at, entity)| {
        let entity = &readings[at].cast.entities[entity];
        let has_initial = is_initial(&entity.name[0]);
        let length = std::cmp::Reverse(entity.name.len());
        (entity.kind, has_initial, length, entity.gender.is_none())
    });
    // The offices of a bare name in all articles tell who it is: "President Obama". Each once, because they are compared
    // in each article that has the name.
    let mut offices: BTreeMap<&str, BTreeSet<&String>> = BTreeMap::new();
    for &(at, entity) in &used {
        let Entity { name, roles, .. } = &readings[at].cast.entities[entity];
        if let [only] = &**name {
            offices.entry(only).or_default().extend(roles);
        }
    }
    let offices =
        offices.into_iter().map(|(name, roles)| (name, roles.into_iter().cloned().collect()));
    let offices: BTreeMap<&str, Vec<String>> = offices.collect();
    let mut drafts: Vec<Vec<Option<DraftIdx>>> =
        readings.iter().map(|reading| vec![None; reading.cast.entities.len()]).collect();
    for (at, entity) in used {
        if drafts[at][entity].is_none() {
            let joined = &readings[at].cast.entities[entity];
            let offices = match &*joined.name {
                [only] => &offices[&**only],
                _ => &joined.roles,
            };
            drafts[at][entity] = Some(directory.join(joined, offices, &drafts[at]));
        }
    }
    drafts
}

/// Notes how old the articles say that those are who speak in them.
fn note_ages(
    articles: &[Article],
    readings: &[ArticleReading],
    drafts: &[Vec<Option<DraftIdx>>],
    directory: &mut Directory,
) {
    for (at, (article, reading)) in articles.iter().zip(readings).enumerate() {
        let id = ArticleId(u32::try_from(at).expect("fewer than 4 billion articles"));
        let published = article.byline.published.as_deref();
        let year = published.and_then(|day| day.get(..4)?.parse().ok());
        for (entity, draft) in reading.cast.entities.iter().zip(&drafts[at]) {
            if let Some((draft, age)) = draft.zip(entity.age) {
                directory.note_age(draft, id, year, age);
            }
        }
    }
}

/// An article's quotations with their drafts and after its corrections, in order.
fn with_corrections(
    article: &Article,
    reading: ArticleReading,
    drafts: &[Option<DraftIdx>],
    corrections: &[Correction],
    directory: &mut Directory,
) -> Vec<Attributed> {
    let ArticleReading { quotations, cast, .. } = reading;
    let mut list: Vec<Attributed> = quotations
        .into_iter()
        .map(|(mut quotation, by)| {
            let name = |entity: EntityIdx| cast.entities[entity].name.join(" ");
            let known = |entity: EntityIdx| Some((drafts[entity]?, Some(name(entity))));
            let bodies = by.iter().filter_map(|&by| cast.entities[by].body);
            let bodies = bodies.filter_map(|body| drafts[body]).collect();
            // What the publisher says a name means goes before what the article shows.
            let mention = quotation.attribution.mention.map(|span| span.of(&article.text));
            let drafts = match mention.and_then(|words| directory.by_alias(words)) {
                Some(draft) => {
                    quotation.attribution.name_before = None;
                    vec![(draft, mention.map(str::to_owned))]
                }
                None => by.into_iter().filter_map(known).collect(),
            };
            Attributed { quotation, bodies, drafts }
        })
        .collect();
    for correction in corrections {
        if let CorrectionTarget::Mention(words) = &correction.target {
            correct_mentions(article, &mut list, words, &correction.verdict, directory);
        }
    }
    for correction in corrections {
        if let CorrectionTarget::Words(words) = correction.target {
            correct(article, &mut list, words, &correction.verdict, directory);
        }
    }
    list.sort_by_key(|Attributed { quotation, .. }| {
        (quotation.contents[0].start, std::cmp::Reverse(quotation.contents[0].end))
    });
    list
}

/// A bare name that any article also writes as a word is no person's: where "Traders said" begins a
/// sentence, that is nobody called Traders whom another article names in full.
fn tell_words_from_names(articles: &[Article], readings: &mut [ArticleReading]) {
    if articles.len() < 2 {
        return;
    }
    let entities = || readings.iter().flat_map(|reading| &reading.cast.entities);
    let unclear = entities().filter(|entity| entity.kind == EntityKind::Unclear);
    let names: HashSet<String> =
        unclear.map(|entity| entity.name.join(" ").to_lowercase()).collect();
    let is_part = |c: char| c.is_alphanumeric() || c == '-';
    let words = articles.iter().flat_map(|article| article.text.split(|c| !is_part(c)));
    let words: HashSet<&str> = words.filter(|word| names.contains(*word)).collect();
    for entity in readings.iter_mut().flat_map(|reading| &mut reading.cast.entities) {
        if entity.kind == EntityKind::Unclear
            && words.contains(&*entity.name.join(" ").to_lowercase())
        {
            entity.kind = EntityKind::Body;
        }
    }
}

/// Takes an office for the one person whom an article names right before it, where another article gives that person
/// this office: "Ada Voss was glad. “…,” the minister said".
fn name_holders(readings: &mut [ArticleReading]) {
    let mut by_surname: BTreeMap<String, Vec<&Entity>> = BTreeMap::new();
    for entity in readings.iter().flat_map(|reading| &reading.cast.entities) {
        if entity.kind == EntityKind::Person && !entity.roles.is_empty() {
            by_surname.entry(name_key(surname(&entity.name))).or_default().push(entity);
        }
    }
    let holds = |entity: &Entity, noun: &str| {
        let namesakes = by_surname.get(&name_key(surname(&entity.name))).into_iter().flatten();
        namesakes.take(MOST_NAMESAKES).any(|other| {
            likeness(&other.name, &entity.name) == Some(Likeness::Same)
                && other.roles.iter().any(|role| share_a_head(role, noun))
        })
    };
    let mut held: Vec<(usize, usize, EntityIdx)> = Vec::new();
    for (at, reading) in readings.iter().enumerate() {
        for (number, idx, noun) in &reading.epithets {
            if holds(&reading.cast.entities[*idx], noun) {
                held.push((at, *number, *idx));
            }
        }
    }
    for (at, number, idx) in held {
        let (quotation, by) = &mut readings[at].quotations[number];
        quotation.attribution.why_open = None;
        by.push(idx);
    }
}

/// Leaves the words open of whom an article calls by a bare surname before it gives the full name, where another article
/// names somebody else who has it: the name that comes later may bring in another person.
fn open_namesakes(readings: &mut [ArticleReading]) {
    let key = |reading: &ArticleReading, idx: EntityIdx| {
        name_key(surname(&reading.cast.entities[idx].name))
    };
    let is_full = |entity: &Entity| entity.kind == EntityKind::Person && entity.name.len() > 1;
    let mut names: BTreeMap<String, BTreeSet<Vec<String>>> = BTreeMap::new();
    for reading in readings.iter() {
        for &(_, idx) in &reading.named_behind {
            names.entry(key(reading, idx)).or_default();
        }
    }
    if names.is_empty() {
        return;
    }
    for cast in readings.iter().map(|reading| &reading.cast) {
        for (surname, namesakes) in &cast.by_surname {
            let Some(names) = names.get_mut(surname) else { continue };
            let namesakes = namesakes.iter().map(|&idx| &cast.entities[idx]);
            let new = namesakes.filter(|entity| is_full(entity)).map(|entity| entity.name.clone());
            names.extend(new.take(MOST_NAMESAKES.saturating_sub(names.len())));
        }
    }
    for reading in readings.iter_mut() {
        for (at, idx) in std::mem::take(&mut reading.named_behind) {
            let name = &reading.cast.entities[idx].name;
            if names[&key(reading, idx)].iter().any(|other| are_two(name, other)) {
                let (quotation, by) = &mut reading.quotations[at];
                by.clear();
                quotation.attribution.why_open = Some(WhyOpen::Namesakes);
            }
        }
    }
}

/// Gives bodies that an article calls by a short form or by what they are alone the name that another
/// article has for them, where all articles together name just one such body. A body of state that no
/// article names more fully is the same in all.
fn name_bodies(readings: &mut [ArticleReading]) {
    if readings.len() < 2 {
        return;
    }
    let known = KnownBodies::of(readings);
    let mut names: Vec<(usize, EntityIdx, Option<String>)> = Vec::new();
    for (at, reading) in readings.iter().enumerate() {
        for (idx, entity) in reading.cast.entities.iter().enumerate() {
            let full = written_out(&entity.name.join(" "), |short| known.of_short_form(short));
            if let Some(full) = full.filter(|full| known.names.contains(&**full)) {
                names.push((at, idx, Some(full)));
                continue;
            }
            let [name] = &*entity.name else { continue };
            if entity.kind == EntityKind::Person {
                continue;
            }
            if !entity.is_nameless {
                if let Some(full) = known.of_short_form(name) {
                    names.push((at, idx, Some(full.to_owned())));
                }
                continue;
            }
            let noun = noun_of(name);
            let is_of_state = lists::BODIES_OF_STATE.contains(&&*noun);
            let is_company = lists::COMPANIES.contains(&&*noun) || noun == "house";
            let is_named_here = reading.cast.bodies.names().any(|(other, _)| other == noun);
            match known.of_kind(&noun) {
                OfKind::None if is_of_state => names.push((at, idx, None)),
                OfKind::One(full) if !is_of_state && !is_named_here && !is_company => {
                    names.push((at, idx, Some(full.to_owned())));
                }
                _ => {}
            }
        }
    }
    for (at, idx, full) in names {
        let entity = &mut readings[at].cast.entities[idx];
        entity.is_nameless = false;
        if let Some(full) = full {
            let name = std::mem::replace(&mut entity.name, vec![full]);
            entity.spellings.insert(name.join(" "));
            entity.kind = EntityKind::Body;
        }
    }
}

/// The bodies that all articles name.
#[derive(Default)]
struct KnownBodies<'a> {
    names: HashSet<&'a str>,
    /// By their short forms.
    short_forms: BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// By what they are; only those that are called more than that.
    by_noun: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

/// The bodies of one kind.
enum OfKind<'a> {
    None,
    /// The one, by one of its names.
    One(&'a str),
    Several,
}

impl<'a> KnownBodies<'a> {
    fn of(readings: &'a [ArticleReading]) -> Self {
        let mut known = Self::default();
        for bodies in readings.iter().map(|reading| &reading.cast.bodies) {
            for (short, name) in bodies.short_forms() {
                known.short_forms.entry(short).or_default().insert(name);
            }
            for (noun, name) in bodies.names() {
                known.names.insert(name);
                if name.contains(' ') {
                    known.by_noun.entry(noun).or_default().insert(name);
                }
            }
        }
        known
    }

    /// The body of a short form, where all articles know one.
    fn of_short_form(&self, short: &str) -> Option<&'a str> {
        let names = self.short_forms.get(&*initials_of_short_form(short)?)?;
        names.first().copied().filter(|_| names.len() == 1)
    }

    fn of_kind(&self, noun: &str) -> OfKind<'a> {
        let Some(names) = self.by_noun.get(noun) else { return OfKind::None };
        let mut keys = names.iter().map(|name| body_key(name)).filter(|key| key.len() > 1);
        match (keys.next(), names.first()) {
            (Some(first), Some(name)) if keys.all(|key| key == first) => OfKind::One(name),
            (None, _) => OfKind::None,
            _ => OfKind::Several,
        }
    }
}

/// Finds an article's quotations and whom it says they are by.
fn read(article: &Article) -> ArticleReading {
    if article.byline.withdrawn.is_some() {
        return ArticleReading::default();
    }
    if !article.byline.language.as_deref().is_none_or(is_english) {
        return read_in_marks(article);
    }
    let turns = transcript::turns(article);
    let text = truecased(article, &turns);
    let paragraphs = tagged_paragraphs(article, &text);
    let found = content::find(&paragraphs, &turns);
    let mut cast = Cast::read(&paragraphs);
    let mut last = LastWords::default();
    let mut resolved: BTreeMap<WordPosition, Resolved> = BTreeMap::new();
    let mut quotations = Vec::with_capacity(found.len());
    let mut epithets = Vec::new();
    let mut named_behind = Vec::new();
    for mut found in found {
        found.mention = found.mention.filter(|mention| {
            let paragraph = paragraphs[mention.paragraph].as_ref();
            !paragraph.is_some_and(|it| mention::ends_list_of_others(it, &mention.words))
        });
        let mut by = match &found.mention {
            None => Err(WhyOpen::NoSpeaker),
            Some(mention) => {
                let by = resolved
                    .entry(mention.position())
                    .or_insert_with(|| cast.resolve(&paragraphs, mention, &last));
                if by.as_ref().is_ok_and(|by| names_who_speaks(&cast, &paragraphs, &found, by)) {
                    *by = Err(WhyOpen::Pronoun);
                }
                last.note(&paragraphs, mention, found.rule, by);
                by.clone()
            }
        };
        // What a firm did tells nothing of whose words follow.
        if found.rule == Rule::SubjectBefore
            && by.as_ref().is_ok_and(|by| by.iter().any(|&idx| !cast.is_person(idx)))
        {
            found.mention = None;
            by = Err(WhyOpen::NoSpeaker);
        }
        let place = found
            .mention
            .as_ref()
            .and_then(|mention| Some((paragraphs[mention.paragraph].as_ref()?, &mention.words)));
        let mention = place.map(|(paragraph, words)| paragraph.span(words));
        let has_name = place.is_some_and(|(paragraph, words)| {
            paragraph.words[words.clone()].iter().any(Word::is_name)
        });
        if by == Err(WhyOpen::Office)
            && let Some(mention) = &found.mention
            && let Some((idx, noun)) = cast.epithet(&paragraphs, mention)
        {
            epithets.push((quotations.len(), idx, noun));
        }
        let surname = place.and_then(|(paragraph, words)| bare_name(paragraph, words));
        let confidence = confidence_in(&cast, &found, has_name, surname);
        if let (Some(_), Ok([idx]), Some(mention)) = (surname, by.as_deref(), &found.mention)
            && cast.is_named_only_behind(*idx, mention.position())
        {
            named_behind.push((quotations.len(), *idx));
        }
        let name_before = match (&found.mention, by.as_deref()) {
            (Some(mention), Ok([idx])) if !has_name => {
                cast.name_before(&paragraphs, *idx, mention.position())
            }
            _ => None,
        };
        let mut quotation = found.quotation(mention, by.as_ref().err().copied(), confidence);
        quotation.attribution.name_before = name_before;
        quotations.push((quotation, by.unwrap_or_default()));
    }
    ArticleReading { quotations, epithets, named_behind, cast: cast.into_joinable() }
}

/// As [`read`], of an article in another language: its words in marks, which are nobody's.
fn read_in_marks(article: &Article) -> ArticleReading {
    let paragraphs = tagged_paragraphs(article, &article.text);
    let quotations = content::find_in_marks(&paragraphs).into_iter();
    let quotations =
        quotations.map(|found| (found.quotation(None, Some(WhyOpen::Language), 0), Vec::new()));
    ArticleReading { quotations: quotations.collect(), ..ArticleReading::default() }
}

/// How often attributions made like that of a quotation are right, in percent, whose mention may have a name, or be a bare
/// `surname`.
fn confidence_in(
    cast: &Cast,
    found: &UnresolvedQuotation,
    has_name: bool,
    surname: Option<&str>,
) -> u8 {
    let Some(mention) = &found.mention else {
        // Where no phrase is taken for anybody's, nothing is known.
        return confidence(Rule::Marks, has_name);
    };
    let confidence = confidence(found.rule, has_name);
    let is_doubtful = surname.is_some_and(|surname| cast.has_namesake(&[surname]))
        || cast.doubtful.contains(&mention.position());
    if is_doubtful { confidence.min(DOUBTFUL) } else { confidence }
}

/// The word of a phrase that is a name of one word, without titles.
fn bare_name<'a>(paragraph: &TaggedParagraph<'a>, words: &Range<usize>) -> Option<&'a str> {
    let [word] = &paragraph.words[words.clone()] else { return None };
    word.is_name().then(|| word.stem())
}

/// Whether a pronoun was taken for somebody whom the words themselves name: "“Roe is late,” he said" is not Roe.
fn names_who_speaks(
    cast: &Cast,
    paragraphs: &[Option<TaggedParagraph>],
    found: &UnresolvedQuotation,
    by: &[EntityIdx],
) -> bool {
    let Some(mention) = &found.mention else { return false };
    let Some(paragraph) = &paragraphs[mention.paragraph] else { return false };
    let [speaker] = by else { return false };
    let [pronoun] = &paragraph.words[mention.words.clone()] else { return false };
    let is_of_self = |word: &Word| matches!(word.text, "I" | "I'm" | "I’m" | "my" | "me");
    let mut contents = found.contents.iter().map(|content| paragraph.words_in(*content));
    pronoun.is_any(&["he", "she"])
        && !contents.clone().any(|words| paragraph.words[words].iter().any(is_of_self))
        && contents.any(|words| cast.is_named_in(paragraph, *speaker, words))
}

/// The article's paragraphs for the rules; `None` for headings and empty ones, where nobody is quoted.
/// `text` is the article's text, in which words in capitals may have another case.
fn tagged_paragraphs<'a>(article: &Article, text: &'a str) -> Vec<Option<TaggedParagraph<'a>>> {
    let mut continues = false;
    let mut paragraphs: Vec<Option<TaggedParagraph>> = article
        .paragraphs
        .iter()
        .enumerate()
        .map(|(number, paragraph)| {
            if matches!(paragraph.kind, ParagraphKind::Headline | ParagraphKind::Heading)
                || paragraph.span.is_empty()
            {
                return None;
            }
            let tagged = TaggedParagraph::read(text, number, paragraph.span, continues);
            continues = tagged.quoted.last().is_some_and(|stretch| stretch.left_open);
            Some(tagged)
        })
        .collect();
    // "May said": a name where the article names Theresa May.
    let surnames: BTreeSet<&str> =
        paragraphs.iter().flatten().flat_map(TaggedParagraph::surnames_like_words).collect();
    if !surnames.is_empty() {
        for paragraph in paragraphs.iter_mut().flatten() {
            paragraph.take_surnames(&surnames);
        }
    }
    paragraphs
}

/// Makes what the publisher says of all quotations hold whose speaker is called by these words.
fn correct_mentions(
    article: &Article,
    list: &mut Vec<Attributed>,
    mention: &str,
    verdict: &QuotationVerdict,
    directory: &mut Directory,
) {
    let is_meant = |one: &Attributed| {
        one.quotation.attribution.mention.is_some_and(|span| span.of(&article.text) == mention)
    };
    match verdict {
        QuotationVerdict::NotQuotation => list.retain(|one| !is_meant(one)),
        QuotationVerdict::Quotation { kind, speaker } => {
            for one in list.iter_mut().filter(|one| is_meant(one)) {
                one.set(*kind, speaker, directory);
            }
        }
    }
}

/// Makes what the publisher says of some words hold.
fn correct(
    article: &Article,
    list: &mut Vec<Attributed>,
    words: Span,
    verdict: &QuotationVerdict,
    directory: &mut Directory,
) {
    let at = best_match(list, words);
    match verdict {
        QuotationVerdict::NotQuotation => {
            if let Some(at) = at {
                list.remove(at);
            }
        }
        QuotationVerdict::Quotation { kind, speaker } => {
            let at = at.unwrap_or_else(|| {
                let quotation = new_quotation(article, words);
                list.push(Attributed { quotation, drafts: Vec::new(), bodies: Vec::new() });
                list.len() - 1
            });
            list[at].set(*kind, speaker, directory);
        }
    }
}

/// The quotation that has any of `words`; of nested ones the one that they fit best.
fn best_match(list: &[Attributed], words: Span) -> Option<usize> {
    let overlap = |quotation: &Quotation| -> u32 {
        let shared: u32 = quotation
            .contents
            .iter()
            .filter_map(|span| span.intersection(words))
            .map(Span::len)
            .sum();
        let length: u32 = quotation.contents.iter().map(|span| span.len()).sum();
        if shared == 0 { 0 } else { 1 + shared * 1000 / (length + words.len() - shared).max(1) }
    };
    (0..list.len())
        .max_by_key(|&at| (overlap(&list[at].quotation), std::cmp::Reverse(at)))
        .filter(|&at| overlap(&list[at].quotation) > 0)
}

/// A quotation of exactly these words that only the publisher knows of: direct where a quotation mark
/// stands before them.
fn new_quotation(article: &Article, words: Span) -> Quotation {
    let before = article.text[..words.start as usize].trim_end().chars().next_back();
    let marked = before.is_some_and(|c| matches!(c, '"' | '“' | '„' | '«' | '\'' | '‘'));
    Quotation {
        contents: vec![words],
        kind: if marked { Kind::Direct } else { Kind::Indirect },
        fragments: Vec::new(),
        attribution: Attribution {
            cue: None,
            mention: None,
            name_before: None,
            speakers: Vec::new(),
            bodies: Vec::new(),
            why_open: Some(WhyOpen::NoSpeaker),
            rule: Rule::Editor,
            confidence: 0,
        },
    }
}
