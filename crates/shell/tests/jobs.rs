//! Jobs: how far they are, how they end, and that they can be stopped; and what each kind makes.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test tells by failing")]

mod common;

use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use common::TestLibrary;
use muragat_archive::{Archive, Error, Progress};
use muragat_shell::wire::{ExportOrder, IntakeOrder, Job, JobKind, JobState, Problem, wire_paths};
use muragat_shell::work::{bundles, care, intake};
use muragat_shell::{Ended, Jobs, OpenLibrary, Teller};
use serde_json::{Value, json};

type Work = fn(&mut Teller) -> Result<Ended, Problem>;

/// Starts a job; gives its number, and what it tells.
fn start(
    jobs: &Arc<Jobs>,
    work: impl FnOnce(&mut Teller) -> Result<Ended, Problem> + Send + 'static,
) -> (u32, Receiver<Job>) {
    let (tell, told) = mpsc::channel();
    let id = jobs.start(
        JobKind::Check,
        move |job| drop(tell.send(job.clone())),
        work,
    );
    (id, told)
}

/// All that a job told until its end.
fn all_told(told: &Receiver<Job>) -> Vec<Job> {
    told.iter().collect()
}

/// How a job ended.
fn last(told: &Receiver<Job>) -> Job {
    all_told(told).pop().unwrap()
}

/// Does work on a connection of its own, and gives how it ended.
fn run_in(
    library: &Arc<OpenLibrary>,
    work: impl FnOnce(&mut Archive, &mut Teller) -> Result<Ended, Problem> + Send + 'static,
) -> Job {
    let (tell, told) = mpsc::channel();
    let tell = move |job: &Job| drop(tell.send(job.clone()));
    Arc::new(Jobs::default()).start_in(library, JobKind::Import, tell, work);
    last(&told)
}

/// Documents for the in-tray, without photos.
fn order(documents: &[PathBuf]) -> IntakeOrder {
    IntakeOrder {
        documents: wire_paths(documents.to_vec()),
        photos: Vec::new(),
        unit: None,
    }
}

fn code(job: &Job) -> &str {
    job.problem
        .as_ref()
        .map_or("", |problem| problem.code.as_str())
}

/// Goes on until it is stopped.
fn endless(teller: &mut Teller) -> Result<Ended, Problem> {
    loop {
        teller.step("waiting", 0, 0)?;
        std::thread::yield_now();
    }
}

#[test]
fn a_job_tells_that_it_runs_each_stage_and_how_it_ended() {
    let jobs = Arc::new(Jobs::default());
    let (id, told) = start(&jobs, |teller| {
        for stage in ["reading", "writing"] {
            for done in 0..100 {
                let total = 100;
                assert!(teller.progress(Progress { stage, done, total }));
            }
        }
        Ok(Ended::with(&json!({ "made": 7 })))
    });
    let told = all_told(&told);
    assert!(
        told.iter()
            .all(|job| job.id == id && job.kind == JobKind::Check)
    );
    let stages: Vec<(&str, JobState)> = told
        .iter()
        .map(|job| (job.stage.as_str(), job.state))
        .collect();
    assert_eq!(stages.first(), Some(&("", JobState::Running)));
    assert!(stages.contains(&("reading", JobState::Running)));
    assert!(stages.contains(&("writing", JobState::Running)));
    let end = told.last().unwrap();
    assert_eq!((end.state, end.done, end.total), (JobState::Done, 100, 100));
    assert_eq!(
        (&end.result, end.problem.is_none()),
        (&json!({ "made": 7 }), true)
    );
    assert_eq!(
        told.iter()
            .filter(|job| job.state != JobState::Running)
            .count(),
        1
    );
}

#[test]
fn jobs_have_numbers_of_their_own_and_run_side_by_side() {
    let jobs = Arc::new(Jobs::default());
    let (first, first_told) = start(&jobs, endless);
    let (second, second_told) = start(&jobs, |_| Ok(Ended::default()));
    assert_ne!(first, second);
    assert_eq!(last(&second_told).state, JobState::Done);
    jobs.cancel(first);
    let end = last(&first_told);
    assert_eq!((end.state, code(&end)), (JobState::Cancelled, "cancelled"));
}

#[test]
fn what_has_ended_stays_as_it_ended_and_what_never_was_can_be_stopped_too() {
    let jobs = Arc::new(Jobs::default());
    let (id, told) = start(&jobs, |_| Ok(Ended::default()));
    assert_eq!(last(&told).state, JobState::Done);
    jobs.cancel(id);
    jobs.cancel(4711);
    assert!(told.recv().is_err());
}

#[test]
fn failing_and_panicking_are_told_with_their_problem() {
    let ends: [(Work, &str); 2] = [
        (|_| Err(Error::NameEmpty.into()), "name_empty"),
        (
            |_| panic!("as a stranger's file could make it"),
            "unexpected",
        ),
    ];
    for (work, expected) in ends {
        let (_, told) = start(&Arc::new(Jobs::default()), work);
        let end = last(&told);
        assert_eq!((end.state, code(&end)), (JobState::Failed, expected));
        assert_eq!(end.result, Value::Null);
    }
}

#[test]
fn the_end_of_the_program_stops_all_and_waits_for_them_to_clear_away() {
    let jobs = Arc::new(Jobs::default());
    let cleared = Arc::new(Mutex::new(0));
    let told: Vec<_> = (0..4)
        .map(|_| {
            let cleared = Arc::clone(&cleared);
            start(&jobs, move |teller| {
                let stopped = endless(teller);
                *cleared.lock().unwrap() += 1;
                stopped
            })
        })
        .collect();
    jobs.stop_all(Duration::from_secs(60));
    assert_eq!(*cleared.lock().unwrap(), 4);
    for (_, told) in told {
        assert_eq!(last(&told).state, JobState::Cancelled);
    }
}

#[test]
fn the_end_of_the_program_does_not_wait_for_ever() {
    let jobs = Arc::new(Jobs::default());
    let (end, wanted) = mpsc::channel::<()>();
    let (_, told) = start(&jobs, move |_| {
        // deaf to being stopped
        wanted.recv().unwrap();
        Ok(Ended::default())
    });
    jobs.stop_all(Duration::ZERO);
    // it is still at work, and only now may it end
    end.send(()).unwrap();
    assert_eq!(last(&told).state, JobState::Done);
}

#[test]
fn a_library_that_is_not_there_or_goes_away_is_what_is_the_matter() {
    let missing = Arc::new(OpenLibrary::new(None, None));
    let end = run_in(&missing, |_, _| panic!("there is no library"));
    assert_eq!(
        (end.state, code(&end)),
        (JobState::Failed, "library_missing")
    );

    let place = TestLibrary::new();
    let library = Arc::new(place.open());
    let (path, aside) = (place.path.clone(), place.path.with_extension("aside"));
    let end = run_in(&library, move |_, _| {
        fs::rename(&path, &aside).unwrap();
        Err(Error::NameEmpty.into())
    });
    assert_eq!(code(&end), "library_missing");
}

#[test]
fn of_several_files_the_bad_ones_stop_none_of_the_others() {
    let place = TestLibrary::new();
    let library = Arc::new(place.open());
    let empty = place.folder.path().join("empty.txt");
    fs::write(&empty, "").unwrap();
    let paths = [
        place.release("бірінші"),
        empty,
        place.folder.path().join("none.txt"),
        place.release("екінші"),
    ];
    let end = run_in(&library, move |archive, teller| {
        intake::take_in(archive, order(&paths), teller)
    });
    assert_eq!(end.state, JobState::Done);
    let added = end.result["added"].as_array().unwrap();
    assert_eq!(
        [&added[0]["title"], &added[1]["title"]],
        ["бірінші", "екінші"]
    );
    let refused = end.result["refused"].as_array().unwrap();
    let codes: Vec<&Value> = refused.iter().map(|one| &one["code"]).collect();
    assert_eq!(codes, ["text_empty", "file_missing"]);
    let changed = end.changed.unwrap();
    assert_eq!(changed.touched.articles.len(), 2);
    assert!(changed.nouns.contains(&"article".to_owned()));
}

#[test]
fn an_intake_that_is_stopped_has_taken_nothing_in() {
    let place = TestLibrary::new();
    let library = Arc::new(place.open());
    let paths: Vec<_> = ["бірінші", "екінші", "үшінші"]
        .map(|title| place.release(title))
        .into();
    let jobs = Arc::new(Jobs::default());
    let (tell, told) = mpsc::channel();
    let stopper = Arc::downgrade(&jobs);
    // as somebody who presses the button when all is read and the first is entered
    let tell = move |job: &Job| {
        if job.stage == "entering" && job.state == JobState::Running {
            stopper.upgrade().unwrap().cancel(job.id);
        }
        drop(tell.send(job.clone()));
    };
    jobs.start_in(&library, JobKind::Intake, tell, move |archive, teller| {
        intake::take_in(archive, order(&paths), teller)
    });
    let end = last(&told);
    assert_eq!((end.state, code(&end)), (JobState::Cancelled, "cancelled"));
    let there = library.ask(Archive::article_ids).unwrap();
    assert_eq!(there.len(), 0);
}

#[test]
fn photos_that_cannot_be_taken_are_told_and_a_list_without_any_changes_nothing() {
    let place = TestLibrary::new();
    let article = place.add_elsewhere("бірінші");
    let library = Arc::new(place.open());
    let text = place.release("сурет емес");
    let end = run_in(&library, move |archive, teller| {
        let home = serde_json::from_value(json!({ "article": article })).unwrap();
        intake::attach(archive, &[text], &home, None, teller)
    });
    assert_eq!(end.state, JobState::Done, "{:?}", end.problem);
    assert_eq!(end.result["attached"], json!([]));
    assert_eq!(end.result["refused"][0]["code"], "photo_unrecognised");
}

#[test]
fn a_bundle_goes_out_is_verified_planned_and_comes_in_elsewhere() {
    let (here, there) = (TestLibrary::new(), TestLibrary::new());
    let id = here.add_elsewhere("бірінші");
    let (source, target) = (Arc::new(here.open()), Arc::new(there.open()));
    let bundle = here.folder.path().join("бума");
    let order: ExportOrder = serde_json::from_value(json!({
        "target": bundle, "zip": false, "articles": null, "query": null,
    }))
    .unwrap();
    let end = run_in(&source, |archive, teller| {
        bundles::export(archive, order, teller)
    });
    assert_eq!(
        (&end.result["articles"], &end.result["path"]),
        (&json!(1), &json!(bundle))
    );

    let (_, told) = start(&Arc::new(Jobs::default()), {
        let bundle = bundle.clone();
        move |teller| bundles::verify(&bundle, teller)
    });
    let verified = last(&told).result;
    assert_eq!(
        (&verified["valid"], &verified["path"]),
        (&json!(true), &json!(bundle))
    );

    let plan = {
        let bundle = bundle.clone();
        run_in(&target, move |archive, teller| {
            bundles::plan(archive, &bundle, teller)
        })
        .result
    };
    assert_eq!(plan["articles"][0]["id"], json!(id));
    assert_eq!(plan["articles"][0]["standing"], "new");

    for expected in ["added", "present"] {
        let bundle = bundle.clone();
        let end = run_in(&target, move |archive, teller| {
            bundles::import(archive, &bundle, &Default::default(), teller)
        });
        assert_eq!(end.state, JobState::Done, "{:?}", end.problem);
        assert_eq!(end.result[expected][0]["id"], json!(id), "{}", end.result);
        assert_eq!(
            end.changed.unwrap().touched.articles.len(),
            usize::from(expected == "added")
        );
    }
    assert_eq!(target.ask(Archive::article_ids).unwrap(), [id]);
}

#[test]
fn a_damaged_bundle_is_an_answer_to_verify_and_a_failure_to_import() {
    let place = TestLibrary::new();
    let library = Arc::new(place.open());
    let bundle = place.folder.path().join("бос");
    fs::create_dir(&bundle).unwrap();
    let other = bundle.clone();
    let (_, told) = start(&Arc::new(Jobs::default()), move |teller| {
        bundles::verify(&other, teller)
    });
    let end = last(&told);
    assert_eq!(
        (end.state, &end.result["valid"]),
        (JobState::Done, &json!(false))
    );
    assert!(!end.result["errors"].as_array().unwrap().is_empty());
    let end = run_in(&library, move |archive, teller| {
        bundles::import(archive, &bundle, &Default::default(), teller)
    });
    assert_eq!(
        (end.state, code(&end)),
        (JobState::Failed, "bundle_invalid")
    );
}

#[test]
fn a_library_is_checked_and_backed_up() {
    let place = TestLibrary::new();
    place.add_elsewhere("бірінші");
    let library = Arc::new(place.open());
    let checked = run_in(&library, |archive, teller| care::check(archive, teller)).result;
    assert_eq!(
        (&checked["sound"], &checked["articles"]),
        (&json!(true), &json!(1))
    );
    let file = place.folder.path().join("көшірме.zip");
    for expected in [JobState::Done, JobState::Failed] {
        let file = file.clone();
        let end = run_in(&library, move |archive, teller| {
            care::back_up(archive, &file, teller)
        });
        assert_eq!(end.state, expected);
        match expected {
            JobState::Done => assert!(end.result["octets"].as_u64().unwrap() > 0),
            _ => assert_eq!(code(&end), "target_exists"),
        }
    }
}
