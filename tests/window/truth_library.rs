//! A library long enough to be scrolled everywhere: one release with many names, dozens of others, units, events.

use std::path::Path;

use muragat_tests::library::{Library, picture_file};

/// Invented people, each with the office of the paragraph that names them.
const PEOPLE: [(&str, &str); 14] = [
    ("Дархан Ысқақов", "Қала әкімінің орынбасары"),
    ("Сәуле Омарова", "«Ерлік» қоғамдық бірлестігінің төрағасы"),
    ("Нұрлан Сейітов", "Жетісу университетінің ректоры"),
    ("Гүлмира Байжанова", "Облыстық кітапхананың директоры"),
    ("Ерлан Тұрғанбаев", "Қалалық мәслихаттың депутаты"),
    ("Айнұр Жақыпова", "Мәдениет басқармасының басшысы"),
    ("Болат Қасенов", "Құрылыс басқармасының басшысы"),
    ("Роза Әлімова", "«Шапағат» қорының жетекшісі"),
    ("Мұрат Досанов", "Облыстық мұражайдың директоры"),
    ("Қарлығаш Ниязова", "Білім басқармасының басшысы"),
    ("Тимур Есенов", "Спорт басқармасының басшысы"),
    ("Жанар Оспанова", "«Болашақ» мектебінің директоры"),
    ("Самат Рахимов", "Су шаруашылығы басқармасының басшысы"),
    ("Меруерт Сағынова", "Облыстық газеттің бас редакторы"),
];

/// A short one, with the same people.
const SHORT: &str = "date 2026-03-10 Су тасқынына қарсы штаб отырысы өтті
Отырысты қала әкімінің орынбасары Дархан Ысқақов өткізді.
Талқылауға Сәуле Омарова мен Нұрлан Сейітов қатысты.
Ақсай өзенінің деңгейі бақылауда.
";

/// The long release: a paragraph for each of them, every third with a quotation.
fn long_release() -> String {
    let mut text = String::from("date 2026-03-14 Қаланың жаңа кітапханасы ашылды\n");
    for (at, (name, office)) in PEOPLE.iter().enumerate() {
        text.push_str(&format!(
            "{office} {name} жиынға қатысып, өткен жылы атқарылған істер мен алдағы жоспарды таныстырды. \
             Жиында жаңа ғимараттың құрылысы, оқу залының жабдықталуы мен балалар бөлмесінің жұмысы жан-жақты сөз болды. \
             Тұрғындар көтерген мәселелер бойынша арнайы жұмыс тобы құрылып, оның алғашқы отырысы келесі аптада өтеді.\n"
        ));
        if at % 3 == 0 {
            text.push_str(&format!(
                "«Біз бұл іске {} жыл дайындалдық, енді есік баршаға ашық», – деді {name}.\n",
                at + 2
            ));
        }
    }
    text
}

/// The library, and what steps call by name.
pub struct TruthLibrary {
    pub made: Library,
    folder: String,
    long: String,
    short: String,
    other: String,
}

impl TruthLibrary {
    /// Makes it, by the command line as its users make one.
    pub fn make() -> TruthLibrary {
        let made = Library::empty();
        let long = add(&made, &[("long.txt".to_owned(), long_release())]);
        let others: Vec<(String, String)> = (0..40)
            .map(|number| {
                let (name, office) = PEOPLE[number % PEOPLE.len()];
                let text = format!(
                    "date 2025-{:02}-{:02} {number}-отырыс өтті\n{office} {name} отырысты ашты.\nКүн тәртібінде {number} мәселе қаралды.\n",
                    1 + number % 12,
                    1 + number % 28
                );
                (format!("{number}.txt"), text)
            })
            .collect();
        let others = add(&made, &others);
        let short = add(&made, &[("short.txt".to_owned(), SHORT.to_owned())]);
        made.muragat(&["unit", "12", "Облыс әкімдігі"]);
        made.muragat(&["unit", "1", "Баспасөз қызметі", "--under", "12"]);
        made.muragat(&["unit", "2", "Мәслихат хаттары", "--under", "12"]);
        for number in [1, 2] {
            let photo = photo(&made, &format!("ашылу {number}.png"), number);
            let caption = format!("Жиын, {number}-сурет");
            made.muragat(&["attach", &long[0], &photo, "--caption", &caption]);
        }
        photo(&made, "third.png", 3);
        made.file(
            "new.txt",
            "date 2026-03-20 Жаңа көпір ашылды\nКөпірді құрылысшылар мерзімінен бұрын салды.\n"
                .as_bytes(),
        );
        // A name with a word more in it: what was tagged there is to be looked at.
        let body = long_release().split_once('\n').unwrap().1.replacen(
            "Гүлмира Байжанова",
            "Гүлмира Әлиқызы Байжанова",
            1,
        );
        let changed = made.file("changed.txt", body.as_bytes());
        let folder = Path::new(&changed)
            .parent()
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        TruthLibrary {
            folder,
            long: long[0].clone(),
            short: short[0].clone(),
            other: others[3].clone(),
            made,
        }
    }

    /// A step with what it calls by name.
    pub fn filled(&self, step: &str) -> String {
        step.replace("{folder}", &self.folder)
            .replace("{long}", &self.long)
            .replace("{short}", &self.short)
            .replace("{other}", &self.other)
    }
}

/// Adds texts in one go; gives the documents' UUIDs.
fn add(library: &Library, texts: &[(String, String)]) -> Vec<String> {
    let files: Vec<String> = texts
        .iter()
        .map(|(name, text)| library.file(name, text.as_bytes()))
        .collect();
    let mut words = vec!["add", "--json"];
    words.extend(files.iter().map(String::as_str));
    let added: serde_json::Value = serde_json::from_str(&library.muragat(&words)).unwrap();
    let added = added["articles"].as_array().unwrap();
    added
        .iter()
        .map(|article| article["id"].as_str().unwrap().to_owned())
        .collect()
}

/// A photo's file; other numbers, other bytes.
fn photo(library: &Library, name: &str, number: u8) -> String {
    let mut bytes = picture_file();
    bytes.push(number);
    library.file(name, &bytes)
}
