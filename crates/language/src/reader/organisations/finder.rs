//! Organisations: by their head nouns, by the lists and by the tagger.

use crate::gazetteer::Kinds;
use crate::reader::found::FoundOrganisation;
use crate::reader::found::OrganisationSign;
use crate::reader::kk::nominative::nominative;
use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::marks::closes;
use crate::reader::organisations::words::BODIES;

/// Every organisation of the body outside positions. `people` are the tokens of names, first and last.
pub(crate) fn find_organisations(
    lexed: &Lexed,
    people: &[(usize, usize)],
) -> Vec<FoundOrganisation> {
    let mut found: Vec<FoundOrganisation> = Vec::new();
    for at in 0..lexed.tokens.len() {
        let token = &lexed.tokens[at];
        if lexed
            .paragraphs
            .get(token.paragraph)
            .is_some_and(|p| p.credit)
            || token.sort != Sort::Word
        {
            continue;
        }
        let Some(one) = organisation_at(lexed, at, people) else {
            continue;
        };
        // «Жетісу облысы әкімдігінің баспасөз қызметі»: the longer name takes the shorter.
        found.retain(|other| other.first < one.first || other.last > one.last);
        if !found
            .iter()
            .any(|other| other.first <= one.first && other.last >= one.last)
        {
            found.push(one);
        }
    }
    // «Архив и общество»: a title, not an organisation.
    found.retain(|one| {
        let quoted = one.first > 0
            && lexed.tokens[one.first - 1].sort == Sort::Quote
            && closes(lexed, one.last + 1);
        one.by != OrganisationSign::Head || !quoted
    });
    for (first, last) in spans_of_tagger(lexed) {
        let overlaps = found
            .iter()
            .any(|other| other.first <= last && other.last >= first);
        let quoted =
            first > 0 && lexed.tokens[first - 1].sort == Sort::Quote && closes(lexed, last + 1);
        let several = last > first;
        let telling = lexed.tokens[first..=last].iter().any(|t| t.capital);
        if !overlaps
            && telling
            && (quoted || several && languages::at(lexed, last).is_organisation_head(lexed, last))
            && !people.iter().any(|(a, b)| *a <= last && *b >= first)
        {
            found.push(FoundOrganisation {
                first,
                last,
                name: nominative(lexed, first, last),
                by: OrganisationSign::Tagger,
            });
        }
    }
    found
}

/// The organisation whose telling noun stands at a token, by the grammar of the paragraph's language.
pub(crate) fn organisation_at(
    lexed: &Lexed,
    at: usize,
    people: &[(usize, usize)],
) -> Option<FoundOrganisation> {
    let one = languages::at(lexed, at)
        .organisation_at(lexed, at, people)
        .or_else(|| languages::of_latin_word(lexed, at)?.organisation_at(lexed, at, people));
    one.or_else(|| body_of_one_word(lexed, at))
}

fn spans_of_tagger(lexed: &Lexed) -> Vec<(usize, usize)> {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for (at, token) in lexed.tokens.iter().enumerate() {
        match &token.tag {
            Some((class, true)) if class == "ORGANISATION" => spans.push((at, at)),
            Some((class, false)) if class == "ORGANISATION" => {
                if let Some(last) = spans.last_mut().filter(|last| last.1 + 1 == at) {
                    last.1 = at;
                }
            }
            _ => {}
        }
    }
    spans
}

/// «Парламент», «БҰҰ», «AMANAT».
fn body_of_one_word(lexed: &Lexed, at: usize) -> Option<FoundOrganisation> {
    let token = &lexed.tokens[at];
    let letters = token.text.split(['-', '‑']).next().unwrap_or_default();
    let abbreviation = letters.chars().count() > 1
        && letters.chars().all(char::is_uppercase)
        && token.kinds.any(Kinds::ORGANISATION)
        && !token.kinds.any(Kinds::ORGANISATION_HEAD);
    let known = token.capital && (BODIES.has(&token.stem) || BODIES.has(&token.folded));
    // «Мәжіліс барысында»: a meeting
    let meeting = token.folded.starts_with("мажилис") && at == lexed.sentence_of(at).start;
    let known = known && !meeting;
    // «Парламент депутаты» is a position, and found there; «Сенат сайлауы» is none.
    (abbreviation || known).then(|| FoundOrganisation {
        first: at,
        last: at,
        name: nominative(lexed, at, at),
        by: OrganisationSign::List,
    })
}
