//! What photos cost: 200 JPEGs of 12 megapixels, made here, drawn at 256 and at 2,048 pixels beside vipsthumbnail in the
//! same run, attached to a library, and looked for among 100,000 others.
//!
//! `cargo bench -p muragat-archive --bench photos` (or `make bench`); `MURAGAT_BENCH_PHOTOS` sets another count. What is
//! measured runs in processes of its own, so that processor time and peak memory are its own (of Linux).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    reason = "a bench tells by failing"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, Rgb, RgbImage, imageops};
use muragat_archive::{Archive, Identity, Intake};
use muragat_photo::{
    Likeness, LikenessIndex, find_near, likeness, likeness_of_drawn, thumbnail, thumbnails,
};

const WIDTH: u32 = 4000;
const HEIGHT: u32 = 3000;
/// Likenesses among which one is looked for.
const MANY: u32 = 100_000;
/// Likenesses of which all pairs are looked for.
const PAIRED: u32 = 10_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["draw", folder, edge] => draw(Path::new(folder), edge.parse().unwrap()),
        ["attach", folder, library] => attach(Path::new(folder), Path::new(library)),
        // what `cargo bench` itself hands over
        _ => bench(),
    }
}

fn bench() {
    let count = std::env::var("MURAGAT_BENCH_PHOTOS");
    let count = count
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(200);
    let folder = tempfile::tempdir().unwrap();
    let photos = folder.path().join("photos");
    fs::create_dir(&photos).unwrap();
    let bytes: u64 = (0..count).map(|number| make_photo(&photos, number)).sum();
    println!(
        "photos: {count} JPEGs of {WIDTH} × {HEIGHT}, {} MB; seconds of the processor",
        bytes >> 20
    );
    for edge in [256, 2048] {
        let ours = run_own(&["draw", text(&photos), &edge.to_string()]);
        println!(
            "{:<42}{:>10.2} s{:>8.0} MB",
            format!("thumbnails of {edge}"),
            ours.seconds,
            ours.megabytes
        );
        match vips(&photos, folder.path(), edge) {
            Some(theirs) => {
                println!("{:<42}{theirs:>10.2} s", format!("vipsthumbnail of {edge}"));
                println!(
                    "{:<42}{:>10.2}x",
                    "    ours of theirs",
                    ours.seconds / theirs
                );
            }
            None => println!("vipsthumbnail is not installed, nothing to compare with"),
        }
    }
    let begin = Instant::now();
    let ours = run_own(&[
        "attach",
        text(&photos),
        text(&folder.path().join("bench.muragat")),
    ]);
    println!(
        "{:<42}{:>10.2} s{:>8.0} MB{:>10.2} s by the clock",
        "attached to a library",
        ours.seconds,
        ours.megabytes,
        begin.elapsed().as_secs_f64()
    );
    bench_likeness(&photos);
}

fn bench_likeness(photos: &Path) {
    let drawn: Vec<Vec<u8>> = (files(photos).iter().take(20))
        .map(|path| thumbnail(&fs::read(path).unwrap(), 256).unwrap().bytes)
        .collect();
    let begin = Instant::now();
    let own: Vec<Likeness> = drawn
        .iter()
        .map(|bytes| likeness_of_drawn(bytes).unwrap())
        .collect();
    let each = begin.elapsed().as_secs_f64() * 1e3 / own.len() as f64;
    println!("{:<42}{each:>10.2} ms", "a likeness, of the thumbnail");
    let mut index = LikenessIndex::default();
    for number in 0..MANY {
        index.add(&made_likeness(number));
    }
    let begin = Instant::now();
    let mut near = 0;
    let mut candidates = 0;
    for one in &own {
        for at in index.candidates(one) {
            candidates += 1;
            near += usize::from(one.is_near(&made_likeness(u32::try_from(at).unwrap())));
        }
    }
    let each = begin.elapsed().as_secs_f64() * 1e3 / own.len() as f64;
    println!(
        "{:<42}{each:>10.2} ms, {candidates} looked at, {near} near",
        format!("one among {MANY}")
    );
    let some: Vec<Likeness> = (0..PAIRED).map(made_likeness).collect();
    let begin = Instant::now();
    let pairs = find_near(&some).len();
    println!(
        "{:<42}{:>10.2} s, {pairs} near",
        format!("all pairs of {PAIRED}"),
        begin.elapsed().as_secs_f64()
    );
}

/// One of many pictures, of large and small spots.
fn made_likeness(number: u32) -> Likeness {
    let spots = |seed: u32, side: u32| {
        let mut chance = Chance(u64::from(seed) << 8 | u64::from(side));
        let few = RgbImage::from_fn(side, side, |_, _| Rgb([chance.byte(); 3]));
        imageops::resize(&few, 64, 64, imageops::FilterType::Triangle)
    };
    let (large, small) = (spots(number, 5), spots(number, 20));
    let both = RgbImage::from_fn(64, 64, |x, y| {
        let sum = u16::from(large.get_pixel(x, y).0[0]) * 2 + u16::from(small.get_pixel(x, y).0[0]);
        Rgb([u8::try_from(sum / 3).unwrap(); 3])
    });
    likeness(&DynamicImage::ImageRgb8(both)).unwrap()
}

/// Numbers by chance, the same for one seed.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).unwrap()
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.next() & 255).unwrap()
    }
}

/// Boxes of colour under noise; gives its length in bytes.
fn make_photo(folder: &Path, number: u32) -> u64 {
    let mut chance = Chance(u64::from(number) + 1);
    let mut picture = RgbImage::from_pixel(WIDTH, HEIGHT, Rgb([chance.byte(); 3]));
    for _ in 0..40 {
        let (left, top) = (chance.next() % WIDTH, chance.next() % HEIGHT);
        let (wide, high) = (100 + chance.next() % 900, 100 + chance.next() % 900);
        let colour = Rgb([chance.byte(), chance.byte(), chance.byte()]);
        for y in top..(top + high).min(HEIGHT) {
            for x in left..(left + wide).min(WIDTH) {
                picture.put_pixel(x, y, colour);
            }
        }
    }
    for pixel in picture.pixels_mut() {
        let grain = chance.byte() & 15;
        pixel.0 = pixel.0.map(|channel| channel.saturating_add(grain));
    }
    let path = folder.join(format!("photo-{number:03}.jpg"));
    let mut file = std::io::BufWriter::new(fs::File::create(&path).unwrap());
    picture
        .write_with_encoder(JpegEncoder::new_with_quality(&mut file, 90))
        .unwrap();
    drop(file);
    fs::metadata(path).unwrap().len()
}

fn draw(folder: &Path, edge: u32) {
    for path in files(folder) {
        thumbnails(&fs::read(path).unwrap(), &[edge]).unwrap();
    }
    tell_peak();
}

fn attach(folder: &Path, library: &Path) {
    let mut archive = Archive::create(library, Identity::new("bench")).unwrap();
    let article = "Мектеп ашылды\n\n2024 жылғы 3 мамыр. Ауданда жаңа мектеп ашылды.";
    let added = archive.add_text("release.txt", article.as_bytes(), &Intake::default());
    let added = added.unwrap().value;
    let outcome = archive
        .attach(&added.id, &files(folder), None, None)
        .unwrap();
    assert!(outcome.value.refused.is_empty());
    tell_peak();
}

/// This process's peak memory in KiB, for the one that started it.
fn tell_peak() {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.split_whitespace().next());
    println!("{}", kib.unwrap_or("0"));
}

/// What a process took.
struct Taken {
    seconds: f64,
    megabytes: f64,
}

fn run_own(arguments: &[&str]) -> Taken {
    let before = seconds_of_children();
    let output = Command::new(std::env::current_exe().unwrap())
        .args(arguments)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let kib: f64 = String::from_utf8_lossy(&output.stdout)
        .trim()
        .parse()
        .unwrap_or(0.0);
    Taken {
        seconds: seconds_of_children() - before,
        megabytes: kib / 1024.0,
    }
}

/// Seconds of the processor for the same thumbnails; none where it is not installed.
fn vips(photos: &Path, folder: &Path, edge: u32) -> Option<f64> {
    let into = folder.join(format!("vips-{edge}"));
    fs::create_dir(&into).unwrap();
    let before = seconds_of_children();
    let status = Command::new("vipsthumbnail")
        .args(files(photos))
        .arg("--size")
        .arg(edge.to_string())
        .arg("-o")
        .arg(into.join("%s.jpg[Q=82]"))
        .stdout(Stdio::null())
        .status()
        .ok()?;
    assert!(status.success(), "vipsthumbnail failed");
    Some(seconds_of_children() - before)
}

/// User and system time of the processes that were started here and have ended: the 16th and 17th field of this one's
/// state, in hundredths of a second.
fn seconds_of_children() -> f64 {
    let state = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // the name, in brackets, may hold blanks
    let fields = state.rsplit_once(") ").map_or("", |(_, fields)| fields);
    let ticks = |at: usize| {
        fields
            .split(' ')
            .nth(at)
            .and_then(|field| field.parse::<f64>().ok())
    };
    (ticks(13).unwrap_or(0.0) + ticks(14).unwrap_or(0.0)) / 100.0
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}
