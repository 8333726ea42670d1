//! What the tagger sees of each token: its letters, its neighbours, and what the gazetteers know.

use crate::cases::stem::stem_kk;
use crate::gazetteer::{self, Kinds};
use crate::text::fold::is_double_quote;
use crate::weights::hash_of;

/// Which features are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// Word, affixes of 1 to 5 letters, shape, neighbours: what others are measured against.
    Plain,
    /// All.
    Full,
}

/// How far a head noun is looked for after a token.
const REACH: usize = 7;

/// What is known of a token by itself.
struct Token {
    lower: String,
    stem: String,
    /// One letter a kind of character: X, x, 9, or the character itself.
    shape: String,
    /// The same with repetitions drawn together.
    short: String,
    case: &'static str,
    kinds: Kinds,
    quote: bool,
    stop: bool,
}

/// The features of each token of a sentence, as hashes.
pub fn features(tokens: &[&str], set: Set) -> Vec<Vec<u32>> {
    let known: Vec<Token> = tokens.iter().map(|token| look(token)).collect();
    let spans = gazetteer::phrases(&known.iter().map(|t| t.stem.as_str()).collect::<Vec<_>>());
    let quoted = quotation(&known);
    (0..tokens.len())
        .map(|at| {
            let mut out = Out(Vec::with_capacity(96));
            plain(&known, at, &mut out);
            if set == Set::Full {
                full(&known, at, &mut out);
                spans_at(&spans, at, &mut out);
                quotes_at(&known, &quoted, at, &mut out);
                heads_at(&known, at, &mut out);
            }
            out.0
        })
        .collect()
}

fn look(token: &str) -> Token {
    let lower = token.to_lowercase();
    let stem = stem_kk(&lower);
    let shape: String = token.chars().take(24).map(kind).collect();
    let mut short = shape.clone();
    let mut last = None;
    short.retain(|c| last.replace(c) != Some(c));
    Token {
        kinds: gazetteer::word(&stem, &lower),
        case: case(&lower),
        quote: token.chars().all(is_double_quote) && !token.is_empty(),
        stop: matches!(token, "." | "," | ";" | "?" | "!" | ":" | "—" | "–"),
        shape,
        short,
        stem,
        lower,
    }
}

fn kind(c: char) -> char {
    if c.is_uppercase() {
        'X'
    } else if c.is_alphabetic() {
        'x'
    } else if c.is_numeric() {
        '9'
    } else {
        c
    }
}

/// The case ending that a word seems to have.
fn case(lower: &str) -> &'static str {
    const ENDINGS: [(&str, &[&str]); 8] = [
        ("rel", &["дағы", "дегі", "тағы", "тегі"]),
        ("gen", &["ның", "нің", "дың", "дің", "тың", "тің"]),
        ("abl", &["дан", "ден", "тан", "тен", "нан", "нен"]),
        ("ins", &["мен", "бен", "пен"]),
        ("loc", &["да", "де", "та", "те"]),
        ("dat", &["ға", "ге", "қа", "ке", "на", "не"]),
        ("acc", &["ны", "ні", "ды", "ді", "ты", "ті"]),
        ("pos", &["сы", "сі", "ы", "і"]),
    ];
    for (name, endings) in ENDINGS {
        if endings
            .iter()
            .any(|ending| lower.len() > ending.len() + 2 && lower.ends_with(ending))
        {
            return name;
        }
    }
    "-"
}

struct Out(Vec<u32>);

impl Out {
    fn push(&mut self, template: u8, parts: &[&str]) {
        self.0.push(hash_of(template, parts));
    }
}

fn near(known: &[Token], at: usize, by: isize) -> Option<&Token> {
    known.get(at.checked_add_signed(by)?)
}

fn lower_at(known: &[Token], at: usize, by: isize) -> &str {
    near(known, at, by).map_or("|", |t| &t.lower)
}

fn plain(known: &[Token], at: usize, out: &mut Out) {
    let token = &known[at];
    out.push(0, &[]);
    for (template, by) in (1..).zip(-2..=2) {
        out.push(template, &[lower_at(known, at, by)]);
    }
    for (template, by) in (6..).zip(-1..=0) {
        let pair = [lower_at(known, at, by), lower_at(known, at, by + 1)];
        out.push(template, &pair);
    }
    let ends: Vec<usize> = token
        .lower
        .char_indices()
        .map(|(byte, _)| byte)
        .chain([token.lower.len()])
        .collect();
    for length in 1..=5 {
        if ends.len() > length {
            out.push(10, &[&token.lower[..ends[length]]]);
            out.push(11, &[&token.lower[ends[ends.len() - 1 - length]..]]);
        }
    }
    for (template, by) in (12..).zip(-2..=2) {
        out.push(template, &[near(known, at, by).map_or("|", |t| &t.short)]);
    }
    out.push(17, &[&token.shape]);
}

fn suffix(word: &str, length: usize) -> &str {
    match word.char_indices().rev().nth(length - 1) {
        Some((byte, _)) => &word[byte..],
        None => word,
    }
}

fn full(known: &[Token], at: usize, out: &mut Out) {
    let token = &known[at];
    let stem = |by| near(known, at, by).map_or("|", |t: &Token| t.stem.as_str());
    let short = |by| near(known, at, by).map_or("|", |t: &Token| t.short.as_str());
    let case = |by| near(known, at, by).map_or("|", |t: &Token| t.case);
    for (template, by) in (20..).zip(-2..=2) {
        out.push(template, &[stem(by)]);
    }
    out.push(25, &[stem(-1), stem(0)]);
    out.push(26, &[stem(0), stem(1)]);
    out.push(27, &[stem(-1), stem(1)]);
    out.push(28, &[stem(-2), stem(-1)]);
    out.push(29, &[stem(1), stem(2)]);
    for (template, by) in (30..).zip([-1, 1]) {
        let word = lower_at(known, at, by);
        out.push(template, &[suffix(word, 2)]);
        out.push(template + 2, &[suffix(word, 3)]);
        out.push(template + 4, &[suffix(word, 4)]);
    }
    out.push(36, &[short(-1), short(0)]);
    out.push(37, &[short(0), short(1)]);
    out.push(38, &[short(-1), short(0), short(1)]);
    out.push(39, &[short(-2), short(-1), short(0), short(1), short(2)]);
    out.push(40, &[case(0)]);
    out.push(41, &[case(0), short(0)]);
    out.push(42, &[case(-1), case(0)]);
    out.push(43, &[case(0), case(1)]);
    out.push(
        44,
        &[case(-1), case(0), case(1), short(-1), short(0), short(1)],
    );
    out.push(45, &[stem(0), short(0)]);
    out.push(46, &[short(0), suffix(&token.lower, 3)]);
    if at == 0 || (at == 1 && known[0].quote) {
        out.push(47, &[short(0)]);
        out.push(48, &[stem(0)]);
    }
    let kinds = |by| near(known, at, by).map_or(Kinds::default(), |t| t.kinds);
    for (template, by) in (50..).zip(-2..=2) {
        for kind in kinds(by).names() {
            out.push(template, &[kind]);
            if by == 0 {
                out.push(55, &[kind, short(0)]);
            }
        }
    }
    let joined = |by| kinds(by).names().collect::<Vec<_>>().join("+");
    let (before, here, after) = (joined(-1), joined(0), joined(1));
    out.push(56, &[&before, &here]);
    out.push(57, &[&here, &after]);
    out.push(58, &[&before, &here, &after]);
    out.push(59, &[short(-1), &here, short(1)]);
}

fn spans_at(spans: &[(usize, usize, &'static str)], at: usize, out: &mut Out) {
    for (begin, end, kind) in spans {
        if (*begin..*end).contains(&at) {
            let place = if at == *begin {
                "B"
            } else if at + 1 == *end {
                "E"
            } else {
                "I"
            };
            out.push(60, &[kind, place]);
        } else if at == *end {
            out.push(61, &[kind]);
        } else if at + 1 == *begin {
            out.push(62, &[kind]);
        }
    }
}

/// For each token, the quotation around it: first token and the one that closes it.
fn quotation(known: &[Token]) -> Vec<Option<(usize, usize)>> {
    let mut inside = vec![None; known.len()];
    let mut open = None;
    for (at, token) in known.iter().enumerate() {
        if token.quote {
            match open.take() {
                Some(begin) => {
                    for slot in &mut inside[begin..at] {
                        *slot = Some((begin, at));
                    }
                }
                None => open = Some(at + 1),
            }
        }
    }
    inside
}

fn quotes_at(known: &[Token], quoted: &[Option<(usize, usize)>], at: usize, out: &mut Out) {
    if let Some((begin, end)) = quoted[at] {
        let length = ["1", "2", "3", "4", "5", "many"][(end - begin).clamp(1, 6) - 1];
        let after = near(known, end, 1);
        out.push(70, &[length]);
        out.push(71, &[after.map_or("|", |t| &t.stem)]);
        out.push(
            72,
            &[
                after.map_or("|", |t| &t.stem),
                if at == begin { "B" } else { "I" },
            ],
        );
        out.push(
            73,
            &[
                length,
                &known[begin].short,
                if at == begin { "B" } else { "I" },
            ],
        );
        for kind in after.map_or(Kinds::default(), |t| t.kinds).names() {
            out.push(74, &[kind, length]);
        }
        let before = begin.checked_sub(2).map_or("|", |by| &known[by].stem);
        out.push(75, &[before]);
    } else {
        out.push(76, &[]);
    }
}

/// The nearest head nouns of names after a token, up to the next stop.
fn heads_at(known: &[Token], at: usize, out: &mut Out) {
    let mut seen = Kinds::default();
    let short = &known[at].short;
    for (distance, token) in known[at..].iter().take(REACH).enumerate() {
        if token.stop {
            break;
        }
        for kind in token.kinds.heads().names() {
            if !seen.has(kind) {
                let steps = ["0", "1", "2", "3", "4", "5", "6"][distance.min(6)];
                out.push(80, &[kind, steps]);
                out.push(81, &[kind, short]);
                if distance > 0 {
                    out.push(82, &[kind, &token.stem, short]);
                    out.push(83, &[kind, known[at].case]);
                }
            }
        }
        seen = seen.with(token.kinds);
    }
    // A person named just after a position, or just before one.
    for (distance, token) in known[..at].iter().rev().take(3).enumerate() {
        for kind in token.kinds.heads().names() {
            let steps = ["1", "2", "3"][distance.min(2)];
            out.push(84, &[kind, steps, short]);
        }
        if token.stop {
            break;
        }
    }
}
