//! Pictures of every view for people to look at: `screenshots FOLDER`. Each is
//! `<view>-<width>x<height>-<theme>-<language>.png`, of the sample library.
#![allow(clippy::unwrap_used, reason = "a tool of the tests")]

use std::path::{Path, PathBuf};

use muragat_tests::hand::{save, until};
use muragat_tests::library::Library;
use muragat_tests::screen::{Screen, Setup};
use muragat_tests::views::{self, VIEWS};

#[tokio::main]
async fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap());
    std::fs::create_dir_all(&folder).unwrap();
    if !Screen::is_possible() {
        std::process::exit(1);
    }
    for (width, height) in [(1280, 800), (1920, 1080)] {
        for theme in ["light", "dark"] {
            for language in ["kk", "ru"] {
                // Its own: some views come about by a change.
                let library = Library::sample();
                let setup = |on: Setup| {
                    on.language(language)
                        .size(width, height)
                        .settings(serde_json::json!({ "theme": theme, "language": language }))
                };
                let name = |view: &str| format!("{view}-{width}x{height}-{theme}-{language}.png");
                first_run(setup(Setup::first_run()), &folder.join(name("first-run"))).await;
                let screen = setup(Setup::on(&library.path())).open().await;
                let window = &screen.window;
                until(window, "document.querySelector('[data-pane=document] h1')").await;
                for view in VIEWS {
                    views::show(window, view).await;
                    save(window, &folder.join(name(view.0))).await;
                    views::leave(window, view).await;
                }
                screen.close().await;
                println!(
                    "{width}x{height} {theme} {language}: {} views",
                    VIEWS.len() + 1
                );
            }
        }
    }
    println!("{}", folder.display());
}

async fn first_run(setup: Setup, path: &Path) {
    let screen = setup.open().await;
    until(&screen.window, "document.querySelector('#actor')").await;
    save(&screen.window, path).await;
    screen.close().await;
}
