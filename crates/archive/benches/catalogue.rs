//! How the catalogue grows: adding, listing, searching and facets in a library of 1,000 and of 50,000
//! articles, each beside the least that SQLite itself needs for the same texts in the same run.
//!
//! `cargo bench -p muragat-archive` (or `make bench`); `MURAGAT_BENCH_ARTICLES` sets the larger size. For every five
//! articles there are two parties.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    reason = "a test or a bench tells by failing"
)]

use std::time::Instant;

use muragat_archive::record::terms::{PartyKind, Role};
use muragat_archive::{Archive, Identity, Intake, ListOrder, ListQuery, TagKind, Tagging};

mod writer;
use writer::{GIVEN, ROOTS, WORDS, Writer};

const SMALL: u64 = 1_000;

/// Milliseconds: median of several runs.
fn median(runs: usize, mut work: impl FnMut(usize)) -> f64 {
    let mut times: Vec<f64> = (0..runs)
        .map(|run| {
            let start = Instant::now();
            work(run);
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// The least: the same texts into one table and one FTS5 index, a synced commit each, and no library around them.
struct Plain(rusqlite::Connection);

impl Plain {
    fn new(path: &std::path::Path) -> Plain {
        let sql = rusqlite::Connection::open(path).unwrap();
        sql.pragma_update(None, "journal_mode", "WAL").unwrap();
        sql.pragma_update(None, "synchronous", "FULL").unwrap();
        sql.execute_batch(
            "CREATE TABLE article (id INTEGER PRIMARY KEY, date TEXT, title TEXT, body TEXT);
             CREATE INDEX by_date ON article (date, id);
             CREATE VIRTUAL TABLE words USING fts5(title, body, content='', contentless_delete=1);",
        )
        .unwrap();
        Plain(sql)
    }

    fn add(&mut self, text: &str) {
        let (title, body) = text.split_once('\n').unwrap();
        let tx = self.0.transaction().unwrap();
        tx.prepare_cached("INSERT INTO article (date, title, body) VALUES (?1, ?2, ?3)")
            .unwrap()
            .execute((&title[5..15], title, body))
            .unwrap();
        let id = tx.last_insert_rowid();
        tx.prepare_cached("INSERT INTO words (rowid, title, body) VALUES (?1, ?2, ?3)")
            .unwrap()
            .execute((id, title, body))
            .unwrap();
        tx.commit().unwrap();
    }

    fn list(&self, offset: u64) {
        let mut statement = self.0.prepare_cached("SELECT id, date, title FROM article ORDER BY date DESC, id DESC LIMIT 100 OFFSET ?1").unwrap();
        let rows = statement
            .query_map([offset as i64], |row| row.get::<_, String>(2))
            .unwrap();
        assert_eq!(rows.count(), 100);
    }

    fn search(&self, word: &str) -> i64 {
        self.0.prepare_cached("WITH hit AS MATERIALIZED (SELECT bm25(words) AS r FROM words WHERE words MATCH ?1) SELECT count(*), min(r) FROM hit").unwrap().query_row([word], |row| row.get(0)).unwrap()
    }
}

struct Figures(Vec<(&'static str, f64, f64)>);

fn measure(archive: &mut Archive, plain: &mut Plain, writer: &mut Writer, size: u64) -> Figures {
    let mut figures = Vec::new();
    let mut both = |name, ours: f64, least: f64| figures.push((name, ours, least));
    let fresh: Vec<_> = (0..100)
        .map(|n| writer.release(10_000_000 + size + n))
        .collect();
    let ours = median(100, |run| {
        archive
            .add_text("release.txt", fresh[run].0.as_bytes(), &Intake::default())
            .unwrap();
    });
    both(
        "add one, durably",
        ours,
        median(100, |run| plain.add(&fresh[run].0)),
    );
    let page = |offset, order| ListQuery {
        offset,
        order,
        limit: 100,
        ..ListQuery::default()
    };
    let first = median(20, |_| {
        assert_eq!(
            archive
                .lines(&page(0, ListOrder::DateNewest))
                .unwrap()
                .rows
                .len(),
            100
        );
    });
    both("list, first 100", first, median(20, |_| plain.list(0)));
    let last = median(20, |_| {
        assert_eq!(
            archive
                .lines(&page(size - 100, ListOrder::DateNewest))
                .unwrap()
                .rows
                .len(),
            100
        );
    });
    both(
        "list, last 100",
        last,
        median(20, |_| plain.list(size - 100)),
    );
    let title = median(20, |_| {
        assert_eq!(
            archive
                .lines(&page(size / 2, ListOrder::Title))
                .unwrap()
                .rows
                .len(),
            100
        );
    });
    both("list by title, middle", title, f64::NAN);
    let typed = |text: &str| ListQuery {
        text: Some(text.into()),
        limit: 100,
        ..ListQuery::default()
    };
    let typing = median(20, |_| {
        assert!(archive.lines(&typed("Сейітхан")).unwrap().total > 0);
    });
    both(
        "search as you type, a name",
        typing,
        median(20, |_| assert!(plain.search("сейітхан*") > 0)),
    );
    let search = |text: &str, limit| ListQuery {
        text: Some(text.into()),
        limit,
        ..ListQuery::default()
    };
    let rare = median(20, |_| {
        assert!(
            archive
                .search(&search("Қыдырманхановаға", 20))
                .unwrap()
                .total
                > 0
        );
    });
    both(
        "search with facets, a name",
        rare,
        median(20, |_| assert!(plain.search("қыдырманханова") > 0)),
    );
    let common = median(5, |_| {
        assert!(archive.search(&search("мектептер", 20)).unwrap().total > size / 2);
    });
    both(
        "search with facets, in most",
        common,
        median(5, |_| assert!(plain.search("мектеп*") > 0)),
    );
    let all = median(5, |_| {
        assert!(archive.search(&search("", 20)).unwrap().total >= size);
    });
    both("facets of all", all, f64::NAN);
    tagging(archive, size, &mut both);
    huge(archive, writer, size, &mut both);
    Figures(figures)
}

/// The picker: a selected name, and a name as it is typed, among all the parties.
fn tagging(archive: &Archive, size: u64, both: &mut impl FnMut(&'static str, f64, f64)) {
    let page = ListQuery {
        offset: size / 2,
        limit: 50,
        ..ListQuery::default()
    };
    let articles: Vec<_> = archive
        .lines(&page)
        .unwrap()
        .rows
        .into_iter()
        .map(|line| archive.article(&line.id).unwrap())
        .collect();
    let propose = median(articles.len(), |run| {
        let version = &articles[run].versions[0];
        let (start, end) = name_at(&version.body);
        archive
            .propose_tag(&version.id, start, end, TagKind::Person)
            .unwrap();
    });
    both("propose a tag", propose, f64::NAN);
    let typed = ["О", "Омарбек", "Омарбекова С", "Бейбіт Исабаев"];
    let typing = median(40, |run| {
        archive
            .candidates(&articles[run].id, TagKind::Person, typed[run % 4])
            .unwrap();
    });
    both("candidates, a name as typed", typing, f64::NAN);
    let letter = median(20, |run| {
        archive
            .candidates(&articles[run].id, TagKind::Person, "А")
            .unwrap();
    });
    both("candidates, one letter", letter, f64::NAN);
    let office = "мектеп жүйесі орталығы басқармасы";
    let organisation = median(20, |run| {
        archive
            .candidates(&articles[run].id, TagKind::Organisation, office)
            .unwrap();
    });
    both("candidates, an organisation", organisation, f64::NAN);
}

/// Where a release names its speaker, in characters.
fn name_at(body: &str) -> (u64, u64) {
    let at = body.rfind("деді ").unwrap() + "деді ".len();
    let start = body[..at].chars().count();
    let end = start + body[at..].trim_end().chars().count() - 1;
    (start as u64, end as u64)
}

/// A text of 2 MB, as somebody types in it and tags in it.
fn huge(
    archive: &mut Archive,
    writer: &mut Writer,
    size: u64,
    both: &mut impl FnMut(&'static str, f64, f64),
) {
    let mut text = String::new();
    let mut number = 20_000_000 + size;
    while text.len() < 2_000_000 {
        text.push_str(&writer.release(number).0);
        number += 1;
    }
    let added = archive
        .add_text("huge.txt", text.as_bytes(), &Intake::default())
        .unwrap()
        .value;
    let version = archive.article(&added.id).unwrap().versions[0].clone();
    let mut body = version.body.clone();
    let mut edit = |body: &str| archive.edit_version(&version.id, None, Some(body)).unwrap();
    let typing = median(11, |run| {
        let middle = body.len() / 2;
        let at = (middle..).find(|at| body.is_char_boundary(*at)).unwrap();
        body.insert_str(at, &format!(" сөз{run}"));
        edit(&body);
    });
    both("edit a 2 MB text", typing, f64::NAN);
    let ends = median(11, |run| {
        body = format!("Басы {run}. {body} соңы {run}.");
        edit(&body);
    });
    both("edit it at both ends", ends, f64::NAN);
    let one_line = body.replace('\n', " ");
    edit(&one_line);
    let mut body = one_line;
    let ends = median(11, |run| {
        body = format!("Басы {run}. {body} соңы {run}.");
        edit(&body);
    });
    both("the same in one line", ends, f64::NAN);
    edit(&text);
    let (start, end) = name_at(&text);
    let propose = median(11, |_| {
        archive
            .propose_tag(&version.id, start, end, TagKind::Person)
            .unwrap();
    });
    both("propose a tag in it", propose, f64::NAN);
    archive.delete_article(&added.id).unwrap();
}

fn main() {
    // `cargo test --benches` and the like: nothing is measured there
    if std::env::args().any(|arg| arg == "--test") {
        return;
    }
    let large: u64 = std::env::var("MURAGAT_BENCH_ARTICLES")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(50_000);
    let folder = tempfile::tempdir().unwrap();
    let mut archive =
        Archive::create(&folder.path().join("bench.muragat"), Identity::new("bench")).unwrap();
    let mut plain = Plain::new(&folder.path().join("plain.sqlite"));
    let mut writer = Writer(88_172_645_463_325_252);
    let mut stands = 0;
    let mut grow = |archive: &mut Archive, plain: &mut Plain, writer: &mut Writer, to: u64| {
        let (mut ours, mut least) = (0.0, 0.0);
        while stands < to {
            let (text, name) = writer.release(stands);
            let start = Instant::now();
            let added = archive
                .add_text("release.txt", text.as_bytes(), &Intake::default())
                .unwrap()
                .value;
            ours += start.elapsed().as_secs_f64();
            if stands % 4 == 0 {
                let tagging = Tagging {
                    kind: PartyKind::Person,
                    name,
                    role: Some(Role::Speaker),
                    position: Some("облыс әкімінің орынбасары".into()),
                    on_behalf_of: (stands % 8 == 0)
                        .then(|| format!("{} басқармасы", WORDS[stands as usize % WORDS.len()])),
                };
                archive.tag(&added.id, &tagging).unwrap();
            }
            if stands % 5 < 2 {
                let (kind, name) = party(writer, stands);
                archive.add_party(kind, &name).unwrap();
            }
            let start = Instant::now();
            plain.add(&text);
            least += start.elapsed().as_secs_f64();
            stands += 1;
        }
        println!("grown to {to}: our adds {ours:.1} s, the least {least:.1} s");
    };
    grow(&mut archive, &mut plain, &mut writer, SMALL);
    let small = measure(&mut archive, &mut plain, &mut writer, SMALL);
    grow(&mut archive, &mut plain, &mut writer, large);
    let big = measure(&mut archive, &mut plain, &mut writer, large);

    println!("\nmilliseconds, median; the least is SQLite alone on the same texts in this run\n");
    println!(
        "{:<30}{:>10}{:>10}{:>8}{:>12}{:>10}{:>8}{:>10}",
        "", SMALL, "least", "ratio", large, "least", "ratio", "growth"
    );
    for ((name, a, a0), (_, b, b0)) in small.0.iter().zip(&big.0) {
        let ratio = |ours: f64, least: f64| {
            if least.is_nan() {
                "–".to_owned()
            } else {
                format!("{:.1}", ours / least)
            }
        };
        let shown = |ms: f64| {
            if ms.is_nan() {
                "–".to_owned()
            } else {
                format!("{ms:.2}")
            }
        };
        println!(
            "{name:<30}{:>10}{:>10}{:>8}{:>12}{:>10}{:>8}{:>10}",
            shown(*a),
            shown(*a0),
            ratio(*a, *a0),
            shown(*b),
            shown(*b0),
            ratio(*b, *b0),
            format!("× {:.1}", b / a)
        );
    }
    let size =
        |path: std::path::PathBuf| std::fs::metadata(path).map_or(0, |meta| meta.len()) / 1_000_000;
    println!(
        "\ncatalogue {} MB, the least {} MB",
        size(folder.path().join("bench.muragat/catalogue.sqlite")),
        size(folder.path().join("plain.sqlite"))
    );
}

/// A party of the archive: people of many surnames, organisations of few words.
fn party(writer: &mut Writer, number: u64) -> (PartyKind, String) {
    let ends = ["ов", "ова", "ев", "ұлы", "қызы"];
    let given = GIVEN[writer.next(GIVEN.len())];
    let root = ROOTS[writer.next(ROOTS.len())];
    let word = WORDS[writer.next(WORDS.len())];
    match number % 5 {
        0 => {
            let end = ends[writer.next(ends.len())];
            (PartyKind::Person, format!("{given} {root}{word}{end}"))
        }
        _ => {
            let other = WORDS[writer.next(WORDS.len())];
            let name = format!("№{number} {word} {other} басқармасы");
            (PartyKind::Organisation, name)
        }
    }
}
