//! What the grammar understood, amended by what was learnt.

use crate::cases::kazakh::is_bare_case;
use crate::reader::found::{FoundOrganisation, FoundPlace, OrganisationSign, Phrase};
use crate::reader::grammar::PartsAt;
use crate::reader::kk::places::names_no_place;
use crate::reader::languages;
use crate::reader::learned::bounds::without_strangers;
use crate::reader::learned::clues::clues_of;
use crate::reader::learned::found_before::FoundBefore;
use crate::reader::learned::layers::{Layer, Learned, Span};
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::likely::{Held, Likely};
use crate::reader::organisations::of_position::of_position;
use crate::reader::people::initials::with_initials_set;
use crate::reader::people::mention::{Mention, NameSign};
use crate::reader::people::name_parts::build_name;
use crate::reader::people::namesakes::is_namesake;
use crate::reader::speech::interview::interview_of;
use crate::reader::speech::quotes::{Quote, parted_by_attribution, quote_of};
use crate::reader::understood::Understood;
use std::ops::Range;

/// What is amended: everything else follows from it.
pub(crate) struct Amended {
    pub mentions: Vec<Mention>,
    /// The positions of each mention.
    pub positions: Vec<Vec<Phrase>>,
    pub quotes: Vec<Quote>,
    pub organisations: Vec<FoundOrganisation>,
    pub places: Vec<FoundPlace>,
    pub likely: Likely,
}

/// Lays what was learnt over what the grammar found.
pub(crate) fn amend(lexed: &Lexed, found: &Understood, learned: &Learned) -> Amended {
    let scores = learned.score(&clues_of(lexed, &FoundBefore::of(lexed, found)));
    let mut cast = learned.spans(Layer::Cast, lexed, &scores);
    cast.retain_mut(|span| !span.class.starts_with("OFFICE") || keep_within_bounds(lexed, span));
    let mut bodies = apart_from_names(lexed, learned.spans(Layer::Bodies, lexed, &scores), &cast);
    bodies.retain_mut(|body| {
        body.last = without_ending(lexed, body);
        keep_within_bounds(lexed, body)
    });
    let speech = learned.spans(Layer::Speech, lexed, &scores);
    let mentions = mentions_of(lexed, found, &cast);
    let mut positions = positions_of(lexed, &mentions, &cast);
    for (mention, own) in mentions.iter().zip(&mut positions) {
        if own.is_empty() && is_in_row(lexed, &cast, mention.first) {
            let line = lexed.tokens[mention.first].paragraph;
            let offices = found.persons.iter().flat_map(|person| &person.positions);
            own.extend(offices.filter(|(first, _)| lexed.tokens[*first].paragraph == line));
        }
    }
    let mut likely = Likely::default();
    let of = |span: &Span<'_>, agreed: bool| Held {
        likely: span.likely,
        agreed,
    };
    for span in &cast {
        let whole = (span.first, span.last);
        if span.class == "PERSON" {
            let agreed = found
                .mentions
                .iter()
                .any(|own| (own.first, own.last) == whole);
            likely.names.insert(whole, of(span, agreed));
        } else {
            let mut offices = found.persons.iter().flat_map(|person| &person.positions);
            likely
                .offices
                .insert(whole, of(span, offices.any(|own| *own == whole)));
        }
    }
    for span in &bodies {
        let whole = (span.first, span.last);
        if span.class == "BODY" {
            let agreed = found
                .organisations
                .iter()
                .any(|own| (own.first, own.last) == whole);
            likely.bodies.insert(whole, of(span, agreed));
        } else {
            let agreed = found
                .places
                .iter()
                .any(|own| (own.first, own.last) == whole);
            likely.places.insert(whole, of(span, agreed));
        }
    }
    let quotes = quotes_of(lexed, found, &speech);
    likely.quotes = quotes.iter().map(|(_, held)| *held).collect();
    let quotes = quotes.into_iter().map(|(quote, _)| quote).collect();
    Amended {
        organisations: organisations_of(lexed, found, &bodies, &positions),
        places: places_of(lexed, found, &bodies, &mentions),
        likely,
        mentions,
        positions,
        quotes,
    }
}

/// What is said, by what was learnt; in an interview by its lines, of which each is asked or answered as a whole.
fn quotes_of(lexed: &Lexed, found: &Understood, speech: &[Span<'_>]) -> Vec<(Quote, Held)> {
    let interview = interview_of(lexed).unwrap_or_default();
    let is_in = |turns: &[Range<usize>], at: usize| turns.iter().any(|turn| turn.contains(&at));
    let mut quotes: Vec<(Quote, Held)> = Vec::new();
    for span in speech {
        if is_in(&interview.asked, span.first) || is_in(&interview.answered, span.first) {
            continue;
        }
        let Some(whole) = quote_of(lexed, span.first, span.last) else {
            continue;
        };
        let mut parts = parted_by_attribution(lexed, whole.first, whole.last + 1, whole.before);
        if parts.len() < 2 {
            parts = vec![whole];
        }
        quotes.extend(parts.into_iter().map(|part| {
            let same = |own: &Quote| (own.first, own.last) == (part.first, part.last);
            let agreed = found.quotes.iter().any(same);
            let likely = span.likely;
            (part, Held { likely, agreed })
        }));
    }
    for turn in &interview.answered {
        let last = turn.end - 1;
        let own = speech.iter().find(|span| turn.contains(&span.first));
        let held = Held {
            likely: own.map_or(0.0, |span| span.likely),
            agreed: own.is_some_and(|span| span.last + 1 >= last),
        };
        let quote = Quote::between(lexed, turn.start..=last, turn.start - 1, last);
        quotes.push((quote, held));
    }
    quotes.sort_by_key(|(quote, _)| quote.start);
    quotes
}

/// Leaves out what is no part of a name or an office; whether something stays.
fn keep_within_bounds(lexed: &Lexed, span: &mut Span<'_>) -> bool {
    match without_strangers(lexed, span.first, span.last) {
        Some((first, last)) => {
            (span.first, span.last) = (first, last);
            true
        }
        None => false,
    }
}

/// Bodies without the names of people that stand right behind them: «University of Leicester Andrew Pemberton».
fn apart_from_names<'m>(lexed: &Lexed, bodies: Vec<Span<'m>>, cast: &[Span<'_>]) -> Vec<Span<'m>> {
    let is_person = |span: &&Span<'_>| span.class == "PERSON";
    let apart = |mut body: Span<'m>| {
        for name in cast.iter().filter(is_person) {
            if body.first < name.first && name.first <= body.last && body.last <= name.last {
                body.last = name.first - 1;
            } else if name.first <= body.first && body.last <= name.last {
                return None;
            }
        }
        let is_word = |at: &usize| lexed.tokens[*at].sort == Sort::Word;
        (body.first..=body.last)
            .any(|at| is_word(&at))
            .then_some(body)
    };
    bodies.into_iter().filter_map(apart).collect()
}

/// The last token of a body's name, without the ending behind its quotation mark: «Бұлақ»тың.
fn without_ending(lexed: &Lexed, body: &Span<'_>) -> usize {
    let hangs = body.last > body.first
        && lexed.tokens[body.last - 1].sort == Sort::Quote
        && lexed.tokens[body.last - 1].end == lexed.tokens[body.last].start
        && is_bare_case(&lexed.tokens[body.last].folded);
    body.last - usize::from(hangs)
}

/// The names that were learnt; those who sign and those on record stay as the grammar found them.
fn mentions_of(lexed: &Lexed, found: &Understood, cast: &[Span<'_>]) -> Vec<Mention> {
    let stays = |mention: &&Mention| {
        let signs = found
            .authors
            .iter()
            .any(|(first, _)| *first == mention.first);
        let namesake = is_namesake(lexed, mention)
            || cast.iter().any(|span| {
                span.class == "NAMESAKE" && span.first <= mention.last && mention.first <= span.last
            });
        signs
            || mention.by == NameSign::Record && !namesake
            || is_in_row(lexed, cast, mention.first)
    };
    let mut mentions: Vec<Mention> = found.mentions.iter().filter(stays).cloned().collect();
    for span in cast.iter().filter(|span| span.class == "PERSON") {
        let overlaps = |other: &Mention| other.first <= span.last && span.first <= other.last;
        if mentions.iter().any(overlaps) {
            continue;
        }
        let same = found
            .mentions
            .iter()
            .find(|mention| (mention.first, mention.last) == (span.first, span.last));
        let mention = same
            .cloned()
            .or_else(|| name_of(lexed, span.first, span.last));
        mentions.extend(mention);
    }
    mentions.sort_by_key(|mention| mention.first);
    mentions
}

/// Whether a token stands in the row of a table in which no name was learnt: the grammar knows a row by its cells.
fn is_in_row(lexed: &Lexed, cast: &[Span<'_>], at: usize) -> bool {
    let line = lexed.tokens[at].paragraph;
    let of_line = |at: &usize| lexed.tokens[*at].paragraph == line;
    let is_tab = |at: usize| lexed.chars.get(lexed.tokens[at].start) == Some(&'\t');
    let is_name = |span: &Span<'_>| span.class == "PERSON" && of_line(&span.first);
    let before = (0..at).rev().take_while(of_line);
    let behind = (at..lexed.tokens.len()).take_while(of_line);
    !cast.iter().any(is_name) && before.chain(behind).any(is_tab)
}

/// A name made of these tokens: words, with initials on one side.
fn name_of(lexed: &Lexed, first: usize, last: usize) -> Option<Mention> {
    let is_initial = |at: &usize| lexed.tokens[*at].sort == Sort::Initial;
    let leading = (first..=last).take_while(is_initial).count();
    let trailing = (first..=last).rev().take_while(is_initial).count();
    let words = first + leading..(last + 1).saturating_sub(trailing);
    // a rank or a noun in small letters is no part of a name
    let small = words
        .clone()
        .take_while(|at| !lexed.tokens[*at].capital)
        .count();
    let words = words.start + small..words.end;
    if words.is_empty() || words.len() > 5 {
        return None;
    }
    let mut mention = build_name(lexed, words.start, words.len(), NameSign::Learned);
    if words.len() > 2 && mention.name().split(' ').count() < words.len() {
        // «Халид бин Салман әл-Харби», «Ким Сон Хо»: what has no place in the scheme of names stays where it is
        let last = build_name(lexed, words.end - 1, 1, NameSign::Learned);
        let before: Vec<String> = (words.start..words.end - 1)
            .map(|at| given_with(lexed, at, words.end - 1))
            .collect();
        mention.given = Some(before.join(" "));
        mention.patronymic = None;
        mention.surname = last.surname.or(last.given);
        mention.surname_first = false;
    }
    let initials = if leading > 0 {
        first..first + leading
    } else {
        last + 1 - trailing..last + 1
    };
    Some(if initials.is_empty() {
        mention
    } else {
        with_initials_set(lexed, mention, initials)
    })
}

/// One of the given names before a surname, in the nominative; a word in small letters («бин», «да») as it is.
fn given_with(lexed: &Lexed, at: usize, surname: usize) -> String {
    let token = &lexed.tokens[at];
    let parts = PartsAt {
        first: at,
        length: surname - at + 1,
        given: Some(0),
        patronymic: None,
        surname: Some(surname - at),
    };
    let own = || languages::at(lexed, at).nominative_of(lexed, &parts).given;
    let given = token.capital.then(own).flatten();
    given.unwrap_or_else(|| token.text.clone())
}

/// The positions of each mention: those before it, those behind it, those that it shares.
fn positions_of(lexed: &Lexed, mentions: &[Mention], cast: &[Span<'_>]) -> Vec<Vec<Phrase>> {
    let mut positions = vec![Vec::new(); mentions.len()];
    let offices: Vec<&Span<'_>> = cast
        .iter()
        .filter(|span| span.class.starts_with("OFFICE"))
        .collect();
    for (number, office) in offices.iter().enumerate() {
        let line = lexed.tokens[office.first].paragraph;
        let near = |mention: &&Mention| lexed.tokens[mention.first].paragraph == line;
        let phrase = (office.first, office.last);
        let ahead = mentions.partition_point(|mention| mention.first <= office.last);
        match office.class {
            "OFFICE-BEHIND" => {
                let holder = ahead.checked_sub(1);
                if let Some(holder) = holder.filter(|at| near(&&mentions[*at])) {
                    positions[holder].push(phrase);
                }
            }
            "OFFICE-SHARED" => {
                let end = offices
                    .get(number + 1)
                    .map_or(lexed.tokens.len(), |next| next.first);
                let sentence = lexed.sentence_of(office.first).end;
                for (at, mention) in mentions.iter().enumerate().skip(ahead) {
                    if mention.first >= end.min(sentence) {
                        break;
                    }
                    positions[at].push(phrase);
                }
            }
            _ => {
                if mentions.get(ahead).filter(near).is_none() {
                    continue;
                }
                let shared = languages::at(lexed, office.first).is_of_several(lexed, phrase);
                let holders = if shared {
                    list_of_names(lexed, mentions, ahead)
                } else {
                    1
                };
                for own in &mut positions[ahead..ahead + holders] {
                    own.push(phrase);
                }
            }
        }
    }
    positions
}

/// How many names stand one behind the other, with commas or «and» between.
fn list_of_names(lexed: &Lexed, mentions: &[Mention], first: usize) -> usize {
    let follows = |pair: &&[Mention]| {
        let between = lexed
            .tokens
            .get(pair[0].last + 1..pair[1].first)
            .unwrap_or_default();
        between.len() <= 2
            && between.iter().all(|token| {
                token.sort == Sort::Sign(',')
                    || matches!(
                        token.lower.as_str(),
                        "және" | "мен" | "бен" | "пен" | "и" | "and"
                    )
                    || token.text == "and"
            })
    };
    1 + mentions[first..].windows(2).take_while(follows).count()
}

/// The bodies that were learnt, and those that an office names in which nothing was learnt; those on record and those of
/// credits stay as the grammar found them.
fn organisations_of(
    lexed: &Lexed,
    found: &Understood,
    bodies: &[Span<'_>],
    offices: &[Vec<Phrase>],
) -> Vec<FoundOrganisation> {
    let mut organisations: Vec<FoundOrganisation> = found
        .organisations
        .iter()
        .filter(|one| matches!(one.by, OrganisationSign::Record | OrganisationSign::Credit))
        .cloned()
        .collect();
    for span in bodies.iter().filter(|span| span.class == "BODY") {
        let overlaps =
            |other: &FoundOrganisation| other.first <= span.last && span.first <= other.last;
        if organisations.iter().any(overlaps) {
            continue;
        }
        let same = found
            .organisations
            .iter()
            .find(|one| (one.first, one.last) == (span.first, span.last));
        organisations.push(same.cloned().unwrap_or_else(|| FoundOrganisation {
            first: span.first,
            last: span.last,
            name: languages::at(lexed, span.last).organisation_name(lexed, span.first, span.last),
            by: OrganisationSign::Learned,
        }));
    }
    for phrase in offices.iter().flatten() {
        let inside = |one: &FoundOrganisation| one.first <= phrase.1 && phrase.0 <= one.last;
        if !organisations.iter().any(inside) {
            organisations.extend(of_position(lexed, *phrase));
        }
    }
    organisations.sort_by_key(|one| (one.first, std::cmp::Reverse(one.last)));
    organisations
}

/// The places that were learnt, and those that the grammar found where nothing else was learnt: what stands inside the
/// name of a body or in an office is a place too, though learning has seen it marked as the longer thing only.
fn places_of(
    lexed: &Lexed,
    found: &Understood,
    bodies: &[Span<'_>],
    names: &[Mention],
) -> Vec<FoundPlace> {
    let learnt = || bodies.iter().filter(|span| span.class == "PLACE");
    let named = learnt().map(|span| {
        let same = found
            .places
            .iter()
            .find(|one| (one.first, one.last) == (span.first, span.last));
        same.cloned().unwrap_or_else(|| FoundPlace {
            first: span.first,
            last: span.last,
            name: languages::at(lexed, span.last).place_name(lexed, span.first, span.last),
            tagged: true,
        })
    });
    let apart = |one: &&FoundPlace| {
        !learnt().any(|span| span.first <= one.last && one.first <= span.last)
            && !names
                .iter()
                .any(|name| name.first <= one.last && one.first <= name.last)
    };
    let mut places: Vec<FoundPlace> = named.filter(|place| !names_no_place(&place.name)).collect();
    places.extend(found.places.iter().filter(apart).cloned());
    places.sort_by_key(|one| one.first);
    places
}
