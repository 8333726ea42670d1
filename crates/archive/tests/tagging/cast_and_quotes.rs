//! Who took part, and who said what.

use muragat_archive::Archive;
use muragat_archive::record::terms::Relation;

use super::*;

#[test]
fn the_cast_is_edited_and_put_in_order() {
    let mut desk = Desk::new(RELEASE);
    let she = desk.take(
        &desk.propose("Сәуле Омарова", 0, TagKind::Person),
        None,
        true,
    );
    let he = desk.take(
        &desk.propose("Нұрлан Сейітов", 0, TagKind::Person),
        None,
        true,
    );
    let (she_id, he_id) = (she.participation.unwrap(), he.participation.unwrap());
    let fields = ParticipationFields {
        roles: Some(vec![Role::Host, Role::Speaker]),
        on_behalf_of: Some(String::new()),
    };
    desk.home
        .archive
        .edit_participation(&she_id, &fields)
        .unwrap();
    desk.home.archive.move_participation(&he_id, 0).unwrap();
    let version = desk.record().versions[0].id.clone();
    let positions = [
        "бірінші".to_owned(),
        " ".into(),
        "екінші".into(),
        "бірінші".into(),
    ];
    desk.home
        .archive
        .set_positions(&she_id, &version, &positions)
        .unwrap();
    let record = desk.record();
    assert_eq!(
        record
            .cast
            .iter()
            .map(|c| c.id.as_str())
            .collect::<Vec<_>>(),
        [&he_id, &she_id]
    );
    assert_eq!(record.cast[1].roles, [Role::Host, Role::Speaker]);
    assert_eq!(record.cast[1].on_behalf_of, None);
    let printed: Vec<&str> = record.cast[1]
        .positions
        .iter()
        .map(|p| p.text.as_str())
        .collect();
    assert_eq!(printed, ["бірінші", "екінші"]);
    let reversed = ["екінші".to_owned(), "бірінші".into()];
    desk.home
        .archive
        .set_positions(&she_id, &version, &reversed)
        .unwrap();
    let record = desk.record();
    let printed: Vec<&str> = record.cast[1]
        .positions
        .iter()
        .map(|p| p.text.as_str())
        .collect();
    assert_eq!(printed, ["екінші", "бірінші"]);
    // One reworded stays the same position in the same place, whether the text prints it or not.
    let first = record.cast[1].positions[0].id.clone();
    let reworded = ["Жетісу облысының екіншісі".to_owned(), "бірінші".into()];
    desk.home
        .archive
        .set_positions(&she_id, &version, &reworded)
        .unwrap();
    let record = desk.record();
    let printed: Vec<(&str, &str)> = record.cast[1]
        .positions
        .iter()
        .map(|p| (p.id.as_str(), p.text.as_str()))
        .collect();
    assert_eq!(printed[0], (first.as_str(), "Жетісу облысының екіншісі"));
    assert_eq!(printed[1].1, "бірінші");
    let itself = ParticipationFields {
        on_behalf_of: Some(he.party.clone()),
        ..ParticipationFields::default()
    };
    // a person is nobody one speaks for
    assert_eq!(
        desk.home
            .archive
            .edit_participation(&he_id, &itself)
            .unwrap_err()
            .code(),
        "party_kind_differs"
    );
}

#[test]
fn quotes_find_their_marks_and_their_speaker() {
    let mut desk = Desk::new(RELEASE);
    let she = desk.take(
        &desk.propose("Сәуле Омарова", 0, TagKind::Person),
        None,
        true,
    );
    let version = desk.record().versions.remove(0);
    let (start, _) = at(&version.body, "кітапқа", 0);
    let proposal = desk
        .home
        .archive
        .propose_quote(&version.id, start, start)
        .unwrap();
    assert_eq!(proposal.text, "Балалар кітапқа жақын болады");
    assert_eq!(
        (proposal.speech, proposal.speaker.as_deref()),
        (Speech::Direct, Some(she.party.as_str()))
    );
    let quote = desk
        .home
        .archive
        .quote(
            &version.id,
            proposal.start,
            proposal.end,
            proposal.speech,
            proposal.speaker.clone().map(Whom::Party).as_ref(),
        )
        .unwrap()
        .value;
    let record = desk.record();
    assert_eq!(
        record.versions[0].quotes[0].speaker.as_deref(),
        Some(she.party.as_str())
    );
    assert_eq!(record.cast[0].roles, [Role::Speaker]);
    desk.home
        .archive
        .edit_quote(&quote, Speech::Paraphrase, None)
        .unwrap();
    let edited = desk.record().versions[0].quotes[0].clone();
    assert_eq!((edited.speech, edited.speaker), (Speech::Paraphrase, None));
    desk.home.archive.undo(None).unwrap();
    // taken out of the cast, she speaks no more
    desk.home.archive.untag(&record.cast[0].id).unwrap();
    let record = desk.record();
    assert_eq!(record.versions[0].quotes[0].speaker, None);
    assert!(record.versions[0].mentions.is_empty() && record.cast.is_empty());
    desk.home.archive.undo(None).unwrap();
    assert_eq!(
        desk.record().versions[0].quotes[0].speaker.as_deref(),
        Some(she.party.as_str())
    );
    desk.home.archive.remove_quote(&quote).unwrap();
    assert!(desk.record().versions[0].quotes.is_empty());
}

/// Who speaks need not be known: the person comes with the quote, into the cast too, by one op.
#[test]
fn a_quote_may_be_a_new_persons() {
    let mut desk = Desk::new(RELEASE);
    let version = desk.record().versions.remove(0);
    let (start, end) = at(&version.body, "кітапқа", 0);
    let whom = Whom::Person("Сәуле Омарова".into());
    let quote = desk
        .home
        .archive
        .quote(&version.id, start, end, Speech::Direct, Some(&whom))
        .unwrap()
        .value;
    let record = desk.record();
    let speaker = record.versions[0].quotes[0].speaker.clone().unwrap();
    assert_eq!(record.cast[0].party, speaker);
    assert_eq!(record.cast[0].roles, [Role::Speaker]);
    let named = record.parties.iter().find(|party| party.id == speaker);
    assert_eq!(named.unwrap().name, "Сәуле Омарова");
    // another of that name is another person
    desk.home
        .archive
        .edit_quote(&quote, Speech::Direct, Some(&whom))
        .unwrap();
    assert_eq!(desk.record().cast.len(), 2);
    desk.home.archive.undo(None).unwrap();
    desk.home.archive.undo(None).unwrap();
    let record = desk.record();
    assert!(record.cast.is_empty() && record.versions[0].quotes.is_empty());
}

/// What stands in a text and in its correction is one quote: that of the text in force.
#[test]
fn a_quote_and_its_correction_stand_once() {
    let mut home = home();
    let id = home.add(RELEASE).id;
    let archive = &mut home.archive;
    let she = Whom::Person("Сәуле Омарова".into());
    let mark = |archive: &mut Archive, version: &str, words: &str, whom: &Whom| {
        let record = archive.article(&id).unwrap();
        let text = record.versions.iter().find(|one| one.id == version);
        let (start, end) = at(&text.unwrap().body, words, 0);
        archive
            .quote(version, start, end, Speech::Direct, Some(whom))
            .unwrap();
    };
    let first = archive.article(&id).unwrap().versions[0].clone();
    mark(archive, &first.id, "Балалар кітапқа жақын болады", &she);
    let party = archive.article(&id).unwrap().cast[0].party.clone();
    let told = |archive: &Archive| -> Vec<String> {
        let page = archive.party_quotes(&party, 0, 9).unwrap();
        assert_eq!(page.total, page.rows.len() as u64);
        assert_eq!(archive.party(&party).unwrap().quotes, page.total);
        page.rows.into_iter().map(|row| row.quote.text).collect()
    };
    archive.register(&id).unwrap();
    let body = first.body.replace("жақын болады", "жақындай түседі");
    let correction = archive
        .add_version(&first.id, Relation::Corrects, "kk", &first.title, &body)
        .unwrap()
        .value;
    assert_eq!(told(archive), ["Балалар кітапқа жақын болады"]);
    // as long as the correction is a draft the first text is in force
    let whom = Whom::Party(party.clone());
    mark(
        archive,
        &correction,
        "Балалар кітапқа жақындай түседі",
        &whom,
    );
    assert_eq!(told(archive), ["Балалар кітапқа жақын болады"]);
    archive.register(&id).unwrap();
    assert_eq!(told(archive), ["Балалар кітапқа жақындай түседі"]);
    // a translation is in force beside it
    let russian = archive
        .add_version(
            &correction,
            Relation::Translates,
            "ru",
            "Библиотека",
            "«Дети ближе к книге», – сказала она.",
        )
        .unwrap()
        .value;
    mark(archive, &russian, "Дети ближе к книге", &whom);
    assert_eq!(told(archive).len(), 2);
}
