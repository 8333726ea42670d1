//! How far left a Kazakh noun phrase reaches.

use crate::gazetteer::Kinds;
use crate::reader::kk::words::{Class, is_plural, is_position_head};
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::marks::{closes, opening};
use crate::word_list::{WordList, word_list};

/// How far left one phrase may reach, in tokens.
pub(crate) const REACH: usize = 28;

/// Where the noun phrase that ends at `head` begins.
pub(crate) fn start_of_phrase(lexed: &Lexed, head: usize, floor: usize) -> usize {
    let mut start = head;
    // A minister is named after the ministry: «Ғылым және жоғары білім министрі».
    let mut organisation =
        is_organisation_head(lexed, head) || lexed.tokens[head].lower.contains("министр");
    let lowest = floor.max(head.saturating_sub(REACH));
    while start > lowest {
        let at = start - 1;
        let token = &lexed.tokens[at];
        match token.sort {
            Sort::Quote if closes(lexed, at) => match opening(lexed, at, lowest, 14) {
                Some(open) => start = open,
                None => break,
            },
            Sort::Sign('№') => start = at,
            Sort::Initial if named_after(lexed, start) => start = at,
            Sort::Sign(',') if organisation && listed(lexed, at, lowest) => start = at - 1,
            Sort::Word => {
                let next = &lexed.tokens[start];
                let takes = match Class::of(token) {
                    // «тапсырмалар облыс әкімі»: a subject of its own, not «кәсіпкерлер палатасы».
                    Class::Bare if is_plural(token) => !matches!(
                        next.lower.as_str(),
                        "облыс" | "аудан" | "қала" | "ауыл" | "мектеп" | "өңір"
                    ),
                    // «Жетісу облысы бойынша департамент», not «мәселе бойынша»
                    Class::Relation if token.lower == "бойынша" => {
                        at > lowest
                            && lexed.tokens[at - 1]
                                .kinds
                                .any(Kinds::PLACE_HEAD.with(Kinds::PLACE).with(Kinds::COUNTRY))
                    }
                    // «44 жастағы дәрігер»
                    _ if matches!(token.folded.as_str(), "жастагы" | "жаста") => false,
                    Class::Relation if token.lower == "үшін" => false,
                    Class::Bare if token.folded == "жыл" && next.capital => false,
                    Class::Bare if start == head && is_apart(lexed, at, head) => false,
                    Class::Bare if heads_quote(lexed, at, start) => false,
                    Class::Bare if is_event(lexed, at, start) => false,
                    Class::Bare | Class::Genitive | Class::Relation => true,
                    Class::Accusative | Class::Instrumental => {
                        governed(lexed, start, head)
                            || is_adjective(lexed, at, lowest)
                            // «басшысының міндетін атқарушы», «міндетін уақытша атқарушы»
                            || matches!(next.folded.as_str(), "аткарушы" | "уакытша" | "калаушы")
                    }
                    Class::Dative => {
                        // «есепке алу жөніндегі комитет»
                        !next.capital && is_verbal_noun(&next.lower) && start < head
                            || matches!(
                                next.lower.as_str(),
                                "арналған" | "қарасты" | "қарсы" | "көмек" | "дейінгі"
                            )
                            || next.folded.starts_with("толмаган")
                    }
                    // «еңбек сіңірген», «еңбегі сіңген», «қауымдастырылған профессор»
                    Class::Participle => {
                        at > lowest
                            && (lexed.tokens[at - 1].folded.starts_with("енбе")
                                // «жалпы білім беретін мектеп»
                                || token.folded == "беретин" && lexed.tokens[at - 1].folded == "билим")
                            || crate::reader::kk::words::is_titular(token)
                    }
                    Class::And => {
                        at > lowest
                            && (organisation && joins(lexed, at)
                                || pairs(lexed, at)
                                || lexed.tokens[at - 1].folded == "тотенше")
                    }
                    // «бокстан Қазақстан құрамасы», «таулы сырғанақтан жаттықтырушы»
                    Class::Away => is_sport(&token.folded),
                    // «осы комитеттің мүшесі»
                    Class::Stop if token.folded == "осы" => {
                        Class::of(next) == Class::Genitive && is_organisation_head(lexed, start)
                    }
                    Class::Stop => {
                        token.folded == "жалпы" && matches!(next.folded.as_str(), "билим" | "орта")
                    }
                };
                // A position named in front belongs to another person, or to another position.
                let other = start <= head
                    && is_position_head(token)
                    && token.lower.ends_with(['ы', 'і'])
                    && !possesses(lexed, at, head)
                    // «басқарушы компания», «төрағалық етуші судья»: an adjective there
                    && !(is_agent(&token.lower)
                        && (is_organisation_head(lexed, start) || is_position_head(next)))
                    // «кезекші дәрігер», «жетекші маман»
                    && !((token.lower.ends_with("шы") || token.lower.ends_with("ші"))
                        && is_position_head(next));
                if !takes || other {
                    break;
                }
                organisation |= is_organisation_head(lexed, at);
                start = at;
            }
            _ => break,
        }
    }
    trimmed(lexed, start, head)
}

/// «Басқарма төрағасы», «облыс әкімі аппараты»: a head may own the next noun, which then has a possessive.
fn possesses(lexed: &Lexed, at: usize, head: usize) -> bool {
    let Some(next) = lexed.tokens.get(at + 1).map(|next| next.folded.as_str()) else {
        return false;
    };
    let bare = crate::cases::kazakh::without_case(next).unwrap_or(next);
    // «директоры міндетін атқарушы», «басшысы орынбасарының көмекшісі»
    at < head && (next.ends_with(['ы', 'и']) || bare.ends_with(['ы', 'и']) || next == "миндетин")
}

pub(crate) fn is_organisation_head(lexed: &Lexed, at: usize) -> bool {
    lexed
        .tokens
        .get(at)
        .is_some_and(|token| token.all_kinds().any(Kinds::ORGANISATION_HEAD))
}

/// Nouns of doers: атқарушы, басқарушы.
fn is_agent(lower: &str) -> bool {
    lower.ends_with("ушы") || lower.ends_with("уші")
}

/// «бокстан», «дзюдодан», «күрестен»: the sport that somebody trains or plays.
fn is_sport(folded: &str) -> bool {
    static SPORTS: WordList = word_list!("kk/sports");
    SPORTS.begins(folded)
}

/// «газетінің меншікті тілшісі»: behind a genitive, which asks for a possessive, no plain accusative stands.
fn is_adjective(lexed: &Lexed, at: usize, lowest: usize) -> bool {
    let plain = ["ты", "ті", "ды", "ді"]
        .iter()
        .any(|ending| lexed.tokens[at].lower.ends_with(ending));
    plain && at > lowest && Class::of(&lexed.tokens[at - 1]) == Class::Genitive
}

/// «оркестрі дирижер Омаровтың жетекшілігімен»: a bare post is of no body in front of it that has a possessive.
fn is_apart(lexed: &Lexed, at: usize, head: usize) -> bool {
    let bare = crate::gazetteer::is_position(&lexed.tokens[head].lower);
    bare && is_organisation_head(lexed, at)
        && crate::cases::kazakh::without_possessive(&lexed.tokens[at].folded).is_some()
}

/// «Мердігер «Жол» ЖШС-ның бастығы»: what the body in quotation marks is there, no part of its name.
fn heads_quote(lexed: &Lexed, at: usize, start: usize) -> bool {
    lexed.tokens[start].sort == Sort::Quote && is_position_head(&lexed.tokens[at])
}

/// «Шара облыс әкімінің … Омаровтың сөзімен ашылды»: a subject of its own in front of the phrase.
fn is_event(lexed: &Lexed, at: usize, start: usize) -> bool {
    static EVENTS: WordList = word_list!("kk/events");
    let next = &lexed.tokens[start];
    EVENTS.has(lexed.tokens[at].folded.as_str())
        && (next.capital
            || next.kinds.any(Kinds::PLACE_HEAD)
            || crate::reader::organisations::words::is_level(next))
}

/// «жұмыспен қамту», «халықты әлеуметтік қорғау»: a verbal noun soon behind, with nothing between that owns it.
fn governed(lexed: &Lexed, start: usize, head: usize) -> bool {
    (start..(start + 3).min(head))
        .map(|at| &lexed.tokens[at])
        .take_while(|token| !matches!(Class::of(token), Class::Genitive | Class::Relation))
        .any(|token| !token.capital && is_verbal_noun(&token.lower))
}

fn is_verbal_noun(lower: &str) -> bool {
    lower.chars().nth(2).is_some() && lower.ends_with(['у', 'ю'])
}

/// Whether the name whose last word begins at `start` is one that something is called after.
pub(crate) fn named_after(lexed: &Lexed, start: usize) -> bool {
    (start..start + 3).any(|at| {
        lexed
            .tokens
            .get(at)
            .is_some_and(|token| token.lower == "атындағы")
    })
}

/// «Білім және ғылым»: both sides are bare nouns.
fn joins(lexed: &Lexed, and: usize) -> bool {
    let before = &lexed.tokens[and - 1];
    // «Білім басқармасы мен «Атамекен» палатасы»: two bodies
    let level = and > 1 && crate::reader::organisations::words::is_level(&lexed.tokens[and - 2]);
    let body = is_organisation_head(lexed, and - 1)
        && !before.folded.starts_with("шаруашылы")
        && (level
            || before.text.contains('-') && before.text.starts_with(char::is_uppercase)
            || crate::cases::kazakh::without_possessive(
                crate::cases::kazakh::without_case(&before.folded).unwrap_or(&before.folded),
            )
            .is_some());
    before.sort == Sort::Word
        && !body
        && matches!(Class::of(before), Class::Bare | Class::Genitive)
        && !is_position_head(before)
        && !crate::cases::surnames::is_surname(&before.lower)
}

/// «мемлекет және қоғам қайраткері»: two bare nouns without a body behind them.
fn pairs(lexed: &Lexed, and: usize) -> bool {
    let (before, next) = (&lexed.tokens[and - 1], &lexed.tokens[and + 1]);
    let plain = |token: &crate::reader::lex::token::Token| {
        token.sort == Sort::Word
            && Class::of(token) == Class::Bare
            && !is_plural(token)
            && !is_position_head(token)
            && !crate::reader::organisations::words::is_level(token)
            && !token.kinds.any(Kinds::PLACE_HEAD.with(Kinds::PLACE))
    };
    let owned = |token: &crate::reader::lex::token::Token| {
        crate::cases::kazakh::without_possessive(&token.folded).is_some()
    };
    plain(before)
        && plain(next)
        && !next.capital
        // «тілі мен әдебиеті», «мемлекет және қоғам»
        && owned(before) == owned(next)
        && !crate::cases::surnames::is_surname(&before.lower)
}

/// «мәдениет, спорт және туризм басқармасы»: a comma between bare nouns before «және».
pub(crate) fn listed(lexed: &Lexed, comma: usize, lowest: usize) -> bool {
    let before = comma
        .checked_sub(1)
        .filter(|before| *before >= lowest)
        .map(|at| &lexed.tokens[at]);
    let next = lexed.tokens[comma + 1..]
        .iter()
        .take(4)
        .any(|token| Class::of(token) == Class::And);
    next && before.is_some_and(|token| {
        token.sort == Sort::Word
            && Class::of(token) == Class::Bare
            && !is_position_head(token)
            && !crate::cases::surnames::is_surname(&token.lower)
    })
}

/// Without conjunctions and postpositions at its beginning.
fn trimmed(lexed: &Lexed, mut start: usize, head: usize) -> usize {
    while start < head {
        let token = &lexed.tokens[start];
        let hangs = Class::of(token) == Class::And
            || matches!(
                token.lower.as_str(),
                "бойынша" | "үшін" | "жөніндегі" | "атындағы"
            );
        if token.sort == Sort::Word && hangs {
            start += 1;
        } else {
            break;
        }
    }
    start
}
