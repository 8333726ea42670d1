//! What the picker opens with.

use super::*;

#[test]
fn a_selection_becomes_a_filled_picker() {
    let desk = Desk::new(RELEASE);
    let proposal = desk.propose("уле Ома", 0, TagKind::Person);
    assert_eq!(proposal.text, "Сәуле Омарова");
    assert_eq!(proposal.name, "Сәуле Омарова");
    assert_eq!(
        proposal.positions,
        ["«Ерлік» қоғамдық бірлестігінің төрағасы"]
    );
    assert_eq!(
        proposal.on_behalf_of.as_deref(),
        Some("«Ерлік» қоғамдық бірлестігі")
    );
    assert_eq!(proposal.elsewhere, 1);
    // what the whole text says of her, wherever she is selected
    assert_eq!(proposal.roles, [Role::Speaker]);
    let again = desk.propose("Сәуле Омарова", 1, TagKind::Person);
    assert_eq!(
        (&again.roles, &again.positions),
        (&proposal.roles, &proposal.positions)
    );
    let body = desk.propose("Жетісу университетінің", 0, TagKind::Organisation);
    assert_eq!(
        (body.text.as_str(), body.name.as_str()),
        ("Жетісу университетінің", "Жетісу университеті")
    );
    let version = desk.record().versions.remove(0);
    let outside = desk
        .home
        .archive
        .propose_tag(&version.id, 5, 99_999, TagKind::Person);
    assert_eq!(outside.unwrap_err().code(), "span_outside");
}

const OPENING: &str = "Открытие музея
В открытии принял участие директор городского музея Людмила Стромская. «Это большой день для города», – сказала Людмила Стромская.
Заместитель акима области Нурлан Сейтов вручил директору музея Людмиле Стромской грамоту.
«Ерлік» қоғамдық бірлестігінің төрағасы Сәуле Омарова да сөз сөйледі.";

/// Whichever mention is selected, in whichever case and language, the picker opens with what the reader found.
#[test]
fn the_picker_says_what_the_reader_says() {
    for text in [RELEASE, OPENING] {
        let desk = Desk::new(text);
        let version = desk.record().versions.remove(0);
        let suggestions = desk.home.archive.suggestions(&version.id).unwrap();
        let mut asked = 0;
        for said in &suggestions {
            let kind = match said.kind {
                SuggestionKind::Person => TagKind::Person,
                SuggestionKind::Organisation => TagKind::Organisation,
                SuggestionKind::Place => TagKind::Place,
                SuggestionKind::Quote => continue,
            };
            for span in &said.spans {
                let archive = &desk.home.archive;
                let proposal = archive.propose_tag(&version.id, span.start, span.end, kind);
                let proposal = proposal.unwrap();
                assert_eq!(
                    (proposal.start, proposal.end, &proposal.text),
                    (span.start, span.end, &span.text)
                );
                assert_eq!(
                    (
                        proposal.name,
                        proposal.positions,
                        proposal.on_behalf_of,
                        proposal.roles
                    ),
                    (
                        said.name.clone(),
                        said.positions.clone(),
                        said.on_behalf_of.clone(),
                        said.roles.clone()
                    ),
                    "{span:?}"
                );
                asked += 1;
            }
        }
        assert!(asked >= 5, "{suggestions:?}");
    }
    let desk = Desk::new(OPENING);
    let she = desk.propose("Людмиле Стромской", 0, TagKind::Person);
    assert_eq!(she.name, "Людмила Стромская");
    assert!(!she.positions.is_empty());
}

#[test]
fn candidates_come_with_their_reasons_the_likeliest_first() {
    let mut desk = Desk::new(RELEASE);
    let first = desk.propose("Сәуле Омарова", 0, TagKind::Person);
    let she = desk.take(&first, None, false);
    let other = desk
        .home
        .add("date 2026-05-02 Екінші хабар\n«Ерлік» қоғамдық бірлестігінің төрағасы Сәуле Омарованың сөзі. С. Омарова, Сәкен Омаров және Асан Омарова келді.")
        .id;
    desk.article = other;
    let exact = desk.propose("Сәуле Омарованың", 0, TagKind::Person);
    assert_eq!(exact.name, "Сәуле Омарова");
    assert_eq!(
        codes(&exact),
        [("Сәуле Омарова", vec!["same-name", "same-organisation"])]
    );
    let candidate = &exact.candidates[0];
    assert_eq!(
        (candidate.id.as_str(), candidate.articles, candidate.here),
        (she.party.as_str(), 1, false)
    );
    assert_eq!(candidate.last_date.as_deref(), Some("2026-03-14"));
    assert_eq!(
        candidate.position.as_deref(),
        Some("«Ерлік» қоғамдық бірлестігінің төрағасы")
    );
    // the text itself says whose the initials are
    let initials = desk.propose("С. Омарова", 0, TagKind::Person);
    assert_eq!(initials.name, "Сәуле Омарова");
    assert_eq!(
        codes(&initials),
        [("Сәуле Омарова", vec!["same-name", "same-organisation"])]
    );
    let by_initials = |desk: &Desk| -> Vec<&'static str> {
        let found = desk
            .home
            .archive
            .candidates(&desk.article, TagKind::Person, "С. Омарова")
            .unwrap();
        found[0].reasons.iter().map(|r| r.code.as_str()).collect()
    };
    assert_eq!(by_initials(&desk), ["same-surname-initial"]);
    assert_eq!(codes(&desk.propose("Сәкен Омаров", 0, TagKind::Person)), []);
    assert_eq!(
        codes(&desk.propose("Асан Омарова", 0, TagKind::Person)),
        [("Сәуле Омарова", vec!["same-surname"])]
    );
    desk.take(&exact, Some(&she.party), false);
    assert_eq!(by_initials(&desk), ["same-surname-initial", "here-already"]);
    // as one types in the picker
    let typed = |name: &str| {
        let found = desk
            .home
            .archive
            .candidates(&desk.article, TagKind::Person, name)
            .unwrap();
        found.into_iter().map(|c| c.name).collect::<Vec<_>>()
    };
    assert_eq!(typed("ома"), ["Сәуле Омарова"]);
    assert_eq!(typed("Saule Omarova"), ["Сәуле Омарова"]);
    assert!(typed("").is_empty());
    assert!(typed("С").is_empty());
    assert!(typed("Петров").is_empty());
    let organisation = desk
        .home
        .archive
        .candidates(&desk.article, TagKind::Organisation, "Ерлік")
        .unwrap();
    assert_eq!(organisation[0].reasons[0].code.as_str(), "name-part");
}
