//! Everything found, as suggestions.

use crate::reader::found::OrganisationSign;
use crate::reader::found::{FoundOrganisation, FoundPlace};
use crate::reader::languages;
use crate::reader::learned::{
    Amended, Learned, SuggestionKind, amend, grounds_of, roles_of, say_how_sure,
};
use crate::reader::lex::lexed::Lexed;
use crate::reader::lexicon::Lexicon;
use crate::reader::likely::Grounds;
use crate::reader::merge::{merge_organisations, merge_places};
use crate::reader::organisations::finder as organisations;
use crate::reader::organisations::of_position as organisation_of_position;
use crate::reader::people::bylines::with_credits;
use crate::reader::people::join::{self, Person};
use crate::reader::people::names::{self as people, Mention};
use crate::reader::people::namesakes;
use crate::reader::people::suggestion::{known_of, roles_by_rules, signed_as, suggest_person};
use crate::reader::speech::acts::{Acts, acts_in};
use crate::reader::speech::deeds;
use crate::reader::speech::quotes;
use crate::reader::speech::quotes::Quote;
use crate::reader::speech::speakers::Cast;
use crate::reader::speech::speakers::SpeakerSign;
use crate::reader::table_heads::find_table_heads;
use crate::reader::understood::{Suggested, Understood};
use crate::reader::{event, places, reasons};
use crate::release::{self, Event, Named, Place, Quotation, Span};
use std::ops::Range;

/// Who is named in a body, what each did, what is said and by whom: by the grammar, amended by what was learnt.
pub(crate) fn understand_body(
    lexed: &Lexed,
    title: &Lexed,
    credits: &[Span],
    lexicon: &Lexicon,
    learned: Option<&Learned>,
) -> Understood {
    let found = understand_by_rules(lexed, title, credits, lexicon);
    match learned {
        Some(learned) => understand_amended(lexed, title, lexicon, found, learned),
        None => found,
    }
}

/// The same by the grammar alone.
pub(crate) fn understand_by_rules(
    lexed: &Lexed,
    title: &Lexed,
    credits: &[Span],
    lexicon: &Lexicon,
) -> Understood {
    let mut mentions = people::find_names(lexed, lexicon);
    let table_heads = find_table_heads(lexed);
    let is_in_head = |at: &usize| table_heads.iter().any(|head| head.contains(at));
    mentions.retain(|mention| !is_in_head(&mention.first) && !is_in_head(&mention.last));
    let authors = with_credits(lexed, credits, lexicon, &mut mentions);
    let persons = join::join_people(lexed, &mentions);
    let quotes = quotes::find_quotes(lexed);
    let mut organisations = all_organisations(lexed, credits, lexicon, &mentions, &persons);
    organisations.retain(|one| !is_in_head(&one.first) && !is_in_head(&one.last));
    Understood {
        places: places::find_places(lexed, &names_of_people(&mentions, &persons)),
        mentions,
        authors,
        persons,
        quotes,
        organisations,
        ..Understood::default()
    }
    .with_speech(lexed, title, lexicon, None)
}

/// The same with what was learnt laid over what the rules found.
fn understand_amended(
    lexed: &Lexed,
    title: &Lexed,
    lexicon: &Lexicon,
    found: Understood,
    learned: &Learned,
) -> Understood {
    let habits = lexicon.habits();
    let mut amended = amend(lexed, &found, learned);
    habits.amend_positions(lexed, &amended.mentions, &mut amended.positions);
    let known = habits.find_places(lexed, |first, last| {
        languages::at(lexed, last).place_name(lexed, first, last)
    });
    add_places(&mut amended, known);
    let is_left_out = |mention: &Mention| {
        let name = mention.name();
        lexicon.leaves_out(SuggestionKind::Person, &name)
    };
    let meant: Vec<usize> = (0..amended.mentions.len())
        .filter(|at| !is_left_out(&amended.mentions[*at]))
        .collect();
    let persons = join::join_meant(lexed, &amended.mentions, &amended.positions, &meant);
    Understood {
        mentions: amended.mentions,
        persons,
        quotes: amended.quotes,
        organisations: amended.organisations,
        places: amended.places,
        likely: amended.likely,
        authors: found.authors,
        ..Understood::default()
    }
    .with_speech(lexed, title, lexicon, Some(learned))
}

impl Understood {
    /// With who speaks, and what each did.
    fn with_speech(
        self,
        lexed: &Lexed,
        title: &Lexed,
        lexicon: &Lexicon,
        learned: Option<&Learned>,
    ) -> Understood {
        let cast = Cast::new(lexed, &self.mentions, &self.persons, &self.quotes);
        let (mut deeds, told) = cast.deeds();
        let from_title = deeds_of_title(title, &self.persons, lexicon);
        for (deed, more) in deeds.iter_mut().zip(from_title) {
            *deed = deeds::join_acts(*deed, more);
        }
        let mut likely = self.likely;
        let speakers = match learned {
            Some(learned) => {
                let (speakers, sure) = learned.speakers(&cast);
                likely.speakers = sure;
                speakers
            }
            None => cast.speakers(),
        };
        for (who, _) in speakers.iter().flatten() {
            deeds[*who].speaks = true;
        }
        Understood {
            deeds,
            told,
            speakers,
            likely,
            ..self
        }
    }
}

/// What is suggested of a body that is understood. `year`: of the release.
pub(crate) fn suggest_all(
    lexed: &Lexed,
    title: &Lexed,
    understood: &Understood,
    lexicon: &Lexicon,
    learned: Option<&Learned>,
    year: Option<u32>,
) -> Suggested {
    let organisations = merge_organisations(lexed, &understood.organisations);
    let names: Vec<(String, Vec<String>)> = understood
        .persons
        .iter()
        .map(|person| join::names_of(person, &understood.mentions))
        .collect();
    let places = suggest_places(lexed, understood, &organisations);
    let event = what(lexed, title, &understood.mentions, &places, lexicon, year);
    let mut suggested = Suggested {
        people: suggest_people(
            lexed,
            &title.chars.iter().collect::<String>(),
            learned.is_some(),
            understood,
            &names,
            &organisations,
        ),
        quotes: suggest_quotes(lexed, understood, &names),
        paraphrases: suggest_paraphrases(lexed, understood, &names),
        organisations,
        places,
        event,
        grounds: Grounds::default(),
    };
    if let Some(learned) = learned {
        suggested.grounds = grounds_of(&suggested, lexed, understood);
        say_how_sure(&mut suggested, &learned.calibrations);
        let on_record = |kind, name: &str| lexicon.has_on_record(kind, name);
        lexicon.habits().apply_refusals(&mut suggested, on_record);
    }
    suggested
}

/// Adds the places that the archive knows, where nothing else was found.
fn add_places(amended: &mut Amended, known: Vec<FoundPlace>) {
    let stands = |place: &FoundPlace, (first, last): (usize, usize)| {
        first <= place.last && place.first <= last
    };
    for place in known {
        let places = amended.places.iter().map(|own| (own.first, own.last));
        let names = amended.mentions.iter().map(|own| (own.first, own.last));
        let bodies = amended
            .organisations
            .iter()
            .map(|own| (own.first, own.last));
        if !places
            .chain(names)
            .chain(bodies)
            .any(|own| stands(&place, own))
        {
            amended.places.push(place);
        }
    }
    amended.places.sort_by_key(|one| one.first);
}

fn suggest_people(
    lexed: &Lexed,
    title: &str,
    learned: bool,
    understood: &Understood,
    names: &[(String, Vec<String>)],
    organisations: &[Named],
) -> Vec<release::Person> {
    let mentions = &understood.mentions;
    let cast = Cast::new(lexed, mentions, &understood.persons, &understood.quotes);
    let suggested = |(who, person): (usize, &Person)| {
        let rules = roles_of_rules(lexed, understood, who);
        let signs = !signed_as(person, mentions, &understood.authors).is_empty();
        let roles = match learned {
            true if !signs => roles_of(&cast, title, understood, who, &rules),
            _ => rules,
        };
        let mut one = suggest_person(lexed, mentions, person, &names[who], roles);
        one.organisation = one
            .organisation
            .or_else(|| known_of(person, &understood.organisations))
            .or_else(|| {
                organisation_of_position::named_before(lexed, &person.positions, organisations)
            });
        one
    };
    understood
        .persons
        .iter()
        .enumerate()
        .map(suggested)
        .collect()
}

/// What a person of the text did, by the grammar alone.
pub(crate) fn roles_of_rules(
    lexed: &Lexed,
    understood: &Understood,
    who: usize,
) -> Vec<release::Role> {
    roles_by_rules(
        lexed,
        &understood.mentions,
        &understood.persons[who],
        understood.deeds[who],
        &understood.quotes,
        &understood.authors,
    )
}

fn suggest_quotes(
    lexed: &Lexed,
    understood: &Understood,
    names: &[(String, Vec<String>)],
) -> Vec<Quotation> {
    let suggested = |(quote, speaker): (&Quote, &Option<(usize, SpeakerSign)>)| {
        let beside = quote.after.clone();
        let beside = lexed.between(beside.start, beside.end.saturating_sub(1).max(beside.start));
        // without the comma and the dash that lead over from the quote
        let beside = beside.trim_start_matches(|c: char| !c.is_alphanumeric());
        Quotation {
            start: quote.start,
            end: quote.end,
            text: lexed.text(quote.start, quote.end),
            speaker: speaker.map(|(who, _)| names[who].0.clone()),
            confidence: 0.0,
            certain: false,
            speaker_confidence: 0.0,
            speaker_certain: false,
            why: speaker
                .map(|(_, by)| reasons::of_speaker(by, beside))
                .into_iter()
                .collect(),
        }
    };
    let quotes = understood.quotes.iter().zip(&understood.speakers);
    quotes.map(suggested).collect()
}

fn suggest_paraphrases(
    lexed: &Lexed,
    understood: &Understood,
    names: &[(String, Vec<String>)],
) -> Vec<Quotation> {
    let suggested = |(who, sentence): &(usize, Range<usize>)| {
        let first = lexed.tokens.get(sentence.start)?;
        let last = lexed.tokens.get(sentence.end - 1)?;
        Some(Quotation {
            start: first.start,
            end: last.end,
            text: lexed.text(first.start, last.end),
            speaker: Some(names[*who].0.clone()),
            confidence: 0.0,
            certain: false,
            speaker_confidence: 0.0,
            speaker_certain: false,
            why: Vec::new(),
        })
    };
    understood.told.iter().filter_map(suggested).collect()
}

/// First and last tokens of the names of people.
fn names_of_people(mentions: &[Mention], persons: &[Person]) -> Vec<(usize, usize)> {
    let own = persons.iter().flat_map(|person| &person.mentions);
    own.map(|at| (mentions[*at].first, mentions[*at].last))
        .collect()
}

/// The places, without those that only lie in a longer organisation's name: «Жетісу» of «Жетісу университеті» names
/// the university; «Жетісу облысы» is a place wherever it stands.
fn suggest_places(lexed: &Lexed, understood: &Understood, organisations: &[Named]) -> Vec<Place> {
    let mut places = merge_places(lexed, &understood.places);
    let is_part = |span: &Span| {
        let mut names = organisations.iter().flat_map(|named| &named.mentions);
        names.any(|whole| {
            whole.start <= span.start
                && span.end <= whole.end
                && whole.text.chars().count() > span.text.chars().count()
        })
    };
    for place in &mut places {
        place
            .mentions
            .retain(|span| span.text.contains(' ') || !is_part(span));
    }
    places.retain(|place| !place.mentions.is_empty());
    places
}

/// What the title says that its people did.
fn deeds_of_title(title: &Lexed, persons: &[Person], lexicon: &Lexicon) -> Vec<Acts> {
    let mut deeds = vec![Acts::default(); persons.len()];
    let named = people::find_names(title, lexicon);
    for (at, mention) in named.iter().enumerate() {
        let key = |word: &Option<String>| word.as_deref().map(crate::names::name_key::name_key);
        let fits = |person: &Person| {
            key(&person.surname) == key(&mention.surname)
                && mention.surname.is_some()
                && (mention.given.is_none() || key(&person.given) == key(&mention.given))
        };
        let who: Vec<usize> = (0..persons.len())
            .filter(|who| fits(&persons[*who]))
            .collect();
        let next = named
            .get(at + 1)
            .map_or(title.tokens.len(), |next| next.first);
        if let ([who], false) = (&who[..], mention.inflected) {
            deeds[*who] = acts_in(title, mention.last + 1..next);
        }
    }
    deeds
}

fn all_organisations(
    lexed: &Lexed,
    credits: &[Span],
    lexicon: &Lexicon,
    mentions: &[Mention],
    persons: &[Person],
) -> Vec<FoundOrganisation> {
    let spans: Vec<(usize, usize)> = mentions
        .iter()
        .filter(|mention| !namesakes::is_namesake(lexed, mention))
        .map(|mention| (mention.first, mention.last))
        .collect();
    let mut found: Vec<FoundOrganisation> = persons
        .iter()
        .flat_map(|person| &person.positions)
        .filter_map(|phrase| organisation_of_position::of_position(lexed, *phrase))
        .collect();
    let known = lexicon
        .organisations(lexed)
        .into_iter()
        .filter(|one| !spans.contains(&(one.first, one.last)));
    for one in known.chain(organisations::find_organisations(lexed, &spans)) {
        if !found
            .iter()
            .any(|other| other.first <= one.last && one.first <= other.last)
        {
            found.push(one);
        }
    }
    for credit in credits {
        let first = lexed.token_at(credit.start);
        let last = lexed.token_at(credit.end.saturating_sub(1));
        let head = lexed
            .tokens
            .get(last)
            .is_some_and(|token| token.kinds.any(crate::gazetteer::Kinds::ORGANISATION_HEAD));
        let opening = lexed.tokens.get(first);
        let leads = opening.is_some_and(|token| languages::at(lexed, first).heads_credit(token));
        let person = mentions.iter().any(|mention| {
            (first..=last).contains(&mention.first) && !namesakes::is_namesake(lexed, mention)
        });
        if (head || leads) && last > first && last < lexed.tokens.len() && !person {
            found.push(FoundOrganisation {
                first,
                last,
                name: credit.text.clone(),
                by: OrganisationSign::Credit,
            });
        }
    }
    let inner: Vec<_> = found
        .iter()
        .flat_map(|one| languages::at(lexed, one.first).organisations_inside(lexed, one))
        .collect();
    found.extend(inner);
    found.sort_by_key(|one| (one.first, std::cmp::Reverse(one.last)));
    found
}

fn what(
    lexed: &Lexed,
    title: &Lexed,
    mentions: &[Mention],
    places: &[Place],
    lexicon: &Lexicon,
    year: Option<u32>,
) -> Option<Event> {
    let name = event::event_name(title, &people::find_names(title, lexicon))
        .or_else(|| event::event_name(lexed, mentions))?;
    let first = lexed
        .paragraphs
        .first()
        .map_or(0, |paragraph| lexed.tokens[paragraph.tokens.end - 1].end);
    let place = places.iter().find(|place| {
        place
            .mentions
            .iter()
            .any(|span| span.start < first && ends_in_place(&span.text))
    });
    Some(Event {
        name,
        date: crate::lines::date::day_of(&lexed.text(0, first), year),
        place: place.map(|place| place.name.clone()),
    })
}

/// The locative: «Талдықорғанда», «Көксу ауданында».
fn ends_in_place(text: &str) -> bool {
    ["да", "де", "та", "те"]
        .iter()
        .any(|ending| text.ends_with(ending))
}
