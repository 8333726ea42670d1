//! Old Kazakh fonts: before Unicode the letters of Kazakh were drawn in the places of Serbian, Macedonian and Ukrainian
//! letters of Windows-1251 (as KZ-1048 has them). Opened today the text reads «ќала» for «қала». Such a text is noticed
//! by the name of its font, else by letters that no one language has together, and read as what was drawn.

use crate::document::{Block, Document, Doubt};

/// Names of old fonts have one of these as a word, or before or behind the name of a family.
const MARKS: [&str; 5] = ["kz", "kaz", "kazakh", "qaz", "kazak"];

/// Families of which old fonts were made, as they begin where a name is written in one: «KZTIMES», «ARIALKAZ».
const FAMILIES: [&str; 14] = [
    "academy", "antiqua", "arial", "baltica", "bodoni", "courier", "helv", "new", "roman", "sans",
    "tahoma", "times", "tms", "verdana",
];

/// What the fonts drew in the place of a letter; none where they drew the letter.
fn drawn_as(c: char) -> Option<char> {
    Some(match c {
        'Ќ' => 'Қ',
        'ќ' => 'қ',
        'Ў' => 'Ұ',
        'ў' => 'ұ',
        'Ј' => 'Ә',
        'ј' => 'ә',
        'Є' => 'Ғ',
        'є' => 'ғ',
        'Ї' => 'Ү',
        'ї' => 'ү',
        'Ґ' => 'Ө',
        'ґ' => 'ө',
        'Ћ' => 'Һ',
        'ћ' => 'һ',
        'Ѕ' => 'Ң',
        'ѕ' => 'ң',
        _ => return None,
    })
}

/// Whether a font of this name is one of the old ones by its name alone: «Times New Roman KZ», «KZ Times», «Arial Kaz».
pub(crate) fn is_old_font(font: &str) -> bool {
    // a subset in a PDF has six letters and a plus before its name
    let font = match font.split_once('+') {
        Some((subset, name)) if subset.len() == 6 => name,
        _ => font,
    };
    let mut words: Vec<String> = Vec::new();
    let mut was_small = false;
    let mut letters = font.chars().peekable();
    while let Some(c) = letters.next() {
        // a capital begins a word after a small letter, or before one: «TimesKaz», «KZTimes»
        let before_small = letters.peek().is_some_and(|next| next.is_lowercase());
        let parts_words = !c.is_alphanumeric() || c.is_uppercase() && (was_small || before_small);
        if parts_words || words.is_empty() {
            words.push(String::new());
        }
        was_small = c.is_lowercase();
        if c.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(c.to_lowercase());
        }
    }
    words.iter().any(|word| {
        MARKS.contains(&word.as_str())
            || MARKS.iter().any(|mark| {
                let family = word.strip_prefix(mark).or_else(|| word.strip_suffix(mark));
                family.is_some_and(|family| FAMILIES.iter().any(|name| family.starts_with(name)))
            })
    })
}

/// The text of a run as its font drew it; none where the font is no old one or nothing changes. Readers call it for each
/// run whose font they know, and note what it changed with [`note_old_font`].
pub(crate) fn mend_run(font: &str, text: &str) -> Option<String> {
    (has_letters(text) && is_old_font(font)).then(|| mend_letters(text))
}

/// Whether a text has letters in whose places old fonts drew others.
pub(crate) fn has_letters(text: &str) -> bool {
    text.chars().any(|c| drawn_as(c).is_some())
}

/// Notes that a run was mended, once for each font.
pub(crate) fn note_old_font(doubts: &mut Vec<Doubt>, font: &str, before: &str, after: &str) {
    let is_noted = doubts
        .iter()
        .any(|doubt| matches!(doubt, Doubt::OldFont { font: noted, .. } if noted == font));
    if !is_noted {
        doubts.push(Doubt::OldFont {
            font: font.to_owned(),
            before: words_with_letters(before, |c| drawn_as(c).is_some(), before).join(" "),
            after: words_with_letters(before, |c| drawn_as(c).is_some(), after).join(" "),
        });
    }
}

/// Gives notes that tell of one letter alone the words in which it stands: a PDF is read letter by letter.
pub(crate) fn tell_words(document: &mut Document) {
    let mut doubts = std::mem::take(&mut document.doubts);
    for doubt in &mut doubts {
        let Doubt::OldFont { before, after, .. } = doubt else {
            continue;
        };
        let (Some(drawn), None) = (after.chars().next(), after.chars().nth(1)) else {
            continue;
        };
        let all = document.list_words().flat_map(words);
        let such: Vec<&str> = all.filter(|word| word.contains(drawn)).take(6).collect();
        if !such.is_empty() {
            let told = such.join(" ");
            *before = told.chars().map(|c| find_place(c).unwrap_or(c)).collect();
            *after = told;
        }
    }
    document.doubts = doubts;
}

/// The letter in whose place an old font drew this one.
fn find_place(drawn: char) -> Option<char> {
    "ЌќЎўЈјЄєЇїҐґЋћЅѕ"
        .chars()
        .find(|place| drawn_as(*place) == Some(drawn))
}

/// Mends a document whose fonts are not known or not named as old ones, where its letters tell of one.
pub(crate) fn mend_document(document: &mut Document) {
    if !is_of_old_font(document.list_words().flat_map(words)) {
        return;
    }
    let text = document.text();
    let after = mend_letters(&text);
    note_old_font(&mut document.doubts, "", &text, &after);
    let mend = |text: &mut String| *text = mend_letters(text);
    for block in &mut document.blocks {
        match block {
            Block::Heading { text, .. }
            | Block::Paragraph { text }
            | Block::ListItem { text, .. }
            | Block::Note { text } => mend(text),
            Block::Table { rows } => rows.iter_mut().flatten().for_each(mend),
            Block::Picture { .. } => {}
        }
    }
    for picture in &mut document.pictures {
        picture.caption.iter_mut().for_each(mend);
        picture.alternative.iter_mut().for_each(mend);
    }
    document.properties.title.iter_mut().for_each(mend);
}

fn mend_letters(text: &str) -> String {
    text.chars().map(|c| drawn_as(c).unwrap_or(c)).collect()
}

/// Whether the letters of a text are those of an old font: words that neither Ukrainian nor Belarusian, Serbian nor
/// Macedonian can have, more of them than of words that one of these languages can have alone.
fn is_of_old_font<'a>(words: impl Iterator<Item = &'a str>) -> bool {
    let mut telling = 0;
    let mut open = 0;
    let mut foreign = 0;
    let mut kazakh = 0;
    let mut misread = 0;
    for word in words {
        let small = word.to_lowercase();
        if small.contains(['қ', 'ғ', 'ң', 'ү', 'ұ', 'ө', 'ә', 'һ']) {
            kazakh += 1;
        }
        misread += usize::from(is_misread_utf_8(word));
        if !small.chars().any(|c| drawn_as(c).is_some()) {
            continue;
        }
        match is_impossible_elsewhere(&small) {
            true => telling += 1,
            false if FOREIGN_WORDS.contains(&small.as_str()) => foreign += 1,
            false => open += 1,
        }
    }
    // a Kazakh text in Unicode may name somebody from Kyiv or Belgrade
    telling > misread && kazakh <= telling && foreign <= telling && telling * 4 >= open
}

/// Whether a word is what UTF-8 looks like when it is read as Windows-1251: «РєР» for «к», pairs of which the first is
/// always a capital.
fn is_misread_utf_8(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let is_first = |c: &char| matches!(c, 'Р' | 'С' | 'Т' | 'У');
    letters.iter().filter(|c| is_first(c)).count() * 2 >= letters.len()
        && letters
            .windows(2)
            .any(|pair| is_first(&pair[0]) && !matches!(pair[1], 'А'..='Я' | 'а'..='я'))
}

/// Words that tell of Ukrainian, Belarusian, Serbian or Macedonian.
const FOREIGN_WORDS: [&str; 22] = [
    "її",
    "є",
    "їх",
    "їм",
    "має",
    "своєї",
    "які",
    "україни",
    "україні",
    "українi",
    "ў",
    "яў",
    "быў",
    "ёў",
    "што",
    "је",
    "који",
    "која",
    "које",
    "србије",
    "ће",
    "ѕвезда",
];

/// Whether a word with such letters can be of none of the languages that have them.
fn is_impossible_elsewhere(small: &str) -> bool {
    let has = |letters: &[char]| small.contains(letters);
    let ukrainian = has(&['є', 'ї', 'ґ']);
    let belarusian = has(&['ў']);
    let serbian = has(&['ћ']);
    let macedonian = has(&['ќ', 'ѕ']);
    let southern = serbian || macedonian || has(&['ј']);
    // letters that no one language has together
    if ukrainian && (belarusian || southern)
        || belarusian && southern
        || serbian && macedonian
        || ukrainian && has(&['ы', 'ё', 'ъ', 'э'])
        || southern && has(&['ы', 'ё', 'э', 'й', 'ь', 'я', 'ю', 'щ', 'і'])
    {
        return true;
    }
    // Macedonian has ѕ and ќ before or after a vowel in few words, and never at the end with н before; Belarusian has ў
    // after a vowel alone; Ukrainian begins no syllable with ї after a consonant without an apostrophe
    let mut before = ' ';
    for c in small.chars() {
        let after_consonant = before != ' ' && !"аеёиіоуыэюяєїјўґ’'ʼьъ-".contains(before);
        if after_consonant && matches!(c, 'ў' | 'ї') {
            return true;
        }
        before = c;
    }
    false
}

/// Words of letters; what is between them is no part of any.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic() && !matches!(c, '’' | '\'' | 'ʼ' | '-'))
        .filter(|word| !word.is_empty())
}

/// The first words of `of` that stand where words of `text` have such letters; the two have as many words.
fn words_with_letters<'a>(
    text: &'a str,
    is_such: impl Fn(char) -> bool,
    of: &'a str,
) -> Vec<&'a str> {
    words(text)
        .zip(words(of))
        .filter(|(word, _)| word.chars().any(&is_such))
        .map(|(_, word)| word)
        .take(6)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Format;

    fn mended(text: &str) -> Document {
        let mut document = Document::new(Format::Text);
        document.blocks.push(Block::Paragraph {
            text: text.to_owned(),
        });
        mend_document(&mut document);
        document
    }

    #[test]
    fn a_font_is_told_by_its_name() {
        for font in [
            "Times New Roman KZ",
            "Arial Kaz",
            "KZ Times",
            "Times Kaz",
            "Kz_Times",
            "KZArial",
            "TimesKaz",
            "Times_New_Roman_KZ",
            "ABCDEF+TimesKZ",
            "KazTime",
            "KZTIMES",
            "ARIALKAZ",
            "Kz Times New Roman",
        ] {
            assert!(is_old_font(font), "{font}");
        }
        for font in [
            "Times New Roman",
            "Arial",
            "Kazimir Text",
            "KAZIMIR",
            "Calibri",
            "",
        ] {
            assert!(!is_old_font(font), "{font}");
        }
    }

    #[test]
    fn a_run_of_an_old_font_is_mended() {
        assert_eq!(
            mend_run("Times Kaz", "Ќазаќстан Республикасыныѕ ЇКІМЕТІ").as_deref(),
            Some("Қазақстан Республикасының ҮКІМЕТІ")
        );
        assert_eq!(mend_run("Times New Roman", "Ќазаќстан"), None);
        assert_eq!(mend_run("Arial Kaz", "Қазақстан"), None);
    }

    #[test]
    fn letters_tell_of_an_old_font_whose_name_does_not() {
        let document = mended("Бїгін ќалада жаѕа кґпір ашылды. Оєан ўзаќ жылдар кїш салынды.");
        assert_eq!(
            document.text(),
            "Бүгін қалада жаңа көпір ашылды. Оған ұзақ жылдар күш салынды."
        );
        let [Doubt::OldFont { before, after, .. }] = document.doubts.as_slice() else {
            panic!("{:?}", document.doubts);
        };
        assert_eq!(before, "Бїгін ќалада жаѕа кґпір Оєан ўзаќ");
        assert_eq!(after, "Бүгін қалада жаңа көпір Оған ұзақ");
    }

    #[test]
    fn a_note_of_one_letter_tells_the_words_that_have_it() {
        let mut document = Document::new(Format::Pdf);
        document.blocks.push(Block::Paragraph {
            text: "Бүгін жаңа қалада көпір ашылды, қуандық".to_owned(),
        });
        note_old_font(&mut document.doubts, "TimesKaz", "ќ", "қ");
        tell_words(&mut document);
        assert_eq!(
            document.doubts,
            [Doubt::OldFont {
                font: "TimesKaz".to_owned(),
                before: "ќалада ќуандыќ".to_owned(),
                after: "қалада қуандық".to_owned(),
            }]
        );
    }

    #[test]
    fn what_was_read_in_a_wrong_encoding_is_no_old_font() {
        let misread: String = "Бүгін қалада жаңа көпір ашылды, оған көп адам келді"
            .bytes()
            .map(|byte| encoding_rs::WINDOWS_1251.decode(&[byte]).0.into_owned())
            .collect();
        assert_eq!(mended(&misread).doubts, vec![]);
    }

    #[test]
    fn other_languages_are_left_as_they_are() {
        for text in [
            "Її мати живе в Україні, а ґанок її хати фарбує сусід. Європа поїхала далі.",
            "Яна жыве ў Мінску, дзе быў яе брат; учора ён прыехаў з вёскі.",
            "Човек је рекао да ће доћи сутра у Београд, који је главни град Србије.",
            "Куќата на ѕвездите е голема, а ноќта е јасна; таа јаде јаболко.",
            "Қазақстан Президенті Київ қаласында Володимир Зеленськийге хат жолдады, Україна.",
            "Обычный русский текст без особых букв.",
        ] {
            let document = mended(text);
            assert_eq!(document.text(), text);
            assert_eq!(document.doubts, vec![]);
        }
    }
}
