//! What stands around a release that was copied out of a page, a channel or a mail: none of it becomes the title.

// Helpers of tests may panic as tests do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test or a bench tells by failing"
)]

use muragat_language::read;
use proptest::prelude::*;

const DAY: Option<&str> = Some("2026-02-27");

/// What stands above the title, the day that it gives, and which of its lines say something that has to stay.
type Head<'a> = (&'a str, Option<&'a str>, &'a [&'a str]);

/// Reads each head above the same release and tells which were read otherwise.
fn check(heads: &[Head<'_>], title: &str, text: &str) {
    let mut wrong = Vec::new();
    let mut titles = heads.len();
    for (head, date, kept) in heads {
        let reading = read(&format!("{head}\n{title}\n\n{text}\n"));
        let body: Vec<&str> = reading
            .body
            .lines()
            .filter(|line| !line.is_empty())
            .collect();
        let expected: Vec<&str> = kept.iter().copied().chain(text.lines()).collect();
        if reading.title != title {
            titles -= 1;
        }
        if reading.title != title || reading.date.as_deref() != *date || body != expected {
            wrong.push(format!(
                "{head:?}: {:?}, {:?}, {body:?}",
                reading.title, reading.date
            ));
        }
    }
    println!(
        "page heads: {titles} of {} titles, {} all right",
        heads.len(),
        heads.len() - wrong.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_title_is_made_of_what_stands_above_a_kazakh_release() {
    let heads: &[Head<'_>] = &[
        ("Қоғам", None, &[]),
        ("ЖАҢАЛЫҚТАР", None, &[]),
        ("Жаңалықтар\n27.02.2026", DAY, &[]),
        (
            "27.02.2026, 14:30\nОқылды: 101",
            DAY,
            &["27.02.2026, 14:30"],
        ),
        ("Басты бет / Жаңалықтар / Мәдениет", None, &[]),
        ("Басты бет › Баспасөз орталығы › Жаңалықтар", None, &[]),
        ("Басты бет\n/\nЖаңалықтар\n/\nҚоғам", None, &[]),
        ("Мәдениет\n27 ақпан 2026\n👁 1,2K\nБөлісу", DAY, &[]),
        // as a messenger copies a post: who sent it, and when
        (
            "Акимат Жетісу\n[27.02.2026 10:00]",
            DAY,
            &["Акимат Жетісу", "[27.02.2026 10:00]"],
        ),
        ("👁 345", None, &[]),
        ("14:30", None, &[]),
        ("14:30\n27.02.2026", DAY, &[]),
        ("Оқу уақыты: 3 мин", None, &[]),
        ("Оқу уақыты 3 минут\nҚаралды: 87 рет", None, &[]),
        ("Қаралым саны: 1 204", None, &[]),
        ("Қаралымдар: 12\nПікірлер: 0", None, &[]),
        ("Пікір қалдыру\nБасып шығару", None, &[]),
        ("БАСПАСӨЗ ХАБАРЛАМАСЫ", None, &["БАСПАСӨЗ ХАБАРЛАМАСЫ"]),
        (
            "Баспасөз релизі\n27 ақпан 2026 жыл",
            DAY,
            &["Баспасөз релизі"],
        ),
        ("Хабарландыру", None, &["Хабарландыру"]),
        ("ЖЕДЕЛ!", None, &["ЖЕДЕЛ!"]),
        ("⚡️⚡️⚡️", None, &[]),
        ("⚡️ Жедел", None, &["⚡️ Жедел"]),
        ("#Жетісу #мәдениет", None, &["#Жетісу #мәдениет"]),
        ("Автор: Айгүл Серікова", None, &["Автор: Айгүл Серікова"]),
        (
            "Мәтінді дайындаған Айгүл Серікова",
            None,
            &["Мәтінді дайындаған Айгүл Серікова"],
        ),
        ("Сурет: Дәурен Омаров", None, &["Сурет: Дәурен Омаров"]),
        (
            "Дереккөз: zhetisu.example",
            None,
            &["Дереккөз: zhetisu.example"],
        ),
        (
            "Жетісу облысы әкімдігінің баспасөз қызметі",
            None,
            &["Жетісу облысы әкімдігінің баспасөз қызметі"],
        ),
        (
            "ҚАЗАҚСТАН РЕСПУБЛИКАСЫ\nЖЕТІСУ ОБЛЫСЫНЫҢ МӘДЕНИЕТ БАСҚАРМАСЫ\n040000, Талдықорған қаласы, Достық көшесі, 5\nтел.: 8 (7282) 00-00-00\nПРЕСС-РЕЛИЗ\n27.02.2026 ж.",
            DAY,
            &[
                "ҚАЗАҚСТАН РЕСПУБЛИКАСЫ",
                "ЖЕТІСУ ОБЛЫСЫНЫҢ МӘДЕНИЕТ БАСҚАРМАСЫ",
                "040000, Талдықорған қаласы, Достық көшесі, 5",
                "тел.: 8 (7282) 00-00-00",
                "ПРЕСС-РЕЛИЗ",
            ],
        ),
        (
            "E-mail: baspasoz@oblys.example\nhttps://oblys.example/news/12",
            None,
            &[
                "E-mail: baspasoz@oblys.example",
                "https://oblys.example/news/12",
            ],
        ),
        ("БАҚ үшін\n2026 жылғы 27 ақпан", DAY, &["БАҚ үшін"]),
        ("Құрметті журналистер!", None, &["Құрметті журналистер!"]),
        (
            "Құрметті әріптестер!\nҚайырлы күн!",
            None,
            &["Құрметті әріптестер!", "Қайырлы күн!"],
        ),
        (
            "Кімнен: Баспасөз қызметі\nКімге: Редакция",
            None,
            &["Кімнен: Баспасөз қызметі", "Кімге: Редакция"],
        ),
        ("Бөлісу:\nFacebook\nTelegram\nWhatsApp", None, &[]),
        ("Facebook Twitter VK Telegram", None, &[]),
        ("A- A A+", None, &[]),
        ("ҚАЗ РУС ENG", None, &[]),
        ("KZ | RU | EN", None, &[]),
        ("345", None, &[]),
        ("27 ақпан", None, &["27 ақпан"]),
        ("31.02.2026", None, &["31.02.2026"]),
        ("Жарияланған күні:\n27.02.2026", DAY, &[]),
        ("Жазылу", None, &[]),
        ("Жетісу жаңалықтары\n27.02.2026", DAY, &[]),
        ("Оқырман саны: 57", None, &[]),
        ("Көрілім: 1.5K | Бөлісу: 12", None, &[]),
        ("Жетісу облысының әкімдігі • Жаңалықтар • Қоғам", None, &[]),
        (
            "Қазақстан Республикасы Мәдениет министрлігі\n2026 жылғы 27 ақпан\nАстана қаласы",
            DAY,
            &[
                "Қазақстан Республикасы Мәдениет министрлігі",
                "Астана қаласы",
            ],
        ),
        (
            "Мәдениет және спорт бөлімі",
            None,
            &["Мәдениет және спорт бөлімі"],
        ),
        (
            "Спорт басқармасының баспасөз релизі",
            None,
            &["Спорт басқармасының баспасөз релизі"],
        ),
        (
            "ЖЕТІСУ ОБЛЫСЫНЫҢ СПОРТ БАСҚАРМАСЫ ХАБАРЛАЙДЫ",
            None,
            &["ЖЕТІСУ ОБЛЫСЫНЫҢ СПОРТ БАСҚАРМАСЫ ХАБАРЛАЙДЫ"],
        ),
        (
            "БАҚ өкілдерінің назарына!",
            None,
            &["БАҚ өкілдерінің назарына!"],
        ),
        (
            "(Жалғасы. Басы 1-бетте)",
            None,
            &["(Жалғасы. Басы 1-бетте)"],
        ),
        ("Суретте: алаңдағы жұрт", None, &["Суретте: алаңдағы жұрт"]),
        ("Айгүл Серікова", None, &["Айгүл Серікова"]),
        ("Qogam\n27 aqpan 2026\nOqyldy: 101", DAY, &[]),
        ("BASPASÓZ HABARLAMASY", None, &["BASPASÓZ HABARLAMASY"]),
        ("Avtory: Aıgúl Serikova", None, &["Avtory: Aıgúl Serikova"]),
        ("***", None, &[]),
        ("__________________", None, &[]),
        ("Тіркелген файлдар: 1", None, &[]),
    ];
    check(
        heads,
        "Орталық алаңда жаңа субұрқақ іске қосылды",
        "Қала орталығында жаңа субұрқақ іске қосылды.\nОны ашуға тұрғындар жиналды.",
    );
}

#[test]
fn no_title_is_made_of_what_stands_above_a_russian_release() {
    let heads: &[Head<'_>] = &[
        ("Общество", None, &[]),
        ("НОВОСТИ", None, &[]),
        ("Новости\n27.02.2026", DAY, &[]),
        ("Главная > Пресс-центр > Новости", None, &[]),
        ("Главная / Новости / Культура", None, &[]),
        ("Главная\nПресс-центр\nНовости", None, &[]),
        ("Главная → Деятельность → Новости", None, &[]),
        ("Просмотров: 345", None, &[]),
        ("345 просмотров", None, &[]),
        ("Просмотры 345 • Комментарии 2", None, &[]),
        (
            "27 февраля 2026, 14:30\n1,2K",
            DAY,
            &["27 февраля 2026, 14:30"],
        ),
        ("Время чтения: 2 мин.", None, &[]),
        ("2 мин на чтение", None, &[]),
        ("Поделиться", None, &[]),
        (
            "Поделиться в соцсетях:\nВКонтакте\nОдноклассники",
            None,
            &[],
        ),
        ("Версия для печати", None, &[]),
        ("Версия для слабовидящих", None, &[]),
        ("ПРЕСС-РЕЛИЗ", None, &["ПРЕСС-РЕЛИЗ"]),
        ("PRESS RELEASE", None, &["PRESS RELEASE"]),
        ("Пресс-релиз № 12", None, &["Пресс-релиз № 12"]),
        ("Для СМИ", None, &["Для СМИ"]),
        ("Анонс", None, &["Анонс"]),
        ("Срочно!", None, &["Срочно!"]),
        ("Молния", None, &["Молния"]),
        (
            "Пресс-служба акима области Жетісу",
            None,
            &["Пресс-служба акима области Жетісу"],
        ),
        (
            "Пресс-служба Департамента полиции",
            None,
            &["Пресс-служба Департамента полиции"],
        ),
        ("Автор: Ирина Пак", None, &["Автор: Ирина Пак"]),
        ("Фото: Рустам Цой", None, &["Фото: Рустам Цой"]),
        ("Источник: gov.example", None, &["Источник: gov.example"]),
        (
            "Текст: Ирина Пак\nФото: Рустам Цой",
            None,
            &["Текст: Ирина Пак", "Фото: Рустам Цой"],
        ),
        ("#новости #культура", None, &["#новости #культура"]),
        ("27.02.2026\n\nПросмотров: 18\n\nОбщество", DAY, &[]),
        (
            "От: press@oblast.example\nКому: news@gazeta.example\nДата: 27.02.2026",
            DAY,
            &[
                "От: press@oblast.example",
                "Кому: news@gazeta.example",
                "Дата: 27.02.2026",
            ],
        ),
        (
            "From: press@oblast.example\nSent: Friday, February 27, 2026 2:30 PM\nTo: news@gazeta.example",
            DAY,
            &[
                "From: press@oblast.example",
                "Sent: Friday, February 27, 2026 2:30 PM",
                "To: news@gazeta.example",
            ],
        ),
        (
            "-------- Пересылаемое сообщение --------\n27.02.2026, 14:30",
            DAY,
            &["27.02.2026, 14:30"],
        ),
        ("---------- Forwarded message ---------", None, &[]),
        ("Уважаемые коллеги!", None, &["Уважаемые коллеги!"]),
        ("Добрый день!", None, &["Добрый день!"]),
        (
            "Здравствуйте, уважаемые журналисты!",
            None,
            &["Здравствуйте, уважаемые журналисты!"],
        ),
        ("Комментариев нет", None, &[]),
        ("0 комментариев", None, &[]),
        ("Читать далее", None, &[]),
        ("Подписаться на канал", None, &[]),
        (
            "Аким области | Официальный канал",
            None,
            &["Аким области | Официальный канал"],
        ),
        (
            "Переслано из канала «Жетісу»",
            None,
            &["Переслано из канала «Жетісу»"],
        ),
        (
            "https://www.gov.example/press/news/1",
            None,
            &["https://www.gov.example/press/news/1"],
        ),
        ("12+", None, &[]),
        ("5 минут назад", None, &[]),
        ("УТВЕРЖДАЮ", None, &["УТВЕРЖДАЮ"]),
        ("Вчера, 14:30", None, &["Вчера, 14:30"]),
        (
            "Акимат области Жетісу\nПресс-релиз",
            None,
            &["Акимат области Жетісу", "Пресс-релиз"],
        ),
        ("Главная » Новости » Открыт фонтан", None, &[]),
        ("Новости акимата", None, &[]),
        ("НОВОСТИ РЕГИОНОВ", None, &[]),
        ("Поделиться: VK OK TG", None, &[]),
        (
            "Вниманию представителей СМИ!",
            None,
            &["Вниманию представителей СМИ!"],
        ),
        ("Для публикации в СМИ", None, &["Для публикации в СМИ"]),
        ("© Пресс-служба акимата", None, &["© Пресс-служба акимата"]),
        ("Редакция | 14:30", None, &[]),
    ];
    check(
        heads,
        "На центральной площади заработал новый фонтан",
        "В центре города заработал новый фонтан.\nНа открытие пришли жители.",
    );
}

/// A label on the title's own line is no part of the title.
#[test]
fn a_label_before_the_title_is_cut() {
    let text = "Қала орталығында жаңа субұрқақ іске қосылды.\nОны ашуға тұрғындар жиналды.";
    let title = "Орталық алаңда субұрқақ ашылды";
    let mut wrong = Vec::new();
    for (line, kept) in [
        ("Тақырыбы: {}", ""),
        ("Тақырып: {}", ""),
        ("ТАҚЫРЫБЫ: {}", ""),
        ("Тақырыбы - {}", ""),
        ("Тақырыбы: «{}»", ""),
        ("Тема: {}", ""),
        ("Subject: {}", ""),
        ("Заголовок: {}", ""),
        ("Subject: Fwd: {}", ""),
        ("Тема: RE: {}", ""),
        ("Тақырыбы:\n{}", ""),
        ("Тема:\n\n{}", ""),
        ("Пресс-релиз: {}", "Пресс-релиз"),
        ("Баспасөз хабарламасы: {}", "Баспасөз хабарламасы"),
        ("⚡️ {}", ""),
        ("🔴🔴 {} 🔥", ""),
        ("📌{}", ""),
        ("**{}**", ""),
        ("# {}", ""),
    ] {
        let reading = read(&format!("{}\n\n{text}", line.replace("{}", title)));
        let body = match kept {
            "" => text.to_owned(),
            kept => format!("{kept}\n\n{text}"),
        };
        if reading.title.trim_matches(['«', '»']) != title || reading.body != body {
            wrong.push(format!("{line:?}: {:?}, {:?}", reading.title, reading.body));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What stands between the title and the text gives the date and stays where it is.
#[test]
fn what_stands_below_the_title_stays() {
    let title = "Орталық алаңда субұрқақ ашылды";
    for below in [
        "Қоғам\nОқылды: 101\n27.02.2026, 14:30\nБөлісу",
        "👁 345\n\n2026 жылғы 27 ақпан, жұма",
        "Айгүл Серікова, «Ақ бұлақ» газеті\n27 ақпан 2026 жыл, сағат 14:30",
        "14:30\nПікірлер: 2\nАвтор: Айгүл Серікова\nТалдықорған, 27.02.2026",
    ] {
        let body = format!("{below}\nМәтін осында басталады.\nОл осында бітеді.");
        let reading = read(&format!("{title}\n{body}"));
        assert_eq!(reading.title, title);
        assert_eq!(reading.date.as_deref(), DAY, "{below:?}");
        assert_eq!(reading.body, body);
    }
}

/// The date below a text, however it is signed.
#[test]
fn a_date_at_the_end_is_read() {
    let title = "Орталық алаңда субұрқақ ашылды";
    for end in [
        "27.02.2026",
        "27.02.2026 ж.\nОблыс әкімінің баспасөз қызметі",
        "Облыс әкімінің баспасөз қызметі\n2026 жылғы 27 ақпан",
        "Айгүл Серікова\n27 ақпан 2026 жыл\nТалдықорған қаласы",
        "27.02.2026\nОқылды: 101\nБөлісу",
        "Дата публикации: 27.02.2026, 14:30\nПросмотров: 18\n#Жетісу",
    ] {
        let text = format!(
            "{title}\nҚала орталығында субұрқақ ашылды.\nОл 2025 жылғы 3 мамырда салына бастады.\nЖұрт қуанды.\n\n{end}"
        );
        let reading = read(&text);
        assert_eq!(reading.title, title);
        assert_eq!(reading.date.as_deref(), DAY, "{end:?}");
        assert!(reading.body.ends_with(end));
    }
}

/// Words of rubrics and labels inside a title do not make it one.
#[test]
fn a_title_with_a_word_of_a_rubric_stays_a_title() {
    for title in [
        "Қоғам және мәдениет: жаңа кезең",
        "Жаңалықтар апталығы басталды",
        "Новости спорта обсудили на форуме",
        "Общество инвалидов получило дом",
        "Пресс-служба акима области провела брифинг",
        "Пресс-центр ашылды",
        "Хабарландыру тақтасы жаңарды",
        "Анонс: неделя театра в Конаеве",
        "Автор аты – ел есінде",
        "Фото-көрме ашылды",
        "Мәдениет үйі салынды",
        "Спорт – денсаулық кепілі",
        "Білім мен ғылым",
        "345 отбасы баспаналы болды",
        "12 жаңа мектеп",
        "Басты байлық – денсаулық",
        "Құрметті азамат атағы берілді",
        "Көпір ашылды / Открыт мост",
        "Facebook-те жаңа парақша ашылды",
        "Жедел жәрдем көліктері берілді",
        "Срочная служба: что изменилось",
        "Тема недели: вода",
        "Әкім жұртпен кездесті",
        "Жаңа мектеп",
        "Полиция ескертеді!",
        "Су тасқыны: не істеу керек?",
        "«Алтын дән» байқауы",
        "Талдықорғанда көпір ашылды",
        "САЛАУАТТЫ ӨМІР САЛТЫ",
    ] {
        let text = format!("{title}\nҚала орталығында жиын өтті.\nОған тұрғындар жиналды.");
        let reading = read(&text);
        assert_eq!(reading.title, title);
        assert!(reading.body.starts_with("Қала орталығында"));
    }
}

/// What no list foresees above the title (a newspaper's name, a motto, the weather) is none, and stays in the text.
#[test]
fn lines_that_no_list_foresees_are_no_title() {
    let heads: [&[&str]; 4] = [
        &["Өлке жаршысы апталығы"],
        &["Өлке жаршысы апталығы", "Ауа райы: +3, жел 5 м/с"],
        &["Біз әр үйге жаңалық жеткіземіз!"],
        &["Skip to main content", "Өлке жаршысы"],
    ];
    let title = "Мектепте жаңа зертхана ашылды";
    let text = "Бүгін Жаңақала ауданындағы мектепте жаңа зертхана ашылды. Оны аудан әкімі Мұрат \
        Сәрсенов ашты. Зертханада оқушылар тәжірибе жасай алады, сабақ енді қызық өтеді.";
    for head in heads {
        let reading = read(&format!("{}\n\n{title}\n\n{text}\n", head.join("\n")));
        assert_eq!(reading.title, title, "{head:?}");
        assert!(reading.body.ends_with(text));
    }
    // under a title that says what the text says, a line more is no title
    let under = format!("{title}\n\nОқушылар қуанып жүр\n\n{text}\n");
    assert_eq!(read(&under).title, title);
}

/// A text of nothing but such lines is called by the first that may be shown.
#[test]
fn a_text_of_nothing_else_still_has_a_title() {
    for text in [
        "Қоғам",
        "27.02.2026\nОқылды: 101",
        "Для СМИ\n27.02.2026",
        "14:30",
        "👁",
        "31.02.2026",
    ] {
        assert!(!read(text).title.is_empty(), "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever stands above it in whatever order, the title is the title and no line of the text is lost.
    #[test]
    fn any_order_of_small_print_leaves_the_title(above in prop::collection::vec(prop_oneof![
        Just("Қоғам"), Just("Главная > Новости"), Just("27.02.2026"), Just("14:30"), Just("👁 1,2K"), Just("Бөлісу"),
        Just("ПРЕСС-РЕЛИЗ"), Just("Автор: Айгүл Серікова"), Just("Талдықорған қаласы"), Just("#Жетісу"), Just("31.02.2026"),
        Just("Құрметті әріптестер!"), Just("Жетісу облысы әкімінің баспасөз қызметі"), Just("«___» ақпан 2026 ж."), Just(""),
    ], 0..12)) {
        let text = "Қала орталығында жиын өтті.\nОған тұрғындар жиналды.";
        let reading = read(&format!("{}\nЖаңа көпір ашылды\n{text}", above.join("\n")));
        prop_assert_eq!(&reading.title, "Жаңа көпір ашылды");
        prop_assert!(reading.body.ends_with(text));
        prop_assert_eq!(reading.date.is_some(), above.contains(&"27.02.2026"));
        for kept in ["ПРЕСС-РЕЛИЗ", "Автор: Айгүл Серікова", "Талдықорған қаласы", "#Жетісу"] {
            prop_assert_eq!(reading.body.contains(kept), above.contains(&kept));
        }
    }
}
