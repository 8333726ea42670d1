//! What a language has to say when a paragraph is read: everything that differs between them stands behind this.

use crate::cases::russian::Cases;
use crate::reader::found::{FoundOrganisation, FoundPlace, Phrase};
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Token;
use crate::reader::people::mention::Mention;

/// The grammar of one language. Positions of tokens are places in [`Lexed::tokens`].
pub(crate) trait Grammar: Sync {
    /// What the language does or does not do.
    fn habits(&self) -> Habits;

    /// The positions printed with a name.
    fn positions(&self, lexed: &Lexed, name: &NameAmong<'_>) -> Vec<Phrase>;

    /// Whether a noun names an office, a rank or a trade that one may be meant by.
    fn is_office(&self, token: &Token) -> bool;

    /// Where the main noun of a position stands.
    fn main_noun(&self, lexed: &Lexed, phrase: Phrase) -> usize;

    /// Whether a position is one of several people: «депутаттары», «профессиональные медиаторы».
    fn is_of_several(&self, lexed: &Lexed, phrase: Phrase) -> bool;

    /// Where the noun of a body stands in a position that names none besides: «мәслихат хатшысы», «руководитель
    /// управления».
    fn noun_of_body(&self, phrase: Phrase) -> usize;

    /// The noun, given in small letters, without its ending: to compare, never to show.
    fn noun(&self, lower: &str) -> String;

    /// Whether a word is the noun of a body.
    fn is_organisation_head(&self, lexed: &Lexed, at: usize) -> bool;

    /// The organisation whose telling noun stands at a token. `people`: first and last tokens of names.
    fn organisation_at(
        &self,
        lexed: &Lexed,
        at: usize,
        people: &[(usize, usize)],
    ) -> Option<FoundOrganisation>;

    /// The organisation inside a position of more than one word.
    fn organisation_in_position(&self, lexed: &Lexed, phrase: Phrase) -> Option<FoundOrganisation>;

    /// Organisations inside the name of a longer one.
    fn organisations_inside(
        &self,
        _lexed: &Lexed,
        _whole: &FoundOrganisation,
    ) -> Vec<FoundOrganisation> {
        Vec::new()
    }

    /// Whether the tokens of a photo credit name a body whose noun comes first.
    fn heads_credit(&self, _first: &Token) -> bool {
        false
    }

    /// The name of an organisation that these tokens make, in the nominative.
    fn organisation_name(&self, lexed: &Lexed, first: usize, last: usize) -> String;

    /// Whether a word in small letters begins neither a body's name nor an office: a conjunction, a word that points.
    fn begins_no_name(&self, _token: &Token) -> bool {
        false
    }

    /// Whether a word in small letters ends no body's name: a conjunction, a preposition.
    fn ends_no_name(&self, _token: &Token) -> bool {
        false
    }

    /// Whether a word stands in no name of a body, as it is a verb.
    fn breaks_name(&self, _token: &Token) -> bool {
        false
    }

    /// The place whose name begins at a token.
    fn place_at(&self, lexed: &Lexed, at: usize) -> Option<FoundPlace>;

    /// The name of a place that these tokens make, in the nominative.
    fn place_name(&self, lexed: &Lexed, first: usize, last: usize) -> String;

    /// Whether a word is a given name by the lists and by its form.
    fn is_given_name(&self, token: &Token) -> bool;

    /// Whether a word that nothing is known of may be a given name.
    fn may_be_unknown_name(&self, token: &Token) -> bool;

    /// Whether a word of a capital may be part of a name; `first`: as its first word.
    fn may_stand_in_name(&self, token: &Token, first: bool) -> bool;

    /// Whether the word behind words of capitals makes them a title or a body's name.
    fn ends_title(&self, _next: &Token) -> bool {
        false
    }

    /// Whether a word of a capital is the adjective of a place, with the place's noun behind it.
    fn is_adjective_of_place(&self, _lexed: &Lexed, _at: usize) -> bool {
        false
    }

    /// Whether a word of a capital that is no given name stands for a country or describes something.
    fn describes(&self, _lexed: &Lexed, _at: usize, _before_given: bool) -> bool {
        false
    }

    /// A name's parts in the nominative, with what its case tells.
    fn nominative_of(&self, lexed: &Lexed, parts: &PartsAt) -> NameParts;

    /// Whether a position stands in front of a name from the beginning of its line on.
    fn signs_with_position(&self, lexed: &Lexed, name: usize, line: usize) -> bool;

    /// Whether a word says, by a verb of this language alone.
    fn says(&self, _token: &Token) -> bool {
        false
    }

    /// Whether a word tells of a speech where no quote stands.
    fn tells(&self, _folded: &str) -> bool {
        false
    }

    /// Whether a word right behind what is quoted says so, whatever it means elsewhere.
    fn says_behind_quote(&self, _token: &Token) -> bool {
        false
    }

    /// Whether a word before a colon is the position of who speaks behind it.
    fn introduces(&self, _token: &Token) -> bool {
        false
    }
}

/// What a language does or does not do.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Habits {
    /// The tagger learned it.
    pub tagged: bool,
    /// Only the last word of a name carries a case.
    pub last_word_declines: bool,
    /// A given name of the lists makes a name of the word behind it, wherever it stands.
    pub given_name_tells: bool,
    /// Two words may be a name of which only one is on a list.
    pub half_listed_names: bool,
    /// Who is addressed by given name and patronymic has a surname elsewhere.
    pub patronymic_is_no_surname: bool,
    /// A line with only a name in capitals, or with a comma behind it, signs the text.
    pub signature_lines: bool,
    /// An event is named before its verb.
    pub event_before_verb: bool,
    /// The verb may stand in front of who does it; else a relative clause does.
    pub verb_may_lead: bool,
}

/// A name among those of its text.
pub(crate) struct NameAmong<'a> {
    pub mentions: &'a [Mention],
    /// Its place in `mentions`.
    pub at: usize,
    /// Behind the last name in full before it.
    pub floor: usize,
    /// Where the next names begin.
    pub starts: &'a [usize],
}

impl NameAmong<'_> {
    pub fn mention(&self) -> &Mention {
        &self.mentions[self.at]
    }
}

/// Which words of a name are which, counted from its first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PartsAt {
    /// The token of the name's first word.
    pub first: usize,
    pub length: usize,
    pub given: Option<usize>,
    pub patronymic: Option<usize>,
    pub surname: Option<usize>,
}

impl PartsAt {
    /// The text of one of the words.
    pub fn text(&self, lexed: &Lexed, by: Option<usize>) -> Option<String> {
        by.map(|by| lexed.tokens[self.first + by].text.clone())
    }
}

/// A name's parts in the nominative.
#[derive(Debug, Clone, Default)]
pub(crate) struct NameParts {
    pub given: Option<String>,
    pub patronymic: Option<String>,
    pub surname: Option<String>,
    /// The cases in which it may stand; none where that is not known.
    pub cases: Cases,
    /// Whether it stands in a case that no subject has.
    pub inflected: bool,
}
