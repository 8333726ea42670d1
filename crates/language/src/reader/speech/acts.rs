//! Words of saying, holding and taking part.

use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::word_list::{WordList, word_list};

/// What a stretch of text says that its subject did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Acts {
    pub speaks: bool,
    pub hosts: bool,
    pub moderates: bool,
    pub attends: bool,
}

/// Beginnings of words of saying, folded.
static SPEAKS: WordList = word_list!("speaks");

/// English words of saying.
static SPEAKS_EN: WordList = word_list!("en/speaks");

/// Two words of saying, folded: beginnings of both.
#[rustfmt::skip]
const SPEAKS_IN_TWO: &[(&str, &str)] = &[
    ("атап", "от"), ("атап", "аит"), ("тиек", "ет"), ("соз", "ал"), ("соз", "соил"), ("ои", "болис"), ("ои", "козга"), ("пикир", "бил"), ("алгыс", "аит"), ("алгыс", "бил"), ("кенинен", "ток"),
    ("малим", "ет"), ("соз", "ет"), ("еске", "ал"), ("еске", "сал"), ("алга", "тарт"), ("акпарат", "бер"), ("бата", "бер"), ("кенес", "бер"),
    ("назар", "аудар"), ("тапсырма", "бер"), ("есеп", "бер"), ("жауап", "бер"), ("тилек", "бил"), ("баса", "аит"), ("жайлы", "аит"), ("сенім", "бил"), ("ескерте", "кет"),
    ("акпарат", "бер"), ("соз", "ет"), ("соз", "арна"), ("лебиз", "арна"), ("тилек", "арна"), ("малим", "ет"), ("еске", "сал"), ("еске", "ал"), ("ортага", "сал"), ("алга", "тарт"),
    ("тилег", "аит"), ("тилегин", "арна"), ("лебизин", "арна"), ("куттыктау", "соз"), ("кириспе", "соз"), ("талап", "ет"), ("куттыктау", "жолда"), ("маселе", "котер"), ("жаи", "котер"), ("конил", "аит"),
];

pub(crate) fn speaks_at(lexed: &Lexed, at: usize) -> bool {
    let Some(token) = lexed
        .tokens
        .get(at)
        .filter(|token| token.sort == Sort::Word)
    else {
        return false;
    };
    let folded = token.folded.as_str();
    if SPEAKS_EN.has(token.text.as_str()) {
        return true;
    }
    // «құттықтау», «баяндау»: a noun tells no speech
    let speaks = SPEAKS.iter().any(|word| {
        folded
            .strip_prefix(word)
            .is_some_and(|rest| !(rest.starts_with('у') && word.ends_with(['а', 'е'])))
    });
    if languages::at(lexed, at).says(token) {
        return true;
    }
    if speaks {
        return !(folded.starts_with("пикир")
            || folded.starts_with("ортага")
            || folded.starts_with("лебиз"))
            || speaks_in_two_words(lexed, at);
    }
    speaks_in_two_words(lexed, at)
        || matches!(folded, "деп" | "деген")
            && lexed
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.sort == Sort::Word)
}

fn speaks_in_two_words(lexed: &Lexed, at: usize) -> bool {
    let (Some(a), Some(b)) = (lexed.tokens.get(at), lexed.tokens.get(at + 1)) else {
        return false;
    };
    a.sentence == b.sentence
        && SPEAKS_IN_TWO
            .iter()
            .any(|(first, second)| a.folded.starts_with(first) && b.folded.starts_with(second))
}

/// What is done in a stretch of tokens.
pub(crate) fn acts_in(lexed: &Lexed, range: std::ops::Range<usize>) -> Acts {
    let mut acts = Acts::default();
    for at in range {
        let Some(token) = lexed.tokens.get(at) else {
            break;
        };
        if token.sort != Sort::Word {
            continue;
        }
        let folded = token.folded.as_str();
        let begins = |words: &[&str]| words.iter().any(|word| folded.starts_with(word));
        acts.speaks |= speaks_at(lexed, at) && !matches!(folded, "деп" | "деген");
        acts.speaks |= languages::at(lexed, at).tells(folded);
        // «шараны ашты», «тұрғындарды қабылдады», «ашық деп жариялады»
        let decided = at > 0
            && ["шешим", "зан", "каулы", "жарлык"]
                .iter()
                .any(|what| lexed.tokens[at - 1].folded.starts_with(what));
        acts.hosts |= !decided
            && (matches!(folded, "ашты" | "ашып" | "ашкан" | "кабылдады" | "кабылдап")
                || folded == "ашык"
                    && lexed
                        .tokens
                        .get(at + 1)
                        .is_some_and(|next| next.folded == "деп"));
        acts.moderates |= matches!(folded, "жургизди" | "жургизип" | "жургизген");
        acts.hosts |= begins(&[
            "откизди",
            "торагалыг",
            "торагалык",
            "провел",
            "провела",
            "председательств",
            "откизип",
            "откизуде",
            // who leads the talk may have called it too
            "жургиз",
            "ашып берди",
            "ашты",
            "ашкан",
            "кабылдады",
            "возглавил",
            "открыл",
            "открыва",
            "закрыл",
            "разрезал",
        ]) || matches!(folded, "принял" | "приняла" | "принимал" | "принимала");
        acts.moderates |= begins(&[
            "модератор",
            "модерир",
            "модерат",
            "тизгинде",
            "жургиз",
            "ведущ",
        ]) || matches!(folded, "вел" | "вела");
        acts.attends |= begins(&[
            "катыс",
            "келди",
            "кездест",
            "барды",
            "аралады",
            "танысты",
            "марапаттал",
            "тапсырды",
            "табыстады",
            "принял",
            "участ",
            "посети",
            "встрети",
            "ознаком",
            "наград",
            "вручил",
            "прибыл",
            "лды жене",
            "тагаиындал",
            "назначен",
            "женди",
            "жениске",
            "занял",
            "завоевал",
        ]);
    }
    acts
}
