//! Places: by the lists, by their head nouns (облысы, ауданы, город), by the tagger.

use crate::gazetteer::Kinds;
use crate::reader::kk::words::Class;
use crate::reader::lex::lexed::{Lexed, Sort, Token};
use crate::reader::organisations::found::nominative;

/// A place where the body prints it.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub first: usize,
    pub last: usize,
    pub name: String,
    pub tagged: bool,
}

/// Every place outside names of people.
pub(crate) fn find(lexed: &Lexed, people: &[(usize, usize)]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < lexed.tokens.len() {
        let person = people
            .iter()
            .find(|(first, last)| (*first..=*last).contains(&at));
        if let Some((_, last)) = person {
            at = last + 1;
            continue;
        }
        let one = self::at(lexed, at);
        // «заместитель акима области Марат Сейткалиев»: the region has no name there
        let apart = |one: &Found| {
            people
                .iter()
                .all(|(first, last)| *last < one.first || one.last < *first)
        };
        match one.filter(apart) {
            Some(one) => {
                at = one.last + 1;
                found.push(one);
            }
            None => at += 1,
        }
    }
    found
}

/// The place whose name begins at a token, by the grammar of the paragraph's language.
pub(crate) fn at(lexed: &Lexed, at: usize) -> Option<Found> {
    match lexed.is_russian(at) {
        true => russian(lexed, at),
        false => kazakh(lexed, at),
    }
}

/// The name that these tokens make in the nominative. In Russian an ending is undone where the lists or the text have
/// what is left.
pub(crate) fn nominative_of(lexed: &Lexed, first: usize, last: usize) -> String {
    if lexed.is_english(last) {
        return lexed.between(first, last);
    }
    if !lexed.is_russian(last) {
        return without_relation(lexed, last, nominative(lexed, first, last));
    }
    let token = &lexed.tokens[last];
    let printed = |form: &&String| {
        let met = |other: &Token| other.capital && other.lower == **form;
        crate::gazetteer::is_place(form) || lexed.tokens.iter().any(met)
    };
    let forms = russian_places(&token.lower);
    let own = forms.iter().skip(1).find(printed).or(forms.first());
    let own = own.map_or(token.text.clone(), |form| with_case_of(form, &token.text));
    match first == last {
        true => own,
        false => format!("{} {own}", lexed.between(first, last - 1)),
    }
}

/// A form in small letters with the capital of the word it is of.
fn with_case_of(form: &str, word: &str) -> String {
    word.chars().take(1).chain(form.chars().skip(1)).collect()
}

fn is_capital_word(token: &Token) -> bool {
    token.sort == Sort::Word
        && token.text != "PhD"
        && token.capital
        && token.text.chars().nth(1).is_some()
}

fn tagged_gpe(token: &Token) -> bool {
    token
        .tag
        .as_ref()
        .is_some_and(|(class, _)| class == "GPE" || class == "LOCATION")
}

fn kazakh(lexed: &Lexed, at: usize) -> Option<Found> {
    let token = &lexed.tokens[at];
    if !is_capital_word(token) {
        return None;
    }
    // «Солтүстік Қазақстан облысы»: up to three capitals, then a head noun.
    for length in (1..=3).rev() {
        let (last, head) = (at + length - 1, at + length);
        let Some(noun) = lexed.tokens.get(head) else {
            continue;
        };
        let words = &lexed.tokens[at..=last];
        let bare = words.iter().all(|token| {
            is_capital_word(token)
                && (Class::of(token) == Class::Bare || token.kinds.any(Kinds::PLACE))
                && !token
                    .kinds
                    .any(Kinds::POSITION_HEAD.with(Kinds::ORGANISATION_HEAD))
        });
        let owned = noun.sort == Sort::Word
            && noun.kinds.any(Kinds::PLACE_HEAD)
            && noun.sentence == token.sentence
            && [
                "облыс",
                "аудан",
                "қала",
                "ауыл",
                "кент",
                "өңір",
                "аймақ",
                "аймағ",
                "округ",
                "республика",
                "штат",
                "провинция",
                "аудан",
            ]
            .iter()
            .any(|head| noun.lower.starts_with(head))
            && is_owned(&noun.folded);
        let compass = ["солтустик", "батыс", "шыгыс", "онтустик"];
        let opener = at == lexed.sentence_of(at).start
            && !known(token)
            && !(length > 1 && compass.contains(&token.folded.as_str()));
        let common = [
            "туган",
            "жана",
            "корши",
            "биркатар",
            "барлык",
            "кеи",
            "ар",
            "оз",
            "шагын",
            "шалгаи",
            "улкен",
            "баска",
            "осы",
            "сол",
            "бул",
            "биздин",
            "ири",
            "алыс",
            "аталган",
            "иргелес",
            "еки",
            "уш",
            "бес",
            "букил",
            "кеибир",
        ]
        .contains(&token.folded.as_str());
        let opener = opener
            && (length > 1
                || common
                || Class::of(token) != Class::Bare
                || token.kinds.heads() != Kinds::default());
        if bare && owned && (!opener || token.kinds.any(Kinds::PLACE)) {
            return Some(Found {
                first: at,
                last: head,
                name: without_relation(lexed, head, nominative(lexed, at, head)),
                tagged: false,
            });
        }
    }
    let listed = known(token) && !ambiguous(token);
    let phrase = ["солтустик", "батыс", "шыгыс", "онтустик"].contains(&token.folded.as_str())
        && lexed
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.stem == "казакстан");
    if phrase {
        return Some(Found {
            first: at,
            last: at + 1,
            name: nominative(lexed, at, at + 1),
            tagged: false,
        });
    }
    let tagged = tagged_gpe(token)
        && at != lexed.sentence_of(at).start
        && token.tag.as_ref().is_some_and(|(_, begins)| *begins)
        && (known(token) || token.kinds == Kinds::default());
    (listed || tagged).then(|| Found {
        first: at,
        last: at,
        name: without_relation(lexed, at, nominative(lexed, at, at)),
        tagged: !listed,
    })
}

/// «ауданы», «ауданында», «ауданындағы»: a noun with a possessive, in any case.
fn is_owned(folded: &str) -> bool {
    let bare = [
        Some(folded),
        crate::cases::kazakh::without_case(folded),
        crate::cases::kazakh::without_relation(folded),
    ];
    bare.into_iter()
        .flatten()
        .any(|bare| crate::cases::kazakh::without_possessive(bare).is_some())
}

/// «Алматы қаласындағы» is Алматы қаласы.
fn without_relation(lexed: &Lexed, head: usize, name: String) -> String {
    let folded = &lexed.tokens[head].folded;
    match crate::cases::kazakh::without_relation(folded) {
        Some(rest) if name.ends_with(&lexed.tokens[head].text) => {
            let cut = folded.chars().count() - rest.chars().count();
            let length = name.chars().count();
            name.chars().take(length - cut.min(length)).collect()
        }
        _ => name,
    }
}

fn known(token: &Token) -> bool {
    token
        .kinds
        .any(Kinds::PLACE.with(Kinds::COUNTRY).with(Kinds::LANDSCAPE))
}

/// Names of places that are as often people's or common words.
fn ambiguous(token: &Token) -> bool {
    token.kinds.any(
        Kinds::GIVEN
            .with(Kinds::POSITION_HEAD)
            .with(Kinds::ORGANISATION_HEAD)
            .with(Kinds::PERIOD)
            .with(Kinds::NUMERAL),
    ) && !tagged_gpe(token)
        || [
            "алга",
            "есик",
            "темир",
            "маи",
            "жаксы",
            "достык",
            "сарыкол",
            "шет",
            "иле",
            "арал",
            "ескелди",
            "ушарал",
            "казан",
            "су",
        ]
        .contains(&token.folded.as_str())
            && !tagged_gpe(token)
}

fn russian(lexed: &Lexed, at: usize) -> Option<Found> {
    let token = &lexed.tokens[at];
    let sentence = lexed.sentence_of(at).end;
    let next = lexed.tokens.get(at + 1).filter(|_| at + 1 < sentence);
    if let Some(next) = next {
        let begins =
            |token: &Token, words: &[&str]| words.iter().any(|word| token.lower.starts_with(word));
        // «область Жетісу», «города Текели», «село Кеген»
        let lower = token.lower.as_str();
        let head = [
            "область",
            "области",
            "областью",
            "город",
            "города",
            "городе",
            "городом",
            "село",
            "села",
            "селе",
            "поселок",
            "поселке",
            "район",
            "района",
            "районе",
        ];
        if token.sort == Sort::Word && head.contains(&lower) && is_capital_word(next) {
            let head = match lower {
                "области" | "областью" => "область",
                "города" | "городе" | "городом" => "город",
                "села" | "селе" => "село",
                "поселке" => "поселок",
                "района" | "районе" => "район",
                own => own,
            };
            // «города Кызылорды»: the name is declined with its noun where it is a town's of the lists
            let name = match crate::gazetteer::is_place(&next.lower) {
                true => next.text.clone(),
                false => listed(next).unwrap_or_else(|| next.text.clone()),
            };
            // «село Зеленый Бор», «района Шал акына»
            let more = lexed.tokens.get(at + 2).filter(|third| {
                at + 2 < sentence
                    && is_capital_word(third)
                    && third.start == next.end + 1
                    && ["ый", "ий", "ой", "ая", "ое"]
                        .iter()
                        .any(|own| next.lower.ends_with(own))
            });
            let name = match more {
                Some(third) => format!("{name} {}", third.text),
                None => name,
            };
            return Some(Found {
                first: at,
                last: at + 1 + usize::from(more.is_some()),
                name: format!("{head} {name}"),
                tagged: false,
            });
        }
        // «Алматинской области», «Ескельдинского района»
        let adjective = is_capital_word(token)
            && [
                "ская",
                "ской",
                "скую",
                "ский",
                "ского",
                "скому",
                "ском",
                "ским",
            ]
            .iter()
            .any(|ending| token.lower.ends_with(ending));
        if adjective && begins(next, &["област", "район"]) {
            let stem: String = token
                .text
                .chars()
                .take(
                    token.text.chars().count()
                        - if token.lower.ends_with("ого") || token.lower.ends_with("ому") {
                            3
                        } else {
                            2
                        },
                )
                .collect();
            let name = if begins(next, &["област"]) {
                format!("{stem}ая область")
            } else {
                format!("{stem}ий район")
            };
            return Some(Found {
                first: at,
                last: at + 1,
                name,
                tagged: false,
            });
        }
    }
    if !is_capital_word(token) {
        return None;
    }
    // «В селах Каратобе, Тасарык»
    let villages = at.checked_sub(1).is_some_and(|before| {
        let before = &lexed.tokens[before];
        [
            "сёлах",
            "селах",
            "сёла",
            "села",
            "аулах",
            "городах",
            "пункте",
        ]
        .contains(&before.lower.as_str())
    });
    if villages {
        return Some(Found {
            first: at,
            last: at,
            name: listed(token).unwrap_or_else(|| token.text.clone()),
            tagged: false,
        });
    }
    let kept = listed(token)?;
    (!ambiguous(token)).then_some(Found {
        first: at,
        last: at,
        name: kept,
        tagged: false,
    })
}

/// The nominative of a place of the lists.
fn listed(token: &Token) -> Option<String> {
    let name = russian_places(&token.lower)
        .into_iter()
        .find(|form| crate::gazetteer::is_place(form))?;
    Some(with_case_of(&name, &token.text))
}

/// What the nominative of a Russian place name may be: first the word itself.
fn russian_places(lower: &str) -> Vec<String> {
    let mut forms = vec![lower.to_owned()];
    for (ending, own) in [
        ("е", ""),
        ("а", ""),
        ("у", ""),
        ("ом", ""),
        ("и", "я"),
        ("ии", "ия"),
        ("ию", "ия"),
        ("ы", "а"),
        ("е", "а"),
        ("у", "а"),
        ("ой", "а"),
        ("ей", "я"),
    ] {
        if let Some(rest) = lower.strip_suffix(ending) {
            forms.push(format!("{rest}{own}"));
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_region_without_a_name_takes_none_from_who_stands_behind_it() {
        let reading = crate::read(
            "date 2026-05-23 В Талдыкоргане открылась библиотека\n\
             Ленту перерезал заместитель акима области Марат Сейткалиев. В области Жетісу много библиотек.\n",
        );
        let places: Vec<&str> = reading
            .places
            .iter()
            .map(|place| place.name.as_str())
            .collect();
        assert_eq!(places, ["область Жетісу"]);
    }
}
