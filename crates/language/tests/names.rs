//! Names in all seven cases find their key; different names keep theirs apart.

// Helpers of tests may panic as tests do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test or a bench tells by failing"
)]

#[path = "common/paradigm.rs"]
mod paradigm;

use muragat_language::name_key;
use paradigm::{cases, is_front};
use std::collections::HashMap;

/// Stems of surnames, chosen for this test.
#[rustfmt::skip]
const STEMS: &[&str] = &[
    "Абдрасил", "Ақбота", "Алтынсар", "Аманкел", "Арыстанбек", "Әбдіқадыр", "Әлімбек", "Байғабыл", "Бердімұрат", "Бөкейхан", "Ғаббас", "Дәулеткерей", "Досмағамбет", "Еділбай", "Есжан", "Жайлаубай", "Жұмаділ",
    "Кәкім", "Көбеген", "Қалмырза", "Қожабек", "Құлтай", "Мамырбек", "Мәжікен", "Мұсылманбек", "Мырзағали", "Нарымбет", "Ниязбек", "Нұрпейіс", "Оңғарбай", "Орынбек", "Рысқұлбек", "Салық", "Сарбас", "Сүлеймен",
    "Тасмағамбет", "Тәңірберген", "Төребай", "Тұңғышбай", "Үсен", "Шаймерден", "Шәріпбай", "Ізбасар", "Ысқақ", "Иманғали", "Молдаш", "Сыздық", "Дүйсекей", "Бекболат", "Жүніс",
];

/// Given names that no list of the project had when they were put in.
#[rustfmt::skip]
const GIVEN: &[&str] = &[
    "Абылқасым", "Ажар", "Айбике", "Айкен", "Ақтілек", "Алмажан", "Амангүл", "Әжібай", "Әйменде", "Бағжан", "Балабек", "Бекежан", "Біләл", "Ботакөз", "Дәметкен", "Досмырза", "Ежебай", "Елдос", "Елнұр",
    "Ералы", "Есенжол", "Жанкелді", "Жарқынай", "Жасталап", "Жұпар", "Зейін", "Зияда", "Кенжетай", "Күнімжан", "Қамқа", "Қарақат", "Қасиет", "Құтжан", "Мақпірат", "Мұқан", "Мінайым", "Нұрасыл", "Нұрдос",
    "Нұрлыайым", "Оразгүл", "Өмірсерік", "Рүстембек", "Сағадат", "Самұрық", "Сезім", "Серікгүл", "Сырғалым", "Сүндет", "Тайшық", "Тәттігүл", "Тілеуқабыл", "Тойбала", "Ұлмекен", "Үміт", "Шаттық", "Шырын", "Іңкәр", "Ырысгүл",
    "Ақберен", "Дінислам", "Қаракөз", "Жібекжан", "Елжас", "Інжу", "Аспан", "Сабырбай", "Таңсық", "Тұмар", "Еламан", "Назерім",
];

/// Stems of surnames that came in after the rules stood, and were measured before anything was mended by them.
#[rustfmt::skip]
const LATER_STEMS: &[&str] = &[
    "Абзал", "Айтқожа", "Алшынбай", "Атымтай", "Әжімұрат", "Әубәкір", "Балтабай", "Басығара", "Бейсен", "Бөлекбай", "Ғабдолла", "Ғизат", "Даңғыл", "Дөненбай", "Елемес", "Ерназар", "Жангелді", "Жарылғап",
    "Жолдыбай", "Жүсіпәлі", "Зейнолла", "Игілік", "Кенжебай", "Көшім", "Қабанбай", "Қазыбек", "Қоңырбай", "Құлманбет", "Мақат", "Мәмет", "Меңдібай", "Мінәйдар", "Наурызбай", "Нұрқожа", "Орақ", "Отар", "Өтеген", "Рахымжан",
    "Сапабек", "Сәмет", "Сырым", "Тайлақ", "Тілеуберген", "Тоқтамыс", "Түнғат", "Ұзақ", "Шаншар", "Шөже", "Ығылман", "Іргебай",
];

/// Given names of the same kind.
#[rustfmt::skip]
const LATER_GIVEN: &[&str] = &[
    "Айжарқын", "Айымша", "Ақбөпе", "Ақжүніс", "Алтынгүл", "Арайлым", "Әдемі", "Бақдәулет", "Балжан", "Батима", "Бекзада", "Бибінұр", "Ғалымбек", "Гүлжаухар", "Дәлелхан", "Дәнеш", "Елубай", "Еркежан", "Жадыра", "Жансерік",
    "Жұлдызай", "Зәмзәгүл", "Ибадат", "Кәмәрия", "Күлпан", "Қанипа", "Қарлыға", "Қоңыр", "Қызжібек", "Ләйлім", "Маржангүл", "Мейіз", "Мөлдір", "Мұқағали", "Нағима", "Нәбира", "Нұрбақыт", "Орақбай", "Патшайым", "Рыскүл",
    "Сәбира", "Сәкібжамал", "Сәмиға", "Таңшолпан", "Тәпия", "Тұрар", "Тыныштық", "Ұлбосын", "Үрия", "Хадиша", "Хансұлу", "Шайза", "Шарбану", "Шырайлым", "Ырысалды", "Інжугүл",
];

/// Given names of the same kind, put in and measured when the lists had grown and before anything was mended by them.
#[rustfmt::skip]
const LATEST_GIVEN: &[&str] = &[
    "Айбатыр", "Айғали", "Айнұрлан", "Айқожа", "Айтқожа", "Ақмырза", "Ақсейіт", "Алданыш", "Алшын", "Аманжүсіп", "Арқалық", "Асаубай", "Атығай", "Әбдірасул", "Әйтеке", "Бағымбай",
    "Байсары", "Байсейіт", "Байтөре", "Бақтыораз", "Баһрам", "Бектөре", "Бердіқожа", "Бозтай", "Дәрібай", "Досқожа", "Дүйсенхан", "Ебейсін", "Елемес", "Еркінхан", "Есмағамбет", "Жанқожа",
    "Жансүгір", "Жетпісбай", "Жолжақсы", "Жұмасейіт", "Иманқұл", "Итемген", "Қайыпназар", "Қаражан", "Қаратай", "Қожанияз", "Қонысбай", "Құдабай", "Құттыбай", "Лекер", "Мақсұтбек",
    "Малдыбай", "Мәмбетәлі", "Меңдіғали", "Молдабай", "Мырқы", "Нұрбапа", "Нұрмолда", "Оспанбек", "Рүстемхан", "Сағындықбай", "Сарыбай", "Сатыпалды", "Сексенбай", "Сыбанбай", "Сүгірбай",
    "Тәжібай", "Тілемыс", "Тоқберген", "Төлемыс", "Түменбай", "Үсенбай", "Шойынбет", "Шоңғал", "Ысмағұл", "Ырысқұл", "Айбүбі", "Айнабүбі", "Ақбүбі", "Ақгүлім", "Айшахан", "Алмажай",
    "Алтынкүл", "Балсәуле", "Бәдігүл", "Бүбіш", "Ғайша", "Гүлбаршаш", "Гүлқайнар", "Гүлтай", "Дүриябану", "Зеріпа", "Зибакүл", "Жамалхан", "Кәмеш", "Күлбаршын", "Күләндам", "Қадиша",
    "Қалдықыз", "Қанышай", "Қатипа", "Қымқап", "Мәрзия", "Мейрамкүл", "Науатай", "Несіпкүл", "Нұрбүбі", "Нұржәмила", "Ойжан", "Оразкүл", "Патсайы", "Разиякүл", "Рысбүбі", "Сақыпжан",
    "Сәлиқа", "Сұлубике", "Тәбия", "Тоты", "Тотыгүл", "Тұрсынбүбі", "Ұлбүбі", "Ұлдархан", "Үрима", "Хадишахан", "Шәмсия", "Шекербану", "Шәйі", "Ырысбүбі", "Ізгүл",
];

/// Whether no list of given names has the name, to the letter.
fn is_unlisted(name: &str) -> bool {
    let lists = [
        include_str!("../../../assets/gazetteers/given.txt"),
        include_str!("../../../assets/gazetteers/given-more.txt"),
    ];
    !lists
        .iter()
        .flat_map(|list| list.split([',', '\n']))
        .any(|entry| entry.trim() == name)
}

fn surnames(stems: &[&str]) -> Vec<String> {
    let vowel = |stem: &str| stem.ends_with(['а', 'ә', 'е', 'ы', 'і', 'и', 'й']);
    let mut all = Vec::new();
    for (at, stem) in stems.iter().enumerate() {
        let stem = stem.trim_end_matches(['й', 'ы', 'і', 'а', 'ә', 'и']);
        let root = if at.is_multiple_of(3) && !vowel(stem) {
            "ов"
        } else {
            "ев"
        };
        all.extend([
            format!("{stem}{root}"),
            format!("{stem}{root}а"),
            format!("{stem}ин"),
            format!("{stem}ина"),
            format!("{stem}ұлы"),
            format!("{stem}қызы"),
        ]);
    }
    all
}

/// How many forms have the key of their nominative.
fn kept(
    names: &[String],
    front: impl Fn(&str) -> bool,
    possessed: impl Fn(&str) -> bool,
) -> (usize, usize, Vec<String>) {
    let (mut right, mut all, mut wrong) = (0, 0, Vec::new());
    for name in names {
        for form in cases(name, front(name), possessed(name)) {
            all += 1;
            if name_key(&form) == name_key(name) {
                right += 1;
            } else {
                wrong.push(format!(
                    "{form}: {} for {}",
                    name_key(&form),
                    name_key(name)
                ));
            }
        }
    }
    (right, all, wrong)
}

/// Pairs of different names that share a key, per thousand pairs that differ.
fn merged(names: &[String]) -> usize {
    let mut keys: HashMap<String, Vec<&String>> = HashMap::new();
    for name in names {
        keys.entry(name_key(name)).or_default().push(name);
    }
    keys.values()
        .map(|same| same.len() * (same.len() - 1) / 2)
        .sum()
}

#[test]
fn surnames_keep_their_key_in_every_case() {
    for stems in [STEMS, LATER_STEMS] {
        let names = surnames(stems);
        let patronymic = |name: &str| name.ends_with("ұлы") || name.ends_with("қызы");
        let (right, all, wrong) = kept(&names, |_| false, patronymic);
        println!("surnames: {right} of {all}, merged {}", merged(&names));
        assert!(right * 100 >= all * 99, "{right} of {all}: {wrong:#?}");
        assert_eq!(merged(&names), 0);
    }
}

#[test]
fn given_names_keep_their_key_in_every_case() {
    for list in [GIVEN, LATER_GIVEN, LATEST_GIVEN] {
        let names: Vec<String> = list.iter().map(|name| (*name).to_owned()).collect();
        let (right, all, wrong) = kept(&names, is_front, |_| false);
        let pairs = names.len() * (names.len() - 1) / 2;
        println!(
            "given names: {right} of {all}, merged {} of {pairs}: {wrong:?}",
            merged(&names)
        );
        assert!(right * 100 >= all * 95, "{right} of {all}: {wrong:#?}");
        assert!(
            merged(&names) * 200 < pairs,
            "{} of {pairs}",
            merged(&names)
        );
    }
    // the lists of the project have taken up some of them since
    let names: Vec<String> = [GIVEN, LATER_GIVEN, LATEST_GIVEN]
        .concat()
        .iter()
        .filter(|name| is_unlisted(name))
        .map(|name| (*name).to_owned())
        .collect();
    let (right, all, wrong) = kept(&names, is_front, |_| false);
    println!("given names on no list: {right} of {all}: {wrong:?}");
    assert!(names.len() >= 100, "{}", names.len());
    assert!(right * 100 >= all * 95, "{right} of {all}: {wrong:#?}");
}

#[test]
fn the_genders_of_a_surname_never_share_a_key() {
    for stem in STEMS {
        let man = format!("{stem}ев");
        for form in cases(&format!("{man}а"), false, false) {
            assert_ne!(name_key(&form), name_key(&man), "{form}");
        }
    }
}
