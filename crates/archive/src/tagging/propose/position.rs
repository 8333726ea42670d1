//! The position printed beside a person's name, the organisation that it names, and what the person did.
//! A guess for the picker's fields: the archivist sees it and changes it.

use muragat_language as language;

use super::snap::{Text, closes, opens};
use crate::record::terms::Role;

/// Stems of words for positions, folded: the head of «… бірлестігінің төрағасы».
#[rustfmt::skip]
const HEADS: [&str; 92] = [
    "акым", "аким", "актер", "актрис", "академик", "аксакал", "ардагер", "артис", "ассистент", "атташе",
    "басшы", "башы", "бастык", "батыр", "бригадир", "декан", "депутат", "директор", "диспетчер", "докторант",
    "доцент", "дарыгер", "даригер", "жазушы", "жаттыктырушы", "жетекши", "журналист", "журист", "заведующ",
    "замести", "инженер", "инспектор", "кайраткер", "казначе", "кенесши", "кенесшы", "кеншы", "капитан",
    "командир", "комекши", "конструктор", "координатор", "куратор", "кызметкер", "каржыгер", "касипкер",
    "магистр", "маман", "менгеруши", "менеджер", "механик", "министр", "модератор", "мугалим", "муше",
    "мушеси", "мухтасиб", "научн", "оператор", "орынбасар", "окил", "полковник", "председател", "представител",
    "президент", "премьер", "прокурор", "профессор", "редактор", "ректор", "режиссер", "руководител",
    "саркылшы", "секретар", "сенатор", "сот", "спикер", "спортшы", "студент", "талап", "техник", "тренер",
    "торага", "торайым", "турагын", "тургын", "устаз", "хатшы", "чемпион", "шарих", "эксперт", "начальник",
];

/// Titles of honour name a country or a people, no organisation.
const HONOURS: [&str; 6] = ["артис", "кайраткер", "батыр", "чемпион", "акын", "ардагер"];

/// Stems of words for organisations, folded.
#[rustfmt::skip]
const BODIES: [&str; 64] = [
    "академия", "агенттик", "аким", "ансамбл", "ассамбле", "ассоциация", "аурухана", "архив", "балабакша", "банк", "баскарма",
    "бирлестик", "бюро", "газет", "гимназия", "департамент", "диспансер", "емхана", "журнал", "завод",
    "институт", "инспекция", "казынашылык", "касипорын", "клуб", "колледж", "коалиция", "когам", "комиссия", "комитет",
    "компания", "корпорация", "консерватория", "кор", "кенес", "китапхана", "куатама", "лицей", "лицеи", "маслихат",
    "мажилис", "мектеп", "мекеме", "министрлик", "мешит", "музе", "одак", "орталык", "палата", "парламент",
    "партия", "полиция", "прокуратура", "радио", "редакция", "сенат", "сот", "театр", "телеарна", "уиым",
    "университет", "федерация", "филармония", "штаб",
];

/// Words that begin a clause or join its parts, folded; no position reaches over them.
#[rustfmt::skip]
const BORDERS: [&str; 33] = [
    "ал", "бирак", "деп", "деди", "деиди", "аитты", "мен", "пен", "бен", "онда", "осы", "бул", "сол", "сияктанып",
    "сондай", "сондаи", "солардын", "бирге", "кеиин", "сон", "туралы", "бугин", "кеше", "биыл", "оз", "ози", "атап", "коптеген",
    "жане", "сиякты", "тагы", "онын", "олардын",
];

/// Endings of words that are no part of a name's attribute: cases that a verb asks for, converbs, participles.
/// In the letters of the text, as folding hides the difference.
#[rustfmt::skip]
const ARGUMENTS: [&str; 37] = [
    "ға", "ге", "қа", "ке", "ына", "іне", "нда", "нде", "да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан", "нен",
    "ны", "ні", "ды", "ді", "ты", "ті", "ын", "ін", "ып", "іп", "са", "се", "сақ", "сек", "ған", "ген", "қан", "кен", "мен",
];

/// Verbs of speech, folded, at their beginnings.
#[rustfmt::skip]
const SPEECH: [&str; 33] = [
    "деди", "деиди", "деген", "аитты", "аитып", "аитады", "аитса", "соиледи", "соз соиле", "малимдеди", "хабарлады", "жеткизди", "токталды",
    "атап отти", "болиси", "тусиндирди", "баяндады", "тилге тиек", "оз созинде", "билдирди", "ескертти",
    "сказал", "отметил", "подчеркнул", "заявил", "рассказал", "сообщил", "поделил", "добавил", "выступил", "пояснил",
    "said", "noted",
];

/// Russian positions in the nominative, as they head a phrase.
#[rustfmt::skip]
const RUSSIAN_HEADS: [&str; 34] = [
    "аким", "актер", "актриса", "академик", "ветеран", "врач", "генеральный", "главный", "глава", "декан", "депутат", "директор", "доцент",
    "заведующий", "заведующая", "заместитель", "заслуженный", "министр", "начальник", "народный", "первый", "председатель", "представитель", "президент",
    "прокурор", "профессор", "ректор", "редактор", "режиссер", "руководитель", "секретарь", "советник", "специалист", "тренер",
];

fn starts_with_any(word: &str, stems: &[&str]) -> bool {
    stems.iter().any(|stem| word.starts_with(stem))
}

/// Whether a word heads a Kazakh position: a known one, also behind a hyphen, or «…ы, …і» of somebody's.
fn heads(word: &str) -> bool {
    let folded = language::fold(word);
    if folded.split('-').any(|part| starts_with_any(part, &HEADS)) {
        return true;
    }
    let lower = word.chars().next().is_some_and(char::is_lowercase);
    lower && word.ends_with(['ы', 'і']) && !ends_like_verb(word)
}

fn ends_like_verb(word: &str) -> bool {
    ["ды", "ді", "ты", "ті"]
        .iter()
        .any(|end| word.ends_with(end))
}

/// Where the clause of a position begins: after a stop, a comma, a dash, a line end.
fn clause_start(text: &Text<'_>, end: usize) -> usize {
    let mut at = end;
    let mut quotes = 0usize;
    while let Some(c) = text.before(at) {
        match c {
            '\n' | ';' | ':' | '–' | '—' | '!' | '?' | '…' => return at,
            // a comma inside quotation marks belongs to the name
            ',' if quotes.is_multiple_of(2) => return at,
            '.' if !after_initial(text, at - 1) => return at,
            c if opens(c) || closes(c) => quotes += 1,
            _ => {}
        }
        at -= 1;
        if end - at > 300 {
            return at;
        }
    }
    at
}

/// Whether the stop at a position belongs to an initial.
fn after_initial(text: &Text<'_>, stop: usize) -> bool {
    text.words
        .iter()
        .rfind(|word| word.end == stop)
        .is_some_and(|word| super::snap::is_initial(word.text))
}

/// The position printed before a name, to the letter.
pub(crate) fn before_name(text: &Text<'_>, name_start: usize, russian: bool) -> Option<String> {
    let start = clause_start(text, name_start);
    let words: Vec<_> = text
        .words
        .iter()
        .filter(|word| word.start >= start && word.end <= name_start)
        .collect();
    let last = words.last()?;
    // only blanks between the position and the name
    if !text
        .cut(last.end, name_start)
        .chars()
        .all(|c| c.is_whitespace() || closes(c))
    {
        return None;
    }
    let first = match russian {
        true => {
            let head = words.iter().position(|word| {
                let folded = language::fold(word.text);
                RUSSIAN_HEADS
                    .iter()
                    .any(|head| folded == language::fold(head))
            })?;
            words.get(head)?
        }
        false => {
            if !heads(last.text) || ends_with_mark(text, last.end, name_start) {
                return None;
            }
            let mut first = words.len() - 1;
            for (at, word) in words.iter().enumerate().rev().skip(1) {
                if !attributive(text, word, start) {
                    break;
                }
                first = at;
            }
            words.get(first)?
        }
    };
    Some(balanced(text, first.start, last.end, start))
}

/// Whether a quotation mark stands between a head and the name: then the head is part of a title.
fn ends_with_mark(text: &Text<'_>, from: usize, to: usize) -> bool {
    text.cut(from, to).chars().any(closes)
}

/// Whether a word can stand inside a Kazakh attribute before its head.
fn attributive(text: &Text<'_>, word: &language::Word<'_>, clause: usize) -> bool {
    if in_quotes(text, word.start, clause) {
        return true;
    }
    let lower = word.text.to_lowercase();
    let folded = language::fold(&lower);
    if BORDERS.contains(&folded.as_str()) && folded != "жане" {
        return false;
    }
    if super::snap::is_initial(word.text) || lower.ends_with("ғы") || lower.ends_with("гі") {
        return true;
    }
    // what an adjective or a noun of these ends in anyway
    if lower.chars().count() <= 4 || starts_with_any(&folded, &BODIES) && !argument(&lower) {
        return true;
    }
    !argument(&lower)
        || lower.ends_with("ндағы")
        || starts_with_any(&folded, &["атында", "жонинде", "казакстан", "астана"])
}

fn argument(lower: &str) -> bool {
    ARGUMENTS.iter().any(|end| {
        lower
            .strip_suffix(end)
            .is_some_and(|rest| rest.chars().count() >= 3)
    })
}

/// Whether a position lies between quotation marks of its clause.
fn in_quotes(text: &Text<'_>, at: usize, clause: usize) -> bool {
    let mut open = false;
    for c in text.chars.get(clause..at).unwrap_or_default() {
        open = match (opens(*c), closes(*c)) {
            (true, true) => !open,
            (true, false) => true,
            (false, true) => false,
            _ => open,
        };
    }
    open
}

/// A span of a clause with the quotation mark before it, where its partner lies inside.
fn balanced(text: &Text<'_>, start: usize, end: usize, clause: usize) -> String {
    let start = match text.before(start).is_some_and(opens) && start > clause {
        true => start - 1,
        false => start,
    };
    let end = match text.at(end).is_some_and(closes) {
        true => end + 1,
        false => end,
    };
    text.cut(start, end)
}

/// The position printed after a name, between commas: «Сауле Омарова, председатель …,».
pub(crate) fn after_name(text: &Text<'_>, name_end: usize, russian: bool) -> Option<String> {
    if text.at(name_end) != Some(',') {
        return None;
    }
    let start = name_end + 1;
    let mut end = start;
    let mut quotes = 0usize;
    while let Some(c) = text.at(end) {
        match c {
            ',' if quotes.is_multiple_of(2) => break,
            '\n' | ';' | ':' | '–' | '—' | '!' | '?' | '…' => break,
            '.' if !after_initial(text, end) => break,
            c if opens(c) || closes(c) => quotes += 1,
            _ => {}
        }
        end += 1;
        if end - start > 200 {
            return None;
        }
    }
    let words: Vec<_> = text
        .words
        .iter()
        .filter(|word| word.start >= start && word.end <= end)
        .collect();
    let (first, last) = (words.first()?, words.last()?);
    let headed = match russian {
        true => RUSSIAN_HEADS
            .iter()
            .any(|head| language::fold(first.text) == language::fold(head)),
        false => starts_with_any(&language::fold(last.text), &HEADS),
    };
    headed.then(|| balanced(text, first.start, last.end, start))
}

/// The organisation that a Kazakh position names, as it is printed there; none where it names none.
pub(crate) fn organisation(position: &str) -> Option<String> {
    let text = Text::new(position);
    let head = text.words.last()?;
    if starts_with_any(&language::fold(head.text), &HONOURS) {
        return None;
    }
    let genitive = |word: &str| {
        ["ның", "нің", "дың", "дің", "тың", "тің"]
            .iter()
            .any(|end| word.to_lowercase().ends_with(end))
    };
    // the last genitive ends the organisation; a head in the genitive is a position above this one
    let mut end = text.words.len() - 1;
    for (at, word) in text.words.iter().enumerate() {
        let folded = language::fold(word.text);
        if genitive(word.text) && folded.split('-').any(|part| starts_with_any(part, &HEADS)) {
            end = end.min(at);
        }
    }
    let last = text
        .words
        .get(..end)?
        .iter()
        .rposition(|word| genitive(word.text))
        .unwrap_or(end.checked_sub(1)?);
    let last = text.words.get(last)?;
    let mut stop = last.end;
    if text.at(stop).is_some_and(closes) {
        stop += 1;
    }
    let phrase = text.cut(0, stop);
    let folded = language::fold(last.text);
    let names = starts_with_any(&folded, &BODIES) && !starts_with_any(&folded, &["аким"])
        || folded.starts_with("акимди")
        || phrase.contains(opens)
        || (last.text.chars().count() > 1 && !last.text.chars().any(char::is_lowercase));
    names.then_some(phrase)
}

/// What a person did, as the words around the name tell.
pub(crate) fn role(text: &Text<'_>, start: usize, end: usize) -> Option<Role> {
    let line_start = (0..start)
        .rev()
        .find(|at| text.at(*at) == Some('\n'))
        .map_or(0, |at| at + 1);
    let lead = language::fold(&text.cut(line_start, start));
    if ["сурет", "фото"]
        .iter()
        .any(|label| lead.trim().starts_with(label))
        && lead.contains(':')
    {
        return Some(Role::Photographer);
    }
    let mut stop = end;
    while let Some(c) = text.at(stop) {
        if c == '\n'
            || (matches!(c, '.' | '!' | '?') && !after_initial(text, stop))
            || stop > end + 250
        {
            break;
        }
        stop += 1;
    }
    let after = language::fold(&text.cut(end, stop));
    if ["модераторлык", "жургизди", "модерировал"]
        .iter()
        .any(|verb| after.contains(verb))
    {
        return Some(Role::Moderator);
    }
    let clause = clause_start(text, start);
    let before = language::fold(&text.cut(clause, start));
    let speaks = |part: &str| {
        SPEECH.iter().any(|verb| {
            part.match_indices(verb)
                .any(|(at, _)| !part[..at].ends_with(char::is_alphanumeric))
        })
    };
    (speaks(&before) || speaks(&after)).then_some(Role::Speaker)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beside(body: &str, name: &str, russian: bool) -> Option<String> {
        let text = Text::new(body);
        let start = body[..body.find(name).unwrap()].chars().count();
        before_name(&text, start, russian)
            .or_else(|| after_name(&text, start + name.chars().count(), russian))
    }

    #[test]
    fn the_phrase_before_a_name_up_to_its_clause() {
        for (body, name, position) in [
            (
                "Салтанатты жиынға «Ерлік» қоғамдық бірлестігінің төрағасы Сәуле Омарова қатысты.",
                "Сәуле",
                "«Ерлік» қоғамдық бірлестігінің төрағасы",
            ),
            (
                "Кешкі бөлімде Жетісу университетінің ректоры Нұрлан Сейітов құттықтады.",
                "Нұрлан",
                "Жетісу университетінің ректоры",
            ),
            (
                "Осы жолы Ал \"Отан\" еріктілер қоғамдық қорының жетекшісі Роза Ахметова айтты.",
                "Роза",
                "\"Отан\" еріктілер қоғамдық қорының жетекшісі",
            ),
            (
                "Жиынды қорытындылаған облыс әкімі Б. Серіков:",
                "Б. С",
                "облыс әкімі",
            ),
            (
                "құқық туралы айтса, облыстық кәсіпкерлер палатасының директоры Асан Үсенов қосты.",
                "Асан",
                "облыстық кәсіпкерлер палатасының директоры",
            ),
            (
                "Ол халық әртісі, Б. Майлин атындағы драма театрының актрисасы Алма Сапарова.",
                "Алма",
                "Б. Майлин атындағы драма театрының актрисасы",
            ),
            (
                "Жиында «Жастар» одағының төрағасы-үйлестірушісі Асан Үсенов сөйледі",
                "Асан",
                "«Жастар» одағының төрағасы-үйлестірушісі",
            ),
        ] {
            assert_eq!(
                beside(body, name, false).as_deref(),
                Some(position),
                "{body}"
            );
        }
        assert_eq!(
            beside("Жиынға Сәуле Омарова қатысты.", "Сәуле", false),
            None
        );
        assert_eq!(
            beside("Сөз сөйлеп, деді Сәуле Омарова.", "Сәуле", false),
            None
        );
        assert_eq!(beside("Сәуле Омарова", "Сәуле", false), None);
    }

    #[test]
    fn russian_positions_begin_with_their_head() {
        assert_eq!(
            beside(
                "На встрече председатель объединения «Ерлик» Сауле Омарова выступила.",
                "Сауле",
                true
            )
            .as_deref(),
            Some("председатель объединения «Ерлик»")
        );
        assert_eq!(
            beside(
                "Сауле Омарова, директор школы № 5, сказала",
                "Сауле Омарова",
                true
            )
            .as_deref(),
            Some("директор школы № 5")
        );
    }

    #[test]
    fn the_organisation_of_a_position() {
        for (position, printed) in [
            (
                "«Ерлік» қоғамдық бірлестігінің төрағасы",
                Some("«Ерлік» қоғамдық бірлестігінің"),
            ),
            (
                "Жетісу университетінің Басқарма төрағасы-ректоры",
                Some("Жетісу университетінің"),
            ),
            (
                "облыстық мәслихаттың төрағасы",
                Some("облыстық мәслихаттың"),
            ),
            (
                "өңірлік коалиция төрағасының орынбасары",
                Some("өңірлік коалиция"),
            ),
            (
                "реформа жөніндегі комиссия мүшесі",
                Some("реформа жөніндегі комиссия"),
            ),
            ("облыс әкімі", None),
            ("Қазақстанның халық әртісі", None),
            ("төраға", None),
        ] {
            assert_eq!(organisation(position).as_deref(), printed, "{position}");
        }
    }

    #[test]
    fn who_speaks() {
        let role_of = |body: &str, name: &str| {
            let text = Text::new(body);
            let start = body[..body.find(name).unwrap()].chars().count();
            role(&text, start, start + name.chars().count())
        };
        assert_eq!(
            role_of("«Иә», – деді Сәуле Омарова.", "Сәуле Омарова"),
            Some(Role::Speaker)
        );
        assert_eq!(
            role_of("Сәуле Омарова пікірін айтты. Бітті.", "Сәуле Омарова"),
            Some(Role::Speaker)
        );
        assert_eq!(
            role_of("Сәуле Омарова модераторлық етті.", "Сәуле Омарова"),
            Some(Role::Moderator)
        );
        assert_eq!(
            role_of("Фото: Сәуле Омарова", "Сәуле Омарова"),
            Some(Role::Photographer)
        );
        assert_eq!(
            role_of("Жиынға Сәуле Омарова қатысты. Ол деді.", "Сәуле Омарова"),
            None
        );
    }
}
