//! What others put into a watched folder is offered, and taken or turned down by keys; nothing comes in by itself.

use std::fs;
use std::path::Path;

use muragat_tests::hand::{run, strike, until};
use muragat_tests::library::Library;
use muragat_tests::screen::{Screen, Setup};

use crate::journey::focus;

/// The button that says how many are offered.
const OFFER: &str = "document.querySelector('footer [data-watched]')";

#[tokio::test(flavor = "multi_thread")]
async fn what_is_put_into_a_watched_folder_is_offered_and_taken_by_keys() {
    if !Screen::is_possible_by_hand() {
        return;
    }
    let library = Library::empty();
    let beside = |name: &str| library.path().with_file_name(name);
    let (folder, home) = (beside("келгендер"), beside("home"));
    fs::create_dir_all(&folder).unwrap();
    fs::create_dir_all(home.join("muragat")).unwrap();
    let path = library.path().display().to_string();
    let kept = serde_json::json!({ "watched": { path: folder.display().to_string() } });
    fs::write(home.join("muragat/settings.json"), kept.to_string()).unwrap();
    let screen = Setup::on(&library.path()).home(&home).open().await;
    let window = &screen.window;
    until(window, "document.querySelector('[data-pane=units]')").await;
    for number in [10, 2] {
        put(&folder, &format!("{number}-хабар.txt"), number);
    }
    put(&folder, "3-хабар.txt.part", 3);
    until(window, &format!("{OFFER}?.textContent.includes('2')")).await;
    assert_eq!(count(&library), 0, "nothing comes in by itself");
    focus(&screen).await;
    strike(&screen, "Ctrl+Shift+KeyI");
    until(window, "document.querySelector('dialog[open] li')").await;
    let names = "return [...document.querySelectorAll('dialog[open] li label')].map((one) => one.textContent.trim())";
    assert_eq!(
        run(window, names).await,
        serde_json::json!(["2-хабар.txt", "10-хабар.txt"])
    );
    focus(&screen).await;
    strike(&screen, "Enter");
    until(window, &format!("{OFFER} === null")).await;
    assert_eq!(count(&library), 2);
    // one that nobody wants
    fs::rename(folder.join("3-хабар.txt.part"), folder.join("3-хабар.txt")).unwrap();
    until(window, &format!("{OFFER}?.textContent.includes('1')")).await;
    focus(&screen).await;
    strike(&screen, "Ctrl+Shift+KeyI");
    until(window, "document.querySelector('dialog[open] .never')").await;
    focus(&screen).await;
    // from «take» over «later» to it
    strike(&screen, "Shift+Tab");
    strike(&screen, "Shift+Tab");
    strike(&screen, "Enter");
    until(window, &format!("{OFFER} === null")).await;
    assert_eq!(count(&library), 2);
    // that is taken back by itself, and not what came in before it
    focus(&screen).await;
    strike(&screen, "Ctrl+KeyZ");
    until(window, &format!("{OFFER}?.textContent.includes('1')")).await;
    assert_eq!(count(&library), 2);
    strike(&screen, "Ctrl+Shift+KeyZ");
    until(window, &format!("{OFFER} === null")).await;
    put(&folder, "3-хабар.txt", 30);
    until(window, &format!("{OFFER}?.textContent.includes('1')")).await;
    screen.close().await;
}

fn put(folder: &Path, name: &str, number: u32) {
    let text = format!("{number}-хабар\n\nАуданда {number}-мектеп ашылды.\n");
    fs::write(folder.join(name), text).unwrap();
}

fn count(library: &Library) -> usize {
    let listed = library.muragat(&["list", "--json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
    listed["articles"].as_array().unwrap().len()
}
