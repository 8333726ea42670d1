//! Backups by themselves, what is in one, restores that lose nothing, what is cleared away, who may read.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use chrono::{Local, TimeDelta};
use muragat_archive::{BackupLineState, BackupPlan, BackupWhen, found_backups, look_inside};

use super::*;

fn note(text: &str) -> ArticleEdit {
    ArticleEdit {
        note: Some(text.to_owned()),
        ..ArticleEdit::default()
    }
}

fn mode(path: &Path) -> u32 {
    path.metadata().unwrap().permissions().mode() & 0o777
}

#[test]
fn a_library_backs_itself_up_by_its_plan_and_only_what_is_new() {
    let mut home = home();
    let added = home.add(RELEASE);
    let photo = home.file("a.png", &picture(1));
    home.archive
        .attach(&added.id, &[photo], None, None)
        .unwrap();
    let now = Local::now();
    // once a day unless somebody says otherwise
    assert!(home.archive.backup_is_due(now, false).unwrap());
    let made = home.archive.back_up_by_plan(&mut all).unwrap();
    assert!(made.whole.is_none() && made.problem.is_none());
    assert!(!made.catalogue.unwrap().whole);
    assert!(!home.archive.backup_is_due(now, false).unwrap());
    let tomorrow = now + TimeDelta::days(1);
    assert!(!home.archive.backup_is_due(tomorrow, false).unwrap());
    home.archive.edit_article(&added.id, &note("жаңа")).unwrap();
    assert!(!home.archive.backup_is_due(now, false).unwrap());
    assert!(home.archive.backup_is_due(tomorrow, false).unwrap());

    let place = home.folder.path().join("таяқша");
    let plan = BackupPlan {
        when: BackupWhen::Closing,
        place: Some(place.display().to_string()),
        ..BackupPlan::default()
    };
    // a place that is not there is none, and is not made
    let refused = home.archive.plan_backups(&plan).unwrap_err();
    assert_eq!(refused.code(), "file_missing");
    fs::create_dir(&place).unwrap();
    home.archive.plan_backups(&plan).unwrap();
    assert!(!home.archive.backup_is_due(tomorrow, false).unwrap());
    assert!(home.archive.backup_is_due(tomorrow, true).unwrap());
    let made = home.archive.back_up_by_plan(&mut all).unwrap();
    let whole = made.whole.unwrap();
    assert!(whole.whole && whole.octets > 0);
    assert_eq!(mode(Path::new(&whole.path)), 0o600);
    let found = found_backups(home.archive.path());
    assert!(found.contains(&whole), "{found:?}");
    // the stick was taken out: that is noted, and the catalogue is copied all the same
    fs::rename(&place, home.folder.path().join("elsewhere")).unwrap();
    let refused = home.archive.back_up_by_plan(&mut all).unwrap_err();
    assert_eq!(refused.code(), "file_missing");
    let standing = home.archive.backup_standing().unwrap();
    assert_eq!(standing.problem.unwrap().code, "file_missing");
    assert!(!place.exists());
    let inside = BackupPlan {
        place: Some(home.archive.path().join("cache").display().to_string()),
        ..plan
    };
    let refused = home.archive.plan_backups(&inside).unwrap_err();
    assert_eq!(refused.code(), "target_inside_library");
}

#[test]
fn a_copy_of_the_catalogue_brings_all_back_from_what_lies_in_the_library() {
    let mut home = home();
    let added = home.add(RELEASE);
    let photo = home.file("a.png", &picture(1));
    home.archive
        .attach(&added.id, &[photo], None, None)
        .unwrap();
    let before = home.archive.article(&added.id).unwrap();
    let copy = home
        .archive
        .back_up_by_plan(&mut all)
        .unwrap()
        .catalogue
        .unwrap();
    home.archive.delete_article(&added.id).unwrap();
    let path = home.archive.path().to_owned();
    drop(home.archive);
    let done = restore(Path::new(&copy.path), &path, &mut all).unwrap();
    assert_eq!(done.lacking, [""; 0]);
    let restored = Archive::open(&path, Identity::new("Айгүл")).unwrap();
    assert_eq!(restored.article(&added.id).unwrap(), before);
    assert_eq!(restored.check(&mut all).unwrap().problems, []);
    // its earlier backups stay with it
    assert_eq!(found_backups(&path), [copy]);
    // beside the two libraries nothing lies about
    let names = fs::read_dir(path.parent().unwrap()).unwrap();
    let left = names.filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().starts_with(".muragat-")
    });
    assert_eq!(left.count(), 0);
}

#[test]
fn one_looks_into_a_backup_and_brings_single_documents_back() {
    let mut home = home();
    let gone = home.add(RELEASE);
    let photo = home.file("a.png", &picture(1));
    home.archive.attach(&gone.id, &[photo], None, None).unwrap();
    let before = home.archive.article(&gone.id).unwrap();
    let other = home.add("date 2026-03-01 Көктем\nКөктем келді.\n");
    let same = home.add("date 2026-04-01 Жаз\nЖаз келді.\n");
    let file = home.folder.path().join("backup.zip");
    home.archive.backup(&file, &mut all).unwrap();
    home.archive.delete_article(&gone.id).unwrap();
    home.archive
        .edit_article(&other.id, &note("кейін"))
        .unwrap();
    let newer = home.add("date 2026-05-01 Күз\nКүз келді.\n");
    let inside = look_inside(&file, Some(&home.archive), &mut all).unwrap();
    assert_eq!((inside.articles, inside.only_here), (3, 1));
    let state = |id: &str| {
        let line = inside.lines.iter().find(|line| line.id == id);
        line.map(|line| line.state)
    };
    assert_eq!(state(&gone.id), Some(BackupLineState::Gone));
    assert_eq!(state(&other.id), Some(BackupLineState::Differs));
    assert_eq!((state(&same.id), state(&newer.id)), (None, None));
    let ids = [gone.id.clone(), other.id.clone()];
    let done = home
        .archive
        .bring_back(&file, &ids, &mut all)
        .unwrap()
        .value;
    assert_eq!((done.new.len(), done.renewed.len()), (1, 1));
    assert_eq!(home.archive.article(&gone.id).unwrap(), before);
    assert_eq!(home.archive.article(&other.id).unwrap().note, None);
    home.archive.article(&newer.id).unwrap();
    home.archive.undo(None).unwrap();
    assert!(home.archive.article(&gone.id).is_err());
    assert_eq!(home.archive.check(&mut all).unwrap().problems, []);
}

#[test]
fn what_was_written_after_the_library_was_exchanged_is_refused() {
    let mut home = home();
    let added = home.add(RELEASE);
    let path = home.archive.path().to_owned();
    let aside = path.with_extension("aside");
    fs::rename(&path, &aside).unwrap();
    let gone = home
        .archive
        .edit_article(&added.id, &note("а"))
        .unwrap_err();
    assert_eq!(gone.code(), "library_missing");
    drop(Archive::create(&path, Identity::new("Ерлан")).unwrap());
    let refused = home
        .archive
        .edit_article(&added.id, &note("а"))
        .unwrap_err();
    assert_eq!(refused.code(), "library_replaced");
    let aside = Archive::open(&aside, Identity::new("Ерлан")).unwrap();
    assert_eq!(aside.article(&added.id).unwrap().note, None);
}

#[test]
fn what_a_library_holds_is_private_unless_it_was_shared_on_purpose() {
    let mut home = home();
    let added = home.add(RELEASE);
    let path = home.archive.path().to_owned();
    let files = |path: &Path| -> Vec<u32> {
        let entries = walkdir::WalkDir::new(path.join("originals")).into_iter();
        let files = entries
            .map(Result::unwrap)
            .filter(|entry| entry.file_type().is_file());
        files.map(|entry| mode(entry.path())).collect()
    };
    assert_eq!(mode(&path), 0o700);
    assert_eq!(mode(&path.join("catalogue.sqlite")), 0o600);
    assert_eq!(mode(&path.join("catalogue.sqlite-wal")), 0o600);
    assert_eq!(files(&path), [0o600]);
    let shared = fs::Permissions::from_mode(0o660);
    fs::set_permissions(path.join("catalogue.sqlite"), shared).unwrap();
    let photo = home.file("a.png", &picture(1));
    home.archive
        .attach(&added.id, &[photo], None, None)
        .unwrap();
    let mut modes = files(&path);
    modes.sort_unstable();
    assert_eq!(modes, [0o600, 0o660]);
}

#[test]
fn what_killed_work_left_is_cleared_when_the_library_is_opened() {
    let home = home();
    let path = home.archive.path().to_owned();
    // as a process that is gone names it: one of an earlier start of this machine, or a day old
    let left = [
        path.parent().unwrap().join(".muragat-export-00000000-1-a"),
        path.join("originals/.incoming/.muragat-file-00000000-1-b"),
    ];
    fs::create_dir_all(left[1].parent().unwrap()).unwrap();
    for path in &left {
        fs::write(path, "part").unwrap();
        let old = std::time::SystemTime::now() - std::time::Duration::from_secs(2 * 24 * 3600);
        let file = fs::File::options().write(true).open(path).unwrap();
        file.set_modified(old).unwrap();
    }
    let notes = home.archive.check(&mut all).unwrap().notes;
    let named = notes.iter().filter(|note| note.code == "leftover").count();
    assert_eq!(named, 2);
    let again = home.again();
    assert_eq!(again.swept().len(), 2);
    assert!(left.iter().all(|path| !path.exists()));
}
