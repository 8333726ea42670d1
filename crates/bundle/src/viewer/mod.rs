//! The viewer: pages that open from a USB stick in any browser, with no network and nothing installed.
//!
//! Pages of articles and parties are plain HTML. The list and its search load data as scripts, in shards, as a page
//! from a disk may fetch nothing. Numbers of articles run from the newest to the oldest.

mod article_page;
pub(crate) mod html;
mod list_page;
mod messages;
mod page;
mod party_page;
mod terms;

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use muragat_archive::record::{ParticipationRecord, UnitRecord};
use serde_json::{Value, json};

use crate::formats::datings::day_in_order;
use crate::layout;
use crate::placed::{self, Placed, href};
use article_page::{article_page, figure};
use messages::{LANGUAGES, Messages, messages};
use page::Page;
pub(crate) use party_page::Seen;
use party_page::{Appearance, UP};
use terms::{Terms, deltas};

/// Takes a file of the bundle: its path below data/, and its bytes.
pub type Write<'a, E> = &'a mut dyn FnMut(&str, &[u8]) -> Result<(), E>;

/// Lines of the list that one script holds.
const LINES_PER_SHARD: usize = 1000;
/// Characters of a text that the list shows.
const LEAD: usize = 180;

macro_rules! asset {
    ($name:literal) => {
        ($name, include_str!(concat!("../../viewer/", $name)))
    };
}

/// The parts that are the same in every bundle.
const ASSETS: [(&str, &str); 4] = [
    asset!("viewer.css"),
    asset!("page.js"),
    asset!("search.js"),
    asset!("list.js"),
];

macro_rules! font {
    ($family:literal, $file:literal, $weight:literal, $range:literal) => {
        (
            $family,
            $weight,
            $range,
            include_bytes!(concat!("../../viewer/fonts/", $file, "-wght-normal.woff2")).as_slice(),
        )
    };
}

/// Family, weights, characters, bytes. Inside the style sheet, as browsers load no font from a disk.
const FONTS: [(&str, &str, &str, &[u8]); 8] = [
    font!(
        "Golos Text Variable",
        "golos-text-latin",
        "400 900",
        "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212"
    ),
    font!(
        "Golos Text Variable",
        "golos-text-latin-ext",
        "400 900",
        "U+0100-0130, U+0132-0151, U+0154-02BA, U+1E00-1E9F, U+20A0-20AB, U+20AD-20C0"
    ),
    font!(
        "Golos Text Variable",
        "golos-text-cyrillic",
        "400 900",
        "U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116"
    ),
    font!(
        "Golos Text Variable",
        "golos-text-cyrillic-ext",
        "400 900",
        "U+0460-048F, U+0492-04AF, U+04B2-052F, U+20B4"
    ),
    font!(
        "Literata Variable",
        "literata-latin",
        "200 900",
        "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212"
    ),
    font!(
        "Literata Variable",
        "literata-latin-ext",
        "200 900",
        "U+0100-0130, U+0132-0151, U+0154-02BA, U+1E00-1E9F, U+20A0-20AB, U+20AD-20C0"
    ),
    font!(
        "Literata Variable",
        "literata-cyrillic",
        "200 900",
        "U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116"
    ),
    font!(
        "Literata Variable",
        "literata-cyrillic-ext",
        "200 900",
        "U+0460-048F, U+0492-04AF, U+04B2-052F, U+20B4"
    ),
];

/// A line of the list.
struct Line {
    date: String,
    reference: String,
    unit: Option<String>,
    value: Value,
}

/// The viewer's data, gathered article by article.
pub(crate) struct Viewer {
    words: Messages,
    lines: Vec<Line>,
    terms: Terms,
    parties: BTreeMap<String, Seen>,
}

impl Viewer {
    /// An empty one.
    pub fn new() -> Viewer {
        Viewer {
            words: messages(LANGUAGES[0]),
            lines: Vec::new(),
            terms: Terms::default(),
            parties: BTreeMap::new(),
        }
    }

    /// article.html.
    pub fn article(&self, placed: &Placed<'_>) -> Vec<u8> {
        article_page(placed, &self.words)
    }

    /// Takes an article into the list, the index and its parties' pages.
    pub fn add(&mut self, placed: &Placed<'_>) {
        let record = placed.record;
        self.terms
            .add(record, u32::try_from(self.lines.len()).unwrap_or(u32::MAX));
        // what is listed is what one reads first on the article's page
        let read = placed::in_force_first(record);
        let body = read.first().map_or("", |version| version.body.as_str());
        let lead = lead(body);
        let mut languages: Vec<&str> = Vec::new();
        for version in &read {
            if !languages.contains(&version.language.as_str()) {
                languages.push(&version.language);
            }
        }
        self.lines.push(Line {
            date: placed.date().map(day_in_order).unwrap_or_default(),
            reference: record.reference.clone(),
            unit: record.units.last().map(|unit| unit.id.clone()),
            value: json!([
                placed.title_in_force(),
                languages.first().unwrap_or(&"und"),
                placed.date(),
                record.reference,
                format!("{}/article.html", href(placed.folder)),
                lead,
                record.photos.len(),
                languages.join(" · "),
                record.state.as_str(),
            ]),
        });
        for party in &record.parties {
            let seen = self
                .parties
                .entry(party.id.clone())
                .or_insert_with(|| Seen {
                    party: party.clone(),
                    at: record.created_at.clone(),
                    appearances: Vec::new(),
                });
            if record.created_at > seen.at {
                seen.party = party.clone();
                seen.at.clone_from(&record.created_at);
            }
            if let Some(appearance) = appearance(placed, &party.id, &self.words) {
                seen.appearances.push(appearance);
            }
        }
    }

    /// Every party met, by UUID.
    pub fn parties(&self) -> &BTreeMap<String, Seen> {
        &self.parties
    }

    /// Hands over every file that is of the whole: path below data/, and bytes. `units`: from the top down.
    pub fn finish<E>(
        mut self,
        title: &str,
        units: &[(&UnitRecord, usize)],
        write: Write<'_, E>,
    ) -> Result<(), E> {
        let names: BTreeMap<String, (String, String)> = self
            .parties
            .iter()
            .map(|(id, seen)| {
                (
                    id.clone(),
                    (seen.party.name.clone(), layout::authority(&seen.party)),
                )
            })
            .collect();
        for seen in self.parties.values_mut() {
            let path = format!("{}.html", layout::authority(&seen.party));
            write(&path, &party_page::party_page(seen, &names, &self.words))?;
        }
        let mut listed: Vec<(Vec<u8>, &Seen)> = self
            .parties
            .values()
            .map(|seen| (muragat_language::sort_key(&seen.party.listed()), seen))
            .collect();
        listed.sort_by(|(a, one), (b, two)| a.cmp(b).then_with(|| one.party.id.cmp(&two.party.id)));
        let listed: Vec<_> = listed
            .iter()
            .map(|(_, seen)| (&seen.party, seen.appearances.len()))
            .collect();
        write(
            "authorities.html",
            &party_page::authorities_page(&listed, &self.words),
        )?;
        write("verify.html", &list_page::verify_page(&self.words))?;

        let mut order: Vec<usize> = (0..self.lines.len()).collect();
        order.sort_by(|a, b| match (self.lines.get(*a), self.lines.get(*b)) {
            (Some(one), Some(two)) => two
                .date
                .cmp(&one.date)
                .then_with(|| one.reference.cmp(&two.reference)),
            _ => std::cmp::Ordering::Equal,
        });
        let mut numbers = vec![0u32; order.len()];
        for (new, old) in order.iter().enumerate() {
            if let Some(number) = numbers.get_mut(*old) {
                *number = u32::try_from(new).unwrap_or(u32::MAX);
            }
        }
        let lines: Vec<&Line> = order
            .iter()
            .filter_map(|old| self.lines.get(*old))
            .collect();
        for (number, shard) in lines.chunks(LINES_PER_SHARD).enumerate() {
            let values: Vec<&Value> = shard.iter().map(|line| &line.value).collect();
            write(
                &format!("viewer/lines-{number}.js"),
                &script("lines", number, &json!(values)),
            )?;
        }
        let loose = lines.iter().filter(|line| line.unit.is_none()).count();
        let (below, members) = members(units, &lines);
        let page = list_page::list_page(title, &below, lines.len(), loose, &self.words);
        write("index.html", &page)?;
        let articles = lines.len();
        drop(lines);
        let shards = self.terms.shards(articles, &numbers);
        let facts = json!({ "articles": articles, "lines": LINES_PER_SHARD, "shards": shards.len(), "units": members });
        write("viewer/units.js", &script("units", 0, &facts))?;
        for (number, shard) in shards.iter().enumerate() {
            write(
                &format!("viewer/terms-{number}.js"),
                &script("terms", number, &json!(shard)),
            )?;
        }
        let all: BTreeMap<&str, Messages> = LANGUAGES
            .into_iter()
            .map(|language| (language, messages(language)))
            .collect();
        write("viewer/words.js", &script("words", 0, &json!(all)))?;
        write("viewer/fonts.css", fonts().as_bytes())?;
        for (name, text) in ASSETS {
            write(&format!("viewer/{name}"), text.as_bytes())?;
        }
        Ok(())
    }
}

/// The beginning of a text, whole words in one line.
fn lead(body: &str) -> String {
    let mut lead = String::new();
    for word in body.split_whitespace() {
        if lead.chars().count() + word.chars().count() > LEAD {
            lead.push_str(" …");
            break;
        }
        if !lead.is_empty() {
            lead.push(' ');
        }
        lead.push_str(word);
    }
    lead
}

/// Units with how many articles lie in them and below, and which those are, by UUID.
fn members<'a>(
    units: &[(&'a UnitRecord, usize)],
    lines: &[&Line],
) -> (Vec<(&'a UnitRecord, usize)>, BTreeMap<String, String>) {
    let parents: BTreeMap<&str, Option<&str>> = units
        .iter()
        .map(|(unit, _)| (unit.id.as_str(), unit.parent.as_deref()))
        .collect();
    let mut within: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (number, line) in (0u32..).zip(lines) {
        let mut next = Some(line.unit.as_deref().unwrap_or("none"));
        // three levels; a damaged tree may have a ring
        for _ in 0..3 {
            let Some(unit) = next else { break };
            within.entry(unit.to_owned()).or_default().push(number);
            next = parents.get(unit).copied().flatten();
        }
    }
    let counted = units
        .iter()
        .map(|(unit, _)| (*unit, within.get(&unit.id).map_or(0, Vec::len)))
        .collect();
    (
        counted,
        within
            .iter()
            .map(|(id, numbers)| (id.clone(), deltas(numbers)))
            .collect(),
    )
}

/// A call of the viewer's own function with data: what a page from a disk may load.
fn script(name: &str, number: usize, data: &Value) -> Vec<u8> {
    // U+2028 and U+2029 end a line in old JavaScript
    let data = data
        .to_string()
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029");
    format!("muragat.{name}({number},{data});\n").into_bytes()
}

fn fonts() -> String {
    let mut css = String::from("/* Golos Text, Literata: SIL Open Font License 1.1 */\n");
    for (family, weight, range, bytes) in FONTS {
        css.push_str(&format!(
            "@font-face{{font-family:\"{family}\";font-weight:{weight};font-display:swap;src:url(data:font/woff2;base64,{}) format(\"woff2\");unicode-range:{range}}}\n",
            STANDARD.encode(bytes)
        ));
    }
    css
}

fn appearance(placed: &Placed<'_>, party: &str, words: &Messages) -> Option<Appearance> {
    let record = placed.record;
    let cast = record.cast.iter().find(|member| member.party == party);
    let page = Page {
        words,
        top: UP,
        kind: "party",
        title: "",
        title_id: None,
    };
    let folder = format!("{UP}{}/", href(placed.folder));
    let photos: Vec<_> = placed
        .photos
        .iter()
        .enumerate()
        .filter(|(_, (_, photo))| photo.regions.iter().any(|region| region.party == party))
        .map(|(at, (path, photo))| figure(&page, placed, at + 1, path, photo, &folder))
        .collect();
    let named = record.versions.iter().any(|version| {
        let mentioned = version
            .mentions
            .iter()
            .any(|mention| mention.party.as_deref() == Some(party));
        mentioned
            || version
                .quotes
                .iter()
                .any(|quote| quote.speaker.as_deref() == Some(party))
    });
    let behalf = record
        .cast
        .iter()
        .any(|member| member.on_behalf_of.as_deref() == Some(party));
    if cast.is_none() && photos.is_empty() && !named && !behalf {
        // only a unit's creator, or above or before another
        return None;
    }
    let positions = cast
        .into_iter()
        .flat_map(ParticipationRecord::printed_positions)
        .map(str::to_owned)
        .collect();
    Some(Appearance {
        date: placed.date().map(str::to_owned),
        reference: record.reference.clone(),
        title: (
            placed.title_in_force().to_owned(),
            placed.language_in_force().to_owned(),
        ),
        folder: placed.folder.to_owned(),
        roles: cast.map(|member| member.roles.clone()).unwrap_or_default(),
        positions,
        photos,
    })
}
