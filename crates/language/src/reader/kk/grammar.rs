//! The grammar of Kazakh.

use crate::cases::stem::stem_kk;
use crate::gazetteer::Kinds;
use crate::reader::found::{FoundOrganisation, FoundPlace, Phrase};
use crate::reader::grammar::{Grammar, Habits, NameAmong, NameParts, PartsAt};
use crate::reader::kk::nominative::nominative;
use crate::reader::kk::words::{Class, is_plural, is_position_head};
use crate::reader::kk::{
    bodies, name_parts, organisation_of_position, organisations, places, position_appointed,
    position_behind, position_shared, positions,
};
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Token;
use crate::reader::people::name_words::{is_listed_given, surname_like};

/// Kazakh, and what no language was told of.
pub(crate) struct Kazakh;

impl Grammar for Kazakh {
    fn habits(&self) -> Habits {
        Habits {
            tagged: true,
            last_word_declines: true,
            given_name_tells: false,
            half_listed_names: true,
            patronymic_is_no_surname: false,
            signature_lines: true,
            event_before_verb: true,
            verb_may_lead: false,
        }
    }

    fn positions(&self, lexed: &Lexed, name: &NameAmong<'_>) -> Vec<Phrase> {
        let mention = name.mention();
        let mut found = positions::positions_before(lexed, mention.first, name.floor);
        if !mention.inflected {
            found.extend(position_behind::positions_behind(
                lexed,
                mention.last,
                name.starts,
            ));
        }
        if found.is_empty() {
            found.extend(position_appointed::holding(
                lexed,
                mention.first,
                name.floor,
            ));
        }
        found.extend(position_appointed::appointed(
            lexed,
            mention.last,
            name.starts,
        ));
        if found.is_empty() {
            found.extend(position_shared::position_of_several_names(
                lexed,
                name.mentions,
                name.at,
            ));
        }
        found.extend(position_appointed::appointed_ahead(
            lexed,
            mention.first,
            mention.last,
            name.floor,
        ));
        found.dedup();
        found
    }

    fn is_office(&self, token: &Token) -> bool {
        is_position_head(token)
    }

    fn main_noun(&self, _lexed: &Lexed, (_, last): Phrase) -> usize {
        last
    }

    fn is_of_several(&self, lexed: &Lexed, (_, last): Phrase) -> bool {
        lexed.tokens.get(last).is_some_and(is_plural)
    }

    fn noun_of_body(&self, (first, _): Phrase) -> usize {
        first
    }

    fn noun(&self, lower: &str) -> String {
        stem_kk(lower)
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
            .or_else(|| organisations::organisation_by_letters(lexed, at, people))
    }

    fn organisation_in_position(&self, lexed: &Lexed, phrase: Phrase) -> Option<FoundOrganisation> {
        organisation_of_position::in_position(lexed, phrase)
    }

    fn organisation_name(&self, lexed: &Lexed, first: usize, last: usize) -> String {
        nominative(lexed, first, last)
    }

    fn begins_no_name(&self, token: &Token) -> bool {
        matches!(Class::of(token), Class::Stop | Class::And)
    }

    fn place_at(&self, lexed: &Lexed, at: usize) -> Option<FoundPlace> {
        places::place_at(lexed, at)
    }

    fn place_name(&self, lexed: &Lexed, first: usize, last: usize) -> String {
        places::place_name(lexed, first, last)
    }

    fn is_given_name(&self, token: &Token) -> bool {
        is_listed_given(token)
    }

    fn may_be_unknown_name(&self, token: &Token) -> bool {
        Class::of(token) == Class::Bare
    }

    fn may_stand_in_name(&self, token: &Token, first: bool) -> bool {
        // «Қайрат Омар Қауымдастықтың хатшысына»: a body behind the name is no part of it
        let body = token
            .kinds
            .any(Kinds::ORGANISATION_HEAD.with(Kinds::EVENT_HEAD))
            && !token.kinds.any(Kinds::GIVEN)
            && !surname_like(token);
        first || !body
    }

    fn nominative_of(&self, lexed: &Lexed, parts: &PartsAt) -> NameParts {
        name_parts::nominative_of(lexed, parts)
    }

    fn signs_with_position(&self, lexed: &Lexed, name: usize, line: usize) -> bool {
        positions::positions_before(lexed, name, line)
            .first()
            .is_some_and(|(first, _)| *first == line)
    }

    fn tells(&self, folded: &str) -> bool {
        crate::reader::kk::verbs::tells(folded)
    }

    fn introduces(&self, token: &Token) -> bool {
        is_position_head(token)
    }
}
