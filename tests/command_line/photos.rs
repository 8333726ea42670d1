//! What is no photo, what cannot be drawn, and what vanishes while it is read.

use std::ffi::OsStr;
use std::fs;

use serde_json::json;

use crate::common::*;
use crate::{fifo, refused};

/// A HEIC file's head: the brand, and no picture that could be drawn.
fn heic() -> Vec<u8> {
    let mut bytes = vec![0, 0, 0, 24];
    bytes.extend(b"ftypheic\0\0\0\0mif1heic");
    bytes.extend([0, 0, 0, 12]);
    bytes.extend(b"mdat\x01\x02\x03\x04");
    bytes
}

#[test]
fn what_is_no_photo_is_refused_and_the_others_go_on() {
    let home = Home::new();
    let (id, _) = home.add("release.txt", release(1));
    let good = [picture(1, 16), picture(2, 16)];
    let huge = fs::File::create(home.path("huge.jpg")).unwrap();
    huge.set_len(513 << 20).unwrap();
    fs::create_dir(home.path("album.jpg")).unwrap();
    fifo(&home.path("pipe.jpg"));
    let files = [
        home.file("1.png", &good[0]),
        home.file("text.jpg", "сурет емес"),
        home.file("empty.jpg", ""),
        home.path("huge.jpg"),
        home.file("again.png", &good[0]),
        home.file("2.png", &good[1]),
    ];
    let run = |article: &str, files: &[std::path::PathBuf]| {
        let mut args = vec![OsStr::new("attach"), article.as_ref()];
        args.extend(files.iter().map(|file| file.as_os_str()));
        home.run(&args)
    };
    let said = run(&id, &files);
    let codes: Vec<String> = said.errors().into_iter().map(|(code, _)| code).collect();
    assert_eq!(
        codes,
        [
            "photo_unrecognised",
            "photo_empty",
            "photo_too_large",
            "photo_duplicate"
        ]
    );
    for ((_, message), name) in
        said.errors()
            .iter()
            .zip(["text.jpg", "empty.jpg", "huge.jpg", "again.png"])
    {
        assert!(message.contains(name), "{message}");
    }
    assert_eq!(said.status, Some(1), "{said:#?}");
    let photos = said.json()["photos"].clone();
    let digests: Vec<_> = photos
        .as_array()
        .unwrap()
        .iter()
        .map(|photo| photo["sha256"].clone())
        .collect();
    assert_eq!(digests, [json!(sha256(&good[0])), json!(sha256(&good[1]))]);

    // what cannot be read at all is a failure, and still the others go on
    let unreadable = [
        home.path("жоқ.jpg"),
        home.path("album.jpg"),
        home.path("pipe.jpg"),
        home.file("3.png", picture(3, 16)),
    ];
    let said = run(&id, &unreadable);
    let codes: Vec<String> = said.errors().into_iter().map(|(code, _)| code).collect();
    assert_eq!(
        codes,
        ["file_missing", "file_unreadable", "file_unreadable"],
        "{said:#?}"
    );
    assert_eq!(said.status, Some(2), "{said:#?}");
    assert_eq!(said.json()["photos"].as_array().unwrap().len(), 1);
    let record = home.run(&["show", &id]).done().json();
    assert_eq!(record["photos"].as_array().unwrap().len(), 3);

    // none of them: nothing changed
    let before = home.state();
    assert_eq!(run(&id, &files[1..3]).json(), json!({ "photos": [] }));
    assert_eq!(home.state(), before);
    refused(
        &home,
        &[
            "attach".as_ref(),
            "2099-0001".as_ref(),
            files[0].as_os_str(),
        ],
        "not_found",
        1,
    );

    // beside a new article too
    let file = home.file("2.txt", release(2));
    let args: [&OsStr; 6] = [
        "add".as_ref(),
        file.as_ref(),
        "--photo".as_ref(),
        files[1].as_ref(),
        "--photo".as_ref(),
        files[5].as_ref(),
    ];
    let said = home.run(&args);
    assert_eq!(
        (said.status, said.errors()[0].0.as_str()),
        (Some(1), "photo_unrecognised")
    );
    let record = home.run(&["show", &added(&said).0]).done().json();
    assert_eq!(record["photos"][0]["name"], "2.png");
    home.whole();
}

#[test]
fn a_photo_that_cannot_be_drawn_is_kept_and_described() {
    let home = Home::new();
    let (id, reference) = home.add("release.txt", release(1));
    // a photo whose transfer broke off: the size is known, half of the pixels are not there
    let whole = picture(5, 64);
    for (name, bytes, media_type) in [
        ("IMG_0001.HEIC", heic(), "image/heic"),
        ("cut.png", whole[..whole.len() / 2].to_vec(), "image/png"),
    ] {
        let file = home.file(name, &bytes);
        let said = home
            .run(&["attach".as_ref(), id.as_ref(), file.as_os_str()])
            .done();
        let photo = &said.json()["photos"][0];
        assert_eq!(
            (&photo["name"], &photo["sha256"]),
            (&json!(name), &json!(sha256(&bytes)))
        );
        if name.ends_with("HEIC") {
            assert!(photo["undrawable"].is_string(), "{photo}");
        }
        let record = home.run(&["show", &id]).done().json();
        let last = record["photos"].as_array().unwrap().last().unwrap();
        assert_eq!(last["media_type"], media_type, "{last}");
        assert_eq!(last["size"], bytes.len(), "{last}");
    }
    let bundle = home.path("bundle");
    home.run(&["export".as_ref(), bundle.as_os_str()]).done();
    let kept = bundle.join(format!(
        "data/articles/2026/{reference}/photos/001-IMG_0001.HEIC"
    ));
    assert!(fs::read(kept).unwrap() == heic());
    home.whole();
}

/// A camera's card is pulled, a share goes away: what was read is whole, or it is refused.
#[test]
fn a_photo_that_vanishes_while_it_is_read_is_whole_or_refused() {
    let home = Home::new();
    let (id, _) = home.add("release.txt", release(1));
    let mut attached = 0;
    for round in 0..20 {
        let bytes = picture(round, 512);
        let file = home.file(&format!("{round}.png"), &bytes);
        let mut command = muragat();
        command
            .arg("-L")
            .arg(&home.library)
            .args(["--json", "attach", &id])
            .arg(&file);
        let child = command
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_micros(1500 * round));
        match round % 3 {
            0 => fs::OpenOptions::new()
                .write(true)
                .open(&file)
                .unwrap()
                .set_len(bytes.len() as u64 / 2)
                .unwrap(),
            1 => fs::remove_file(&file).unwrap(),
            _ => fs::OpenOptions::new()
                .write(true)
                .open(&file)
                .unwrap()
                .set_len(0)
                .unwrap(),
        }
        let said = Said::of(format!("round {round}"), child.wait_with_output().unwrap());
        match said.status {
            Some(0) => {
                // what came in is what the file held at one moment, never a mixture of two
                let photo = said.json()["photos"][0].clone();
                let moments = [sha256(&bytes), sha256(&bytes[..bytes.len() / 2])];
                assert!(
                    moments.iter().any(|moment| photo["sha256"] == *moment),
                    "{said:#?}"
                );
                attached += 1;
            }
            Some(1 | 2) => {
                let (code, _) = &said.errors()[0];
                assert!(
                    ["file_missing", "file_unreadable", "photo_empty"].contains(&code.as_str()),
                    "{said:#?}"
                );
                assert_eq!(said.json(), json!({ "photos": [] }));
            }
            _ => panic!("{said:#?}"),
        }
        let record = home.run(&["show", &id]).done().json();
        assert_eq!(record["photos"].as_array().unwrap().len(), attached);
    }
    eprintln!("{attached} of 20 photos came in before they went away");
    home.whole();
}

#[test]
fn photos_of_a_zip_with_two_texts_are_named_and_can_be_attached_out_of_it() {
    use std::io::Write;

    let home = Home::new();
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, bytes) in [
        ("kz.txt", release(1).into_bytes()),
        ("ru.txt", release(2).into_bytes()),
        ("foto.png", picture(1, 400)),
    ] {
        zip.start_file(name, options).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    let zip = home.file("alakol.zip", zip.finish().unwrap().into_inner());
    let said = home.run(&[OsStr::new("add"), OsStr::new("--json"), zip.as_os_str()]);
    let codes: Vec<String> = said.errors().into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["photo_unplaced"]);
    let answer = said.json();
    let files = answer["files"].as_array().unwrap();
    let open = files
        .iter()
        .find(|file| file["became"] == "unplaced")
        .unwrap();
    assert_eq!(open["inside"], json!("foto.png"));
    let id = answer["articles"][0]["id"].as_str().unwrap();
    let photo = zip.join("foto.png");
    let said = home.run(&[OsStr::new("attach"), id.as_ref(), photo.as_os_str()]);
    assert_eq!(said.status, Some(0), "{said:#?}");
}
