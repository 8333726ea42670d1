//! The rules by which words of capitals are a name: by their form, by the lists, by the tagger, by what stands beside.

use crate::cases::surnames::{is_fathers, is_surname};
use crate::gazetteer::Kinds;
use crate::names::kazakh::{is_given, kazakh_ending};
use crate::reader::grammar::{Grammar, Habits};
use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::{Sort, Token};
use crate::reader::people::given_names::{given_like, unknown_given};
use crate::reader::people::initials::{surname_initials, with_honorific};
use crate::reader::people::mention::{Mention, NameSign};
use crate::reader::people::name_parts::build_name;
use crate::reader::people::name_words::{
    is_name_word, is_russian_patronymic, is_tagged_person, means_else, patronymic_like,
    surname_like,
};

/// Nouns that make a phrase of their own of the word in front of them.
const PHRASE_HEADS: Kinds = Kinds::ORGANISATION_HEAD
    .with(Kinds::PLACE_HEAD)
    .with(Kinds::FACILITY_HEAD);

/// Words of capitals that stand side by side and may be a name.
pub(crate) struct NameWords<'a> {
    lexed: &'a Lexed,
    /// The first of them.
    at: usize,
    /// How many there are.
    pub length: usize,
    /// Whether the first is a given name.
    given: bool,
    /// Whether the first is a surname and no given name.
    first_surname: bool,
    /// Whether a name stands right before, and «және» between.
    joined: bool,
    language: &'static dyn Grammar,
    habits: Habits,
}

impl<'a> NameWords<'a> {
    /// The words of capitals that begin at a token; none where they cannot begin a name. `joined`: whether a name
    /// stands right before the token, and «және» between.
    pub fn at(lexed: &'a Lexed, at: usize, joined: bool) -> Option<NameWords<'a>> {
        let language = languages::at(lexed, at);
        let token = &lexed.tokens[at];
        if !is_name_word(token) || language.is_adjective_of_place(lexed, at) {
            return None;
        }
        let length = count_name_words(lexed, at);
        let next = lexed.tokens.get(at + length);
        if length == 0 || next.is_some_and(|next| language.ends_title(next)) {
            return None;
        }
        let given = given_like(lexed, at);
        // «Федоров Пётр»: a place of that stem does not matter beside a given name
        let before_given = length > 1
            && is_surname(&token.lower)
            && !token.kinds.any(Kinds::ORGANISATION_HEAD)
            && given_like(lexed, at + 1);
        Some(NameWords {
            lexed,
            at,
            length,
            given,
            first_surname: (surname_like(token) || before_given) && !given,
            joined,
            language,
            habits: language.habits(),
        })
    }

    /// The name that the words make by the first rule that fits them.
    pub fn name(&self) -> Option<Mention> {
        if self.is_no_beginning() {
            return None;
        }
        self.surname_with_initials()
            .or_else(|| self.surname_and_given_name())
            .or_else(|| self.given_name_and_honorific())
            .or_else(|| self.given_name_patronymic_surname())
            .or_else(|| self.given_name_and_surname())
            .or_else(|| self.names_of_the_tagger())
            .or_else(|| self.given_name_beside_position())
            .or_else(|| self.half_listed())
            .or_else(|| self.behind_position())
            .or_else(|| self.in_list())
            .or_else(|| self.alone())
    }

    fn first(&self) -> &Token {
        &self.lexed.tokens[self.at]
    }

    /// Whether one of the words is something.
    fn is(&self, by: usize, test: impl Fn(&Token) -> bool) -> bool {
        by < self.length && test(&self.lexed.tokens[self.at + by])
    }

    fn build_name(&self, length: usize, by: NameSign) -> Mention {
        build_name(self.lexed, self.at, length, by)
    }

    fn opens_sentence(&self) -> bool {
        self.at == self.lexed.sentence_of(self.at).start
    }

    fn has_mark(&self, at: usize) -> bool {
        let token = self.lexed.tokens.get(at);
        token.is_some_and(|token| token.sort == Sort::Quote)
    }

    /// Whether quotation marks stand right before the words or right behind two of them.
    fn is_quoted(&self) -> bool {
        self.at > 0 && self.has_mark(self.at - 1) || self.has_mark(self.at + 2)
    }

    /// Whether the first word describes what follows, or hangs on what stands before.
    fn is_no_beginning(&self) -> bool {
        let (lexed, at) = (self.lexed, self.at);
        let before_given = self.length > 1 && given_like(lexed, at + 1);
        let describes = !self.given && self.language.describes(lexed, at, before_given);
        // «Жарлығымен Марат Омаров»: only the last word of a name carries a case
        let inflected = before_given
            && !self.given
            && self.habits.last_word_declines
            && !surname_like(self.first())
            && kazakh_ending(&self.first().lower) > 0;
        describes || inflected
    }

    /// «Исабаев Б.»
    fn surname_with_initials(&self) -> Option<Mention> {
        let fits = self.first_surname && self.length == 1;
        fits.then(|| surname_initials(self.lexed, self.at))
            .flatten()
    }

    /// «Исабаев Бейбіт», «Исабаев Бейбіт Өксікбайұлы».
    fn surname_and_given_name(&self) -> Option<Mention> {
        if !self.first_surname || self.length < 2 || self.is(1, surname_like) {
            return None;
        }
        let patronymic = self.is(2, patronymic_like);
        // «Исабаев Бейбіт Омаров»: the second begins a name of its own
        let given =
            given_like(self.lexed, self.at + 1) && (patronymic || !self.is(2, surname_like));
        (given || patronymic)
            .then(|| self.build_name(2 + usize::from(patronymic), NameSign::Surname))
    }

    /// «Болат аға Сейітов».
    fn given_name_and_honorific(&self) -> Option<Mention> {
        let next = self.lexed.tokens.get(self.at + 1);
        let unlisted = next.is_some_and(|next| next.text == "қажы");
        with_honorific(self.lexed, self.at, self.given || unlisted)
    }

    /// «Ирина Викторовна Швец», also in Kazakh: a Russian patronymic tells the words around it.
    fn given_name_patronymic_surname(&self) -> Option<Mention> {
        let russian = self.is(1, is_russian_patronymic);
        let telling = |t: &Token| surname_like(t) || russian && !means_else(t);
        let fits = self.is(1, patronymic_like)
            && self.is(2, telling)
            && (self.given || russian || unknown_given(self.lexed, self.at));
        fits.then(|| self.build_name(3, NameSign::Surname))
    }

    /// «Бейбіт Исабаев», «Бейбіт Исабаев Өксікбайұлы».
    fn given_name_and_surname(&self) -> Option<Mention> {
        let begins =
            self.given || is_tagged_person(self.first()) || unknown_given(self.lexed, self.at);
        if !begins || !self.is(1, |t| surname_like(t) || patronymic_like(t)) {
            return None;
        }
        let fathers = |t: &Token| is_fathers(&t.lower) || t.lower.ends_with("инична");
        let third = self.is(2, |t| patronymic_like(t) && !surname_like(t) || fathers(t))
            // «Ерлан Мұратұлы Досымбек»: a surname without a telling form
            || self.is(1, fathers)
                && self.is(2, |t| !means_else(t))
                && !before_place(self.lexed, self.at + 2);
        let by = match self.given {
            true => NameSign::List,
            false => NameSign::Surname,
        };
        Some(self.build_name(2 + usize::from(third), by))
    }

    /// Names without a telling form: the tagger's word.
    fn names_of_the_tagger(&self) -> Option<Mention> {
        let together = (0..self.length)
            .take_while(|by| self.is(*by, is_tagged_person))
            .count();
        let tag = self.first().tag.as_ref();
        let begins = tag.is_some_and(|(class, begins)| class == "PERSON" && *begins);
        if together < 2 || !begins {
            return None;
        }
        let goes_on = |t: &Token| t.tag.as_ref().is_some_and(|(_, begins)| !begins);
        let own = 1 + (1..together).take_while(|by| self.is(*by, goes_on)).count();
        let heads = Kinds::COUNTRY
            .with(Kinds::ORGANISATION_HEAD)
            .with(Kinds::LANDSCAPE_HEAD);
        let other = (0..own).any(|by| self.is(by, |t| t.kinds.any(heads)));
        (own >= 2 && !other).then(|| self.build_name(own.min(3), NameSign::Tagger))
    }

    /// A given name right behind a position.
    fn given_name_beside_position(&self) -> Option<Mention> {
        let listed = is_given(&self.first().lower) && !self.is(1, means_else);
        let beside = after_position(self.lexed, self.at)
            || self.habits.given_name_tells && (listed || !self.opens_sentence());
        let fits =
            self.given && self.length == 2 && beside && !self.is(1, |t| t.kinds.any(PHRASE_HEADS));
        fits.then(|| self.build_name(2, NameSign::List))
    }

    /// Two words of which one is a name of the list, and nothing else is known of the other.
    fn half_listed(&self) -> Option<Mention> {
        let first = self.first();
        // «Бекзат Нұртай», «Асқар Бөлтірік»
        let first_listed = || {
            is_given(&first.lower)
                && self.given
                && !means_else(first)
                && self.is(1, |t| !means_else(t) && t.kinds.heads() == Kinds::default())
        };
        // «қызылордалық Балмекен Амангелді»
        let second_listed = || {
            !self.opens_sentence()
                && first.kinds == Kinds::default()
                && kazakh_ending(&first.lower) == 0
                && self.is(1, |t| is_given(&t.lower) && !means_else(t))
        };
        let fits = self.length == 2
            && self.habits.half_listed_names
            && (first_listed() || second_listed())
            && !before_place(self.lexed, self.at + 1)
            && !self.is_quoted();
        fits.then(|| self.build_name(2, NameSign::List))
    }

    /// «министрі Саясат Нұрбек»: two unknown words right behind a position, or behind a name and «және».
    fn behind_position(&self) -> Option<Mention> {
        let places = Kinds::PLACE.with(Kinds::LANDSCAPE);
        let heads = PHRASE_HEADS
            .with(Kinds::PLACE)
            .with(Kinds::COUNTRY)
            .with(Kinds::POSITION_HEAD)
            .with(Kinds::EVENT_HEAD)
            .with(Kinds::PROJECT_HEAD);
        let fits = self.length == 2
            && (after_position(self.lexed, self.at) || self.joined)
            && unknown_given(self.lexed, self.at)
            && !self.is(0, |t| t.kinds.any(places))
            && !self.is(1, |t| t.kinds.any(heads));
        fits.then(|| self.build_name(2, NameSign::Surname))
    }

    /// «Ли Сергей – …» and «4. Қуанышбек Әсет – имам» in a list.
    fn in_list(&self) -> Option<Mention> {
        let (lexed, at) = (self.lexed, self.at);
        let begins = lexed.paragraphs[self.first().paragraph].tokens.start;
        let is_number = |token: &Token| token.text.starts_with(|c: char| c.is_numeric());
        let numbered = at == begins + 2
            && is_number(&lexed.tokens[begins])
            && matches!(lexed.tokens[begins + 1].sort, Sort::Sign('.' | ')'));
        let listed = (at == begins || numbered)
            && lexed
                .tokens
                .get(at + 2)
                .is_some_and(|t| t.sort == Sort::Dash || t.sort == Sort::Sign(','));
        if !listed || self.length != 2 {
            return None;
        }
        if given_like(lexed, at + 1) && !self.given && unknown_given(lexed, at) {
            let mut mention = self.build_name(2, NameSign::List);
            if mention.surname.as_deref() == Some(&lexed.tokens[at + 1].text) {
                (mention.given, mention.surname) = (mention.surname, mention.given);
                mention.surname_first = true;
            }
            return Some(mention);
        }
        let plain = (0..2).all(|by| self.is(by, |t| !means_else(t)));
        (numbered && plain).then(|| self.build_name(2, NameSign::Surname))
    }

    /// A bare surname, or a bare given name that is no office.
    fn alone(&self) -> Option<Mention> {
        let office = self.first().kinds.any(Kinds::POSITION_HEAD) && !self.first_surname;
        let fits = self.first_surname || self.given && self.length == 1 && !office;
        fits.then(|| self.build_name(1, NameSign::Surname))
    }
}

/// How many words of capitals begin at a token and stand side by side: four at most.
fn count_name_words(lexed: &Lexed, at: usize) -> usize {
    let mut end = at;
    while let Some(token) = lexed.tokens.get(end) {
        let beside = end == at
            || lexed.tokens[end - 1].end + 1 == token.start
                && token.sentence == lexed.tokens[at].sentence;
        let language = languages::at(lexed, end);
        if !(beside && is_name_word(token) && end < at + 4)
            || !language.may_stand_in_name(token, end == at)
            || token.text == "Ері"
            || language.is_adjective_of_place(lexed, end)
        {
            break;
        }
        end += 1;
    }
    end - at
}

/// «Исабай ауданына»: the word names a place, or what is called after it.
fn before_place(lexed: &Lexed, at: usize) -> bool {
    let next = lexed.tokens.get(at + 1);
    next.is_some_and(|next| {
        next.lower == "атындағы"
            || next.kinds.any(Kinds::PLACE_HEAD.with(Kinds::FACILITY_HEAD))
                && ["ауда", "облы", "қала", "ауыл", "кент", "округ"]
                    .iter()
                    .any(|head| next.lower.starts_with(head))
                && crate::cases::kazakh::without_possessive(
                    crate::cases::kazakh::without_case(&next.folded).unwrap_or(&next.folded),
                )
                .is_some()
    })
}

fn after_position(lexed: &Lexed, at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| lexed.tokens.get(before))
        .is_some_and(|token| {
            // «директоры болып тағайындалған Марал Ескендір»
            let came = ["тагаиындалган", "саиланган", "аткарган", "болган"];
            crate::reader::kk::words::is_position_head(token)
                || came.contains(&token.folded.as_str())
        })
}
