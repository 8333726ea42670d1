//! The forms in which a release arrives by mail or paste, made of its clean text.

#![allow(dead_code, reason = "each test takes its part of what is here")]

/// A form of a text.
pub struct Form {
    pub name: &'static str,
    pub make: fn(&str) -> String,
    /// What makes a clean text's words and those of the form the same.
    pub plain: fn(&str) -> String,
}

pub const FORMS: [Form; 22] = [
    form("wrapped", |text| wrap(text, 72, "", "\n")),
    form("wrapped, blank lines", |text| wrap(text, 72, "", "\n\n")),
    form("wrapped, quoted", |text| wrap(text, 70, "> ", "\n> \n")),
    form("quoted twice", |text| wrap(text, 64, "> > ", "\n> > \n")),
    Form {
        name: "hyphenated",
        make: |text| hyphenate(text, "-", "\n\n"),
        plain: without_hyphens,
    },
    Form {
        name: "soft hyphenated",
        make: |text| hyphenate(text, "\u{ad}", "\n"),
        plain: without_hyphens,
    },
    form("wrapped at 60, set in", |text| {
        wrap(text, 60, "", "\n   ").trim_start().to_owned()
    }),
    form("wrapped at 78", |text| wrap(text, 78, "", "\n")),
    form("double blanks", |text| text.replace(' ', "  ")),
    form("NBSP", |text| {
        alternate(text, ' ', &["\u{a0}", " ", "\u{202f}", "\t"])
    }),
    form("soft hyphens", |text| {
        inside_words(text, &["\u{ad}", "\u{200b}", "", "\u{2060}"])
    }),
    form("no blank after stops", glue),
    form("bullets", |text| {
        each_line(text, |line| match line.strip_prefix("– ") {
            Some(spoken) => format!("• – {spoken}"),
            None => format!("• {line}"),
        })
    }),
    Form {
        name: "look-alikes",
        make: |text| look_alike(text, 1),
        plain: in_one_script,
    },
    Form {
        name: "some look-alikes",
        make: |text| look_alike(text, 3),
        plain: in_one_script,
    },
    form("capitals", str::to_uppercase),
    form("names in capitals", capital_names),
    form("decomposed", |text| {
        text.replace('й', "и\u{306}")
            .replace('ё', "е\u{308}")
            .replace('Й', "И\u{306}")
    }),
    form("lines parted by blank ones", |text| {
        wrap(text, 72, "", "\n\n\n")
    }),
    form("title in capitals", |text| {
        let (title, body) = text.trim_start().split_once('\n').unwrap_or((text, ""));
        format!("{}\n{body}", title.to_uppercase())
    }),
    Form {
        name: "Russian letters",
        make: |text| russian_letters(text, 'и'),
        plain: without_kazakh,
    },
    Form {
        name: "Russian letters, ы",
        make: |text| russian_letters(text, 'ы'),
        plain: without_kazakh,
    },
];

const fn form(name: &'static str, make: fn(&str) -> String) -> Form {
    Form {
        name,
        make,
        plain: super::figures::plain,
    }
}

/// What is said and the title stand in the letters of the print; that names do not is told by tests of their own.
fn in_one_script(text: &str) -> String {
    const ALIKE: &str = "аеорсухікмтнв";
    const LATIN: &str = "aeopcyxikmthb";
    let one = |c: char| ALIKE.chars().zip(LATIN.chars()).find(|(own, _)| *own == c);
    let plain = super::figures::plain(text);
    plain
        .chars()
        .map(|c| one(c).map_or(c, |(_, latin)| latin))
        .collect()
}

fn without_hyphens(text: &str) -> String {
    super::figures::plain(text).replace('-', "")
}

fn without_kazakh(text: &str) -> String {
    let folded = muragat_language::fold(&super::figures::plain(text));
    folded.replace('ы', "и")
}

fn each_line(text: &str, make: impl Fn(&str) -> String) -> String {
    let make = |line: &str| match line.trim().is_empty() {
        true => line.to_owned(),
        false => make(line),
    };
    text.lines().map(make).collect::<Vec<_>>().join("\n")
}

fn capital_names(text: &str) -> String {
    with_names(text, str::to_uppercase)
}

/// Changes each name of a person that is read in the clean text.
fn with_names(text: &str, change: impl Fn(&str) -> String) -> String {
    let mut out = text.to_owned();
    let mut names: Vec<String> = muragat_language::read(text)
        .people
        .iter()
        .flat_map(|person| person.mentions.iter().map(|span| span.text.clone()))
        .filter(|name| name.contains(' ') && !name.contains('.'))
        .collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.dedup();
    for name in names {
        out = out.replace(&name, &change(&name));
    }
    out
}

/// Every line is a paragraph of the clean text.
fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

fn wrap(text: &str, width: usize, mark: &str, between: &str) -> String {
    fill(text, width, mark, between, |_, _| None)
}

/// Breaks lines at blanks, and inside a word where `cut` tells how many of its letters still find room.
fn fill(
    text: &str,
    width: usize,
    mark: &str,
    between: &str,
    cut: impl Fn(&str, usize) -> Option<(String, String)>,
) -> String {
    let one = |paragraph: &str| {
        let mut lines = vec![String::new()];
        for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
            let line = lines.last_mut().unwrap();
            let taken = line.chars().count() + usize::from(!line.is_empty());
            if taken + word.chars().count() <= width || line.is_empty() {
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
            } else if let Some((begins, ends)) = cut(word, width.saturating_sub(taken)) {
                line.push(' ');
                line.push_str(&begins);
                lines.push(ends);
            } else {
                lines.push(word.to_owned());
            }
        }
        let lines: Vec<String> = lines.iter().map(|line| format!("{mark}{line}")).collect();
        lines.join("\n")
    };
    paragraphs(text).map(one).collect::<Vec<_>>().join(between)
}

fn is_vowel(c: char) -> bool {
    "аәеёиоөуұүыіэюяaeiouyäöüı".contains(c)
}

/// Lines of 72 with words cut behind a vowel, or at their own hyphen.
fn hyphenate(text: &str, hyphen: &str, between: &str) -> String {
    fill(text, 72, "", between, |word, room| {
        let letters: Vec<char> = word.chars().collect();
        let own = |at: usize| letters[at - 1] == '-';
        let fits = |at: &usize| {
            let (a, b) = (letters[at - 2], letters[at - 1]);
            let whole = |part: &[char]| part.iter().all(|c| c.is_lowercase());
            let after = letters[*at..].iter().take_while(|c| c.is_alphabetic());
            *at < room
                && (own(*at) || is_vowel(b) && a.is_alphabetic() && whole(&letters[*at..*at + 2]))
                && after.clone().count() > 2
                && after.clone().any(|c| is_vowel(*c))
        };
        let last = letters.len().checked_sub(3)?;
        let at = (2..=last).rev().find(fits)?;
        let begins: String = letters[..at].iter().collect();
        let begins = match own(at) {
            true => begins,
            false => format!("{begins}{hyphen}"),
        };
        Some((begins, letters[at..].iter().collect()))
    })
}

fn alternate(text: &str, from: char, to: &[&str]) -> String {
    let mut at = 0;
    let mut out = String::new();
    for c in text.chars() {
        if c == from {
            out.push_str(to[at % to.len()]);
            at += 1;
        } else {
            out.push(c);
        }
    }
    out
}

/// A mark behind each third letter inside words.
fn inside_words(text: &str, marks: &[&str]) -> String {
    let (mut inside, mut at) = (0, 0);
    let mut out = String::new();
    for c in text.chars() {
        inside = if c.is_alphabetic() { inside + 1 } else { 0 };
        if inside > 1 && inside % 3 == 1 {
            out.push_str(marks[at % marks.len()]);
            at += 1;
        }
        out.push(c);
    }
    out
}

/// Every other stop between a small and a capital letter and every third comma loses its blank.
fn glue(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::new();
    let mut seen = 0;
    for (at, &c) in letters.iter().enumerate() {
        let sign = at.checked_sub(1).map(|at| letters[at]);
        let before = at.checked_sub(2).map(|at| letters[at]);
        let after = letters.get(at + 1);
        let stop = sign == Some('.')
            && before.is_some_and(char::is_lowercase)
            && after.is_some_and(|c| c.is_uppercase())
            && at
                .checked_sub(4)
                .is_some_and(|at| letters[at].is_lowercase());
        let comma = sign == Some(',')
            && before.is_some_and(char::is_alphabetic)
            && after.is_some_and(|c| c.is_alphabetic());
        if c == ' ' && (stop || comma) {
            seen += 1;
            if seen % 2 == 1 {
                continue;
            }
        }
        out.push(c);
    }
    out
}

/// Every so-manieth letter that looks like a Latin one becomes that one; in Latin text the other way about.
fn look_alike(text: &str, every: usize) -> String {
    const CYRILLIC: &str = "аеорсухіАВЕІКМНОРСТХ";
    const LATIN: &str = "aeopcyxiABEIKMHOPCTX";
    let cyrillic = text.chars().filter(|c| ('а'..='я').contains(c)).count();
    let (from, to) = match cyrillic * 2 > text.chars().filter(|c| c.is_alphabetic()).count() {
        true => (CYRILLIC, LATIN),
        false => (LATIN, CYRILLIC),
    };
    let mut seen = 0;
    let one = |c: char| {
        let alike = from.chars().zip(to.chars()).find(|(own, _)| *own == c);
        seen += usize::from(alike.is_some());
        alike
            .filter(|_| seen % every == 0)
            .map_or(c, |(_, other)| other)
    };
    text.chars().map(one).collect()
}

fn russian_letters(text: &str, i: char) -> String {
    let one = |c: char| match c {
        'ә' => 'а',
        'ғ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'һ' => 'х',
        'і' => i,
        own => own,
    };
    let both = |c: char| match c.is_uppercase() {
        true => c
            .to_lowercase()
            .map(one)
            .flat_map(char::to_uppercase)
            .collect::<String>(),
        false => one(c).to_string(),
    };
    text.chars().map(both).collect()
}
