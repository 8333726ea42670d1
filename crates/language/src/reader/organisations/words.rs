//! Words that tell an organisation: its head nouns, levels, and names of one word.

use crate::gazetteer::Kinds;
use crate::reader::kk::words::{Class, is_plural, kinds};
use crate::reader::lex::lexed::{Lexed, Sort, Token};

/// Adjectives of level, folded: an organisation of one level and place needs no capital.
pub(crate) const LEVELS: [&str; 12] = [
    "облыстык",
    "калалык",
    "аудандык",
    "ауылдык",
    "онирлик",
    "республикалык",
    "областно",
    "городско",
    "районно",
    "региональн",
    "республиканск",
    "сельск",
];

/// What a house or palace that is an institution is of, folded.
pub(crate) const HOUSES: [&str; 10] = [
    "мадениет",
    "достык",
    "балалар",
    "шыгармашылык",
    "карттар",
    "окушылар",
    "спорт",
    "баспасоз",
    "жастар",
    "халык",
];

/// State bodies that are told by what they are for, without a capital: «тіл басқармасы», «управление спорта», folded.
pub(crate) const STATE: [&str; 23] = [
    "отдел",
    "баскарма",
    "департамент",
    "министрлик",
    "министрлиг",
    "комитет",
    "агенттик",
    "агенттиг",
    "инспекция",
    "прокуратура",
    "акимдик",
    "акимдиг",
    "управлени",
    "министерств",
    "агентств",
    "инспекци",
    "прокуратур",
    "акимат",
    "акимата",
    "палата",
    "батальон",
    "факультет",
    "кафедра",
];

/// Bodies that are called by one word.
pub(crate) const BODIES: [&str; 9] = [
    "парламент",
    "мажилис",
    "сенат",
    "укимет",
    "мажилиси",
    "правительство",
    "сената",
    "парламента",
    "мажилиса",
];

/// «Басқарма төрағасы»: a title, not a department.
pub(crate) fn is_board(lexed: &Lexed, at: usize) -> bool {
    lexed.tokens[at].lower == "басқарма"
        && lexed
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.lower.starts_with("төраға") || next.lower.starts_with("мүше"))
}

/// Whether a word is the first of its sentence.
pub(crate) fn opens(lexed: &Lexed, at: usize) -> bool {
    let sentence = lexed.sentence_of(at);
    lexed.tokens[sentence.start..=at]
        .iter()
        .filter(|token| token.sort == Sort::Word)
        .count()
        == 1
}

pub(crate) fn is_head(lexed: &Lexed, at: usize) -> bool {
    let token = &lexed.tokens[at];
    // «мәдениет үйі», «оқушылар сарайы»: only with these words in front is it an institution.
    let house = ["уии", "сараи"]
        .iter()
        .any(|head| token.folded.starts_with(head))
        && at
            .checked_sub(1)
            .is_some_and(|before| HOUSES.contains(&lexed.tokens[before].folded.as_str()));
    // «ауыл шаруашылығы», «су шаруашылығы»: a trade, unless a name or «шаруа», «тәжірибе» stands before it
    let trade = token.folded.starts_with("шаруашылы")
        && at.checked_sub(1).is_some_and(|before| {
            lexed.tokens[before].sort != Sort::Quote
                && !lexed.tokens[before].folded.starts_with("тажирибе")
        });
    let folded = token.folded.as_str();
    // a field, a meeting: «Пленарлық мәжіліс», «Сот кабинеті» сервисі
    let other = ["форум", "сервиси"]
        .iter()
        .any(|noun| folded.starts_with(noun))
        || matches!(folded, "аскери" | "алка")
        || folded.starts_with("мажилис") && !token.capital && !lexed.is_russian(at);
    // «бас маман-сот отырысының хатшысы»
    let post = token
        .lower
        .split_once('-')
        .is_some_and(|(first, _)| crate::gazetteer::is_position(first));
    token.sort == Sort::Word
        && !(trade || other || post)
        && (house
            || crate::reader::ru::organisations::is_house(lexed, at)
            || kinds(token).any(Kinds::ORGANISATION_HEAD))
        && (!is_plural(token) || lexed.is_russian(at))
}

/// «ЖУ», «ҚазҰУ-дың», «ТЖД»: a body by its letters, apart from abbreviations of places and other things.
pub(crate) fn is_letters(token: &Token) -> bool {
    #[rustfmt::skip]
    const OTHERS: [&str; 30] = [
        "ҚР", "РК", "РФ", "АҚШ", "США", "ҚХР", "КНР", "КСРО", "СССР", "КСР", "ССР", "БҚО", "ШҚО", "СҚО", "ОҚО", "ЗКО", "ВКО", "СКО", "БАҚ", "СМИ",
        "ІТ", "IT", "АӨК", "ТҮКШ", "ЖКХ", "ҰБТ", "ЕНТ", "ЕО", "ЖИ", "PhD",
    ];
    let letters = token.text.split(['-', '‑']).next().unwrap_or_default();
    let capitals = letters.chars().filter(|c| c.is_uppercase()).count();
    let all = letters.chars().count();
    let number = letters.chars().all(|c| "IVXІХХLMC".contains(c));
    token.sort == Sort::Word
        && capitals > 1
        && capitals * 2 >= all
        && all < 9
        && letters.chars().all(char::is_alphabetic)
        && !number
        && !OTHERS.contains(&letters)
}

/// «ауданындағы», «Астанадағы».
pub(crate) fn is_location(token: &Token) -> bool {
    Class::of(token) == Class::Relation
        && token.kinds.any(Kinds::PLACE_HEAD.with(Kinds::PLACE))
        && ["дағы", "дегі", "тағы", "тегі"]
            .iter()
            .any(|ending| token.lower.ends_with(ending))
}

/// A state body by its head noun.
pub(crate) fn is_state(lexed: &Lexed, at: usize) -> bool {
    let token = &lexed.tokens[at];
    STATE.iter().any(|head| token.folded.starts_with(head))
}

/// «баспасөз қызметі».
pub(crate) fn is_press(lexed: &Lexed, at: usize) -> bool {
    lexed.tokens[at].folded.starts_with("кызмет")
        && at > 0
        && lexed.tokens[at - 1].folded.starts_with("баспасоз")
}

/// A word that has a capital only because it begins a sentence.
pub(crate) fn common(token: &Token) -> bool {
    !token
        .kinds
        .any(Kinds::PLACE.with(Kinds::COUNTRY).with(Kinds::ORGANISATION))
        && !is_level(token)
}

pub(crate) fn is_level(token: &Token) -> bool {
    LEVELS.iter().any(|level| token.folded.starts_with(level))
}
