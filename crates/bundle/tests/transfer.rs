//! A transfer goes out: its bundle, and beside it the documents that both sides sign.

// Clippy lets only the test functions themselves say what they expect by failing, not what they call.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test tells by failing"
)]

use std::fs;
use std::path::Path;

use muragat_archive::record::terms::Access;
use muragat_archive::{
    Archive, ArticleEdit, Error as ArchiveError, Identity, Intake, Progress, TransferFields,
    TransferScope,
};
use muragat_bundle::{Error, Export, Import, export, export_transfer, import, verify};
use tempfile::TempDir;

fn go(_: Progress) -> bool {
    true
}

/// A library with three articles, the second of them restricted, and a transfer of all.
fn library(room: &Path) -> (Archive, Vec<String>, String) {
    let mut archive = Archive::create(&room.join("a.muragat"), Identity::new("Айгүл")).unwrap();
    let unit = archive.add_unit(None, "12", "Қала әкімдігі").unwrap().value;
    let mut ids = Vec::new();
    for number in 1..=3 {
        let text = format!("date 2026-03-0{number} {number}-кітапхана ашылды\nМәтін {number}.\n");
        let added = archive.add_text("a.txt", text.as_bytes(), &Intake::default());
        let id = added.unwrap().value.id;
        let edit = ArticleEdit {
            unit: Some(unit.clone()),
            access: (number == 2).then_some(Access::Restricted),
            ..ArticleEdit::default()
        };
        archive.edit_article(&id, &edit).unwrap();
        archive.register(&id).unwrap();
        ids.push(id);
    }
    let fields = TransferFields {
        act_number: Some("7".into()),
        depositor: Some("Қала әкімдігі".into()),
        depositor_address: Some("Көктөбе қ.".into()),
        depositor_person: Some("С. Омарова".into()),
        receiver: Some("Облыстық архив".into()),
        ..TransferFields::default()
    };
    let begun = archive.begin_transfer(&TransferScope::default(), &fields);
    let id = begun.unwrap().value;
    (archive, ids, id)
}

fn left(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn bundle_act_and_inventory_lie_in_one_folder() {
    let room = TempDir::new().unwrap();
    let (archive, ids, _) = library(room.path());
    let target = room.path().join("Тапсыру-7");
    let made = export_transfer(&archive, "7", &target, false, "kk", &mut go).unwrap();
    assert_eq!(
        (made.articles, made.left_out, made.documents.len()),
        (2, 1, 8)
    );
    let mut there = made.documents.clone();
    there.push("Топтама".into());
    there.sort();
    assert_eq!(left(&target), there);

    let report = verify(&made.bundle, &mut go).unwrap();
    assert!(report.valid, "{report:?}");
    for (label, value) in [
        ("Source-Organization", "Қала әкімдігі"),
        ("Organization-Address", "Көктөбе қ."),
        ("Contact-Name", "С. Омарова"),
        ("Muragat-Receiving-Archive", "Облыстық архив"),
        ("Muragat-Act-Number", "7"),
        ("External-Identifier", "Тапсыру-7"),
    ] {
        assert!(
            report
                .bag_info
                .iter()
                .any(|(of, is)| of == label && is == value),
            "{label}: {:?}",
            report.bag_info
        );
    }
    // the act names the very bundle it lies beside
    let manifest = fs::read(made.bundle.join("manifest-sha256.txt")).unwrap();
    let digest: String = <sha2::Sha256 as sha2::Digest>::digest(&manifest)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let act = fs::read_to_string(target.join("акт.kk.html")).unwrap();
    assert!(
        act.contains(&digest) && act.contains("№ 7") && act.contains("2 (екі) құжат"),
        "{act}"
    );
    let inventory = fs::read_to_string(target.join("тізімдеме.ru.html")).unwrap();
    assert!(inventory.contains("3-кітапхана ашылды") && !inventory.contains("2-кітапхана ашылды"));

    let mut other =
        Archive::create(&room.path().join("b.muragat"), Identity::new("Нұрлан")).unwrap();
    let came = import(&mut other, &made.bundle, &Import::default(), &mut go).unwrap();
    assert_eq!(came.value.new, [ids[0].clone(), ids[2].clone()]);

    let again = export_transfer(&archive, "7", &target, false, "kk", &mut go);
    assert!(
        matches!(
            again,
            Err(Error::Archive(ArchiveError::TargetExists { .. }))
        ),
        "{again:?}"
    );
    let zipped = room.path().join("zipped");
    let made = export_transfer(&archive, "7", &zipped, true, "ru", &mut go).unwrap();
    assert_eq!(made.bundle, zipped.join("Пакет.zip"));
    assert!(verify(&made.bundle, &mut go).unwrap().valid);
}

#[test]
fn what_was_closed_meanwhile_stops_it_and_nothing_half_made_stays() {
    let room = TempDir::new().unwrap();
    let (mut archive, ids, id) = library(room.path());
    let out = room.path().join("out");
    let target = out.join("t");
    let mut steps = 0;
    let stopped = export_transfer(&archive, &id, &target, false, "kk", &mut |progress| {
        steps += 1;
        progress.stage != "verifying"
    });
    assert!(
        matches!(stopped, Err(Error::Archive(ArchiveError::Cancelled))),
        "{stopped:?}"
    );
    assert!(steps > 3);
    assert_eq!(left(&out), Vec::<String>::new());

    let closes = ArticleEdit {
        access: Some(Access::Restricted),
        ..ArticleEdit::default()
    };
    archive.edit_article(&ids[0], &closes).unwrap();
    match export_transfer(&archive, &id, &target, false, "kk", &mut go) {
        Err(Error::TransferClosed { count, reference }) => {
            assert_eq!(
                (count, reference),
                (1, archive.article(&ids[0]).unwrap().reference)
            );
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(left(&out), Vec::<String>::new());
    archive.take_out_of_transfer(&id, &ids[..1]).unwrap();
    let made = export_transfer(&archive, &id, &target, false, "kk", &mut go).unwrap();
    assert_eq!(made.articles, 1);
}

/// Export, the preview of a transfer, and a transfer that began before: what stays out is the same in all three.
#[test]
fn one_rule_says_what_may_leave() {
    let day = |ahead: u64| {
        let today = chrono::Local::now().date_naive();
        (today + chrono::Days::new(ahead)).to_string()
    };
    loop {
        let today = day(0);
        let room = TempDir::new().unwrap();
        let mut archive =
            Archive::create(&room.path().join("a.muragat"), Identity::new("Айгүл")).unwrap();
        let cases = [
            (Access::Open, None, true),
            (Access::Restricted, None, false),
            (Access::Embargo, Some("1999-12-31".to_owned()), true),
            (Access::Embargo, Some(today.clone()), false),
            (Access::Embargo, Some(day(1)), false),
        ];
        let texts = (0..cases.len())
            .map(|number| format!("date 2026-03-01 {number}-кітапхана\nМәтін {number}.\n"));
        let ids: Vec<String> = texts
            .map(|text| {
                let added = archive.add_text("a.txt", text.as_bytes(), &Intake::default());
                let id = added.unwrap().value.id;
                archive.register(&id).unwrap();
                id
            })
            .collect();
        let fields = TransferFields {
            depositor: Some("Қала әкімдігі".into()),
            receiver: Some("Облыстық архив".into()),
            ..TransferFields::default()
        };
        let begun = archive.begin_transfer(&TransferScope::default(), &fields);
        let transfer = begun.unwrap().value;
        let mut out: Vec<String> = Vec::new();
        for (id, (access, until, may_leave)) in ids.iter().zip(cases) {
            let edit = ArticleEdit {
                access: Some(access),
                embargo_until: until,
                ..ArticleEdit::default()
            };
            archive.edit_article(id, &edit).unwrap();
            out.extend((!may_leave).then(|| id.clone()));
        }
        out.sort();
        let sorted = |mut ids: Vec<String>| {
            ids.sort();
            ids
        };
        let target = room.path().join("бума");
        let exported = export(&archive, &target, &Export::default(), &mut go).unwrap();
        let preview = archive.preview_transfer(&TransferScope::default()).unwrap();
        let entries = archive.transfer_entries(&transfer).unwrap().into_iter();
        let all = [
            sorted(exported.left_out.into_iter().map(|out| out.id).collect()),
            sorted(preview.left_out.into_iter().map(|out| out.id).collect()),
            sorted(
                entries
                    .filter(|entry| entry.closed)
                    .map(|entry| entry.id)
                    .collect(),
            ),
        ];
        // where midnight came in between, nothing is said
        if today == day(0) {
            assert_eq!(all, [out.clone(), out.clone(), out]);
            break;
        }
    }
}
