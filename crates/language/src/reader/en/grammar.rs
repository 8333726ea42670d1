//! The grammar of English. What it has no rule for is read as Kazakh is: English text of this country prints Kazakh
//! names and nouns.

use crate::reader::en::phrases;
use crate::reader::found::{FoundOrganisation, FoundPlace, Phrase};
use crate::reader::grammar::{Grammar, Habits, NameAmong, NameParts, PartsAt};
use crate::reader::kk::grammar::Kazakh;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Token;

pub(crate) struct English;

impl Grammar for English {
    fn habits(&self) -> Habits {
        Kazakh.habits()
    }

    fn positions(&self, lexed: &Lexed, name: &NameAmong<'_>) -> Vec<Phrase> {
        let mut found = phrases::positions_before(lexed, name.mention().first, name.floor);
        found.extend(phrases::positions_behind(lexed, name.mention().last));
        found
    }

    fn is_office(&self, token: &Token) -> bool {
        Kazakh.is_office(token)
    }

    fn main_noun(&self, lexed: &Lexed, phrase: Phrase) -> usize {
        head_of(lexed, phrase)
    }

    fn is_of_several(&self, lexed: &Lexed, phrase: Phrase) -> bool {
        let word = lexed.tokens[head_of(lexed, phrase)].text.to_lowercase();
        word.len() > 3 && word.ends_with('s') && !word.ends_with("ss")
    }

    fn noun_of_body(&self, phrase: Phrase) -> usize {
        Kazakh.noun_of_body(phrase)
    }

    fn noun(&self, lower: &str) -> String {
        Kazakh.noun(lower)
    }

    fn is_organisation_head(&self, lexed: &Lexed, at: usize) -> bool {
        Kazakh.is_organisation_head(lexed, at)
    }

    fn organisation_at(
        &self,
        lexed: &Lexed,
        at: usize,
        people: &[(usize, usize)],
    ) -> Option<FoundOrganisation> {
        phrases::organisation_around(lexed, at, people)
    }

    fn organisation_in_position(&self, lexed: &Lexed, phrase: Phrase) -> Option<FoundOrganisation> {
        Kazakh.organisation_in_position(lexed, phrase)
    }

    fn organisation_name(&self, lexed: &Lexed, first: usize, last: usize) -> String {
        lexed.between(first, last)
    }

    fn place_at(&self, lexed: &Lexed, at: usize) -> Option<FoundPlace> {
        Kazakh.place_at(lexed, at)
    }

    fn place_name(&self, lexed: &Lexed, first: usize, last: usize) -> String {
        lexed.between(first, last)
    }

    fn is_given_name(&self, token: &Token) -> bool {
        Kazakh.is_given_name(token)
    }

    fn may_be_unknown_name(&self, token: &Token) -> bool {
        Kazakh.may_be_unknown_name(token)
    }

    fn may_stand_in_name(&self, token: &Token, first: bool) -> bool {
        !phrases::is_common(token) && Kazakh.may_stand_in_name(token, first)
    }

    fn ends_title(&self, next: &Token) -> bool {
        // «Eurasian Water Fund», «Zhetisu Region»
        next.capital && phrases::is_common(next)
    }

    /// English has no cases but the possessive.
    fn nominative_of(&self, lexed: &Lexed, parts: &PartsAt) -> NameParts {
        let own = |by: Option<usize>| {
            let word = parts.text(lexed, by)?;
            let bare = ["’s", "'s", "`s", "’", "'"]
                .iter()
                .find_map(|ending| word.strip_suffix(ending));
            Some(bare.map_or_else(|| word.clone(), str::to_owned))
        };
        NameParts {
            given: own(parts.given),
            surname: own(parts.surname),
            patronymic: own(parts.patronymic.filter(|by| Some(*by) != parts.surname)),
            ..NameParts::default()
        }
    }

    fn signs_with_position(&self, lexed: &Lexed, name: usize, line: usize) -> bool {
        Kazakh.signs_with_position(lexed, name, line)
    }

    fn tells(&self, folded: &str) -> bool {
        Kazakh.tells(folded)
    }

    fn introduces(&self, token: &Token) -> bool {
        Kazakh.introduces(token)
    }
}

/// The noun of a phrase: its last word before «of», «for» and the like.
fn head_of(lexed: &Lexed, (first, last): Phrase) -> usize {
    let joins = |at: &usize| {
        matches!(
            lexed.tokens[*at].text.as_str(),
            "of" | "for" | "at" | "in" | "on" | "to" | "with" | ","
        )
    };
    (first..=last)
        .take_while(|at| !joins(at))
        .last()
        .unwrap_or(last)
}
