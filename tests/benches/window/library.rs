//! The library in which the window is timed: made once, kept, and copied for each run, so that every run begins alike.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use muragat_archive::record::terms::{Access, MentionState, PartyKind, Relation, Role, State};
use muragat_archive::record::{
    AccessRecord, ArticleRecord, MentionRecord, ParticipationRecord, PartyRecord, PlaceRecord,
    VersionRecord,
};
use muragat_archive::{Archive, Identity, Intake};
use muragat_tests::screen::target;

use crate::writer::{GIVEN, ROOTS, WORDS, Writer};

/// The newest so many came as texts, and nothing in them is accepted: there suggestions are open.
const OPEN: u64 = 100;
/// Every tenth names it: in a library of 100,000 it is a party of 10,000 articles.
pub const NAMED_OFTEN: &str = "«Ерлік» қоғамдық бірлестігі";
/// So many are entered by one op.
const AT_ONCE: u64 = 2_000;
/// People who are on record and in no article, as a list of officials brings them.
const OFFICIALS: usize = 20_000;
/// The letters of the longest text, which stands last in the list.
const LONG: usize = 100_000;
/// Its title; no other text has a word of it.
pub const LONGEST: &str = "Ең ұзын мәтін";

/// A copy of the library of so many articles, for one run.
pub fn copy(articles: u64) -> PathBuf {
    let kept = kept(articles);
    let copy = kept.with_extension("run.muragat");
    let _ = std::fs::remove_dir_all(&copy);
    copy_folder(&kept, &copy);
    copy
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy_folder(&entry.path(), &to),
            false => drop(std::fs::copy(entry.path(), to).unwrap()),
        }
    }
}

/// The library, made where there is none yet. Most articles come as records of another library do, which reads no text
/// a second time: a fraction of what it takes to read each.
fn kept(articles: u64) -> PathBuf {
    let path = target().join(format!("bench/{articles}-2.muragat"));
    if path.is_dir() {
        return path;
    }
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let began = Instant::now();
    let draft = path.with_extension("making");
    let _ = std::fs::remove_dir_all(&draft);
    let mut archive = Archive::create(&draft, Identity::new("bench")).unwrap();
    load_officials(&mut archive, &draft.with_extension("csv"));
    let mut releases = Releases {
        writer: Writer(0x9e37_79b9_7f4a_7c15),
        people: HashMap::new(),
        often: party(PartyKind::Organisation, NAMED_OFTEN),
        places: ROOTS
            .iter()
            .map(|root| place(&format!("{root} ауданы")))
            .collect(),
        given: HashMap::new(),
    };
    let old = articles.saturating_sub(OPEN);
    let mut number = 0;
    while number < old {
        let end = (number + AT_ONCE).min(old);
        let records: Vec<_> = (number..end)
            .map(|number| releases.record(number))
            .collect();
        archive
            .adopt(
                &records,
                &mut |_, _, _| unreachable!("no files"),
                &mut |_| true,
            )
            .unwrap();
        number = end;
        if number % 10_000 == 0 {
            eprintln!(
                "{number} articles after {:.0} s",
                began.elapsed().as_secs_f64()
            );
        }
    }
    for number in old..articles {
        let (text, _) = releases.writer.release(number);
        // The newest stand first in the list: there one works.
        let (_, rest) = text.strip_prefix("date ").unwrap().split_once(' ').unwrap();
        let text = format!("date 2027-01-{:02} {rest}", 1 + number % 28);
        add(&mut archive, &text);
    }
    let (long, _) = releases.writer.release(articles);
    let (_, body) = long.split_once('\n').unwrap();
    let body: String = body.chars().cycle().take(LONG).collect();
    add(&mut archive, &format!("date 2009-01-01 {LONGEST}\n{body}"));
    drop(archive);
    std::fs::rename(&draft, &path).unwrap();
    println!(
        "library of {articles} made in {:.0} s",
        began.elapsed().as_secs_f64()
    );
    path
}

fn add(archive: &mut Archive, text: &str) {
    archive
        .add_text("release.txt", text.as_bytes(), &Intake::default())
        .unwrap();
}

fn load_officials(archive: &mut Archive, list: &Path) {
    let mut rows = String::from("name;position\n");
    for number in 0..OFFICIALS {
        let given = GIVEN[number % GIVEN.len()];
        let root = ROOTS[number / GIVEN.len() % ROOTS.len()];
        let word = WORDS[number / 144 % WORDS.len()];
        let other = WORDS[number / 7_776 % WORDS.len()];
        rows.push_str(&format!("{given} {root}{word}{other}ов;{word} басшысы\n"));
    }
    std::fs::write(list, rows).unwrap();
    archive.load_officials(list).unwrap();
    std::fs::remove_file(list).unwrap();
}

fn id() -> String {
    uuid::Uuid::now_v7().to_string()
}

fn party(kind: PartyKind, name: &str) -> PartyRecord {
    PartyRecord {
        id: id(),
        kind,
        name: name.to_owned(),
        names: Vec::new(),
        date_from: None,
        date_to: None,
        bin: None,
        predecessor: None,
        parent: None,
        note: None,
        surname: None,
        given_names: None,
        patronymic: None,
        posts: Vec::new(),
    }
}

fn place(name: &str) -> PlaceRecord {
    PlaceRecord {
        id: id(),
        name: name.to_owned(),
        code: None,
        heading: true,
    }
}

struct Releases {
    writer: Writer,
    people: HashMap<String, PartyRecord>,
    often: PartyRecord,
    places: Vec<PlaceRecord>,
    /// The last number given in each year.
    given: HashMap<String, u64>,
}

impl Releases {
    /// A release as it stands once all in it is accepted.
    fn record(&mut self, number: u64) -> ArticleRecord {
        let (text, name) = self.writer.release(number);
        let (date, rest) = text.strip_prefix("date ").unwrap().split_once(' ').unwrap();
        let (title, body) = rest.split_once('\n').unwrap();
        let mut body = body.trim_end().to_owned();
        let person = self.people.entry(name.clone());
        let person = person
            .or_insert_with(|| party(PartyKind::Person, &name))
            .clone();
        let mut parties = vec![(person, Role::Speaker, name)];
        if number.is_multiple_of(10) {
            body.push_str(&format!("\nЖиынды {NAMED_OFTEN} өткізді."));
            parties.push((self.often.clone(), Role::Host, NAMED_OFTEN.to_owned()));
        }
        let mentions = parties.iter().map(|(party, _, name)| {
            let before = body.find(name.as_str()).unwrap();
            let start = body.get(..before).unwrap().chars().count() as u64;
            MentionRecord {
                id: id(),
                party: Some(party.id.clone()),
                place: None,
                start,
                end: start + name.chars().count() as u64,
                text: name.clone(),
                state: MentionState::Fresh,
            }
        });
        let mentions = mentions.collect();
        let year = date.get(..4).unwrap().to_owned();
        let given = self.given.entry(year.clone()).or_default();
        *given += 1;
        ArticleRecord {
            id: id(),
            reference: format!("{year}-{given:04}"),
            state: State::Draft,
            kind: None,
            outgoing_number: None,
            outgoing_date: None,
            publication_date: Some(date.to_owned()),
            captured_on: Some("2026-01-01".to_owned()),
            source_url: None,
            rights: None,
            note: None,
            access: AccessRecord {
                level: Access::Open,
                until: None,
                reason: None,
                decided_by: None,
            },
            units: Vec::new(),
            subjects: vec![WORDS[self.writer.next(WORDS.len())].to_owned()],
            places: vec![self.places[self.writer.next(self.places.len())].clone()],
            events: Vec::new(),
            versions: vec![VersionRecord {
                id: id(),
                language: "kk".to_owned(),
                title: title.trim().to_owned(),
                body,
                relation: Relation::Original,
                of: None,
                fixed_at: None,
                files: Vec::new(),
                mentions,
                quotes: Vec::new(),
            }],
            cast: parties
                .iter()
                .map(|(party, role, _)| ParticipationRecord {
                    id: id(),
                    party: party.id.clone(),
                    roles: vec![*role],
                    on_behalf_of: None,
                    positions: Vec::new(),
                })
                .collect(),
            photos: Vec::new(),
            parties: parties.into_iter().map(|(party, _, _)| party).collect(),
            decisions: Vec::new(),
            created_at: "2026-01-01T09:00:00Z".to_owned(),
        }
    }
}
