//! A text that is read once and kept, so that what one selects in it is answered by the same grammar.

use std::ops::Range;

use crate::lines::credit::photo_credits;
use crate::lines::title::{self, Head};
use crate::reader::as_came::Seen;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lexicon::Lexicon;
use crate::reader::likely::Grounds;
use crate::reader::suggest;
use crate::reader::understood::Understood;
use crate::release::{Reading, Span};
use crate::text::newline::normalise_newlines;
use crate::text::tongue::language;
use crate::view::View;

/// Of a longer body only so many chars are looked through: a book is no release.
const LONGEST_BODY: usize = 100_000;

/// So many chars before and after a span are read where the span lies beyond that.
const AROUND: usize = 4_000;

/// A text and all that was read in it with what was known then. It holds for one state of the text and of the
/// lexicon; making it is what [`crate::read_with`] takes, asking it takes a hundredth of that.
#[derive(Debug)]
pub struct ReadText {
    reading: Reading,
    /// The language of the whole.
    spoken: Option<&'static str>,
    pub(crate) lexed: Lexed,
    pub(crate) understood: Understood,
    /// Chars of the body before the first that was looked through: a date line at its head, blank lines. None of a body
    /// that was read in its view.
    pub(crate) skipped: usize,
    /// Where the text had something to mend, its view and what was read there.
    seen: Option<Seen>,
    /// Chars of the body before the view of it begins.
    before_seen: usize,
    grounds: Grounds,
}

impl ReadText {
    /// Reads a decoded release, as [`crate::read_with`] does.
    pub fn new(text: &str, lexicon: &Lexicon) -> ReadText {
        let text = normalise_newlines(text);
        let Cut { title, head, seen } = cut_head(&text);
        // A release of one line has its language in its title.
        let spoken = language(if head.body.is_empty() {
            &head.title
        } else {
            &head.body
        });
        let read = read_below_head(head, spoken, lexicon);
        match seen {
            Some((view, came)) => read.that_came(title, view, &came),
            None => read,
        }
    }

    /// What was read in the view of a body, for the body as it came.
    fn that_came(self, title: String, view: View, came: &str) -> ReadText {
        let seen = Seen::new(self.reading, view, came);
        ReadText {
            reading: seen.reading_that_came(title),
            seen: Some(seen),
            ..self
        }
    }

    /// Reads a text whose title and body are apart already. It finds what [`ReadText::new`] finds in both, one below
    /// the other; the reading's body is `body` to the letter, and spans count its chars.
    pub fn of_body(title: &str, body: &str, lexicon: &Lexicon) -> ReadText {
        let text = normalise_newlines(body);
        let Cut {
            title: printed,
            head,
            seen,
        } = cut_head_under(title, &text);
        let spoken = language(if head.body.is_empty() {
            title
        } else {
            &head.body
        });
        let mut read = read_below_head(head, spoken, lexicon);
        if let Some((view, came)) = seen {
            read = read.that_came(printed, view, &came);
        }
        let Some(byte) = body.find(&read.reading.body) else {
            // the body has line ends of its own
            let head = Head {
                title: title.to_owned(),
                date: None,
                body: body.into(),
            };
            return read_below_head(head, language(body), lexicon);
        };
        let skipped = body.get(..byte).map_or(0, |head| head.chars().count());
        read.reading.move_spans(skipped);
        title.clone_into(&mut read.reading.title);
        read.reading.body = body.to_owned();
        match read.seen {
            Some(_) => read.before_seen = skipped,
            None => read.skipped = skipped,
        }
        read
    }

    /// Whether [`ReadText::of_body`] of the title and the body that were found would find the same people,
    /// organisations, places and quotes: not where the head of the text is no head without what stood above it.
    pub fn is_same_apart(&self) -> bool {
        let reading = &self.reading;
        let Cut { head, seen, .. } = cut_head_under(&reading.title, &reading.body);
        let body = seen.as_ref().map_or(head.body.as_ref(), |(_, came)| came);
        body == reading.body
    }

    /// The part of a body that lies around a span, read by itself, and how many chars of the body stand before it.
    /// What is read of a long body is its beginning; this is for the rest.
    pub(crate) fn around(
        &self,
        body: &str,
        span: &Range<usize>,
        lexicon: &Lexicon,
    ) -> (ReadText, usize) {
        let byte = |at: usize| {
            body.char_indices()
                .nth(at)
                .map_or(body.len(), |(byte, _)| byte)
        };
        let mut start = byte(span.start.saturating_sub(AROUND));
        let (first, last) = (byte(span.start), byte(span.end));
        let mut end = byte(span.end.saturating_add(AROUND));
        // whole lines, where the text has lines
        if start > 0 {
            start = body[start..first]
                .find('\n')
                .map_or(start, |line| start + line + 1);
        }
        if end < body.len() {
            end = body[last..end].rfind('\n').map_or(end, |line| last + line);
        }
        let head = Head {
            title: String::new(),
            date: None,
            body: body[start..end].into(),
        };
        let part = read_below_head(head, self.spoken, lexicon);
        (part, body[..start].chars().count())
    }

    /// Whether a span lies in what was looked through.
    pub(crate) fn has_read(&self, span: &Range<usize>) -> bool {
        self.skipped <= span.start && span.end <= self.skipped + self.lexed.chars.len()
    }

    /// What was read, where it was read: in the view of the body, if it has one.
    pub(crate) fn reading_seen(&self) -> &Reading {
        self.seen
            .as_ref()
            .map_or(&self.reading, |seen| &seen.reading)
    }

    /// The view of the body, if it has one, and how many chars of the body stand before it.
    pub(crate) fn seen(&self) -> Option<(&Seen, usize)> {
        self.seen.as_ref().map(|seen| (seen, self.before_seen))
    }

    /// What was found.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The grounds of what was found, to learn how sure one may be on each.
    pub fn grounds(&self) -> &Grounds {
        &self.grounds
    }

    /// What was found, without what answers for more.
    pub fn into_reading(self) -> Reading {
        self.reading
    }
}

/// A text cut at its head.
struct Cut<'a> {
    /// The title as it is printed, on one line.
    title: String,
    /// The head and the body as they are meant.
    head: Head<'a>,
    /// Where the text had something to mend, the view of the body and the body that came.
    seen: Option<(View, String)>,
}

/// Cuts a text with `\n` line ends at its head, in its view where it has one.
fn cut_head(text: &str) -> Cut<'_> {
    if let Some(view) = View::of(text) {
        let whole = view.text();
        let Head { title, date, body } = title::head(&whole);
        let body = body.into_owned();
        let chars: Vec<char> = text.chars().collect();
        if let Some(part) = view.of_part(&body, &chars) {
            let head = Head {
                title,
                date,
                body: body.into(),
            };
            return Cut {
                title: printed_title(&view, &whole, &head.title),
                head,
                seen: Some(part),
            };
        }
    }
    let head = title::head(text);
    Cut {
        title: head.title.clone(),
        head,
        seen: None,
    }
}

/// The same for a body whose title stands apart.
fn cut_head_under<'a>(title: &str, text: &'a str) -> Cut<'a> {
    let meant = View::of(title).map_or_else(|| title.to_owned(), |view| view.text());
    if let Some(view) = View::of(text) {
        let whole = view.text();
        let Head { date, body, .. } = title::head_under(&meant, &whole);
        let body = body.into_owned();
        let chars: Vec<char> = text.chars().collect();
        if let Some(part) = view.of_part(&body, &chars) {
            return Cut {
                title: title.to_owned(),
                head: Head {
                    title: meant,
                    date,
                    body: body.into(),
                },
                seen: Some(part),
            };
        }
    }
    Cut {
        title: title.to_owned(),
        head: title::head_under(&meant, text),
        seen: None,
    }
}

fn printed_title(view: &View, whole: &str, title: &str) -> String {
    let Some(byte) = whole.find(title) else {
        return title.to_owned();
    };
    let start = whole.get(..byte).map_or(0, |before| before.chars().count());
    view.printed(start..start + title.chars().count())
}

/// The title and the date that a release of this text would have, without reading all of it for anything else.
pub fn title_and_date(text: &str) -> (String, Option<String>) {
    let text = normalise_newlines(text);
    let Cut { title, head, .. } = cut_head(&text);
    let date = head
        .date
        .or_else(|| crate::lines::text_date::in_text(&head.body));
    (title, date)
}

fn beginning(body: &str) -> &str {
    let end = body.char_indices().nth(LONGEST_BODY);
    end.map_or(body, |(byte, _)| &body[..byte])
}

/// A head in tokens: the body, the title, and the credits of photos.
fn lex_head(
    title: &str,
    body: &str,
    spoken: Option<&'static str>,
    lexicon: &Lexicon,
) -> (Lexed, Lexed, Vec<Span>) {
    let credits = photo_credits(body);
    let mut lexed = Lexed::new(beginning(body), spoken);
    lexicon.mark(&mut lexed);
    for credit in &credits {
        let at = lexed.token_at(credit.start);
        if let Some(number) = lexed.tokens.get(at).map(|token| token.paragraph)
            && let Some(paragraph) = lexed.paragraphs.get_mut(number)
        {
            paragraph.credit = true;
        }
    }
    crate::reader::tagging::tag(&mut lexed);
    let mut title = Lexed::new(title, spoken);
    crate::reader::tagging::tag(&mut title);
    (lexed, title, credits)
}

/// The body of a release, as it is read, in tokens, and what the grammar alone understands of it.
pub(crate) fn understand_by_grammar(text: &str) -> (Lexed, Understood) {
    let text = normalise_newlines(text);
    let Cut { head, .. } = cut_head(&text);
    let spoken = language(if head.body.is_empty() {
        &head.title
    } else {
        &head.body
    });
    let lexicon = Lexicon::default();
    let (lexed, title, credits) = lex_head(&head.title, &head.body, spoken, &lexicon);
    let understood = suggest::understand_by_rules(&lexed, &title, &credits, &lexicon);
    (lexed, understood)
}

/// Reads a text whose head is known. `spoken`: the language of the whole.
fn read_below_head(head: Head<'_>, spoken: Option<&'static str>, lexicon: &Lexicon) -> ReadText {
    let (lexed, title, credits) = lex_head(&head.title, &head.body, spoken, lexicon);
    let date = head
        .date
        .or_else(|| crate::lines::text_date::in_text(&head.body));
    let year = date.as_deref().and_then(|date| date.get(..4)?.parse().ok());
    let learned = lexicon.learned(spoken);
    let understood = suggest::understand_body(&lexed, &title, &credits, lexicon, learned);
    let found = suggest::suggest_all(&lexed, &title, &understood, lexicon, learned, year);
    let reading = Reading {
        title: head.title,
        date,
        language: spoken.map(str::to_owned),
        body: head.body.into_owned(),
        people: found.people,
        organisations: found.organisations,
        places: found.places,
        quotes: found.quotes,
        photo_credits: credits,
        paraphrases: found.paraphrases,
        event: found.event,
    };
    ReadText {
        reading,
        spoken,
        lexed,
        understood,
        skipped: 0,
        seen: None,
        before_seen: 0,
        grounds: found.grounds,
    }
}
