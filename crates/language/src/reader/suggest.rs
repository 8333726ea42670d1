//! Everything found, as suggestions.

use super::join::{self, Person};
use super::lex::Lexed;
use super::lexicon::Lexicon;
use super::people::{self, Mention};
use super::speakers::Cast;
use super::speech::{Acts, acts};
use super::{event, organisations, places, quotes, reasons};
use crate::party_key::party_key;
use crate::release::{self, Event, Named, Place, Quotation, Reason, Role, Span};
use std::collections::BTreeSet;

/// What a reading suggests beside its head.
#[derive(Default)]
pub(crate) struct Suggested {
    pub people: Vec<release::Person>,
    pub organisations: Vec<Named>,
    pub places: Vec<Place>,
    pub quotes: Vec<Quotation>,
    pub paraphrases: Vec<Quotation>,
    pub event: Option<Event>,
}

/// `year`: of the release.
pub(crate) fn all(
    lexed: &Lexed,
    title: &Lexed,
    credits: &[Span],
    lexicon: &Lexicon,
    year: Option<u32>,
) -> Suggested {
    let mut mentions = people::mentions(lexed, lexicon);
    let authors = with_credits(lexed, credits, lexicon, &mut mentions);
    let persons = join::people(lexed, &mentions);
    let quoted = quotes::find(lexed);
    let cast = Cast {
        lexed,
        mentions: &mentions,
        people: &persons,
        quotes: &quoted,
    };
    let (mut deeds, told) = cast.deeds();
    let names: Vec<(String, Vec<String>)> = persons
        .iter()
        .map(|person| join::names(person, &mentions))
        .collect();
    let from_title = deeds_of_title(title, &persons, lexicon);
    for (deed, more) in deeds.iter_mut().zip(from_title) {
        *deed = speakers_join(*deed, more);
    }
    let mut out = Suggested::default();
    for (quote, speaker) in quoted.iter().zip(cast.speakers()) {
        let beside = quote.after.clone();
        let beside = lexed.between(beside.start, beside.end.saturating_sub(1).max(beside.start));
        // without the comma and the dash that lead over from the quote
        let beside = beside.trim_start_matches(|c: char| !c.is_alphanumeric());
        if let Some((who, _)) = speaker {
            deeds[who].speaks = true;
        }
        out.quotes.push(Quotation {
            start: quote.start,
            end: quote.end,
            text: lexed.text(quote.start, quote.end),
            speaker: speaker.map(|(who, _)| names[who].0.clone()),
            why: speaker
                .map(|(_, by)| reasons::of_speaker(by, beside))
                .into_iter()
                .collect(),
        });
    }
    for (who, sentence) in told {
        let (Some(first), Some(last)) = (
            lexed.tokens.get(sentence.start),
            lexed.tokens.get(sentence.end - 1),
        ) else {
            continue;
        };
        out.paraphrases.push(Quotation {
            start: first.start,
            end: last.end,
            text: lexed.text(first.start, last.end),
            speaker: Some(names[who].0.clone()),
            why: Vec::new(),
        });
    }
    let found = all_organisations(lexed, credits, lexicon, &mentions, &persons);
    for (who, person) in persons.iter().enumerate() {
        let in_quotes = person.mentions.iter().all(|at| {
            quoted
                .iter()
                .any(|quote| (quote.first..=quote.last).contains(&mentions[*at].first))
        });
        let mut one = suggestion(
            lexed,
            &mentions,
            person,
            &names[who],
            deeds[who],
            in_quotes,
            &authors,
        );
        one.organisation = one.organisation.or_else(|| known_of(person, &found));
        out.people.push(one);
    }
    out.organisations = merge_organisations(lexed, &found);
    for (one, person) in out.people.iter_mut().zip(&persons) {
        if one.organisation.is_none() {
            one.organisation =
                organisations::named_before(lexed, &person.positions, &out.organisations);
        }
    }
    let spans: Vec<(usize, usize)> = persons
        .iter()
        .flat_map(|person| &person.mentions)
        .map(|at| (mentions[*at].first, mentions[*at].last))
        .collect();
    out.places = merge_places(lexed, &places::find(lexed, &spans));
    // «Жетісу» of «Жетісу университеті» names the university; «Жетісу облысы» is a place wherever it stands
    for place in &mut out.places {
        let organisations = &out.organisations;
        place.mentions.retain(|span| {
            span.text.contains(' ')
                || !organisations.iter().any(|named| {
                    named.mentions.iter().any(|whole| {
                        whole.start <= span.start
                            && span.end <= whole.end
                            && whole.text.chars().count() > span.text.chars().count()
                    })
                })
        });
    }
    out.places.retain(|place| !place.mentions.is_empty());
    out.event = what(lexed, title, &mentions, &out.places, lexicon, year);
    out
}

fn speakers_join(a: Acts, b: Acts) -> Acts {
    super::speakers::join(a, b)
}

/// People of credits and bylines: their mentions are added; the tokens at which they begin, with their role.
fn with_credits(
    lexed: &Lexed,
    credits: &[Span],
    lexicon: &Lexicon,
    mentions: &mut Vec<Mention>,
) -> Vec<(usize, Role)> {
    let mut roles = Vec::new();
    for credit in credits {
        let part = Lexed::new(&credit.text, None);
        for mut mention in people::of_credit(&part, lexicon) {
            let whole = mention.first == 0
                || part.is(mention.first - 1, ',')
                || part.is(mention.first - 1, '/');
            if whole && (mention.is_full() || !mention.initials.is_empty()) {
                let offset = lexed.token_at(credit.start);
                let own = part.tokens[mention.first].text.clone();
                mention.first += offset;
                mention.last += offset;
                // Beyond what is read of a long text, or cut otherwise there.
                let there = lexed.tokens.get(mention.first);
                if there.is_none_or(|token| token.text != own) || mention.last >= lexed.tokens.len()
                {
                    continue;
                }
                roles.push((mention.first, Role::Photographer));
                mentions.push(mention);
            }
        }
    }
    mentions.sort_by_key(|mention| mention.first);
    for mention in mentions.iter() {
        let start = mention.first;
        let paragraph = &lexed.paragraphs[lexed.tokens[start].paragraph].tokens;
        let label: String = lexed.tokens[paragraph.start..start]
            .iter()
            .map(|token| token.folded.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let role = match label.trim_end_matches([':', ' ', '-']) {
            "автор"
            | "авторы"
            | "матин"
            | "матиннин авторы"
            | "текст"
            | "автор текста"
            | "avtor" => Some(Role::Author),
            "аударган" | "перевод" | "перевела" | "перевел" | "аудармашы" => {
                Some(Role::Translator)
            }
            // A name alone on the last line, or with its position, signs the article.
            _ if paragraph.end == lexed.tokens.len()
                && mention.last + 1 == paragraph.end
                && start > paragraph.start
                && super::position_kk::before(lexed, start, paragraph.start)
                    .first()
                    .is_some_and(|(first, _)| *first == paragraph.start)
                && !lexed.is_russian(start) =>
            {
                Some(Role::Author)
            }
            "" if paragraph.end == lexed.tokens.len()
                && mention.last + 1
                    >= paragraph.end - usize::from(lexed.is(paragraph.end - 1, '.')) =>
            {
                Some(Role::Author)
            }
            _ => None,
        };
        roles.extend(role.map(|role| (start, role)));
    }
    roles
}

fn suggestion(
    lexed: &Lexed,
    mentions: &[Mention],
    person: &Person,
    (name, variants): &(String, Vec<String>),
    deed: Acts,
    in_quotes: bool,
    authors: &[(usize, Role)],
) -> release::Person {
    let positions: Vec<String> = person
        .positions
        .iter()
        .map(|(a, b)| lexed.between(*a, *b))
        .collect();
    let organisation = person
        .positions
        .iter()
        .find_map(|phrase| organisations::of_position(lexed, *phrase));
    let mut roles = BTreeSet::new();
    let signs: Vec<Role> = person
        .mentions
        .iter()
        .flat_map(|at| {
            authors
                .iter()
                .filter(|(first, _)| *first == mentions[*at].first)
        })
        .map(|(_, role)| *role)
        .collect();
    roles.extend(signs.iter().copied());
    let moderator = positions
        .iter()
        .any(|text| crate::fold::fold(text).starts_with("модератор"));
    roles.extend(deed.hosts.then_some(Role::Host));
    roles.extend((deed.moderates || moderator).then_some(Role::Moderator));
    roles.extend(deed.speaks.then_some(Role::Speaker));
    roles.extend((deed.attends && !deed.speaks).then_some(Role::Participant));
    if roles.is_empty() {
        let subject = person.mentions.iter().any(|at| !mentions[*at].inflected);
        roles.insert(if in_quotes || !subject {
            Role::Mentioned
        } else {
            Role::Participant
        });
    }
    let mut why: Vec<Reason> = person
        .mentions
        .first()
        .map(|at| reasons::of_mention(lexed, &mentions[*at]))
        .into_iter()
        .collect();
    why.extend(
        positions
            .first()
            .map(|text| Reason::PositionBeside { text: text.clone() }),
    );
    why.extend(
        variants
            .iter()
            .map(|text| Reason::ShortForm { text: text.clone() }),
    );
    let spans = person.mentions.iter().map(|at| {
        let (first, last) = (
            &lexed.tokens[mentions[*at].first],
            &lexed.tokens[mentions[*at].last],
        );
        Span {
            start: first.start,
            end: last.end,
            text: lexed.text(first.start, last.end),
        }
    });
    release::Person {
        name: name.clone(),
        variants: variants.clone(),
        honorary_titles: positions
            .iter()
            .filter(|text| is_honour(text))
            .cloned()
            .collect(),
        positions,
        organisation: organisation.map(|found| found.name),
        roles: roles.into_iter().collect(),
        mentions: spans.collect(),
        why,
    }
}

/// «ЖУ ректоры»: an organisation that the archive knows by that abbreviation.
fn known_of(person: &Person, organisations: &[organisations::Found]) -> Option<String> {
    let inside = |one: &&organisations::Found| {
        one.by == organisations::By::Record
            && person
                .positions
                .iter()
                .any(|(a, b)| (*a..=*b).contains(&one.first))
    };
    organisations
        .iter()
        .find(inside)
        .map(|one| one.name.clone())
}

/// Titles that are awarded, not held.
fn is_honour(position: &str) -> bool {
    let folded = crate::fold::fold(position);
    let words = [
        "халык артис",
        "халык актис",
        "енбек сингир",
        "енбек синир",
        "курметти азамат",
        "еңбек ері",
        "енбек ери",
        "халык каһарман",
        "лауреат",
        "кавалер",
        "заслуженн",
        "народный артист",
        "народная артист",
        "почетный",
        "почетная",
        "почетного",
        "курметти кызметкер",
        "сыилыгынын иегер",
    ];
    words
        .iter()
        .any(|word| folded.contains(&crate::fold::fold(word)))
}

/// What the title says that its people did.
fn deeds_of_title(title: &Lexed, persons: &[Person], lexicon: &Lexicon) -> Vec<Acts> {
    let mut deeds = vec![Acts::default(); persons.len()];
    let named = people::mentions(title, lexicon);
    for (at, mention) in named.iter().enumerate() {
        let key = |word: &Option<String>| word.as_deref().map(crate::name::name_key);
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
            deeds[*who] = acts(title, mention.last + 1..next);
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
) -> Vec<organisations::Found> {
    let spans: Vec<(usize, usize)> = mentions
        .iter()
        .filter(|mention| !join::is_namesake(lexed, mention))
        .map(|mention| (mention.first, mention.last))
        .collect();
    let mut found: Vec<organisations::Found> = persons
        .iter()
        .flat_map(|person| &person.positions)
        .filter_map(|phrase| organisations::of_position(lexed, *phrase))
        .collect();
    let known = lexicon
        .organisations(lexed)
        .into_iter()
        .filter(|one| !spans.contains(&(one.first, one.last)));
    for one in known.chain(organisations::find(lexed, &spans)) {
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
        let russian = lexed.tokens.get(first).is_some_and(|token| {
            ["пресс-служб", "служб"]
                .iter()
                .any(|word| token.folded.starts_with(word))
        });
        let person = mentions.iter().any(|mention| {
            (first..=last).contains(&mention.first) && !join::is_namesake(lexed, mention)
        });
        if (head || russian) && last > first && last < lexed.tokens.len() && !person {
            found.push(organisations::Found {
                first,
                last,
                name: credit.text.clone(),
                by: organisations::By::Credit,
            });
        }
    }
    found.sort_by_key(|one| (one.first, std::cmp::Reverse(one.last)));
    found
}

/// One suggestion an organisation: a shorter form whose words the longer name has is its variant.
fn merge_organisations(lexed: &Lexed, found: &[organisations::Found]) -> Vec<Named> {
    let mut merged: Vec<(BTreeSet<String>, Named)> = Vec::new();
    let mut order: Vec<&organisations::Found> = found.iter().collect();
    order.sort_by_key(|one| std::cmp::Reverse(one.name.chars().count()));
    for one in order {
        let key: BTreeSet<String> = party_key(&one.name).split(' ').map(str::to_owned).collect();
        let (start, end) = (lexed.tokens[one.first].start, lexed.tokens[one.last].end);
        let span = Span {
            start,
            end,
            text: lexed.text(start, end),
        };
        let telling = key.len() > 1 || one.name.contains(['«', '"', '“']);
        let same = merged.iter_mut().find(|(own, named)| {
            *own == key || telling && key.is_subset(own) && shares_head(&named.name, &one.name)
        });
        match same {
            Some((own, named)) => {
                if *own != key && !named.variants.contains(&one.name) {
                    named.variants.push(one.name.clone());
                }
                named.mentions.push(span);
            }
            None => merged.push((
                key,
                Named {
                    name: one.name.clone(),
                    variants: Vec::new(),
                    mentions: vec![span],
                    why: vec![reasons::of_organisation(lexed, one)],
                },
            )),
        }
    }
    let mut named: Vec<Named> = merged.into_iter().map(|(_, named)| named).collect();
    for one in &mut named {
        one.mentions.sort_by_key(|span| span.start);
        one.mentions.dedup();
    }
    named.sort_by_key(|one| one.mentions.first().map(|span| span.start));
    named
}

/// «"Ерлік" бірлестігі» is «"Ерлік" қоғамдық бірлестігі»; «облыстық мәслихат» is no part of another's name.
fn shares_head(long: &str, short: &str) -> bool {
    let last = |name: &str| party_key(name.split_whitespace().last().unwrap_or_default());
    last(long) == last(short) && short.contains(['«', '"', '“'])
}

fn merge_places(lexed: &Lexed, found: &[places::Found]) -> Vec<Place> {
    let mut merged: Vec<(String, Place)> = Vec::new();
    for one in found {
        let key = party_key(&one.name);
        let (start, end) = (lexed.tokens[one.first].start, lexed.tokens[one.last].end);
        let text = lexed.text(start, end);
        let span = Span {
            start,
            end,
            text: text.clone(),
        };
        match merged.iter_mut().find(|(own, _)| *own == key) {
            Some((_, place)) => place.mentions.push(span),
            None => {
                let why = if one.tagged {
                    Reason::Tagger { text }
                } else if one.last > one.first {
                    Reason::HeadNoun { text }
                } else {
                    Reason::Listed { text }
                };
                merged.push((
                    key,
                    Place {
                        name: one.name.clone(),
                        mentions: vec![span],
                        why: vec![why],
                    },
                ));
            }
        }
    }
    merged.into_iter().map(|(_, place)| place).collect()
}

fn what(
    lexed: &Lexed,
    title: &Lexed,
    mentions: &[Mention],
    places: &[Place],
    lexicon: &Lexicon,
    year: Option<u32>,
) -> Option<Event> {
    let name = event::name(title, &people::mentions(title, lexicon))
        .or_else(|| event::name(lexed, mentions))?;
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
        date: crate::date::day_of(&lexed.text(0, first), year),
        place: place.map(|place| place.name.clone()),
    })
}

/// The locative: «Талдықорғанда», «Көксу ауданында».
fn ends_in_place(text: &str) -> bool {
    ["да", "де", "та", "те"]
        .iter()
        .any(|ending| text.ends_with(ending))
}
