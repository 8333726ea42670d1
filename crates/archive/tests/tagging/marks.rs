//! What a tag makes in the text and in the archive.

use super::*;

#[test]
fn one_op_makes_the_party_its_part_and_its_marks() {
    let mut desk = Desk::new(RELEASE);
    let proposal = desk.propose("Сәуле Омарова", 0, TagKind::Person);
    let before = desk.record();
    let made = desk.take(&proposal, None, false);
    assert!(made.new);
    assert_eq!((made.mentions, made.elsewhere), (1, 1));
    let record = desk.record();
    let cast = &record.cast[0];
    assert_eq!(Some(&cast.id), made.participation.as_ref());
    assert_eq!(cast.roles, [Role::Speaker]);
    assert_eq!(
        cast.positions[0].text,
        "«Ерлік» қоғамдық бірлестігінің төрағасы"
    );
    let behalf = record
        .parties
        .iter()
        .find(|p| Some(&p.id) == cast.on_behalf_of.as_ref())
        .unwrap();
    assert_eq!(
        (behalf.name.as_str(), behalf.kind),
        ("«Ерлік» қоғамдық бірлестігі", PartyKind::Organisation)
    );
    let more = desk
        .home
        .archive
        .mark_everywhere(&desk.article.clone(), &made.party)
        .unwrap();
    assert_eq!(more.value, 1);
    let none = desk
        .home
        .archive
        .mark_everywhere(&desk.article.clone(), &made.party)
        .unwrap();
    assert_eq!((none.value, none.op), (0, None));
    // the same span again is no second mark
    let second = desk.take(
        &desk.propose("Сәуле Омарова", 0, TagKind::Person),
        Some(&made.party),
        false,
    );
    assert_eq!(second.mention, made.mention);
    desk.home.archive.undo(None).unwrap();
    desk.home.archive.undo(None).unwrap();
    assert_eq!(desk.record(), before);
}

#[test]
fn a_printed_name_is_kept_as_a_form_only_where_it_is_another_name() {
    let mut desk = Desk::new(
        "date 2026-03-14 Хабар\nБейбіт Исабаев келді. Б. Исабаев сөйледі. Бейбіт Исабаевқа рақмет. Beibit Isabaev came. Бейбіт Өксікбайұлы Исабаев кетті.",
    );
    let he = desk.take(
        &desk.propose("Бейбіт Исабаев", 0, TagKind::Person),
        None,
        false,
    );
    for text in [
        "Б. Исабаев",
        "Бейбіт Исабаевқа",
        "Beibit Isabaev",
        "Бейбіт Өксікбайұлы Исабаев",
    ] {
        let proposal = desk.propose(text, 0, TagKind::Person);
        assert_eq!(proposal.candidates[0].id, he.party, "{text}");
        desk.take(&proposal, Some(&he.party), false);
    }
    let record = desk.record();
    let mut forms: Vec<&str> = record.parties[0]
        .names
        .iter()
        .map(|n| n.form.as_str())
        .collect();
    forms.sort_unstable();
    // the text gives the name in full, whichever of its forms is selected
    assert_eq!(record.parties[0].name, "Бейбіт Өксікбайұлы Исабаев");
    assert_eq!(forms, ["Beibit Isabaev", "Бейбіт Исабаев"]);
    assert_eq!(record.versions[0].mentions.len(), 5);
}

#[test]
fn a_mark_is_not_set_inside_a_longer_name_nor_over_a_namesake() {
    let mut desk = Desk::new(
        "date 2026-03-14 Хабар\nЖетісу университетінде жиын өтті. Жетісу көркем. Асан Омаров пен Асан Омаров. Жетісу әдемі.",
    );
    desk.take(
        &desk.propose("Жетісу университетінде", 0, TagKind::Organisation),
        None,
        false,
    );
    let place = desk.take(&desk.propose("Жетісу", 1, TagKind::Place), None, true);
    assert_eq!((place.participation, place.mentions), (None, 2));
    let record = desk.record();
    assert_eq!(record.places.len(), 1);
    assert!(record.places[0].heading);
    let one = desk.take(
        &desk.propose("Асан Омаров", 0, TagKind::Person),
        None,
        false,
    );
    let two = desk.take(&desk.propose("Асан Омаров", 1, TagKind::Person), None, true);
    assert_ne!(one.party, two.party);
    assert_eq!((two.mentions, two.elsewhere), (1, 0));
    desk.home
        .archive
        .remove_place(&desk.article.clone(), &place.party)
        .unwrap();
    let record = desk.record();
    assert!(record.places.is_empty());
    assert_eq!(record.versions[0].mentions.len(), 3);
    // undo says that it was a place
    let undone = desk.home.archive.undo(None).unwrap().value;
    assert_eq!(undone.kind, "untag_place");
    assert_eq!(desk.record().places.len(), 1);
}

#[test]
fn a_stale_mark_is_confirmed_moved_or_taken_away() {
    let mut desk = Desk::new(RELEASE);
    desk.take(
        &desk.propose("Сәуле Омарова", 0, TagKind::Person),
        None,
        false,
    );
    let version = desk.record().versions.remove(0);
    let cut = version
        .body
        .replacen("Сәуле Омарова", "Сәуле апай Омарова", 1);
    desk.home
        .archive
        .edit_version(&version.id, None, Some(&cut))
        .unwrap();
    let mention = desk.record().versions[0].mentions[0].clone();
    assert_eq!(mention.state, MentionState::Stale);
    desk.home
        .archive
        .move_mention(&mention.id, mention.start, mention.end)
        .unwrap();
    let mended = desk.record().versions[0].mentions[0].clone();
    assert_eq!(
        (mended.state, mended.text.as_str()),
        (MentionState::Fresh, "Сәуле апай Омарова")
    );
    assert_eq!(
        desk.home
            .archive
            .move_mention(&mention.id, 4, 4)
            .unwrap_err()
            .code(),
        "span_outside"
    );
    desk.home.archive.remove_mention(&mention.id).unwrap();
    let record = desk.record();
    assert!(record.versions[0].mentions.is_empty());
    assert_eq!(record.cast.len(), 1);
}

/// What one takes away does not come back by itself a moment later, as something to decide on once more.
#[test]
fn a_mark_or_quote_taken_away_is_not_suggested_again() {
    let mut desk = Desk::new(RELEASE);
    let version = desk.record().versions[0].id.clone();
    let keys = |desk: &Desk| -> Vec<String> {
        let open = desk.home.archive.suggestions(&version).unwrap();
        open.into_iter().map(|one| one.key).collect()
    };
    let all = keys(&desk);
    let archive = &mut desk.home.archive;
    archive.accept_suggestions(&version, &all, None).unwrap();
    assert!(keys(&desk).is_empty());
    let before = desk.record();
    let texts = &before.versions[0];
    for mention in &texts.mentions {
        desk.home.archive.remove_mention(&mention.id).unwrap();
    }
    for quote in &texts.quotes {
        desk.home.archive.remove_quote(&quote.id).unwrap();
    }
    let ops = desk.home.archive.history(None, 50).unwrap();
    let told = ops.iter().flat_map(|op| &op.changes);
    assert!(told.filter(|change| change.noun == "decision").count() == 0);
    assert!(keys(&desk).is_empty(), "{:?}", keys(&desk));
    for _ in 0..texts.mentions.len() + texts.quotes.len() {
        desk.home.archive.undo(None).unwrap();
    }
    assert_eq!(desk.record(), before);
    // the whole party at once
    for one in &before.cast {
        desk.home.archive.untag(&one.id).unwrap();
    }
    let left = keys(&desk);
    assert!(left.iter().all(|key| key.starts_with("place:")), "{left:?}");
}

/// Taken off the list of places, it goes with every mention of it; none of them is suggested once more.
#[test]
fn a_place_taken_away_is_not_suggested_again() {
    let mut desk = Desk::new(
        "date 2026-03-14 Хабар\nБүгін Талдықорғанда жиын өтті. Жиынға Талдықорған қаласының тұрғындары келді.",
    );
    let version = desk.record().versions[0].id.clone();
    let keys = |desk: &Desk| -> Vec<String> {
        let open = desk.home.archive.suggestions(&version).unwrap();
        open.into_iter().map(|one| one.key).collect()
    };
    let all = keys(&desk);
    let archive = &mut desk.home.archive;
    archive.accept_suggestions(&version, &all, None).unwrap();
    let before = desk.record();
    assert!(!before.places.is_empty(), "{all:?}");
    for place in &before.places {
        let article = desk.article.clone();
        desk.home.archive.remove_place(&article, &place.id).unwrap();
    }
    assert!(keys(&desk).is_empty(), "{:?}", keys(&desk));
    for _ in &before.places {
        desk.home.archive.undo(None).unwrap();
    }
    assert_eq!(desk.record(), before);
}

#[test]
fn a_tag_takes_the_place_of_a_wrong_one_in_one_op() {
    let mut desk = Desk::new(RELEASE);
    let proposal = desk.propose("Нұрлан Сейітов", 0, TagKind::Person);
    let wrong = desk.take(&proposal, None, false);
    let before = desk.record();
    let tag = TagSpan {
        version: before.versions[0].id.clone(),
        start: proposal.start,
        end: proposal.end,
        kind: TagKind::Person,
        party: None,
        name: "Нұрлан Сейітов".into(),
        roles: vec![Role::Host],
        positions: Vec::new(),
        on_behalf_of: None,
        everywhere: false,
        replaces: Some(wrong.mention),
    };
    let right = desk.home.archive.tag_span(&tag).unwrap().value;
    let mentions = desk.record().versions[0].mentions.clone();
    assert_eq!(mentions.len(), 1);
    assert_eq!(mentions[0].party.as_deref(), Some(right.party.as_str()));
    // gone by now
    assert_eq!(
        desk.home.archive.tag_span(&tag).unwrap_err().code(),
        "not_found"
    );
    desk.home.archive.undo(None).unwrap();
    assert_eq!(desk.record(), before);
}

#[test]
fn names_of_other_kinds_and_empty_ones_are_refused() {
    let mut desk = Desk::new(RELEASE);
    let proposal = desk.propose("Сәуле Омарова", 0, TagKind::Person);
    let she = desk.take(&proposal, None, false);
    let tag = TagSpan {
        version: desk.record().versions[0].id.clone(),
        start: proposal.start,
        end: proposal.end,
        kind: TagKind::Organisation,
        party: Some(she.party),
        name: "x".into(),
        roles: Vec::new(),
        positions: Vec::new(),
        on_behalf_of: None,
        everywhere: false,
        replaces: None,
    };
    assert_eq!(
        desk.home.archive.tag_span(&tag).unwrap_err().code(),
        "party_kind_differs"
    );
    let empty = TagSpan {
        party: None,
        name: " «» ".into(),
        ..tag
    };
    assert_eq!(
        desk.home.archive.tag_span(&empty).unwrap_err().code(),
        "name_empty"
    );
    let before = desk.record();
    let tagging = Tagging {
        kind: PartyKind::Person,
        name: " ".into(),
        role: None,
        position: None,
        on_behalf_of: None,
    };
    assert_eq!(
        desk.home
            .archive
            .tag(&desk.article.clone(), &tagging)
            .unwrap_err()
            .code(),
        "name_empty"
    );
    assert_eq!(desk.record(), before);
}

#[test]
fn whom_the_archive_knows_is_suggested_accepted_or_stays_away() {
    let mut desk = Desk::new(RELEASE);
    let she = desk.take(
        &desk.propose("Сәуле Омарова", 0, TagKind::Person),
        None,
        true,
    );
    desk.take(
        &desk.propose("Жетісу университетінің", 0, TagKind::Organisation),
        None,
        true,
    );
    desk.article = desk
        .home
        .add("date 2026-05-02 Екінші хабар\nЖетісу университетінде Сәуле Омарованың сөзі тыңдалды. Сәуле Омарова риза.")
        .id;
    let version = desk.record().versions[0].id.clone();
    let open = desk.home.archive.suggestions(&version).unwrap();
    let names: Vec<&str> = open.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["Жетісу университеті", "Сәуле Омарова"]);
    let person = &open[1];
    assert!(person.sure);
    assert_eq!(
        (person.spans.len(), person.candidates[0].id.as_str()),
        (2, she.party.as_str())
    );
    let before = desk.record();
    desk.home
        .archive
        .reject_suggestion(&version, &open[0].key)
        .unwrap();
    desk.home
        .archive
        .accept_suggestions(&version, std::slice::from_ref(&person.key), None)
        .unwrap();
    assert!(desk.home.archive.suggestions(&version).unwrap().is_empty());
    let record = desk.record();
    assert_eq!(
        (record.cast.len(), record.versions[0].mentions.len()),
        (1, 2)
    );
    assert_eq!(record.cast[0].party, she.party);
    assert_eq!(record.decisions[0].kind, "organisation");
    let gone =
        desk.home
            .archive
            .accept_suggestions(&version, std::slice::from_ref(&person.key), None);
    assert_eq!(gone.unwrap_err().code(), "not_found");
    desk.home.archive.undo(None).unwrap();
    desk.home.archive.undo(None).unwrap();
    assert_eq!(desk.record(), before);
    assert_eq!(desk.home.archive.suggestions(&version).unwrap(), open);
}
