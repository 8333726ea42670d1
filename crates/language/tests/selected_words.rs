//! What a hand selects is all in what is proposed: in the name, or in a position beside it.

// Helpers of tests may panic as tests do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test or a bench tells by failing"
)]

use std::path::Path;

use muragat_language::{Lexicon, NameKind, ReadText};

/// Every release of the regression set.
fn releases() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/releases");
    let files = std::fs::read_dir(folder).unwrap();
    files
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// Whatever words a hand selected, each stands in what is proposed: in the name, or in a position.
#[test]
fn no_selected_word_is_dropped() {
    use NameKind::{Organisation, Person, Place};
    for (body, selected, kind, name, positions) in [
        (
            "Медаль бүгін, 9 мамырда, Қазақстан Республикасының еңбек сіңірген қайраткері Самат Рахимовқа табысталды.",
            "Қазақстан Республикасының еңбек сіңірген қайраткері Самат Рахимовқа",
            Person,
            "Самат Рахимов",
            &["Қазақстан Республикасының еңбек сіңірген қайраткері"][..],
        ),
        (
            "Алғыс хат ауылдың белгілі ардагері Тайжан Жеңісұлына берілді.",
            "ауылдың белгілі ардагері Тайжан Жеңісұлына",
            Person,
            "Тайжан Жеңісұлы",
            &["ауылдың белгілі ардагері"],
        ),
        (
            "Жүлдені Асан Омаров Серік Нұрланұлына табыс етті.",
            "Асан Омаров Серік Нұрланұлына",
            Person,
            "Асан Омаров Серік Нұрланұлы",
            &[],
        ),
        (
            "Жиынды облыс әкімі Асан Омаров ашты. Кеше кіші Асан Омаров келді.",
            "кіші Асан Омаров",
            Person,
            "кіші Асан Омаров",
            &[],
        ),
        (
            "Награду вручили заслуженному деятелю искусств Республики Казахстан Самату Рахимову вчера вечером.",
            "заслуженному деятелю искусств Республики Казахстан Самату Рахимову",
            Person,
            "Самат Рахимов",
            &["заслуженному деятелю искусств Республики Казахстан"],
        ),
        (
            "Благодарность на собрании вручили жителю посёлка Марии Анне Шарлотте Ивановой вчера вечером.",
            "Марии Анне Шарлотте Ивановой",
            Person,
            "Мария Анна Шарлотта Иванова",
            &["жителю посёлка"],
        ),
        (
            "Жиын Жетісу облысы Көксу ауданында өтті.",
            "Жетісу облысы Көксу ауданында",
            Place,
            "Жетісу облысы Көксу ауданы",
            &[],
        ),
        (
            "Бүгін «Ерлік» қоғамдық бірлестігі жанындағы жастар қанатына хат келді.",
            "«Ерлік» қоғамдық бірлестігі жанындағы жастар қанатына",
            Organisation,
            "«Ерлік» қоғамдық бірлестігі жанындағы жастар қанаты",
            &[],
        ),
    ] {
        // a selection is answered by the grammar
        let lexicon = Lexicon::default().taught(None);
        let read = ReadText::of_body("Хабар", body, &lexicon);
        let start = body[..body.find(selected).unwrap()].chars().count();
        let span = start..start + selected.chars().count();
        let one = read.propose(span, kind, &lexicon).unwrap();
        let own: Vec<&str> = one.positions.iter().map(String::as_str).collect();
        assert_eq!((one.name.as_str(), &own[..]), (name, positions), "{body}");
    }
}

/// The same over every release: a selection that begins and ends anywhere around a name loses no word, but for fewer
/// than one in a hundred, of selections that reach into another one's name or share a post in the plural.
#[test]
fn hardly_a_word_around_a_name_of_the_set_is_dropped() {
    let lexicon = Lexicon::default();
    let (mut asked, mut dropped) = (0, 0);
    for (file, text) in releases() {
        let read = ReadText::new(&text, &lexicon);
        let reading = read.reading();
        let words: Vec<_> = muragat_language::words(&reading.body).collect();
        for person in &reading.people {
            let Some(mention) = person.mentions.first() else {
                continue;
            };
            let first = words.partition_point(|word| word.end <= mention.start);
            let last = words.partition_point(|word| word.start < mention.end);
            for (before, behind) in [(1, 0), (0, 1), (4, 0), (2, 2)] {
                let (Some(from), Some(to)) = (
                    first.checked_sub(before).and_then(|at| words.get(at)),
                    words.get(last + behind - 1),
                ) else {
                    continue;
                };
                let selected: String = reading
                    .body
                    .chars()
                    .skip(from.start)
                    .take(to.end - from.start)
                    .collect();
                let own = read.propose(from.start..to.end, NameKind::Person, &lexicon);
                let own = own.unwrap();
                let told: Vec<&str> = std::iter::once(own.name.as_str())
                    .chain(own.positions.iter().map(String::as_str))
                    .flat_map(muragat_language::words)
                    .map(|word| word.text)
                    .collect();
                let around = words[first - before..first].iter();
                for word in around.chain(&words[last..last + behind]) {
                    asked += 1;
                    let begins: String = word.text.chars().take(2).collect();
                    if !told.iter().any(|other| other.starts_with(&begins)) {
                        println!("{file}: {} of {selected} is not in {told:?}", word.text);
                        dropped += 1;
                    }
                }
            }
        }
    }
    assert!(asked > 1_000, "{asked}");
    assert!(dropped * 100 < asked, "{dropped} of {asked}");
}
