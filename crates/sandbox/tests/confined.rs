//! What a child can no longer do, and what becomes of one that hangs, breaks down or lies. This program is the parent
//! and, called by another name, each of the children.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;

use muragat_document::Refusal;
use muragat_sandbox::{CALL, Sandbox, Unreadable, confine, serve_when_called};

fn main() -> ExitCode {
    let called = std::env::args_os().next().map(PathBuf::from).unwrap();
    match called.file_name().and_then(|name| name.to_str()).unwrap() {
        "reader" => serve_when_called().unwrap(),
        "sleeper" => loop {
            std::thread::sleep(Duration::from_secs(1));
        },
        "breaker" => std::process::abort(),
        "liar" => {
            // A length that nobody can hold.
            let output = std::io::stdout().write_all(&[0xff; 64]);
            ExitCode::from(u8::from(output.is_err()))
        }
        "opener" => is_refused(|| std::fs::File::open("/etc/hostname").map(drop)),
        "maker" => is_refused(|| std::fs::File::create("/tmp/muragat-made").map(drop)),
        "caller" => is_refused(|| std::net::TcpStream::connect(("127.0.0.1", 9)).map(drop)),
        "listener" => is_refused(|| std::net::TcpListener::bind(("127.0.0.1", 0)).map(drop)),
        "starter" => is_refused(|| Command::new("/bin/true").status().map(drop)),
        "hoarder" => {
            confine().unwrap();
            let mut held: Vec<u8> = Vec::new();
            ExitCode::from(u8::from(held.try_reserve(600 << 20).is_ok()))
        }
        _ => check_all(),
    }
}

/// Whether, once confined, something is refused by the system as not permitted.
fn is_refused(attempt: impl FnOnce() -> std::io::Result<()>) -> ExitCode {
    confine().unwrap();
    match attempt() {
        Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// This program by another name.
fn child(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::hard_link(std::env::current_exe().unwrap(), &path)
        .or_else(|_| std::fs::copy(std::env::current_exe().unwrap(), &path).map(drop))
        .unwrap();
    path
}

fn check_all() -> ExitCode {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    if cfg!(target_os = "linux") {
        for name in [
            "opener", "maker", "caller", "listener", "starter", "hoarder",
        ] {
            let ended = Command::new(child(folder, name)).arg(CALL).status();
            assert!(ended.unwrap().success(), "{name} was let");
            println!("a confined {name} ... refused");
        }
    }
    let reader = Sandbox::new(&child(folder, "reader"));
    let text = "Облыста кітапхана ашылды.\nОған Сәуле Омарова қатысты.";
    let read = reader.read(text.as_bytes()).unwrap();
    assert_eq!(read.text(), text);
    assert!(matches!(
        reader.read(b"\x00\x01\x02"),
        Err(Unreadable::Refused(_))
    ));
    println!("a text is read, what is none is refused by the reader ... ok");
    check_large_files(&reader);

    let sleeper = Sandbox::new(&child(folder, "sleeper")).patience(Duration::from_millis(300));
    assert!(matches!(sleeper.read(b"text"), Err(Unreadable::TooSlow)));
    for name in ["breaker", "liar"] {
        let read = Sandbox::new(&child(folder, name)).read(text.as_bytes());
        assert!(
            matches!(read, Err(Unreadable::BrokeDown)),
            "{name}: {read:?}"
        );
    }
    let nobody = Sandbox::new(&folder.join("nobody")).read(b"text");
    assert!(matches!(nobody, Err(Unreadable::NotStarted(_))));
    println!("a child that hangs, breaks down, lies or is not there is told ... ok");
    ExitCode::SUCCESS
}

/// Large files and such as unfold to more: each is read or refused with its reason, within the child's memory and time.
fn check_large_files(reader: &Sandbox) {
    let is_too_large = |bytes: &[u8]| {
        matches!(
            reader.read(bytes),
            Err(Unreadable::Refused(Refusal::TooLarge { .. }))
        )
    };
    let mail = format!(
        "From a@b Fri Feb 27 10:00:00 2026\nFrom: a@b\nTo: c@d\n\n{}\n\n",
        "Words of a mail. ".repeat(4_000)
    );
    let mut mailbox = mail.repeat(300).into_bytes();
    assert_eq!(reader.read(&mailbox).unwrap().enclosed.len(), 300);
    mailbox.resize(300 << 20, b'x');
    assert!(is_too_large(&mailbox));
    println!("a mailbox of 20 MB is read, one of 300 MB too large ... ok");

    let text = "A line of a text. ".repeat(4_200_000).into_bytes();
    assert!(is_too_large(&text));
    let blanks = vec![b' '; 300 << 20];
    let mut package = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, bytes) in [
        ("[Content_Types].xml", &b"<Types/>"[..]),
        ("word/document.xml", &blanks),
    ] {
        package.start_file(name, options).unwrap();
        package.write_all(bytes).unwrap();
    }
    let package = package.finish().unwrap().into_inner();
    assert!(package.len() < 1 << 20 && is_too_large(&package));
    println!("a text of 76 MB and a bomb of a zip are too large ... ok");

    let read = reader.read(&make_pdf(2_000)).unwrap();
    assert_eq!(read.properties.pages, Some(2_000));
    assert!(read.text().contains("Words of page 1999"));
    println!("a PDF of 2,000 pages is read ... ok");
}

fn make_pdf(pages: usize) -> Vec<u8> {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        String::new(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    let mut kids = String::new();
    for page in 0..pages {
        let content =
            format!("BT /F 11 Tf 50 700 Td (Words of page {page} of a long report) Tj ET");
        let number = objects.len() + 1;
        kids.push_str(&format!("{number} 0 R "));
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {} 0 R/Resources<</Font<</F 3 0 R>>>>>>",
            number + 1
        ));
        objects.push(format!(
            "<</Length {}>>stream\n{content}\nendstream",
            content.len()
        ));
    }
    objects[1] = format!("<</Type/Pages/Count {pages}/Kids[{kids}]>>");
    let mut pdf = "%PDF-1.5\n".to_owned();
    let mut places = String::new();
    for (number, object) in (1..).zip(&objects) {
        places.push_str(&format!("{:010} 00000 n \n", pdf.len()));
        pdf.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let (table, count) = (pdf.len(), objects.len() + 1);
    pdf.push_str(&format!(
        "xref\n0 {count}\n0000000000 65535 f \n{places}trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF"
    ));
    pdf.into_bytes()
}
