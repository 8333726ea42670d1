//! Names and head nouns that are known beforehand. Each list is a file of assets/gazetteers, written for this
//! project: one entry a line, `#` begins a remark.

use crate::cases::russian::{self as declension, Cases};
use crate::cases::stem::stem_kk;
use crate::cases::surnames::is_surname_stem;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

macro_rules! kinds {
    ($($bit:literal $konst:ident $name:literal;)+) => {
        /// What a word may be, as a set.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub struct Kinds(u32);

        impl Kinds {
            $(#[doc = $name] pub const $konst: Kinds = Kinds(1 << $bit);)+
            const NAMES: &[(u32, &'static str)] = &[$((1 << $bit, $name),)+];
        }
    };
}

kinds! {
    0 GIVEN "given";
    1 SURNAME "surname";
    2 PATRONYMIC "patronymic";
    3 ORGANISATION_HEAD "org-head";
    4 POSITION_HEAD "pos-head";
    5 PLACE "place";
    6 PLACE_HEAD "place-head";
    7 COUNTRY "country";
    8 MONTH "month";
    9 NUMERAL "numeral";
    10 UNIT "unit";
    11 ORGANISATION "org";
    12 LANDSCAPE "landscape";
    13 EVENT_HEAD "event-head";
    14 PROJECT_HEAD "project-head";
    15 FACILITY_HEAD "facility-head";
    16 LANDSCAPE_HEAD "landscape-head";
    17 NATION "nation";
    18 CURRENCY "currency";
    19 PERIOD "period";
    20 DISEASE "disease";
    21 WORK_HEAD "work-head";
}

impl Kinds {
    /// The names of the set's members.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Kinds::NAMES
            .iter()
            .filter(move |(bit, _)| self.0 & bit != 0)
            .map(|(_, name)| *name)
    }

    /// Whether the set has any member of another.
    pub fn any(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether the set has the member of that name.
    pub fn has(self, name: &str) -> bool {
        self.names().any(|own| own == name)
    }

    /// Both sets together.
    pub const fn with(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    /// Nouns that end a name, such as университет.
    pub fn heads(self) -> Kinds {
        Kinds(self.0 & (Kinds::HEADS.0))
    }

    const HEADS: Kinds = Kinds::ORGANISATION_HEAD
        .with(Kinds::POSITION_HEAD)
        .with(Kinds::PLACE_HEAD)
        .with(Kinds::EVENT_HEAD)
        .with(Kinds::PROJECT_HEAD)
        .with(Kinds::FACILITY_HEAD)
        .with(Kinds::LANDSCAPE_HEAD)
        .with(Kinds::WORK_HEAD)
        .with(Kinds::UNIT)
        .with(Kinds::CURRENCY)
        .with(Kinds::PERIOD);
}

macro_rules! lists {
    ($($file:literal $kind:ident;)+) => {
        const LISTS: &[(&str, Kinds)] = &[
            $((include_str!(concat!("../../../assets/gazetteers/", $file, ".txt")), Kinds::$kind),)+
        ];
    };
}

lists! {
    "given" GIVEN;
    "org-heads" ORGANISATION_HEAD;
    "position-heads" POSITION_HEAD;
    "places" PLACE;
    "place-heads" PLACE_HEAD;
    "countries" COUNTRY;
    "months" MONTH;
    "numerals" NUMERAL;
    "units" UNIT;
    "currencies" CURRENCY;
    "periods" PERIOD;
    "organisations" ORGANISATION;
    "landscapes" LANDSCAPE;
    "landscape-heads" LANDSCAPE_HEAD;
    "event-heads" EVENT_HEAD;
    "project-heads" PROJECT_HEAD;
    "facility-heads" FACILITY_HEAD;
    "nations" NATION;
    "diseases" DISEASE;
    "work-heads" WORK_HEAD;
}

/// Head nouns for the grammar alone: the tagger's features leave them out, as its model was trained without them.
const MORE: [(&str, Kinds); 3] = [
    (
        include_str!("../../../assets/gazetteers/given-more.txt"),
        Kinds::GIVEN,
    ),
    (
        include_str!("../../../assets/gazetteers/org-heads-more.txt"),
        Kinds::ORGANISATION_HEAD,
    ),
    (
        include_str!("../../../assets/gazetteers/position-heads-more.txt"),
        Kinds::POSITION_HEAD,
    ),
];

/// People of the past, given name and surname.
const REMEMBERED: &str = include_str!("../../../assets/gazetteers/remembered.txt");

/// Whether given name and surname, each in the nominative, are those of somebody of the past after whom much is
/// named.
pub(crate) fn is_remembered(given: &str, surname: &str) -> bool {
    static PEOPLE: OnceLock<HashSet<String>> = OnceLock::new();
    let people = PEOPLE.get_or_init(|| {
        REMEMBERED
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(|line| line.split(','))
            .map(|name| name.trim().to_lowercase())
            .collect()
    });
    people.contains(&format!("{given} {surname}").to_lowercase())
}

struct Lists {
    words: HashMap<String, Kinds>,
    /// Words that only the grammar knows.
    more: HashMap<String, Kinds>,
    /// Given names to the letter, in lower case.
    given: HashSet<String>,
    /// Positions to the letter, in lower case.
    positions: HashSet<String>,
    /// Nouns that end a name, to the letter, in lower case.
    nouns: HashSet<String>,
    /// Places and states to the letter, in lower case.
    places: HashSet<String>,
    /// Russian forms to their nominative and kinds; of head nouns, given names and places.
    russian: HashMap<String, (String, Kinds)>,
    /// Russian forms of nouns of positions: cases in the singular, cases in the plural.
    offices: HashMap<String, (Cases, Cases)>,
    /// First stem to the phrases that begin with it, longest first.
    phrases: HashMap<String, Vec<(Vec<String>, &'static str)>>,
}

fn lists() -> &'static Lists {
    static LISTS_READ: OnceLock<Lists> = OnceLock::new();
    LISTS_READ.get_or_init(read)
}

fn read() -> Lists {
    let mut words: HashMap<String, Kinds> = HashMap::new();
    let mut more: HashMap<String, Kinds> = HashMap::new();
    let mut phrases: HashMap<String, Vec<(Vec<String>, &'static str)>> = HashMap::new();
    let mut seen = HashSet::new();
    let mut given = HashSet::new();
    let mut positions = HashSet::new();
    let mut nouns = HashSet::new();
    let mut places = HashSet::new();
    let mut russian: HashMap<String, (String, Kinds)> = HashMap::new();
    let mut offices: HashMap<String, (Cases, Cases)> = HashMap::new();
    for (number, (text, kind)) in LISTS.iter().chain(&MORE).enumerate() {
        let taught = number < LISTS.len();
        let entries = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(|line| line.split(','))
            .map(str::trim)
            .filter(|entry| !entry.is_empty());
        for entry in entries {
            if *kind == Kinds::GIVEN {
                given.insert(entry.to_lowercase());
            }
            if kind.heads() != Kinds::default() {
                nouns.insert(entry.to_lowercase());
            }
            if Kinds::PLACE.with(Kinds::COUNTRY).any(*kind) {
                places.insert(entry.to_lowercase());
            }
            if *kind == Kinds::POSITION_HEAD {
                let own = entry.to_lowercase();
                for (form, cases, many) in declension::forms(&own) {
                    let known: &mut (Cases, Cases) = offices.entry(form.clone()).or_default();
                    let side = if many { &mut known.1 } else { &mut known.0 };
                    *side = side.or(cases);
                    let known = russian
                        .entry(form.clone())
                        .or_insert((own.clone(), Kinds::default()));
                    if form == own {
                        known.0.clone_from(&own);
                    }
                    known.1 = known.1.with(*kind);
                }
                positions.insert(own);
            }
            let of_russian = Kinds::GIVEN
                .with(Kinds::ORGANISATION_HEAD)
                .with(Kinds::POSITION_HEAD)
                .with(Kinds::COUNTRY)
                .with(Kinds::PLACE)
                .with(Kinds::PLACE_HEAD);
            if of_russian.any(*kind)
                && !entry.contains(' ')
                && entry.chars().any(char::is_lowercase)
            {
                let own = entry.to_lowercase();
                for form in [own.clone()].into_iter().chain(russian_forms(&own)) {
                    // A nominative of its own outweighs another word's case: «Дина», not of «Дин».
                    let known = russian
                        .entry(form.clone())
                        .or_insert((own.clone(), Kinds::default()));
                    if form == own {
                        known.0.clone_from(&own);
                    }
                    known.1 = known.1.with(*kind);
                }
            }
            let stems: Vec<String> = entry.split_whitespace().map(stem_kk).collect();
            let name = kind.names().next().unwrap_or_default();
            match &stems[..] {
                [] => {}
                [stem] if !taught => {
                    let known = more.entry(stem.clone()).or_default();
                    *known = known.with(*kind);
                }
                [stem] => {
                    let known = words.entry(stem.clone()).or_default();
                    *known = known.with(*kind);
                }
                [first, ..] if taught && seen.insert((stems.clone(), name)) => {
                    phrases
                        .entry(first.clone())
                        .or_default()
                        .push((stems, name));
                }
                _ => {}
            }
        }
    }
    for list in phrases.values_mut() {
        list.sort_by_key(|(stems, _)| std::cmp::Reverse(stems.len()));
    }
    Lists {
        words,
        more,
        given,
        positions,
        nouns,
        places,
        russian,
        offices,
        phrases,
    }
}

/// Every entry of the lists.
pub(crate) fn entries() -> impl Iterator<Item = &'static str> {
    let texts = LISTS.iter().chain(&MORE).map(|(text, _)| *text);
    let lines = texts
        .flat_map(str::lines)
        .filter(|line| !line.starts_with('#'));
    let entries = lines.flat_map(|line| line.split(',')).map(str::trim);
    entries.filter(|entry| !entry.is_empty())
}

/// What a word may be, by its stem (see [`stem_kk`]) and, for names of people, by its form.
pub fn word(stem: &str, lower: &str) -> Kinds {
    let known = lists().words.get(stem).copied().unwrap_or_default();
    known.with(person_form(stem, lower))
}

/// Whether a word in lower case is a given name of the list, to the letter.
pub(crate) fn is_given(lower: &str) -> bool {
    lists().given.contains(lower)
}

/// Whether a word in lower case is a noun of positions, to the letter.
pub(crate) fn is_position(lower: &str) -> bool {
    lists().positions.contains(lower)
}

/// The cases in which a Russian noun of positions may stand, in the singular or plural; none of another word. Of
/// «вице-министр» the last part tells.
pub(crate) fn cases_of_position(lower: &str) -> Cases {
    let (one, many) = numbers_of_position(lower);
    one.or(many)
}

/// The same, singular and plural apart.
pub(crate) fn numbers_of_position(lower: &str) -> (Cases, Cases) {
    let known = |word: &str| lists().offices.get(word).copied();
    known(lower)
        .or_else(|| known(lower.rsplit_once('-')?.1))
        .unwrap_or_default()
}

/// Whether a word in lower case is a noun that ends names, in the nominative: «кәсіпорын» has no accusative -н.
pub(crate) fn is_noun(lower: &str) -> bool {
    lists().nouns.contains(lower)
}

/// Whether a word in lower case is the name of a place or state, to the letter: «Көкпекті» has no accusative.
pub(crate) fn is_place_to_the_letter(lower: &str) -> bool {
    lists().places.contains(lower)
}

/// Whether a word in lower case is the name of a place or state, to its stem.
pub(crate) fn is_place(lower: &str) -> bool {
    let known = lists()
        .words
        .get(&stem_kk(lower))
        .copied()
        .unwrap_or_default();
    known.any(Kinds::PLACE.with(Kinds::COUNTRY))
}

/// What the grammar knows of a word beyond what the tagger was taught.
pub(crate) fn more(stem: &str, lower: &str) -> Kinds {
    let known = lists().more.get(stem).copied().unwrap_or_default();
    // «хирургі», «холдингі»: the noun's own г, not the ending -гі.
    let own = lower.strip_suffix('і').filter(|rest| rest.ends_with('г'));
    let other = own.and_then(|rest| lists().words.get(&stem_kk(rest)).copied());
    known.with(other.unwrap_or_default())
}

/// What a word of a Russian text may be, in any of its cases.
pub fn word_ru(stem: &str, lower: &str) -> Kinds {
    let known = lists()
        .russian
        .get(lower)
        .map_or(Kinds::default(), |(_, kinds)| *kinds);
    let whole = word(stem, lower).with(more(stem, lower)).with(known);
    if !lower.contains('-') || whole.heads() != Kinds::default() {
        return whole;
    }
    // «школы-гимназии», «пресс-секретаря»: a part of the word tells
    lower
        .split('-')
        .filter(|part| part.chars().nth(3).is_some())
        .map(|part| word_ru(&stem_kk(part), part).heads())
        .fold(whole, Kinds::with)
}

/// The nominative of a Russian word of the lists, in lower case.
pub(crate) fn nominative_ru(lower: &str) -> Option<&'static str> {
    lists().russian.get(lower).map(|(own, _)| own.as_str())
}

/// The forms of a Russian noun in the singular, by its ending.
fn russian_forms(lower: &str) -> Vec<String> {
    const ENDINGS: &[(&str, &[&str])] = &[
        ("ия", &["ии", "ию", "ией"]),
        ("ие", &["ия", "ию", "ием", "ии"]),
        ("а", &["ы", "и", "е", "у", "ой"]),
        ("я", &["и", "е", "ю", "ей"]),
        ("о", &["а", "у", "ом", "е"]),
        ("ь", &["и", "я", "ю", "ем", "ью", "е"]),
        ("й", &["я", "ю", "ем", "е"]),
        ("", &["а", "у", "ом", "е", "ем"]),
    ];
    let ending = ENDINGS.iter().find(|(own, _)| lower.ends_with(own));
    let rest = |own: &str| &lower[..lower.len() - own.len()];
    ending.map_or(Vec::new(), |(own, others)| {
        others
            .iter()
            .map(|other| format!("{}{other}", rest(own)))
            .collect()
    })
}

/// Surnames and patronymics by their endings.
fn person_form(stem: &str, lower: &str) -> Kinds {
    const PATRONYMICS: [&str; 8] = ["улы", "кызы", "ович", "евич", "овна", "евна", "оглы", "ич"];
    let long = stem.chars().nth(4).is_some();
    let lower_plain = crate::text::fold::fold(lower);
    let patronymic = PATRONYMICS.iter().any(|ending| {
        stem.ends_with(ending) || lower_plain.contains(ending) && matches!(*ending, "улы" | "кызы")
    });
    let surname = is_surname_stem(stem);
    match (long && surname, long && patronymic) {
        (true, true) => Kinds::SURNAME.with(Kinds::PATRONYMIC),
        (true, false) => Kinds::SURNAME,
        (false, true) => Kinds::PATRONYMIC,
        _ => Kinds::default(),
    }
}

/// Where a row of stems has a phrase of the lists: begin, end, kind.
pub fn phrases(stems: &[&str]) -> Vec<(usize, usize, &'static str)> {
    let mut found = Vec::new();
    for (at, stem) in stems.iter().enumerate() {
        let Some(list) = lists().phrases.get(*stem) else {
            continue;
        };
        for (phrase, kind) in list {
            let here = stems.get(at..at + phrase.len());
            if here.is_some_and(|here| here.iter().zip(phrase).all(|(a, b)| a == b)) {
                found.push((at, at + phrase.len(), *kind));
            }
        }
    }
    found
}
