//! Who of a text's people says what: each candidate is weighed by where and how the text names them around the quote.

use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::people::join::Person;
use crate::reader::speech::acts::speaks_at;
use crate::reader::speech::speakers::{Cast, SpeakerSign};
use crate::weights::hash_of;
use std::collections::BTreeSet;
use std::ops::Range;

/// What is known of a quote before anybody is weighed for it.
struct Around<'c, 'a> {
    cast: &'c Cast<'a>,
    /// Where an attribution may stand behind it.
    after: Range<usize>,
    /// The sentence before it, as far as it.
    sentence: Range<usize>,
    /// The paragraph before it.
    line: Range<usize>,
    first: usize,
    /// In a few words: whether somebody is said to speak behind it, is named there, a colon before it, how it opens.
    manner: String,
    pronoun: bool,
    /// The stems of the words behind it.
    words: BTreeSet<&'a str>,
    /// The nouns of the sentence and of the paragraph before it, outside other quotes.
    nouns: [BTreeSet<String>; 2],
    /// Whether a woman or a man is said to speak.
    gender: Option<char>,
    rules: Option<(usize, SpeakerSign)>,
    /// Who leads what somebody behind it is said to lead: «деді өңір басшысы».
    head: Option<usize>,
    /// The person named last before it, and last as a subject.
    last: Option<usize>,
    last_subject: Option<usize>,
    /// The speaker of the quote before it, and how far that lies back in paragraphs.
    previous: Option<(usize, usize)>,
    named_between: bool,
}

/// The clues of each candidate for a quote: nobody first, then each person. `found`: the speakers of the quotes before.
pub(crate) fn candidates(
    cast: &Cast<'_>,
    number: usize,
    rules: Option<(usize, SpeakerSign)>,
    found: &[Option<usize>],
) -> Vec<Vec<u32>> {
    let around = Around::of(cast, number, rules, found);
    let mut all = vec![around.nobody()];
    all.extend((0..cast.people.len()).map(|who| around.person(who)));
    all
}

impl<'c, 'a> Around<'c, 'a> {
    fn of(
        cast: &'c Cast<'a>,
        number: usize,
        rules: Option<(usize, SpeakerSign)>,
        found: &[Option<usize>],
    ) -> Around<'c, 'a> {
        let lexed = cast.lexed;
        let quote = &cast.quotes[number];
        let paragraph = lexed.tokens[quote.first].paragraph;
        let is_word = |at: usize| {
            lexed
                .tokens
                .get(at)
                .is_some_and(|token| token.sort == Sort::Word)
        };
        let mut after = quote.after.start..quote.after.end.min(lexed.tokens.len());
        if let Some(next) = after.clone().find(|at| cast.in_quote(*at)) {
            after.end = next;
        }
        let own_end = lexed.tokens[quote.last].paragraph;
        if !after.clone().any(is_word)
            && let Some(next) = lexed.paragraphs.get(own_end + 1)
            && (next.tokens.start..next.tokens.end.min(next.tokens.start + 5))
                .any(|at| speaks_at(lexed, at))
        {
            after = next.tokens.clone();
        }
        let before = quote.before.map_or(quote.first, |before| before + 1);
        let sentence = match quote.before {
            Some(before) => lexed.sentence_of(before).start..before + 1,
            None => 0..0,
        };
        let line = lexed.paragraphs[paragraph].tokens.start..before;
        let says = after.clone().any(|at| speaks_at(lexed, at))
            || after
                .clone()
                .find(|at| is_word(*at))
                .is_some_and(|at| languages::at(lexed, at).says_behind_quote(&lexed.tokens[at]));
        let named = |range: &Range<usize>| {
            (0..cast.mentions.len())
                .any(|at| range.contains(&cast.mentions[at].first) && cast.who(at).is_some())
        };
        let colon = quote.before.is_some_and(|before| lexed.is(before, ':'));
        let opens = match lexed
            .tokens
            .get(quote.first.wrapping_sub(1))
            .map(|token| token.sort)
        {
            Some(Sort::Quote) => "q",
            Some(Sort::Dash) => "d",
            _ => "n",
        };
        let manner = format!(
            "{}{}{}{opens}",
            u8::from(says),
            u8::from(named(&after)),
            u8::from(colon)
        );
        let pronoun = after.clone().any(|at| {
            matches!(
                lexed.tokens[at].lower.as_str(),
                "ол" | "он" | "она" | "һе" | "шхе" | "оның" | "онда"
            ) || matches!(lexed.tokens[at].text.to_lowercase().as_str(), "he" | "she")
        });
        let words = after
            .clone()
            .filter(|at| is_word(*at))
            .map(|at| lexed.tokens[at].stem.as_str())
            .filter(|stem| stem.chars().count() > 3)
            .collect();
        let head = after.clone().find_map(|at| cast.by_office(at));
        let nouns = [&sentence, &line].map(|range| nouns_in(cast, range.clone()));
        let gender = gender_said(lexed, after.clone().chain(sentence.clone()));
        let mut earlier = (0..cast.mentions.len())
            .rev()
            .filter(|at| {
                cast.mentions[*at].last < quote.first && !cast.in_quote(cast.mentions[*at].first)
            })
            .filter_map(|at| Some((at, cast.who(at)?)));
        let mut later = earlier.clone();
        let last = earlier.next().map(|(_, who)| who);
        let last_subject = later
            .find(|(at, _)| !cast.mentions[*at].inflected)
            .map(|(_, who)| who);
        let previous = number.checked_sub(1).and_then(|before| {
            let gap = paragraph.checked_sub(lexed.tokens[cast.quotes[before].last].paragraph)?;
            Some(((*found.get(before)?)?, gap))
        });
        let named_between = number
            .checked_sub(1)
            .is_some_and(|other| named(&(cast.quotes[other].after.end..quote.first)));
        Around {
            cast,
            after,
            sentence,
            line,
            first: quote.first,
            manner,
            pronoun,
            words,
            nouns,
            gender,
            rules,
            head,
            last,
            last_subject,
            previous,
            named_between,
        }
    }

    fn nobody(&self) -> Vec<u32> {
        let people = self.cast.people.len().min(4).to_string();
        let office = self
            .after
            .clone()
            .any(|at| languages::at(self.cast.lexed, at).is_office(&self.cast.lexed.tokens[at]));
        let office = if office { "office" } else { "none" };
        let rules = if self.rules.is_some() {
            "somebody"
        } else {
            "nobody"
        };
        let previous = self
            .previous
            .map_or("none".to_owned(), |(_, gap)| gap.min(2).to_string());
        vec![
            hash_of(200, &["nobody"]),
            hash_of(201, &[&self.manner]),
            hash_of(202, &[&people]),
            hash_of(203, &[office, &self.manner]),
            hash_of(204, &[rules, &self.manner]),
            hash_of(205, &[&previous, &self.manner]),
        ]
    }

    fn person(&self, who: usize) -> Vec<u32> {
        let cast = self.cast;
        let lexed = cast.lexed;
        let person = &cast.people[who];
        let manner = self.manner.as_str();
        let mut clues = vec![hash_of(210, &[])];
        let mut add = |template: u8, parts: &[&str]| clues.push(hash_of(template, parts));
        let outside: Vec<usize> = person
            .mentions
            .iter()
            .copied()
            .filter(|at| !cast.in_quote(cast.mentions[*at].first))
            .collect();
        let in_range = |range: &Range<usize>| {
            outside
                .iter()
                .copied()
                .filter(|at| range.contains(&cast.mentions[*at].first))
                .collect::<Vec<_>>()
        };
        let says_near = |at: usize| {
            let mention = &cast.mentions[at];
            let behind = (mention.last + 1..mention.last + 4).any(|there| speaks_at(lexed, there));
            let before = (mention.first.saturating_sub(3)..mention.first)
                .any(|there| speaks_at(lexed, there));
            behind || before
        };
        let in_after = in_range(&self.after);
        for (zone, range) in [
            ("after", &self.after),
            ("sentence", &self.sentence),
            ("line", &self.line),
        ] {
            let there = in_range(range);
            let Some(nearest) = (if zone == "after" {
                there.first()
            } else {
                there.last()
            }) else {
                continue;
            };
            let case = if cast.mentions[*nearest].inflected {
                "oblique"
            } else {
                "subject"
            };
            let says = if there.iter().any(|at| says_near(*at)) {
                "says"
            } else {
                "-"
            };
            add(211, &[zone, case, says]);
            add(212, &[zone, case, manner]);
            let first = (0..cast.mentions.len())
                .filter(|at| range.contains(&cast.mentions[*at].first) && cast.who(*at).is_some());
            let nearest_of_all = if zone == "after" {
                first.min()
            } else {
                first.max()
            };
            if nearest_of_all == Some(*nearest) {
                add(213, &[zone, case, manner]);
            }
        }
        let pronoun = if self.pronoun { "pronoun" } else { "-" };
        if self.last == Some(who) {
            add(214, &[manner, pronoun]);
        }
        if self.last_subject == Some(who) {
            add(215, &[manner, pronoun]);
        }
        if let Some((previous, gap)) = self.previous
            && previous == who
        {
            let gap = gap.min(2).to_string();
            let between = if self.named_between { "others" } else { "none" };
            add(216, &[manner, &gap, between]);
            add(217, &[pronoun, &gap, between]);
        }
        match self.rules {
            Some((rules, sign)) if rules == who => {
                let sign = match sign {
                    SpeakerSign::Named => "named",
                    SpeakerSign::Position => "position",
                    SpeakerSign::Before => "before",
                    SpeakerSign::Next => "next",
                    SpeakerSign::Learned => "learned",
                };
                add(218, &[sign]);
                add(219, &[sign, manner]);
            }
            Some(_) => add(220, &[]),
            None => add(221, &[manner]),
        }
        if let Some(head) = self.head {
            let whose = if head == who { "own" } else { "another's" };
            add(225, &[whose]);
            add(226, &[whose, manner]);
        }
        // an office behind the quote that is this person's
        let own: BTreeSet<&str> = person
            .positions
            .iter()
            .flat_map(|(first, last)| &lexed.tokens[*first..=*last])
            .map(|token| token.stem.as_str())
            .collect();
        let shared = self.words.iter().filter(|word| own.contains(*word)).count();
        if shared > 0 && in_after.is_empty() {
            add(222, &[&shared.min(3).to_string(), manner]);
            let most = (0..cast.people.len())
                .filter(|other| *other != who)
                .map(|other| self.shared_with(other))
                .max()
                .unwrap_or(0);
            let rank = match shared.cmp(&most) {
                std::cmp::Ordering::Greater => "best",
                std::cmp::Ordering::Equal => "one of several",
                std::cmp::Ordering::Less => "less",
            };
            add(223, &[rank, manner]);
        }
        let heads = person.positions.iter().any(|phrase| {
            let noun = lexed
                .tokens
                .get(languages::at(lexed, phrase.0).main_noun(lexed, *phrase));
            noun.is_some_and(|noun| self.words.contains(noun.stem.as_str()))
        });
        if heads && in_after.is_empty() {
            add(224, &[manner]);
        }
        for (zone, nouns) in ["sentence", "line"].iter().zip(&self.nouns) {
            if self.is_called_by(who, nouns) {
                let others = (0..cast.people.len())
                    .any(|other| other != who && self.is_called_by(other, nouns));
                let alone = if others { "one of several" } else { "alone" };
                add(230, &[zone, alone]);
                add(231, &[zone, alone, manner, pronoun]);
            }
        }
        if let (Some(said), Some(own)) = (self.gender, gender_of(person)) {
            let same = if said == own { "same" } else { "other" };
            add(232, &[same]);
            add(233, &[same, manner]);
        }
        let paragraph = lexed.tokens[self.first].paragraph;
        let nearest = outside
            .iter()
            .map(|at| {
                lexed.tokens[cast.mentions[*at].first]
                    .paragraph
                    .abs_diff(paragraph)
            })
            .min();
        let nearest = nearest.map_or("quoted".to_owned(), |gap| gap.min(4).to_string());
        add(225, &[&nearest, manner]);
        let later = outside
            .iter()
            .all(|at| cast.mentions[*at].first > self.first);
        if later {
            add(226, &[manner]);
        }
        if cast.people.len() == 1 {
            add(227, &[manner]);
        }
        let oblique = outside.iter().all(|at| cast.mentions[*at].inflected);
        if oblique {
            add(228, &[manner]);
        }
        if outside.iter().any(|at| says_near(*at)) {
            add(229, &[manner]);
        }
        clues
    }

    /// Whether the noun of one of a person's positions is among these.
    fn is_called_by(&self, who: usize, nouns: &BTreeSet<String>) -> bool {
        let lexed = self.cast.lexed;
        self.cast.people[who].positions.iter().any(|phrase| {
            let language = languages::at(lexed, phrase.0);
            let noun = &lexed.tokens[language.main_noun(lexed, *phrase)];
            nouns.contains(&language.noun(&noun.lower))
        })
    }

    fn shared_with(&self, who: usize) -> usize {
        let lexed = self.cast.lexed;
        let own: BTreeSet<&str> = self.cast.people[who]
            .positions
            .iter()
            .flat_map(|(first, last)| &lexed.tokens[*first..=*last])
            .map(|token| token.stem.as_str())
            .collect();
        self.words.iter().filter(|word| own.contains(*word)).count()
    }
}

/// The nouns of a stretch of text that lie in no quote, without their endings.
fn nouns_in(cast: &Cast<'_>, range: Range<usize>) -> BTreeSet<String> {
    range
        .filter(|at| cast.lexed.tokens[*at].sort == Sort::Word && !cast.in_quote(*at))
        .map(|at| languages::at(cast.lexed, at).noun(&cast.lexed.tokens[at].lower))
        .collect()
}

/// «f» where a woman is said to speak, «m» where a man is: by a pronoun or by a Russian verb.
fn gender_said(lexed: &Lexed, tokens: impl Iterator<Item = usize>) -> Option<char> {
    tokens
        .filter_map(|at| Some((at, lexed.tokens.get(at)?)))
        .find_map(|(at, token)| match token.text.to_lowercase().as_str() {
            "she" | "она" => Some('f'),
            "he" | "он" => Some('m'),
            word if speaks_at(lexed, at) && word.ends_with("ла") => Some('f'),
            word if speaks_at(lexed, at) && word.ends_with('л') => Some('m'),
            _ => None,
        })
}

/// A person's gender, as far as a name tells it.
fn gender_of(person: &Person) -> Option<char> {
    let parts = [&person.surname, &person.patronymic];
    parts.into_iter().flatten().find_map(|name| {
        let lower = name.to_lowercase();
        let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
        if ends(&[
            "ова", "ева", "ёва", "ина", "ская", "қызы", "кызы", "вна", "ova", "eva", "ina", "kyzy",
            "qyzy",
        ]) {
            Some('f')
        } else if ends(&[
            "ов", "ев", "ёв", "ин", "ский", "ұлы", "улы", "вич", "ov", "ev", "in", "uly",
        ]) {
            Some('m')
        } else {
            None
        }
    })
}
