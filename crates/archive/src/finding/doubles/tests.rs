//! When two names are of one party, and when not.

use super::*;

fn names(kind: PartyKind, a: &str, b: &str) -> Option<String> {
    let name = |party: i64, form: &str| Name {
        party,
        form: form.to_owned(),
        kind: None,
        authorised: true,
        key: language::party_key(form),
        person: (kind == PartyKind::Person).then(|| Keys::of(&language::person_name(form))),
    };
    let both = [name(1, a), name(2, b)];
    let meet = clues_of(&both, &HashMap::new())
        .windows(2)
        .any(|pair| pair[0].0 == pair[1].0);
    let code = likeness(&both[0], &both[1], &HashMap::new())?.1.code;
    assert!(meet, "{a} and {b} are alike and never meet");
    Some(code.as_str().to_owned())
}

#[test]
fn only_years_that_nobody_doubts_tell_two_apart() {
    for (one, other) in [
        ("1998", "1999-05-01"),
        ("199X", "2001"),
        ("[..1950]", "1951"),
    ] {
        assert!(begun_apart(Some(one), Some(other)), "{one} / {other}");
    }
    for (one, other) in [
        ("1998", "1998-05-01"),
        ("199X", "1998"),
        ("[..1950]", "1949"),
        ("1998~", "1999"),
        ("1998", "1999?"),
    ] {
        assert!(!begun_apart(Some(one), Some(other)), "{one} / {other}");
    }
    assert!(!begun_apart(None, Some("1998")));
}

#[test]
fn people_who_may_be_one() {
    for (a, b, why) in [
        ("Сәуле Омарова", "ОМАРОВА Сәуле", Some("same-name")),
        (
            "Гүлнар Омарова",
            "Гульнар Омарова",
            Some("same-surname-given"),
        ),
        ("Сәуле Омарова", "Saule Omarova", Some("other-script")),
        ("С. Омарова", "Сәуле Омарова", Some("same-surname-initial")),
        (
            "Омарова С. Қ.",
            "Сәуле Омарова",
            Some("same-surname-initial"),
        ),
        (
            "Сәуле Қайратқызы Омарова",
            "Омарова Сәуле",
            Some("same-surname-given"),
        ),
        ("Айгерім Ахметова", "Айгерим Ахметова", Some("same-name")),
        ("Бейбіт Исабаев", "Бейбіт Исабев", Some("one-letter")),
        ("Бейбіт Исабаев", "Бейбіт Исбааев", Some("one-letter")),
        ("Нұрлан Исабаев", "Нұрлна Исабаев", Some("one-letter")),
        (
            "Айгерім Серікқызы Ахметова",
            "Айгерім Серікқызы Оразова",
            Some("same-given-patronymic"),
        ),
        ("Бейбіт Исабаев", "Бейбіт Исабаева", None),
        ("Александр Ким", "Александра Ким", None),
        ("Нұрлан Исабаев", "Бейбіт Исабаев", None),
        ("Нұрлан Серікұлы Исабаев", "Нұрлан Асқарұлы Исабаев", None),
        ("Н. Исабаев", "Бейбіт Исабаев", None),
    ] {
        assert_eq!(names(PartyKind::Person, a, b).as_deref(), why, "{a} / {b}");
    }
}

#[test]
fn organisations_that_may_be_one() {
    for (a, b, why) in [
        (
            "Жетісу университеті",
            "ЖЕТІСУ УНИВЕРСИТЕТІНІҢ",
            Some("same-name"),
        ),
        ("ІІМ", "Ішкі істер министрлігі", Some("abbreviation")),
        ("Ерлік", "«Ерлік» қоғамдық бірлестігі", Some("name-part")),
        (
            "Жетісу университеті",
            "Жетсу университеті",
            Some("one-letter"),
        ),
        ("№ 5 мектеп", "№ 6 мектеп", None),
        ("Жетісу университеті", "Жетісу театры", None),
    ] {
        assert_eq!(
            names(PartyKind::Organisation, a, b).as_deref(),
            why,
            "{a} / {b}"
        );
    }
}
