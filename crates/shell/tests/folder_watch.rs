//! A folder is watched for the open library, on threads of its own.
#![allow(clippy::unwrap_used, reason = "a test tells by failing")]

mod common;

use std::fs;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use common::TestLibrary;
use muragat_shell::wire::WatchedNow;
use muragat_shell::{FolderWatch, Settings};

/// Longer than any machine needs: a test that waits so long has failed.
const FOR_EVER: Duration = Duration::from_secs(120);

fn start(library: &TestLibrary) -> (Arc<FolderWatch>, Receiver<WatchedNow>) {
    let settings = Settings::in_folder(&library.folder.path().join("settings"));
    let (tell, told) = channel();
    let watch = FolderWatch::start(Arc::new(library.open()), Arc::new(settings), move |now| {
        drop(tell.send(now.clone()));
    });
    (watch, told)
}

/// Waits until it stands so.
fn until(told: &Receiver<WatchedNow>, stands: impl Fn(&WatchedNow) -> bool) {
    while !stands(&told.recv_timeout(FOR_EVER).unwrap()) {}
}

#[test]
fn what_is_put_into_the_folder_is_offered_until_one_does_not_want_it() {
    let library = TestLibrary::new();
    let folder = library.folder.path().join("келгендер");
    fs::create_dir(&folder).unwrap();
    let (watch, told) = start(&library);
    watch.choose(Some(&folder)).unwrap();
    let file = folder.join("хабар.txt");
    fs::write(&file, "Ауданда мектеп ашылды.").unwrap();
    until(&told, |now| now.documents == 1);
    assert_eq!(watch.offered(), std::slice::from_ref(&file));
    watch.turn_down(std::slice::from_ref(&file), false).unwrap();
    until(&told, |now| now.documents == 0);
    watch.offer_again(std::slice::from_ref(&file)).unwrap();
    until(&told, |now| now.documents == 1);
    watch.turn_down(&[file], false).unwrap();
    until(&told, |now| now.documents == 0);
    fs::remove_dir_all(&folder).unwrap();
    until(&told, |now| {
        now.problem
            .as_ref()
            .is_some_and(|problem| problem.code == "watched_missing")
    });
    watch.choose(None).unwrap();
    until(&told, |now| now.folder.is_none() && now.problem.is_none());
}

#[test]
fn a_folder_in_the_library_or_none_at_all_is_refused() {
    let library = TestLibrary::new();
    let (watch, _) = start(&library);
    let code = |folder: &str| {
        let path = library.path.join(folder);
        watch.choose(Some(&path)).unwrap_err().code
    };
    assert_eq!(code("originals"), "watched_in_library");
    assert_eq!(code(""), "watched_in_library");
    assert_eq!(code("../none"), "watched_missing");
    assert_eq!(watch.now(), WatchedNow::default());
}
