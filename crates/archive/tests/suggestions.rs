//! What the app suggests in the window: learned from the archive, accepted, turned down, and kept through edits.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)] // a test fails by panicking

mod common;

use common::{Home, RELEASE, home};
use muragat_archive::record::ArticleRecord;
use muragat_archive::record::terms::{PartyKind, PostKind, Role};
use muragat_archive::{Intake, PostFields, Suggestion, SuggestionKind, Tagging};

struct Desk {
    home: Home,
    article: String,
}

impl Desk {
    fn new(text: &str) -> Desk {
        let mut home = home();
        let article = home.add(text).id;
        Desk { home, article }
    }

    fn record(&self) -> ArticleRecord {
        self.home.archive.article(&self.article).unwrap()
    }

    fn version(&self) -> String {
        self.record().versions[0].id.clone()
    }

    fn open(&self) -> Vec<Suggestion> {
        self.home.archive.suggestions(&self.version()).unwrap()
    }

    fn one(&self, kind: SuggestionKind, name: &str) -> Suggestion {
        let open = self.open();
        let found = open.iter().find(|s| s.kind == kind && s.name == name);
        found
            .unwrap_or_else(|| panic!("{name} is not in {open:?}"))
            .clone()
    }

    fn accept(&mut self, keys: &[String]) {
        let version = self.version();
        self.home
            .archive
            .accept_suggestions(&version, keys, None)
            .unwrap();
    }

    fn edit(&mut self, from: &str, to: &str) {
        let version = self.version();
        let body = self.record().versions[0].body.replace(from, to);
        self.home
            .archive
            .edit_version(&version, None, Some(&body))
            .unwrap();
    }

    fn tag(&mut self, kind: PartyKind, name: &str) -> String {
        let tagging = Tagging {
            kind,
            name: name.to_owned(),
            role: None,
            position: None,
            on_behalf_of: None,
        };
        let article = self.article.clone();
        self.home
            .archive
            .tag(&article, &tagging)
            .unwrap()
            .value
            .party
    }
}

fn names(open: &[Suggestion], kind: SuggestionKind) -> Vec<&str> {
    let of_kind = open.iter().filter(|suggestion| suggestion.kind == kind);
    of_kind.map(|suggestion| suggestion.name.as_str()).collect()
}

const UNKNOWN: &str = "Екінші хабар\nКеше Бұлдақ Сабылтекке алғыс айтылды. ШТҚ-ның кеңсесі көшті.";

#[test]
fn names_accepted_once_are_found_again_in_any_case() {
    let mut desk = Desk::new("Бірінші хабар\nСабылтек Бұлдақ мен ШТҚ туралы.");
    let before = desk.home.add(UNKNOWN).id;
    let first = std::mem::replace(&mut desk.article, before);
    let open = desk.open();
    assert_eq!(names(&open, SuggestionKind::Person), [""; 0]);
    assert_eq!(names(&open, SuggestionKind::Organisation), [""; 0]);
    let second = std::mem::replace(&mut desk.article, first);
    let person = desk.tag(PartyKind::Person, "Бұлдақ Сабылтек");
    let body = desk.tag(PartyKind::Organisation, "ШТҚ");
    desk.article = second;
    let (who, what) = (
        desk.one(SuggestionKind::Person, "Бұлдақ Сабылтек"),
        desk.one(SuggestionKind::Organisation, "ШТҚ"),
    );
    assert_eq!(who.spans[0].text, "Бұлдақ Сабылтекке");
    assert_eq!(what.spans[0].text, "ШТҚ-ның");
    assert!(who.sure && what.sure);
    assert_eq!(
        (
            who.candidates[0].id.as_str(),
            what.candidates[0].id.as_str()
        ),
        (person.as_str(), body.as_str())
    );
    assert_eq!(who.reasons[0].code.as_str(), "read-on-record");
}

#[test]
fn what_another_program_accepted_is_known_at_once() {
    let desk = Desk::new(UNKNOWN);
    assert_eq!(names(&desk.open(), SuggestionKind::Person), [""; 0]);
    let mut other = desk.home.again();
    let made = other
        .add_party(PartyKind::Person, "Бұлдақ Сабылтек")
        .unwrap();
    assert_eq!(
        names(&desk.open(), SuggestionKind::Person),
        ["Бұлдақ Сабылтек"]
    );
    other.undo(made.op).unwrap();
    assert_eq!(names(&desk.open(), SuggestionKind::Person), [""; 0]);
}

#[test]
fn an_office_on_record_is_read_as_a_position() {
    let mut desk = Desk::new("Хабар\nЖиналысты ШТҚ тілмары Сәуле Омарова ашты.");
    let archive = &mut desk.home.archive;
    let person = archive
        .add_party(PartyKind::Person, "Нұрлан Сейітов")
        .unwrap();
    let post = PostFields {
        kind: PostKind::Office,
        title: "тілмар".to_owned(),
        organisation: Some("ШТҚ".to_owned()),
        date_from: None,
        date_to: None,
    };
    archive.add_post(&person.value, &post).unwrap();
    let she = desk.one(SuggestionKind::Person, "Сәуле Омарова");
    assert_eq!(she.positions, ["ШТҚ тілмары"]);
    assert_eq!(she.on_behalf_of.as_deref(), Some("ШТҚ"));
}

#[test]
fn taking_in_with_all_accepted_knows_the_archive_too() {
    let mut desk = Desk::new("Бірінші хабар\nСабылтек Бұлдақ туралы.");
    let known = desk.tag(PartyKind::Person, "Бұлдақ Сабылтек");
    let with = Intake {
        accept: true,
        ..Intake::default()
    };
    let added = desk
        .home
        .archive
        .add_text("екінші.txt", UNKNOWN.as_bytes(), &with)
        .unwrap();
    desk.article = added.value.id;
    assert_eq!(desk.record().cast[0].party, known);
    let file = desk.home.file("үшінші.txt", UNKNOWN.as_bytes());
    assert_eq!(muragat_archive::read_file(&file).unwrap().people.len(), 0);
    let read = desk.home.archive.read_file(&file).unwrap();
    assert_eq!(read.people[0].name, "Бұлдақ Сабылтек");
}

#[test]
fn a_quote_is_accepted_with_its_speaker() {
    let mut desk = Desk::new(RELEASE);
    let quote = desk.one(SuggestionKind::Quote, "Сәуле Омарова");
    let she = desk.one(SuggestionKind::Person, "Сәуле Омарова");
    let before = desk.record();
    // in whichever order the keys come
    desk.accept(&[quote.key.clone(), she.key.clone()]);
    let record = desk.record();
    let said = &record.versions[0].quotes[0];
    assert_eq!(said.text, "Балалар кітапқа жақын болады");
    assert_eq!(said.speaker.as_ref(), Some(&record.cast[0].party));
    assert!(record.cast[0].roles.contains(&Role::Speaker));
    desk.home.archive.undo(None).unwrap();
    assert_eq!(desk.record(), before);
    // one after the other as well
    desk.accept(&[she.key]);
    desk.accept(&[quote.key]);
    let record = desk.record();
    assert_eq!(
        record.versions[0].quotes[0].speaker.as_ref(),
        Some(&record.cast[0].party)
    );
}

#[test]
fn what_was_turned_down_stays_away_when_the_text_is_edited() {
    let mut desk = Desk::new(RELEASE);
    let version = desk.version();
    for (kind, name) in [
        (SuggestionKind::Person, "Нұрлан Сейітов"),
        (SuggestionKind::Quote, "Сәуле Омарова"),
    ] {
        let key = desk.one(kind, name).key;
        desk.home.archive.reject_suggestion(&version, &key).unwrap();
    }
    let away = |desk: &Desk| {
        let open = desk.open();
        !names(&open, SuggestionKind::Person).contains(&"Нұрлан Сейітов")
            && names(&open, SuggestionKind::Quote).is_empty()
            && names(&open, SuggestionKind::Person).contains(&"Сәуле Омарова")
    };
    assert!(away(&desk));
    desk.edit("Кешкі бөлімде", "Таңертең, күн шыға");
    assert!(away(&desk));
    // in another form, at another place
    desk.edit(
        "студенттерді құттықтады.",
        "студенттерді құттықтады. Оқырмандар Нұрлан Сейітовке алғыс айтты.",
    );
    assert!(away(&desk));
    assert!(desk.home.again().suggestions(&version).unwrap().len() == desk.open().len());
}

#[test]
fn all_of_one_kind_are_accepted_as_one_step() {
    let mut desk = Desk::new(RELEASE);
    let (before, open) = (desk.record(), desk.open());
    let people: Vec<String> = open
        .iter()
        .filter(|suggestion| suggestion.kind == SuggestionKind::Person)
        .map(|suggestion| suggestion.key.clone())
        .collect();
    assert_eq!(people.len(), 2);
    desk.accept(&people);
    let after = desk.record();
    assert_eq!(after.cast.len(), 2);
    assert!(after.cast.iter().all(|one| one.on_behalf_of.is_some()));
    assert_eq!(names(&desk.open(), SuggestionKind::Person), [""; 0]);
    assert!(!desk.open().is_empty());
    desk.home.archive.undo(None).unwrap();
    assert_eq!(desk.record(), before);
    assert_eq!(desk.open(), open);
    desk.home.archive.redo().unwrap();
    assert_eq!(desk.record(), after);
}

#[test]
fn reading_again_keeps_what_people_decided() {
    let mut desk = Desk::new(RELEASE);
    let version = desk.version();
    let she = desk.one(SuggestionKind::Person, "Сәуле Омарова").key;
    let quote = desk.one(SuggestionKind::Quote, "Сәуле Омарова").key;
    desk.accept(&[she, quote]);
    let he = desk.one(SuggestionKind::Person, "Нұрлан Сейітов").key;
    desk.home.archive.reject_suggestion(&version, &he).unwrap();
    let before = desk.record();
    desk.edit(
        "Салтанатты жиынға",
        "Бүгін өткен салтанатты жиынға облыстың",
    );
    let after = desk.record();
    assert_eq!(after.cast, before.cast);
    assert_eq!(after.decisions, before.decisions);
    let said = |record: &ArticleRecord| -> Vec<String> {
        let version = &record.versions[0];
        let marked = version.mentions.iter().map(|mention| mention.text.clone());
        marked
            .chain(version.quotes.iter().map(|quote| quote.text.clone()))
            .collect()
    };
    assert_eq!(said(&after), said(&before));
    let open = desk.open();
    assert_eq!(names(&open, SuggestionKind::Person), [""; 0]);
    assert_eq!(names(&open, SuggestionKind::Quote), [""; 0]);
    // the same text gives the same suggestions in the same order: nothing flickers
    assert_eq!(open, desk.open());
}
