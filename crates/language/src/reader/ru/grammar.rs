//! The grammar of Russian.

use crate::gazetteer::{self, Kinds};
use crate::reader::found::{FoundOrganisation, FoundPlace, Phrase};
use crate::reader::grammar::{Grammar, Habits, NameAmong, NameParts, PartsAt};
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Token;
use crate::reader::ru::offices::{self, is_degree};
use crate::reader::ru::verbs::{is_verb, says};
use crate::reader::ru::{
    bodies, name_parts, name_words, organisation_name, organisation_of_position, organisations,
    places, positions,
};
use crate::word_list::{WordList, word_list};

pub(crate) struct Russian;

impl Grammar for Russian {
    fn habits(&self) -> Habits {
        Habits {
            tagged: false,
            last_word_declines: false,
            given_name_tells: true,
            half_listed_names: false,
            patronymic_is_no_surname: true,
            signature_lines: false,
            event_before_verb: false,
            verb_may_lead: true,
        }
    }

    fn positions(&self, lexed: &Lexed, name: &NameAmong<'_>) -> Vec<Phrase> {
        positions::positions_around(lexed, name)
    }

    fn is_office(&self, token: &Token) -> bool {
        token.all_kinds().any(Kinds::POSITION_HEAD) || is_degree(token)
    }

    fn main_noun(&self, _lexed: &Lexed, (first, _): Phrase) -> usize {
        first
    }

    fn is_of_several(&self, lexed: &Lexed, (first, last): Phrase) -> bool {
        offices::begins_in_plural(&lexed.tokens[first..=last])
    }

    fn noun_of_body(&self, (_, last): Phrase) -> usize {
        last
    }

    fn noun(&self, lower: &str) -> String {
        gazetteer::nominative_ru(lower).unwrap_or(lower).to_owned()
    }

    fn is_organisation_head(&self, lexed: &Lexed, at: usize) -> bool {
        bodies::is_head(lexed, at)
    }

    fn organisation_at(
        &self,
        lexed: &Lexed,
        at: usize,
        people: &[(usize, usize)],
    ) -> Option<FoundOrganisation> {
        organisations::organisation_at_noun(lexed, at, people)
    }

    fn organisation_in_position(&self, lexed: &Lexed, phrase: Phrase) -> Option<FoundOrganisation> {
        organisation_of_position::in_position(lexed, phrase)
    }

    fn organisations_inside(
        &self,
        lexed: &Lexed,
        whole: &FoundOrganisation,
    ) -> Vec<FoundOrganisation> {
        organisations::organisations_inside(lexed, whole)
    }

    fn heads_credit(&self, first: &Token) -> bool {
        // «пресс-служба акима», «прокуратура области»
        first.kinds.any(Kinds::ORGANISATION_HEAD) || first.folded.starts_with("служб")
    }

    fn organisation_name(&self, lexed: &Lexed, first: usize, last: usize) -> String {
        organisation_name::of_tokens(lexed, first, last)
    }

    fn begins_no_name(&self, token: &Token) -> bool {
        static POINTING: WordList = word_list!("ru/pointing-words");
        POINTING.has(&token.lower)
    }

    fn ends_no_name(&self, token: &Token) -> bool {
        organisations::ends_name(&token.lower) || matches!(token.lower.as_str(), "и" | "по")
    }

    fn breaks_name(&self, token: &Token) -> bool {
        is_verb(token)
    }

    fn place_at(&self, lexed: &Lexed, at: usize) -> Option<FoundPlace> {
        places::place_at(lexed, at)
    }

    fn place_name(&self, lexed: &Lexed, first: usize, last: usize) -> String {
        places::place_name(lexed, first, last)
    }

    fn is_given_name(&self, token: &Token) -> bool {
        name_words::is_given_name(token)
    }

    fn may_be_unknown_name(&self, token: &Token) -> bool {
        !name_words::is_function(&token.lower)
    }

    fn may_stand_in_name(&self, _token: &Token, _first: bool) -> bool {
        true
    }

    fn is_adjective_of_place(&self, lexed: &Lexed, at: usize) -> bool {
        name_words::is_adjective_of_place(lexed, at)
    }

    fn describes(&self, lexed: &Lexed, at: usize, before_given: bool) -> bool {
        let token = &lexed.tokens[at];
        let country = token.kinds.any(Kinds::COUNTRY) && !token.kinds.any(Kinds::GIVEN);
        country || name_words::is_bare_adjective(lexed, at) && !before_given
    }

    fn nominative_of(&self, lexed: &Lexed, parts: &PartsAt) -> NameParts {
        name_parts::nominative_of(lexed, parts)
    }

    fn signs_with_position(&self, _lexed: &Lexed, _name: usize, _line: usize) -> bool {
        false
    }

    fn says(&self, token: &Token) -> bool {
        says(token)
    }

    fn says_behind_quote(&self, token: &Token) -> bool {
        is_verb(token)
    }
}
