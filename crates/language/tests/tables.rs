//! Tables of names, as they are pasted: cells parted by tabs.

use muragat_language::{Role, read};

/// What stands above the rows, the rows, and the people with their positions.
type Table<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

#[test]
fn a_table_of_names_is_read_with_its_positions() {
    let kazakh = "Жиынға қатысушылар\nБүгін облыста жиын өтті. Оған мыналар қатысты:\n";
    let russian = "Участники заседания\nСегодня прошло заседание. В нём участвовали:\n";
    let mut wrong = Vec::new();
    let cases: &[Table<'_>] = &[
        (
            kazakh,
            "Сапаров Ерлан\tоблыс әкімінің орынбасары\nОспанова Жанар\tмәдениет басқармасының басшысы",
            &[
                ("Сапаров Ерлан", "облыс әкімінің орынбасары"),
                ("Оспанова Жанар", "мәдениет басқармасының басшысы"),
            ],
        ),
        (
            kazakh,
            "облыс әкімінің орынбасары\tЕрлан Сапаров\nмәдениет басқармасының басшысы\tЖанар Оспанова",
            &[
                ("Ерлан Сапаров", "облыс әкімінің орынбасары"),
                ("Жанар Оспанова", "мәдениет басқармасының басшысы"),
            ],
        ),
        (
            kazakh,
            "№\tАты-жөні\tЛауазымы\n1.\tСапаров Ерлан\tдиректор\n2.\tОспанова Жанар\tмектеп мұғалімі",
            &[
                ("Сапаров Ерлан", "директор"),
                ("Оспанова Жанар", "мектеп мұғалімі"),
            ],
        ),
        (
            kazakh,
            "1\tЕрлан Сапаров\t\tаудан әкімі\n2\tЖанар Оспанова\t\tкітапхана меңгерушісі",
            &[
                ("Ерлан Сапаров", "аудан әкімі"),
                ("Жанар Оспанова", "кітапхана меңгерушісі"),
            ],
        ),
        (
            russian,
            "Сапаров Ерлан Маратович\tзаместитель акима области\nОспанова Жанна Болатовна\tруководитель управления культуры",
            &[
                ("Сапаров Ерлан Маратович", "заместитель акима области"),
                (
                    "Оспанова Жанна Болатовна",
                    "руководитель управления культуры",
                ),
            ],
        ),
        (
            russian,
            "1.\tЕрлан Сапаров\tдиректор музея\n2.\tЖанна Оспанова\tзаведующая библиотекой",
            &[
                ("Ерлан Сапаров", "директор музея"),
                ("Жанна Оспанова", "заведующая библиотекой"),
            ],
        ),
        (
            russian,
            "заместитель акима области\tЕрлан Сапаров\nруководитель управления культуры\tЖанна Оспанова",
            &[
                ("Ерлан Сапаров", "заместитель акима области"),
                ("Жанна Оспанова", "руководитель управления культуры"),
            ],
        ),
    ];
    for (begin, rows, people) in cases {
        let reading = read(&format!("{begin}{rows}"));
        let found: Vec<(&str, &str)> = reading
            .people
            .iter()
            .map(|one| {
                (
                    one.name.as_str(),
                    one.positions.first().map_or("", String::as_str),
                )
            })
            .collect();
        let signs = |role: &Role| *role == Role::Author;
        if found != *people || reading.people.iter().any(|one| one.roles.iter().any(signs)) {
            wrong.push(format!("{rows:?}: {found:?}"));
        }
    }
    println!(
        "tables: {} of {} right",
        cases.len() - wrong.len(),
        cases.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The heads of columns, as tables of releases, programmes and plans have them.
const HEADS: [&str; 18] = [
    "№\tАты-жөні\tЛауазымы",
    "Р/с\tТегі, аты, әкесінің аты\tЛауазымы\tЖұмыс орны",
    "№ р/с\tТ.А.Ә.\tЛауазымы\tБайланыс телефоны",
    "Аты-жөні\tЛауазымы\tҰйымы",
    "Уақыты\tІс-шара атауы\tӨткізілетін орны\tЖауапты орган",
    "№\tІс-шаралар\tОрындау мерзімі\tЖауапты орындаушылар",
    "Мекеменің атауы\tБасшысының аты-жөні\tМекенжайы",
    "Ұйым атауы\tБөлім басшысы\tТелефоны",
    "№ п/п\tФ.И.О.\tДолжность",
    "№\tФамилия, имя, отчество\tДолжность\tМесто работы",
    "ФИО\tДолжность\tОрганизация",
    "Время\tМероприятие\tМесто проведения\tОтветственный",
    "Наименование мероприятия\tСрок исполнения\tОтветственный исполнитель",
    "Наименование организации\tФИО руководителя\tАдрес",
    "Государственный орган\tРуководитель\tТелефон",
    "Район\tАким района\tНаселение",
    "Аудан\tАудан әкімі\tХалық саны",
    "Министерство\tПредставитель\tКонтакты",
];

#[test]
fn the_heads_of_columns_are_neither_people_nor_bodies() {
    let begins = [
        (
            "Жиынға қатысушылар\nБүгін облыста жиын өтті. Оған мыналар қатысты:\n",
            ["1", "Сапаров Ерлан", "директор", "саны"],
        ),
        (
            "Участники заседания\nСегодня прошло заседание. В нём участвовали:\n",
            ["1", "Сапаров Ерлан", "директор", "число"],
        ),
    ];
    let mut wrong = Vec::new();
    for head in HEADS {
        for (begin, row) in begins {
            let row = row[..head.matches('\t').count() + 1].join("\t");
            let reading = read(&format!("{begin}{head}\n{row}\n{row}"));
            let from = begin
                .split_once('\n')
                .map_or(0, |(_, body)| body.chars().count());
            let is_in_head = |span: &muragat_language::Span| {
                (from..from + head.chars().count()).contains(&span.start)
            };
            let people = reading.people.iter().map(|one| (&one.name, &one.mentions));
            let named = reading
                .organisations
                .iter()
                .map(|one| (&one.name, &one.mentions));
            for (name, mentions) in people.chain(named) {
                if mentions.iter().any(is_in_head) {
                    wrong.push(format!("{head:?}: {name}"));
                }
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
