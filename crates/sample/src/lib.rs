//! A sample library: our own releases, catalogued as an archivist would. No one in them lives. The
//! window's first run, `muragat init --sample` and `make run` all make it here.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use muragat_archive::record::terms::{Access, PartyKind, Role};
use muragat_archive::{Archive, ArticleEdit, Error, Identity, Intake, ListQuery, Tagging};
use muragat_files::{Existing, TemporaryFolder, folder_of};

macro_rules! asset {
    ($name:literal) => {
        (
            $name,
            include_bytes!(concat!("../../../assets/sample/", $name)).as_slice(),
        )
    };
}

/// Texts, in the order in which they are catalogued.
const RELEASES: [(&str, &[u8]); 6] = [
    asset!("releases/01-kitapkhana.txt"),
    asset!("releases/02-biblioteka-ru.txt"),
    asset!("releases/03-su-tasqyny.txt"),
    asset!("releases/04-kopir.txt"),
    asset!("releases/05-sport-ru.txt"),
    asset!("releases/06-student.txt"),
];
const PHOTOS: [(&str, &[u8]); 5] = [
    asset!("photos/kitapkhana-1.jpg"),
    asset!("photos/kitapkhana-2.jpg"),
    asset!("photos/kitapkhana-3.jpg"),
    asset!("photos/kopir.jpg"),
    asset!("photos/forum.jpg"),
];

const ERLIK: &str = "\"Ерлік\" қоғамдық бірлестігі";
const UNIVERSITY: &str = "Жетісу университеті";
const PRESS: &str = "Жетісу облысы әкімдігінің баспасөз қызметі";

/// Makes the sample library. It gets its name only when it is whole.
///
/// # Errors
/// [`Error::LibraryExists`], or that the disk refused.
pub fn make(path: &Path, who: Identity) -> Result<Archive, Error> {
    if path.symlink_metadata().is_ok() {
        return Err(Error::LibraryExists {
            path: path.to_owned(),
        });
    }
    let parent = folder_of(path);
    fs::create_dir_all(parent).map_err(|e| Error::writing(parent, &e))?;
    let making = TemporaryFolder::beside(path, "sample")
        .map_err(|e| Error::writing(parent, &e))?;
    let photos = write_photos(&making.path().join("photos"))?;
    let draft = making.path().join("sample.muragat");
    let mut archive = Archive::create(&draft, who.clone())?;
    catalogue(&mut archive, &photos)?;
    // closed: its WAL is in its catalogue before it moves
    drop(archive);
    making
        .give_name(&draft, Existing::Refuse)
        .map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => Error::LibraryExists {
                path: path.to_owned(),
            },
            _ => Error::writing(path, &error),
        })?;
    Archive::open(path, who)
}

/// Photos come in by path, so that each is read once.
fn write_photos(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut paths = Vec::new();
    for (name, bytes) in PHOTOS {
        let path = folder.join(name.trim_start_matches("photos/"));
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, bytes))
            .map_err(|e| Error::writing(&path, &e))?;
        paths.push(path);
    }
    Ok(paths)
}

fn catalogue(archive: &mut Archive, photos: &[PathBuf]) -> Result<(), Error> {
    archive.add_unit(None, "ЖО", "Жетісу облысының әкімдігі")?;
    archive.add_unit(Some("ЖО"), "1", "Баспасөз қызметінің хабарламалары")?;
    archive.add_unit(Some("ЖО/1"), "2026", "2026 жыл")?;
    let mut articles = Vec::new();
    for (name, bytes) in RELEASES {
        let name = name.trim_start_matches("releases/");
        articles.push(archive.add_text(name, bytes, &Intake::default())?.value.id);
    }
    let [library, _, flood, bridge, sport, students] = articles.as_slice() else {
        return Ok(());
    };

    tag(archive, library, organisation(ERLIK))?;
    tag(archive, library, organisation(UNIVERSITY))?;
    tag(archive, library, organisation(PRESS).role(Role::Author))?;
    let host = person("Марат Сейтқалиев").role(Role::Host);
    tag(archive, library, host.position("облыс әкімінің орынбасары"))?;
    tag(
        archive,
        library,
        person("Марат Сейтқалиев").role(Role::Speaker),
    )?;
    let chair = person("Сәуле Омарова").role(Role::Speaker).of(ERLIK);
    let printed = "\"Ерлік\" қоғамдық бірлестігінің төрайымы";
    tag(archive, library, chair.position(printed))?;
    let rector = person("Нұрлан Беркінбаев").of(UNIVERSITY);
    let printed = "Жетісу университетінің ректоры";
    tag(
        archive,
        library,
        rector.role(Role::Participant).position(printed),
    )?;

    let host = person("Марат Сейтқалиев").role(Role::Host);
    tag(archive, flood, host.position("облыс әкімінің орынбасары"))?;
    let head = person("Ерлан Жақсылықов").role(Role::Speaker);
    let office = "облыстық төтенше жағдайлар департаменті";
    tag(
        archive,
        flood,
        head.of(office).position("Департамент бастығы"),
    )?;

    let head = person("Динара Сұлтанқызы").role(Role::Speaker);
    tag(archive, bridge, head.position("Аудан әкімі"))?;
    tag(
        archive,
        bridge,
        person("Айдос Ермеков").role(Role::Photographer),
    )?;

    let coach = person("Бауыржан Исатаев").role(Role::Speaker);
    tag(archive, sport, coach.position("тренер"))?;
    let head = person("Кайрат Ахметов").role(Role::Participant);
    let printed = "руководитель управления физической культуры и спорта";
    tag(archive, sport, head.position(printed))?;

    tag(archive, students, organisation(UNIVERSITY))?;
    let rector = person("Нұрлан Беркінбаев").of(UNIVERSITY);
    tag(
        archive,
        students,
        rector.role(Role::Host).position("университет ректоры"),
    )?;
    let student = person("Жанар Мұқанова").role(Role::Speaker);
    tag(archive, students, student.position("Магистрант"))?;

    let (opening, rest) = photos.split_at(3);
    archive.attach(library, opening, None, Some(PRESS))?;
    let (site, forum) = rest.split_at(1);
    let caption = Some("Қаратал өзеніндегі құрылыс алаңы");
    archive.attach(bridge, site, caption, Some("Айдос Ермеков"))?;
    let credit = Some("Жетісу университетінің баспасөз қызметі");
    archive.attach(students, forum, Some("Форумның ашылуы"), credit)?;

    // two stay in the in-tray, one of them under embargo
    archive.move_articles(&articles[..4], Some("ЖО/1/2026"))?;
    archive.register(library)?;
    let embargo = ArticleEdit {
        access: Some(Access::Embargo),
        embargo_until: Some("2030-01-01".to_owned()),
        access_reason: Some("Жарияланым келісілуде".to_owned()),
        ..ArticleEdit::default()
    };
    archive.edit_article(sport, &embargo)?;
    let search = ListQuery {
        text: Some("университет".to_owned()),
        ..ListQuery::default()
    };
    archive.save_search("Университет туралы", &search)?;
    Ok(())
}

/// A tag in the making.
struct Tag(Tagging);

fn person(name: &str) -> Tag {
    Tag(Tagging {
        kind: PartyKind::Person,
        name: name.to_owned(),
        role: None,
        position: None,
        on_behalf_of: None,
    })
}

fn organisation(name: &str) -> Tag {
    let Tag(tagging) = person(name);
    Tag(Tagging {
        kind: PartyKind::Organisation,
        ..tagging
    })
}

impl Tag {
    fn role(mut self, role: Role) -> Tag {
        self.0.role = Some(role);
        self
    }

    fn position(mut self, printed: &str) -> Tag {
        self.0.position = Some(printed.to_owned());
        self
    }

    fn of(mut self, organisation: &str) -> Tag {
        self.0.on_behalf_of = Some(organisation.to_owned());
        self
    }
}

fn tag(archive: &mut Archive, article: &str, Tag(tagging): Tag) -> Result<(), Error> {
    archive.tag(article, &tagging)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_whole_and_comes_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("үлгі.muragat");
        let archive = make(&path, Identity::new("Айгүл")).unwrap();
        assert_eq!(
            archive
                .lines(&ListQuery {
                    limit: 10,
                    ..Default::default()
                })
                .unwrap()
                .total,
            6
        );
        let found = archive.check(&mut |_| true).unwrap();
        assert_eq!((found.problems, found.notes), (Vec::new(), Vec::new()));
        // what it was made of is gone
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        let again = make(&path, Identity::new("Айгүл"));
        assert!(matches!(again, Err(Error::LibraryExists { .. })));
    }
}
