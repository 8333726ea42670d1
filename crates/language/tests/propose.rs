//! What a selection names: the reader's own answers to the letter, and the same grammar where the reader found nothing.

// Helpers of tests may panic as tests do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test or a bench tells by failing"
)]

use muragat_language::{
    Lexicon, NameKind, Proposal, QuoteProposal, ReadText, Role, Speech, nominative_name,
};
use std::ops::Range;
use std::path::Path;

/// Every release of the regression set.
fn releases() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/releases");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    files
        .iter()
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect()
}

fn span(body: &str, selected: &str) -> Range<usize> {
    let byte = body
        .find(selected)
        .unwrap_or_else(|| panic!("{selected} in {body}"));
    let start = body[..byte].chars().count();
    start..start + selected.chars().count()
}

struct Text {
    read: ReadText,
    lexicon: Lexicon,
}

impl Text {
    fn new(body: &str) -> Text {
        Text::knowing(body, Lexicon::default())
    }

    /// Read by the grammar alone, which misses more than what is learnt does.
    fn by_rules(body: &str) -> Text {
        Text::knowing(body, Lexicon::default().taught(None))
    }

    fn knowing(body: &str, lexicon: Lexicon) -> Text {
        let read = ReadText::of_body("Хабар", body, &lexicon);
        Text { read, lexicon }
    }

    fn propose(&self, selected: &str, kind: NameKind) -> Proposal {
        let span = span(&self.read.reading().body, selected);
        self.read.propose(span, kind, &self.lexicon).unwrap()
    }

    fn person(&self, selected: &str) -> Proposal {
        self.propose(selected, NameKind::Person)
    }

    fn quote(&self, selected: Range<usize>) -> Option<QuoteProposal> {
        self.read.propose_quote(selected, &self.lexicon)
    }
}

#[test]
fn every_name_of_the_set_is_answered_as_the_reader_does() {
    let lexicon = Lexicon::default();
    let mut asked = 0;
    for (file, text) in releases() {
        let read = ReadText::new(&text, &lexicon);
        let reading = read.reading();
        for person in &reading.people {
            for mention in &person.mentions {
                let selected = mention.start..mention.end;
                let own = read.propose(selected, NameKind::Person, &lexicon).unwrap();
                let context = format!("{file}: {}", mention.text);
                assert_eq!(&own.span, mention, "{context}");
                assert_eq!(own.name, person.name, "{context}");
                assert_eq!(own.positions, person.positions, "{context}");
                assert_eq!(own.organisation, person.organisation, "{context}");
                assert_eq!(own.roles, person.roles, "{context}");
                assert!(own.found, "{context}");
                // a word of it, and the place where one clicks, mean the same
                let inside = mention.start + 1..mention.start + 1;
                let clicked = read.propose(inside, NameKind::Person, &lexicon).unwrap();
                assert_eq!(clicked, own, "{context}");
                asked += 1;
            }
        }
        for organisation in &reading.organisations {
            for mention in &organisation.mentions {
                let selected = mention.start..mention.end;
                let own = read
                    .propose(selected, NameKind::Organisation, &lexicon)
                    .unwrap();
                assert_eq!(own.name, organisation.name, "{file}: {}", mention.text);
                asked += 1;
            }
        }
        for place in &reading.places {
            for mention in &place.mentions {
                let selected = mention.start..mention.end;
                let own = read.propose(selected, NameKind::Place, &lexicon).unwrap();
                assert_eq!(own.name, place.name, "{file}: {}", mention.text);
                asked += 1;
            }
        }
    }
    assert!(asked > 1_000, "{asked}");
}

#[test]
fn every_quote_of_the_set_is_answered_as_the_reader_does() {
    let lexicon = Lexicon::default();
    for (file, text) in releases() {
        let read = ReadText::new(&text, &lexicon);
        for quote in &read.reading().quotes {
            let own = read
                .propose_quote(quote.start..quote.end, &lexicon)
                .unwrap_or_else(|| panic!("{file}: {}", quote.text));
            assert_eq!(own.speech, Speech::Direct, "{file}: {}", quote.text);
            assert_eq!(own.span.text, quote.text, "{file}");
            let speaker = own.speaker.map(|speaker| speaker.name);
            assert_eq!(speaker, quote.speaker, "{file}: {}", quote.text);
            let middle = (quote.start + quote.end) / 2;
            let clicked = read.propose_quote(middle..middle, &lexicon).unwrap();
            assert_eq!(clicked.span.text, quote.text, "{file}");
        }
    }
}

#[test]
fn the_museum_director_has_her_name_and_her_position() {
    let text = Text::new("Благодарность вручили директору музея Людмиле Стромской.");
    for selected in [
        "Людмиле Стромской",
        "миле Стром",
        "директору музея Людмиле Стромской",
    ] {
        let one = text.person(selected);
        assert_eq!(one.span.text, "Людмиле Стромской");
        assert_eq!(one.name, "Людмила Стромская");
        assert_eq!(one.positions, ["директору музея"]);
    }
}

/// Names that the reader misses: no telling form, no list, no position of which it knows.
#[test]
fn a_name_that_the_reader_missed_is_read_by_its_grammar() {
    const KK: &str = "Салтанатты жиынға ауыл тұрғындары мен мектеп оқушылары қатысты.";
    const RU: &str = "На собрании жители посёлка говорили о работе школы и больницы.";
    const EN: &str = "The people of the village spoke about the work of the school.";
    for (before, body, selected, name, positions, organisation) in [
        (
            KK,
            "Жиынды ашқан «Жеті жарғы» қоғамдық қорының жетекшісі Шоқпарға алғыс айтылды.",
            "Шоқпарға",
            "Шоқпар",
            &["«Жеті жарғы» қоғамдық қорының жетекшісі"][..],
            Some("«Жеті жарғы» қоғамдық қоры"),
        ),
        (
            KK,
            "Осы күні ауылға Шоқпарұл келді.",
            "Шоқпарұл",
            "Шоқпарұл",
            &[],
            None,
        ),
        (
            KK,
            "Жүлдені кіші Тайжанға табыс етті.",
            "Тайжанға",
            "Тайжан",
            &[],
            None,
        ),
        (
            KK,
            "Жиында мектеп директоры Қ. Ес сөз алды.",
            "Қ. Ес",
            "Қ. Ес",
            &["мектеп директоры"],
            None,
        ),
        (
            KK,
            "Балабақша тәрбиешісі Құралай-Ару балаларға кітап берді.",
            "Құралай-Ару",
            "Құралай-Ару",
            &["Балабақша тәрбиешісі"],
            None,
        ),
        (RU, "В зале был замечен Кох.", "Кох", "Кох", &[], None),
        (
            RU,
            "Слово взяла руководитель отдела культуры Айя Тё.",
            "Айя Тё",
            "Айя Тё",
            &["руководитель отдела культуры"],
            Some("отдел культуры"),
        ),
        (
            RU,
            "Председатель общества «Луч» Штольц ответил на вопросы.",
            "Штольц",
            "Штольц",
            &["Председатель общества «Луч»"],
            Some("общество «Луч»"),
        ),
        (
            RU,
            "Награду передали директору лицея Веге Тё.",
            "Веге Тё",
            "Вега Тё",
            &["директору лицея"],
            None,
        ),
        (RU, "Диплом получила Вега.", "Вега", "Вега", &[], None),
        (
            EN,
            "The guests were met at the airport by Director Xu Wen and his colleagues.",
            "Xu Wen",
            "Xu Wen",
            &["Director"],
            None,
        ),
        (
            EN,
            "The children were told a story by Mira, head of the Regional Fund, in the evening.",
            "Mira",
            "Mira",
            &["head of the Regional Fund"],
            None,
        ),
        (
            EN,
            "The prize went to O. Ba of the same school.",
            "O. Ba",
            "O. Ba",
            &[],
            None,
        ),
    ] {
        let text = Text::by_rules(&format!("{before}\n{body}"));
        let found: Vec<&String> = text.read.reading().people.iter().map(|p| &p.name).collect();
        let one = text.person(selected);
        assert!(!one.found, "{selected} was found: {found:?}");
        assert_eq!(one.span.text, selected);
        assert_eq!(one.name, name, "{body}");
        assert_eq!(one.positions, positions, "{body}");
        assert_eq!(one.organisation.as_deref(), organisation, "{body}");
    }
}

/// Which paragraph a name stands in decides by which language's grammar it is read.
#[test]
fn each_paragraph_has_its_own_grammar() {
    let text = Text::new(
        "Салтанатты жиынға қатысқан мұғалімдер мен оқушыларға ауыл тұрғындары үлкен алғысын Жанай Бөриге айтты.\n\
         На торжественном собрании жители посёлка вручили благодарственное письмо и цветы Жансае Бектурлы.",
    );
    assert_eq!(text.person("Жанай Бөриге").name, "Жанай Бөри");
    assert_eq!(text.person("Жансае Бектурлы").name, "Жансая Бектурлы");
}

#[test]
fn what_the_hand_corrects_is_taken_from_the_hand() {
    let text = Text::by_rules("Жиынды облыс әкімі Асан Омаров Серік ашты. Кеше Асан Омаров келді.");
    let found = text.person("Асан Омаров");
    assert_eq!((found.name.as_str(), found.found), ("Асан Омаров", true));
    let own = text.person("Асан Омаров Серік");
    assert_eq!(own.span.text, "Асан Омаров Серік");
    assert_eq!(own.positions, ["облыс әкімі"]);
    assert_eq!(own.name, "Асан Омаров Серік");
    // half a word too much is no correction
    assert_eq!(text.person("Асан Омаров кел").span.text, "Асан Омаров");
}

#[test]
fn roles_come_from_the_words_around() {
    for (body, selected, roles) in [
        (
            "Кездесуде Тұмарша Қосдәулет пікірін айтты.",
            "Тұмарша Қосдәулет",
            [Role::Speaker],
        ),
        (
            "«Бүгін бәріміз үшін үлкен қуаныш», – деді Шоқпарұл.",
            "Шоқпарұл",
            [Role::Speaker],
        ),
        (
            "Кездесуді Тұмарша Қосдәулет жүргізді.",
            "Тұмарша Қосдәулет",
            [Role::Moderator],
        ),
    ] {
        let one = Text::new(body).person(selected);
        assert!(one.roles.contains(&roles[0]), "{body} {:?}", one.roles);
    }
}

#[test]
fn organisations_and_places_stand_in_the_nominative() {
    use NameKind::{Organisation, Place};
    for (body, selected, kind, name) in [
        (
            "Жиын Жетісу университетінде өтті.",
            "Жетісу университетінде",
            Organisation,
            "Жетісу университеті",
        ),
        (
            "Бүгін «Бұлақ»тың мүшелері келді.",
            "«Бұлақ»тың",
            Organisation,
            "«Бұлақ»",
        ),
        (
            "Бүгін AMANAT-тың мүшелері келді.",
            "AMANAT-тың",
            Organisation,
            "AMANAT",
        ),
        (
            "Бүгін ұйымдастыру комиссиясына хат келді.",
            "ұйымдастыру комиссиясына",
            Organisation,
            "ұйымдастыру комиссиясы",
        ),
        (
            "Встреча прошла в детском клубе мастеров.",
            "детском клубе мастеров",
            Organisation,
            "детский клуб мастеров",
        ),
        (
            "В Тутупске живут пятеро, а Тутупск стоит у реки.",
            "Тутупске",
            Place,
            "Тутупск",
        ),
        (
            "Біз Бұрқанбұлаққа бардық.",
            "Бұрқанбұлаққа",
            Place,
            "Бұрқанбұлақ",
        ),
        (
            "The guests came from Lower Dubsk in the morning by bus.",
            "Lower Dubsk",
            Place,
            "Lower Dubsk",
        ),
    ] {
        let one = Text::new(body).propose(selected, kind);
        assert_eq!(one.span.text, selected, "{body}");
        assert_eq!(one.name, name, "{body}");
        assert!(one.positions.is_empty() && one.roles.is_empty());
    }
}

#[test]
fn what_is_on_record_is_spelt_as_there() {
    let mut lexicon = Lexicon::default();
    lexicon.add_organisation("«Бұлақ» жастар бірлігі");
    lexicon.add_person("Сабылтек Бұлдақ");
    let text = Text::knowing("Кеше булак жастар бирлигинин уйинде булар болды.", lexicon);
    let own = text.propose("булак жастар бирлигинин", NameKind::Organisation);
    assert_eq!(own.name, "«Бұлақ» жастар бірлігі");
}

#[test]
fn a_printed_name_alone_has_its_nominative() {
    use NameKind::{Organisation, Person, Place};
    let lexicon = Lexicon::default();
    for (printed, kind, language, name) in [
        ("Сәуле Омарованың", Person, "kk", "Сәуле Омарова"),
        ("Сәуле Омароваға", Person, "kk", "Сәуле Омарова"),
        ("Бейбіт Исабаевтың", Person, "kk", "Бейбіт Исабаев"),
        ("Бейбіт Исабаевқа", Person, "kk", "Бейбіт Исабаев"),
        ("Бейбіт\nИсабаевпен", Person, "kk", "Бейбіт Исабаев"),
        ("НҰРЛАН СЕЙІТОВТІҢ", Person, "kk", "Нұрлан Сейітов"),
        ("Жамбыл Айдынның", Person, "kk", "Жамбыл Айдын"),
        ("Айдын", Person, "kk", "Айдын"),
        ("Тілеу Құдайберді", Person, "kk", "Тілеу Құдайберді"),
        ("Омар Сүлеймен", Person, "kk", "Омар Сүлеймен"),
        ("Ахмет Арыстан", Person, "kk", "Ахмет Арыстан"),
        ("Әлия Фарида", Person, "kk", "Әлия Фарида"),
        ("Әсет Құрманға", Person, "kk", "Әсет Құрман"),
        ("Б. Исабаев", Person, "kk", "Б. Исабаев"),
        ("Омаров С.", Person, "kk", "Омаров С."),
        ("Омаровтың", Person, "kk", "Омаров"),
        (
            "Омарова Сәуле Асанқызының",
            Person,
            "kk",
            "Омарова Сәуле Асанқызы",
        ),
        ("Сауле Омаровой", Person, "ru", "Сауле Омарова"),
        ("Б. Исабаевым", Person, "ru", "Б. Исабаев"),
        ("Людмиле Стромской", Person, "ru", "Людмила Стромская"),
        ("Anna Lindqvist", Person, "en", "Anna Lindqvist"),
        (
            "«Ерлік» қоғамдық бірлестігінің",
            Organisation,
            "kk",
            "«Ерлік» қоғамдық бірлестігі",
        ),
        (
            "Жетісу университетінде",
            Organisation,
            "kk",
            "Жетісу университеті",
        ),
        (
            "облыстық мәслихаттың",
            Organisation,
            "kk",
            "облыстық мәслихат",
        ),
        (
            "кәсіпкерлер палатасына",
            Organisation,
            "kk",
            "кәсіпкерлер палатасы",
        ),
        ("«Ерлік»тің", Organisation, "kk", "«Ерлік»"),
        ("AMANAT-тың", Organisation, "kk", "AMANAT"),
        ("комиссия", Organisation, "kk", "комиссия"),
        (
            "городской библиотеке",
            Organisation,
            "ru",
            "городская библиотека",
        ),
        ("Көксу ауданында", Place, "kk", "Көксу ауданы"),
        ("Талдыкоргане", Place, "ru", "Талдыкорган"),
        ("", Place, "ru", ""),
        (" \n", Person, "", ""),
    ] {
        let own = nominative_name(printed, kind, Some(language), &lexicon);
        assert_eq!(own, name, "{printed}");
    }
}

#[test]
fn speech_is_snapped_and_has_its_speaker() {
    let text = Text::new(
        "Салтанатты жиынға «Ерлік» қоғамдық бірлестігінің төрағасы Сәуле Омарова қатысты.\n\
         «Балалар кітапқа жақын болады. Кітап – дос», – деді Сәуле Омарова.\n\
         Ол жоспар дайын екенін айтты. Асан Әлиев «жоба бітті» деген хабарды жеткізді.",
    );
    let body = text.read.reading().body.clone();
    let at = span(&body, "кітапқа").start;
    let whole = text.quote(at..at).unwrap();
    assert_eq!(whole.span.text, "Балалар кітапқа жақын болады. Кітап – дос");
    assert_eq!(whole.speech, Speech::Direct);
    let speaker = whole.speaker.unwrap();
    assert_eq!(speaker.name, "Сәуле Омарова");
    assert_eq!(
        speaker.mention.start,
        whole.span.end + "», – деді ".chars().count()
    );
    // one sentence of it is a quote too
    let part = text
        .quote(span(&body, "Балалар кітапқа жақын болады."))
        .unwrap();
    assert_eq!(part.span.text, "Балалар кітапқа жақын болады.");
    assert_eq!(part.speech, Speech::Direct);
    assert_eq!(part.speaker.unwrap().name, "Сәуле Омарова");
    let told = text.quote(span(&body, "оспар дайын еке")).unwrap();
    assert_eq!(
        (told.span.text.as_str(), told.speech),
        ("жоспар дайын екенін", Speech::Paraphrase)
    );
    assert_eq!(told.speaker.unwrap().name, "Сәуле Омарова");
    // words that the reader takes for no speech
    let marked = text.quote(span(&body, "«жоба бітті»")).unwrap();
    assert_eq!(
        (marked.span.text.as_str(), marked.speech),
        ("жоба бітті", Speech::Direct)
    );
    assert_eq!(marked.speaker.unwrap().name, "Асан Әлиев");
    assert_eq!(text.quote(1..1), None);
    assert_eq!(text.quote(0..99_999), None);
}

#[test]
fn a_dialogue_has_no_marks_and_is_direct() {
    let text =
        Text::new("Жиынға Сәуле Омарова қатысты.\n– Бүгін жол ашылды, – деді Сәуле Омарова.");
    let at = span(&text.read.reading().body, "жол ашылды").start;
    let own = text.quote(at..at).unwrap();
    assert_eq!(
        (own.span.text.as_str(), own.speech),
        ("Бүгін жол ашылды", Speech::Direct)
    );
    assert_eq!(own.speaker.unwrap().name, "Сәуле Омарова");
}

/// Of a long body only the beginning is read; what lies behind it is read around the selection.
#[test]
fn beyond_what_is_read_the_surroundings_are() {
    let line = "Бүгін ауылда тағы да жаңбыр жауды, көктем келді.\n";
    let body = format!(
        "{}Жиынға облыс әкімі Бейбіт Исабаев қатысты. «Бүгін жақсы күн болды», – деді Бейбіт Исабаев.\n{}",
        line.repeat(3_000),
        line.repeat(300)
    );
    let text = Text::new(&body);
    assert!(text.read.reading().people.is_empty());
    let one = text.person("Бейбіт Исабаев қат");
    let place = span(&body, "Бейбіт Исабаев");
    assert_eq!((one.span.start, one.span.end), (place.start, place.end));
    assert_eq!(one.name, "Бейбіт Исабаев");
    assert_eq!(one.positions, ["облыс әкімі"]);
    let at = span(&body, "жақсы күн").start;
    let quote = text.quote(at..at).unwrap();
    assert_eq!(quote.span.text, "Бүгін жақсы күн болды");
    assert_eq!(quote.span.start, span(&body, "Бүгін жақсы күн").start);
    let speaker = quote.speaker.unwrap();
    let named = span(&body, "деді Бейбіт Исабаев");
    assert_eq!(
        (speaker.name.as_str(), speaker.mention.end),
        ("Бейбіт Исабаев", named.end)
    );
}

#[test]
fn the_body_is_the_callers_to_the_letter() {
    let lexicon = Lexicon::default();
    let body = "\n14.03.2026\n\nОблыс әкімі Бейбіт Исабаев келді.\n\n";
    let read = ReadText::of_body("Хабар", body, &lexicon);
    assert_eq!(read.reading().body, body);
    assert_eq!(
        read.reading().people[0].mentions[0].start,
        span(body, "Бейбіт").start
    );
    let one = read.propose(span(body, "Исабаев"), NameKind::Person, &lexicon);
    assert_eq!(one.unwrap().positions, ["Облыс әкімі"]);
    // the date at the head is no part of what is read, and can be selected
    let date = read.propose(span(body, "14"), NameKind::Place, &lexicon);
    assert_eq!(date.unwrap().span.text, "14");
    // line ends of its own
    let other = ReadText::of_body(
        "Хабар",
        "Облыс әкімі Бейбіт Исабаев келді.\r\nСурет",
        &lexicon,
    );
    assert_eq!(other.reading().people[0].positions, ["Облыс әкімі"]);
    let long = "Ұзақ ".repeat(100);
    let running = ReadText::of_body(&long, "Облыс әкімі Бейбіт Исабаев келді.", &lexicon);
    assert_eq!(running.reading().people.len(), 1);
    assert_eq!(running.reading().title, long);
}
