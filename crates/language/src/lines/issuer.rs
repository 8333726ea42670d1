//! Lines above a title that name who issued or wrote a release: a press service, a letterhead, a byline.

use crate::dates::beside::is_place_alone;
use crate::dates::tokens::tokens;
use crate::gazetteer;
use crate::lines::small_print::core_of;
use crate::text::fold::{fold, is_double_quote};
use crate::word_list::{WordList, word_list};

/// State bodies, by the beginning of their noun.
static STATE_BODIES: WordList = word_list!("state-bodies");

/// Kinds of papers: «Құттықтау», «Заявление».
static KINDS: WordList = word_list!("paper-kinds");

/// Nouns that end as verbs do.
static NOUNS: WordList = word_list!("ru/nouns-like-verbs");

/// No line of an issuer is longer, in words.
const MAX_WORDS: usize = 14;

/// What a byline begins with where the name follows without a sign, folded.
const BYLINES: [&str; 10] = [
    "матинди даиындаган",
    "материалды даиындаган",
    "даиындаган",
    "азирлеген",
    "жазган",
    "подготовил",
    "подготовила",
    "материал подготовил",
    "материал подготовила",
    "автор",
];

fn words_of(folded: &str) -> Vec<&str> {
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect()
}

/// Whether a folded line is a press service with whose it is: «Пресс-служба акима области», «Облыс әкімінің баспасөз
/// қызметі». With a verb it is a sentence.
pub(crate) fn is_issuer(core: &str) -> bool {
    let words = words_of(core);
    let is_service = match words.as_slice() {
        // a Kazakh verb would stand last
        [.., "баспасоз", "кызмети" | "орталыгы" | "хатшысы"] | [.., "пресс", "служба"] => {
            true
        }
        ["пресс", "служба" | "центр" | "секретарь", ..]
        | ["press", "service" | "office" | "centre" | "center", ..] => {
            !words.iter().any(|word| may_be_verb(word))
        }
        _ => false,
    };
    is_service && words.len() <= MAX_WORDS
}

/// Whether a folded line is a paper with whose it is: «Пресс-релиз Управления спорта», «Спорт басқармасының баспасөз
/// релизі».
pub(crate) fn is_paper_of(core: &str) -> bool {
    let words = words_of(core);
    let of_body = |word: &str| is_body(word) || word.starts_with("аким");
    words.len() <= MAX_WORDS
        && match words.as_slice() {
            [.., "баспасоз", "релизи" | "хабарламасы"] | [.., "пресс", "релизи"] => {
                true
            }
            ["пресс", "релиз", of, ..] => {
                of_body(of) && !words.iter().any(|word| may_be_verb(word))
            }
            _ => false,
        }
}

/// Whether a folded word is the noun of a state body.
fn is_body(word: &str) -> bool {
    STATE_BODIES.begins(word)
        || ["маслихат", "болими", "министерств", "отдел"]
            .iter()
            .any(|begin| word.starts_with(begin))
}

/// Whether a folded word ends as a verb of a sentence does.
fn may_be_verb(word: &str) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    let is_noun = NOUNS.has(word)
        || is_body(word)
        || matches!(
            word,
            "отдела" | "села" | "комитет" | "совет" | "университет" | "кабинет"
        );
    word.chars().nth(3).is_some()
        && !is_noun
        && ends(&[
            "ет", "ит", "ют", "ят", "ат", "ут", "ла", "ло", "ли", "ил", "ал", "ыл", "лся", "лась",
            "лись", "тся", "ться", "ено", "ана", "ано", "аны", "ены", "лды", "лди", "тты", "тти",
            "ады", "еди", "иди", "ыды", "рды", "рди", "дады", "шты", "шти", "нды", "нди", "кти",
            "кты",
        ])
}

/// Whether a line is a byline without a sign before the name: «Мәтінді дайындаған Айгүл Серікова».
pub(crate) fn is_byline(line: &str) -> bool {
    let line = line.trim();
    BYLINES.iter().any(|label| {
        let count = label.split(' ').count();
        let words: Vec<&str> = line.split_whitespace().collect();
        let (Some(begin), Some(names)) = (words.get(..count), words.get(count..)) else {
            return false;
        };
        (2..=3).contains(&names.len())
            && fold(&begin.join(" ")) == *label
            && names
                .iter()
                .all(|name| name.starts_with(char::is_uppercase))
    })
}

/// Whether a line may be a letterhead, a place, a name or the kind of paper above the title. It is one only where a title follows, for
/// «Талдықорған қаласы» alone may be what the text is called.
pub(crate) fn may_stand_above_title(line: &str) -> bool {
    let line = line.trim();
    let tokens = tokens(line);
    let is_bracketed = line.starts_with('(') && line.ends_with(')');
    is_bracketed
        || is_place_alone(&tokens)
        || is_letterhead(line)
        || is_name(line)
        || KINDS.has(&core_of(line))
}

/// «ЖЕТІСУ ОБЛЫСЫНЫҢ МӘДЕНИЕТ БАСҚАРМАСЫ», «Управление культуры области», «КГУ «Театр»».
fn is_letterhead(line: &str) -> bool {
    let folded = fold(line);
    let words = words_of(&folded);
    if words.len() < 2
        || words.len() > MAX_WORDS
        || !line.starts_with(|c: char| c.is_uppercase() || is_double_quote(c))
        || line.ends_with(['.', '!', '?', ':'])
    {
        return false;
    }
    // «… басқармасы хабарлайды»
    let named = match words.as_slice() {
        [named @ .., "хабарлаиды" | "хабарлады"] => named,
        named => named,
    };
    let kazakh = named
        .last()
        .is_some_and(|last| is_body(last) && last.ends_with(['ы', 'и']));
    let has_verb = words.iter().any(|word| may_be_verb(word));
    let russian = !has_verb && words.first().is_some_and(|first| is_body(first));
    let legal = |word: &&str| {
        matches!(
            *word,
            "кму"
                | "кмм"
                | "мм"
                | "рмм"
                | "кгу"
                | "гу"
                | "ргу"
                | "мккк"
                | "гккп"
                | "тоо"
                | "жшс"
                | "ао"
                | "ак"
                | "нао"
                | "кеак"
                | "рмк"
                | "ргп"
                | "кмк"
                | "кгп"
        )
    };
    let quoted = line.chars().filter(|c| is_double_quote(*c)).count() >= 2;
    let ends_quoted = line.ends_with(is_double_quote);
    kazakh
        || russian
        || quoted && words.last().is_some_and(legal)
        || quoted && ends_quoted && words.first().is_some_and(legal)
}

/// «Айгүл СЕРІКОВА», «Айгүл Серікова, «Ақ бұлақ» газеті»: a given name of the list and one or two words beside it.
fn is_name(line: &str) -> bool {
    let name = line
        .split([',', '|', '•'])
        .next()
        .unwrap_or_default()
        .trim();
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_given = |word: &&str| gazetteer::is_given(&word.to_lowercase());
    (2..=3).contains(&words.len())
        && !line.ends_with(['.', '!', '?', ':'])
        && words.iter().all(|word| {
            word.starts_with(char::is_uppercase)
                && word.chars().all(|c| c.is_alphabetic() || c == '-')
        })
        && words.iter().any(is_given)
        && !words.iter().all(is_given)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_press_service_without_a_verb_is_an_issuer() {
        let is = |line: &str| is_issuer(&fold(line));
        assert!(is("Пресс-служба акима области Жетісу"));
        assert!(is("Облыс әкімдігінің баспасөз қызметі"));
        assert!(!is("Пресс-служба акима области провела брифинг"));
        assert!(!is("Пресс-центр ашылды"));
        assert!(!is("Баспасөз қызметі жұмысын бастады"));
    }

    #[test]
    fn letterheads_and_names_may_stand_above() {
        for line in [
            "ЖЕТІСУ ОБЛЫСЫНЫҢ МӘДЕНИЕТ БАСҚАРМАСЫ",
            "Управление культуры области Жетісу",
            "«Облыстық театр» КМҚК ММ",
            "Талдықорған қаласы",
            "Айгүл СЕРІКОВА",
        ] {
            assert!(may_stand_above_title(line), "{line}");
        }
        for line in [
            "Мәдениет басқармасы көрме ашты",
            "Талдықорған қаласында көпір ашылды",
            "Жаңа мектеп",
            "Айгүл гүл отырғызды",
        ] {
            assert!(!may_stand_above_title(line), "{line}");
        }
    }
}
