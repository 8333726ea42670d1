//! Who says what: the speakers of quotes, what is told in the writer's words, and what each person did.

use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::people::join::Person;
use crate::reader::people::names::Mention;
use crate::reader::speech::acts::speaks_at;
use crate::reader::speech::quotes::Quote;

/// Whom each mention names.
pub(crate) struct Cast<'a> {
    pub lexed: &'a Lexed,
    pub mentions: &'a [Mention],
    pub people: &'a [Person],
    pub quotes: &'a [Quote],
    /// The person of each mention: a place in `people`.
    whose: Vec<Option<usize>>,
    /// Whether each token lies in a quote.
    quoted: Vec<bool>,
}

/// How a speaker was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SpeakerSign {
    /// Named beside the quote.
    Named,
    /// SpeakerSign the position beside it: «деді облыс әкімі».
    Position,
    /// Whom the text spoke of just before.
    Before,
    /// Named with the next part of the same speech.
    Next,
    /// Weighed by what was learnt.
    Learned,
}

/// What is led, by its stem, and what who leads it is called in Kazakh.
const HEADS: [(&str, &str); 16] = [
    ("облыс", "аким"),
    ("онир", "аким"),
    ("аимак", "аким"),
    ("аудан", "аким"),
    ("кала", "аким"),
    ("шахар", "аким"),
    ("елорда", "аким"),
    ("ауыл", "аким"),
    ("мемлекет", "президент"),
    ("ел", "президент"),
    ("укимет", "премьер"),
    ("ведомство", "министр"),
    ("министрлик", "министр"),
    ("университет", "ректор"),
    ("мектеп", "директор"),
    ("мекеме", "директор"),
];

/// The same in Russian.
const HEADS_RU: [(&str, &str); 13] = [
    ("регион", "аким"),
    ("област", "аким"),
    ("район", "аким"),
    ("город", "аким"),
    ("столиц", "аким"),
    ("округ", "аким"),
    ("государств", "президент"),
    ("правительств", "премьер"),
    ("кабмин", "премьер"),
    ("ведомств", "министр"),
    ("министерств", "министр"),
    ("университет", "ректор"),
    ("вуз", "ректор"),
];

impl<'a> Cast<'a> {
    pub(crate) fn new(
        lexed: &'a Lexed,
        mentions: &'a [Mention],
        people: &'a [Person],
        quotes: &'a [Quote],
    ) -> Cast<'a> {
        let mut whose = vec![None; mentions.len()];
        for (who, person) in people.iter().enumerate().rev() {
            for at in &person.mentions {
                if let Some(slot) = whose.get_mut(*at) {
                    *slot = Some(who);
                }
            }
        }
        let mut quoted = vec![false; lexed.tokens.len()];
        for quote in quotes {
            for token in (quote.first..=quote.last).filter(|token| !quote.after.contains(token)) {
                if let Some(slot) = quoted.get_mut(token) {
                    *slot = true;
                }
            }
        }
        Cast {
            lexed,
            mentions,
            people,
            quotes,
            whose,
            quoted,
        }
    }
}

impl Cast<'_> {
    pub(crate) fn who(&self, mention: usize) -> Option<usize> {
        self.whose.get(mention).copied().flatten()
    }

    pub(crate) fn in_quote(&self, token: usize) -> bool {
        self.quoted.get(token).copied().unwrap_or(false)
    }

    /// People named in a range of tokens, outside quotes, with the mention's number.
    fn named(&self, range: std::ops::Range<usize>) -> Vec<(usize, usize)> {
        (0..self.mentions.len())
            .filter(|at| {
                range.contains(&self.mentions[*at].first)
                    && !self.in_quote(self.mentions[*at].first)
            })
            .filter_map(|at| Some((at, self.who(at)?)))
            .collect()
    }

    /// The speaker of each quote, in order.
    pub fn speakers(&self) -> Vec<Option<(usize, SpeakerSign)>> {
        let mut found: Vec<Option<(usize, SpeakerSign)>> = Vec::with_capacity(self.quotes.len());
        for number in 0..self.quotes.len() {
            let speaker = self.speaker(number, &found);
            found.push(speaker);
        }
        found
    }

    /// The speaker of a quote, where those of the quotes before it are found.
    pub fn speaker(
        &self,
        number: usize,
        found: &[Option<(usize, SpeakerSign)>],
    ) -> Option<(usize, SpeakerSign)> {
        self.beside(number)
            .or_else(|| self.introduced(number, found))
            .or_else(|| self.with_next(number))
    }

    fn beside(&self, number: usize) -> Option<(usize, SpeakerSign)> {
        let quote = &self.quotes[number];
        let mut after = quote.after.clone();
        // «…» \n – деді Омаров: the attribution may be a paragraph of its own.
        if !after.clone().any(|at| {
            self.lexed
                .tokens
                .get(at)
                .is_some_and(|t| t.sort == Sort::Word)
        }) {
            let next = self
                .lexed
                .tokens
                .get(quote.last + 1)
                .map_or(0, |token| token.paragraph)
                + 1;
            let own = self.lexed.tokens[quote.last].paragraph + 1;
            if let Some(paragraph) = self.lexed.paragraphs.get(next.min(own)) {
                let tokens = paragraph.tokens.clone();
                let begin =
                    tokens.start + usize::from(self.lexed.tokens[tokens.start].sort == Sort::Dash);
                if speaks_at(self.lexed, begin) && !self.in_quote(begin) {
                    after = begin..tokens.end;
                }
            }
        }
        // «…», – потребовал прокурор: behind a quote any verb is one of saying
        let verb = after
            .clone()
            .find(|at| {
                self.lexed
                    .tokens
                    .get(*at)
                    .is_some_and(|t| t.sort == Sort::Word)
            })
            .is_some_and(|at| {
                languages::at(self.lexed, at).says_behind_quote(&self.lexed.tokens[at])
            });
        let speaks = verb || after.clone().any(|at| speaks_at(self.lexed, at));
        let named = self.named(after.clone());
        if speaks {
            let subject = named
                .iter()
                .find(|(at, _)| !self.mentions[*at].inflected)
                .or(named.first());
            if let Some((_, who)) = subject {
                return Some((*who, SpeakerSign::Named));
            }
            if let Some(who) = self.by_position(after) {
                return Some((who, SpeakerSign::Position));
            }
        }
        None
    }

    /// «деді облыс әкімі»: whose position it is.
    fn by_position(&self, range: std::ops::Range<usize>) -> Option<usize> {
        let head = range
            .clone()
            .find(|at| languages::at(self.lexed, *at).is_office(&self.lexed.tokens[*at]))?;
        if let Some(one) = self.by_office(head) {
            return Some(one);
        }
        let stem = &self.lexed.tokens[head].stem;
        // «заместитель прокурора» is no прокурор: the main noun tells first
        let language = languages::at(self.lexed, head);
        let noun = |at: usize| language.noun(&self.lexed.tokens[at].lower);
        let own = noun(head);
        let main: Vec<usize> = (0..self.people.len())
            .filter(|who| {
                let mut positions = self.people[*who].positions.iter();
                positions.any(|phrase| noun(language.main_noun(self.lexed, *phrase)) == own)
            })
            .collect();
        if let [one] = main[..] {
            return Some(one);
        }
        let fits: Vec<usize> = (0..self.people.len())
            .filter(|who| {
                self.people[*who].positions.iter().any(|(start, end)| {
                    self.lexed.tokens[*start..=*end]
                        .iter()
                        .any(|token| token.stem == *stem)
                })
            })
            .collect();
        match fits[..] {
            [one] => Some(one),
            _ => None,
        }
    }

    /// «деді облыс басшысы», «отметил глава региона»: the head of a region is its әкім, of a university its rector.
    pub(crate) fn by_office(&self, head: usize) -> Option<usize> {
        let token = &self.lexed.tokens[head];
        let beside = |at: Option<usize>| at.and_then(|at| self.lexed.tokens.get(at));
        let (offices, of) = if token.folded.starts_with("басшы") {
            (&HEADS[..], beside(head.checked_sub(1))?)
        } else if ["глав", "руководител"]
            .iter()
            .any(|start| token.folded.starts_with(start))
        {
            (&HEADS_RU[..], beside(Some(head + 1))?)
        } else {
            return None;
        };
        let of = crate::text::fold::fold(&of.stem);
        let (_, office) = offices
            .iter()
            .find(|(of_what, _)| of.starts_with(of_what))?;
        let mut fits = (0..self.people.len()).filter(|who| {
            self.people[*who].positions.iter().any(|phrase| {
                let language = languages::at(self.lexed, phrase.0);
                let noun = language.main_noun(self.lexed, *phrase);
                self.lexed.tokens[noun].folded.starts_with(office)
            })
        });
        match (fits.next(), fits.next()) {
            (Some(one), None) => Some(one),
            _ => None,
        }
    }

    /// Before the quote: in the sentence that ends with a colon, else whom the text named last.
    fn introduced(
        &self,
        number: usize,
        found: &[Option<(usize, SpeakerSign)>],
    ) -> Option<(usize, SpeakerSign)> {
        let quote = &self.quotes[number];
        let before = quote.before?;
        let pronoun = quote.after.clone().any(|at| speaks_at(self.lexed, at));
        let paragraph = self.lexed.tokens[before].paragraph;
        // Another speech right before it, without words of its own between, is the same speaker's.
        if let Some(previous) = number.checked_sub(1) {
            let other = &self.quotes[previous];
            let between = self.named(other.last + 1..quote.first);
            if between.is_empty()
                && self.lexed.tokens[other.last].paragraph + 1 >= paragraph
                && !self.lexed.is(before, ':')
                && let Some(Some(same)) = found.get(previous)
            {
                return Some(*same);
            }
        }
        let sentence = self.lexed.sentence_of(before);
        let here = sentence.start..before + 1;
        // «Жиынды ашқан облыс әкімі:»: by the position in front of the colon, or by nobody
        if self.lexed.is(before, ':')
            && before > sentence.start
            && languages::at(self.lexed, before).introduces(&self.lexed.tokens[before - 1])
            && self.named(here.clone()).is_empty()
        {
            return self
                .by_position(before - 1..before)
                .map(|who| (who, SpeakerSign::Position));
        }
        let steps = [
            here,
            self.lexed.paragraphs[paragraph].tokens.start..before + 1,
            self.earlier(paragraph, 1),
            self.earlier(paragraph, 2),
        ];
        let reach = if pronoun || self.lexed.is(before, ':') {
            4
        } else {
            3
        };
        for range in steps.into_iter().take(reach) {
            let named = self.named(range);
            // «Ерсаинов поручил акиму Тулегенову: …»: who is followed by the verb speaks
            let says = |at: &usize| speaks_at(self.lexed, self.mentions[*at].last + 1);
            let subject = named
                .iter()
                .rev()
                .find(|(at, _)| !self.mentions[*at].inflected && says(at))
                .or_else(|| {
                    named
                        .iter()
                        .rev()
                        .find(|(at, _)| !self.mentions[*at].inflected)
                })
                .or(named.last());
            if let Some((_, who)) = subject {
                return Some((*who, SpeakerSign::Before));
            }
        }
        None
    }

    fn earlier(&self, paragraph: usize, by: usize) -> std::ops::Range<usize> {
        match paragraph
            .checked_sub(by)
            .map(|at| &self.lexed.paragraphs[at])
        {
            Some(paragraph) if !paragraph.credit => paragraph.tokens.clone(),
            _ => 0..0,
        }
    }

    fn with_next(&self, number: usize) -> Option<(usize, SpeakerSign)> {
        let next = self.quotes.get(number + 1)?;
        let gap = self.lexed.tokens[next.first]
            .paragraph
            .checked_sub(self.lexed.tokens[self.quotes[number].last].paragraph)?;
        (gap <= 1)
            .then(|| self.beside(number + 1))
            .flatten()
            .map(|(who, _)| (who, SpeakerSign::Next))
    }
}
