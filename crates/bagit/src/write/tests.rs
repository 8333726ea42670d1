use super::target::copy;
use super::*;
use crate::{Bag, Report, validate};
use proptest::prelude::*;
use std::fs;
use std::io;
use std::ops::ControlFlow;
use tempfile::TempDir;

fn report(path: &Path) -> Report {
    validate(path, &mut |_| ControlFlow::Continue(())).unwrap()
}

fn both(room: &TempDir) -> [Writer; 2] {
    [
        Writer::folder(&room.path().join("bag")).unwrap(),
        Writer::zip(&room.path().join("bag.zip"), "Сөмке").unwrap(),
    ]
}

const NAMES: [&str; 5] = [
    "data/Ерлік қоғамы/1 сурет.jpg",
    "data/100%.txt",
    "data/%25 %0A.txt",
    "data/и\u{306}.xml",
    "data/deep/er/a.html",
];

#[test]
fn what_is_written_is_valid_and_reads_back() {
    let room = TempDir::new().unwrap();
    for mut writer in both(&room) {
        for name in NAMES {
            let written = writer.add(name, &mut name.as_bytes()).unwrap();
            assert_eq!(written.octets, name.len() as u64);
        }
        writer.add_tag("muragat/жазба.txt", &mut &b"x"[..]).unwrap();
        let info = [
            ("Source-Organization", "Жетісу облысының әкімдігі"),
            ("External-Description", &"сөз ".repeat(40)),
        ];
        let summary = writer.finish(&info).unwrap();
        assert_eq!((summary.payload_files, summary.tag_files), (5, 7));
        let report = report(&summary.target);
        assert!(report.valid && report.complete, "{:?}", report.errors);
        assert_eq!(report.warnings, []);
        assert_eq!(
            (report.payload_files, report.payload_octets),
            (5, summary.payload_octets)
        );
        assert_eq!(report.algorithms, [Algorithm::Sha256, Algorithm::Sha512]);
        assert_eq!(
            (report.version.as_str(), report.encoding.as_str()),
            ("1.0", "UTF-8")
        );
        assert_eq!(report.bag_info[0].1, info[0].1);
        assert_eq!(report.bag_info[1].1, info[1].1.trim());
        assert_eq!(report.bag_info[2].0, "Payload-Oxum");
        let bag = Bag::open(&summary.target).unwrap();
        let mut names = NAMES.map(str::to_owned);
        names.sort();
        assert_eq!(bag.payload_paths(), names);
        for name in NAMES {
            assert_eq!(bag.read(name, 1000).unwrap(), name.as_bytes());
            assert_eq!(bag.read(name, 3).unwrap_err().code(), "file_too_long");
        }
        assert_eq!(bag.read("data/none", 1).unwrap_err().code(), "no_such_file");
        assert!(bag.tag_paths().contains(&"muragat/жазба.txt".to_owned()));
    }
}

#[test]
fn an_empty_bag_is_valid() {
    let room = TempDir::new().unwrap();
    for writer in both(&room) {
        let summary = writer.finish(&[]).unwrap();
        let report = report(&summary.target);
        assert!(report.valid, "{:?}", report.errors);
    }
}

#[test]
fn the_same_calls_give_the_same_zip() {
    let room = TempDir::new().unwrap();
    let make = |name: &str| {
        let path = room.path().join(name);
        let mut writer = Writer::zip(&path, "bag").unwrap();
        writer
            .add("data/a.txt", &mut "мәтін ".repeat(1000).as_bytes())
            .unwrap();
        // Past the point from which sizes are written as zip64.
        writer
            .add("data/b.jpg", &mut vec![7u8; 9 * 1024 * 1024].as_slice())
            .unwrap();
        writer.finish(&[]).unwrap();
        path
    };
    let (first, second) = (make("1.zip"), make("2.zip"));
    assert_eq!(fs::read(&first).unwrap(), fs::read(&second).unwrap());
    assert!(report(&first).valid, "{:?}", report(&first).errors);
}

#[test]
fn refuses_what_is_there() {
    let room = TempDir::new().unwrap();
    drop(both(&room));
    assert_eq!(
        Writer::folder(&room.path().join("bag"))
            .err()
            .unwrap()
            .code(),
        "target_exists"
    );
    assert_eq!(
        Writer::zip(&room.path().join("bag.zip"), "")
            .err()
            .unwrap()
            .code(),
        "target_exists"
    );
    assert_eq!(
        Writer::zip(&room.path().join("b.zip"), "a/b")
            .err()
            .unwrap()
            .code(),
        "path_refused"
    );
    assert_eq!(
        Writer::folder(&room.path().join("no/bag"))
            .err()
            .unwrap()
            .code(),
        "write_failed"
    );
}

#[test]
fn refuses_paths_and_stays_usable() {
    let room = TempDir::new().unwrap();
    for mut writer in both(&room) {
        writer.add("data/Құжат.txt", &mut &b"x"[..]).unwrap();
        let mut add = |path: &str| {
            writer
                .add(path, &mut &b"x"[..])
                .err()
                .map(|error| error.code())
        };
        for path in [
            "data/../x",
            "/data/x",
            "x",
            "data/",
            "data/a\nb",
            "data/a\\b",
            "data/C:/x",
            "",
            "data",
        ] {
            assert_eq!(add(path), Some("path_refused"), "{path:?}");
        }
        for path in ["data/Құжат.txt", "data/құжат.TXT", "data/Құжат.txt/x"] {
            assert_eq!(add(path), Some("path_collision"), "{path:?}");
        }
        assert_eq!(add("data/Й"), None);
        assert_eq!(add("data/и\u{306}"), Some("path_collision"));
        assert_eq!(add("data/dir/x"), None);
        assert_eq!(add("data/DIR"), Some("path_collision"));
        let mut tag = |path: &str| {
            writer
                .add_tag(path, &mut &b"x"[..])
                .err()
                .map(|error| error.code())
        };
        for path in [
            "bagit.txt",
            "Manifest-sha256.txt",
            "tagmanifest-md5.txt",
            "DATA/x",
            "data/x",
            "fetch.txt",
            " x",
        ] {
            assert_eq!(tag(path), Some("path_refused"), "{path:?}");
        }
        let summary = writer.finish(&[]).unwrap();
        assert!(report(&summary.target).valid);
    }
}

#[test]
fn labels_are_checked() {
    let room = TempDir::new().unwrap();
    let [writer, _] = both(&room);
    assert_eq!(
        writer.finish(&[("A\nB", "x")]).unwrap_err().code(),
        "label_refused"
    );
}

struct Failing(u8);

impl Read for Failing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0 += 1;
        if self.0 > 3 {
            return Err(io::Error::other("torn"));
        }
        buffer[0] = 1;
        Ok(1)
    }
}

#[test]
fn a_torn_source_breaks_the_bag() {
    let room = TempDir::new().unwrap();
    for mut writer in both(&room) {
        assert_eq!(
            writer.add("data/a", &mut Failing(0)).unwrap_err().code(),
            "content_unreadable"
        );
        assert_eq!(
            writer.add("data/b", &mut &b""[..]).unwrap_err().code(),
            "bag_broken"
        );
        assert_eq!(writer.finish(&[]).unwrap_err().code(), "bag_broken");
    }
}

#[test]
fn abandoned_bags_leave_nothing() {
    let room = TempDir::new().unwrap();
    for mut writer in both(&room) {
        writer.add("data/a/b", &mut &b"x"[..]).unwrap();
        writer.abandon().unwrap();
    }
    assert_eq!(fs::read_dir(room.path()).unwrap().count(), 0);
}

/// A disk that is always full, where the system has one.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_by_its_kind() {
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let mut to = io::BufWriter::with_capacity(1, full);
    let error = copy(
        "data/a",
        &mut &[0u8; 100][..],
        &mut to,
        Path::new("/dev/full"),
        &mut |_| {},
    )
    .unwrap_err();
    let WriteError::Io { source, .. } = error else {
        panic!("{error}")
    };
    assert_eq!(source.kind(), io::ErrorKind::StorageFull);
    // The buffer would complain again when dropped.
    let _ = to.into_parts();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn any_accepted_bag_is_valid(
        files in proptest::collection::vec(("data/[\\PC/]{1,12}", proptest::collection::vec(any::<u8>(), 0..50)), 0..6),
        value in "\\PC{0,60}[\r\n]{0,2}\\PC{0,60}",
    ) {
        let room = TempDir::new().unwrap();
        for mut writer in both(&room) {
            for (path, bytes) in &files {
                let _ = writer.add(path, &mut bytes.as_slice());
                prop_assume!(!writer.broken);
            }
            let summary = writer.finish(&[("Value", &value)]).unwrap();
            let report = report(&summary.target);
            prop_assert!(report.valid, "{:?}", report.errors);
            prop_assert_eq!(report.bag_info.len(), 2);
        }
    }
}
