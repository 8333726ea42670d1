//! Records of another library.

use super::*;

#[test]
fn a_records_copy_in_another_library_is_the_same_record() {
    let mut one = home();
    let mut two = home();
    let added = one.add(RELEASE);
    let photo = one.file("a.png", &picture(1));
    one.archive
        .attach(&added.id, &[photo], Some("Ашылу"), Some("Фото: қызмет"))
        .unwrap();
    one.archive.add_unit(None, "ЖО", "Облыс әкімдігі").unwrap();
    one.archive
        .edit_article(
            &added.id,
            &ArticleEdit {
                unit: Some("ЖО".into()),
                ..ArticleEdit::default()
            },
        )
        .unwrap();
    let tagging = Tagging {
        kind: PartyKind::Person,
        name: "Нұрлан Сейітов".into(),
        role: Some(Role::Participant),
        position: Some("Жетісу университетінің ректоры".into()),
        on_behalf_of: Some("Жетісу университеті".into()),
    };
    one.archive.tag(&added.id, &tagging).unwrap();
    let record = one.archive.article(&added.id).unwrap();
    // a reference that is taken there gives way, and that is told
    let records = std::slice::from_ref(&record);
    let came = two
        .archive
        .adopt(
            records,
            &mut |_, sha256, _| one.archive.original(sha256),
            &mut all,
        )
        .unwrap()
        .value;
    assert_eq!(came.new, std::slice::from_ref(&record.id));
    assert_eq!(two.archive.article(&record.id).unwrap(), record);
    let again = two
        .archive
        .adopt(
            records,
            &mut |_, sha256, _| one.archive.original(sha256),
            &mut all,
        )
        .unwrap();
    assert_eq!(again.value.same, std::slice::from_ref(&record.id));
    assert_eq!(again.op, None);
    two.archive.undo(None).unwrap();
    assert_eq!(
        two.archive.article(&record.id).unwrap_err().code(),
        "not_found"
    );
    assert_eq!(two.archive.check(&mut all).unwrap().problems, []);
}

#[test]
fn a_strangers_record_must_be_sound() {
    let mut one = home();
    let added = one.add(RELEASE);
    let tagging = Tagging {
        kind: PartyKind::Person,
        name: "Сәуле Омарова".into(),
        role: None,
        position: None,
        on_behalf_of: None,
    };
    one.archive.tag(&added.id, &tagging).unwrap();
    let good = one.archive.article(&added.id).unwrap();
    let mut two = home();
    let mut refused = |change: &dyn Fn(&mut muragat_archive::record::ArticleRecord)| {
        let mut bad = good.clone();
        change(&mut bad);
        let came = two.archive.adopt(
            &[bad],
            &mut |_, sha256, _| one.archive.original(sha256),
            &mut all,
        );
        let code = came.unwrap_err().code();
        assert_eq!(two.archive.article_ids().unwrap(), Vec::<String>::new());
        code
    };
    assert_eq!(
        refused(&|r| r.versions[0].mentions[0].end = i64::MAX as u64),
        "span_outside"
    );
    assert_eq!(
        refused(&|r| r.versions[0].mentions[0].text = "Басқа адам".into()),
        "record_unsound"
    );
    assert_eq!(
        refused(&|r| r.versions[0].body.push_str("\r\n")),
        "record_unsound"
    );
    assert_eq!(
        refused(&|r| r.versions[0].title.push('\n')),
        "record_unsound"
    );
    assert_eq!(refused(&|r| r.state = State::Registered), "record_unsound");
    assert_eq!(refused(&|r| r.reference = "a\nb".into()), "record_unsound");
    assert_eq!(
        refused(&|r| r.versions[0].files[0].sha256 = "00".repeat(32)),
        "original_missing"
    );
    assert_eq!(
        refused(&|r| r.cast[0].party = r.id.clone()),
        "record_unsound"
    );
    // a reference that would use up the series counts as typed by hand
    let mut greedy = good.clone();
    greedy.reference = "2026-9223372036854775807".into();
    two.archive
        .adopt(
            &[greedy],
            &mut |_, sha256, _| one.archive.original(sha256),
            &mut all,
        )
        .unwrap();
    assert_eq!(
        two.add("date 2026-02-02 Келесі\nМәтін").reference,
        "2026-0001"
    );
}

#[test]
fn an_import_of_registered_text_can_be_undone() {
    let mut one = home();
    let added = one.add(RELEASE);
    one.archive.register(&added.id).unwrap();
    let record = one.archive.article(&added.id).unwrap();
    let mut two = home();
    two.archive
        .adopt(
            std::slice::from_ref(&record),
            &mut |_, s, _| one.archive.original(s),
            &mut all,
        )
        .unwrap();
    two.archive.undo(None).unwrap();
    assert_eq!(two.archive.article_ids().unwrap(), Vec::<String>::new());
    two.archive.redo().unwrap();
    assert_eq!(two.archive.article(&record.id).unwrap(), record);
}
