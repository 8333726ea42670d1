//! A whole library out, into an empty one, and out again: each article as it was, byte for byte.

use std::ffi::OsStr;

use crate::common::{Home, tree};

#[test]
fn the_sample_library_comes_back_the_same() {
    for (name, zip) in [("бума", false), ("бума.zip", true)] {
        let home = Home::bare();
        home.run(&["init", "--sample"]).done();
        let list = home.run(&["list"]).done().json();
        let articles = list["articles"].as_array().unwrap();
        let ids: Vec<&str> = articles
            .iter()
            .map(|line| line["id"].as_str().unwrap())
            .collect();
        assert!(ids.len() > 3);
        // by name, so that what is restricted goes out too
        let export = |home: &Home, name: &str| {
            let bundle = home.path(name);
            let mut args = vec![OsStr::new("export"), bundle.as_os_str()];
            for id in &ids {
                args.extend(["--restricted", id].map(OsStr::new));
            }
            args.extend(name.ends_with(".zip").then_some(OsStr::new("--zip")));
            home.run(&args).done();
            bundle
        };
        let bundle = export(&home, name);
        let other = Home::new();
        other.run(&["import".as_ref(), bundle.as_os_str()]).done();
        for id in &ids {
            let (here, there) = (
                home.run(&["show", id]).done(),
                other.run(&["show", id]).done(),
            );
            assert_eq!(here.out, there.out);
        }
        let one = tree(&export(&home, "бір").join("data"));
        let two = tree(&export(&other, "екі").join("data"));
        assert!(one.keys().eq(two.keys()));
        for (path, bytes) in one.iter().filter(|(path, _)| *path != "export.premis.xml") {
            assert!(two[path] == *bytes, "{path} differs, zip {zip}");
        }
        // again, nothing changes
        let before = other.state();
        other.run(&["import".as_ref(), bundle.as_os_str()]).done();
        assert_eq!(other.state(), before);
    }
}
