//! Releases in any number, for benches: of made-up words, with a made-up person in each.

/// A generator of releases: the same number gives the same text.
pub struct Writer(pub u64);

pub const WORDS: &[&str] = &[
    "облыс",
    "әкім",
    "жиын",
    "жоба",
    "құрылыс",
    "мектеп",
    "аурухана",
    "жол",
    "көпір",
    "бюджет",
    "қаржы",
    "азамат",
    "жастар",
    "мәдениет",
    "спорт",
    "ғылым",
    "университет",
    "кәсіпкер",
    "инвестиция",
    "ауыл",
    "шаруашылық",
    "егін",
    "су",
    "тасқын",
    "көмек",
    "қызмет",
    "орталық",
    "аудан",
    "қала",
    "тұрғын",
    "үй",
    "кілт",
    "балабақша",
    "дәрігер",
    "мұғалім",
    "студент",
    "ардагер",
    "мереке",
    "концерт",
    "көрме",
    "форум",
    "кеңес",
    "депутат",
    "мәслихат",
    "сессия",
    "заң",
    "реформа",
    "сайлау",
    "референдум",
    "цифрлық",
    "жүйе",
    "өндіріс",
    "зауыт",
    "жұмыс",
];
const ENDINGS: &[&str] = &[
    "",
    "да",
    "ның",
    "ға",
    "лар",
    "лары",
    "ларына",
    "мен",
    "дан",
    "сы",
    "сында",
    "ы",
];
pub const GIVEN: &[&str] = &[
    "Айгүл",
    "Нұрлан",
    "Сәуле",
    "Ерлан",
    "Гүлнар",
    "Бауыржан",
    "Динара",
    "Марат",
    "Жанар",
    "Қайрат",
    "Алия",
    "Серік",
];
pub const ROOTS: &[&str] = &[
    "Омар",
    "Сейіт",
    "Ахмет",
    "Иса",
    "Жақсылық",
    "Тойлыбай",
    "Қыдырман",
    "Бөрібай",
    "Оңалбай",
    "Нұрпейіс",
    "Сұлтан",
    "Ермек",
];

impl Writer {
    pub fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below as u64) as usize
    }

    /// A person's name.
    pub fn name(&mut self) -> String {
        let female = self.next(2) == 0;
        let given = GIVEN[self.next(GIVEN.len())];
        let number = self.next(40);
        format!(
            "{given} {}{}ов{}",
            ROOTS[self.next(ROOTS.len())],
            ["", "бек", "хан", "ғали"][number % 4],
            if female { "а" } else { "" }
        )
    }

    /// A release of about 200 words; a person's name stands in it.
    pub fn release(&mut self, number: u64) -> (String, String) {
        let name = self.name();
        let mut text = format!(
            "date 20{:02}-{:02}-{:02} ",
            10 + number % 17,
            1 + number % 12,
            1 + number % 28
        );
        for _ in 0..6 {
            text.push_str(WORDS[self.next(WORDS.len())]);
            text.push(' ');
        }
        text.push_str(&format!("№{number}\n"));
        for _ in 0..12 {
            for _ in 0..16 {
                text.push_str(WORDS[self.next(WORDS.len())]);
                text.push_str(ENDINGS[self.next(ENDINGS.len())]);
                text.push(' ');
            }
            text.push_str(".\n");
        }
        text.push_str(&format!("– деді {name}.\n"));
        (text, name)
    }
}
