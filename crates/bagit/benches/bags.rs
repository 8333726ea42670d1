//! How fast bags are written and verified, and in how much memory: beside the limit of the machine, which is to copy
//! the files and to hash the copy on all cores, and beside bagit-python, all in one run. 20,000 small files, and photos.
//!
//! `MURAGAT_BENCH_PHOTOS` sets how many megabytes of photos (2048, less where the disk has less room), `MURAGAT_BENCH_DIR`
//! where (the system's temporary folder), `JUDGES_HOME` where bagit-python is (~/.cache/bundle-judges).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a bench tells by failing"
)]
#![allow(missing_docs, reason = "a bench has no readers of its items")]

use muragat_bagit::{Writer, validate};
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

const SMALL_FILES: usize = 20_000;
const PHOTO: usize = 4 << 20;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["write", from, to] => write(Path::new(from), Path::new(to)),
        ["verify", bag] => verify(Path::new(bag)),
        // what `cargo bench` itself hands over
        _ => bench(),
    }
}

/// In a process of its own, so that its peak memory is its own.
fn write(from: &Path, to: &Path) {
    let mut writer = match to.extension() {
        Some(_) => Writer::zip(to, "bag").unwrap(),
        None => Writer::folder(to).unwrap(),
    };
    for path in files(from) {
        let name = path
            .strip_prefix(from)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        writer
            .add(&format!("data/{name}"), &mut File::open(&path).unwrap())
            .unwrap();
    }
    writer.finish(&[]).unwrap();
    peak();
}

fn verify(bag: &Path) {
    let report = validate(bag, &mut |_| ControlFlow::Continue(())).unwrap();
    assert!(report.valid, "{:?}", report.errors.first());
    peak();
}

/// This process's peak memory in KiB, for the one that started it.
fn peak() {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line
        .and_then(|line| line.split_whitespace().next())
        .unwrap_or("0");
    println!("{kib}");
}

fn files(below: &Path) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![below.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false => found.push(path),
            }
        }
    }
    found.sort();
    found
}

/// Bytes that no one can compress, the same each time.
struct Noise(u64);

impl Noise {
    fn fill(&mut self, to: &Path, octets: usize) {
        let mut file = BufWriter::new(File::create(to).unwrap());
        for _ in 0..octets / 8 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            file.write_all(&self.0.to_le_bytes()).unwrap();
        }
        file.flush().unwrap();
    }
}

fn seconds(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64()
}

fn shell(script: &str, arguments: &[&Path]) -> f64 {
    seconds(|| {
        let status = Command::new("sh")
            .args(["-euc", script, "sh"])
            .args(arguments)
            .status()
            .unwrap();
        assert!(status.success(), "{script}");
    })
}

/// Ours in a process of its own: seconds, and peak memory in MB.
fn ours(arguments: &[&str]) -> (f64, f64) {
    let mut kib = 0.0;
    let time = seconds(|| {
        let output = Command::new(std::env::current_exe().unwrap())
            .args(arguments)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        kib = String::from_utf8_lossy(&output.stdout)
            .trim()
            .parse()
            .unwrap_or(0.0);
    });
    (time, kib / 1024.0)
}

fn python() -> Option<PathBuf> {
    let home = std::env::var_os("JUDGES_HOME").map(PathBuf::from);
    let home = home
        .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache/bundle-judges")))?;
    let python = home.join("venv/bin/python");
    let here = Command::new(&python).args(["-c", "import bagit"]).output();
    here.is_ok_and(|output| output.status.success())
        .then_some(python)
}

const CREATE: &str = "import bagit, sys; bagit.make_bag(sys.argv[1], checksums=['sha256', 'sha512'], processes=int(sys.argv[2]))";
const VALIDATE: &str =
    "import bagit, sys; bagit.Bag(sys.argv[1]).validate(processes=int(sys.argv[2]))";

fn bench() {
    let room = match std::env::var_os("MURAGAT_BENCH_DIR") {
        Some(at) => tempfile::tempdir_in(at).unwrap(),
        None => tempfile::tempdir().unwrap(),
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut noise = Noise(0x9e37_79b9_7f4a_7c15);
    let small = room.path().join("small");
    for number in 0..SMALL_FILES {
        let folder = small.join(format!("{:03}", number / 100));
        fs::create_dir_all(&folder).unwrap();
        noise.fill(
            &folder.join(format!("құжат-{number}.xml")),
            1024 + number % 8 * 1024,
        );
    }
    measure("20,000 small files", room.path(), &small, cores);
    fs::remove_dir_all(&small).unwrap();

    let wanted = std::env::var("MURAGAT_BENCH_PHOTOS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(2048);
    // the photos, a copy, a bag, a zip
    let megabytes = wanted.min(room_left(room.path()) / 5);
    let photos = room.path().join("photos");
    fs::create_dir(&photos).unwrap();
    for number in 0..megabytes * (1 << 20) / PHOTO {
        noise.fill(&photos.join(format!("сурет-{number}.jpg")), PHOTO);
    }
    measure(
        &format!("{megabytes} MB of photos"),
        room.path(),
        &photos,
        cores,
    );
}

/// Free megabytes on the disk of that folder.
fn room_left(at: &Path) -> usize {
    let output = Command::new("df")
        .args(["-m", "--output=avail"])
        .arg(at)
        .output();
    let text = output
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default();
    text.lines()
        .nth(1)
        .and_then(|line| line.trim().parse().ok())
        .unwrap_or(1024)
}

/// What one has written is not to be waited for by the next.
fn settle(room: &Path) {
    shell("sync -f \"$1\"", &[room]);
}

fn measure(what: &str, room: &Path, from: &Path, cores: usize) {
    let at = |name: &str| room.join(name);
    let text = |path: &Path| path.to_str().unwrap().to_owned();
    let hash =
        format!("find \"$1\" -type f -print0 | xargs -0 -n 64 -P {cores} sha256sum > /dev/null");
    // once before, so that every one finds the files in memory
    shell(&hash, &[from]);

    settle(room);
    let copy = at("copy");
    let copied = shell("cp -r \"$1\" \"$2\"", &[from, &copy]);
    let synced = shell("sync -f \"$1\"", &[&copy]);
    let hashed = shell(&hash, &[&copy]);
    let limit = copied + hashed;
    println!("\n{what}, {cores} cores");
    println!(
        "  the limit: copy {copied:.2} s (to the disk {synced:.2} s more), sha256 {hashed:.2} s, together {limit:.2} s"
    );

    let peer = python().map(|python| {
        let run = |script: &str| {
            seconds(|| {
                let mut command = Command::new(&python);
                command.args(["-c", script, &text(&copy), &cores.to_string()]);
                assert!(
                    command
                        .stderr(std::process::Stdio::null())
                        .status()
                        .unwrap()
                        .success()
                );
            })
        };
        let (create, validate) = (run(CREATE), run(VALIDATE));
        println!(
            "  bagit-python: copy and create {:.2} s, validate {validate:.2} s",
            copied + create
        );
        (copied + create, validate)
    });
    for (kind, target) in [("folder", at("bag")), ("zip", at("bag.zip"))] {
        settle(room);
        let (writing, writing_peak) = ours(&["write", &text(from), &text(&target)]);
        let (verifying, verifying_peak) = ours(&["verify", &text(&target)]);
        println!(
            "  {kind}: write {writing:.2} s ({:.2} x the limit, {:.2} x with the way to the disk), {writing_peak:.0} MB; \
             verify {verifying:.2} s ({:.2} x sha256 alone), {verifying_peak:.0} MB",
            writing / limit,
            writing / (limit + synced),
            verifying / hashed,
        );
        if let Some((create, validate)) = peer.filter(|_| kind == "folder") {
            println!(
                "    of bagit-python's time: write {:.2}, verify {:.2}",
                writing / create,
                verifying / validate
            );
        }
    }
    // Only now: a disk that is told of freed blocks is busy with that for seconds.
    for made in [copy, at("bag")] {
        fs::remove_dir_all(made).unwrap();
    }
    fs::remove_file(at("bag.zip")).unwrap();
}
