//! Cases of Russian words: which ones a form may stand in, and what its nominative is. Source: the paradigms of the
//! standard grammar; nouns of people are animate, so their accusative is the genitive's.

/// A set of cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Cases(u8);

impl Cases {
    pub const NOM: Cases = Cases(1);
    pub const GEN: Cases = Cases(2);
    pub const DAT: Cases = Cases(4);
    pub const ACC: Cases = Cases(8);
    pub const INS: Cases = Cases(16);
    pub const PREP: Cases = Cases(32);
    pub const ALL: Cases = Cases(63);

    pub const fn or(self, other: Cases) -> Cases {
        Cases(self.0 | other.0)
    }

    pub const fn and(self, other: Cases) -> Cases {
        Cases(self.0 & other.0)
    }

    pub fn any(self, other: Cases) -> bool {
        self.0 & other.0 != 0
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

pub(crate) const GEN_ACC: Cases = Cases::GEN.or(Cases::ACC);
pub(crate) const DAT_PREP: Cases = Cases::DAT.or(Cases::PREP);
pub(crate) const OBLIQUE_F: Cases = Cases::GEN.or(Cases::DAT).or(Cases::INS).or(Cases::PREP);
const MANY_GEN: Cases = Cases::GEN.or(Cases::ACC).or(Cases::PREP);

/// A form of a noun: its ending, the ending of the nominative singular, the cases, whether plural.
type Row = (&'static str, Cases, bool);

const HARD: &[Row] = &[
    ("а", GEN_ACC, false),
    ("у", Cases::DAT, false),
    ("ом", Cases::INS, false),
    ("ем", Cases::INS, false),
    ("е", Cases::PREP, false),
    ("ы", Cases::NOM, true),
    ("и", Cases::NOM, true),
    ("ов", GEN_ACC, true),
    ("ев", GEN_ACC, true),
    ("ей", GEN_ACC, true),
    ("ам", Cases::DAT, true),
    ("ами", Cases::INS, true),
    ("ах", Cases::PREP, true),
];

const SOFT: &[Row] = &[
    ("я", GEN_ACC, false),
    ("ю", Cases::DAT, false),
    ("ем", Cases::INS, false),
    ("ём", Cases::INS, false),
    ("е", Cases::PREP, false),
    ("и", Cases::NOM, true),
    ("ей", GEN_ACC, true),
    ("ев", GEN_ACC, true),
    ("ям", Cases::DAT, true),
    ("ями", Cases::INS, true),
    ("ях", Cases::PREP, true),
];

const IN_A: &[Row] = &[
    ("ы", Cases::GEN, false),
    ("и", Cases::GEN, false),
    ("е", DAT_PREP, false),
    ("у", Cases::ACC, false),
    ("ой", Cases::INS, false),
    ("ей", Cases::INS, false),
    ("ы", Cases::NOM, true),
    ("и", Cases::NOM, true),
    ("", GEN_ACC, true),
    ("ам", Cases::DAT, true),
    ("ами", Cases::INS, true),
    ("ах", Cases::PREP, true),
];

const IN_YA: &[Row] = &[
    ("и", Cases::GEN, false),
    ("е", DAT_PREP, false),
    ("ю", Cases::ACC, false),
    ("ей", Cases::INS, false),
    ("ёй", Cases::INS, false),
    ("и", Cases::NOM, true),
    ("ей", GEN_ACC, true),
    ("ям", Cases::DAT, true),
    ("ями", Cases::INS, true),
    ("ях", Cases::PREP, true),
];

/// Of adjectives, and of nouns that are declined like them: заведующий, управляющая.
const ADJECTIVE_M: &[Row] = &[
    ("ого", GEN_ACC, false),
    ("его", GEN_ACC, false),
    ("ому", Cases::DAT, false),
    ("ему", Cases::DAT, false),
    ("ым", Cases::INS.or(Cases::DAT), false),
    ("им", Cases::INS.or(Cases::DAT), false),
    ("ом", Cases::PREP, false),
    ("ем", Cases::PREP, false),
    ("ые", Cases::NOM, true),
    ("ие", Cases::NOM, true),
    ("ых", MANY_GEN, true),
    ("их", MANY_GEN, true),
    ("ыми", Cases::INS, true),
    ("ими", Cases::INS, true),
];

const ADJECTIVE_F: &[Row] = &[
    ("ой", OBLIQUE_F, false),
    ("ей", OBLIQUE_F, false),
    ("ую", Cases::ACC, false),
    ("юю", Cases::ACC, false),
];

const ADJECTIVE_ENDINGS: [&str; 5] = ["ый", "ий", "ой", "ая", "яя"];

/// The stem of a noun in the nominative singular, and how it is declined.
fn paradigm(lower: &str) -> (&str, &'static [Row]) {
    let cut = |ending: &str| lower.strip_suffix(ending);
    for ending in ADJECTIVE_ENDINGS {
        if let Some(stem) = cut(ending).filter(|stem| stem.chars().nth(2).is_some()) {
            let feminine = ending.ends_with('я');
            return (stem, if feminine { ADJECTIVE_F } else { ADJECTIVE_M });
        }
    }
    match () {
        () if cut("а").is_some() => (cut("а").unwrap_or(lower), IN_A),
        () if cut("я").is_some() => (cut("я").unwrap_or(lower), IN_YA),
        () if cut("ь").is_some() => (cut("ь").unwrap_or(lower), SOFT),
        () if cut("й").is_some() => (cut("й").unwrap_or(lower), SOFT),
        () => (lower, HARD),
    }
}

/// Every form of a noun of people in the nominative, in lower case, with its cases and whether it is plural.
pub(crate) fn forms(lower: &str) -> Vec<(String, Cases, bool)> {
    let mut found = vec![(lower.to_owned(), Cases::NOM, false)];
    // певец, певца
    let fleeting = lower
        .strip_suffix("ец")
        .filter(|rest| rest.chars().nth(1).is_some())
        .map(|rest| format!("{rest}ц"));
    let (stem, rows) = match &fleeting {
        Some(stem) => (stem.as_str(), HARD),
        None => paradigm(lower),
    };
    found.extend(
        rows.iter()
            .map(|(ending, cases, many)| (format!("{stem}{ending}"), *cases, *many)),
    );
    if ["директор", "профессор", "доктор", "мастер", "инспектор"].contains(&lower)
    {
        found.push((format!("{lower}а"), Cases::NOM, true));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_of_people_have_all_their_forms() {
        let cases = |lemma: &str, form: &str| {
            forms(lemma)
                .into_iter()
                .filter(|(own, ..)| own == form)
                .fold(Cases::default(), |all, (_, cases, _)| all.or(cases))
        };
        assert_eq!(cases("директор", "директору"), Cases::DAT);
        assert_eq!(cases("руководитель", "руководителем"), Cases::INS);
        assert_eq!(cases("заведующий", "заведующего"), GEN_ACC);
        assert_eq!(cases("заведующая", "заведующую"), Cases::ACC);
        assert_eq!(cases("певец", "певцом"), Cases::INS);
        assert!(cases("судья", "судьи").any(Cases::NOM) && cases("судья", "судьи").any(Cases::GEN));
    }
}
