//! The open library: its connections, what others write to it, and that it goes away and comes back.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test tells by failing")]

mod common;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, mpsc};
use std::thread;

use common::{TestLibrary, add};
use muragat_archive::{Archive, Error, Identity, Intake, ListQuery};
use muragat_shell::{DRAWERS, Glance, OpenLibrary, Watcher};

fn count(archive: &Archive) -> Result<u64, Error> {
    Ok(archive.lines(&ListQuery::default())?.total)
}

fn actors(library: &OpenLibrary) -> Vec<String> {
    let lines = library.ask(|archive| archive.history(None, 10)).unwrap();
    lines.into_iter().map(|line| line.actor).collect()
}

/// Adds an article as the window does.
fn add_here(library: &OpenLibrary, place: &TestLibrary, title: &str) {
    let file = place.release(title);
    let written = library.write(|archive| archive.add(&file, &Default::default()));
    let changed = written.unwrap().changed;
    assert!(!changed.elsewhere && changed.touched.articles.len() == 1);
}

#[test]
fn it_is_opened_when_it_is_first_asked_and_its_absence_is_told_then() {
    let place = TestLibrary::new();
    let library = place.open();
    assert_eq!(library.ask(count).unwrap(), 0);
    for path in [None, Some(place.folder.path().join("none.muragat"))] {
        let library = OpenLibrary::new(path, None);
        for asked in [
            library.ask(count),
            library.show(count),
            library.count(count),
        ] {
            assert!(
                matches!(asked, Err(Error::LibraryMissing { .. })),
                "{asked:?}"
            );
        }
        assert!(matches!(
            library.connect(),
            Err(Error::LibraryMissing { .. })
        ));
        // nothing was open, so nothing can be gone
        assert!(matches!(library.glance(), Ok(Glance::Same)));
    }
}

#[test]
fn what_others_write_is_seen_once_and_what_is_written_here_is_not() {
    let place = TestLibrary::new();
    let library = place.open();
    library.ask(count).unwrap();
    assert!(matches!(library.glance(), Ok(Glance::Same)));
    add_here(&library, &place, "бірінші");
    assert!(matches!(library.glance(), Ok(Glance::Same)));
    place.add_elsewhere("екінші");
    let Ok(Glance::Written(changed)) = library.glance() else {
        panic!("another program's write was not seen");
    };
    // it may be anything, and what Ctrl+Z would take back is still one's own
    assert!(changed.elsewhere && changed.touched.articles.is_empty());
    assert_eq!(changed.undo.as_deref(), Some("add_article"));
    assert!(matches!(library.glance(), Ok(Glance::Same)));
    assert_eq!(library.ask(count).unwrap(), 2);
}

#[test]
fn what_is_kept_of_how_photos_look_is_no_news_for_the_window() {
    let place = TestLibrary::new();
    let library = place.open();
    let photos: Vec<_> = (1..4)
        .map(|side| {
            let path = place.folder.path().join(format!("{side}.svg"));
            let picture =
                format!("<svg xmlns='http://www.w3.org/2000/svg' width='{side}' height='9'/>");
            fs::write(&path, picture).unwrap();
            path
        })
        .collect();
    let intake = Intake {
        photos,
        ..Intake::default()
    };
    let file = place.release("суреттер");
    let add = |archive: &mut Archive| archive.add(&file, &intake);
    assert_eq!(library.write(add).unwrap().value.photos.attached.len(), 3);
    let look = || library.look(|archive| archive.see_photos(1)).unwrap();
    assert_eq!(look(), 2);
    assert!(matches!(library.glance(), Ok(Glance::Same)));
    // nor is what is written here meanwhile
    add_here(&library, &place, "бірінші");
    assert_eq!(look(), 1);
    assert!(matches!(library.glance(), Ok(Glance::Same)));
    place.add_elsewhere("екінші");
    assert_eq!(look(), 0);
    assert!(matches!(library.glance(), Ok(Glance::Written(_))));
    assert!(matches!(library.glance(), Ok(Glance::Same)));
}

#[test]
fn what_a_job_writes_on_its_own_connection_is_seen_like_anothers() {
    let place = TestLibrary::new();
    let library = place.open();
    library.ask(count).unwrap();
    let mut job = library.connect().unwrap();
    add(&mut job, place.folder.path(), "жұмыс");
    assert!(matches!(library.glance(), Ok(Glance::Written(_))));
}

#[test]
fn while_it_is_at_work_a_glance_does_not_wait_and_counting_goes_on() {
    let place = TestLibrary::new();
    let library = Arc::new(place.open());
    let (at_work, begun) = mpsc::channel();
    let (end, wanted) = mpsc::channel::<()>();
    let other = Arc::clone(&library);
    let work = thread::spawn(move || {
        other.ask(|archive| {
            at_work.send(()).unwrap();
            wanted.recv().unwrap();
            count(archive)
        })
    });
    begun.recv().unwrap();
    place.add_elsewhere("бұл арада");
    // were it to wait for the work, which waits for us, this would never end
    assert!(matches!(library.glance(), Ok(Glance::Same)));
    assert_eq!(library.show(count).unwrap(), 1);
    assert_eq!(library.count(count).unwrap(), 1);
    end.send(()).unwrap();
    assert_eq!(work.join().unwrap().unwrap(), 1);
    assert!(matches!(library.glance(), Ok(Glance::Written(_))));
}

#[test]
fn a_library_that_went_away_is_told_as_that_and_comes_back() {
    let place = TestLibrary::new();
    let library = Arc::new(place.open());
    add_here(&library, &place, "бірінші");
    let mut watcher = Watcher::new(Arc::clone(&library));
    assert_eq!(watcher.look().unwrap(), None);

    let aside = place.path.with_extension("aside");
    fs::rename(&place.path, &aside).unwrap();
    assert!(watcher.look().unwrap().unwrap().elsewhere);
    assert_eq!(watcher.look().unwrap(), None, "it is told once");
    for asked in [
        library.ask(count),
        library.show(count),
        library.count(count),
    ] {
        assert!(
            matches!(asked, Err(Error::LibraryMissing { .. })),
            "{asked:?}"
        );
    }

    fs::rename(&aside, &place.path).unwrap();
    let back = watcher.look().unwrap().unwrap();
    assert_eq!(back.undo.as_deref(), Some("add_article"));
    assert_eq!(watcher.look().unwrap(), None);
    assert_eq!(library.ask(count).unwrap(), 1);
    place.add_elsewhere("екінші");
    assert!(watcher.look().unwrap().unwrap().elsewhere);
}

#[test]
fn a_loss_that_a_question_met_first_is_told_all_the_same() {
    let place = TestLibrary::new();
    let library = Arc::new(place.open());
    let mut watcher = Watcher::new(Arc::clone(&library));
    assert_eq!(watcher.look().unwrap(), None, "nobody asked it yet");
    add_here(&library, &place, "бірінші");
    watcher.look().unwrap();

    let aside = place.path.with_extension("aside");
    fs::rename(&place.path, &aside).unwrap();
    assert!(library.ask(count).is_err());
    assert!(watcher.look().unwrap().unwrap().elsewhere);
    assert_eq!(watcher.look().unwrap(), None, "it is told once");

    // and where it is back before anyone looked
    fs::rename(&aside, &place.path).unwrap();
    assert!(watcher.look().unwrap().is_some());
    fs::rename(&place.path, &aside).unwrap();
    assert!(library.ask(count).is_err());
    fs::rename(&aside, &place.path).unwrap();
    assert!(watcher.look().unwrap().is_some());
    assert!(watcher.look().unwrap().is_some());
    assert_eq!(watcher.look().unwrap(), None);
}

#[test]
fn a_library_that_goes_away_under_the_work_is_what_is_the_matter() {
    let place = TestLibrary::new();
    let library = place.open();
    add_here(&library, &place, "бірінші");
    let (path, aside) = (place.path.clone(), place.path.with_extension("aside"));
    let asked = library.ask(|archive| {
        fs::rename(&path, &aside).unwrap();
        archive.article("Ж-1")
    });
    assert!(
        matches!(asked, Err(Error::LibraryMissing { .. })),
        "{asked:?}"
    );
}

#[test]
fn another_library_in_its_place_is_not_taken_for_it() {
    let place = TestLibrary::new();
    let library = place.open();
    add_here(&library, &place, "бірінші");
    fs::rename(&place.path, place.path.with_extension("aside")).unwrap();
    Archive::create(&place.path, Identity::new("Ерлан")).unwrap();
    for _ in 0..2 {
        let asked = library.ask(count);
        assert!(
            matches!(asked, Err(Error::LibraryReplaced { .. })),
            "{asked:?}"
        );
        assert!(matches!(
            library.connect(),
            Err(Error::LibraryReplaced { .. })
        ));
        assert!(library.come_back().is_err());
    }
}

#[test]
fn who_works_here_is_written_from_then_on() {
    let place = TestLibrary::new();
    let library = place.open();
    add_here(&library, &place, "бірінші");
    library.set_actor("Дана");
    add_here(&library, &place, "екінші");
    assert_eq!(actors(&library), ["Дана", "Айгүл"]);
    assert_eq!(
        library.connect().unwrap().history(None, 1).unwrap()[0].actor,
        "Дана"
    );
}

#[test]
fn switching_leaves_nothing_of_the_library_before_and_failing_to_leaves_all_of_it() {
    let (before, after) = (TestLibrary::new(), TestLibrary::new());
    let library = before.open();
    add_here(&library, &before, "бірінші");
    assert_eq!(library.count(count).unwrap(), 1);
    let missing = before.folder.path().join("none.muragat");
    library
        .switch(|who| Archive::open(&missing, who))
        .unwrap_err();
    assert_eq!(
        (library.ask(count).unwrap(), library.count(count).unwrap()),
        (1, 1)
    );

    let info = library
        .switch(|who| Archive::open(&after.path, who))
        .unwrap();
    assert_eq!(
        (info.name.as_str(), info.articles, info.read_only),
        ("жаңа", 0, false)
    );
    assert_eq!(info.path, after.path.display().to_string());
    assert_eq!(
        (library.ask(count).unwrap(), library.count(count).unwrap()),
        (0, 0)
    );
    assert_eq!(library.connect().unwrap().path(), after.path);
    before.add_elsewhere("екінші");
    assert!(matches!(library.glance(), Ok(Glance::Same)));
    // who works here goes along
    add_here(&library, &after, "үшінші");
    assert_eq!(actors(&library), ["Айгүл"]);
}

#[test]
fn a_question_that_panics_takes_nothing_with_it() {
    let place = TestLibrary::new();
    let library = place.open();
    add_here(&library, &place, "бірінші");
    let file = place.release("екінші");
    let asked = catch_unwind(AssertUnwindSafe(|| {
        library.write(|archive| {
            archive.add(&file, &Default::default())?;
            panic!("as a stranger's file could make it")
        }) as Result<muragat_archive::Written<()>, Error>
    }));
    assert!(asked.is_err());
    // the op that was done before stands, and the library is as usable as ever
    assert_eq!(library.ask(count).unwrap(), 2);
    add_here(&library, &place, "үшінші");
}

#[test]
fn every_drawer_says_that_a_photo_is_not_there() {
    let place = TestLibrary::new();
    let library = place.open();
    for drawer in 0..=DRAWERS {
        let drawn = library.draw(drawer, "0199c3f2-6d1a-7c40-9f0e-3b5a7e1d2c48", 256);
        assert!(matches!(drawn, Err(Error::NotFound { .. })), "{drawn:?}");
    }
}
