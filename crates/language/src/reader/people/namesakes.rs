//! Names whose bearers take no part: what is called after somebody, somebody's works and word, the writer's signature.

use crate::gazetteer::Kinds;
use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::people::mention::Mention;
use crate::word_list::{WordList, word_list};

/// Whether something is called after the name rather than its bearer meant: «Б. Римова атындағы театр», «Абай
/// көшесі», «школа имени Абая», «Абай Құнанбайұлының 180 жылдығы».
pub(crate) fn is_namesake(lexed: &Lexed, mention: &Mention) -> bool {
    if let (Some(given), Some(surname)) = (&mention.given, &mention.surname)
        && crate::gazetteer::is_remembered(given, surname)
    {
        return true;
    }
    let next = lexed.tokens.get(mention.last + 1);
    let beside = |token: &&crate::reader::lex::token::Token| {
        token.sort == Sort::Word && token.sentence == lexed.tokens[mention.last].sentence
    };
    if let Some(next) = next.filter(beside) {
        let folded = next.folded.as_str();
        let heads = Kinds::PLACE_HEAD
            .with(Kinds::FACILITY_HEAD)
            .with(Kinds::LANDSCAPE_HEAD)
            .with(Kinds::ORGANISATION_HEAD)
            .with(Kinds::EVENT_HEAD)
            .with(Kinds::PROJECT_HEAD);
        let called = [
            "атындагы",
            "атынд",
            "мұражай",
            "медал",
            "сыилыг",
            "тосбелги",
            "орден",
            "стипенди",
            "кубог",
            "жулде",
            "ескерткиш",
            "кесене",
            "турнир",
        ]
        .iter()
        .any(|word| folded.starts_with(word))
            // «Омаров жүлде қоры туралы айтты»
            && (folded.starts_with("атынд") || crate::cases::kazakh::without_possessive(bare(folded)).is_some());
        // The head noun must be owned: «Абай көшесі», not «Абай ауылға барды».
        let owned = next.kinds.any(heads)
            && next.lower.ends_with(['ы', 'і', 'ң', 'е', 'н', 'а'])
            && !next.kinds.any(Kinds::POSITION_HEAD)
            && !mention.inflected
            && crate::cases::kazakh::without_possessive(bare(folded)).is_some();
        if called || owned {
            return true;
        }
        let counted =
            next.text.starts_with(|c: char| c.is_numeric()) || next.kinds.any(Kinds::NUMERAL);
        let birthday = (mention.last + 1..mention.last + 5).any(|at| {
            lexed.tokens.get(at).is_some_and(|token| {
                token.folded.starts_with("жылдыг")
                    || token.folded.starts_with("летию")
                    || token.folded.starts_with("мереитоиы")
            })
        });
        if counted && birthday {
            return true;
        }
    }
    let before = mention.first.checked_sub(1).map(|at| &lexed.tokens[at]);
    let called = |lower: &str| {
        matches!(
            lower,
            "имени"
                | "им"
                | "улица"
                | "улице"
                | "улицы"
                | "проспект"
                | "проспекте"
                | "проспекта"
                | "ул"
        )
    };
    let named = before.is_some_and(|token| called(&token.lower))
        || lexed.is(mention.first.wrapping_sub(1), '.')
            && mention.first > 1
            && called(&lexed.tokens[mention.first - 2].lower);
    let quoted = before.is_some_and(|token| token.sort == Sort::Quote)
        && next.is_some_and(|token| token.sort == Sort::Quote);
    named || quoted
}

fn bare(folded: &str) -> &str {
    crate::cases::kazakh::without_case(folded).unwrap_or(folded)
}

/// «Омаровтың әндері шырқалды», «Омаровтың мүсіні»: somebody's works or memory, where nothing says who that is now.
pub(crate) fn is_recalled(lexed: &Lexed, mention: &Mention) -> bool {
    static WORKS: WordList = word_list!("kk/works");
    let next = lexed.tokens.get(mention.last + 1);
    lexed.tokens[mention.last].lower.ends_with('ң')
        && next.is_some_and(|next| WORKS.begins(&next.folded))
}

/// «Мемлекет басшысы Омаровтың тапсырмасымен», «жаттықтырушысы Омаровтың шәкірттері»: only somebody's word, or who
/// belongs to him, takes part.
pub(crate) fn is_owner(lexed: &Lexed, mention: &Mention) -> bool {
    static BELONGINGS: WordList = word_list!("kk/belongings");
    lexed.tokens[mention.last].lower.ends_with('ң')
        && lexed.tokens[mention.last + 1..]
            .iter()
            .take(4)
            .any(|token| BELONGINGS.begins(&token.folded))
}

/// A line at the end that has only the writer's name, the surname in capitals, or a comma behind it: «Асан ОМАРОВ,».
pub(crate) fn is_signature(lexed: &Lexed, mention: &Mention) -> bool {
    let paragraph = &lexed.paragraphs[lexed.tokens[mention.first].paragraph];
    let (begin, end) = (paragraph.tokens.start, paragraph.tokens.end);
    let last = lexed.tokens[mention.first].paragraph + 4 >= lexed.paragraphs.len();
    let alone = begin == mention.first && mention.last + 2 >= end;
    let capitals = (mention.first..=mention.last).any(|at| {
        let token = &lexed.tokens[at];
        lexed.text(token.start, token.end) != token.text
    });
    // «Тілші: Асан Омаров»
    let reporter = lexed.tokens[begin].folded == "тилши" && lexed.is(begin + 1, ':');
    reporter
        || last
            && alone
            && languages::at(lexed, begin).habits().signature_lines
            && (capitals || lexed.is(mention.last + 1, ','))
}
