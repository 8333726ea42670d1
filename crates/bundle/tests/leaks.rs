//! What leaves is what may leave: a library whose closed records say SECRET in every field goes out on every way, and every
//! byte of what came out is looked through.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test tells by failing")]

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use muragat_archive::record::ArticleRecord;
use muragat_archive::record::terms::{Access, PartyKind, PostKind, ReleaseWay};
use muragat_archive::{
    Archive, ArticleEdit, EventFields, Identity, Intake, ListQuery, PartyFields, PartyQuery,
    PhotoFields, PhotoQuery, PostFields, RegionBox, Released, TagKind, TagSpan, Tagging,
    TransferFields, TransferScope, Whom,
};
use muragat_bundle::{
    CopiesWanted, DEFAULT_COPY_NAME, Error, Export, Import, ListFormat, ListWanted, Listed,
    PrintWanted, export, export_transfer, import, print_articles, write_copies, write_list,
};
use tempfile::TempDir;

const MARK: &str = "SECRET";

/// A library with an open article and two closed ones, that share a person; the rest of what is known is the closed
/// ones' alone.
struct Room {
    folder: TempDir,
    archive: Archive,
    open: String,
    closed: Vec<String>,
    unit: String,
}

fn add(archive: &mut Archive, title: &str, body: &str) -> ArticleRecord {
    let text = format!("date 2026-03-01 {title}\n{body}\n");
    let added = archive.add_text(&format!("{title}.txt"), text.as_bytes(), &Intake::default());
    archive.article(&added.unwrap().value.id).unwrap()
}

fn tag(archive: &mut Archive, article: &ArticleRecord, words: &str, party: Option<&str>) -> String {
    let version = &article.versions[0];
    let at = version.body.find(words).unwrap();
    let start = version.body[..at].chars().count() as u64;
    let tag = TagSpan {
        version: version.id.clone(),
        start,
        end: start + words.chars().count() as u64,
        kind: TagKind::Person,
        party: party.map(str::to_owned),
        name: words.to_owned(),
        roles: Vec::new(),
        positions: vec![format!("{MARK}POSITION")],
        on_behalf_of: Some(format!("{MARK}BODY")),
        everywhere: false,
        replaces: None,
    };
    archive.tag_span(&tag).unwrap().value.party
}

fn room() -> Room {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("кітапхана.muragat");
    let mut archive = Archive::create(&path, Identity::new("Айгүл")).unwrap();
    let unit = archive.add_unit(None, "12", "Қала әкімдігі").unwrap().value;
    let open = add(&mut archive, "Қала күні", "Мерекеге Серік Ахметов келді.");
    let person = tag_openly(&mut archive, &open.id);
    let mut closed = Vec::new();
    for number in 1..=2 {
        let title = format!("{MARK}TITLE{number}");
        let body = format!("{MARK}TEXT {MARK}FORM{number} және {MARK}PERSON{number} сөйледі.");
        let article = add(&mut archive, &title, &body);
        tag(
            &mut archive,
            &article,
            &format!("{MARK}FORM{number}"),
            Some(&person),
        );
        let other = tag(
            &mut archive,
            &article,
            &format!("{MARK}PERSON{number}"),
            None,
        );
        let card = PartyFields {
            note: Some(format!("{MARK}NOTE")),
            ..PartyFields::default()
        };
        archive.edit_party(&other, &card).unwrap();
        let post = PostFields {
            kind: PostKind::Office,
            title: format!("{MARK}POST"),
            organisation: Some(format!("{MARK}OFFICE")),
            date_from: None,
            date_to: None,
        };
        archive.add_post(&other, &post).unwrap();
        let event = EventFields {
            name: Some(format!("{MARK}EVENT{number}")),
            date: None,
            place: Some(format!("{MARK}PLACE")),
        };
        let event = archive.add_event(&event, None).unwrap().value;
        archive.link_event(&article.id, &event).unwrap();
        attach(&mut archive, &folder, &article.id, number, &other);
        closed.push(article.id);
    }
    for id in std::iter::once(&open.id).chain(&closed) {
        archive.register(id).unwrap();
    }
    for (at, id) in closed.iter().enumerate() {
        let edit = ArticleEdit {
            unit: Some(unit.clone()),
            note: Some(format!("{MARK}REMARK")),
            outgoing_number: Some(format!("{MARK}OUT")),
            source_url: Some(format!("https://{MARK}.example/")),
            rights: Some(format!("{MARK}RIGHTS")),
            subjects: Some(vec![format!("{MARK}SUBJECT")]),
            places: Some(vec![format!("{MARK}TOWN")]),
            access: Some([Access::Restricted, Access::Embargo][at]),
            embargo_until: (at == 1).then(|| "9999-12-31".into()),
            access_reason: Some(format!("{MARK}REASON")),
            access_decided_by: Some(format!("{MARK}DECIDER")),
            ..ArticleEdit::default()
        };
        archive.edit_article(id, &edit).unwrap();
    }
    let edit = ArticleEdit {
        unit: Some(unit.clone()),
        ..ArticleEdit::default()
    };
    archive.edit_article(&open.id, &edit).unwrap();
    Room {
        folder,
        archive,
        open: open.id,
        closed,
        unit,
    }
}

fn tag_openly(archive: &mut Archive, article: &str) -> String {
    let tagging = Tagging {
        kind: PartyKind::Person,
        name: "Серік Ахметов".into(),
        role: None,
        position: None,
        on_behalf_of: None,
    };
    archive.tag(article, &tagging).unwrap().value.party
}

/// A photo whose every word, and whose bytes, are marked.
fn attach(archive: &mut Archive, folder: &TempDir, article: &str, number: u8, shown: &str) {
    let path: PathBuf = folder.path().join(format!("{MARK}FILE{number}.png"));
    image::RgbImage::from_pixel(64, 48, image::Rgb([200, 30, number * 40]))
        .save(&path)
        .unwrap();
    let mut bytes = fs::read(&path).unwrap();
    bytes.extend(format!("{MARK}BYTES").as_bytes());
    fs::write(&path, bytes).unwrap();
    let caption = format!("{MARK}CAPTION");
    archive
        .attach(
            article,
            &[path],
            Some(&caption),
            Some(&format!("{MARK}CREDIT")),
        )
        .unwrap();
    let photo = archive.article(article).unwrap().photos[0].id.clone();
    let said = PhotoFields {
        photographer: Some(format!("{MARK}AUTHOR")),
        place: Some(format!("{MARK}SQUARE")),
        instructions: Some(format!("{MARK}ORDER")),
        ..PhotoFields::default()
    };
    archive
        .edit_photos(std::slice::from_ref(&photo), &said)
        .unwrap();
    let place = RegionBox {
        x: 0.1,
        y: 0.1,
        w: 0.5,
        h: 0.5,
    };
    archive
        .add_region(&photo, &Whom::Party(shown.to_owned()), place)
        .unwrap();
}

/// Every file below a path, unpacked. What a PDF shows is drawn by glyphs: of those its rows are counted.
fn looked_through(path: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            let path = entry.unwrap().path();
            found.push((
                path.display().to_string(),
                path.display().to_string().into_bytes(),
            ));
            found.extend(looked_through(&path));
        }
        return found;
    }
    let bytes = fs::read(path).unwrap();
    let name = path.display().to_string();
    if bytes.starts_with(b"PK") {
        let mut zip = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
        for at in 0..zip.len() {
            let mut entry = zip.by_index(at).unwrap();
            let inside = entry.name().unwrap().into_owned();
            let mut content = inside.clone().into_bytes();
            entry.read_to_end(&mut content).unwrap();
            found.push((format!("{name}/{inside}"), content));
        }
    }
    found.push((name, bytes));
    found
}

/// In which files the mark stands; there must be some files at all.
fn told(path: &Path) -> Vec<String> {
    let all = looked_through(path);
    assert!(!all.is_empty(), "{}", path.display());
    all.into_iter()
        .filter(|(_, bytes)| {
            let has = |mark: &str| {
                bytes
                    .windows(mark.len())
                    .any(|part| part == mark.as_bytes())
            };
            has(MARK) || has(&MARK.to_lowercase())
        })
        .map(|(name, _)| name)
        .collect()
}

fn nothing_told(path: &Path) {
    assert_eq!(told(path), Vec::<String>::new());
}

fn listed(room: &Room) -> Vec<Listed> {
    let all: Vec<String> = std::iter::once(&room.open)
        .chain(&room.closed)
        .cloned()
        .collect();
    vec![
        Listed::Articles {
            articles: None,
            query: ListQuery::default(),
        },
        Listed::Articles {
            articles: Some(all),
            query: ListQuery::default(),
        },
        Listed::Parties {
            query: PartyQuery::default(),
        },
        Listed::Photos {
            query: PhotoQuery::default(),
        },
        Listed::Events { text: None },
    ]
}

fn columns(listed: &Listed) -> Vec<muragat_bundle::ListColumn> {
    let names: &[&str] = match listed {
        Listed::Articles { .. } => &[
            "reference",
            "date",
            "title",
            "people",
            "organisations",
            "kind",
            "access",
            "subjects",
            "places",
            "events",
            "outgoing_number",
            "source",
            "note",
        ],
        Listed::Parties { .. } => &["name", "party_kind", "position", "articles", "last_date"],
        Listed::Photos { .. } => &[
            "reference",
            "file",
            "caption",
            "credit",
            "photographer",
            "title",
            "place",
            "rights",
        ],
        Listed::Events { .. } => &["name", "date", "place", "articles", "photos"],
    };
    let read = |name: &&str| serde_json::from_value(serde_json::json!(name)).unwrap();
    names.iter().map(read).collect()
}

#[test]
fn no_word_of_what_is_closed_leaves_in_a_bundle_of_any_scope() {
    let room = room();
    let all: Vec<String> = std::iter::once(&room.open)
        .chain(&room.closed)
        .cloned()
        .collect();
    let query = |query: ListQuery| Export {
        query: Some(query),
        ..Export::default()
    };
    let scopes = [
        Export::default(),
        Export {
            articles: all,
            ..Export::default()
        },
        Export {
            zip: true,
            ..Export::default()
        },
        query(ListQuery {
            unit: Some(room.unit.clone()),
            ..ListQuery::default()
        }),
        query(ListQuery {
            year: Some(2026),
            ..ListQuery::default()
        }),
    ];
    for (at, what) in scopes.iter().enumerate() {
        let target = room.folder.path().join(format!("бума-{at}"));
        let made = export(&room.archive, &target, what, &mut |_| true).unwrap();
        assert_eq!((made.articles, made.left_out.len()), (1, 2));
        nothing_told(&target);
    }
    let what = Export {
        articles: room.closed.clone(),
        ..Export::default()
    };
    let target = room.folder.path().join("жабық");
    match export(&room.archive, &target, &what, &mut |_| true) {
        Err(Error::NothingToExport { left_out: 2 }) => assert!(!target.exists()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn no_word_of_what_is_closed_leaves_in_a_transfer() {
    let mut room = room();
    let all: Vec<String> = std::iter::once(&room.open)
        .chain(&room.closed)
        .cloned()
        .collect();
    let fields = TransferFields {
        depositor: Some("Қала әкімдігі".into()),
        receiver: Some("Облыстық архив".into()),
        ..TransferFields::default()
    };
    for (at, articles) in [None, Some(all)].into_iter().enumerate() {
        let scope = TransferScope {
            articles,
            ..TransferScope::default()
        };
        let id = room.archive.begin_transfer(&scope, &fields).unwrap().value;
        let target = room.folder.path().join(format!("тапсыру-{at}"));
        let made = export_transfer(&room.archive, &id, &target, false, "kk", &mut |_| true);
        assert_eq!(made.unwrap().left_out, 2);
        nothing_told(&target);
    }
}

#[test]
fn no_word_of_what_is_closed_leaves_in_lists_prints_and_copies() {
    let room = room();
    let nothing = Released::default();
    for (at, listed) in listed(&room).into_iter().enumerate() {
        for format in [
            ListFormat::Csv,
            ListFormat::Xlsx,
            ListFormat::Html,
            ListFormat::Pdf,
        ] {
            let target = room.folder.path().join(format!("тізім-{at}-{format:?}"));
            let wanted = ListWanted {
                columns: columns(&listed),
                listed: listed.clone(),
                format,
                language: "kk".into(),
                title: "Тізім".into(),
                scope: Vec::new(),
                restricted: Vec::new(),
            };
            let made =
                write_list(&room.archive, &wanted, &nothing, &target, &mut |_| true).unwrap();
            // the open document, and the person in it; no photo and no event is open
            assert_eq!(made.rows, [1, 1, 1, 0, 0][at], "{at}");
            assert_eq!(made.left_out.len(), [2, 2, 0, 0, 0][at], "{at}");
            nothing_told(&target);
        }
    }
    let wanted = PrintWanted {
        articles: std::iter::once(&room.open)
            .chain(&room.closed)
            .cloned()
            .collect(),
        language: "kk".into(),
        office: String::new(),
        cast: true,
        photos: true,
        restricted: Vec::new(),
    };
    let target = room.folder.path().join("басылым.pdf");
    let made = print_articles(&room.archive, &wanted, &nothing, &target, &mut |_| true).unwrap();
    assert_eq!((made.articles, made.left_out.len()), (1, 2));
    nothing_told(&target);
    let wanted = CopiesWanted {
        articles: room.closed.clone(),
        name: DEFAULT_COPY_NAME.into(),
        ..CopiesWanted::default()
    };
    let target = room.folder.path().join("көшірмелер");
    let made = write_copies(&room.archive, &wanted, &nothing, &target, &mut |_| true).unwrap();
    assert_eq!((made.written.len(), made.left_out.len()), (0, 2));
    assert_eq!(fs::read_dir(&target).unwrap().count(), 0);
}

#[test]
fn what_is_named_leaves_and_is_told_by_the_result_the_bundle_and_history() {
    let mut room = room();
    let named = [room.closed[0].clone()];
    let target = room.folder.path().join("атаулы");
    let released = room
        .archive
        .release(&named, ReleaseWay::Export, &target)
        .unwrap();
    let op = released.op.unwrap();
    let what = Export {
        released: released.value,
        ..Export::default()
    };
    let made = export(&room.archive, &target, &what, &mut |_| true).unwrap();
    let ids = |closed: &[muragat_bundle::LeftOut]| -> Vec<String> {
        closed.iter().map(|one| one.id.clone()).collect()
    };
    assert_eq!(ids(&made.released), room.closed[..1]);
    assert_eq!(ids(&made.left_out), room.closed[1..]);
    let all = told(&target);
    assert!(!all.is_empty());
    let whole = looked_through(&target);
    let second = |(_, bytes): &(String, Vec<u8>)| {
        let text = String::from_utf8_lossy(bytes);
        text.contains("SECRETTITLE2")
            || text.contains("SECRETPERSON2")
            || text.contains("SECRETFORM2")
    };
    assert!(!whole.iter().any(second));
    let premis = fs::read_to_string(target.join("data/export.premis.xml")).unwrap();
    let reference = room.archive.article(&named[0]).unwrap().reference;
    assert!(premis.contains(&format!("released by name: {reference} (restricted)")));
    // a person's undo passes by what cannot be called back
    let undone = room.archive.undo(None).unwrap().value;
    assert_ne!((undone.op, undone.kind.as_str()), (op, "release"));
}

#[test]
fn a_post_that_came_with_a_closed_article_stays_with_it() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("бірінші.muragat");
    let mut there = Archive::create(&path, Identity::new("Айгүл")).unwrap();
    let open = add(&mut there, "Қала күні", "Мерекеге Серік Ахметов келді.");
    let person = tag_openly(&mut there, &open.id);
    let bundle = |archive: &Archive, name: &str, article: &str| {
        let target = folder.path().join(name);
        let what = Export {
            articles: vec![article.to_owned()],
            ..Export::default()
        };
        export(archive, &target, &what, &mut |_| true).unwrap();
        target
    };
    let first = bundle(&there, "бір", &open.id);
    let post = PostFields {
        kind: PostKind::Office,
        title: "SECRETPOST".into(),
        organisation: Some("SECRETOFFICE".into()),
        date_from: None,
        date_to: None,
    };
    there.add_post(&person, &post).unwrap();
    let other = add(&mut there, "Екінші", "Серік Ахметов тағайындалды.");
    tag_openly(&mut there, &other.id);
    let second = bundle(&there, "екі", &other.id);

    let path = folder.path().join("екінші.muragat");
    let mut here = Archive::create(&path, Identity::new("Нұрлан")).unwrap();
    for bundle in [&first, &second] {
        import(&mut here, bundle, &Import::default(), &mut |_| true).unwrap();
    }
    let whole = bundle(&here, "ашық", &open.id);
    assert!(!told(&whole).is_empty());
    let edit = ArticleEdit {
        access: Some(Access::Restricted),
        ..ArticleEdit::default()
    };
    here.edit_article(&other.id, &edit).unwrap();
    nothing_told(&bundle(&here, "жабық", &open.id));
}
