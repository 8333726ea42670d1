//! Candidates: parties and places of the archive that a name may mean, each with why.
//!
//! A name is compared by words of its key (see `party_key`), so neither case nor order nor ending hides it.
//! An initial alone is never reason enough to be sure.

use std::collections::{BTreeMap, BTreeSet};

use muragat_language as language;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;

use crate::error::Error;
use crate::nouns::article;
use crate::record::terms::{PartyKind, ReasonCode};
use crate::store::library::Archive;

/// So many candidates are offered.
const OFFERED: usize = 8;
/// A party in more articles than this is looked for among the newest articles, not the articles among its own.
const MANY: i64 = 1000;
/// Shorter names are looked for in so many words of a longer one.
const RUN: usize = 12;
/// How often a word stands on record is counted no further than this.
const FREQUENT: i64 = 100_000;
/// So many of the newest articles tell the position printed last.
const RECENT: usize = 40;

/// What a span of the text can be tagged as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TagKind {
    /// One human being.
    Person,
    /// A corporate body.
    Organisation,
    /// A place.
    Place,
}

impl TagKind {
    /// The kind of party; none for a place.
    pub fn party(self) -> Option<PartyKind> {
        match self {
            TagKind::Person => Some(PartyKind::Person),
            TagKind::Organisation => Some(PartyKind::Organisation),
            TagKind::Place => None,
        }
    }
}

/// Why a candidate is offered: a code with data, for which the window has words (`reason-<code>`).
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Reason {
    /// Which.
    pub code: ReasonCode,
    /// What its words need.
    #[ts(type = "Record<string, string | number>")]
    pub data: BTreeMap<String, Json>,
}

impl Reason {
    pub(crate) fn new(code: ReasonCode) -> Reason {
        Reason {
            code,
            data: BTreeMap::new(),
        }
    }

    pub(crate) fn with(mut self, key: &str, value: impl Into<Json>) -> Reason {
        self.data.insert(key.to_owned(), value.into());
        self
    }
}

impl From<&language::Reason> for Reason {
    fn from(why: &language::Reason) -> Reason {
        use language::Reason as Why;
        let (code, text) = match why {
            Why::NameForm { text } => (ReasonCode::ReadNameForm, text),
            Why::NameOnList { text } => (ReasonCode::ReadNameOnList, text),
            Why::Tagger { text } => (ReasonCode::ReadTagger, text),
            Why::OnRecord { name } => (ReasonCode::ReadOnRecord, name),
            Why::PositionBeside { text } => (ReasonCode::ReadPositionBeside, text),
            Why::ShortForm { text } => (ReasonCode::ReadShortForm, text),
            Why::InPosition { text } => (ReasonCode::ReadInPosition, text),
            Why::HeadNoun { text } => (ReasonCode::ReadHeadNoun, text),
            Why::Listed { text } => (ReasonCode::ReadListed, text),
            Why::InCredit { text } => (ReasonCode::ReadInCredit, text),
            Why::SpeakerBeside { text } => (ReasonCode::ReadSpeakerBeside, text),
            Why::SpeakerByPosition { text } => (ReasonCode::ReadSpeakerByPosition, text),
            Why::SpeakerBefore => return Reason::new(ReasonCode::ReadSpeakerBefore),
            Why::SpeakerNext => return Reason::new(ReasonCode::ReadSpeakerNext),
        };
        Reason::new(code).with("text", text.as_str())
    }
}

/// A party or place of the archive that a span may mean.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Candidate {
    /// UUID.
    pub id: String,
    /// Person, organisation or place.
    pub kind: TagKind,
    /// Authorised form of the name.
    pub name: String,
    /// The position printed for it last, of a person.
    pub position: Option<String>,
    /// In how many articles it stands.
    #[ts(type = "number")]
    pub articles: u64,
    /// Of the latest of these.
    pub last_date: Option<String>,
    /// Whether it stands in this article already.
    pub here: bool,
    /// The strongest first.
    pub reasons: Vec<Reason>,
}

impl Candidate {
    /// Whether it may be the same: two people of one family name are two people, and a part of a name is anybody's.
    pub(crate) fn is_likely(&self) -> bool {
        let weak = [
            ReasonCode::SameSurname,
            ReasonCode::NameBegins,
            ReasonCode::NamePart,
        ];
        let first = self.reasons.first();
        first.is_some_and(|reason| !weak.contains(&reason.code))
    }
}

/// A candidate with what it is worth, before its facts are looked up.
#[derive(Debug, Clone)]
pub(crate) struct RatedCandidate {
    pub id: i64,
    pub uuid: String,
    pub name: String,
    pub score: i64,
    pub reasons: Vec<Reason>,
}

/// The whole name is the same, in the other script.
const TRANSCRIBED: i64 = 90;

impl Archive {
    /// Candidates for a name as typed, the likeliest first; its last word may be unfinished.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn candidates(
        &self,
        article: &str,
        kind: TagKind,
        name: &str,
    ) -> Result<Vec<Candidate>, Error> {
        let sql = self.connection();
        let article = article::resolve(sql, article)?.id;
        find_candidates(sql, article, kind, name, None)
    }
}

/// Candidates for a name in an article, the likeliest first. `organisation`: whom the text says they spoke for.
pub(crate) fn find_candidates(
    sql: &Connection,
    article: i64,
    kind: TagKind,
    name: &str,
    organisation: Option<&str>,
) -> Result<Vec<Candidate>, Error> {
    let mut matches = rate_alike(sql, kind, name)?;
    let here = find_standing(sql, article, kind)?;
    for found in &mut matches {
        if here.contains(&found.id) {
            found.score += 15;
            found.reasons.push(Reason::new(ReasonCode::HereAlready));
        }
    }
    matches.sort_by(|a, b| b.score.cmp(&a.score).then(a.id.cmp(&b.id)));
    matches.truncate(OFFERED * 3);
    let mut known = Vec::with_capacity(matches.len());
    for mut found in matches {
        let (articles, last_date) = count_articles(sql, kind, found.id)?;
        if let (Some(wanted), TagKind::Person) = (organisation, kind)
            && let Some(known) = find_spoken_for(sql, found.id, articles)?
            && language::party_key(wanted) == language::party_key(&known)
        {
            found.score += 10;
            found
                .reasons
                .push(Reason::new(ReasonCode::SameOrganisation).with("name", known));
        }
        known.push((found, articles, last_date));
    }
    known.sort_by(|(a, one, _), (b, other, _)| b.score.cmp(&a.score).then(other.cmp(one)));
    known.truncate(OFFERED);
    let candidate = |(found, articles, last_date): (RatedCandidate, i64, Option<String>)| {
        Ok(Candidate {
            here: here.contains(&found.id),
            position: match kind {
                TagKind::Person => find_printed_last(sql, found.id, articles)?,
                TagKind::Organisation | TagKind::Place => None,
            },
            id: found.uuid,
            kind,
            name: found.name,
            articles: articles.unsigned_abs(),
            last_date,
            reasons: found.reasons,
        })
    };
    known.into_iter().map(candidate).collect()
}

/// Every party or place whose name shares enough with a name, with what the likeness is worth.
pub(crate) fn rate_alike(
    sql: &Connection,
    kind: TagKind,
    name: &str,
) -> Result<Vec<RatedCandidate>, Error> {
    let key = language::party_key(name);
    if key.is_empty() {
        return Ok(Vec::new());
    }
    let asked = Asked::new(kind, name, &key);
    let mut best: BTreeMap<i64, RatedCandidate> = BTreeMap::new();
    for (id, uuid, authorised, form, form_key) in read_rows(sql, kind, &asked)? {
        let Some((score, mut reason)) = asked.likeness(&form, &form_key) else {
            continue;
        };
        let by_form = form != authorised;
        if by_form && score == 100 {
            reason = Reason::new(ReasonCode::NameForm).with("form", form.as_str());
        }
        let score = score - i64::from(by_form);
        let found = best.entry(id).or_insert_with(|| RatedCandidate {
            id,
            uuid,
            name: authorised,
            score: 0,
            reasons: Vec::new(),
        });
        if score > found.score {
            (found.score, found.reasons) = (score, vec![reason]);
        }
    }
    Ok(best.into_values().collect())
}

/// A name that is looked for, cut into what is compared.
struct Asked {
    kind: TagKind,
    key: String,
    words: Vec<String>,
    /// Of a person.
    surname: String,
    /// The words as typed, folded: the last may be unfinished.
    typed: Vec<String>,
    /// How the key may be written in the other script.
    other_script: Vec<String>,
}

type NameOnRecord = (i64, String, String, String, String);

impl Asked {
    fn new(kind: TagKind, name: &str, key: &str) -> Asked {
        Asked {
            kind,
            key: key.to_owned(),
            words: key.split(' ').map(str::to_owned).collect(),
            surname: surname(name),
            typed: language::words(&language::fold(name))
                .flat_map(|word| word.text.split('-').map(str::to_owned).collect::<Vec<_>>())
                .collect(),
            other_script: language::keys_in_other_script(key),
        }
    }

    /// What a form of a name on record is worth, and why; none where it is no candidate.
    fn likeness(&self, form: &str, form_key: &str) -> Option<(i64, Reason)> {
        if form_key == self.key {
            return Some((100, Reason::new(ReasonCode::SameName)));
        }
        if self.other_script.iter().any(|other| other == form_key) {
            return Some((
                TRANSCRIBED,
                Reason::new(ReasonCode::OtherScript).with("form", form),
            ));
        }
        let theirs: Vec<&str> = form_key.split(' ').collect();
        if self.kind == TagKind::Person {
            // cutting a name is dear: only where it has the word at all
            let has = self.surname.split(' ').all(|part| theirs.contains(&part));
            if has && !is_initial(&self.surname) && surname(form) == self.surname {
                return Some(self.given(&self.surname, &theirs));
            }
        }
        let ours: BTreeSet<&str> = self.words.iter().map(String::as_str).collect();
        let all: BTreeSet<&str> = theirs.iter().copied().collect();
        let telling = |words: &BTreeSet<&str>| words.iter().any(|word| !is_initial(word));
        if ours.is_subset(&all) && telling(&ours) || all.is_subset(&ours) && telling(&all) {
            return Some((50, Reason::new(ReasonCode::NamePart).with("form", form)));
        }
        // as typed so far
        let begun = !self.typed.is_empty()
            && self
                .typed
                .iter()
                .all(|word| theirs.iter().any(|their| their.starts_with(word.as_str())))
            && self.typed.iter().any(|word| !is_initial(word));
        begun.then(|| (40, Reason::new(ReasonCode::NameBegins)))
    }

    /// Of one surname: do the other words agree, in full or by initials.
    fn given(&self, surname: &str, theirs: &[&str]) -> (i64, Reason) {
        let rest = |words: &[&str]| -> Vec<String> {
            words
                .iter()
                .filter(|word| **word != surname)
                .map(|word| (*word).to_owned())
                .collect()
        };
        let ours = rest(&self.words.iter().map(String::as_str).collect::<Vec<_>>());
        let theirs = rest(theirs);
        if ours
            .iter()
            .any(|word| !is_initial(word) && theirs.contains(word))
        {
            return (80, Reason::new(ReasonCode::SameSurnameGiven));
        }
        let by_initial = |a: &String| {
            theirs
                .iter()
                .any(|b| (is_initial(a) || is_initial(b)) && a.chars().next() == b.chars().next())
        };
        match ours.iter().any(by_initial) {
            true => (60, Reason::new(ReasonCode::SameSurnameInitial)),
            false if ours.is_empty() || theirs.is_empty() => {
                (45, Reason::new(ReasonCode::SameSurname))
            }
            // two people of one family name
            false => (30, Reason::new(ReasonCode::SameSurname)),
        }
    }
}

fn is_initial(word: &str) -> bool {
    word.chars().nth(1).is_none()
}

/// The surname of a person's name, as in its key: the word that is built like one, else the last in full.
pub(crate) fn surname(name: &str) -> String {
    let words: Vec<String> = language::words(name)
        .map(|word| language::party_key(word.text))
        .filter(|word| !is_initial(word))
        .collect();
    let built = |word: &&String| {
        [
            "ов", "ев", "ова", "ева", "ский", "ская", "ин", "ина", "ко", "улы", "кызы",
        ]
        .iter()
        .any(|end| word.len() > end.len() + 4 && word.ends_with(end))
    };
    // of several (a patronymic in -ұлы beside a surname in -ов) the Russian ending is the surname's
    words
        .iter()
        .find(|word| built(word) && !word.ends_with("улы") && !word.ends_with("кызы"))
        .or_else(|| words.last())
        .cloned()
        .unwrap_or_default()
}

/// Names on record that may be alike: same key, a word in common, begun alike, or the other script.
fn read_rows(sql: &Connection, kind: TagKind, asked: &Asked) -> Result<Vec<NameOnRecord>, Error> {
    let mut found: Vec<NameOnRecord> = Vec::new();
    let read = |row: &rusqlite::Row<'_>| {
        Ok((
            row.get(0)?,
            row.get(1)?,
            row.get(2)?,
            row.get(3)?,
            row.get(4)?,
        ))
    };
    let Some(party) = kind.party() else {
        let length = |word: &&String| word.chars().count();
        let all = asked.words.iter().chain(&asked.typed);
        let longest = all.max_by_key(length).cloned().unwrap_or_default();
        let typed = asked.typed.iter().max_by_key(length);
        let typed = typed.cloned().unwrap_or_default();
        let mut statement = sql.prepare_cached(
            "SELECT id, uuid, name, name, match_key FROM place
             WHERE match_key = ?1 OR match_key IN (SELECT value FROM json_each(?2))
                OR instr(' ' || match_key, ' ' || ?3) OR instr(' ' || match_key, ' ' || ?4)
                OR instr(' ' || ?1 || ' ', ' ' || match_key || ' ')",
        )?;
        let others = serde_json::to_string(&asked.other_script).unwrap_or_default();
        for row in statement.query_map(params![asked.key, others, longest, typed], read)? {
            found.push(row?);
        }
        return Ok(found);
    };
    let mut keys = asked.other_script.clone();
    keys.push(asked.key.clone());
    // one word that must begin a word of theirs: a person's surname, else the one that fewest names have
    let first = match party {
        PartyKind::Person if !asked.surname.is_empty() => {
            // of a surname with a hyphen the key has both parts
            let parts = asked.surname.split(' ');
            let longest = parts.max_by_key(|part| part.chars().count());
            longest.unwrap_or_default().to_owned()
        }
        PartyKind::Person => rarest_word(sql, &asked.words)?,
        PartyKind::Organisation => {
            // the shorter name of a longer one asked for: «Ерлік» of «Ерлік» қоғамдық бірлестігі
            for from in 0..asked.words.len().min(RUN) {
                for to in from..asked.words.len().min(from + RUN) {
                    keys.extend(asked.words.get(from..=to).map(|run| run.join(" ")));
                }
            }
            rarest_word(sql, &asked.words)?
        }
    };
    let typed = rarest_word(sql, &asked.typed)?;
    let keys = serde_json::to_string(&keys).unwrap_or_default();
    let mut statement = sql.prepare_cached(
        "WITH hit (party_id, name_id) AS MATERIALIZED (
             SELECT id, 0 FROM party WHERE match_key IN (SELECT value FROM json_each(?1))
             UNION SELECT party_id, id FROM party_name WHERE match_key IN (SELECT value FROM json_each(?1))
             UNION SELECT party_id, name_id FROM party_word WHERE word >= ?2 AND word < ?2 || char(1114111)
             UNION SELECT party_id, name_id FROM party_word WHERE word >= ?3 AND word < ?3 || char(1114111)
         )
         SELECT party.id, party.uuid, party.name, ifnull(form, party.name), ifnull(party_name.match_key, party.match_key)
         FROM hit CROSS JOIN party ON party.id = hit.party_id LEFT JOIN party_name ON party_name.id = hit.name_id
         WHERE party.kind = ?4",
    )?;
    for row in statement.query_map(params![keys, first, typed, party], read)? {
        found.push(row?);
    }
    Ok(found)
}

/// Of words that a name must all have, or begin with, the one that begins the fewest words on record: the rest would
/// only be read to be thrown away. Initials count for nothing beside a word.
fn rarest_word(sql: &Connection, words: &[String]) -> Result<String, Error> {
    let mut statement = sql.prepare_cached(
        "SELECT count(*) FROM (SELECT 1 FROM party_word WHERE word >= ?1 AND word < ?1 || char(1114111) LIMIT ?2)",
    )?;
    let mut best: Option<(bool, i64, &String)> = None;
    for word in words {
        let fewer = best.map_or(FREQUENT, |(_, count, _)| count);
        let count = statement.query_row(params![word, fewer], |row| row.get(0))?;
        let this = (is_initial(word), count, word);
        if best.is_none_or(|best| (this.0, this.1) < (best.0, best.1)) {
            best = Some(this);
        }
    }
    Ok(best.map(|(_, _, word)| word.clone()).unwrap_or_default())
}

/// The keys of the parties or places that stand in an article.
pub(crate) fn find_standing(
    sql: &Connection,
    article: i64,
    kind: TagKind,
) -> Result<BTreeSet<i64>, Error> {
    let query = match kind {
        TagKind::Place => {
            "SELECT place_id FROM article_place WHERE article_id = ?1
             UNION SELECT place_id FROM mention JOIN version ON version.id = version_id
             WHERE article_id = ?1 AND place_id IS NOT NULL"
        }
        _ => "SELECT party_id FROM participation WHERE article_id = ?1",
    };
    let mut statement = sql.prepare_cached(query)?;
    let ids = statement.query_map([article], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// In how many articles a party or place stands, and the date of the latest.
fn count_articles(
    sql: &Connection,
    kind: TagKind,
    id: i64,
) -> Result<(i64, Option<String>), Error> {
    let query = match kind {
        TagKind::Place => {
            "SELECT count(*), date, max(day_in_order) FROM article_place JOIN search_entry USING (article_id) WHERE place_id = ?1"
        }
        _ => "SELECT articles, last_date FROM party_entry WHERE party_id = ?1",
    };
    let found = sql
        .prepare_cached(query)?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// The latest that a query tells of a person's newest participations. Who stands in many articles is soon met among
/// the newest; who stands in few has few to sort.
fn latest_date(
    sql: &Connection,
    (tells, joined): (&str, &str),
    party: i64,
    articles: i64,
) -> Result<Option<String>, Error> {
    let newest = match articles > MANY {
        true => {
            "search_entry CROSS JOIN participation
             ON participation.article_id = search_entry.article_id AND party_id = ?1"
        }
        false => "participation JOIN search_entry USING (article_id) WHERE party_id = ?1",
    };
    let query = format!(
        "WITH newest (id, behalf, date) AS MATERIALIZED (
             SELECT participation.id, on_behalf_of_id, day_in_order FROM {newest} ORDER BY day_in_order DESC LIMIT {RECENT}
         )
         SELECT {tells} FROM newest JOIN {joined} LIMIT 1"
    );
    Ok(sql
        .prepare_cached(&query)?
        .query_row([party], |row| row.get(0))
        .optional()?)
}

/// The position that was printed last for a person.
fn find_printed_last(sql: &Connection, party: i64, articles: i64) -> Result<Option<String>, Error> {
    let joined = "printed_position ON participation_id = newest.id ORDER BY newest.date DESC, newest.id, ordinal, printed_position.id";
    latest_date(sql, ("text", joined), party, articles)
}

/// The organisation that a person spoke for last.
fn find_spoken_for(sql: &Connection, party: i64, articles: i64) -> Result<Option<String>, Error> {
    let joined = "party ON party.id = behalf ORDER BY newest.date DESC, newest.id";
    latest_date(sql, ("party.name", joined), party, articles)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(kind: TagKind, asked: &str, form: &str) -> Option<String> {
        let key = language::party_key(asked);
        Asked::new(kind, asked, &key)
            .likeness(form, &language::party_key(form))
            .map(|(_, reason)| reason.code.as_str().to_owned())
    }

    #[test]
    fn people_are_alike_by_surname_and_what_stands_beside_it() {
        let person = |a: &str, b: &str| likeness(TagKind::Person, a, b);
        for (a, b, code) in [
            ("Сәуле Омарованың", "ОМАРОВА Сәуле", Some("same-name")),
            ("Б. Исабаев", "Бейбіт Исабаев", Some("same-surname-initial")),
            ("Бейбіт Исабаев", "Исабаев Б.", Some("same-surname-initial")),
            (
                "Бейбіт Өксікбайұлы Исабаев",
                "Бейбіт Исабаев",
                Some("same-surname-given"),
            ),
            ("Нұрлан Исабаев", "Бейбіт Исабаев", Some("same-surname")),
            ("Исабаев", "Бейбіт Исабаев", Some("same-surname")),
            ("Бейбіт Исабаева", "Бейбіт Исабаев", None),
            ("Б. Омаров", "Бейбіт Исабаев", None),
            ("Роза", "Роза Ақжаркенова", Some("name-part")),
            ("Роз", "Роза Ақжаркенова", Some("name-begins")),
            ("Beibit Isabaev", "Бейбіт Исабаев", Some("other-script")),
            ("Бейбіт Исабаев", "Beıbit Isabaev", Some("other-script")),
        ] {
            assert_eq!(person(a, b).as_deref(), code, "{a} / {b}");
        }
    }

    #[test]
    fn organisations_are_alike_by_their_words() {
        let organisation = |a: &str, b: &str| likeness(TagKind::Organisation, a, b);
        assert_eq!(
            organisation("«Ерлік» қоғамдық бірлестігі", "Ерлік").as_deref(),
            Some("name-part")
        );
        assert_eq!(
            organisation("Жетісу университетінде", "Жетісу университеті").as_deref(),
            Some("same-name")
        );
        assert_eq!(organisation("Жетісу университеті", "Жетісу театры"), None);
    }
}
